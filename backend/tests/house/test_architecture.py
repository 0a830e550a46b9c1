"""What the import linter cannot see: arrows by foreign keys, sizes, names, signal receivers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

BACKEND = Path(__file__).resolve().parents[2]
LAYERS = ["core", "accounts", "packs", "questions", "rubrics", "openings", "interviews", "practice", "demo"]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def sources(*, made: bool = False) -> Iterator[Path]:
    places = [BACKEND / "config", BACKEND / "vivavoce", BACKEND.parent / "scripts"]
    for path in (path for place in places for path in place.rglob("*.py")):
        if made or "migrations" not in path.parts:
            yield path


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def test_foreign_keys_point_downward_only() -> None:
    upward = []
    for model in apps.get_models():
        own = model._meta.app_label
        for field in model._meta.get_fields():
            target = field.related_model if field.concrete else None
            other = target._meta.app_label if target else None
            if own in LAYERS and other in LAYERS and LAYERS.index(other) > LAYERS.index(own):
                upward.append(f"{model.__name__}.{field.name} -> {other}")
    assert upward == []


def test_files_are_short_enough_to_be_read() -> None:
    long = {str(path.relative_to(BACKEND.parent)): len(path.read_text().splitlines()) for path in sources()}
    assert {path: lines for path, lines in long.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short_enough_to_be_seen_whole() -> None:
    long = []
    for path in sources():
        for node in ast.walk(tree(path)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long.append(f"{path.name}:{node.name} has {lines} lines")
    assert long == []


@pytest.mark.parametrize("name", ["utils", "helpers", "misc", "common"])
def test_no_module_is_a_drawer_for_everything(name: str) -> None:
    assert [str(path) for path in sources(made=True) if path.stem == name] == []


def test_there_are_no_star_imports_and_no_signal_receivers() -> None:
    found = []
    for path in sources():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ImportFrom):
                names = {alias.name for alias in node.names}
                if "*" in names or (node.module == "django.dispatch" and "receiver" in names):
                    found.append(f"{path.name}:{node.lineno}")
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path) for path in sources() if path.read_text().strip() and not ast.get_docstring(tree(path))]
    assert silent == []
