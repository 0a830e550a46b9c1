"""What of one openapi.yaml another one takes away: removed, narrowed or newly demanded. Additions are no break."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

Direction = Literal["request", "reply"]
LOWER, UPPER = ("minimum", "exclusiveMinimum", "minLength", "minItems"), ("maximum", "maxLength", "maxItems")
UNIONS = ("anyOf", "oneOf")
ANY_TYPE = frozenset({"string", "number", "integer", "boolean", "array", "object", "null"})


def breaks(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """One line for each thing that a client of the old document could trip over."""
    comparison = Comparison(old, new)
    for path, methods in old["paths"].items():
        for method, operation in methods.items():
            now = new["paths"].get(path, {}).get(method)
            at = f"{method.upper()} {path}"
            if now is None:
                comparison.found.append(f"{at}: the operation is gone")
            else:
                comparison.operation(at, operation, now)
    return comparison.found


class Comparison:
    """Walks through two documents side by side."""

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        self.old, self.new = old, new
        self.found: list[str] = []
        self.open: set[tuple[str, str, str]] = set()

    def say(self, fails: object, message: str) -> None:
        """Note a break."""
        if fails:
            self.found.append(message)

    def operation(self, at: str, old: Any, new: Any) -> None:
        """Its name, its parameters, its body, its replies, who may ask."""
        self.say(old.get("operationId") != new.get("operationId"), f"{at}: operationId changed")
        self.parameters(at, old.get("parameters", ()), new.get("parameters", ()))
        body, now = old.get("requestBody", {}), new.get("requestBody", {})
        self.say(now.get("required") and not body.get("required"), f"{at}: the body is required now")
        self.media(f"{at} body", body.get("content", {}), now.get("content", {}), "request")
        for status, told in old["responses"].items():
            reply, there = resolved(self.old, told), resolved(self.new, new["responses"].get(status))
            self.say(there is None, f"{at}: the status {status} is gone")
            if there is not None:
                self.media(f"{at} {status}", reply.get("content", {}), there.get("content", {}), "reply")
                self.headers(f"{at} {status}", reply.get("headers", {}), there.get("headers", {}))
        for way in old.get("security", ()):
            kept = [one for one in new.get("security", ()) if one.keys() == way.keys()]
            self.say(not kept, f"{at}: nobody gets in by {', '.join(way) or 'no sign-in'} any more")
            more = any(set(one[name]) - set(way[name]) for one in kept for name in way)
            self.say(more, f"{at}: {', '.join(way)} needs another scope")

    def parameters(self, at: str, old: Sequence[Any], new: Sequence[Any]) -> None:
        """None gone, none newly required, none narrower."""
        before = {(one["in"], one["name"]): one for one in (resolved(self.old, one) for one in old)}
        after = {(one["in"], one["name"]): one for one in (resolved(self.new, one) for one in new)}
        for key, parameter in before.items():
            self.say(key not in after, f"{at}: the parameter {key[1]} is gone")
            if now := after.get(key):
                other = [word for word in ("style", "explode") if parameter.get(word) != now.get(word)]
                self.say(other, f"{at} {key[1]}: written otherwise")
                self.schema(f"{at} {key[1]}", parameter.get("schema", {}), now.get("schema", {}), "request")
        for key, parameter in after.items():
            demanded = parameter.get("required") and not before.get(key, {}).get("required")
            self.say(demanded, f"{at}: the parameter {key[1]} is required now")

    def media(self, at: str, old: Mapping[str, Any], new: Mapping[str, Any], direction: Direction) -> None:
        """Every media type still there, and its schema."""
        for kind, content in old.items():
            self.say(kind not in new, f"{at}: {kind} is gone")
            if kind in new:
                self.schema(at, content.get("schema", {}), new[kind].get("schema", {}), direction)

    def headers(self, at: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Every header still there, and as sure as before."""
        for name, header in old.items():
            there = resolved(self.new, new.get(name))
            self.say(there is None, f"{at}: the header {name} is gone")
            unsure = there and resolved(self.old, header).get("required") and not there.get("required")
            self.say(unsure, f"{at}: the header {name} may be missing")

    def schema(self, at: str, old: Any, new: Any, direction: Direction) -> None:
        """What a client sends must still be taken; what it reads must still be what it knows."""
        visit = (str(old.get("$ref", id(old))), str(new.get("$ref", id(new))), direction)
        if visit in self.open:
            return
        self.open.add(visit)
        old, new = flat(self.old, old), flat(self.new, new)
        self.unions(at, old, new, direction)
        self.values(at, old, new, direction)
        self.members(at, old, new, direction)
        if "items" in old and "items" in new:
            self.schema(f"{at}[]", old["items"], new["items"], direction)
        self.open.discard(visit)

    def unions(self, at: str, old: Any, new: Any, direction: Direction) -> None:
        """Every alternative that a client knows is still taken; no reply has one that it does not know."""
        before, after = alternatives(old), alternatives(new)
        if len(before) == len(after) == 1:
            if old is not before[0] and new is not after[0]:
                self.schema(at, before[0], after[0], direction)
            return
        wanted, offered = (before, after) if direction == "request" else (after, before)
        for number, one in enumerate(wanted):
            same = [other for other in offered if "$ref" in one and one["$ref"] == other.get("$ref")]
            pairs = [(one, other) if direction == "request" else (other, one) for other in same or offered]
            if any(self.fits(*pair, direction) for pair in pairs):
                continue
            if same or len(before) == len(after):
                self.schema(at, *(pairs[0] if same else (before[number], after[number])), direction)
            else:
                self.say(True, f"{at}: alternative {number + 1} {'is gone' if direction == 'request' else 'is new'}")

    def fits(self, old: Any, new: Any, direction: Direction) -> bool:
        """Whether one alternative is no break of another."""
        trial = Comparison(self.old, self.new)
        trial.open = set(self.open)
        trial.schema("", old, new, direction)
        return not trial.found

    def values(self, at: str, old: Any, new: Any, direction: Direction) -> None:
        """Types, enumerations, bounds, patterns and formats."""
        if any(word in schema for schema in (old, new) for word in UNIONS):
            return  # unions() looked at them
        narrow, wide = (new, old) if direction == "request" else (old, new)
        self.say(not types(wide) <= types(narrow), f"{at}: type {kinds(old)} became {kinds(new)}")
        self.say(not within(wide.get("enum"), narrow.get("enum")), f"{at}: other values than before")
        if direction == "reply":
            self.say(old.get("format") not in {None, new.get("format")}, f"{at}: the format changed")
            return
        for word in ("pattern", "format"):
            self.say(new.get(word) not in {None, old.get(word)}, f"{at}: the {word} changed")
        for word in LOWER:
            self.say(word in new and new[word] > old.get(word, float("-inf")), f"{at}: {word} rose")
        for word in UPPER:
            self.say(word in new and new[word] < old.get(word, float("inf")), f"{at}: {word} fell")

    def members(self, at: str, old: Any, new: Any, direction: Direction) -> None:
        """Members gone, newly demanded, or no longer sure."""
        before, after = old.get("properties", {}), new.get("properties", {})
        for name, member in before.items():
            if name in after:
                self.schema(f"{at}.{name}", member, after[name], direction)
            else:
                taken = direction == "request" and new.get("additionalProperties", True) is not False
                self.say(not taken, f"{at}: the member {name} is gone")
        must, now = set(old.get("required", ())), set(new.get("required", ()))
        for name in sorted(now - must if direction == "request" else must - now):
            self.say(True, f"{at}: {name} " + ("is required now" if direction == "request" else "may be missing"))
        others, still = old.get("additionalProperties", True), new.get("additionalProperties", True)
        self.say(others is not False and still is False, f"{at}: no other members any more")
        if isinstance(others, dict) and isinstance(still, dict):
            self.schema(f"{at}.*", others, still, direction)


def resolved(document: Mapping[str, Any], node: Any) -> Any:
    """The node that a reference means."""
    while isinstance(node, Mapping) and "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def flat(document: Mapping[str, Any], node: Any) -> dict[str, Any]:
    """A schema without references, and without allOf around what it refines."""
    schema = dict(resolved(document, node))
    for part in schema.pop("allOf", ()):
        inner = flat(document, part)
        inner["properties"] = {**inner.get("properties", {}), **schema.get("properties", {})}
        inner["required"] = [*inner.get("required", ()), *schema.get("required", ())]
        schema = {**inner, **{key: value for key, value in schema.items() if key not in {"properties", "required"}}}
    return schema


def alternatives(schema: dict[str, Any]) -> list[Any]:
    """What a value may be: the members of a union, else the schema alone."""
    return next((list(schema[word]) for word in UNIONS if word in schema), [schema])


def types(schema: Mapping[str, Any]) -> frozenset[str]:
    """The types of a schema; a whole number is a number."""
    told = schema.get("type", ())
    named = frozenset([told] if isinstance(told, str) else told) or ANY_TYPE
    return named | {"integer"} if "number" in named else named


def kinds(schema: Mapping[str, Any]) -> str:
    """The types as people write them."""
    return " or ".join(sorted(types(schema))) if "type" in schema else "anything"


def within(some: Sequence[Any] | None, others: Sequence[Any] | None) -> bool:
    """Whether some values are all among others; None stands for every value."""
    return others is None or (some is not None and all(one in others for one in some))
