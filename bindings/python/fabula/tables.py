"""Stories from tables: mappings, rows of a CSV file, DataFrames of pandas and polars, tables of Arrow."""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Protocol, Union, cast

from .changes import mapping_of
from .story import Story
from .values import as_plain
from .writing import Plain


class DataFrame(Protocol):
    """What is known of a DataFrame here: that it has columns."""

    @property
    def columns(self) -> Any:
        """Their names."""


Table = Union[DataFrame, Iterable[Mapping[str, Any]]]
"""Rows with names of columns: mappings, or a DataFrame."""

Columns = Mapping[str, Optional[str]]
"""What columns are in the words of a story: {"Date": "when", "Remarks": None} leaves the remarks out."""

# Keys that hold ids, and of what; names in a table are as good.
_REFERENCES = {
    "characters": {"group": "groups"},
    "sections": {},
    "events": {"who": "characters", "mentions": "characters", "birth": "characters", "death": "characters", "of": "characters",
               "place": "places", "things": "things", "thread": "threads", "milestone": "milestones"},
    "relationships": {"between": "characters", "from": "characters", "to": "characters"},
}  # fmt: skip
_LISTS = {"who", "mentions", "birth", "death", "things", "thread", "between", "reveals", "knows", "acts-on", "allow"}
_OWN = {
    "characters": {"id", "name", "role", "born", "died", "text", "weight", "allow"},
    "sections": {"id", "title", "when", "text", "allow"},
    "events": {"id", "title", "section", "when", "lasts", "until", "text", "cite", "url", "outcome", "tension", "weight", "truth", "mode",
               "frame", "reveals", "knows", "acts-on", "number", "told", "allow"},
    "relationships": {"kind", "since", "until", "strength", "text", "allow"},
}  # fmt: skip


def from_tables(
    title: str,
    *,
    events: Table,
    characters: Optional[Table] = None,
    relationships: Optional[Table] = None,
    sections: Optional[Table] = None,
    columns: Optional[Columns] = None,
    **keys: object,
) -> Story:
    """A story from tables; `keys` are those of the story as a whole, as for Story().

    Columns are named as the keys of the story file (id, title, who, when, section, place, …), in any case and with spaces or
    underscores for dashes; `columns` says what others mean, or that they are left out (None). Several values in one cell are
    a list, or text with semicolons between. Where an id is asked for, a name does as well; a character, place, group,
    thing, thread or section that no table lists is made. `milestone` and `of` say which and whose ("donation", "ruth"). Cells
    that are empty, None, NaN or NaT are left out; dates may be dates. Raises ValueError for a column that means nothing.
    """
    story = Story(title, **keys)
    filling = _Filling(story, columns or {})
    for part, table in (("characters", characters), ("sections", sections), ("events", events), ("relationships", relationships)):
        if table is not None:
            filling.add(part, table)
    return story


class _Filling:
    """A story on its way out of tables, and what its names stand for."""

    def __init__(self, story: Story, columns: Columns) -> None:
        self._story = story
        self._columns = {_plain_name(name): meaning for name, meaning in columns.items()}
        self._ids: Dict[str, Dict[str, str]] = {}
        for part in ("characters", "groups", "places", "things", "threads", "milestones"):
            for id, entry in mapping_of(story.part(part)).items():
                self._know(part, id, mapping_of(entry).get("name"))

    def add(self, part: str, table: Table) -> None:
        for number, row in enumerate(_rows(table), start=1):
            cells = self._cells(part, row)
            if not cells:
                continue
            try:
                self._add_row(part, cells)
            except (TypeError, ValueError) as error:
                raise ValueError(f"{part}, row {number}: {error}") from error

    def _add_row(self, part: str, cells: Dict[str, Any]) -> None:
        if part == "characters":
            name = cells.get("name", cells.get("id"))
            if name is None:
                raise ValueError("a character has a name or an id")
            id = cells.pop("id", None) or self._new_id(str(name))
            self._know(part, id, name)
            self._story.character(id, **cells)
        elif part == "sections":
            heading = cells.get("title", cells.get("id"))
            if heading is None:
                raise ValueError("a section has a title or an id")
            id = cells.pop("id", None) or self._new_id(str(heading))
            self._know(part, id, heading)
            self._story.section(id, **cells)
        elif part == "events":
            self._add_event(cells)
        else:
            self._story.relationship(**cells)

    def _add_event(self, cells: Dict[str, Any]) -> None:
        kind, whose = cells.pop("milestone", None), cells.pop("of", None)
        if (kind is None) != (whose is None):
            raise ValueError("‘milestone’ says which, and ‘of’ whose: both or none")
        if kind is not None:
            cells["milestone"] = {kind: whose}
        section = cells.get("section")
        if section is not None:
            cells["section"] = self._reference("sections", section)
        self._story.event(**cells)

    def _cells(self, part: str, row: Mapping[str, Any]) -> Dict[str, Any]:
        """The cells of a row that hold something, by the names of arguments."""
        cells: Dict[str, Any] = {}
        references = _REFERENCES[part]
        for column, cell in row.items():
            key = self._meaning(part, str(column))
            value = as_plain(cell) if key is not None else None
            value = value.strip() if isinstance(value, str) else value
            if key is None or value is None or value == "" or value == []:
                continue
            if key in _LISTS:
                value = _listed(value)
            if key in references:
                value = self._references(references[key], value)
            cells[_argument(key)] = value
        return cells

    def _meaning(self, part: str, column: str) -> Optional[str]:
        name = _plain_name(column)
        if name in self._columns:
            given = self._columns[name]
            if given is None:
                return None
            name = _plain_name(given)
        known = {*_OWN[part], *_REFERENCES[part]}
        if name not in known:
            raise ValueError(
                f"{part}: the column {column!r} means nothing to a story; "
                f"columns={{{column!r}: None}} leaves it out, columns={{{column!r}: key}} says what it is, "
                f"of {', '.join(sorted(known))}"
            )
        return name

    def _references(self, part: str, value: Plain) -> Plain:
        if isinstance(value, list):
            return [self._reference(part, str(each)) for each in value]
        if isinstance(value, dict):
            return {self._reference(part, key): each for key, each in value.items()}
        return self._reference(part, str(value))

    def _reference(self, part: str, name: str) -> str:
        """The id that a name or an id stands for; what is not known yet is made."""
        known = self._ids.setdefault(part, {})
        if name in known:
            return known[name]
        id = self._new_id(name)
        self._know(part, id, name)
        makers: Dict[str, Callable[[str, str], str]] = {
            "characters": self._story.character, "groups": self._story.group, "places": self._story.place,
            "things": self._story.thing, "threads": self._story.thread, "milestones": self._story.milestone,
            "sections": self._story.section,
        }  # fmt: skip
        makers[part](id, name)
        return id

    def _know(self, part: str, id: str, name: Plain) -> None:
        known = self._ids.setdefault(part, {})
        known[id] = id
        if isinstance(name, str):
            known[name] = id

    def _new_id(self, name: str) -> str:
        return self._story.new_id(name)


def _rows(table: Table) -> Iterable[Mapping[str, Any]]:
    """The rows of a table, however it holds them."""
    frame: Any = table
    for method in ("to_dicts", "to_pylist"):  # polars; Arrow
        if callable(getattr(frame, method, None)):
            return cast("List[Mapping[str, Any]]", getattr(frame, method)())
    if hasattr(frame, "columns") and callable(getattr(frame, "to_dict", None)):  # pandas
        return cast("List[Mapping[str, Any]]", frame.to_dict("records"))
    if isinstance(table, Mapping) or not isinstance(table, Iterable):
        raise TypeError(f"a table is rows of mappings or a DataFrame, not {type(table).__name__}")
    return table


def _listed(value: Plain) -> Plain:
    """The values of a cell: a list, or what stands between semicolons."""
    if isinstance(value, str):
        return [each.strip() for each in value.split(";") if each.strip()]
    return value


def _plain_name(column: str) -> str:
    return re.sub(r"[\s_]+", "-", column.strip().lower())


def _argument(key: str) -> str:
    """As Python spells it: acts-on is acts_on, from is from_."""
    name = key.replace("-", "_")
    return name + "_" if name in ("from", "in", "is") else name
