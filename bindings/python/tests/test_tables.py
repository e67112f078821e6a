"""Stories from tables, and tables from stories."""

from __future__ import annotations

import csv
import datetime
import io
from typing import Any, Callable, Dict, List

import fabula
import pandas
import polars
import pytest

EVENTS: List[Dict[str, Any]] = [
    {"Title": "They meet", "Who": "Ann; Bob", "When": datetime.date(1996, 7, 14), "Place": "The inn", "Tension": 3, "Section": "Summer"},
    {"Title": "Bob leaves", "Who": "Bob", "When": datetime.date(1996, 9, 1), "Place": None, "Tension": None, "Section": "Summer"},
    {"Title": "Ann hears of it", "Who": "Ann; Cay", "When": None, "Place": "The inn", "Tension": 7, "Section": "Autumn"},
]
CHARACTERS = [{"id": "ann", "name": "Ann", "born": 1970}, {"id": "bob", "name": "Bob", "born": 1971}]
AS_TABLES: Dict[str, Callable[[List[Dict[str, Any]]], Any]] = {
    "mappings": lambda rows: rows,
    "a generator": lambda rows: (dict(row) for row in rows),
    "pandas": pandas.DataFrame,
    "pandas with dates of its own": lambda rows: pandas.DataFrame(rows).assign(When=lambda table: pandas.to_datetime(table["When"])),
    "polars": polars.DataFrame,
    "CSV": lambda rows: as_csv(rows),
}
WALK = """\
title: A walk

characters:
  ann: {name: Ann, born: 1970}
  bob: {name: Bob, born: 1971}
  cay: {name: Cay}

places:
  the-inn: {name: The inn}

sections:
  - id: summer
    title: Summer
    events:
      - {id: they-meet, title: They meet, who: [ann, bob], when: 1996-07-14, place: the-inn, tension: 3}
      - {id: bob-leaves, title: Bob leaves, who: [bob], when: 1996-09-01}
  - id: autumn
    title: Autumn
    events:
      - {id: ann-hears-of-it, title: Ann hears of it, who: [ann, cay], place: the-inn, tension: 7}
"""


def as_csv(rows: List[Dict[str, Any]]) -> Any:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    file.seek(0)
    return csv.DictReader(file)


@pytest.mark.parametrize("kind", AS_TABLES)
def test_a_story_is_made_of_tables(kind: str) -> None:
    story = fabula.from_tables("A walk", events=AS_TABLES[kind](EVENTS), characters=CHARACTERS)
    assert story.yaml() == WALK
    assert len(story.times()) == 3


def test_columns_are_renamed_or_left_out() -> None:
    rows = [{"What": "They meet", "Day": "1996", "Remarks": "none"}]
    story = fabula.from_tables("A walk", events=rows, columns={"what": "title", "Day": "when", "Remarks": None})
    assert story.events == [{"id": "they-meet", "title": "They meet", "when": "1996"}]


def test_a_column_that_means_nothing_is_refused_with_what_to_do() -> None:
    with pytest.raises(ValueError, match=r"'Remarks' means nothing.*columns=.*leaves it out"):
        fabula.from_tables("A walk", events=[{"title": "They meet", "Remarks": ""}])


def test_a_bad_row_is_named() -> None:
    with pytest.raises(ValueError, match="events, row 2: an event has an id, or a title"):
        fabula.from_tables("A walk", events=[{"title": "They meet", "when": ""}, {"title": "", "when": "1996"}])
    with pytest.raises(ValueError, match="events, row 1: ‘milestone’ says which"):
        fabula.from_tables("A walk", events=[{"milestone": "donation"}])


def test_empty_rows_are_passed_over() -> None:
    assert len(fabula.from_tables("A walk", events=[{"title": "They meet"}, {"title": " "}, {"title": None}]).events) == 1


def test_what_is_no_table_is_refused() -> None:
    nonsense: Any = {"title": "They meet"}
    with pytest.raises(TypeError, match="a table is rows"):
        fabula.from_tables("A walk", events=nonsense)


def test_milestones_deaths_and_lists_come_from_cells() -> None:
    rows = [
        {"id": "first", "milestone": "donation", "of": "Ruth", "number": 1.0},
        {"id": "end", "death": "Ruth", "who": ["Ruth", "Tommy"]},
    ]
    story = fabula.from_tables("A walk", events=pandas.DataFrame(rows))
    assert story.events == [
        {"id": "first", "donation": "ruth", "number": "1"},
        {"id": "end", "who": ["ruth", "tommy"], "death": ["ruth"]},
    ]
    assert len(story.times()) == 2


def test_relationships_come_from_a_table_of_edges() -> None:
    edges = polars.DataFrame({"source": ["Ann"], "target": ["Bob"], "kind": ["love"], "weight": [2]})
    story = fabula.from_tables(
        "A walk", events=[{"title": "They meet"}], relationships=edges, columns={"source": "from", "target": "to", "weight": "strength"}
    )
    assert story.relationships == [{"from": "ann", "to": "bob", "kind": "love", "strength": "2"}]
    assert [row["name"] for row in story.characters] == ["Ann", "Bob"]


def test_the_rows_of_a_story_make_it_again() -> None:
    story = fabula.loads(WALK)
    again = fabula.from_tables("A walk", events=story.events.to_pandas(), characters=story.characters.to_polars(), sections=story.sections)
    assert again.times() == story.times()


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_times_become_a_data_frame(library: str) -> None:
    times = fabula.loads(WALK).times()
    frame = times.to_pandas() if library == "pandas" else times.to_polars()
    assert list(frame["id"]) == ["they-meet", "bob-leaves", "ann-hears-of-it"]
    assert frame["nominal"].max() == max(row["nominal"] for row in times)


def test_ages_are_a_table_of_their_own() -> None:
    ages = fabula.loads(WALK).times().ages().to_pandas()
    assert list(ages[ages["who"] == "bob"]["text"]) == ["24–25", "24–25"]


def test_rows_show_themselves_in_a_notebook() -> None:
    rows = fabula.Rows([{"id": "a", "title": "<b>", "who": ["x", "y"]}, {"id": "b", "tension": 2.5}])
    html = rows._repr_html_()
    assert "<td>&lt;b&gt;</td>" in html
    assert "<td>x, y</td>" in html
    assert "<th>tension</th>" in html
