"""Stories: read or made, drawn, checked, timed, saved."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional

from . import _fabula
from .errors import raise_errors, raise_unless, warn_of
from .parts import Parts
from .picture import Options, PathLike, Picture, setting_pairs, write_whole
from .rows import Times

if TYPE_CHECKING:
    from typing_extensions import Unpack


def load(path: PathLike, *, strict: bool = False) -> Story:
    """Reads a story from a YAML file. Raises StoryError where no event can be read, and with `strict` where it has errors.

    What else is wrong with it `check` says; what is drawn leaves it out, and warns of it.
    """
    return Story._of(_fabula.read_file(os.fspath(path)), Path(path), strict=strict)


def loads(text: str, name: str = "<text>", *, strict: bool = False) -> Story:
    """Reads a story from YAML text, as load does; `name` stands for the file in what is found."""
    return Story._of(_fabula.read_text(text, name), None, name, strict=strict)


def views() -> Dict[str, str]:
    """The views by name, and what each shows; the first is the default."""
    return dict(_fabula.views())


def themes() -> Dict[str, str]:
    """The themes by name, and what each is good for."""
    return dict(_fabula.themes())


class Story(Parts):
    """A story: loaded, or begun with a title and told part by part.

    ::

        story = fabula.Story(title="A walk", language="en")
        story.character("ann", "Ann", born="1970")
        story.event("meet", "They meet", who=["ann"], when="1996-07-14")
        story.save("walk.yaml")
        story.render("walk.pdf", view="storyline")

    What it says is checked when it is drawn, checked or timed, not before. Threads may share a story that none of them
    changes.
    """

    def __init__(self, title: str, **keys: object) -> None:
        """A new story; `keys` are those of the story as a whole, as for set(): author, published, language, words, …"""
        super().__init__("")
        self._name = f"<{title}>"
        self._path: Optional[Path] = None
        self._read: Optional[_fabula.ReadStory] = None
        self._version = 0
        self.set(title=title, **keys)

    @classmethod
    def _of(cls, read: _fabula.ReadStory, path: Optional[Path], name: str = "", *, strict: bool = False) -> Story:
        raise_unless(read.events > 0, read.findings, strict)
        story = cls.__new__(cls)
        Parts.__init__(story, read.text)
        story._name = name or str(path)
        story._path = path
        story._read = read
        story._version = 0
        return story

    @property
    def title(self) -> str:
        """What it is called."""
        if self._read is not None and self._version == self._draft.version:
            return self._read.title
        return str(self._draft.plain("title"))

    def read(self) -> _fabula.ReadStory:
        """The story as the compiled library has read it, changes included. Raises StoryError where no event can be read."""
        read = self._read
        if read is None or self._version != self._draft.version:
            version = self._draft.version
            read = _fabula.read_text(self.yaml(), self._name)
            raise_unless(read.events > 0, read.findings)
            self._read, self._version = read, version
        return read

    # ----------------------------------------------------------------------------------------------------- pictures

    def picture(self, **options: Unpack[Options]) -> Picture:
        """A picture with these options (see fabula.Options), which shows itself in a notebook."""
        return Picture(self, **options)

    def render(self, path: PathLike, *, format: Optional[str] = None, **options: Unpack[Options]) -> Path:
        """Draws the story to a file and returns its path; options as fabula.Options says.

        The ending of the path names the format unless `format` does. The file is complete or absent. Errors of the story are
        warned of, as is what was left out for want of room; raises StoryError where nothing can be drawn, and with strict=True
        where there are errors.
        """
        return Picture(self, **options).save(path, format=format)

    def svg(self, **options: Unpack[Options]) -> bytes:
        """The picture as SVG; options as for render()."""
        return Picture(self, **options).draw("svg")

    def html(self, **options: Unpack[Options]) -> bytes:
        """The picture in a page of HTML, with its fonts; options as for render()."""
        return Picture(self, **options).draw("html")

    def pdf(self, **options: Unpack[Options]) -> bytes:
        """The picture as PDF; options as for render()."""
        return Picture(self, **options).draw("pdf")

    def png(self, **options: Unpack[Options]) -> bytes:
        """The picture as PNG; options as for render()."""
        return Picture(self, **options).draw("png")

    # ------------------------------------------------------------------------------------------------------- figures

    def check(self) -> List[_fabula.Diagnostic]:
        """What the continuity editor finds: contradictions, holes, what cannot be. Empty where all is well.

        Errors are found like anything else, not raised.
        """
        if self._read is None or self._version != self._draft.version:
            return _fabula.read_text(self.yaml(), self._name).check()
        return self._read.check()

    def times(self) -> Times:
        """When everything happened: a row for each event, in order of time.

        `nominal` is when it is drawn, `earliest` and `latest` how far it could move (None: any), `end` when it ends, in days
        (or in the story's own units); `when`, `not_before` and `not_after` say so in words. `ages` are those of who takes
        part, in years. `set_aside` are the statements, as they were written, that cannot be true together with the rest:
        that is worked out without them, and the errors are warned of.
        """
        rows, findings = self.read().times()
        raise_unless(rows is not None, findings)
        warn_of(findings)
        return Times(rows or [])

    def layout(
        self, view: str = "lifelines", *, theme: str = "default", page: str = "", settings: Optional[Mapping[str, object]] = None
    ) -> Dict[str, Any]:
        """The figures of a view's layout as plain data: orders, crossings, coordinates."""
        figures, findings = self.read().layout(view, theme, page, setting_pairs(settings))
        raise_unless(figures is not None, findings)
        result: Dict[str, Any] = json.loads(figures or "{}")
        return result

    # -------------------------------------------------------------------------------------------------------- files

    def save(self, path: Optional[PathLike] = None) -> Path:
        """Writes the story file, to where it was loaded from if no path is given; returns the path.

        Of a file that was loaded, everything that was not changed stays as it was: comments, order, quotes, line breaks.
        """
        target = Path(path) if path is not None else self._path
        if target is None:
            raise ValueError("this story was not loaded from a file: say where to save it")
        write_whole(target, self.yaml().encode("utf-8"))
        self._path = target
        return target

    def __repr__(self) -> str:
        return f"<Story {self.title!r}>"

    def _repr_svg_(self) -> str:
        return Picture(self)._repr_svg_()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Dict[str, str]:
        """For notebooks: the story shows itself."""
        return {**Picture(self)._repr_mimebundle_(), "text/plain": repr(self)}
