"""What changes, said to people."""

from __future__ import annotations

from paripassu import catalogue
from paripassu.stability import what_if
from paripassu.stability.change_words import change_words


def test_nothing_changes() -> None:
    said = change_words(what_if(catalogue.load("papers/chicken")))
    assert said == [
        *(f"{name}: nothing changes." for name in ("Nash", "GMR", "SMR", "SEQ", "SSEQ")),
        "The wished state holds by GMR and SMR; before, by GMR and SMR.",
    ]


def test_what_no_longer_holds_is_said() -> None:
    # By hand: a driver Two who likes the crash best never swerves, so only One's swerve is left.
    said = change_words(what_if(catalogue.load("papers/chicken"), ranking={"two": ["0", "1", "2", "3"]}))
    assert said[0] == "Nash: no longer holds: swerve right (2)."
