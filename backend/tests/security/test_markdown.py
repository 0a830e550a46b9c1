"""The texts of corpus.json through what makes HTML on the server: nothing of them is alive afterwards."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib import admin
from django.test import Client
from pytest_django import Settings

from tests.people import PASSWORD
from vivavoce.accounts.models import Person, Token
from vivavoce.questions.rendering import code_to_html, to_html, to_plain_text

CORPUS = {one["name"]: one["text"] for one in json.loads((Path(__file__).parent / "corpus.json").read_text())}
ALLOWED = {
    "a": {"href", "title", "rel"},
    **{tag: set() for tag in ("p", "em", "strong", "blockquote", "br", "hr", "h3", "h4", "h5", "h6", "li", "ul")},
    **{tag: set() for tag in ("table", "thead", "tbody", "tr", "th", "td")},
    "ol": {"start"},
    **{tag: {"class"} for tag in ("pre", "code", "span")},
}
"""What a text may become: written here again, by hand, so that the renderer's list cannot grow unseen."""


class Strict(HTMLParser):
    """Reads HTML as a browser does, and notes what must not be there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag and its attributes."""
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ALLOWED.get(tag, set()):
                self.faults.append(f"<{tag} {name}>")
            if name == "href" and urlsplit((value or "").strip()).scheme not in {"http", "https", "mailto", ""}:
                self.faults.append(f"<{tag} {name}={value}>")

    def handle_comment(self, data: str) -> None:
        """A comment can end where nobody expects it."""
        self.faults.append("<!---->")

    def handle_decl(self, decl: str) -> None:
        """No declaration is ours."""
        self.faults.append(decl)


def faults(html: str) -> list[str]:
    reader = Strict()
    reader.feed(html)
    reader.close()
    return reader.faults


def test_the_corpus_is_large_and_fits_where_people_write() -> None:
    assert len(CORPUS) >= 40
    assert max(map(len, CORPUS.values())) <= 120


def test_the_reader_sees_what_is_alive() -> None:
    alive = [name for name, text in CORPUS.items() if faults(text)]
    assert len(alive) > 25, "most of the corpus is alive when it is not rendered"


@pytest.mark.parametrize("name", CORPUS)
def test_markdown_of_a_pack_comes_out_inert(name: str) -> None:
    text = CORPUS[name]
    around = [
        "{}",
        "- {}",
        "> {}",
        "**{}**",
        "# {}",
        "`{}`",
        "[{}](https://a.example)",
        "[a]({})",
        "[a](<{}>)",
        "|{}|\n|-|\n|{}|",
    ]
    for form in around:
        html = to_html(form.replace("{}", text))
        assert faults(html) == [], html
    assert faults(to_html(f"```{text}\n{text}\n```")) == []


@pytest.mark.parametrize("name", CORPUS)
def test_code_and_its_language_come_out_inert(name: str) -> None:
    text = CORPUS[name]
    for language in ("python", "html", "sql", text):
        assert faults(code_to_html(text, language)) == []


@pytest.mark.parametrize("name", CORPUS)
def test_plain_text_is_text(name: str) -> None:
    assert isinstance(to_plain_text(CORPUS[name]), str)


@pytest.mark.django_db
def test_the_office_shows_names_as_text(settings: Settings) -> None:
    settings.ZEAL_ALLOWLIST = [{"model": "*", "field": "*"}]  # Django's own pages
    client = Client()
    client.force_login(Person.objects.create_superuser("root@example.org", PASSWORD))
    people = [Person(email=f"x{number}@example.org", name=text) for number, text in enumerate(CORPUS.values())]
    Person.objects.bulk_create(people)
    tokens = [Token(owner=one, name=one.name[:80], hint="vv_", fingerprint=one.email, scopes=[]) for one in people]
    Token.objects.bulk_create(tokens)
    assert {Person, Token} <= set(admin.site._registry)
    pages = ["/admin/accounts/person/", "/admin/accounts/token/", f"/admin/accounts/person/{people[0].pk}/change/"]
    for page in pages:
        shown = client.get(page).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
        for text in CORPUS.values():
            if "<" in text:
                assert text not in shown
