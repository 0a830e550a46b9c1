"""A sample whose first claim can be turned round without harm proves nothing, and is named."""

from __future__ import annotations

import pytest

from vivavoce.packs.inversion import inverted


def fails(code: str) -> bool:
    try:
        exec(code, {"pytest": pytest})  # noqa: S102 - the code stands in this file
    except AssertionError:
        return True
    return False


CLAIMS = {
    "an assertion": "assert 1 + 1 == 2",
    "one with a message": "assert 1 + 1 == 2, 'sums'",
    "one of two conditions": "assert True or False",
    "one in a function that is called": "def claim():\n    assert True\n\nclaim()",
    "an exception": "with pytest.raises(ValueError):\n    int('x')",
    "an exception that is kept": "with pytest.raises(ValueError) as kept:\n    int('x')\nassert kept.value",
    "a method": "class Case:\n    def assertEqual(self, a, b):\n        assert a == b\n\nCase().assertEqual(1, 1)",
    "the first of two": "assert True\nassert True",
}


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_that_holds_fails_when_it_is_turned_round(name: str) -> None:
    code = CLAIMS[name]
    assert not fails(code)
    turned = inverted(code)
    assert turned
    assert fails(turned)


IDLE = {
    "in a function that nobody calls": "def claim():\n    assert True",
    "in a loop over nothing": "for one in []:\n    assert one",
    "swallowed": "try:\n    assert True\nexcept AssertionError:\n    pass",
    "in a branch that is passed by": "if False:\n    assert True\nassert True",
}


@pytest.mark.parametrize("name", IDLE)
def test_a_claim_that_nothing_depends_on_goes_through_turned_round(name: str) -> None:
    turned = inverted(IDLE[name])
    assert turned
    assert not fails(turned)


def test_only_the_first_claim_is_turned() -> None:
    assert inverted("x = 1\nassert x == 1\nassert x < 2") == "x = 1\nassert not x == 1\nassert x < 2"


def test_code_that_claims_nothing_has_no_claim() -> None:
    assert inverted("total = sum([1, 2])\nprint(total)") is None
