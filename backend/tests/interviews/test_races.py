from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.interviews.kit_samples import a_kit
from tests.interviews.samples import a_hiring, a_mock, an_interview, in_days, path, seat
from tests.openings.test_openings import an_opening
from tests.people import a_person, an_interviewer, signed_in
from vivavoce.accounts.models import Person
from vivavoce.core.problems import IllegalTransition
from vivavoce.interviews import services
from vivavoce.interviews.models import FrozenKit, Interview, Kit, Retrospective
from vivavoce.interviews.services import invitations
from vivavoce.openings import services as opening_services
from vivavoce.openings.models import Application, Opening


@pytest.mark.django_db(transaction=True)
def test_of_two_who_call_it_off_at_once_one_is_first() -> None:
    interview = an_interview(a_person())
    together = Barrier(2)

    def call_off(reason: str) -> str:
        try:
            together.wait(10)
            return services.cancel(interview, reason=reason).cancel_reason
        except IllegalTransition:
            return "too late"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        answers = set(threads.map(call_off, ["ill", "late train"]))
    row = Interview.objects.get()
    assert answers == {row.cancel_reason, "too late"}
    assert (row.sequence, row.history.filter(verb="cancel").count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_it_keeps_one_of_two_retrospectives_begun_at_once() -> None:
    person = a_person()
    url = path(an_interview(person, starts_at=in_days(-1)), "retrospective/")
    clients = [signed_in(person), signed_in(person)]
    together = Barrier(2)

    def begin(number: int) -> tuple[int, int]:
        try:
            together.wait(10)
            return clients[number].post(url, {"summary": str(number)}).status_code, number
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        (won, first), (lost, _) = sorted(threads.map(begin, range(2)))
    assert (won, lost) == (201, 409)
    assert Retrospective.objects.get().summary == str(first)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_start_it_at_once_one_wins() -> None:
    one, other = an_interviewer(), an_interviewer()
    interview = a_hiring(one, participants=[seat(one, "lead"), seat(other)])
    clients = [signed_in(one), signed_in(other)]

    def start(number: int) -> int:
        return int(clients[number].post(path(interview, "start/")).status_code)

    assert sorted(at_once(start)) == [200, 409]
    assert (interview.items.count(), interview.history.filter(verb="start").count()) == (2, 1)


@pytest.mark.django_db(transaction=True)
def test_two_that_start_at_once_freeze_one_version() -> None:
    person = an_interviewer()
    opening = an_opening(person)
    first = a_hiring(person, application=an_application_for(person, opening))
    Kit.objects.update(is_current=False)
    newer = a_kit(version=2)
    both = [first, a_hiring(person, application=an_application_for(person, opening), kit=newer)]
    clients = [signed_in(person), signed_in(person)]

    def start(number: int) -> int:
        return int(clients[number].post(path(both[number], "start/")).json()["kit_version"])

    versions = set(at_once(start))
    assert versions == {FrozenKit.objects.get().kit.version}


@pytest.mark.django_db(transaction=True)
def test_a_link_is_used_by_one_of_two() -> None:
    owner = a_person()
    interview = a_mock(owner)
    _, secret = invitations.invite(interview, person=owner, role="interviewer")
    clients = [signed_in(a_person()), signed_in(a_person())]

    def accept(number: int) -> int:
        return int(clients[number].post("/api/v1/invitations/accept/", {"secret": secret}).status_code)

    assert sorted(at_once(accept)) == [200, 409]
    assert interview.participants.count() == 3


def an_application_for(person: Person, opening: Opening) -> Application:
    fields = {"side": "hiring", "candidate_name": "Ana Silva", "opening": opening}
    return opening_services.apply(owner=person, fields=fields)


def at_once(step: Callable[[int], int]) -> list[int]:
    """What two answer who begin together, each on a connection of their own."""
    together = Barrier(2)

    def run(number: int) -> int:
        try:
            together.wait(10)
            return step(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(run, range(2)))
