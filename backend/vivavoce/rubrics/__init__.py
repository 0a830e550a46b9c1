"""Rubrics: weighted criteria with an anchor text at each score."""
