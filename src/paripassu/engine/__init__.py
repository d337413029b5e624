"""How things are computed: results, spreading work, the solver's door."""

from paripassu.engine.result import Checked, How, how

__all__ = ["Checked", "How", "how"]
