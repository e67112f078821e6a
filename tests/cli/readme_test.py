"""What the README shows is so: its story, its commands, its error, its links."""

import re
import shutil
import subprocess
import unittest

from program import EXAMPLES, ProgramTest

ROOT = EXAMPLES.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

# Indented lines after an empty one.
BLOCKS = [block.group().replace("\n    ", "\n").strip("\n") + "\n" for block in re.finditer(r"(?<=\n)(?:\n    .*)(?:\n    .*)*", README)]


def commands(start):
    """The README's lines that begin so, without their explanations."""
    return [re.split(r"  +(?!-)|  +#", line)[0] for block in BLOCKS for line in block.splitlines() if line.startswith(start)]


def each_choice(command):
    """`render STORY.yaml -o OUT.{svg,pdf} [--page A4]`: with each of what stands in braces or between bars, options taken."""
    command = re.sub(r"[\[\]]", "", command).replace("STORY", "story").replace("OUT", "out")
    choice = re.search(r"\{([\w,]+)\}|(\w+(?:\|\w+)+)", command)
    if not choice:
        return [command]
    return [each for word in re.split(r"[,|]", choice[1] or choice[2])
            for each in each_choice(command[: choice.start()] + word + command[choice.end():])]


class Readme(ProgramTest):
    def test_shows_the_ten_lines_as_they_are(self):
        (story,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
        self.assertEqual(story, (EXAMPLES / "ten-lines.yaml").read_text(encoding="utf-8"))
        self.assertEqual(len(story.splitlines()), 10)

    def test_draws_its_examples_by_its_commands(self):
        shown = commands("build/release/bin/fabula render")
        shutil.copytree(EXAMPLES, self.folder / "examples/stories")
        for command in shown:
            self.assert_exit(0, *command.split()[1:])
        self.assertLessEqual({"lamp.svg", "pages.pdf"}, set(self.files()))

    def test_shows_commands_that_the_program_has(self):
        shown = [each for command in commands("fabula ") for each in each_choice(re.sub(r" +", " ", command))]
        self.assertGreaterEqual(len(shown), 8)
        for command in shown:
            self.assert_exit(0, *command.split()[1:])

    def test_shows_commands_that_dev_has(self):
        usage = subprocess.run([ROOT / "dev", "help"], capture_output=True, text=True, check=True).stdout
        shown = re.findall(r"\./dev (\w+)", README)
        self.assertLessEqual({"render", "test", "build"}, set(shown))
        for command in set(shown) - {"help"}:
            self.assertRegex(usage, rf"(?m)^  {command}\b")

    def test_shows_errors_as_they_are_said(self):
        shown = [block for block in BLOCKS if "error: " in block]
        self.assertGreaterEqual(len(shown), 2)
        for block in shown:
            lines = (EXAMPLES / "ten-lines.yaml").read_text(encoding="utf-8").splitlines()
            for number, line in re.findall(r"(?m)^ +(\d+) \| (.*)$", block):
                lines[int(number) - 1] = line
            file = block.split(":")[0]
            self.write(file, "\n".join(lines) + "\n")
            self.assertEqual(self.assert_exit(1, "check", file).stderr.decode(), block)

    def test_links_to_files_that_are_there(self):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", README):
            self.assertTrue((ROOT / link).exists(), link)


if __name__ == "__main__":
    unittest.main()
