"""The guide is served, its pages begin with a command, and its tables say what the code says."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from vivavoce.accounts import rules
from vivavoce.core import bulk, middleware, pagination, parameters, parsing
from vivavoce.core.hints import HABITS

sys.path.insert(0, str(Path(settings.PROJECT) / "scripts"))
import guide

PAGES = {path.stem: path.read_text() for path in sorted(Path(settings.GUIDE_FOLDER).glob("*.md"))}
WANTED = (
    *("README", "first-five-minutes", "filtering", "paging", "errors", "writing-safely", "tokens", "limits"),
    *("formats", "blindness", "clients", "versioning"),
)
pages = pytest.mark.parametrize("name", sorted(PAGES))


def test_every_subject_has_a_page_and_every_page_a_line_in_the_index() -> None:
    assert sorted(PAGES) == sorted(WANTED)
    listed = re.findall(r"^\| \[[^]]+\]\(([\w-]+)\.md\)", PAGES["README"], re.MULTILINE)
    assert sorted(listed) == sorted(set(WANTED) - {"README"})


@pages
def test_a_page_begins_with_a_command(name: str) -> None:
    assert re.match(r"# .+\n\n```console\n\$ (http|curl|make) ", PAGES[name])


@pages
def test_every_command_is_one_that_the_tests_execute(name: str) -> None:
    assert not re.findall(r"^```(?!console$|$).*", PAGES[name], re.MULTILINE)
    outside = guide.BLOCK.sub("", PAGES[name])
    assert not re.search(r"\bcurl -|\bhttp :|127\.0\.0\.1", outside)


@pages
def test_it_is_served_and_its_links_lead_somewhere(client: Client, name: str) -> None:
    reply = client.get("/api/guide/" if name == "README" else f"/api/guide/{name}/")
    text = reply.content.decode()
    assert reply.status_code == 200
    assert f"<h1>{PAGES[name].splitlines()[0].removeprefix('# ')}</h1>" in text
    assert not re.search(r"<script|style=|\.md\"", text)
    for address in re.findall(r'href="(/api/(?:guide|problems)/[^"]*)"', text):
        assert client.get(address).status_code == 200, address


@pages
def test_its_links_lead_somewhere_in_the_repository(name: str) -> None:
    for link in re.findall(r"\]\((?!https:)([^)#]+)", PAGES[name]):
        assert (Path(settings.GUIDE_FOLDER) / link).is_file(), link


def test_an_unknown_page_suggests_one(client: Client) -> None:
    reply = client.get("/api/guide/filters/")
    assert (reply.status_code, reply.json()["did_you_mean"]) == (404, "filtering")


def test_scopes_and_habits_are_those_of_the_code() -> None:
    scopes = re.findall(r"^\| `(\w+:\w+)` \| (.+) \|$", PAGES["tokens"], re.MULTILINE)
    assert dict(scopes) == rules.SCOPES
    told = re.findall(r"^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \|$", PAGES["filtering"], re.MULTILINE)
    assert {here: " ".join(re.findall(r"\w+", there)) for here, there in told} == HABITS


def test_bounds_and_rates_are_those_of_the_code() -> None:
    body = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    bounds = (
        f"| {body:,} bytes |",
        f"| {bulk.LONGEST} items |",
        f"| {parsing.DEEPEST} levels |",
        f"of a page | {pagination.LARGEST_PAGE} |",
        f"included | {middleware.MOST_PARAMETERS} |",
        f"| {parameters.MOST}, and {parameters.MOST_VALUES['all']} of `__all` |",
    )
    assert [told for told in bounds if told not in PAGES["limits"]] == []
    rates = re.findall(r'"([\d,]+)/(?:m|5m|10m)"', (Path(settings.BACKEND) / "config/limiting.py").read_text())
    told = re.findall(r"\| ([\d,]+) (?:a minute|in 5 minutes|in 10 minutes) \|", PAGES["limits"])
    assert {one.replace(",", "") for one in told} == set(rates)


def test_it_is_found_from_the_root_from_swagger_ui_and_from_the_contract(client: Client) -> None:
    assert '</api/guide/>; rel="service-doc"' in client.get("/api/v1/")["Link"]
    assert 'href="/api/guide/"' in client.get("/api/docs/").content.decode()
    assert "url: /api/guide/" in client.get("/openapi.yaml").content.decode()


@pytest.mark.parametrize(
    ("shown", "code", "printed", "right"),
    [
        ("", 0, "anything", True),
        ("", 22, "anything", False),
        ('{"a": 1, ...}', 0, '{"a":1,"b":2}', True),
        ('{"a": 1}', 0, '{"a":1,"b":2}', False),
        ("HTTP/1.1 404 Not Found\n...", 4, "HTTP/1.1 404 Not Found\r\nDate: now", True),
        ("HTTP/1.1 404 Not Found\n...", 0, "HTTP/1.1 404 Not Found\r\nDate: now", False),
        ('{... "status": 400 ...}', 22, '{"title":"x","status":400}', True),
        ("HTTP/1.1 200 OK\n...", 4, "HTTP/1.1 200 OK\r\n", False),
        ("HTTP/1.1 304 Not Modified\n...", 3, "HTTP/1.1 304 Not Modified\r\n", True),
    ],
)
def test_what_is_printed_is_compared_with_what_is_shown(shown: str, code: int, printed: str, right: bool) -> None:
    assert (guide.fault(guide.Step("http", shown), code, printed, "") is None) == right


def test_commands_are_read_with_their_lines_and_what_they_print() -> None:
    page = (
        "# P\n```console\n$ one \\\n    more\nout\n$ two\n```\ntext\n```console\n$ three <<'END'\nmore\nEND\nout\n```\n"
    )
    found = [(step.command, step.shown) for step in guide.steps(page)]
    assert found == [("one \\\n    more", "out\n"), ("two", ""), ("three <<'END'\nmore\nEND", "out\n")]
