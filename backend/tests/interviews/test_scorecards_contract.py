"""What scorecards and debriefs inherit."""

from typing import Any

from tests.interviews.card_samples import EVIDENCE, a_card, an_assessment, held, seat, whole
from tests.interviews.test_contract import ALL, NOBODY, when
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.interviews import blindness
from vivavoce.interviews.models import Debrief, Scorecard
from vivavoce.interviews.views.debriefs import DebriefViewSet
from vivavoce.interviews.views.scorecards import ScorecardViewSet
from vivavoce.openings.models import Application

STEPS = ("", "submit", "decline")


class TestScorecards(ResourceContract):
    path = "/api/v1/scorecards/"
    viewset = ScorecardViewSet
    filters = {
        "state=draft": [0],
        "state__not=draft": [1, 2],
        "state=submitted,declined": [1, 2],
        "is_mine=true": ALL,
        "is_mine=false": [],
        f"interview={NOBODY}": [],
        f"interview__not={NOBODY}": ALL,
        f"application={NOBODY}": [],
        f"application__not={NOBODY}": ALL,
    }

    def make(self, owner: Any, number: int) -> Scorecard:
        place = seat(held(owner, an_assessment(owner)), owner)
        return a_card(place, whole(private_note="Quiet."), STEPS[number % 3])

    def remove(self, row: Scorecard) -> None:
        with blindness.acting_as(row.interviewer):
            row.delete()

    def exact(self, row: Scorecard) -> dict[str, Any]:
        with blindness.acting_as(row.interviewer):
            row.refresh_from_db()
            note = row.evidence.get()
        quality = row.rubric.criteria.get().quality
        return {
            "id": str(row.pk),
            "url": f"/api/v1/scorecards/{row.pk}/",
            "interview": {
                "id": str(row.interview_id),
                "name": str(row.interview),
                "url": f"/api/v1/interviews/{row.interview_id}/",
            },
            "interviewer": {"id": str(row.interviewer_id), "name": str(row.interviewer)},
            "is_mine": True,
            "rubric": {
                "id": str(row.rubric_id),
                "slug": "django-mid",
                "name": "Django, mid",
                "version": 1,
                "url": "/api/v1/rubrics/django-mid/",
            },
            "state": "draft",
            "ratings": [
                {
                    "criterion": {
                        "id": str(quality.pk),
                        "slug": "modelling",
                        "name": quality.name,
                        "url": "/api/v1/qualities/modelling/",
                    },
                    "score": 3,
                    "not_assessed_reason": "",
                }
            ],
            "evidence": [
                {
                    "id": str(note.pk),
                    "criterion": "modelling",
                    "item": None,
                    "kind": "said",
                    "text": EVIDENCE,
                    "at": None,
                }
            ],
            "recommendation": "yes",
            "key_takeaways": "",
            "note_for_next": "",
            "private_note": "Quiet.",
            "shareable_feedback": "",
            "marks": [],
            "revision": 0,
            "submitted_at": None,
            "decline_reason": "",
            "revisions": [],
            "missing": [],
            "allowed_transitions": ["submit", "decline"],
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }


class TestDebriefs(ResourceContract):
    path = "/api/v1/debriefs/"
    viewset = DebriefViewSet
    filters = {
        "purpose=mock": [2],
        "purpose__not=mock": [0, 1],
        "is_open=true": [1],
        "is_open=false": [0, 2],
        "decided=true": [1],
        "decided=false": [0, 2],
    }

    def make(self, owner: Any, number: int) -> Debrief:
        """Waiting, then decided, then a mock that nobody rates."""
        turn = number % 3
        if turn == 2:
            return Debrief.objects.get(interview=held(owner))
        application: Application = an_assessment(owner)
        place = seat(held(owner, application), owner)
        debrief = Debrief.objects.get(application=application)
        if turn == 1:
            a_card(place, whole(), "submit")
            decided = {"decision": "hold", "rationale": "Later.", "decided_at": place.interview.starts_at}
            debrief.decisions.create(decided_by=owner, **decided)
        return debrief

    def exact(self, row: Debrief) -> dict[str, Any]:
        row.refresh_from_db()
        application: Any = row.application
        interview = application.interviews.get()
        owner = {"id": str(application.owner_id), "name": str(application.owner)}
        return {
            "id": str(row.pk),
            "url": f"/api/v1/debriefs/{row.pk}/",
            "purpose": "hiring",
            "candidate_name": application.candidate_name,
            "application": {
                "id": str(application.pk),
                "name": application.candidate_name,
                "url": f"/api/v1/applications/{application.pk}/",
            },
            "opening": None,
            "level": "mid",
            "interviews": [
                {
                    "id": str(interview.pk),
                    "name": str(interview),
                    "url": f"/api/v1/interviews/{interview.pk}/",
                    "starts_at": when(interview.starts_at),
                    "kit": {
                        "id": str(interview.kit_id),
                        "slug": "talk-60",
                        "name": "Talk",
                        "version": 1,
                        "url": "/api/v1/kits/talk-60/",
                    },
                }
            ],
            "is_open": False,
            "cards": {"expected": 1, "submitted": 0},
            "waiting_for": [owner],
            "people": [{**owner, "is_me": True}],
            **dict.fromkeys(
                ("criteria", "agreement", "recommendations", "strictness", "notes", "decisions", "decision")
            ),
            "rationale": "",
            "decided_by": None,
            "decided_at": None,
            "may_decide": False,
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }
