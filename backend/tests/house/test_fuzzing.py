"""`make fuzz` asks everything that openapi.yaml offers, but for a list that may only shrink."""

from __future__ import annotations

import sys

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
