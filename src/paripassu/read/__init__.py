"""What do these reports say? Proposals for the record, each with its exact span, for a person to confirm.

>>> import paripassu as pp
>>> found = pp.read.read("“We will come,” Ann Lee told Reuters.")
>>> found.statements[0].kind, found.statements[0].speaker.name
('direct', 'Ann Lee')
"""

from paripassu.read.directory import Known, directory
from paripassu.read.disagree import Disagreement, Disagreements, Version, disagreements
from paripassu.read.movement import IssueLine, Move, Movement, Stand, movement
from paripassu.read.pipeline import Pipeline, deepen, pipeline
from paripassu.read.proposals import proposals
from paripassu.read.readiness import Judged, Question, Readiness, readiness
from paripassu.read.reading import Named, Reading, read
from paripassu.read.review import Review
from paripassu.read.source import Page, page
from paripassu.read.timeline import Account, Item, Timeline, timeline
from paripassu.read.words import tell

__all__ = [
    "Account",
    "Disagreement",
    "Disagreements",
    "IssueLine",
    "Item",
    "Judged",
    "Known",
    "Move",
    "Movement",
    "Named",
    "Page",
    "Pipeline",
    "Question",
    "Readiness",
    "Reading",
    "Review",
    "Stand",
    "Timeline",
    "Version",
    "deepen",
    "directory",
    "disagreements",
    "movement",
    "page",
    "pipeline",
    "proposals",
    "read",
    "readiness",
    "tell",
    "timeline",
]
