"""What an order may not exceed: the limits every search keeps to."""

from __future__ import annotations

from dataclasses import dataclass

from paripassu.roadmap.bits import FAR
from paripassu.roadmap.space import Part, Space

__all__ = ["Bounds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What an order may not exceed.

    Attributes
    ----------
    cap : int or None
        Largest avoidable exposure, in units.
    extra : int
        Extra guarantee of every party, as a rank.
    latest : int or None
        Day by which everything must be verified; used only where the time is what is least.
    any_end : bool
        Do not ask whether the finished state itself holds.
    """

    cap: int | None = None
    extra: int = 0
    latest: int | None = None
    any_end: bool = False

    def least_slack(self, space: Space) -> int:
        """What the slack must be in a state that is not the last."""
        return -(self.extra // len(space.fractions))

    def last_slack(self, space: Space) -> list[int]:
        """What the slack of each party must be when everything is done."""
        if self.any_end:
            return [-FAR] * len(space.stakes)
        if space.deal.released:
            return list(space.deal.guarantee)
        return [self.least_slack(space)] * len(space.stakes)

    def tempting(self, space: Space, part: Part) -> int:
        """What the slack must be for a part to be done when the others do nothing."""
        return -((self.extra - part.tempting) // len(space.fractions))
