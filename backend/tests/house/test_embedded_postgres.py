"""The embedded PostgreSQL: starts, is shared, stops with its parent, and says what is wrong in one sentence."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import postgres_programs
from config.embedded_postgres import Server
from config.postgres_programs import Account, DatabaseProblem

BACKEND = Path(__file__).resolve().parents[2]
ASK = """
import json, os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as service, psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as owner:
    owner.execute("CREATE TABLE IF NOT EXISTS thing (name text)")
    owner.commit()
    service.execute("INSERT INTO thing VALUES ('kept')")
    print(json.dumps({
        "things": service.execute("SELECT count(*) FROM thing").fetchone()[0],
        "service": service.execute("SELECT current_user").fetchone()[0],
        "owns": service.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole").fetchone()[0],
        "system_user": service.execute("SELECT system_user").fetchone()[0],
        "folder": os.environ["VIVAVOCE_DATABASE_HOME"],
        "url": os.environ["DATABASE_URL"],
    }))
"""


def without_database(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DATABASE_", "VIVAVOCE_"))}
    return {**kept, **more}


def wrapper(*options: str) -> list[str]:
    return [sys.executable, "-m", "config.embedded_postgres", "run", *options, "--"]


def ask(*options: str, **more: str) -> dict[str, object]:
    told = subprocess.run(
        [*wrapper(*options), sys.executable, "-c", ASK],
        cwd=BACKEND, env=without_database(**more), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    answer: dict[str, object] = json.loads(told.stdout)
    return answer


def gone(folder: str) -> bool:
    end = time.monotonic() + 15
    while time.monotonic() < end:
        if not Path(folder).exists():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def closed_folder(tmp_path: Path) -> Path:
    """A folder that others cannot enter."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def removed(tmp_path: Path) -> Iterator[None]:
    """Take away what root's servers put outside of folders that `nobody` cannot enter."""
    yield
    for note in tmp_path.rglob("outside"):
        shutil.rmtree(Path(note.read_text()).parent)


def test_it_gives_a_service_that_owns_nothing_and_leaves_nothing() -> None:
    answer = ask("--throwaway")
    assert (answer["service"], answer["owns"], answer["things"]) == ("vivavoce", 0, 1)
    assert gone(str(answer["folder"]))


def test_it_keeps_its_data_in_a_folder_that_others_cannot_read(closed_folder: Path) -> None:
    assert ask("--home", str(closed_folder / "pg"))["things"] == 1
    assert ask("--home", str(closed_folder / "pg"))["things"] == 2


def test_a_path_too_long_for_a_socket_means_tcp_with_a_password(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    home = tmp_path / ("long-" * 16) / "pg"
    answer = ask("--home", str(home))
    if str(tmp_path) in str(answer["folder"]):  # root's server may have had to go outside, where the path is short
        assert "@127.0.0.1:" in str(answer["url"])
        assert str(answer["system_user"]).startswith("scram-sha-256:")


def test_a_second_start_shares_the_running_server(closed_folder: Path) -> None:
    options = ("--home", str(closed_folder / "pg"))
    inner = shlex.join([*wrapper(*options), sys.executable, "-c", ASK])
    told = subprocess.run(
        [*wrapper(*options), "sh", "-c", f"unset DATABASE_URL DATABASE_OWNER_URL; {inner}"],
        cwd=BACKEND, env=without_database(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["things"] == 1


def test_the_server_stops_when_its_parent_is_killed() -> None:
    parent = subprocess.Popen(
        [*wrapper("--throwaway"), "sh", "-c", "echo $VIVAVOCE_DATABASE_HOME; exec sleep 60"],
        cwd=BACKEND, env=without_database(), stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert parent.stdout
    with parent.stdout:
        folder = parent.stdout.readline().strip()
    assert (Path(folder) / "data" / "postmaster.pid").exists()
    parent.kill()
    parent.wait()
    os.killpg(parent.pid, 9)
    assert gone(folder)


def test_nothing_is_embedded_when_the_address_of_a_server_is_given() -> None:
    told = subprocess.run(
        [*wrapper("--throwaway"), "sh", "-c", "echo $DATABASE_URL"],
        cwd=BACKEND,
        env=without_database(DATABASE_URL="postgres://elsewhere/x"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "postgres://elsewhere/x\n"


def test_the_exit_code_is_the_commands_own() -> None:
    assert subprocess.call([*wrapper("--throwaway"), "sh", "-c", "exit 7"], cwd=BACKEND, env=without_database()) == 7


def test_data_of_an_older_version_are_named_and_left_alone(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.data.mkdir()
    (server.data / "PG_VERSION").write_text("15\n")
    with pytest.raises(DatabaseProblem, match=r"made by PostgreSQL 15 and this is 1[6-9].*make reset"):
        server.start()
    assert (server.data / "PG_VERSION").read_text() == "15\n"


def test_a_full_disk_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(tmp_path)
    full = subprocess.CompletedProcess(
        ["initdb"], 1, stdout="initdb: error: could not write: No space left on device\n"
    )
    monkeypatch.setattr(Account, "run", lambda *_: full)
    with pytest.raises(DatabaseProblem, match=r"^The disk is full: .*make room"):
        server._initialise()


def test_a_machine_without_any_build_is_told_about_database_url(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(DatabaseProblem, match="set DATABASE_URL"):
        postgres_programs.binaries(Account.current(tmp_path), tmp_path)


@pytest.fixture
def readable_folder() -> Iterator[Path]:
    """A folder that every account may read; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_programs_on_path_are_used_where_the_wheel_has_no_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, readable_folder: Path
) -> None:
    account = Account.current(tmp_path / "none")
    folder = postgres_programs.binaries(account, readable_folder)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr("shutil.which", lambda name: str(folder / name))
    assert postgres_programs.binaries(account, tmp_path) == folder.resolve()
    monkeypatch.setattr(postgres_programs, "OLDEST", 99)
    with pytest.raises(DatabaseProblem, match="none from 99 up on PATH"):
        postgres_programs.binaries(account, tmp_path)


def test_a_copy_of_unreadable_programs_can_be_read(tmp_path: Path) -> None:
    package = tmp_path / "closed" / "embedded_postgres"
    program = package / "pginstall" / "bin" / "postgres"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 18.6'\n")
    program.chmod(0o700)
    (package.parent / "embedded_postgres.libs").mkdir(mode=0o700)
    package.parent.chmod(0o700)
    folder = postgres_programs.readable_copy(Account(), package, tmp_path / "open")
    assert (folder / "postgres").stat().st_mode & 0o777 == 0o755
    assert folder.stat().st_mode & 0o055 == 0o055
    assert (tmp_path / "open" / "embedded_postgres.libs").stat().st_mode & 0o055 == 0o055


def test_a_folder_of_another_user_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "server"))

    monkeypatch.setattr(Account, "own", refuse)
    with pytest.raises(DatabaseProblem, match="belongs to another user"):
        Server(tmp_path)


def test_only_root_steps_down_and_to_the_owner_of_data_that_are_there(tmp_path: Path) -> None:
    nobody_yet = Account.current(tmp_path / "none")
    if os.geteuid() != 0:
        assert nobody_yet == Account(None, None)
        return
    assert nobody_yet.uid not in {None, 0}
    os.chown(tmp_path, 12345, 12346)
    assert Account.current(tmp_path) == Account(12345, 12346)
