from __future__ import annotations

import re
from typing import Any

import pytest

from vivavoce.questions import rules
from vivavoce.questions.patterns import MAX_PATTERN, fault_of
from vivavoce.questions.rules import Found, find_flag, find_point, is_stuffed, says, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("Use `a.b`. select_related joins.", ["Use a.b.", "select_related joins."]),
        ("It joins, e.g. one row, i.e. fast. Done.", ["It joins, e.g. one row, i.e. fast.", "Done."]),
        ("Django 5.2. It runs.", ["Django 5.2.", "It runs."]),
        ("First.\n\n```python\nx = 1. \n```\n\nLast.", ["First.", "Last."]),
        ("1. **Say** it\n2. Do *it*", ["Say it", "Do it"]),
        ("See [the docs](https://example.org/a.b).", ["See the docs."]),
        ("`__init__` and _result_cache and **kwargs", ["__init__ and _result_cache and **kwargs"]),
        ("I don\N{RIGHT SINGLE QUOTATION MARK}t.", ["I don't."]),
        ("", []),
    ],
)
def test_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("alternative", "sentence", "expected"),
    [
        ("commit", "It runs after the transaction commits.", True),
        ("committed", "It is committing.", True),
        ("no query until", "There is no query until then.", True),
        ("no query until", "There is no such query until then.", False),
        ("on_commit", "I use transaction.on_commit() there.", True),
        ("on_commit", "I use non_commit there.", False),
        ("count()", "I call COUNT() once.", True),
        ("count()", "I count rows.", False),
        ("5.2", "Since Django 5.2 it works.", True),
        ("5.2", "Since Django 15.2 it works.", False),
        ("cafe", "In the café.", True),
        ("select", "With select_related.", False),
        ("->", "With -> only.", True),
    ],
)
def test_words_are_compared_by_stems_and_identifiers_literally(alternative: str, sentence: str, expected: bool) -> None:
    assert says(alternative, sentence) is expected


def test_a_point_needs_every_group_within_two_sentences() -> None:
    match = [["lazy"], ["rows", "list"]]
    said = ["A queryset is lazy.", "It waits.", "Then rows are needed.", "It stays lazy."]
    assert find_point(match, said) == Found("Then rows are needed. It stays lazy.", 2, 3)
    assert find_point(match, said[:3]) is None
    assert find_point(match, ["Lazy until the rows are needed."]) == Found("Lazy until the rows are needed.", 0, 0)
    assert find_point(match, []) is None
    assert find_point([], said) is None


def test_a_phrase_does_not_cross_the_end_of_a_sentence() -> None:
    assert find_point([["extra query"]], ["That is extra.", "Query it."]) is None


def test_a_red_flag_is_held_against_one_sentence() -> None:
    pattern = r"\bsignals?\b.*\basynchronous\b"
    assert find_flag(pattern, ["Fine.", "Signals are Asynchronous."]) == "Signals are Asynchronous."
    assert find_flag(pattern, ["Signals are here.", "Tasks are asynchronous."]) is None


def test_a_list_of_keywords_is_stuffing_and_speech_is_not() -> None:
    assert is_stuffed(["lazy queryset evaluation prefetch_related select_related cache count exists iterator"])
    assert not is_stuffed(["A queryset is lazy, so it does not ask the database until you loop over it."])
    assert not is_stuffed(["lazy queryset"])


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        (r"\bsignals?\b.*\basync\w*", ""),
        (r"^(?!.*\bnot\b).*\bcount\b.*\bfast(er)?\b", ""),
        (r"(a+)+b", "repeats a repetition"),
        (r"(\w+\s*)*!", "repeats a repetition"),
        (r"(a|(b*c)*)+d", "repeats a repetition"),
        (r".*a.*b.*c.*d.*e.*f", "takes too long"),
        (r"(", "is not a regular expression"),
        (r".*", "matches anything"),
        (r"a?", "matches anything"),
        ("x" * (MAX_PATTERN + 1), "has more than"),
        (r"\s*a" * 21, "unbounded repetitions"),
        ("(?<!not )safe|(?<=so )safe|don[\u2019']t {2}\\.\\-x??", ""),
        (r"(?i)always", "read otherwise by browsers: (?i"),
        (r"(?P<word>a)b", "read otherwise by browsers: (?P<"),
        (r"(?>ab)c", "read otherwise by browsers: (?>"),
        (r"(?#why)abc", "read otherwise by browsers: (?#"),
        (r"(a)b(?(1)c|d)", "read otherwise by browsers: (?("),
        (r"(a)b\1", r"read otherwise by browsers: \1"),
        (r"\Aab\Z", r"read otherwise by browsers: \A"),
        (r"ab\Z", r"read otherwise by browsers: \Z"),
        (r"a++b", "read otherwise by browsers: ++"),
        (r"a{1,2}+b", "read otherwise by browsers: {1,2}+"),
        (r"a{,2}b", "read otherwise by browsers: {,2}"),
        (r"a{b", "read otherwise by browsers: {"),
        (r"[]a]b", "read otherwise by browsers: []"),
        (r"[^]a]b", "read otherwise by browsers: [^]"),
        ("na\u00efve", "read otherwise by browsers: \u00ef"),
        ("\U0001f600", "read otherwise by browsers: \U0001f600"),
        (r"(?<=a+)b", "look-behind requires fixed-width"),
    ],
)
def test_a_pattern_is_bounded_in_size_and_time(pattern: str, fault: str) -> None:
    found = fault_of(pattern)
    assert found == fault if not fault else fault in found


@pytest.mark.parametrize("part", ["```x\n", "*a ", "[", "[a](", "\n ", "e.g. ", "a'", "is a. ", ". ' ", "- "])
def test_no_answer_is_read_again_and_again(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What patterns are given to read, together, is a few times the answer: not the rest of it at each sentence."""
    body = (part * 20_000)[:20_000]
    read: list[int] = []
    for name, pattern in list(vars(rules).items()):
        if isinstance(pattern, re.Pattern):
            monkeypatch.setattr(rules, name, Reader(pattern, read))
    said = sentences(body)
    is_stuffed(said)
    find_point([["a", "is not"], ["on_commit", "lazy"]], said)
    assert len(body) < sum(read) < 20 * len(body)


class Reader:
    """A pattern that notes how much it is given."""

    def __init__(self, pattern: re.Pattern[str], read: list[int]) -> None:
        self.pattern, self.read = pattern, read

    def __getattr__(self, name: str) -> Any:
        def call(*args: Any) -> Any:
            self.read.append(len(args[-1]))
            return getattr(self.pattern, name)(*args)

        return call
