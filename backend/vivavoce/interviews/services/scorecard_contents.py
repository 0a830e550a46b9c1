"""What stands on a scorecard: held against its interview and its rubric, written, and kept as it was submitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from vivavoce.core.hints import Hint
from vivavoce.core.problems import Fault, InvalidBody, fault
from vivavoce.interviews import scorecard_rules
from vivavoce.interviews.models import Evidence, InterviewItem, PrivateNote, Rating, Scorecard
from vivavoce.rubrics.models import Criterion

TEXTS = ("recommendation", "key_takeaways", "note_for_next", "shareable_feedback")

Parts = Sequence[Mapping[str, Any]]


def write(card: Scorecard, fields: Mapping[str, Any]) -> None:
    """Write the members that ``fields`` names; a list replaces the one before. Nothing else is filled in."""
    criteria = {one.quality.slug: one for one in card.rubric.criteria.select_related("quality")}
    items = card.interview.items.select_related("question_version", "kit_item").in_bulk()
    ratings, evidence, marks = (fields.get(name) for name in ("ratings", "evidence", "marks"))
    wrong = [
        *_foreign_criteria("ratings", ratings or [], criteria),
        *_twice("ratings", "criterion", ratings or []),
        *_twice("evidence", "id", evidence or []),
        *_twice("marks", "item", marks or []),
        *_foreign_criteria("evidence", evidence or [], criteria),
        *_foreign_items("evidence", evidence or [], items),
        *_foreign_items("marks", marks or [], items),
        *_unknown_ticks(marks or [], items),
    ]
    if wrong:
        raise InvalidBody(errors=wrong)
    for name in TEXTS:
        setattr(card, name, fields.get(name, getattr(card, name)))
    if marks is not None:
        card.marks = [{**mark, "item": str(mark["item"])} for mark in marks]
    card.save()  # always, so that its counter grows with every change of its parts
    if "private_note" in fields:
        PrivateNote.objects.update_or_create(scorecard=card, defaults={"text": fields["private_note"]})
    if ratings is not None:
        _rate(card, ratings, criteria)
    if evidence is not None:
        _evidence(card, evidence, criteria)


def lacks(card: Scorecard, criteria: Iterable[Criterion]) -> list[scorecard_rules.Lack]:
    """What the card still needs before it can be submitted; ``criteria`` are its rubric's, with their qualities."""
    names, slugs = {}, {}
    for one in criteria:
        names[one.quality.slug], slugs[one.pk] = one.quality.name, one.quality.slug
    ratings = [
        scorecard_rules.Rated(slugs[one.criterion_id], one.score, one.not_assessed_reason) for one in card.ratings.all()
    ]
    shown = [
        scorecard_rules.Shown(slugs[one.criterion_id] if one.criterion_id else None, one.kind)
        for one in card.evidence.all()
    ]
    return scorecard_rules.lacks(names, ratings, shown, card.recommendation)


def as_submitted(card: Scorecard) -> dict[str, Any]:
    """All of the card that others may ever read, for the log of its revisions."""
    return {
        **{name: getattr(card, name) for name in TEXTS},
        "marks": card.marks,
        "ratings": [
            {
                "criterion": rating.criterion.quality.slug,
                "score": rating.score,
                "not_assessed_reason": rating.not_assessed_reason,
            }
            for rating in card.ratings.select_related("criterion__quality")
        ],
        "evidence": [
            {
                "criterion": piece.criterion.quality.slug if piece.criterion else None,
                "item": str(piece.item_id) if piece.item_id else None,
                "kind": piece.kind,
                "text": piece.text,
                "at": piece.at.isoformat() if piece.at else None,
            }
            for piece in card.evidence.select_related("criterion__quality")
        ],
    }


def _foreign_criteria(name: str, parts: Parts, criteria: Mapping[str, Criterion]) -> Iterator[Fault]:
    for index, part in enumerate(parts):
        slug = part.get("criterion")
        if slug is not None and slug not in criteria:
            hint = Hint("not_found", word=slug, allowed=list(criteria))
            yield fault(hint, f'The rubric does not judge "{slug}".', pointer=f"/{name}/{index}/criterion")


def _twice(name: str, member: str, parts: Parts) -> Iterator[Fault]:
    seen = set()
    for index, part in enumerate(parts):
        if part.get(member) in seen:
            yield fault("not_unique", "This stands in the list twice.", pointer=f"/{name}/{index}/{member}")
        seen.update([part[member]] if member in part else [])


def _foreign_items(name: str, parts: Parts, items: Mapping[UUID, InterviewItem]) -> Iterator[Fault]:
    for index, part in enumerate(parts):
        item = part.get("item")
        if item is not None and item not in items:
            yield fault("not_found", "This interview has no such item.", pointer=f"/{name}/{index}/item")


def _unknown_ticks(marks: Parts, items: Mapping[UUID, InterviewItem]) -> Iterator[Fault]:
    for index, mark in enumerate(marks):
        if (item := items.get(mark["item"])) is None:
            continue  # said already
        known = [str(point["id"]) for point in item.question_version.key_points]
        for place, point in enumerate(mark["heard"]):
            if point not in known:
                hint = Hint("not_found", word=point, allowed=known)
                yield fault(hint, "The question has no such key point.", pointer=f"/marks/{index}/heard/{place}")
        for place, probe in enumerate(mark.get("probes", [])):
            if probe >= len(item.probes):
                detail = "The question has no such probe."
                yield fault("out_of_range", detail, pointer=f"/marks/{index}/probes/{place}")


def _rate(card: Scorecard, ratings: Parts, criteria: Mapping[str, Criterion]) -> None:
    card.ratings.all().delete()
    Rating.objects.bulk_create(
        Rating(
            scorecard=card,
            criterion=criteria[rating["criterion"]],
            score=rating.get("score"),
            not_assessed_reason=rating.get("not_assessed_reason", ""),
        )
        for rating in ratings
    )


def _evidence(card: Scorecard, evidence: Parts, criteria: Mapping[str, Criterion]) -> None:
    card.evidence.all().delete()
    Evidence.objects.bulk_create(
        Evidence(
            scorecard=card,
            key=piece.get("id"),
            position=position,
            criterion=criteria[piece["criterion"]] if piece.get("criterion") else None,
            item_id=piece.get("item"),
            kind=piece.get("kind", "said"),
            text=piece["text"],
            at=piece.get("at"),
        )
        for position, piece in enumerate(evidence, start=1)
    )
