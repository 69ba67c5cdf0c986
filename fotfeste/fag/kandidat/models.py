from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from fotfeste.fag.kandidat.enums import APNE, PARTNERE, Grunn, Kandidatstatus, Kilde, Svar
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.person.models import Person
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor
from fotfeste.grunnmur.tilgang import Eier, Gradering
from fotfeste.regelverk.tid import alder

OM_PERSONEN = (
    "person",
    "navn",
    "telefon",
    "fodselsar",
    "sprak",
    "hvorfor",
    "snakk_med",
    "henvist_av",
    "samtykke_til",
    "onsker",
    "hvorfor_ikke_na",
    "utfall_grunn",
    "soknad",
)
"""What says who it is, or was written about them. The history keeps none of it, so that what is deleted is gone."""


@spores(unntatt=list(OM_PERSONEN))
class Kandidat(Grunnmodell):
    """Someone who may need the programme, on an office's list (sotjl § 29). No case yet: it belongs to the office.

    Either a `person` who is registered, or a tip: name, telephone and year of birth. `vurdert` is the last day somebody
    did something with it; from then the time to deletion is counted. `droftet`: the day the office talked of it.
    """

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="+")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="kandidater")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="kandidaturer")
    navn = models.CharField(max_length=160, blank=True)
    telefon = models.CharField(max_length=20, blank=True)
    fodselsar = models.PositiveSmallIntegerField(null=True, blank=True)
    sprak = models.CharField(max_length=3, choices=Sprak.choices, blank=True)
    har_barn = models.BooleanField(null=True, blank=True)
    sosialhjelp_fra = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=Kandidatstatus.choices, default=Kandidatstatus.MELDT)
    kilde = models.CharField(max_length=25, choices=Kilde.choices)
    grunner = ArrayField(models.CharField(max_length=20, choices=Grunn.choices), default=list, blank=True)
    hvorfor = models.CharField(max_length=500, blank=True)
    snakk_med = models.CharField(max_length=160, blank=True)
    henvist_av = models.CharField(max_length=160, blank=True)
    samtykke_dato = models.DateField(null=True, blank=True)
    samtykke_til = models.CharField(max_length=300, blank=True)
    meldt = models.DateField()
    meldt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ansvarlig = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    droftet = models.DateField(null=True, blank=True)
    vurdert = models.DateField()
    onsker = models.TextField(blank=True, help_text="Hva personen selv ønsker, med egne ord")
    neste_gang = models.DateField(null=True, blank=True)
    hvorfor_ikke_na = models.TextField(blank=True)
    utfall_dato = models.DateField(null=True, blank=True)
    utfall_grunn = models.TextField(blank=True)
    soknad = models.ForeignKey(Soknad, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    slettet = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["neste_gang", "meldt"]
        constraints = [
            models.UniqueConstraint(
                fields=["kontor", "person"], condition=Q(status__in=sorted(APNE)), name="en_apen_kandidat_per_person"
            ),
            models.CheckConstraint(
                condition=Q(status__in=sorted(APNE), neste_gang__isnull=False)
                | (~Q(status__in=sorted(APNE)) & Q(utfall_dato__isnull=False)),
                name="kandidat_utfall_eller_neste_gang",
            ),
            models.CheckConstraint(
                condition=Q(slettet__isnull=False) | Q(person__isnull=False) | ~Q(navn=""), name="kandidat_har_hvem"
            ),
            models.CheckConstraint(
                condition=~Q(kilde__in=sorted(PARTNERE)) | Q(samtykke_dato__isnull=False), name="henvist_med_samtykke"
            ),
            models.CheckConstraint(
                condition=~Q(status=Kandidatstatus.SENERE) | ~Q(hvorfor_ikke_na=""), name="senere_sier_hvorfor"
            ),
            models.CheckConstraint(
                condition=Q(slettet__isnull=True)
                | Q(person__isnull=True, navn="", telefon="", fodselsar__isnull=True, hvorfor="", soknad__isnull=True),
                name="slettet_kandidat_er_tom",
            ),
        ]

    def __str__(self) -> str:
        return f"kandidat meldt {self.meldt:%d.%m.%Y}"

    def tilgang_eier(self) -> Eier:
        bruker_id, gradering = (
            (self.person.bruker_id, self.person.gradering) if self.person else (None, Gradering.UGRADERT)
        )
        return Eier(self.kommune_id, self.kontor_id, bruker_id, gradering)

    @property
    def er_apen(self) -> bool:
        """Whether somebody is to look again."""
        return self.status in APNE

    @property
    def hvem(self) -> str:
        """The name as it is known; empty when it has been deleted."""
        return self.person.navn if self.person else self.navn

    @property
    def ringes_pa(self) -> str:
        return self.telefon or (self.person.telefon if self.person else "")

    def alder(self, dag: date) -> int | None:
        """Whole years on the day; for a tip the age they reach that year; None when nothing is known."""
        if self.person:
            return alder(self.person.fodselsdato, dag)
        return dag.year - self.fodselsar if self.fodselsar else None

    def sosialhjelp_maneder(self, dag: date) -> int | None:
        """Whole months on social assistance on the day; None when it is not known since when."""
        if self.sosialhjelp_fra is None or self.sosialhjelp_fra > dag:
            return None
        fra = self.sosialhjelp_fra
        return (dag.year - fra.year) * 12 + dag.month - fra.month - (dag.day < fra.day)


@spores(unntatt=["egne_ord", "til_stede"])
class Valgsamtale(Grunnmodell):
    """The person was told what the programme is and that it is voluntary, and answered in their own words."""

    kandidat = models.ForeignKey(Kandidat, on_delete=models.CASCADE, related_name="samtaler")
    dato = models.DateField()
    sagt_frivillig = models.BooleanField()
    svar = models.CharField(max_length=10, choices=Svar.choices)
    egne_ord = models.TextField()
    til_stede = models.CharField(max_length=200, blank=True)
    tolk = models.BooleanField(default=False)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-dato", "-opprettet"]
        constraints = [
            models.CheckConstraint(condition=Q(sagt_frivillig=True) & ~Q(egne_ord=""), name="valget_er_frivillig")
        ]

    def __str__(self) -> str:
        return f"{self.get_svar_display()} {self.dato:%d.%m.%Y}"

    def tilgang_eier(self) -> Eier:
        return self.kandidat.tilgang_eier()


@spores()
class Kandidatliste(Grunnmodell):
    """A list the office has named: criteria over what is known, never names."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="+")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="kandidatlister")
    navn = models.CharField(max_length=80)
    kriterier = models.JSONField(default=dict)
    laget_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["navn"]
        constraints = [models.UniqueConstraint(fields=["kontor", "navn"], name="kandidatliste_unik")]

    def __str__(self) -> str:
        return self.navn

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, self.kontor_id)
