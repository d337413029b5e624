"""Writing a file, or a new folder, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from paripassu.errors import CommandError

__all__ = ["new_folder", "replace_file"]


def replace_file(path: Path, content: str | bytes, check: Callable[[Path], Any] | None = None) -> None:
    """Write a new file beside the old one, then move it into its place; what stood there stands until then.

    Parameters
    ----------
    path : Path
    content : str or bytes
        Text is written as UTF-8.
    check : callable, optional
        Called with the new file before the move; what it raises stops the move.

    Raises
    ------
    CommandError
        When it cannot be written.
    """
    shown, path = path, path.resolve()
    data = content.encode() if isinstance(content, str) else content
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, new)
            else:
                new.chmod(0o666 & ~_umask())
            if check is not None:
                check(new)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise CommandError(f"{shown}: cannot be written ({error.strerror}).") from None


def new_folder(path: Path, files: Mapping[str, str]) -> None:
    """Write a folder that is not there yet: all its files, or nothing.

    Parameters
    ----------
    path : Path
    files : mapping of file name to text
        Written as UTF-8.

    Raises
    ------
    CommandError
        When something stands there already, or it cannot be written.
    """
    if path.exists() or path.is_symlink():
        raise CommandError(f"{path}: stands there already; nothing was written.")
    try:
        new = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.absolute().parent))
        try:
            for name, text in files.items():
                (new / name).write_text(text, encoding="utf-8")
            new.chmod(0o777 & ~_umask())
            new.rename(path)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written ({error.strerror}).") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
