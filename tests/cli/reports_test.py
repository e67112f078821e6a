"""What the program reports for other programs to read."""

import csv
import io
import json
import unittest

from program import EXAMPLES, FAULTY, ProgramTest


class Check(ProgramTest):
    def test_counts_what_it_found(self):
        self.write("faulty.yaml", FAULTY)
        self.assertEqual(self.assert_exit(0, "check", "story.yaml").stdout, b"1 story: 0 errors, 0 warnings\n")
        self.assertRegex(self.assert_exit(1, "check", "story.yaml", "faulty.yaml").stdout.decode(), r"^2 stories: \d errors, ")

    def test_finds_no_errors_in_the_examples(self):
        self.assert_exit(0, "check", *(str(story) for story in sorted(EXAMPLES.glob("*.yaml"))))

    def test_as_json_has_code_place_and_message(self):
        self.write("faulty.yaml", FAULTY)
        done = self.assert_exit(1, "check", "faulty.yaml", "--format", "json")
        report = json.loads(done.stdout)
        self.assertEqual(report["stories"], 1)
        self.assertEqual(report["errors"], sum(each["severity"] == "error" for each in report["diagnostics"]))
        unknown = next(each for each in report["diagnostics"] if each["code"] == "unknown-key")
        self.assertEqual((unknown["file"], unknown["line"], unknown["column"], unknown["length"]), ("faulty.yaml", 1, 1, 5))
        self.assertEqual(done.stderr, b"")

    def test_as_sarif_says_what_the_standard_asks_for(self):
        self.write("faulty story.yaml", FAULTY)
        log = json.loads(self.assert_exit(1, "check", "faulty story.yaml", "--format", "sarif").stdout)
        self.assertEqual(log["version"], "2.1.0")
        (run,) = log["runs"]
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        self.assertTrue(run["results"])
        for result in run["results"]:
            self.assertIn(result["ruleId"], rules)
            self.assertIn(result["level"], ("error", "warning", "note"))
            self.assertTrue(result["message"]["text"])
            (location,) = result["locations"]
            self.assertEqual(location["physicalLocation"]["artifactLocation"]["uri"], "faulty%20story.yaml")
            self.assertGreaterEqual(location["physicalLocation"]["region"]["startLine"], 1)


class Times(ProgramTest):
    def test_as_a_table_has_a_line_for_each_event(self):
        lines = self.assert_exit(0, "times", "story.yaml").stdout.decode().splitlines()
        self.assertEqual(len(lines), 3)
        self.assertRegex(lines[1], r"^meet +1996-07-14 .*They meet$")
        self.assertRegex(lines[2], r"^part +1996-07-17 .*They part$")

    def test_as_json_has_bounds_and_certainty(self):
        report = json.loads(self.assert_exit(0, "times", "story.yaml", "--format", "json").stdout)
        self.assertEqual(report["axis"], "calendar")
        meet, part = report["events"]
        self.assertEqual(meet["id"], "meet")
        self.assertEqual(meet["start"]["text"], "1996-07-14")
        self.assertEqual(meet["certainty"], "exact")
        self.assertEqual(part["start"]["nominal"] - meet["start"]["nominal"], 3)
        for moment in (meet["start"], part["start"], part["end"]):
            self.assertLessEqual(moment["earliest"], moment["nominal"])
            self.assertLessEqual(moment["nominal"], moment["latest"])

    def test_without_bounds_have_null_where_there_is_none(self):
        self.write("open.yaml", "title: Once\nevents: [{id: once, title: Once}, {id: then, title: Then, when: 1950}]\n")
        report = json.loads(self.assert_exit(0, "times", "open.yaml", "--format", "json").stdout)
        once = next(event for event in report["events"] if event["id"] == "once")
        self.assertIsNone(once["start"]["earliest"])

    def test_as_comma_separated_values_can_be_read_back(self):
        self.write("quoted.yaml", "title: Once\nevents: [{id: once, title: 'Once, \"long\" ago', when: 1900}]\n")
        text = self.assert_exit(0, "times", "quoted.yaml", "--format", "csv").stdout.decode()
        heading, row = csv.reader(io.StringIO(text, newline=""))
        self.assertEqual(dict(zip(heading, row))["title"], 'Once, "long" ago')


class Layout(ProgramTest):
    def test_is_json_and_names_its_view(self):
        self.assertEqual(json.loads(self.assert_exit(0, "layout", "story.yaml").stdout)["view"], "lifelines")


class Schema(ProgramTest):
    def setUp(self):
        super().setUp()
        self.schema = json.loads(self.assert_exit(0, "schema").stdout)

    def test_knows_the_keys_of_a_story_and_no_others(self):
        self.assertEqual(self.schema["$schema"], "https://json-schema.org/draft/2020-12/schema")
        self.assertEqual(self.schema["required"], ["title"])
        self.assertIs(self.schema["additionalProperties"], False)
        self.assertLessEqual({"title", "characters", "sections", "events", "told"}, self.schema["properties"].keys())

    def test_knows_ranges_and_words(self):
        event = self.schema["properties"]["events"]["items"]["properties"]
        self.assertEqual((event["tension"]["minimum"], event["tension"]["maximum"]), (0, 10))
        self.assertIn("rumour", event["truth"]["enum"])

    def test_leaves_room_for_the_milestones_of_a_story(self):
        self.assertIsNot(self.schema["properties"]["events"]["items"]["additionalProperties"], False)

    def test_describes_every_key(self):
        def walk(schema):
            for key, value in schema.get("properties", {}).items():
                self.assertTrue(value["description"], key)
                walk(value)
            if isinstance(schema.get("additionalProperties"), dict):
                walk(schema["additionalProperties"])
            if "items" in schema:
                walk(schema["items"])

        walk(self.schema)


if __name__ == "__main__":
    unittest.main()
