"""The open workbench for negotiations between parties who do not trust each other.

>>> import paripassu as pp
>>> case = pp.load("papers/nash1950")
>>> list(case.parties)
['bill', 'jack']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paripassu.catalogue import load

__all__ = ["load"]

_ROOMS = {"case", "catalogue", "engine", "errors", "read", "report", "roadmap", "settle", "stability"}


def __getattr__(name: str) -> Any:
    # Rooms are opened when first asked for, so that `import paripassu` costs nothing.
    if name == "load":
        return import_module("paripassu.catalogue").load
    if name in _ROOMS:
        return import_module(f"paripassu.{name}")
    raise AttributeError(f"module `paripassu` has no attribute `{name}`")
