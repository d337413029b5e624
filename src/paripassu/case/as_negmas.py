"""A case written as a NegMAS scenario folder, and what of it such a folder cannot hold."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from paripassu.case.case import Case
from paripassu.case.issues import Issue, plain
from paripassu.case.preferences import Preference, option_values
from paripassu.case.types import amount
from paripassu.errors import CaseError, Problem

__all__ = ["DOMAIN", "as_negmas", "left_behind"]

DOMAIN = "domain.yml"
_NO_FILE = re.compile(r"[\\/:*?\"<>|\x00-\x1f]|^\.|^$")
_HELD = {"paripassu", "title", "summary", "parties", "issues", "preferences"}
"""Sections that are written, or spoken of one by one."""


def as_negmas(case: Case) -> dict[str, str]:
    """The files of a scenario folder by their names: one domain, one profile a party with preferences.

    Parameters
    ----------
    case : Case
        Needs `issues` and `preferences`. Ranges and orders are written by their centre.

    Raises
    ------
    CaseError
        When a section is missing, a party's numbers were not read, or its id can be no file name.

    Notes
    -----
    A range in whole steps of 1 becomes a contiguous issue, any other issue a list of options. Values become tables, and
    an interaction that adds the same to every package becomes the bias. Numbers are written in full; a fraction
    without an end, such as 1/3, to the nearest double.
    """
    case.require("issues", "preferences")
    problems = []
    for party, preference in case.preferences.items():
        if _NO_FILE.search(party) or f"{party}.yml".casefold() == DOMAIN:
            problems.append(
                Problem(_file(case), None, f"preferences.{party}", "an id that can name a file", f"`{party}`")
            )
        if preference.unread:
            key = f"preferences.{party}"
            problems.append(Problem(_file(case), None, key, "weights and values", "a private file that was not read"))
    folded = [party.casefold() for party in case.preferences]
    if len(set(folded)) < len(folded):
        twice = next(party for party in case.preferences if folded.count(party.casefold()) > 1)
        expected = "ids that differ by more than capitals"
        problems.append(Problem(_file(case), None, "preferences", expected, f"`{twice}` twice"))
    if problems:
        raise CaseError(problems)
    profiles = {f"{party}.yml": _profile(case, party) for party in case.preferences}
    return {DOMAIN: _domain(case), **profiles}


def left_behind(case: Case) -> tuple[str, ...]:
    """What the case holds and a NegMAS folder cannot, a line each, by the key of the case file."""
    says = [
        f"{key}: no place for it"
        for key, field in Case.model_fields.items()
        if key not in _HELD and getattr(case, key) != field.get_default(call_default_factory=True)
    ]
    if case.title or case.summary:
        says.append("title, summary: a scenario is called by its folder")
    for party, one in case.parties.items():
        if any((one.name, one.short, one.role)):
            says.append(f"parties.{party}: its name, short name and role; its id names the file")
        if party not in case.preferences:
            says.append(f"parties.{party}: has no preferences, so no profile")
    for name, issue in case.issues.items():
        if issue.name or issue.unit:
            says.append(f"issues.{name}: its long name and unit")
        if issue.numeric and not _contiguous(issue):
            says.append(f"issues.{name}: that it is a range; its options are written as a list")
    for party, preference in case.preferences.items():
        says += [f"preferences.{party}: {what}" for what in _left_of(preference)]
    return tuple(says)


def _left_of(preference: Preference) -> list[str]:
    says = []
    if preference.unsure:
        says.append("ranges and order; the centre is written")
    if preference.basis or preference.as_of or preference.source or preference.note:
        says.append("basis, as_of, source and note")
    several = sum(bool(term.table) for term in preference.interactions)
    if several:
        says.append(f"interactions ({several}): utilities in NegMAS lack what they add")
    return says


def _file(case: Case) -> str:
    return str(case.path) if case.path else "case"


def _contiguous(issue: Issue) -> bool:
    return bool(issue.numeric and issue.step == 1 and issue.start is not None and issue.start.denominator == 1)


def _domain(case: Case) -> str:
    lines = ["issues:"]
    for name, issue in case.issues.items():
        if _contiguous(issue):
            kind, values = "ContiguousIssue", f"[{issue.options[0]}, {issue.options[-1]}]"
        else:
            kind, values = "CategoricalIssue", f"[{', '.join(map(_text, issue.options))}]"
        lines += [f"- name: {_text(name)}", f"  type: {kind}", f"  values: {values}"]
    return "\n".join([*lines, "type: DiscreteCartesianOutcomeSpace", ""])


def _profile(case: Case, party: str) -> str:
    preference = case.preferences[party]
    no_deal = "-.inf" if preference.no_deal is None else _number(preference.no_deal)
    lines = ["type: LinearAdditiveUtilityFunction", f"name: {_text(party)}", f"reserved_value: {no_deal}"]
    bias = sum((amount(term.default or 0) for term in preference.interactions if not term.table), Fraction(0))
    if bias:
        lines.append(f"bias: {_number(bias)}")
    lines.append("values:")
    weights = []
    for name, issue in case.issues.items():
        table = preference.values.get(name)
        values: Sequence[float] = option_values(issue, table) if table else [0.0] * len(issue.options)
        quote = str if _contiguous(issue) else _text
        cells = ", ".join(
            f"{quote(option)}: {_number(value)}" for option, value in zip(issue.options, values, strict=True)
        )
        lines += ["- type: TableFun", f"  mapping: {{{cells}}}"]
        weights.append(_number(preference.weights.get(name, Fraction(0))))
    lines.append(f"weights: [{', '.join(weights)}]")
    if preference.discount is None:
        return "\n".join([*lines, ""])
    outer = [
        "type: ExpDiscountedUFun",
        f"discount: {_number(preference.discount)}",
        f"reserved_value: {no_deal}",
        "ufun:",
    ]
    return "\n".join([*outer, *(f"  {line}" for line in lines), ""])


def _text(text: str) -> str:
    # JSON's text is YAML's, and always text: `NO` and `1` stay what they are.
    return json.dumps(text, ensure_ascii=False)


def _number(value: Any) -> str:
    """A number in decimals with a point, which every YAML reader takes for a number."""
    text = plain(amount(value))
    if "/" in text:
        text = plain(amount(float(Fraction(text))))
    return text if "." in text else f"{text}.0"
