"""`paripassu check CASE`: is the case whole, and what can be asked of it?"""

from __future__ import annotations

from paripassu.cli.common import AsJson, CaseArgument, Out, as_json, open_readable, say

__all__ = ["check"]

_LENSES = {
    "settle": ("issues", "preferences"),
    "stability": ("moves", "ranking"),
    "roadmap": ("steps",),
    "record": ("record",),
}

_ONE_MANY = {
    "parties": ("party", "parties"),
    "preferences": ("preferences of one party", "preferences of {} parties"),
    "people": ("person", "people"),
    "record": ("event", "events"),
    "readiness": ("judgement of readiness", "judgements of readiness"),
    "interests": ("interests of one party", "interests of {} parties"),
    "draft": ("a draft of one issue", "a draft of {} issues"),
    "stakes": ("stakes of one party", "stakes of {} parties"),
    "moves": ("moves of one party", "moves of {} parties"),
    "impossible": ("impossible combination", "impossible combinations"),
    "merge": ("set of states taken as one", "sets of states taken as one"),
    "today": ("today's state", "today's state"),
    "wished": ("a wished state", "a wished state"),
    "ranking": ("a ranking of one party", "rankings of {} parties"),
    "views": ("views of one party", "views of {} parties"),
}


def check(case: CaseArgument, json: AsJson = False, out: Out = None) -> None:
    """Read a case and say what it holds, and which verbs it is ready for.

    A private file that is not here does not keep the rest from being checked.
    """
    found, lost = open_readable(case)
    held = {name: len(value) for name, value in found if isinstance(value, (dict, tuple)) and value}
    ready = {
        verb: [
            section
            for section in sections
            # The graph form of a conflict lists its moves itself.
            if not getattr(found, section, None) and not (section == "moves" and found.graph)
        ]
        for verb, sections in _LENSES.items()
    }
    if not ready["settle"]:
        ready["settle"] = [f"preferences.{party}" for party in lost]
    if json:
        say(as_json({"title": found.title, "sections": held, "missing": ready, "digest": found.digest}), out)
        return
    lines = [f"{found.title or case}: reads well."]
    lines += ["Holds " + ", ".join(_counted(name, count) for name, count in held.items()) + "."]
    for party, file in lost.items():
        lines.append(f"The private numbers of {found.name(party)} are not here: {file} is missing or cannot be read.")
    for verb, missing in ready.items():
        lines.append(
            f"  {verb:<10} " + (f"needs {' and '.join(f'`{name}`' for name in missing)}" if missing else "ready")
        )
    say("\n".join(lines), out)


def _counted(section: str, count: int) -> str:
    """A section as people count what is in it."""
    one, many = _ONE_MANY.get(section, (section.removesuffix("s"), section))
    words = one if count == 1 else many
    counts_itself = "{}" in many or one == many
    return words.format(count) if counts_itself else f"{count} {words}"
