"""`paripassu check CASE`: is the case whole, and what can be asked of it?"""

from __future__ import annotations

from paripassu.cli.common import AsJson, CaseArgument, Out, as_json, open_case, say

__all__ = ["check"]

_LENSES = {
    "settle": ("issues", "preferences"),
    "stability": ("moves", "ranking"),
    "roadmap": ("steps",),
    "record": ("record",),
}


def check(case: CaseArgument, json: AsJson = False, out: Out = None) -> None:
    """Read a case and say what it holds, and which verbs it is ready for."""
    found = open_case(case)
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
    if json:
        say(as_json({"title": found.title, "sections": held, "missing": ready, "digest": found.digest}), out)
        return
    lines = [f"{found.title or case}: reads well."]
    lines += [
        "Holds "
        + ", ".join(f"{count} {name if count > 1 else name.removesuffix('s')}" for name, count in held.items())
        + "."
    ]
    for verb, missing in ready.items():
        lines.append(
            f"  {verb:<10} " + (f"needs {' and '.join(f'`{name}`' for name in missing)}" if missing else "ready")
        )
    say("\n".join(lines), out)
