"""How numbers, days, lists and sources are put in words, the same on every page and picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from paripassu.case.case import Case
from paripassu.case.chain import Link, said_by
from paripassu.case.when import When

__all__ = ["counted", "day", "few", "length", "listed", "number", "sources", "told_by", "when"]

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: float | Fraction | None) -> str:
    """A number as people write it: two decimals above one, three below, none where none are needed.

    Examples
    --------
    >>> number(0.30000000000000004), number(12.0), number(1234567), number(None)
    ('0.3', '12', '1,234,567', '–')
    """
    if value is None:
        return "–"
    size = abs(float(value))
    rounded = round(float(value), 3 if size < 1 else 2 if size < 1000 else 0)
    whole = rounded == int(rounded)
    return (f"{int(rounded):,}" if whole else f"{rounded:,}").replace("-", "−")


def few(value: int) -> str:
    """A small whole number as a word.

    Examples
    --------
    >>> few(0), few(3), few(12)
    ('no', 'three', '12')
    """
    return _SMALL[value] if 0 <= value < len(_SMALL) else f"{value:,}"


def counted(value: int, one: str, many: str | None = None) -> str:
    """A number of things.

    Examples
    --------
    >>> counted(1, "party", "parties"), counted(30, "source")
    ('one party', '30 sources')
    """
    return f"{few(value)} {one if value == 1 else many or one + 's'}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words in a row.

    Examples
    --------
    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    row = list(words)
    return row[0] if len(row) == 1 else f"{', '.join(row[:-1])} {last} {row[-1]}" if row else ""


def day(value: dt.date | None) -> str:
    """A day as written in running text.

    Examples
    --------
    >>> day(dt.date(2018, 6, 4))
    '4 June 2018'
    """
    return f"{value.day} {value:%B %Y}" if value else "no date"


def when(value: When) -> str:
    """A date as well as it is known."""
    first, last = value.first, value.last
    if first is None or last is None:
        return "date not known"
    if value.precision == "month":
        return f"{first:%B %Y}"
    if value.precision == "year":
        return f"{first:%Y}"
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def length(days: float, month: float = 30) -> str:
    """A length of time: days, or months from two months on.

    Examples
    --------
    >>> length(45), length(990)
    ('45 days', '33 months')
    """
    return f"{days / month:.0f} months" if days >= 2 * month else f"{days:.0f} days"


def sources(case: Case, ids: Iterable[str]) -> str:
    """Sources by outlet and date, or as they are written when the case does not list them."""
    said = []
    for one in ids:
        source = case.sources.get(one)
        if source is None:
            said.append(one)
        else:
            dated = f", {day(source.published)}" if source.published else ""
            said.append(f"{source.outlet or source.title}{dated}")
    return "; ".join(dict.fromkeys(said))


def told_by(case: Case, provenance: Mapping[str, Any], *, spans: bool = False) -> str:
    """Who said so: the sources, the chain of reporting behind them and, if asked, the span of each in code points.

    Parameters
    ----------
    case : Case
    provenance : mapping
        As the lens `read` gives it: `sources`, `chain`, `spans`.
    spans : bool
        Add where in the source it stands; never its words.
    """
    ids = provenance["sources"]
    read = sources(case, ids)
    links = [Link.model_validate(link) for link in provenance["chain"]]
    outlets = {case.sources[one].outlet or case.sources[one].title for one in ids if one in case.sources}
    while links and links[0].name in outlets:
        links = links[1:]
    behind = said_by(tuple(links))
    said = f"{read}, citing {behind}" if read and behind else read or behind or "no source given"
    places = [f"{span['start']:,} to {span['end']:,}" for span in provenance["spans"]] if spans else []
    return f"{said} (characters {listed(places)})" if places else said
