"""What is drawn: a small conflict whole; of a large one what would hold and the ways."""

from __future__ import annotations

from paripassu import catalogue
from paripassu.case import Case
from paripassu.stability import Picture, analyse, picture


def test_a_small_conflict_is_drawn_whole() -> None:
    drawn = picture(analyse(catalogue.load("papers/prisoners-dilemma")))
    assert drawn.whole
    assert [(node.id, node.today, node.wished) for node in drawn.nodes] == [
        (0, True, False),
        (1, False, False),
        (2, False, False),
        (3, False, True),
    ]
    assert len(drawn.arrows) == 8
    gains = {(arrow.mover, arrow.start, arrow.end) for arrow in drawn.arrows if arrow.improvement}
    assert gains == {("one", 1, 0), ("one", 3, 2), ("two", 2, 0), ("two", 3, 1)}
    assert {(arrow.start, arrow.end) for arrow in drawn.arrows if arrow.on_route} == {(0, 2), (2, 3)}


def test_a_large_conflict_shows_what_would_hold_and_the_way_there() -> None:
    moves = {"a": [f"a{n}" for n in range(6)], "b": [f"b{n}" for n in range(6)]}
    case = Case.from_dict(
        {
            "parties": ["a", "b"],
            "moves": moves,
            "ranking": {party: [f"{party}{n}" for n in range(6)] for party in moves},
            "today": [],
            "wished": str((1 << 12) - 1),
        }
    )
    drawn = picture(analyse(case))
    assert not drawn.whole
    # Only "everything taken" would hold; the way there goes over one side's options.
    assert [node.id for node in drawn.nodes if node.concepts] == [4095]
    assert len(drawn.nodes) == 3
    assert sum(arrow.on_route for arrow in drawn.arrows) == 2


def test_nothing_to_draw_beyond_the_limit() -> None:
    moves = {"a": [f"a{n}" for n in range(15)], "b": [f"b{n}" for n in range(15)]}
    case = Case.from_dict({"parties": ["a", "b"], "moves": moves, "ranking": {"a": ["b0"], "b": ["a0"]}})
    assert picture(analyse(case)) == Picture((), (), True)
