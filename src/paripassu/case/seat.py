"""Who may be shown which numbers of a case: the one place that decides it."""

from __future__ import annotations

from dataclasses import dataclass

from paripassu.case.case import Case
from paripassu.case.preferences import Preference
from paripassu.case.references import listed
from paripassu.errors import CommandError, nearest

__all__ = ["Seat", "seat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A case as one party, or everybody at the table, may see it.

    Attributes
    ----------
    case : Case
        What may be computed with: nothing in it is private to somebody else.
    party : str or None
        Whose seat it is; None when everybody looks on.
    shown : tuple of party
        Whose numbers may be printed. The others' are left out even where the shared file holds them.
    withheld : tuple of party
        Whose private numbers are not in the case. What rests on them cannot be answered here.
    private : tuple of party
        Whose private numbers are in it: a page made from them says so.
    """

    case: Case
    party: str | None
    shown: tuple[str, ...]
    withheld: tuple[str, ...]
    private: tuple[str, ...]


def seat(case: Case, party: str | None = None) -> Seat:
    """What a party may see of a case; without a party, what the case as it was read may show.

    Numbers are private when they live in a file of their own (`private: FILE`). At a party's seat the others'
    private blocks are taken out of the case before anything is computed, so that no answer, drawn or embedded,
    can carry what they say; the digest is then of what is left.

    Raises
    ------
    CommandError
        For an unknown party.

    Examples
    --------
    >>> block = {"weights": {"pay": 1}, "values": {"pay": {"low": 0, "high": 1}}}
    >>> case = Case.from_dict({"parties": ["union", "port"], "issues": {"pay": ["low", "high"]},
    ...                        "preferences": {"union": block, "port": block}})
    >>> seat(case, "union").shown, seat(case, "union").withheld
    (('union',), ())
    """
    if party is not None and party not in case.parties:
        near, known = nearest(party, case.parties), listed(case.parties)
        hint = f" Did you mean `{near}`?" if near else ""
        raise CommandError(f"--for: expected a party of the case ({known}), got `{party}`.{hint}")
    shown = tuple(case.parties) if party is None else (party,)
    blocks = {
        name: block if name in shown or block.private is None else Preference(private=block.private)
        for name, block in case.preferences.items()
    }
    withheld = tuple(name for name, block in blocks.items() if block.unread)
    left = case
    if withheld:
        left = case.model_copy(update={"preferences": blocks})
    return Seat(
        case=left,
        party=party,
        shown=shown,
        withheld=withheld,
        private=tuple(name for name in shown if name in blocks and blocks[name].private and not blocks[name].unread),
    )
