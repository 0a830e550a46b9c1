"""Reads content files: YAML as text scalars with line numbers, and Markdown with front matter and fixed headings.

Every scalar stays text (``no`` is the word, ``5.10`` keeps its zero); the schema says what becomes a number.
Anchors, aliases, tags and repeated keys are refused: a pack is data that a person reads in a diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from vivavoce.packs.entries import Document, Where

MAX_BYTES = 200_000
"""A file larger than this is not one question; refusing it bounds the work of every later step."""

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^(##|###)\s+(.+?)\s*$")
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Unreadable(Exception):
    """The file cannot be read at all; ``line`` is where the reader stopped."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.hint = hint


def read(name: str, raw: bytes) -> Document:
    """Read a ``.yaml`` or ``.md`` file; raises ``Unreadable``."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(1, f"the file has {len(raw)} bytes", f"at most {MAX_BYTES} are read")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(raw[: error.start].count(b"\n") + 1, "the file is not UTF-8") from error
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return _markdown(text) if name.endswith(".md") else _yaml(text)


def _yaml(text: str, first_line: int = 1) -> Document:
    lines: dict[Where, int] = {}
    try:
        node = _single_node(text, first_line)
        data = None if node is None else _construct(node, (), lines, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        raise Unreadable(
            line, f"not YAML: {error.problem or error.context}", "quote text that holds a colon"
        ) from error
    except yaml.YAMLError as error:
        raise Unreadable(first_line, f"not YAML: {error}") from error
    return Document(data, lines)


def _single_node(text: str, first_line: int) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise Unreadable(event.start_mark.line + first_line, "anchors and aliases are not read")
    finally:
        loader.dispose()
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _construct(node: yaml.Node, where: Where, lines: dict[Where, int], first_line: int) -> Any:
    """Plain data from a node; the line of a mapping's value is the line of its key."""
    lines.setdefault(where, node.start_mark.line + first_line)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*where, i), lines, first_line) for i, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return str(node.value)
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first_line
        key = str(key_node.value)
        if not isinstance(key_node, yaml.ScalarNode):
            raise Unreadable(line, "a key must be a word")
        if key in data:
            raise Unreadable(line, f"the key {key!r} stands twice")
        lines[(*where, key)] = line
        data[key] = _construct(value_node, (*where, key), lines, first_line)
    return data


def _markdown(text: str) -> Document:
    """Front matter between two lines of ``---``; then sections, kept under ``body`` by heading."""
    rows = text.split("\n")
    if rows[0].rstrip() != "---":
        raise Unreadable(1, "the file does not begin with front matter", "the first line must be ---")
    end = next((i for i, row in enumerate(rows[1:], 1) if row.rstrip() == "---"), None)
    if end is None:
        raise Unreadable(1, "the front matter has no end", "close it with a line of ---")
    front = _yaml("\n".join(rows[1:end]), first_line=2)
    if not isinstance(front.data, dict):
        raise Unreadable(2, "the front matter is not a mapping of keys to values")
    if "body" in front.data:
        raise Unreadable(front.line(("body",)), "the key 'body' is what stands below the front matter")
    lines = dict(front.lines)
    body: dict[str, str] = {}
    for heading, line, section in _sections(rows[end + 1 :], first_line=end + 2):
        if heading in body:
            raise Unreadable(line, f"the heading {heading!r} stands twice")
        body[heading] = section
        lines["body", heading] = line
    lines.setdefault(("body",), end + 2)
    return Document({**front.data, "body": body}, lines)


def _sections(rows: list[str], first_line: int) -> Iterator[tuple[str, int, str]]:
    """Yield (heading, line, text); a ``###`` heading is named after the ``##`` above it: ``Score 1 / Why``."""
    heading, started, parent = "", first_line, ""
    collected: list[str] = []
    fence = ""
    for number, row in enumerate(rows, first_line):
        fence = _fence_after(row, fence)
        match = None if fence else _HEADING.match(row)
        if match is None:
            collected.append(row)
            continue
        yield from _section(heading, started, collected)
        title = match[2]
        parent = title if match[1] == "##" else parent
        heading = title if match[1] == "##" else f"{parent} / {title}"
        started, collected = number, []
    if fence:
        raise Unreadable(started, f"a code fence under {heading!r} is never closed")
    yield from _section(heading, started, collected)


def _fence_after(row: str, fence: str) -> str:
    """The open fence after this row: a fence closes with at least as many of the same character."""
    mark = _FENCE.match(row)
    if mark is None:
        return fence
    if not fence:
        return mark[1]
    closes = mark[1].startswith(fence) and not row.strip().strip(fence[0])
    return "" if closes else fence


def _section(heading: str, line: int, rows: list[str]) -> Iterator[tuple[str, int, str]]:
    text = "\n".join(rows).strip("\n")
    if heading:
        yield heading, line, text.strip()
    elif text.strip():
        raise Unreadable(line, "text stands before the first heading", "begin with a ## heading")
