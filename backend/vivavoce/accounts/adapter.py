"""What of allauth is different here: whom it counts when somebody signs in, and whose address it believes."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from vivavoce.limits import sign_in
from vivavoce.limits.addresses import client_address


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """allauth's own limit counts failures of an account from everywhere, so that anybody could lock its owner out."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The person whose password this is; a failure keeps the tokens that it took."""
        attempt = sign_in.begin(request, str(credentials.get("email") or credentials.get("username") or ""))
        person: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if person is not None:
            attempt.give_back()
        return person

    def get_client_ip(self, request: HttpRequest) -> str:
        """What allauth's other limits count; a Unix socket without a proxy has no address."""
        return client_address(request) or "127.0.0.1"
