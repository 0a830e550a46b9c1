"""What every resource must do, for rubrics; and what is particular to their versions."""

from __future__ import annotations

from typing import Any
from unittest.mock import ANY

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.questions import samples
from vivavoce.accounts.models import Person
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.rubrics.models import Criterion, Rubric
from vivavoce.rubrics.views import RubricViewSet

LEVELS = ("junior", "mid", "senior")


def rubric(number: int, *, status: str = "published", version: int = 1, is_current: bool = True) -> Rubric:
    n = number % 3
    made = Rubric.objects.create(
        slug=f"rubric-{number}",
        version=version,
        status=status,
        is_current=is_current,
        pack=samples.pack(),
        title=f"Rubric {number}",
        summary="Short.",
        role=samples.role("engineer" if n < 2 else "analyst"),
        level=LEVELS[n],
    )
    for position, slug in enumerate(samples.QUALITIES[n], 1):
        Criterion.objects.create(
            rubric=made,
            quality=samples.quality(slug),
            position=position,
            weight=1,
            target=3,
            anchors=samples.ANCHORS,
        )
    return made


class TestRubrics(ResourceContract):
    path = "/api/v1/rubrics/"
    viewset = RubricViewSet
    public = True
    filters = {
        "slug=rubric-0": [0],
        "slug__not=rubric-0": [1, 2],
        "title=rubric 1": [1],
        "title__not=rubric 1": [0, 2],
        "title__contains=RUBRIC": [0, 1, 2],
        "role=engineer": [0, 1],
        "role__not=engineer": [2],
        "level=junior,senior": [0, 2],
        "level__not=mid": [0, 2],
        "quality=modelling": [1, 2],
        "quality__not=modelling": [0],
        "quality__all=modelling,reliability": [2],
        "status=published": [0, 1, 2],
        "status__not=published": [],
        "pack=samples": [0, 1, 2],
        "pack__not=samples": [],
        "version=1": [0, 1, 2],
        "version__gte=2": [],
        "version__lte=1": [0, 1, 2],
    }

    def make(self, owner: Any, number: int) -> Rubric:
        return rubric(number)

    def make_hidden(self, stranger: Any) -> Rubric:
        return rubric(7, status="draft")

    def exact(self, row: Rubric) -> dict[str, Any]:
        def brief(collection: str, slug: str, name: str) -> dict[str, Any]:
            return {"id": ANY, "slug": slug, "name": name, "url": f"/api/v1/{collection}/{slug}/"}

        return {
            "id": str(row.pk),
            "url": "/api/v1/rubrics/rubric-0/",
            "slug": "rubric-0",
            "name": "Rubric 0",
            "version": 1,
            "status": "published",
            "pack": "samples",
            "licence": "CC BY 4.0",
            "title": "Rubric 0",
            "summary": "Short.",
            "role": brief("roles", "engineer", "Engineer"),
            "level": "junior",
            "criteria": [
                {
                    "id": ANY,
                    "quality": brief("qualities", "reliability", "Reliability"),
                    "weight": 1,
                    "weight_reason": "",
                    "target": 3,
                    "anchors": samples.ANCHORS,
                }
            ],
            "created_at": ANY,
            "updated_at": ANY,
        }


@pytest.mark.django_db
def test_a_slug_means_the_newest_version_and_an_id_its_own(client: Client) -> None:
    old, new = rubric(0, is_current=False), rubric(0, version=2)
    path = "/api/v1/rubrics/"
    assert client.get(f"{path}rubric-0/").json()["version"] == 2
    assert client.get(f"{path}rubric-0/?version=1").json()["id"] == str(old.pk)
    assert client.get(f"{path}{old.pk}/").json()["version"] == 1
    assert [row["id"] for row in client.get(path).json()["results"]] == [str(new.pk)]
    unknown = client.get(f"{path}rubric-0/?version=3")
    assert (unknown.status_code, unknown.json()["errors"][0]["allowed"]) == (400, [1, 2])


@pytest.mark.django_db
def test_only_editors_see_drafts(client: Client) -> None:
    rubric(0, status="draft")
    assert client.get("/api/v1/rubrics/").json()["count"] == 0
    editor = Person.objects.create_user(email="ed@example.org", password="a long password")
    editor.groups.add(Group.objects.get_or_create(name="editors")[0])
    client.force_login(editor)
    assert client.get("/api/v1/rubrics/").json()["count"] == 1
    refused = Client()
    refused.force_login(editor)
    assert refused.delete("/api/v1/rubrics/rubric-0/").status_code == 409
