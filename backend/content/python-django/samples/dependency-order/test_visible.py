"""What a solution must do at least."""

import pytest
from plan import Circle, Unknown, plan


def test_a_migration_comes_after_what_it_needs():
    assert plan({"b": ["a"], "a": [], "c": ["b", "a"]}) == ["a", "b", "c"]


def test_what_is_applied_is_not_in_the_plan():
    assert plan({"a": [], "b": ["a"]}, applied=["a"]) == ["b"]


def test_migrations_that_wait_for_each_other_are_a_circle():
    with pytest.raises(Circle) as caught:
        plan({"a": ["b"], "b": ["a"]})
    assert caught.value.path in (["a", "b", "a"], ["b", "a", "b"])


def test_no_migrations_need_no_plan():
    assert plan({}) == []


def test_a_need_that_there_is_not_is_unknown():
    with pytest.raises(Unknown):
        plan({"b": ["a"]})
