"""XML as elements with lines; what could unfold or reach out is refused."""

from __future__ import annotations

import pytest

from paripassu.case.xml import parse_xml
from paripassu.errors import CaseError


def test_elements_keep_their_lines_and_order() -> None:
    root = parse_xml(b'<a>\n <b n="1"/>\n <c>\n  <b n="2"/></c></a>', "x.xml")
    assert (root.tag, root.line) == ("a", 1)
    assert [(one.attributes["n"], one.line) for one in root.all("b")] == [("1", 2), ("2", 4)]
    assert [one.tag for one in root.inner] == ["b", "c"]
    assert len(root.children("b")) == 1


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"<a>" * 100, "at most 60 levels"),
        (b"<a>" + b"<b/>" * 200_001 + b"</a>", "at most 200,000 elements"),
        (b"", "expected XML"),
        (b"<a>&nbsp;</a>", "expected XML, got undefined entity"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "expected XML"),
        (b"\xff\xfe\x00", "expected XML"),
    ],
)
def test_what_is_no_harmless_xml_is_refused(raw: bytes, says: str) -> None:
    with pytest.raises(CaseError, match=says):
        parse_xml(raw, "x.xml")
