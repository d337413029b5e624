"""What is being negotiated, by whom, what has happened, who says so."""

from paripassu.case.build import build
from paripassu.case.case import Case
from paripassu.case.chain import Link
from paripassu.case.evidence import Evidence
from paripassu.case.forms import load
from paripassu.case.interests import Interest
from paripassu.case.issues import Issue
from paripassu.case.parties import Party
from paripassu.case.people import Person, Venue
from paripassu.case.positions import Position
from paripassu.case.preferences import Interaction, Preference, option_values
from paripassu.case.readiness import Judgement
from paripassu.case.record import Event, Participant
from paripassu.case.rules import Rule
from paripassu.case.seat import Seat, seat
from paripassu.case.sources import Source
from paripassu.case.steps import Arrangement, Duration, Stake, Step
from paripassu.case.when import When

__all__ = [
    "Arrangement",
    "Case",
    "Duration",
    "Event",
    "Evidence",
    "Interaction",
    "Interest",
    "Issue",
    "Judgement",
    "Link",
    "Participant",
    "Party",
    "Person",
    "Position",
    "Preference",
    "Rule",
    "Seat",
    "Source",
    "Stake",
    "Step",
    "Venue",
    "When",
    "build",
    "load",
    "option_values",
    "seat",
]
