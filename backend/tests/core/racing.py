"""A client of its own process: posts with one key after the other, again while a twin is running. ``python racing.py``
address, token, how many keys, when to begin."""

from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.request
from typing import Any


def post(address: str, token: str, key: str) -> tuple[int, dict[str, str], Any]:
    """One POST."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": key}
    body = json.dumps({"title": key, "organization": "Halden"}).encode()
    request = urllib.request.Request(address, body, headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30) as reply:
            return reply.status, dict(reply.headers), json.load(reply)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, dict(refusal.headers), json.load(refusal)


def race(address: str, token: str, keys: int, start: float) -> dict[str, Any]:
    """What each key was answered in the end, and how often a twin was running."""
    time.sleep(max(0.0, start - time.time()))
    made, replayed, waited = [], 0, 0
    for number in range(keys):
        while True:
            status, headers, body = post(address, token, f"key-{number}")
            if status != 409:
                break
            waited += 1
            time.sleep(0.01)
        assert status == 201, body
        made.append(body["id"])
        replayed += headers.get("Idempotency-Replayed") == "true"
    return {"made": made, "replayed": replayed, "waited": waited}


if __name__ == "__main__":
    print(json.dumps(race(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))))
