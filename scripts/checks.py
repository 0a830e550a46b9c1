"""Everything that must hold: `make test`, `lint`, `schema`, `e2e`, `screenshots`."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import clients
import grading
import install
from browsers import chromium
from ground import BACKEND, FRONTEND, PROJECT, STARTED, VAR, Trouble, python, quiet, ready_folders, say
from locks import VENV_61, newer_python, second_lane
from serving import SERVE, environment, free_port, with_database

COUNTS = re.compile(r"^.*?(?:Tests\s+)?\b(\d+ (?:passed|failed|flaky).*)$", re.MULTILINE)
COUNTED = re.compile(r"^=+ counted =+\n(.*?)^(?:=|\d)", re.MULTILINE | re.DOTALL)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LOCAL = {"VIVAVOCE_MODE": "local", "LOG_LEVEL": "WARNING", "MYPYPATH": str(BACKEND)}
WHOLE = {"VIVAVOCE_MODE": "test", "VIVAVOCE_SANDBOX": "1"}  # every app is installed, so every model is known


@dataclass
class Report:
    """What was run, and what of it failed."""

    failed: list[str] = field(default_factory=list)
    done: int = 0

    def step(self, name: str, action: Callable[[], str]) -> None:
        """Run one step; a failure is told at once and kept, and the rest goes on."""
        begun = time.monotonic()
        try:
            told = COLOUR.sub("", action())
        except Trouble as trouble:
            self.failed.append(name)
            say(f"FAILED  {name} ({time.monotonic() - begun:.1f} s)\n{trouble}\n")
            return
        self.done += 1
        counts = COUNTS.findall(told)
        say(f"ok      {name} ({time.monotonic() - begun:.1f} s){': ' + counts[-1].strip('= ') if counts else ''}")
        for lines in COUNTED.findall(told):
            say(lines.rstrip())

    def end(self) -> int:
        """The last lines, and the exit code."""
        spent = time.time() - STARTED
        if self.failed:
            print(f"\n{len(self.failed)} of {self.done + len(self.failed)} steps failed: {', '.join(self.failed)}.")
            return 1
        print(f"\nAll {self.done} steps passed in {spent:.0f} s.")
        return 0


def tool(name: str, *arguments: str, folder: Path = BACKEND) -> Callable[[], str]:
    """A step that runs a Python tool of the virtual environment."""
    step = re.sub(r"\W+", "-", "-".join([name, *arguments[:1]])).strip("-")
    return lambda: quiet(f"test-{step}", [python(), "-m", name, *arguments], folder, LOCAL | WHOLE)


def script(name: str, *arguments: str) -> Callable[[], str]:
    """A step that runs a script of the site's package.json."""
    command = [*install.npm(), "run", "--silent", name, *arguments]
    return lambda: quiet(f"test-site-{name}", command, FRONTEND, install.site_environment())


def code_checks(report: Report) -> None:
    """The back end's code, without running it."""
    report.step("ruff", tool("ruff", "check", ".", "../scripts"))
    report.step("ruff format", tool("ruff", "format", "--check", ".", "../scripts"))
    report.step("import contracts", lambda: quiet("test-imports", [beside("lint-imports")], BACKEND))
    report.step("mypy strict", tool("mypy"))
    report.step("mypy strict, scripts", tool("mypy", "--strict", "--config-file=", "scripts", folder=PROJECT))
    report.step("makemigrations --check", lambda: managed("makemigrations", "--check", "--dry-run"))
    report.step("Dockerfile", lambda: quiet("test-hadolint", [beside("hadolint"), "Dockerfile"]))
    compose = ["--builtin-schema", "vendor.compose-spec", "docker-compose.yml"]
    report.step("docker-compose.yml", tool("check_jsonschema", *compose, folder=PROJECT))


def beside(name: str) -> str:
    """A program of the virtual environment."""
    return str(Path(python()).with_name(name))


def managed(*words: str) -> str:
    """A command of Django's, with a database that nobody needs afterwards."""
    command = with_database(python(), "manage.py", *words, throwaway=True)
    return quiet(f"test-{words[0]}", command, BACKEND, LOCAL | {"VIVAVOCE_SANDBOX": "1"})


def site_checks(report: Report) -> None:
    """The site's code, its unit tests, its build and what the build weighs."""
    report.step("openapi.yaml lint, as 3.1 and as 3.0", linted_contract)
    report.step("site lint", script("lint"))
    report.step("site types", script("typecheck"))
    report.step("site unit tests", script("test"))
    report.step("site build", install.build_site)
    report.step("site budget", script("budget"))


def older_contract() -> str:
    """What generators that know OpenAPI 3.0 only are served."""
    older = VAR / "openapi-3.0.yaml"
    quiet("openapi-3.0", [python(), "-m", "config.openapi.older", str(PROJECT / "openapi.yaml"), str(older)], BACKEND)
    return str(older)


def linted_contract() -> str:
    """Redocly's linter over openapi.yaml, and over its older form."""
    return script("contract", older_contract())()


def valid_contract() -> str:
    """A second opinion on both: the rules that OpenAPI itself publishes."""
    validator = Path(install.contract_tools()).with_name("openapi-spec-validator")
    return quiet("test-openapi", [str(validator), str(PROJECT / "openapi.yaml"), older_contract()])


def back_end_tests(report: Report, base: str | None) -> None:
    """pytest on both lanes."""
    report.step(
        "back-end tests (Django 5.2)",
        lambda: quiet("test-pytest", [python(), "-m", "pytest", "-q", "-n", "2"], BACKEND),
    )
    if base:
        report.step(
            "back-end tests (Django 6.1)",
            lambda: quiet("test-pytest-61", [python(VENV_61), "-m", "pytest", "-q", "-n", "2"], BACKEND),
        )
    else:
        say("back-end tests on Django 6.1: not run (no Python 3.12 or newer found)")


def pack_tests(report: Report, base: str | None) -> None:
    """The linter over the packs, and their code samples on every Django that is here."""
    pythons = {"VIVAVOCE_PYTHONS": python(VENV_61)} if base else {}
    pack = with_database(python(), "manage.py", "pack", "test", "--check", throwaway=True)
    report.step("pack lint", lambda: quiet("test-pack-lint", [python(), "manage.py", "pack", "lint"], BACKEND, LOCAL))
    report.step("pack test", lambda: quiet("test-pack", pack, BACKEND, LOCAL | {"VIVAVOCE_SANDBOX": "1"} | pythons))


def served(name: str, *command: str, limited: bool = False) -> str:
    """Run a command against the served build and a new demo world."""
    second = f"http://127.0.0.1:{free_port()}"  # the tests serve the built site from there, too
    variables = environment(free_port()) | install.site_environment() | {"CHROMIUM": chromium() or ""}
    variables |= {"SECOND_ORIGIN": second, "CORS_ALLOWED_ORIGINS": second}
    variables |= {"LIMITS_FOLDER": str(VAR / f"limits-{name}")}  # several are served at once, and all ask from here
    if not limited:  # every browser test makes its own newcomers, all from here; tests of limits are elsewhere
        variables |= {"SIGNUP_RATE": "600/m/ip", "SIGN_IN_RATE": "1000000/s", "SIGN_IN_ADDRESS_RATE": "1000000/s"}
        variables |= {"RATE_LIMIT": "1000000/s", "RATE_LIMIT_ANONYMOUS": "1000000/s"}
    step = with_database(python(), SERVE, "--", *command, throwaway=True)
    return quiet(name, step, BACKEND, variables)


def fuzzed(name: str, tools: str, seconds: str) -> str:
    """Ask every operation for what fits openapi.yaml and for what does not, for so long."""
    return served(name, python(), str(PROJECT / "scripts" / "fuzzing.py"), tools, seconds)


def browser_tests(report: Report) -> None:
    """Playwright, where there is a browser."""
    if chromium():
        report.step("browser tests", lambda: served("test-browser", *install.npm(), "run", "--silent", "e2e"))
    elif os.environ.get("REQUIRE_BROWSER"):
        report.failed.append("browser tests")
        say("FAILED  browser tests: no Chromium found (make browser)")
    else:
        say("browser tests: not run (make browser)")


def security_grade(report: Report) -> None:
    """MDN's grader, where a certificate can be made."""
    if grading.possible():
        report.step("security grade", grading.grade)
    else:
        say("security grade: not run (no openssl to make a certificate with)")


def prepare(build: bool = False) -> None:
    """Everything that the checks need."""
    ready_folders()
    install.everything(checks=True, build=build)


def together(*actions: Callable[[], object]) -> None:
    """Do things at the same time; the first that breaks breaks all."""
    with ThreadPoolExecutor(len(actions)) as pool:
        for doing in [pool.submit(action) for action in actions]:
            doing.result()


def test() -> int:
    """All of it."""
    prepare()
    report = Report()
    base = newer_python()
    together(
        lambda: code_checks(report),
        lambda: site_checks(report),
        lambda: report.step("packages for Django 6.1", lambda: second_lane(base)) if base else None,
        lambda: report.step("clients, made twice", clients.twice),
    )
    back_end_tests(report, base)
    readme = [python(), str(PROJECT / "scripts" / "readme.py")]
    seconds = os.environ.get("FUZZ_SECONDS", "50")
    together(
        lambda: pack_tests(report, base),
        lambda: security_grade(report),
        lambda: report.step("openapi.yaml, valid as 3.1 and as 3.0", valid_contract),
        lambda: report.step("clients, used", lambda: served("test-clients", python(), str(clients.PROGRAM))),
        lambda: report.step("openapi.yaml, fuzzed", lambda: fuzzed("test-fuzz", install.contract_tools(), seconds)),
        lambda: report.step("commands of README and guide", lambda: served("test-readme", *readme, limited=True)),
    )
    browser_tests(report)
    return report.end()


def lint() -> int:
    """Only what reads the code."""
    prepare()
    report = Report()
    code_checks(report)
    report.step("site lint", script("lint"))
    report.step("site types", script("typecheck"))
    return report.end()


def schema() -> int:
    """Write openapi.yaml and the site's types from the code."""
    prepare()
    managed("spectacular", "--file", str(PROJECT / "openapi.yaml"), "--validate", "--fail-on-warn")
    script("types")()
    say("openapi.yaml and frontend/src/api/schema.d.ts are written")
    return 0


def e2e() -> int:
    """Only the browser tests."""
    prepare(build=True)
    report = Report()
    browser_tests(report)
    return report.end()


def screenshots() -> int:
    """Every screen, for people to look at."""
    prepare(build=True)
    if not chromium():
        raise Trouble("There is no Chromium here; `make browser` installs one.")
    served("screenshots", *install.npm(), "run", "--silent", "screenshots")
    say(f"the pictures are in {VAR / 'screenshots'}")
    return 0
