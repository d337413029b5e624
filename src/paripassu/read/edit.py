"""What a person may change in a proposal before taking it, field by field: as it is shown, and as it is typed.

The words it rests on are never changed, nor what was read: the edited content is kept beside the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from paripassu.case.proposal import Proposal
from paripassu.case.record import LEVELS, STATUSES, TRACKS
from paripassu.case.when import when
from paripassu.errors import CommandError, nearest

__all__ = ["Field", "as_typed", "edited", "fields", "typed"]

_ROLE = re.compile(r"(.*\S)\s+\(([^()]+)\)\Z")
_LIST_SIGN = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a proposal's content and how it is typed.

    Attributes
    ----------
    name : str
        The key of the content.
    form : str
        ``text``, ``list`` (parts between semicolons), ``people`` (a list; a role in brackets behind a name),
        ``chain`` (a list; `unnamed official` is a link without a name), ``date`` or ``choice``.
    choices : tuple of str
        What a ``choice`` may be.
    needed : bool
        Whether it may not be empty.
    """

    name: str
    form: str = "text"
    choices: tuple[str, ...] = ()
    needed: bool = False

    @property
    def expected(self) -> str:
        """What may be typed, in a few words."""
        return {
            "text": "words",
            "list": "words, `;` between them",
            "people": "names, `;` between them, a role in brackets",
            "chain": "who told whom, `;` between them, `unnamed official` for one without a name",
            "date": "YYYY-MM-DD, YYYY-MM, YYYY or start/end",
            "choice": f"one of {', '.join(self.choices)}",
        }[self.form]


def _choice(name: str, *choices: str, needed: bool = False) -> Field:
    return Field(name=name, form="choice", choices=choices, needed=needed)


_CHAIN = Field(name="chain", form="chain")
_BASIS = _choice("basis", "stated", "reported", "analyst")
_NAMED = (Field(name="name", needed=True), Field(name="aliases", form="list"))
_ASKED = (Field(name="by"), Field(name="to"), Field(name="what", needed=True), _BASIS, _CHAIN)
_FIELDS: dict[str, tuple[Field, ...]] = {
    "person": (*_NAMED, Field(name="role"), Field(name="party")),
    "organisation": (*_NAMED, Field(name="type")),
    "place": (*_NAMED, Field(name="type")),
    "date": (Field(name="value", form="date"),),
    "statement": (_choice("kind", "direct", "indirect", "mixed", needed=True), Field(name="speaker"), _CHAIN),
    "event": (
        Field(name="kind", needed=True),
        Field(name="title"),
        Field(name="on", form="date"),
        Field(name="venue"),
        Field(name="parties", form="list"),
        Field(name="heads", form="list"),
        Field(name="participants", form="people"),
        _choice("track", *TRACKS),
        _choice("level", *LEVELS),
        _choice("status", *STATUSES),
        _CHAIN,
    ),
    "position": (
        Field(name="party", needed=True),
        Field(name="issue", needed=True),
        Field(name="option", form="list", needed=True),
        Field(name="as_of", form="date"),
        _BASIS,
        _CHAIN,
    ),
    "demand": _ASKED,
    "offer": _ASKED,
    "merge": (Field(name="left", needed=True), Field(name="right", needed=True)),
}


def fields(proposal: Proposal) -> tuple[Field, ...]:
    """What of a proposal a person may change, in the order it is asked.

    Examples
    --------
    >>> from paripassu.case.proposal import propose, span_of
    >>> [one.name for one in fields(propose("date", "dates.day", "likely", span_of("s", "Friday", 0, 6), {}))]
    ['value']
    """
    if proposal.kind == "merge" and proposal.content.get("what") == "event":
        return ()  # names two entries: yes or no
    return _FIELDS[proposal.kind]


def as_typed(field: Field, value: Any) -> str:
    """A value as a person would type it; empty when there is none.

    Examples
    --------
    >>> as_typed(Field(name="chain", form="chain"), ["CNN", {"unnamed": "official"}])
    'CNN; unnamed official'
    """
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return _LIST_SIGN.join(_part(one) for one in value)
    return _part(value)


def _part(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    if "unnamed" in value:
        return f"unnamed {value['unnamed']}"
    name, role = str(value.get("who") or value.get("name")), value.get("role")
    return f"{name} ({role})" if role else name


def typed(field: Field, words: str) -> Any:
    """The value a person typed; None, or an empty list, for nothing.

    Raises
    ------
    CommandError
        When the field cannot hold it: what was expected, what was typed, the nearest choice.

    Examples
    --------
    >>> typed(Field(name="participants", form="people"), "Ann Lee (envoy); Bo Berg")
    [{'who': 'Ann Lee', 'role': 'envoy'}, 'Bo Berg']
    """
    words = words.strip()
    if not words.isprintable():
        raise CommandError(f"{field.name}: expected {field.expected}, got letters that cannot be printed.")
    if not words:
        if field.needed:
            raise CommandError(f"{field.name}: expected {field.expected}, got nothing.")
        return [] if field.form in ("list", "people", "chain") else None
    return _READS[field.form](field, words)


def edited(proposal: Proposal, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The content with changes to it; what follows from a changed field follows.

    Raises
    ------
    CommandError
        For a key that is none of the proposal's `fields`.

    Examples
    --------
    >>> from paripassu.case.proposal import propose, span_of
    >>> read = propose("date", "dates.weekday", "guess", span_of("s", "Friday", 0, 6), {"value": None})
    >>> edited(read, {"value": "2018-06-01"})
    {'value': '2018-06-01', 'precision': 'day'}
    """
    known = [field.name for field in fields(proposal)]
    for key in changes:
        if key not in known:
            near = nearest(key, known)
            raise CommandError(
                f"{key}: expected a field of the {proposal.kind} ({', '.join(known) or 'none can be changed'}), "
                f"got `{key}`." + (f" Did you mean `{near}`?" if near else "")
            )
    content = {**proposal.answer, **changes}
    if proposal.kind == "date" and "value" in changes:
        content["precision"] = when(content["value"] or "unknown").precision
    if "name" in changes and changes["name"] != proposal.answer.get("name") and "known" in content:
        content["known"] = None  # whom the reader took it for goes with the name it read
    return content


def _one(field: Field, words: str) -> str:
    return words


def _parts(field: Field, words: str) -> list[Any]:
    found = [part.strip() for part in words.split(_LIST_SIGN.strip())]
    return [part for part in found if part]


def _people(field: Field, words: str) -> list[Any]:
    found: list[Any] = []
    for part in _parts(field, words):
        named = _ROLE.match(part)
        found.append({"who": named[1], "role": named[2].strip()} if named else part)
    return found


def _chain(field: Field, words: str) -> list[Any]:
    found: list[Any] = []
    for part in _parts(field, words):
        first, _, rest = part.partition(" ")
        found.append({"unnamed": rest.strip() or "somebody"} if first.lower() == "unnamed" else part)
    return found


def _date(field: Field, words: str) -> str | None:
    try:
        read = when(words)
    except PydanticCustomError as error:
        raise CommandError(f"{field.name}: expected {error.message()}, got `{words}`.") from None
    return str(read) if read.known else None


def _chosen(field: Field, words: str) -> str:
    word = words.lower() if words not in field.choices else words
    if word not in field.choices:
        near = nearest(word, field.choices)
        hint = f" Did you mean `{near}`?" if near else ""
        raise CommandError(f"{field.name}: expected {field.expected}, got `{words}`.{hint}")
    return word


_READS: dict[str, Callable[[Field, str], Any]] = {
    "text": _one,
    "list": _parts,
    "people": _people,
    "chain": _chain,
    "date": _date,
    "choice": _chosen,
}
