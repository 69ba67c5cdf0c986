from __future__ import annotations

from datetime import time
from decimal import Decimal

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.program.enums import Aktivitetsgruppe, Evalueringstype, Programstatus, Ukedag
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker, periode_uttrykk
from fotfeste.regelverk.livslop import PERMISJONER, Permisjonsgrunn, Permisjonsregel

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
    avtalt_med_deltaker = models.DateField(null=True, blank=True)
    avtalt_hvordan = models.CharField(max_length=200, blank=True, help_text="Tomt når deltakeren svarte på egen side")
    deltakers_merknad = models.TextField(blank=True)
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
                condition=~Q(status=Programstatus.AVTALT) | Q(avtalt_med_deltaker__isnull=False),
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

    class Meta:
        ordering = ["opprettet", "navn"]

    def __str__(self) -> str:
        return self.navn


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
