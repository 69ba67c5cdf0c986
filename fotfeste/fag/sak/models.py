from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.enums import APNE, Saksstatus, Sosialhjelp
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor, periode_uttrykk
from fotfeste.grunnmur.tilgang import Eier


@spores()
class Sak(Grunnmodell):
    """One person's way through the programme at one office. `innlest` marks history read in from elsewhere."""

    saksnummer = models.CharField(max_length=12, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="saker")
    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="saker")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="saker")
    status = models.CharField(max_length=12, choices=Saksstatus.choices, default=Saksstatus.SOKNAD)
    innlest = models.BooleanField(default=False)

    class Meta:
        ordering = ["-opprettet"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(status__in=sorted(APNE)), name="en_apen_sak_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.saksnummer} {self.person}"

    @property
    def er_apen(self) -> bool:
        """Whether somebody still has something to do in it."""
        return self.status in APNE

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, self.kontor_id, self.person.bruker_id, self.person.gradering)


class Saksnummerserie(models.Model):
    """The last case number given in a year; the row is locked while the next is taken."""

    aar = models.PositiveIntegerField(primary_key=True)
    siste = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.aar}: {self.siste}"


@spores()
class FastKontakt(Grunnmodell):
    """The one person at the office the participant can always turn to. One at a time."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="faste_kontakter")
    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="fast_kontakt_for")
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="kontakt_periode"),
            ExclusionConstraint(
                name="en_fast_kontakt_om_gangen",
                expressions=[("sak", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bruker} fra {self.fra}"


@spores()
class Bakgrunn(Grunnmodell):
    """What the person lived on before the application and beside the programme (KOSTRA 14–27)."""

    sak = models.OneToOneField(Sak, on_delete=models.PROTECT, related_name="bakgrunn")
    fra_kvp_i_kommune = models.CharField(max_length=4, blank=True)
    sosialhjelp = models.CharField(max_length=20, choices=Sosialhjelp.choices, default=Sosialhjelp.INGEN)
    introduksjonsstonad = models.BooleanField(default=False)
    tiltakspenger = models.BooleanField(default=False)
    folketrygd = models.BooleanField(default=False)
    kommunal_bostotte = models.BooleanField(default=False)
    husbank_bostotte = models.BooleanField(default=False)
    sosialhjelp_fast = models.BooleanField(default=False)
    sosialhjelp_sarskilte = models.BooleanField(default=False)
    sosialhjelp_engang = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"bakgrunn for {self.sak_id}"


class Saksdel(Grunnmodell):
    """A record that belongs to a case and takes its owner from it."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def tilgang_eier(self) -> Eier:
        return self.sak.tilgang_eier()


@spores()
class Overlevering(Saksdel):
    """A case moved from one fixed contact to another: why, and what the next one has to know.

    `bunke` is shared by cases moved together. Without a note the receiver writes it, by evaluating the whole programme.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="overleveringer")
    bunke = models.UUIDField()
    fra = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    til = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    dag = models.DateField()
    grunn = models.TextField()
    fordelt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    nytte = models.TextField(blank=True, help_text="Hva aktivitetene har gitt deltakeren")
    maloppnaelse = models.TextField(blank=True, help_text="Hvor langt deltakeren er kommet mot målet")
    neste_evaluering = models.DateField(null=True, blank=True)
    skrevet_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lest = models.DateTimeField(null=True, blank=True)
    deltakers_syn = models.TextField(blank=True, help_text="Det deltakeren vil at den nye kontakten skal vite")
    syn_gitt = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-dag", "-opprettet"]
        constraints = [
            models.CheckConstraint(condition=Q(fra__isnull=True) | ~Q(fra=F("til")), name="overlevering_til_en_annen"),
            models.CheckConstraint(
                condition=Q(lest__isnull=True) | (~Q(nytte="") & ~Q(maloppnaelse="")),
                name="lest_overlevering_er_skrevet",
            ),
        ]

    def __str__(self) -> str:
        return f"til {self.til} {self.dag:%d.%m.%Y}"

    @property
    def er_skrevet(self) -> bool:
        """Whether there is a note to read."""
        return bool(self.nytte and self.maloppnaelse)
