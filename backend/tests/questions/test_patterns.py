"""Patterns of red flags: what could take for ever is refused at once, what authors write is not."""

import pytest

from vivavoce.questions.patterns import fault_of


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:\d{1,20}){1,20}x",
        r"(?:\d|\d\d)+x",
        r"(?:[b-e]|[b-e][b-e])+x",
        r"(?:a?){20}x",
        r"(?:.+ ){1,20}x",
        r"(?:\w*\w* ){1,20}x",
        r"(?:(?:a|a) )+x",
        r"(?:(?:\w\w|b)* )+x",
        r"(\w)(?:\1+ )+x",
        r"\d{0,20}" * 12 + "x",
        r"[b-e]*" * 12 + "x",
    ],
)
def test_it_refuses_what_can_take_for_ever_without_hanging(pattern: str) -> None:
    assert fault_of(pattern) in {"repeats a repetition, which can take for ever", "takes too long on a long sentence"}


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bnot (\w+ ){0,3}x",
        r"\bnot(?:\s\w+){0,3} x",
        r"\bnot\s+(?:\w+\s+){0,3}x",
        r"(?:red|green|blue)+ x",
        r"(?:\d{4}-){1,3}x",
        r"^(?!.*\b(not|never)\b).*\b(cache|redis)\w*\s+(the\s+)?\bpages?\b",
    ],
)
def test_it_allows_what_can_match_in_one_way_only(pattern: str) -> None:
    assert fault_of(pattern) == ""
