"""The policy of colleagues' cards asks only about tables that one has to do with, not about every card there is.

Whether cards are open is a function called row by row; with thousands of cards it took most of a reply's time. Whoever
has nothing to do with a table reads nothing of it anyway, and that is found once for a statement.
"""

from django.db import migrations

AROUND = """
CREATE FUNCTION interviews_around_me() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH seats AS (
        SELECT i.id, i.application_id FROM interviews_participant p JOIN interviews_interview i ON i.id = p.interview_id
         WHERE p.person_id = interviews_person()
    ), applications AS (
        SELECT application_id AS id FROM seats WHERE application_id IS NOT NULL
        UNION SELECT application_id FROM openings_panelmember WHERE person_id = interviews_person()
        UNION SELECT id FROM openings_application WHERE owner_id = interviews_person()
    )
    SELECT id FROM seats
    UNION SELECT id FROM interviews_interview WHERE owner_id = interviews_person()
    UNION SELECT i.id FROM interviews_interview i JOIN applications a ON a.id = i.application_id
$$;
"""

OPENED = """
ALTER POLICY opened ON interviews_scorecard USING (
    {first}EXISTS (SELECT 1 FROM interviews_participant p WHERE p.id = participant_id AND p.card_state = 'submitted')
    AND interviews_cards_are_open(interview_id)
);
"""


class Migration(migrations.Migration):
    """Narrows the policy ``opened`` of scorecards; their parts follow it."""

    dependencies = [("interviews", "0008_log_of_decisions")]

    operations = [
        migrations.RunSQL(
            AROUND + OPENED.format(first="interview_id IN (SELECT interviews_around_me()) AND "),
            OPENED.format(first="") + "DROP FUNCTION interviews_around_me();",
        )
    ]
