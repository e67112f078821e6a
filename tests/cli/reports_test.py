"""What the program reports for other programs to read."""

import csv
import io
import json
import unittest

from program import EXAMPLES, FAULTY, STORY, ProgramTest

# A warning and no error: `summer` is a part of the year, and an event.
AMBIGUOUS = STORY.replace("id: part", "id: summer") + "  - {id: last, title: The last, when: summer}\n"


SLEEPER = """\
title: The sleeper
characters:
  rip: {name: Rip, born: 1740-03-01, absent: [{from: sleeps, until: wakes, lives: 0 days}]}
events:
  - {id: sleeps, title: He sleeps, who: [rip], when: 1769-06-01}
  - {id: wakes, title: He wakes, who: [rip], when: 20 years after sleeps}
"""


SLIP = """\
title: A slip
characters: {ada: {born: 1901-05-01}}
events:
  - {id: sea, title: Ada goes to sea, who: ada, when: [age 11 of ada, 1915]}
  - {id: home, title: She comes home, who: ada, when: 1916}
"""


class Check(ProgramTest):
    def test_counts_what_it_found(self):
        self.write("faulty.yaml", FAULTY)
        self.assertEqual(self.assert_exit(0, "check", "story.yaml").stdout, b"1 story: 0 errors, 0 warnings, 0 notes\n")
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

    def test_as_json_says_what_was_likely_meant(self):
        self.write("faulty.yaml", FAULTY)
        report = json.loads(self.assert_exit(1, "check", "faulty.yaml", "--format", "json").stdout)
        meant = {each["code"]: each.get("instead") for each in report["diagnostics"]}
        self.assertEqual(meant, {"unknown-key": "title", "unknown-id": "meet"})

    def test_as_json_has_repairs_that_can_be_put_into_the_text(self):
        self.write("slip.yaml", SLIP)
        (finding,) = json.loads(self.assert_exit(1, "check", "slip.yaml", "--format", "json").stdout)["diagnostics"]
        self.assertEqual([repair["text"] for repair in finding["repairs"]],
                         ["‘age 11 of ada’ → ‘age 13 of ada’", "‘1901-05-01’ → ‘1903-01-02’", "‘1915’ → ‘1913’",
                          "take out ‘age 11 of ada’"])
        for repair in finding["repairs"]:
            (edit,) = repair["edits"]
            content = SLIP.encode()
            start, end = edit["offset"], edit["offset"] + edit["length"]
            line = SLIP.splitlines()[edit["line"] - 1]
            self.assertEqual(line[edit["column"] - 1:][: edit["length"]].encode(), content[start:end])
            self.write("repaired.yaml", (content[:start] + edit["replacement"].encode() + content[end:]).decode())
            self.assert_exit(0, "check", "repaired.yaml")

    def test_shows_what_is_as_severe_as_asked_for(self):
        self.write("summer.yaml", AMBIGUOUS)
        for severity, shown in (("note", True), ("warning", True), ("error", False)):
            done = self.assert_exit(0, "check", "summer.yaml", "--severity", severity)
            self.assertEqual(b"[ambiguous-phrase]" in done.stderr, shown, severity)
            report = json.loads(self.assert_exit(0, "check", "summer.yaml", "--severity", severity, "--format", "json").stdout)
            self.assertEqual(bool(report["diagnostics"]), shown, severity)

    def test_fails_on_what_it_is_told_to_shown_or_not(self):
        self.write("summer.yaml", AMBIGUOUS)
        self.assert_exit(0, "check", "summer.yaml", "--fail-on", "error")
        self.assert_exit(1, "check", "summer.yaml", "--fail-on", "warning")
        self.assert_exit(1, "check", "summer.yaml", "--fail-on", "note", "--severity", "error")
        self.assert_exit(0, "check", "story.yaml", "--fail-on", "note")

    def test_lists_what_can_be_found(self):
        table = self.assert_exit(0, "check", "--rules").stdout.decode().splitlines()
        report = json.loads(self.assert_exit(0, "check", "--rules", "--format", "json").stdout)
        self.assertEqual([line.split()[:2] for line in table], [[rule["code"], rule["severity"]] for rule in report["rules"]])
        self.assertTrue(all(rule["meaning"] and rule["hint"] for rule in report["rules"]))
        codes = {rule["code"] for rule in report["rules"]}
        self.assertLessEqual({"contradiction", "after-death", "unknown-rule"}, codes)
        self.assertNotIn("page-too-small", codes)


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


    def test_tell_ages_by_the_calendar_and_as_lived(self):
        self.write("rip.yaml", SLEEPER)
        lines = self.assert_exit(0, "times", "rip.yaml").stdout.decode().splitlines()
        self.assertRegex(lines[0], r"^event +earliest +when +latest +certainty +title +ages$")
        self.assertRegex(lines[1], r"He sleeps +rip 29$")
        self.assertRegex(lines[2], r"He wakes +rip 49 \(lived 29\)$")
        text = self.assert_exit(0, "times", "rip.yaml", "--format", "csv").stdout.decode()
        _, wakes = csv.DictReader(io.StringIO(text, newline=""))
        self.assertEqual(wakes["ages"], "rip 49 (lived 29)")
        report = json.loads(self.assert_exit(0, "times", "rip.yaml", "--format", "json").stdout)
        (ages,) = report["events"][1]["ages"]
        self.assertEqual(ages["who"], "rip")
        self.assertEqual((ages["calendar"]["years"], ages["lived"]["years"]), ("49", "29"))
        for age in (ages["calendar"], ages["lived"]):
            self.assertLessEqual(age["least"], age["nominal"])
            self.assertLessEqual(age["nominal"], age["most"])
        self.assertEqual(report["lives"][0]["absences"][0]["lived"], 0)

    def test_fit_the_width_that_is_asked_for(self):
        self.write("rip.yaml", SLEEPER.replace("He wakes", "He wakes and does not know the village any more"))
        for line in self.assert_exit(0, "times", "rip.yaml", "--width", "72").stdout.decode().splitlines():
            self.assertLessEqual(len(line), 72)
        whole = self.assert_exit(0, "times", "rip.yaml").stdout.decode()
        self.assertIn("does not know the village any more", whole)

    def test_say_why(self):
        self.write("rip.yaml", SLEEPER)
        said = self.assert_exit(0, "times", "rip.yaml", "--why", "wakes").stdout.decode()
        self.assertIn("rip.yaml:5:54: ‘1769-06-01’ puts sleeps no earlier than 1769-06-01\n", said)
        self.assertIn("rip.yaml:6:52: ‘20 years after sleeps’ puts wakes 20 years after sleeps (1769-06-01 + 20 years = 1789-06-01)\n", said)
        self.assertIn("taken for granted: wakes stands below sleeps in the list\n", said)
        why = json.loads(self.assert_exit(0, "times", "rip.yaml", "--why", "wakes", "--format", "json").stdout)["why"]
        self.assertEqual([reason["line"] for reason in why["latest"]], [5, 6])
        self.assertEqual({reason["kind"] for reason in why["latest"]}, {"stated"})

    def test_mark_what_is_set_aside(self):
        self.write("slip.yaml", SLIP)
        done = self.assert_exit(1, "times", "slip.yaml")
        self.assertIn(b"[age-contradicts-birth]", done.stderr)
        lines = done.stdout.decode().splitlines()
        self.assertRegex(lines[0], r"^ +event +earliest +when ")
        self.assertRegex(lines[1], r"^!  sea +1915-01-01 ")
        self.assertRegex(lines[2], r"^   home +1916-01-01 ")
        self.assertEqual(lines[3:], ["", "! set aside, for it cannot be true together with the rest:",
                                     "  sea: age 11 of ada, which would be 1912-05-01 to 1913-04-30"])

    def test_name_what_is_set_aside_in_every_form(self):
        self.write("slip.yaml", SLIP)
        text = self.assert_exit(1, "times", "slip.yaml", "--format", "csv").stdout.decode()
        sea, home = csv.DictReader(io.StringIO(text, newline=""))
        self.assertEqual((sea["set_aside"], home["set_aside"]), ("age 11 of ada", ""))
        report = json.loads(self.assert_exit(1, "times", "slip.yaml", "--format", "json").stdout)
        self.assertEqual([event["set_aside"] for event in report["events"]], [["age 11 of ada"], []])
        (said,) = report["set_aside"]
        self.assertEqual((said["of"], said["written"], said["allowed"]), ("sea", "age 11 of ada", False))
        self.assertEqual((said["code"], said["line"], said["column"]), ("age-contradicts-birth", 4, 56))
        self.assertLess(said["from"], said["until"])
        why = self.assert_exit(1, "times", "slip.yaml", "--why", "sea").stdout.decode()
        self.assertIn("set aside, for it cannot be true together with the rest: age 11 of ada, which would be 1912-05-01", why)

    def test_mark_what_is_allowed_and_end_well(self):
        self.write("slip.yaml", SLIP.replace("1915]", "1915], allow: contradiction"))
        done = self.assert_exit(0, "times", "slip.yaml")
        self.assertEqual(done.stderr, b"")
        self.assertIn("1913-04-30 (allowed)", done.stdout.decode())

    def test_cannot_say_why_of_an_event_that_is_not_there(self):
        said = self.assert_exit(2, "times", "story.yaml", "--why", "met").stderr.decode()
        self.assertEqual(said, "fabula: --why: there is no event ‘met’; did you mean ‘meet’?\n")
        self.assert_exit(2, "times", "story.yaml", "--why", "meet", "--format", "csv")


class Layout(ProgramTest):
    def test_is_json_and_names_its_view(self):
        self.assertEqual(json.loads(self.assert_exit(0, "layout", "story.yaml").stdout)["view"], "lifelines")


if __name__ == "__main__":
    unittest.main()
