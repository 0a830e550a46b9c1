"""Nobody who may not know can tell whether a colleague wrote a strong yes or a strong no: whatever they ask."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

import pytest

from tests.two_worlds import Operation, Report, Request, audits
from tests.two_worlds.asking import AS_USUAL, Asking, about_tables, document
from tests.two_worlds.worlds import EIGHT, JUDGEMENTS, Ground, a_judgement, both, world

Tell = Callable[[str, object], None]
EVERY_VALUE = os.environ.get("TWO_WORLDS") == "every"
"""Asks each value of each parameter alone, from each viewpoint. Takes minutes."""
ONLOOKERS = {
    "Olga": "an observer",
    "Lea": "a lead without a card",
    "Dora": "an interviewer who declined",
    "Xenia": "a stranger",
    "Root": "a superuser",
    "nobody": "somebody who is not signed in",
}


def tell(record_property: Tell, who: str, report: Report) -> None:
    """For the summary at the end of the run."""
    record_property("summary", f"two worlds, {who}: {report}")


@pytest.mark.parametrize("near", [True, False], ids=["near to tables", "far from them"])
def test_one_who_has_not_submitted_cannot_tell(ground: Ground, record_property: Tell, near: bool) -> None:
    """In one application with a draft, in others by their policy, in a mock as its candidate: Vera, everywhere."""

    def concerns(operation: Operation) -> bool:
        return about_tables(operation) is near

    project = Asking(ground, "Vera").project(concerns, near=4 if EVERY_VALUE else AS_USUAL, far=3 if EVERY_VALUE else 1)
    report = audits(document(), {"Vera": project}, *both(ground, "Vera"))["Vera"]
    where = "near to tables" if near else "far from them"
    tell(record_property, f"an interviewer who has not submitted, {where}", report)
    assert [str(one) for one in report.found] == []
    assert report.crashes == []
    assert report.never_read == [], "give Vera a row of it (worlds.belongings)"
    assert not EVERY_VALUE or report.never_accepted == [], "name a value that exists (asking.WORDS)"
    assert report.operations == {str(operation) for operation in document().operations if concerns(operation)}


def test_others_who_may_not_know_cannot_tell(ground: Ground, record_property: Tell) -> None:
    near = 3 if EVERY_VALUE else 0

    def concerns(operation: Operation) -> bool:
        return about_tables(operation) and (EVERY_VALUE or operation.is_read)

    projects = {who: Asking(ground, who).project(concerns, near=near) for who in ONLOOKERS}
    reports = audits(document(), projects, *both(ground, *ONLOOKERS))
    for who, report in reports.items():
        tell(record_property, ONLOOKERS[who], report)
        assert [str(one) for one in report.found] == [], who
        assert report.crashes == []


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_one_who_has_submitted_sees_all_of_it(ground: Ground, judgement: str) -> None:
    path = f"/api/v1/scorecards/{ground.cards['own', 'Carl']}/"
    with world(ground, judgement, "Sara")() as sessions:
        reply = sessions["Sara"](Request("", "GET", path))
        seen = json.loads(reply.body)
    wrote = a_judgement(judgement)
    assert {one["criterion"]["slug"]: one["score"] for one in seen["ratings"]} == dict.fromkeys(
        EIGHT, wrote["ratings"][0]["score"]
    )
    assert [one["text"] for one in seen["evidence"]] == [one["text"] for one in wrote["evidence"]]
    assert seen["recommendation"] == wrote["recommendation"]
    assert seen["shareable_feedback"] == wrote["shareable_feedback"]
    assert seen["private_note"] is None
    assert len(seen["revisions"]) == JUDGEMENTS.index(judgement) + 1


def test_the_audit_tells_the_worlds_apart_for_one_who_has_submitted(ground: Ground) -> None:
    def reads(operation: object) -> bool:
        return str(operation).startswith(("GET /api/v1/scorecards/", "GET /api/v1/debriefs/"))

    projects = {"Sara": Asking(ground, "Sara").project(reads, near=0)}
    report = audits(document(), projects, *both(ground, "Sara"))["Sara"]
    told = {one.request.operation for one in report.found}
    assert told == {str(operation) for operation in document().operations if reads(operation)}
