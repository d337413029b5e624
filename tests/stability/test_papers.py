"""Published answers.

- Prisoner's dilemma: L. Fang, K. W. Hipel & D. M. Kilgour (1989), "Conflict models in graph form: solution concepts
  and their interrelationships", EJOR 41, 86-100; also their book of 1993.
- Chicken: the same book.
- Elmira: K. W. Hipel, L. Fang, D. M. Kilgour & M. Haight (1993); D. M. Kilgour, K. W. Hipel, L. Fang & X. Peng (2001),
  Group Decision and Negotiation 10, 159-175. In their numbering s5, s8 and s9 are strong equilibria and s1 and s4 are
  GMR and SMR; s9 stands for the four states in which the plant is abandoned (8, 9, 24, 25).
- The North Korea conflict: Z. Jacobi, socratic-form-microscopy.com, 2017-11-05 and 2017-11-12 (an author's own model;
  its equilibria are by SEQ or by simultaneous sanctions).
"""

from __future__ import annotations

from typing import Any

import pytest

from paripassu import catalogue
from paripassu.case import Case
from paripassu.stability import analyse, conflict, route_between

STRONG = [8, 9, 18, 21, 24, 25]
PUBLISHED = {
    "prisoners-dilemma": {"nash": [0], "gmr": [0, 3], "smr": [0, 3], "seq": [0, 3]},
    "chicken": {"nash": [1, 2], "gmr": [1, 2, 3], "smr": [1, 2, 3], "seq": [1, 2]},
    "elmira": {
        "nash": STRONG,
        "seq": STRONG,
        "gmr": sorted([2, 5, *STRONG]),
        "smr": sorted([2, 5, *STRONG]),
    },
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_equilibria_as_published(name: str) -> None:
    answer = analyse(catalogue.load(f"papers/{name}")).to_dict()
    assert {concept: answer["equilibria"][concept] for concept in PUBLISHED[name]} == PUBLISHED[name]
    assert all(law["holds"] for law in answer["laws"])


def north_korea() -> dict[str, Any]:
    return {
        "parties": ["us", "nk"],
        "moves": {"us": {"strike": {"irreversible": "true"}, "withdraw": {}}, "nk": ["invade", "abandon"]},
        "impossible": [{"not": {"strike": "Y", "withdraw": "Y"}}],
        "ranking": {
            "us": [str(state) for state in (8, 0, 9, 10, 12, 5, 4, 13, 14, 1, 2, 6)],
            "nk": [str(state) for state in (6, 14, 2, 10, 0, 4, 12, 5, 1, 13, 8, 9)],
        },
    }


def test_north_korea_as_published() -> None:
    answer = analyse(Case.from_dict(north_korea())).to_dict()
    assert answer["states_total"] == 12
    assert answer["equilibria"]["smr"] == [0, 4, 5, 10, 12]
    # The author's 0, 4, 5, 10 are stable by SEQ or by simultaneous sanctions, a concept apart from the five.
    assert set(answer["equilibria"]["seq"]) <= {0, 4, 5, 10}


def test_elmira_needs_two_together_to_leave_the_deadlock() -> None:
    """Kilgour et al. (2001): from s5 no one can gain alone, though MoE and Uniroyal both like s8 better."""
    found = conflict(catalogue.load("papers/elmira"))
    assert found is not None
    route = route_between(found, found.position("18"), found.position("21"))
    assert not route.improvements.reachable
    assert route.moves.length == 2
    assert route.outcome == {"moe": "better", "uniroyal": "better", "lg": "worse"}
