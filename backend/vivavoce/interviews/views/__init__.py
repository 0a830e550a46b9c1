"""Kits, interviews, the steps of their life, and retrospectives over the API."""
