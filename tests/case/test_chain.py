"""Chains of reporting: named and unnamed links, as words and as mappings."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from paripassu.case.chain import Chain, Link, said_by

CHAIN: TypeAdapter[tuple[Link, ...]] = TypeAdapter(Chain)


def test_plain_words_name_a_link_and_unnamed_says_so() -> None:
    chain = CHAIN.validate_python(["Harbour Post", "unnamed port official", {"unnamed": "aide"}, "unnamed"])
    assert [link.to_dict() for link in chain] == [
        {"name": "Harbour Post"},
        {"unnamed": "port official"},
        {"unnamed": "aide"},
        {"unnamed": "somebody"},
    ]
    assert said_by(chain[:2]) == "Harbour Post, citing port official (unnamed)"


def test_one_link_needs_no_list() -> None:
    assert CHAIN.validate_python("CNN") == CHAIN.validate_python([{"name": "CNN"}])
    assert CHAIN.validate_python(None) == ()


@pytest.mark.parametrize("link", [{}, {"name": "A", "unnamed": "b"}, {"nmae": "A"}, 3])
def test_a_link_is_named_or_unnamed(link: object) -> None:
    with pytest.raises(ValidationError):
        CHAIN.validate_python([link])
