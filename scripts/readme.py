"""Runs the commands that the README and the guide show, against a served build with the demo world: python readme.py.

In every ```sh block each command that begins with ``curl`` or ``http`` runs, with the demo person's token in
``$TOKEN``; a comment under it, ``# -> text``, says what must be in the answer. guide.py says how the guide's run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import guide

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[tuple[str, list[str]]]:
    """Each command with what its answer must contain; a backslash at the end of a line goes on in the next."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(text):
        running = False
        for line in block.replace("\\\n", " ").splitlines():
            if line.startswith("# -> "):
                if running:
                    found[-1][1].append(line.removeprefix("# -> ").strip())
            elif line.strip():
                running = line.startswith(("curl ", "http "))
                if running:
                    found.append((line, []))
    return found


def wrong(command: str, expected: list[str], base: str, settings: str) -> str | None:
    """Run one command; what is wrong with it, if anything."""
    port = str(urlsplit(base).port)
    here = command.replace("127.0.0.1:8000", f"127.0.0.1:{port}").replace(" :8000/", f" :{port}/")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = subprocess.run(  # noqa: S603 - the README is ours
        ["/bin/sh", "-c", here],
        env={**os.environ, "PATH": path, "TOKEN": os.environ.get("DEMO_TOKEN", ""), "HTTPIE_CONFIG_DIR": settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if told.returncode:
        return f"ended with {told.returncode}: {told.stderr.strip()[-300:]}"
    plain = re.sub(r"\s", "", told.stdout)  # a terminal gets it indented, a program does not
    missing = [text for text in expected if re.sub(r"\s", "", text) not in plain]
    return f"does not answer {missing[0]!r}: {told.stdout[:300]}" if missing else None


def main() -> int:
    """Run them all, and name each that is wrong."""
    found = commands(README.read_text())
    base = os.environ["BASE_URL"]
    with tempfile.TemporaryDirectory() as settings:  # without a terminal HTTPie would wait for a body
        Path(settings, "config.json").write_text('{"default_options": ["--ignore-stdin"]}')
        faults = [(command, fault) for command, told in found if (fault := wrong(command, told, base, settings))]
    for command, fault in faults:
        print(f"{command}\n  {fault}")
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    os.environ |= {"TOKEN": os.environ.get("DEMO_TOKEN", ""), "PASSWORD": os.environ.get("DEMO_PASSWORD", "")}
    count, misled = guide.run_all(urlsplit(base).port or 80)
    print("\n".join(misled))
    passed = f"{len(found) + count - len(faults) - len(misled)} passed"
    print(f"{passed}, {len(faults) + len(misled)} failed" if faults or misled else f"{passed}, {count} of the guide")
    return 1 if faults or misled or not found or not count else 0


if __name__ == "__main__":
    sys.exit(main())
