"""Which format a reply has: ``Accept`` says it, or ``format`` in the address, for people and links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from django.http import QueryDict
from django.http.request import MediaType
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.utils.mediatypes import media_type_matches

from vivavoce.core.hints import Hint
from vivavoce.core.problems import Fault, fault

FORMAT = "format"


class Negotiation(DefaultContentNegotiation):
    """DRF's, which knows no ``q``; ``format`` counts more than ``Accept``, which links cannot set."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The renderer that the address names, else the one that ``Accept`` prefers; the first of equals."""
        renderers = list(renderers)
        named = [one for word in words(request.query_params) for one in renderers if one.format == word]
        asked = [MediaType(one) for one in (request.headers.get("Accept") or "*/*").split(",")]
        ranked = {one: rank(str(one.media_type), asked) for one in renderers}
        best = named[0] if named else max(renderers, key=ranked.__getitem__)
        if not named and ranked[best][0] == 0:
            raise NotAcceptable(available_renderers=renderers)
        return best, str(best.media_type)


def rank(kind: str, asked: list[MediaType]) -> tuple[float, int]:
    """How much a media type is wanted, as the most exact range that holds it says (RFC 9110, 12.5.1), and how exact."""
    found = [one for one in asked if media_type_matches(kind, str(one))]
    exact = max(found, key=attrgetter("specificity"), default=None)
    return (exact.quality, exact.specificity) if exact else (0.0, 0)


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
