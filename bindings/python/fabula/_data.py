"""Where the themes, fonts and libraries of the package lie."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).parent


def make_known() -> None:
    """Names the package's own themes and fonts to the library, unless the environment names others."""
    own = PACKAGE / "data"
    if own.is_dir():
        os.environ.setdefault("FABULA_DATA", str(own))


def has_own_libraries() -> bool:
    """Whether the package comes from a wheel that carries its libraries: nothing else in this process uses those."""
    return (PACKAGE.parent / "fabula.libs").is_dir()
