"""Turns text scalars into what a JSON Schema (2020-12) says they are, and its errors into problems with lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from vivavoce.packs.entries import Document, Problem, Where

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]+)?")
_EMPTY = {"", "null", "~"}
_NAMES = {"object": "a mapping", "array": "a list", "string": "text", "integer": "a whole number", "null": "null"}

_SAYINGS = {
    "minLength": ("{name} holds too little", "at least {rule} characters"),
    "minItems": ("{name} holds too little", "at least {rule}"),
    "minProperties": ("{name} holds too little", "at least {rule}"),
    "maxLength": ("{name} holds too much", "at most {rule} characters"),
    "maxItems": ("{name} holds too much", "at most {rule}"),
    "minimum": ("{name} is {value}", "at least {rule}"),
    "maximum": ("{name} is {value}", "at most {rule}"),
    "format": ("{name} is not a {rule}: {value}", ""),
    "pattern": ("{name} is {value}", ""),
    "uniqueItems": ("{name} holds the same thing twice", ""),
}


@cache
def validator(path: Path) -> Draft202012Validator:
    """The validator of a schema file; the schema itself is checked first."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def convert(path: Path, data: Any) -> Any:
    """Data with numbers, booleans and nulls where the schema wants them; what does not fit stays text."""
    schema = validator(path).schema
    return _convert(schema, data, schema)


def _convert(schema: Any, data: Any, root: Any) -> Any:
    schema = _resolve(schema, root)
    if isinstance(data, dict):
        known = schema.get("properties", {})
        rest = schema.get("additionalProperties", {})
        rest = rest if isinstance(rest, dict) else {}
        return {key: _convert(known.get(key, rest), value, root) for key, value in data.items()}
    if isinstance(data, list):
        return [_convert(schema.get("items", {}), item, root) for item in data]
    return _scalar(schema.get("type", "string"), data)


def _resolve(schema: Any, root: Any) -> Mapping[str, Any]:
    """Follow a local ``#/$defs/name`` reference."""
    while isinstance(schema, dict) and "$ref" in schema:
        found = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        schema = found
    return schema if isinstance(schema, dict) else {}


def _scalar(wanted: str | list[str], text: Any) -> Any:
    if not isinstance(text, str):
        return text
    types = [wanted] if isinstance(wanted, str) else wanted
    if "null" in types and text in _EMPTY:
        return None
    if "boolean" in types and text in {"true", "false"}:
        return text == "true"
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text)
    return text


def problems(schema_path: Path, data: Any, document: Document, path: str, prefix: Where = ()) -> Iterator[Problem]:
    """Everything that is wrong with converted data, each at its line."""
    for error in validator(schema_path).iter_errors(data):
        yield from _described(error, document, path, prefix)


def _described(error: ValidationError, document: Document, path: str, prefix: Where) -> Iterator[Problem]:
    where = prefix + tuple(error.absolute_path)
    name = ".".join(str(part) for part in error.absolute_path) or "the file"
    if error.validator == "additionalProperties":
        known = sorted(_properties(error))
        yield from (_unknown(key, known, document, path, where) for key in _keys(error) if key not in known)
        return
    if "propertyNames" in error.absolute_schema_path:
        yield _unknown(str(error.instance), list(_rule(error)), document, path, where)
        return
    if error.validator in {"if", "anyOf", "oneOf"} and error.context:
        for inner in error.context:
            yield from _described(inner, document, path, prefix)
        return
    message, hint = _message(error, name)
    yield Problem(path, document.line(where), "schema", message, hint or _schema_hint(error))


def _unknown(key: str, known: list[str], document: Document, path: str, where: Where) -> Problem:
    noun = "heading" if where and where[-1] == "body" else "key"
    near = get_close_matches(key, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    return Problem(path, document.line((*where, key)), "unknown-key", f"unknown {noun} {key!r}", hint)


def _properties(error: ValidationError) -> dict[str, Any]:
    schema: Any = error.schema
    found: dict[str, Any] = schema.get("properties", {})
    return found


def _keys(error: ValidationError) -> list[str]:
    instance: Any = error.instance
    return list(instance)


def _rule(error: ValidationError) -> Any:
    return error.validator_value


def _message(error: ValidationError, name: str) -> tuple[str, str]:
    """Our words for the schema's complaint, and a hint where the complaint itself holds one."""
    value: Any = error.instance
    rule = _rule(error)
    if error.validator == "required":
        missing = ", ".join(key for key in rule if key not in value)
        return f"missing{'' if name == 'the file' else f' in {name}'}: {missing}", ""
    if error.validator == "type":
        wanted = [rule] if isinstance(rule, str) else rule
        return f"{name} must be {' or '.join(_NAMES.get(w, w) for w in wanted)}, not {_short(value)}", ""
    if error.validator == "enum":
        near = get_close_matches(str(value), [str(r) for r in rule], 1)
        hint = f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(str(r) for r in rule)}"
        return f"{name} is {_short(value)}", hint
    template, hint = _SAYINGS.get(str(error.validator), (f"{{name}}: {error.message}", ""))
    return template.format(name=name, value=_short(value), rule=rule), hint.format(rule=rule)


def _schema_hint(error: ValidationError) -> str:
    return str(error.schema.get("description", "")) if isinstance(error.schema, dict) else ""


def _short(value: Any) -> str:
    if isinstance(value, dict | list):
        return _NAMES["object" if isinstance(value, dict) else "array"]
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
