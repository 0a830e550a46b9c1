"""Code samples in Markdown: fences that begin with ``python run`` and are executed by ``manage.py pack test``.

Tags after ``run``: ``django>=6.0`` (only where the version fits) and ``transaction`` (real commits). ``checked.json``
in the pack's folder records by the hash of a sample on which versions it ran; a sample that did not run somewhere is
reported as not run, never as passed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from vivavoce.packs.entries import Entry, PackFolder

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<code>.*?)^```[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(`+)[^`]+\1")
_PACKAGE = re.compile(r"(?P<package>django|python)(?P<spec>[<>=!~].*)")


@dataclass(frozen=True)
class Sample:
    """One runnable fence."""

    path: str
    heading: str
    line: int
    """Of the first line of code in the file."""
    code: str
    tags: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Stands for code and tags; the place in the file does not matter."""
        return hashlib.sha256("\n".join([" ".join(self.tags), self.code]).encode()).hexdigest()[:16]

    @property
    def transaction(self) -> bool:
        """True when the sample commits for real."""
        return "transaction" in self.tags

    def fits(self, package: str, version: str) -> bool:
        """True when the sample is meant for this version of ``django`` or ``python``."""
        for tag in self.tags:
            match = _PACKAGE.fullmatch(tag)
            if match and match["package"] == package and not SpecifierSet(match["spec"]).contains(version):
                return False
        return True


def split(text: str) -> tuple[str, list[tuple[str, bool]]]:
    """Markdown without its fences of Python, and those as (code, whether it is run)."""
    fences = [m for m in _FENCE.finditer(text) if _python(m["info"])]
    found = [(m["code"].rstrip("\n"), _runs(m["info"])) for m in fences]
    rest = _FENCE.sub(lambda m: "" if _python(m["info"]) else m[0], text)
    return re.sub(r"\n{3,}", "\n\n", rest).strip(), found


def prose(text: str) -> str:
    """Markdown without its code, in fences and between backticks."""
    return _SPAN.sub(" ", _FENCE.sub("", text))


def of_entry(entry: Entry) -> Iterator[Sample]:
    """The runnable fences of a Markdown entry."""
    for heading, text in entry.body.items():
        before = entry.line("body", heading)
        for match in _FENCE.finditer(text):
            if _runs(match["info"]):
                line = before + text.count("\n", 0, match.start("code")) + 2
                yield Sample(entry.path, heading, line, match["code"].rstrip("\n"), _tags(match["info"]))


def of_folder(folder: PackFolder) -> list[Sample]:
    """Every sample of the pack."""
    return [sample for entries in folder.by_kind.values() for entry in entries for sample in of_entry(entry)]


def tag_fault(tag: str) -> str:
    """What is wrong with a tag; empty when nothing is."""
    if tag == "transaction":
        return ""
    match = _PACKAGE.fullmatch(tag)
    if not match:
        return f"unknown tag {tag!r} (known: transaction, django>=6.0, python>=3.12)"
    try:
        SpecifierSet(match["spec"])
    except InvalidSpecifier:
        return f"{tag!r} is not a range of versions"
    return ""


def _python(info: str) -> bool:
    return info.split()[:1] == ["python"]


def _runs(info: str) -> bool:
    return info.split()[:2] == ["python", "run"]


def _tags(info: str) -> tuple[str, ...]:
    return tuple(info.split()[2:])
