from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.interviews.samples import an_interview
from tests.people import a_person
from vivavoce.core.problems import IllegalTransition
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview


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
