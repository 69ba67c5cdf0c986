"""`fotfeste arbeider`: work off the queue until stopped."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fotfeste.grunnmur.jobber.ko import arbeid


class Command(BaseCommand):
    help = "Arbeid unna køen til du stopper den (Ctrl-C), eller til den er tom med --tom."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tom", action="store_true", help="stopp når køen er tom")

    def handle(self, *_args: Any, **valg: Any) -> None:
        arbeid(vent=not valg["tom"])
