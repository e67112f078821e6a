"""A story with faults ends with 1, says where they are, and never brings the program down."""

import unittest

from program import CONTRADICTION, FAULTY, STORY, ProgramTest

COMMANDS = (
    ("render", "story.yaml", "-o", "out.svg"),
    ("check", "story.yaml"),
    ("times", "story.yaml"),
    ("layout", "story.yaml"),
    ("dump", "story.yaml", "--stage", "timetable"),
    ("dump", "story.yaml", "--stage", "scene"),
)


class Faults(ProgramTest):
    def test_end_every_command_with_1(self):
        for story in (FAULTY, CONTRADICTION):
            self.write("story.yaml", story)
            for command in COMMANDS:
                self.assert_exit(1, *command)

    def test_a_file_that_is_not_there_ends_with_1(self):
        for command in COMMANDS:
            done = self.assert_exit(1, *(word.replace("story.yaml", "absent.yaml") for word in command))
            self.assertIn(b"absent.yaml", done.stderr)

    def test_are_all_said_with_their_places_and_carets(self):
        self.write("story.yaml", FAULTY)
        said = self.assert_exit(1, "check", "story.yaml").stderr.decode()
        self.assertIn("story.yaml:1:1: error: ", said)
        self.assertIn("story.yaml:7:", said)
        self.assertIn("did you mean ‘title’", said)
        self.assertIn("did you mean ‘meet’", said)
        self.assertIn("^", said)

    def test_go_before_faults_of_the_options(self):
        self.write("story.yaml", FAULTY)
        said = self.assert_exit(1, "render", "story.yaml", "-o", "out.svg", "--page", "A44").stderr.decode()
        self.assertIn("--page:1:1: error: ", said)
        self.assertIn("story.yaml:1:1: error: ", said)

    def test_have_no_colours_where_nobody_sees_them(self):
        self.write("story.yaml", FAULTY)
        self.assertNotIn(b"\x1b", self.assert_exit(1, "check", "story.yaml").stderr)

    def test_of_a_contradiction_name_the_statements(self):
        self.write("story.yaml", CONTRADICTION)
        said = self.assert_exit(1, "check", "story.yaml").stderr.decode()
        self.assertIn("story.yaml:6:", said)
        self.assertIn("story.yaml:7:", said)

    def test_do_not_keep_the_rest_from_being_drawn(self):
        for story, said in ((FAULTY, "drawn without what could not be read"), (CONTRADICTION, "drawn without ‘after part’ of meet")):
            self.write("story.yaml", story)
            done = self.assert_exit(1, "render", "story.yaml", "-o", "out.svg")
            self.assertIn(said, done.stderr.decode().splitlines()[-1])
            self.assertIn("</svg>", (self.folder / "out.svg").read_text(encoding="utf-8"))

    def test_keep_a_strict_render_from_drawing(self):
        for story in (FAULTY, CONTRADICTION):
            self.write("story.yaml", story)
            self.assert_exit(1, "render", "story.yaml", "-o", "out.svg", "--strict")
        self.assertEqual(self.files(), ["story.yaml"])

    def test_no_bad_file_brings_the_program_down(self):
        for bad in (b"", b"\x00", b"\xff\xfe", b"- 1", b"title: [", b"{" * 100000, b"a: &a [*a]", b"title: x\nevents: 7\n",
                    b"\xef\xbb\xbf", b"title: " + b"x" * 1000000, STORY.encode()[:-30], STORY.encode("utf-16")):
            done = self.run_program("render", "-", "-o", "out.svg", stdin=bad)
            self.assertEqual(done.returncode, 1, (bad[:20], done.stderr[:300]))
            self.assertNotEqual(done.stderr, b"", bad[:20])
        self.assertEqual(self.files(), ["story.yaml"])

    def test_a_folder_is_no_story(self):
        (self.folder / "folder.yaml").mkdir()
        self.assert_exit(1, "check", "folder.yaml")


if __name__ == "__main__":
    unittest.main()
