"""A long search says how far it is, and stops with the best it knows and its gap."""

from __future__ import annotations

import pytest

from paripassu.roadmap import plan, work
from paripassu.roadmap.bounds import Bounds
from paripassu.roadmap.front import Point
from paripassu.roadmap.incentive import account
from tests.roadmap.deals import toy


def test_progress_is_told() -> None:
    told: list[tuple[str, float | None]] = []
    plan.solve(toy(), progress=lambda what, share: told.append((what, share)))
    assert told
    assert all(share is None or 0 <= share <= 1 for _, share in told)


def test_no_time_gives_an_honest_limit() -> None:
    answer = plan.solve(toy(), seconds=0)
    assert answer.status == "limit"
    assert answer.order is None


@pytest.mark.parametrize("after", [1, 2, 4])
def test_an_interrupt_gives_the_best_order_known(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    asked = 0
    quickest = work.Work.quickest

    def interrupted(self: work.Work, bounds: Bounds) -> Point | None:
        nonlocal asked
        asked += 1
        if asked > after:
            raise KeyboardInterrupt
        return quickest(self, bounds)

    monkeypatch.setattr(work.Work, "quickest", interrupted)
    answer = plan.solve(toy(), objective="time")
    assert answer.order is not None
    state = account(toy(), answer.order)
    assert state.blocking is None
    assert answer.status in ("found", "limit")
    if answer.status == "limit":
        assert state.avoidable - answer.exposure_gap <= 0  # the least there is
    else:
        assert state.time_days == 28 * 30
    assert not answer.front_complete
