"""The one door to the solver (HiGHS): a linear programme, some of its variables perhaps 0 or 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

__all__ = ["Programme"]

Floats = NDArray[np.float64]


@dataclass(slots=True)
class Programme:
    """Variables and rows, added one by one, then `maximise`.

    Examples
    --------
    >>> programme = Programme()
    >>> x, y = programme.variable(0, 3, gain=1), programme.variable(0, 1, gain=5, whole=True)
    >>> programme.row({x: 1, y: 2}, high=4)
    >>> programme.maximise().tolist()
    [2.0, 1.0]
    """

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    gains: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def variable(self, low: float, high: float, *, gain: float = 0.0, whole: bool = False) -> int:
        """Add a variable; its number."""
        self.low.append(low)
        self.high.append(high)
        self.gains.append(gain)
        self.whole.append(whole)
        return len(self.low) - 1

    def row(self, parts: dict[int, float], *, low: float = -np.inf, high: float = np.inf) -> None:
        """Add a row: the weighted sum of some variables lies between ``low`` and ``high``."""
        self.rows.append((parts, low, high))

    def maximise(self, *, seconds: float = 10.0) -> Floats | None:
        """The variables where the sum of gains is largest; None where no choice keeps every row.

        Raises
        ------
        TimeoutError
            When neither was shown within ``seconds``.
        """
        import highspy

        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("time_limit", float(seconds))
        for tolerance in ("primal_feasibility_tolerance", "mip_feasibility_tolerance"):
            solver.setOptionValue(tolerance, 1e-9)
        solver.passModel(self._model(highspy))
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return np.array(solver.getSolution().col_value)
        if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return None
        raise TimeoutError(f"the solver ended with {status}")

    def _model(self, highspy: object) -> object:
        model = highspy.HighsLp()  # type: ignore[attr-defined]
        model.num_col_, model.num_row_ = len(self.low), len(self.rows)
        model.sense_ = highspy.ObjSense.kMaximize  # type: ignore[attr-defined]
        model.col_cost_ = np.array(self.gains, dtype=np.float64)
        model.col_lower_, model.col_upper_ = np.array(self.low, dtype=np.float64), np.array(self.high, dtype=np.float64)
        model.row_lower_ = np.array([low for _, low, _ in self.rows], dtype=np.float64)
        model.row_upper_ = np.array([high for _, _, high in self.rows], dtype=np.float64)
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise  # type: ignore[attr-defined]
        matrix.start_ = np.cumsum([0, *(len(parts) for parts, _, _ in self.rows)])
        matrix.index_ = np.array(_flat([parts.keys() for parts, _, _ in self.rows]), dtype=np.int32)
        matrix.value_ = np.array(_flat([parts.values() for parts, _, _ in self.rows]), dtype=np.float64)
        if any(self.whole):
            kinds = highspy.HighsVarType  # type: ignore[attr-defined]
            model.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self.whole]
        return model


def _flat(lists: Sequence[object]) -> list[float]:
    return [value for one in lists for value in one]  # type: ignore[attr-defined]
