"""The answers in plain words: what was found, never what to do."""

from __future__ import annotations

from collections.abc import Mapping

from paripassu.case import Case
from paripassu.settle.draft import Trade
from paripassu.settle.result import Frontier, Status
from paripassu.settle.settlement import Settlement

__all__ = ["RULE_NAMES", "draft", "headline", "illustrated", "no_deal", "number", "package", "prices", "trade"]

RULE_NAMES: Mapping[str, str] = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "Egalitarian",
    "utilitarian": "Utilitarian",
}


def number(value: float) -> str:
    """A utility as short text.

    Examples
    --------
    >>> number(0.689166667), number(12.0), number(1234567.5)
    ('0.689', '12', '1,234,568')
    """
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    text = f"{value:.3f}" if abs(value) >= 0.01 or not value else f"{value:.2g}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def headline(found: Settlement) -> list[str]:
    """What was found, in two or three sentences."""
    line = found.frontier
    total = _count(line.packages_total, "package")
    if not line.feasible:
        return [f"None of the {total} keeps all the rules."]
    if line.points:
        says = [
            f"{_count(len(line.points), 'point')} of {total}: at each, no other package is better for one party without"
            " being worse for another."
        ]
    elif line.status is Status.LIMIT:
        says = [f"Within the limit no package out of {total} was found that gives every party at least its no deal."]
    else:
        says = [f"No package out of {total} gives every party at least what it has without a deal.", *_why_not(line)]
    if line.status is Status.LIMIT:
        says.append(_limit(line))
    if line.apart:
        says.append(f"Without preferences, and so left out: {', '.join(line.apart)}.")
    return says


def no_deal(case: Case, line: Frontier) -> list[str]:
    """What each party's gains are counted from."""
    says = []
    for party, value in line.no_deal_used.items():
        if line.no_deal[party] is None:
            why = "its worst feasible package; the case gives no value of no deal"
        else:
            why = "no deal" + (", illustration" if party in illustrated(case) else "")
        says.append(f"{case.name(party)}: {number(value)} ({why})")
    return says


def illustrated(case: Case) -> tuple[str, ...]:
    """Parties whose numbers are invented."""
    return tuple(party for party, preference in case.preferences.items() if preference.basis == "illustration")


def package(case: Case, options: Mapping[str, str]) -> str:
    """A package in one line."""
    return "; ".join(f"{case.issues[issue].name or issue}: {_option(case, issue, o)}" for issue, o in options.items())


def draft(case: Case, found: Settlement) -> list[str]:
    """Where the draft lies."""
    placed = found.draft
    if placed is None:
        return []
    says = []
    if placed.broken_rules:
        return [
            f"It breaks rule {rule + 1} of the case, so it cannot be and is not scored. {case.rules[rule].words(case)}"
            for rule in placed.broken_rules
        ]
    says += [f"It gives {case.name(party)} less than no deal." for party in placed.below_no_deal]
    if placed.on_frontier:
        says.append("It is on the line: no package is better for one party without being worse for another.")
    elif placed.better:
        many = len(placed.better) + placed.more_better
        says.append(f"{_count(many, 'point')} on the line would be better for some party and worse for none.")
    elif placed.on_frontier is None:
        says.append("Within the limit, nothing was found that is better for some party and worse for none.")
    many = len(placed.trades) + placed.more_trades
    if many:
        says.append(f"{_count(many, 'change')} of one or two issues would leave nobody worse and somebody better.")
    else:
        says.append("No change of one or two issues leaves nobody worse and somebody better.")
    return says


def trade(case: Case, swaps: Trade) -> tuple[str, str]:
    """A trade: what changes, and who gains what."""
    what = "; ".join(
        f"{case.issues[issue].name or issue}: {_option(case, issue, old)} → {_option(case, issue, new)}"
        for issue, (old, new) in swaps.swaps.items()
    )
    gains = {party: change for party, change in swaps.gains.items() if change and number(change) != "0"}
    same = [case.name(party) for party in swaps.gains if party not in gains]
    marks = illustrated(case)
    who = ", ".join(
        f"{case.name(party)} +{number(change)}{' (illustration)' if party in marks else ''}"
        for party, change in gains.items()
    )
    if same:
        who += f"{'; ' if who else ''}no change for {', '.join(same)}"
    return what, who


def prices(case: Case, found: Settlement) -> list[str]:
    """What each party gives up where another has its best."""
    marks = illustrated(case)
    return [
        f"Where {case.name(price.other)} has its best, {case.name(price.party)} gives up {number(price.gives_up)}"
        + (f", {price.share:.0%} of the most it could gain" if price.share is not None else "")
        + (" (illustration)" if price.party in marks else "")
        + "."
        for price in found.prices
    ]


def _why_not(line: Frontier) -> list[str]:
    out_of_reach = [
        f"{party} wants at least {number(least)} and could have at most {number(line.best[party])}"
        for party, least in line.no_deal.items()
        if least is not None and line.best[party] < least
    ]
    if out_of_reach:
        return [f"Out of reach by itself: {'; '.join(out_of_reach)}."]
    return ["Each party's no deal can be met by some package, but not all of them by the same one."]


def _limit(line: Frontier) -> str:
    if line.error is None:
        return "The search was limited; for what was left out, no bound is proved."
    return (
        f"The search was limited: a package that was left out, and gives every party {line.error:.2%} of its range more"
        f" than no deal, is matched by a point that is nowhere lower by more than {line.error:.2%} of a party's range."
    )


def _option(case: Case, issue: str, option: str) -> str:
    return case.issues[issue].label(option)


def _count(many: int, thing: str) -> str:
    text = f"{many:,}" if many < 10**15 else f"about 10^{len(str(many)) - 1}"
    return f"{text} {thing}{'' if many == 1 else 's'}"
