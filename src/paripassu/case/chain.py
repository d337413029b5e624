"""Who told whom: the links between an event and the page it is read on, each named or unnamed."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema, model_validator

from paripassu.case.types import Text, wrong

__all__ = ["Chain", "Link", "said_by"]


class Link(BaseModel):
    """One link: a name, or a description of somebody the report does not name."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    name: Text | None = None
    unnamed: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        words = value.strip()
        # "unnamed official" as plain words says the same as {unnamed: official}.
        if words.lower() == "unnamed" or words.lower().startswith("unnamed "):
            return {"unnamed": words[len("unnamed") :].strip() or "somebody"}
        return {"name": words}

    @model_validator(mode="after")
    def _one_of_them(self) -> Link:
        if (self.name is None) == (self.unnamed is None):
            raise wrong("a name, or {unnamed: who it is said to be}")
        return self

    def __str__(self) -> str:
        return self.name if self.name is not None else f"{self.unnamed} (unnamed)"

    def to_dict(self) -> dict[str, str]:
        """The JSON form: ``{"name": ...}`` or ``{"unnamed": ...}``."""
        return {"unnamed": self.unnamed} if self.unnamed is not None else {"name": self.name or ""}


def _links(value: Any) -> Any:
    if value is None:
        return ()
    return (value,) if isinstance(value, (str, dict)) else value


Chain = Annotated[
    tuple[Link, ...],
    BeforeValidator(_links),
    WithJsonSchema(
        {
            "type": "array",
            "items": {
                "anyOf": [
                    {"type": "string"},
                    {
                        "type": "object",
                        "properties": {"unnamed": {"type": "string"}, "name": {"type": "string"}},
                    },
                ]
            },
        }
    ),
]
"""Links from the page inwards: outlet, the paper it quotes, the official that paper quotes."""


def said_by(chain: tuple[Link, ...]) -> str:
    """A chain in words, from the page inwards.

    Examples
    --------
    >>> said_by((Link(name="CNN"), Link(unnamed="senior official")))
    'CNN, citing senior official (unnamed)'
    """
    return ", citing ".join(map(str, chain))
