"""The installation's secret key, made once: python -m config.secret_key writes the file that SECRET_KEY_FILE names."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def ensure(path: Path) -> str:
    """The key in this file; a new one, readable by this user only, when there is none."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text().strip()


if __name__ == "__main__":
    ensure(Path(os.environ["SECRET_KEY_FILE"]))
