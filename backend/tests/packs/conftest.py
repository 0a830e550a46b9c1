"""A pack to change, and how a test changes it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Edit = Callable[..., None]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(Path(__file__).parent / "data-engineer", tmp_path / "data-engineer"))


@pytest.fixture
def edit(pack: Path) -> Edit:
    def change(name: str, *pairs: tuple[str, str]) -> None:
        text = (pack / name).read_text()
        for before, after in pairs:
            assert before in text
            text = text.replace(before, after, 1)
        (pack / name).write_text(text)

    return change
