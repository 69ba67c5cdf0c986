from __future__ import annotations

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from fotfeste.fag.oppmote.enums import Fravaersarsak, Oppmotesvar, Timelistestatus
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, periode_uttrykk
from fotfeste.grunnmur.tilgang import Eier

I_LEVENDE_LISTE = ~Q(timeliste__status=Timelistestatus.ERSTATTET)
"""Days and absences that count: those of a replaced sheet stand beside the ones that took their place."""


class LevendeTimelister(models.Manager["Timeliste"]):
    """The sheets that count. Replaced ones are only found through `Timeliste.alle`."""

    def get_queryset(self) -> models.QuerySet[Timeliste]:
        return super().get_queryset().exclude(status=Timelistestatus.ERSTATTET)


@spores()
class Timeliste(Saksdel):
    """The sheet of one month (`maned` is its first day). Approved, it is the ground for the payment.

    An approved sheet is corrected by a new one (`retter`), numbered after it: the old one is replaced and stands.
    `retteonske` is what the participant says is wrong with a sheet that is sent, with the office's no when it is one.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="timelister")
    maned = models.DateField()
    status = models.CharField(max_length=10, choices=Timelistestatus.choices, default=Timelistestatus.APEN)
    levert = models.DateTimeField(null=True, blank=True)
    levert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    godkjent = models.DateTimeField(null=True, blank=True)
    godkjent_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    returgrunn = models.TextField(blank=True)
    merknad = models.TextField(blank=True)
    nummer = models.PositiveSmallIntegerField(default=1)
    retter = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="rettet_av")
    pa_vegne_grunn = models.TextField(blank=True)
    retteonske = models.TextField(blank=True)
    retteonske_tid = models.DateTimeField(null=True, blank=True)
    rettesvar = models.TextField(blank=True)

    objects = LevendeTimelister()
    alle: models.Manager[Timeliste] = models.Manager()

    class Meta:
        ordering = ["maned"]
        constraints = [
            models.UniqueConstraint(
                fields=["sak", "maned"],
                condition=~Q(status=Timelistestatus.ERSTATTET),
                name="en_timeliste_per_maned",
            ),
            models.UniqueConstraint(fields=["sak", "maned", "nummer"], name="timeliste_nummer_unikt"),
            models.CheckConstraint(
                condition=Q(nummer=1, retter__isnull=True) | Q(nummer__gt=1, retter__isnull=False),
                name="ny_liste_sier_hva_den_retter",
            ),
            models.CheckConstraint(
                condition=Q(retteonske="", rettesvar="") | (~Q(retteonske="") & Q(retteonske_tid__isnull=False)),
                name="retteonske_har_dato",
            ),
            models.CheckConstraint(condition=Q(maned__day=1), name="timeliste_maned_er_den_forste"),
            models.CheckConstraint(
                condition=~Q(status__in=[Timelistestatus.GODKJENT, Timelistestatus.ERSTATTET])
                | Q(godkjent__isnull=False, godkjent_av__isnull=False),
                name="godkjent_timeliste_har_hvem",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="erstattet_er_frosset",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status=Timelistestatus.ERSTATTET.value),
            )
        ]

    def __str__(self) -> str:
        return f"timeliste {self.maned:%Y-%m}"

    @property
    def har_apent_onske(self) -> bool:
        """Whether the participant has said that something is wrong, and nobody has answered."""
        return bool(self.retteonske) and not self.rettesvar


# A day or an absence in an approved sheet is what the payment rests on; a correction is a new row elsewhere.
def _timelisten_er_apen(felt: str = "timeliste_id") -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="bare_i_apen_timeliste",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM oppmote_timeliste t WHERE t.status IN ('godkjent', 'erstattet')
                AND t.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.{felt} ELSE NEW.{felt} END
            ) THEN
                RAISE EXCEPTION 'timelisten er godkjent' USING ERRCODE = 'check_violation',
                    CONSTRAINT = 'bare_i_apen_timeliste';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,  # noqa: S608 - the column name is ours
    )


# A paper may come late and still count, but what lies with a replaced sheet lies there as it was.
def _listen_er_levende(hvilken: str) -> pgtrigger.Trigger:
    def er_erstattet(rad: str) -> str:
        return f"SELECT 1 FROM oppmote_timeliste t WHERE t.status = 'erstattet' AND t.id = {hvilken.format(rad=rad)}"  # noqa: S608 - ours

    return pgtrigger.Trigger(
        name="bare_i_levende_timeliste",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF (TG_OP = 'DELETE' AND EXISTS ({er_erstattet("OLD")}))
                OR (TG_OP <> 'DELETE' AND EXISTS ({er_erstattet("NEW")})) THEN
                RAISE EXCEPTION 'timelisten er erstattet' USING ERRCODE = 'check_violation',
                    CONSTRAINT = 'bare_i_levende_timeliste';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )


_FRAVAERETS_LISTE = "(SELECT f.timeliste_id FROM oppmote_fravaer f WHERE f.id = {rad}.fravaer_id)"
_EGEN_LISTE = "{rad}.timeliste_id"


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
        triggers = [_listen_er_levende(_FRAVAERETS_LISTE)]

    def __str__(self) -> str:
        return f"legeerklæring {self.fra}–{self.til}"


@spores()
class Fravaersdokumentasjon(Saksdel):
    """A paper that shows why somebody was away, other than a doctor's statement (which decides which days count)."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    fravaer = models.ForeignKey(Fravaer, on_delete=models.CASCADE, related_name="dokumentasjon")
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["opprettet"]
        triggers = [_listen_er_levende(_FRAVAERETS_LISTE)]

    def __str__(self) -> str:
        return f"dokumentasjon {self.dokument}"


@spores()
class Lonnsslipp(Saksdel):
    """A payslip for the month's hours in paid work (§ 37). Advice to who approves, never a condition."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    timeliste = models.ForeignKey(Timeliste, on_delete=models.PROTECT, related_name="lonnsslipper")
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, related_name="+")
    kommentar = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["opprettet"]
        triggers = [_listen_er_levende(_EGEN_LISTE)]

    def __str__(self) -> str:
        return f"lønnsslipp {self.dokument}"


@spores()
class Listevarsel(Saksdel):
    """That the participant was told a month's sheet is due, told once. `frist` is the day it was said to be due."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="listevarsler")
    maned = models.DateField()
    frist = models.DateField()
    sendt = models.DateTimeField(default=klokke.na)

    class Meta:
        ordering = ["maned"]
        constraints = [models.UniqueConstraint(fields=["sak", "maned"], name="ett_listevarsel_per_maned")]

    def __str__(self) -> str:
        return f"varsel om timelisten for {self.maned:%Y-%m}"


@spores()
class Tiltaksarrangor(Grunnmodell):
    """A provider of activities that says who came. Its name is the one the programmes' activities use."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="arrangorer")
    navn = models.CharField(max_length=160)

    class Meta:
        ordering = ["navn"]
        constraints = [models.UniqueConstraint("kommune", Lower("navn"), name="en_arrangor_per_navn")]

    def __str__(self) -> str:
        return self.navn

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, None)


@spores()
class Arrangorbruker(Grunnmodell):
    """Someone who works for a provider, from a date, perhaps to one."""

    arrangor = models.ForeignKey(Tiltaksarrangor, on_delete=models.PROTECT, related_name="brukere")
    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="hos_arrangor")
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="arrangorbruker_periode"),
            ExclusionConstraint(
                name="hos_en_arrangor_om_gangen",
                expressions=[("bruker", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bruker} hos {self.arrangor}"

    @property
    def er_apen(self) -> bool:
        """Whether the last day can still be said: there is none, or it has not been."""
        return self.til is None or self.til >= klokke.i_dag()

    def tilgang_eier(self) -> Eier:
        return self.arrangor.tilgang_eier()


@spores()
class Arrangorforing(Saksdel):
    """What a provider says of one day of its own activity: a claim beside the participant's own sheet, never in it."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="arrangorforinger")
    arrangor = models.ForeignKey(Tiltaksarrangor, on_delete=models.PROTECT, related_name="foringer")
    dato = models.DateField()
    svar = models.CharField(max_length=10, choices=Oppmotesvar.choices)
    timer = models.DecimalField(max_digits=4, decimal_places=2, default=0)
    # What the provider's own part of the week held that day when it was said.
    planlagt = models.DecimalField(max_digits=4, decimal_places=2)
    fort_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    fort = models.DateTimeField(default=klokke.na)

    class Meta:
        ordering = ["dato"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "arrangor", "dato"], name="en_foring_per_dag"),
            models.CheckConstraint(
                condition=Q(svar=Oppmotesvar.KOM, timer__gt=0, timer__lte=24) | (~Q(svar=Oppmotesvar.KOM) & Q(timer=0)),
                name="foring_timer_nar_kom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dato} {self.get_svar_display()}"
