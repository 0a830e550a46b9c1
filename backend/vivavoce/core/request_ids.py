"""The id of the request that this thread is answering: in the reply, in its problems and in every log line."""

from __future__ import annotations

import re
from contextvars import ContextVar

from vivavoce.core.models import new_id

current: ContextVar[str] = ContextVar("request_id", default="")
SANE = re.compile(r"[A-Za-z0-9._-]{8,128}")


def begin(given: str) -> str:
    """Take the caller's id when it is sane, else make one."""
    request_id = given if SANE.fullmatch(given) else str(new_id())
    current.set(request_id)
    return request_id
