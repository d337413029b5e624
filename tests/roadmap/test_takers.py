"""Plans played to their end, against sums made by hand."""

from __future__ import annotations

from fractions import Fraction

from paripassu.roadmap.takers import Side, foreseen, plans, tempted

HALF = Fraction(1, 2)
SIDE = Side(
    cost=Fraction(10),
    worth=Fraction(20),
    end=Fraction(8),
    outside=Fraction(1),
    guarantee=Fraction(3),
    discount=HALF,
    prior=Fraction(3, 4),
)


def test_each_plan_is_worth_what_it_brings() -> None:
    """Two halves: cost 5 and worth 10 each; the next phase counts for a half."""
    always = plans(SIDE, [HALF, HALF], [HALF, HALF], {("keep", 0): Fraction(1)}, sincere=True)
    assert always == {
        ("stay out", 0): 1,
        ("keep", 0): HALF * 5 + HALF**2 * (5 + 8),
        ("take", 1): HALF * (10 + 1 - 3),
        ("take", 2): HALF * 5 + HALF**2 * (10 + 1 - 3),
        ("leave", 1): 1 - 3,
        ("leave", 2): HALF * 5 + HALF * (1 - 3),
    }
    taken = plans(SIDE, [HALF, HALF], [HALF, HALF], {("take", 2): Fraction(1)}, sincere=False)
    assert taken["keep", 0] == HALF * 5 + HALF**2 * (-5 + 1), "the injured keeps its guarantee"
    assert taken["take", 2] == HALF * 5 + HALF**2 * (1 - 3), "who breaks at once with the other forfeits it"
    assert plans(SIDE, [HALF, HALF], [HALF, HALF], foreseen(Fraction(1), 1), sincere=False)["keep", 0] == (
        HALF * 5 + HALF**2 * (5 + 1)
    )


def test_a_mixture_is_the_mean_of_its_plans() -> None:
    mixed = plans(SIDE, [HALF, HALF], [HALF, HALF], foreseen(HALF, 2), sincere=True)
    pure = [
        plans(SIDE, [HALF, HALF], [HALF, HALF], {plan: Fraction(1)}, sincere=True)
        for plan in (("keep", 0), ("keep", 0), ("take", 1), ("take", 2))  # type: ignore[misc]
    ]
    assert mixed == {plan: sum(one[plan] for one in pure) / 4 for plan in mixed}


def test_a_side_that_is_surely_sincere_is_not_asked_as_a_taker() -> None:
    sure = Side(
        cost=SIDE.cost,
        worth=SIDE.worth,
        end=Fraction(20),
        outside=SIDE.outside,
        guarantee=Fraction(30),
        discount=Fraction(1),
        prior=Fraction(1),
    )
    assert tempted((sure, sure), ([Fraction(1)], [Fraction(1)]), 1) == (None, None)
