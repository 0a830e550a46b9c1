from typing import Any

import pytest

from tests.interviews.card_samples import EVIDENCE, a_card, an_assessment, held, seat, two_at_a_table, whole
from tests.people import a_person, signed_in
from vivavoce.accounts.models import Person
from vivavoce.interviews import debrief_rules
from vivavoce.interviews.models import Interview, Participant
from vivavoce.openings.models import PanelMember

pytestmark = pytest.mark.django_db
DEBRIEFS = "/api/v1/debriefs/"


def board(person: Person | None) -> dict[str, Any]:
    assert person is not None
    (found,) = signed_in(person).get(DEBRIEFS).json()["results"]
    return dict(found)


def test_the_middle_of_scores() -> None:
    assert debrief_rules.middle([]) == (None, None, 0, False)
    assert debrief_rules.middle([3]) == (3.0, 0, 1, False)
    assert debrief_rules.middle([2, 3]) == (2.5, 1, 2, False)
    assert debrief_rules.middle([4, 2, 3]) == (3.0, 2, 3, True)


def test_agreement_counts_pairs_of_different_people() -> None:
    three = [("a", 2), ("b", 4), ("c", 3)]
    assert debrief_rules.agreement([three]) == (3, 0, 2)
    assert debrief_rules.agreement([three, [("a", 1), ("b", 1)]]) == (4, 1, 3)
    assert debrief_rules.agreement([[("a", 1), ("a", 4), ("b", 4)]]) == (2, 1, 1)
    assert debrief_rules.agreement([]) == (0, 0, 0)


def test_strictness_leaves_ones_own_scores_out() -> None:
    found = debrief_rules.strictness([[("a", 1), ("b", 3), ("c", 4)], [("a", 2), ("b", 2)], [("c", 1)]])
    assert found == {"a": -1.25, "b": 0.25, "c": 2.0}


def test_it_is_closed_until_ones_own_card_is_in() -> None:
    mine, theirs = two_at_a_table()
    a_card(theirs, whole(score=4, recommendation="strong_yes"), "submit")
    closed = board(mine.person)
    secret = ("criteria", "agreement", "recommendations", "strictness", "notes", "decision", "decided_by", "decided_at")
    assert {name: closed[name] for name in secret} == dict.fromkeys(secret)
    assert (closed["is_open"], closed["may_decide"]) == (False, False)
    assert closed["cards"] == {"expected": 2, "submitted": 1}
    assert [one["name"] for one in closed["waiting_for"]] == ["Ada"]
    assert [(one["name"], one["is_me"]) for one in closed["people"]] == [("Ada", True), ("Grace", False)]


def test_it_shows_every_score_with_its_evidence() -> None:
    mine, theirs = two_at_a_table()
    item = mine.interview.items.get()
    evidence = [
        {"criterion": "modelling", "kind": "did", "text": "Drew it.", "item": item.pk, "at": mine.interview.started_at}
    ]
    a_card(theirs, whole(score=2, evidence=evidence, key_takeaways="Slow."), "submit")
    a_card(mine, whole(score=4, recommendation="strong_yes"), "submit")
    opened = board(mine.person)
    ada, grace = str(mine.person_id), str(theirs.person_id)
    (line,) = opened["criteria"]
    assert (line["criterion"]["slug"], line["weight"], line["target"]) == ("modelling", 1, 3)
    assert (line["median"], line["spread"], line["n"], line["disagreement"]) == (3.0, 2, 2, True)
    scores = {score["person"]: score for score in line["scores"]}
    assert (scores[ada]["score"], scores[ada]["evidence"][0]["text"]) == (4, EVIDENCE)
    (shown,) = scores[grace]["evidence"]
    assert (shown["kind"], shown["number"], shown["seconds"]) == ("did", item.question_version.question.number, 0)
    assert opened["agreement"] == {"pairs": 1, "exact": 0, "within_one": 0}
    assert {one["person"]: one["difference"] for one in opened["strictness"]} == {ada: 2.0, grace: -2.0}
    given = {one["person"]: one["recommendation"] for one in opened["recommendations"]}
    assert given == {ada: "strong_yes", grace: "yes"}
    assert {one["person"]: one["key_takeaways"] for one in opened["notes"]} == {ada: "", grace: "Slow."}


def test_the_lead_decides_once_every_card_is_in() -> None:
    mine, theirs = two_at_a_table()
    a_card(mine, whole(), "submit")
    assert mine.person is not None
    assert theirs.person is not None
    lead, other = signed_in(mine.person), signed_in(theirs.person)
    step = f"{board(mine.person)['url']}decide/"
    reasons = {"decision": "advance", "rationale": "Strong on data."}
    assert lead.post(step, reasons).status_code == 409
    a_card(theirs, whole(), "submit")
    assert other.post(step, reasons).status_code == 403
    assert board(theirs.person)["may_decide"] is False
    assert lead.post(step, {"decision": "advance"}).json()["errors"][0]["pointer"] == "/rationale"
    assert lead.post(step, {"rationale": "x"}).json()["errors"][0]["pointer"] == "/decision"
    assert lead.post(step, {"decision": "hire", "rationale": "x"}).status_code == 400
    decided = lead.post(step, reasons)
    assert decided.status_code == 200
    assert decided.json()["decided_by"] == {"id": str(mine.person_id), "name": "Ada"}
    assert board(theirs.person)["decision"] == "advance"


def test_a_decision_closes_again_for_somebody_who_rates_later() -> None:
    mine, theirs = two_at_a_table()
    a_card(mine, whole(), "submit")
    a_card(theirs, step="decline")
    assert mine.person is not None
    step = f"{board(mine.person)['url']}decide/"
    reply = signed_in(mine.person).post(step, {"decision": "hold", "rationale": "One more round."})
    assert reply.status_code == 200
    late = a_person()
    seat(held(mine.person, mine.interview.application), late)
    shown = board(late)
    assert (shown["is_open"], shown["decision"], shown["rationale"]) == (False, None, "")
    assert signed_in(late).get(f"{DEBRIEFS}?decided=true").json()["count"] == 0


def test_the_candidate_of_a_mock_reads_it_when_it_is_complete() -> None:
    me, partner = a_person(), a_person()
    mock = held(me)
    seat(mock, me, "candidate")
    place = seat(mock, partner)
    a_card(place, whole(), "submit")
    assert board(me)["is_open"] is False
    Interview.objects.update(state="complete")
    shown = board(me)
    assert (shown["is_open"], shown["purpose"], shown["candidate_name"]) == (True, "mock", str(me))
    noted = signed_in(me).post(f"{shown['url']}decide/", {"rationale": "Practise N+1."})
    assert (noted.status_code, noted.json()["decision"], noted.json()["rationale"]) == (200, None, "Practise N+1.")
    assert signed_in(partner).post(f"{shown['url']}decide/", {}).status_code == 403


def test_nobody_outside_knows_of_it() -> None:
    mine, _ = two_at_a_table()
    key = board(mine.person)["url"]
    stranger = signed_in(a_person(is_staff=True, is_superuser=True))
    assert stranger.get(key).status_code == 404
    assert stranger.post(f"{key}decide/", {"rationale": "x"}).status_code == 404


def test_two_interviews_of_one_application_are_one_debrief() -> None:
    lead, ada, grace = a_person(), a_person(), a_person()
    application = an_assessment(lead)
    PanelMember.objects.create(application=application, person=grace, role="observer")
    first, second = held(lead, application), held(lead, application)
    a_card(seat(first, ada), whole(score=1), "submit")
    again = seat(second, ada)
    assert board(ada)["is_open"] is False, "her second card is expected"
    a_card(again, whole(score=3), "submit")
    for person in (ada, lead, grace):
        shown = board(person)
        assert [one["id"] for one in shown["interviews"]] == [str(first.pk), str(second.pk)]
        assert shown["criteria"][0]["n"] == 2
        assert shown["agreement"]["pairs"] == 0, "nobody agrees with themself"


def test_it_keeps_each_decision_with_who_and_why() -> None:
    mine, theirs = two_at_a_table()
    a_card(mine, whole(), "submit")
    a_card(theirs, whole(), "submit")
    assert mine.person is not None
    lead, url = signed_in(mine.person), board(mine.person)["url"]
    tag = lead.get(url).headers["ETag"]
    for decision in ("hold", "advance"):
        assert lead.post(f"{url}decide/", {"decision": decision, "rationale": f"To {decision}."}).status_code == 200
    shown = board(theirs.person)
    told = [(one["decision"], one["rationale"], one["decided_by"]["name"]) for one in shown["decisions"]]
    assert told == [("hold", "To hold.", "Ada"), ("advance", "To advance.", "Ada")]
    assert (shown["decision"], shown["decided_at"]) == ("advance", shown["decisions"][-1]["decided_at"])
    stale = lead.post(f"{url}decide/", {"decision": "reject", "rationale": "x"}, headers={"If-Match": tag})
    assert stale.status_code == 412
    assert len(board(mine.person)["decisions"]) == 2


def test_that_something_was_decided_is_not_told_to_who_rates_later() -> None:
    mine, _ = two_at_a_table()
    assert mine.person is not None
    Participant.objects.exclude(pk=mine.pk).update(card_state="declined")
    a_card(mine, whole(), "submit")
    late = a_person()
    place = seat(mine.interview, late)
    url = board(late)["url"]
    before = signed_in(late).get(url)
    place.delete()
    decision = {"decision": "hold", "rationale": "One more round."}
    assert signed_in(mine.person).post(f"{url}decide/", decision).status_code == 200
    seat(mine.interview, late)
    after = signed_in(late).get(url)
    assert (after.content, after.headers["ETag"]) == (before.content, before.headers["ETag"])


def test_the_candidate_of_a_mock_decides_nothing_before_they_may_read() -> None:
    me, partner = a_person(), a_person()
    mock = held(me)
    seat(mock, me, "candidate")
    a_card(seat(mock, partner), whole(), "submit")
    shown = board(me)
    assert (shown["is_open"], shown["may_decide"]) == (False, False)
    assert signed_in(me).post(f"{shown['url']}decide/", {"rationale": "x"}).status_code == 409
