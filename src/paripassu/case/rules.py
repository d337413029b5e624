"""Packages that cannot be: `not` a combination, or `if` one `then` another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator

from paripassu.case.issues import Issue, plain
from paripassu.case.references import Report, known, known_choice
from paripassu.case.types import Amount, Entry, Text, wrong

if TYPE_CHECKING:
    from paripassu.case.case import Case

__all__ = ["Bounds", "Choice", "Rule", "allowed", "check"]


class Bounds(BaseModel, extra="forbid", frozen=True):
    """The options of a numeric issue between two numbers, ends included."""

    at_least: Amount | None = None
    at_most: Amount | None = None


def _options(value: Any) -> Any:
    if value is None:
        raise wrong("an option, a list of options, or {at_least, at_most}")
    return tuple(value) if isinstance(value, (list, tuple)) else (str(value),)


def _form(value: Any) -> str:
    return "bounds" if isinstance(value, (dict, Bounds)) else "options"


Choice = Annotated[
    Annotated[tuple[Text, ...], BeforeValidator(_options), Tag("options")] | Annotated[Bounds, Tag("bounds")],
    Discriminator(_form),
    WithJsonSchema({"type": ["string", "number", "boolean", "array", "object"]}),
]
"""Some options of an issue: one, a list, or bounds on a numeric issue."""


class Rule(Entry):
    """Either `not: {...}`, or `if: {...}` with `then: {...}`; several issues in a pattern mean all of them."""

    never: dict[Text, Choice] = Field(default_factory=dict, alias="not")
    when: dict[Text, Choice] = Field(default_factory=dict, alias="if")
    then: dict[Text, Choice] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_form(self) -> Rule:
        if bool(self.never) == bool(self.when) or bool(self.when) != bool(self.then):
            raise wrong("`not`, or `if` with `then`")
        return self

    @property
    def scope(self) -> tuple[str, ...]:
        """The issues the rule speaks of, each once."""
        return tuple(dict.fromkeys((*self.never, *self.when, *self.then)))

    def words(self, case: Case) -> str:
        """The rule as a sentence.

        Examples
        --------
        >>> from paripassu.case import Case
        >>> sections = {"parties": ["a"], "issues": {"relief": ["none", "full"], "visits": {"from": 0, "to": 9}}}
        >>> case = Case.from_dict(sections | {"rules": [{"not": {"relief": "full", "visits": {"at_most": 2}}}]})
        >>> case.rules[0].words(case)
        'Not together: relief: full and visits: at most 2.'
        """
        if self.never:
            return f"Not together: {_pattern_words(case, self.never)}."
        return f"If {_pattern_words(case, self.when)}, then {_pattern_words(case, self.then)}."

    def permits(self, package: Mapping[str, str], issues: Mapping[str, Issue]) -> bool:
        """Whether a package (at least its options on `scope`) keeps the rule.

        Examples
        --------
        >>> issues = {"relief": Issue.model_validate(["none", "full"]), "visits": Issue.model_validate(["no", "yes"])}
        >>> rule = Rule.model_validate({"if": {"relief": "full"}, "then": {"visits": "yes"}})
        >>> rule.permits({"relief": "full", "visits": "no"}, issues)
        False
        """
        if self.never:
            return not _matches(self.never, package, issues)
        return not _matches(self.when, package, issues) or _matches(self.then, package, issues)


def _matches(pattern: Mapping[str, Any], package: Mapping[str, str], issues: Mapping[str, Issue]) -> bool:
    return all(package[issue] in allowed(issues[issue], choice) for issue, choice in pattern.items())


def allowed(issue: Issue, choice: tuple[str, ...] | Bounds) -> tuple[str, ...]:
    """The options of an issue that a choice names, in the issue's order."""
    if isinstance(choice, Bounds):
        low, high = choice.at_least, choice.at_most
        return tuple(
            option
            for option in issue.options
            if (low is None or Fraction(option) >= low) and (high is None or Fraction(option) <= high)
        )
    named = {issue.option(text) for text in choice}
    return tuple(option for option in issue.options if option in named)


def _pattern_words(case: Case, pattern: Mapping[str, Any]) -> str:
    return _joined(
        [f"{case.issues[name].name or name}: {_choice_words(case.issues[name], one)}" for name, one in pattern.items()]
    )


def _choice_words(issue: Issue, choice: tuple[str, ...] | Bounds) -> str:
    if isinstance(choice, tuple):
        return _joined([issue.label(option) for option in choice], "or")
    ends = (("at least", choice.at_least), ("at most", choice.at_most))
    return " and ".join(f"{word} {issue.label(plain(end))}" for word, end in ends if end is not None)


def _joined(row: Sequence[str], last: str = "and") -> str:
    return f"{', '.join(row[:-1])} {last} {row[-1]}" if len(row) > 1 else "".join(row)


def check(case: Case, report: Report) -> None:
    """Every pattern names known issues and options."""
    for number, rule in enumerate(case.rules):
        for key, pattern in (("not", rule.never), ("if", rule.when), ("then", rule.then)):
            for name, choice in pattern.items():
                path = ("rules", number, key, name)
                if known(report, path, name, case.ids("issues"), "an issue") and name in case.issues:
                    known_choice(report, path, choice, case.issues[name])
