"""Emptying the database after a test that commits.

Django truncates every table and makes its own rows anew, which with our 300 tables takes a second and a half. Here the
tables that have been written to are emptied, with triggers off: they keep rows from being deleted, and that is right
everywhere but here.
"""

from __future__ import annotations

from django.db import connections
from django.test import TransactionTestCase

DJANGOS_EGNE = ("django_migrations", "django_content_type", "auth_permission")
"""Written once, when the database is made."""

_SKREVET = """
    SELECT string_agg(format('DELETE FROM %%I', relname), ';')
    FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
    WHERE n.nspname = 'public' AND relkind = 'r' AND pg_relation_size(pg_class.oid) > 0 AND relname <> ALL(%s)
"""


def tom(navn: str) -> None:
    """Delete every row of the database the tests have written. Wants a superuser, as the embedded server's is."""
    with connections[navn].cursor() as peker:
        peker.execute("BEGIN")
        peker.execute("SET LOCAL session_replication_role = replica")
        peker.execute(_SKREVET, [list(DJANGOS_EGNE)])
        if slett := peker.fetchone()[0]:
            peker.execute(slett)
        peker.execute("COMMIT")


def tom_raskt(test: TransactionTestCase) -> None:
    """In place of `TransactionTestCase._fixture_teardown`; Django's own where the user is no superuser."""
    for navn in test._databases_names(include_mirrors=False):  # type: ignore[attr-defined]
        with connections[navn].cursor() as peker:
            peker.execute("SHOW is_superuser")
            er_superbruker = peker.fetchone()[0] == "on"
        if not er_superbruker:
            _djangos(test)
            return
        tom(navn)


_djangos = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]


def ta_i_bruk() -> None:
    TransactionTestCase._fixture_teardown = tom_raskt  # type: ignore[attr-defined]
