from datetime import datetime
from typing import Any

from tests.interviews.samples import an_application, an_interview
from tests.questions import samples
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview
from vivavoce.interviews.views.interviews import InterviewViewSet
from vivavoce.questions.models import Question

ALL = [0, 1, 2]
NOBODY = "00000000-0000-0000-0000-000000000000"


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def when(moment: Any) -> str:
    return str(moment.isoformat().replace("+00:00", "Z"))


class TestInterviews(ResourceContract):
    path = "/api/v1/interviews/"
    viewset = InterviewViewSet
    filters = {
        "q=kite screening": [0],
        "q=TOMAS": [1],
        "purpose=tracked": ALL,
        "purpose__not=tracked": [],
        "kit=talk-60": [],
        "kit__not=talk-60": ALL,
        "kit__contains=talk": [],
        "state=draft,cancelled": [1, 2],
        "state__not=draft": [0, 1],
        "starts_at__gte=2027-01-02T00:00:00Z": [1],
        "starts_at__lte=2027-01-02T00:00:00Z": [0],
        "starts_at__isnull=true": [2],
        "minutes=45": [1],
        "minutes__gte=60": [0, 2],
        "minutes__lte=59": [1],
        "round=coding": [1],
        "round__not=coding": [0, 2],
        "organization=kite public": [0],
        "organization__not=kite public": [1, 2],
        "organization__contains=HALD": [1, 2],
        f"application={NOBODY}": [],
        f"application__not={NOBODY}": ALL,
        f"opening={NOBODY}": [],
        f"opening__not={NOBODY}": ALL,
        "stage=screening": [0],
        "stage__not=screening": [1, 2],
        "title=screening": [0],
        "title__not=screening": [1, 2],
        "title__contains=TECH": [1, 2],
        "time_zone=europe/vienna": [0],
        "time_zone__not=Europe/Vienna": [1, 2],
        "time_zone__contains=lis": [1, 2],
        "no_show_by=candidate": [],
        "no_show_by__not=candidate": ALL,
        "has_retrospective=false": ALL,
        "asked=question-0": [],
        "asked__not=question-0": ALL,
    }

    def make(self, owner: Any, number: int) -> Interview:
        Question.objects.filter(slug="question-0").exists() or samples.question(0)
        turn = number % 3
        if turn == 0:
            application = an_application(owner, "Kite Public", stage="screening")
            return an_interview(
                owner,
                application=application,
                title="Screening",
                starts_at=moment("2027-01-01T09:00:00+00:00"),
                time_zone="Europe/Vienna",
            )
        if turn == 1:
            starts_at = moment("2027-01-03T09:00:00+00:00")
            people = [{"name": "Tomas"}]
            interview = an_interview(owner, starts_at=starts_at, minutes=45, round="coding", participants=people)
            return services.cancel(interview, reason="Ill")
        return an_interview(owner, starts_at=None)

    def exact(self, row: Interview) -> dict[str, Any]:
        row.refresh_from_db()
        line = row.history.get()
        return {
            "id": str(row.pk),
            "url": f"/api/v1/interviews/{row.pk}/",
            "name": "Screening, Kite Public",
            "purpose": "tracked",
            "application": {
                "id": str(row.application_id),
                "url": f"/api/v1/applications/{row.application_id}/",
                "name": "Django developer, Kite Public",
            },
            "candidate_name": "",
            "organization": "Kite Public",
            "title": "Screening",
            "kit": None,
            "kit_version": None,
            "kit_frozen": False,
            "round": "other",
            "starts_at": "2027-01-01T09:00:00Z",
            "ends_at": "2027-01-01T10:00:00Z",
            "time_zone": "Europe/Vienna",
            "minutes": 60,
            "place": "",
            "video_link": "",
            "participants": [],
            "my_roles": [],
            "my_scorecard": None,
            "debrief": None,
            "notes": "",
            "state": "scheduled",
            "allowed_transitions": ["reschedule", "complete", "cancel", "no-show"],
            "started_at": None,
            "finished_at": None,
            "cancel_reason": "",
            "no_show_by": None,
            "sequence": 0,
            "history": [
                {
                    "id": str(line.pk),
                    "at": when(line.at),
                    "verb": "create",
                    "from_state": None,
                    "to_state": "scheduled",
                    "starts_at": "2027-01-01T09:00:00Z",
                    "note": "",
                }
            ],
            "has_retrospective": False,
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }
