"""``Idempotency-Key``: a POST that is sent twice has one effect, and is answered twice with the same reply.

Claim, effect and stored reply are one transaction: whatever ends a server, there are both or neither.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Callable, Collection
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse
from django.http.request import RawPostDataException
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from vivavoce.core.known import acting_as
from vivavoce.core.models import StoredReply
from vivavoce.core.problems import Conflict, InvalidParameters, Problem, fault

HEADER = "Idempotency-Key"
VISIBLE = re.compile(r"[!-~]{1,255}")
KEPT, MARGIN = timedelta(hours=24), timedelta(hours=1)  # clocks differ
SAME = ("Content-Type", "ETag", "Location")  # what of a reply's headers is not made anew
Handler = Callable[..., Any]


class IdempotencyKeyReused(Problem, status=422, title="This key was used for another request"):
    """You sent this ``Idempotency-Key`` here before, with another body, query or ``Accept``. Nothing was written.

    Choose a new key for a new request. What you sent before, sent again as it was, reads its reply again.
    """


class IdempotencyKeyInUse(Conflict, title="A request with this key is running"):
    """A request with this ``Idempotency-Key`` has not ended yet. This one wrote nothing.

    Send it again after as many seconds as ``Retry-After`` says: then it reads the reply of the first.
    """

    example = {"headers": {"Retry-After": "1"}}


def guarded(view: APIView, request: Request, handler: Handler) -> Handler:
    """The handler of a POST; with a key from somebody who is known it acts once."""
    key = request.headers.get(HEADER)
    if key is not None and not VISIBLE.fullmatch(key):
        detail = "A key is 1 to 255 visible ASCII characters."
        raise InvalidParameters(errors=[fault("invalid", detail, header=HEADER)])
    if key is None or not request.user.is_authenticated:
        return handler  # what nobody in particular may POST writes nothing
    return partial(_once, view, handler, key)


def _once(view: APIView, handler: Handler, key: str, request: Request, *args: Any, **kwargs: Any) -> Any:
    person, route = str(request.user.pk), f"{request.method} {request.path}"
    claim = uuid.UUID(bytes=hashlib.sha256("\n".join((person, route, key)).encode()).digest()[:16])
    digest = _digest(request)
    with transaction.atomic():
        if not _claimed(claim):
            raise IdempotencyKeyInUse(headers={"Retry-After": "1"})
        with acting_as(person):
            kept = StoredReply.objects.filter(claim=claim).first()
        if kept is not None and kept.created_at > timezone.now() - KEPT:
            return _again(kept, digest)
        response = view.finalize_response(request, handler(request, *args, **kwargs), *args, **kwargs)
        if isinstance(response, Response):
            response.render()
        if response.status_code >= 300:
            transaction.set_rollback(True)
            return response
        reply = StoredReply(claim=claim, person=person, route=route, key=key, digest=digest, created_at=timezone.now())
        reply.status = response.status_code
        reply.headers = {name: response[name] for name in SAME if name in response}
        reply.body = _without_secrets(response, getattr(view, "secret_members", ()))
        _keep(reply)
    return response


def _digest(request: Request) -> str:
    """What makes two requests the same."""
    try:
        body = request._request.body
    except RawPostDataException:  # a form; the view refuses those
        body = b""
    said = (request.META.get("QUERY_STRING", "").encode(), request.headers.get("Accept", "").encode(), body)
    return hashlib.sha256(b"\n".join(said)).hexdigest()


def _claimed(claim: uuid.UUID) -> bool:
    """True when nobody else holds the claim; it is held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [int.from_bytes(claim.bytes[:8], signed=True)])
        return bool(cursor.fetchone()[0])


def _again(kept: StoredReply, digest: str) -> HttpResponse:
    if kept.digest != digest:
        raise IdempotencyKeyReused()
    response = HttpResponse(kept.body, status=kept.status, headers={**kept.headers, "Idempotency-Replayed": "true"})
    if "Content-Type" not in kept.headers:
        del response["Content-Type"]
    return response


def _without_secrets(response: HttpResponse, secrets: Collection[str]) -> str:
    text: bytes = response.content
    if secrets and isinstance(response, Response):
        said, response.data = response.data, _hidden(response.data, secrets)
        text, response.data = response.rendered_content, said
    return text.decode()


def _hidden(data: Any, secrets: Collection[str]) -> Any:
    if isinstance(data, list):
        return [_hidden(one, secrets) for one in data]
    return {name: None if name in secrets else value for name, value in data.items()}


def _keep(reply: StoredReply) -> None:
    with acting_as(str(reply.person)):
        names = [field.name for field in StoredReply._meta.concrete_fields if not field.primary_key]
        # One that is too old to be replayed, and not forgotten yet, is replaced.
        StoredReply.objects.bulk_create([reply], update_conflicts=True, unique_fields=["claim"], update_fields=names)
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_forget_replies(%s)", [reply.created_at - KEPT - MARGIN])
