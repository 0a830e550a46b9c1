"""Questions in the words of schema.org: ``Question`` with its answers, as anybody may read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vivavoce.core.formats.linked import LinkedDataRenderer, absolute, thing

BEST = 4


class QuestionLinkedData(LinkedDataRenderer):
    """A question; its answer at the best score is the accepted one, the others are suggested."""

    expand = frozenset({"answers"})

    def document(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """schema.org/Question."""
        best = [answer(one) for one in row["answers"] if one["score"] == BEST]
        if row["kind"] == "faq":
            best = [thing("Answer", text=row["guidance"])]
        return {
            "@id": absolute(row["url"]),
            **thing(
                "Question",
                url=absolute(f"/questions/{row['slug']}"),
                identifier=str(row["number"]),
                name=row["prompt"],
                text=row["prompt"],
                description=row["assesses"],
                eduQuestionType=row["format"],
                learningResourceType=row["kind"],
                educationalLevel=row["level"],
                timeRequired=f"PT{row['minutes']}M",
                about=[term(one) for one in (row["category"], *row["topics"])],
                assesses=[term(one["quality"]) for one in row["qualities"]],
                license=thing("CreativeWork", name=row["licence"]),
                version=row["version"],
                dateCreated=row["created_at"],
                dateModified=row["updated_at"],
                citation=[thing("CreativeWork", name=one["title"], url=one["url"]) for one in row["sources"]],
                answerCount=len(row["answers"]),
                acceptedAnswer=best,
                suggestedAnswer=[answer(one) for one in row["answers"] if one["score"] != BEST],
            ),
        }


def answer(row: Mapping[str, Any]) -> dict[str, Any]:
    """schema.org/Answer."""
    said = thing("Answer", name=f"Score {row['score']}", text=row["body"], description=row["why_this_score"])
    return {"@id": absolute(row["url"]), **said}


def term(row: Mapping[str, Any]) -> dict[str, Any]:
    """schema.org/DefinedTerm: a word of the bank's own vocabulary."""
    return {"@id": absolute(row["url"]), **thing("DefinedTerm", termCode=row["slug"], name=row["name"])}
