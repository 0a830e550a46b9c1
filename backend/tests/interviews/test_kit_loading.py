import copy
from pathlib import Path
from typing import Any

import pytest

from tests.interviews.kit_samples import a_rubric
from tests.questions import samples
from vivavoce.interviews.models import Kit, KitItem
from vivavoce.interviews.pack_kinds import load_kits, retire_kits
from vivavoce.packs.entries import Document, Entry, PackFolder
from vivavoce.packs.registry import Batch

pytestmark = pytest.mark.django_db
KIT: dict[str, Any] = {
    "slug": "talk",
    "version": 1,
    "status": "published",
    "title": "Talk",
    "summary": "A plan of half an hour.",
    "purpose": "mock",
    "role": "engineer",
    "level": "mid",
    "rubric": {"slug": "django-mid", "version": 1},
    "minutes": 30,
    "focus": ["modelling"],
    "opening": {"minutes": 3, "script": "Welcome."},
    "closing": {"minutes": 7, "script": "Your questions?"},
    "items": [
        {"question": "question-1", "minutes": 10, "required": True, "probes": ["And then?"]},
        {"question": "question-0", "minutes": 10, "required": False, "probes": []},
    ],
}


def load(**changes: Any) -> None:
    data = copy.deepcopy(KIT) | changes
    entry = Entry(kind="kit", path="kits/talk.yaml", data=data, document=Document(data, {}))
    load_kits(Batch(samples.pack(), PackFolder(root=Path("pack")), [entry]))


@pytest.fixture(autouse=True)
def _vocabulary() -> None:
    a_rubric()
    samples.question(0)
    samples.question(1)


def test_a_file_becomes_a_kit_with_its_questions_in_order() -> None:
    load()
    kit = Kit.objects.get()
    assert (kit.slug, kit.minutes, kit.opening_minutes, kit.closing_script) == ("talk", 30, 3, "Your questions?")
    assert [quality.slug for quality in kit.focus.all()] == ["modelling"]
    items = [(item.question_version.question.slug, item.required, item.probes) for item in kit.items.all()]
    assert items == [("question-1", True, ["And then?"]), ("question-0", False, [])]


def test_a_known_version_keeps_its_text() -> None:
    load()
    load(title="Other", items=[])
    assert Kit.objects.get().title == "Talk"
    assert KitItem.objects.count() == 2


def test_the_newest_published_version_is_current() -> None:
    load()
    load(version=2, status="draft")
    assert Kit.objects.current().get().version == 1
    load(version=2, status="published")
    assert Kit.objects.current().get().version == 2
    assert Kit.objects.count() == 2


def test_a_kit_whose_file_is_gone_is_retired() -> None:
    load()
    retire_kits(samples.pack(), ["talk"])
    assert Kit.objects.get().status == "retired"
    assert not Kit.objects.visible_to(None).exists()
