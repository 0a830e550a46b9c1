"""People and tokens in the admin: who is an interviewer or an editor, and which programs act for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from vivavoce.accounts import services
from vivavoce.accounts.authentication import needs_confirmation
from vivavoce.accounts.models import Person, Token

if TYPE_CHECKING:
    PersonBase = UserAdmin[Person]
    TokenBase = admin.ModelAdmin[Token]
else:
    PersonBase = UserAdmin  # generic for the type checker only
    TokenBase = admin.ModelAdmin


class StaffSignInForm(AdminAuthenticationForm):
    """The admin's own door, under the same limits and the same wish for a confirmed address as the site's."""

    def clean(self) -> dict[str, Any]:
        """Ask allauth, which counts the failures."""
        email, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if email and password:
            person: Any = get_adapter().authenticate(self.request, email=email, password=password)
            if person is None:
                raise self.get_invalid_login_error()
            self.confirm_login_allowed(person)
            if needs_confirmation(person):
                raise ValidationError("Confirm your e-mail address first: sign in to the site, which sends a link.")
            self.user_cache = person
        return self.cleaned_data


admin.site.login_form = StaffSignInForm


@admin.register(Person)
class PersonAdmin(PersonBase):
    """Django's page for users, with an address instead of a user name."""

    ordering = ("email",)
    list_display = ("email", "name", "is_active", "is_staff", "is_demo", "last_login")
    list_filter = ("groups", "is_active", "is_staff", "is_demo")
    search_fields = ("email", "name")
    readonly_fields = ("last_login", "created_at", "is_demo")
    fieldsets = (
        (None, {"fields": ("email", "password", "name", "time_zone")}),
        ("What they may do", {"fields": ("is_active", "groups", "is_staff", "is_superuser")}),
        ("Known", {"fields": ("last_login", "created_at", "is_demo")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "name", "usable_password", "password1", "password2")}),)


@admin.register(Token)
class TokenAdmin(TokenBase):
    """Tokens to look at and to revoke; their owners make them."""

    list_display = ("name", "owner", "hint", "expires_at", "revoked_at", "last_used_at")
    list_select_related = ("owner",)
    search_fields = ("name", "owner__email", "hint")
    fields = ("name", "owner", "hint", "scopes", "expires_at", "revoked_at", "last_used_at", "created_at")
    readonly_fields = fields
    actions = ("revoke",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only its owner makes a token."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes one; staff see the list, for the step below."""
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows stay as a record."""
        return False

    @admin.action(description="Revoke the chosen tokens")
    def revoke(self, request: HttpRequest, queryset: QuerySet[Token]) -> None:
        """End them at once."""
        for token in queryset:
            services.revoke(token)
