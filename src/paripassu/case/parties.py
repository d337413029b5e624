"""Who negotiates."""

from __future__ import annotations

from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator

from paripassu.case.types import Entry, Text

__all__ = ["Party"]


class Party(Entry):
    """A party, or a third party with a part in the talks.

    ``short`` is the name for a narrow column; ``role`` is free text (`third party`, `mediator`, ...).
    """

    name: Text | None = None
    short: Text | None = None
    role: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {} if value is None else {"name": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": ["string", "null"]}, handler.resolve_ref_schema(handler(core))]}
