"""What a notebook sees."""

from __future__ import annotations

import re

import fabula
import pytest

WALK = "title: A walk\nevents: [{title: They meet}]\n"


def test_a_story_shows_itself() -> None:
    bundle = fabula.loads(WALK)._repr_mimebundle_()
    assert bundle["image/svg+xml"].lstrip().startswith(("<?xml", "<svg"))
    assert bundle["text/plain"] == "<Story 'A walk'>"


def test_a_picture_shows_itself_as_it_was_asked_for_with_its_fonts() -> None:
    story = fabula.loads(WALK)
    picture = story.picture(view="curve", theme="dark")
    assert picture._repr_svg_().encode() == story.svg(view="curve", theme="dark", settings={"svg.fonts": "embed"})
    assert "@font-face" in picture._repr_svg_()
    assert repr(picture) == "<Picture of 'A walk', curve>"


def test_figures_on_a_page_do_not_disturb_each_other() -> None:
    story = fabula.loads(WALK)
    shown = [story.picture(view=view)._repr_svg_() for view in ("lifelines", "curve")]
    shown.append(fabula.loads(WALK.replace("meet", "part"))._repr_svg_())
    ids = [set(re.findall(r'\bid="([^"]+)"', svg)) for svg in shown]
    assert all(ids)
    assert not (ids[0] & ids[1] or ids[0] & ids[2] or ids[1] & ids[2])


def test_an_error_shows_its_place_and_nothing_of_the_code() -> None:
    with pytest.raises(fabula.StoryError) as raised:
        fabula.loads(WALK.replace("title: They", "titel: They"), "walk.yaml", strict=True)
    lines = raised.value._render_traceback_()
    assert lines[1].startswith("walk.yaml:2:11: error:")
    assert any("^~~~~" in line for line in lines)
    assert not any("story.py" in line for line in lines)
