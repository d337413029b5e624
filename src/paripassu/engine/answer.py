"""What every result can do besides holding its answer: show itself in a notebook, and become a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from paripassu.errors import CommandError

__all__ = ["Answer"]


class Answer(ABC):
    """The base of every result. A result says its answer in a sentence and as rows; the rest follows."""

    __slots__ = ()

    @abstractmethod
    def summary(self) -> str:
        """The answer in a sentence or two."""

    @abstractmethod
    def rows(self) -> list[dict[str, Any]]:
        """The answer as a table: one mapping a row, every row with the same keys."""

    @abstractmethod
    def to_dict(self) -> dict[str, Any]:
        """The JSON form, as `--json` prints it."""

    def to_frame(self, library: Literal["pandas", "polars"] | None = None) -> Any:
        """The rows as a data frame.

        Parameters
        ----------
        library : {"pandas", "polars"}, optional
            The one that is installed when absent, pandas first.

        Raises
        ------
        CommandError
            When the library is not installed.
        """
        names = (library,) if library else ("pandas", "polars")
        for name in names:
            if find_spec(name) is not None:
                return import_module(name).DataFrame(self.rows())
        raise CommandError(f"to_frame: needs {' or '.join(names)}, and none is installed.")

    def _repr_html_(self) -> str:
        rows = self.rows()
        head = "".join(f"<th>{escape(str(key))}</th>" for key in (rows[0] if rows else {}))
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_cell(value))}</td>' for value in row.values())}</tr>" for row in rows
        )
        return f"<p>{escape(self.summary())}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_cell(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_cell, value))
    return "" if value is None else str(value)
