"""Beside a served demo world: makes rows to aim at, then runs schemathesis with the demo person's token and without.

python fuzzing.py PYTHON_WITH_SCHEMATHESIS (BASE_URL and DEMO_TOKEN in the environment)
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

from ground import PROJECT, VAR

OPENAPI = PROJECT / "openapi.yaml"
LEFT_OUT = {
    "demo_erase_create": "it erases the person whose token all the others are asked with",
}
SETTINGS = "me_partial_update"  # asked last: it may put the person out of the group that other operations need
# A schema cannot say which ids and slugs exist, so that what fits it may still be refused.
CHECKS = ["--exclude-checks", "positive_data_acceptance"]
SEED = "1"
EXAMPLES = "4"
SECONDS = int(os.environ.get("FUZZ_SECONDS", "240"))  # for the longest of the three runs, however slow the machine
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


def run(python: str, name: str, seconds: int, aim: str, *options: str) -> bool:
    """One run of schemathesis; says how much it asked and what failed."""
    settings = VAR / "schemathesis.toml"
    settings.write_text(f"continue-on-failure = true\ngeneration.allow-x00 = false\n{aim}\n")
    settings.chmod(0o600)  # it holds the token of this throw-away world
    program = [str(Path(python).with_name("st")), "--config-file", str(settings), "run", str(OPENAPI)]
    left_out = [word for name in LEFT_OUT for word in ("--exclude-operation-id", name)]
    how = [
        "--workers",
        "1",
        "--seed",
        SEED,
        "--max-examples",
        EXAMPLES,
        "--no-color",
        *CHECKS,
        *left_out,
        "--max-time",
        str(seconds),
    ]
    done = subprocess.run(  # noqa: S603 - our own command
        [*program, "--url", os.environ["BASE_URL"], *how, *options], text=True, stdout=subprocess.PIPE, check=False
    )
    settings.unlink()
    print(done.stdout)
    counted = re.search(r"^  (\d+ generated.*)$", done.stdout, re.MULTILINE)
    asked = re.search(r"^  Tested: (\d+)$", done.stdout, re.MULTILINE)
    print(f"{name}: {asked[1] if asked else 0} operations, {counted[1] if counted else 'nothing'} cases", flush=True)
    return done.returncode == 0


def main(python: str) -> int:
    """With the token, its own settings last; then without."""
    aim, coverage = aimed(), ("--phases", "coverage,fuzzing")
    passed = [
        run(python, "with token", SECONDS, aim, *coverage, "--exclude-operation-id", SETTINGS),
        run(python, "own settings", max(SECONDS // 12, 1), aim, *coverage, "--include-operation-id", SETTINGS),
        run(python, "anonymous", max(SECONDS // 4, 1), "", "--phases", "fuzzing"),
    ]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
