from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.interviews.samples import an_interview, in_days, path
from tests.people import a_person, signed_in
from vivavoce.core.problems import IllegalTransition
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview, Retrospective


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
