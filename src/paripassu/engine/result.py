"""What every answer carries besides the answer: how it was found and which laws were checked."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import Any

__all__ = ["Checked", "How", "how"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A law checked on an answer.

    ``witness`` is None when the law holds, else the counterexample in words.
    """

    law: str
    witness: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {"law": self.law, "holds": self.witness is None, "witness": self.witness}


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How an answer was found: enough to find it again."""

    method: str
    parameters: Mapping[str, Any]
    seed: int | None
    versions: Mapping[str, str]
    digest: str

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "method": self.method,
            "parameters": dict(self.parameters),
            "seed": self.seed,
            "versions": dict(self.versions),
            "digest": self.digest,
        }


def how(digest: str, method: str, *, seed: int | None = None, **parameters: Any) -> How:
    """Describe a computation on the case with this digest.

    Examples
    --------
    >>> how("0" * 64, "variable elimination", limit=100_000).parameters
    {'limit': 100000}
    """
    return How(method=method, parameters=parameters, seed=seed, versions=_versions(), digest=digest)


@cache
def _versions() -> dict[str, str]:
    return {"python": platform.python_version()} | {
        name: metadata.version(name) for name in ("paripassu", "numpy") if _installed(name)
    }


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True
