"""What the program can be asked, and exit code 2 for what it cannot."""

import re
import unittest

from program import EXAMPLES, FOR_ALL_VIEWS, STORY, ProgramTest


class CommandLine(ProgramTest):
    def test_says_its_version(self):
        self.assertRegex(self.assert_exit(0, "--version").stdout, rb"^fabula \d+\.\d+\.\d+\n$")

    def test_explains_itself(self):
        said = self.assert_exit(0, "--help").stdout.decode()
        for command in ("render", "check", "times", "layout", "dump", "views", "themes", "schema"):
            self.assertIn(command, said)
            self.assert_exit(0, command, "--help")

    def test_wrong_usage_ends_with_2_and_writes_nothing(self):
        for arguments in (
            (),
            ("draw",),
            ("render",),
            ("render", "story.yaml"),
            ("render", "story.yaml", "-o", "out.docx"),
            ("render", "story.yaml", "-o", "out"),
            ("render", "story.yaml", "-o", "-"),
            ("render", "story.yaml", "-o", "out.svg", "--format", "docx"),
            ("render", "story.yaml", "-o", "out.svg", "--nonsense"),
            ("render", "story.yaml", "-o", "out.svg", "--view", "lifeline"),
            ("render", "story.yaml", "-o", "out.svg", "--theme", "defualt"),
            ("render", "story.yaml", "-o", "out.svg", "--theme", "absent.yaml"),
            ("render", "story.yaml", "-o", "out.svg", "--page", "A44"),
            ("render", "story.yaml", "-o", "out.svg", "--set", "direction"),
            ("render", "story.yaml", "-o", "out.svg", "--set", "lifelines.direktion=down"),
            ("render", "story.yaml", "-o", "out.svg", "--set", "lifelines.direction=sideways"),
            ("render", "story.yaml", "-o", "out.svg", "--set", "theme.type.text=huge"),
            ("render", "story.yaml", "-o", "out.svg", "--set", "theme.type.text=2"),
            ("render", "story.yaml", "-o", "out.svg", "--set", "png.dpi=0"),
            ("render", "story.yaml", "-o", "out.svg", "--dpi", "1"),
            ("render", "story.yaml", "-o", "out.svg", "--dpi", "nan"),
            ("check",),
            ("check", "story.yaml", "--format", "xml"),
            ("check", "story.yaml", "--severity", "serious"),
            ("check", "story.yaml", "--rules"),
            ("times", "story.yaml", "--format", "xml"),
            ("dump", "story.yaml"),
            ("dump", "story.yaml", "--stage", "picture"),
            ("layout", "story.yaml", "--view", "storyboard"),
        ):
            done = self.assert_exit(2, *arguments)
            self.assertEqual(done.stdout, b"", arguments)
            self.assertNotEqual(done.stderr, b"", arguments)
        self.assertEqual(self.files(), ["story.yaml"])

    def test_an_unknown_command_is_named_with_those_there_are(self):
        said = self.assert_exit(2, "draw", "story.yaml").stderr.decode()
        self.assertIn("no command 'draw'", said)
        self.assertIn("render, check", said)

    def test_an_unknown_ending_is_told_the_formats(self):
        said = self.assert_exit(2, "render", "story.yaml", "-o", "out.docx").stderr.decode()
        for format in ("svg", "html", "pdf", "png"):
            self.assertIn(format, said)

    def test_a_misspelt_name_is_told_the_nearest_with_a_caret_under_it(self):
        for option, wrong, right in (("--view", "lifelynes", "lifelines"), ("--theme", "defualt", "default"),
                                     ("--set", "lifelines.direktion=down", "lifelines.direction")):
            said = self.assert_exit(2, "render", "story.yaml", "-o", "out.svg", option, wrong).stderr.decode()
            self.assertIn(f"{option}:1:1: error: ", said)
            self.assertIn("^", said)
            self.assertIn(f"did you mean ‘{right}’", said)

    def test_lists_views_and_themes_by_name(self):
        self.assertEqual(self.assert_exit(0, "views", "--names").stdout.splitlines()[0], b"lifelines")
        themes = self.assert_exit(0, "themes", "--names").stdout.splitlines()
        self.assertLessEqual({b"default", b"print"}, set(themes))

    def test_writes_a_specimen_of_the_themes(self):
        self.assert_exit(0, "themes", "--sheet", "sheet.pdf")
        self.assertTrue((self.folder / "sheet.pdf").read_bytes().startswith(b"%PDF-1."))
        self.assert_exit(2, "themes", "--sheet", "sheet.pdf", "--names")
        self.assert_exit(3, "themes", "--sheet", "no/such/folder/sheet.pdf")

    def test_lists_the_settings_of_views(self):
        self.assertIn(b" lifelines.direction=right|down ", self.assert_exit(0, "views").stdout)

    def test_draws_every_view_in_every_theme_and_format(self):
        self.write("all.yaml", FOR_ALL_VIEWS)
        views = self.assert_exit(0, "views", "--names").stdout.decode().split()
        themes = self.assert_exit(0, "themes", "--names").stdout.decode().split()
        starts = {"svg": rb"<\?xml|<svg", "html": rb"<!DOCTYPE html>", "pdf": rb"%PDF-1\.", "png": rb"\x89PNG\r\n"}
        for view in views:
            for theme in themes:
                for format, start in starts.items():
                    self.assert_exit(0, "render", "all.yaml", "--view", view, "--theme", theme, "-o", "out." + format)
                    self.assertTrue(re.match(start, (self.folder / f"out.{format}").read_bytes()), (view, theme, format))

    def test_paper_is_as_large_as_asked_for(self):
        self.assert_exit(0, "render", "story.yaml", "-o", "out.svg", "--page", "A4-landscape")
        scene = self.assert_exit(0, "dump", "story.yaml", "--stage", "scene", "--page", "A4-landscape").stdout.decode()
        self.assertRegex(scene, r"841\.89")
        self.assertRegex(scene, r"595\.28")

    def test_dumps_the_draft_as_a_story_file_that_says_the_same(self):
        for story in EXAMPLES.glob("*.yaml"):
            draft = self.assert_exit(0, "dump", str(story), "--stage", "draft").stdout
            again = self.assert_exit(0, "dump", "-", "--stage", "draft", stdin=draft)
            self.assertEqual(again.stdout, draft)
            times = self.assert_exit(0, "times", "-", "--format", "csv", stdin=draft)
            self.assertEqual(times.stdout, self.assert_exit(0, "times", str(story), "--format", "csv").stdout)

    def test_dumps_every_stage_of_the_examples(self):
        for story in sorted(EXAMPLES.glob("*.yaml")):
            for stage in ("story", "timetable", "scene"):
                self.assertGreater(len(self.assert_exit(0, "dump", str(story), "--stage", stage).stdout), 100)

    def test_a_later_setting_holds(self):
        one = self.assert_exit(0, "dump", "story.yaml", "--stage", "scene", "--set", "lifelines.direction=down").stdout
        both = self.assert_exit(0, "dump", "story.yaml", "--stage", "scene", "--set", "lifelines.direction=right",
                                "--set", "lifelines.direction=down").stdout
        self.assertEqual(one, both)
        self.assertNotEqual(one, self.assert_exit(0, "dump", "story.yaml", "--stage", "scene").stdout)

    def test_reads_a_story_from_standard_input(self):
        piped = self.assert_exit(0, "dump", "-", "--stage", "story", stdin=STORY.encode())
        self.assertEqual(piped.stdout, self.assert_exit(0, "dump", "story.yaml", "--stage", "story").stdout)


if __name__ == "__main__":
    unittest.main()
