"""What the second wall costs: it looks at one's own tables, not at every card of the installation."""

import pytest
from django.db import connection

from tests.interviews.card_samples import two_at_a_table
from vivavoce.interviews import blindness

pytestmark = pytest.mark.django_db


def test_the_database_looks_at_ones_own_tables_before_it_asks_whether_cards_are_open() -> None:
    places = [two_at_a_table()[1] for _ in range(3)]
    with blindness.acting_as(places[0].person), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM interviews_around_me()")
        assert cursor.fetchall() == [(places[0].interview_id,)]
        cursor.execute("EXPLAIN SELECT * FROM interviews_scorecard")
        (condition,) = [line for (line,) in cursor.fetchall() if "interviews_cards_are_open" in line]
    before, _, _ = condition.partition("interviews_cards_are_open")
    assert before.count("hashed SubPlan") == 2, condition  # one's tables, and the seats whose card is in
