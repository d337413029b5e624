"""The steps as a table for a spreadsheet: one step a row, one amount a cell, a column for each party's worth.

It reads back, as `steps.csv` beside `case.yaml`, as the same steps (see `tables`).
"""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from paripassu.case.cells import cell, form
from paripassu.case.issues import plain
from paripassu.case.steps import Step

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["steps_csv"]

_BEFORE = ("name", "doer", "cost", "recover", "detect")
_AFTER = ("duration", "needs", "by", "not_before", "done", "broken")

_LAST = ("divisible", "reversible", "verifier", "confidence", "basis", "source", "note")


def steps_csv(case: Case) -> str:
    """The section `steps` as CSV.

    Every key has its column, and each party with a part in the steps one for what a step is worth to it
    (`value.us`) and one for what it then loses (`revoke.us`). Ranges stand as `low; high`.

    Examples
    --------
    >>> from paripassu.case import Case
    >>> give = {"doer": "a", "cost": [1, 2], "value": {"b": "1/3"}, "duration": "2 weeks"}
    >>> for line in steps_csv(Case.from_dict({"parties": ["a", "b"], "steps": {"give": give}})).splitlines():
    ...     print(line[:63])
    id,name,doer,cost,recover,detect,value.a,value.b,revoke.a,revok
    give,,a,1; 2,,,,1/3,,,2 weeks,,,,,,,,,,,,
    """
    part = {party for step in case.steps.values() for party in (step.doer, *step.value, *step.revoke)}
    parties = [party for party in case.parties if party in part]
    spread = not any("." in party or not party.strip() or party != party.strip() for party in parties)
    worth = [f"{key}.{party}" for key in ("value", "revoke") for party in parties] if spread else ["value", "revoke"]
    head = ["id", *_BEFORE, *worth, *_AFTER, *_LAST]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for name, step in case.steps.items():
        cells = {"id": cell(name, form(str)), **{key: _cell(step, key) for key in (*_BEFORE, *_AFTER, *_LAST)}}
        cells |= _worth(step, "value", spread) | _worth(step, "revoke", spread)
        writer.writerow([cells.get(key, "") for key in head])
    return out.getvalue()


def _cell(step: Step, key: str) -> str:
    held = getattr(step, key)
    if key not in step.model_fields_set or held is None:
        return ""
    if key in ("cost", "recover", "detect"):
        return _amount(held)
    said: Any = list(held) if isinstance(held, tuple) else str(held)
    return "" if said == [] else cell(said, form(Step.model_fields[key].annotation))


def _worth(step: Step, key: str, spread: bool) -> dict[str, str]:
    table: dict[str, tuple[Fraction, Fraction]] = getattr(step, key)
    if not table:
        return {}
    if spread:
        return {f"{key}.{party}": _amount(ends) for party, ends in table.items()}
    return {key: json.dumps({party: [*map(plain, ends)] for party, ends in table.items()}, ensure_ascii=False)}


def _amount(ends: tuple[Fraction, Fraction]) -> str:
    low, high = map(plain, ends)
    return low if low == high else f"{low}; {high}"
