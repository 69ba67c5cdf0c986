from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fotfeste.fag.etter.enums import UTEN_SVAR, Ettersituasjon, Flytteutfall, Maned, Svarmate, Ytelse, Ytelsesutfall
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor


@spores()
class Etterobservasjon(Saksdel):
    """What the person lives on 6, 12 or 24 months after the last day, seen on `dato`; or that nobody got to know."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="etterobservasjoner")
    maned = models.PositiveSmallIntegerField(choices=Maned.choices)
    dato = models.DateField()
    situasjon = models.CharField(max_length=25, choices=Ettersituasjon.choices)
    svarmate = models.CharField(max_length=15, choices=Svarmate.choices)
    merknad = models.CharField(max_length=500, blank=True)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["maned"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "maned"], name="en_observasjon_per_tid"),
            models.CheckConstraint(condition=Q(maned__in=[6, 12, 24]), name="observasjon_maned"),
            models.CheckConstraint(
                condition=~Q(svarmate__in=sorted(UTEN_SVAR)) | Q(situasjon=Ettersituasjon.UKJENT),
                name="uten_svar_er_ukjent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_maned_display()}: {self.get_situasjon_display()}"

    @property
    def er_kjent(self) -> bool:
        return self.situasjon != Ettersituasjon.UKJENT


@spores()
class Etteroppfolging(Saksdel):
    """Contact agreed for the time after the stønad: with whom, from when and how long; or that nobody wants it.

    It ends when it is no longer needed, and can begin again: each stretch is a row.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="etteroppfolginger")
    onsket = models.BooleanField(default=True)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    hvem = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    hva = models.TextField(blank=True)
    avsluttet_grunn = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-fra", "-opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="etteroppfolging_periode"
            ),
            models.CheckConstraint(condition=Q(onsket=False) | Q(hvem__isnull=False), name="etteroppfolging_har_hvem"),
        ]

    def __str__(self) -> str:
        return f"etteroppfølging fra {self.fra:%d.%m.%Y}"


@spores()
class Kontorbytte(Saksdel):
    """The case moved to another office of the municipality, with what the receiver needs to go on.

    Without the three parts of the note the receiver first looks at the whole programme; `helhet_vurdert` is when.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="kontorbytter")
    dato = models.DateField()
    fra_kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="+")
    til_kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="+")
    nytte = models.TextField(blank=True)
    framgang = models.TextField(blank=True)
    neste_evaluering = models.DateField(null=True, blank=True)
    helhet_vurdert = models.DateField(null=True, blank=True)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-dato", "-opprettet"]
        constraints = [models.CheckConstraint(condition=~Q(fra_kontor=F("til_kontor")), name="kontorbytte_er_et_bytte")]

    def __str__(self) -> str:
        return f"{self.fra_kontor} → {self.til_kontor}"

    @property
    def er_forklart(self) -> bool:
        """Whether the one who handed over said all three: use of activities, progress, next evaluation."""
        return bool(self.nytte.strip() and self.framgang.strip() and self.neste_evaluering)


@spores()
class Kommuneflytting(Saksdel):
    """The participant moves to another municipality: a task for both offices and the participant together.

    The programme here ends when the two have talked. What the new municipality comes to is kept; it is no drop-out.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="kommuneflyttinger")
    meldt = models.DateField()
    flytter = models.DateField()
    til_kommune = models.CharField(max_length=80)
    kontakt_dato = models.DateField(null=True, blank=True)
    kontakt_med = models.CharField(max_length=160, blank=True)
    avtalt = models.TextField(blank=True)
    mappe_overlevert = models.DateField(null=True, blank=True)
    deltaker_samtykket = models.BooleanField(null=True, blank=True)
    utfall = models.CharField(max_length=15, choices=Flytteutfall.choices, blank=True)
    utfall_dato = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-meldt", "-opprettet"]
        constraints = [
            models.UniqueConstraint(fields=["sak"], condition=Q(utfall=""), name="en_apen_flytting_per_sak"),
            models.CheckConstraint(
                condition=Q(mappe_overlevert__isnull=True) | Q(deltaker_samtykket=True), name="mappe_med_samtykke"
            ),
            models.CheckConstraint(condition=Q(utfall="") | Q(utfall_dato__isnull=False), name="flytteutfall_har_dato"),
        ]

    def __str__(self) -> str:
        return f"flytter til {self.til_kommune}"


@spores()
class Ytelsessoknad(Saksdel):
    """The participant has applied for another benefit. The programme goes on until it is decided."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="ytelsessoknader")
    ytelse = models.CharField(max_length=15, choices=Ytelse.choices)
    sokt = models.DateField()
    utfall = models.CharField(max_length=10, choices=Ytelsesutfall.choices, blank=True)
    avgjort = models.DateField(null=True, blank=True)
    gjelder_fra = models.DateField(null=True, blank=True)
    vurdert = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-sokt"]
        constraints = [
            models.CheckConstraint(condition=Q(utfall="") | Q(avgjort__isnull=False), name="ytelse_avgjort_har_dato"),
            models.CheckConstraint(
                condition=Q(avgjort__isnull=True) | Q(avgjort__gte=F("sokt")), name="ytelse_avgjort_etter_sokt"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_ytelse_display()}, søkt {self.sokt:%d.%m.%Y}"
