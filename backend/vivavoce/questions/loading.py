"""Writes questions, versions, answers and search documents, a whole batch at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone

from vivavoce.packs import checked, samples
from vivavoce.packs.entries import Entry, PackFolder
from vivavoce.packs.models import Pack
from vivavoce.packs.registry import Batch
from vivavoce.packs.services import Refused
from vivavoce.questions.indexing import index_questions
from vivavoce.questions.models import (
    Answer,
    Category,
    Kind,
    Quality,
    Question,
    QuestionQuality,
    QuestionVersion,
    Role,
    Status,
    Topic,
)
from vivavoce.questions.rendering import code_to_html, to_html
from vivavoce.questions.vocabulary import ids_by_slug

HEADINGS = {
    Kind.INTERVIEW: ("Assesses", "How to answer", "Common mistakes"),
    Kind.TO_ASK: ("Why ask", "A good answer", "Warning signs"),
    Kind.FAQ: ("Why people ask", "Answer", "Common mistakes"),
}
"""Which headings fill ``assesses``, ``guidance`` and ``common_mistakes``."""
MATERIAL = "Material"
"""The heading of what is read with the prompt."""
PLAIN = ("audience", "kind", "format", "prompt", "level", "minutes", "importance", "sources")
OPTIONAL: dict[str, Any] = {"key_points": [], "red_flags": [], "probes": [], "applies_to": {}}


def load_questions(batch: Batch) -> None:
    """Create what is new, add versions, change what may change, and write the search documents again."""
    uids = [UUID(entry.data["uid"]) for entry in batch.entries]
    _refuse_others(batch)
    _save_questions(batch)
    versions = {
        (version.question_id, version.version): version
        for version in QuestionVersion.objects.filter(question__in=uids).defer("key_points", "red_flags", "sources")
    }
    new = [entry for entry in batch.entries if _key(entry) not in versions]
    known = [entry for entry in batch.entries if _key(entry) in versions]
    _add_versions(new)
    _update_status(known, versions)
    _choose_current(uids)
    _record_runs(batch.folder, batch.entries)
    index_questions(uids)


def _refuse_others(batch: Batch) -> None:
    """A uid means one question for ever: another pack cannot take it over."""
    uids = [entry.data["uid"] for entry in batch.entries]
    others = Question.objects.filter(pk__in=uids).exclude(pack=batch.pack)
    taken = {str(pk): slug for pk, slug in others.values_list("pk", "pack__slug")}
    problems = [
        entry.problem(f"the uid is taken in the pack {taken[entry.data['uid']]!r}", "uid", code="not-unique")
        for entry in batch.entries
        if entry.data["uid"] in taken
    ]
    if problems:
        raise Refused(problems)


def retire_questions(pack: Pack, uids: Sequence[str]) -> None:
    """Hide questions whose file is gone; what people were asked stays readable to them."""
    Question.objects.filter(pack=pack, pk__in=uids).update(status=Status.RETIRED, updated_at=timezone.now())


def _key(entry: Entry) -> tuple[UUID, int]:
    return UUID(entry.data["uid"]), entry.data["version"]


def _save_questions(batch: Batch) -> None:
    Question.objects.bulk_create(
        (
            Question(
                id=entry.data["uid"],
                number=entry.data["number"],
                slug=entry.data["slug"],
                aliases=entry.data.get("aliases", []),
                pack=batch.pack,
                status=entry.data["status"],
            )
            for entry in batch.entries
        ),
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["number", "slug", "aliases", "pack", "status", "updated_at"],
    )


def _add_versions(entries: Sequence[Entry]) -> None:
    categories = ids_by_slug(Category, (entry.data["category"] for entry in entries))
    made = {_key(entry): _version(entry, categories) for entry in entries}
    QuestionVersion.objects.bulk_create(made.values())
    pairs = [(made[_key(entry)], entry) for entry in entries]
    _relate(pairs)
    Answer.objects.bulk_create(answer for version, entry in pairs for answer in _answers(version, entry))


def _version(entry: Entry, categories: dict[str, UUID]) -> QuestionVersion:
    data = entry.data
    assesses, guidance, mistakes = (entry.body.get(heading, "") for heading in HEADINGS[data["kind"]])
    material = entry.body.get(MATERIAL, "")
    return QuestionVersion(
        question_id=data["uid"],
        version=data["version"],
        status=data["status"],
        category_id=categories[data["category"]],
        material=material,
        material_html=to_html(material),
        assesses=assesses,
        assesses_html=to_html(assesses),
        guidance=guidance,
        guidance_html=to_html(guidance),
        common_mistakes=mistakes,
        common_mistakes_html=to_html(mistakes),
        **{name: data[name] for name in PLAIN},
        **{name: data.get(name, blank) for name, blank in OPTIONAL.items()},
    )


def _relate(pairs: Sequence[tuple[QuestionVersion, Entry]]) -> None:
    topics = ids_by_slug(Topic, (slug for _, entry in pairs for slug in entry.data["topics"]))
    roles = ids_by_slug(Role, (slug for _, entry in pairs for slug in entry.data.get("roles", [])))
    qualities = ids_by_slug(Quality, (slug for _, entry in pairs for slug in entry.data.get("qualities", {})))
    topic_link, role_link = QuestionVersion.topics.through, QuestionVersion.roles.through
    topic_link._default_manager.bulk_create(
        topic_link(questionversion_id=version.pk, topic_id=topics[slug])
        for version, entry in pairs
        for slug in entry.data["topics"]
    )
    role_link._default_manager.bulk_create(
        role_link(questionversion_id=version.pk, role_id=roles[slug])
        for version, entry in pairs
        for slug in entry.data.get("roles", [])
    )
    QuestionQuality.objects.bulk_create(
        QuestionQuality(version=version, quality_id=qualities[slug], strength=strength)
        for version, entry in pairs
        for slug, strength in entry.data.get("qualities", {}).items()
    )


def _answers(version: QuestionVersion, entry: Entry) -> Iterable[Answer]:
    for score in range(1, 5):
        if f"Score {score}" not in entry.body:
            continue
        body, code = samples.split(entry.body[f"Score {score}"])
        why = entry.body[f"Score {score} / Why this score"]
        yield Answer(
            version=version,
            score=score,
            body=body,
            body_html=to_html(body),
            why_this_score=why,
            why_this_score_html=to_html(why),
            samples=[{"language": "python", "code": text, "run": run} for text, run in code],
            samples_html=[code_to_html(text, "python") for text, _ in code],
        )


def _update_status(entries: Iterable[Entry], versions: dict[tuple[UUID, int], QuestionVersion]) -> None:
    changed = []
    for entry in entries:
        version = versions[_key(entry)]
        if version.status != entry.data["status"]:
            version.status = entry.data["status"]
            version.updated_at = timezone.now()
            changed.append(version)
    QuestionVersion.objects.bulk_update(changed, ["status", "updated_at"])


def _choose_current(uids: Sequence[UUID]) -> None:
    """The newest published version, or before there is one the newest; the question takes over its status."""
    newest: dict[UUID, tuple[bool, int, UUID, str]] = {}
    rows = QuestionVersion.objects.filter(question__in=uids).values_list("question", "version", "pk", "status")
    for question, number, pk, status in rows:
        candidate = (status == Status.PUBLISHED, number, pk, status)
        newest[question] = max(newest.get(question, candidate), candidate)
    questions = [Question(pk=key, current_id=row[2], status=row[3]) for key, row in newest.items()]
    Question.objects.bulk_update(questions, ["current", "status"])


def _record_runs(folder: PackFolder, entries: Sequence[Entry]) -> None:
    """Where the samples of the current version ran; the record knows nothing of another version's samples."""
    uids = [entry.data["uid"] for entry in entries]
    rows = Question.objects.filter(pk__in=uids).select_related("current").only("current__version")
    current = {question.pk: question for question in rows}
    changed = []
    for entry in entries:
        question = current[UUID(entry.data["uid"])]
        if question.current and question.current.version == entry.data["version"]:
            question.checked_on = checked.checks(samples.of_entry(entry), folder.record)
            changed.append(question)
    Question.objects.bulk_update(changed, ["checked_on"])
