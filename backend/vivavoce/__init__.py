"""Vivavoce: an open, API-first interview workbench."""
