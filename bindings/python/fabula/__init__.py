"""Fabula draws the plot of a story: timelines, storylines, arcs and curves, engraved as SVG, PDF and PNG.

Three lines to a picture::

    import fabula
    story = fabula.load("never-let-me-go.yaml")
    story.render("never-let-me-go.pdf", view="storyline", theme="print", page="A4")
"""

from __future__ import annotations

from ._data import has_own_libraries, make_known
from .errors import StoryError

make_known()

from ._fabula import Diagnostic, Edit, Repair, use_no_system_fonts  # noqa: E402  (the data has to be known before)
from .picture import Options, Picture  # noqa: E402
from .rows import Rows, Times  # noqa: E402
from .story import Story, load, loads, themes, views  # noqa: E402
from .tables import from_tables  # noqa: E402

if has_own_libraries():
    # Fontconfig would read what fonts the machine has, and complain where it has none. A Fontconfig that others use is let be.
    use_no_system_fonts()

__all__ = [
    "Diagnostic",
    "Edit",
    "Options",
    "Picture",
    "Repair",
    "Rows",
    "Story",
    "StoryError",
    "Times",
    "from_tables",
    "load",
    "loads",
    "themes",
    "views",
]


def __getattr__(name: str) -> str:
    """`__version__`, looked up when it is asked for."""
    if name == "__version__":
        from importlib.metadata import version

        return version("fabula")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
