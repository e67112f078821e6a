"""A root directory with the C library, a Python and one wheel, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Iterable, Set

# Where the wheel and what it depends on lie, as the root sees it.
SITE = Path("/site")

INTERPRETER = Path(sys.executable).resolve()
STANDARD_LIBRARY = Path(sysconfig.get_path("stdlib"))
NOT_STANDARD = shutil.ignore_patterns("site-packages", "dist-packages", "test", "idlelib", "ensurepip", "config-*")


def libraries_of(file: Path) -> Set[Path]:
    """What the dynamic loader loads with this program, itself among it."""
    listed = subprocess.run(["ldd", str(file)], check=True, capture_output=True, text=True).stdout
    words = (line.replace("=>", " ").split() for line in listed.splitlines())
    return {Path(word) for line in words for word in line if word.startswith("/")}


class BareRoot:
    """The interpreter that makes it is the one that runs in it, at the same place.

    Of the system there is what the interpreter itself is linked with. The standard library's own compiled modules may need more,
    as zlib for the one of that name: they cannot be imported before `complete_for`.
    """

    def __init__(self, folder: Path) -> None:
        """Fills the folder, which is empty."""
        self.folder = folder.resolve()
        self.of_the_interpreter = libraries_of(INTERPRETER)
        shutil.copytree(STANDARD_LIBRARY, self.inside(STANDARD_LIBRARY), ignore=NOT_STANDARD)
        self.copy([INTERPRETER, *self.of_the_interpreter])
        self.inside(Path("/tmp")).mkdir()

    def inside(self, path: Path) -> Path:
        """Where a path of the root is for us."""
        return self.folder / path.relative_to("/")

    def copy(self, files: Iterable[Path]) -> None:
        """Copies files to the same places in the root."""
        for file in files:
            target = self.inside(file)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, target)

    def complete_for(self, modules: Iterable[Path]) -> None:
        """Adds the libraries that these compiled modules of the standard library need."""
        for module in modules:
            needed = libraries_of(module)
            self.of_the_interpreter |= needed
            self.copy(needed)

    def install(self, wheel: Path) -> None:
        """Installs the wheel with what it depends on."""
        pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-compile"]
        subprocess.run([*pip, "--target", str(self.inside(SITE)), str(wheel)], check=True)

    def run(self, *words: str, watched: bool = False) -> subprocess.CompletedProcess[str]:
        """Runs the interpreter in the root; if watched, the loader says what it loads."""
        enter = ["chroot"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "chroot"]
        # The path of those who are not root may lack chroot's place.
        path = os.environ["PATH"] + ":/usr/sbin"
        environment = {"PATH": path, "PYTHONPATH": str(SITE), "PYTHONDONTWRITEBYTECODE": "1"}
        if watched:
            # A path that is the same before and in the root: chroot, too, says what it loads.
            environment.update(LD_DEBUG="libs", LD_DEBUG_OUTPUT="tmp/loaded")
        command = [*enter, str(self.folder), str(INTERPRETER), *words]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, encoding="utf-8")

    def loaded(self) -> Set[Path]:
        """What was loaded by the runs that were watched since this was last asked for."""
        found = set()
        for log in self.inside(Path("/tmp")).glob("loaded.*"):
            lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
            found |= {Path(line.partition("calling init: ")[2].strip()) for line in lines if "calling init: " in line}
            log.unlink()
        return found

    def files(self) -> Set[Path]:
        """All there is."""
        return {path for path in self.folder.rglob("*") if path.is_file()}
