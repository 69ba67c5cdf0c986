from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.kartlegging.enums import AevStatus, Innsatsgruppe, Kildetype, UtfortAv
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker


@spores()
class Arbeidsevnevurdering(Saksdel):
    """One version of the assessment. Points a–e are those of NAV-loven § 14 a first paragraph.

    `deltaker_a`–`deltaker_e` are the participant's own words on the same points; `intern_vurdering` never leaves the
    office. `gjenbrukt` names the fields that still hold the previous version's words. Once `fullfort`, the database
    refuses every change.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="arbeidsevnevurderinger")
    nummer = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=AevStatus.choices, default=AevStatus.UTKAST)
    utfort_av = models.CharField(max_length=10, choices=UtfortAv.choices, default=UtfortAv.NAV)
    ressurser = models.TextField(blank=True)
    hindringer = models.TextField(blank=True)
    punkt_a = models.TextField(blank=True)
    punkt_b = models.TextField(blank=True)
    punkt_c = models.TextField(blank=True)
    punkt_d = models.TextField(blank=True)
    punkt_e = models.TextField(blank=True)
    deltaker_a = models.TextField(blank=True)
    deltaker_b = models.TextField(blank=True)
    deltaker_c = models.TextField(blank=True)
    deltaker_d = models.TextField(blank=True)
    deltaker_e = models.TextField(blank=True)
    deltaker_levert = models.DateField(null=True, blank=True)
    motivasjon = models.TextField(blank=True)
    brukers_syn = models.TextField(blank=True)
    intern_vurdering = models.TextField(blank=True)
    innsatsgruppe = models.CharField(max_length=40, choices=Innsatsgruppe.choices, blank=True)
    gjenbrukt = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    ferdigstilt = models.DateField(null=True, blank=True)
    ferdigstilt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "nummer"], name="aev_nummer_unikt"),
            models.UniqueConstraint(
                fields=["sak"], condition=Q(status=AevStatus.UTKAST), name="ett_aev_utkast_per_sak"
            ),
            models.CheckConstraint(
                condition=~Q(status=AevStatus.FULLFORT) | Q(ferdigstilt__isnull=False), name="fullfort_aev_har_dato"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="fullfort_er_frosset",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status=AevStatus.FULLFORT.value),
            )
        ]

    def __str__(self) -> str:
        return f"arbeidsevnevurdering {self.nummer}"


@spores()
class Kilde(Saksdel):
    """A source the assessment rests on, and whether the participant has agreed to its use."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    vurdering = models.ForeignKey(Arbeidsevnevurdering, on_delete=models.PROTECT, related_name="kilder")
    type = models.CharField(max_length=20, choices=Kildetype.choices)
    beskrivelse = models.CharField(max_length=300)
    dato = models.DateField()
    samtykke = models.BooleanField(default=False)

    class Meta:
        ordering = [F("dato").desc()]

    def __str__(self) -> str:
        return f"{self.get_type_display()}: {self.beskrivelse}"
