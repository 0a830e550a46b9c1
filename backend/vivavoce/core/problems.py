"""Every way in which a request can fail (RFC 9457); apps add their own by subclassing ``Problem``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypedDict

from rest_framework.exceptions import APIException

from vivavoce.core import request_ids

MOST_FAULTS = 20  # that a reply lists, each with its suggestion


class Fault(TypedDict, total=False):
    """One thing that is wrong with a request, and where: a pointer into its body, a parameter or a header."""

    pointer: str
    parameter: str
    header: str
    code: str
    detail: str
    allowed: list[Any]
    did_you_mean: str


def fault(code: str, detail: str, **where: str) -> Fault:
    """Make a fault; a ``Hint`` as its code adds ``allowed`` and ``did_you_mean`` when it is shown."""
    return {**where, "code": code, "detail": str(detail)}  # type: ignore[typeddict-item]  # as named


def with_hints(found: Fault) -> Fault:
    """The fault as the caller reads it."""
    code = found["code"]
    hints = {key: value for key in ("allowed", "did_you_mean") if (value := getattr(code, key, None)) is not None}
    return {**found, "code": str(code), **hints}  # type: ignore[typeddict-item]  # as named


class Problem(APIException):
    """A request that cannot be answered. Each subclass says with its docstring what its page explains."""

    type_slug: ClassVar[str] = "failed"
    title: ClassVar[str] = "The request failed"
    status_code: int = 400
    known: ClassVar[dict[str, type[Problem]]] = {}

    def __init_subclass__(cls, status: int | None = None, title: str | None = None) -> None:
        """Name the type after its class, and add it to those that /api/problems/ explains."""
        if "type_slug" not in cls.__dict__:
            cls.type_slug = re.sub(r"(?<=.)(?=[A-Z])", "-", cls.__name__).lower()
        cls.status_code = status or cls.status_code
        cls.title = title or cls.title
        Problem.known[cls.type_slug] = cls

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Iterable[Fault] = (),
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        found = list(errors)
        self.errors = [with_hints(one) for one in found[:MOST_FAULTS]]
        first = self.errors[0]["detail"] if self.errors else f"{self.title}."
        if (more := len(found) - MOST_FAULTS) > 0:
            first += f" {more} more faults are not listed."
        super().__init__(detail or first, self.type_slug.replace("-", "_"))
        self.headers = dict(headers or {})
        self.members = members

    def document(self, instance: str) -> dict[str, Any]:
        """What the caller reads."""
        return {
            "type": f"/api/problems/{self.type_slug}/",
            "title": self.title,
            "status": self.status_code,
            "detail": str(self.detail),
            "instance": instance,
            "request_id": request_ids.current.get(),
            "code": self.type_slug.replace("-", "_"),
            **self.members,
            **({"errors": self.errors} if self.errors else {}),
        }


class InvalidParameters(Problem, status=400, title="The parameters are not valid"):
    """A parameter in the address is unknown, given twice, or has a value that is not allowed. Nothing was guessed."""


class InvalidBody(Problem, status=400, title="The body is not valid"):
    """A member of the body is unknown, missing, or has a value that is not allowed. Nothing was written."""


class MalformedBody(Problem, status=400, title="The body cannot be read"):
    """The body is not JSON (RFC 8259)."""


class NotAuthenticated(Problem, status=401, title="Who are you?"):
    """Sign in, or send ``Authorization: Bearer`` with a token that is valid. A bad header switches the cookie off."""


class Forbidden(Problem, status=403, title="You may not do this"):
    """You are known, but may not do this: a missing scope of the token, a missing group, or a missing CSRF token."""


class NotFound(Problem, status=404, title="There is nothing here"):
    """There is nothing at this address that you may know of."""


class MethodNotAllowed(Problem, status=405, title="This method is not offered here"):
    """The address does not know this method; the ``Allow`` header lists those that it knows."""


class NotAcceptable(Problem, status=406, title="No acceptable format"):
    """None of the media types in ``Accept`` is offered here."""


class Conflict(Problem, status=409, title="This conflicts with the present state"):
    """The request is well formed but does not fit the present state."""


class IllegalTransition(Conflict, title="This step is not possible now"):
    """The state does not allow this step; ``allowed_transitions`` lists those that it allows."""

    def __init__(self, detail: str | None = None, *, allowed: Iterable[str] = (), **members: Any) -> None:
        super().__init__(detail, allowed_transitions=list(allowed), **members)


class ManagedByPack(Conflict, title="A content pack manages this"):
    """This row comes from a content pack: change the file, lint it, look at the diff, load it."""


class LengthRequired(Problem, status=411, title="The body does not say its length"):
    """Send ``Content-Length``: a body in chunks is not read here. Nothing was written."""


class PreconditionFailed(Problem, status=412, title="The row has changed since you read it"):
    """Somebody changed the row since you read it. Read it again; ``ETag`` is the present one."""


class TooLarge(Problem, status=413, title="The body is too large"):
    """The body is larger than this server reads."""


class UnsupportedMediaType(Problem, status=415, title="The body has an unknown format"):
    """Send the body as ``application/json``."""


class TooManyRequests(Problem, status=429, title="Too many requests"):
    """You asked more often than is fair; ``Retry-After`` says in how many seconds to try again."""


class InternalError(Problem, status=500, title="Something broke on our side"):
    """A fault of ours. Tell us the ``request_id``: our log has the rest."""


class Unavailable(Problem, status=503, title="The service is not available for a moment"):
    """The database cannot be reached; ``Retry-After`` says in how many seconds to try again."""


class StorageFull(Problem, status=507, title="There is no room to write"):
    """There is no room to write; reading still works."""


def of_status(status: int) -> type[Problem]:
    """The plainest problem with a status."""
    return next((kind for kind in Problem.known.values() if kind.status_code == status), InternalError)
