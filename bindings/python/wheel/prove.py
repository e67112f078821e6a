"""Proves that the wheel needs nothing but Python: python prove.py WHEEL [--keep FOLDER]

In a root directory of its own there is the C library, an interpreter with the standard library, and the wheel with what it
depends on: no other library, no font, no configuration. In it, stories are drawn in every view and format. That has to give the
bytes that the ordinary build gives, which is installed for this interpreter, with not a word on standard error, no library
loaded from elsewhere and no file left behind. Then each library of the wheel is taken away in turn, to see that the proof fails.
At last a story is told there. It takes PyYAML, and that takes modules of the standard library that need zlib of the system: so
the libraries that those need are added before.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import List

from bare_root import SITE, STANDARD_LIBRARY, BareRoot

STORIES = Path(__file__).resolve().parents[3] / "examples/stories"
DRAWN = [STORIES / "never-let-me-go.yaml", STORIES / "names-of-the-world.yaml"]

# Runs in both places. Hashlib may need OpenSSL, which the bare root has not.
DRAW = """\
import sys, fabula
try:
    from _sha2 import sha256
except ImportError:
    from _sha256 import sha256
for name in sys.argv[1:]:
    story = fabula.load(name)
    for view in fabula.views():
        for format in ("svg", "pdf", "png"):
            try:
                bytes = getattr(story, format)(view=view)
            except fabula.StoryError as error:
                print(name, view, format, error.diagnostics[0].code)
            else:
                print(name, view, format, len(bytes), sha256(bytes).hexdigest())
    print(len(story.times()), len(story.check()))
print(*sorted(fabula.themes()))
"""

# A story that is told, and a theme that asks for a font that no machine has.
TELL = """\
import fabula
story = fabula.loads("title: A walk\\nevents: [{title: They meet}]\\n")
story.event(title="They part")
print(story.yaml(), len(story.svg(settings={"theme.type.system-fonts": True, "theme.type.family": "Nowhere"})))
"""

# After it: where the modules come from that it took.
NAME_MODULES = """
import sys
print(*(module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)), sep="\\n")
"""


def compare(root: BareRoot, words: List[str]) -> List[str]:
    """What is wrong with what the interpreter does in the root, told to do the same here and there."""
    before = root.files()
    there = root.run(*words, watched=True)
    loaded = root.loaded()
    here = subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True, encoding="utf-8")
    ours, theirs = here.stdout.splitlines(), there.stdout.splitlines()
    print(f"{len(theirs)} lines of figures, {len(loaded)} libraries loaded")
    faults = [f"it draws otherwise than the ordinary build: {one} | {other}" for one, other in zip(ours, theirs) if one != other]
    if there.returncode != 0 or there.stderr:
        faults.append(f"it ends with {there.returncode} and says: {there.stderr}")
    if len(ours) != len(theirs):
        faults.append(f"it comes to {len(theirs)} lines of figures, the ordinary build to {len(ours)}")
    own = {path.name for path in root.of_the_interpreter}
    strangers = [path for path in loaded if not {SITE, STANDARD_LIBRARY} & set(path.parents) and path.name not in own]
    faults += [f"it loads {path}" for path in strangers]
    faults += [f"it leaves {path} behind" for path in root.files() - before]
    return faults if loaded else [*faults, "the loader says nothing of what it loads"]


def check_drawing(root: BareRoot) -> List[str]:
    """What is wrong with how stories are drawn."""
    return compare(root, ["-W", "ignore", "-c", DRAW, *map(str, DRAWN)])


def check_telling(root: BareRoot) -> List[str]:
    """What is wrong when a story is told there, and asks for fonts of the machine."""
    asked = [sys.executable, "-W", "ignore", "-c", TELL + NAME_MODULES]
    named = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()
    root.complete_for(Path(name) for name in named if Path(name).parent.name == "lib-dynload")
    return compare(root, ["-W", "ignore", "-c", TELL])


def check_that_it_can_fail(root: BareRoot) -> List[str]:
    """Every library is needed, and the loader names the one that is missing."""
    faults = []
    libraries = sorted(root.inside(SITE / "fabula.libs").iterdir())
    for library in libraries:
        aside = library.rename(library.with_name("aside"))
        done = root.run("-c", "import fabula")
        if done.returncode == 0:
            faults.append(f"it does as well without {library.name}")
        elif library.name not in done.stderr:
            faults.append(f"without {library.name} it says: {done.stderr}")
        aside.rename(library)
    print(f"{len(libraries)} libraries taken away in turn")
    return faults


def import_times(root: BareRoot) -> List[float]:
    """Milliseconds that `import fabula` takes, bytecode at hand, as the interpreter says it."""
    root.run("-m", "compileall", "-q", str(SITE))
    last_lines = (root.run("-X", "importtime", "-c", "import fabula").stderr.splitlines()[-1] for _ in range(15))
    return [int(line.split("|")[1]) / 1000 for line in last_lines]


def print_sizes(wheel: Path, root: BareRoot) -> None:
    """MiB: of the wheel, and of its parts when installed."""
    site = root.inside(SITE)
    parts = {"libraries": "fabula.libs", "fonts": "fabula/data/fonts", "compiled part": "fabula/_fabula*.so"}
    sizes = {"wheel": wheel.stat().st_size}
    for name, pattern in parts.items():
        files = (file for place in site.glob(pattern) for file in ([place] if place.is_file() else place.rglob("*")))
        sizes[name] = sum(file.stat().st_size for file in files)
    print(f"{wheel.name}: " + ", ".join(f"{name} {size / 2**20:.1f} MiB" for name, size in sizes.items()))


def main() -> None:
    options = argparse.ArgumentParser(description="Proves that the wheel needs nothing but Python.")
    options.add_argument("wheel", type=Path)
    options.add_argument("--keep", type=Path, help="an empty folder that becomes the root, and stays")
    chosen = options.parse_args()
    with ExitStack() as stack:
        root = BareRoot(chosen.keep or Path(stack.enter_context(tempfile.TemporaryDirectory())))
        root.install(chosen.wheel)
        root.copy(DRAWN)
        print_sizes(chosen.wheel, root)
        faults = check_drawing(root) or check_that_it_can_fail(root) + check_telling(root)
        if not faults:
            print(f"import fabula: {statistics.median(import_times(root)):.0f} ms")
    for fault in faults:
        print(f"prove: {fault}")
    print("prove: the wheel needs nothing but Python" if not faults else f"prove: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
