from __future__ import annotations

import uuid
from datetime import time
from decimal import Decimal

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.program.enums import (
    Aktivitetsgruppe,
    Aktivitetstatus,
    Aktivitetstype,
    Evalueringstype,
    Hvem,
    Loggslag,
    Malomrade,
    Malstatus,
    Oppfolging,
    Overhalvsvar,
    Programstatus,
    Ukedag,
    UtenValg,
    Valggrunn,
)
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor, periode_uttrykk
from fotfeste.grunnmur.tilgang import Eier
from fotfeste.regelverk.livslop import PERMISJONER, Permisjonsgrunn, Permisjonsregel
from fotfeste.regelverk.program import er_over_halv_stilling

MINUTTER_I_TIMEN = Decimal(60)


def blokktimer(start: time, slutt: time) -> Decimal:
    """Hours from `start` to `slutt` of the same day, exact to the minute."""
    return Decimal((slutt.hour - start.hour) * 60 + slutt.minute - start.minute) / MINUTTER_I_TIMEN


@spores()
class Programversjon(Saksdel):
    """One version of the programme. In force from `fra` when both sides have agreed, until the next replaces it."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="programversjoner")
    nummer = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Programstatus.choices, default=Programstatus.UTKAST)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    mal = models.TextField(blank=True, help_text="Deltakerens mål, med deltakerens egne ord")
    endring = models.TextField(blank=True, help_text="Hva som er nytt fra forrige versjon, og hvorfor")
    laget_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")
    foreslatt = models.DateTimeField(null=True, blank=True)
    signert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    avtalt_med_deltaker = models.DateField(null=True, blank=True)
    avtalt_hvordan = models.CharField(max_length=200, blank=True, help_text="Tomt når deltakeren svarte på egen side")
    deltakers_merknad = models.TextField(blank=True)
    uenighet = models.TextField(blank=True, help_text="Det deltakeren ikke er enig i, når planen likevel gjelder")
    uenighet_dato = models.DateField(null=True, blank=True)
    avvik = models.TextField(blank=True, help_text="Hvorfor noe som bør være på plass, likevel ikke er det")

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "nummer"], name="programversjon_unik"),
            models.UniqueConstraint(
                fields=["sak"],
                condition=Q(status__in=[Programstatus.UTKAST, Programstatus.FORESLATT]),
                name="ett_apent_programutkast",
            ),
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="programversjon_periode"),
            models.CheckConstraint(
                condition=~Q(status=Programstatus.AVTALT)
                | Q(avtalt_med_deltaker__isnull=False)
                | (~Q(uenighet="") & Q(uenighet_dato__isnull=False)),
                name="avtalt_program_har_dato",
            ),
            ExclusionConstraint(
                name="ett_program_gjelder_om_gangen",
                expressions=[("sak", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
                condition=Q(status=Programstatus.AVTALT),
            ),
        ]

    def __str__(self) -> str:
        return f"program, versjon {self.nummer}"

    @property
    def har_gatt_ut(self) -> bool:
        """Whether the version's last day has passed."""
        return self.til is not None and self.til < klokke.i_dag()

    @property
    def er_uenig(self) -> bool:
        """Whether it is in force without the participant's agreement, with what they disagree about written down."""
        return self.avtalt_med_deltaker is None and bool(self.uenighet)


@spores()
class Delmal(Saksdel):
    """A goal on the way, about work or anything else in life. Belongs to the case, so it lives across the versions."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="delmal")
    tekst = models.CharField(max_length=300)
    omrade = models.CharField(max_length=12, choices=Malomrade.choices, default=Malomrade.ARBEID)
    frist = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Malstatus.choices, default=Malstatus.UNDERVEIS)
    status_dato = models.DateField(null=True, blank=True)
    hvorfor = models.TextField(blank=True)
    av_deltaker = models.BooleanField(default=False)
    erstatter = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="erstattet_av")

    class Meta:
        ordering = ["status_dato", "opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Malstatus.UNDERVEIS) | Q(status_dato__isnull=False), name="lukket_mal_har_dato"
            ),
            models.CheckConstraint(
                condition=Q(status__in=[Malstatus.UNDERVEIS, Malstatus.NADD]) | ~Q(hvorfor=""),
                name="lagt_bort_mal_har_grunn",
            ),
        ]

    def __str__(self) -> str:
        return self.tekst


@spores()
class Aktivitet(Saksdel):
    """An activity of the week: what, why, where, with whom, and who at the office answers for it."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    programversjon = models.ForeignKey(Programversjon, on_delete=models.CASCADE, related_name="aktiviteter")
    navn = models.CharField(max_length=120)
    gruppe = models.CharField(max_length=20, choices=Aktivitetsgruppe.choices)
    formal = models.CharField(max_length=300, blank=True)
    arrangor = models.CharField(max_length=160, blank=True)
    sted = models.CharField(max_length=160, blank=True)
    kontaktperson = models.CharField(max_length=120, blank=True)
    linje = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    type = models.CharField(max_length=12, choices=Aktivitetstype.choices, blank=True)
    fra = models.DateField(null=True, blank=True)
    til = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=8, choices=Aktivitetstatus.choices, default=Aktivitetstatus.I_GANG)
    status_siden = models.DateField(null=True, blank=True)
    oppfolging = models.CharField(max_length=15, choices=Oppfolging.choices, blank=True)
    ansvarlig = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    for_hovedmalet = models.BooleanField(default=False)
    gjentas_fordi = models.CharField(max_length=300, blank=True)
    avbrutt_av = models.CharField(max_length=10, choices=Hvem.choices, blank=True)
    uten_varsel = models.BooleanField(default=False)
    alternativer_vurdert = models.DateField(null=True, blank=True)
    alternativer = models.TextField(blank=True)

    class Meta:
        ordering = ["opprettet", "navn"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fra__isnull=True) | Q(til__isnull=True) | Q(til__gte=F("fra")), name="aktivitet_periode"
            ),
            models.CheckConstraint(
                condition=~Q(status=Aktivitetstatus.AVBRUTT) | (Q(status_siden__isnull=False) & ~Q(avbrutt_av="")),
                name="avbrutt_aktivitet_har_hvem",
            ),
            models.CheckConstraint(
                condition=Q(alternativer_vurdert__isnull=True) | ~Q(alternativer=""), name="vurderte_alternativer_i_ord"
            ),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def krever_alternativer(self) -> bool:
        """Whether the provider ended it without notice, and nobody has considered what to do instead."""
        return self.status == Aktivitetstatus.AVBRUTT and self.uten_varsel and self.alternativer_vurdert is None


@spores()
class Malkobling(Saksdel):
    """An activity serves a goal."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    aktivitet = models.ForeignKey(Aktivitet, on_delete=models.CASCADE, related_name="malkoblinger")
    delmal = models.ForeignKey(Delmal, on_delete=models.PROTECT, related_name="koblinger")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["aktivitet", "delmal"], name="ett_mal_en_gang_per_aktivitet")]

    def __str__(self) -> str:
        return f"{self.aktivitet_id} – {self.delmal_id}"


@spores()
class Aktivitetslogg(Saksdel):
    """A line about an activity through all versions (`linje`): what was said, sent or done."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="aktivitetslogg")
    linje = models.UUIDField(db_index=True)
    navn = models.CharField(max_length=120)
    dato = models.DateField()
    slag = models.CharField(max_length=15, choices=Loggslag.choices)
    tekst = models.TextField()
    fra_hvem = models.CharField(max_length=120, blank=True)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-dato", "-opprettet"]

    def __str__(self) -> str:
        return f"{self.navn} {self.dato:%d.%m.%Y}"


@spores()
class Ukebekreftelse(Saksdel):
    """The participant says what was done of an activity of their own in one week (`uke` is its Monday)."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="ukebekreftelser")
    linje = models.UUIDField()
    uke = models.DateField()
    timer = models.DecimalField(max_digits=4, decimal_places=2)
    hva = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-uke"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "linje", "uke"], name="en_bekreftelse_per_uke"),
            models.CheckConstraint(condition=Q(uke__iso_week_day=1), name="uken_begynner_mandag"),
            models.CheckConstraint(condition=Q(timer__gte=0, timer__lte=80), name="bekreftede_timer"),
        ]

    def __str__(self) -> str:
        return f"uken fra {self.uke:%d.%m.%Y}"


@spores()
class Veivalg(Saksdel):
    """A choice made in the programme: what was shown, what the participant wished, what was chosen and why."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="veivalg")
    programversjon = models.ForeignKey(Programversjon, on_delete=models.CASCADE, related_name="veivalg")
    hva = models.CharField(max_length=200)
    alternativer = ArrayField(models.CharField(max_length=300), default=list)
    onske = models.TextField(blank=True)
    drofting = models.TextField(blank=True)
    valgt = models.CharField(max_length=300)
    grunn = models.CharField(max_length=16, choices=Valggrunn.choices)
    uten_valg = models.CharField(max_length=16, choices=UtenValg.choices, blank=True)

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(alternativer__len__gte=2) | ~Q(uten_valg=""), name="to_alternativer_eller_grunn"
            )
        ]

    def __str__(self) -> str:
        return self.hva


@spores()
class Arbeidsforhold(Saksdel):
    """A job the participant has taken beside the programme, and what was done when it is more than half a position."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="arbeidsforhold")
    arbeidsgiver = models.CharField(max_length=160)
    prosent = models.PositiveSmallIntegerField()
    laerling = models.BooleanField(default=False)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    svar = models.CharField(max_length=20, choices=Overhalvsvar.choices, blank=True)
    svar_grunn = models.TextField(blank=True)
    svar_dato = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="arbeidsforhold_periode"),
            models.CheckConstraint(condition=Q(prosent__gte=1, prosent__lte=100), name="stillingsprosent"),
            models.CheckConstraint(
                condition=Q(svar="") | (~Q(svar_grunn="") & Q(svar_dato__isnull=False)),
                name="svar_om_stilling_har_grunn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arbeidsgiver}, {self.prosent} prosent"

    @property
    def over_halv(self) -> bool:
        """Whether it takes more than the programme can be combined with (sotjl § 30 second paragraph)."""
        return er_over_halv_stilling(self.prosent, laerling=self.laerling)


@spores()
class Forbilde(Grunnmodell):
    """A good programme without the person: for whom, the goals and the week. A new draft can be filled from it."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="forbilder")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="+")
    navn = models.CharField(max_length=120)
    for_hvem = models.TextField()
    innhold = models.JSONField()
    laget_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")
    trukket = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["navn"]
        constraints = [
            models.UniqueConstraint(
                fields=["kommune", "navn"], condition=Q(trukket__isnull=True), name="ett_forbilde_per_navn"
            )
        ]

    def __str__(self) -> str:
        return self.navn

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, self.kontor_id)


@spores()
class Ukeblokk(Saksdel):
    """A block of one weekday: from–to on the clock, for one activity."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    aktivitet = models.ForeignKey(Aktivitet, on_delete=models.CASCADE, related_name="blokker")
    ukedag = models.PositiveSmallIntegerField(choices=Ukedag.choices)
    start = models.TimeField()
    slutt = models.TimeField()

    class Meta:
        ordering = ["ukedag", "start"]
        constraints = [
            models.CheckConstraint(condition=Q(slutt__gt=F("start")), name="blokk_slutter_etter_start"),
            models.CheckConstraint(condition=Q(ukedag__lte=6), name="blokk_ukedag"),
        ]

    def __str__(self) -> str:
        return f"{self.get_ukedag_display()} {self.start:%H.%M}–{self.slutt:%H.%M}"

    @property
    def timer(self) -> Decimal:
        """Length in hours, exact to the minute."""
        return blokktimer(self.start, self.slutt)


@spores()
class Evalueringsdato(Saksdel):
    """When the programme is to be evaluated; stands in the programme itself (forskriften § 1)."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    programversjon = models.ForeignKey(Programversjon, on_delete=models.CASCADE, related_name="evalueringsdatoer")
    dato = models.DateField()
    type = models.CharField(max_length=10, choices=Evalueringstype.choices, default=Evalueringstype.UNDERVEIS)

    class Meta:
        ordering = ["dato"]
        constraints = [models.UniqueConstraint(fields=["programversjon", "dato"], name="en_evaluering_per_dag")]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.dato:%d.%m.%Y}"


@spores()
class Permisjon(Saksdel):
    """Approved leave that does not count in the programme's length (§ 32).

    `kode` says what it is for (regelverk/livslop), empty for leave registered before it was asked for; `grunn` says it
    in words. `med_stonad`: whether a provision lets the stønad go on (forskriften §§ 12-15); without one it does not
    (§ 36). `varslet` is when the participant told of it, `bevis` what shows the ground, seen on `bevis_dato`.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="permisjoner")
    fra = models.DateField()
    til = models.DateField()
    grunn = models.CharField(max_length=200)
    med_stonad = models.BooleanField(default=True)
    kode = models.CharField(max_length=25, blank=True, choices=[(k.value, r.navn) for k, r in PERMISJONER.items()])
    varslet = models.DateField(null=True, blank=True)
    bevis = models.CharField(max_length=200, blank=True)
    bevis_dato = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="permisjon_periode"),
            ExclusionConstraint(
                name="permisjoner_uten_overlapp",
                expressions=[("sak", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"permisjon {self.fra}–{self.til}"

    @property
    def regel(self) -> Permisjonsregel | None:
        """The rule of its kind; None for leave registered before the kind was asked for."""
        return PERMISJONER[Permisjonsgrunn(self.kode)] if self.kode else None
