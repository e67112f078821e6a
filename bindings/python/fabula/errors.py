"""What is raised."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING, List, Sequence

if TYPE_CHECKING:
    from ._fabula import Diagnostic


class StoryError(ValueError):
    """A story, a theme or a setting has errors; its text shows each with its place and a caret under it."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        """`diagnostics` are all that was found, errors among them."""
        self.diagnostics: List[Diagnostic] = list(diagnostics)
        super().__init__("\n".join(str(each) for each in self.diagnostics if each.severity == "error"))

    def _render_traceback_(self) -> List[str]:
        """For notebooks: the places in the story are what matters, not those in the code."""
        return [f"{type(self).__name__}: what is wrong with the story:", *str(self).splitlines()]


def raise_errors(findings: Sequence[Diagnostic]) -> None:
    """Raises StoryError where there are errors among what was found."""
    if any(each.severity == "error" for each in findings):
        raise StoryError(findings)


def raise_unless(usable: bool, findings: Sequence[Diagnostic], strict: bool = False) -> None:
    """Raises StoryError where nothing came of a story; with `strict`, also where there are errors at all."""
    if strict or not usable:
        raise_errors(findings)


def warn_of(findings: Sequence[Diagnostic]) -> None:
    """Errors that something came of in spite of, and warnings, as if from the line that asked."""
    depth, frame = 2, sys._getframe(1)
    while frame.f_back is not None and str(frame.f_globals.get("__name__")).partition(".")[0] == "fabula":
        depth, frame = depth + 1, frame.f_back
    for each in findings:
        if each.severity != "note":
            warnings.warn(str(each), stacklevel=depth)
