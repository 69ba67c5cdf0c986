"""Settings of the tests: what the demo has, with quick password hashing and a fixed secret."""

from konfig.innstillinger.felles import *  # noqa: F403

SECRET_KEY = "bare-for-tester"  # noqa: S105 - protects nothing
FOTFESTE_DEMO = True
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_USE_FINDERS = True
