"""What do these reports say? Proposals for the record, each with its exact span, for a person to confirm.

>>> import paripassu as pp
>>> found = pp.read.read("“We will come,” Ann Lee told Reuters.")
>>> found.statements[0].kind, found.statements[0].speaker.name
('direct', 'Ann Lee')
"""

from paripassu.read.reading import Named, Reading, read
from paripassu.read.source import Page, page
from paripassu.read.words import tell

__all__ = ["Named", "Page", "Reading", "page", "read", "tell"]
