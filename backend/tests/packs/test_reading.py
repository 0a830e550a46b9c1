from __future__ import annotations

import json
from pathlib import Path

import pytest

from vivavoce.packs.conversion import convert, problems
from vivavoce.packs.entries import Document
from vivavoce.packs.reading import MAX_BYTES, Unreadable, read
from vivavoce.packs.samples import Sample, split

SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "text": {"type": "string"},
        "number": {"type": "integer"},
        "share": {"type": "number"},
        "flag": {"type": "boolean"},
        "day": {"type": ["string", "null"], "format": "date"},
        "list": {"type": "array", "items": {"$ref": "#/$defs/one"}},
    },
    "$defs": {"one": {"type": "integer", "minimum": 1}},
}


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(SCHEMA))
    return path


def found(schema: Path, text: str) -> tuple[object, list[str]]:
    document = read("a.yaml", text.encode())
    data = convert(schema, document.data)
    return data, [f"{p.line} {p.message}" for p in sorted(problems(schema, data, document, "a.yaml"))]


@pytest.mark.parametrize("word", ["no", "yes", "on", "5.10", "1:30", "2026-11-22", "0x10", "1e3", "null", "~"])
def test_text_stays_text_whatever_yaml_would_make_of_it(schema: Path, word: str) -> None:
    assert found(schema, f"text: {word}") == ({"text": word}, [])


def test_the_schema_says_what_becomes_a_number(schema: Path) -> None:
    text = "number: 12\nshare: 0.5\nflag: true\nday: null\nlist: [1, 2]"
    assert found(schema, text) == ({"number": 12, "share": 0.5, "flag": True, "day": None, "list": [1, 2]}, [])


@pytest.mark.parametrize("word", ["012", "1_000", "12.0", "twelve", "٣", "1" * 30])
def test_what_is_no_number_is_named_with_its_line(schema: Path, word: str) -> None:
    _, faults = found(schema, f"text: a\nnumber: '{word}'")
    assert len(faults) == 1
    assert faults[0].startswith("2 number must be a whole number")


def test_a_fault_deep_inside_has_the_line_of_the_innermost_thing(schema: Path) -> None:
    assert found(schema, "list:\n  - 1\n  - 0\nday: tomorrow") == (
        {"list": [1, 0], "day": "tomorrow"},
        ["3 list.1 is 0", "4 day is not a date: 'tomorrow'"],
    )


def test_sections_are_kept_by_heading_and_fences_hide_hashes() -> None:
    text = "---\nslug: a\n---\n\n## One\n\nText.\n\n```sh\n## no heading\n```\n\n### Why\n\nMore.\n\n## Two\nEnd.\n"
    document = read("a.md", text.encode())
    assert document.data["body"] == {
        "One": "Text.\n\n```sh\n## no heading\n```",
        "One / Why": "More.",
        "Two": "End.",
    }
    assert document.line(("body", "One / Why")) == 13
    assert document.line(("slug",)) == 2


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (b"a: 1\nb: {", 3, "not YAML"),
        (b"a: &x 1", 1, "anchors"),
        (b"a: 1\nb: *x", 2, "anchors"),
        (b"a: 1\na: 2", 2, "stands twice"),
        (b"a: \xff", 1, "not UTF-8"),
        (b"[a]: 1\n", 1, "a key must be a word"),
        (b"a: " + b"x" * MAX_BYTES, 1, "bytes"),
    ],
)
def test_what_cannot_be_read_says_where(text: bytes, line: int, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as stopped:
        read("a.yaml", text)
    assert stopped.value.line == line


def test_the_line_of_something_missing_is_that_of_what_is_around_it() -> None:
    document = Document({}, {(): 1, ("a",): 4})
    assert document.line(("a", "b", 3)) == 4
    assert document.line(("z",)) == 1


def test_fences_of_python_are_lifted_out_and_others_stay() -> None:
    text = "A.\n\n```sql\nSELECT 1\n```\n\n```python run django>=6.0\nassert True\n```\n\n```python\nf()\n```\n\nB."
    rest, found = split(text)
    assert rest == "A.\n\n```sql\nSELECT 1\n```\n\nB."
    assert found == [("assert True", True), ("f()", False)]


def test_a_sample_runs_where_its_tags_allow() -> None:
    sample = Sample("a.md", "Score 3", 1, "assert True", ("django>=6.0", "transaction"))
    assert not sample.fits("django", "5.2.19")
    assert sample.fits("django", "6.1.3")
    assert sample.fits("python", "3.11")
    assert sample.transaction
    assert sample.digest != Sample("a.md", "Score 3", 1, "assert True").digest
