"""A commented case file to start from, made of what a person can say in five minutes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from paripassu.case.importance import order_centroid

__all__ = ["Outline", "alike", "rank_order_weights", "starter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What is known at the start.

    ``issues`` lists each issue's options from best to worst for the first party; ``opposed`` holds the issues on
    which a party sees them the other way round; ``order`` each party's issues, the most important first.
    """

    title: str
    parties: tuple[str, ...]
    issues: Mapping[str, tuple[str, ...]]
    opposed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


EXAMPLE = Outline(
    title="A negotiation",
    parties=("Our side", "Their side"),
    issues={
        "price": ("low", "middle", "high"),
        "delivery": ("this month", "this quarter", "this year"),
        "guarantee": ("bank guarantee", "none"),
    },
    opposed={"Their side": frozenset({"price", "delivery", "guarantee"})},
    order={"Their side": ("delivery", "price", "guarantee")},
)
"""What `paripassu new` writes when nobody is there to be asked."""


def rank_order_weights(count: int) -> tuple[float, ...]:
    """Weights for issues of which only the order of importance is known, the first largest; they sum to 1.

    Notes
    -----
    The rank-order centroid, the mean of all weights that keep the order: :math:`w_k = \\frac1n\\sum_{j=k}^n 1/j` [1]_.

    References
    ----------
    .. [1] F. H. Barron and B. E. Barrett (1996), "Decision Quality Using Ranked Attribute Weights",
       Management Science 42(11), 1515-1523.

    Examples
    --------
    >>> rank_order_weights(2)
    (0.75, 0.25)
    """
    places = [str(place) for place in range(count)]
    return tuple(round(float(weight), 4) for weight in order_centroid([[place] for place in places]).values())


def starter(outline: Outline = EXAMPLE, file: str = "case.yaml") -> str:
    """The text of a case file that says what an outline says, with comments on what to do next.

    Examples
    --------
    >>> print(starter().splitlines()[5])
    title: A negotiation
    """
    ids = _ids(outline.parties)
    issues = _ids(outline.issues)
    lines = [
        "# A case: one negotiation, as you know it today. Change what stands here; remove what you do not need.",
        f"# `paripassu check {file}` says what is missing or misspelt; `paripassu brief {file}` makes the page.",
        "# More sections stand below as examples, with your names in them (`#rules:` ...): to use one, take the `#` of",
        "# its lines away.",
        "paripassu: 1",
        f"title: {_quoted(outline.title)}",
        "",
        "# Who negotiates. Only this section is required.",
        "parties:",
        *(f"  {ids[name]}: {{name: {_quoted(name)}}}" for name in outline.parties),
        "",
        "# What is negotiated: a list of options each. A number can be a range, as in",
        "# price: {from: 0, to: 100, step: 5, unit: thousand}",
        "issues:",
        *(f"  {issues[name]}: {_issue(name, issues[name], options)}" for name, options in outline.issues.items()),
        "",
        *_examples(outline, ids, issues),
        "# What each side values. A package is worth the sum of weight x value; no_deal is what a side has if the",
        "# talks fail, on the same scale. The weights follow the order of importance (rank-order centroid), the",
        "# values run in equal steps from best to worst: a start, not a measurement. Numbers marked",
        "# `basis: illustration` are shown with that word; take the mark away when you have better ones.",
        *(f"# {line}" for line in alike(outline)),
        "preferences:",
    ]
    for name in outline.parties:
        order = outline.order.get(name, tuple(outline.issues))
        weights = dict(zip(order, rank_order_weights(len(order)), strict=True))
        lines += [
            f"  {ids[name]}:",
            "    basis: illustration",
            "    no_deal: 0.3",
            f"    weights: {{{', '.join(f'{issues[issue]}: {weights[issue]:g}' for issue in outline.issues)}}}",
            "    values:",
        ]
        for issue, options in outline.issues.items():
            best_first = options[::-1] if issue in outline.opposed.get(name, ()) else options
            last = max(len(options) - 1, 1)
            worth = {option: round(1 - place / last, 4) for place, option in enumerate(best_first)}
            values = ", ".join(f"{_quoted(option)}: {worth[option]:g}" for option in options)
            lines.append(f"      {issues[issue]}: {{{values}}}")
    middle = ", ".join(
        f"{issues[issue]}: {_quoted(options[(len(options) - 1) // 2])}" for issue, options in outline.issues.items()
    )
    lines += ["", "# The package on the table now, to be compared and improved.", f"draft: {{{middle}}}", ""]
    return "\n".join(lines)


def alike(outline: Outline) -> tuple[str, ...]:
    """A line for each group of parties that value everything alike as the outline has it, and so get the same numbers.

    Examples
    --------
    >>> alike(Outline(title="Dam", parties=("Up", "Mid", "Down"), issues={"height": ("low", "high")}))
    ('As it stands, Up, Mid and Down value everything alike: change the numbers where they differ.',)
    """
    groups: dict[object, list[str]] = {}
    for party in outline.parties:
        order = outline.order.get(party, tuple(outline.issues))
        groups.setdefault((outline.opposed.get(party, frozenset()), order), []).append(party)
    return tuple(
        f"As it stands, {', '.join(same[:-1])} and {same[-1]} value everything alike: "
        "change the numbers where they differ."
        for same in groups.values()
        if len(same) > 1
    )


def _examples(outline: Outline, ids: Mapping[str, str], issues: Mapping[str, str]) -> list[str]:
    """The sections a case may also have, as examples that read once their `#` is taken away."""
    keys = [_quoted(ids[name]) for name in outline.parties]
    mine, theirs, both = keys[0], keys[-1], ", ".join(dict.fromkeys((keys[0], keys[-1])))
    firsts = [(_quoted(issues[name]), options) for name, options in outline.issues.items()][:2]
    never = ", ".join(f"{issue}: {_quoted(options[0])}" for issue, options in firsts)
    issue, options = firsts[0]
    wants = [(mine, options[0])] + ([(theirs, options[-1])] if len(keys) > 1 else [])
    lines = [
        "# Packages that cannot be; also `if: {...}` with `then: {...}`.",
        "#rules:",
        f"#  - not: {{{never}}}",
        "",
        "# Where a claim comes from, who wants what as of when (basis: stated, reported or analyst), what happened.",
        "#sources:",
        f"#  letter: {{title: Opening letter, outlet: {_quoted(outline.parties[-1])}, published: 2026-01-15}}",
        "#positions:",
        *(
            f"#  - {{party: {party}, issue: {issue}, option: {_quoted(option)}, as_of: 2026-01-15, basis: stated, "
            "source: letter}"
            for party, option in wants
        ),
        "#record:",
        f"#  - {{on: 2026-01-15, kind: letter, title: Opening letter, parties: [{theirs}], source: letter}}",
        f"#  - {{on: 2026-02-02, kind: session, title: First session, parties: [{both}], basis: reported}}",
        "",
        "# What each could do by itself, where things stand, and what is liked better: would a deal hold?",
        "#moves:",
        f"#  {mine}: {{make an offer: {{}}}}",
    ]
    if len(keys) > 1:
        lines += [
            f"#  {theirs}: {{answer it: {{}}}}",
            "#today: []",
            "#wished: [make an offer, answer it]",
            "#ranking:",
            f"#  {mine}: {{basis: illustration, order: [answer it, not make an offer]}}",
            f"#  {theirs}: {{basis: illustration, order: [make an offer, not answer it]}}",
            "",
            "# What each is to do, what it costs the one and is worth to the other: in what order?",
            "#stakes:",
            *(f"#  {party}: {{basis: illustration, end: 4}}" for party in (mine, theirs)),
            "#steps:",
            f"#  first-step: {{doer: {mine}, basis: illustration, cost: 3, value: {{{theirs}: 5}}}}",
            f"#  second-step: {{doer: {theirs}, basis: illustration, cost: 3, value: {{{mine}: 5}}}}",
        ]
    else:
        lines += ["#ranking:", f"#  {mine}: {{basis: illustration, order: [make an offer]}}"]
    return [*lines, ""]


def _ids(names: Sequence[str] | Mapping[str, object]) -> dict[str, str]:
    """A short key for each name, each its own."""
    keys: dict[str, str] = {}
    for name in names:
        key = re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "it"
        number = 2
        while key in keys.values():
            key, number = f"{key.rstrip('0123456789-')}-{number}", number + 1
        keys[name] = key
    return keys


def _issue(name: str, key: str, options: Sequence[str]) -> str:
    """An issue's options; with its words where its key does not say them."""
    if key == name.casefold():
        return _listed(options)
    return f"{{name: {_quoted(name)}, options: {_listed(options)}}}"


def _listed(options: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, options))}]"


def _quoted(text: str) -> str:
    """Text as a YAML scalar, in quotes only where it needs them."""
    simple = re.fullmatch(r"[\w(][\w .()/%+$€£'-]*[\w).%]|\w", text) and not re.search(r"\s#|: ", text)
    return text if simple and text.lower() not in ("null", "~") else json.dumps(text, ensure_ascii=False)
