"""The test run's own database: made by the owner, used by a role that owns nothing."""

import pytest
from django.db import ProgrammingError, connection


@pytest.mark.django_db
def test_tests_run_as_a_role_that_owns_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, (SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole)")
        assert cursor.fetchone() == ("vivavoce", 0)


@pytest.mark.django_db(transaction=True)
def test_the_service_role_can_change_rows_but_no_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('django_session', 'INSERT')")
        assert cursor.fetchone() == (True,)
        with pytest.raises(ProgrammingError, match="must be owner"):
            cursor.execute("DROP TABLE django_session")
