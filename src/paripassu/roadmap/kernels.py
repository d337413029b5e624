"""The sweep over all states of a two-party deal, written for compilation: arrays and loops, no names.

States are mixed-radix counters of the chains; every phase makes the number larger, so that one pass in ascending
order visits every state after all that lead to it.
"""

from __future__ import annotations

from typing import Any

__all__ = ["EXPOSURE", "GUARANTEE", "TIME", "sweep_two"]

TIME, EXPOSURE, GUARANTEE = 0, 1, 2


def sweep_two(
    mode: int,
    one_sided: bool,
    radix: Any,
    masks: Any,
    nets: Any,
    parts: Any,
    counts: Any,
    stakes: Any,
    ends: Any,
    base: Any,
    cap: int,
    least_slack: int,
    ranks: int,
    gate: int,
    latest: int,
    levels: Any,
    most: int,
    bits: Any,
    far: int,
    table: Any,
    begin: int,
    stop: int,
    digits: Any,
) -> None:
    """Fill in the least value with which each state can be reached, for states ``begin`` to ``stop``.

    Parameters
    ----------
    mode : {TIME, EXPOSURE, GUARANTEE}
        What is least: days; the largest exposure above ``base``; the largest shortfall as a rank.
    one_sided : bool
        Only phases in which one party acts.
    radix : (groups,) int64
    masks : (groups, longest + 1) int64
        Bits of the first k steps of a chain.
    nets : (2, groups, longest + 1) int64
        Net of the first k steps of a chain.
    parts : (2, most parts, 9) int64
        Columns: own bits, own and needed bits, code, temptation (units, rounded up; a rank in GUARANTEE), sunk,
        given to the other, days, and the change of net for both.
    counts : (2,) int64
    stakes, ends, base : (2,) int64
        Stake, what the slack must be when all is done, exposure that is not avoidable.
    cap : int
        Largest exposure above ``base``.
    least_slack : int
        What the slack must be in every other state.
    ranks : int
        Ranks to a unit.
    latest : int
        In TIME, the day by which everything must be verified.
    levels : (lengths, 3) int64
        For each length of a step, by how many days it is longer than the one before, and each party's bits of the
        steps that last as long.
    most : int
        The most steps of a party in a phase.
    bits : (65536,) int64
        How many bits are set.
    table : (states,) int
        ``far`` where not reached; changed in place.
    digits : (groups,) int64
        The counters of ``begin``; changed in place to those of ``stop``.
    """
    groups = len(radix)
    size = len(table)
    mask = masks[0, 0] * 0
    n0 = stakes[0] * 0
    n1 = stakes[0] * 0
    for g in range(groups):
        mask |= masks[g, digits[g]]
        n0 += nets[0, g, digits[g]]
        n1 += nets[1, g, digits[g]]
    ready0 = parts[0, :, 0].copy()
    ready1 = parts[1, :, 0].copy()
    for code in range(begin, stop):
        at = table[code]
        if at != far:
            s0 = stakes[0] + n0
            s1 = stakes[1] + n1
            last = code == size - 1
            safe = n0 <= cap + base[0] and n1 <= cap + base[1]
            if mode == 2:
                if code > 0 and not last:
                    at = max(at, -s0 * ranks, -s1 * ranks)
            elif last:
                safe = safe and s0 >= ends[0] and s1 >= ends[1]
            else:
                safe = safe and s0 >= least_slack and s1 >= least_slack
            if mode == 1:
                at = max(at, n0 - base[0], n1 - base[1])
            if mode == 0 and safe and latest < far:
                still = at
                for r in range(len(levels)):
                    left = 0
                    for i in range(2):
                        word = levels[r, 1 + i] & ~mask
                        many = bits[word & 0xFFFF] + bits[(word >> 16) & 0xFFFF]
                        many += bits[(word >> 32) & 0xFFFF] + bits[(word >> 48) & 0xFFFF]
                        left = max(left, (many + most - 1) // most)
                    still += levels[r, 0] * left
                safe = still <= latest
            if not safe:
                table[code] = far
            else:
                table[code] = at
                many0 = 0
                for k in range(counts[0]):
                    open_to = (mask & parts[0, k, 1]) == (parts[0, k, 1] ^ parts[0, k, 0])
                    if open_to and n0 + parts[0, k, 4] <= cap + base[0]:
                        ready0[many0] = k
                        many0 += 1
                many1 = 0
                for k in range(counts[1]):
                    open_to = (mask & parts[1, k, 1]) == (parts[1, k, 1] ^ parts[1, k, 0])
                    if open_to and n1 + parts[1, k, 4] <= cap + base[1]:
                        ready1[many1] = k
                        many1 += 1
                for x in range(many0):
                    a = ready0[x]
                    room = s0 - parts[0, a, 3]
                    if mode == 2:
                        new = max(at, parts[0, a, 3] - s0 * ranks)
                    elif mode == 1:
                        new = max(at, n0 + parts[0, a, 4] - base[0])
                    else:
                        new = at + parts[0, a, 6] + gate
                    if mode == 2 or room >= 0:
                        to = code + parts[0, a, 2]
                        if new < table[to]:
                            table[to] = new
                for y in range(many1):
                    b = ready1[y]
                    room = s1 - parts[1, b, 3]
                    if mode == 2:
                        new = max(at, parts[1, b, 3] - s1 * ranks)
                    elif mode == 1:
                        new = max(at, n1 + parts[1, b, 4] - base[1])
                    else:
                        new = at + parts[1, b, 6] + gate
                    if mode == 2 or room >= 0:
                        to = code + parts[1, b, 2]
                        if new < table[to]:
                            table[to] = new
                if not one_sided:
                    for x in range(many0):
                        a = ready0[x]
                        room0 = s0 - parts[0, a, 3]
                        gift = parts[0, a, 5]
                        for y in range(many1):
                            b = ready1[y]
                            if mode == 2:
                                new = max(
                                    at,
                                    parts[0, a, 3] + (parts[1, b, 5] - s0) * ranks,
                                    parts[1, b, 3] + (gift - s1) * ranks,
                                )
                            else:
                                if room0 < parts[1, b, 5] or s1 - parts[1, b, 3] < gift:
                                    continue
                                if mode == 1:
                                    new = max(at, n0 + parts[0, a, 4] - base[0], n1 + parts[1, b, 4] - base[1])
                                else:
                                    new = at + max(parts[0, a, 6], parts[1, b, 6]) + gate
                            to = code + parts[0, a, 2] + parts[1, b, 2]
                            if new < table[to]:
                                table[to] = new
        for g in range(groups):
            k = digits[g]
            mask ^= masks[g, k]
            n0 -= nets[0, g, k]
            n1 -= nets[1, g, k]
            k = k + 1 if k + 1 < radix[g] else 0
            digits[g] = k
            mask ^= masks[g, k]
            n0 += nets[0, g, k]
            n1 += nets[1, g, k]
            if k:
                break
