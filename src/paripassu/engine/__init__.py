"""How things are computed: results, spreading work, the solver's door."""

from paripassu.engine.answer import Answer
from paripassu.engine.result import Checked, How, how

__all__ = ["Answer", "Checked", "How", "how"]
