"""A case as integers, and integers back as the case's words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from paripassu.case import Case, Preference, option_values
from paripassu.case.rules import Bounds, allowed
from paripassu.case.types import amount
from paripassu.errors import CaseError, Problem
from paripassu.settle.space import DECIMALS, Bar, Doubles, Space, Table, floor_of, rounded, scales

__all__ = ["Model", "model"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_NO_FLOOR = -(2**62)


@dataclass(frozen=True, slots=True)
class Model:
    """The parties that have preferences, the issues, and the space of their packages.

    ``decimals[i]`` says what party i's integers stand for: utility times 10 to that power. ``places[i]`` is the last
    decimal that counts, nine unless utilities are too large for it. ``apart`` names parties without preferences.
    """

    parties: tuple[str, ...]
    apart: tuple[str, ...]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    space: Space
    decimals: tuple[int, ...]
    no_deal: Mapping[str, float | None]
    no_deal_exact: Ints
    rules: tuple[int, ...]
    """For each bar of the space, the number of the rule it comes from."""

    @property
    def places(self) -> tuple[int, ...]:
        """The last decimal that counts, by party."""
        return tuple(min(DECIMALS, decimals) for decimals in self.decimals)

    @property
    def has_no_deal(self) -> NDArray[np.bool_]:
        """Which parties say what they have without a deal."""
        return np.array([self.no_deal[party] is not None for party in self.parties], dtype=np.bool_)

    @property
    def floor(self) -> Ints:
        """The least integers that are, at the places that count, no less than no deal; very low where there is none."""
        least = floor_of(rounded(self.no_deal_exact, self.space.unit), self.space.unit)
        return np.where(self.has_no_deal, least, _NO_FLOOR)

    def numbers(self, exact: Ints) -> Floats:
        """Integers (..., k) as utilities, unrounded."""
        return np.asarray(exact / np.array([10.0**decimals for decimals in self.decimals]))

    def shown(self, points: Ints) -> Floats:
        """Points (..., k), in units of the last place, as utilities."""
        return np.asarray(points / np.array([10.0**places for places in self.places]))

    def named(self, numbers: Iterable[float]) -> dict[str, float]:
        """One number a party, by party."""
        return dict(zip(self.parties, map(float, numbers), strict=True))

    def package(self, options: Iterable[int]) -> dict[str, str]:
        """Option numbers as {issue: option}."""
        return {issue: known[option] for issue, known, option in zip(self.issues, self.options, options, strict=True)}


def model(case: Case) -> Model:
    """Read issues, rules and preferences as integers.

    Raises
    ------
    CaseError
        When a section is missing, or the preferences of a party that bargains (one without a `role`).
    """
    case.require("issues", "preferences")
    parties = tuple(party for party in case.parties if party in case.preferences)
    apart = tuple(party for party in case.parties if party not in case.preferences)
    _refuse_gaps(case, apart)
    issues = tuple(case.issues)
    worth = {(party, issue): _worth(case, party, issue) for party in parties for issue in issues}
    doubles = [
        np.array([_doubles(case, party, issue) for party in parties], dtype=np.float64).T.copy() for issue in issues
    ]
    decimals = tuple(scales([_bound(case, party, worth) for party in parties]))
    terms = []
    for issue in issues:
        columns = [
            [_integer(value, scale) for value in worth[party, issue]]
            for party, scale in zip(parties, decimals, strict=True)
        ]
        terms.append(np.array(columns, dtype=np.int64).T.copy())
    base, tables = _interactions(case, parties, issues, decimals)
    power = 10.0 ** np.array(decimals)
    bars, rules = _bars(case, issues)
    unit = np.array([10 ** max(0, scale - DECIMALS) for scale in decimals], dtype=np.int64)
    no_deal = {party: case.preferences[party].no_deal for party in parties}
    exact = [_integer(amount(no_deal[party] or 0), scale) for party, scale in zip(parties, decimals, strict=True)]
    return Model(
        parties=parties,
        apart=apart,
        issues=issues,
        options=tuple(case.issues[issue].options for issue in issues),
        space=Space(
            sizes=tuple(len(case.issues[issue].options) for issue in issues),
            terms=tuple(terms),
            base=base,
            unit=unit,
            tables=tables,
            bars=bars,
            doubles=Doubles(
                tuple(doubles),
                base / power,
                tuple(table.values / power for table in tables),
                np.minimum(decimals, DECIMALS),
            ),
        ),
        decimals=decimals,
        no_deal=no_deal,
        no_deal_exact=np.array(exact, dtype=np.int64),
        rules=rules,
    )


def _refuse_gaps(case: Case, apart: tuple[str, ...]) -> None:
    file = case.called
    problems = [
        Problem(
            file,
            None,
            f"preferences.{party}",
            f"weights and values of `{party}` (or a `role` in `parties.{party}`, for one that does not bargain)",
            "none",
        )
        for party in apart
        if not case.parties[party].role
    ]
    problems += [
        Problem(file, None, f"preferences.{party}", "weights and values", f"`private: {preference.private}`, unread")
        for party, preference in case.preferences.items()
        if preference.unread
    ]
    if problems:
        raise CaseError(problems)


def _worth(case: Case, party: str, issue: str) -> list[Fraction]:
    """Weight x value of each option, exactly (zeros where the party gives the issue no weight)."""
    preference = case.preferences[party]
    weight = preference.weights.get(issue, Fraction(0))
    found = case.issues[issue]
    if not weight or issue not in preference.values:
        return [Fraction(0)] * len(found.options)
    return [weight * amount(value) for value in option_values(found, preference.values[issue])]


def _doubles(case: Case, party: str, issue: str) -> list[float]:
    preference = case.preferences[party]
    weight = float(preference.weights.get(issue, 0))
    if not weight or issue not in preference.values:
        return [0.0] * len(case.issues[issue].options)
    return [weight * value for value in option_values(case.issues[issue], preference.values[issue])]


def _integer(number: Fraction, scale: int) -> int:
    exact: int = round(number * 10**scale)
    return exact


def _bound(case: Case, party: str, worth: Mapping[tuple[str, str], list[Fraction]]) -> float:
    """The largest size any sum of a party's terms can have."""
    preference = case.preferences[party]
    most = max((abs(float(end)) for end in preference.no_deal_range or ()), default=0.0)
    for issue in case.issues:
        most += float(max(map(abs, worth[party, issue]))) * _stretch(preference, issue)
    for term in preference.interactions:
        default = term.default or 0.0
        most += abs(default) + max((abs(value - default) for value in term.values(case.issues).values()), default=0.0)
    if not math.isfinite(most) or most > 1e15:
        file = case.called
        raise CaseError([Problem(file, None, f"preferences.{party}", "utilities below 1e15 in size", f"{most:.3g}")])
    return most


def _stretch(preference: Preference, issue: str) -> float:
    """How many times its point value a weight can be, given as a range or by an order."""
    point = preference.weights.get(issue, Fraction(0))
    if not point:
        return 1.0
    for group in range(len(preference.order)):
        if issue in preference.order[group]:
            return float(1 / (sum(map(len, preference.order[: group + 1])) * point))
    return float(preference.weight_ranges[issue][1] / point)


def _interactions(
    case: Case, parties: tuple[str, ...], issues: tuple[str, ...], decimals: tuple[int, ...]
) -> tuple[Ints, tuple[Table, ...]]:
    """What holds whatever is chosen, and the tables by the issues they are about, parties together."""
    base = np.zeros(len(parties), dtype=np.int64)
    cells: dict[tuple[int, ...], dict[tuple[int, ...], list[int]]] = {}
    for column, (party, scale) in enumerate(zip(parties, decimals, strict=True)):
        for term in case.preferences[party].interactions:
            default = amount(term.default or 0)
            base[column] += _integer(default, scale)
            scope = tuple(issues.index(issue) for issue in term.issues)
            order = sorted(range(len(scope)), key=scope.__getitem__)
            table = cells.setdefault(tuple(scope[place] for place in order), {})
            for options, value in term.values(case.issues).items():
                row = tuple(case.issues[term.issues[place]].options.index(options[place]) for place in order)
                adds = table.setdefault(row, [0] * len(parties))
                adds[column] += _integer(amount(value), scale) - _integer(default, scale)
    tables = tuple(
        Table(
            scope,
            np.array(list(rows), dtype=np.int64).reshape(-1, len(scope)),
            np.array(list(rows.values()), dtype=np.int64).reshape(-1, len(parties)),
        )
        for scope, rows in cells.items()
    )
    return base, tables


def _bars(case: Case, issues: tuple[str, ...]) -> tuple[tuple[Bar, ...], tuple[int, ...]]:
    """Every rule as bars: `if A then B` bars A with each way of missing B."""
    bars: list[Bar] = []
    rules: list[int] = []
    for number, rule in enumerate(case.rules):
        patterns: list[dict[int, NDArray[np.bool_]]] = []
        head = {issues.index(name): _mark(case, name, choice) for name, choice in (rule.never or rule.when).items()}
        if rule.never:
            patterns.append(head)
        for name, choice in rule.then.items():
            place = issues.index(name)
            missed = ~_mark(case, name, choice)
            patterns.append(head | {place: head[place] & missed if place in head else missed})
        for pattern in patterns:
            bars.append(Bar(tuple(pattern), tuple(pattern.values())))
            rules.append(number)
    return tuple(bars), tuple(rules)


def _mark(case: Case, name: str, choice: tuple[str, ...] | Bounds) -> NDArray[np.bool_]:
    issue = case.issues[name]
    named = set(allowed(issue, choice))
    return np.array([option in named for option in issue.options], dtype=np.bool_)
