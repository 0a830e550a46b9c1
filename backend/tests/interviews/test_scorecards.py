from typing import Any
from uuid import uuid4

import pytest

from tests.interviews.card_samples import EVIDENCE, a_card, an_assessment, held, seat, two_at_a_table, whole
from tests.people import a_person, signed_in, with_token
from tests.questions import samples
from vivavoce.interviews import blindness
from vivavoce.interviews.models import Interview, InterviewItem, Participant, Scorecard, ScorecardRevision

pytestmark = pytest.mark.django_db
CARDS = "/api/v1/scorecards/"


def client(place: Participant) -> Any:
    assert place.person is not None
    return signed_in(place.person)


def body(place: Participant, **fields: Any) -> dict[str, Any]:
    return {"interview": str(place.interview_id), **fields}


def url(card: Scorecard, step: str = "") -> str:
    return f"{CARDS}{card.pk}/{step}"


def pointers(reply: Any) -> list[tuple[str, str]]:
    return [(one["pointer"], one["code"]) for one in reply.json()["errors"]]


def test_a_card_takes_two_commands_from_a_token() -> None:
    mine, _ = two_at_a_table()
    assert mine.person is not None
    script = with_token(mine.person, "interviews:write", "interviews:read")
    made = script.post(CARDS, body(mine, **whole()))
    assert (made.status_code, made.json()["missing"], made.headers["Location"]) == (201, [], made.json()["url"])
    done = script.post(f"{made.json()['url']}submit/", {})
    assert done.status_code == 200
    assert (done.json()["state"], done.json()["revision"]) == ("submitted", 1)


def test_nothing_is_filled_in() -> None:
    mine, _ = two_at_a_table()
    made = client(mine).post(CARDS, body(mine)).json()
    nothing: dict[str, Any] = {"ratings": [], "evidence": [], "recommendation": None, "marks": [], "key_takeaways": ""}
    assert {name: made[name] for name in nothing} == nothing
    assert [(one["pointer"], one["code"], one["criterion"]) for one in made["missing"]] == [
        ("/ratings", "not_rated", "modelling"),
        ("/recommendation", "required", None),
    ]
    assert made["allowed_transitions"] == ["submit", "decline"]


def test_one_each_and_the_conflict_says_where_it_is() -> None:
    mine, _ = two_at_a_table()
    card = a_card(mine)
    again = client(mine).post(CARDS, body(mine))
    assert (again.status_code, again.json()["scorecard"]) == (409, url(card))


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_not_before_the_interview_starts(state: str) -> None:
    mine, _ = two_at_a_table()
    Interview.objects.update(state=state)
    assert client(mine).post(CARDS, body(mine)).status_code == 409


@pytest.mark.parametrize(("role", "status"), [("observer", 403), ("candidate", 403), (None, 400)])
def test_only_the_assigned(role: str | None, status: int) -> None:
    mine, _ = two_at_a_table()
    other = a_person()
    if role:
        seat(mine.interview, other, role)
    assert signed_in(other).post(CARDS, body(mine, **whole())).status_code == status


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"ratings": [{"criterion": "modelling", "score": 5}]}, ("/ratings/0/score", "max_value")),
        ({"ratings": [{"criterion": "modelling", "score": 0}]}, ("/ratings/0/score", "min_value")),
        ({"ratings": [{"criterion": "charm", "score": 3}]}, ("/ratings/0/criterion", "not_found")),
        ({"ratings": [{"criterion": "modelling"}] * 2}, ("/ratings/1/criterion", "not_unique")),
        (
            {"ratings": [{"criterion": "modelling", "score": 3, "not_assessed_reason": "No time."}]},
            ("/ratings/0/not_assessed_reason", "invalid"),
        ),
        ({"evidence": [{"text": "Yes.", "criterion": "charm"}]}, ("/evidence/0/criterion", "not_found")),
        ({"evidence": [{"text": "Yes.", "item": str(uuid4())}]}, ("/evidence/0/item", "not_found")),
        ({"evidence": [{"text": "Yes.", "kind": "felt"}]}, ("/evidence/0/kind", "not_allowed")),
        ({"marks": [{"item": str(uuid4()), "heard": []}]}, ("/marks/0/item", "not_found")),
        ({"recommendation": "maybe"}, ("/recommendation", "not_allowed")),
        ({"state": "submitted"}, ("/state", "read_only")),
    ],
)
def test_what_does_not_belong_is_named(fields: dict[str, Any], where: tuple[str, str]) -> None:
    mine, _ = two_at_a_table()
    reply = client(mine).post(CARDS, body(mine, **fields))
    assert (reply.status_code, pointers(reply)) == (400, [where])
    with blindness.acting_as(mine.person):
        assert not Scorecard.objects.exists()


def test_evidence_for_an_item_of_another_interview_is_refused() -> None:
    mine, _ = two_at_a_table()
    foreign = held(mine.interview.owner).items.get()
    reply = client(mine).post(CARDS, body(mine, evidence=[{"text": "Yes.", "item": str(foreign.pk)}]))
    assert pointers(reply) == [("/evidence/0/item", "not_found")]


def test_what_stands_twice_or_was_never_planned_is_named() -> None:
    mine, _ = two_at_a_table()
    item, piece = str(mine.interview.items.get().pk), str(uuid4())
    evidence = [{"id": piece, "text": text} for text in ("Drew it.", "Said why.")]
    marks = [{"item": item, "heard": [], "probes": [0]}, {"item": item, "heard": [], "probes": [0, 99]}]
    reply = client(mine).post(CARDS, body(mine, evidence=evidence, marks=marks))
    assert (reply.status_code, pointers(reply)) == (
        400,
        [("/evidence/1/id", "not_unique"), ("/marks/1/item", "not_unique"), ("/marks/1/probes/1", "out_of_range")],
    )


def test_ticks_name_key_points_of_the_question() -> None:
    mine, _ = two_at_a_table()
    item = mine.interview.items.get()
    known = str(item.question_version.key_points[0]["id"])
    card = client(mine).post(CARDS, body(mine, marks=[{"item": str(item.pk), "heard": [known], "probes": [0]}]))
    assert card.json()["marks"] == [{"item": str(item.pk), "heard": [known], "probes": [0]}]
    wrong = client(mine).patch(
        card.json()["url"],
        {"marks": [{"item": str(item.pk), "heard": ["kp99"]}]},
        headers={"If-Match": card.headers["ETag"]},
    )
    assert pointers(wrong) == [("/marks/0/heard/0", "not_found")]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"ratings": []}, [("/ratings", "not_rated")]),
        ({"ratings": [{"criterion": "modelling"}]}, [("/ratings/0", "not_rated")]),
        ({"evidence": []}, [("/ratings/0", "no_evidence")]),
        (
            {"evidence": [{"criterion": "modelling", "kind": "impression", "text": "Nice."}]},
            [("/ratings/0", "no_evidence")],
        ),
        ({"evidence": [{"kind": "said", "text": "Of no criterion."}]}, [("/ratings/0", "no_evidence")]),
        ({"recommendation": None}, [("/recommendation", "required")]),
    ],
)
def test_submitting_says_what_is_missing(fields: dict[str, Any], missing: list[tuple[str, str]]) -> None:
    mine, _ = two_at_a_table()
    card = a_card(mine)
    ada = client(mine)
    tag = ada.get(url(card)).headers["ETag"]
    assert ada.patch(url(card), {**whole(), **fields}, headers={"If-Match": tag}).status_code == 200
    reply = ada.post(url(card, "submit/"), {})
    assert (reply.status_code, reply.json()["code"], pointers(reply)) == (400, "scorecard_incomplete", missing)
    assert ada.get(url(card)).json()["state"] == "draft"


def test_not_assessed_with_a_reason_is_enough() -> None:
    mine, _ = two_at_a_table()
    card = a_card(mine, {"ratings": [{"criterion": "modelling", "not_assessed_reason": "No time."}]})
    ada = client(mine)
    tag = ada.get(url(card)).headers["ETag"]
    ada.patch(url(card), {"recommendation": "no_decision"}, headers={"If-Match": tag})
    assert ada.post(url(card, "submit/"), {}).status_code == 200


def test_two_devices_lose_nothing() -> None:
    mine, _ = two_at_a_table()
    card = a_card(mine, whole())
    desk, tablet = client(mine), client(mine)
    read = desk.get(url(card))
    assert tablet.get(url(card)).headers["ETag"] == read.headers["ETag"]
    notes = [*read.json()["evidence"], {"id": str(uuid4()), "kind": "did", "text": "Drew it.", "criterion": None}]
    first = desk.patch(url(card), {"evidence": notes}, headers={"If-Match": read.headers["ETag"]})
    assert first.status_code == 200
    lost = tablet.patch(url(card), {"evidence": []}, headers={"If-Match": read.headers["ETag"]})
    assert (lost.status_code, lost.headers["ETag"]) == (412, first.headers["ETag"])
    kept = tablet.get(url(card)).json()["evidence"]
    assert [(one["id"], one["text"]) for one in kept] == [
        (read.json()["evidence"][0]["id"], EVIDENCE),
        (notes[1]["id"], "Drew it."),
    ]
    assert desk.patch(url(card), {"evidence": []}).status_code == 428


def test_a_submitted_card_changes_by_revisions_only() -> None:
    mine, theirs = two_at_a_table()
    card = a_card(mine, whole(), "submit")
    ada = client(mine)
    tag = ada.get(url(card)).headers["ETag"]
    refused = ada.patch(url(card), {"key_takeaways": "Later."}, headers={"If-Match": tag})
    assert (refused.status_code, refused.json()["allowed_transitions"]) == (409, ["revise"])
    assert "revise/" in refused.json()["detail"]
    assert ada.post(url(card, "submit/"), {}).status_code == 409
    assert ada.post(url(card, "decline/"), {"reason": "No."}).status_code == 409

    alone = ada.post(url(card, "revise/"), {"key_takeaways": "Later."})  # nobody else's was visible: no reason needed
    assert (alone.status_code, alone.json()["revision"]) == (200, 2)
    a_card(theirs, whole(score=1), "submit")
    silent = ada.post(url(card, "revise/"), {"ratings": [{"criterion": "modelling", "score": 2}]})
    assert (silent.status_code, pointers(silent)) == (400, [("/reason", "required")])
    told = ada.post(
        url(card, "revise/"), {"reason": "Misheard.", "ratings": [{"criterion": "modelling", "score": 2}]}
    ).json()
    assert [(one["number"], one["after_seeing_others"]) for one in told["revisions"]] == [
        (1, False),
        (2, False),
        (3, True),
    ]
    with blindness.acting_as(mine.person):
        kept = [row.content["ratings"][0]["score"] for row in ScorecardRevision.objects.filter(scorecard=card)]
    assert kept == [3, 3, 2]


def test_a_revision_is_whole_too() -> None:
    mine, _ = two_at_a_table()
    card = a_card(mine, whole(), "submit")
    reply = client(mine).post(url(card, "revise/"), {"evidence": []})
    assert (reply.status_code, pointers(reply)) == (400, [("/ratings/0", "no_evidence")])
    assert len(client(mine).get(url(card)).json()["evidence"]) == 1


def test_declining_ends_it_and_reads_as_not_yet() -> None:
    mine, theirs = two_at_a_table()
    card = a_card(theirs)
    gone = client(theirs).post(url(card, "decline/"), {"reason": "I know her."})
    assert (gone.status_code, gone.json()["state"], gone.json()["allowed_transitions"]) == (200, "declined", [])
    assert client(theirs).post(url(card, "submit/"), {}).status_code == 409
    (board,) = client(mine).get("/api/v1/debriefs/").json()["results"]
    assert board["cards"] == {"expected": 2, "submitted": 0}
    assert [one["name"] for one in board["waiting_for"]] == ["Ada", "Grace"]
    a_card(mine, whole(), "submit")
    (board,) = client(mine).get("/api/v1/debriefs/").json()["results"]
    assert (board["cards"], board["waiting_for"]) == ({"expected": 1, "submitted": 1}, [])


def test_a_colleagues_card_is_read_and_never_written() -> None:
    mine, theirs = two_at_a_table()
    card = a_card(theirs, whole(private_note="Between me and me."), "submit")
    ada = client(mine)
    for reply in (ada.get(url(card)), ada.post(url(card, "revise/"), {"reason": "x"})):
        assert reply.status_code == 404
    a_card(mine, whole(), "submit")
    shown = ada.get(url(card)).json()
    assert (shown["is_mine"], shown["private_note"], shown["allowed_transitions"]) == (False, None, [])
    assert ada.post(url(card, "revise/"), {"reason": "x"}).status_code == 403
    assert ada.patch(url(card), {}, headers={"If-Match": "*"}).status_code == 403
    assert client(theirs).get(url(card)).json()["private_note"] == "Between me and me."


def test_the_last_card_completes_a_finished_interview() -> None:
    mine, theirs = two_at_a_table()
    Interview.objects.update(state="awaiting_feedback")
    a_card(mine, whole(), "submit")
    assert Interview.objects.get().state == "awaiting_feedback"
    a_card(theirs, step="decline")
    assert Interview.objects.get().state == "complete"


@pytest.mark.parametrize(
    ("asked", "ticks", "lapsed"),
    [("yes", True, True), ("reworded", True, True), ("no", True, False), ("yes", False, False)],
)
def test_a_mock_sends_back_what_was_not_heard(asked: str, ticks: bool, lapsed: bool) -> None:
    one = a_person()
    mock = held(one, state="awaiting_feedback")
    heard = mock.items.get()
    version = samples.question(1).current
    assert version is not None
    missed = InterviewItem.objects.create(interview=mock, question_version=version, position=2, asked=asked)
    mock.items.filter(pk=heard.pk).update(asked="yes")
    marks = [{"item": heard.pk, "heard": ["kp1"], "probes": []}] if ticks else []
    a_card(seat(mock, one), whole(marks=marks), "submit")
    assert list(mock.items.filter(lapsed=True)) == ([missed] if lapsed else [])


def test_an_interview_goes_with_its_cards_when_it_may_go() -> None:
    lead = a_person()
    place = seat(held(lead, an_assessment(lead)), lead)
    a_card(place, whole())
    Interview.objects.filter(pk=place.interview_id).delete()
    with blindness.acting_as(lead):
        assert not Scorecard.objects.exists()
