"""Runs the commands of the guide (docs/api) and compares what they print with what the guide shows.

In a ```console block a line that begins with ``$ `` is a command (a backslash at its end goes on in the next line,
``<<'END'`` up to the line END), and what follows is what it prints, ``...`` for what is left out. White space does not
count. The commands of a page run in one shell, in order, in a folder that holds nothing but ``vivavoce``, which is the
project. A request that fails must be shown to fail: with its status.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "docs" / "api"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
FAILS = re.compile(r'HTTP/1\.1 [45]\d\d|"status": ?[45]\d\d')
NOT_MODIFIED = 3  # how HTTPie ends after a 304; curl ends with 0
# A person at a terminal sees headers and an indented body; both programs end with an error after a 4xx or 5xx.
HTTPIE = '{"default_options": ["--ignore-stdin", "--check-status", "--print=hb", "--pretty=format"]}'
CURL = "fail-with-body\n"


@dataclass
class Step:
    """One command, and what the guide says that it prints."""

    command: str
    shown: str = ""


def steps(page: str) -> list[Step]:
    """The commands of a page, in order."""
    found: list[Step] = []
    for block in BLOCK.findall(page):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append(Step(line[2:]))
            elif found and unfinished(found[-1].command):
                found[-1].command += "\n" + line
            else:
                found[-1].shown += line + "\n"
    return found


def unfinished(command: str) -> bool:
    """Whether the next line belongs to it, too: after a backslash, and up to the END of a file that it writes."""
    return command.endswith("\\") or ("<<'END'\n" in f"{command}\n" and not command.endswith("\nEND"))


def matches(shown: str, printed: str) -> bool:
    """Whether the output is the shown one, apart from white space and what stands for ``...``."""
    parts = ["".join(part.split()) for part in shown.split("...")]
    return re.fullmatch(".*".join(map(re.escape, parts)), "".join(printed.split())) is not None


def fault(step: Step, code: int, printed: str, complaint: str) -> str | None:
    """What is wrong with a step, if anything."""
    if bool(FAILS.search(step.shown)) != (code not in (0, NOT_MODIFIED)):
        return f"ended with {code}: {complaint.strip()[-300:]} {printed[-600:]}"
    if step.shown.strip() and not matches(step.shown, printed):
        return f"does not print what is shown, but: {printed[:2000]}"
    return None


def run(page: Path, port: int) -> tuple[int, list[str]]:
    """Run the commands of one page; how many there are, and each that is wrong with the reason."""
    text = page.read_text().replace(":8000", f":{port}")
    todo = steps(text)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "config.json").write_text(HTTPIE)
        (place / ".curlrc").write_text(CURL)
        (place / "here").mkdir()
        (place / "here" / "vivavoce").symlink_to(PROJECT)
        script = "set -o pipefail\n" + "".join(
            f"{{ {step.command}\n}} >../{number}.out 2>../{number}.err; echo $? >../{number}.code\n"
            for number, step in enumerate(todo)
        )
        subprocess.run(  # noqa: S603 - the guide is ours
            ["/bin/bash", "-c", script],
            cwd=place / "here",
            env={**os.environ, "HTTPIE_CONFIG_DIR": folder, "CURL_HOME": folder, "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            timeout=300,
            check=False,
        )
        wrong = []
        for number, step in enumerate(todo):
            out, err, code = (place / f"{number}.{end}" for end in ("out", "err", "code"))
            if not code.exists():
                wrong.append(f"{page.name}: {step.command}\n  did not run")
            elif why := fault(step, int(code.read_text()), out.read_text(errors="replace"), err.read_text()):
                wrong.append(f"{page.name}: {step.command}\n  {why}")
    return len(todo), wrong


def run_all(port: int) -> tuple[int, list[str]]:
    """The same for all pages."""
    told = [run(page, port) for page in sorted(FOLDER.glob("*.md"))]
    return sum(count for count, _ in told), [one for _, wrong in told for one in wrong]
