"""``manage.py pack lint | diff | load | test [FOLDER ...]``: works on packs of content, by default on all of ours."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from vivavoce.packs import checked, exercise_runs, registry, testing
from vivavoce.packs.entries import PackFolder, Problem
from vivavoce.packs.linting import lint, lint_across
from vivavoce.packs.samples import of_folder

CONTENT = Path(settings.BACKEND) / "content"


class Command(BaseCommand):
    """Lint, compare, load or test the content of packs."""

    help = "Lint, compare, load or test packs of content."
    requires_system_checks = ()  # lint answers without a database and without the rest of the project

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One action, and the folders it is for."""
        parser.add_argument("action", choices=("lint", "diff", "load", "test"))
        parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="default: every pack in content/")
        parser.add_argument(
            "--again",
            action="store_true",
            help="load: read the files even when none changed; test: take texts for new that changed at their version",
        )
        parser.add_argument(
            "--check",
            action="store_true",
            help="test: compare with checked.json and change nothing; fail on a difference",
        )
        parser.add_argument(
            "--python",
            action="append",
            default=[],
            metavar="PATH",
            help="test: run the samples with this interpreter too (also: VIVAVOCE_PYTHONS, separated by colons)",
        )

    def handle(self, *args: Any, action: str, folders: list[Path], **options: Any) -> None:
        """Dispatch."""
        roots = [folder.resolve() for folder in folders] or sorted(p.parent for p in CONTENT.glob("*/pack.yaml"))
        if not roots:
            raise CommandError("no pack found: name its folder, which holds a pack.yaml")
        for root in roots:
            if not root.is_dir():
                raise CommandError(f"{root} is not a folder")
        actions: dict[str, Callable[..., None]] = {
            "lint": self.lint, "diff": self.diff, "load": self.load, "test": self.test,
        }  # fmt: skip
        actions[action](roots, **options)

    def lint(self, roots: list[Path], **options: Any) -> None:
        """Name every problem of every pack; exit 1 when there is one."""
        folders: list[PackFolder] = []
        count = 0
        for root in roots:
            folder, problems = lint(root)
            folders.append(folder)
            count += self._print(root, problems)
        for folder, problem in lint_across(folders):
            count += self._print(folder.root, [problem])
        for folder in folders:
            self.stdout.write(f"{folder.slug}: {registry.count(folder)}, {len(of_folder(folder))} samples")
        if count:
            raise CommandError(_many(count, "problem"))
        self.stdout.write(f"{_many(len(roots), 'pack')}: 0 problems")

    def diff(self, roots: list[Path], **options: Any) -> None:
        """Say what a load would create, update and retire; change nothing."""
        from vivavoce.packs.planning import plan

        for root in roots:
            folder, problems = lint(root)
            self._refuse(root, [problem for problem in problems if not problem.warning])
            made = plan(folder)
            for change in made.changes:
                self.stdout.write(str(change))
            self._refuse(root, made.problems)
            self.stdout.write(f"{root.name}: {len(made.changes)} to change, {made.unchanged} unchanged")

    def load(self, roots: list[Path], *, again: bool = False, **options: Any) -> None:
        """Load each pack in a transaction of its own."""
        from vivavoce.packs.services import Refused, load

        for root in roots:
            try:
                loaded = load(root, again=again)
            except Refused as refused:
                self._refuse(root, refused.problems)
                return
            self._print(root, list(loaded.warnings))
            if loaded.skipped:
                self.stdout.write(f"{loaded.pack}: nothing changed; revision {loaded.revision}")
                continue
            counts = ", ".join(
                f"{sum(change.action == action for change in loaded.plan.changes)} {action}d"
                for action in ("create", "update", "retire")
            )
            unchanged = f"{loaded.plan.unchanged} unchanged"
            self.stdout.write(f"{loaded.pack}: {counts}, {unchanged}; revision {loaded.revision}")

    def test(self, roots: list[Path], *, check: bool, again: bool, python: list[str], **options: Any) -> None:
        """Run the code samples and the exercises; write down what ran where, or compare with what is written."""
        failed = False
        for root in roots:
            folder, problems = lint(root)
            taken = checked.OF_TEXTS if again and not check else set()
            self._refuse(root, [problem for problem in problems if not problem.warning and problem.code not in taken])
            report = testing.run(folder, [sys.executable, *testing.interpreters(python)], write=not check)
            exercises = exercise_runs.run(folder)
            for line in (*report.lines, *exercises.lines, f"{folder.slug}: {_many(len(problems), 'problem')}"):
                self.stdout.write(line)
            failed = failed or report.failed or exercises.failed
        if failed:
            raise CommandError("the samples, the exercises and checked.json do not agree with what was run")

    def _refuse(self, root: Path, problems: list[Problem]) -> None:
        if problems:
            self._print(root, problems)
            raise CommandError(f"{_many(len(problems), 'problem')}; nothing was loaded")

    def _print(self, root: Path, problems: list[Problem]) -> int:
        try:
            shown = root.relative_to(Path.cwd())
        except ValueError:
            shown = root
        for problem in problems:
            self.stdout.write(f"{shown}/{problem}")
        return len(problems)


def _many(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
