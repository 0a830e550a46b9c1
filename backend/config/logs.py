"""Log lines as JSON, one a line, to standard output: what happened, when (UTC), in which request."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "request", "server_time"}


class JsonFormatter(logging.Formatter):
    """Members of ``extra`` become members of the line; line breaks in values cannot forge a second line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if (known := sys.modules.get("vivavoce.core.request_ids")) and (request_id := known.current.get()):
            line["request_id"] = request_id  # not imported: the server logs before Django is there
        line |= {key: value for key, value in record.__dict__.items() if key not in STANDARD}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def configuration(level: str, stream: str = "stdout") -> dict[str, Any]:
    """The configuration of logging, for Django and for the server: one handler at the root, nothing beside it."""
    above = {"handlers": [], "propagate": True, "level": "NOTSET"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "config.logs.JsonFormatter"}},
        "handlers": {"all": {"class": "logging.StreamHandler", "formatter": "json", "stream": f"ext://sys.{stream}"}},
        "root": {"handlers": ["all"], "level": level.upper()},
        "loggers": {
            **{name: dict(above) for name in ("django", "django.server", "gunicorn.error")},
            # Each request has its line already (config/middleware.py), without what may be secret in a query.
            "gunicorn.access": {**above, "level": "CRITICAL"},
            # Each refused request is in the access log already; a wrong address is not a fault of ours.
            "django.request": {**above, "level": "ERROR"},
            "django.security.DisallowedHost": {**above, "level": "CRITICAL"},
        },
    }
