"""Settings shared by demo, test and production."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf.locale import LANG_INFO

from konfig.database import fra_url

ROT = Path(__file__).resolve().parents[2]

# Unset only while a command that starts the embedded server has not done so yet, or where no database is used.
DATABASES = {"default": fra_url(os.environ.get("DATABASE_URL") or "postgresql:///fotfeste")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_cotton",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "fotfeste.grunnmur.organisasjon",
    "fotfeste.grunnmur.logg",
    "fotfeste.grunnmur.dokument",
    "fotfeste.grunnmur.jobber",
    "fotfeste.grunnmur.utkast",
    "fotfeste.fag.person",
    "fotfeste.fag.sak",
    "fotfeste.fag.soknad",
    "fotfeste.fag.kartlegging",
    "fotfeste.fag.vedtak",
    "fotfeste.fag.program",
    "fotfeste.fag.egenmelding",
    "fotfeste.fag.oppmote",
    "fotfeste.fag.utbetaling",
    "fotfeste.fag.endring",
    "fotfeste.fag.krav",
    "fotfeste.fag.avstemming",
    "fotfeste.fag.brev",
    "fotfeste.fag.oppfolging",
    "fotfeste.fag.kandidat",
    "fotfeste.fag.plan",
    "fotfeste.fag.klage",
    "fotfeste.fag.regulering",
    "fotfeste.fag.henvendelse",
    "fotfeste.fag.etter",
    "fotfeste.fag.mappe",
    "fotfeste.fag.veiledning",
    "fotfeste.fag.oversikt",
    "fotfeste.innsikt.internkontroll",
    "fotfeste.kobling.betaling",
    "fotfeste.kobling.kostra",
    "fotfeste.kobling.saksmappe",
    "fotfeste.flater.felles",
    "fotfeste.flater.kontor",
    "fotfeste.flater.deltaker",
    "fotfeste.flater.arrangor",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "fotfeste.flater.felles.mellomvare.Sprakvalg",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fotfeste.flater.felles.mellomvare.Innholdsvern",
    "fotfeste.flater.felles.mellomvare.Tidsmaskin",
    "fotfeste.flater.felles.mellomvare.AktorPaForesporsel",
    "fotfeste.flater.felles.mellomvare.Feiloversetter",
]

ROOT_URLCONF = "konfig.urls"
WSGI_APPLICATION = "konfig.wsgi.application"
AUTH_USER_MODEL = "organisasjon.Bruker"
LOGIN_URL = "/logg-inn/"
LOGIN_REDIRECT_URL = "/"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fotfeste.flater.felles.kontekst.ramme",
            ],
            "builtins": ["fotfeste.flater.felles.templatetags.norsk"],
        },
    }
]
COTTON_DIR = "cotton"

LANGUAGE_CODE = "nb"
# Each in its own language, for those who look for theirs.
HELE_SPRAK = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
# Only the participant's timesheet and money are in these; every other page is in bokmål to those who have chosen one.
DELSPRAK = [("uk", "Українська"), ("ar", "العربية"), ("so", "Soomaali"), ("ti", "ትግርኛ")]
LANGUAGES = [*HELE_SPRAK, *DELSPRAK]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
# Django does not know these two.
LANG_INFO |= {
    "so": {"bidi": False, "code": "so", "name": "Somali", "name_local": "Soomaali"},
    "ti": {"bidi": False, "code": "ti", "name": "Tigrinya", "name_local": "ትግርኛ"},
}
LOCALE_PATHS = [ROT / "fotfeste" / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/statisk/"
STATIC_ROOT = ROT / "statisk"
# The npm packages are served from where the lock file put them; only the folders named here become reachable.
STATICFILES_DIRS = [
    ("designsystemet", ROT / "node_modules" / "@digdir" / "designsystemet-css" / "dist"),
    ("tema", ROT / "node_modules" / "@digdir" / "designsystemet-theme" / "brand"),
    ("designsystemet-web", ROT / "node_modules" / "@digdir" / "designsystemet-web" / "dist" / "umd"),
    ("inter", ROT / "node_modules" / "@fontsource-variable" / "inter"),
    ("noto-arabic", ROT / "node_modules" / "@fontsource" / "noto-sans-arabic"),
    ("noto-ethiopic", ROT / "node_modules" / "@fontsource" / "noto-sans-ethiopic"),
]

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# 10 MB of text in a form is refused with a sentence at the field (flater/felles), not with a broken connection.
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

# Demo logins, the time machine and synthetic persons exist only where this is True.
FOTFESTE_DEMO = False

# A folder the bank's answers come to; read every night (kobling/betaling/innboks). Empty: files are read from the page.
BANK_INN = os.environ.get("FOTFESTE_BANK_INN", "")
