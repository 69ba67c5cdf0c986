from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.henvendelse.enums import APNE, Fordelingsgrunn, Henvendelsesstatus, Kanal, Tema, Utfall
from fotfeste.fag.oppfolging.enums import Kontaktkanal
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor, periode_uttrykk
from fotfeste.grunnmur.tilgang import Eier, Gradering

OM_DEN_SOM_SPURTE = ("person", "navn", "telefon", "tekst", "svar", "videresendt_til")
"""What says who asked, and what was said. The history keeps none of it, so that what is deleted is gone."""


@spores(unntatt=list(OM_DEN_SOM_SPURTE))
class Henvendelse(Grunnmodell):
    """Somebody asked the office for something, by any channel. `mottatt` never moves, whoever it goes to.

    It belongs to the office that has it now; an unknown caller's to the office alone. `kontakt`: the conversation it
    became, when it was answered by one. `slettet`: the day all that says who it was, was deleted.
    """

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="+")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="henvendelser")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="henvendelser")
    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, null=True, blank=True, related_name="henvendelser")
    navn = models.CharField(max_length=160, blank=True)
    telefon = models.CharField(max_length=20, blank=True)
    mottatt = models.DateTimeField()
    kanal = models.CharField(max_length=15, choices=Kanal.choices)
    tema = models.CharField(max_length=15, choices=Tema.choices)
    haster = models.BooleanField(default=False)
    tekst = models.TextField()
    status = models.CharField(max_length=12, choices=Henvendelsesstatus.choices, default=Henvendelsesstatus.NY)
    registrert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    fordelt_til = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    videresendt_til = models.CharField(max_length=160, blank=True)
    besvart = models.DateTimeField(null=True, blank=True)
    besvart_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    svar_kanal = models.CharField(max_length=15, choices=Kontaktkanal.choices, blank=True)
    svar = models.TextField(blank=True)
    utfall = models.CharField(max_length=12, choices=Utfall.choices, blank=True)
    kontakt = models.ForeignKey(Kontakt, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    slettet = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["mottatt"]
        indexes = [models.Index(fields=["kontor", "status", "mottatt"], name="henvendelse_innboks")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(APNE), besvart__isnull=True)
                | (
                    Q(status=Henvendelsesstatus.BESVART, besvart__isnull=False)
                    & ~Q(svar_kanal="")
                    & (~Q(svar="") | Q(slettet__isnull=False))
                ),
                name="besvart_har_svar",
            ),
            models.CheckConstraint(
                condition=Q(besvart__isnull=True) | Q(besvart__gte=F("mottatt")), name="besvart_etter_mottatt"
            ),
            models.CheckConstraint(
                condition=Q(slettet__isnull=False) | Q(person__isnull=False) | ~Q(navn=""), name="henvendelse_har_hvem"
            ),
            models.CheckConstraint(
                condition=Q(slettet__isnull=True)
                | Q(sak__isnull=True, person__isnull=True, navn="", telefon="", tekst="", svar="", videresendt_til=""),
                name="slettet_henvendelse_er_tom",
            ),
        ]

    def __str__(self) -> str:
        return f"henvendelse {self.mottatt:%d.%m.%Y %H.%M}"

    def tilgang_eier(self) -> Eier:
        bruker_id, gradering = (
            (self.person.bruker_id, self.person.gradering) if self.person else (None, Gradering.UGRADERT)
        )
        return Eier(self.kommune_id, self.kontor_id, bruker_id, gradering)

    @property
    def er_apen(self) -> bool:
        """Whether the clock still runs."""
        return self.status in APNE

    @property
    def hvem(self) -> str:
        return self.person.navn if self.person else self.navn

    @property
    def ringes_pa(self) -> str:
        return self.telefon or (self.person.telefon if self.person else "")


@spores()
class Fordeling(Grunnmodell):
    """Who got the enquiry, when and why: the whole way, so that nobody has to ask who had it."""

    henvendelse = models.ForeignKey(Henvendelse, on_delete=models.PROTECT, related_name="fordelinger")
    til = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    tid = models.DateTimeField()
    grunn = models.CharField(max_length=15, choices=Fordelingsgrunn.choices)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["tid", "opprettet"]

    def __str__(self) -> str:
        return f"{self.til} {self.tid:%d.%m.%Y %H.%M}"

    def tilgang_eier(self) -> Eier:
        return self.henvendelse.tilgang_eier()


@spores()
class Vakt(Grunnmodell):
    """Who has the office's duty telephone, from one day to another. One at a time."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="+")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="vakter")
    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    telefon = models.CharField(max_length=20)
    fra = models.DateField()
    til = models.DateField()

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="vakt_periode"),
            ExclusionConstraint(
                name="en_vakt_om_gangen",
                expressions=[("kontor", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bruker} {self.fra:%d.%m.%Y}"

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, self.kontor_id)
