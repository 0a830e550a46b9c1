"""Turns whatever went wrong into a problem document."""

from __future__ import annotations

import json
import logging
from typing import Any

from django.core.exceptions import PermissionDenied, TooManyFieldsSent
from django.core.exceptions import ValidationError as ModelValidationError
from django.core.signals import got_request_exception
from django.db import DataError, IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.encoding import escape_uri_path
from psycopg import errors as postgres
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.serializers import as_serializer_error
from rest_framework.settings import api_settings

from vivavoce.core import problems
from vivavoce.core.problems import Fault, Problem, fault
from vivavoce.core.rendering import INDENT, wants_indent

logger = logging.getLogger("vivavoce.failures")
CROSSED = (postgres.UniqueViolation, postgres.SerializationFailure, postgres.DeadlockDetected)  # two that write at once


def handle(exc: Exception, context: dict[str, Any]) -> HttpResponse:
    """DRF's exception handler."""
    request = context["request"]
    return respond(as_problem(exc, request), request)


def respond(problem: Problem, request: HttpRequest | Request) -> HttpResponse:
    """The reply that says what went wrong."""
    layout: dict[str, Any] = {"indent": INDENT} if wants_indent(request) else {"separators": (",", ":")}
    text = json.dumps(problem.document(escape_uri_path(request.path)), ensure_ascii=False, default=str, **layout)
    headers = {"Cache-Control": "no-store", **problem.headers}
    content = text.encode(errors="backslashreplace")  # what is echoed may hold half a character
    return HttpResponse(content, status=problem.status_code, content_type="application/problem+json", headers=headers)


def as_problem(exc: Exception, request: HttpRequest | Request) -> Problem:
    """The problem that an exception stands for; one that nobody foresaw is logged and becomes a 500."""
    if isinstance(exc, Problem):
        return exc
    if isinstance(exc, TooManyFieldsSent):
        return problems.InvalidParameters("The address has more parameters than are read.")
    exc = _as_drf(exc)
    if isinstance(exc, exceptions.ValidationError):
        return problems.InvalidBody(errors=faults(exc.detail))
    if isinstance(exc, exceptions.APIException):
        kind = problems.MalformedBody if isinstance(exc, exceptions.ParseError) else problems.of_status(exc.status_code)
        return kind(str(exc.detail), headers=_headers(exc))
    if found := _database_problem(exc):
        logger.error("database: %s", exc)
        return found
    got_request_exception.send(sender=None, request=request)
    logger.error("unforeseen", exc_info=exc)
    return problems.InternalError()


def _as_drf(exc: Exception) -> Exception:
    """DRF's own form of what Django raises."""
    if isinstance(exc, (Http404, exceptions.NotFound)):
        return exceptions.NotFound(problems.NotFound().detail)
    if isinstance(exc, PermissionDenied):
        return exceptions.PermissionDenied()
    return exceptions.ValidationError(as_serializer_error(exc)) if isinstance(exc, ModelValidationError) else exc


def _headers(exc: Exception) -> dict[str, str]:
    challenge = getattr(exc, "auth_header", None)
    return {"WWW-Authenticate": challenge} if challenge else {}


def _database_problem(exc: Exception) -> Problem | None:
    if isinstance(exc.__cause__, postgres.DiskFull):
        return problems.StorageFull(headers={"Retry-After": "60"})
    if isinstance(exc.__cause__, CROSSED):
        return problems.Conflict("Somebody else wrote the same at the same moment. Read again, then try again.")
    if isinstance(exc.__cause__, postgres.CheckViolation):
        return problems.InvalidBody(f"The values break the rule {exc.__cause__.diag.constraint_name}.")
    if isinstance(exc, DataError):
        return problems.InvalidBody("A value cannot be stored as it is.")
    if isinstance(exc, (OperationalError, InterfaceError)) and not isinstance(exc, IntegrityError):
        return problems.Unavailable(headers={"Retry-After": "5"})
    return None


def faults(detail: Any, pointer: str = "") -> list[Fault]:
    """Flatten DRF's nested errors into faults with JSON pointers (RFC 6901)."""
    found: list[Fault] = []
    if isinstance(detail, dict):
        for key, inner in detail.items():
            own = key == api_settings.NON_FIELD_ERRORS_KEY
            step = "" if own else "/" + str(key).replace("~", "~0").replace("/", "~1")
            found += faults(inner, pointer + step)
    elif isinstance(detail, list):
        for index, inner in enumerate(detail):
            plain = isinstance(inner, str)
            found += [fault(inner.code, inner, pointer=pointer)] if plain else faults(inner, f"{pointer}/{index}")
    else:
        found.append(fault(getattr(detail, "code", "invalid"), str(detail), pointer=pointer))
    return found
