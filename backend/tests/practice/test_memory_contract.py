"""Cards, reviews and practice sessions keep the contract of every resource."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from tests.practice.memory_samples import an_asked, graded
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.practice.models import Card, PracticeSession, Review
from vivavoce.practice.services.sessions import Wish, begin, end
from vivavoce.practice.views.memory import CardViewSet, PracticeSessionViewSet, ReviewViewSet
from vivavoce.questions.models import Question

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ALL = [0, 1, 2]


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    """Times to come are part of these replies, so the clock stands."""
    with time_machine.travel(NOW, tick=False):
        yield


def question(number: int) -> Question:
    found = Question.objects.filter(number=100 + number).select_related("current").first()
    return found or an_asked(number)


def a_review(owner: Any, number: int) -> Review:
    """Again, hard and good in turn; one, two and three days ago."""
    turn = number % 3
    at = NOW - timedelta(days=turn + 1)
    return graded(owner, question(number), ("again", "hard", "good")[turn], at, seconds=60)


def mention(row: Question) -> dict[str, Any]:
    url = f"/api/v1/questions/{row.slug}/"
    return {"id": str(row.pk), "slug": row.slug, "number": row.number, "name": "Question 0?", "url": url}


def next_times(**times: str) -> dict[str, str]:
    return times


class TestCards(ResourceContract):
    path = "/api/v1/cards/"
    viewset = CardViewSet
    filters = {
        "due=true": ALL,
        "due=false": [],
        "question=question-0,question-2": [0, 2],
        "question__not=question-0": [1, 2],
        "category=category-1": [1],
        "category__not=category-1": [0, 2],
        "quality=modelling": [1],
        "quality__not=modelling": [0, 2],
        "state=learning": [0, 1],
        "state__not=learning": [2],
        "due_at__gte=2026-11-21T12:00:00Z": [0, 2],
        "due_at__lte=2026-11-21T12:00:00Z": [1, 2],
        "lapses=0": ALL,
        "lapses__gte=1": [],
        "lapses__lte=0": ALL,
    }

    def make(self, owner: Any, number: int) -> Card:
        return a_review(owner, number).card

    def exact(self, row: Card) -> dict[str, Any]:
        row.refresh_from_db()
        return {
            "id": str(row.pk),
            "url": f"/api/v1/cards/{row.pk}/",
            "question": mention(row.question),
            "state": "learning",
            "due_at": "2026-11-21T12:10:00Z",
            "last_review_at": "2026-11-21T12:00:00Z",
            "stability": 0.212,
            "difficulty": 6.4133,
            "recall": 0.766,
            "reviews_count": 1,
            "lapses": 0,
            "next": next_times(
                again="2026-11-22T12:10:00Z",
                hard="2026-11-22T12:15:00Z",
                good="2026-11-24T12:00:00Z",
                easy="2026-11-25T12:00:00Z",
            ),
            "created_at": "2026-11-22T12:00:00Z",
            "updated_at": "2026-11-22T12:00:00Z",
        }

    def remove(self, row: Card) -> None:
        row.reviews.all().delete()
        row.delete()


class TestReviews(ResourceContract):
    path = "/api/v1/reviews/"
    viewset = ReviewViewSet
    filters = {
        "question=question-0,question-2": [0, 2],
        "question__not=question-0": [1, 2],
        "session=00000000-0000-0000-0000-000000000000": [],
        "session__not=00000000-0000-0000-0000-000000000000": ALL,
        "grade=again,good": [0, 2],
        "grade__not=again": [1, 2],
        "reviewed_at__gte=2026-11-20T12:00:00Z": [0, 1],
        "reviewed_at__lte=2026-11-20T12:00:00Z": [1, 2],
    }

    def make(self, owner: Any, number: int) -> Review:
        return a_review(owner, number)

    def exact(self, row: Review) -> dict[str, Any]:
        return {
            "id": str(row.pk),
            "url": f"/api/v1/reviews/{row.pk}/",
            "question": mention(row.card.question),
            "grade": "again",
            "suggested": None,
            "seconds": 60,
            "reviewed_at": "2026-11-21T12:00:00Z",
            "undone_at": None,
            "undo_until": "2026-11-22T12:00:30Z",
            "attempt": None,
            "session": None,
            "card": str(row.card_id),
            "due_at": "2026-11-21T12:10:00Z",
            "created_at": "2026-11-22T12:00:00Z",
            "updated_at": "2026-11-22T12:00:00Z",
        }


class TestPracticeSessions(ResourceContract):
    path = "/api/v1/practice-sessions/"
    viewset = PracticeSessionViewSet
    filters = {
        "ended_at__gte=2026-11-22T00:00:00Z": [1],
        "ended_at__lte=2026-11-22T00:00:00Z": [],
        "ended_at__isnull=true": [0, 2],
    }

    def make(self, owner: Any, number: int) -> PracticeSession:
        """Of one question, graded once in it; every second one has ended."""
        practised = question(0)
        session = begin(owner, Wish(questions=[practised]))
        graded(owner, practised, "good", NOW - timedelta(days=1), session_id=session.pk, seconds=60)
        if number % 3 == 1:
            end(session)
        return session

    def exact(self, row: PracticeSession) -> dict[str, Any]:
        practised = question(0)
        times = next_times(
            again="2026-11-22T12:10:00Z",
            hard="2026-11-27T12:00:00Z",
            good="2026-11-29T12:00:00Z",
            easy="2026-12-04T12:00:00Z",
        )
        return {
            "id": str(row.pk),
            "url": f"/api/v1/practice-sessions/{row.pk}/",
            "items": [
                {
                    "question": mention(practised),
                    "version": 1,
                    "minutes": 5,
                    "why": "new",
                    "card": str(Card.objects.get().pk),
                    "next": times,
                }
            ],
            "minutes": 5,
            "ended_at": None,
            "summary": {
                "reviewed": 1,
                "grades": {"again": 0, "hard": 0, "good": 1, "easy": 0},
                "seconds": 60,
                "returns": [{"question": mention(practised), "due_at": "2026-11-23T12:00:00Z"}],
                "weakest": None,
            },
            "created_at": "2026-11-22T12:00:00Z",
            "updated_at": "2026-11-22T12:00:00Z",
        }
