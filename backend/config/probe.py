"""A health check without curl: python -m config.probe URL; exit code 0 when the answer is 200."""

from __future__ import annotations

import sys
import urllib.error
import urllib.request


def healthy(url: str) -> bool:
    """Whether the address answers 200 within four seconds."""
    try:
        with urllib.request.urlopen(url, timeout=4) as reply:  # noqa: S310 - the address is the operator's
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    sys.exit(0 if healthy(sys.argv[1]) else 1)
