#!/usr/bin/env python3
"""Every example in every view as living SVG, shown by Chromium, librsvg and resvg, beside the PNG that Cairo draws.

    tests/svg/compare.py FABULA [--keep FOLDER] [--only WORD] [--self-test]

Prints a table of how far each is from the PNG (likeness.py says in what) and how many bytes the living form takes beside
the outlines, and fails where a square of a picture is further off than BOUNDS says. `--self-test` proves that these
are bounds: every line of a picture, moved by two points or three, has to break them. Needs Debian's chromium, librsvg2-bin, python3-numpy and
python3-pil, and resvg-py from PyPI; without the last, resvg is passed over."""

from __future__ import annotations

import argparse
import importlib
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

sys.path.insert(0, str(Path(__file__).parent))
from chromium import Chromium  # noqa: E402
from likeness import Likeness, likeness, read  # noqa: E402

# The most of the ink in a square of 8 by 8 points that may stand elsewhere. librsvg joins no letters (ti, tt), which shows in
# large type. What lies beyond the bounds, see --self-test.
BOUNDS = {"chromium": 0.5, "librsvg": 0.55, "resvg": 0.5}
# Pictures with places beyond the bound, and how many. Whether a dotted curve ends in a dot depends on how long a program finds
# the curve, where that is a question of thousandths of a point.
ALLOWED = {"french-revolution storyline": 2}
DOTS_PER_INCH = 144.0
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "stories"


@dataclass(frozen=True)
class Case:
    story: Path
    view: str
    options: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        said = [option.removeprefix("svg.") for option in self.options if not option.startswith("--")]
        return " ".join([self.story.stem, self.view, *said])


@dataclass
class Row:
    case: Case
    living: int
    outlined: int
    by: dict[str, Likeness] = field(default_factory=dict)


class Viewer(Protocol):
    def __call__(self, svg: Path, width: int, height: int) -> bytes: ...


class Fabula:
    def __init__(self, program: Path) -> None:
        self._program = program

    def names(self, what: str) -> list[str]:
        return self._run(what, "--names").stdout.split()

    def render(self, case: Case, output: Path, *more: str) -> bool:
        """Whether there is such a picture: a story without tension has no plot."""
        done = self._run("render", str(case.story), "--view", case.view, *case.options, *more, "-o", str(output), check=False)
        if done.returncode != 0 and not re.search(r"\[no-(characters|arcs|tension|page)\]", done.stderr):
            raise RuntimeError(done.stderr)
        return done.returncode == 0

    def _run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run([self._program, *arguments], capture_output=True, text=True, check=check)


def cases(fabula: Fabula) -> list[Case]:
    stories = sorted(EXAMPLES.glob("*.yaml"))
    founding, names = EXAMPLES / "never-let-me-go.yaml", EXAMPLES / "names-of-the-world.yaml"
    all_views = [Case(story, view) for story in stories for view in fabula.names("views")]
    themes = [Case(founding, "lifelines", ("--theme", theme)) for theme in fabula.names("themes") if theme != "default"]
    both = [Case(story, "lifelines", ("--set", "svg.text=both")) for story in (founding, names)]
    embedded = [Case(story, "lifelines", ("--set", "svg.fonts=embed")) for story in (founding, names)]
    gallery = [
        Case(EXAMPLES / "french-revolution.yaml", "lifelines", ("--theme", "print", "--page", "A2-landscape")),
        Case(EXAMPLES / "french-revolution.yaml", "arcs", ("--set", "arcs.sections=yes")),
        Case(founding, "storyline", ("--theme", "manuscript")),
        Case(EXAMPLES / "odyssey.yaml", "curve", ("--theme", "dark")),
    ]
    return all_views + themes + gallery + both + embedded


def write_fonts(folder: Path, fonts: Path) -> Path:
    """A configuration of fontconfig that knows Fabula's fonts and no others."""
    file = folder / "fonts.conf"
    file.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>'
                    f"<cachedir>{folder}/cache</cachedir></fontconfig>", encoding="utf-8")
    return file


def librsvg(configuration: Path) -> Viewer:
    def show(svg: Path, width: int, height: int) -> bytes:
        return subprocess.run(["rsvg-convert", "--dpi-x", str(DOTS_PER_INCH), "--dpi-y", str(DOTS_PER_INCH), str(svg)],
                              capture_output=True, check=True, env={**os.environ, "FONTCONFIG_FILE": str(configuration)}).stdout

    return show


def resvg(fonts: Path) -> Viewer | None:
    try:
        module = importlib.import_module("resvg_py")
    except ImportError:
        return None

    def show(svg: Path, width: int, height: int) -> bytes:
        return bytes(module.svg_to_bytes(svg_path=str(svg), skip_system_fonts=True, font_dirs=[str(fonts)], dpi=DOTS_PER_INCH))

    return show


def compare(fabula: Fabula, case: Case, viewers: dict[str, Viewer], folder: Path) -> Row | None:
    stem = folder / case.name.replace(" ", ".").replace("=", "-")
    png, svg, outlined = (stem.with_name(stem.name + ending) for ending in (".png", ".svg", ".outlined.svg"))
    if not fabula.render(case, png, "--dpi", str(DOTS_PER_INCH)):
        return None
    fabula.render(case, svg)
    fabula.render(case, outlined, "--set", "svg.text=outlines")
    ours = read(png)
    row = Row(case, svg.stat().st_size, outlined.stat().st_size)
    for name, show in viewers.items():
        picture = show(svg, ours.shape[1], ours.shape[0])
        stem.with_name(f"{stem.name}.{name}.png").write_bytes(picture)
        row.by[name] = likeness(ours, read(picture))
    return row


def report(row: Row) -> None:
    figures = "  ".join(f"{shown.worst[0].share:5.3f} {shown.mean:5.3f}" for shown in row.by.values())
    print(f"{row.case.name:48} {row.living:9} {row.outlined:9} {100 * row.living / row.outlined:6.1f} %  {figures}", flush=True)


def faults_of(row: Row) -> list[str]:
    faults = [f"{row.case.name}: in {name}, {place.share:.3f} of the ink around {place.x}, {place.y} is elsewhere; {BOUNDS[name]} is the bound"
              for name, shown in row.by.items() for place in shown.worst[ALLOWED.get(row.case.name, 0):] if place.share > BOUNDS[name]]
    if row.living > row.outlined and "svg.fonts=embed" not in row.case.options:
        faults.append(f"{row.case.name}: {row.living} bytes, and {row.outlined} as outlines")
    return faults


TEXT = re.compile(r"<text x=\"[^>]*>.*?</text>", re.DOTALL)


def moved(text: str, points: float) -> str:
    """An element of text so much further to the right."""
    return re.sub(r' x="([^"]*)"', lambda x: f' x="{float(x[1]) + points:.2f}"', text)


def self_test(fabula: Fabula, viewers: dict[str, Viewer], folder: Path) -> list[str]:
    """The lines that could be moved by two points without breaking a bound; by three, where it is the wider one."""
    case = Case(EXAMPLES / "ten-lines.yaml", "lifelines")
    png, svg, other = folder / "self.png", folder / "self.svg", folder / "moved.svg"
    fabula.render(case, png, "--dpi", str(DOTS_PER_INCH))
    fabula.render(case, svg)
    ours, whole = read(png), svg.read_text(encoding="utf-8")
    lines = list(TEXT.finditer(whole))
    unnoticed = []
    for name, show in viewers.items():
        points = 2 if BOUNDS[name] <= 0.5 else 3
        least = 1.0
        for line in lines:
            other.write_text(whole[: line.start()] + moved(line[0], points) + whole[line.end():], encoding="utf-8")
            worst = likeness(ours, read(show(other, ours.shape[1], ours.shape[0]))).worst[0].share
            least = min(least, worst)
            if worst <= BOUNDS[name]:
                unnoticed.append(f"{name}: {line[0]}, moved by {points} points, is {worst:.3f} off, and passes")
        print(f"{name}: each of {len(lines)} lines, moved by {points} points, is {least:.3f} off or more; the bound is {BOUNDS[name]}")
    return unnoticed


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("fabula", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    fabula = Fabula(arguments.fabula.resolve())
    fonts = arguments.fabula.resolve().parents[1] / "share" / "fabula" / "fonts"
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        configuration = write_fonts(Path(temporary), fonts)
        with Chromium(configuration) as browser:
            browser.prefer("light")
            viewers: dict[str, Viewer] = {
                "chromium": lambda svg, width, height: browser.picture(svg, width, height, DOTS_PER_INCH),
                "librsvg": librsvg(configuration),
            }
            if (show := resvg(fonts)) is not None:
                viewers["resvg"] = show
            else:
                print("resvg-py is not there: resvg is passed over")
            faults = (self_test(fabula, viewers, folder) if arguments.self_test
                      else compare_all(fabula, viewers, folder, arguments.only))
    print("\n".join(faults))
    return 1 if faults else 0


def compare_all(fabula: Fabula, viewers: dict[str, Viewer], folder: Path, only: str) -> list[str]:
    faults: list[str] = []
    print(f"{'':48} {'bytes':>9} {'outlines':>9} {'':8}  " + "  ".join(f"{name:11}" for name in viewers))
    for case in cases(fabula):
        if only not in case.name:
            continue
        row = compare(fabula, case, viewers, folder)
        if row is not None:
            report(row)
            faults += faults_of(row)
    return faults


if __name__ == "__main__":
    sys.exit(main())
