"""The examples of openapi.yaml: written by hand in examples.yaml, sent by the tests, recorded in examples.json."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WRITTEN = Path(__file__).with_name("examples.yaml")
RECORDED = Path(__file__).with_name("examples.json")


@cache
def written() -> dict[str, Any]:
    """What is sent for each operation that needs more than its address."""
    found: dict[str, Any] = yaml.safe_load(WRITTEN.read_text())
    return found


def illustrate(operation: dict[str, Any], recorded: dict[str, Any]) -> None:
    """Put what was sent and answered into the description of an operation."""
    told = recorded.get(operation["operationId"], {})
    for parameter in operation.get("parameters", ()):
        if parameter.get("in") == "path" and parameter["name"] in told.get("path", {}):
            parameter["example"] = told["path"][parameter["name"]]
    show(operation.get("requestBody", {}), told.get("body"))
    show(operation["responses"].get(told.get("status"), {}), told.get("reply"))


def show(message: dict[str, Any], example: Any) -> None:
    """The example of a request or of a reply, where it has JSON to say."""
    media = message.get("content", {}).get("application/json")
    if media is not None and example is not None:
        media["example"] = example


def recorded() -> dict[str, Any]:
    """What the tests sent and got."""
    found: dict[str, Any] = json.loads(RECORDED.read_text()) if RECORDED.exists() else {}
    return found
