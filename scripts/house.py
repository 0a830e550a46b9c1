"""The program behind `make`: python scripts/house.py TARGET. Needs nothing but Python's standard library."""

import sys

# Before anything that an old Python cannot even read.
if sys.version_info < (3, 11):  # noqa: UP036 - the reader's Python may be any
    sys.exit(
        "Python 3.11 or newer is needed and this is Python {}.{}; name another: make PYTHON=python3.12 {}".format(
            sys.version_info[0], sys.version_info[1], " ".join(sys.argv[1:])
        )
    )

from audit import audit
from browsers import browser
from checks import e2e, lint, schema, screenshots, test
from clients import client
from drill import drill
from fuzz import fuzz
from ground import Trouble
from locks import lock
from serving import demo, dev, reset, run

ACTIONS = (run, dev, demo, reset, test, audit, fuzz, drill, lint, schema, client, e2e, browser, screenshots, lock)
TARGETS = {action.__name__: action for action in ACTIONS}


def main() -> int:
    """Do what is asked; trouble that can be foreseen ends in one sentence."""
    try:
        return TARGETS[sys.argv[1]]()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
