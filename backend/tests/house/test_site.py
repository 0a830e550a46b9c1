"""The site's page: for its own addresses, with status 404 for the rest, in the encoding that the browser takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from config.site import pattern

PAGE = b"<!doctype html><title>Vivavoce</title>"


@pytest.fixture
def site(tmp_path: Path, settings: Settings) -> Client:
    """A client of a server with a small built site."""
    (tmp_path / "index.html").write_bytes(PAGE)
    (tmp_path / "index.html.br").write_bytes(b"brotli")
    (tmp_path / "index.html.gz").write_bytes(b"gzip")
    (tmp_path / "routes.json").write_text(json.dumps(["/", "/questions", "/questions/:slug", "/settings/:tab?"]))
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "index.Ab3_-x9Z.js").write_text("1")
    (tmp_path / "assets" / "index.Ab3_-x9Z.js.gz").write_bytes(b"")
    settings.SITE_FOLDER = settings.WHITENOISE_ROOT = tmp_path
    settings.WHITENOISE_USE_FINDERS = False  # reading every package's files takes a while
    return Client()


@pytest.mark.parametrize("address", ["/", "/questions", "/questions/", "/questions/signals?x=1", "/settings"])
def test_an_address_of_the_site_gets_the_page(site: Client, address: str) -> None:
    reply = site.get(address)
    assert (reply.status_code, reply.content) == (200, PAGE)
    assert reply["Content-Type"] == "text/html; charset=utf-8"
    assert reply["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ["/nowhere", "/questions/a/b", "/assets/gone.js", "/index.htm", "/healthz/x"])
def test_an_unknown_address_gets_the_page_with_status_404(site: Client, address: str) -> None:
    reply = site.get(address)
    assert (reply.status_code, reply.content) == (404, PAGE)
    assert "ETag" not in reply


@pytest.mark.parametrize(
    ("accepted", "body", "encoding"),
    [
        ("gzip, deflate, br", b"brotli", "br"),
        ("gzip", b"gzip", "gzip"),
        ("br;q=0, gzip", b"gzip", "gzip"),
        ("", PAGE, None),
    ],
)
def test_the_best_encoding_is_chosen(site: Client, accepted: str, body: bytes, encoding: str | None) -> None:
    reply = site.get("/", HTTP_ACCEPT_ENCODING=accepted)
    assert reply.content == body
    assert reply.get("Content-Encoding") == encoding
    assert reply["Vary"] == "Accept-Encoding"


def test_an_unchanged_page_is_not_sent_again(site: Client) -> None:
    tag = site.get("/")["ETag"]
    again = site.get("/questions", HTTP_IF_NONE_MATCH=tag)
    assert (again.status_code, again.content) == (304, b"")


def test_the_page_is_only_read(site: Client) -> None:
    assert site.head("/").status_code == 200
    assert site.post("/").status_code == 405


def test_a_name_with_a_hash_is_kept_for_ever_and_others_are_not(site: Client) -> None:
    for address, for_ever in (("/assets/index.Ab3_-x9Z.js", True), ("/config.json", False)):
        reply = site.get(address)
        assert ("immutable" in reply["Cache-Control"]) is for_ever
        reply.getvalue()  # reads the file to its end, which closes it


def test_without_a_build_the_server_says_so(settings: Settings, tmp_path: Path) -> None:
    settings.SITE_FOLDER, settings.WHITENOISE_ROOT = tmp_path / "none", None
    reply = Client().get("/")
    assert reply.status_code == 503
    assert b"make run" in reply.content


@pytest.mark.parametrize(
    ("path", "known", "unknown"),
    [
        ("/", "/", "/x"),
        ("/a.b", "/a.b", "/aXb"),
        ("/a/:b", "/a/x-1", "/a"),
        ("/a/:b?", "/a", "/a/b/c"),
        ("/a/*", "/a/b/c", "/b"),
    ],
)
def test_paths_are_read_as_the_sites_router_reads_them(path: str, known: str, unknown: str) -> None:
    assert pattern(path).fullmatch(known)
    assert not pattern(path).fullmatch(unknown)
