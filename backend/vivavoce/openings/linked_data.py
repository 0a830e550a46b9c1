"""Openings in the words of schema.org: ``JobPosting``, for who may read them; nothing of applications."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vivavoce.core.formats.linked import LinkedDataRenderer, absolute, thing
from vivavoce.openings.models import Level


class OpeningLinkedData(LinkedDataRenderer):
    """What the advert says."""

    def document(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """schema.org/JobPosting."""
        return {
            "@id": absolute(row["url"]),
            **thing(
                "JobPosting",
                identifier=row["id"],
                url=row["posting_url"],
                title=row["title"],
                description=row["description"],
                hiringOrganization=thing("Organization", name=row["organization"]),
                industry=row["industry"],
                jobLocation=place(row),
                jobLocationType="TELECOMMUTE" if row["remote"] == "full" else None,
                employmentType=row["employment_type"].upper(),
                baseSalary=salary(row),
                experienceRequirements=Level(row["level"]).label if row["level"] else None,
                skills=row["skills"],
                datePosted=row["posted_on"],
                validThrough=row["valid_through"],
            ),
        }


def place(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """schema.org/Place."""
    parts = {"addressLocality": row["city"], "addressRegion": row["region"], "addressCountry": row["country"]}
    return thing("Place", address=thing("PostalAddress", **parts)) if any(parts.values()) else None


def salary(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """schema.org/MonetaryAmount."""
    low, high = row["salary_min"], row["salary_max"]
    if low is None and high is None:
        return None
    value = thing("QuantitativeValue", minValue=low, maxValue=high, unitText=row["salary_period"].upper())
    return thing("MonetaryAmount", currency=row["salary_currency"], value=value)
