"""Attempts, cards, reviews, sessions and today over the API."""
