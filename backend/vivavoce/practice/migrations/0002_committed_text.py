"""A committed answer stays as it is, and an attempt only moves on, whoever writes: bulk SQL and the admin too."""

from django.db import migrations

KEEP = """
CREATE OR REPLACE FUNCTION practice_keep_committed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    judgement text[] := '{state,revealed_at,graded_at,overrules,self_scores,self_score,reflection,updated_at,row_version}';
    states text[] := '{drafting,committed,revealed,graded}';
BEGIN
    IF to_jsonb(NEW) - judgement <> to_jsonb(OLD) - judgement THEN
        RAISE EXCEPTION 'the answer of attempt % is committed and does not change; make a new attempt', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF array_position(states, NEW.state::text) < array_position(states, OLD.state::text) THEN
        RAISE EXCEPTION 'attempt % is % and does not go back to %', OLD.id, OLD.state, NEW.state
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_committed BEFORE UPDATE ON practice_attempt
FOR EACH ROW WHEN (OLD.state <> 'drafting') EXECUTE FUNCTION practice_keep_committed()
"""


class Migration(migrations.Migration):
    dependencies = [("practice", "0001_practice")]

    operations = [
        migrations.RunSQL(
            KEEP,
            "DROP TRIGGER IF EXISTS keep_committed ON practice_attempt; DROP FUNCTION practice_keep_committed()",
        )
    ]
