"""What the scripts of this folder share: sources to look at, and how a rule is run and proved."""

import re
import sys
import tempfile
from pathlib import Path

# Strings are kept, comments are blanked; line numbers stay.
TOKEN = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.DOTALL)


def without_comments(text):
    def blank(match):
        token = match.group()
        return token if token[0] in "\"'" else re.sub(r"[^\n]", " ", token)

    return TOKEN.sub(blank, text)


def sources(root, *folders, endings=(".cpp", ".hpp")):
    """The files below `folders` of `root`, sorted."""
    found = (path for folder in folders for path in (root / folder).rglob("*"))
    return sorted(path for path in found if path.suffix in endings and path.is_file())


def prove(check, violations, innocents):
    """Whether `check(root)` finds fault with each of `violations` and none with `innocents`: {name: {path: text}}."""
    wrong = []
    for expected, cases in ((True, violations), (False, innocents)):
        for name, files in cases.items():
            with tempfile.TemporaryDirectory() as folder:
                for path, text in files.items():
                    file = Path(folder) / path
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, encoding="utf-8")
                found = check(Path(folder))
            if bool(found) != expected:
                wrong.append(f"{name}: " + ("nothing was found" if expected else f"found {found}"))
    return wrong


def main(check, violations, innocents):
    """Runs `check` on the folder named on the command line, or proves it with --self-test."""
    if sys.argv[1:] == ["--self-test"]:
        faults = prove(check, violations, innocents)
    else:
        faults = check(Path(sys.argv[1]))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)
