"""Content and demo world in one start of Django; prints the demo's way in as its last line, ``{}`` when erased.

python prepare.py first | kept | again
"""

import io
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "backend"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django
from django.core.management import CommandError, call_command


def answer(*command: str) -> dict[str, str]:
    """A command's line of JSON."""
    told = io.StringIO()
    call_command(*command, stdout=told)
    found: dict[str, str] = json.loads(told.getvalue())
    return found


def main(step: str) -> None:
    """Load what is wanted."""
    django.setup()
    call_command("pack", "load")
    if step == "again":
        answer("demo", "erase")
    there = step != "kept" or answer("demo", "status")["loaded"]
    print(json.dumps(answer("demo", "load") if there else {}))


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except CommandError as refusal:
        sys.exit(str(refusal))
