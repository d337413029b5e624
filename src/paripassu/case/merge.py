"""States that cannot be told apart, taken as one: once the plant is abandoned, nothing else about the state matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paripassu.case.references import Report, known

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from paripassu.case.case import Case
    from paripassu.case.options import Options

__all__ = ["check", "representatives"]


def representatives(case: Case, options: Options, states: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each feasible state the least state it is one with (itself when it stands alone).

    Parameters
    ----------
    states : (size,) int64
        Feasible decimals, rising.
    """
    import numpy as np

    from paripassu.case.options import pattern_of

    out = states.copy()
    bits = options.bits()
    for names in case.merge:
        found = pattern_of(names, bits)
        if found is None:
            continue
        mask, taken = found
        fits = (states & np.int64(mask)) == taken
        if fits.any():
            # Patterns that share a state make one state of all that either fits.
            touched = np.isin(out, out[fits])
            out[touched] = out[touched].min()
    return out


def check(case: Case, options: Options, states: NDArray[np.int64] | None, report: Report) -> bool:
    """Whether every option is known; reported too: a pattern that fits no state, and `merge` beside a graph."""
    import numpy as np

    from paripassu.case.options import pattern_of

    if case.graph is not None:
        if case.merge:
            report(("merge",), "`merge` only beside `moves` (in `graph`, leave states out)", "both")
        return not case.merge
    bits = options.bits()
    sound = True
    for number, names in enumerate(case.merge):
        for name in names:
            sound &= known(report, ("merge", number, name), name, bits, "an option")
    if sound and states is not None:
        for number, names in enumerate(case.merge):
            found = pattern_of(names, bits)
            if found is None or not bool(np.any((states & found[0]) == found[1])):
                report(("merge", number), "a pattern that some feasible state fits", "one that none fits")
    return sound
