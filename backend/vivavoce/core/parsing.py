"""JSON bodies, read strictly: members given twice, NaN, half characters and bottomless nesting are refused."""

from __future__ import annotations

import json
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

DEEPEST = 20


class StrictJSONParser(JSONParser):
    """DRF's keeps the last of two members with one name; a caller who sends both made a mistake."""

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None) -> Any:
        """The body."""
        try:
            text = stream.read().decode()
            body = json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
            if deeper_than(body, DEEPEST):
                raise RecursionError
            if "\\ud" in text.lower():  # half of a surrogate pair is no character; nothing could store or echo it
                json.dumps(body, ensure_ascii=False).encode()
            return body
        except RecursionError:
            raise ParseError(f"A body may be nested at most {DEEPEST} deep.") from None
        except ValueError as error:
            raise ParseError(f"The body is not JSON: {error}") from None


def deeper_than(value: Any, most: int) -> bool:
    """True when more than so many lists and objects stand in one another."""
    level = [value]
    for _ in range(most):
        found = [one.values() if isinstance(one, dict) else one for one in level if isinstance(one, (list, dict))]
        level = [inner for one in found for inner in one]
    return any(isinstance(one, (list, dict)) for one in level)


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose members have different names."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f'"{next(name for name in names if names.count(name) > 1)}" is given twice')
    return members


def refuse(constant: str) -> None:
    """NaN and the infinities are not JSON."""
    raise ValueError(f"{constant} is not a number in JSON")
