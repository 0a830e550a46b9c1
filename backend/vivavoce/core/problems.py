"""Every way in which a request can fail (RFC 9457); apps add their own by subclassing ``Problem``."""

from __future__ import annotations

import inspect
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
    """A request that cannot be answered. The last paragraph of a subclass's docstring is the remedy on its page."""

    type_slug: ClassVar[str] = "failed"
    title: ClassVar[str] = "The request failed"
    status_code: int = 400
    known: ClassVar[dict[str, type[Problem]]] = {}
    example: ClassVar[dict[str, Any]] = {}  # arguments of this class, for the document that its page shows

    def __init_subclass__(cls, status: int | None = None, title: str | None = None) -> None:
        """Name the type after its class, and add it to those that /api/problems/ explains."""
        if "type_slug" not in cls.__dict__:
            cls.type_slug = re.sub(r"(?<=.)(?=[A-Z])", "-", cls.__name__).lower()
        cls.status_code = status or cls.status_code
        cls.title = title or cls.title
        Problem.known[cls.type_slug] = cls

    @classmethod
    def meaning_and_remedy(cls) -> tuple[str, str]:
        """What it means, and what to do about it, in Markdown: both stand in the docstring."""
        text = re.sub(r"(?<!\n)\n(?!\n)", " ", inspect.getdoc(cls) or "").replace("``", "`")
        meaning, _, remedy = text.rpartition("\n\n")
        return meaning, remedy

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Iterable[Fault] = (),
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        found = list(errors)
        self.errors = found[:MOST_FAULTS]
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
            **({"errors": [with_hints(one) for one in self.errors]} if self.errors else {}),
        }


class InvalidParameters(Problem, status=400, title="The parameters are not valid"):
    """A parameter in the address is unknown, given twice, or has a value that is not allowed. Nothing was guessed.

    Each of ``errors`` names its ``parameter``, and where it can what is ``allowed`` and what you perhaps meant. Change
    the address; the same one fails again.
    """

    example = {"errors": [fault("out_of_range", "Give one whole number from 1 to 200.", parameter="page_size")]}


class InvalidBody(Problem, status=400, title="The body is not valid"):
    """A member of the body is unknown, missing, or has a value that is not allowed. Nothing was written.

    Each of ``errors`` has a ``pointer`` into your body (RFC 6901): ``/3/minutes`` is the member ``minutes`` of the
    fourth item of a list. Mend what it points at, and send the whole body again.
    """

    example = {"errors": [fault("required", "This field is required.", pointer="/title")]}


class MalformedBody(Problem, status=400, title="The body cannot be read"):
    """The body is not JSON (RFC 8259). Nothing was written.

    Look at what your program sent: a comma at the end, single quotes, a name twice in one object, ``NaN`` and text
    that is not UTF-8 are no JSON.
    """


class NotAuthenticated(Problem, status=401, title="Who are you?"):
    """Nobody knows who you are: there is no token, or it is wrong, expired or revoked.

    Sign in, or send ``Authorization: Bearer`` with a token that is valid. A bad header switches the cookie off.
    """

    example = {"headers": {"WWW-Authenticate": 'Bearer realm="Vivavoce"'}}


class Forbidden(Problem, status=403, title="You may not do this"):
    """You are known, but may not do this: a missing scope of the token, a missing group, or a missing CSRF token.

    ``detail`` says which. Make a token with that scope; a group is an administrator's to give. Trying again as you are
    does not help.
    """


class NotFound(Problem, status=404, title="There is nothing here"):
    """There is nothing at this address that you may know of. What is somebody else's looks as if it were not there.

    Compare the address with ``/openapi.yaml``, and the id with the list that you have it from; ``GET /api/v1/me/``
    says as whom you asked.
    """


class MethodNotAllowed(Problem, status=405, title="This method is not offered here"):
    """The address does not know this method.

    The ``Allow`` header lists those that it knows. ``PUT`` is offered nowhere: ``PATCH`` changes the members that the
    body names.
    """

    example = {"detail": 'Method "PUT" not allowed.', "headers": {"Allow": "GET, POST, HEAD, OPTIONS"}}


class NotAcceptable(Problem, status=406, title="No acceptable format"):
    """None of the media types in ``Accept`` is offered here.

    Leave ``Accept`` out for JSON, or send one of those that ``/openapi.yaml`` lists for this operation.
    """


class Conflict(Problem, status=409, title="This conflicts with the present state"):
    """The request is well formed but does not fit the present state. Nothing was written.

    ``detail`` says what is in the way. Read the row again, and decide anew.
    """

    example = {"detail": "Somebody else wrote the same at the same moment. Read again, then try again."}


class IllegalTransition(Conflict, title="This step is not possible now"):
    """The state of the row does not allow this step.

    ``allowed_transitions`` lists the steps that it allows now; none means that it stays as it is.
    """

    example = {"detail": "An interview that is complete cannot take the step start.", "allowed": []}

    def __init__(self, detail: str | None = None, *, allowed: Iterable[str] = (), **members: Any) -> None:
        super().__init__(detail, allowed_transitions=list(allowed), **members)


class ManagedByPack(Conflict, title="A content pack manages this"):
    """This row comes from a content pack, which is where it is changed.

    Change the file in the pack, then ``pack lint``, ``pack diff`` and ``pack load``: CONTRIBUTING.md says how.
    """


class LengthRequired(Problem, status=411, title="The body does not say its length"):
    """The body came in chunks, which are not read here. Nothing was written.

    Send the whole body with ``Content-Length``; most clients do so when you hand them text and not a stream.
    """


class PreconditionFailed(Problem, status=412, title="The row has changed since you read it"):
    """Somebody changed the row since you read it. Nothing was written.

    Read it again, look whether your change still makes sense, and send it with the ``ETag`` of that reply. The one in
    this reply is the present one; taking it without reading would overwrite what somebody wrote.
    """

    example = {"headers": {"ETag": '"4-6bd3f51e0a1c2f5d9e77"'}}


class TooLarge(Problem, status=413, title="The body is too large"):
    """The body is larger than this server reads. Nothing was written.

    ``detail`` says how much it reads. Send less at a time: a list can be sent in parts.
    """


class UnsupportedMediaType(Problem, status=415, title="The body has an unknown format"):
    """The body is in a format that is not read here. Nothing was written.

    Send JSON, and say so: ``Content-Type: application/json``.
    """

    example = {"detail": 'Unsupported media type "text/plain" in request.'}


class TooManyRequests(Problem, status=429, title="Too many requests"):
    """You asked more often than is fair. Nothing was written.

    Wait as many seconds as ``Retry-After`` says, then go on more slowly: ``RateLimit`` tells on every reply what is
    left. A list in one reply (``?format=ndjson``) takes the place of many pages.
    """

    example = {"headers": {"Retry-After": "3"}}


class InternalError(Problem, status=500, title="Something broke on our side"):
    """A fault of ours; whatever the request began to write was taken back.

    Tell us the ``request_id``: our log has the rest. A ``POST`` may be sent again with the same ``Idempotency-Key``.
    """


class Unavailable(Problem, status=503, title="The service is not available for a moment"):
    """The database cannot be reached.

    Try again after as many seconds as ``Retry-After`` says, a ``POST`` with the same ``Idempotency-Key``: then it takes
    effect once, whatever happened.
    """

    example = {"headers": {"Retry-After": "5"}}


class StorageFull(Problem, status=507, title="There is no room to write"):
    """The disk is full: nothing can be written, reading still works.

    Try again after as many seconds as ``Retry-After`` says, and tell whoever runs this service.
    """

    example = {"headers": {"Retry-After": "60"}}


def of_status(status: int) -> type[Problem]:
    """The plainest problem with a status."""
    return next((kind for kind in Problem.known.values() if kind.status_code == status), InternalError)
