"""What a request writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

WRITE = re.compile(r"\b(INSERT|UPDATE|DELETE|MERGE|TRUNCATE|LOCK|nextval|setval|pg_(try_)?advisory\w+)\b")


@contextmanager
def written() -> Iterator[list[str]]:
    """The statements that reach the database inside and write something, or lock or count."""
    seen: list[str] = []

    def note(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        seen.extend([str(sql)] * bool(WRITE.search(str(sql))))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield seen
