from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.person.enums import Barnekilde, Kjonn, Sivilstand, Sprak
from fotfeste.fag.person.navn import sokenavn
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, periode_uttrykk
from fotfeste.grunnmur.tilgang import Gradering
from fotfeste.regelverk.tid import alder

if TYPE_CHECKING:
    from fotfeste.fag.sak.models import Sak


@spores(unntatt=["sokenavn"])
class Person(Grunnmodell):
    """A person known to the office. `sokenavn` is the name folded for searching; save() keeps it.

    `dodsbo_konto` is the account of the estate after a death, which nothing is paid without.
    """

    fodselsnummer = models.CharField(max_length=11, unique=True)
    fornavn = models.CharField(max_length=80)
    etternavn = models.CharField(max_length=80)
    sokenavn = models.CharField(max_length=160, editable=False)
    fodselsdato = models.DateField()
    kjonn = models.CharField(max_length=10, choices=Kjonn.choices)
    sivilstand = models.CharField(max_length=20, choices=Sivilstand.choices, default=Sivilstand.UGIFT)
    sprak = models.CharField(max_length=3, choices=Sprak.choices, default=Sprak.BOKMAL)
    tolkebehov = models.BooleanField(default=False)
    alene_om_omsorg = models.BooleanField(default=False)
    telefon = models.CharField(max_length=20, blank=True)
    epost = models.EmailField(blank=True)
    adresse = models.CharField(max_length=200, blank=True)
    postnummer = models.CharField(max_length=4, blank=True)
    poststed = models.CharField(max_length=60, blank=True)
    kontonummer = models.CharField(max_length=11, blank=True)
    dodsdato = models.DateField(null=True, blank=True)
    dodsbo_konto = models.CharField(max_length=11, blank=True)
    gradering = models.CharField(max_length=20, choices=Gradering.choices, default=Gradering.UGRADERT)
    bruker = models.OneToOneField(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="person")

    class Meta:
        indexes = [GinIndex(OpClass("sokenavn", name="gin_trgm_ops"), name="person_sokenavn")]
        constraints = [
            models.CheckConstraint(
                condition=Q(dodsbo_konto="") | Q(dodsdato__isnull=False), name="dodsbo_bare_etter_dodsfall"
            )
        ]

    def __str__(self) -> str:
        return self.navn

    def save(self, *args: object, **kwargs: object) -> None:
        self.sokenavn = sokenavn(f"{self.fornavn} {self.etternavn}")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def navn(self) -> str:
        return f"{self.fornavn} {self.etternavn}"

    @property
    def mottaker(self) -> str:
        """Who is paid: the person, or what the person left."""
        return f"Dødsboet etter {self.navn}" if self.dodsdato else self.navn

    @property
    def utbetalingskonto(self) -> str:
        """Where the money goes. After a death nothing is paid before the estate has given an account of its own."""
        return self.dodsbo_konto if self.dodsdato else self.kontonummer

    def gjeldende_sak(self) -> Sak | None:
        """The case that says which office the person belongs to: the open one, else the latest; None without any."""
        # Reached from the person, for this room may not know of cases.
        saker = list(self.saker.order_by("-opprettet"))
        return next((sak for sak in saker if sak.er_apen), saker[0] if saker else None)

    def alder(self, dag: date) -> int:
        """Whole years on `dag`; each is reached on the birthday."""
        return alder(self.fodselsdato, dag)


@spores()
class Barn(Grunnmodell):
    """A child the person supports, from a date and perhaps to one (forskriften § 3).

    `bosatt_fra` and `bosatt_til`: when it lives and lawfully stays in Norway; empty: all the time. `forsorget_fra`,
    `krav_fram` and `varig_plassering` are of a foster child: two years' support before the claim, unless the office
    waives it for a lasting placement and says why. `kilde` and `dokument`: who told, and on which paper.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="barn")
    navn = models.CharField(max_length=160, blank=True)
    fodselsdato = models.DateField()
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    kronisk_syk = models.BooleanField(default=False)
    fosterbarn = models.BooleanField(default=False)
    bor_i_husholdningen = models.BooleanField(default=True)
    forsorget_fra = models.DateField(null=True, blank=True)
    krav_fram = models.DateField(null=True, blank=True)
    varig_plassering = models.BooleanField(default=False)
    varig_grunn = models.TextField(blank=True)
    bosatt_fra = models.DateField(null=True, blank=True)
    bosatt_til = models.DateField(null=True, blank=True)
    kilde = models.CharField(max_length=20, choices=Barnekilde.choices, blank=True)
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["fodselsdato", "opprettet"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="barn_periode"),
            models.CheckConstraint(condition=Q(fra__gte=F("fodselsdato")), name="barn_fra_fodsel"),
            models.CheckConstraint(
                condition=Q(fosterbarn=True, forsorget_fra__isnull=False, krav_fram__gte=F("forsorget_fra"))
                | Q(fosterbarn=False, varig_plassering=False, forsorget_fra__isnull=True, krav_fram__isnull=True),
                name="fosterbarn_har_krav",
            ),
            models.CheckConstraint(
                condition=Q(varig_plassering=False, varig_grunn="") | (Q(varig_plassering=True) & ~Q(varig_grunn="")),
                name="varig_plassering_har_grunn",
            ),
            models.CheckConstraint(
                condition=Q(bosatt_fra__isnull=True) | Q(bosatt_til__isnull=True) | Q(bosatt_til__gte=F("bosatt_fra")),
                name="barn_bosatt_periode",
            ),
        ]

    def __str__(self) -> str:
        return self.navn or f"barnet født {self.fodselsdato:%d.%m.%Y}"


@spores()
class Utenlandsopphold(Grunnmodell):
    """A child's stay abroad, from the day of departure to the day of return (empty: not back yet).

    `medlem_folketrygden`: a member there by ftl § 2-5 second paragraph, so that the 90 days do not matter.
    """

    barn = models.ForeignKey(Barn, on_delete=models.PROTECT, related_name="utenlandsopphold")
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    medlem_folketrygden = models.BooleanField(default=False)
    kilde = models.CharField(max_length=20, choices=Barnekilde.choices, blank=True)
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="opphold_periode"),
            ExclusionConstraint(
                name="opphold_uten_overlapp",
                expressions=[("barn", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"utenlandsopphold fra {self.fra:%d.%m.%Y}"
