"""What is raised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from ._fabula import Diagnostic


class StoryError(ValueError):
    """A story, a theme or a setting has errors; its text shows each with its place and a caret under it."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        """`diagnostics` are all that was found, errors among them."""
        self.diagnostics: list[Diagnostic] = list(diagnostics)
        super().__init__("\n".join(str(each) for each in self.diagnostics if each.severity == "error"))
