"""Lists as CSV and NDJSON, ``format`` and ``Accept``."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from tests.core.planted.models import Thing

pytestmark = pytest.mark.urls("tests.core.planted.urls")
THINGS = "/api/v1/things/"


def rows_of(reply: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(reply.getvalue().decode(), newline="")))


def test_a_list_is_a_stream_of_rows(signed_in: Client, things: list[Thing]) -> None:
    for query, headers in (("?format=ndjson", {}), ("", {"Accept": "application/x-ndjson"})):
        reply = signed_in.get(f"{THINGS}{query}", headers=headers)
        assert reply.status_code == 200
        assert reply["Content-Type"] == "application/x-ndjson; charset=utf-8"
        assert reply.streaming
        found = [json.loads(line) for line in reply.getvalue().splitlines()]
        assert found == signed_in.get(THINGS).json()["results"]


def test_a_list_is_a_table(signed_in: Client, things: list[Thing]) -> None:
    reply = signed_in.get(f"{THINGS}?format=csv&fields=name,size,state,bought_at,shelf,marks")
    assert reply["Content-Type"] == "text/csv; charset=utf-8"
    assert reply["Content-Disposition"] == 'attachment; filename="things.csv"'
    assert reply.getvalue().decode() == (
        "name,size,state,bought_at,shelf,marks\r\n"
        "copper kettle,3,new,,top,old; rare\r\n"
        "lamp,2,used,,low,old\r\n"
        "spoon,1,used,,low,\r\n"
    )
