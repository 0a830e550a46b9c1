"""Another's row is like no row: every address, every method, with preconditions and without, for every role."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median

import pytest

from tests.access.bodies import body_of
from tests.access.tables import Line, lines
from tests.access.two_states import request, shown, told_apart, with_others, without_others
from tests.access.world import World
from tests.two_worlds import Project, Request, audits
from tests.two_worlds.asking import WORDS, document
from tests.two_worlds.operations import PACKED, Operation
from tests.two_worlds.values import NOBODY

Tell = Callable[[str, object], None]
ROWS = [line for line in lines() if "{" in line.path]
HIDDEN = [line for line in ROWS if line.cells["stranger"] == 404]
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")
LATER = ("anonymous", "member", "editor", "root", "interviewer", "observer", "candidate")
"""Further roles, each asked for the rows that the tables hide from it."""


def address(line: Line, world: World) -> str:
    return line.address(world.key(line.word, line.row))


def every_method(world: World, _: str) -> Iterator[Request]:
    """At every kind of address every method; at every row what is offered, as it is meant and otherwise."""
    for line in {line.path: line for line in HIDDEN}.values():
        for method in METHODS:
            yield request(method, address(line, world), {}, of=line.path, about=method)
    for line in HIDDEN:
        yield from whatever_goes_wrong(line, address(line, world), world)


def whatever_goes_wrong(line: Line, path: str, world: World) -> Iterator[Request]:
    """Preconditions that hold for nothing or for everything, bodies that are broken or unknown, odd parameters."""
    if line.method == "GET":
        yield request("GET", path, of=line.path, about="If-None-Match", If_None_Match="*")
        yield request("GET", path.removesuffix("/"), of=line.path, about="no slash")
        for query in ("?nonsense=1", "?fields=id", "?version=1"):
            yield request("GET", path + query, of=line.path, about=query)
        return
    body = body_of(line, world)
    yield request(line.method, path, body, of=line.path, about="as it is meant")
    yield request(line.method, path, body, of=line.path, about="If-Match", If_Match="*")
    yield request(line.method, path, body, of=line.path, about="If-Match", If_Match='"1-00000000000000000000"')
    yield request(line.method, path, "{", of=line.path, about="a broken body")
    yield request(line.method, path, {"nonsense": 1}, of=line.path, about="an unknown member")
    if line.method == "POST":
        yield request("POST", path, body, of=line.path, about="Idempotency-Key", Idempotency_Key="once")


def what_the_tables_hide(world: World, role: str) -> Iterator[Request]:
    for line in ROWS:
        if line.cells[role] in {401, 404} and line.method == "GET":
            yield request("GET", address(line, world), of=line.path, about=role)


def by_other_names(world: World, _: str) -> Iterator[Request]:
    """Questions are found by number and by former slugs too; versions by their own ids."""
    for number in (106, 107):
        for key in (str(number), f"former-{number - 100}", world.words[f"id of {number}"]):
            yield request("GET", f"/api/v1/questions/{key}/", of="questions", about="another name")
    for key in (world.words["id of the kit"], world.words["id of the rubric"]):
        yield request("GET", f"/api/v1/kits/{key}/", of="kits", about="an id")
        yield request("GET", f"/api/v1/rubrics/{key}/", of="rubrics", about="an id")
    yield request("PATCH", f"/api/v1/today/steps/{world.words['slug of the step']}/", {"done": True}, of="today")


def test_no_method_tells_another_s_row_from_none(ground: World, record_property: Tell) -> None:
    found, asked = told_apart(ground, every_method, "stranger")
    assert not shown(found), "\n".join(["", *shown(found)])
    allowed = {400, 404, 405}
    assert {reply.status for _, reply in asked} <= allowed
    assert {one.operation for one, reply in asked if reply.status == 404} == {line.path for line in HIDDEN}
    told = f"{len({one.path for one, _ in asked})} addresses, {len(METHODS)} methods, {len(asked)} requests in 2 states"
    record_property("summary", f"another's row is like none: {told}, {len(found)} differences")


def test_no_role_tells_what_the_tables_hide_from_it(ground: World, record_property: Tell) -> None:
    found, asked = told_apart(ground, what_the_tables_hide, *LATER)
    assert not shown(found), "\n".join(["", *shown(found)])
    told = f"{len(LATER)} further roles, {len(asked)} requests in 2 states, {len(found)} differences"
    record_property("summary", f"another's row is like none: {told}")


def test_no_other_name_of_a_row_tells(ground: World) -> None:
    found, asked = told_apart(ground, by_other_names, "stranger", "anonymous")
    assert not shown(found), "\n".join(["", *shown(found)])
    assert {reply.status for _, reply in asked} <= {401, 404}


def own_rows(operation: Operation) -> list[dict[str, str]]:
    """Rows of their own are found in their lists; a row that is nobody's where a list shows none."""
    name = next(one.name for one in operation.parameters if one.where == "path")
    return [{name: NOBODY}]


@pytest.mark.parametrize("role", ["stranger", "anonymous"])
def test_lists_counts_facets_search_order_and_tags_know_of_no_one_else(
    ground: World, record_property: Tell, role: str
) -> None:
    words = {**WORDS, "q": ["velvet", "queryset"], "number": ["106"]}
    project = Project(addresses=own_rows, words=words, depth=lambda _: PACKED, concerns=lambda one: one.is_read)
    states = with_others(ground, role), without_others(ground, role)
    report = audits(document(), {role: project}, *states)[role]
    assert shown(report.found) == []
    assert report.crashes == []
    record_property("summary", f"with others' rows and without, {role}: {report}")


def test_how_long_a_refusal_takes_is_printed(ground: World, record_property: Tell) -> None:
    """Printed, not asserted: a busy machine is no leak."""
    spent: dict[str, list[float]] = {"another's": [], "nobody's": []}
    with with_others(ground, "stranger")() as sessions:
        for line in HIDDEN[:20]:
            for whose, key in (("another's", ground.key(line.word, line.row)), ("nobody's", NOBODY)):
                begun = time.perf_counter()
                sessions["stranger"](request(line.method, line.address(key), {}))
                spent[whose].append(time.perf_counter() - begun)
    told = ", ".join(f"{whose} row {median(times) * 1000:.1f} ms" for whose, times in spent.items())
    record_property("summary", f"median time of a refusal: {told}")
