#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("LOG_STREAM", "stderr")  # standard output belongs to the command
    # Only the owner may change tables; the service's role owns nothing.
    if sys.argv[1:2] == ["migrate"] and (owner := os.environ.get("DATABASE_OWNER_URL")):
        os.environ["DATABASE_URL"] = owner
    execute_from_command_line(sys.argv)
