"""All settings, from the environment, safe by default."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.headers import HEADERS
from config.limiting import proxies, rates
from config.logs import configuration
from config.openapi import names

BACKEND = Path(__file__).resolve().parent.parent
PROJECT = BACKEND.parent


def flag(name: str) -> bool:
    """True when the environment variable is one of 1, true, yes, on."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def database(url: str) -> dict[str, object]:
    """Django's database settings for a ``postgres://`` address; ``?host=`` may name a socket folder.

    A statement that takes 10 s is ended, so that none holds a connection; not the owner's, whose migrations may take
    longer. Options of the address come last, so they win.
    """
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    limit = "" if url == os.environ.get("DATABASE_OWNER_URL") else "-c statement_timeout=10000"
    options = f"{limit} {query.pop('options', '')}".strip()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 2, **query, "options": options},
    }


def words(name: str) -> list[str]:
    """The comma-separated values of an environment variable."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


# Where this runs. Production unless told otherwise: `make` says local, the test run says test.
MODE = os.environ.get("VIVAVOCE_MODE") or "production"
if MODE not in {"production", "local", "test"}:
    raise ImproperlyConfigured(f"VIVAVOCE_MODE must be production, local or test, not {MODE!r}.")
PRODUCTION = MODE == "production"
PUBLIC_URL = os.environ.get("PUBLIC_URL", "http://127.0.0.1:8000" if MODE != "production" else "https://localhost")
HTTPS = PUBLIC_URL.startswith("https://")
DEBUG = flag("DEBUG")
LOCAL_KEY = "not-secret-local-only"  # config/refusals.py keeps it on this machine
if key_file := os.environ.get("SECRET_KEY_FILE"):
    SECRET_KEY = Path(key_file).read_text().strip()
else:
    SECRET_KEY = os.environ.get("SECRET_KEY", LOCAL_KEY)
ALLOWED_HOSTS = [*words("ALLOWED_HOSTS"), urlsplit(PUBLIC_URL).hostname or "", "127.0.0.1", "localhost", "[::1]"]

DATABASE_URL = os.environ.get("DATABASE_URL", "postgres://vivavoce@127.0.0.1/vivavoce")
DATABASES = {"default": database(DATABASE_URL)}

# What all workers count together (vivavoce.limits, docs/decisions/limits.md): in Redis or Valkey, else on this host.
REDIS_URL = os.environ.get("REDIS_URL", "")
LIMITS_FOLDER = os.environ.get("LIMITS_FOLDER", "")  # empty: in /dev/shm, else where temporary files are
TRUSTED_PROXIES = proxies(words("TRUSTED_PROXIES"))
RATE_LIMITS = rates(testing=MODE == "test")
if REDIS_URL:
    CACHES = {"default": {"BACKEND": "config.cache.ForgivingRedisCache", "LOCATION": REDIS_URL}}
elif MODE != "test":  # tests run side by side, each with a cache of its own
    CACHES = {"default": {"BACKEND": "config.cache.ForgivingFileCache", "LOCATION": "cache"}}

INSTALLED_APPS = [
    "config.apps.ProjectConfig",
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
    "vivavoce.practice",
    "vivavoce.demo",
]
if flag("VIVAVOCE_SANDBOX"):
    INSTALLED_APPS.append("tests.sandbox")
if MODE == "test":
    INSTALLED_APPS += ["tests.core.planted", "zeal"]  # zeal fails a request that asks once for each row

# The first four see every response, static files and errors included.
MIDDLEWARE = [
    "config.middleware.RequestIds",
    "config.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.middleware.Cors",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vivavoce.limits.middleware.RateLimitHeaders",
    "vivavoce.core.middleware.ApiMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
if MODE == "test":
    MIDDLEWARE.append("zeal.middleware.zeal_middleware")
    ZEAL_ALLOWLIST = [
        {"model": "sessions.Session", "field": "get()"},  # signing in reads it before and after its key changes
        {"model": "planted.*", "field": "*"},  # broken on purpose: tests of the testing kit
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
APPEND_SLASH = False  # a redirect loses a POST; both forms of an API address are routes

# Cookies, and what Django asks of config/headers.py. Over http (this machine only) browsers drop Secure cookies.
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
# Entering a domain in browsers' preload lists is its owner's decision; config/cache.py finds the folder itself.
SILENCED_SYSTEM_CHECKS = ["security.W021", "caches.W003"]
SECURE_REFERRER_POLICY = HEADERS["Referrer-Policy"]
X_FRAME_OPTIONS = HEADERS["X-Frame-Options"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrftoken"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# The site may be served from other origins too (of the same registrable domain, or its cookies stay behind).
CORS_ALLOWED_ORIGINS = words("CORS_ALLOWED_ORIGINS")
CORS_ALLOW_CREDENTIALS = True
CORS_URLS_REGEX = r"^/(api|_allauth)/|^/openapi"
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-type",
    "idempotency-key",
    "if-match",
    "if-none-match",
    "x-csrftoken",
    "x-request-id",
]
CORS_EXPOSE_HEADERS = [
    "ETag",
    "Retry-After",
    "RateLimit",
    "RateLimit-Policy",
    "X-Request-ID",
    "Idempotency-Replayed",
    "Content-Disposition",
]
CSRF_TRUSTED_ORIGINS = [*CORS_ALLOWED_ORIGINS, PUBLIC_URL]

# The site's files (frontend/dist) at the root, those of Django's apps under /static/ straight from their packages.
STATIC_URL = "/static/"
SITE_FOLDER = Path(os.environ.get("SITE_FOLDER", PROJECT / "frontend" / "dist"))
WHITENOISE_ROOT = SITE_FOLDER if SITE_FOLDER.is_dir() else None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = MODE == "test"  # each test client would list every file anew: a third of the suite's time
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/[^/]+\.[A-Za-z0-9_-]{8}\.\w+$"  # the names that Vite gives

LOGGING = configuration(os.environ.get("LOG_LEVEL", "INFO"), os.environ.get("LOG_STREAM", "stdout"))

# People and sign-in (vivavoce.accounts). Sessions and CSRF for the site, through allauth's headless endpoints only.
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["vivavoce.accounts.passwords.Argon2id"]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the suite makes hundreds of people
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
ACCOUNT_ADAPTER = "vivavoce.accounts.adapter.Adapter"
ACCOUNT_RATE_LIMITS = {
    "signup": os.environ.get("SIGNUP_RATE", "20/m/ip"),  # an office may share one address
    "login_failed": None,  # the adapter counts these
}
# Without a mail server, mail is written where the server's log goes, so that its links can still be followed.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "Vivavoce <no-reply@localhost>")
ACCOUNT_SESSION_REMEMBER = True
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": "/sign-up/confirm/{key}",
    "account_reset_password": "/sign-in/forgotten",
    "account_reset_password_from_key": "/sign-in/new-password/{key}",
    "account_signup": "/sign-up",
}

# The API (vivavoce.core).
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "vivavoce.accounts.authentication.BearerAuthentication",
        "vivavoce.accounts.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["vivavoce.core.permissions.Authenticated"],
    "DEFAULT_RENDERER_CLASSES": ["vivavoce.core.rendering.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["vivavoce.core.parsing.StrictJSONParser"],
    "DEFAULT_THROTTLE_CLASSES": ["vivavoce.limits.throttling.TokenBucket"],
    "DEFAULT_METADATA_CLASS": None,  # OPTIONS is CORS's; what an address takes is in openapi.yaml
    "DEFAULT_SCHEMA_CLASS": "config.openapi.schema.AutoSchema",
    "EXCEPTION_HANDLER": "vivavoce.core.failures.handle",
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "vivavoce.core.formats.negotiation.Negotiation",
    "URL_FORMAT_OVERRIDE": None,  # ours is strict
    "COERCE_DECIMAL_TO_STRING": False,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "TEST_REQUEST_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
OPENAPI_FILE = PROJECT / "openapi.yaml"
GUIDE_FOLDER = PROJECT / "docs" / "api"
SPECTACULAR_SETTINGS = {
    "TITLE": "Vivavoce",
    "DESCRIPTION": "An open, API-first interview workbench: the public question bank, and one's own interviews.",
    "EXTERNAL_DOCS": {"url": "/api/guide/", "description": "The guide: every command in it is executed by the tests."},
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": r"/api/v[0-9]+",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_NAME_OVERRIDES": names.ENUMERATIONS,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.openapi.components.finish",
    ],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {
        "deepLinking": True,
        "displayRequestDuration": True,
        "filter": True,
        "defaultModelsExpandDepth": -1,  # a hundred schemas take seconds to draw; each operation shows its own
    },
}
