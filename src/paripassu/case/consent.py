"""What may leave this machine: nothing, unless the case says so."""

from __future__ import annotations

from typing import Literal

from paripassu.case.types import Entry

__all__ = ["ReadingConsent"]


class ReadingConsent(Entry):
    """How reports of this case may be read.

    ``remote_models`` allows a language model on another host to be asked, about documents marked public only.
    """

    remote_models: Literal["allowed", "refused"] = "refused"
