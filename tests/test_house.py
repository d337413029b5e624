"""The house rules: what no other check holds."""

from __future__ import annotations

import ast
import importlib
import re
from functools import cache
from pathlib import Path

import pytest

from paripassu.read.contacts import _Contacts
from paripassu.read.frames import Frame
from paripassu.read.leftover import Leftover

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "paripassu"
FILES = sorted(SOURCE.rglob("*.py"))
ROOMS = sorted(path.parent for path in SOURCE.glob("*/__init__.py"))
BANNED_NAMES = {"utils", "helpers", "manager", "misc", "util", "helper"}
DOORS = {
    "highspy": {"engine/solve.py"},
    "joblib": {"engine/spread.py"},
    "dask": {"engine/spread.py"},
    "ray": {"engine/spread.py"},
    "ortools": {"roadmap/cp.py"},
    "ruamel": {"case/load.py"},
    "xml": {"case/xml.py"},
    "altair": {"report/charts.py"},
    "vl_convert": {"report/charts.py"},
    "http": {"cli/open.py", "read/endpoint.py"},
    "urllib": {"read/endpoint.py"},
    "socket": {"read/endpoint.py"},
}


@cache
def imports(path: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return frozenset(found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_file_is_small_and_well_named(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in BANNED_NAMES
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "a file says what it holds"


@pytest.mark.parametrize("library", DOORS)
def test_each_heavy_library_has_one_door(library: str) -> None:
    users = {str(path.relative_to(SOURCE)) for path in FILES if library in imports(path)}
    assert users <= DOORS[library]


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.name)
def test_public_names_are_exported_and_documented(room: Path) -> None:
    module = importlib.import_module(f"paripassu.{room.name}")
    exported = module.__all__
    assert list(exported) == sorted(exported, key=lambda name: (not name.isupper(), name[0].islower(), name))
    for name in exported:
        value = getattr(module, name)
        if callable(value) and not re.match(r"typing|annotated", type(value).__module__):
            assert value.__doc__, f"{room.name}.{name} has no docstring"


@pytest.mark.parametrize("path", sorted(ROOT.joinpath("tests").rglob("test_*.py")), ids=lambda p: p.stem)
def test_a_test_mirrors_a_source_file(path: Path) -> None:
    """tests/ROOM/test_NAME.py stands for src/paripassu/ROOM/NAME.py, or says by its name what kind of proof it is."""
    kinds = {"house", "papers", "laws", "agreement", "golden", "bad_input", "cases", "page", "truth", "speed"}
    name = path.stem.removeprefix("test_")
    mirrored = SOURCE / path.parent.relative_to(ROOT / "tests") / f"{name}.py"
    assert mirrored.exists() or any(name == kind or name.endswith(f"_{kind}") for kind in kinds), name


def test_nothing_is_left_unfinished() -> None:
    words = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error"]) + r")\b")
    left = [str(path) for path in FILES if words.search(path.read_text(encoding="utf-8"))]
    assert not left


@pytest.mark.parametrize("rules", [_Contacts, Frame, Leftover])
def test_no_rule_of_the_reader_replaces_another(rules: type) -> None:
    """The rules share one chain of classes: a name used twice would silence the first."""
    held: dict[str, list[str]] = {}
    for one in rules.__mro__[:-1]:
        for name in one.__dict__:
            if not name.startswith("__"):
                held.setdefault(name, []).append(one.__name__)
    assert {name: where for name, where in held.items() if len(where) > 1} == {}
