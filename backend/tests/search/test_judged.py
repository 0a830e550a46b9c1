"""60 judged queries over the real pack: the first slug comes first, the others are among the first three."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.test import Client

from vivavoce.packs.services import load

JUDGED: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "judged.yaml").read_text())


@pytest.fixture(scope="module")
def bank(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Any:
    """The real pack, loaded once for the module and taken away after it."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]  # pytest-django's blocker
        load(Path(settings.BACKEND) / "content" / "python-django")
        yield
        transaction.set_rollback(True)


def slugs(query: str) -> list[str]:
    reply = Client().get("/api/v1/questions/", {"q": query, "fields": "slug", "page_size": "3"})
    assert reply.status_code == 200, reply.content
    return [row["slug"] for row in reply.json()["results"]]


def test_there_are_sixty() -> None:
    assert len(JUDGED) == 60
    assert len({judged["q"] for judged in JUDGED}) == 60


@pytest.mark.parametrize("judged", JUDGED, ids=lambda judged: judged["q"])
def test_the_right_questions_come_first(bank: None, judged: dict[str, Any]) -> None:
    found = slugs(judged["q"])
    if "first" not in judged:
        assert found[:1] == judged["top"][:1]
    assert set(judged["top"]) <= set(found)
