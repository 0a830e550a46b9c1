"""Stored replies (``Idempotency-Key``) go with the person who read them.

Core stands below accounts, so its model knows no person; the database does. A person may be gone before the reply to
what removed them is kept: then it is not.
"""

from django.db import migrations

WITH_THE_PERSON = """
DELETE FROM core_storedreply WHERE person NOT IN (SELECT id FROM accounts_person);
ALTER TABLE core_storedreply ADD CONSTRAINT of_a_person
    FOREIGN KEY (person) REFERENCES accounts_person (id) ON DELETE CASCADE;
CREATE FUNCTION accounts_is_still_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM accounts_person WHERE id = NEW.person FOR KEY SHARE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_still_there BEFORE INSERT ON core_storedreply FOR EACH ROW EXECUTE FUNCTION accounts_is_still_there();
"""
WITHOUT = """
DROP TRIGGER is_still_there ON core_storedreply;
DROP FUNCTION accounts_is_still_there();
ALTER TABLE core_storedreply DROP CONSTRAINT of_a_person;
"""


class Migration(migrations.Migration):
    """Ties stored replies to people."""

    dependencies = [("accounts", "0003_practice_scopes"), ("core", "0001_stored_replies")]

    operations = [migrations.RunSQL(WITH_THE_PERSON, WITHOUT)]
