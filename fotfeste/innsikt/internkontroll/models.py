from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor, periode_uttrykk
from fotfeste.grunnmur.tilgang import Eier
from fotfeste.innsikt.internkontroll.enums import Formvalg, Hvavalg, Kriteriestyrke

_PERIODE = Q(til__isnull=True) | Q(til__gte=F("fra"))


class _Kontors(Grunnmodell):
    """Something an office has decided."""

    class Meta:
        abstract = True

    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="+")

    def tilgang_eier(self) -> Eier:
        return Eier(self.kontor.kommune_id, self.kontor_id)


@spores()
class Kriterievalg(_Kontors):
    """How strongly a shipped criterion binds at an office, from a date. What is not chosen is as shipped."""

    kode = models.CharField(max_length=4)
    styrke = models.CharField(max_length=4, choices=Kriteriestyrke.choices)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    begrunnelse = models.TextField()
    besluttet_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["kode", "fra"]
        constraints = [
            models.CheckConstraint(condition=_PERIODE, name="kriterievalg_periode"),
            ExclusionConstraint(
                name="kriterievalg_uten_overlapp",
                expressions=[
                    ("kontor", RangeOperators.EQUAL),
                    ("kode", RangeOperators.EQUAL),
                    (periode_uttrykk(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode}: {self.get_styrke_display()}"


@spores()
class EgetKriterium(_Kontors):
    """A criterion an office has added: something that is to be there within a time, or never too far apart."""

    tekst = models.CharField(max_length=200)
    hva = models.CharField(max_length=12, choices=Hvavalg.choices)
    form = models.CharField(max_length=12, choices=Formvalg.choices)
    dager = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(365)])
    styrke = models.CharField(max_length=4, choices=Kriteriestyrke.choices, default=Kriteriestyrke.BOR)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    begrunnelse = models.TextField(blank=True)
    laget_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.CheckConstraint(condition=_PERIODE, name="eget_kriterium_periode"),
            models.CheckConstraint(condition=Q(dager__gte=1, dager__lte=365), name="eget_kriterium_dager"),
        ]

    def __str__(self) -> str:
        return self.tekst


class Kontrollresultat(models.Model):
    """How a criterion stood at an office one night, so that the development can be seen. Counts, no cases."""

    dato = models.DateField()
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=4)
    kontrollert = models.PositiveIntegerField()
    brudd = models.PositiveIntegerField()

    class Meta:
        ordering = ["dato", "kode"]
        constraints = [models.UniqueConstraint(fields=["dato", "kontor", "kode"], name="ett_kontrollresultat_per_natt")]

    def __str__(self) -> str:
        return f"{self.kode} {self.dato}: {self.brudd} av {self.kontrollert}"
