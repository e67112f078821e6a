"""Makes the wheel self-contained: python repair.py WHEEL FOLDER

The lists of manylinux take for granted that every system has GLib, X11, expat, zlib and the runtime of C++. An image with
nothing but Python has not. So auditwheel is given lists with the C library alone, and takes all else into the wheel. What each
library is, and under which licence it comes, goes in with it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Dict, List

from auditwheel import main as auditwheel
from auditwheel import policy
from licences import add_licences, packages_of

# What belongs to the C library, which comes with the system and cannot be taken along.
OF_THE_SYSTEM = {
    "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libdl.so.2", "libm.so.6", "libnsl.so.1", "libpthread.so.0",
    "libresolv.so.2", "librt.so.1", "libutil.so.1",
}  # fmt: skip


def take_nothing_for_granted(folder: Path) -> None:
    """Gives auditwheel its own lists of libraries that every system has, cut down to the C library."""
    lists = policy._POLICY_JSON_MAP
    for libc, path in list(lists.items()):
        policies: List[Dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        for each in policies:
            each["lib_whitelist"] = [name for name in each["lib_whitelist"] if name in OF_THE_SYSTEM]
        lists[libc] = folder / path.name
        lists[libc].write_text(json.dumps(policies), encoding="utf-8")


def graft(wheel: Path, folder: Path) -> Path:
    """The wheel with all libraries that it needs, as auditwheel makes it; `folder` is empty."""
    with tempfile.TemporaryDirectory() as scratch:
        take_nothing_for_granted(Path(scratch))
        # The wheel is packed again afterwards: this time it need not be small.
        sys.argv = ["auditwheel", "repair", "--strip", "--zip-compression-level", "1", "-w", str(folder), str(wheel)]
        failed = auditwheel.main()
    if failed:
        sys.exit(f"auditwheel cannot repair {wheel.name}")
    (made,) = folder.glob("*.whl")
    return made


def unpack(wheel: Path, folder: Path) -> Path:
    """The folder in `folder`, which is empty, into which the wheel was unpacked."""
    subprocess.run([sys.executable, "-m", "wheel", "unpack", "-d", str(folder), str(wheel)], check=True, stdout=subprocess.DEVNULL)
    (unpacked,) = folder.iterdir()
    return unpacked


def repair(wheel: Path, folder: Path) -> Path:
    """The self-contained wheel, in `folder`."""
    with ExitStack() as stack:
        before, made, after = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(3))
        (extension,) = unpack(wheel, before).glob("fabula/_fabula*.so")
        grafted = graft(wheel, made)
        unpacked = unpack(grafted, after)
        add_licences(packages_of(extension, OF_THE_SYSTEM), unpacked)
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "wheel", "pack", "-d", str(folder), str(unpacked)], check=True, stdout=subprocess.DEVNULL)
        return folder / grafted.name


def main() -> None:
    options = argparse.ArgumentParser(description="Makes a wheel self-contained.")
    options.add_argument("wheel", type=Path)
    options.add_argument("folder", type=Path, help="where the self-contained one goes")
    chosen = options.parse_args()
    print(repair(chosen.wheel, chosen.folder))


if __name__ == "__main__":
    main()
