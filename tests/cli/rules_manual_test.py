"""examples/stories/rules.md, the manual of the checker, has a section for each rule, says what the rule says, and shows what it finds."""

import json
import re
import unittest

from program import EXAMPLES, ProgramTest

MANUAL = (EXAMPLES / "rules.md").read_text(encoding="utf-8")
# By code: what stands below the heading.
SECTIONS = dict(re.findall(r"(?ms)^### `([\w-]+)`\n\n(.*?)(?=^##|\Z)", MANUAL))
# Found by the stage of times, and not by a rule.
OF_TIMES = ("contradiction", "age-contradicts-birth", "outside-section")


def story_in(section):
    (story,) = re.findall(r"(?s)```yaml\n(.*?)```", section)
    return story


class RulesManual(ProgramTest):
    def setUp(self):
        super().setUp()
        table = json.loads(self.assert_exit(0, "check", "--rules", "--format", "json").stdout)["rules"]
        self.rules = {rule["code"]: rule for rule in table if "example" in rule or rule["code"] in OF_TIMES}

    def codes_found_in(self, story, *options):
        self.write("example.yaml", story)
        report = json.loads(self.run_program("check", "example.yaml", "--format", "json", *options).stdout)
        return [each["code"] for each in report["diagnostics"]]

    def test_has_a_section_for_every_rule_and_for_no_other(self):
        self.assertEqual(set(SECTIONS), set(self.rules))

    def test_says_of_a_rule_what_it_finds_how_bad_that_is_and_what_to_do(self):
        for code, section in SECTIONS.items():
            words = re.sub(r"`([^`]*)`", r"‘\1’", section)
            rule = self.rules[code]
            self.assertTrue(words.startswith(f"{rule['severity'].capitalize()}: {rule['meaning']}.\n"), (code, rule["meaning"]))
            self.assertIn(f"\n{rule['hint'][0].upper()}{rule['hint'][1:]}.\n", words, code)

    def test_shows_the_example_of_a_rule(self):
        for code, section in SECTIONS.items():
            self.assertEqual(story_in(section), self.rules[code].get("example", story_in(section)), code)

    def test_shows_stories_in_which_the_rule_finds_something_and_no_other_does(self):
        for code, section in SECTIONS.items():
            found = self.codes_found_in(story_in(section), "--severity", self.rules[code]["severity"])
            self.assertEqual(set(found), {code})

    def test_says_what_allow_silences(self):
        for code, section in SECTIONS.items():
            found = self.codes_found_in(f"allow: {code}\n{story_in(section)}")
            self.assertNotIn(code, found)
            self.assertNotIn("allows-nothing", found)

    def test_says_that_contradiction_stands_for_all_three_kinds(self):
        for code in OF_TIMES:
            found = self.codes_found_in(f"allow: contradiction\n{story_in(SECTIONS[code])}")
            self.assertNotIn(code, found)
            self.assertNotIn("allows-nothing", found)


class Manual(ProgramTest):
    def test_of_the_story_file_allows_rules_that_there_are(self):
        text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
        allowed = set(re.findall(r"`allow: ([\w-]+)`", text))
        self.assertGreater(len(allowed), 5)
        self.assertEqual(allowed - set(SECTIONS), set())


if __name__ == "__main__":
    unittest.main()
