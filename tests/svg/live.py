#!/usr/bin/env python3
"""What living SVG promises to a page of HTML, tried in Chromium.

    tests/svg/live.py FABULA

Two pictures in one page have no id in common; text is found, selected and copied; custom properties and a page's own rules
change colours and type; it is dark where the reader wants that, and light on paper; what a hostile story says is never run.
Needs Debian's chromium."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from chromium import Chromium  # noqa: E402

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "stories"
HOSTILE = """title: "<script>document.title = 'run'</script><img src=x onerror=\\"document.title = 'run'\\">"
events: [{id: a, title: "</title><script>document.title = 'run'</script>", url: "javascript:document.title = 'run'"}]
"""
FILL = "getComputedStyle(document.querySelector('.title text')).fill"
WEIGHT = "getComputedStyle(document.querySelector('.event text')).fontWeight"


def draw(program: Path, story: Path, output: Path, *options: str) -> str:
    subprocess.run([program, "render", story, "-o", output, *options], check=True, stderr=subprocess.DEVNULL)
    return output.read_text(encoding="utf-8")


def pictures(program: Path, folder: Path) -> str:
    """Two views of one story, one of them outlined: what stands in a page of HTML."""
    founding = EXAMPLES / "never-let-me-go.yaml"
    one = draw(program, founding, folder / "one.svg")
    other = draw(program, founding, folder / "other.svg", "--view", "storyline")
    outlined = draw(program, founding, folder / "outlined.svg", "--view", "arcs", "--set", "svg.text=outlines")
    more = draw(program, EXAMPLES / "ten-lines.yaml", folder / "more.svg", "--view", "arcs", "--set", "svg.text=outlines")
    return "".join(svg[svg.index("<svg"):] for svg in (one, other, outlined, more))


def write(folder: Path, body: str, style: str = "") -> Path:
    page = folder / "page.html"
    page.write_text(f"<!DOCTYPE html><html lang=en><meta charset=utf-8><style>{style}</style>{body}", encoding="utf-8")
    return page


def faults(browser: Chromium, program: Path, folder: Path) -> Iterator[str]:
    body = pictures(program, folder)
    browser.prefer("light")
    browser.open(write(folder, body))
    if (twice := browser.evaluate("(ids => ids.filter((id, i) => ids.indexOf(id) != i))([...document.querySelectorAll('[id]')].map(e => e.id))")):
        yield f"ids that are there twice: {twice[:5]}"
    if not browser.evaluate("window.find('Kathy finds the cassette')"):
        yield "an event's title is not found in the page"
    text = browser.evaluate("(getSelection().selectAllChildren(document.querySelector('.event')), getSelection().toString())")
    if "become friends" not in text:
        yield f"what is selected of an event is {text!r}"
    yield from colour_faults(browser, folder, body)
    story = folder / "hostile.yaml"
    story.write_text(HOSTILE, encoding="utf-8")
    for ending in ("svg", "html"):
        draw(program, story, folder / f"hostile.{ending}")
        browser.open(folder / f"hostile.{ending}")
        if browser.evaluate("document.title") == "run" or browser.evaluate("document.querySelectorAll('script, img').length"):
            yield f"a hostile story runs in {ending}"


def colour_faults(browser: Chromium, folder: Path, body: str) -> Iterator[str]:
    def differs(what: str, script: str, expected: str) -> Iterator[str]:
        if (found := browser.evaluate(script)) != expected:
            yield f"{what}: {found}, not {expected}"

    yield from differs("ink by day", FILL, "rgb(24, 24, 27)")
    browser.prefer("dark")
    yield from differs("ink by night", FILL, "rgb(235, 227, 213)")
    browser.prefer("dark", "print")
    yield from differs("ink on paper", FILL, "rgb(24, 24, 27)")
    for scheme in ("light", "dark"):
        browser.prefer(scheme)
        browser.open(write(folder, body, "svg { --fabula-ink: rgb(0, 0, 128) } .event text { font-weight: 900 }"))
        yield from differs(f"ink of the page's own, {scheme}", FILL, "rgb(0, 0, 128)")
        yield from differs("weight of the page's own", WEIGHT, "900")


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        program = Path(sys.argv[1]).resolve()
        fonts = folder / "fonts.conf"
        fonts.write_text(f'<?xml version="1.0"?><fontconfig><dir>{program.parents[1]}/share/fabula/fonts</dir></fontconfig>', encoding="utf-8")
        with Chromium(fonts) as browser:
            found = list(faults(browser, program, folder))
    print("\n".join(found) or "a page of HTML gets what living SVG promises")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
