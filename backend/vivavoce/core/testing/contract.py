"""The tests that every resource inherits by supplying sample data."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from vivavoce.core.testing import conformance
from vivavoce.core.viewsets import ReadOnlyResourceViewSet

OWN_FILTERS = ("id", "created_at", "updated_at")  # of every resource; the kit knows how to try them


class ResourceContract:
    """Subclass, name the address and the viewset, and say how to make rows and what they look like.

    ``make(owner, number)`` makes the number-th row that ``owner`` may see; numbers 0, 1 and 2 are those of
    ``filters``, which says for each query which of them it finds. Rows should share values that they are ordered by.
    """

    pytestmark = [pytest.mark.django_db]

    path: ClassVar[str]
    viewset: ClassVar[type[ReadOnlyResourceViewSet[Any]]]
    public: ClassVar[bool] = False
    nothing_is_hidden: ClassVar[bool] = False
    filters: ClassVar[Mapping[str, Sequence[int]]] = {}
    query_counts: ClassVar[Path] = Path(settings.BACKEND) / "tests" / "query_counts.json"

    # What a resource supplies

    def make(self, owner: Any, number: int) -> Any:
        """The number-th row, visible to ``owner``."""
        raise NotImplementedError

    def make_hidden(self, stranger: Any) -> Any:
        """A row that the caller must not know of; by default one of somebody else."""
        return self.make(stranger, 0)

    def exact(self, row: Any) -> dict[str, Any]:
        """The whole reply for row 0, written by hand."""
        raise NotImplementedError

    def remove(self, row: Any) -> None:
        """Take a row away."""
        row.delete()

    def contract(self) -> conformance.Contract:
        """What replies are held against."""
        return conformance.committed()

    # What it may use

    def person(self, name: str = "ada") -> Any:
        """Somebody who can sign in."""
        return get_user_model()._default_manager.create_user(email=f"{name}@example.org", password="a long password")  # noqa: S106 - a sample

    def signed_in(self, person: Any) -> Client:
        """A client with the session of a person."""
        client = Client()
        client.force_login(person)
        return client

    def ids(self, client: Client, query: str = "") -> list[str]:
        """The ids that a list shows, in its order."""
        return [row["id"] for row in self.page(client, query)["results"]]

    def page(self, client: Client, query: str = "") -> dict[str, Any]:
        """One page."""
        reply = client.get(f"{self.path}?{query}" if query else self.path)
        assert reply.status_code == 200, f"{query}: {reply.content.decode()}"
        return dict(reply.json())

    def walk(self, client: Client, query: str) -> list[str]:
        """The ids of all pages."""
        found, link = [], f"{self.path}?{query}"
        while link:
            page = client.get(link).json()
            found += [row["id"] for row in page["results"]]
            link = page["next"]
            assert len(found) < 1000, "the pages never end"
        return found

    # What it inherits

    def test_it_refuses_strangers(self) -> None:
        anonymous = Client().get(self.path)
        assert anonymous.status_code == (200 if self.public else 401)
        assert self.public or "WWW-Authenticate" in anonymous.headers
        assert Client(headers={"Authorization": "Bearer vv_wrong"}).get(self.path).status_code == 401

    def test_it_says_when_it_is_empty(self) -> None:
        empty: dict[str, Any] = {"count": 0, "count_is_exact": True, "next": None, "previous": None, "results": []}
        assert self.page(self.signed_in(self.person())) == empty

    def test_it_hides_what_is_not_yours(self) -> None:
        if self.nothing_is_hidden:
            return
        client, hidden = self.signed_in(self.person()), self.make_hidden(self.person("mallory"))
        assert self.page(client)["count"] == 0
        assert self.ids(client, f"id={hidden.pk}") == []
        for key in {str(hidden.pk), str(getattr(hidden, "slug", hidden.pk))}:
            absent, there = client.get(f"{self.path}{uuid4()}/"), client.get(f"{self.path}{key}/")
            assert (absent.status_code, there.status_code) == (404, 404)
            volatile = {"request_id", "instance"}
            assert without(there.json(), volatile) == without(absent.json(), volatile)
        if names := ",".join(self.viewset.facets):
            facets = self.page(client, f"facets={names}")["facets"]
            assert not any(line["count"] for lines in facets.values() for line in lines)

    def test_it_replies_exactly(self) -> None:
        person = self.person()
        client, row = self.signed_in(person), self.make(person, 0)
        expected = self.exact(row)
        assert client.get(f"{self.path}{row.pk}/").json() == expected
        assert self.page(client)["results"] == [expected]

    @pytest.mark.parametrize(
        "name", ["limit", "nonsense", "fields", "omit", "expand", "ordering", "page_size", "cursor"]
    )
    def test_it_refuses_what_it_does_not_know(self, name: str) -> None:
        client = self.signed_in(self.person())
        reply = client.get(self.path, {name: "nonsense"})
        assert reply.status_code == 400
        (error,) = reply.json()["errors"]
        assert error["parameter"] == name
        assert name != "limit" or error["did_you_mean"] == "page_size"

    def test_its_pages_hold_while_others_write(self) -> None:
        person = self.person()
        client = self.signed_in(person)
        rows = {str(row.pk): row for row in (self.make(person, number) for number in range(6))}
        first = self.page(client, "page_size=2")
        seen = [row["id"] for row in first["results"]]
        self.remove(rows.pop(seen[0]))
        self.make(person, 6)
        seen += self.walk(client, first["next"].partition("?")[2])
        assert len(seen) == len(set(seen)), "a row came twice"
        assert set(rows) <= set(seen), "a row was skipped"

    def test_its_order_is_total(self) -> None:
        person = self.person()
        client = self.signed_in(person)
        made = {str(self.make(person, number).pk) for number in range(5)}
        for name in [name for name in self.viewset.ordering_fields if name != "rank"]:
            for key in (name, f"-{name}"):
                whole = self.ids(client, f"ordering={key}")
                assert set(whole) == made
                assert self.walk(client, f"ordering={key}&page_size=1") == whole, f"ordering={key} is not total"

    def test_it_asks_the_database_as_often_for_3_rows_as_for_300(self) -> None:
        person = self.person()
        client = self.signed_in(person)
        few = [self.make(person, number) for number in range(3)]
        detail = f"{self.path}{few[0].pk}/"
        client.get(self.path)  # what Django learns once is learnt now
        counts = {f"GET {self.path}": queries(client, self.path), f"GET {self.path}{{id}}/": queries(client, detail)}
        for number in range(3, 300):
            self.make(person, number)
        assert queries(client, f"{self.path}?page_size=200") == counts[f"GET {self.path}"], "queries grow with rows"
        reviewed(self.query_counts, counts)

    def test_its_filters_are_documented_and_work(self) -> None:
        person = self.person()
        client = self.signed_in(person)
        rows = [str(self.make(person, number).pk) for number in range(3)]
        known = list(getattr(self.viewset.filterset_class, "base_filters", ()))
        found = self.contract().operation("GET", self.path)
        documented = {one.get("name"): one for one in found[1]["parameters"]} if found else {}
        own = {"id": rows[0], "id__not": rows[0], "created_at__gte": "2000-01-01T00:00:00Z"}
        tried = {pair.partition("=")[0] for query in self.filters for pair in query.split("&")}
        for name in known:
            assert documented.get(name, {}).get("description"), f"the filter {name} is not documented"
            assert name.partition("__")[0] in OWN_FILTERS or name in tried, f"no sample tries the filter {name}"
        expected = {query: {rows[number] for number in numbers} for query, numbers in self.filters.items()}
        if known:
            expected |= {f"id={own['id']}": {rows[0]}, f"id__not={rows[0]}": set(rows[1:])}
            for name in ("created_at", "updated_at"):
                expected |= {f"{name}__gte=2000-01-01T00:00:00Z": set(rows), f"{name}__lte=2000-01-01T00:00:00Z": set()}
        for query, ids in expected.items():
            assert set(self.ids(client, query)) == ids, query

    def test_its_facets_count_what_a_choice_would_leave(self) -> None:
        person = self.person()
        client = self.signed_in(person)
        for number in range(3):
            self.make(person, number)
        for name in self.viewset.facets:
            lines = self.page(client, f"facets={name}")["facets"][name]
            chosen = next(line for line in lines if line["count"])
            chosen_only = self.page(client, f"facets={name}&{name}={chosen['value']}")
            assert chosen_only["count"] == chosen["count"], f"the facet {name} does not count what its filter finds"
            assert chosen_only["facets"][name] == lines, f"the choice in {name} shrinks its own counts"

    def test_its_replies_conform_to_the_schema(self) -> None:
        person = self.person()
        client, row = self.signed_in(person), self.make(person, 0)
        resource = self.viewset.serializer_class
        queries = ["", "fields=id", f"omit={resource.members()[1]}", "nonsense=1"]  # type: ignore[union-attr]  # a resource's
        if expand := ",".join(resource.expandable()):  # type: ignore[union-attr]  # same
            queries.append(f"expand={expand}")
        for query in queries:
            for path in (self.path, f"{self.path}{row.pk}/", f"{self.path}{uuid4()}/"):
                self.contract().check("GET", path, client.get(f"{path}?{query}"))
        if facets := ",".join(self.viewset.facets):
            self.contract().check("GET", self.path, client.get(f"{self.path}?facets={facets}"))

    def test_it_says_when_nothing_changed(self) -> None:
        person = self.person()
        client, row = self.signed_in(person), self.make(person, 0)
        for path in (self.path, f"{self.path}{row.pk}/"):
            tag = client.get(path).headers["ETag"]
            again = client.get(path, headers={"If-None-Match": tag})
            assert (again.status_code, again.content) == (304, b"")


def without(document: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """A document without the members that differ each time."""
    return {key: value for key, value in document.items() if key not in names}


def queries(client: Client, path: str) -> int:
    """How often one request asks the database."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def reviewed(file: Path, counts: dict[str, int]) -> None:
    """Compare with the numbers in git; ``WRITE_QUERY_COUNTS=1`` writes them, for a reviewer to see."""
    known: dict[str, int] = json.loads(file.read_text()) if file.exists() else {}
    changed = {key: f"{known.get(key)} -> {number}" for key, number in counts.items() if known.get(key) != number}
    if changed and os.environ.get("WRITE_QUERY_COUNTS"):
        file.write_text(json.dumps(dict(sorted({**known, **counts}.items())), indent=2) + "\n")
        return
    assert not changed, f"numbers of queries changed ({file.name}): {changed}"
