"""Links by which a partner joins a mock interview."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.interviews.samples import a_hiring, a_mock, path
from tests.people import a_person, an_interviewer, signed_in
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview, Invitation
from vivavoce.interviews.services import invitations
from vivavoce.interviews.views.invitations import InvitationViewSet

INVITATIONS = "/api/v1/invitations/"
ACCEPT = f"{INVITATIONS}accept/"
NOBODY = "00000000-0000-0000-0000-000000000000"


def when(moment: Any) -> str:
    return str(moment.isoformat().replace("+00:00", "Z"))


class TestInvitations(ResourceContract):
    path = INVITATIONS
    viewset = InvitationViewSet
    filters = {
        f"interview={NOBODY}": [],
        f"interview__not={NOBODY}": [0, 1, 2],
        "accepted_at__isnull=true": [0, 2],
        "accepted_at__gte=2000-01-01T00:00:00Z": [1],
        "accepted_at__lte=2000-01-01T00:00:00Z": [],
    }

    def make(self, owner: Any, number: int) -> Invitation:
        interview = Interview.objects.filter(owner=owner).first() or a_mock(owner)
        made, _ = invitations.invite(interview, person=owner, role="interviewer")
        if number % 3 == 1:
            Invitation.objects.filter(pk=made.pk).update(accepted_at=timezone.now())
        return made

    def exact(self, row: Invitation) -> dict[str, Any]:
        row.refresh_from_db()
        return {
            "id": str(row.pk),
            "url": f"{INVITATIONS}{row.pk}/",
            "interview": {
                "id": str(row.interview_id),
                "url": f"/api/v1/interviews/{row.interview_id}/",
                "name": "Talk",
            },
            "role": "interviewer",
            "expires_at": when(row.expires_at),
            "accepted_at": None,
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }

    def remove(self, row: Invitation) -> None:
        invitations.revoke(row)


def invited(role: str = "interviewer", **fields: Any) -> tuple[Interview, str]:
    owner = a_person(name="Ada")
    interview = a_mock(owner, **fields)
    return interview, invitations.invite(interview, person=owner, role=role)[1]


@pytest.mark.django_db
def test_the_link_is_shown_once_and_leads_to_the_table() -> None:
    owner, partner = a_person(), a_person(name="Grace")
    interview = a_mock(owner, my_role="candidate")
    reply = signed_in(owner).post(INVITATIONS, {"interview": str(interview.pk), "role": "interviewer"})
    assert reply.status_code == 201
    made = reply.json()
    assert made["link"] == f"/invitation#{made['secret']}"
    assert made["secret"] not in signed_in(owner).get(made["url"]).content.decode()
    assert not Invitation.objects.filter(fingerprint=made["secret"]).exists()
    assert signed_in(partner).get(path(interview)).status_code == 404
    joined = signed_in(partner).post(ACCEPT, {"secret": made["secret"]})
    assert joined.status_code == 200
    assert (joined.json()["id"], joined.json()["my_roles"]) == (str(interview.pk), ["interviewer"])
    assert [(one["role"], one["name"], one["scorecard"]) for one in joined.json()["participants"]][1] == (
        "interviewer", "Grace", "not_yet",
    )  # fmt: skip
    assert signed_in(owner).get(made["url"]).json()["accepted_at"]


@pytest.mark.django_db
def test_a_partner_may_be_the_candidate() -> None:
    interview, secret = invited("candidate", my_role="interviewer")
    partner = a_person(name="Ana")
    body = signed_in(partner).post(ACCEPT, {"secret": secret}).json()
    assert (body["candidate_name"], body["my_roles"], body["allowed_transitions"]) == ("Ana", ["candidate"], [])
    assert interview.participants.get(person=partner).card_state == ""


def expire(interview: Interview) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def use(interview: Interview) -> None:
    Invitation.objects.update(accepted_at=timezone.now())


def revoke(interview: Interview) -> None:
    made = Invitation.objects.get()
    assert signed_in(made.made_by).delete(f"{INVITATIONS}{made.pk}/").status_code == 204


def end(interview: Interview) -> None:
    services.cancel(interview, reason="Ill")


@pytest.mark.django_db
@pytest.mark.parametrize(("reason", "how"), [("expired", expire), ("used", use), ("revoked", revoke), ("held", end)])
def test_a_link_that_is_over_says_why(reason: str, how: Any) -> None:
    interview, secret = invited()
    how(interview)
    reply = signed_in(a_person()).post(ACCEPT, {"secret": secret})
    assert (reply.status_code, reply.json()["code"], reply.json()["reason"]) == (409, "invitation_is_over", reason)
    assert interview.participants.count() == 2


@pytest.mark.django_db
def test_a_secret_that_nobody_gave_leads_nowhere() -> None:
    assert signed_in(a_person()).post(ACCEPT, {"secret": "guess"}).status_code == 404
    assert signed_in(a_person()).post(ACCEPT, {"secret": "nul\0"}).status_code == 400


@pytest.mark.django_db
def test_nobody_sits_there_twice() -> None:
    interview, secret = invited()
    assert signed_in(interview.owner).post(ACCEPT, {"secret": secret}).status_code == 409
    assert signed_in(a_person()).post(ACCEPT, {"secret": secret}).status_code == 200


@pytest.mark.django_db
def test_there_is_one_candidate_and_mocks_only() -> None:
    owner = an_interviewer()
    client = signed_in(owner)
    for interview, role in [(a_mock(owner), "candidate"), (a_hiring(owner), "interviewer")]:
        assert client.post(INVITATIONS, {"interview": str(interview.pk), "role": role}).status_code == 409
    reply = client.post(INVITATIONS, {"interview": str(a_mock(owner).pk), "role": "observer"})
    assert reply.json()["errors"][0]["pointer"] == "/role"
    foreign = client.post(INVITATIONS, {"interview": str(a_mock(a_person()).pk)})
    assert foreign.json()["errors"][0]["code"] == "not_found"
