"""Twenty faults, some in several forms: without them the tests of the contract pass, with each of them one fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import pytest

from tests.access import test_matrix as matrix
from tests.access import test_scopes as scopes
from tests.access.asking import Callers
from tests.access.world import NOW, lay_ground, lay_others
from tests.contract.faults import plants
from tests.core import test_bulk as bulk
from tests.core import test_formats as formats
from tests.core import test_idempotency as idempotency
from tests.limits import test_over_http as limits
from tests.limits.conftest import limit
from tests.openings import test_contract as resource
from tests.openings import test_openings as openings
from tests.security import test_secrets as secrets
from tests.security.test_secrets import log
from tests.two_worlds.frozen import frozen, make_clock, undone

__all__ = ["limit", "log"]  # fixtures of the tests that are asked here

pytestmark = pytest.mark.django_db
Get = Callable[[str], Any]
Tell = Callable[[str, object], None]


class Case(NamedTuple):
    """A fault, the test that has to fail on it, and what that says."""

    plant: Callable[[pytest.MonkeyPatch], None]
    check: Callable[[Get], None]
    said: str
    uses: str = ""
    """A fixture that makes rows, which have to stay while the rest is undone."""


def inherited(name: str, *arguments: Any) -> Callable[[Get], None]:
    """A test that every resource inherits, of openings."""

    def check(get: Get) -> None:
        getattr(resource.TestOpenings(), name)(*arguments)

    return check


def asked(test: Callable[..., None], *given: Any, **fixtures: str) -> Callable[[Get], None]:
    """A test of the suite, with what it takes."""

    def check(get: Get) -> None:
        test(*given, **{name: get(fixture) for name, fixture in fixtures.items()})

    return check


MATRIX = matrix.test_every_role_gets_what_the_table_says_and_a_read_writes_nothing
CONFORMS = inherited("test_its_replies_conform_to_the_schema")
REPLIES = inherited("test_it_replies_exactly")
PAGES = inherited("test_its_pages_hold_while_others_write")
NOTED = asked(openings.test_an_opening_is_noted_with_little)
LOSES = asked(openings.test_a_change_on_old_knowledge_loses)
STRICT = inherited("test_it_refuses_what_it_does_not_know", "nonsense")
BREAKS = asked(
    secrets.test_a_view_that_breaks_tells_its_log_and_nobody_else,
    "GET",
    "/api/v1/openings/",
    monkeypatch="monkeypatch",
    log="log",
)

FAULTS: dict[str, list[Case]] = {
    "an undocumented member": [Case(plants.an_undocumented_member, CONFORMS, "margin")],
    "a missing member": [Case(plants.a_missing_member, REPLIES, "city")],
    "a value of another type": [
        Case(plants.a_number_as_text, CONFORMS, "'64000' is not of type"),
        Case(plants.null_for_a_list, CONFORMS, "None is not of type"),
    ],
    "a value that is not listed": [Case(plants.a_value_that_is_not_listed, CONFORMS, "'at sea' is not one of")],
    "an undocumented status": [Case(plants.an_undocumented_status, NOTED, "answered 202")],
    "another content type": [
        Case(plants.another_content_type, CONFORMS, "answered text/html"),
        Case(plants.an_error_that_is_plain_json, STRICT, "answered application/json"),
    ],
    "a crash at a strange value": [
        Case(plants.a_crash_at_a_strange_value, inherited("test_it_refuses_what_it_does_not_know", "cursor"), "length")
    ],
    "a traceback in the body": [Case(plants.a_traceback_in_the_body, BREAKS, "canary-of-the-inside")],
    "a tag that is missing or weak": [
        Case(plants.no_tag, inherited("test_it_says_when_nothing_changed"), "ETag"),
        Case(plants.a_weak_tag, LOSES, "does not match"),
    ],
    "a tag that no write changes": [Case(plants.a_tag_that_no_write_changes, LOSES, "200 == 412")],
    "a lost update": [Case(plants.a_lost_update, LOSES, "200 == 412")],
    "a double post": [
        Case(plants.a_key_that_nobody_looks_at, asked(idempotency.test_the_second_is_the_first_again), "Location"),
        Case(plants.a_secret_that_is_replayed, asked(idempotency.test_a_secret_is_shown_once_and_kept_nowhere), "vv_"),
    ],
    "half a list": [
        Case(
            plants.half_a_list,
            asked(bulk.test_of_a_list_with_a_fault_none_is_made_and_each_fault_is_pointed_at),
            "assert [1-9] == 0",
        )
    ],
    "what is unknown is ignored": [
        Case(plants.an_unknown_parameter_that_is_ignored, STRICT, "200 == 400"),
        Case(
            plants.an_unknown_member_that_is_ignored,
            asked(openings.test_a_wrong_member_is_named, {"salary": 3}, "/salary"),
            "201 == 400",
        ),
    ],
    "a page that skips or doubles a row": [
        Case(plants.a_page_that_skips_a_row, PAGES, "a row was skipped"),
        Case(plants.a_page_that_doubles_a_row, PAGES, "a row came twice"),
    ],
    "a filter or a count that is wrong": [
        Case(plants.a_filter_that_does_nothing, inherited("test_its_filters_are_documented_and_work"), "q=developer"),
        Case(plants.a_count_that_is_wrong, inherited("test_it_says_when_it_is_empty"), "count"),
    ],
    "somebody else's row": [
        Case(plants.somebody_elses_row, inherited("test_it_hides_what_is_not_yours"), "1 == 0"),
        Case(
            plants.somebody_elses_row,
            asked(partial(MATRIX, word="openings"), callers="callers"),
            "as stranger",
            uses="callers",
        ),
    ],
    "a scope that nobody asks for": [
        Case(
            plants.a_scope_that_nobody_asks_for,
            asked(scopes.test_every_other_scope_together_does_not, callers="callers"),
            "required_scope",
            uses="callers",
        ),
        Case(plants.a_refusal_that_names_no_way_in, inherited("test_it_refuses_strangers"), "WWW-Authenticate"),
    ],
    "a formula in a cell": [Case(plants.a_formula_in_a_cell, asked(formats.test_a_value_as_a_cell, "-5", "'-5"), "-5")],
    "limits that nobody is told": [
        Case(
            plants.limits_that_nobody_is_told,
            asked(limits.test_replies_say_how_their_caller_stands, limit="limit"),
            "ratelimit-policy",
        ),
        Case(
            plants.a_refusal_that_says_no_time,
            asked(limits.test_a_refusal_is_a_problem_that_says_when_to_try_again, limit="limit"),
            "retry-after",
        ),
    ],
}


@pytest.fixture
def callers(db: None) -> Iterator[Callers]:
    """Everybody, and their rows."""
    make_clock()
    with frozen(NOW):
        world = lay_ground()
        lay_others(world)
        yield Callers(world)


@pytest.mark.parametrize("cases", FAULTS.values(), ids=FAULTS)
def test_it_is_caught(cases: list[Case], request: pytest.FixtureRequest, record_property: Tell) -> None:
    record_property("tally", "planted faults caught")
    for case in cases:
        if case.uses:
            request.getfixturevalue(case.uses)
        with undone():
            case.check(request.getfixturevalue)
        with undone(), pytest.MonkeyPatch.context() as patch:
            case.plant(patch)
            with pytest.raises(Exception, match=case.said):
                case.check(request.getfixturevalue)


def test_there_are_twenty() -> None:
    assert len(FAULTS) == 20
