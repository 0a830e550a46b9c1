"""``text/calendar`` beside JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework.renderers import BaseRenderer

ICS = "ics"


class CalendarRenderer(BaseRenderer):
    """Passes on a calendar file that the view has made; ``Accept: text/calendar`` or ``?format=ics`` asks for it."""

    media_type = "text/calendar"
    format = ICS
    charset = "utf-8"
    refuses = dict.fromkeys(
        ("cursor", "page_size", "facets", "fields", "omit", "expand", "pretty"),
        "A calendar holds every entry that the filters leave, whole: leave this out, or ask for JSON.",
    )

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """The bytes as they are."""
        return bytes(data)
