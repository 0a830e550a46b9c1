"""Says whether a regular expression from a pack is safe to run on what people type: bounded in size and in time."""

from __future__ import annotations

import re
import time
from functools import lru_cache
from typing import Any

from vivavoce.questions.rules import MAX_SENTENCE

# The parser of `re` is not public, but it is the only one that reads patterns exactly as `re` does.
from re import _constants as _codes  # type: ignore[attr-defined]  # isort: skip  # no stubs for the parser
from re import _parser  # type: ignore[attr-defined]  # isort: skip  # no stubs for the parser

MAX_PATTERN = 500
MAX_REPEATS = 20
MAX_SECONDS = 0.1
"""Of this thread's own time, for one sentence of the greatest length; an honest pattern needs a hundredth of it."""
_REPEATS = {_codes.MAX_REPEAT, _codes.MIN_REPEAT, _codes.POSSESSIVE_REPEAT}


@lru_cache(maxsize=4096)
def fault_of(pattern: str) -> str:
    """What is wrong with the pattern, as the end of a sentence; an empty string when nothing is."""
    if len(pattern) > MAX_PATTERN:
        return f"has more than {MAX_PATTERN} characters"
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
        tree = _parser.parse(pattern, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        return f"is not a regular expression: {error}"
    if compiled.search(""):
        return "matches anything"
    repeats, nested = _repeats(tree, inside=False)
    if nested:
        return "repeats a repetition, which can take for ever"
    if repeats > MAX_REPEATS:
        return f"has more than {MAX_REPEATS} unbounded repetitions"
    return "" if _quick(compiled, tree) else "takes too long on a long sentence"


def _repeats(tree: Any, *, inside: bool) -> tuple[int, bool]:
    """How many unbounded repetitions the tree holds, and whether one stands inside another."""
    count, nested = 0, False
    for code, argument in tree:
        unbounded = code in _REPEATS and argument[1] == _codes.MAXREPEAT
        count += unbounded
        nested = nested or (unbounded and inside)
        for child in _children(code, argument):
            inner, deeper = _repeats(child, inside=inside or unbounded)
            count += inner
            nested = nested or deeper
    return count, nested


def _children(code: Any, argument: Any) -> list[Any]:
    if code == _codes.BRANCH:
        return list(argument[1])
    if isinstance(argument, tuple):
        return [part for part in argument if isinstance(part, _parser.SubPattern)]
    return [argument] if isinstance(argument, _parser.SubPattern) else []


def _letters(tree: Any) -> str:
    """Every literal character of the pattern, which makes the sentences that come nearest to a match."""
    found = ""
    for code, argument in tree:
        if code == _codes.LITERAL:
            found += chr(argument)
        for child in _children(code, argument):
            found += _letters(child)
    return found


def _quick(compiled: re.Pattern[str], tree: Any) -> bool:
    """Measure on growing sentences, so that a slow pattern stops the measurement before it hurts."""
    seeds = {_letters(tree) or "a", " ".join(re.findall(r"\w+", _letters(tree))) or "a", "a ", "aa"}
    for seed in sorted(seeds):
        for length in (MAX_SENTENCE // 8, MAX_SENTENCE // 4, MAX_SENTENCE // 2, MAX_SENTENCE):
            sentence = (seed * (length // len(seed) + 1))[:length]
            started = time.thread_time()
            compiled.search(sentence)
            if time.thread_time() - started > MAX_SECONDS:
                return False
    return True
