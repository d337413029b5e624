"""One sheet a party for a class: its side of the case with its own numbers, and what is public about the others."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from paripassu.case.case import Case
from paripassu.case.preferences import option_values
from paripassu.report import wording
from paripassu.report.forms.public import interests_of, rule_words, stands_of

__all__ = ["role"]


def role(case: Case, party: str) -> dict[str, Any]:
    """What one player is given. The case is taken to be this party's seat; nothing of others' numbers is used."""
    block = case.preferences.get(party)
    numbers = block if block is not None and not block.unread else None
    stake = case.stakes.get(party)
    return {
        "party": party,
        "name": case.name(party),
        "role": case.parties[party].role,
        "note": case.parties[party].note,
        "issues": [
            {"name": issue.name or name, "options": _options(case, name), "note": issue.note}
            for name, issue in case.issues.items()
        ],
        "rules": rule_words(case),
        "draft": [(case.issues[name].name or name, case.issues[name].label(o)) for name, o in case.draft.items()],
        "numbers": numbers is not None,
        "invented": bool(numbers and numbers.basis == "illustration"),
        "no_deal": numbers.no_deal_range if numbers else None,
        "ordered": bool(numbers and numbers.order),
        "numbers_note": numbers.note if numbers else None,
        "worth": _worth(case, party) if numbers else [],
        "together": _together(case, party) if numbers else [],
        "interests": interests_of(case, party),
        "positions": stands_of(case, party),
        "moves": [move.name or name for name, move in case.moves.get(party, {}).items()],
        "steps": _steps(case, party),
        "end": stake.end if stake and any(stake.end) else None,
        "others": [
            {
                "party": other,
                "name": case.name(other),
                "role": case.parties[other].role,
                "positions": stands_of(case, other),
                "interests": interests_of(case, other),
                "moves": [move.name or name for name, move in case.moves.get(other, {}).items()],
            }
            for other in case.parties
            if other != party
        ],
    }


def _options(case: Case, name: str) -> str:
    issue = case.issues[name]
    if issue.numeric and len(issue.options) > 4:
        first, second, last = issue.options[0], issue.options[1], issue.options[-1]
        return f"{first}, {second}, … {issue.label(last)}"
    return ", ".join(map(issue.label, issue.options))


def _worth(case: Case, party: str) -> list[dict[str, Any]]:
    """How much each issue matters and how good each option is; of a range only the points given."""
    block = case.preferences[party]
    rows = []
    for name, issue in case.issues.items():
        table = block.values.get(name, {})
        worth = dict(zip(issue.options, option_values(issue, table), strict=True)) if table else {}
        given = [option for option in issue.options if not issue.numeric or option in map(issue.option, table)]
        rows.append(
            {
                "name": issue.name or name,
                "weight": block.weights.get(name, Fraction(0)),
                "between": block.weight_ranges.get(name, (block.weights.get(name, Fraction(0)),) * 2),
                "values": [(issue.label(option), worth[option]) for option in given if option in worth],
                "range": issue.numeric,
            }
        )
    return sorted(rows, key=lambda row: -row["weight"])


def _together(case: Case, party: str) -> list[dict[str, Any]]:
    return [
        {
            "words": wording.listed(
                case.issues[name].label(option) for name, option in zip(term.issues, row, strict=True)
            ),
            "value": value,
        }
        for term in case.preferences[party].interactions
        for row, value in term.values(case.issues).items()
    ]


def _steps(case: Case, party: str) -> list[dict[str, Any]]:
    """The steps on the table: what a step of one's own costs, and what another's brings; never the other's number."""
    rows = []
    for name, step in case.steps.items():
        amount = step.cost if step.doer == party else step.value.get(party)
        rows.append(
            {
                "name": step.name or name.replace("-", " "),
                "doer": case.name(step.doer),
                "mine": step.doer == party,
                "amount": amount if amount and any(amount) else None,
                "done": step.done,
                "invented": step.basis == "illustration",
            }
        )
    return rows
