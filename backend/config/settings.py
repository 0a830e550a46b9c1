"""All settings, from the environment, safe by default."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

BACKEND = Path(__file__).resolve().parent.parent
PROJECT = BACKEND.parent


def flag(name: str) -> bool:
    """True when the environment variable is one of 1, true, yes, on."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def database(url: str) -> dict[str, object]:
    """Django's database settings for a ``postgres://`` address; ``?host=`` may name a socket folder."""
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }


DEBUG = flag("DEBUG")
SECRET_KEY = os.environ.get("SECRET_KEY", "not-secret-local-only")
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")

DATABASE_URL = os.environ.get("DATABASE_URL", "postgres://vivavoce@127.0.0.1/vivavoce")
DATABASES = {"default": database(DATABASE_URL)}

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "corsheaders",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "vivavoce.core",
    "vivavoce.accounts",
    "vivavoce.packs",
    "vivavoce.questions",
    "vivavoce.rubrics",
    "vivavoce.openings",
    "vivavoce.interviews",
    "vivavoce.demo",
]
if flag("VIVAVOCE_SANDBOX"):
    INSTALLED_APPS.append("tests.sandbox")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
AUTH_USER_MODEL = "accounts.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "/static/"

# People and sign-in (vivavoce.accounts). Sessions and CSRF for the site, through allauth's headless endpoints only.
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["vivavoce.accounts.passwords.Argon2id"]
PASSWORD_MIN_LENGTH = 12
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORD_MIN_LENGTH},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "vivavoce.accounts.forms.SignUpForm"
# none, optional or mandatory; anything but none needs a mail server.
ACCOUNT_EMAIL_VERIFICATION = os.environ.get("EMAIL_VERIFICATION", "none")
ACCOUNT_SESSION_REMEMBER = True
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": "/sign-up/confirm/{key}",
    "account_reset_password": "/sign-in/forgotten",
    "account_reset_password_from_key": "/sign-in/new-password/{key}",
    "account_signup": "/sign-up",
}
