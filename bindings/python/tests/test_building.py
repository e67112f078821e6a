"""A story is told in code."""

from __future__ import annotations

import datetime

import fabula
import pytest


def walk() -> fabula.Story:
    story = fabula.Story(title="A walk", author="Nobody", words={"death": "end"})
    story.character("ann", "Ann", born="1970", role="poet, walker")
    story.section("out", "The way out")
    story.event("meet", "They meet", section="out", who=["ann", "bob"], when=datetime.date(1996, 7, 14))
    story.character("bob", "Bob")
    story.event(title="They talk, at length", section="out", who=["ann", "bob"], when=["soon after meet", "1996"], text="Of this\nand that.")
    story.milestone("visit", last=3)
    story.event(milestone={"visit": "ann"})
    story.event(death="bob", when=2001)
    story.relationship(["ann", "bob"], "friendship", phases=[{"from_": "meet", "until": "death-bob"}], strength=2.0)
    story.relationship(from_="ann", to="bob", kind="carer")
    story.state("ann", "student", from_="meet")
    story.link("meet", "death-bob", "foreshadow")
    story.place("inn", "The inn", in_="town")
    story.set(told=["meet", "death-bob"], language="en")
    return story


WALK = """\
title: A walk
author: Nobody
language: en
words: {death: end}

characters:
  ann: {name: Ann, role: "poet, walker", born: 1970}
  bob: {name: Bob}

places:
  inn: {name: The inn, in: town}

milestones:
  visit: {last: 3}

sections:
  - id: out
    title: The way out
    events:
      - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14}
      - id: they-talk-at-length
        title: They talk, at length
        who: [ann, bob]
        when: [soon after meet, 1996]
        text: |-
          Of this
          and that.

events:
  - {id: visit-ann, visit: ann}
  - {id: death-bob, death: bob, when: 2001}

states:
  - {who: ann, is: student, from: meet}

relationships:
  - {between: [ann, bob], kind: friendship, phases: [{from: meet, until: death-bob}], strength: 2}
  - {from: ann, to: bob, kind: carer}

links:
  - {from: meet, to: death-bob, kind: foreshadow}

told: [meet, death-bob]
"""


def test_a_story_told_in_code_is_a_file_that_people_would_write() -> None:
    assert walk().yaml() == WALK


def test_it_is_drawn_checked_and_timed_like_one_that_was_loaded() -> None:
    told, loaded = walk(), fabula.loads(WALK)
    assert told.svg(view="storyline") == loaded.svg(view="storyline")
    assert told.times() == loaded.times()
    assert [each.code for each in told.check()] == [each.code for each in loaded.check()]


def test_parts_may_come_in_any_order() -> None:
    story = fabula.Story(title="A walk")
    story.event("part", "They part", who="ann", when="3 days after meet")
    story.event("meet", "They meet", who="ann")
    story.character("ann", "Ann")
    assert [row["id"] for row in story.times()] == ["meet", "part"]


def test_ids_are_made_of_titles_and_are_never_the_same() -> None:
    story = fabula.Story(title="A walk")
    ids = [story.event(title=title) for title in ("They meet", "They meet", "They meet", "1984", "Élan: “vital”!", "你好", "—")]
    assert ids == ["they-meet", "they-meet-2", "they-meet-3", "no-1984", "élan-vital", "你好", "event"]
    assert [row["id"] for row in story.times()] == ids


def test_saying_it_again_changes_it() -> None:
    story = fabula.Story(title="A walk")
    story.event("meet", "They meet", when="1996")
    story.event("meet", when="1997", section="elsewhere")
    assert story.events == [{"id": "meet", "title": "They meet", "when": "1997"}]


def test_an_event_without_anything_is_refused() -> None:
    with pytest.raises(ValueError, match="an id, or a title"):
        fabula.Story(title="A walk").event(when="1996")


def test_what_is_no_value_of_a_story_is_refused() -> None:
    with pytest.raises(TypeError, match="not object"):
        fabula.Story(title="A walk").set(author=object())
    with pytest.raises(ValueError, match="inf"):
        fabula.Story(title="A walk").event("a", tension=float("inf"))


def test_an_unfinished_story_says_what_it_lacks() -> None:
    story = fabula.Story(title="A walk")
    with pytest.raises(fabula.StoryError, match=r"<A walk>:"):
        story.svg()
    assert story.title == "A walk"
    assert [each.severity for each in story.check()] == ["error"]


def test_a_wrong_key_is_found_with_its_place() -> None:
    story = walk()
    story.set(autor="Nobody")
    with pytest.raises(fabula.StoryError, match="author"):
        story.pdf(strict=True)


def test_a_new_story_needs_a_path_to_be_saved() -> None:
    with pytest.raises(ValueError, match="where to save"):
        walk().save()


def test_rows_say_what_was_told() -> None:
    story = walk()
    assert [row["id"] for row in story.characters] == ["ann", "bob"]
    assert [row.get("section") for row in story.events] == ["out", "out", None, None]
    assert story.sections == [{"id": "out", "title": "The way out"}]
    assert story.relationships[1] == {"from": "ann", "to": "bob", "kind": "carer"}
