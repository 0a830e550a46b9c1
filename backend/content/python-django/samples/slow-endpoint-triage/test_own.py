"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

from triage import slower


def week(**milliseconds):
    """A hundred requests of each endpoint."""
    return [(f"/{name}/", ms) for name, ms in milliseconds.items() for _ in range(100)]


def test_what_became_faster_is_not_listed():
    assert slower(week(cart=400), week(cart=100)) == []
