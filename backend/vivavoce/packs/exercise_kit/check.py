"""Holds your own tests against five wrong versions of the module.

    python check.py            how many of the five your tests catch
    python check.py --names    the same, and what each that got away does wrong (a spoiler)

Your tests must pass with your own solution first. A version is caught when at least one test in test_own.py fails.
"""

from __future__ import annotations

import argparse
import ast
import base64
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIMIT = 60
"""Seconds for one run of the tests; whoever needs longer waits for something that does not come."""
PASSED, FAILED, SLOW = 0, 1, -1


def main() -> int:
    """Run everything; 0 when all are caught."""
    parser = argparse.ArgumentParser(description="How many of the wrong versions your tests catch.")
    parser.add_argument("--names", action="store_true", help="say what those that got away do wrong")
    names = parser.parse_args().names
    module, *encoded = (HERE / "mutants.txt").read_text(encoding="ascii").split()
    mutants = [base64.b64decode(line).decode() for line in encoded]
    if run("test_visible.py", "test_own.py") != PASSED:
        print("With your own solution the tests do not all pass yet: run `python -m pytest` and mend that first.")
        return 1
    outcomes = {number: run("test_own.py", **{module: code}) for number, code in enumerate(mutants, 1)}
    caught = [number for number, outcome in outcomes.items() if outcome in {FAILED, SLOW}]
    print(f"Your tests catch {len(caught)} of {len(mutants)}.")
    for number, outcome in outcomes.items():
        if number not in caught:
            print(f"  {number} {reason(outcome)}{f': {about(mutants[number - 1])}' if names else ''}")
    return 0 if len(caught) == len(mutants) else 1


def reason(outcome: int) -> str:
    """What became of a version that is not caught."""
    return "got away" if outcome == PASSED else "could not be tried (your tests use more than the README names)"


def about(code: str) -> str:
    """The first line of a version's docstring."""
    return (ast.get_docstring(ast.parse(code)) or "").split("\n")[0]


def run(*tests: str, **replaced: str) -> int:
    """Run tests in a copy of this folder, in which some modules say something else."""
    with tempfile.TemporaryDirectory() as scratch:
        for path in HERE.iterdir():
            if path.is_file():
                shutil.copy(path, scratch)
        for module, code in replaced.items():
            Path(scratch, f"{module}.py").write_text(code, encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
        # Only pytest itself: a plug-in of some other project could change the order of the tests, or need settings.
        alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(  # noqa: S603 - this interpreter, the tests beside this file
                command, cwd=scratch, env=alone, capture_output=True, timeout=LIMIT, check=False
            )
        except subprocess.TimeoutExpired:
            return SLOW
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main())
