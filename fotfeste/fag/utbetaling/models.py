from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Utbetalingsstatus, Utelatt, Ytelsestype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.logg.models import KUN_TILLEGG
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune
from fotfeste.grunnmur.tilgang import Eier

LEVENDE_UTBETALING = ~Q(status__in=[Utbetalingsstatus.FORKASTET, Utbetalingsstatus.AVVIST])
LEVENDE_KJORING = ~Q(status=Kjoringsstatus.FORKASTET)


@spores()
class AnnenYtelse(Saksdel):
    """Dagpenger, sykepenger or foreldrepenger in a period: whole kroner per stønadsdag (§ 38)."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="andre_ytelser")
    type = models.CharField(max_length=20, choices=Ytelsestype.choices)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    belop_per_dag = models.PositiveIntegerField()

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="ytelse_periode")
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} fra {self.fra}"


@spores()
class Trekk(Saksdel):
    """An amount to be deducted in one month, with its ground (§ 40). Whole kroner."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="trekk")
    maned = models.DateField()
    belop = models.PositiveIntegerField()
    hjemmel = models.CharField(max_length=60)
    grunn = models.CharField(max_length=200)

    class Meta:
        ordering = ["maned"]

    def __str__(self) -> str:
        return f"trekk {self.belop} i {self.maned:%Y-%m}"


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


@spores()
class Kjoring(Grunnmodell):
    """A month's payment run for the municipality. Started any number of times, it ends up once."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="kjoringer")
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

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, None)


# Checked by the database at the moment the row is written: no path pays from a sheet nobody has approved (§ 39).
KREVER_GODKJENT_TIMELISTE = pgtrigger.Trigger(
    name="krever_godkjent_timeliste",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF NEW.status NOT IN ('forkastet', 'avvist') AND NOT EXISTS (
            SELECT 1 FROM oppmote_timeliste t
            WHERE t.id = NEW.timeliste_id AND t.sak_id = NEW.sak_id AND t.maned = NEW.maned AND t.status = 'godkjent'
        ) THEN
            RAISE EXCEPTION 'krever_godkjent_timeliste' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'krever_godkjent_timeliste';
        END IF;
        RETURN NEW;
    """,
)


@spores()
class Utbetaling(Saksdel):
    """One participant's payment for one month. Amounts in whole kroner; `ende_til_ende` follows it through the bank."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="utbetalinger")
    kjoring = models.ForeignKey(Kjoring, on_delete=models.PROTECT, related_name="utbetalinger")
    maned = models.DateField()
    timeliste = models.ForeignKey(Timeliste, on_delete=models.PROTECT, related_name="utbetalinger")
    beregning = models.ForeignKey(Beregning, on_delete=models.PROTECT, related_name="utbetalinger")
    brutto = models.PositiveIntegerField()
    trekk = models.IntegerField(default=0)
    netto = models.PositiveIntegerField()
    mottaker = models.CharField(max_length=170)
    kontonummer = models.CharField(max_length=11)
    ende_til_ende = models.CharField(max_length=35, unique=True)
    status = models.CharField(max_length=12, choices=Utbetalingsstatus.choices, default=Utbetalingsstatus.PLANLAGT)

    class Meta:
        ordering = ["maned"]
        constraints = [
            models.UniqueConstraint(
                fields=["sak", "maned"], condition=LEVENDE_UTBETALING, name="en_utbetaling_per_maned"
            ),
            models.CheckConstraint(condition=Q(netto=F("brutto") + F("trekk")), name="netto_er_brutto_og_trekk"),
        ]
        triggers = [KREVER_GODKJENT_TIMELISTE]

    def __str__(self) -> str:
        return f"{self.netto} for {self.maned:%Y-%m}"


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
