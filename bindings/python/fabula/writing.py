"""Plain values as the YAML of a story file: short entries on a line of their own, long ones in blocks."""

from __future__ import annotations

import json
import re
from typing import Dict, List, Mapping, Union

Plain = Union[None, str, List["Plain"], Dict[str, "Plain"]]

# As long as an entry on one line may be.
WIDTH = 110
INDENT = 2

ORDER = (
    "fabula", "title", "subtitle", "author", "published", "language", "words", "time", "calendars", "characters", "groups",
    "places", "things", "threads", "milestones", "sections", "events", "states", "relationships", "links", "structure", "beats",
    "told", "page", "allow",
)  # fmt: skip

# What needs no quotes, in brackets and outside them; a space or a comma is never its end.
_BARE = re.compile(r"[^\W_](?:[\w./()’'+~!;-]| (?=[\w(~’+]))*")
_BARE_OUTSIDE = re.compile(r"[^\W_](?:[\w./()’'+~!;-]|,? (?=[\w(~’+]))*")
_NULL = {"null", "Null", "NULL", "~", ""}


def scalar(value: str, *, outside: bool = False) -> str:
    """Text as a scalar, in brackets or outside them: as it is where YAML lets it, else in quotes."""
    bare = _BARE_OUTSIDE if outside else _BARE
    if bare.fullmatch(value) and value not in _NULL and "\n" not in value:
        return value
    # What JSON writes is YAML, but for what it lets through and a reader of YAML may take for a line break.
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def key_text(key: str) -> str:
    """A key, which is an id or a word of the format."""
    return scalar(key)


def flow(value: Plain) -> str:
    """A value on one line."""
    if value is None:
        return ""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) if item is not None else "null" for item in value) + "]"
    return "{" + ", ".join(f"{key_text(key)}: {flow(item)}".rstrip() for key, item in value.items()) + "}"


def indented(value: Union[List[Plain], Mapping[str, Plain]], column: int) -> str:
    """Items or keys as lines at this column; each short one on one line."""
    space = " " * column
    if isinstance(value, list):
        return "".join(space + "- " + _item(each, column + INDENT) for each in value)
    return "".join(space + _key(key, each, column) for key, each in value.items())


def whole(value: Mapping[str, Plain]) -> str:
    """A new story file, its keys in the order in which they are best read."""
    order = {key: place for place, key in enumerate(ORDER)}
    return top_level({key: value[key] for key in sorted(value, key=lambda key: order.get(key, len(order)))})


def top_level(value: Mapping[str, Plain]) -> str:
    """Keys of a story as lines, what holds entries set off by empty ones."""
    lines: list[str] = []
    before_is_long = False
    for key, each in value.items():
        is_long = _holds_entries(each)
        if lines and (is_long or before_is_long):
            lines.append("\n")
        lines.append(_entries(key, each) if is_long else _key(key, each, 0))
        before_is_long = is_long
    return "".join(lines)


def _holds_entries(value: Plain) -> bool:
    each = list(value.values()) if isinstance(value, dict) else value
    return isinstance(each, list) and any(item is None or isinstance(item, (dict, list)) for item in each)


def _entries(key: str, value: Plain) -> str:
    assert isinstance(value, (dict, list))
    return f"{key_text(key)}:\n" + indented(value, INDENT)


def _item(value: Plain, column: int) -> str:
    """What stands after a dash, line break included; what follows of it stands at `column`."""
    if isinstance(value, dict) and value and not _fits(value, column):
        return indented(value, column)[column:]
    return flow(value) + "\n"


def _key(key: str, value: Plain, column: int) -> str:
    if isinstance(value, str) and "\n" in value and _is_block_text(value):
        lines = value.rstrip("\n").split("\n")
        sign = "|" if value.endswith("\n") else "|-"
        return f"{key_text(key)}: {sign}\n" + "".join(f"{' ' * (column + INDENT)}{line}".rstrip() + "\n" for line in lines)
    if isinstance(value, (dict, list)) and value and (key == "events" or not _fits(value, column + len(key) + 2)):
        return f"{key_text(key)}:\n" + indented(value, column + INDENT)
    text = scalar(value, outside=True) if isinstance(value, str) else flow(value)
    return f"{key_text(key)}: {text}".rstrip() + "\n"


def _fits(value: Plain, column: int) -> bool:
    """A section with events is never on one line, however short."""
    if isinstance(value, dict) and "events" in value:
        return False
    text = flow(value)
    return column + len(text) <= WIDTH and "\\n" not in text


def _is_block_text(value: str) -> bool:
    """Lines that can stand as they are: none begins or ends in a space, none is of what has to be escaped."""
    if value.endswith("\n\n") or value.startswith("\n"):
        return False
    return all(line == line.strip() and not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", line) for line in value.split("\n"))
