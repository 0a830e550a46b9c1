"""Runs code samples of packs, each as a test with a database of its own; started by ``manage.py pack test`` only.

``VIVAVOCE_SAMPLES`` names a file with the samples, ``VIVAVOCE_ANSWER`` the file to write: versions and what passed.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import pytest
from django.db import connection
from pytest_examples import CodeExample, EvalExample

from vivavoce.packs.samples import Sample


def _samples() -> list[Any]:
    given = json.loads(Path(os.environ["VIVAVOCE_SAMPLES"]).read_text())
    found = [Sample(g["path"], g["heading"], g["line"], g["code"], tuple(g["tags"])) for g in given]
    versions = {"django": django.get_version(), "python": platform.python_version()}
    return [
        pytest.param(sample, id=sample.digest, marks=pytest.mark.django_db(transaction=sample.transaction))
        for sample in {sample.digest: sample for sample in found}.values()
        if all(sample.fits(package, version) for package, version in versions.items())
    ]


SAMPLES = _samples()


@pytest.fixture(scope="module")
def passed(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[str]]:
    digests: list[str] = []
    yield digests
    with django_db_blocker.unblock():
        number = connection.pg_version  # type: ignore[attr-defined]  # PostgreSQL is our only engine
    answer = {
        "django": django.get_version(),
        "python": platform.python_version(),
        "database": f"PostgreSQL {number // 10000}.{number % 10000}",
        "meant": [param.id for param in SAMPLES],
        "passed": digests,
    }
    Path(os.environ["VIVAVOCE_ANSWER"]).write_text(json.dumps(answer))


@pytest.mark.parametrize("sample", SAMPLES)
def test_sample(sample: Sample, eval_example: EvalExample, passed: list[str]) -> None:
    example = CodeExample.create(sample.code, prefix="python", path=Path(sample.path), start_line=sample.line - 1)
    eval_example.run(example)
    passed.append(sample.digest)
