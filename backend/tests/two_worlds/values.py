"""Values for parameters: what the schema allows, filled with words that the API itself was heard to use."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NOBODY = "00000000-0000-7000-8000-000000000000"
MOMENT = "2026-06-15T12:00:00Z"
MOST = 3
"""So many learned words of a name are tried."""


class NoValue(Exception):
    """No request can be made for something that the document describes: the audit would be silent about it."""


class Vocabulary:
    """The words of an API: those that a project gives, by parameter, and those heard in replies, by member."""

    def __init__(self, given: Mapping[str, Sequence[str]] | None = None) -> None:
        self.given = given or {}
        self.learned: dict[str, dict[str, None]] = defaultdict(dict)
        self.here: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        self.tags: dict[str, str] = {}
        self.rows: dict[str, list[str]] = {}

    def hear(self, path: str, content: bytes, tag: str) -> None:
        """Learn from the reply to a plain GET of ``path``."""
        if tag:
            self.tags[path.partition("?")[0]] = tag
        try:
            heard = json.loads(content)
        except ValueError:
            return
        collection = path.strip("/").rpartition("/")[2]
        self._learn(collection, heard, path)
        rows = heard.get("results") if isinstance(heard, dict) else heard
        self.rows[path] = [str(row["id"]) for row in rows or () if isinstance(row, dict) and "id" in row][:MOST]

    def _learn(self, name: str, node: Any, path: str) -> None:
        if isinstance(node, list):
            for item in node:
                self._learn(name, item, path)
        elif isinstance(node, dict):
            for key in ("slug", "id"):  # a related object is named by either
                if isinstance(node.get(key), str):
                    self._learn(name, node[key], path)
            for key, value in node.items():
                self._learn(name if key == "results" else key, value, path)
        elif _is_word(node):
            for known in (self.here[path][name], self.learned[name]):
                if len(known) < 40:
                    known[str(node)] = None

    def words(self, parameter: str, path: str = "") -> list[str]:
        """What to say for a parameter: given words, those heard here, then anywhere; for ``size__gte`` of ``size``."""
        base = parameter.partition("__")[0]
        found = [*self.given.get(parameter, ()), *self.given.get(base, ())]
        for known in (self.here.get(path, {}), self.learned):
            for name in (base, f"{base}s", f"{base[:-1]}ies"):
                found += known.get(name, ())
        return list(dict.fromkeys(found))

    def tag_near(self, path: str) -> list[str]:
        """The entity tag that was heard at an address, or above it: for ``/things/1/close/`` that of ``/things/1/``."""
        near = [known for known in self.tags if path.startswith(known)]
        return [self.tags[max(near, key=len)]] if near else []


def _is_word(node: Any) -> bool:
    return isinstance(node, (str, int, float)) and not isinstance(node, bool) and 0 < len(str(node)) <= 60


def values_of(name: str, schema: Mapping[str, Any], vocabulary: Vocabulary, path: str = "") -> list[str]:
    """The values to try: every one of a closed list, the ends of a range, words for a text; never none."""
    found = _values(schema, vocabulary.words(name, path))
    if not found:
        raise NoValue(f'no value can be made for "{name}" with the schema {json.dumps(schema)[:200]}')
    return list(dict.fromkeys(found))


def _values(schema: Mapping[str, Any], words: list[str]) -> list[str]:
    if closed := schema.get("enum") or ([schema["const"]] if "const" in schema else []):
        return [str(value) for value in closed]
    if union := schema.get("oneOf") or schema.get("anyOf"):
        return [value for part in union for value in _values(part, words)]
    kind = _kind(schema)
    if kind == "array":
        return _values(schema.get("items", {}), words)
    if kind == "boolean":
        return ["true", "false"]
    if kind in {"integer", "number"}:
        return _numbers(schema, words)
    return _texts(schema, words) if kind == "string" else []


def _kind(schema: Mapping[str, Any]) -> str | None:
    """The type; beside null, which 3.1 lists too."""
    kinds = schema.get("type")
    return next((one for one in kinds if one != "null"), None) if isinstance(kinds, list) else kinds


def _numbers(schema: Mapping[str, Any], words: list[str]) -> list[str]:
    low, high = schema.get("minimum", -(2**31)), schema.get("maximum", 2**31)
    heard = [word for word in words if re.fullmatch(r"-?\d+(\.\d+)?", word)]
    fitting = [word for word in heard if low <= float(word) <= high]
    return [*fitting[:MOST], *(str(end) for end in (low, high, 2) if low <= end <= high)]


def _texts(schema: Mapping[str, Any], words: list[str]) -> list[str]:
    kind = schema.get("format")
    if kind == "uuid":
        return [*[word for word in words if UUID.fullmatch(word)][:MOST], NOBODY]
    if kind == "date-time":
        return [*[word for word in words if re.fullmatch(r"\d{4}-\d\d-\d\dT\S+", word)][:MOST], MOMENT]
    if kind == "date":
        return [*[word[:10] for word in words if re.match(r"\d{4}-\d\d-\d\d", word)][:MOST], MOMENT[:10]]
    pattern, longest = schema.get("pattern", ""), schema.get("maxLength", 60)
    fitting = [word for word in words if len(word) <= longest and re.search(pattern, word)]
    return [*fitting[:MOST], *(["example"] if re.search(pattern, "example") else [])]


def body_of(schema: Mapping[str, Any], vocabulary: Vocabulary) -> Any:
    """A body with every member that the schema lists, for the errors that it provokes if for nothing else."""
    if schema.get("type") == "object" or "properties" in schema:
        return {name: _member(name, part, vocabulary) for name, part in schema.get("properties", {}).items()}
    return _member("", schema, vocabulary)


def _member(name: str, schema: Mapping[str, Any], vocabulary: Vocabulary) -> Any:
    if union := schema.get("allOf") or schema.get("oneOf") or schema.get("anyOf"):
        return _member(name, union[0], vocabulary)
    kind = _kind(schema)
    if kind == "array":
        return [_member(name, schema.get("items", {}), vocabulary)]
    if kind == "object" or "properties" in schema:
        return body_of({**schema, "type": "object"}, vocabulary)
    if kind == "boolean":
        return True
    if kind in {"integer", "number"}:
        return json.loads(_numbers(schema, vocabulary.words(name))[0])
    values = _values(schema, vocabulary.words(name))
    return values[0] if values else None
