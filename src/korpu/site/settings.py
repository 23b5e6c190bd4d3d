"""Settings of the running system; what differs between machines comes from ``environment``."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

from korpu.foundations.ui.inline import SCRIPT_HASH
from korpu.site.environment import Environment
from korpu.site.logs import logging_settings

_environment = Environment()
KORPU_MODE = _environment.mode
_IN_PRODUCTION = KORPU_MODE == "production"
if _IN_PRODUCTION and _environment.problems:
    raise ImproperlyConfigured("\n".join(_environment.problems))

DEBUG = False
SECRET_KEY = _environment.secret_key
ALLOWED_HOSTS = _environment.allowed_hosts
CSRF_TRUSTED_ORIGINS = _environment.trusted_origins
ROOT_URLCONF = "korpu.site.urls"
WSGI_APPLICATION = "korpu.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGGING = logging_settings()

# --- rooms -----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    # ours before what we build on: of two translations of a sentence, the first room's counts
    "korpu.foundations.ui",
    "korpu.foundations.audit",
    "korpu.foundations.jobs",
    "korpu.foundations.codelists",
    "korpu.foundations.files",
    "korpu.foundations.mail",
    "korpu.foundations.organisations",
    "korpu.foundations.accounts",
    "korpu.foundations.notifications",
    "korpu.foundations.persons",
    "korpu.foundations.casework",
    "korpu.foundations.law",
    "korpu.domains.readmission",
    "korpu.domains.assistance",
    "korpu.domains.statistics",
    "korpu.domains.programmes",
    "korpu.domains.programmes.iati",
    "korpu.domains.calls",
    "korpu.domains.information",
    "korpu.domains.events",
    "korpu.site",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
]

# From the outside in. What answers without knowing anybody stands first; the actor's transaction
# opens after the login is known; an error undoes it from the inside and becomes a page outside.
MIDDLEWARE = [
    "korpu.site.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "korpu.foundations.ui.languages.LanguageMiddleware",
    "korpu.site.middleware.RequestSizeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "korpu.site.errors.ErrorMiddleware",
    "korpu.site.middleware.ActingMiddleware",
    "korpu.site.errors.ErrorInsideMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "korpu.foundations.ui.jinja.environment",
            "context_processors": ["korpu.foundations.ui.shell.shell"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parents[1] / "foundations/ui/templates"],  # before allauth's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

# --- database, files, jobs -------------------------------------------------------------------

DATABASES = {"default": _environment.database()}
KORPU_FILES_DIR = _environment.folder("KORPU_FILES_DIR", "files")
KORPU_JURISDICTION = "az"
KORPU_JURISDICTION_DIR = Path(__file__).parents[1] / "jurisdictions" / KORPU_JURISDICTION
KORPU_PSEUDONYM_KEY = _environment.pseudonym_key
KORPU_UPLOAD_MAX_BYTES = 15_000_000  # one file; a larger one is refused at its field
KORPU_API_REQUESTS_PER_MINUTE = 240  # of one machine token; more wait for the next minute
KORPU_FILE_SCANNER = _environment.scanner
KORPU_MAP_FILE = _environment.map_file
KORPU_IATI_CODELISTS = _environment.iati_codelists
KORPU_REQUEST_MAX_BYTES = 120_000_000  # a whole request; a larger one is not read at all
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o600
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"

STATIC_URL = "/static/"
STATIC_ROOT = None if KORPU_MODE == "test" else _environment.folder("KORPU_STATIC_DIR", "static")
WHITENOISE_USE_FINDERS = KORPU_MODE == "test"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if KORPU_MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- languages and time ----------------------------------------------------------------------

LANG_INFO["az"]["bidi"] = False  # Django lists Azerbaijani as right-to-left; its script is Latin
LANGUAGE_CODE = "az"
LANGUAGES = [("az", "Azərbaycan dili"), ("en", "English"), ("ru", "Русский")]
TIME_ZONE = "Asia/Baku"
USE_TZ = True

# --- logging in ------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if KORPU_MODE == "test"
    else ["django.contrib.auth.hashers.Argon2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "full_name")}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation letter is the proof of the address
ACCOUNT_ADAPTER = "korpu.foundations.accounts.adapters.AccountAdapter"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # seconds for which a log-in or confirmation counts
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # counted in the database, by axes
KORPU_SECOND_FACTOR_COMPULSORY = _IN_PRODUCTION  # for roles that see personal data
KORPU_DEMO_LOGINS = KORPU_MODE == "demo"  # the cast logs in by a click
MFA_ADAPTER = "korpu.foundations.accounts.adapters.SecondFactorAdapter"
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
USERSESSIONS_TRACK_ACTIVITY = False

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "korpu.foundations.accounts.views.signing_in.locked_out"
AXES_VERBOSE = False

# --- what a browser may do -------------------------------------------------------------------

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_NAME = "__Host-session" if _IN_PRODUCTION else "korpu-session"
CSRF_COOKIE_NAME = "__Host-csrf" if _IN_PRODUCTION else "korpu-csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IN_PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = _IN_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _environment.behind_proxy else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _IN_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _IN_PRODUCTION
# Browsers' built-in lists are the domain owner's decision, not ours: no "preload".
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "korpu.site.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, SCRIPT_HASH, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# --- letters ---------------------------------------------------------------------------------

vars().update(_environment.mail())
KORPU_SITE_URL = _environment.site_url
KORPU_MAIL_KEEP_DAYS = 30  # after it was sent, failed or given up a message is removed
