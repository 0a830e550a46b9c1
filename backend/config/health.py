"""Two questions of a load balancer: is the process alive, and can it serve?"""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

_migrated: set[bool] = set()  # once true, true for the life of the process


def _reply(text: str, status: int) -> HttpResponse:
    headers = {} if status == 200 else {"Retry-After": "5"}
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8", headers=headers)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked, so a database that is down does not restart it."""
    return _reply("ok", 200)


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and has every migration."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _migrated:
            executor = MigrationExecutor(connection)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                return _reply("the database waits for migrations", 503)
            _migrated.add(True)
    except DatabaseError:
        return _reply("the database does not answer", 503)
    return _reply("ok", 200)
