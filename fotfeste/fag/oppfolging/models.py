from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from fotfeste.fag.oppfolging.enums import Avslutningsmate, Initiativ, Kontaktkanal, Kontaktresultat, Situasjon
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker


@spores()
class Kontakt(Saksdel):
    """Somebody talked, or tried to. Logged in ten seconds."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="kontakter")
    dato = models.DateField()
    kanal = models.CharField(max_length=15, choices=Kontaktkanal.choices)
    initiativ = models.CharField(max_length=10, choices=Initiativ.choices, default=Initiativ.NAV)
    resultat = models.CharField(max_length=15, choices=Kontaktresultat.choices, default=Kontaktresultat.GJENNOMFORT)
    tolk = models.BooleanField(default=False)
    notat = models.TextField(blank=True)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-dato", "-opprettet"]

    def __str__(self) -> str:
        return f"{self.get_kanal_display()} {self.dato:%d.%m.%Y}"


@spores()
class Avslutning(Saksdel):
    """How and when the programme ended, and what the person went on to. Manner, destination and income kept apart."""

    sak = models.OneToOneField(Sak, on_delete=models.PROTECT, related_name="avslutning")
    dato = models.DateField()
    mate = models.CharField(max_length=30, choices=Avslutningsmate.choices)
    situasjon = ArrayField(models.CharField(max_length=25, choices=Situasjon.choices), default=list, blank=True)
    viktigste_inntekt = models.CharField(max_length=25, choices=Situasjon.choices, blank=True)
    deltakerbevis = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(mate=Avslutningsmate.FULLFORT) | ~Q(viktigste_inntekt=""),
                name="fullfort_har_viktigste_inntekt",
            )
        ]

    def __str__(self) -> str:
        return f"avsluttet {self.dato:%d.%m.%Y}"
