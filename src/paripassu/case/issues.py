"""What is negotiated: issues, each with its options or a numeric range."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, WithJsonSchema, model_validator

from paripassu.case.types import Amount, Entry, Text, amount, wrong

__all__ = ["MOST_OPTIONS", "Issue", "plain"]

MOST_OPTIONS = 100_000
"""The most options an issue may have; a range with more is a slip of the step."""


def plain(number: Fraction) -> str:
    """A number as its shortest decimal text (or as a fraction when no decimal ends).

    Examples
    --------
    >>> plain(Fraction(5)), plain(Fraction(1, 2)), plain(Fraction(1, 3))
    ('5', '0.5', '1/3')
    """
    if number.denominator == 1:
        return str(number.numerator)
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(number)
    return format((Decimal(number.numerator) / Decimal(number.denominator)).normalize(), "f")


class Issue(Entry):
    """An issue; a package takes exactly one of its options.

    In a file: a list of options, or `{from: 0, to: 100, step: 5, unit: percent}`, or the long form with `name` and
    `options`. A numeric issue's options are its steps as text (`"0"`, `"5"`, ...).
    """

    name: Text | None = None
    options: Annotated[
        tuple[Text, ...], WithJsonSchema({"type": "array", "items": {"type": ["string", "number"]}})
    ] = ()
    start: Amount | None = Field(default=None, alias="from")
    stop: Amount | None = Field(default=None, alias="to")
    step: Amount | None = None
    unit: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return {"options": value}
        if not isinstance(value, dict):
            raise wrong("a list of options or a range {from, to, step}")
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        long = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [{"type": "array", "items": {"type": ["string", "number", "boolean"]}}, long]}

    @model_validator(mode="after")
    def _consistent(self) -> Issue:
        if self.start is None and self.stop is None:
            if not self.options:
                raise wrong("at least one option", got="none")
            if self.step is not None:
                raise wrong("`from` and `to` beside `step`")
            twice = {option for option in self.options if self.options.count(option) > 1}
            if twice:
                raise wrong("each option once", got=f"`{min(twice)}` twice")
            return self
        if self.options:
            raise wrong("options or a range, not both")
        if self.start is None or self.stop is None:
            raise wrong("both `from` and `to`")
        step = Fraction(1) if self.step is None else self.step
        if step <= 0:
            raise wrong("a step above 0", got=plain(step))
        if self.stop < self.start:
            raise wrong("`from` not above `to`", got=f"{plain(self.start)} to {plain(self.stop)}")
        steps, rest = divmod(self.stop - self.start, step)
        if steps >= MOST_OPTIONS:
            raise wrong(f"at most {MOST_OPTIONS:,} options", got=f"a range with {int(steps) + 1:,}")
        if rest:
            raise wrong(f"a step that divides {plain(self.start)} to {plain(self.stop)}", got=plain(step))
        options = tuple(plain(self.start + step * place) for place in range(int(steps) + 1))
        object.__setattr__(self, "step", step)
        object.__setattr__(self, "options", options)
        return self

    @property
    def numeric(self) -> bool:
        """Whether the options are numbers on a range."""
        return self.start is not None

    def option(self, text: str) -> str | None:
        """The option a text means (`20.0` means `20` on a range), or None."""
        if text in self.options:
            return text
        if not self.numeric:
            return None
        try:
            exact = plain(amount(text))
        except ValueError:
            return None
        return exact if exact in self.options else None

    def label(self, option: str) -> str:
        """The option with its unit."""
        return f"{option} {self.unit}" if self.unit else option
