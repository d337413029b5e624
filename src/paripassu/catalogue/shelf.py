"""The worked cases that come with the project, by name."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from paripassu import case as case_room
from paripassu.case import Case
from paripassu.case.load import parse_yaml
from paripassu.errors import CaseError, CommandError, Problem, nearest

__all__ = ["copy", "load", "names", "title"]

_SHELF = Path(__file__).parent / "cases"


def names() -> tuple[str, ...]:
    """Every name on the shelf.

    Examples
    --------
    >>> "singapore-2018" in names()
    True
    """
    files = (path.relative_to(_SHELF) for path in _SHELF.rglob("*.yaml"))
    return tuple(sorted({_name(path) for path in files}))


def title(name: str) -> str:
    """The title of a case on the shelf; only that line of its file is read.

    Examples
    --------
    >>> title("papers/chicken")
    'Chicken'
    """
    place = _place(name)
    if place is None:
        return load(name).title
    file = place / "case.yaml" if place.is_dir() else place
    with file.open("rb") as lines:
        line = next((line for line in lines if line.startswith(b"title:")), b"title: ''")
    return str(parse_yaml(line, str(file)).value["title"])


def load(where: str | Path, *, seats: Collection[str] | None = None) -> Case:
    """A case by its path, or by its name on the shelf. A path that exists comes first.

    Parameters
    ----------
    where : str or Path
    seats : party ids, optional
        Parties whose private files are read; every one's when absent.

    Raises
    ------
    CaseError
        When nothing is there, or when the case has problems: all of them.

    Examples
    --------
    >>> load("papers/nash1950").parties.keys() == {"bill", "jack"}
    True
    """
    if not Path(where).exists() and (found := _place(str(where))):
        shelved = case_room.load(found, seats=seats)
        shelved._called = str(where)  # what is missing is told by the name that was given, not by where it is installed
        return shelved
    if not Path(where).exists() and Path(f"{where}.yaml").is_file():
        where = f"{where}.yaml"
    if not Path(where).exists():
        beside = (str(path) for path in Path(where).parent.glob("*.yaml"))
        near = nearest(str(where), (*names(), *beside))
        shelf = [name for name in names() if name.startswith(f"{str(where).rstrip('/')}/")]
        got = "nothing by that name; `paripassu catalogue` lists the worked cases"
        if shelf:
            got, near = f"a shelf of them; name one: {', '.join(shelf)}", None
        raise CaseError([Problem(str(where), None, "", "a case file, a folder or a catalogue name", got, near)])
    return case_room.load(where, seats=seats)


def copy(name: str, folder: str | Path) -> tuple[Path, ...]:
    """Copy a case of the shelf into a folder, to edit; nothing that stands there is overwritten.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    CommandError
        When the name is unknown or a file of that name is there already.
    """
    found = _place(name)
    if not found:
        near = nearest(name, names())
        raise CommandError(f"{name}: no case of that name on the shelf." + (f" Did you mean `{near}`?" if near else ""))
    files = sorted(path for path in found.rglob("*") if path.is_file()) if found.is_dir() else [found]
    target = Path(folder)
    pairs = [(path, target / (path.relative_to(found) if found.is_dir() else "case.yaml")) for path in files]
    taken = [str(to) for _, to in pairs if to.exists()]
    if taken:
        raise CommandError(f"{taken[0]}: stands there already; nothing was copied.")
    try:
        for path, to in pairs:
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)
    except OSError as error:
        raise CommandError(f"{target}: cannot be written ({error.strerror}).") from None
    return tuple(to for _, to in pairs)


def _name(path: Path) -> str:
    return (path.parent if path.name == "case.yaml" else path.with_suffix("")).as_posix()


def _place(name: str) -> Path | None:
    if name not in names():
        return None
    return _SHELF / name if (_SHELF / name).is_dir() else _SHELF / f"{name}.yaml"
