from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from rest_framework.test import APIClient

from tests.interviews.kit_samples import SCRIPT, a_kit, a_rubric
from tests.people import a_person, signed_in
from tests.questions import samples
from vivavoce.accounts import rules as account_rules
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.interviews.models import Kit, KitItem
from vivavoce.interviews.views.kits import KitViewSet
from vivavoce.questions.models import Question

pytestmark = pytest.mark.django_db
KITS = "/api/v1/kits/"
ALL = [0, 1, 2]


def asked(number: int) -> Question:
    return Question.objects.filter(slug=f"question-{number}").first() or samples.question(number)


class TestKits(ResourceContract):
    path = KITS
    viewset = KitViewSet
    public = True
    filters = {
        "slug=kit-0,kit-1": [0, 1],
        "slug__not=kit-0": [1, 2],
        "title=KIT 1": [1],
        "title__not=kit 1": [0, 2],
        "title__contains=it": ALL,
        "purpose=mock": [1],
        "purpose__not=mock": [0, 2],
        "role=analyst": [2],
        "role__not=analyst": [0, 1],
        "level=junior,mid": [0, 1],
        "level__not=junior": [1, 2],
        "focus=reliability": [0],
        "focus__not=reliability": [1, 2],
        "focus__all=reliability,modelling": [0],
        "question=question-1": [0, 1],
        "question__not=question-1": [2],
        "question__all=question-0,question-1": [0],
        "rubric=django-mid": [0, 1],
        "rubric__not=django-mid": [2],
        "minutes=30": [0],
        "minutes__gte=60": [1, 2],
        "minutes__lte=30": [0],
        "status=published": ALL,
        "status__not=published": [],
        "pack=samples": ALL,
        "pack__not=samples": [],
        "version=1": ALL,
        "version__gte=2": [],
        "version__lte=1": ALL,
    }

    def make(self, owner: Any, number: int) -> Kit:
        turn = number % 3
        modelling, reliability = samples.quality("modelling"), samples.quality("reliability", 2)
        return a_kit(
            f"kit-{number}",
            title=f"Kit {turn}",
            purpose=["hiring", "mock", "hiring"][turn],
            role=samples.role(["engineer", "engineer", "analyst"][turn]),
            level=["junior", "mid", "senior"][turn],
            rubric=a_rubric(["django-mid", "django-mid", "django-senior"][turn]),
            minutes=[30, 60, 90][turn],
            focus=[modelling, reliability] if turn == 0 else [modelling],
            asks=[[asked(0), asked(1)], [asked(1)], []][turn],
        )

    def make_hidden(self, stranger: Any) -> Kit:
        return a_kit("hidden", status="draft", focus=[])

    def exact(self, row: Kit) -> dict[str, Any]:
        row.refresh_from_db()
        items = row.items.select_related("question_version__question").order_by("position")
        return {
            "id": str(row.pk),
            "url": "/api/v1/kits/kit-0/",
            "slug": "kit-0",
            "name": "Kit 0",
            "version": 1,
            "status": "published",
            "pack": "samples",
            "licence": "CC BY 4.0",
            "title": "Kit 0",
            "summary": "A plan of sixty minutes.",
            "purpose": "hiring",
            "role": brief(row.role, "roles", "Engineer"),
            "level": "junior",
            "rubric": brief(row.rubric, "rubrics", "Django, mid") | {"version": 1},
            "minutes": 30,
            "focus": [brief(quality, "qualities", quality.name) for quality in row.focus.order_by("position")],
            "opening_minutes": 5,
            "opening_script": SCRIPT,
            "items": [item(one) for one in items],
            "closing_minutes": 10,
            "closing_script": "What would you like to ask me?",
            "created_at": row.created_at.isoformat().replace("+00:00", "Z"),
            "updated_at": row.updated_at.isoformat().replace("+00:00", "Z"),
        }

    def remove(self, row: Kit) -> None:
        row.items.all().delete()
        row.delete()


def brief(row: Any, kind: str, name: str) -> dict[str, Any]:
    return {"id": str(row.pk), "slug": row.slug, "name": name, "url": f"/api/v1/{kind}/{row.slug}/"}


def item(row: KitItem) -> dict[str, Any]:
    question = row.question_version.question
    return {
        "id": str(row.pk),
        "position": row.position,
        "part": "",
        "pause": 0,
        "question": {
            "id": str(question.pk),
            "slug": question.slug,
            "number": question.number,
            "prompt": row.question_version.prompt,
            "url": f"/api/v1/questions/{question.slug}/",
        },
        "version": 1,
        "prompt": row.question_version.prompt,
        "minutes": 10,
        "required": row.position == 1,
        "probes": ["And then?"],
    }


def test_a_kit_with_a_guarded_question_is_for_interviewers_only() -> None:
    a_kit("secret", asks=[samples.question(0, audience="hiring")])
    candidate, interviewer = a_person(), a_person()
    interviewer.groups.add(Group.objects.get(name=account_rules.INTERVIEWERS))
    assert APIClient().get(f"{KITS}secret/").status_code == 404
    assert signed_in(candidate).get(KITS).json()["count"] == 0
    assert signed_in(interviewer).get(f"{KITS}secret/").status_code == 200


def test_it_goes_out_of_sight_with_a_question_that_is_guarded_later() -> None:
    question = samples.question(0)
    a_kit("talk", asks=[question])
    assert APIClient().get(f"{KITS}talk/").status_code == 200
    question.current = samples.version(question, 0, number=2, prompt="Only we.", status="published", audience="hiring")
    question.save()
    editor, interviewer = a_person(), a_person()
    editor.groups.add(Group.objects.get(name=account_rules.EDITORS))
    interviewer.groups.add(Group.objects.get(name=account_rules.INTERVIEWERS))
    assert APIClient().get(f"{KITS}talk/").status_code == 404
    assert signed_in(editor).get(f"{KITS}talk/").status_code == 404
    assert signed_in(interviewer).get(f"{KITS}talk/").status_code == 200


def test_it_asks_in_the_words_that_were_planned() -> None:
    question = samples.question(0)
    a_kit("talk", asks=[question])
    question.current = samples.version(question, 0, number=2, prompt="Other.", status="published", audience="public")
    question.save()
    shown = APIClient().get(f"{KITS}talk/").json()["items"][0]
    assert (shown["version"], shown["prompt"], shown["question"]["prompt"]) == (
        1,
        samples.PROMPTS[0],
        samples.PROMPTS[0],
    )


def test_a_draft_is_for_editors_only() -> None:
    a_kit("draft", status="draft")
    editor = a_person()
    editor.groups.add(Group.objects.get(name=account_rules.EDITORS))
    assert signed_in(a_person()).get(f"{KITS}draft/").status_code == 404
    assert signed_in(editor).get(f"{KITS}draft/").status_code == 200


def test_the_list_holds_the_newest_and_version_asks_for_an_older_one() -> None:
    a_kit("talk", is_current=False)
    a_kit("talk", version=2, title="Talk, again")
    client = APIClient()
    assert [kit["version"] for kit in client.get(KITS).json()["results"]] == [2]
    assert client.get(f"{KITS}talk/").json()["title"] == "Talk, again"
    assert client.get(f"{KITS}talk/", {"version": 1}).json()["title"] == "Talk"
    wrong = client.get(f"{KITS}talk/", {"version": 3})
    assert wrong.json()["errors"][0]["allowed"] == [1, 2]


def test_the_text_of_a_version_never_changes() -> None:
    kit = a_kit()
    with pytest.raises(IntegrityError), transaction.atomic():
        Kit.objects.filter(pk=kit.pk).update(title="Other")
    Kit.objects.filter(pk=kit.pk).update(status="retired")


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_what_a_pack_holds_is_read_only(method: str) -> None:
    a_kit("talk")
    reply = getattr(APIClient(), method)(f"{KITS}talk/")
    assert reply.status_code == 401
    client = APIClient()
    client.force_login(a_person())
    refused = getattr(client, method)(f"{KITS}talk/")
    assert (refused.status_code, refused.json()["code"]) == (409, "managed_by_pack")
