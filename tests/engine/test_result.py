"""What an answer says of how it was found."""

from __future__ import annotations

import json

from paripassu.engine import Checked, how


def test_a_law_holds_when_it_has_no_witness() -> None:
    assert Checked("x").to_dict() == {"law": "x", "holds": True, "witness": None}
    assert Checked("x", "here").to_dict() == {"law": "x", "holds": False, "witness": "here"}


def test_how_is_json_and_the_same_each_time() -> None:
    one, two = (how("d", "enumeration", seed=1, limit=5).to_dict() for _ in range(2))
    assert one == two == json.loads(json.dumps(one))
    assert one["parameters"] == {"limit": 5}
    assert {"python", "paripassu", "numpy"} <= set(one["versions"])
