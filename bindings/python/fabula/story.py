"""Stories: read, drawn, checked, timed."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path
from typing import Any, Mapping, Optional, Union

from . import _fabula
from .errors import StoryError

Settings = Mapping[str, object]
PathLike = Union[str, "os.PathLike[str]"]

FORMATS = ("svg", "pdf", "png")
WAYS = ("one", "tile", "flow")


def load(path: PathLike) -> Story:
    """Reads a story from a YAML file. Raises StoryError where it has errors."""
    return Story(_fabula.read_file(os.fspath(path)))


def loads(text: str, name: str = "<text>") -> Story:
    """Reads a story from YAML text; `name` stands for the file in what is found. Raises StoryError where it has errors."""
    return Story(_fabula.read_text(text, name))


def views() -> dict[str, str]:
    """The views by name, and what each shows; the first is the default."""
    return dict(_fabula.views())


def themes() -> dict[str, str]:
    """The themes by name, and what each is good for."""
    return dict(_fabula.themes())


def _pairs(settings: Optional[Settings], dpi: Optional[float]) -> list[tuple[str, str]]:
    pairs = [(key, _as_text(value)) for key, value in (settings or {}).items()]
    return pairs if dpi is None else [*pairs, ("png.dpi", repr(dpi))]


def _as_text(value: object) -> str:
    """A value as `--set` takes it: True is yes."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _raise_errors(findings: list[_fabula.Diagnostic]) -> None:
    if any(each.severity == "error" for each in findings):
        raise StoryError(findings)


class Story:
    """A story that was read. Nothing changes it: threads may share it, and everything else is made from it."""

    def __init__(self, read: _fabula.ReadStory) -> None:
        """Made by load() and loads()."""
        _raise_errors(read.findings)
        self._read = read

    @property
    def title(self) -> str:
        """What it is called."""
        return self._read.title

    def render(
        self,
        path: PathLike,
        *,
        view: str = "lifelines",
        theme: str = "default",
        page: str = "",
        pages: str = "one",
        settings: Optional[Settings] = None,
        dpi: Optional[float] = None,
        format: Optional[str] = None,
    ) -> Path:
        """Draws the story to a file, whose ending names the format unless `format` does; returns its path.

        `page` is a size of paper ("A4", "us-trade", "210x297mm") or, if empty, as large as the story needs. `pages` says
        how the picture comes on it: "one", "tile" (sheets to be cut and glued) or "flow" (pages that each read on their
        own). `settings` are those of views and themes: {"lifelines.direction": "down", "theme.type.text": 9}. The file is
        complete or absent. Raises StoryError; what was left out for want of room is warned of.
        """
        target = Path(path)
        chosen = format or target.suffix.lower().lstrip(".")
        data = self._bytes(chosen, view=view, theme=theme, page=page, pages=pages, settings=settings, dpi=dpi)
        part = target.with_name(f".{target.name}.{os.getpid()}")
        part.write_bytes(data)
        part.replace(target)
        return target

    def svg(self, **options: Any) -> bytes:
        """The picture as SVG; options as for render()."""
        return self._bytes("svg", **options)

    def pdf(self, **options: Any) -> bytes:
        """The picture as PDF; options as for render()."""
        return self._bytes("pdf", **options)

    def png(self, **options: Any) -> bytes:
        """The picture as PNG; options as for render()."""
        return self._bytes("png", **options)

    def check(self) -> list[_fabula.Diagnostic]:
        """What the continuity editor finds: contradictions, holes, what cannot be. Empty where all is well."""
        return self._read.check()

    def times(self) -> list[dict[str, Any]]:
        """When everything happened: a row for each event, in order of time, as plain values.

        `nominal` is when it is drawn, `earliest` and `latest` how far it could move (None: any), in days (or in the story's own
        units); `when` says it in words. Raises StoryError where the story contradicts itself.
        """
        rows, findings = self._read.times()
        _raise_errors(findings)
        return list(rows or [])

    def layout(
        self, view: str = "lifelines", *, theme: str = "default", page: str = "", settings: Optional[Settings] = None
    ) -> dict[str, Any]:
        """The figures of a view's layout as plain data: orders, crossings, coordinates."""
        figures, findings = self._read.layout(view, theme, page, _pairs(settings, None))
        _raise_errors(findings)
        result: dict[str, Any] = json.loads(figures or "{}")
        return result

    def __repr__(self) -> str:
        return f"<Story {self.title!r}>"

    def _repr_svg_(self) -> str:
        return self.svg().decode("utf-8")

    def _bytes(
        self,
        format: str,
        *,
        view: str = "lifelines",
        theme: str = "default",
        page: str = "",
        pages: str = "one",
        settings: Optional[Settings] = None,
        dpi: Optional[float] = None,
    ) -> bytes:
        if format not in FORMATS:
            raise ValueError(f"there is no format {format!r}, but {', '.join(FORMATS)}")
        if pages not in WAYS:
            raise ValueError(f"pages is one of {', '.join(WAYS)}, not {pages!r}")
        data, findings = self._read.render(format, view, theme, page, pages, _pairs(settings, dpi))
        _raise_errors(findings)
        for each in findings:
            if each.severity == "warning":
                warnings.warn(str(each), stacklevel=3)
        return bytes(data or b"")
