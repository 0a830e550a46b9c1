"""What sign-up asks for beyond an e-mail address and a password."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest

from vivavoce.accounts.models import Person, validate_time_zone


class SignUpForm(forms.Form):
    """Name and time zone, both optional; allauth reads them from the sign-up request."""

    name = forms.CharField(max_length=120, required=False)
    time_zone = forms.CharField(max_length=64, required=False, validators=[validate_time_zone])

    def signup(self, request: HttpRequest, person: Person) -> None:
        """Keep what was said; allauth has saved the person already."""
        person.name = self.cleaned_data["name"]
        person.time_zone = self.cleaned_data["time_zone"] or person.time_zone
        person.save(update_fields=["name", "time_zone", "updated_at"])
