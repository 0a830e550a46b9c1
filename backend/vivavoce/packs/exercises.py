"""Exercises: small pytest projects below ``samples/``, each the task that belongs to a question.

``samples/<slug>.yaml`` names the exercise of the question with that slug; ``samples/<slug>/`` holds its files::

    README.md               the statement
    <module>.py             the stub
    test_visible.py         what a solution must pass at least
    test_own.py             where candidates write tests; one is there as an example
    mutants/*.py            five wrong versions of the module, each with a docstring that says what is wrong
    solutions/README.md     the reference solution and two others, with what each costs
    solutions/*.py          these three, and own_tests.py: tests that catch every mutant

A download has the same files, but the mutants stand encoded in one text file, so that no search and no glance over
the folder shows them; ``exercise_kit`` adds what runs them. The solutions lie open in a folder that the README asks to
open afterwards: they must be there without a network, and who wants to look would find a way.
"""

from __future__ import annotations

import ast
import base64
import hashlib
import io
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from vivavoce.packs.entries import Entry, PackFolder, Problem
from vivavoce.packs.linting import unknown

FOLDER = "samples"
KIT = Path(__file__).parent / "exercise_kit"
KIT_DIGEST = zlib.crc32(b"".join(path.read_bytes() for path in sorted(KIT.glob("*.*"))))
"""Stands for what the kit adds to every download: another kit makes other downloads of the same files."""
MUTANTS, ALTERNATIVES = 5, 2
MOST_BYTES = 100_000
HEADINGS = ("The situation", "What to build", "Rules", "How to run it", "Done means", "Time")

_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip knows: the same files give the same bytes, whenever they are packed."""
_AWAY = {"ctypes", "ftplib", "http", "multiprocessing", "smtplib", "socket", "socketserver", "subprocess", "urllib"}
"""Modules of the standard library that leave the process: an exercise runs offline."""
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b")


def files_of(entry: Entry, folder: PackFolder) -> dict[str, bytes]:
    """The exercise's files by their path inside its folder, sorted."""
    root = folder.root / FOLDER / entry.data["slug"]
    found = sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def archive(entry: Entry, folder: PackFolder) -> bytes:
    """The download: uncompressed, because another release of zlib would make other bytes of the same files."""
    files = files_of(entry, folder)
    mutants = [base64.b64encode(raw).decode() for name, raw in files.items() if name.startswith("mutants/")]
    shown = {name: raw for name, raw in files.items() if not name.startswith("mutants/")}
    shown |= {path.name: path.read_bytes() for path in KIT.glob("*.*")}
    shown["mutants.txt"] = "\n".join([entry.data["module"], *mutants, ""]).encode()
    shown["LICENCE.txt"] = _licence(entry, folder).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for name, raw in sorted(shown.items()):
            member = zipfile.ZipInfo(f"{entry.data['slug']}/{name}", _FIRST)
            member.create_system, member.external_attr = 3, 0o644 << 16  # the same on every system
            packed.writestr(member, raw)
    return made.getvalue()


def digest_of(entry: Entry, folder: PackFolder) -> str:
    """Stands for the files and for the question that they belong to."""
    question = folder.find("question", entry.data["slug"])
    owner = question.data.get("uid", "") if question else ""
    return hashlib.sha256(archive(entry, folder) + str(owner).encode()).hexdigest()


def _licence(entry: Entry, folder: PackFolder) -> str:
    licence = folder.meta["licence"]
    title = entry.data["title"]
    return (
        f"{title}: an exercise of the pack {folder.slug!r}, {folder.meta['title']}.\n"
        f"Its code is under {licence['code']}, its prose under {licence['prose']}; check.py is Vivavoce's, under MIT.\n"
    )


def check_exercise(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    """The question is there, the folder is whole, and nothing in it needs more than Python and pytest."""
    yield from unknown(entry, folder, "question", entry.data["slug"], "slug")
    files = files_of(entry, folder)
    yield from _shape(entry, folder, set(files))
    size = sum(map(len, files.values()))
    if size > MOST_BYTES:
        yield _fault(entry, f"the folder holds {size} bytes", hint=f"at most {MOST_BYTES}")
    for name, raw in files.items():
        yield from _file(entry, name, raw)


def check_folders(folder: PackFolder) -> Iterator[Problem]:
    """No folder lies below ``samples/`` that no exercise names."""
    named = set(folder.slugs("exercise")) | {slug for kind, slug in folder.faulty if kind == "exercise"}
    for path in sorted((folder.root / FOLDER).glob("*")):
        if path.is_dir() and path.name not in named:
            hint = f"write {FOLDER}/{path.name}.yaml"
            yield Problem(f"{FOLDER}/{path.name}", 1, "exercise", "no exercise has this folder", hint)


def _fault(entry: Entry, message: str, hint: str = "", name: str = "", line: int = 1) -> Problem:
    path = f"{FOLDER}/{entry.data['slug']}/{name}" if name else entry.path
    return Problem(path, line, "exercise", message, hint)


def _shape(entry: Entry, folder: PackFolder, names: set[str]) -> Iterator[Problem]:
    module = f"{entry.data['module']}.py"
    needed = {"README.md", module, "test_visible.py", "test_own.py"}
    needed |= {f"solutions/{name}" for name in ("README.md", "reference.py", "own_tests.py")}
    for name in sorted(needed - names):
        yield _fault(entry, f"{name} is missing")
    mutants = {name for name in names if re.fullmatch(r"mutants/[a-z0-9_]+\.py", name)}
    others = {name for name in names - needed if re.fullmatch(r"solutions/[a-z0-9_]+\.py", name)}
    for name in sorted(names - needed - mutants - others):
        yield _fault(entry, "no such file belongs to an exercise", name=name)
    if len(mutants) != MUTANTS:
        yield _fault(entry, f"there are {len(mutants)} mutants", hint=f"exactly {MUTANTS}")
    if len(others) != ALTERNATIVES:
        yield _fault(entry, f"there are {len(others)} solutions beside the reference", hint=f"exactly {ALTERNATIVES}")
    if any(path.is_symlink() for path in (folder.root / FOLDER / entry.data["slug"]).rglob("*")):
        yield _fault(entry, "the folder holds a link", hint="a pack is made of plain files")


def _file(entry: Entry, name: str, raw: bytes) -> Iterator[Problem]:
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        yield _fault(entry, "the file is not UTF-8", name=name)
        return
    for number, line in enumerate(text.splitlines(), 1):
        if found := _UNFINISHED.search(line):
            yield _fault(entry, f"placeholder text: {found[0]!r}", name=name, line=number)
    if name == "README.md":
        yield from _statement(entry, text)
    if name.endswith(".py"):
        yield from _code(entry, name, text)


def _statement(entry: Entry, text: str) -> Iterator[Problem]:
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    if headings != list(HEADINGS):
        yield _fault(entry, "the headings are not those of a statement", hint=", ".join(HEADINGS), name="README.md")
    for command in ("python -m pytest", "python check.py"):
        if command not in text:
            yield _fault(entry, f"the statement does not say `{command}`", name="README.md")


def _code(entry: Entry, name: str, text: str) -> Iterator[Problem]:
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        yield _fault(entry, f"not Python: {error.msg}", name=name, line=error.lineno or 1)
        return
    if name.startswith("mutants/") and not ast.get_docstring(tree):
        yield _fault(entry, "the mutant does not say what is wrong with it", "begin with a docstring", name)
    if name == f"{entry.data['module']}.py":
        yield from _stub(entry, name, tree)
    allowed = sys.stdlib_module_names - _AWAY | {"pytest", "test_visible", entry.data["module"]}
    for node in ast.walk(tree):
        for word in set(_imported(node)) - allowed:
            line = getattr(node, "lineno", 1)
            yield _fault(entry, f"imports {word!r}", "the standard library and pytest, nothing online", name, line)


def _stub(entry: Entry, name: str, tree: ast.Module) -> Iterator[Problem]:
    """What is to be written says what it should do."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield _fault(entry, f"{node.name} has no docstring", name=name, line=node.lineno)


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        yield (node.module or "").partition(".")[0]
