"""How a command that cannot be read is told: one line in the manner of every other, and help without type names."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand

from paripassu.errors import nearest

__all__ = ["Verb", "told"]


class Verb(TyperCommand):
    """A verb whose help names what it takes (`CASE`), not how Python stores it (`CASE <str>`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in self.params:
            if one.param_type_name == "argument":
                shown = one.metavar or (one.name or "").upper()
                vars(one).update(display_type_rich=lambda ctx: None, _usage_display_name=lambda shown=shown: shown)


def told(error: Any, words: list[str]) -> str:
    """The line for an error of the command line; ``words`` are what was typed after the program's name."""
    kind, command = type(error).__name__, getattr(getattr(error, "cmd", None), "name", None)
    verb = command if command in words else None
    head = f"{verb}: " if verb else ""
    if kind == "NoSuchOption":
        near = next(iter(error.possibilities or ()), None)
        return f"{head}expected a known option, got `{error.option_name}`.{_hint(near)}"
    if kind == "BadOptionUsage":
        return f"{error.option_name}: expected a value, got none."
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and parameter is not None:
        return f"{head}expected {_name(parameter)}, got none; `paripassu {verb or 'VERB'} --help` says what it is."
    if kind == "BadParameter" and parameter is not None:
        given = _given(parameter, words)
        expected, known = _expected(error.message)
        near = nearest(given, known) if given is not None else None
        return (
            f"{_name(parameter)}: expected {expected}"
            + (f", got `{given}`." if given is not None else ".")
            + _hint(near)
        )
    if found := re.match(r"No such command '(.*?)'(?:.* Did you mean '?(.*?)'?\?)?", error.format_message()):
        return f"expected a verb, got `{found[1]}`.{_hint(found[2])} `paripassu --help` lists them."
    if found := re.match(r"Got unexpected extra arguments? ?\(?s?\)? \((.*)\)", error.format_message()):
        return f"{head}expected nothing more, got `{found[1]}`."
    message: str = error.format_message()
    return head + message


def _hint(near: str | None) -> str:
    return f" Did you mean `{near}`?" if near else ""


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return str(max(parameter.opts, key=len))


def _expected(message: str) -> tuple[str, list[str]]:
    """What was expected, in plain words, with the words known where it is one of a few."""
    if found := re.search(r"is not one of (.*?)\.?$", message):
        known = re.findall(r"'([^']*)'", found[1])
        return f"one of {', '.join(known)}", known
    if found := re.search(r"(greater|less) than or equal to ([\d.]+)", message):
        return f"{'at least' if found[1] == 'greater' else 'at most'} {found[2]}", []
    if found := re.search(r"not in the range (\S+?)\.?$", message):
        return f"a number with {found[1]}", []
    if "integer" in message:
        return "a whole number", []
    return ("a number" if "number" in message or "float" in message else message.rstrip(".")), []


def _given(parameter: Any, words: list[str]) -> str | None:
    """What was typed for an option; None where it cannot be told."""
    for place, word in enumerate(words):
        name, equals, value = word.partition("=")
        if name in parameter.opts:
            return value if equals else words[place + 1] if place + 1 < len(words) else None
    return None
