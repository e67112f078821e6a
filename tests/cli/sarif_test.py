"""`fabula check --format sarif` writes what SARIF 2.1.0 asks for, section by section, and nothing else."""

import json
import re
import unittest

from program import CONTRADICTION, FAULTY, STORY, ProgramTest

LEVELS = ("none", "note", "warning", "error")
# RFC 3986, as far as a file's name needs it: nothing that has to be percent-encoded is there as it is.
URI_REFERENCE = r"^(file:///)?(?!/)([\w.~/-]|%[0-9A-F]{2})+$"


def text(value):
    return isinstance(value, str) and value != ""


def whole(least):
    return lambda value: type(value) is int and value >= least


def matches(pattern):
    return lambda value: isinstance(value, str) and re.search(pattern, value, re.ASCII) is not None


def one_of(*words):
    return lambda value: value in words


# The sorts of object that the program writes, by the sections of the standard: each property with what its value is, either
# a test, the name of another sort, or a list of one of these. Those with "!" have to be there. No other may be there.
SORTS = {
    "artifactContent 3.3": {"text!": lambda value: isinstance(value, str)},
    "artifactLocation 3.4": {"uri!": matches(URI_REFERENCE), "index": whole(0)},
    "message 3.11": {"text!": text},
    "multiformatMessageString 3.12": {"text!": text, "markdown": text},
    "sarifLog 3.13": {"$schema": matches(r"^https://\S+$"), "version!": one_of("2.1.0"), "runs!": ["run 3.14"]},
    "run 3.14": {"tool!": "tool 3.18", "invocations": ["invocation 3.20"], "columnKind": one_of("utf16CodeUnits", "unicodeCodePoints"),
                 "artifacts": ["artifact 3.24"], "results": ["result 3.27"]},
    "tool 3.18": {"driver!": "toolComponent 3.19"},
    "toolComponent 3.19": {"name!": text, "version": text, "semanticVersion": matches(r"^\d+\.\d+\.\d+$"),
                           "rules": ["reportingDescriptor 3.49"]},
    "invocation 3.20": {"executionSuccessful!": one_of(True), "exitCode": whole(0)},
    "artifact 3.24": {"location": "artifactLocation 3.4", "roles": [one_of("analysisTarget")]},
    "result 3.27": {"ruleId": text, "ruleIndex": whole(0), "level": one_of(*LEVELS), "message!": "message 3.11",
                    "locations": ["location 3.28"], "relatedLocations": ["location 3.28"], "fixes": ["fix 3.55"]},
    "location 3.28": {"id": whole(0), "physicalLocation": "physicalLocation 3.29", "message": "message 3.11"},
    "physicalLocation 3.29": {"artifactLocation": "artifactLocation 3.4", "region": "region 3.30"},
    "region 3.30": {"startLine": whole(1), "startColumn": whole(1), "endLine": whole(1), "endColumn": whole(1),
                    "snippet": "artifactContent 3.3"},
    "reportingDescriptor 3.49": {"id!": text, "name": matches(r"^([A-Z][a-z0-9]*)+$"), "shortDescription": "multiformatMessageString 3.12",
                                 "help": "multiformatMessageString 3.12",
                                 "defaultConfiguration": "reportingConfiguration 3.50"},
    "reportingConfiguration 3.50": {"level": one_of(*LEVELS)},
    "fix 3.55": {"description": "message 3.11", "artifactChanges!": ["artifactChange 3.56"]},
    "artifactChange 3.56": {"artifactLocation!": "artifactLocation 3.4", "replacements!": ["replacement 3.57"]},
    "replacement 3.57": {"deletedRegion!": "region 3.30", "insertedContent": "artifactContent 3.3"},
}

# Thirteen characters that are more bytes, and one that is two in UTF-16, stand before the fault.
FAR_RIGHT = STORY.replace("They part", "Ανταποκρίνεται 𝒜").replace("who: [ann, bob], when: 3", "who: [ann, bbo], when: 3")

AFTER_DEATH = STORY.replace("id: meet,", "id: meet, death: ann,")


class Sarif(ProgramTest):
    def log(self, code, *stories, stdin=b""):
        log = json.loads(self.assert_exit(code, "check", *stories, "--format", "sarif", stdin=stdin).stdout)
        self.assert_is("sarifLog 3.13", log, "log")
        return log["runs"][0]

    def assert_is(self, sort, value, path):
        if isinstance(sort, list):
            self.assertIsInstance(value, list, path)
            for index, each in enumerate(value):
                self.assert_is(sort[0], each, f"{path}[{index}]")
        elif callable(sort):
            self.assertTrue(sort(value), f"{path} is {value!r}")
        else:
            self.assertIsInstance(value, dict, path)
            properties = {name.rstrip("!"): of for name, of in SORTS[sort].items()}
            self.assertEqual(set(value) - set(properties), set(), f"{path}: {sort} has no such properties")
            for name in SORTS[sort]:
                self.assertTrue(not name.endswith("!") or name[:-1] in value, f"{path}: {sort} needs {name}")
            for name, inner in value.items():
                self.assert_is(properties[name], inner, f"{path}.{name}")

    def places(self, run):
        """All physical locations of all results."""
        for result in run["results"]:
            for location in [*result["locations"], *result.get("relatedLocations", [])]:
                yield location["physicalLocation"]

    def write_bad_stories(self):
        stories = {"after death.yaml": AFTER_DEATH, "faulty story.yaml": FAULTY, "contradiction.yaml": CONTRADICTION, "far right.yaml": FAR_RIGHT, "empty.yaml": ""}
        for name, story in stories.items():
            self.write(name, story)
        return list(stories)

    def test_has_the_properties_of_each_section_and_no_others(self):
        run = self.log(1, *self.write_bad_stories(), "absent.yaml", str(self.folder / "story.yaml"))
        self.assertGreater(len(run["results"]), 5)
        self.assertTrue(any("fixes" in result for result in run["results"]))
        self.assertTrue(any("relatedLocations" in result for result in run["results"]))

    def test_of_a_story_without_faults_has_no_results(self):
        run = self.log(0, "story.yaml")
        self.assertEqual((run["results"], run["invocations"][0]["exitCode"]), ([], 0))
        self.assertEqual([each["location"]["uri"] for each in run["artifacts"]], ["story.yaml"])

    def test_has_rules_that_differ_and_results_that_point_at_theirs(self):
        run = self.log(1, *self.write_bad_stories())
        rules = run["tool"]["driver"]["rules"]
        self.assertEqual(len({rule["id"] for rule in rules}), len(rules))
        for rule in rules:
            self.assertTrue(rule["shortDescription"]["text"] and rule["help"]["text"], rule["id"])
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
        self.assertIn("after-death", {result["ruleId"] for result in run["results"]})

    def test_has_an_artifact_for_each_story_once_and_places_that_point_at_theirs(self):
        names = self.write_bad_stories()
        run = self.log(1, *names, names[0])
        uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
        self.assertEqual(uris, ["after%20death.yaml", "faulty%20story.yaml", "contradiction.yaml", "far%20right.yaml", "empty.yaml"])
        for place in self.places(run):
            self.assertEqual(uris[place["artifactLocation"]["index"]], place["artifactLocation"]["uri"])

    def test_has_a_fix_for_each_repair(self):
        self.write("contradiction.yaml", CONTRADICTION)
        (result,) = self.log(1, "contradiction.yaml")["results"]
        self.assertGreater(len(result["fixes"]), 1)
        for fix in result["fixes"]:
            self.assertRegex(fix["description"]["text"], "→|take out")

    def test_of_standard_input_has_a_name_for_it(self):
        run = self.log(1, "-", stdin=CONTRADICTION.encode())
        self.assertEqual(run["artifacts"][0]["location"]["uri"], "%3Cstdin%3E")

    def test_has_regions_that_lie_in_the_text(self):
        self.write_bad_stories()
        for name, story in (("faulty story.yaml", FAULTY), ("contradiction.yaml", CONTRADICTION), ("far right.yaml", FAR_RIGHT)):
            lines = story.split("\n")
            for place in self.places(self.log(1, name)):
                region = place["region"]
                self.assertLess((region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"]))
                self.assertLessEqual(region["endColumn"], len(lines[region["endLine"] - 1]) + 1)
                if region["startLine"] == region["endLine"]:
                    text = lines[region["startLine"] - 1][region["startColumn"] - 1: region["endColumn"] - 1]
                    self.assertEqual(region["snippet"]["text"], text)

    def test_numbers_related_places_and_says_what_they_are(self):
        self.write("contradiction.yaml", CONTRADICTION)
        (result,) = self.log(1, "contradiction.yaml")["results"]
        related = result["relatedLocations"]
        self.assertGreaterEqual(len(related), 2)
        self.assertEqual([each["id"] for each in related], list(range(len(related))))
        self.assertEqual({each["physicalLocation"]["region"]["startLine"] for each in related}, {6, 7})
        self.assertTrue(all(each["message"]["text"] for each in related))

    def test_has_fixes_that_mend_the_story(self):
        for story in (FAULTY, FAR_RIGHT):
            self.write("bad.yaml", story)
            lines = story.split("\n")
            changes = [change for result in self.log(1, "bad.yaml")["results"] for fix in result.get("fixes", [])
                       for change in fix["artifactChanges"]]
            for change in changes:
                self.assertEqual(change["artifactLocation"]["uri"], "bad.yaml")
                for replacement in change["replacements"]:
                    region, content = replacement["deletedRegion"], replacement["insertedContent"]["text"]
                    line = lines[region["startLine"] - 1]
                    lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + content + line[region["endColumn"] - 1:]
            self.assertTrue(changes)
            self.write("mended.yaml", "\n".join(lines))
            self.assert_exit(0, "check", "mended.yaml")


if __name__ == "__main__":
    unittest.main()
