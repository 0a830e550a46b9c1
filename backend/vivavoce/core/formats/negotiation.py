"""Which format a reply has: ``Accept`` says it, or ``format`` in the address, for people and links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import QueryDict
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from vivavoce.core.hints import Hint
from vivavoce.core.problems import Fault, fault

FORMAT = "format"


class Negotiation(DefaultContentNegotiation):
    """DRF's; ``format`` counts more than ``Accept``, which links cannot set."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The renderer that the address names, else the one that ``Accept`` prefers."""
        renderers = list(renderers)
        named = [one for word in words(request.query_params) for one in renderers if one.format == word]
        return (named[0], named[0].media_type) if named else super().select_renderer(request, renderers, format_suffix)


def words(params: QueryDict) -> list[str]:
    """What ``format`` was given."""
    return [word.strip() for text in params.getlist(FORMAT) for word in text.split(",")]


def without(params: QueryDict, offered: Sequence[str]) -> QueryDict:
    """The parameters for a list that also has a filter of this name, such as the format of a question."""
    if FORMAT not in params:
        return params
    rest, left = params.copy(), [word for word in words(params) if word not in offered]
    rest.setlist(FORMAT, left)
    if not left:
        del rest[FORMAT]
    return rest


def format_faults(params: QueryDict, offered: Sequence[str], *, filters_too: bool) -> list[Fault]:
    """What is wrong with ``format``; a filter of this name checks the words that are not offered."""
    given = words(params)
    found = [
        fault(Hint("not_allowed", word=word, allowed=offered), f'"{word}" is not a format of this address.')
        for word in given
        if word not in offered and not filters_too
    ]
    if sum(word in offered for word in given) > 1:
        found.append(fault("repeated", "Name one format of the reply."))
    return [{"parameter": FORMAT, **one} for one in found]


def with_formats(found: list[Fault], offered: Sequence[str]) -> list[Fault]:
    """The faults of filters, of which one named ``format`` would have taken a format of the reply, too."""
    return [
        {**one, "code": Hint(one["code"], word=one["code"].word, allowed=[*one["code"].known, *offered])}
        if one.get("parameter") == FORMAT and isinstance(one["code"], Hint)
        else one
        for one in found
    ]


def refused(params: QueryDict, renderer: Any) -> list[Fault]:
    """The parameters that mean nothing in the chosen format, each with the reason."""
    said: Mapping[str, str] = getattr(renderer, "refuses", {})
    return [fault("not_with_format", said[name], parameter=name) for name in params if name in said]
