"""A story file as a tree that knows where each value stands in the text, so that a change touches nothing else.

A change is kept beside what was written, and `Document.text` splices all changes into the text at once: comments, order,
quotes and line breaks of everything else stay as the author left them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Dict, Iterator, List, Optional, Tuple, Union

from .writing import Plain, flow, indented, key_text, top_level, whole

Node = Union["Scalar", "Alias", "Mapping", "Sequence"]
Splice = Tuple[int, int, str]  # what stands from here to there becomes this


@dataclass(eq=False)
class Scalar:
    """Text, a number or nothing, as it was written."""

    start: int
    end: int
    value: Optional[str]


@dataclass(eq=False)
class Alias:
    """What stands for a value that was written elsewhere."""

    start: int
    end: int
    target: Node


@dataclass(eq=False)
class Entry:
    """A key of a mapping and its value."""

    key: str
    start: int
    colon: int
    value: Node
    replaced: bool = False
    replacement: Plain = None
    removed: bool = False


@dataclass(eq=False)
class Mapping:
    """Keys and values in the order in which they were written, and those that came since."""

    start: int
    end: int
    is_flow: bool
    column: int
    entries: List[Entry] = field(default_factory=list)
    added: Dict[str, Plain] = field(default_factory=dict)


@dataclass(eq=False)
class Item:
    """An item of a list."""

    start: int
    value: Node
    removed: bool = False


@dataclass(eq=False)
class Sequence:
    """Items in the order in which they were written, and those that came since."""

    start: int
    end: int
    is_flow: bool
    column: int
    items: List[Item] = field(default_factory=list)
    added: List[Plain] = field(default_factory=list)


class Document:
    """The text of a story file, and the changes that are to be made to it."""

    def __init__(self, text: str) -> None:
        """Reads the text. Raises ValueError where it is no YAML or does not hold keys and values."""
        self._break = "\r\n" if "\r\n" in text and not re.search(r"(?<!\r)\n", text) else "\n"
        self._mark = "\ufeff" if text.startswith("\ufeff") else ""
        self._text = text[len(self._mark) :].replace(self._break, "\n")
        self.root = _Reader(self._text).root()

    def text(self) -> str:
        """The text with all changes."""
        return self._mark + self._changed().replace("\n", self._break)

    def _changed(self) -> str:
        if not self.root.entries:
            return whole(self.root.added)
        parts: List[str] = []
        at = 0
        for start, end, new in sorted(_splices(self.root, self._text), key=lambda splice: splice[:2]):
            parts += [self._text[at:start], new]
            at = end
        return "".join([*parts, self._text[at:]])


@dataclass
class _Event:
    """An event of YAML, its place in characters."""

    kind: str  # "scalar", "alias", "mapping", "list" or "end"
    start: int
    end: int
    column: int
    line: int
    value: str = ""
    anchor: Optional[str] = None
    is_flow: bool = False
    is_plain: bool = False


def _events(text: str) -> Iterator[_Event]:
    """The events of the first document. Raises ValueError where the text is no YAML."""
    import yaml  # not before something is changed: it takes longer than the rest of the package

    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            start, end = event.start_mark, event.end_mark
            if isinstance(event, yaml.DocumentEndEvent):
                return
            if start is None or end is None:
                continue
            place = (start.index, end.index, start.column, start.line)
            if isinstance(event, yaml.ScalarEvent):
                yield _Event("scalar", *place, value=str(event.value), anchor=event.anchor, is_plain=bool(event.implicit[0]))
            elif isinstance(event, yaml.AliasEvent):
                yield _Event("alias", *place, anchor=event.anchor)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
                yield _Event(kind, *place, anchor=event.anchor, is_flow=bool(event.flow_style))
            elif isinstance(event, yaml.CollectionEndEvent):
                yield _Event("end", *place)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


class _Reader:
    """From the events of YAML to the tree."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events = _events(text)
        self._anchors: Dict[str, Node] = {}
        self._last_end = 0

    def root(self) -> Mapping:
        try:
            first = next(self._events, None)
            node = Mapping(0, 0, False, 0) if first is None else self._node(first)
        except (ValueError, KeyError, RecursionError) as error:
            raise ValueError(f"this story cannot be changed: {error}") from error
        if not isinstance(node, Mapping):
            raise ValueError("this story cannot be changed: it is not made of keys and values")
        return node

    def _node(self, event: _Event) -> Node:
        if event.kind == "alias":
            return Alias(event.start, event.end, self._anchors[event.anchor or ""])
        make = {"scalar": self._scalar, "mapping": self._mapping, "list": self._sequence}[event.kind]
        node = make(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _scalar(self, event: _Event) -> Node:
        # The end of a block scalar is where the next thing begins.
        end = event.start + len(self._text[event.start : event.end].rstrip())
        is_null = event.is_plain and event.value in ("", "~", "null", "Null", "NULL")
        return Scalar(event.start, end, None if is_null else event.value)

    def _mapping(self, event: _Event) -> Node:
        node = Mapping(event.start, 0, event.is_flow, event.column)
        for key in self._until_end():
            if key.kind != "scalar":
                raise ValueError(f"line {key.line + 1}: a key is text")
            if not node.entries:
                node.column = key.column
            colon = self._text.find(":", key.end) + 1
            node.entries.append(Entry(key.value, key.start, colon, self._node(next(self._events))))
        node.end = self._last_end if node.is_flow or not node.entries else _end_of(node.entries[-1])
        return node

    def _sequence(self, event: _Event) -> Node:
        node = Sequence(event.start, 0, event.is_flow, event.column)
        after = event.end if event.is_flow else event.start
        for item in self._until_end():
            value = self._node(item)
            start = value.start if node.is_flow else self._dash_before(value.start, after)
            if not node.items and not node.is_flow:
                node.column = start - (self._text.rfind("\n", 0, start) + 1)
            node.items.append(Item(start, value))
            after = value.end
        node.end = self._last_end if node.is_flow or not node.items else node.items[-1].value.end
        return node

    def _dash_before(self, start: int, after: int) -> int:
        """Where the dash of an item stands whose value begins at `start`: the last one before it outside a comment."""
        dash, at = start, after
        while at < start:
            if self._text[at] == "#":
                at = self._text.find("\n", at)
            elif self._text[at] == "-":
                dash = at
            at += 1
        return dash

    def _until_end(self) -> Iterator[_Event]:
        for event in self._events:
            if event.kind == "end":
                self._last_end = event.end
                return
            yield event


def _end_of(entry: Entry) -> int:
    return max(entry.colon, entry.value.end)


def plain(node: Union[Node, Plain]) -> Plain:
    """A value with its changes, as plain data."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Alias):
        return plain(node.target)
    if isinstance(node, Mapping):
        kept = {entry.key: _value(entry) for entry in node.entries if not entry.removed}
        return {**kept, **node.added}
    if isinstance(node, Sequence):
        return [plain(item.value) for item in node.items if not item.removed] + list(node.added)
    return node


def _value(entry: Entry) -> Plain:
    return entry.replacement if entry.replaced else plain(entry.value)


# ----------------------------------------------------------------------------------------- from changes to splices


def _splices(node: Node, text: str) -> Iterator[Splice]:
    if isinstance(node, Mapping):
        yield from _of_mapping(node, text)
    elif isinstance(node, Sequence):
        yield from _of_sequence(node, text)


def _of_mapping(node: Mapping, text: str) -> Iterator[Splice]:
    starts = [entry.start for entry in node.entries]
    ends = [_end_of(entry) for entry in node.entries]
    removed = [entry.removed for entry in node.entries]
    if all(removed):
        yield node.start, node.end, flow(node.added)
        return
    yield from _removals(node.is_flow, starts, ends, removed, text)
    for entry in node.entries:
        if entry.removed:
            continue
        if entry.replaced:
            value = entry.replacement
            yield entry.colon, _end_of(entry), " " + flow(value) if value is not None else ""
        else:
            yield from _splices(entry.value, text)
    if not node.added:
        return
    if node.is_flow:
        yield ends[-1], ends[-1], "".join(f", {key_text(key)}: {flow(value)}" for key, value in node.added.items())
    elif node.column == 0:
        yield _after_line(text, ends[-1], "\n" + top_level(node.added))
    else:
        lines = [indented({key: value}, node.column) for key, value in node.added.items()]
        yield _after_line(text, ends[-1], "".join(lines))


def _of_sequence(node: Sequence, text: str) -> Iterator[Splice]:
    removed = [item.removed for item in node.items]
    if all(removed):
        yield node.start, node.end, flow(node.added)
        return
    ends = [item.value.end for item in node.items]
    yield from _removals(node.is_flow, [item.start for item in node.items], ends, removed, text)
    for item in node.items:
        if not item.removed:
            yield from _splices(item.value, text)
    if not node.added:
        return
    if node.is_flow:
        yield ends[-1], ends[-1], "".join(f", {flow(value)}" for value in node.added)
    else:
        yield _after_line(text, ends[-1], "".join(indented([value], node.column) for value in node.added))


def _removals(is_flow: bool, starts: List[int], ends: List[int], removed: List[bool], text: str) -> Iterator[Splice]:
    """Cuts what is removed, with the lines or the comma that were its own; something stays."""
    first = removed.index(False)
    if first > 0:
        # The first may share its line with the dash of a list: what follows takes its place.
        yield starts[0], starts[first], ""
    for at in range(first + 1, len(removed)):
        if removed[at] and is_flow:
            yield ends[at - 1], ends[at], ""
        elif removed[at]:
            yield _line_end(text, ends[at - 1]), _line_end(text, ends[at]), ""


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _after_line(text: str, at: int, new: str) -> Splice:
    """`new`, which ends in a line break, as lines of its own after the one in which `at` lies."""
    end = _line_end(text, at)
    return end, end, "\n" + new[:-1]
