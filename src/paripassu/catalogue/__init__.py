"""A shelf of worked cases."""

from paripassu.catalogue.shelf import copy, load, names, starter, title

__all__ = ["copy", "load", "names", "starter", "title"]
