"""Log lines as JSON, one a line, to standard output: what happened, when (UTC), in which request."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any

STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "request", "server_time"}
# PostgreSQL repeats the row that it refused, and with it what somebody wrote.
ROW = re.compile(r"\n(?:DETAIL|CONTEXT|LINE \d+):.*?(?=\n\nThe above exception|\n\nDuring handling|\Z)", re.DOTALL)
# What json leaves as it is and terminals and viewers obey: more line breaks, C1 and direction controls, halves.
UNRULY = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class JsonFormatter(logging.Formatter):
    """Members of ``extra`` become members of the line; line breaks in values cannot forge a second line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": ROW.sub("", record.getMessage()),
        }
        if (known := sys.modules.get("vivavoce.core.request_ids")) and (request_id := known.current.get()):
            line["request_id"] = request_id  # not imported: the server logs before Django is there
        line |= {key: value for key, value in record.__dict__.items() if key not in STANDARD}
        if record.exc_info:
            line["exception"] = ROW.sub("", self.formatException(record.exc_info))
        text = json.dumps(line, ensure_ascii=False, default=str)
        return UNRULY.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


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
