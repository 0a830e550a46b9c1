"""Openings and applications."""
