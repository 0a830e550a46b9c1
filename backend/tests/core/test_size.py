"""Core stays small enough to be read in one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import vivavoce.core

MOST = 1700  # lines of code: without blank lines, comments, docstrings, and without the testing kit and migrations


def test_it_is_small() -> None:
    folder = Path(vivavoce.core.__file__).parent
    counted = [path for path in folder.rglob("*.py") if not {"testing", "migrations"} & set(path.parts)]
    assert sum(map(lines_of_code, counted)) <= MOST


def lines_of_code(path: Path) -> int:
    source = path.read_text()
    documented: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            documented.update(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    numbered = enumerate(source.splitlines(), 1)
    return sum(
        number not in documented and bool(line.strip()) and not line.strip().startswith("#")
        for number, line in numbered
    )
