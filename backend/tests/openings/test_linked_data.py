"""Openings as linked data: the advert, for who may read it; nothing of applications."""

from __future__ import annotations

import pytest

from tests.core import schema_org
from tests.openings.test_openings import OPENINGS, an_opening
from tests.people import a_person, signed_in
from vivavoce.openings.models import Application, Opening

pytestmark = pytest.mark.django_db


def whole(**fields: object) -> Opening:
    return an_opening(
        a_person(),
        **{
            "industry": "Freight", "description": "Build.", "city": "Delft", "country": "NL", "remote": "full",
            "salary_min": 60_000, "level": "mid", "posting_url": "https://example.org/1", "posted_on": "2026-11-01",
            "valid_through": "2026-12-01", "skills": ["Django"], **fields,
        },
    )  # fmt: skip


def test_an_opening_is_a_job_posting() -> None:
    opening = whole()
    Application.objects.create(owner=opening.owner, opening=opening, notes="Between us.")
    reply = signed_in(opening.owner).get(f"{OPENINGS}{opening.pk}/?format=jsonld")
    assert reply["Content-Type"] == "application/ld+json"
    schema_org.check(reply.json())
    assert reply.json() == {
        "@context": "https://schema.org",
        "@id": f"http://127.0.0.1:8000/api/v1/openings/{opening.pk}/",
        "@type": "JobPosting",
        "identifier": str(opening.pk),
        "url": "https://example.org/1",
        "title": "Django developer",
        "description": "Build.",
        "hiringOrganization": {"@type": "Organization", "name": "Halden"},
        "industry": "Freight",
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": "Delft", "addressCountry": "NL"},
        },
        "jobLocationType": "TELECOMMUTE",
        "employmentType": "FULL_TIME",
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {"@type": "QuantitativeValue", "minValue": 60_000, "unitText": "YEAR"},
        },
        "experienceRequirements": "Mid",
        "skills": ["Django"],
        "datePosted": "2026-11-01",
        "validThrough": "2026-12-01",
    }


def test_what_is_not_known_is_not_said() -> None:
    owner = a_person()
    an_opening(owner)
    reply = signed_in(owner).get(OPENINGS, headers={"Accept": "application/ld+json"})
    schema_org.check(reply.json())
    (item,) = reply.json()["itemListElement"]
    assert item["item"].keys() == {
        "@id", "@type", "identifier", "title", "hiringOrganization", "employmentType",
    }  # fmt: skip


def test_it_is_for_who_may_read_the_opening() -> None:
    opening = whole()
    stranger = signed_in(a_person(email="stranger@example.org"))
    assert stranger.get(f"{OPENINGS}{opening.pk}/?format=jsonld").status_code == 404
    assert stranger.get(f"{OPENINGS}?format=jsonld").json()["itemListElement"] == []
