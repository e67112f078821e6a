"""A story file on its way: where its parts stand, and which ids are taken."""

from __future__ import annotations

import re
import unicodedata
from typing import Dict, List, Optional, Set

from .changes import Place, append_to, cut, get, id_of_entry, items, keys_of, put
from .document import Document, plain
from .writing import Plain

MAPS = ("characters", "groups", "places", "things", "milestones", "threads")

# Of a title in the id that is made of it.
MOST_WORDS = 6


class Draft:
    """The text of a story and the changes made to it. `version` grows with each."""

    def __init__(self, text: str) -> None:
        """The text is read when it is first changed, or read part by part."""
        self._text = text
        self._document: Optional[Document] = None
        self._events: Dict[str, Place] = {}
        self._ids: Optional[Set[str]] = None
        self.version = 0

    def text(self) -> str:
        """The story file as it now is."""
        return self._text if self._document is None else self._document.text()

    def plain(self, key: str) -> Plain:
        """What a key of the story as a whole holds, as plain data."""
        return plain(get(self._tree().root, key))

    def set(self, key: str, value: Plain) -> None:
        """Sets a key of the story as a whole."""
        put(self._changing(), key, value)

    def named(self, part: str, id: str) -> Place:
        """The entry of this id in a mapping of entries, made where there is none."""
        root = self._changing()
        if get(root, part) is None:
            put(root, part, {})
        entries = get(root, part)
        if id not in keys_of(entries) or plain(get(entries, id)) is None:
            put(entries, id, {})
            self._taken().add(id)
        return get(entries, id)

    def append(self, part: str) -> Place:
        """A new entry at the end of a list of entries."""
        return append_to(self._changing(), part, {})

    def section(self, id: str) -> Place:
        """The section of this id, made where there is none."""
        root = self._changing()
        sections = get(root, "sections")
        found = (entry for entry in items(sections) if id_of_entry(entry) == id)
        return next(found, None) or append_to(root, "sections", {"id": id})

    def event(self, id: str, section: Optional[str]) -> Place:
        """The event of this id, made where there is none: in the section, or outside sections."""
        root = self._changing()
        self._find_events()
        if id not in self._events:
            home = root if section is None else self.section(section)
            self._events[id] = append_to(home, "events", {"id": id})
            self._taken().add(id)
        return self._events[id]

    def remove(self, id: str, keys: List[str]) -> None:
        """Removes what has this id, or keys of it. Raises KeyError where nothing has it."""
        root = self._changing()
        self._events = {}
        for part in (get(root, name) for name in MAPS):
            if part is not None and id in keys_of(part):
                return cut(part, id, keys)
        for part in self._lists():
            for at, entry in enumerate(items(part)):
                if id_of_entry(entry) == id:
                    return cut(part, at, keys)
        raise KeyError(id)

    def new_id(self, name: str) -> str:
        """An id made of a name that nothing has yet."""
        stem = id_of(name)
        id, count = stem, 1
        while id in self._taken():
            count += 1
            id = f"{stem}-{count}"
        return id

    def _changing(self) -> Place:
        self.version += 1
        return self._tree().root

    def _tree(self) -> Document:
        if self._document is None:
            self._document = Document(self._text)
        return self._document

    def _lists(self) -> List[Place]:
        """Where entries with an id of their own stand: sections, the events of each, the events outside sections."""
        root = self._tree().root
        sections = get(root, "sections")
        return [sections, *(get(each, "events") for each in items(sections)), get(root, "events")]

    def _find_events(self) -> None:
        if self._events:
            return
        for part in self._lists()[1:]:
            for entry in items(part):
                id = id_of_entry(entry)
                if id is not None:
                    self._events[id] = entry

    def _taken(self) -> Set[str]:
        if self._ids is None:
            root = self._tree().root
            names = [id for part in MAPS for id in keys_of(get(root, part))]
            entries = [id_of_entry(entry) for part in self._lists() for entry in items(part)]
            self._ids = {id for id in [*names, *entries] if id is not None}
        return self._ids


def id_of(name: str) -> str:
    """An id made of a name: its first words in small letters, dashes between them; it does not begin with a digit."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name).lower().replace("’", "").replace("'", ""))
    id = "-".join(words[:MOST_WORDS]) or "event"
    return f"no-{id}" if id[0].isdigit() else id
