from __future__ import annotations

from datetime import date

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from fotfeste.fag.avstemming.models import Dobbeltbetaling
from fotfeste.fag.krav.enums import Kravarsak, Kravstatus, Kravsvar, Refusjonsstatus, Refusjonsytelse
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.fag.utbetaling.models import Differanse, Tilbakeforing, Trekk
from fotfeste.fag.vedtak.enums import APNE as APNE_VEDTAK
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.logg.models import KUN_TILLEGG
from fotfeste.grunnmur.organisasjon.models import Bruker, periode_uttrykk

_S = Kravstatus
_VARSLET = sorted(str(s) for s in (_S.VARSLET, _S.TIL_BESLUTNING))

# Held here too, for the moment the deduction is decided: the participant has answered, or the time to do so is over.
HORT_FOR_TREKK = pgtrigger.Trigger(
    name="hort_for_trekk",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__status=_S.BESTEMT.value),
    func="""
        IF NOT (COALESCE(NEW.svar_dato >= NEW.varslet, FALSE)
                OR (NEW.varslet IS NOT NULL AND COALESCE(NEW.uttalefrist < NEW.bestemt, FALSE))) THEN
            RAISE EXCEPTION 'hort_for_trekk' USING ERRCODE = 'check_violation', CONSTRAINT = 'hort_for_trekk';
        END IF;
        RETURN NEW;
    """,
)


def _hoyst_kravet(krav: str) -> str:
    """Nothing more is written off a claim than it has left. What payments have taken is counted as they stand.

    What is given back can be taken anew, should the claim be decided anew.
    """
    return f"""
        IF (SELECT COALESCE(SUM(l.belop), 0) FROM krav_kravlinje l WHERE l.krav_id = {krav})
         + (SELECT COALESCE(SUM(g.belop), 0) FROM utbetaling_tilbakeforing g
              JOIN krav_kravtilbakeforing k ON k.tilbakeforing_id = g.id
             WHERE k.krav_id = {krav} AND NOT g.trukket_tilbake)
         < (SELECT COALESCE(SUM(i.belop), 0) FROM krav_innbetaling i WHERE i.krav_id = {krav})
         + (SELECT COALESCE(SUM(m.belop), 0) FROM krav_motregning m
              JOIN krav_kravlinje l ON l.id = m.linje_id WHERE l.krav_id = {krav})
         + (SELECT COALESCE(SUM(d.belop), 0) FROM krav_refusjonsdekning d
              JOIN krav_kravlinje l ON l.id = d.linje_id WHERE l.krav_id = {krav})
         + (SELECT COALESCE(SUM(t.belop), 0) FROM utbetaling_trekklinje t
              JOIN krav_kravtrekk k ON k.trekk_id = t.trekk_id
              JOIN utbetaling_utbetaling u ON u.id = t.utbetaling_id
             WHERE k.krav_id = {krav} AND u.status IN ('planlagt', 'frigitt', 'sendt', 'utbetalt')) THEN
            RAISE EXCEPTION 'dekning_hoyst_kravet' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'dekning_hoyst_kravet';
        END IF;
        RETURN NEW;
    """  # noqa: S608 - the name of a column, never what anybody has written


def _dekningstrigger(krav: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="dekning_hoyst_kravet",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        func=_hoyst_kravet(krav),
    )


_KRAV_AV_LINJEN = "(SELECT x.krav_id FROM krav_kravlinje x WHERE x.id = NEW.linje_id)"


@spores()
class Krav(Saksdel):
    """Too much was paid, and what is done about it, from found to settled.

    `arsak` is how it happened. `varslet` to `varslet_belop` are the notice (fvl § 16); `svar` to `svart_av` what the
    participant answers, written down by an employee when it was said. `plan_fra` and `plan_belop` are the plan: so many
    kroner a month from a month on, until the claim is settled; `bestemt_belop` is the monthly amount as decided.
    `trekkes`: whether deductions are being made. `venter_klage`: whether they rest until a complaint is answered, or
    after one set the decision aside (fvl § 42). `vedtak` is the decision on repayment (§ 23).
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="krav")
    status = models.CharField(max_length=20, choices=Kravstatus.choices, default=Kravstatus.FUNNET)
    arsak = models.CharField(max_length=15, choices=Kravarsak.choices, blank=True, default=Kravarsak.IKKE_VURDERT)
    arsak_ord = models.TextField(blank=True)
    saksbehandler = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    varslet = models.DateField(null=True, blank=True)
    uttalefrist = models.DateField(null=True, blank=True)
    varslet_belop = models.PositiveIntegerField(null=True, blank=True)
    svar = models.CharField(max_length=15, choices=Kravsvar.choices, blank=True)
    svar_dato = models.DateField(null=True, blank=True)
    svar_ord = models.TextField(blank=True)
    svar_belop = models.PositiveIntegerField(null=True, blank=True)
    svart_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    plan_fra = models.DateField(null=True, blank=True)
    plan_belop = models.PositiveIntegerField(null=True, blank=True)
    begrunnelse = models.TextField(blank=True)
    sendt = models.DateTimeField(null=True, blank=True)
    retur = models.TextField(blank=True)

    beslutter = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    bestemt = models.DateField(null=True, blank=True)
    bestemt_belop = models.PositiveIntegerField(null=True, blank=True)
    brev = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    trekkes = models.BooleanField(default=False)
    venter_klage = models.BooleanField(default=False)

    vedtak = models.OneToOneField(Vedtak, on_delete=models.PROTECT, null=True, blank=True, related_name="krav")
    frafalt_grunn = models.TextField(blank=True)
    hjelp_bedt = models.DateField(null=True, blank=True)
    hjelp_ord = models.TextField(blank=True)
    hjelp_svart = models.DateField(null=True, blank=True)
    hjelp_svar = models.TextField(blank=True)

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(beslutter__isnull=True) | ~Q(beslutter=F("saksbehandler")), name="krav_fire_oyne"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_VARSLET) | Q(varslet__isnull=False, uttalefrist__gt=F("varslet")),
                name="varslet_krav_har_frist",
            ),
            models.CheckConstraint(
                condition=~Q(status=_S.BESTEMT)
                | (
                    Q(bestemt__isnull=False, beslutter__isnull=False, brev__isnull=False, plan_belop__gt=0)
                    & ~Q(begrunnelse="")
                    & ~Q(arsak="")
                ),
                name="bestemt_krav_er_helt",
            ),
            models.CheckConstraint(
                condition=~Q(status=_S.TILBAKEBETALING) | Q(vedtak__isnull=False), name="tilbakebetaling_har_vedtak"
            ),
            models.CheckConstraint(
                condition=~Q(status=_S.FRAFALT) | ~Q(frafalt_grunn=""), name="frafalt_krav_har_grunn"
            ),
            models.CheckConstraint(condition=Q(svar="") | Q(svar_dato__isnull=False), name="kravsvar_har_dato"),
        ]
        triggers = [HORT_FOR_TREKK, pgtrigger.Protect(name="krav_slettes_ikke", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"krav ({self.get_status_display()})"

    @property
    def har_svart(self) -> bool:
        """Whether the participant has answered the last notice."""
        return bool(self.varslet and self.svar_dato and self.svar_dato >= self.varslet)

    def er_hort(self, dag: date) -> bool:
        """Whether it may be decided on `dag`: the participant has answered, or the time to do so is over (fvl § 16)."""
        er_ute = self.uttalefrist is not None and self.uttalefrist < dag
        return self.har_svart or (self.varslet is not None and er_ute)

    @property
    def onsket_belop(self) -> int | None:
        """What the participant asked for each month, until a plan has been sent to the beslutter after it."""
        er_ny = not self.sendt or (self.svar_dato is not None and klokke.dagen(self.sendt) < self.svar_dato)
        return self.svar_belop if self.status == _S.VARSLET and er_ny else None

    @property
    def star_stille(self) -> bool:
        """Whether a deduction was decided, but none is made: the decision on repayment after it has fallen."""
        har_apent = self.vedtak is not None and self.vedtak.status in APNE_VEDTAK
        return self.status == _S.BESTEMT and not self.trekkes and not har_apent

    @property
    def trenger_hjelp(self) -> bool:
        """Whether the participant has said that what is left is too little, and nobody has answered."""
        return self.hjelp_bedt is not None and self.hjelp_svart is None


LINJENES_REKKEFOLGE = [
    Coalesce("differanse__maned", "dobbeltbetaling__utbetaling__maned"),
    Coalesce("differanse__opprettet", "dobbeltbetaling__opprettet"),
]
"""By month. Named where the lines are counted too: the database forgets an ordering in a query that groups."""


class Kravlinje(Saksdel):
    """What was too much for one month, in one claim: reckoned to less than was paid, or paid twice.

    `belop` is what was left of it when it was opened.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    krav = models.ForeignKey(Krav, on_delete=models.PROTECT, related_name="linjer")
    differanse = models.OneToOneField(Differanse, on_delete=models.PROTECT, null=True, related_name="kravlinje")
    dobbeltbetaling = models.OneToOneField(
        Dobbeltbetaling, on_delete=models.PROTECT, null=True, related_name="kravlinje"
    )
    belop = models.PositiveIntegerField()

    class Meta:
        ordering = LINJENES_REKKEFOLGE
        constraints = [
            models.CheckConstraint(condition=Q(belop__gt=0), name="kravlinje_over_null"),
            models.CheckConstraint(
                condition=Q(differanse__isnull=False, dobbeltbetaling__isnull=True)
                | Q(differanse__isnull=True, dobbeltbetaling__isnull=False),
                name="kravlinje_har_ett_grunnlag",
            ),
        ]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"{self.belop} for mye"

    @property
    def grunnlag(self) -> Differanse | Dobbeltbetaling:
        """What it rests on: the database lets it be one of the two."""
        grunnlag = self.differanse or self.dobbeltbetaling
        if grunnlag is None:
            raise LookupError("A line of a claim rests on nothing")
        return grunnlag

    @property
    def maned(self) -> date:
        return self.grunnlag.maned

    @property
    def arsaksord(self) -> str:
        """Why it was too much, in words."""
        return self.grunnlag.arsaksord

    @property
    def har_falt(self) -> bool:
        """Whether it was paid twice, and is so no more."""
        return self.dobbeltbetaling is not None and self.dobbeltbetaling.falt is not None


class Kravtrekk(Saksdel):
    """A deduction that is part of a claim's plan."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    krav = models.ForeignKey(Krav, on_delete=models.PROTECT, related_name="trekk")
    trekk = models.OneToOneField(Trekk, on_delete=models.PROTECT, related_name="kravtrekk")

    class Meta:
        ordering = ["trekk__maned"]

    def __str__(self) -> str:
        return str(self.trekk)


class Kravtilbakeforing(Saksdel):
    """What of a claim's deductions and payments is given back, because the claim has fallen."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    krav = models.ForeignKey(Krav, on_delete=models.PROTECT, related_name="tilbakeforinger")
    tilbakeforing = models.OneToOneField(Tilbakeforing, on_delete=models.PROTECT, related_name="kravtilbakeforing")

    class Meta:
        ordering = ["opprettet"]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return str(self.tilbakeforing)


class Motregning(Saksdel):
    """Money to come for a month set against too much paid for the same month, so that neither is paid nor collected.

    `mot` is the difference there was too much in; `linje` its place in a claim, when it was in one.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    differanse = models.ForeignKey(Differanse, on_delete=models.PROTECT, related_name="motregninger")
    mot = models.ForeignKey(Differanse, on_delete=models.PROTECT, related_name="motregnet_av")
    linje = models.ForeignKey(Kravlinje, on_delete=models.PROTECT, null=True, related_name="motregninger")
    belop = models.PositiveIntegerField()

    class Meta:
        ordering = ["opprettet"]
        constraints = [models.CheckConstraint(condition=Q(belop__gt=0), name="motregning_over_null")]
        triggers = [KUN_TILLEGG, _dekningstrigger(_KRAV_AV_LINJEN)]

    def __str__(self) -> str:
        return f"motregnet {self.belop}"


class Innbetaling(Saksdel):
    """Money that has come in on a claim. A wrong one stands, and is taken back by one the other way (`retter`)."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    krav = models.ForeignKey(Krav, on_delete=models.PROTECT, related_name="innbetalinger")
    dato = models.DateField()
    belop = models.IntegerField()
    referanse = models.CharField(max_length=80)
    retter = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="rettelse")
    registrert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["dato", "opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(belop__gt=0, retter__isnull=True) | Q(belop__lt=0, retter__isnull=False),
                name="innbetaling_over_null",
            )
        ]
        triggers = [KUN_TILLEGG, _dekningstrigger("NEW.krav_id")]

    def __str__(self) -> str:
        return f"innbetalt {self.belop} {self.dato}"


@spores()
class Refusjonskrav(Saksdel):
    """A claim on NAV for what another benefit pays afterwards for days we have paid for (§ 38 second paragraph).

    `utlegg` is what we had laid out for the days when it was made, and `krevd` what was claimed: within both that and
    `etterbetalt`. `brev` is the letter to NAV. `innbetalt` came on the day `avgjort`, known by `referanse`.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="refusjonskrav")
    ytelse = models.CharField(max_length=15, choices=Refusjonsytelse.choices)
    fra = models.DateField()
    til = models.DateField()
    etterbetalt = models.PositiveIntegerField()
    utlegg = models.PositiveIntegerField()
    krevd = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Refusjonsstatus.choices, default=Refusjonsstatus.FREMSATT)
    fremsatt = models.DateField()
    saksbehandler = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    brev = models.ForeignKey(Dokument, on_delete=models.PROTECT, related_name="+")
    avgjort = models.DateField(null=True, blank=True)
    innbetalt = models.PositiveIntegerField(null=True, blank=True)
    referanse = models.CharField(max_length=80, blank=True)
    grunn = models.TextField(blank=True)

    class Meta:
        ordering = ["fra", "opprettet"]
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="refusjon_periode"),
            models.CheckConstraint(
                condition=Q(krevd__gt=0, krevd__lte=F("etterbetalt")) & Q(krevd__lte=F("utlegg")),
                name="refusjon_innen_utlegg",
            ),
            models.CheckConstraint(
                condition=~Q(status=Refusjonsstatus.INNFRIDD)
                | Q(innbetalt__gt=0, innbetalt__lte=F("krevd"), avgjort__isnull=False),
                name="innfridd_refusjon_har_belop",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Refusjonsstatus.AVSLATT, Refusjonsstatus.FRAFALT]) | ~Q(grunn=""),
                name="endt_refusjon_har_grunn",
            ),
            ExclusionConstraint(
                name="en_refusjon_per_dag",
                expressions=[("sak", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
                condition=Q(status__in=[Refusjonsstatus.FREMSATT, Refusjonsstatus.INNFRIDD]),
            ),
        ]
        triggers = [pgtrigger.Protect(name="refusjonskrav_slettes_ikke", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"refusjon i {self.get_ytelse_display()}"


class Refusjonsdekning(Saksdel):
    """What of a refusjon settles one month of a claim; more than one where more was left of the month later."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    refusjonskrav = models.ForeignKey(Refusjonskrav, on_delete=models.PROTECT, related_name="dekninger")
    linje = models.ForeignKey(Kravlinje, on_delete=models.PROTECT, related_name="refusjoner")
    belop = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(belop__gt=0), name="refusjonsdekning_over_null"),
        ]
        triggers = [KUN_TILLEGG, _dekningstrigger(_KRAV_AV_LINJEN)]

    def __str__(self) -> str:
        return f"dekket {self.belop}"
