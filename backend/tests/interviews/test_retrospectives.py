import pytest

from tests.interviews.samples import an_interview, in_days, path
from tests.people import a_person, signed_in
from tests.questions import samples

pytestmark = pytest.mark.django_db
NOTES = {
    "feeling": "well",
    "summary": "Calm.",
    "asked": [{"prompt": "Walk us through the first hour.", "score": 4}, {"prompt": "Why Django?", "note": "Short."}],
}


def test_it_is_begun_read_changed_and_removed() -> None:
    person = a_person()
    interview = an_interview(person, starts_at=in_days(-1))
    client, url = signed_in(person), path(interview, "retrospective/")
    assert client.get(url).status_code == 404
    reply = client.post(url, NOTES)
    assert reply.status_code == 201
    assert reply["Location"] == reply.json()["url"] == url
    assert [item["score"] for item in reply.json()["asked"]] == [4, None]
    assert client.get(path(interview)).json()["has_retrospective"] is True
    changed = client.patch(url, {"to_improve": "Begin with the harm.", "asked": [{"prompt": "Only this."}]}).json()
    assert (changed["summary"], changed["to_improve"]) == ("Calm.", "Begin with the harm.")
    assert [item["prompt"] for item in changed["asked"]] == ["Only this."]
    assert client.delete(url).status_code == 204
    assert client.get(url).status_code == 404


def test_what_was_asked_may_be_a_question_of_the_bank_and_finds_the_interview() -> None:
    person = a_person()
    interview = an_interview(person, starts_at=in_days(-1))
    samples.question(0)
    client, url = signed_in(person), path(interview, "retrospective/")
    body = {"asked": [{"prompt": "What is lazy?", "question": "question-0"}, {"prompt": "Why us?"}]}
    asked = client.post(url, body).json()["asked"]
    assert asked[0]["question"]["url"] == "/api/v1/questions/question-0/"
    assert asked[1]["question"] is None
    assert client.get("/api/v1/interviews/", {"asked": "question-0"}).json()["count"] == 1
    unknown = client.patch(url, {"asked": [{"prompt": "x", "question": "question-9"}]})
    assert unknown.json()["errors"][0]["did_you_mean"] == "question-0"
    too_many = client.patch(url, {"asked": [{"prompt": "x"}] * 101})
    assert too_many.status_code == 400


def test_it_names_no_question_that_is_guarded_later_but_keeps_ones_own_words() -> None:
    person = a_person()
    question = samples.question(0)
    client, url = signed_in(person), path(an_interview(person, starts_at=in_days(-1)), "retrospective/")
    client.post(url, {"asked": [{"prompt": "What is lazy?", "question": "question-0"}]})
    question.current = samples.version(question, 0, number=2, prompt="Only we.", status="published", audience="hiring")
    question.save()
    asked = client.get(url).json()["asked"][0]
    assert (asked["prompt"], asked["question"]) == ("What is lazy?", None)


def test_there_is_one_at_most() -> None:
    person = a_person()
    url = path(an_interview(person, starts_at=in_days(-1)), "retrospective/")
    assert signed_in(person).post(url, NOTES).status_code == 201
    assert signed_in(person).post(url, NOTES).status_code == 409


def test_nobody_looks_back_on_what_has_not_begun() -> None:
    person = a_person()
    assert signed_in(person).post(path(an_interview(person), "retrospective/"), NOTES).status_code == 409


@pytest.mark.parametrize("score", [0, 5, "4", 2.5])
def test_a_score_is_1_to_4(score: object) -> None:
    person = a_person()
    url = path(an_interview(person, starts_at=in_days(-1)), "retrospective/")
    reply = signed_in(person).post(url, {"asked": [{"prompt": "Why?", "score": score}]})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["pointer"] == "/asked/0/score"


def test_a_stranger_finds_nothing() -> None:
    person = a_person()
    url = path(an_interview(person, starts_at=in_days(-1)), "retrospective/")
    signed_in(person).post(url, NOTES)
    stranger = signed_in(a_person())
    replies = [stranger.get(url), stranger.post(url, NOTES), stranger.patch(url, NOTES), stranger.delete(url)]
    assert [reply.status_code for reply in replies] == [404] * 4


def test_a_change_on_old_knowledge_loses() -> None:
    person = a_person()
    url = path(an_interview(person, starts_at=in_days(-1)), "retrospective/")
    client = signed_in(person)
    tag = client.post(url, NOTES)["ETag"]
    assert client.patch(url, {"summary": "Better."}, headers={"If-Match": tag}).status_code == 200
    assert client.patch(url, {"summary": "Worse."}, headers={"If-Match": tag}).status_code == 412
