"""The product behind a worker that dies, when a request asks for it, between its commit and its answer."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from typing import Any

from config.wsgi import application as product


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer, unless the test cuts it short: everything is written then, and nothing has been sent."""
    answer = list(product(environ, start_response))
    if "HTTP_X_CUT_SHORT" in environ:
        os.kill(os.getpid(), signal.SIGKILL)
    return answer
