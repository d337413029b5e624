"""The door to numba: compiled when the extra `fast` is installed, absent otherwise."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import cache
from typing import Any

__all__ = ["available", "compiled"]


def available() -> bool:
    """Whether compiled kernels can be used."""
    return importlib.util.find_spec("numba") is not None


@cache
def compiled(kernel: Callable[..., Any]) -> Callable[..., Any]:
    """The kernel as machine code, kept on disk between runs. Only when :func:`available`."""
    import numba

    made: Callable[..., Any] = numba.njit(cache=True, nogil=True)(kernel)
    return made
