"""The production server: processes for the cores, threads for the waiting. Read by ``gunicorn -c``."""

import os
from typing import Any

from gunicorn.http.errors import InvalidHeader

from config.logs import configuration

wsgi_app = "config.wsgi:application"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "config.worker.Worker"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "8"))
preload_app = True  # a setting that is refused stops the start, not each worker in turn
control_socket_disable = True  # it would open a socket in the home folder
timeout = 30
graceful_timeout = 20
keepalive = 5  # seconds; a proxy should keep its idle connections for less
max_requests = 10_000
max_requests_jitter = 1_000
limit_request_line = 8190
limit_request_fields = 60
limit_request_field_size = 8190
forwarded_allow_ips = os.environ.get("TRUSTED_PROXIES", "127.0.0.1,::1")
logconfig_dict = configuration(os.environ.get("LOG_LEVEL", "INFO"))


def pre_request(worker: Any, request: Any) -> None:
    """Let a worker whose master was killed close its connections, and refuse what names no host (RFC 9112, 3.2).

    Such a worker notices by itself, but goes on serving those that are kept alive, for as long as they ask and its
    grace lasts: all that time it holds the port, and a new master cannot start.
    """
    if worker.ppid != os.getppid():
        worker.alive = False
    if request.version >= (1, 1) and not any(name == "HOST" for name, _ in request.headers):
        raise InvalidHeader("HOST")


def post_request(worker: object, request: Any, environ: object, reply: Any) -> None:
    """Note that there was a reply: gunicorn would send another when it finds the body that nobody read broken."""
    request.answered = reply is not None and reply.headers_sent
