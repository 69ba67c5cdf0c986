"""Production. Every value that differs between municipalities comes from the environment (docs/drift.md)."""

import os

from konfig.innstillinger.felles import *  # noqa: F403

SECRET_KEY = os.environ["FOTFESTE_HEMMELIGHET"]
ALLOWED_HOSTS = os.environ["FOTFESTE_VERTER"].split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{vert}" for vert in ALLOWED_HOSTS]
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
