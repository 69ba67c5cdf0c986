"""Settings of the tests: what the demo has, with quick password hashing and a fixed secret."""

import os

from konfig.innstillinger.felles import *  # noqa: F403

SECRET_KEY = "bare-for-tester"  # noqa: S105 - protects nothing
FOTFESTE_DEMO = True
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
INSTALLED_APPS = [*INSTALLED_APPS, "fotfeste.demo"]  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # files are found where they lie; nothing has to be collected first

# Lets two test runs share one server without sharing a database.
DATABASES["default"]["TEST"] = {"NAME": f"test_fotfeste_{os.environ.get('FOTFESTE_TESTDB', 'alle')}"}  # noqa: F405
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
