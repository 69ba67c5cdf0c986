from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.fag.soknad.enums import APNE, Kanal, Soknadsstatus
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker


@spores()
class Soknad(Saksdel):
    """An application for the programme. `mottatt` is the day it reached the office and starts § 31 and fvl § 11 a."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="soknader")
    mottatt = models.DateField()
    kanal = models.CharField(max_length=10, choices=Kanal.choices)
    status = models.CharField(max_length=10, choices=Soknadsstatus.choices, default=Soknadsstatus.MOTTATT)
    registrert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    onsker = models.TextField(blank=True, help_text="Hva søkeren vil med programmet, med egne ord")
    situasjon = models.TextField(blank=True, help_text="Arbeid, utdanning, helse og bolig, med egne ord")
    forelopig_svar = models.DateField(null=True, blank=True)
    ventet_svar = models.DateField(null=True, blank=True, help_text="Dagen søkeren sist ble lovet svar")
    trukket = models.DateField(null=True, blank=True)
    vedlegg = models.ManyToManyField(Dokument, blank=True, related_name="+")

    class Meta:
        ordering = ["mottatt"]
        constraints = [
            models.UniqueConstraint(
                fields=["sak"], condition=Q(status__in=sorted(APNE)), name="en_apen_soknad_per_sak"
            ),
            models.CheckConstraint(
                condition=~Q(status=Soknadsstatus.TRUKKET) | Q(trukket__isnull=False), name="trukket_har_dato"
            ),
        ]

    def __str__(self) -> str:
        return f"søknad mottatt {self.mottatt:%d.%m.%Y}"


@spores()
class Opplysningskrav(Saksdel):
    """One thing the office has asked the applicant for, and when it came. The queue place is kept meanwhile."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="opplysningskrav")
    soknad = models.ForeignKey(Soknad, on_delete=models.PROTECT, related_name="opplysningskrav")
    hva = models.CharField(max_length=200)
    hvorfor = models.TextField(blank=True)
    bedt = models.DateField()
    frist = models.DateField()
    mottatt = models.DateField(null=True, blank=True)
    svar = models.TextField(blank=True)
    vedlegg = models.ManyToManyField(Dokument, blank=True, related_name="+")

    class Meta:
        ordering = ["bedt", "opprettet"]
        constraints = [models.CheckConstraint(condition=Q(frist__gte=F("bedt")), name="krav_frist_etter_bedt")]

    def __str__(self) -> str:
        return self.hva

    @property
    def venter(self) -> bool:
        """Whether the applicant is still to send it: it has not come, and the application waits for it."""
        return self.mottatt is None and self.soknad.status == Soknadsstatus.VENTER_PA_OPPLYSNINGER
