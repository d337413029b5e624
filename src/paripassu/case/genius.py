"""A folder of the Genius platform read as a case: one XML domain with the issues, one XML profile a party.

Read are additive profiles over discrete, integer and real issues. As in Genius, evaluations of a discrete issue count
as shares of the largest, those of an integer or real issue are cut to 0..1, and a missing reservation value is 0. A
real issue is read in twenty equal steps, as Genius does when it analyses a domain. A party's id is its file's name
without the ending.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from pathlib import Path
from typing import Any

from paripassu.case.build import build
from paripassu.case.case import Case
from paripassu.case.issues import MOST_OPTIONS, plain
from paripassu.case.load import Written
from paripassu.case.types import amount
from paripassu.case.xml import Element, read_xml
from paripassu.errors import CaseError, Problem, nearest

__all__ = ["is_genius", "load_genius"]

_MOST_FILES = 200
_STEPS = 20
_KINDS = ("discrete", "integer", "real")
_SHAPES = ("linear", "constant")
_ROOTS = (b"<negotiation_template", b"<utility_space")


def is_genius(folder: Path) -> bool:
    """Whether a folder holds a Genius domain, or a file is one: XML that starts as a negotiation template."""
    return any(_root(path) == _ROOTS[0] for path in _files(folder))


def load_genius(where: Path, *, seats: Collection[str] | None = None) -> Case:
    """Read a Genius folder.

    Parameters
    ----------
    where : Path
        A folder with one domain (`negotiation_template`) and one profile a party (`utility_space`). Of a folder with
        several domains, one of them: `A-domain.xml` then goes with the profiles whose names start with `A-`.
    seats : party ids, optional
        Parties whose profiles are read; every one's when absent.

    Raises
    ------
    CaseError
        With every problem at once: kinds of issue or of profile not read, missing evaluations and weights.
    """
    return _Folder(where, seats).case()


def _files(where: Path) -> list[Path]:
    if where.is_file():
        return [where]
    try:
        found = sorted(path for path in where.iterdir() if path.suffix.lower() == ".xml" and path.is_file())
    except OSError:
        return []
    return found if len(found) <= _MOST_FILES else []


def _root(path: Path) -> bytes | None:
    """Which of the two roots a file starts with, by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError:
        return None
    return next((root for root in _ROOTS if root in head), None)


class _Folder:
    def __init__(self, where: Path, seats: Collection[str] | None) -> None:
        self.where, self.seats = where, seats
        self.folder = where.parent if where.is_file() else where
        self.problems: list[Problem] = []
        self.issues: dict[str, dict[str, Any]] = {}
        self.numbers: dict[str, str] = {}
        """Name of each issue by its index."""

    def case(self) -> Case:
        files = _files(self.folder)
        domains = [path for path in files if _root(path) == _ROOTS[0]]
        profiles = [path for path in files if path not in domains and _root(path) == _ROOTS[1]]
        if self.where in domains:
            if len(domains) > 1:
                start = self.where.stem.lower().removesuffix("domain")
                profiles = [path for path in profiles if path.stem.lower().startswith(start)]
            domains = [self.where]
        if len(domains) > 1:
            got = f"{', '.join(path.name for path in domains)} (name one of these files instead of the folder)"
            raise CaseError([Problem(str(self.folder), None, "", "one domain (`negotiation_template`)", got)])
        title = self._domain(domains[0])
        preferences = {}
        for path in profiles:
            if self.seats is None or path.stem in self.seats:
                found = self._profile(path)
                if found is not None:
                    preferences[path.stem] = found
        if self.problems:
            raise CaseError(self.problems)
        if not profiles:
            raise CaseError([Problem(str(self.folder), None, "", "a profile (`utility_space`) a party", "none")])
        sections = {
            "title": title,
            "parties": [path.stem for path in profiles],
            "issues": self.issues,
            "preferences": preferences,
        }
        return build(Written(str(self.folder), sections), self.folder)

    def _read(self, path: Path) -> Element | None:
        try:
            return read_xml(path)
        except CaseError as error:
            self.problems.extend(error.problems)
            return None

    def _problem(self, path: Path, at: Element, key: str, expected: str, got: str, near: str | None = None) -> None:
        self.problems.append(Problem(str(path), at.line, key, expected, got, near))

    def _domain(self, path: Path) -> str:
        root = self._read(path)
        if root is None:
            return ""
        found = list(root.all("issue"))
        if not found:
            self._problem(path, root, "", "at least one `issue`", "none")
        for issue in found:
            name, index = issue.attributes.get("name"), issue.attributes.get("index")
            if not name or not index:
                self._problem(path, issue, "issue", "a `name` and an `index`", _said(name and index))
            elif name in self.issues or index in self.numbers:
                self._problem(path, issue, f"issue {name}", "each name and index once", "it again")
            else:
                self.numbers[index] = name
                self.issues[name] = self._options(path, issue, name)
        title = next((one.attributes.get("name", "") for one in root.all("objective")), "")
        return title if title.lower() not in ("", "root", "any") else self.folder.resolve().name

    def _options(self, path: Path, issue: Element, name: str) -> dict[str, Any]:
        kind = _kind(issue)
        key = f"issue {name}"
        if kind == "discrete":
            options = [item.attributes.get("value", "") for item in issue.children("item")]
            if not options or "" in options:
                self._problem(path, issue, key, "items, each with a `value`", "none" if not options else "one without")
            elif len(set(options)) < len(options):
                twice = next(option for option in options if options.count(option) > 1)
                self._problem(path, issue, key, "each value once", f"`{twice}` twice")
            return {"options": options}
        if kind not in _KINDS:
            self._problem(path, issue, key, f"a type of {', '.join(_KINDS)}", f"`{kind}`", nearest(kind, _KINDS))
            return {}
        ends = [self._number(path, one, key, end) for one, end in _ends(issue)]
        if len(ends) < 2 or None in ends:
            if len(ends) < 2:
                self._problem(path, issue, key, "`lowerbound` and `upperbound`", "none")
            return {}
        low, high = (end or Fraction(0) for end in ends)
        step = Fraction(1) if kind == "integer" or low == high else (high - low) / _STEPS
        if low > high or (kind == "integer" and (low.denominator, high.denominator) != (1, 1)):
            what = "whole numbers, the lower first" if kind == "integer" else "the lower end first"
            self._problem(path, issue, key, what, f"{plain(low)} to {plain(high)}")
        elif (high - low) / step >= MOST_OPTIONS:
            self._problem(path, issue, key, f"at most {MOST_OPTIONS:,} options", f"{int((high - low) / step) + 1:,}")
        else:
            return {"from": plain(low), "to": plain(high), "step": plain(step)}
        return {}

    def _profile(self, path: Path) -> dict[str, Any] | None:
        root = self._read(path)
        if root is None:
            return None
        odd = next((tag for tag in ("utility", "ufun", "constraint", "hyperRectangle") if any(root.all(tag))), None)
        if odd or root.attributes.get("type", "").upper() in ("NONLINEAR", "CONSTRAINT"):
            self._problem(path, root, "", "an additive profile", f"`{odd or root.attributes['type']}`")
            return None
        weights = {one.attributes.get("index", ""): one for one in root.all("weight")}
        issues = {one.attributes.get("index", ""): one for one in root.all("issue")}
        found: dict[str, Any] = {"no_deal": Fraction(0), "weights": {}, "values": {}}
        for index, name in self.numbers.items():
            issue = issues.get(index)
            if issue is None or issue.attributes.get("name", name) != name:
                got = "none" if issue is None else f"`{issue.attributes['name']}`"
                self._problem(path, issue or root, f"issue {index}", f"`{name}`, as in the domain", got)
                continue
            if index not in weights:
                self._problem(path, root, f"weight {index}", f"a weight for `{name}`", "none")
                continue
            weight = self._number(path, weights[index], f"weight {index}", "value")
            table = self._values(path, issue, name) if self.issues[name] else None
            if weight is None or table is None:
                continue
            if weight < 0:
                self._problem(path, weights[index], f"weight {index}", "a weight of at least 0", plain(weight))
            found["weights"][name], found["values"][name] = weight, table
        for index, issue in issues.items():
            if index not in self.numbers and self.numbers:
                self._problem(path, issue, f"issue {index}", "an issue of the domain", "an index it does not have")
        for one in root.children("reservation"):
            found["no_deal"] = self._number(path, one, "reservation", "value")
        for one in root.children("discount_factor"):
            discount = self._number(path, one, "discount_factor", "value")
            # Genius reads a factor out of range as no discounting.
            if discount is not None and 0 < discount <= 1:
                found["discount"] = discount
        return found

    def _values(self, path: Path, issue: Element, name: str) -> dict[str, Fraction] | None:
        key = f"issue {name}"
        known = self.issues[name]
        if "options" in known:
            return self._shares(path, issue, key, known["options"])
        before = len(self.problems)
        line = self._line(path, issue, key, Fraction(known["from"]))
        if line is None or len(self.problems) > before:
            return None
        first, slope, cut = line
        low, high, step = (Fraction(known[end]) for end in ("from", "to", "step"))
        both = {at: first + slope * at for at in (low, high)}
        if not cut or all(0 <= value <= 1 for value in both.values()):
            return {plain(at): value for at, value in both.items()}
        steps = int((high - low) / step)
        points = (low + step * place for place in range(steps + 1))
        return {plain(at): min(max(first + slope * at, Fraction(0)), Fraction(1)) for at in points}

    def _shares(self, path: Path, issue: Element, key: str, options: list[str]) -> dict[str, Fraction] | None:
        """Evaluations of a discrete issue as shares of the largest."""
        items = {item.attributes.get("value", ""): item for item in issue.children("item")}
        found = {}
        for option in options:
            item = items.get(option)
            if item is None or item.attributes.get("evaluation", "null") == "null":
                self._problem(path, item or issue, f"{key}.item {option}", "an `evaluation`", "none")
                continue
            value = self._number(path, item, f"{key}.item {option}", "evaluation")
            if value is not None:
                found[option] = value
        for option, item in items.items():
            if option not in options:
                near = nearest(option, options)
                self._problem(path, item, key, "an item of the domain", f"`{option}`", near)
        if len(found) < len(options):
            return None
        most = max(found.values())
        return {
            option: value / most if most >= Fraction(1, 100_000) else Fraction(0) for option, value in found.items()
        }

    def _line(self, path: Path, issue: Element, key: str, low: Fraction) -> tuple[Fraction, Fraction, bool] | None:
        """Of an integer or real issue: value at 0, slope, and whether values are cut to 0..1."""
        evaluator = next(iter(issue.children("evaluator")), None)
        if evaluator is None:
            self._problem(path, issue, key, "an `evaluator`", "none")
            return None
        given = evaluator.attributes
        shape = given.get("ftype", "linear").lower()
        if shape not in _SHAPES:
            expected = f"an evaluator of type {' or '.join(_SHAPES)}"
            self._problem(path, evaluator, key, expected, f"`{shape}`", nearest(shape, _SHAPES))
            return None
        if "offset" in given or "slope" in given:
            # Counted from the lower bound, unlike the numbered parameters.
            slope = self._number(path, evaluator, key, "slope") or Fraction(0)
            return (self._number(path, evaluator, key, "offset") or Fraction(0)) - slope * low, slope, True
        first = self._number(path, evaluator, key, "parameter0") or Fraction(0)
        if shape == "constant":
            return first, Fraction(0), False
        return first, self._number(path, evaluator, key, "parameter1") or Fraction(0), True

    def _number(self, path: Path, at: Element, key: str, attribute: str) -> Fraction | None:
        text = at.attributes.get(attribute)
        try:
            return amount(text)
        except ValueError:
            self._problem(path, at, f"{key}.{attribute}", "a number", _said(text))
            return None


def _kind(issue: Element) -> str:
    given = issue.attributes
    return (given.get("type") or given.get("etype") or given.get("vtype") or "discrete").lower()


def _ends(issue: Element) -> list[tuple[Element, str]]:
    """Where the ends of a range stand: on the issue, or on a `range` inside it."""
    held = next((one for one in (issue, *issue.children("range")) if "lowerbound" in one.attributes), None)
    return [(held, "lowerbound"), (held, "upperbound")] if held else []


def _said(text: str | None) -> str:
    return f"`{text}`" if text else "none"
