"""Settings of the running system; what differs between machines is in the environment."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[1]

KORPU_MODE = os.environ.get("KORPU_MODE", "test")
SECRET_KEY = os.environ.get("KORPU_SECRET_KEY", "only-for-tests-and-demo")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
ROOT_URLCONF = "korpu.site.urls"
WSGI_APPLICATION = "korpu.site.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Asia/Baku"
LANGUAGE_CODE = "az"
LANGUAGES = [("az", "Azərbaycan dili"), ("en", "English"), ("ru", "Русский")]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "korpu.foundations.ui",
    "korpu.foundations.audit",
    "korpu.foundations.jobs",
    "korpu.foundations.codelists",
    "korpu.foundations.files",
    "korpu.foundations.organisations",
    "korpu.foundations.accounts",
    "korpu.foundations.persons",
    "korpu.foundations.casework",
    "korpu.domains.readmission",
    "korpu.domains.assistance",
    "korpu.domains.statistics",
    "korpu.site",
]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "korpu"}}
STATIC_URL = "/static/"
