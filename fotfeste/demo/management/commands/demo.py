"""`fotfeste demo`: make the municipality when it is not there, serve it, and stop everything on Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from multiprocessing import get_context
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from gunicorn.app.wsgiapp import run as gunicorn

from fotfeste.demo.bygg import bygg_kommune
from fotfeste.grunnmur.migrering import fra_en_eldre_utgave
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune

FRO = 4204
"""The seed: the same people and histories every time."""


class Command(BaseCommand):
    requires_system_checks = ()  # the tests run them; here somebody waits for a page
    help = "Start demoen: en syntetisk kommune på localhost."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--ny", action="store_true", default=bool(os.environ.get("NY")), help="begynn på nytt")
        parser.add_argument("--deltakere", type=int, default=int(os.environ.get("DELTAKERE") or 150))
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--bare-bygg", action="store_true", help="fyll kommunen, men ikke start tjeneren")

    def handle(self, *_args: Any, **valg: Any) -> None:
        if not settings.FOTFESTE_DEMO:
            raise CommandError("Demoen finnes bare med demo-innstillingene.")
        if not 1 <= valg["deltakere"] <= 20_000:
            raise CommandError("DELTAKERE må være mellom 1 og 20 000.")
        if valg["ny"] or fra_en_eldre_utgave():
            self.stdout.write("Tømmer den gamle demoen …")
            _tom_databasen()
        if _mangler_migrasjoner():
            self.stdout.write("Setter opp databasen …")
            call_command("migrate", verbosity=0)
        if not Kommune.objects.exists():
            _bygg(valg["deltakere"])
        if not valg["bare_bygg"]:
            self._server(valg["port"])

    def _server(self, port: int) -> None:
        adresse = f"http://localhost:{port}"
        self.stdout.write(f"\nFotfeste er klar: {adresse}\n")
        for rolle in Rolle:
            bruker = Bruker.objects.filter(er_demo=True, medlemskap__rolle=rolle).order_by("opprettet").first()
            if bruker:
                self.stdout.write(
                    f"  {rolle.label:<17} {bruker.navn:<24} {adresse}/logg-inn/?bruker={bruker.brukernavn}"
                )
        self.stdout.write("\nStopp med Ctrl-C. Alt er lagret; «make demo NY=1» begynner på nytt.\n")
        connection.close()
        _kjor_til_stopp(port)


def _mangler_migrasjoner() -> bool:
    utforer = MigrationExecutor(connection)
    return bool(utforer.migration_plan(utforer.loader.graph.leaf_nodes()))


def _tom_databasen() -> None:
    with connection.cursor() as peker:
        peker.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def _bygg(deltakere: int) -> None:
    """Build in a process of its own: the pages are served from copies of this one, which must not have drawn a letter.

    A copy of a process that has, waits for ever at its first letter, and holds the case it is about.
    """
    connection.close()
    bygger = get_context("fork").Process(target=bygg_kommune, kwargs={"deltakere": deltakere, "fro": FRO})
    bygger.start()
    bygger.join()
    if bygger.exitcode:
        raise CommandError("Demoen ble ikke bygd ferdig.")


def _server_sider(port: int) -> None:
    """Serve from copies of this process: Django is loaded once, not once more for each worker."""
    os.setsid()
    sys.argv = ["gunicorn", "konfig.wsgi", "--preload", "--bind", f"localhost:{port}", "--workers", "2"]
    sys.argv += ["--threads", "4", "--worker-class", "gthread", "--log-level", "warning"]
    gunicorn()


def _kjor_til_stopp(port: int) -> None:
    """Serve pages and work the queue in two processes of our own, until one ends or we are told to stop."""
    # A group of their own, so that Ctrl-C reaches them through us, in order, and the database goes last.
    tjener = get_context("fork").Process(target=_server_sider, args=(port,))
    tjener.start()
    arbeider = subprocess.Popen([sys.executable, "-m", "fotfeste.kommandolinje", "arbeider"], start_new_session=True)

    def stopp(_signal: int, _ramme: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stopp)
    try:
        tjener.join()
    except KeyboardInterrupt:
        pass
    finally:
        tjener.terminate()
        arbeider.terminate()
        tjener.join(10)
        if tjener.is_alive():
            tjener.kill()
        try:
            arbeider.wait(10)
        except subprocess.TimeoutExpired:
            arbeider.kill()
