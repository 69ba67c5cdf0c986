from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.oppmote.enums import Fravaersarsak, Timelistestatus
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker


@spores()
class Timeliste(Saksdel):
    """The sheet of one month (`maned` is its first day). Approved, it is the ground for the payment."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="timelister")
    maned = models.DateField()
    status = models.CharField(max_length=10, choices=Timelistestatus.choices, default=Timelistestatus.APEN)
    levert = models.DateTimeField(null=True, blank=True)
    levert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    godkjent = models.DateTimeField(null=True, blank=True)
    godkjent_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    returgrunn = models.TextField(blank=True)
    merknad = models.TextField(blank=True)

    class Meta:
        ordering = ["maned"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "maned"], name="en_timeliste_per_maned"),
            models.CheckConstraint(condition=Q(maned__day=1), name="timeliste_maned_er_den_forste"),
            models.CheckConstraint(
                condition=~Q(status=Timelistestatus.GODKJENT) | Q(godkjent__isnull=False, godkjent_av__isnull=False),
                name="godkjent_timeliste_har_hvem",
            ),
        ]

    def __str__(self) -> str:
        return f"timeliste {self.maned:%Y-%m}"


# A day or an absence in an approved sheet is what the payment rests on; a correction is a new row elsewhere.
def _timelisten_er_apen(felt: str = "timeliste_id") -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="bare_i_apen_timeliste",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM oppmote_timeliste t WHERE t.status = 'godkjent'
                AND t.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.{felt} ELSE NEW.{felt} END
            ) THEN
                RAISE EXCEPTION 'timelisten er godkjent' USING ERRCODE = 'check_violation',
                    CONSTRAINT = 'bare_i_apen_timeliste';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,  # noqa: S608 - the column name is ours
    )


@spores(med_forelder=True)
class Timelistedag(Saksdel):
    """Hours of one date: attended in the programme, and in paid work (which reduces the stønad, § 37).

    `planlagt` is what the agreed week held that day, work included: what is missing from it must be explained.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    timeliste = models.ForeignKey(Timeliste, on_delete=models.PROTECT, related_name="dager")
    dato = models.DateField()
    planlagt = models.DecimalField(max_digits=4, decimal_places=2, default=0)
    timer_program = models.DecimalField(max_digits=4, decimal_places=2, default=0)
    timer_arbeid = models.DecimalField(max_digits=4, decimal_places=2, default=0)

    class Meta:
        ordering = ["dato"]
        constraints = [
            models.UniqueConstraint(fields=["timeliste", "dato"], name="en_rad_per_dag"),
            models.CheckConstraint(
                condition=Q(
                    planlagt__gte=0,
                    timer_program__gte=0,
                    timer_arbeid__gte=0,
                    timer_program__lte=24 - F("timer_arbeid"),
                ),
                name="dagen_har_24_timer",
            ),
        ]
        triggers = [_timelisten_er_apen()]

    def __str__(self) -> str:
        return f"{self.dato} {self.timer_program}"


@spores()
class Fravaer(Saksdel):
    """Days away, why, and (for unauthorised absence) how many hours a day when less than the whole."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="fravaer")
    timeliste = models.ForeignKey(Timeliste, on_delete=models.PROTECT, related_name="fravaer")
    fra = models.DateField()
    til = models.DateField()
    arsak = models.CharField(max_length=20, choices=Fravaersarsak.choices)
    timer = models.DecimalField(max_digits=4, decimal_places=2, null=True, blank=True)
    barn = models.ForeignKey(Barn, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    termin = models.DateField(null=True, blank=True)
    fodt = models.DateField(null=True, blank=True)
    forklaring = models.TextField(blank=True)

    class Meta:
        ordering = ["fra", "opprettet"]
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="fravaer_periode"),
            models.CheckConstraint(
                condition=Q(timer__isnull=True) | Q(timer__gte=0, timer__lte=24), name="fravaer_timer"
            ),
        ]
        triggers = [_timelisten_er_apen()]

    def __str__(self) -> str:
        return f"{self.get_arsak_display()} {self.fra}–{self.til}"


@spores()
class Legeerklaering(Saksdel):
    """A doctor's statement covering days of one absence, with the paper when there is one."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    fravaer = models.ForeignKey(Fravaer, on_delete=models.CASCADE, related_name="legeerklaeringer")
    fra = models.DateField()
    til = models.DateField()
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["fra"]
        constraints = [models.CheckConstraint(condition=Q(til__gte=F("fra")), name="legeerklaering_periode")]

    def __str__(self) -> str:
        return f"legeerklæring {self.fra}–{self.til}"
