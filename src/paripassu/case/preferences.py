"""What each party values: weights, values, no deal, and terms over several issues together."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from paripassu.case.importance import centre, order_centroid
from paripassu.case.issues import Issue
from paripassu.case.references import Report, known, known_option, listed
from paripassu.case.types import AmountRange, Basis, Day, Entry, Number, OneOrMany, Text, amount, wrong

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["Interaction", "Preference", "check", "option_values"]

_MOST_ROWS = 100_000


def _weight(value: Any) -> Any:
    parts = value if isinstance(value, (list, tuple)) else [value]
    if parts and amount(parts[0]) < 0:
        raise wrong("a weight of at least 0")
    return value


class Interaction(Entry):
    """A term over several issues together: `table` rows name one option an issue and the `value` to add.

    Combinations without a row count `default`; without a default every combination needs its row.
    """

    issues: tuple[Text, ...] = Field(min_length=1)
    default: Number | None = None
    table: tuple[dict[Text, Text], ...]

    @model_validator(mode="after")
    def _rows(self) -> Interaction:
        expected = {*self.issues, "value"}
        if len(set(self.issues)) < len(self.issues):
            raise wrong("each issue once")
        for row in self.table:
            if set(row) != expected:
                raise wrong(f"rows with the keys {listed((*self.issues, 'value'))}")
            amount(row["value"])
        return self

    def values(self, issues: Mapping[str, Issue]) -> dict[tuple[str, ...], float]:
        """Value by combination of options, in the order of `issues`; combinations on default are left out."""
        return {
            tuple(str(issues[name].option(row[name])) for name in self.issues): float(amount(row["value"]))
            for row in self.table
        }


class Preference(Entry):
    """One party's preferences: dated, revisable, and never called true.

    ``no_deal`` is the utility of having no deal, on the scale of weight x value; without one the party accepts
    anything. A weight and ``no_deal`` may be ranges, and in place of weights may stand an ``order`` of the issues,
    the most important first. ``private`` names the file beside the case in which the block lives.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)

    basis: Basis | None = None
    as_of: Day | None = None
    private: Text | None = None
    no_deal_range: AmountRange | None = Field(default=None, alias="no_deal")
    weight_ranges: dict[Text, Annotated[AmountRange, BeforeValidator(_weight)]] = Field(
        default_factory=dict, alias="weights"
    )
    order: tuple[OneOrMany, ...] = ()
    values: dict[Text, dict[Text, Number]] = Field(default_factory=dict)
    interactions: tuple[Interaction, ...] = ()
    discount: Number | None = None
    """Kept as data; the static analysis does not apply it."""

    @property
    def unread(self) -> bool:
        """Whether the numbers are private and were not read: this is somebody else's seat."""
        return self.private is not None and not self.weights and not self.interactions

    @property
    def weights(self) -> dict[str, Fraction]:
        """One weight an issue: as given, the centre of a range, or the rank-order centroid of the order."""
        given = {name: centre(both) for name, both in self.weight_ranges.items()}
        return given | dict(order_centroid(self.order))

    @property
    def no_deal(self) -> float | None:
        """The utility of having no deal, or the centre of its range."""
        return None if self.no_deal_range is None else float(centre(self.no_deal_range))

    @property
    def unsure(self) -> bool:
        """Whether a weight or no deal is given as a range, or the weights as an order of two groups or more."""
        ranges = [*self.weight_ranges.values(), *([self.no_deal_range] if self.no_deal_range else [])]
        return len(self.order) > 1 or any(low < high for low, high in ranges)


def option_values(issue: Issue, table: Mapping[str, float]) -> tuple[float, ...]:
    """The value of every option, in order; a numeric issue is read along straight lines between the given points.

    Parameters
    ----------
    issue : Issue
    table : mapping of option text to value
        Complete for a list of options; at least both ends for a range.

    Examples
    --------
    >>> option_values(Issue.model_validate({"from": 0, "to": 4}), {"0": 1.0, "2": 0.5, "4": 0.0})
    (1.0, 0.75, 0.5, 0.25, 0.0)
    """
    if not issue.numeric:
        return tuple(table[option] for option in issue.options)
    points = sorted((amount(at), amount(value)) for at, value in table.items())
    values: list[float] = []
    segments = list(pairwise(points)) or [(points[0], points[0])]
    place = 0
    for option in issue.options:
        at = Fraction(option)
        while at > segments[place][1][0] and place + 1 < len(segments):
            place += 1
        (x0, y0), (x1, y1) = segments[place]
        values.append(float(y0 if x0 == x1 else y0 + (y1 - y0) * (at - x0) / (x1 - x0)))
    return tuple(values)


def check(case: Case, report: Report) -> None:
    """Known parties, issues and options; every table without a gap; not all weights 0."""
    for party, preference in case.preferences.items():
        path = ("preferences", party)
        known(report, path, party, case.ids("parties"), "a party")
        if preference.unread:
            continue
        for name in preference.weight_ranges:
            known(report, (*path, "weights", name), name, case.ids("issues"), "an issue")
        _check_order(case, path, preference, report)
        for name, table in preference.values.items():
            if known(report, (*path, "values", name), name, case.ids("issues"), "an issue") and name in case.issues:
                _check_table((*path, "values", name), table, case.issues[name], report)
        for number, term in enumerate(preference.interactions):
            _check_interaction(case, (*path, "interactions", number), term, report)
        _check_complete(case, party, preference, report)


def _check_order(case: Case, path: tuple[str | int, ...], preference: Preference, report: Report) -> None:
    seen: set[str] = set()
    for number, group in enumerate(preference.order):
        here = (*path, "order", number)
        if not group:
            report(here, "an issue, or several in brackets", "none")
        for name in group:
            known(report, here, name, case.ids("issues"), "an issue")
            if name in seen:
                report(here, "each issue once", f"`{name}` again")
            seen.add(name)
    for name, (_, high) in preference.weight_ranges.items():
        if preference.order and (high or name in seen):
            expected = "`order` or weights, not both (beside an order only 0, for an issue outside it)"
            report((*path, "weights", name), expected, "both")


def _check_complete(case: Case, party: str, preference: Preference, report: Report) -> None:
    path = ("preferences", party)
    together = {name for term in preference.interactions for name in term.issues}
    weights = preference.weights
    for name in case.issues:
        if name not in weights:
            if preference.order and (name not in together or name in preference.values):
                report((*path, "order"), f"a place for `{name}` (or `weights: {{{name}: 0}}`)", "none")
            elif name not in together or name in preference.values:
                report((*path, "weights"), f"a weight for `{name}` (0 when it does not matter)", "none")
        elif weights[name] > 0 and name not in preference.values:
            report((*path, "values"), f"values for `{name}`", "none")
    if weights and not any(weights.values()) and not preference.interactions:
        report((*path, "weights"), "at least one weight above 0", "only zeros")


def _check_table(path: tuple[str | int, ...], table: Mapping[str, float], issue: Issue, report: Report) -> None:
    for option in table:
        known_option(report, (*path, option), option, issue)
    given = {issue.option(option) for option in table}
    needed = (issue.options[0], issue.options[-1]) if issue.numeric else issue.options
    gaps = [option for option in needed if option not in given]
    if gaps:
        what = "a value for both ends" if issue.numeric else "a value for every option"
        report(path, what, f"none for {listed(f'`{option}`' for option in gaps)}")


def _check_interaction(case: Case, path: tuple[str | int, ...], term: Interaction, report: Report) -> None:
    named = [known(report, (*path, "issues"), name, case.ids("issues"), "an issue") for name in term.issues]
    if not all(named) or not all(name in case.issues for name in term.issues):
        return
    issues = [case.issues[name] for name in term.issues]
    right = [
        known_option(report, (*path, "table", number, issue_id), row[issue_id], issue)
        for number, row in enumerate(term.table)
        for issue_id, issue in zip(term.issues, issues, strict=True)
    ]
    if not all(right):
        return
    rows = [
        tuple(issue.option(row[name]) for name, issue in zip(term.issues, issues, strict=True)) for row in term.table
    ]
    for number, row in enumerate(rows):
        if row in rows[:number]:
            report((*path, "table", number), "each combination once", f"{listed(map(str, row))} again")
    total = prod(len(issue.options) for issue in issues)
    if total > _MOST_ROWS:
        report(path, f"a table of at most {_MOST_ROWS:,} combinations", f"{total:,}")
    elif term.default is None and len(set(rows)) < total:
        gap = next(combo for combo in product(*(issue.options for issue in issues)) if combo not in set(rows))
        report((*path, "table"), "a row for every combination, or a `default`", f"none for {listed(gap)}")
