"""What a pack's question looks like once it is loaded: to the API, and in Anki."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.packs.conftest import Edit
from vivavoce.packs.services import load

RERUN = "questions/pipelines/rerun-a-load.md"


@pytest.mark.django_db
def test_python_that_is_not_run_says_so(pack: Path, edit: Edit, client: Client) -> None:
    edit(RERUN, ("## Score 4\n", "## Score 4\n\n```python\nclock_out()\n```\n"))
    load(pack)
    answers = client.get("/api/v1/questions/rerun-a-load/?expand=answers").json()["answers"]
    assert [sample["run"] for answer in answers for sample in answer["samples"]] == [False, True]
    assert "clock_out" not in answers[3]["body_html"]
    edit(RERUN, ("```python run\n", "```python\n"), ("version: 1", "version: 2"))
    load(pack)
    assert client.get("/api/v1/answers/?question=rerun-a-load&has_samples=true").json()["results"] == []


@pytest.mark.django_db
def test_what_is_read_with_the_prompt_goes_wherever_the_prompt_goes(pack: Path, edit: Edit, client: Client) -> None:
    edit(RERUN, ("## Assesses\n", "## Material\n\n```python\nload(<day>)  # twice\n```\n\n## Assesses\n"))
    load(pack)
    shown = client.get("/api/v1/questions/rerun-a-load/").json()
    assert shown["material"].startswith("```python\nload(<day>)")
    assert "<pre" in shown["material_html"]
    assert "<day>" not in shown["material_html"]
    reply: Any = client.get("/api/v1/questions/?format=anki&number=" + str(shown["number"]))
    notes = reply.getvalue()
    assert b"twice" in notes
    assert b"load(<day>)" not in notes
    assert client.get("/api/v1/questions/who-is-called/").json()["material_html"] == ""
