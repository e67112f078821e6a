#!/usr/bin/env python3
"""What Chromium tells a screen reader of the founding story, as SVG and as HTML, has to be the story, in order.

    tests/svg/read_aloud.py FABULA [--print]

Held to the story file itself and to `fabula times`: the title and the sections are headings; after each section comes a list
of its events, in order of time, each an image with its title as its name and more to tell as its description; then the
relationships; then the legend. Nothing else is told. Needs Debian's chromium and python3-yaml."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent))
from chromium import Chromium  # noqa: E402

STORY = Path(__file__).resolve().parents[2] / "examples" / "stories" / "never-let-me-go.yaml"
Line = tuple[int, str, str, str]  # depth, role, name, description


@dataclass
class Told:
    """What was heard, taken apart."""

    headings: list[str] = field(default_factory=list)
    lists: dict[str, list[str]] = field(default_factory=dict)
    legend: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def hear(lines: list[Line]) -> Told:
    told = Told()
    inside: tuple[int, str] = (0, "")  # what is being told, and how deep it is
    name_of_list = ""
    for depth, role, name, description in lines:
        if inside[1] and depth > inside[0] and role == "StaticText":
            if inside[1] == "legend":
                told.legend.append(name)
            continue
        inside = (0, "")
        if role == "heading":
            told.headings.append(name)
            inside = (depth, "heading")
        elif role == "list":
            name_of_list = name
            told.lists[name] = []
        elif role == "image":
            told.lists[name_of_list].append(name)
            inside = (depth, "image")
            if not name:
                told.faults.append("there is an image without a name")
        elif role == "group":
            inside = (depth, "legend")
        elif role not in ("RootWebArea", "graphics-document", "listitem", "main", "link"):
            told.faults.append(f"there is {role} ‘{name}’, of which the story knows nothing")
    return told


def expected_events(story: dict[str, Any], times: dict[str, Any]) -> dict[str, list[str | None]]:
    """By section, the titles of its events in order of time; none for those that are titled by what they are."""
    place = {event["id"]: i for i, event in enumerate(times["events"])}
    return {section["title"]: [event.get("title") for event in sorted(section["events"], key=lambda event: place[event["id"]])]
            for section in story["sections"]}


def faults_of(told: Told, story: dict[str, Any], times: dict[str, Any]) -> list[str]:
    faults = list(told.faults)
    sections = expected_events(story, times)
    if [told.headings[0].split(".")[0], *told.headings[1:]] != [story["title"], *sections]:
        faults.append(f"the headings are {told.headings}")
    if list(told.lists)[: len(sections)] != list(sections):
        faults.append(f"the lists are {list(told.lists)}")
    for section, events in sections.items():
        heard = told.lists.get(section, [])
        if len(heard) != len(events):
            faults.append(f"{section}: {len(heard)} events are told of {len(events)}")
        faults += [f"{section}: ‘{name}’ is told where ‘{event}’ comes"
                   for name, event in zip(heard, events) if event is not None and name != event]
    if len(told.lists.get("", [])) < len(story["relationships"]):
        faults.append(f"of {len(story['relationships'])} relationships, {told.lists.get('')} are told")
    if not told.legend:
        faults.append("the legend is not told")
    return faults


def main() -> int:
    program = Path(sys.argv[1]).resolve()
    story = yaml.load(STORY.read_text(encoding="utf-8"), yaml.BaseLoader)
    times = json.loads(subprocess.run([program, "times", STORY, "--format", "json"], capture_output=True, check=True).stdout)
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        fonts = folder / "fonts.conf"
        fonts.write_text('<?xml version="1.0"?><fontconfig/>', encoding="utf-8")
        with Chromium(fonts) as browser:
            for ending in ("svg", "html"):
                picture = folder / f"story.{ending}"
                subprocess.run([program, "render", STORY, "-o", picture], check=True)
                browser.open(picture)
                lines = browser.told()
                if "--print" in sys.argv:
                    print("\n".join(f"{'  ' * depth}{role} | {name} | {description}" for depth, role, name, description in lines))
                told = hear(lines)
                faults += [f"{ending}: {fault}" for fault in faults_of(told, story, times)]
                print(f"{ending}: {len(told.headings)} headings, {sum(map(len, told.lists.values()))} images in "
                      f"{len(told.lists)} lists, {len(told.legend)} lines of legend")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
