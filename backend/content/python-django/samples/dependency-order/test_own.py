"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

from plan import plan


def test_a_need_may_be_named_twice():
    assert plan({"b": ["a", "a"], "a": []}) == ["a", "b"]
