"""OpenAPI 3.1 in the words of 3.0, for generators that know nothing newer. Knows nothing of Django.

python -m config.openapi.older openapi.yaml openapi-3.0.yaml
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ONLY_NULL = {"type": "string", "nullable": True, "enum": [None]}  # 3.0 knows no null type


@cache
def older(text: str) -> str:
    """OpenAPI 3.1 as 3.0.3."""
    # libyaml is ten times as fast; a wheel without it still works.
    loader, dumper = getattr(yaml, "CSafeLoader", yaml.SafeLoader), getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    document = {**downgraded(yaml.load(text, loader)), "openapi": "3.0.3"}  # noqa: S506 - both are safe loaders
    older_text: str = yaml.dump(document, Dumper=dumper, sort_keys=False, allow_unicode=True)
    return older_text


def downgraded(node: Any) -> Any:
    """A part of the document in the words of 3.0: ``nullable`` instead of a null type, no lists of types or scopes."""
    if isinstance(node, list):
        return [downgraded(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: downgraded(value) for key, value in node.items()}
    kinds = node.get("type")
    if isinstance(kinds, list):
        del node["type"]
        others = [kind for kind in kinds if kind != "null"]
        if len(others) == 1:
            node |= {"type": others[0]} | ({"nullable": True} if "null" in kinds else {})
    for word in {"anyOf", "oneOf"} & node.keys():
        node[word] = [ONLY_NULL if item == {"type": "null"} else item for item in node[word]]
    if isinstance(node.get("security"), list):
        node["security"] = [{name: [] for name in way} for way in node["security"]]
    return node


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(older(Path(sys.argv[1]).read_text()))
