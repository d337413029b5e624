"""Small programmes whose answers can be seen."""

from __future__ import annotations

import numpy as np

from paripassu.engine.solve import Programme


def test_nothing_keeps_every_row() -> None:
    programme = Programme()
    programme.row({programme.variable(0, 1): 1.0}, low=2)
    assert programme.maximise() is None


def test_whole_variables_stay_whole() -> None:
    """Best of 5x + 4y under 6x + 5y <= 10 with x, y of 0 or 1 takes x alone; in fractions x and most of y."""
    answers = []
    for whole in (True, False):
        programme = Programme()
        x, y = (programme.variable(0, 1, gain=gain, whole=whole) for gain in (5, 4))
        programme.row({x: 6, y: 5}, high=10)
        found = programme.maximise()
        assert found is not None
        answers.append(found)
    assert np.allclose(answers[0], [1, 0])
    assert np.allclose(answers[1], [1, 0.8])
