"""docs/security.md has a row for each requirement, and names tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
TESTS = PROJECT / "backend" / "tests"
BROWSER = PROJECT / "frontend" / "tests" / "e2e"
ROWS = re.findall(r"^\| (S\d+) \| (.+?) \| (.+) \|$", (PROJECT / "docs" / "security.md").read_text(), re.MULTILINE)
NAMED = re.compile(r"`([\w./-]+\.(?:py|spec\.js))(?:::([^`]+))?`")


def test_there_is_one_row_for_each_requirement() -> None:
    assert [number for number, _, _ in ROWS] == [f"S{number}" for number in range(1, 30)]


@pytest.mark.parametrize(("number", "proof"), [(number, proof) for number, _, proof in ROWS])
def test_it_names_tests_that_exist_or_says_what_is_missing(number: str, proof: str) -> None:
    named = [(file, name) for file, name in NAMED.findall(proof) if not file.startswith("scripts/")]
    assert named or "**not yet**" in proof or "`make test`" in proof
    for file, name in named:
        if file.endswith(".js"):
            titles = (BROWSER / file).read_text()
            assert name, file
            assert any(f"{mark}{name}" in titles for mark in ('test("', "test(`", "test('", ": ")), name
        else:
            functions = {
                node.name for node in ast.parse((TESTS / file).read_text()).body if isinstance(node, ast.FunctionDef)
            }
            assert name in functions if name else any(found.startswith("test_") for found in functions), (file, name)
