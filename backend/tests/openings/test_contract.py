from typing import Any

from django.contrib.auth.models import Group

from vivavoce.core.testing.contract import ResourceContract
from vivavoce.openings import services
from vivavoce.openings.models import Application, Opening
from vivavoce.openings.views import ApplicationViewSet, OpeningViewSet

ALL = [0, 1, 2]


def sample(owner: Any, number: int) -> Opening:
    """Halden, Kite and Vellum in turn; the third says little."""
    turn = number % 3
    fields: list[dict[str, Any]] = [
        {
            "organization": "Halden",
            "industry": "Logistics",
            "city": "Rotterdam",
            "region": "South Holland",
            "country": "NL",
            "salary_min": 64_000,
            "salary_max": 76_000,
            "level": "senior",
            "posted_on": "2026-11-01",
            "valid_through": "2026-12-01",
            "skills": ["Django", "Celery"],
        },
        {
            "organization": "Kite",
            "industry": "Civic",
            "city": "Vienna",
            "region": "Vienna",
            "country": "AT",
            "remote": "hybrid",
            "employment_type": "part_time",
            "salary_min": 4_000,
            "salary_currency": "CHF",
            "salary_period": "month",
            "level": "mid",
            "posted_on": "2026-11-10",
            "valid_through": "2026-12-10",
            "skills": ["Django"],
        },
        {"organization": "Vellum", "remote": "full", "level": "lead"},
    ]
    return Opening.objects.create(owner=owner, title=f"Developer {turn}", **fields[turn])


def when(moment: Any) -> str:
    return str(moment.isoformat().replace("+00:00", "Z"))


class TestOpenings(ResourceContract):
    path = "/api/v1/openings/"
    viewset = OpeningViewSet
    filters = {
        "q=developer rotterdam": [0],
        "title=developer 0": [0],
        "title__not=developer 0": [1, 2],
        "title__contains=DEV": ALL,
        "organization=halden,KITE": [0, 1],
        "organization__not=Halden": [1, 2],
        "organization__contains=ell": [2],
        "industry=logistics": [0],
        "industry__not=logistics": [1, 2],
        "industry__contains=civ": [1],
        "city=vienna": [1],
        "city__not=vienna": [0, 2],
        "city__contains=rott": [0],
        "region=south holland": [0],
        "region__not=Vienna": [0, 2],
        "region__contains=holl": [0],
        "country=nl,at": [0, 1],
        "country__not=NL": [1, 2],
        "country__contains=A": [1],
        "remote=full": [2],
        "remote__not=full": [0, 1],
        "employment_type=part_time": [1],
        "employment_type__not=part_time": [0, 2],
        "level=senior,mid": [0, 1],
        "level__not=lead": [0, 1],
        "skill=celery": [0],
        "skill__not=CELERY": [1, 2],
        "salary__gte=70000": [0],
        "salary__lte=10000": [1],
        "salary_min=4000": [1],
        "salary_min__gte=5000": [0],
        "salary_min__lte=5000": [1],
        "salary_min__isnull=true": [2],
        "salary_max=76000": [0],
        "salary_max__gte=1": [0],
        "salary_max__lte=1": [],
        "salary_max__isnull=true": [1, 2],
        "salary_currency=chf": [1],
        "salary_currency__not=CHF": [0, 2],
        "salary_currency__contains=UR": [0, 2],
        "salary_period=month": [1],
        "salary_period__not=month": [0, 2],
        "stage=saved": [],
        "stage__not=saved": ALL,
        "posted_on=2026-11-01": [0],
        "posted_on__gte=2026-11-05": [1],
        "posted_on__lte=2026-11-05": [0],
        "posted_on__isnull=true": [2],
        "valid_through=2026-12-01": [0],
        "valid_through__gte=2026-12-05": [1],
        "valid_through__lte=2026-12-05": [0],
        "valid_through__isnull=true": [2],
    }

    def make(self, owner: Any, number: int) -> Opening:
        return sample(owner, number)

    def exact(self, row: Opening) -> dict[str, Any]:
        row.refresh_from_db()
        return {
            "id": str(row.pk),
            "url": f"/api/v1/openings/{row.pk}/",
            "name": "Developer 0, Halden",
            "title": "Developer 0",
            "organization": "Halden",
            "industry": "Logistics",
            "description": "",
            "city": "Rotterdam",
            "region": "South Holland",
            "country": "NL",
            "remote": "no",
            "employment_type": "full_time",
            "salary_min": 64_000,
            "salary_max": 76_000,
            "salary_currency": "EUR",
            "salary_period": "year",
            "level": "senior",
            "posting_url": "",
            "posted_on": "2026-11-01",
            "valid_through": "2026-12-01",
            "skills": ["Django", "Celery"],
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }


class TestApplications(ResourceContract):
    path = "/api/v1/applications/"
    viewset = ApplicationViewSet
    filters = {
        "q=halden call": [0],
        "side=hiring": [2],
        "side__not=hiring": [0, 1],
        "candidate_name=ana silva": [2],
        "candidate_name__not=Ana Silva": [0, 1],
        "candidate_name__contains=SILV": [2],
        "stage=applied,offer": [0, 1],
        "stage__not=offer": [0, 2],
        "opening=00000000-0000-0000-0000-000000000000": [],
        "opening__not=00000000-0000-0000-0000-000000000000": ALL,
        "organization=kite": [1],
        "organization__not=kite": [0, 2],
        "organization__contains=ell": [2],
        "industry=Civic": [1],
        "industry__not=Civic": [0, 2],
        "industry__contains=logi": [0],
        "city=Vienna": [1],
        "city__not=Vienna": [0, 2],
        "city__contains=otter": [0],
        "country=nl": [0],
        "country__not=nl": [1, 2],
        "country__contains=a": [1],
        "remote=hybrid": [1],
        "remote__not=hybrid": [0, 2],
        "level=lead": [2],
        "level__not=lead": [0, 1],
        "skill=django": [0, 1],
        "skill__not=celery": [1, 2],
        "salary__gte=70000": [0],
        "salary__lte=10000": [1],
        "next_action_on=2026-11-26": [0],
        "next_action_on__gte=2026-11-26": [0],
        "next_action_on__lte=2026-11-25": [],
        "next_action_on__isnull=true": [1, 2],
    }

    def make(self, owner: Any, number: int) -> Application:
        turn = number % 3
        fields = {"opening": sample(owner, number), "stage": ["applied", "offer", "rejected"][turn]}
        if turn == 0:
            fields |= {"next_action": "Call", "next_action_on": "2026-11-26"}
        if turn == 2:
            owner.groups.add(Group.objects.get(name="interviewers"))
            fields |= {"side": "hiring", "candidate_name": "Ana Silva"}
        return services.apply(owner=owner, fields=fields)

    def exact(self, row: Application) -> dict[str, Any]:
        row.refresh_from_db()
        line = row.history.get()
        return {
            "id": str(row.pk),
            "url": f"/api/v1/applications/{row.pk}/",
            "name": "Developer 0, Halden",
            "side": "candidate",
            "candidate_name": "",
            "visibility": "after_own_submission",
            "panel": [],
            "opening": {
                "id": str(row.opening_id),
                "url": f"/api/v1/openings/{row.opening_id}/",
                "name": "Developer 0, Halden",
            },
            "stage": "applied",
            "stage_label": "",
            "next_action": "Call",
            "next_action_on": "2026-11-26",
            "contacts": [],
            "notes": "",
            "quiet_days": 0,
            "history": [
                {
                    "id": str(line.pk),
                    "at": when(line.at),
                    "from_stage": None,
                    "to_stage": "applied",
                    "label": "",
                    "note": "",
                }
            ],
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }
