"""A NegMAS scenario folder read as a case: one domain file with the issues, one profile file a party.

Read are discrete issues, linear-additive and affine utility functions, and discounted ones by what they wrap: the
discount is kept as data. A party's id is its file's name without the ending.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from paripassu.case.build import build
from paripassu.case.case import Case
from paripassu.case.issues import plain
from paripassu.case.load import Path_, Written, read_yaml
from paripassu.case.types import amount
from paripassu.errors import CaseError, Problem, key_of, nearest

__all__ = ["is_scenario", "load_scenario"]

_ENDINGS = {".yml", ".yaml"}
_MOST_FILES = 200
_LISTS = ("CategoricalIssue", "OrdinalIssue", "CardinalIssue", "DiscreteIssue")
_ADDITIVE = ("LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction")
_AFFINE = ("AffineUtilityFunction", "LinearUtilityFunction")
_WRAPPED = ("ExpDiscountedUFun", "LinDiscountedUFun")
_FUNCTIONS = ("TableFun", "AffineFun", "LinearFun", "IdentityFun", "ConstFun")


def is_scenario(folder: Path) -> bool:
    """Whether a folder looks like a NegMAS scenario: a YAML file with `issues:`, and others with `type:`."""
    files = _files(folder)
    domains = [path for path in files if _starts(path, "issues:")]
    return len(domains) == 1 and any(_starts(path, "type:") for path in files if path not in domains)


def load_scenario(folder: Path, *, seats: Collection[str] | None = None) -> Case:
    """Read a scenario folder.

    Parameters
    ----------
    folder : Path
        With one domain file (`issues:`) and one profile a party.
    seats : party ids, optional
        Parties whose profiles are read, every one's when absent; the others' count as private.

    Raises
    ------
    CaseError
        With every problem at once: form of utility function or issue not read, gaps in tables, weights too many or
        few.
    """
    return _Scenario(folder, seats).case()


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS and path.is_file())
    except OSError:
        return []
    return found if len(found) <= _MOST_FILES else []


def _starts(path: Path, key: str) -> bool:
    try:
        with path.open("rb") as file:
            return any(line.startswith(key.encode()) for line in file)
    except OSError:
        return False


class _Scenario:
    def __init__(self, folder: Path, seats: Collection[str] | None) -> None:
        self.folder, self.seats = folder, seats
        self.problems: list[Problem] = []
        self.issues: dict[str, dict[str, Any]] = {}

    def case(self) -> Case:
        files = _files(self.folder)
        domain = next(path for path in files if _starts(path, "issues:"))
        profiles = [path for path in files if path != domain and _starts(path, "type:")]
        self._domain(self._read(domain))
        preferences = {}
        for path in profiles:
            if self.seats is not None and path.stem not in self.seats:
                preferences[path.stem] = {"private": path.name}
            else:
                written = self._read(path)
                if self.issues and isinstance(written.value, dict):
                    preferences[path.stem] = self._profile(written)
        if self.problems:
            raise CaseError(self.problems)
        sections = {
            "title": self.folder.resolve().name,
            "parties": [path.stem for path in profiles],
            "issues": self.issues,
            "preferences": preferences,
        }
        return build(Written(str(self.folder), sections), self.folder, seats=self.seats)

    def _read(self, path: Path) -> Written:
        try:
            return read_yaml(path)
        except CaseError as error:
            self.problems.extend(error.problems)
            return Written(str(path))

    def _problem(self, written: Written, at: Path_, expected: str, got: str, near: str | None = None) -> None:
        file, line = written.place(at)
        self.problems.append(Problem(file, line, key_of(at), expected, got, near))

    def _domain(self, written: Written) -> None:
        listed = written.value.get("issues") if isinstance(written.value, dict) else None
        for number, issue in enumerate(listed if isinstance(listed, list) else []):
            at: Path_ = ("issues", number)
            if not isinstance(issue, dict) or not isinstance(issue.get("name"), str):
                self._problem(written, at, "an issue with `name`, `type` and `values`", "something else")
                continue
            values, kind = issue.get("values"), _last(issue.get("type"))
            ends = _ends(values) if kind == "ContiguousIssue" else None
            if ends is not None:
                self.issues[issue["name"]] = {"from": plain(ends[0]), "to": plain(ends[1]), "step": "1"}
            elif kind in _LISTS and isinstance(values, list) and values:
                self.issues[issue["name"]] = {"options": values}
            elif kind in (*_LISTS, "ContiguousIssue"):
                self._problem(written, (*at, "values"), "options, or [lowest, highest]", repr(values))
            else:
                known = (*_LISTS, "ContiguousIssue")
                self._problem(
                    written, (*at, "type"), f"a discrete issue ({', '.join(known)})", f"`{kind}`", nearest(kind, known)
                )

    def _profile(self, written: Written) -> dict[str, Any]:
        at: Path_ = ()
        outer = inner = written.value
        while _last(inner.get("type")) in _WRAPPED and isinstance(inner.get("ufun"), dict):
            inner, at = inner["ufun"], (*at, "ufun")
        found: dict[str, Any] = {"no_deal": None, "weights": {}, "values": {}}
        reserved = outer.get("reserved_value", inner.get("reserved_value"))
        if not _says_nothing(reserved):
            found["no_deal"] = reserved
        if outer.get("discount") is not None and outer is not inner:
            found["discount"] = outer["discount"]
        kind = _last(inner.get("type"))
        weights = inner.get("weights")
        if isinstance(weights, dict):
            weights = [weights.get(name) for name in self.issues]
        if kind in _ADDITIVE or kind in _AFFINE:
            if not isinstance(weights, list) or len(weights) != len(self.issues):
                got = f"{len(weights)}" if isinstance(weights, list) else "none"
                self._problem(written, (*at, "weights"), f"{len(self.issues)} weights, one an issue", got)
                return found
            self._terms(written, at, inner, weights, kind in _AFFINE, found)
        else:
            known = (*_ADDITIVE, *_AFFINE, *_WRAPPED)
            expected = f"a utility function of a kind read here ({', '.join(known)})"
            self._problem(written, (*at, "type"), expected, f"`{kind}`", nearest(kind, known))
        return found

    def _terms(
        self,
        written: Written,
        at: Path_,
        inner: Mapping[str, Any],
        weights: list[Any],
        affine: bool,
        found: dict[str, Any],
    ) -> None:
        values = inner.get("values")
        if isinstance(values, dict):
            values = [values.get(name) for name in self.issues]
        if affine:
            values = [{"type": "IdentityFun"}] * len(self.issues)
        if not isinstance(values, list) or len(values) != len(self.issues):
            got = f"{len(values)}" if isinstance(values, list) else "none"
            self._problem(written, (*at, "values"), f"{len(self.issues)} value functions, one an issue", got)
            return
        for number, (name, issue) in enumerate(self.issues.items()):
            here = (*at, "weights", number)
            weight = self._number(written, here, weights[number])
            table = self._table(written, (*at, "values", number), values[number], issue)
            if weight < 0:
                weight, table = -weight, {option: -self._number(written, here, v) for option, v in table.items()}
            found["weights"][name], found["values"][name] = weight, table
        bias = self._number(written, (*at, "bias"), inner.get("bias") or "0")
        if bias:
            # What holds whatever is chosen: a table over one issue with only a default.
            found["interactions"] = [{"issues": [next(iter(self.issues))], "default": bias, "table": []}]

    def _table(self, written: Written, at: Path_, function: Any, issue: Mapping[str, Any]) -> dict[str, Any]:
        """Value by option; for a range the two ends of a straight line."""
        kind = _last(function.get("type")) if isinstance(function, dict) else ""
        if kind not in _FUNCTIONS:
            expected = f"a value function of a kind read here ({', '.join(_FUNCTIONS)})"
            self._problem(written, at, expected, f"`{kind}`", nearest(kind, _FUNCTIONS))
            return {}
        if kind == "TableFun":
            mapping = function.get("mapping")
            options = issue.get("options") or [
                plain(Fraction(number)) for number in range(int(issue["from"]), int(issue["to"]) + 1)
            ]
            gaps = [option for option in options if not isinstance(mapping, dict) or option not in mapping]
            if gaps:
                gap = f"none for `{gaps[0]}`" + (f" and {len(gaps) - 1} more" if len(gaps) > 1 else "")
                self._problem(written, (*at, "mapping"), "a value for every option", gap)
                return {}
            return {option: self._number(written, (*at, "mapping", option), mapping[option]) for option in options}
        slope = self._number(written, (*at, "slope"), function.get("slope") or ("0" if kind == "ConstFun" else "1"))
        bias = self._number(written, (*at, "bias"), function.get("bias") or "0")
        ends = issue.get("options") or [issue["from"], issue["to"]]
        return {option: slope * self._number(written, at, option) + bias for option in ends}

    def _number(self, written: Written, at: Path_, text: Any) -> Fraction:
        try:
            return amount(text)
        except ValueError:
            self._problem(written, at, "a number", f"`{text}`")
            return Fraction(0)


def _last(kind: Any) -> str:
    return str(kind or "").rsplit(".", 1)[-1]


def _ends(values: Any) -> tuple[Fraction, Fraction] | None:
    try:
        if isinstance(values, list) and len(values) == 2:
            low, high = amount(values[0]), amount(values[1])
            return (low, high) if low.denominator == high.denominator == 1 else None
        return (Fraction(0), amount(values) - 1) if isinstance(values, str) else None
    except ValueError:
        return None


def _says_nothing(reserved: Any) -> bool:
    if reserved is None:
        return True
    text = str(reserved).strip().lower().replace(".", "", 1) if str(reserved).strip().lower()[:1] in "-+." else ""
    if text in ("-inf", "nan", "-infinity"):
        return True
    try:
        return not math.isfinite(float(reserved))
    except ValueError:
        return False
