"""The stages of each example, as `fabula dump` prints them, are those of the files beside this one.

STORY/story.txt, STORY/timetable.txt and STORY/scene.txt; STORY/VIEW.txt for the pictures of the other views. The whole scene stands there for ten-lines alone; the others
have the page's size, how many groups of each class there are, and every text; or what the view says it cannot show. What differs is shown as a difference of
lines. FABULA_UPDATE_GOLDEN=1 (./dev golden) takes what comes out as what is expected from now on.
"""

import difflib
import os
import re
import subprocess
import unittest
from collections import Counter
from pathlib import Path

FABULA = os.environ["FABULA"]
EXAMPLES = Path(os.environ["EXAMPLES"])
GOLDEN = Path(__file__).resolve().parent
UPDATE = bool(os.environ.get("FABULA_UPDATE_GOLDEN"))

STAGES = ("story", "timetable", "scene")
VIEWS = subprocess.run([FABULA, "views", "--names"], check=True, capture_output=True, text=True).stdout.split()[1:]  # the first has the scene stage
NOTHING_TO_SHOW = re.compile(r".*: error: (.* \[no-(?:characters|arcs|tension|page)\])$", re.MULTILINE)
SCENE_IN_FULL = "ten-lines"
MOST_LINES_SHOWN = 80

TEXT = re.compile(r'\s*text \S+ \S+ \S+ (".*") width ')
CLASS = re.compile(r'\s*group .*?class "([^"]*)"')


def dumped(story, stage, *options):
    done = subprocess.run([FABULA, "dump", story.name, "--stage", stage, *options], cwd=story.parent, capture_output=True, timeout=120)
    said = done.stderr.decode(errors="replace")
    nothing = NOTHING_TO_SHOW.search(said)
    if done.returncode == 1 and nothing:
        return nothing[1] + "\n"
    if done.returncode:
        raise AssertionError(said)
    return done.stdout.decode()


def summary(scene):
    """A scene's page, its groups counted by the first word of their class, and its texts in the order drawn."""
    lines = scene.splitlines()
    classes = Counter(found[1].split()[0] for found in map(CLASS.match, lines) if found and found[1])
    texts = [found[1] for found in map(TEXT.match, lines) if found]
    return "\n".join([lines[0], *(f"{count} {name}" for name, count in sorted(classes.items())), *texts]) + "\n"


def got(story, stage):
    text = dumped(story, stage)
    return summary(text) if stage == "scene" and story.stem != SCENE_IN_FULL else text


def difference(expected, text, name):
    lines = list(difflib.unified_diff(expected.splitlines(), text.splitlines(), f"{name}, expected", f"{name}, got", lineterm="", n=1))
    more = len(lines) - MOST_LINES_SHOWN
    return "\n".join(lines[:MOST_LINES_SHOWN] + ([f"... and {more} lines more"] if more > 0 else []))


class Golden(unittest.TestCase):
    maxDiff = None

    def test_every_stage_of_every_example(self):
        for story in sorted(EXAMPLES.glob("*.yaml")):
            for stage in STAGES:
                file = GOLDEN / story.stem / f"{stage}.txt"
                with self.subTest(file=f"{story.stem}/{file.name}"):
                    self.check(file, got(story, stage))

    def test_every_example_in_the_other_views(self):
        for story in sorted(EXAMPLES.glob("*.yaml")):
            for view in VIEWS:
                file = GOLDEN / story.stem / f"{view}.txt"
                with self.subTest(file=f"{story.stem}/{file.name}"):
                    self.check(file, summary(dumped(story, "scene", "--view", view)))

    def check(self, file, text):
        if UPDATE:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        expected = file.read_text(encoding="utf-8") if file.exists() else ""
        if text != expected:
            self.fail(f"\n{difference(expected, text, f'{file.parent.name}/{file.name}')}\nIf that is as it should be: ./dev golden")

    def test_no_file_is_left_of_an_example_that_is_gone(self):
        for file in GOLDEN.glob("*/*.txt"):
            self.assertTrue((EXAMPLES / f"{file.parent.name}.yaml").exists() and file.stem in (*STAGES, *VIEWS), file)


if __name__ == "__main__":
    unittest.main()
