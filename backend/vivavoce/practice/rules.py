"""The steps of an attempt; no Django."""

from __future__ import annotations

STEPS = {"drafting": ["commit"], "committed": ["reveal"], "revealed": ["grade"], "graded": []}
"""Which step each state allows: an attempt only ever moves on."""
ANSWER = frozenset({"body", "spoken", "seconds"})
"""What is written while drafting, and never after; every other member is written after the commit."""
