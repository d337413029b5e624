"""A shelf of worked cases, and a case file to start from."""

from paripassu.catalogue.shelf import copy, load, names, title
from paripassu.catalogue.starter import Outline, alike, rank_order_weights, starter

__all__ = ["Outline", "alike", "copy", "load", "names", "rank_order_weights", "starter", "title"]
