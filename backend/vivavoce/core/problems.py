"""Every way in which a request can fail (RFC 9457); apps add their own by subclassing ``Problem``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypedDict

from rest_framework.exceptions import APIException

from vivavoce.core import request_ids
from vivavoce.core.hints import Hint


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
    """Make a fault; a ``Hint`` as its code adds ``allowed`` and ``did_you_mean``."""
    result: Fault = {**where, "code": str(code), "detail": str(detail)}  # type: ignore[typeddict-item]  # places
    if isinstance(code, Hint):
        if code.allowed is not None:
            result["allowed"] = code.allowed
        if code.did_you_mean is not None:
            result["did_you_mean"] = code.did_you_mean
    return result


class Problem(APIException):
    """The request failed."""

    type_slug: ClassVar[str] = "failed"
    title: ClassVar[str] = "The request failed"
    status_code: int = 400
    known: ClassVar[dict[str, type[Problem]]] = {}

    def __init_subclass__(cls) -> None:
        """Keep the list from which /api/problems/ is served."""
        Problem.known[cls.type_slug] = cls

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Iterable[Fault] = (),
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        super().__init__(detail or f"{self.title}.", self.type_slug.replace("-", "_"))
        self.errors = list(errors)
        self.headers = dict(headers or {})
        self.members = members

    def document(self, instance: str) -> dict[str, Any]:
        """What the caller reads."""
        document: dict[str, Any] = {
            "type": f"/api/problems/{self.type_slug}/",
            "title": self.title,
            "status": self.status_code,
            "detail": str(self.detail),
            "instance": instance,
            "request_id": request_ids.current.get(),
            "code": self.type_slug.replace("-", "_"),
            **self.members,
        }
        if self.errors:
            document["errors"] = self.errors
        return document


class InvalidParameters(Problem):
    """A parameter in the address is unknown, given twice, or has a value that is not allowed. Nothing was guessed."""

    type_slug = "invalid-parameters"
    title = "The parameters are not valid"


class InvalidBody(Problem):
    """A member of the body is unknown, missing, or has a value that is not allowed. Nothing was written."""

    type_slug = "invalid-body"
    title = "The body is not valid"


class MalformedBody(Problem):
    """The body is not JSON (RFC 8259)."""

    type_slug = "malformed-body"
    title = "The body cannot be read"


class NotAuthenticated(Problem):
    """Sign in, or send ``Authorization: Bearer`` with a token that is valid. A bad header switches the cookie off."""

    type_slug = "not-authenticated"
    title = "Who are you?"
    status_code = 401


class Forbidden(Problem):
    """You are known, but may not do this: a missing scope of the token, a missing group, or a missing CSRF token."""

    type_slug = "forbidden"
    title = "You may not do this"
    status_code = 403


class NotFound(Problem):
    """There is nothing at this address that you may know of."""

    type_slug = "not-found"
    title = "There is nothing here"
    status_code = 404


class MethodNotAllowed(Problem):
    """The address does not know this method; the ``Allow`` header lists those that it knows."""

    type_slug = "method-not-allowed"
    title = "This method is not offered here"
    status_code = 405


class NotAcceptable(Problem):
    """None of the media types in ``Accept`` is offered here."""

    type_slug = "not-acceptable"
    title = "No acceptable format"
    status_code = 406


class Conflict(Problem):
    """The request is well formed but does not fit the present state."""

    type_slug = "conflict"
    title = "This conflicts with the present state"
    status_code = 409


class IllegalTransition(Conflict):
    """The state does not allow this step; ``allowed_transitions`` lists those that it allows."""

    type_slug = "illegal-transition"
    title = "This step is not possible now"

    def __init__(self, detail: str | None = None, *, allowed: Iterable[str] = (), **members: Any) -> None:
        super().__init__(detail, allowed_transitions=list(allowed), **members)


class ManagedByPack(Conflict):
    """This row comes from a content pack: change the file, lint it, look at the diff, load it."""

    type_slug = "managed-by-pack"
    title = "A content pack manages this"


class PreconditionFailed(Problem):
    """Somebody changed the row since you read it. Read it again; ``ETag`` is the present one."""

    type_slug = "precondition-failed"
    title = "The row has changed since you read it"
    status_code = 412


class TooLarge(Problem):
    """The body is larger than this server reads."""

    type_slug = "too-large"
    title = "The body is too large"
    status_code = 413


class UnsupportedMediaType(Problem):
    """Send the body as ``application/json``."""

    type_slug = "unsupported-media-type"
    title = "The body has an unknown format"
    status_code = 415


class TooManyRequests(Problem):
    """You asked more often than is fair; ``Retry-After`` says in how many seconds to try again."""

    type_slug = "too-many-requests"
    title = "Too many requests"
    status_code = 429


class InternalError(Problem):
    """A fault of ours. Tell us the ``request_id``: our log has the rest."""

    type_slug = "internal-error"
    title = "Something broke on our side"
    status_code = 500


class Unavailable(Problem):
    """The database cannot be reached; ``Retry-After`` says in how many seconds to try again."""

    type_slug = "unavailable"
    title = "The service is not available for a moment"
    status_code = 503


class StorageFull(Problem):
    """There is no room to write; reading still works."""

    type_slug = "storage-full"
    title = "There is no room to write"
    status_code = 507
