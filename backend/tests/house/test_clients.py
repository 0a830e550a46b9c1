"""`make client`: a difference between two generations is seen; docs/api/clients.md and `make test` do the rest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.conf import settings

sys.path.append(str(settings.OPENAPI_FILE.parent / "scripts"))
import clients
from ground import Trouble


def generated(place: Path, name: str = "client.py", text: str = "one") -> None:
    (place / "python").mkdir(parents=True)
    (place / "python" / name).write_text(text)
    (place / ".stamps.json").write_text(str(place))


@pytest.mark.parametrize(
    ("other", "seen"),
    [({}, set()), ({"text": "two"}, {"python/client.py"}), ({"name": "b.py"}, {"python/client.py", "python/b.py"})],
)
def test_it_sees_where_two_generations_differ(other: dict[str, str], seen: set[str], tmp_path: Path) -> None:
    generated(tmp_path / "a")
    generated(tmp_path / "b", **other)
    assert set(clients.differences(tmp_path / "a", tmp_path / "b")) == seen


def test_clients_that_were_changed_since_are_not_called_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(clients, "VAR", tmp_path)
    monkeypatch.setattr(clients, "CLIENTS", tmp_path / "kept")
    monkeypatch.setattr(clients, "make", lambda: generated(tmp_path / "kept", text="changed"))
    monkeypatch.setattr(clients, "generate", generated)
    with pytest.raises(Trouble, match=r"differ in python/client\.py"):
        clients.twice()
