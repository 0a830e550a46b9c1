"""Beside a served demo world: makes rows to aim at, then runs schemathesis with the demo person's token and without.

python fuzzing.py PYTHON_WITH_SCHEMATHESIS SECONDS (BASE_URL and DEMO_TOKEN in the environment)

The seconds are for the longest of the runs, however slow the machine: a run that has used them up has not failed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

from ground import PROJECT, VAR

OPENAPI = PROJECT / "openapi.yaml"
LEFT_OUT: dict[str, str] = {}  # operation -> why nobody asks for it
SETTINGS = "me_partial_update"  # asked nearly last: it may put the person out of the group that other operations need
ERASURE = "demo_erase_create"  # asked last: it erases the person whose token all the others are asked with
# A schema cannot say which ids and slugs exist, so that what fits it may still be refused.
CHECKS = ["--exclude-checks", "positive_data_acceptance"]
SEED = "1"
EXAMPLES = "4"
TESTED = re.compile(r"^  Tested: (\d+)$", re.MULTILINE)
GENERATED = re.compile(r"^  (\d+) generated(?:.*?found (\d+) unique failures?)?", re.MULTILINE)
OPERATION = re.compile(r"^  (/api/v1/\S*):$|^    (get|post|patch|delete):$|^      operationId: (\S+)$", re.MULTILINE)


def call(method: str, path: str, body: Any = None) -> Any:
    """Ask the server as the demo person."""
    headers = {"Authorization": f"Bearer {os.environ['DEMO_TOKEN']}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{os.environ['BASE_URL']}/api/v1{path}", data, headers, method=method)  # noqa: S310
    with urllib.request.urlopen(request) as reply:  # noqa: S310 - our own server
        return json.load(reply)


def first(path: str, member: str = "id") -> str:
    """The key of the first row of a list."""
    return str(call("GET", path)["results"][0][member])


def targets() -> dict[str, str]:
    """A row for each address that names one, in the state in which most can be asked of it."""
    kit, question = first("/kits/", "slug"), first("/questions/", "slug")
    held = call("POST", "/interviews/start-now/", {"purpose": "hiring", "kit": kit, "candidate_name": "Noor"})
    mock = call("POST", "/interviews/start-now/", {"purpose": "mock", "kit": kit})
    invitation = call("POST", "/invitations/", {"interview": mock["id"], "role": "interviewer"})
    attempt = call("POST", "/attempts/", {"question": question, "body": "One index less."})
    review = call("POST", "/reviews/", {"question": question, "grade": "good"})
    found = {
        "applications": held["application"]["id"],
        "attempts": attempt["id"],
        "debriefs": first("/debriefs/?is_open=true"),
        "interview-items": first(f"/interview-items/?interview={held['id']}"),
        "interviews": held["id"],
        "invitations": invitation["id"],
        "practice-sessions": call("POST", "/practice-sessions/", {})["id"],
        "retrospective": first("/interviews/?purpose=tracked"),
        "reviews": review["id"],
        "scorecards": held["my_scorecard"],
        "today": first("/steps/", "slug"),
    }
    lists = ("cards", "colleagues", "openings", "tokens")
    bank = ("answers", "categories", "kits", "qualities", "questions", "roles", "rubrics", "steps", "topics")
    return found | {name: first(f"/{name}/") for name in (*lists, *bank)}


def operations() -> list[tuple[str, str, str]]:
    """Path, method and name of each operation."""
    found, path, method = [], "", ""
    for one in OPERATION.finditer(OPENAPI.read_text()):
        path, method = one[1] or path, one[2] or method
        if one[3]:
            found.append((path, method, one[3]))
    return found


def aimed() -> str:
    """The configuration that aims each operation at its row; deletions hit no row, so that the others find theirs."""
    rows = targets()
    lines = ["[auth.openapi.token]", f'bearer = "{os.environ["DEMO_TOKEN"]}"']
    for path, method, name in operations():
        if "{" not in path or method == "delete":
            continue
        parts = path.removeprefix("/api/v1/").strip("/").split("/")
        row = rows["retrospective" if "retrospective" in parts else parts[0]]
        key = next(part.strip("{}") for part in parts if part.startswith("{"))
        current = "" if method == "get" else ', "header.If-Match" = "*"'
        lines += ["[[operations]]", f'include-operation-id = "{name}"']
        lines.append(f'parameters = {{ "path.{key}" = "{row}"{current} }}')
    return "\n".join(lines)


def run(python: str, name: str, aim: str, *options: str) -> tuple[bool, int, str]:
    """One run of schemathesis: whether it found nothing, how many cases it tried, and a line that says so."""
    left_out = [word for operation in LEFT_OUT for word in ("--exclude-operation-id", operation)]
    how = [
        *("--workers", "1", "--seed", SEED, "--max-examples", EXAMPLES, "--no-color"),
        *(*CHECKS, *left_out, *options),
    ]
    with tempfile.TemporaryDirectory(dir=VAR) as folder:  # what an earlier run found does not change this one
        settings = Path(folder) / "schemathesis.toml"
        settings.touch(mode=0o600)  # it holds the token of this throw-away world
        settings.write_text(f"continue-on-failure = true\ngeneration.allow-x00 = false\n{aim}\n")
        program = [str(Path(python).with_name("st")), "--config-file", str(settings), "run", str(OPENAPI)]
        done = subprocess.run(  # noqa: S603 - our own command
            [*program, "--url", os.environ["BASE_URL"], *how],
            cwd=folder,
            text=True,
            stdout=subprocess.PIPE,
            check=False,
        )
    print(done.stdout, flush=True)
    asked, cases = TESTED.search(done.stdout), GENERATED.search(done.stdout)
    tried, failed = (int(cases[1]), int(cases[2] or 0)) if cases else (0, 0)
    line = f"{name}: {asked[1] if asked else 0} operations, {tried} cases, {failed} failures"
    return done.returncode == 0 and tried > 0, tried, line


def main(python: str, seconds: int) -> int:
    """With the token, without, and what changes or erases the person who asks."""
    aim, once = aimed(), ("--phases", "fuzzing", "--include-operation-id")  # each example once, however long it takes
    others = [word for name in (SETTINGS, ERASURE) for word in ("--exclude-operation-id", name)]
    runs = [
        run(python, "with token", aim, "--phases", "coverage,fuzzing", "--max-time", str(seconds), *others),
        run(python, "anonymous", "", "--phases", "fuzzing", "--max-time", str(max(seconds // 3, 10))),
        run(python, "own settings", aim, *once, SETTINGS),
        run(python, "erasing oneself", aim, *once, ERASURE),
    ]
    well = all(passed for passed, _, _ in runs)
    told = [*(line for _, _, line in runs), "==="]
    told.append(f"{sum(tried for _, tried, _ in runs)} passed" if well else "Some failed; the log says which, and how.")
    print("\n".join(["=== counted ===", *told]))
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
