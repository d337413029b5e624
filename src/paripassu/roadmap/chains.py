"""Which steps can be counted instead of listed: chains of prerequisites, and steps that are alike."""

from __future__ import annotations

from paripassu.roadmap.deal import Deal

__all__ = ["alike_before", "chains", "needs_in_all"]


def needs_in_all(deal: Deal) -> list[int]:
    """For each step the bitmask of all that must be finished before it, directly or not."""
    found = list(deal.needs)
    changed = True
    while changed:
        changed = False
        for j in range(deal.steps):
            wider = found[j]
            for k in range(deal.steps):
                if found[j] >> k & 1:
                    wider |= found[k]
            if wider != found[j]:
                found[j], changed = wider, True
    return found


def alike_before(deal: Deal) -> list[int | None]:
    """For each step the step just before it in the file that is alike in everything, prerequisites included.

    Nothing is lost by doing steps that are alike in the order of the file.
    """
    needs = needs_in_all(deal)
    last: dict[object, int] = {}
    found: list[int | None] = []
    for j in range(deal.steps):
        needed_by = sum(1 << k for k in range(deal.steps) if needs[k] >> j & 1)
        key = (
            deal.doer[j],
            deal.cost[j],
            deal.recover[j],
            tuple(row[j] for row in deal.value),
            tuple(row[j] for row in deal.revoke),
            deal.detect[j],
            deal.duration[j],
            deal.by[j],
            deal.not_before[j],
            needs[j],
            needed_by,
            deal.done >> j & 1,
        )
        found.append(last.get(key))
        last[key] = j
    return found


def chains(deal: Deal) -> list[list[int]]:
    """Cover the unfinished steps with as few chains as there can be; in each, a step comes after the one before it.

    The number finished in each chain then says all about a state. A minimum path cover of the order of
    prerequisites, with steps that are alike put in the order of the file, by augmenting paths.
    """
    needs = needs_in_all(deal)
    alike = alike_before(deal)
    steps = [j for j in range(deal.steps) if not deal.done >> j & 1]
    before: dict[int, set[int]] = {j: {k for k in steps if needs[j] >> k & 1} for j in steps}
    for j in steps:
        k = alike[j]
        while k is not None:
            before[j].add(k)
            k = alike[k]
    next_of: dict[int, int] = {}

    def place(j: int, seen: set[int]) -> bool:
        for k in sorted(before[j], reverse=True):
            if k not in seen:
                seen.add(k)
                if k not in next_of or place(next_of[k], seen):
                    next_of[k] = j
                    return True
        return False

    for j in steps:
        place(j, set())
    heads = sorted(set(steps) - set(next_of.values()))
    found = []
    for head in heads:
        chain = [head]
        while chain[-1] in next_of:
            chain.append(next_of[chain[-1]])
        found.append(chain)
    return found
