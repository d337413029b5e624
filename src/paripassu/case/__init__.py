"""What is being negotiated, by whom, what has happened, who says so."""

from paripassu.case.build import build
from paripassu.case.case import Case
from paripassu.case.forms import load
from paripassu.case.issues import Issue
from paripassu.case.parties import Party
from paripassu.case.positions import Position
from paripassu.case.preferences import Interaction, Preference, option_values
from paripassu.case.rules import Rule
from paripassu.case.sources import Source

__all__ = [
    "Case",
    "Interaction",
    "Issue",
    "Party",
    "Position",
    "Preference",
    "Rule",
    "Source",
    "build",
    "load",
    "option_values",
]
