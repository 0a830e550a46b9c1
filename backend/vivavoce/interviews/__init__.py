"""Kits and interviews."""
