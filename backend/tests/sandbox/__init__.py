"""A small shop: the models that the content pack's code samples run against.

Installed only where samples run (``VIVAVOCE_SANDBOX=1``); it has no migrations, so a test database makes
its tables directly.
"""
