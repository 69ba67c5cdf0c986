from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.person.enums import Kjonn, Sivilstand, Sprak
from fotfeste.fag.person.navn import sokenavn
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Gradering
from fotfeste.regelverk.tid import alder

if TYPE_CHECKING:
    from fotfeste.fag.sak.models import Sak


@spores(unntatt=["sokenavn"])
class Person(Grunnmodell):
    """A person known to the office. `sokenavn` is the name folded for searching; save() keeps it."""

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
    gradering = models.CharField(max_length=20, choices=Gradering.choices, default=Gradering.UGRADERT)
    bruker = models.OneToOneField(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="person")

    class Meta:
        indexes = [GinIndex(OpClass("sokenavn", name="gin_trgm_ops"), name="person_sokenavn")]

    def __str__(self) -> str:
        return self.navn

    def save(self, *args: object, **kwargs: object) -> None:
        self.sokenavn = sokenavn(f"{self.fornavn} {self.etternavn}")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def navn(self) -> str:
        return f"{self.fornavn} {self.etternavn}"

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
    """A child the person supports, from a date and perhaps to one (forskriften § 3)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="barn")
    navn = models.CharField(max_length=160, blank=True)
    fodselsdato = models.DateField()
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    kronisk_syk = models.BooleanField(default=False)
    fosterbarn = models.BooleanField(default=False)
    bor_i_husholdningen = models.BooleanField(default=True)

    class Meta:
        ordering = ["fodselsdato", "opprettet"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="barn_periode"),
            models.CheckConstraint(condition=Q(fra__gte=F("fodselsdato")), name="barn_fra_fodsel"),
        ]

    def __str__(self) -> str:
        return self.navn or f"barn født {self.fodselsdato:%d.%m.%Y}"
