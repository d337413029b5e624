"""The one door to XML: a file becomes elements with their lines. Nothing in it is ever expanded or fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from paripassu.case.load import read_bytes
from paripassu.errors import CaseError, Problem

__all__ = ["Element", "parse_xml", "read_xml"]

_MOST_ELEMENTS = 200_000
_DEEPEST = 60


@dataclass(slots=True)
class Element:
    """One element: its tag and attributes, the elements inside it, and the line it starts on. Text is left out."""

    tag: str
    attributes: dict[str, str]
    line: int
    inner: list[Element] = field(default_factory=list)

    def children(self, tag: str) -> list[Element]:
        """The elements of this tag directly inside."""
        return [one for one in self.inner if one.tag == tag]

    def all(self, tag: str) -> Iterator[Element]:
        """The elements of this tag at any depth, in the order of the file."""
        for one in self.inner:
            if one.tag == tag:
                yield one
            yield from one.all(tag)


def read_xml(path: Path) -> Element:
    """The root element of a file.

    Raises
    ------
    CaseError
        When it cannot be read, is no XML, or declares a document type or an entity: such a file could unfold to any
        size, or name other files.
    """
    return parse_xml(read_bytes(path), str(path))


def parse_xml(raw: bytes, name: str) -> Element:
    """The root element of XML bytes; ``name`` is what problems call them. Errors as `read_xml`."""
    reader = expat.ParserCreate()
    reader.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    top = Element("", {}, 0)
    opened = [top]
    count = 0

    def refuse(expected: str, got: str) -> None:
        raise CaseError([Problem(name, reader.CurrentLineNumber, "", expected, got)])

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > _MOST_ELEMENTS:
            refuse(f"at most {_MOST_ELEMENTS:,} elements", "more")
        if len(opened) > _DEEPEST:
            refuse(f"at most {_DEEPEST} levels", "more")
        found = Element(tag, attributes, reader.CurrentLineNumber)
        opened[-1].inner.append(found)
        opened.append(found)

    def end(_: str) -> None:
        opened.pop()

    def declared(*_: object) -> None:
        refuse("XML without a document type or entities", "`<!DOCTYPE`")

    reader.StartElementHandler = start
    reader.EndElementHandler = end
    reader.StartDoctypeDeclHandler = declared
    reader.EntityDeclHandler = declared
    try:
        reader.Parse(raw, True)
    except expat.ExpatError as error:
        said = expat.errors.messages.get(error.code, "something else")
        raise CaseError([Problem(name, error.lineno, "", "XML", said)]) from None
    except (LookupError, UnicodeError) as error:
        raise CaseError([Problem(name, 1, "", "XML in an encoding known here", str(error))]) from None
    return top.inner[0]
