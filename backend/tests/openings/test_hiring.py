"""Applications on the hiring side: who may begin, read, change and delete them."""

from typing import Any

import pytest

from tests.openings.test_openings import an_opening
from tests.people import a_person, an_interviewer, signed_in
from vivavoce.accounts.models import Person
from vivavoce.openings import services
from vivavoce.openings.models import Application

pytestmark = pytest.mark.django_db
APPLICATIONS = "/api/v1/applications/"


def hiring(owner: Person, *seats: tuple[Person, str], **fields: Any) -> Application:
    panel = [{"person": owner, "role": "lead"}, *({"person": person, "role": role} for person, role in seats)]
    fields = {"side": "hiring", "candidate_name": "Ana Silva", "panel": panel, **fields}
    return services.apply(owner=owner, fields=fields)


def change(person: Person, application: Application, body: dict[str, Any]) -> Any:
    client, url = signed_in(person), f"{APPLICATIONS}{application.pk}/"
    tag = client.get(url).headers["ETag"]
    return client.patch(url, body, headers={"If-Match": tag})


def test_an_interviewer_begins_one_by_a_name_and_leads_it() -> None:
    person = an_interviewer(name="Ada")
    reply = signed_in(person).post(APPLICATIONS, {"side": "hiring", "candidate_name": "Ana Silva"})
    assert reply.status_code == 201
    body = reply.json()
    assert (body["name"], body["opening"], body["visibility"]) == ("Ana Silva", None, "after_own_submission")
    assert body["panel"] == [{"person": {"id": str(person.pk), "name": "Ada"}, "role": "lead"}]


def test_nobody_else_may() -> None:
    reply = signed_in(a_person()).post(APPLICATIONS, {"side": "hiring", "candidate_name": "Ana Silva"})
    assert reply.status_code == 403
    assert Application.objects.count() == 0


def test_the_opening_comes_later_and_the_panel_reads_it() -> None:
    lead, colleague = an_interviewer(), an_interviewer()
    opening = an_opening(lead)
    application = hiring(lead, (colleague, "interviewer"))
    assert change(lead, application, {"opening": str(opening.pk)}).json()["opening"]["id"] == str(opening.pk)
    client = signed_in(colleague)
    url = f"/api/v1/openings/{opening.pk}/"
    assert client.get(url).json()["organization"] == "Halden"
    assert client.patch(url, {"city": "Delft"}).status_code == 403
    assert client.delete(url).status_code == 403
    assert signed_in(an_interviewer()).get(url).status_code == 404


def test_the_owner_and_leads_change_and_the_others_read() -> None:
    owner, lead, interviewer, observer = (an_interviewer() for _ in range(4))
    application = hiring(owner, (lead, "lead"), (interviewer, "interviewer"), (observer, "observer"))
    seen = [change(one, application, {"notes": "x"}).status_code for one in (owner, lead, interviewer, observer)]
    assert seen == [200, 200, 403, 403]
    url = f"{APPLICATIONS}{application.pk}/"
    moved = [signed_in(one).post(f"{url}move/", {"stage": "offer"}).status_code for one in (interviewer, lead)]
    assert moved == [403, 200]
    read = {"If-Match": signed_in(owner).get(url)["ETag"]}
    assert signed_in(owner).delete(url).status_code == 428
    gone = [signed_in(one).delete(url, headers=read).status_code for one in (interviewer, lead, owner)]
    assert gone == [403, 403, 204]


def test_it_does_not_exist_for_others() -> None:
    application = hiring(an_interviewer())
    client = signed_in(an_interviewer())
    assert client.get(f"{APPLICATIONS}{application.pk}/").status_code == 404
    assert client.get(APPLICATIONS).json()["count"] == 0


def test_a_change_says_what_it_was_made_from() -> None:
    lead = an_interviewer()
    application = hiring(lead)
    client, url = signed_in(lead), f"{APPLICATIONS}{application.pk}/"
    reply = client.patch(url, {"notes": "x"})
    assert (reply.status_code, reply.json()["code"]) == (428, "precondition_required")
    tag = reply.headers["ETag"]
    assert client.patch(url, {"notes": "x"}, headers={"If-Match": tag}).status_code == 200
    assert client.patch(url, {"notes": "y"}, headers={"If-Match": tag}).status_code == 412


@pytest.mark.parametrize(
    ("panel", "code"),
    [
        ([("lead", "lead"), ("lead", "observer")], "duplicate"),
        ([("lead", "interviewer")], "no_lead"),
        ([], "no_lead"),
        ([("stranger", "lead")], "not_found"),
        ([("", "lead")], "required"),
    ],
)
def test_a_panel_that_cannot_be_is_refused(panel: list[tuple[str, str]], code: str) -> None:
    people = {"lead": an_interviewer(), "stranger": a_person()}
    application = hiring(people["lead"])
    body = [{"role": role} | ({"person": str(people[name].pk)} if name else {}) for name, role in panel]
    reply = change(people["lead"], application, {"panel": body})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["code"] == code


def test_a_panel_replaces_the_one_before_and_whoever_stays_keeps_the_seat() -> None:
    lead, goes, comes = an_interviewer(), an_interviewer(), an_interviewer(name="Grace")
    application = hiring(lead, (goes, "interviewer"))
    seat = application.panel.get(person=lead)
    panel = [{"person": str(lead.pk), "role": "lead"}, {"person": str(comes.pk)}]
    body = change(lead, application, {"panel": panel}).json()
    assert [(one["person"]["name"], one["role"]) for one in body["panel"]][1] == ("Grace", "interviewer")
    assert application.panel.get(person=lead).pk == seat.pk
    assert signed_in(goes).get(f"{APPLICATIONS}{application.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({}, "/opening", "required"),
        ({"side": "hiring"}, "/candidate_name", "required"),
        ({"candidate_name": "Ana"}, "/candidate_name", "hiring_only"),
        ({"panel": []}, "/panel", "hiring_only"),
        ({"side": "party"}, "/side", "not_allowed"),
    ],
)
def test_each_side_has_its_own_members(body: dict[str, Any], pointer: str, code: str) -> None:
    reply = signed_in(an_interviewer()).post(APPLICATIONS, body)
    assert reply.status_code == 400
    assert (pointer, code) in {(one["pointer"], one["code"]) for one in reply.json()["errors"]}


def test_it_stays_on_its_side() -> None:
    person = an_interviewer()
    reply = change(person, hiring(person), {"side": "candidate"})
    assert reply.status_code == 400
    assert "unchangeable" in {one["code"] for one in reply.json()["errors"]}


def test_the_stages_of_another_panel_do_not_show_through_a_shared_opening() -> None:
    lead, colleague = an_interviewer(), an_interviewer()
    opening = an_opening(lead)
    hiring(lead, (colleague, "interviewer"), opening=opening, stage="screening")
    hiring(lead, opening=opening, stage="offer")

    def found(person: Person, stage: str) -> int:
        return int(signed_in(person).get(f"/api/v1/openings/?stage={stage}").json()["count"])

    assert [found(lead, "screening"), found(lead, "offer")] == [1, 1]
    assert [found(colleague, "screening"), found(colleague, "offer")] == [1, 0]
