"""Each kind of problem explains itself at the address that its ``type`` names."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from django.conf import settings
from django.test import Client

from tests.people import a_person, signed_in
from vivavoce.core.problems import Problem

BACKEND = Path(settings.BACKEND)
CODE = [path for folder in ("config", "vivavoce") for path in (BACKEND / folder).rglob("*.py")]
COMPONENTS = yaml.safe_load((BACKEND / "config/openapi/components.yaml").read_text())["schemas"]
kinds = pytest.mark.parametrize("kind", [Problem.known[slug] for slug in sorted(Problem.known)])


def written_in_the_code() -> set[str]:
    """The names of all classes that descend from ``Problem``, wherever they stand."""
    bases = {
        node.name: {getattr(base, "id", getattr(base, "attr", "")) for base in node.bases}
        for path in CODE
        if "packs" not in path.parts  # its Problem is a linter's
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef)
    }
    found = {"Problem"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found - {"Problem"}


def test_every_kind_in_the_code_is_known() -> None:
    assert written_in_the_code() <= {kind.__name__ for kind in Problem.known.values()}


def test_nobody_raises_a_problem_without_a_kind() -> None:
    plain = [path.name for path in CODE if "packs" not in path.parts and re.search(r"\bProblem\(", path.read_text())]
    assert [name for name in plain if name != "problems.py"] == [], "a plain Problem has no page"


@kinds
def test_a_page_says_what_it_means_what_to_do_and_what_it_looks_like(client: Client, kind: type[Problem]) -> None:
    meaning, remedy = kind.meaning_and_remedy()
    assert "__doc__" in kind.__dict__
    assert len(meaning.split()) > 4
    assert len(remedy.split()) > 4
    page = client.get(kind().document("/")["type"], headers={"Accept": "text/html"})
    text = page.content.decode()
    assert page.status_code == 200
    headings = re.findall(r"<h[12]>(.*?)</h[12]>", text)
    assert headings == [kind.title, "What it means", "What to do", "What it looks like"]
    assert f"HTTP/1.1 {kind.status_code}" in text
    assert not re.search(r"<script|style=|\son\w+=", text)


@kinds
def test_its_example_is_what_the_class_answers(client: Client, kind: type[Problem]) -> None:
    page = client.get(f"/api/problems/{kind.type_slug}/", headers={"Accept": "application/json"}).json()
    example: dict[str, Any] = page["example"]
    expected = kind(**kind.example).document(example["instance"])
    assert {**example, "request_id": ""} == {**expected, "request_id": ""}
    schema = {"$ref": "#/components/schemas/Problem", "components": {"schemas": COMPONENTS}}
    jsonschema.validate(example, schema)
    assert (example["type"], example["status"]) == (page["type"], page["status"])


@pytest.mark.django_db
def test_what_the_examples_show_of_faults_is_what_a_request_gets(client: Client) -> None:
    told: dict[str, Any] = {
        "invalid-parameters": signed_in(a_person()).get("/api/v1/openings/?page_size=1000"),
        "invalid-body": signed_in(a_person()).post("/api/v1/openings/", {"organization": "A"}),
    }
    for slug, reply in told.items():
        page = client.get(f"/api/problems/{slug}/", headers={"Accept": "application/json"}).json()
        assert {**reply.json(), "request_id": ""} == {**page["example"], "request_id": ""}


def test_all_are_listed(client: Client) -> None:
    listed = re.findall(r'href="/api/problems/([\w-]+)/"', client.get("/api/problems/").content.decode())
    assert sorted(listed) == sorted(Problem.known)
    told = client.get("/api/problems/", headers={"Accept": "application/json"}).json()["results"]
    assert sorted(one["type"].split("/")[3] for one in told) == sorted(Problem.known)


def test_its_colours_are_the_sites() -> None:
    tokens = (BACKEND.parent / "frontend/src/styles/tokens.css").read_text()
    ours = (BACKEND / "vivavoce/core/static/core/pages.css").read_text()
    colours = re.findall(r"--[\w-]+: (?:light-dark\(#|#)[^;]*;", ours)
    assert len(colours) > 10
    assert [colour for colour in colours if colour not in tokens] == []
