"""Every example in openapi.yaml is sent to the demo world, and answers what openapi.yaml shows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from pytest_django import DjangoDbBlocker

from config.openapi.examples import recorded, written
from tests.contract.stories import NOW, Story, content_of_packs, record
from vivavoce.core.testing.conformance import committed, escaped
from vivavoce.demo import services
from vivavoce.packs.services import load

OPERATIONS = sorted(
    operation["operationId"] for methods in committed().document["paths"].values() for operation in methods.values()
)
STALE = "this example is stale: WRITE_EXAMPLES=1 ../.venv/bin/pytest tests/contract/test_examples.py, then make schema"
UNTOLD = {"demo_erase_create": "whoever presses it loses the world that the other examples live in"}


@pytest.fixture(scope="module")
def demo_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo world on a Thursday, laid once; what an example does to it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False):
            cache.clear()
            load(content_of_packs())
            services.load()
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", [name for name in OPERATIONS if name not in UNTOLD])
def test_every_example_works_and_is_what_the_service_answers(name: str, demo_world: None, db: None) -> None:
    with time_machine.travel(NOW, tick=False):
        told = Story().tell(name)
    if os.environ.get("WRITE_EXAMPLES"):
        record({**recorded(), name: told})
    assert shape(told) == shape(recorded().get(name)), STALE


def shape(told: Any) -> Any:
    """An example without what changes with every sentence of a pack: its members, and of what type they are."""
    if isinstance(told, Mapping):
        return {key: shape(value) for key, value in told.items()}
    return [shape(value) for value in told[:1]] if isinstance(told, list) else type(told).__name__


def shown() -> Iterator[tuple[str, Any]]:
    """Where a schema stands in openapi.yaml, and the example beside it."""
    for path, methods in committed().document["paths"].items():
        for method, operation in methods.items():
            place = f"/paths/{escaped(path)}/{method}"
            messages = {"requestBody": operation.get("requestBody", {})}
            messages |= {f"responses/{status}": said for status, said in operation["responses"].items()}
            for name, message in messages.items():
                for kind, media in message.get("content", {}).items():
                    if "example" in media:
                        yield f"{place}/{name}/content/{escaped(kind)}/schema", media["example"]


def test_every_example_is_what_its_schema_says(record_property: Callable[[str, object], None]) -> None:
    examples = list(shown())
    complaints = [f"{place} {told}" for place, example in examples if (told := committed().complaint(place, example))]
    assert complaints == []
    sent = sum("/requestBody/" in place for place, _ in examples)
    assert sent >= 30
    assert len(examples) - sent >= 80
    record_property("summary", f"examples of openapi.yaml: {sent} bodies, {len(examples) - sent} replies, all valid")


def test_no_example_is_left_over() -> None:
    assert set(recorded()) == set(OPERATIONS) - set(UNTOLD)
    assert {entry.get("operation", name) for name, entry in written().items()} <= set(OPERATIONS)
