"""Rows of plain values, which become tables."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Dict, List

if TYPE_CHECKING:
    import pandas
    import polars


class Rows(List[Dict[str, Any]]):
    """A list of rows; every row is a dictionary of plain values."""

    def columns(self) -> List[str]:
        """The keys of all rows, in the order in which they are met."""
        return list(dict.fromkeys(key for row in self for key in row))

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a DataFrame of pandas, which has to be installed."""
        import pandas

        return pandas.DataFrame(list(self), columns=self.columns())

    def to_polars(self) -> polars.DataFrame:
        """The rows as a DataFrame of polars, which has to be installed."""
        import polars

        return polars.DataFrame([{key: row.get(key) for key in self.columns()} for row in self], infer_schema_length=None)

    def _repr_html_(self) -> str:
        """A table for notebooks."""
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns())
        lines = ("".join(f"<td>{escape(_cell(row.get(column)))}</td>" for column in self.columns()) for row in self)
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Times(Rows):
    """When everything happened: a row for each event, in order of time."""

    def ages(self) -> Rows:
        """The ages as a table of their own: a row for each event and who takes part, in years."""
        return Rows({"event": row["id"], "who": who, **age} for row in self for who, age in row["ages"].items())


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_cell, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_cell(each)}" for key, each in value.items())
    return str(value)
