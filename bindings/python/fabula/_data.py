"""Where the themes and fonts of the package lie."""

from __future__ import annotations

import os
from pathlib import Path


def make_known() -> None:
    """Names the package's own themes and fonts to the library, unless the environment names others."""
    own = Path(__file__).parent / "data"
    if own.is_dir():
        os.environ.setdefault("FABULA_DATA", str(own))
