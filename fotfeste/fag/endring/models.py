from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fotfeste.fag.endring.enums import OM_ET_BARN, Belopsenhet, Meldingsslag, Meldingsstatus
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.fag.utbetaling.enums import Ytelsestype
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker


@spores()
class Endringsmelding(Saksdel):
    """The participant tells of a change in the family or of other money; the office reads it and makes it so.

    `fra` is the day it happened or begins: the birth, the moving, the departure, the first day of the benefit.
    The amount is as the letter says it, in øre. `svar` is what the office answered.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="endringsmeldinger")
    slag = models.CharField(max_length=15, choices=Meldingsslag.choices)
    barn = models.ForeignKey(Barn, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    navn = models.CharField(max_length=160, blank=True)
    fra = models.DateField(null=True, blank=True)
    til = models.DateField(null=True, blank=True)
    ytelse = models.CharField(max_length=20, choices=Ytelsestype.choices, blank=True)
    belop_ore = models.PositiveBigIntegerField(null=True, blank=True)
    enhet = models.CharField(max_length=15, choices=Belopsenhet.choices, blank=True)
    tekst = models.TextField(blank=True)
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=10, choices=Meldingsstatus.choices, default=Meldingsstatus.NY)
    mottatt = models.DateTimeField()
    avgjort = models.DateTimeField(null=True, blank=True)
    avgjort_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    svar = models.TextField(blank=True)

    class Meta:
        ordering = ["-mottatt"]
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(fra__isnull=True) | Q(til__gte=F("fra")), name="melding_periode"
            ),
            models.CheckConstraint(
                condition=~Q(slag__in=sorted(OM_ET_BARN)) | Q(barn__isnull=False), name="melding_om_et_barn"
            ),
            models.CheckConstraint(
                condition=~Q(slag=Meldingsslag.YTELSE) | ~Q(ytelse=""), name="melding_om_penger_sier_hvilke"
            ),
            models.CheckConstraint(
                condition=Q(status__in=[Meldingsstatus.NY, Meldingsstatus.TRUKKET], avgjort_av__isnull=True)
                | Q(
                    status__in=[Meldingsstatus.BRUKT, Meldingsstatus.LEST],
                    avgjort__gte=F("mottatt"),
                    avgjort_av__isnull=False,
                ),
                name="avgjort_melding_har_hvem",
            ),
            models.CheckConstraint(
                condition=~Q(status=Meldingsstatus.LEST) | ~Q(svar=""), name="lest_melding_har_svar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()}, {self.mottatt:%d.%m.%Y}"

    @property
    def er_ny(self) -> bool:
        """Whether it waits for someone at the office."""
        return self.status == Meldingsstatus.NY


@spores()
class Ytelsesgrunnlag(Saksdel):
    """Behind another benefit: the amount as the letter says it, in øre, what it is for, and the letter itself."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    ytelse = models.OneToOneField(AnnenYtelse, on_delete=models.CASCADE, related_name="grunnlag")
    belop_ore = models.PositiveBigIntegerField()
    enhet = models.CharField(max_length=15, choices=Belopsenhet.choices)
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.belop_ore} øre {self.enhet}"
