"""App configuration of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, sign-in, tokens."""

    name = "vivavoce.accounts"
