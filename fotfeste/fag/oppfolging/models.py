from __future__ import annotations

from datetime import date, datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.oppfolging.enums import (
    APNE_MOTER,
    LUKKEDE_MOTER,
    UTENFOR,
    Ansikt,
    Avslutningsmate,
    Avtalepart,
    Avtalestatus,
    Bekymringsstatus,
    Evalueringsstatus,
    Framgang,
    Fravarsgrunn,
    Initiativ,
    Konklusjon,
    Kontaktkanal,
    Kontaktresultat,
    Motekanal,
    Motepart,
    Motestatus,
    Motesvar,
    Motetype,
    NesteSteg,
    Oppfolgingstype,
    Situasjon,
    Svar,
    Tolkekvalitet,
    Tolkeslag,
    Tolkestatus,
)
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.program.enums import Evalueringstype
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker


@spores()
class Kontakt(Saksdel):
    """Somebody talked, or tried to. Logged in ten seconds."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="kontakter")
    dato = models.DateField()
    kanal = models.CharField(max_length=15, choices=Kontaktkanal.choices)
    initiativ = models.CharField(max_length=10, choices=Initiativ.choices, default=Initiativ.NAV)
    resultat = models.CharField(max_length=15, choices=Kontaktresultat.choices, default=Kontaktresultat.GJENNOMFORT)
    betydning = models.CharField(max_length=15, choices=Oppfolgingstype.choices, blank=True)
    tolk = models.BooleanField(default=False)
    notat = models.TextField(blank=True)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-dato", "-opprettet"]

    def __str__(self) -> str:
        return f"{self.get_kanal_display()} {self.dato:%d.%m.%Y}"


@spores()
class Mote(Saksdel):
    """A meeting: asked for, booked with an invitation, held and closed with an agreement, or nobody came.

    `referat` is for both sides; `internt` for the office alone. What was agreed stands as `Avtalepunkt`. Closed, it
    has its row in the contact log (`kontakt`), so that nothing is typed twice.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="moter")
    status = models.CharField(max_length=10, choices=Motestatus.choices, default=Motestatus.ONSKET)
    type = models.CharField(max_length=15, choices=Motetype.choices, default=Motetype.OPPFOLGING)
    kanal = models.CharField(max_length=15, choices=Motekanal.choices, default=Motekanal.MOTE)
    betydning = models.CharField(max_length=15, choices=Oppfolgingstype.choices, default=Oppfolgingstype.LETT)
    initiativ = models.CharField(max_length=10, choices=Initiativ.choices, default=Initiativ.NAV)
    ansvarlig = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="moter")
    start = models.DateTimeField(null=True, blank=True)
    varighet = models.PositiveSmallIntegerField(default=45, help_text="Minutter")
    sted = models.CharField(max_length=200, blank=True)
    hensikt = models.CharField(max_length=300, blank=True, help_text="Hva møtet handler om")
    ta_med = models.CharField(max_length=300, blank=True)
    temaer = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    innkalling = models.ForeignKey(Brev, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    svar = models.CharField(max_length=10, choices=Motesvar.choices, blank=True, default=Motesvar.UBESVART)
    onske = models.TextField(blank=True, help_text="Hva deltakeren vil snakke om, med egne ord")
    annen_tid = models.CharField(max_length=300, blank=True)
    tolkestatus = models.CharField(max_length=12, choices=Tolkestatus.choices, default=Tolkestatus.UNODVENDIG)
    tolkesprak = models.CharField(max_length=3, choices=Sprak.choices, blank=True)
    tolkeslag = models.CharField(max_length=10, choices=Tolkeslag.choices, blank=True)
    tolk_alternativ = models.CharField(max_length=300, blank=True, help_text="Hva deltakeren fikk tilbud om i stedet")
    tolk_kom = models.BooleanField(null=True, blank=True)
    tolkekvalitet = models.CharField(max_length=10, choices=Tolkekvalitet.choices, blank=True)
    referat = models.TextField(blank=True)
    internt = models.TextField(blank=True)
    fikk_sagt = models.CharField(max_length=10, choices=Svar.choices, blank=True)
    vet_neste = models.CharField(max_length=10, choices=Svar.choices, blank=True)
    lukket = models.DateTimeField(null=True, blank=True)
    avtalebrev = models.ForeignKey(Brev, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kontakt = models.OneToOneField(Kontakt, on_delete=models.PROTECT, null=True, blank=True, related_name="mote")
    fravarsgrunn = models.CharField(max_length=12, choices=Fravarsgrunn.choices, blank=True)
    neste_steg = models.CharField(max_length=12, choices=NesteSteg.choices, blank=True)
    avlyst_fordi = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-start", "-opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[Motestatus.ONSKET, Motestatus.TRUKKET]) | Q(start__isnull=False),
                name="mote_har_tid",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(LUKKEDE_MOTER)) | Q(kontakt__isnull=False),
                name="lukket_mote_er_en_kontakt",
            ),
            models.CheckConstraint(
                condition=~Q(status=Motestatus.IKKE_MOTT) | (~Q(fravarsgrunn="") & ~Q(neste_steg="")),
                name="ikke_mott_har_neste_steg",
            ),
            models.CheckConstraint(
                condition=~Q(tolkestatus=Tolkestatus.UDEKKET) | ~Q(tolk_alternativ=""), name="uten_tolk_har_alternativ"
            ),
            models.CheckConstraint(
                condition=~Q(status=Motestatus.AVLYST) | Q(initiativ=Initiativ.NAV),
                name="onsket_mote_avlyses_ikke",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {klokke.dagen(self.start):%d.%m.%Y}" if self.start else "ønsket møte"

    @property
    def er_apent(self) -> bool:
        return self.status in APNE_MOTER

    @property
    def dag(self) -> date | None:
        """The day it is, in local time; None until it has one."""
        return klokke.dagen(self.start) if self.start else None

    @property
    def slutt(self) -> datetime | None:
        return self.start + timedelta(minutes=self.varighet) if self.start else None

    @property
    def er_forbi(self) -> bool:
        """Whether its time is over, so that it is to be closed."""
        return self.slutt is not None and self.slutt <= klokke.na()


@spores()
class Motedeltaker(Saksdel):
    """Somebody besides the participant and the one who holds the meeting. From outside: with consent, and a limit."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    mote = models.ForeignKey(Mote, on_delete=models.CASCADE, related_name="deltakere")
    navn = models.CharField(max_length=120)
    part = models.CharField(max_length=15, choices=Motepart.choices)
    samtykke = models.DateField(null=True, blank=True, help_text="Dagen deltakeren sa ja til at de er med")
    moter_om = models.CharField(max_length=300, blank=True, help_text="Hva de trenger å høre, og ikke mer")

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(part__in=sorted(UTENFOR)) | Q(samtykke__isnull=False), name="utenfra_bare_med_samtykke"
            )
        ]

    def __str__(self) -> str:
        return f"{self.navn} ({self.get_part_display()})"


@spores()
class Avtalepunkt(Saksdel):
    """One thing somebody will do, and by when. It lives until it is done, also over many meetings."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="avtalepunkter")
    mote = models.ForeignKey(Mote, on_delete=models.PROTECT, null=True, blank=True, related_name="avtalepunkter")
    hvem = models.CharField(max_length=10, choices=Avtalepart.choices)
    hva = models.CharField(max_length=300)
    frist = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Avtalestatus.choices, default=Avtalestatus.APEN)
    gjort = models.DateField(null=True, blank=True)
    gjort_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["frist", "opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=Avtalestatus.GJORT) | Q(gjort__isnull=False), name="gjort_avtale_har_dato"
            )
        ]

    def __str__(self) -> str:
        return self.hva


@spores()
class Bekymring(Saksdel):
    """An emergency flag: someone fears for the participant. It has one who answers for it, and what was done.

    While it is active, being away is no mere absence (`selectors.aktiv_bekymring`).
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="bekymringer")
    status = models.CharField(max_length=10, choices=Bekymringsstatus.choices, default=Bekymringsstatus.AKTIV)
    fra = models.DateField()
    hva = models.TextField()
    meldt_av = models.CharField(max_length=160, blank=True)
    ansvarlig = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")
    gjort = models.TextField(blank=True, help_text="Hva som er gjort, en linje for hvert skritt")
    loftet = models.DateTimeField(null=True, blank=True, help_text="Når lederen fikk vite det")
    til = models.DateField(null=True, blank=True)
    utfall = models.TextField(blank=True)

    class Meta:
        ordering = ["-fra", "-opprettet"]
        constraints = [
            models.UniqueConstraint(
                fields=["sak"], condition=Q(status=Bekymringsstatus.AKTIV), name="en_aktiv_bekymring_per_sak"
            ),
            models.CheckConstraint(
                condition=Q(status=Bekymringsstatus.AKTIV) | (Q(til__isnull=False) & ~Q(utfall="")),
                name="avsluttet_bekymring_har_utfall",
            ),
        ]

    def __str__(self) -> str:
        return f"bekymring {self.fra:%d.%m.%Y}"


@spores()
class Evaluering(Saksdel):
    """The whole programme looked at by both sides (forskriften § 1 third paragraph).

    `for_dato` is the date of the programme it answers; None for an extra one. `neste` is the next, where the programme
    has none ahead. What is judged of single activities stands in `Aktivitetsvurdering`.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="evalueringer")
    status = models.CharField(max_length=10, choices=Evalueringsstatus.choices, default=Evalueringsstatus.FORBEREDES)
    type = models.CharField(max_length=10, choices=Evalueringstype.choices, default=Evalueringstype.UNDERVEIS)
    for_dato = models.DateField(null=True, blank=True)
    holdt = models.DateField(null=True, blank=True)
    holdt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    hele_programmet = models.BooleanField(default=True)
    deltaker_med = models.BooleanField(default=True)
    framgang = models.CharField(max_length=10, choices=Framgang.choices, blank=True)
    vurdering = models.TextField(blank=True)
    konklusjon = models.CharField(max_length=10, choices=Konklusjon.choices, blank=True)
    begrunnelse = models.TextField(blank=True)
    neste = models.DateField(null=True, blank=True)
    egen_trivsel = models.CharField(max_length=10, choices=Ansikt.choices, blank=True)
    egen_nytte = models.CharField(max_length=10, choices=Svar.choices, blank=True)
    egen_hjelp = models.CharField(max_length=10, choices=Svar.choices, blank=True)
    egen_endre = models.TextField(blank=True)
    egen_levert = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-holdt", "-opprettet"]
        constraints = [
            models.UniqueConstraint(
                fields=["sak"], condition=Q(status=Evalueringsstatus.FORBEREDES), name="en_apen_evaluering_per_sak"
            ),
            models.CheckConstraint(
                condition=~Q(status=Evalueringsstatus.HOLDT)
                | (Q(holdt__isnull=False) & ~Q(konklusjon="") & ~Q(begrunnelse="")),
                name="holdt_evaluering_har_konklusjon",
            ),
        ]

    def __str__(self) -> str:
        return f"evaluering {self.holdt or self.for_dato or ''}"


@spores()
class Aktivitetsvurdering(Saksdel):
    """Whether one activity of the programme is useful for the goal, as the two see it."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    evaluering = models.ForeignKey(Evaluering, on_delete=models.CASCADE, related_name="aktiviteter")
    aktivitet = models.CharField(max_length=120)
    nytte = models.CharField(max_length=10, choices=Svar.choices)
    merknad = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["opprettet"]
        constraints = [models.UniqueConstraint(fields=["evaluering", "aktivitet"], name="en_vurdering_per_aktivitet")]

    def __str__(self) -> str:
        return self.aktivitet


@spores()
class Avslutning(Saksdel):
    """How and when the programme ended, and what the person went on to. Manner, destination and income kept apart."""

    sak = models.OneToOneField(Sak, on_delete=models.PROTECT, related_name="avslutning")
    dato = models.DateField()
    mate = models.CharField(max_length=30, choices=Avslutningsmate.choices)
    situasjon = ArrayField(models.CharField(max_length=25, choices=Situasjon.choices), default=list, blank=True)
    viktigste_inntekt = models.CharField(max_length=25, choices=Situasjon.choices, blank=True)
    deltakerbevis = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(mate=Avslutningsmate.FULLFORT) | ~Q(viktigste_inntekt=""),
                name="fullfort_har_viktigste_inntekt",
            )
        ]

    def __str__(self) -> str:
        return f"avsluttet {self.dato:%d.%m.%Y}"
