"""Says whether a regular expression from a pack is safe to run on what people type: bounded in size and in time."""

from __future__ import annotations

import re
import time
from functools import lru_cache
from typing import Any

from vivavoce.questions.rules import FLAG_OPTIONS, MAX_SENTENCE

# The parser of `re` is not public, but it is the only one that reads patterns exactly as `re` does.
from re import _compiler  # type: ignore[attr-defined]  # isort: skip  # no stubs for the parser
from re import _constants as _codes  # type: ignore[attr-defined]  # isort: skip  # no stubs for the parser
from re import _parser  # type: ignore[attr-defined]  # isort: skip  # no stubs for the parser

MAX_PATTERN = 500
MAX_REPEATS = 20
MAX_SECONDS = 0.1
"""Of this thread's own time, for one sentence of the greatest length; an honest pattern needs a hundredth of it."""
_LENGTHS = [*range(1, 12), *(round(12 * 1.2**step) for step in range(22)), MAX_SENTENCE]
_REPEATS = {_codes.MAX_REPEAT, _codes.MIN_REPEAT, _codes.POSSESSIVE_REPEAT}
_SINGLE = {_codes.LITERAL, _codes.NOT_LITERAL, _codes.IN, _codes.ANY}
_WIDTHLESS = {_codes.AT, _codes.ASSERT, _codes.ASSERT_NOT}
_PARTS = re.compile(r"\\.|\[\^?\]|\(\?(?:<[=!]|P?.)?|(?:[*+?]|\{[\d,]*\})[+?]?|\{", re.DOTALL)
"""Escapes, a class that begins with its end, groups, repeats, and a brace that is none."""
_COMMON = re.compile(r"\\[bBdDsSwWnt]|\\[^\w\s]|\(\?(?:[:=!]|<[=!])|(?:[*+?]|\{\d+(?:,\d*)?\})\??")
"""Those of them that mean the same in JavaScript. No flags inside a pattern, no names, no references, no possessives,
and letters of ASCII only, since whether two others differ by their case alone is told apart in different ways."""
_SAMPLE = "0a" + "".join(chr(code) for code in range(1, 256)) + "\u0416\u4e2d\u2028"


@lru_cache(maxsize=4096)
def fault_of(pattern: str) -> str:
    """What is wrong with the pattern, as the end of a sentence; an empty string when nothing is."""
    if len(pattern) > MAX_PATTERN:
        return f"has more than {MAX_PATTERN} characters"
    try:
        compiled = re.compile(pattern, FLAG_OPTIONS)
        tree = _parser.parse(pattern, FLAG_OPTIONS)
    except (re.error, RecursionError, OverflowError) as error:
        return f"is not a regular expression: {error}"
    if compiled.search(""):
        return "matches anything"
    if _tangled(tree, _SAMPLE + _letters(tree)):
        return "repeats a repetition, which can take for ever"
    if _unbounded(tree) > MAX_REPEATS:
        return f"has more than {MAX_REPEATS} unbounded repetitions"
    return _foreign(pattern) if _quick(compiled, tree) else "takes too long on a long sentence"


def _foreign(pattern: str) -> str:
    """Whether it holds what Python and JavaScript do not read alike; an empty string when it does not."""
    found = next((part for part in _PARTS.findall(pattern) if not _COMMON.fullmatch(part)), "")
    letters = [one for one in pattern if not one.isascii() and (one.isalnum() or ord(one) > 0xFFFF)]
    foreign = found or "".join(letters[:1])
    return f"is read otherwise by browsers: {foreign}" if foreign else ""


def _unbounded(tree: Any) -> int:
    """How many unbounded repetitions the tree holds."""
    return sum(code in _REPEATS and argument[1] == _codes.MAXREPEAT for code, argument in _nodes(tree))


def _tangled(tree: Any, sample: str) -> bool:
    """Whether a repeated part can match the same text in more than one way: each round then multiplies them."""
    return any(
        code in _REPEATS and argument[1] > 1 and not _clear(argument[2], sample) for code, argument in _nodes(tree)
    )


def _clear(body: Any, sample: str) -> bool:
    """One way only: no alternatives that begin alike, and each inner repeat ends where something else begins."""
    flat, inner = _flat(body), 0
    for code, argument in _nodes(body):
        if code == _codes.BRANCH and _alike(argument[1], sample):
            return False
        inner += code in _REPEATS and argument[0] != argument[1]
    for place, (code, argument) in enumerate(flat):
        if code in _REPEATS and argument[0] != argument[1]:
            repeated = _flat(argument[2])
            after, _ = _start(flat[place + 1 :] + flat[: place + 1], sample)  # the next round follows the last part
            if len(repeated) != 1 or repeated[0][0] not in _SINGLE or after & _characters(repeated[0], sample):
                return False
            inner -= 1
    return inner == 0  # one that stands deeper is not looked into


def _alike(alternatives: list[Any], sample: str) -> bool:
    """Whether two alternatives can match the same first character, or one can match nothing."""
    seen: set[str] = set()
    for alternative in alternatives:
        start, empty = _start(_flat(alternative), sample)
        if empty or start & seen:
            return True
        seen |= start
    return False


def _start(nodes: list[Any], sample: str) -> tuple[set[str], bool]:
    """The characters with which the nodes can begin, and whether they can match nothing."""
    found: set[str] = set()
    for code, argument in nodes:
        if code in _WIDTHLESS:
            continue
        if code in _REPEATS:
            start, empty = _start(_flat(argument[2]), sample)
            empty = empty or argument[0] == 0
        elif code == _codes.BRANCH:
            parts = [_start(_flat(part), sample) for part in argument[1]]
            start, empty = {one for part, _ in parts for one in part}, any(nothing for _, nothing in parts)
        else:
            start, empty = _characters((code, argument), sample), code not in _SINGLE
        found |= start
        if not empty:
            return found, False
    return found, True


def _characters(node: Any, sample: str) -> set[str]:
    """Which of the sample the node matches, asked of `re` itself; all of it for a reference to a group."""
    if node[0] in {_codes.GROUPREF, _codes.GROUPREF_EXISTS}:
        return set(sample)
    if node[0] not in _SINGLE:
        return set()
    single = _parser.SubPattern(_parser.State(), [node])
    compiled = _compiler.compile(single, FLAG_OPTIONS)
    return {one for one in sample if compiled.fullmatch(one)}


def _nodes(tree: Any) -> list[Any]:
    """Every node of the tree, in the order in which they are written."""
    found = []
    for code, argument in tree:
        found.append((code, argument))
        for child in _children(code, argument):
            found += _nodes(child)
    return found


def _flat(tree: Any) -> list[Any]:
    """The nodes of a sequence without the groups around them."""
    found: list[Any] = []
    for code, argument in tree:
        if code in {_codes.SUBPATTERN, _codes.ATOMIC_GROUP}:
            found += _flat(_children(code, argument)[0])
        else:
            found.append((code, argument))
    return found


def _children(code: Any, argument: Any) -> list[Any]:
    if code == _codes.BRANCH:
        return list(argument[1])
    if isinstance(argument, tuple):
        return [part for part in argument if isinstance(part, _parser.SubPattern)]
    return [argument] if isinstance(argument, _parser.SubPattern) else []


def _members(node: Any) -> str:
    """Characters that stand for a class: the first it matches (a digit, a letter), and both ends of each range."""
    if node[0] != _codes.IN:
        return ""
    matched = _characters(node, _SAMPLE)
    ends = [chr(end) for code, argument in node[1] if code == _codes.RANGE for end in argument]
    listed = [chr(argument) for code, argument in node[1] if code == _codes.LITERAL]
    return "".join([*(one for one in _SAMPLE if one in matched)][:1] + ends + listed)


def _letters(tree: Any) -> str:
    """Every character that the pattern names, which makes the sentences that come nearest to a match."""
    return "".join(chr(node[1]) if node[0] == _codes.LITERAL else _members(node) for node in _nodes(tree))


def _quick(compiled: re.Pattern[str], tree: Any) -> bool:
    """Measure on sentences that grow step by step, so that a slow pattern stops the measurement before it hurts."""
    letters = _letters(tree)
    literals = "".join(chr(argument) for code, argument in _nodes(tree) if code == _codes.LITERAL)
    classes = {one for node in _nodes(tree) for one in _members(node)}
    seeds = {text for one in (letters, literals) for text in (one, " ".join(re.findall(r"\w+", one)))}
    seeds = (seeds | classes | {"a ", "aa", "0"}) - {""}
    for length in _LENGTHS:
        for seed in sorted(seeds):
            sentence = (seed * (length // len(seed) + 1))[:length]
            started = time.thread_time()
            compiled.search(sentence)
            if time.thread_time() - started > MAX_SECONDS:
                return False
    return True
