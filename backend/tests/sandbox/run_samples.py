"""Runs code samples of packs, each as a test with a database of its own; started by ``manage.py pack test`` only.

Each runs as it stands and once more with its first claim turned round, which must fail. ``VIVAVOCE_SAMPLES`` names a
file with the samples, ``VIVAVOCE_ANSWER`` the file to write: versions, what passed, and which claims did not fail.
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

from vivavoce.packs.inversion import inverted
from vivavoce.packs.samples import Sample


def _samples() -> list[Sample]:
    given = json.loads(Path(os.environ["VIVAVOCE_SAMPLES"]).read_text())
    found = [Sample(g["path"], g["heading"], g["line"], g["code"], tuple(g["tags"])) for g in given]
    versions = {"django": django.get_version(), "python": platform.python_version()}
    return [
        sample
        for sample in {sample.digest: sample for sample in found}.values()
        if all(sample.fits(package, version) for package, version in versions.items())
    ]


def _tests(samples: list[Sample]) -> list[Any]:
    return [
        pytest.param(sample, id=sample.digest, marks=pytest.mark.django_db(transaction=sample.transaction))
        for sample in samples
    ]


SAMPLES = _samples()
CLAIMS = [sample for sample in SAMPLES if inverted(sample.code)]


@pytest.fixture(scope="module")
def answer(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    told: dict[str, Any] = {"passed": [], "unmoved": {}}
    yield told
    with django_db_blocker.unblock():
        number = connection.pg_version  # type: ignore[attr-defined]  # PostgreSQL is our only engine
    told |= {
        "django": django.get_version(),
        "python": platform.python_version(),
        "database": f"PostgreSQL {number // 10000}.{number % 10000}",
        "meant": [sample.digest for sample in SAMPLES],
        "inverted": [sample.digest for sample in CLAIMS],
    }
    Path(os.environ["VIVAVOCE_ANSWER"]).write_text(json.dumps(told))


def _example(sample: Sample, code: str) -> CodeExample:
    example: CodeExample = CodeExample.create(code, prefix="python", path=Path(sample.path), start_line=sample.line - 1)
    return example


@pytest.mark.parametrize("sample", _tests(SAMPLES))
def test_sample(sample: Sample, eval_example: EvalExample, answer: dict[str, Any]) -> None:
    eval_example.run(_example(sample, sample.code))
    answer["passed"].append(sample.digest)


@pytest.mark.parametrize("sample", _tests(CLAIMS))
def test_inverted(sample: Sample, eval_example: EvalExample, answer: dict[str, Any]) -> None:
    """Note a claim that does not fail; how many of those are too many is for the caller to say."""
    try:
        eval_example.run(_example(sample, inverted(sample.code) or ""))
    except AssertionError:
        return
    except Exception as error:
        answer["unmoved"][sample.digest] = f"it stops with {type(error).__name__} before the claim"
    else:
        answer["unmoved"][sample.digest] = "it still runs through"
