"""Entity tags: ``"<row counter or 0>-<digest of this very text>"``, and what clients do with them."""

from __future__ import annotations

import hashlib

from django.utils.http import parse_etags


def entity_tag(row_version: int, content: bytes) -> str:
    """The strong tag of one representation of a row."""
    return f'"{row_version}-{hashlib.sha256(content).hexdigest()[:20]}"'


def still_current(if_match: str, current: str) -> bool:
    """True when ``If-Match`` names the present state of the row.

    A counted row is compared by its counter, so that the variant (``fields``, indented ...) does not matter; a row
    without a counter has only its digest.
    """
    given = parse_etags(if_match)
    if given == ["*"]:
        return True
    counter = current.strip('"').partition("-")[0]
    if counter == "0":
        return current in given
    return any(not tag.startswith("W/") and tag.strip('"').partition("-")[0] == counter for tag in given)
