"""The program under test, run in a folder of its own."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

FABULA = os.environ["FABULA"]
EXAMPLES = Path(os.environ["EXAMPLES"])

STORY = """\
title: A walk
characters:
  ann: {name: Ann}
  bob: {name: Bob}
events:
  - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14}
  - {id: part, title: They part, who: [ann, bob], when: 3 days after meet}
"""

# Two faults: an unknown key, and an event that is not there.
# The same with all that any view asks for.
FOR_ALL_VIEWS = STORY + """\
  - {id: home, title: Home, who: [ann], tension: 2}
  - {id: again, title: Out again, who: [ann, bob], tension: 7}
relationships: [{between: [ann, bob], kind: friendship}]
page: {rows: [{view: lifelines}]}
"""

FAULTY = STORY.replace("author", "autor").replace("title: A walk", "titel: A walk").replace("after meet", "after mete")

CONTRADICTION = STORY.replace("when: 1996-07-14", "when: [1996-07-14, after part]")


class ProgramTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.write("story.yaml", STORY)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def run_program(self, *arguments, stdin=b"", environment=None, stdout=subprocess.PIPE):
        """Runs `fabula ARGUMENTS` in the folder; output and errors are bytes."""
        return subprocess.run([FABULA, *arguments], cwd=self.folder, input=stdin, stdout=stdout, stderr=subprocess.PIPE,
                              env={**os.environ, **(environment or {})}, timeout=60)

    def assert_exit(self, code, *arguments, **options):
        done = self.run_program(*arguments, **options)
        self.assertEqual(done.returncode, code, (arguments, done.stdout, done.stderr.decode(errors="replace")))
        return done

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())
