from __future__ import annotations

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.egenmelding.enums import (
    APNE,
    I_KRAFT,
    Bekreftelsesstatus,
    Beslutningsslag,
    Gjelder,
    Stoppgrunn,
    Stoppstatus,
)
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.logg.models import KUN_TILLEGG
from fotfeste.grunnmur.organisasjon.models import Bruker

# Held here too: nobody loses the right unheard, whichever path the row comes by (forskriften § 8 third paragraph).
HORT_FOR_STOPP = pgtrigger.Trigger(
    name="hort_for_stopp",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Q(new__slag=Beslutningsslag.BESTEMT.value),
    func="""
        IF NOT EXISTS (
            SELECT 1 FROM egenmelding_egenmeldingsstopp s
            WHERE s.id = NEW.stopp_id AND s.sak_id = NEW.sak_id AND s.forhandsvarsel IS NOT NULL
              AND (COALESCE(s.uttalelse_dato >= s.forhandsvarsel, FALSE)
                   OR COALESCE(s.uttalefrist < NEW.dato, FALSE))
        ) THEN
            RAISE EXCEPTION 'hort_for_stopp' USING ERRCODE = 'check_violation', CONSTRAINT = 'hort_for_stopp';
        END IF;
        RETURN NEW;
    """,
)


@spores()
class Egenmeldingsstopp(Saksdel):
    """Whether the participant may still use egenmelding: considered, told of, decided, and assessed anew.

    `telling` is the count with its trace, as it stood, when the ground is the number of absences. `fra` is the first
    day the right falls away. `revurdering` is what somebody wrote when it was assessed anew, with name and day. The
    decisions themselves are rows of their own (`Egenmeldingsbeslutning`), and never change.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="egenmeldingsstopp")
    gjelder = models.CharField(max_length=5, choices=Gjelder.choices, default=Gjelder.EGEN)
    grunn = models.CharField(max_length=15, choices=Stoppgrunn.choices)
    status = models.CharField(max_length=15, choices=Stoppstatus.choices, default=Stoppstatus.VURDERES)
    telling = models.JSONField(default=list, blank=True)
    fakta = models.TextField()
    hensyn = models.TextField(blank=True)
    fra = models.DateField(null=True, blank=True)
    saksbehandler = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    forhandsvarsel = models.DateField(null=True, blank=True)
    uttalefrist = models.DateField(null=True, blank=True)
    uttalelse_dato = models.DateField(null=True, blank=True)
    uttalelse = models.TextField(blank=True)
    sendt = models.DateTimeField(null=True, blank=True)
    returgrunn = models.TextField(blank=True)
    revurdert = models.DateField(null=True, blank=True)
    revurdert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    revurdering = models.TextField(blank=True)
    vurderes_senest = models.DateField(null=True, blank=True)
    frafalt_fordi = models.TextField(blank=True)

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.UniqueConstraint(
                fields=["sak", "gjelder"], condition=Q(status__in=sorted(APNE)), name="ett_apent_egenmeldingsstopp"
            ),
            models.CheckConstraint(
                condition=Q(gjelder=Gjelder.EGEN) | Q(grunn=Stoppgrunn.RIMELIG_GRUNN),
                name="barns_sykdom_bare_rimelig_grunn",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(I_KRAFT)) | Q(fra__isnull=False, vurderes_senest__isnull=False),
                name="stopp_i_kraft_vurderes_pa_nytt",
            ),
            models.CheckConstraint(
                condition=Q(uttalelse="") | Q(uttalelse_dato__isnull=False), name="svar_om_egenmelding_har_dato"
            ),
        ]

    def __str__(self) -> str:
        return f"egenmelding, {self.get_gjelder_display()}: {self.get_status_display()}"

    @property
    def har_svart(self) -> bool:
        """Whether the participant has answered the notice, if only by declining to."""
        return bool(self.forhandsvarsel and self.uttalelse_dato and self.uttalelse_dato >= self.forhandsvarsel)

    def er_hort(self, dag: date) -> bool:
        """Whether it may be decided on `dag`. The last day of the time limit is the participant's, whole (fvl § 16)."""
        er_ute = self.uttalefrist is not None and self.uttalefrist < dag
        return self.har_svart or (self.forhandsvarsel is not None and er_ute)

    @property
    def venter(self) -> bool:
        """Whether egenmelding can be used meanwhile, because of a complaint on what was decided."""
        return any(en.til is None for en in self.utsettelser.all())

    @property
    def faktalinjer(self) -> list[str]:
        """The facts it rests on, one by one."""
        return [linje.strip() for linje in self.fakta.splitlines() if linje.strip()]


class Egenmeldingsbeslutning(Saksdel):
    """One decision: the right falls away from `fra`, is still away, or is back from `fra`.

    `vurderes_senest` is the day it must be assessed anew by; None when the right is back.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    stopp = models.ForeignKey(Egenmeldingsstopp, on_delete=models.PROTECT, related_name="beslutninger")
    slag = models.CharField(max_length=15, choices=Beslutningsslag.choices)
    dato = models.DateField()
    fra = models.DateField()
    vurderes_senest = models.DateField(null=True, blank=True)
    begrunnelse = models.TextField()
    forberedt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    besluttet_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    brev = models.ForeignKey(Dokument, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["dato", "opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(slag=Beslutningsslag.OPPHEVET) | ~Q(forberedt_av=F("besluttet_av")),
                name="egenmelding_fire_oyne",
            ),
            models.CheckConstraint(
                condition=(Q(slag=Beslutningsslag.OPPHEVET) & Q(vurderes_senest__isnull=True))
                | (~Q(slag=Beslutningsslag.OPPHEVET) & Q(vurderes_senest__isnull=False)),
                name="bare_opphevet_vurderes_ikke_pa_nytt",
            ),
            models.CheckConstraint(
                condition=~Q(slag=Beslutningsslag.BESTEMT) | Q(fra__gt=F("dato")), name="egenmelding_ikke_bakover"
            ),
            models.CheckConstraint(condition=~Q(begrunnelse=""), name="egenmelding_har_begrunnelse"),
        ]
        triggers = [KUN_TILLEGG, HORT_FOR_STOPP]

    def __str__(self) -> str:
        return f"{self.get_slag_display()} {self.dato:%d.%m.%Y}"


@spores()
class Egenmeldingsutsettelse(Saksdel):
    """Days a decision does not work: a complaint on it is being answered, or has set it aside (fvl § 42)."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    stopp = models.ForeignKey(Egenmeldingsstopp, on_delete=models.PROTECT, related_name="utsettelser")
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="utsettelse_periode"),
            models.UniqueConstraint(
                fields=["stopp"], condition=Q(til__isnull=True), name="en_apen_utsettelse_per_stopp"
            ),
        ]

    def __str__(self) -> str:
        return f"utsatt fra {self.fra}"


@spores()
class Egenmeldingsbekreftelse(Saksdel):
    """An oral egenmelding for `fra` to `til` that is asked for in writing (§ 7; for a child's illness by § 10).

    By its days and not by the registered absence: a corrected sheet has new rows for the same days. `brev` is the
    letter that it fell away; `venter_klage`: whether that does not work until a complaint is answered, or fell by one.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="egenmeldingsbekreftelser")
    gjelder = models.CharField(max_length=5, choices=Gjelder.choices, default=Gjelder.EGEN)
    fra = models.DateField()
    til = models.DateField()
    status = models.CharField(max_length=10, choices=Bekreftelsesstatus.choices, default=Bekreftelsesstatus.BEDT)
    bedt = models.DateField()
    bedt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    frist = models.DateField()
    bekreftet = models.DateField(null=True, blank=True)
    bekreftelse = models.TextField(blank=True)
    bestemt = models.DateField(null=True, blank=True)
    bestemt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    begrunnelse = models.TextField(blank=True)
    brev = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    venter_klage = models.BooleanField(default=False)

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="bekreftelse_periode"),
            models.CheckConstraint(condition=Q(frist__gt=F("bedt")), name="bekreftelse_far_tid"),
            models.CheckConstraint(
                condition=~Q(status=Bekreftelsesstatus.BORTFALT)
                | (Q(bestemt__gt=F("frist"), bestemt_av__isnull=False) & ~Q(begrunnelse="")),
                name="bortfalt_egenmelding_har_hvem_og_hvorfor",
            ),
            models.UniqueConstraint(
                fields=["sak", "fra"],
                condition=~Q(status=Bekreftelsesstatus.FRAFALT),
                name="en_bekreftelse_per_fravaer",
            ),
        ]

    def __str__(self) -> str:
        return f"bekreftelse av egenmelding {self.fra}–{self.til}"
