"""`paripassu schema`: the case file as a JSON Schema, for editors."""

from __future__ import annotations

from paripassu.cli.common import Out, as_json, say

__all__ = ["schema"]


def schema(out: Out = None) -> None:
    """Print the JSON Schema of the case file."""
    from paripassu.case import Case

    say(as_json(Case.model_json_schema(by_alias=True)), out)
