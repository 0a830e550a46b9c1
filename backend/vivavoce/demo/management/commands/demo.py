"""``manage.py demo load | erase | status``: one line of JSON each."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError

from vivavoce.core.problems import Problem
from vivavoce.demo import services


class Command(BaseCommand):
    """Load the demo world, erase it, or say whether it is there."""

    help = "Load the demo world, erase it, or say whether it is there. Prints one line of JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One word: what to do."""
        parser.add_argument("step", choices=["load", "erase", "status"])

    def handle(self, *args: object, step: str, **options: object) -> None:
        """Do it; a refusal is one sentence."""
        try:
            reply = self._reply(step)
        except Problem as problem:
            raise CommandError(str(problem.detail)) from problem
        self.stdout.write(json.dumps(reply))

    def _reply(self, step: str) -> dict[str, object]:
        if step == "load":
            return asdict(services.load())
        if step == "erase":
            return {"erased": services.erase()}
        return services.status()
