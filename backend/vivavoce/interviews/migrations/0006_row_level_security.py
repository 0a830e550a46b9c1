"""The second wall: the database shows scorecards to those who may read them, whatever the service asks.

The rule is written here a second time and on purpose differently from interviews/blindness.py; a test holds the two
against each other. Policies bind the role that the service runs as, not the tables' owner, who migrates and backs up.
"""

from django.db import migrations

WHO = """
CREATE FUNCTION interviews_person() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('vivavoce.person', true), '')::uuid $$;
"""

OPEN = """
CREATE FUNCTION interviews_cards_are_open(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    me uuid := interviews_person();
    held record;
    application record;
    around uuid[];
    mine record;
    others_wait boolean;
BEGIN
    SELECT id, owner_id, purpose, state, application_id INTO held
      FROM interviews_interview WHERE id = asked AND purpose IN ('hiring', 'mock');
    IF me IS NULL OR NOT FOUND THEN
        RETURN false;
    END IF;
    SELECT a.owner_id, a.visibility, m.role AS panel_role INTO application
      FROM openings_application a
      LEFT JOIN openings_panelmember m ON m.application_id = a.id AND m.person_id = me
     WHERE a.id = held.application_id;
    IF held.purpose = 'hiring' THEN
        around := ARRAY(SELECT id FROM interviews_interview
                         WHERE application_id = held.application_id AND purpose = 'hiring');
    ELSE
        around := ARRAY[held.id];
    END IF;
    SELECT count(*) AS seats,
           count(*) FILTER (WHERE p.role = 'candidate') AS as_candidate,
           count(*) FILTER (WHERE p.card_state = 'submitted') AS submitted,
           count(*) FILTER (WHERE p.card_state = 'expected' AND i.state NOT IN ('cancelled', 'no_show')) AS expected
      INTO mine
      FROM interviews_participant p JOIN interviews_interview i ON i.id = p.interview_id
     WHERE p.interview_id = ANY(around) AND p.person_id = me;
    IF mine.seats = 0 AND held.owner_id <> me
       AND application.owner_id IS DISTINCT FROM me AND application.panel_role IS NULL THEN
        RETURN false;
    END IF;
    IF mine.as_candidate > 0 AND NOT (held.purpose = 'mock' AND held.state = 'complete') THEN
        RETURN false;
    END IF;
    IF mine.submitted > 0 AND mine.expected = 0
       AND (held.purpose = 'mock' OR application.visibility = 'after_own_submission') THEN
        RETURN true;
    END IF;
    SELECT EXISTS (
        SELECT 1 FROM interviews_participant p JOIN interviews_interview i ON i.id = p.interview_id
         WHERE p.interview_id = ANY(around)
           AND p.card_state = 'expected' AND i.state NOT IN ('cancelled', 'no_show')
    ) INTO others_wait;
    RETURN NOT others_wait AND (
        held.purpose = 'mock' OR application.visibility <> 'never' OR application.panel_role = 'lead'
    ) IS TRUE;
END $$;
"""

CARDS = """
ALTER TABLE interviews_scorecard ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON interviews_scorecard FOR ALL
    USING (interviewer_id = (SELECT interviews_person())) WITH CHECK (interviewer_id = (SELECT interviews_person()));
CREATE POLICY opened ON interviews_scorecard FOR SELECT USING (
    EXISTS (SELECT 1 FROM interviews_participant p WHERE p.id = participant_id AND p.card_state = 'submitted')
    AND interviews_cards_are_open(interview_id)
);
"""

PARTS = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON {table} FOR ALL
    USING (EXISTS (SELECT 1 FROM interviews_scorecard c
                    WHERE c.id = scorecard_id AND c.interviewer_id = (SELECT interviews_person())))
    WITH CHECK (EXISTS (SELECT 1 FROM interviews_scorecard c
                         WHERE c.id = scorecard_id AND c.interviewer_id = (SELECT interviews_person())));
"""

OPENED_PART = """
CREATE POLICY opened ON {table} FOR SELECT
    USING (EXISTS (SELECT 1 FROM interviews_scorecard c WHERE c.id = scorecard_id));
"""

# What is deleted above a card takes it along by the database itself: the service does not see colleagues' cards.
CASCADE = """
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT conrelid::regclass AS holder, conname AS name, pg_get_constraintdef(oid) AS text
          FROM pg_constraint
         WHERE contype = 'f'
           AND conrelid IN ('interviews_scorecard'::regclass, 'interviews_privatenote'::regclass,
                            'interviews_rating'::regclass, 'interviews_evidence'::regclass,
                            'interviews_scorecardrevision'::regclass)
           AND confrelid IN ('accounts_person'::regclass, 'interviews_interview'::regclass,
                             'interviews_participant'::regclass, 'interviews_interviewitem'::regclass,
                             'interviews_scorecard'::regclass)
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I %s', found.holder, found.name,
                       found.name, replace(found.text, ' DEFERRABLE', ' ON DELETE CASCADE DEFERRABLE'));
    END LOOP;
END $$;
"""

READABLE_PARTS = ("interviews_rating", "interviews_evidence", "interviews_scorecardrevision")
ALL_PARTS = (*READABLE_PARTS, "interviews_privatenote")

FORWARD = "".join(
    (
        WHO,
        OPEN,
        CARDS,
        *(PARTS.format(table=table) for table in ALL_PARTS),
        *(OPENED_PART.format(table=table) for table in READABLE_PARTS),
        CASCADE,
    )
)
BACKWARD = "".join(
    (
        *(f"DROP POLICY opened ON {table};" for table in (*READABLE_PARTS, "interviews_scorecard")),
        *(f"DROP POLICY own ON {table};" for table in (*ALL_PARTS, "interviews_scorecard")),
        *(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;" for table in (*ALL_PARTS, "interviews_scorecard")),
        "DROP FUNCTION interviews_cards_are_open(uuid); DROP FUNCTION interviews_person();",
    )
)


class Migration(migrations.Migration):
    """Closes the five tables of scorecards to whoever may not read them."""

    dependencies = [("interviews", "0005_revoked_invitations"), ("openings", "0002_hiring")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
