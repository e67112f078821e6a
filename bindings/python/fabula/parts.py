"""The parts of a story, added and changed from code."""

from __future__ import annotations

import datetime
from typing import Any, Iterable, Mapping, Optional, Sequence, Union

from .changes import change, list_of, mapping_of, yaml_key
from .draft import Draft
from .rows import Rows
from .values import as_plain

Texts = Union[str, Iterable[str]]
"""One text or several: ids, phrases, rules."""

Phrase = Union[str, int, datetime.date]
"""When: a phrase ("soon after boat"), a year, a day."""

Phrases = Union[Phrase, Iterable[Phrase]]
"""A phrase, or several that all hold."""

Entries = Iterable[Mapping[str, Any]]
"""Entries of a list of the story file, key by key."""


class Parts:
    """What can be said of a story, part by part, in the words of the story file.

    Each method adds an entry, or, where one has this id, changes the keys that are given and leaves the others; it returns
    the id. Ids and phrases are checked when the story is drawn, checked or timed: the order in which parts are added is free.
    """

    def __init__(self, text: str) -> None:
        """What `text` says, and what will be added."""
        self._draft = Draft(text)

    # ------------------------------------------------------------------------------------------------ adding, changing

    def set(self, **keys: object) -> None:
        """Sets keys of the story as a whole: author, published, language, words, time, told, page, structure, …"""
        for key, value in keys.items():
            self._draft.set(yaml_key(key), as_plain(value))

    def character(
        self,
        id: str,
        name: Optional[str] = None,
        *,
        role: Optional[str] = None,
        group: Optional[str] = None,
        born: Optional[Phrases] = None,
        died: Optional[Phrases] = None,
        absent: Optional[Entries] = None,
        clock: Optional[Entries] = None,
        text: Optional[str] = None,
        weight: Optional[float] = None,
        sure: Optional[bool] = None,
        allow: Optional[Texts] = None,
    ) -> str:
        """Who takes part. `born` and `died` are phrases ("1966", "with kathy", "before boat")."""
        return self._named("characters", id, name=name, role=role, group=group, born=born, died=died, absent=absent,
                           clock=clock, text=text, weight=weight, sure=_yes_or_no(sure), allow=allow)  # fmt: skip

    def group(self, id: str, name: Optional[str] = None, *, allow: Optional[Texts] = None) -> str:
        """A group that characters belong to."""
        return self._named("groups", id, name=name, allow=allow)

    def place(
        self,
        id: str,
        name: Optional[str] = None,
        *,
        in_: Optional[str] = None,
        travel: Optional[Mapping[str, str]] = None,
        zone: Optional[str] = None,
        text: Optional[str] = None,
        allow: Optional[Texts] = None,
    ) -> str:
        """Where things happen; `in_` is what it is a part of, `travel` how long the way to others takes at least, `zone` the
        time that its clocks keep: "America/New_York"."""
        return self._named("places", id, name=name, in_=in_, travel=travel, zone=zone, text=text, allow=allow)

    def thing(
        self,
        id: str,
        name: Optional[str] = None,
        *,
        gone: Optional[Texts] = None,
        back: Optional[Texts] = None,
        text: Optional[str] = None,
        allow: Optional[Texts] = None,
    ) -> str:
        """A thing that matters; `gone` and `back` are the words by which events say that it is lost and found."""
        return self._named("things", id, name=name, gone=gone, back=back, text=text, allow=allow)

    def milestone(
        self,
        id: str,
        name: Optional[str] = None,
        *,
        last: Optional[int] = None,
        mark: Optional[str] = None,
        allow: Optional[Texts] = None,
    ) -> str:
        """A kind of event that comes in a numbered series for each character, as donations; `last` ends it."""
        return self._named("milestones", id, name=name, last=last, mark=mark, allow=allow)

    def thread(
        self, id: str, name: Optional[str] = None, *, text: Optional[str] = None, allow: Optional[Texts] = None
    ) -> str:
        """A subplot that events belong to."""
        return self._named("threads", id, name=name, text=text, allow=allow)

    def section(
        self,
        id: str,
        title: Optional[str] = None,
        *,
        when: Optional[Phrases] = None,
        text: Optional[str] = None,
        sure: Optional[bool] = None,
        allow: Optional[Texts] = None,
    ) -> str:
        """A part of the story, which events stand in."""
        change(self._draft.section(id), title=title, when=when, text=text, sure=_yes_or_no(sure), allow=allow)
        return id

    def event(
        self,
        id: Optional[str] = None,
        title: Optional[str] = None,
        *,
        section: Optional[str] = None,
        who: Optional[Texts] = None,
        when: Optional[Phrases] = None,
        lasts: Optional[str] = None,
        until: Optional[Phrases] = None,
        place: Optional[str] = None,
        things: Optional[Union[Texts, Mapping[str, str]]] = None,
        mentions: Optional[Texts] = None,
        text: Optional[str] = None,
        cite: Optional[str] = None,
        url: Optional[str] = None,
        outcome: Optional[str] = None,
        tension: Optional[float] = None,
        weight: Optional[float] = None,
        thread: Optional[Texts] = None,
        truth: Optional[str] = None,
        mode: Optional[str] = None,
        frame: Optional[str] = None,
        reveals: Optional[Texts] = None,
        knows: Optional[Union[Texts, Mapping[str, Texts]]] = None,
        acts_on: Optional[Texts] = None,
        birth: Optional[Texts] = None,
        death: Optional[Texts] = None,
        milestone: Optional[Mapping[str, str]] = None,
        number: Optional[int] = None,
        told: Optional[float] = None,
        sure: Optional[bool] = None,
        allow: Optional[Texts] = None,
    ) -> str:
        """What happens. `when` is a phrase or several ("1996-07-14", "age 11 of kathy", "soon after boat").

        Without an id one is made of the title. A `section` that there is not is made; without one a new event stands outside
        sections. `milestone` says whose and which: {"donation": "ruth"}.
        """
        if id is None and title is None and not (birth or death or milestone):
            raise ValueError("an event has an id, or a title, a birth, a death or a milestone from which one is made")
        id = id if id is not None else self._draft.new_id(title or _deed(birth, death, milestone))
        change(self._draft.event(id, section), title=title, **dict(milestone or {}), number=number, birth=birth, death=death, who=who, when=when,
                lasts=lasts, until=until, place=place, things=things, mentions=mentions, text=text, cite=cite, url=url,
                outcome=outcome, tension=tension, weight=weight, thread=thread, truth=truth, mode=mode, frame=frame, reveals=reveals,
                knows=knows, acts_on=acts_on, told=told, sure=_yes_or_no(sure), allow=allow)  # fmt: skip
        return id

    def state(
        self,
        who: Texts,
        is_: str,
        *,
        from_: Optional[Phrases] = None,
        until: Optional[Phrases] = None,
        sure: Optional[bool] = None,
        allow: Optional[Texts] = None,
    ) -> None:
        """What a character is for a while: state("kathy", "carer", from_="kathy-leaves")."""
        change(self._draft.append("states"), who=who, is_=is_, from_=from_, until=until, sure=_yes_or_no(sure), allow=allow)

    def relationship(
        self,
        between: Optional[Sequence[str]] = None,
        kind: Optional[str] = None,
        *,
        from_: Optional[Phrases] = None,
        to: Optional[str] = None,
        since: Optional[Phrases] = None,
        until: Optional[Phrases] = None,
        phases: Optional[Entries] = None,
        strength: Optional[float] = None,
        text: Optional[str] = None,
        sure: Optional[bool] = None,
        allow: Optional[Texts] = None,
    ) -> None:
        """`between` two or more characters, or `from_` one `to` another. Phases are mappings of from, until and text."""
        change(self._draft.append("relationships"), between=between, from_=from_, to=to, kind=kind, since=since, until=until,
                phases=phases, strength=strength, text=text, sure=_yes_or_no(sure), allow=allow)  # fmt: skip

    def link(
        self,
        from_: str,
        to: str,
        kind: Optional[str] = None,
        *,
        text: Optional[str] = None,
        allow: Optional[Texts] = None,
    ) -> None:
        """An arc from one event to another: cause, foreshadow, echo, reveal, parallel or a kind of your own."""
        change(self._draft.append("links"), from_=from_, to=to, kind=kind, text=text, allow=allow)

    def beat(self, beat: str, event: str, *, act: Optional[str] = None, text: Optional[str] = None) -> None:
        """A turning point of the plot: beat("midpoint", "boat")."""
        change(self._draft.append("beats"), beat=beat, event=event, act=act, text=text)

    # ------------------------------------------------------------------------------------------------- removing, reading

    def remove(self, id: str, *keys: str) -> None:
        """Removes the event, section, character, group, place, thing, milestone or thread of this id, or keys of it.

        What speaks of it stays, and is an error when the story is next read. Raises KeyError where there is none.
        """
        self._draft.remove(id, list(keys))

    @property
    def characters(self) -> Rows:
        """The characters: rows of what the file says of each."""
        return Rows({"id": id, **mapping_of(each)} for id, each in mapping_of(self._draft.plain("characters")).items())

    @property
    def sections(self) -> Rows:
        """The sections, without their events."""
        sections = (dict(mapping_of(each)) for each in list_of(self._draft.plain("sections")))
        return Rows({key: value for key, value in each.items() if key != "events"} for each in sections)

    @property
    def events(self) -> Rows:
        """The events in the order of the file; `section` says in which section each stands."""
        rows = Rows()
        for section in list_of(self._draft.plain("sections")):
            for event in list_of(mapping_of(section).get("events")):
                rows.append({**mapping_of(event), "section": mapping_of(section).get("id")})
        rows += [dict(mapping_of(event)) for event in list_of(self._draft.plain("events"))]
        return rows

    @property
    def relationships(self) -> Rows:
        """The relationships."""
        return Rows(dict(mapping_of(each)) for each in list_of(self._draft.plain("relationships")))

    def part(self, key: str) -> Any:
        """What a key of the story as a whole holds, as plain data: part("words") is {"death": "completion"}."""
        return self._draft.plain(key)

    def new_id(self, name: str) -> str:
        """An id made of a name: its letters and digits, small, with dashes between words; nothing has it yet."""
        return self._draft.new_id(name)

    def yaml(self) -> str:
        """The story file. What was loaded and not changed is as it was, to the byte; a change touches its own lines alone."""
        return self._draft.text()

    def _named(self, part: str, id: str, **keys: object) -> str:
        change(self._draft.named(part, id), **keys)
        return id


def _deed(birth: Optional[Texts], death: Optional[Texts], milestone: Optional[Mapping[str, str]]) -> str:
    """What an event without title is called by: birth ruth, donation tommy."""
    kinds = {"birth": birth, "death": death, **(milestone or {})}
    kind, who = next((kind, who) for kind, who in kinds.items() if who)
    return " ".join([kind, *([who] if isinstance(who, str) else who)])


def _yes_or_no(value: Optional[bool]) -> Optional[str]:
    """As story files say it."""
    return None if value is None else "yes" if value else "no"
