"""What a story is good for in Python."""

from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fabula
import pytest

STORIES = Path(__file__).resolve().parents[3] / "examples/stories"
WALK = """\
title: A walk
characters: {ann: {name: Ann}, bob: {name: Bob}}
events:
  - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14}
  - {id: part, title: They part, who: [ann, bob], when: 3 days after meet}
"""


def test_a_story_is_read_from_a_file() -> None:
    assert fabula.load(STORIES / "never-let-me-go.yaml").title == "Never Let Me Go"


def test_a_story_is_read_from_text() -> None:
    assert fabula.loads(WALK).title == "A walk"


def test_a_file_that_is_not_there_is_an_error_that_says_so() -> None:
    with pytest.raises(fabula.StoryError, match="file-not-found"):
        fabula.load("nowhere.yaml")


def test_an_error_shows_its_place_and_a_caret() -> None:
    with pytest.raises(fabula.StoryError) as raised:
        fabula.loads(WALK.replace("after meet", "after mete"), "walk.yaml", strict=True)
    assert "walk.yaml:5:" in str(raised.value)
    assert "^~~~" in str(raised.value)
    (found,) = raised.value.diagnostics
    assert (found.code, found.line, found.length) == ("unknown-id", 5, 4)


def test_a_story_with_errors_is_drawn_and_warned_of() -> None:
    story = fabula.loads(WALK.replace("after meet", "after mete"), "walk.yaml")
    with pytest.warns(UserWarning, match="did you mean ‘meet’"):
        assert b"</svg>" in story.svg()


def test_a_story_with_errors_is_not_drawn_if_that_is_asked() -> None:
    story = fabula.loads(WALK.replace("after meet", "after mete"), "walk.yaml")
    with pytest.raises(fabula.StoryError, match="unknown-id"):
        story.svg(strict=True)


@pytest.mark.parametrize("view", ["lifelines", "storyline", "arcs", "curve", "plot", "page"])
def test_every_view_is_drawn_in_every_format(view: str) -> None:
    story = fabula.load(STORIES / "never-let-me-go.yaml")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert story.svg(view=view).startswith(b"<?xml")
        assert story.html(view=view).startswith(b"<!DOCTYPE html>")
        assert story.pdf(view=view).startswith(b"%PDF")
        assert story.png(view=view, dpi=40).startswith(b"\x89PNG")


def test_a_picture_is_written_in_the_format_of_its_ending(tmp_path: Path) -> None:
    path = fabula.loads(WALK).render(tmp_path / "walk.pdf", theme="print", page="A5")
    assert path.read_bytes().startswith(b"%PDF")
    assert [each.name for each in tmp_path.iterdir()] == ["walk.pdf"]


def test_a_wrong_option_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(fabula.StoryError, match="unknown-theme"):
        fabula.loads(WALK).render(tmp_path / "walk.pdf", theme="nonesuch")
    assert not list(tmp_path.iterdir())


def test_settings_are_plain_values() -> None:
    story = fabula.loads(WALK)
    assert story.svg(settings={"lifelines.dates": False}) != story.svg()


def test_a_setting_may_be_a_list() -> None:
    story = fabula.loads(WALK)
    assert story.svg(settings={"theme.type.family": ["Nowhere's", "Vollkorn"]}) == story.svg(settings={"theme.type.family": ["Vollkorn"]})


def test_what_was_left_out_is_warned_of() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        fabula.load(STORIES / "never-let-me-go.yaml").pdf(page="A6")
    assert any("labels-left-out" in str(each.message) for each in caught)
    assert {each.filename for each in caught} == {__file__}


def test_a_long_story_flows_over_pages() -> None:
    story = fabula.load(STORIES / "never-let-me-go.yaml")
    assert len(story.pdf(pages="flow", page="A4")) > len(story.pdf(page="A2"))


def test_checking_finds_who_acts_after_death() -> None:
    story = fabula.loads(WALK + "  - {id: end, death: ann, when: 1990}\n")
    assert "after-death" in {each.code for each in story.check()}


def test_times_are_rows_in_order() -> None:
    rows = fabula.loads(WALK).times()
    assert [row["id"] for row in rows] == ["meet", "part"]
    assert rows[1]["nominal"] - rows[0]["nominal"] == 3
    assert rows[0]["who"] == ["ann", "bob"]


def test_times_say_what_is_set_aside_of_a_contradiction() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        rows = fabula.loads(WALK + "  - {id: end, title: The end, when: [1999-07, before meet]}\n").times()
    assert [row["set_aside"] for row in rows] == [[], [], ["before meet"]]
    assert any("[contradiction]" in str(each.message) for each in caught)


def test_a_layout_is_plain_data() -> None:
    assert fabula.loads(WALK).layout("storyline")["crossings"] == 0


def test_views_and_themes_say_what_they_are() -> None:
    assert next(iter(fabula.views())) == "lifelines"
    assert "manuscript" in fabula.themes()


def test_a_notebook_shows_a_story() -> None:
    assert "<svg" in fabula.loads(WALK)._repr_svg_()


def test_four_threads_give_the_bytes_of_one() -> None:
    stories = [fabula.load(STORIES / f"{name}.yaml") for name in ("odyssey", "ten-lines", "sleeping-beauty", "never-let-me-go")]
    alone = [story.svg() for story in stories]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda story: story.svg(), stories * 3)) == alone * 3


def test_contradictions_come_with_repairs() -> None:
    story = fabula.loads(
        "title: A slip\ncharacters: {ada: {born: 1901}}\nevents: [{title: Ada goes to sea, who: ada, when: [age 11 of ada, 1930]}]\n"
    )
    (found,) = story.check()
    assert found.repairs
    assert str(found.repairs[0]).startswith("‘")
    (edit,) = found.repairs[0].edits
    assert edit.line in (2, 3) and edit.length > 0 and edit.replacement
