"""The Chromium of this machine, and `make browser`, which brings one."""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path

import install
from ground import FRONTEND, quiet, ready_folders, say

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLAYWRIGHT = (".cache/ms-playwright", "Library/Caches/ms-playwright")


def chromium() -> str | None:
    """A Chromium of this machine."""
    for found in (os.environ.get("CHROMIUM"), *map(shutil.which, BROWSERS)):
        if found:
            return found
    names = {"chrome", "Chromium.app"}
    places = [path for root in PLAYWRIGHT for path in (Path.home() / root).glob("chromium-*/chrome-*/*")]
    own = [str(path) for path in places if path.name in names]
    return sorted(own)[-1] if own else None


def browser() -> int:
    """Install a Chromium: Debian's as root, else Playwright's own."""
    ready_folders()
    if found := chromium():
        say(f"there is a Chromium already: {found}")
        return 0
    if platform.system() == "Linux" and shutil.which("apt-get") and os.geteuid() == 0:
        say("installing Debian's Chromium")
        quiet("apt-update", ["apt-get", "update"], foresee=True)
        packages = ["chromium", "fonts-liberation"]
        quiet("apt-install", ["apt-get", "install", "-y", "--no-install-recommends", *packages], foresee=True)
    else:
        install.everything(checks=True, build=False)
        say("installing Playwright's Chromium")
        quiet("playwright", [*install.npm(), "exec", "--", "playwright", "install", "chromium"], FRONTEND, foresee=True)
    say(f"installed: {chromium()}")
    return 0
