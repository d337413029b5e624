"""A package on the table: the draft of the case, or one given beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from paripassu.case.case import Case
from paripassu.case.load import read_yaml
from paripassu.errors import CaseError, CommandError, Problem, nearest

__all__ = ["read_draft", "whole_draft", "with_draft"]


def whole_draft(case: Case, given: Mapping[str, str] | None = None) -> dict[str, str] | None:
    """The draft with every issue, in their order and in the case's spelling of options; None when there is none.

    Parameters
    ----------
    given : mapping of issue to option, optional
        Takes the place of these issues in the case's draft; must be whole where the case has none.

    Raises
    ------
    CaseError
        For unknown issues and options, and for issues without an option; all at once.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["a", "b"], "issues": {"pay": {"from": 0, "to": 9}}})
    >>> whole_draft(case, {"pay": "3.0"})
    {'pay': '3'}
    """
    if not given and not case.draft:
        return None
    problems = []
    wanted = dict(case.draft) | {str(issue): str(option) for issue, option in (given or {}).items()}
    package: dict[str, str] = {}
    for issue, option in wanted.items():
        if issue not in case.issues:
            expected = "an issue of this case"
            problems.append(Problem(None, None, f"draft.{issue}", expected, f"`{issue}`", nearest(issue, case.issues)))
            continue
        known = case.issues[issue].option(option)
        if known is None:
            hint = nearest(option, case.issues[issue].options)
            problems.append(Problem(None, None, f"draft.{issue}", "an option of the issue", f"`{option}`", hint))
        else:
            package[issue] = known
    problems += [
        Problem(None, None, f"draft.{issue}", "an option for every issue", "none")
        for issue in case.issues
        if issue not in wanted
    ]
    if problems:
        raise CaseError(problems)
    return {issue: package[issue] for issue in case.issues}


def with_draft(case: Case, given: Mapping[str, str]) -> Case:
    """The case with another draft on the table; its digest stays that of the case as it was read.

    Raises
    ------
    CaseError
        As `whole_draft`.
    """
    changed = case.model_copy(update={"draft": whole_draft(case, given) or {}})
    changed._digest = case.digest
    return changed


def read_draft(written: Sequence[str], case: Case) -> dict[str, str]:
    """What a person wrote as a draft: texts `ISSUE=OPTION, ISSUE=OPTION`, or the name of a file that holds one.

    A comma parts two issues only where the name of an issue and `=` follow, so that an option may hold one. A file
    is YAML or JSON: issues with their options, by themselves or under `draft`.

    Raises
    ------
    CommandError
        For a text that is neither, and for an issue said twice.
    CaseError
        For a file that cannot be read.

    Examples
    --------
    >>> case = Case.from_dict({"parties": ["a", "b"], "issues": {"pay": ["low", "high"], "hours": ["few", "many"]}})
    >>> read_draft(["pay=low, hours=many"], case)
    {'pay': 'low', 'hours': 'many'}
    """
    pairs: dict[str, str] = {}
    for text in written:
        for issue, option in _file(Path(text)) if "=" not in text and Path(text).is_file() else _pairs(text, case):
            if issue in pairs:
                raise CommandError(f"--draft: expected `{issue}` once, got it twice.")
            pairs[issue] = option
    return pairs


def _pairs(text: str, case: Case) -> list[tuple[str, str]]:
    if "=" not in text:
        raise CommandError(f"--draft: expected ISSUE=OPTION or a file, got `{text}`.")
    parts: list[str] = []
    for part in text.split(","):
        issue, equals, _ = part.partition("=")
        # A misspelt issue is parted too, so that the error names it and not the option before it.
        new = bool(equals) and (issue.strip() in case.issues or nearest(issue.strip(), case.issues) is not None)
        if parts and not new:
            parts[-1] += "," + part
        else:
            parts.append(part)
    return [(issue.strip(), option.strip()) for issue, _, option in (part.partition("=") for part in parts)]


def _file(path: Path) -> list[tuple[str, str]]:
    held = read_yaml(path)
    value, inside = held.value, tuple[str, ...]()
    if isinstance(value, dict) and isinstance(value.get("draft"), dict):
        value, inside = value["draft"], ("draft",)
    if not isinstance(value, dict) or not value:
        raise CaseError([Problem(str(path), None, "", "issues, each with its option", "something else")])
    wrong = [
        Problem(str(path), held.place((*inside, issue))[1], issue, "one option", "something else")
        for issue, option in value.items()
        if not isinstance(option, str)
    ]
    if wrong:
        raise CaseError(wrong)
    return list(value.items())
