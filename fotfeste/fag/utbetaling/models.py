from __future__ import annotations

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.enums import (
    IKKE_KOMMET_FRAM,
    Kjoringsart,
    Kjoringsstatus,
    Trekkart,
    Utbetalingsart,
    Utbetalingsstatus,
    Utelatt,
    Ytelsestype,
)
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.grunnmur.logg.models import KUN_TILLEGG
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, periode_uttrykk
from fotfeste.grunnmur.tilgang import Eier

_IKKE_LEVENDE = sorted(str(status) for status in {Utbetalingsstatus.FORKASTET, *IKKE_KOMMET_FRAM})
LEVENDE_UTBETALING = ~Q(status__in=_IKKE_LEVENDE)
"""A payment that is planned, on its way or paid. What was put aside or never arrived is owed still."""
LEVENDE_KJORING = ~Q(status=Kjoringsstatus.FORKASTET)


@spores()
class AnnenYtelse(Saksdel):
    """Dagpenger, sykepenger or foreldrepenger in a period: whole kroner per stønadsdag (§ 38).

    One right to each benefit a day: what makes two periods of it is an amount that changes, and twice would be taken
    twice from the stønad.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="andre_ytelser")
    type = models.CharField(max_length=20, choices=Ytelsestype.choices)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    belop_per_dag = models.PositiveIntegerField()

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="ytelse_periode"),
            ExclusionConstraint(
                name="ytelse_uten_overlapp",
                expressions=[
                    ("sak", RangeOperators.EQUAL),
                    ("type", RangeOperators.EQUAL),
                    (periode_uttrykk(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} fra {self.fra}"


@spores()
class Trekk(Saksdel):
    """An amount to be deducted in one month, with its ground (§ 40; § 39 for an advance). Whole kroner."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="trekk")
    art = models.CharField(max_length=15, choices=Trekkart.choices, default=Trekkart.FEILUTBETALING)
    maned = models.DateField()
    belop = models.PositiveIntegerField()
    hjemmel = models.CharField(max_length=60)
    grunn = models.CharField(max_length=200)

    class Meta:
        ordering = ["maned"]

    def __str__(self) -> str:
        return f"trekk {self.belop} i {self.maned:%Y-%m}"


@spores()
class Innkrevingskrav(Saksdel):
    """NAV Innkreving's demand that the barnetillegg of a child is paid to it (forskriften § 4).

    It goes off the maintenance the participant owes for the child. `krevd` is the day the demand was made, without
    which nothing is sent there; `kid` is what Innkreving knows the payment by.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="innkrevingskrav")
    barn = models.ForeignKey(Barn, on_delete=models.PROTECT, related_name="innkrevingskrav")
    krevd = models.DateField()
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    kontonummer = models.CharField(max_length=11)
    kid = models.CharField(max_length=25, blank=True)
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="innkreving_periode"),
            ExclusionConstraint(
                name="ett_innkrevingskrav_per_barn",
                expressions=[("barn", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"innkreving fra {self.fra}"


class Beregning(Saksdel):
    """A month reckoned and frozen: what went in, what came out, and every row of the way. Never changed."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="beregninger")
    maned = models.DateField()
    timeliste = models.ForeignKey(Timeliste, on_delete=models.PROTECT, related_name="+", null=True)
    kjent_dato = models.DateField()
    inn = models.JSONField()
    ut = models.JSONField()
    spor = models.JSONField()
    regelversjon = models.CharField(max_length=20)
    brutto = models.IntegerField()
    netto = models.IntegerField()

    class Meta:
        ordering = ["maned", "opprettet"]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"beregning {self.maned:%Y-%m}: {self.netto}"


class Differanse(Saksdel):
    """A paid month reckoned again: what it was (`forrige`), what it is (`ny`), and the kroner between.

    `belop` is more than zero when the participant has money to come, less when too much was paid. The past stands as it
    was: each reckoning has at most one successor, so that the months make chains and nothing is corrected twice.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="differanser")
    maned = models.DateField()
    forrige = models.OneToOneField(Beregning, on_delete=models.PROTECT, related_name="etterfolger")
    ny = models.OneToOneField(Beregning, on_delete=models.PROTECT, related_name="forgjenger")
    belop = models.IntegerField()
    arsaker = ArrayField(models.CharField(max_length=25, choices=Endringsarsak.choices))

    class Meta:
        ordering = ["maned", "opprettet"]
        constraints = [
            models.CheckConstraint(condition=~Q(forrige=F("ny")), name="differanse_mellom_to"),
        ]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"differanse {self.maned:%Y-%m}: {self.belop}"

    @property
    def for_mye(self) -> int:
        """Kroner paid too much; 0 when the participant has money to come."""
        return max(0, -self.belop)

    @property
    def arsaksord(self) -> str:
        """What was another fact, in words."""
        ord_ = [str(Endringsarsak(arsak).label) for arsak in self.arsaker]
        return ", ".join(ett[0].lower() + ett[1:] for ett in ord_)


@spores()
class Forskudd(Saksdel):
    """Part of a month paid before its day to someone who has nothing to live on; `trekk` takes it from the month."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="forskudd")
    maned = models.DateField()
    belop = models.PositiveIntegerField()
    grunn = models.TextField()
    bestemt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    trekk = models.OneToOneField(Trekk, on_delete=models.PROTECT, related_name="forskudd")
    trukket_tilbake = models.BooleanField(default=False)

    class Meta:
        ordering = ["maned", "opprettet"]
        constraints = [models.CheckConstraint(condition=Q(belop__gt=0), name="forskudd_over_null")]

    def __str__(self) -> str:
        return f"forskudd {self.belop} for {self.maned:%Y-%m}"

    @property
    def betaling(self) -> Utbetaling | None:
        """The payment that carries it, or None while it waits. Read from `levende_betalinger` where that is there."""
        levende = getattr(self, "levende_betalinger", None)
        if levende is None:
            levende = list(self.utbetalinger.filter(LEVENDE_UTBETALING))
        return levende[0] if levende else None


@spores()
class Kjoring(Grunnmodell):
    """A month's payment run for the municipality. Started any number of times, it ends up once."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="kjoringer")
    art = models.CharField(max_length=10, choices=Kjoringsart.choices, default=Kjoringsart.MANED)
    maned = models.DateField()
    nummer = models.PositiveIntegerField(default=1)
    utbetalingsdato = models.DateField()
    status = models.CharField(max_length=12, choices=Kjoringsstatus.choices, default=Kjoringsstatus.FORBEREDES)
    forberedt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    frigitt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    forberedt = models.DateTimeField(null=True, blank=True)
    frigitt = models.DateTimeField(null=True, blank=True)
    antall_i_alt = models.PositiveIntegerField(default=0)
    antall_ferdig = models.PositiveIntegerField(default=0)
    # How far the preparation has come: cases are answered in order of id, so a stopped one goes on after this.
    siste_sak = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["-maned", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["kommune", "maned", "nummer"], condition=LEVENDE_KJORING, name="en_kjoring_per_maned"
            ),
            models.CheckConstraint(
                condition=Q(frigitt_av__isnull=True) | ~Q(frigitt_av=F("forberedt_av")), name="kjoring_fire_oyne"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Kjoringsstatus.FRIGITT, Kjoringsstatus.SENDT]) | Q(frigitt_av__isnull=False),
                name="frigitt_kjoring_har_hvem",
            ),
        ]

    def __str__(self) -> str:
        return f"kjøring {self.maned:%Y-%m} nr. {self.nummer}"

    @property
    def i_ord(self) -> str:
        """The month, that it is an extra run, and its number where the month has several, for whoever reads."""
        deler = []
        if self.art == Kjoringsart.EKSTRA:
            deler.append(_("ekstrakjøring"))
        if self.nummer > 1:
            deler.append(_("kjøring %(nr)s") % {"nr": self.nummer})
        return f"{maned_ord(self.maned)} ({', '.join(deler)})" if deler else maned_ord(self.maned)

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, None)


@spores()
class Tilbakeforing(Saksdel):
    """Kroner that were deducted, or paid in, and are given back because the claim they were taken for has fallen.

    `maned` is the last month something was taken in. Paid once, by a run.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="tilbakeforinger")
    maned = models.DateField()
    belop = models.PositiveIntegerField()
    grunn = models.TextField()
    bestemt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    trukket_tilbake = models.BooleanField(default=False)

    class Meta:
        ordering = ["opprettet"]
        constraints = [models.CheckConstraint(condition=Q(belop__gt=0), name="tilbakeforing_over_null")]

    def __str__(self) -> str:
        return f"gis tilbake {self.belop}"


# Checked by the database at the moment the row is written: no path pays from a sheet nobody has approved (§ 39). What
# is on its way or paid stands when its sheet is later replaced by a corrected one. An advance comes before the sheet,
# and what is given back rests on no month.
KREVER_GODKJENT_TIMELISTE = pgtrigger.Trigger(
    name="krever_godkjent_timeliste",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF NEW.art NOT IN ('forskudd', 'tilbakeforing')
        AND NEW.status NOT IN ('forkastet', 'avvist', 'returnert', 'feilsendt')
        AND NOT EXISTS (
            SELECT 1 FROM oppmote_timeliste t
            WHERE t.id = NEW.timeliste_id AND t.sak_id = NEW.sak_id AND t.maned = NEW.maned
              AND (t.status = 'godkjent' OR (t.status = 'erstattet' AND TG_OP = 'UPDATE'))
        ) THEN
            RAISE EXCEPTION 'krever_godkjent_timeliste' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'krever_godkjent_timeliste';
        END IF;
        RETURN NEW;
    """,
)


@spores()
class Utbetaling(Saksdel):
    """One payment: a month, a back payment, an advance, a child's part to NAV Innkreving, or a deduction given back.

    Amounts in whole kroner. What is given back is no stønad: `brutto` is 0, and `trekk` the other way for once.
    `ende_til_ende` follows it through the bank. `til_andre` (0 or less) is what `deler` send
    elsewhere. `utbetalt` is the day the bank booked it. One that did not arrive is paid again as it was, by a payment
    that says which it stands for (`erstatter`); `prov_igjen` lets it go to the same account. `hoved` is what a part for
    Innkreving was taken from, and for one that is paid again the part as it was first sent: that it is the same part.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="utbetalinger")
    kjoring = models.ForeignKey(Kjoring, on_delete=models.PROTECT, related_name="utbetalinger")
    art = models.CharField(max_length=15, choices=Utbetalingsart.choices, default=Utbetalingsart.MANED)
    maned = models.DateField()
    timeliste = models.ForeignKey(Timeliste, on_delete=models.PROTECT, related_name="utbetalinger", null=True)
    beregning = models.ForeignKey(Beregning, on_delete=models.PROTECT, related_name="utbetalinger", null=True)
    differanse = models.ForeignKey(Differanse, on_delete=models.PROTECT, related_name="utbetalinger", null=True)
    forskudd = models.ForeignKey(Forskudd, on_delete=models.PROTECT, related_name="utbetalinger", null=True)
    tilbakeforing = models.ForeignKey(Tilbakeforing, on_delete=models.PROTECT, related_name="utbetalinger", null=True)
    hoved = models.ForeignKey("self", on_delete=models.PROTECT, related_name="deler", null=True)
    erstatter = models.ForeignKey("self", on_delete=models.PROTECT, related_name="erstatninger", null=True)
    brutto = models.PositiveIntegerField()
    trekk = models.IntegerField(default=0)
    til_andre = models.IntegerField(default=0)
    netto = models.PositiveIntegerField()
    mottaker = models.CharField(max_length=170)
    kontonummer = models.CharField(max_length=11)
    melding = models.CharField(max_length=140, blank=True)
    ende_til_ende = models.CharField(max_length=35, unique=True)
    status = models.CharField(max_length=12, choices=Utbetalingsstatus.choices, default=Utbetalingsstatus.PLANLAGT)
    utbetalt = models.DateField(null=True, blank=True)
    prov_igjen = models.BooleanField(default=False)

    class Meta:
        ordering = ["maned"]
        constraints = [
            models.UniqueConstraint(
                fields=["sak", "maned"],
                condition=LEVENDE_UTBETALING & Q(art=Utbetalingsart.MANED),
                name="en_utbetaling_per_maned",
            ),
            models.UniqueConstraint(
                fields=["differanse"],
                condition=LEVENDE_UTBETALING & Q(art=Utbetalingsart.ETTERBETALING),
                name="en_etterbetaling_per_differanse",
            ),
            models.UniqueConstraint(
                fields=["forskudd"],
                condition=LEVENDE_UTBETALING & Q(art=Utbetalingsart.FORSKUDD),
                name="ett_forskudd_en_gang",
            ),
            models.UniqueConstraint(
                fields=["tilbakeforing"],
                condition=LEVENDE_UTBETALING & Q(art=Utbetalingsart.TILBAKEFORING),
                name="gis_tilbake_en_gang",
            ),
            models.UniqueConstraint(
                fields=["hoved", "kontonummer", "melding"],
                condition=LEVENDE_UTBETALING & Q(art=Utbetalingsart.INNKREVING, erstatter__isnull=True),
                name="en_innkreving_per_utbetaling",
            ),
            # However often it is sent, and whatever account it was meant for the last time.
            models.UniqueConstraint(
                Case(When(erstatter__isnull=True, then="id"), default="hoved"),
                condition=LEVENDE_UTBETALING & Q(art=Utbetalingsart.INNKREVING),
                name="en_innkreving_av_hver_del",
            ),
            models.UniqueConstraint(
                fields=["erstatter"],
                condition=~Q(status=Utbetalingsstatus.FORKASTET),
                name="betales_pa_nytt_en_gang",
            ),
            models.CheckConstraint(
                condition=Q(art=Utbetalingsart.MANED, beregning__isnull=False, timeliste__isnull=False)
                | Q(art=Utbetalingsart.ETTERBETALING, differanse__isnull=False, timeliste__isnull=False)
                | Q(art=Utbetalingsart.FORSKUDD, forskudd__isnull=False)
                | Q(art=Utbetalingsart.INNKREVING, hoved__isnull=False, timeliste__isnull=False)
                | Q(art=Utbetalingsart.TILBAKEFORING, tilbakeforing__isnull=False),
                name="utbetaling_har_grunnlag",
            ),
            models.CheckConstraint(
                condition=Q(netto=F("brutto") + F("trekk") + F("til_andre"), til_andre__lte=0)
                & (Q(trekk__lte=0) | Q(art=Utbetalingsart.TILBAKEFORING, brutto=0)),
                name="netto_er_brutto_og_trekk",
            ),
        ]
        triggers = [KREVER_GODKJENT_TIMELISTE]

    def __str__(self) -> str:
        return f"{self.netto} for {self.maned:%Y-%m}"


class Trekklinje(Saksdel):
    """What one deduction took from one payment: of all that was to be taken, what there was room for."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    utbetaling = models.ForeignKey(Utbetaling, on_delete=models.PROTECT, related_name="trekklinjer")
    trekk = models.ForeignKey(Trekk, on_delete=models.PROTECT, related_name="linjer")
    belop = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["utbetaling", "trekk"], name="ett_trekk_en_gang_i_utbetalingen"),
            models.CheckConstraint(condition=Q(belop__gt=0), name="trekklinje_over_null"),
        ]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"trukket {self.belop}"


class UtelattFraKjoring(Saksdel):
    """A participant who is not in the run, and why. Made anew each time the run is prepared."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    kjoring = models.ForeignKey(Kjoring, on_delete=models.CASCADE, related_name="utelatte")
    grunn = models.CharField(max_length=40, choices=Utelatt.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kjoring", "sak"], name="en_grunn_per_utelatt")]

    def __str__(self) -> str:
        return self.get_grunn_display()


class Betalingsfil(Grunnmodell):
    """A file made of a released run: pain.001 or payroll basis, byte for byte, once for each kind."""

    kjoring = models.ForeignKey(Kjoring, on_delete=models.PROTECT, related_name="filer")
    type = models.CharField(max_length=20, choices=[("pain001", "pain.001"), ("lonnsgrunnlag", "lønnsgrunnlag")])
    dokument = models.ForeignKey("dokument.Dokument", on_delete=models.PROTECT, related_name="+")
    laget = models.DateTimeField(default=klokke.na)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kjoring", "type"], name="en_fil_per_kjoring")]
        triggers = [pgtrigger.Protect(name="uforanderlig", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.type} for {self.kjoring}"
