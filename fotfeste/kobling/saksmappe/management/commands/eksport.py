"""`fotfeste eksport`: every case as a saksmappe, one a line, on standard output."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from fotfeste.fag.mappe.selectors import mapper_i
from fotfeste.fag.sak.models import Sak


class Command(BaseCommand):
    """Write the cases. What was read in comes out as it came, with what has happened here since.

    Exit status 0; 2 when a case that was asked for is not there.
    """

    help = "Skriver saksmapper, én på hver linje: alle saker, eller dem du spør etter."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--sak",
            nargs="+",
            action="extend",
            default=[],
            metavar="SAK",
            help="saksnummer her, eller sak_id i filen saken kom fra; kan gis flere ganger",
        )

    def handle(self, *args: Any, **valg: Any) -> None:
        spurt: list[str] = valg["sak"]
        saker = Sak.objects.all()
        if spurt:
            saker = saker.filter(Q(saksnummer__in=spurt) | Q(innlest_mappe__kilde_id__in=spurt))
            funnet = set(saker.values_list("saksnummer", flat=True)) | set(
                saker.values_list("innlest_mappe__kilde_id", flat=True)
            )
            borte = sorted(set(spurt) - funnet)
            if borte:
                raise CommandError(f"Vi finner ikke {', '.join(borte)}.", returncode=2)
        for _sak, linje in mapper_i(saker):
            self.stdout.write(linje)
