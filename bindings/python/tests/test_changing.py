"""A file that is changed and saved keeps all that was not changed."""

from __future__ import annotations

import difflib
import itertools
import re
from pathlib import Path
from typing import Any, Callable, Dict, List, Tuple

import fabula
import pytest
import yaml
from fabula.document import Document, plain
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[3]
STORIES = sorted((ROOT / "examples/stories").glob("*.yaml")) + sorted((ROOT / "tests/stories").glob("*.yaml"))
WALK = """\
# A walk, and who took it.
title:   A walk   # of two

characters:
  ann: {name: "Ann", role: 'poet'}   # she
  bob:
    name: Bob

# What happens.
sections:
  - id: out
    # The way there.
    events:
      - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14}   # a Sunday
      - id: rest
        title: >
          They rest
          a while
        who:
        - ann
        - bob   # asleep

# What else?
links: []
"""


def changed_lines(before: str, after: str) -> List[str]:
    """The lines that went and came, in the order of the file."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_what_is_not_changed_is_saved_to_the_byte(path: Path, tmp_path: Path) -> None:
    story = fabula.load(path)
    _ = story.events
    assert story.save(tmp_path / "copy.yaml").read_bytes() == path.read_bytes()


class AsWritten(yaml.BaseLoader):
    """Scalars as they were written, but for what is null."""

    yaml_implicit_resolvers = {first: [("tag:yaml.org,2002:null", re.compile("^(?:~|null|Null|NULL|)$"))] for first in ("~", "n", "N", "")}
    yaml_constructors = {**yaml.BaseLoader.yaml_constructors, "tag:yaml.org,2002:null": lambda loader, node: None}


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_tree_of_a_file_says_what_yaml_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert plain(Document(text).root) == yaml.load(text, Loader=AsWritten)


def test_a_changed_key_touches_its_own_line_alone() -> None:
    story = fabula.loads(WALK)
    story.character("ann", role="painter")
    assert changed_lines(WALK, story.yaml()) == [
        "-   ann: {name: \"Ann\", role: 'poet'}   # she",
        '+   ann: {name: "Ann", role: painter}   # she',
    ]


def test_a_new_key_is_written_as_its_neighbours_are() -> None:
    story = fabula.loads(WALK)
    story.character("bob", role="walker")
    story.event("meet", tension=3)
    assert changed_lines(WALK, story.yaml()) == [
        "+     role: walker",
        "-       - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14}   # a Sunday",
        "+       - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14, tension: 3}   # a Sunday",
    ]


def test_a_list_in_lines_is_replaced_whole() -> None:
    story = fabula.loads(WALK)
    story.event("rest", who=["bob"])
    assert changed_lines(WALK, story.yaml()) == ["-         who:", "-         - ann", "-         - bob   # asleep", "+         who: [bob]   # asleep"]


def test_a_new_event_stands_at_the_end_of_its_section() -> None:
    story = fabula.loads(WALK)
    story.event(title="They part", section="out", who=["ann"], when="3 days after meet")
    assert changed_lines(WALK, story.yaml()) == ["+       - {id: they-part, title: They part, who: [ann], when: 3 days after meet}"]
    assert [row["id"] for row in story.times()] == ["meet", "rest", "they-part"]


def test_a_new_character_stands_after_the_others() -> None:
    story = fabula.loads(WALK)
    story.character("cay", "Cay: the third")
    assert changed_lines(WALK, story.yaml()) == ['+   cay: {name: "Cay: the third"}']


def test_a_part_that_was_not_there_is_set_off_at_the_end() -> None:
    story = fabula.loads(WALK)
    story.relationship(["ann", "bob"], "friendship", since="meet")
    assert story.yaml() == WALK + "\nrelationships:\n  - {between: [ann, bob], kind: friendship, since: meet}\n"


def test_an_empty_list_takes_an_entry() -> None:
    story = fabula.loads(WALK)
    story.link("meet", "rest", "cause")
    assert "links: [{from: meet, to: rest, kind: cause}]\n" in story.yaml()


@pytest.mark.parametrize(
    ("gone", "lines"),
    [
        ("meet", ["-       - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14}   # a Sunday"]),
        ("bob", ["-   bob:", "-     name: Bob"]),
        ("ann", ["-   ann: {name: \"Ann\", role: 'poet'}   # she"]),
    ],
)
def test_what_is_removed_takes_its_own_lines_alone(gone: str, lines: List[str]) -> None:
    story = fabula.loads(WALK)
    story.remove(gone)
    assert changed_lines(WALK, story.yaml()) == lines


def test_the_last_event_of_a_section_leaves_an_empty_list() -> None:
    story = fabula.loads(WALK)
    story.remove("rest")
    story.remove("meet")
    assert yaml.safe_load(story.yaml())["sections"] == [{"id": "out", "events": []}]


def test_a_key_is_removed_alone() -> None:
    story = fabula.loads(WALK)
    story.remove("ann", "role")
    assert '  ann: {name: "Ann"}   # she\n' in story.yaml()
    with pytest.raises(KeyError):
        story.remove("ann", "group")


def test_what_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(KeyError, match="nobody"):
        fabula.loads(WALK).remove("nobody")


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_byte_order_mark_stay(line_break: str, mark: str) -> None:
    text = mark + WALK.replace("\n", line_break)
    story = fabula.loads(text)
    story.event("walk", "They walk", section="out")
    kept = [line for line in story.yaml().splitlines(keepends=True) if "They walk" not in line]
    assert "".join(kept) == text
    assert ("\n" in story.yaml().replace("\r\n", "")) == (line_break == "\n")


def test_a_file_without_a_last_line_break_is_added_to() -> None:
    story = fabula.loads("title: A\nevents:\n  - title: One")
    story.event(title="Two")
    assert story.yaml() == "title: A\nevents:\n  - title: One\n  - {id: two, title: Two}"


def test_what_an_alias_stands_for_is_changed_where_it_is_written() -> None:
    story = fabula.loads("title: A\ncharacters: {ann: &a {role: poet}, bob: *a}\nevents: [{title: One, who: [ann, bob]}]\n")
    story.character("bob", role="painter")
    assert "{ann: &a {role: painter}, bob: *a}" in story.yaml()


def test_a_change_is_seen_by_what_is_drawn_and_by_rows() -> None:
    story = fabula.loads(WALK)
    before = story.svg()
    story.event("meet", title="They meet again")
    assert story.svg() != before
    assert story.times()[0]["title"] == "They meet again"
    assert story.events[0]["title"] == "They meet again"


def test_an_error_that_a_change_brings_has_its_place() -> None:
    story = fabula.loads(WALK, "walk.yaml")
    story.event("meet", when="after nothing-known")
    with pytest.raises(fabula.StoryError, match=r"walk\.yaml:14:\d+: error: .*unknown-id"):
        story.svg(strict=True)


def test_a_story_is_saved_where_it_was_loaded_from(tmp_path: Path) -> None:
    path = tmp_path / "walk.yaml"
    path.write_text(WALK, encoding="utf-8")
    story = fabula.load(path)
    story.set(author="Nobody")
    assert story.save() == path
    assert fabula.load(path).part("author") == "Nobody"
    assert [each.name for each in tmp_path.iterdir()] == ["walk.yaml"]


CHANGES: Dict[str, Callable[[fabula.Story, int], object]] = {
    "set a key": lambda story, n: story.set(author=f"author {n}"),
    "change a character": lambda story, n: story.character("ann", role=f"role {n}"),
    "add a character": lambda story, n: story.character(f"character-{n}", f"Character {n}"),
    "change an event": lambda story, n: story.event("rest", title=f"rest: {n}", tension=n % 10),
    "add an event": lambda story, n: story.event(f"event-{n}", f"Event, {n}", section="out"),
    "add an event outside": lambda story, n: story.event(f"loose-{n}", f"Event {n}"),
    "add a section": lambda story, n: story.section(f"section-{n}", "A section"),
    "add a link": lambda story, n: story.link("rest", "meet", f"kind {n}"),
    "remove an event": lambda story, n: story.remove("meet") if any(row.get("id") == "meet" for row in story.events) else None,
    "remove a key": lambda story, n: story.remove("bob", "name") if "name" in story.characters[1] else None,
}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 4)), max_size=8))
def test_any_changes_give_a_file_that_says_what_the_tree_says(changes: List[Tuple[str, int]]) -> None:
    story = fabula.loads(WALK)
    for name, number in changes:
        CHANGES[name](story, number)
    keys = yaml.load(story.yaml(), Loader=AsWritten)
    assert {key: story.part(key) for key in keys} == keys
    kept = {"# A walk, and who took it.", "# What happens.", "    # The way there.", "# What else?"}
    assert kept <= set(story.yaml().splitlines())


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=30)
AWKWARD = st.sampled_from(
    ["null", "~", "yes", "1984", "1.0", "a: b", "- a", "#a", "a #b", "[a", "{a}", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "'", '"', "\\", "a, b", "?", "? a", ":", "-", "---", "...", "<<", "a?b", "é", "你好", "שלום", "a\tb"]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(WORDS, AWKWARD))
def test_any_text_is_read_as_it_was_given(text: str) -> None:
    story = fabula.Story(title="A story")
    story.event("first", text, text="of one line")
    story.event("second", "Another", text=text)
    long = story.event("third", "x" * 120, cite=text)
    keys = yaml.load(story.yaml(), Loader=yaml.BaseLoader)
    assert [row.get("title") for row in keys["events"]] == [text, "Another", "x" * 120]
    assert [keys["events"][1]["text"], keys["events"][2]["cite"]] == [text, text]
    if text.strip():
        assert story.times()[0]["title"] == " ".join(text.split()) or story.times()[0]["title"] == text
    assert long == "third"


@pytest.mark.parametrize(
    "text", ["two\nlines", "ends in a break\n", "\nbegins with one", "  indented\nlines", "a\n\nb", "tab\t\nend", "two at the end\n\n"]
)
def test_lines_stay_lines(text: str) -> None:
    story = fabula.Story(title="A story")
    story.event("first", "An event", text=text)
    assert yaml.safe_load(story.yaml())["events"][0]["text"] == text


def test_many_events_are_added_in_time_that_grows_with_their_number() -> None:
    story = fabula.Story(title="Long")
    for number in range(3000):
        story.event(f"e{number}", f"Event {number}", section=f"s{number // 100}")
    assert len(story.times()) == 3000


def test_the_parameters_of_parts_are_the_keys_of_the_format() -> None:
    keys = yaml.load((ROOT / "tests/story/every-key.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    events = [*itertools.chain(*(section["events"] for section in keys["sections"]))]
    milestones = set(keys["milestones"])
    for method, entries in {
        "character": keys["characters"].values(),
        "group": keys["groups"].values(),
        "place": keys["places"].values(),
        "thing": keys["things"].values(),
        "milestone": keys["milestones"].values(),
        "thread": keys["threads"].values(),
        "section": keys["sections"],
        "event": events,
        "state": keys["states"],
        "relationship": keys["relationships"],
        "link": keys["links"],
        "beat": keys["beats"],
    }.items():
        code = getattr(fabula.Story, method).__code__
        parameters = {name.rstrip("_").replace("_", "-") for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]}
        written = {key for entry in entries for key in entry or {}} - milestones - {"events"}
        assert written <= parameters, method


@pytest.mark.parametrize("text", ["- a list", "just text", "? [a, b]\n: 1\n"])
def test_what_is_not_made_of_keys_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="this story cannot be changed"):
        Document(text)
