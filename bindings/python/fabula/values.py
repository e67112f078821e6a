"""From values of Python and of tables to the plain values of a story file."""

from __future__ import annotations

import datetime
import math
from typing import Iterable, Mapping

from .writing import Plain


def as_plain(value: object) -> Plain:
    """A value as the file would hold it: dates as EDTF, True as yes, what is missing (None, NaN, NaT) as None."""
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return _date(value)
    if isinstance(value, Mapping):
        entries = ((_key(key), as_plain(each)) for key, each in value.items())
        return {key: each for key, each in entries if each is not None}
    if isinstance(value, Iterable):
        return [each for each in map(as_plain, value) if each is not None]
    return _of_table(value)


def _number(value: float) -> Plain:
    """Whole numbers without a point: a column of a table with a gap holds floats."""
    if not math.isfinite(value):
        if math.isnan(value):
            return None
        raise ValueError(f"{value} is no number of a story")
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _date(value: datetime.date) -> Plain:
    """A moment of midnight is a day."""
    if value != value:  # NaT of pandas is a datetime
        return None
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat()
        return value.replace(microsecond=0, tzinfo=None).isoformat()
    return value.isoformat()


def _key(key: object) -> str:
    """As the file spells it: from_ is from."""
    return str(key).rstrip("_").replace("_", "-")


def _of_table(value: object) -> Plain:
    """Scalars of numpy and the like know their value of Python; what is missing is not equal to itself, or named NA."""
    item = getattr(value, "item", None)
    if callable(item):
        return as_plain(item())
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    raise TypeError(f"a story holds text, numbers, dates, lists and mappings, not {type(value).__name__}")
