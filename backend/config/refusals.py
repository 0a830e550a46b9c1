"""What a server must not start with. Called by wsgi.py, before the first request; ``check --deploy`` too."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

UNBOUND = "DATABASE_URL must name a role that owns no tables: its owner reads every scorecard."
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def refusals() -> list[str]:
    """One sentence for each setting that is not fit for production; elsewhere only the published key matters."""
    public = urlsplit(settings.PUBLIC_URL)
    if settings.MODE != "production":
        if settings.SECRET_KEY == settings.LOCAL_KEY and public.hostname not in THIS_MACHINE:
            return ["SECRET_KEY must be set where PUBLIC_URL is not this machine: everybody knows the default."]
        return []
    found = []
    if settings.SECRET_KEY == settings.LOCAL_KEY or len(settings.SECRET_KEY) < 50:
        found.append("SECRET_KEY must be set to at least 50 random characters (or SECRET_KEY_FILE to a file of them).")
    if settings.DEBUG:
        found.append("DEBUG must be off: it shows the inside of the server to everyone.")
    if any(host in {"*", ""} for host in settings.ALLOWED_HOSTS):
        found.append("ALLOWED_HOSTS must list the names of this server, not `*`.")
    if public.scheme != "https" and public.hostname not in THIS_MACHINE:
        found.append("PUBLIC_URL must begin with https:// (http is for this machine only).")
    if past_the_wall():
        found.append(UNBOUND)
    return found


def past_the_wall() -> bool:
    """True when row-level security is there and does not bind the role that serves (docs/decisions/blindness.md).

    A database that does not answer yet is no reason to refuse: ``/readyz`` waits for it.
    """
    question = "SELECT 1 FROM pg_class WHERE oid = to_regclass(%s) AND relrowsecurity AND NOT row_security_active(oid)"
    try:
        with connection.cursor() as cursor:
            cursor.execute(question, ["interviews_scorecard"])
            return cursor.fetchone() is not None
    except DatabaseError:
        return False
    finally:
        connection.close()


def refuse() -> None:
    """Stop a server that is not fit to serve; outside production, say when the second wall does not stand."""
    if found := refusals():
        raise ImproperlyConfigured(" ".join(found))
    if settings.MODE != "production" and past_the_wall():
        logging.getLogger(__name__).warning("Scorecards are kept apart by one wall only. %s", UNBOUND)


def check(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """The same for ``check --deploy``."""
    return [Error(sentence, id="vivavoce.E001") for sentence in refusals()]
