"""Numbers printed in publications."""

from __future__ import annotations

import paripassu as pp


def test_bill_and_jack() -> None:
    """Nash (1950), "The Bargaining Problem", Econometrica 18(2), p. 162: Bill gains 12 and Jack gains 5."""
    found = pp.settle.nash(pp.load("papers/nash1950"))
    assert [point.gains for point in found.points] == [{"bill": 12.0, "jack": 5.0}]
    (package,) = found.points[0].packages
    given_to_jack = {good for good in ("book", "whip", "ball", "bat", "box") if package[good] == "jack"}
    given_to_bill = {good for good in ("pen", "toy", "knife", "hat") if package[good] == "bill"}
    assert given_to_jack == {"book", "whip", "ball", "bat"}
    assert given_to_bill == {"pen", "toy", "knife"}
