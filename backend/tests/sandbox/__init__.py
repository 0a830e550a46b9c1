"""A small shop: the models that the content pack's code samples run against.

Installed only where samples run (``VIVAVOCE_SANDBOX=1``). Its one migration is made anew when the models change:
it has no installations to migrate.
"""
