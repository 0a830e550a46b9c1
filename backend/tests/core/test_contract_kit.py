"""The inherited tests pass on the good resource, and each fails on the resource that is broken in its way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.core.planted import broken
from tests.core.planted.models import Mark, Shelf, State, Thing
from tests.core.planted.views import ThingViewSet
from vivavoce.core.testing import conformance
from vivavoce.core.testing.contract import ResourceContract

URLS = "tests.core.planted.broken"
pytestmark = pytest.mark.urls(URLS)


class ThingContract(ResourceContract):
    path = "/api/v1/things/"
    viewset = ThingViewSet
    query_counts = Path(__file__).parent / "planted" / "query_counts.json"
    filters = {
        "name=thing 0,THING 1": [0, 1],
        "name__not=thing 0": [1, 2],
        "name__contains=2": [2],
        "size=0": [0, 2],
        "size__gte=1": [1],
        "size__lte=0": [0, 2],
        "state=new": [0],
        "state__not=new,used": [2],
        "bought_at__gte=2026-01-01T00:00:00Z": [1],
        "bought_at__lte=2026-12-31T00:00:00Z": [1],
        "bought_at__isnull=true": [0, 2],
        "shelf=top": [0, 2],
        "shelf__not=top": [1],
        "mark=old": [0, 1, 2],
        "mark=rare": [0],
        "mark__not=rare": [1, 2],
        "mark__all=old,rare": [0],
        "q=thing": [0, 1, 2],
    }

    def make(self, owner: Any, number: int) -> Thing:
        shelf, _ = Shelf.objects.get_or_create(slug=["top", "low"][number % 2], defaults={"name": "A shelf"})
        thing: Thing = Thing.objects.create(
            owner=owner,
            name=f"thing {number}",
            size=number % 2,
            state=State.values[number % 3],
            bought_at="2026-05-01T00:00:00Z" if number % 3 == 1 else None,
            shelf=shelf,
        )
        old, _ = Mark.objects.get_or_create(slug="old", defaults={"name": "Old"})
        rare, _ = Mark.objects.get_or_create(slug="rare", defaults={"name": "Rare"})
        thing.marks.set([old, rare] if number == 0 else [old])
        return thing

    def exact(self, row: Thing) -> dict[str, Any]:
        def brief(one: Shelf | Mark, kind: str) -> dict[str, str]:
            return {"id": str(one.pk), "url": f"/api/v1/{kind}/{one.slug}/", "slug": one.slug, "name": one.name}

        row.refresh_from_db()
        return {
            "id": str(row.pk),
            "url": f"/api/v1/things/{row.pk}/",
            "name": "thing 0",
            "size": 0,
            "state": "new",
            "bought_at": None,
            "shelf": brief(row.shelf, "shelves"),
            "marks": [brief(mark, "marks") for mark in row.marks.all()],
            "created_at": row.created_at.isoformat().replace("+00:00", "Z"),
            "updated_at": row.updated_at.isoformat().replace("+00:00", "Z"),
        }

    def contract(self) -> conformance.Contract:
        return conformance.generated(URLS)


class TestThings(ThingContract):
    """The good resource."""


def contract_of(viewset: type[ThingViewSet]) -> ThingContract:
    """The same expectations of a broken resource."""
    kit = ThingContract()
    kit.viewset = viewset  # type: ignore[misc]  # of this one instance
    kit.path = f"/api/v1/broken-{viewset.__name__.lower()}/"  # type: ignore[misc]  # same
    return kit


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("test", "viewset", "said"),
    [
        ("test_it_refuses_strangers", broken.Open, "200"),
        ("test_it_says_when_it_is_empty", broken.NullWhenEmpty, "None"),
        ("test_it_hides_what_is_not_yours", broken.Leaking, "1"),
        ("test_it_replies_exactly", broken.OffByOne, "size"),
        ("test_its_pages_hold_while_others_write", broken.Offset, "skipped"),
        ("test_its_order_is_total", broken.Ties, "not total"),
        ("test_it_asks_the_database_as_often_for_3_rows_as_for_300", broken.OneByOne, "queries"),
        ("test_its_filters_are_documented_and_work", broken.SilentFilter, "not documented"),
        ("test_its_filters_are_documented_and_work", broken.IdleFilter, "name="),
        ("test_its_facets_count_what_a_choice_would_leave", broken.Shrinking, "shrinks"),
        ("test_its_replies_conform_to_the_schema", broken.Chatty, "secret"),
        ("test_it_says_when_nothing_changed", broken.Restless, "304"),
    ],
)
def test_it_fails_on_the_resource_that_is_broken_in_its_way(test: str, viewset: type[ThingViewSet], said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        getattr(contract_of(viewset), test)()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["limit", "nonsense", "fields", "ordering", "page_size"])
def test_strictness_fails_on_a_lenient_resource(name: str) -> None:
    with pytest.raises((AssertionError, ValueError, KeyError)):
        contract_of(broken.Lenient).test_it_refuses_what_it_does_not_know(name)


@pytest.mark.django_db
def test_a_changed_number_of_queries_is_printed(tmp_path: Path) -> None:
    file = tmp_path / "query_counts.json"
    file.write_text('{"GET /api/v1/things/": 99}')
    kit = ThingContract()
    kit.query_counts = file  # type: ignore[misc]  # of this one instance
    with pytest.raises(AssertionError, match=r"99 -> \d+"):
        kit.test_it_asks_the_database_as_often_for_3_rows_as_for_300()


def test_every_inherited_test_is_shown_failing() -> None:
    source = Path(__file__).read_text()
    names = [name for name in dir(ResourceContract) if name.startswith("test_")]
    assert [name for name in names if source.count(name) < 1] == []
