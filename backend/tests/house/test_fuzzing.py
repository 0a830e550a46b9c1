"""What fuzzes the API asks everything that openapi.yaml offers, but for a list that may only shrink."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from django.conf import settings

sys.path.append(str(settings.OPENAPI_FILE.parent / "scripts"))
import fuzzing

LEFT_OUT: set[str] = set()


def test_it_finds_every_operation() -> None:
    document = yaml.load(settings.OPENAPI_FILE.read_text(), yaml.CSafeLoader)
    known = {
        (path, method, operation["operationId"])
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }
    assert set(fuzzing.operations()) == known
    assert {*fuzzing.LEFT_OUT, fuzzing.SETTINGS, fuzzing.ERASURE} <= {name for _, _, name in known}


def test_it_leaves_out_no_more_than_it_did() -> None:
    assert fuzzing.LEFT_OUT.keys() <= LEFT_OUT


@pytest.mark.parametrize(
    ("printed", "code", "passed", "told"),
    [
        ("772 generated, 772 passed", 0, True, "102 operations, 772 cases, 0 failures"),
        ("311 generated, 311 passed, 3 skipped", 0, True, "102 operations, 311 cases, 0 failures"),
        ("1823 generated, 2 found 2 unique failures, 171 skipped", 1, False, "102 operations, 1823 cases, 2 failures"),
        ("9 generated, 1 found 1 unique failure", 1, False, "102 operations, 9 cases, 1 failures"),
        ("9 generated, 9 passed", 1, False, "102 operations, 9 cases, 0 failures"),
        ("No test cases were generated", 0, False, "102 operations, 0 cases, 0 failures"),
    ],
)
def test_it_believes_no_run_that_failed_or_tried_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str, code: int, passed: bool, told: str
) -> None:
    program = tmp_path / "st"
    program.write_text(f"#!/bin/sh\necho '  Tested: 102'\necho '  {printed}'\nexit {code}\n")
    program.chmod(0o700)
    monkeypatch.setattr(fuzzing, "VAR", tmp_path)
    monkeypatch.setenv("BASE_URL", "http://127.0.0.1:1")
    well, _, line = fuzzing.run(str(tmp_path / "python"), "anonymous", "")
    assert (well, line) == (passed, f"anonymous: {told}")
