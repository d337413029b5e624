"""The kinds of value a case file holds. The file is text; the field decides what the text means."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import PydanticCustomError

from paripassu.errors import CaseError, Problem, nearest

__all__ = [
    "Amount",
    "AmountRange",
    "Basis",
    "Day",
    "Entry",
    "Number",
    "OneOrMany",
    "OrListed",
    "Text",
    "amount",
    "only_fields",
    "wrong",
]

Basis = Literal["stated", "reported", "analyst", "illustration"]
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?\Z")
_FRACTION = re.compile(r"[+-]?\d+\s*/\s*\d+\Z")


def wrong(expected: str, got: str | None = None, nearest: str | None = None) -> PydanticCustomError:
    """The error a validator raises: what was expected; without ``got`` the loader says what stands there."""
    return PydanticCustomError("expected", "{expected}", {"expected": expected, "got": got, "nearest": nearest})


def amount(value: Any) -> Fraction:
    """An exact amount from an integer, a decimal or a fraction as text.

    Raises
    ------
    PydanticCustomError
        When the value is no finite number.

    Examples
    --------
    >>> amount("0.1") + amount("1/3")
    Fraction(13, 30)
    """
    if isinstance(value, bool):
        raise wrong("a number")
    if isinstance(value, (int, Fraction)):
        return Fraction(value)
    if isinstance(value, (float, Decimal)):
        if not math.isfinite(value):
            raise wrong("a finite number")
        return Fraction(str(value))
    if isinstance(value, str):
        text = value.strip()
        if _DECIMAL.match(text) or (_FRACTION.match(text) and int(text.split("/")[1])):
            return Fraction(text.replace(" ", ""))
        if text.lower().lstrip("+-.") in ("nan", "inf", "infinity"):
            raise wrong("a finite number")
    raise wrong("a number")


def _float(value: Any) -> float:
    try:
        return float(amount(value))
    except OverflowError:
        raise wrong("a number below 1e308 in size") from None


def _range(value: Any) -> tuple[Fraction, Fraction]:
    if isinstance(value, (list, tuple)):
        if len(value) != 2:
            raise wrong("a number or [low, high]")
        low, high = (amount(part) for part in value)
        if low > high:
            raise wrong("[low, high] with low not above high")
        return low, high
    exact = amount(value)
    return exact, exact


def _text(value: Any) -> Any:
    # A native number or truth value can only come from Python, never from a file: say it as text.
    return str(value) if isinstance(value, (int, float, Fraction)) else value


def _many(value: Any) -> Any:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _day(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else _no_day()
    except ValueError:
        return _no_day()


def _no_day() -> dt.date:
    raise wrong("a date YYYY-MM-DD")


_NUMBER: Any = {"type": "number"}
_AMOUNT: Any = {"anyOf": [{"type": "number"}, {"type": "string"}]}

Number = Annotated[float, BeforeValidator(_float), WithJsonSchema(_NUMBER)]
"""A finite number."""
Amount = Annotated[Fraction, BeforeValidator(amount), WithJsonSchema(_AMOUNT)]
"""An exact finite number."""
AmountRange = Annotated[
    tuple[Fraction, Fraction],
    BeforeValidator(_range),
    WithJsonSchema({"anyOf": [*_AMOUNT["anyOf"], {"type": "array", "items": _AMOUNT}]}),
]
"""An exact number, or [low, high]; always held as the pair."""
_SCALAR: Any = {"type": ["string", "number", "boolean"]}

Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(_SCALAR)]
"""Text; `NO` and `1` are text too."""
OneOrMany = Annotated[
    tuple[Text, ...],
    BeforeValidator(_many),
    WithJsonSchema({"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]}),
]
"""One text or a list of them; always held as a tuple."""
Day = Annotated[dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day."""


class OrListed:
    """Marks a mapping by id whose ids alone may stand as a list, for the JSON Schema."""

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "array", "items": _SCALAR}, handler(core)]}


def only_fields(model: type[BaseModel], update: Mapping[str, Any] | None) -> None:
    """Raise a CaseError that names every key a changed copy of a model cannot be given, with the nearest it can."""
    known = model.model_fields
    name = model.__name__.lower()
    problems = [
        Problem(None, None, f"{name}.{key}", f"a field of a {name}", f"`{key}`", nearest(key, known))
        for key in update or ()
        if key not in known
    ]
    if problems:
        raise CaseError(problems)


class Entry(BaseModel):
    """What every entry of a case file may carry: where it comes from, and a remark."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    source: OneOrMany = ()
    note: Text | None = None

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced. The values are taken as they are, not read or checked again.

        Raises
        ------
        CaseError
            For names the entry does not have; all at once, each with the nearest it has.
        """
        only_fields(type(self), update)
        return super().model_copy(update=update, deep=deep)
