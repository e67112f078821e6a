"""From a spreadsheet of events to a poster: lives, tension and who meets whom on one sheet.

    python spreadsheet_to_poster.py dracula.csv dracula.pdf --title Dracula --author "Bram Stoker"
    python spreadsheet_to_poster.py plot.xlsx plot.pdf --title "My novel" --column "Scene=title" --column "Notes="

A row is an event. Columns are named as keys of a story file are (title, who, when, place, section, tension, cite, …) or as most
people call them (see MEANINGS); --column says what others mean, or, with nothing after the sign, that they are left out.
Several names in a cell have semicolons between them. A workbook (.xlsx, .ods) needs pandas; its first sheet has the events, and
sheets named characters and relationships are read where there are any. --save keeps the story as a file to go on with.
"""

from __future__ import annotations

import argparse
import csv
import sys
import warnings
from pathlib import Path
from typing import Any, Dict, Optional

import fabula

MEANINGS: Dict[str, Optional[str]] = {
    "what happens": "title",
    "event": "title",
    "scene": "title",
    "date": "when",
    "characters": "who",
    "dies": "death",
    "where": "place",
    "part": "section",
    "chapter": "cite",
    "remarks": None,
    "notes": None,
}

POSTER = {
    "rows": [
        {"view": "lifelines", "share": 3},
        {"columns": [{"view": "plot", "share": 3}, {"view": "arcs", "share": 2, "set": {"arcs.of": "meetings"}}], "share": 2},
    ]
}


def read_tables(path: Path) -> Dict[str, Any]:
    """The tables of a spreadsheet by what is in them: events, and in a workbook what other sheets say."""
    if path.suffix.lower() in (".csv", ".tsv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {"events": list(csv.DictReader(file, delimiter="\t" if path.suffix.lower() == ".tsv" else ","))}
    import pandas

    sheets = pandas.read_excel(path, sheet_name=None)
    tables = {name.strip().lower(): sheet for name, sheet in sheets.items()}
    first = next(iter(sheets.values()))
    return {"events": first, **{name: tables[name] for name in ("characters", "relationships") if name in tables}}


def main() -> int:
    options = parser().parse_args()
    columns = dict(MEANINGS)
    for each in options.column:
        column, _, key = each.partition("=")
        columns[column.strip().lower()] = key.strip() or None
    try:
        story = fabula.from_tables(options.title, columns=columns, **read_tables(options.spreadsheet))
        if options.author:
            story.set(author=options.author)
        story.set(page=POSTER)
        if options.save:
            story.save(options.save)
        for found in story.check():
            print(found, file=sys.stderr)
        with warnings.catch_warnings(record=True) as said:
            story.render(options.poster, view="page", theme=options.theme, page=options.page)
        for each in said:
            print(each.message, file=sys.stderr)
    except (fabula.StoryError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(options.poster)
    return 0


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    options = argparse.ArgumentParser(description="Makes a poster of a spreadsheet of events.")
    options.add_argument("spreadsheet", type=Path, help=".csv, .tsv, .xlsx or .ods: a row is an event")
    options.add_argument("poster", type=Path, help="a PDF, an SVG or a PNG")
    options.add_argument("--title", required=True, help="of the story")
    options.add_argument("--author", help="who wrote it")
    options.add_argument("--column", action="append", default=[], metavar="NAME=KEY", help="what a column means; NAME= leaves it out")
    options.add_argument("--theme", default="print", help="a theme, or the path of one")
    options.add_argument("--page", default="A2-landscape", help="the size of the paper")
    options.add_argument("--save", type=Path, help="where to keep the story as a file")
    return options


if __name__ == "__main__":
    sys.exit(main())
