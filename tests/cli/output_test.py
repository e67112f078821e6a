"""An output file is complete or absent, never half; the same story gives the same bytes."""

import os
import stat
import subprocess
import unittest

from program import FAULTY, STORY, ProgramTest


class Output(ProgramTest):
    def render(self, target, code=0, *more, **options):
        return self.assert_exit(code, "render", "story.yaml", "-o", target, *more, **options)

    def test_same_bytes_on_every_run(self):
        for format in ("svg", "html", "pdf", "png"):
            self.render("one." + format)
            self.render("two." + format)
            self.assertEqual((self.folder / f"one.{format}").read_bytes(), (self.folder / f"two.{format}").read_bytes())

    def test_same_bytes_in_another_place_language_and_time_zone(self):
        self.render("one.pdf")
        self.render("two.pdf", 0, environment={"LC_ALL": "C", "TZ": "Asia/Tokyo", "HOME": "/nowhere", "LANG": "de_DE.UTF-8"})
        self.assertEqual((self.folder / "one.pdf").read_bytes(), (self.folder / "two.pdf").read_bytes())

    def test_standard_output_gets_the_bytes_of_the_file(self):
        self.render("out.pdf")
        self.assertEqual(self.render("-", 0, "--format", "pdf").stdout, (self.folder / "out.pdf").read_bytes())

    def test_a_format_asked_for_goes_before_the_ending(self):
        self.render("out.svg", 0, "--format", "png")
        self.assertTrue((self.folder / "out.svg").read_bytes().startswith(b"\x89PNG"))

    def test_leaves_nothing_but_the_output(self):
        self.render("out.svg")
        self.assertEqual(self.files(), ["out.svg", "story.yaml"])

    def test_replaces_a_file_and_keeps_its_permissions(self):
        self.write("out.svg", "old")
        (self.folder / "out.svg").chmod(0o640)
        self.render("out.svg")
        self.assertNotEqual((self.folder / "out.svg").read_text(encoding="utf-8"), "old")
        self.assertEqual(stat.S_IMODE((self.folder / "out.svg").stat().st_mode), 0o640)

    def test_a_new_file_has_the_permissions_that_new_files_have(self):
        self.render("out.svg")
        mask = os.umask(0)
        os.umask(mask)
        self.assertEqual(stat.S_IMODE((self.folder / "out.svg").stat().st_mode), 0o666 & ~mask)

    def test_a_link_stays_a_link(self):
        (self.folder / "real").mkdir()
        self.write("real/out.svg", "old")
        (self.folder / "out.svg").symlink_to("real/out.svg")
        self.render("out.svg")
        self.assertTrue((self.folder / "out.svg").is_symlink())
        self.assertIn("svg", (self.folder / "real/out.svg").read_text(encoding="utf-8"))

    def test_a_story_that_cannot_be_drawn_leaves_the_old_file(self):
        self.write("out.svg", "old")
        self.write("story.yaml", "title: [")
        self.render("out.svg", 1)
        self.write("story.yaml", FAULTY)
        self.assert_exit(1, "render", "story.yaml", "-o", "out.svg", "--strict")
        self.assertEqual((self.folder / "out.svg").read_text(encoding="utf-8"), "old")

    def test_a_name_may_be_as_long_as_the_system_has_them(self):
        self.render("n" * 251 + ".svg")
        self.assertEqual(self.files(), ["n" * 251 + ".svg", "story.yaml"])

    def test_an_ending_may_be_in_capitals(self):
        self.render("OUT.SVG")
        self.assertEqual(self.files(), ["OUT.SVG", "story.yaml"])

    def test_ends_with_3_where_the_folder_is_missing(self):
        self.assertIn(b"No such file or directory", self.render("absent/out.svg", 3).stderr)

    def test_ends_with_3_where_the_output_is_a_folder(self):
        (self.folder / "out.svg").mkdir()
        self.assertIn(b"Is a directory", self.render("out.svg", 3).stderr)
        self.assertEqual(self.files(), ["out.svg", "story.yaml"])

    def test_ends_with_3_where_nobody_may_write(self):
        self.assertRegex(self.render("/proc/out.svg", 3).stderr, b"cannot write /proc/out.svg: ")

    def test_ends_with_3_where_the_disk_is_full(self):
        self.assertIn(b"No space left on device", self.render("/dev/full", 3, "--format", "svg").stderr)

    def test_ends_with_3_where_standard_output_is_full(self):
        for arguments in (("render", "story.yaml", "-o", "-", "--format", "svg"), ("times", "story.yaml"), ("views",),
                          ("check", "story.yaml"), ("dump", "story.yaml", "--stage", "story")):
            with open("/dev/full", "wb") as full:
                self.assert_exit(3, *arguments, stdout=full)

    def test_a_file_that_grows_too_large_leaves_the_old_one(self):
        self.write("out.svg", "old")
        done = subprocess.run(["bash", "-c", 'ulimit -f 1; exec "$@"', "limited", os.environ["FABULA"], "render",
                               "story.yaml", "-o", "out.svg"], cwd=self.folder, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual((self.folder / "out.svg").read_text(encoding="utf-8"), "old")
        self.assertEqual(self.files(), ["out.svg", "story.yaml"])

    def test_a_story_is_not_read_twice_from_a_pipe(self):
        done = self.assert_exit(0, "render", "-", "-o", "-", "--format", "svg", stdin=STORY.encode())
        self.assertEqual(done.stdout, self.render("-", 0, "--format", "svg").stdout)


if __name__ == "__main__":
    unittest.main()
