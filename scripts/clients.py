"""`make client`: a TypeScript and a Python client out of openapi.yaml, without a network once the packages are there.

The tests make both once more and compare, hold them against the type checkers, and use them: docs/api/clients.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import install
from ground import BACKEND, FRONTEND, PROJECT, VAR, Stamps, Trouble, digest, files, python, quiet, ready_folders, say

CLIENTS = VAR / "clients"
PARTS = PROJECT / "scripts" / "client"
USES = PROJECT / "docs" / "api" / "clients"
PACKAGE = "vivavoce_client"
PROGRAM = Path(__file__)
LOCKS = (BACKEND / "requirements-fuzz.txt", FRONTEND / "package-lock.json")
SOURCES = (PROJECT / "openapi.yaml", *LOCKS, PROGRAM, PARTS)
AT_RUN_TIME = ("openapi-fetch", "openapi-typescript-helpers")
BODY = '        _kwargs["json"] = []\n'
MENDED = {  # of openapi-python-client 0.29: who reads without a token, and a body that may be left out
    "    client: AuthenticatedClient,\n": "    client: AuthenticatedClient | Client,\n",
    f"    else:\n{BODY}": f"    elif not isinstance(body, Unset):\n{BODY}",
}


def client() -> int:
    """Make both, unless they were made of the same openapi.yaml."""
    make()
    say("var/clients/typescript and var/clients/python are written")
    return 0


def make() -> None:
    """The packages that it takes, then both clients."""
    ready_folders()
    install.make_venv()
    install.install_site()
    install.contract_tools()
    stamps, value = Stamps(CLIENTS), digest(files(*SOURCES))
    if not stamps.fresh("clients", value):
        shutil.rmtree(CLIENTS, ignore_errors=True)
        generate(CLIENTS)
        stamps.set("clients", value)


def generate(place: Path) -> None:
    """Both clients, from nothing."""
    place.mkdir(parents=True, exist_ok=True)
    make_typescript(place / "typescript")
    make_python(place / "python")


def make_typescript(folder: Path) -> None:
    """The types by openapi-typescript, a few lines around openapi-fetch, and that package beside them."""
    folder.mkdir()
    for name in ("index.ts", "tsconfig.json"):
        shutil.copyfile(PARTS / name, folder / name)
    program = FRONTEND / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
    command = [*install.node(), str(program), str(PROJECT / "openapi.yaml"), "--output", str(folder / "schema.d.ts")]
    command += ["--default-non-nullable", "false"]  # what has a default may be left out of a body
    quiet("client-typescript", command, FRONTEND)
    for name in AT_RUN_TIME:
        shutil.copytree(FRONTEND / "node_modules" / name, folder / "node_modules" / name)
    fetch = json.loads((FRONTEND / "node_modules" / "openapi-fetch" / "package.json").read_text())
    package = {
        "name": "vivavoce-client",
        "version": "1.0.0",
        "private": True,
        "type": "module",
        "exports": {".": {"types": "./index.d.ts", "default": "./index.js"}},
        "dependencies": {"openapi-fetch": fetch["version"]},
    }
    (folder / "package.json").write_text(json.dumps(package, indent=2) + "\n")
    compiled(folder)


def compiled(folder: Path) -> str:
    """TypeScript to JavaScript, strictly."""
    compiler = FRONTEND / "node_modules" / "typescript" / "bin" / "tsc"
    return quiet("client-tsc", [*install.node(), str(compiler), "--project", str(folder)], folder)


def make_python(folder: Path) -> None:
    """openapi-python-client's, and its formatter's; a warning of it is a part of openapi.yaml that it left out."""
    tools = Path(python(install.VENV_FUZZ)).parent
    document, settings = str(PROJECT / "openapi.yaml"), str(PARTS / "python.yaml")
    command = [str(tools / "openapi-python-client"), "generate", "--path", document, "--config", settings]
    command += ["--meta", "uv", "--output-path", str(folder), "--overwrite", "--fail-on-warning"]
    quiet("client-python", command, PROJECT, {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"})
    shutil.rmtree(folder / ".ruff_cache", ignore_errors=True)
    for path in (folder / PACKAGE / "api").rglob("*.py"):
        text = path.read_text()
        for wrong, right in MENDED.items():
            text = text.replace(wrong, right)
        path.write_text(text)


def twice() -> str:
    """Make both, and once more elsewhere: they are the same, byte for byte."""
    make()
    with tempfile.TemporaryDirectory(dir=VAR) as again:
        generate(Path(again))
        if others := sorted(differences(CLIENTS, Path(again))):
            raise Trouble(f"Two generations differ in {', '.join(others[:5])}; remove var/clients and try again.")
        count = len([path for path in Path(again).rglob("*") if path.is_file()])
    return f"{count} passed as they were, byte for byte\n"


def differences(one: Path, other: Path) -> Iterator[str]:
    """The files that only one of them has, or that are not the same."""
    names = [{str(path.relative_to(root)) for path in files_of(root)} for root in (one, other)]
    yield from names[0] ^ names[1]
    yield from (name for name in names[0] & names[1] if not filecmp.cmp(one / name, other / name, shallow=False))


def files_of(root: Path) -> Iterator[Path]:
    """What was generated: not what was made of it since."""
    made = {"__pycache__", ".stamps.json"}
    return (path for path in root.rglob("*") if path.is_file() and not made & set(path.relative_to(root).parts))


def used_by_python(environment: dict[str, str]) -> str:
    """The Python client is what mypy calls strict, and so is the program that uses it; then that runs."""
    tools, program = install.contract_tools(), str(USES / "use.py")
    where = {"MYPYPATH": str(CLIENTS / "python"), "PYTHONPATH": str(CLIENTS / "python")}
    checker = [python(), "-m", "mypy", "--strict", "--config-file=", "--python-executable", tools]
    checker += ["--cache-dir", str(VAR / "mypy-clients"), str(CLIENTS / "python" / PACKAGE), program]
    quiet("client-mypy", checker, PROJECT, where)
    return quiet("client-use-python", [tools, program], PROJECT, environment | where)


def used_by_typescript(environment: dict[str, str]) -> str:
    """The TypeScript client as a package of a program beside it, which is compiled strictly; then that runs."""
    with tempfile.TemporaryDirectory(dir=VAR) as folder:
        place = Path(folder)
        shutil.copytree(CLIENTS / "typescript", place / "node_modules" / "vivavoce-client")
        shutil.copyfile(USES / "use.ts", place / "use.ts")
        (place / "package.json").write_text('{"type": "module"}')
        types = {"types": ["node"], "typeRoots": [str(FRONTEND / "node_modules" / "@types")]}
        settings = {"extends": "./node_modules/vivavoce-client/tsconfig.json", "compilerOptions": types}
        (place / "tsconfig.json").write_text(json.dumps({**settings, "include": ["*.ts"]}))
        compiled(place)
        return quiet("client-use-typescript", [*install.node(), str(place / "use.js")], place, environment)


def main() -> int:
    """Beside a served demo world (BASE_URL, DEMO_SIGN_IN, DEMO_PASSWORD in the environment): use both."""
    as_whom = {"EMAIL": os.environ["DEMO_SIGN_IN"], "PASSWORD": os.environ["DEMO_PASSWORD"]}
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(use, as_whom) for use in (used_by_python, used_by_typescript)]
        told = [one.result().strip() for one in done]
    print(*told, f"{len(told)} passed: clients in Python and TypeScript, compiled and used", sep="\n")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(str(trouble))
