"""How people and tokens look to programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.accounts import rules, services
from vivavoce.accounts.models import Person, Token, validate_time_zone
from vivavoce.core.serializers import ResourceSerializer, StrictSerializer

THEMES = [("system", "As the device"), ("light", "Light"), ("dark", "Dark")]


class PreferencesSerializer(StrictSerializer):
    """What a person chose for the site; a member that was never set has its default."""

    theme = serializers.ChoiceField(choices=THEMES, required=False)
    single_keys = serializers.BooleanField(required=False, help_text="Single letters act as shortcuts.")
    answers_shut = serializers.BooleanField(required=False, help_text="Example answers open at a click only.")
    minutes_a_day = serializers.IntegerField(
        required=False, min_value=0, max_value=240, help_text="What practice may take of a day."
    )

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """What was chosen over what holds for everyone."""
        return {"theme": "system", "single_keys": True, "answers_shut": False, "minutes_a_day": 25, **instance}


class PersonSerializer(StrictSerializer):
    """The person who is signed in, as they see themselves."""

    id = serializers.UUIDField(read_only=True)
    email = serializers.EmailField(read_only=True, help_text="The name to sign in with.")
    name = serializers.CharField(max_length=120, allow_blank=True)
    time_zone = serializers.CharField(
        max_length=64, validators=[validate_time_zone], help_text="IANA name, such as Europe/Lisbon."
    )
    preferences = PreferencesSerializer()
    is_interviewer = serializers.BooleanField(
        required=False,
        write_only=True,
        help_text="Joins or leaves the group interviewers; an administrator's in production.",
    )
    created_at = serializers.DateTimeField(read_only=True)

    def update(self, instance: Person, validated_data: dict[str, Any]) -> Person:
        """Change what was named; preferences that were not named stay."""
        if (joins := validated_data.pop("is_interviewer", None)) is not None:
            services.switch_interviewer(instance, joins=joins)
        chosen = validated_data.pop("preferences", {})
        instance.preferences = {**instance.preferences, **chosen}
        for name, value in validated_data.items():
            setattr(instance, name, value)
        instance.save(update_fields=["preferences", *validated_data])
        return instance


class ColleagueSerializer(ResourceSerializer[Person]):
    """Somebody else at the table, by the name that others read."""

    name = serializers.CharField(source="known_as", read_only=True, help_text="How others see them.")

    class Meta:
        model = Person
        fields = ("id", "url", "name")
        brief = ("id", "name")
        read_only_fields = fields


def colleagues(request: Request) -> QuerySet[Person]:
    """The people whom the caller may put at a table."""
    return Person.objects.visible_to(request.user)


class InstallationSerializer(serializers.Serializer[Any]):
    """What the site must know of this installation."""

    mode = serializers.ChoiceField(choices=["production", "local", "test"])
    email_verification = serializers.ChoiceField(choices=["none", "optional", "mandatory"])
    password_min_length = serializers.IntegerField()
    demo_sign_in = serializers.EmailField(allow_null=True, help_text="Address of the demo person, while there is one.")


class MeSerializer(serializers.Serializer[Any]):
    """Who is calling, and what they may do."""

    person = PersonSerializer(allow_null=True, help_text="null for a caller who is not signed in.")
    time_zone = serializers.CharField(help_text="The person's IANA time zone, else UTC.")
    groups = serializers.ListField(child=serializers.CharField())
    csrf_token = serializers.CharField(
        allow_null=True, help_text="To be sent as X-CSRFToken with the session cookie; null for a token."
    )
    demo = serializers.BooleanField(help_text="The caller is the demo person.")
    installation = InstallationSerializer()


class TokenSerializer(ResourceSerializer[Token]):
    """A token; the secret is not kept, only how it begins."""

    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=[(scope, about) for scope, about in rules.SCOPES.items()]),
        allow_empty=False,
        max_length=len(rules.SCOPES),
        required=False,
        help_text="What the token may do. Without it: everything but making tokens.",
    )
    expires_at = serializers.DateTimeField(required=False, help_text="90 days ahead when left out; at most 366.")

    class Meta:
        model = Token
        fields: tuple[str, ...] = (
            "id",
            "url",
            "name",
            "hint",
            "scopes",
            "expires_at",
            "last_used_at",
            "created_at",
            "updated_at",
        )
        read_only_fields = ("hint", "last_used_at")

    def validate_expires_at(self, value: datetime) -> datetime:
        """Ahead of now, and not for ever."""
        now = timezone.now()
        if value <= now:
            raise serializers.ValidationError("This must be in the future.", "out_of_range")
        if value > now + rules.LONGEST_LIFETIME:
            raise serializers.ValidationError("A token lives at most 366 days.", "out_of_range")
        return value


class NewTokenSerializer(TokenSerializer):
    """A token just made, with its secret: shown now and never again."""

    secret = serializers.CharField(read_only=True, allow_null=True, help_text="Null when the reply is replayed.")

    class Meta(TokenSerializer.Meta):
        fields = (*TokenSerializer.Meta.fields, "secret")
