"""Reads a whole pack and names every problem of it in one run; needs no database."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from vivavoce.packs import checked, samples
from vivavoce.packs.conversion import convert, problems
from vivavoce.packs.entries import Document, Entry, PackFolder, Problem, Where, digest
from vivavoce.packs.inversion import first_claim
from vivavoce.packs.reading import Unreadable, read
from vivavoce.packs.registry import FileKind, kinds

PACK_SCHEMA = Path(__file__).parent / "schemas" / "pack.json"
NOT_CONTENT = {"CHANGELOG.md", "README.md", "checked.json"}
"""Files beside the content that no kind describes; longer code lies under ``samples/``."""

_NO_SLUG = re.compile(r"[0-9-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""An address takes a slug, a number or an id in the same place."""
_MARKUP = re.compile(r"</?[A-Za-z][^>]*>|<!|\{\{|\{%|!\[")


def lint(root: Path) -> tuple[PackFolder, list[Problem]]:
    """The folder as read, and every problem, in the order of files and lines."""
    runs, texts = checked.read(root)
    folder = PackFolder(root, record=runs, texts=texts)
    found = list(_meta(folder))
    claimed = {"pack.yaml"}
    for kind in kinds():
        files = sorted(path for path in root.glob(kind.pattern) if path.is_file())
        claimed |= {path.relative_to(root).as_posix() for path in files}
        for path in files:
            found += _file(folder, kind, path)
    found += _strays(root, claimed)
    found += _doubles(folder)
    found += checked.faults_of_texts(folder)
    for kind in kinds():
        for entry in folder.entries(kind.name):
            found += _samples(entry)
            found += _markup(entry)
            found += kind.check(entry, folder) if kind.check else ()
        found += kind.check_all(folder) if kind.check_all else ()
    return folder, sorted(set(found))


def lint_across(folders: Iterable[PackFolder]) -> list[tuple[PackFolder, Problem]]:
    """What must be unique over all packs: ids of packs, uids and numbers."""
    seen: dict[tuple[str, object], str] = {}
    found = []
    for folder in folders:
        for name in ("uid", "number"):
            for entry in _with(folder, name):
                place = seen.setdefault((name, entry.data[name]), folder.slug)
                if place != folder.slug:
                    message = f"the {name} {entry.data[name]} is taken in the pack {place!r}"
                    found.append((folder, entry.problem(message, name, code="not-unique")))
    return found


def unknown(entry: Entry, folder: PackFolder, kind: str, slug: str, *where: str | int) -> Iterator[Problem]:
    """A problem when no entry of that kind has that slug, with the nearest one as the hint."""
    if folder.find(kind, slug) is None and (kind, slug) not in folder.faulty:
        near = get_close_matches(slug, folder.slugs(kind), 1)
        hint = f"did you mean {near[0]!r}?" if near else ""
        yield entry.problem(f"no {kind} has the slug {slug!r}", *where, code="unknown-slug", hint=hint)


def _meta(folder: PackFolder) -> Iterator[Problem]:
    path = folder.root / "pack.yaml"
    if not path.is_file():
        yield Problem("pack.yaml", 1, "missing", "the folder has no pack.yaml")
        return
    try:
        document = read(path.name, path.read_bytes())
    except Unreadable as error:
        yield Problem("pack.yaml", error.line, "unreadable", error.message, error.hint)
        return
    data = convert(PACK_SCHEMA, document.data)
    faults = list(problems(PACK_SCHEMA, data, document, "pack.yaml"))
    yield from faults
    if not faults:
        folder.meta = data
        if data["id"] != folder.root.name:
            yield Problem(
                "pack.yaml", document.line(("id",)), "name", f"the id {data['id']!r} is not the folder's name"
            )


def _file(folder: PackFolder, kind: FileKind, path: Path) -> Iterator[Problem]:
    name = path.relative_to(folder.root).as_posix()
    try:
        document = read(path.name, path.read_bytes())
    except Unreadable as error:
        folder.faulty.add((kind.name, path.stem))
        yield Problem(name, error.line, "unreadable", error.message, error.hint)
        return
    if not kind.many:
        yield from _entry(folder, kind, name, document, document.data, ())
        return
    if not isinstance(document.data, list):
        yield Problem(name, 1, "schema", "the file must be a list")
        return
    for index, item in enumerate(document.data):
        yield from _entry(folder, kind, name, document, item, (index,))


def _entry(
    folder: PackFolder, kind: FileKind, name: str, document: Document, raw: object, prefix: Where
) -> Iterator[Problem]:
    data = convert(kind.schema, raw)
    faults = list(problems(kind.schema, data, document, name, prefix))
    yield from faults
    stem = Path(name).stem
    if faults or not isinstance(data, dict):
        slug = data.get("slug", stem) if isinstance(data, dict) else stem
        folder.faulty.add((kind.name, str(slug)))
        return
    text = {key: value for key, value in data.items() if key not in kind.unversioned}
    entry = Entry(kind.name, name, data, document, prefix, digest(text))
    folder.by_kind.setdefault(kind.name, []).append(entry)
    if not kind.many and data.get("slug", stem) != stem:
        yield entry.problem(f"the slug {data['slug']!r} is not the file's name", "slug", code="name", hint=stem)
    for slug in [data.get("slug", ""), *data.get("aliases", [])]:
        if _NO_SLUG.fullmatch(slug):
            member = "slug" if slug == data.get("slug") else "aliases"
            yield entry.problem(f"{slug!r} could be a number or an id", member, code="slug", hint="use words")


def _samples(entry: Entry) -> Iterator[Problem]:
    """The tags of runnable code are known, and the code is Python."""
    for sample in samples.of_entry(entry):
        for fault in filter(None, map(samples.tag_fault, sample.tags)):
            yield Problem(entry.path, sample.line - 1, "sample", fault)
        try:
            claim = first_claim(ast.parse(sample.code))
        except SyntaxError as error:
            yield Problem(entry.path, sample.line + (error.lineno or 1) - 1, "sample", f"not Python: {error.msg}")
            continue
        if claim is None:
            yield Problem(entry.path, sample.line, "sample", "the sample claims nothing", "assert what it shows")


def _markup(entry: Entry) -> Iterator[Problem]:
    """Prose is Markdown: tags of HTML or of templates and pictures stand in code, or not at all."""
    for heading, text in entry.body.items():
        found = _MARKUP.search(samples.prose(text))
        if found:
            message = f"{found[0]!r} is not text"
            yield entry.problem(message, "body", heading, code="markup", hint="put code between backticks")


def _strays(root: Path, claimed: set[str]) -> Iterator[Problem]:
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        content = path.suffix in {".md", ".yaml", ".yml", ".json"}
        if path.is_file() and content and name not in claimed | NOT_CONTENT and not name.startswith("samples/"):
            yield Problem(name, 1, "stray", "no kind of file lies here", "see the folder's layout in CONTRIBUTING")


def _doubles(folder: PackFolder) -> Iterator[Problem]:
    """Slugs of one kind, aliases included, uids and numbers must be unique."""
    places: defaultdict[tuple[str, str, Any], list[tuple[Entry, str]]] = defaultdict(list)
    for kind, entries in folder.by_kind.items():
        for entry in entries:
            for slug in [entry.data.get("slug"), *entry.data.get("aliases", [])]:
                places[kind, "slug", slug].append((entry, "slug"))
            for name in ("uid", "number"):
                if name in entry.data:
                    places["", name, entry.data[name]].append((entry, name))
    for (_, name, value), uses in places.items():
        for entry, member in uses[1:]:
            first = uses[0][0]
            message = f"the {name} {value!r} is taken by {first.path}:{first.line(member)}"
            yield entry.problem(message, member, code="not-unique")


def _with(folder: PackFolder, name: str) -> list[Entry]:
    return [entry for entries in folder.by_kind.values() for entry in entries if name in entry.data]
