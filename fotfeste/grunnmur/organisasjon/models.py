from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce

from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.enums import Rolle


class Datoperiode(Func):
    """`daterange(fra, til, '[]')` over two columns, for exclusion constraints; an empty til is open."""

    function = "daterange"
    output_field = DateRangeField()


def periode_uttrykk(fra: str = "fra", til: str = "til") -> Datoperiode:
    """The inclusive date range of two columns as a database expression."""
    return Datoperiode(F(fra), F(til), Value("[]"))


class Kommune(Grunnmodell):
    """A municipality (or one of Oslo's bydeler, with `bydel` set)."""

    nummer = models.CharField(max_length=4)
    bydel = models.CharField(max_length=2, blank=True)
    navn = models.CharField(max_length=100)
    organisasjonsnummer = models.CharField(max_length=9, blank=True)
    utbetalingskonto = models.CharField(max_length=11, blank=True)
    bic = models.CharField(max_length=11, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["nummer", "bydel"], name="kommune_unik")]

    def __str__(self) -> str:
        return self.navn

    @property
    def region(self) -> str:
        """The KOSTRA region: municipality plus bydel, `00` where there is none."""
        return f"{self.nummer}{self.bydel or '00'}"


class Kontor(Grunnmodell):
    """A NAV office of the municipality."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="kontorer")
    nummer = models.CharField(max_length=4, unique=True)
    navn = models.CharField(max_length=100)
    telefon = models.CharField(max_length=20, blank=True)
    adresse = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["nummer"]

    def __str__(self) -> str:
        return self.navn


class Brukerbestyrer(BaseUserManager["Bruker"]):
    def opprett(self, *, brukernavn: str, navn: str, **felter: Any) -> Bruker:
        """Make a user that logs in through the municipality's identity provider (no password of our own)."""
        bruker = self.model(brukernavn=brukernavn, navn=navn, **felter)
        bruker.set_unusable_password()
        bruker.save(using=self._db)
        return bruker


class Bruker(AbstractBaseUser, Grunnmodell):
    """Someone who logs in: an employee, or a participant. What they may do follows from Medlemskap alone."""

    brukernavn = models.CharField(max_length=100, unique=True)
    navn = models.CharField(max_length=100)
    epost = models.EmailField(blank=True)
    telefon = models.CharField(max_length=20, blank=True)
    # The language of the pages they last chose; empty until they have.
    sprak = models.CharField(max_length=5, blank=True)
    er_demo = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    objects = Brukerbestyrer()

    USERNAME_FIELD = "brukernavn"

    class Meta:
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn


@spores(ny_uten_aktor=True)
class Medlemskap(Grunnmodell):
    """A role someone holds at an office (or, for KOMMUNEROLLER, the whole municipality) from a date, perhaps to one."""

    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="medlemskap")
    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="medlemskap")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="medlemskap", null=True, blank=True)
    rolle = models.CharField(max_length=20, choices=Rolle.choices)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["bruker__navn", "fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="medlemskap_periode"),
            ExclusionConstraint(
                name="medlemskap_uten_overlapp",
                expressions=[
                    ("bruker", RangeOperators.EQUAL),
                    ("rolle", RangeOperators.EQUAL),
                    ("kommune", RangeOperators.EQUAL),
                    (Coalesce("kontor", Value(UUID(int=0))), RangeOperators.EQUAL),
                    (periode_uttrykk(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bruker} · {self.get_rolle_display()}"

    def gjelder(self, dag: date) -> bool:
        """Whether the role is held on `dag`."""
        return self.fra <= dag and (self.til is None or dag <= self.til)


@spores()
class KommunaltValg(Grunnmodell):
    """What the municipality has chosen where the law is silent, from a date. Keys and defaults: valg.py."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="valg")
    nokkel = models.CharField(max_length=60)
    verdi = models.JSONField()
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    begrunnelse = models.TextField()
    besluttet_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="kommunalt_valg_uten_overlapp",
                expressions=[
                    ("kommune", RangeOperators.EQUAL),
                    ("nokkel", RangeOperators.EQUAL),
                    (periode_uttrykk(), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="kommunalt_valg_periode"),
        ]
        ordering = ["nokkel", "fra"]

    def __str__(self) -> str:
        return f"{self.nokkel} fra {self.fra}"


@spores()
class Stedfortreder(Grunnmodell):
    """A colleague who takes over someone's tasks at an office for a while: they are ill, on leave or away."""

    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="stedfortredere")
    vikar = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="vikarierer_for")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="stedfortredere")
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["fra", "bruker__navn"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="stedfortreder_periode"),
            models.CheckConstraint(condition=~Q(bruker=F("vikar")), name="stedfortreder_er_en_annen"),
            ExclusionConstraint(
                name="en_stedfortreder_om_gangen",
                expressions=[
                    ("bruker", RangeOperators.EQUAL),
                    ("kontor", RangeOperators.EQUAL),
                    (periode_uttrykk(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vikar} for {self.bruker}"
