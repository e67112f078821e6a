"""What a self-contained wheel is made of: the packages of Debian, their versions, and what they say of their licences."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any, Dict, List, Set
from urllib.parse import quote

# Where Debian keeps what every package says of its licence, and the licences that many name.
COPYRIGHTS = Path("/usr/share/doc")
COMMON_LICENCES = Path("/usr/share/common-licenses")

FONT_PACKAGES = ("fonts-lato", "fonts-ebgaramond", "fonts-vollkorn", "fonts-inter", "fonts-noto-core", "fonts-noto-cjk")

# What is in the compiled part itself: templates and static libraries.
COMPILED_IN = ("libcadical-dev", "libeigen3-dev", "liblemon-dev")

PREFACE = """\
The libraries and fonts in this wheel, by package of Debian. A file beside this one has the licence of each; the licences
that those name by their place in Debian are in the folder common-licenses. Debian has the source of every package.

"""


def answer_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def packages_of(extension: Path, left_out: Set[str]) -> Dict[str, str]:
    """The packages of Debian, with their versions, that are in the wheel; `extension` is its compiled part before the repair."""
    packages: List[str] = [*FONT_PACKAGES, *COMPILED_IN]
    for line in answer_of("ldd", str(extension)).splitlines():
        name, _, place = line.strip().partition(" => ")
        if not place or name in left_out:
            continue
        # The package knows the file by the path at which it was packed, which need not be the one at which it is found.
        file = Path(place.split(" (")[0]).resolve()
        packages.append(answer_of("dpkg-query", "--search", f"*/{file.parent.name}/{file.name}").split(":")[0])
    versions = {name: answer_of("dpkg-query", "--show", "--showformat=${Version}\n", name).split()[0] for name in packages}
    return dict(sorted(versions.items()))


def add_licences(packages: Dict[str, str], unpacked: Path) -> None:
    """Adds the licence of each package to the unpacked wheel, and a list of their versions."""
    (info,) = unpacked.glob("*.dist-info")
    licences = info / "licenses"
    common = licences / "common-licenses"
    common.mkdir(parents=True)
    for package in packages:
        said = COPYRIGHTS / package / "copyright"
        if not said.exists():
            sys.exit(f"nothing says under which licence {package} comes: {said} is not there")
        shutil.copyfile(said, licences / f"{package}.txt")
        text = said.read_text(encoding="utf-8", errors="replace")
        for name in re.findall(rf"{COMMON_LICENCES}/([\w.+-]*\w)", text):
            file = common_licence(name)
            shutil.copyfile(file, common / file.name)
    add_licence_of_nanobind(licences)
    listed = "".join(f"{package} {version}\n" for package, version in packages.items())
    (licences / "PACKAGES").write_text(PREFACE + listed, encoding="utf-8")
    complete_bill(packages, info / "sboms/auditwheel.cdx.json")


def common_licence(name: str) -> Path:
    """Pango names GPL-2.0, which is GPL-2 there."""
    for file in (COMMON_LICENCES / name, COMMON_LICENCES / name.removesuffix(".0")):
        if file.exists():
            return file
    sys.exit(f"there is no {COMMON_LICENCES / name}")


def add_licence_of_nanobind(licences: Path) -> None:
    """Nanobind is compiled in, and comes from PyPI."""
    texts = [file for file in metadata.files("nanobind") or [] if file.name.startswith("LICENSE")]
    if not texts:
        sys.exit("nothing says under which licence nanobind comes")
    shutil.copyfile(str(texts[0].locate()), licences / "nanobind.txt")


def complete_bill(packages: Dict[str, str], bill: Path) -> None:
    """Adds to auditwheel's bill of materials what it misses: libraries found through /lib, fonts, and what is compiled in."""
    contents: Dict[str, Any] = json.loads(bill.read_text(encoding="utf-8"))
    known = {component["name"] for component in contents["components"]}
    for package, version in packages.items():
        if package in known:
            continue
        url = f"pkg:deb/debian/{quote(package)}@{quote(version)}"
        kind = "data" if package in FONT_PACKAGES else "library"
        contents["components"].append({"type": kind, "bom-ref": url, "name": package, "version": version, "purl": url})
        contents["dependencies"][0]["dependsOn"].append(url)
        contents["dependencies"].append({"ref": url})
    bill.write_text(json.dumps(contents), encoding="utf-8")
