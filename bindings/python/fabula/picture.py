"""How a story is to be drawn, and the picture that comes of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Tuple, TypedDict, Union

from . import _fabula
from .errors import raise_unless, warn_of
from .values import as_plain
from .writing import flow

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .story import Story

PathLike = Union[str, "os.PathLike[str]"]

FORMATS = ("svg", "html", "pdf", "png")
PAGES = ("one", "tile", "flow")


class Options(TypedDict, total=False):
    """How a story is drawn; what is left out is as the theme and the view have it.

    view:      one of fabula.views(); "lifelines" where not said
    theme:     one of fabula.themes(), or the path of a theme file
    page:      a size of paper ("A4", "A2-landscape", "us-trade", "210x297mm"); as large as the story needs where not said
    pages:     how the picture comes on paper: "one" page, "tile" (sheets to be cut and glued), "flow" (pages that each read
               on their own)
    settings:  those of views, themes and formats: {"lifelines.direction": "down", "theme.type.text": 9}
    dpi:       dots per inch, for PNG
    strict:    raise StoryError where the story has errors; else what can be true is drawn, and the errors are warned of
    """

    view: str
    theme: str
    page: str
    pages: str
    settings: Optional[Mapping[str, object]]
    dpi: Optional[float]
    strict: bool


class Picture:
    """A story drawn in one way. In a notebook it shows itself."""

    def __init__(self, story: Story, **options: Unpack[Options]) -> None:
        """Made by Story.picture(); nothing is drawn before it is asked for."""
        self.story = story
        self.options = options

    def save(self, path: PathLike, *, format: Optional[str] = None) -> Path:
        """Draws to a file, in the format of its ending unless `format` names one. The file is complete or absent."""
        target = Path(path)
        write_whole(target, self.draw(format or target.suffix.lower().lstrip(".")))
        return target

    def draw(self, format: str) -> bytes:
        """The picture as bytes: "svg", "html", "pdf" or "png".

        Errors of the story are warned of, as is what was left out for want of room. Raises StoryError where nothing can be
        drawn and, with strict, where there are errors.
        """
        if format not in FORMATS:
            raise ValueError(f"there is no format {format!r}, but {', '.join(FORMATS)}")
        pages = self.options.get("pages", "one")
        if pages not in PAGES:
            raise ValueError(f"pages is one of {', '.join(PAGES)}, not {pages!r}")
        strict = self.options.get("strict", False)
        data, findings = self.story.read().render(
            format,
            self.options.get("view", "lifelines"),
            self.options.get("theme", "default"),
            self.options.get("page", ""),
            pages,
            setting_pairs(self.options.get("settings"), self.options.get("dpi")),
            strict,
        )
        raise_unless(data is not None, findings, strict)
        warn_of(findings)
        return bytes(data or b"")

    def __repr__(self) -> str:
        return f"<Picture of {self.story.title!r}, {self.options.get('view', 'lifelines')}>"

    def _repr_svg_(self) -> str:
        """With its fonts, unless a setting says otherwise: the reader of a notebook need not have them."""
        options: Options = {**self.options, "settings": {"svg.fonts": "embed", **(self.options.get("settings") or {})}}
        return Picture(self.story, **options).draw("svg").decode("utf-8")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Dict[str, str]:
        """For notebooks: an SVG, and words where nothing can be drawn."""
        return {"image/svg+xml": self._repr_svg_(), "text/plain": repr(self)}


def setting_pairs(settings: Optional[Mapping[str, object]], dpi: Optional[float] = None) -> List[Tuple[str, str]]:
    """Settings as the library takes them: True is yes."""
    pairs = [(key, _as_text(value)) for key, value in (settings or {}).items()]
    return pairs if dpi is None else [*pairs, ("png.dpi", repr(dpi))]


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that it is never half there."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return flow(as_plain(value)) if isinstance(value, (list, tuple, dict)) else str(value)

