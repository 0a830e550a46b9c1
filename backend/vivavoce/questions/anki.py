"""Questions as notes of Anki: a text file that it imports as it stands (Anki's manual, "Text files")."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from html import escape
from typing import Any

from vivavoce.core.formats.linked import absolute
from vivavoce.core.formats.streams import StreamRenderer

DECK = "Vivavoce"
COLUMNS = ("GUID", "Front", "Back", "Deck", "Tags")
HEAD = (
    "#separator:tab",
    "#html:true",
    "#guid column:1",
    "#notetype:Basic",
    "#deck column:4",  # unlike #deck it makes the deck where there is none yet
    "#tags column:5",
    "#columns:" + "\t".join(COLUMNS),
)
WHAT_IT_HAS = "A note of Anki has a front, a back and tags: leave this out, or ask for CSV."


class AnkiRenderer(StreamRenderer):
    """A note a question, with its uid as guid: importing a newer file changes the notes and keeps what was learnt."""

    media_type = "text/tab-separated-values"
    format = "anki"
    suffix = "txt"
    refuses = dict.fromkeys(("fields", "omit", "expand"), WHAT_IT_HAS)

    def head(self, serializer: Any) -> bytes:
        """What Anki has to know of the file."""
        return "".join(f"{line}\n" for line in HEAD).encode()

    def rows(self, serializer: Any, shown: list[Any]) -> bytes:
        """Each question as a line; a field with a tab, a quotation mark or an end of line stands in quotation marks."""
        text = io.StringIO()
        csv.writer(text, delimiter="\t", lineterminator="\n").writerows(note(row) for row in shown)
        return text.getvalue().encode()


def note(row: Mapping[str, Any]) -> list[str]:
    """The fields of a question's note; what is read with the prompt stands in front, too."""
    return [row["id"], said(row["prompt"]) + row["material_html"], back(row), DECK, " ".join(tags(row))]


def back(row: Mapping[str, Any]) -> str:
    """What a good answer names, what it does not say, and where the rest is; without key points, the guidance."""
    points = [said(one["text"]) + (" <b>(crucial)</b>" if one["crucial"] else "") for one in row["key_points"]]
    flags = [f"{said(one['text'])} <i>{said(one['why'])}</i>" for one in row["red_flags"]]
    link = escape(absolute(f"/questions/{row['slug']}"))
    found = listed("ol", points) or row["guidance_html"]
    found += f"<p>Red flags</p>{listed('ul', flags)}" if flags else ""
    return f'{found}<p><a href="{link}">Question {row["number"]}, version {row["version"]}</a></p>'


def listed(kind: str, items: list[str]) -> str:
    """A list in HTML; nothing without items."""
    return f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>" if items else ""


def said(text: str) -> str:
    """Plain text as HTML; Anki would play ``[sound:x]`` and set ``[latex]``."""
    return escape(" ".join(text.split())).replace("[", "&#91;")


def tags(row: Mapping[str, Any]) -> list[str]:
    """Slugs, in the hierarchy that Anki reads from ``::``."""
    found = [("category", row["category"]["slug"]), ("level", row["level"])]
    found += [("quality", one["quality"]["slug"]) for one in row["qualities"]]
    found += [("topic", one["slug"]) for one in row["topics"]]
    return [f"{kind}::{slug}" for kind, slug in found]
