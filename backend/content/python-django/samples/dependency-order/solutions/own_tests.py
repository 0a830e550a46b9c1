"""Tests that catch the five wrong versions."""

import pytest
from plan import Circle, Unknown, plan


def test_the_alphabetically_first_of_those_that_could_come_is_next():
    assert plan({"d": [], "c": ["d"], "b": [], "a": ["d"]}) == ["b", "d", "a", "c"]


def test_the_order_does_not_depend_on_how_it_was_written_down():
    needs = {"shop": ["core"], "core": [], "blog": ["core"], "mail": ["blog"]}
    assert plan(needs) == plan(dict(reversed(needs.items()))) == ["core", "blog", "mail", "shop"]


def test_who_only_waits_for_a_circle_is_not_in_it():
    needs = {"a": ["c"], "c": ["d"], "d": ["e"], "e": ["c"], "free": []}
    with pytest.raises(Circle) as caught:
        plan(needs)
    path = caught.value.path
    assert path[0] == path[-1]
    assert sorted(path[1:]) == ["c", "d", "e"]
    assert all(following in needs[name] for name, following in zip(path, path[1:]))


def test_an_unknown_need_is_named_with_who_needs_it():
    with pytest.raises(Unknown) as caught:
        plan({"a": [], "b": ["a", "gone"]})
    assert (caught.value.name, caught.value.needed) == ("b", "gone")


def test_what_is_applied_may_be_gone_and_is_never_planned_again():
    assert plan({"c": ["b"], "b": ["a"]}, applied=["a", "b"]) == ["c"]
    assert plan({"c": ["gone"]}, applied=["gone"]) == ["c"]
    assert plan({"b": ["a"], "a": ["old"]}, applied=["a"]) == ["b"]


def test_a_migration_that_needs_itself_is_a_circle():
    with pytest.raises(Circle) as caught:
        plan({"a": ["a"]})
    assert caught.value.path == ["a", "a"]
