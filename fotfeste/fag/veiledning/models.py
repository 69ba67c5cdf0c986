from __future__ import annotations

from uuid import UUID

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor, periode_uttrykk


@spores()
class Rutine(Grunnmodell):
    """How the municipality does a step, version by version; an office may refine one paragraph of it."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="rutiner")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, null=True, blank=True, related_name="rutiner")
    steg = models.CharField(max_length=60)
    nummer = models.PositiveIntegerField(default=1)
    avsnitt = models.PositiveSmallIntegerField(null=True, blank=True)
    tekst = models.TextField()
    eier = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    vurderes = models.DateField()
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    skrevet_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["steg", "kontor__nummer", "fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="rutine_periode"),
            models.CheckConstraint(
                condition=Q(kontor__isnull=True, avsnitt__isnull=True) | Q(kontor__isnull=False, avsnitt__isnull=False),
                name="kontorets_rutine_utdyper_et_avsnitt",
            ),
            ExclusionConstraint(
                name="en_rutine_om_gangen",
                expressions=[
                    ("kommune", RangeOperators.EQUAL),
                    (Coalesce("kontor", Value(UUID(int=0))), RangeOperators.EQUAL),
                    ("steg", RangeOperators.EQUAL),
                    (Coalesce("avsnitt", Value(0)), RangeOperators.EQUAL),
                    (periode_uttrykk(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.steg}, versjon {self.nummer}"

    @property
    def avsnittene(self) -> list[str]:
        """The text, a paragraph at a time."""
        return [ett.strip() for ett in self.tekst.replace("\r\n", "\n").split("\n\n") if ett.strip()]


@spores()
class Rutinesjekk(Grunnmodell):
    """Whether a routine was followed, as someone at the office found it on a day."""

    rutine = models.ForeignKey(Rutine, on_delete=models.CASCADE, related_name="sjekker")
    dato = models.DateField()
    folges = models.BooleanField()
    merknad = models.CharField(max_length=300, blank=True)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-dato", "-opprettet"]

    def __str__(self) -> str:
        return f"{self.rutine}: {self.dato:%d.%m.%Y}"


@spores()
class Avvik(Saksdel):
    """Someone did otherwise than one should, and says why in a sentence: something to learn from, no fault."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="avvik")
    steg = models.CharField(max_length=60)
    bor = models.TextField(help_text="Det som bør gjøres, slik det sto")
    setning = models.TextField()
    dato = models.DateField()
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-dato", "-opprettet"]

    def __str__(self) -> str:
        return f"{self.steg} {self.dato:%d.%m.%Y}"
