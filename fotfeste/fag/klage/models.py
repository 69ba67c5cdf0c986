from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsbeslutning
from fotfeste.fag.klage.enums import (
    APNE,
    Fristgrunn,
    Innstillinger,
    Klagekanal,
    Klagemangel,
    Klagerrolle,
    Klagestatus,
    Klageutfall,
    Kravstatus,
    Omgjoringsgrunn,
)
from fotfeste.fag.klage.gjelder import AVGJORELSER, Paklaget, paklaget
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker

_S = Klagestatus
_AVSLUTTET = sorted(str(s) for s in (_S.OMGJORT, _S.AVGJORT, _S.FULGT_OPP, _S.AVVIST, _S.TRUKKET))
_HOS_INSTANSEN = sorted(str(s) for s in (_S.OVERSENDT, _S.AVGJORT))


def _bare(felt: str) -> Q:
    return Q(**{f"{en}__isnull": en != felt for en in AVGJORELSER})


@spores()
class Klage(Saksdel):
    """A complaint on a decision, from the day it came to what its outcome led to.

    The decision is one of `vedtak`, `krav` (a deduction), `egenmelding` (the right withdrawn) and `bekreftelse` (days
    that fell away unconfirmed); what it is to a complaint, `gjelder` says.
    `avgitt` is the day it was handed in or posted, where that was before it came (fvl § 30). `gjelder_avvisning` is the
    turned-away complaint this one is about; the decision is then still the one behind both. `mangler` are asked to be
    mended by `rettefrist`. `utelatt` gives the reason for each paper left out of what is sent on, by its key.
    `merknad` is the day something came after it was sent on, until that is sent after it.
    `utsatt_svar` answers a request that the decision wait (fvl § 42). `utfall` and `avgjort` are how and when it ended,
    whoever ended it. `virkning_fra` is the day the outcome works back to. `gjennomfort` is the day the outcome was
    carried out on a deduction or on egenmelding.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="klager")
    vedtak = models.ForeignKey(Vedtak, on_delete=models.PROTECT, null=True, blank=True, related_name="klager")
    krav = models.ForeignKey(Krav, on_delete=models.PROTECT, null=True, blank=True, related_name="klager")
    egenmelding = models.ForeignKey(
        Egenmeldingsbeslutning, on_delete=models.PROTECT, null=True, blank=True, related_name="klager"
    )
    bekreftelse = models.ForeignKey(
        Egenmeldingsbekreftelse, on_delete=models.PROTECT, null=True, blank=True, related_name="klager"
    )
    gjelder_avvisning = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="nye_klager"
    )
    status = models.CharField(max_length=20, choices=Klagestatus.choices, default=Klagestatus.MOTTATT)
    mottatt = models.DateField()
    avgitt = models.DateField(null=True, blank=True)
    kanal = models.CharField(max_length=10, choices=Klagekanal.choices)
    sprak = models.CharField(max_length=3, choices=Sprak.choices, default=Sprak.BOKMAL)
    klager = models.CharField(max_length=12, choices=Klagerrolle.choices, default=Klagerrolle.PART)
    klager_navn = models.CharField(max_length=200, blank=True)
    har_fullmakt = models.BooleanField(default=False)
    har_klageinteresse = models.BooleanField(default=True)
    underskrevet = models.BooleanField(default=True)
    gjelder_del = models.TextField(blank=True)
    onsket_endring = models.TextField(blank=True)
    grunner = models.TextField(blank=True)
    tillegg = models.TextField(blank=True)
    vedlegg = models.ManyToManyField(Dokument, blank=True, related_name="+")
    registrert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    mangler = ArrayField(models.CharField(max_length=20, choices=Klagemangel.choices), default=list, blank=True)
    rettefrist = models.DateField(null=True, blank=True)
    rettet = models.DateField(null=True, blank=True)
    fristgrunn = models.CharField(max_length=20, choices=Fristgrunn.choices, blank=True)
    fristbegrunnelse = models.TextField(blank=True)
    forelopig_svar = models.DateField(null=True, blank=True)
    ventet_svar = models.DateField(null=True, blank=True)
    motpart = models.TextField(blank=True)
    motpart_varslet = models.DateField(null=True, blank=True)
    motpart_frist = models.DateField(null=True, blank=True)

    undersokelser = models.TextField(blank=True)
    innstilling = models.CharField(max_length=15, choices=Innstillinger.choices, blank=True)
    vurdering = models.TextField(blank=True)
    hva_endres = models.TextField(blank=True)
    saksbehandler = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sendt = models.DateTimeField(null=True, blank=True)
    beslutter = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    besluttet = models.DateField(null=True, blank=True)
    brev = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    utelatt = models.JSONField(default=dict, blank=True)
    oversendt = models.DateField(null=True, blank=True)
    pakke = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    merknad = models.DateField(null=True, blank=True)

    utsatt_bedt = models.DateField(null=True, blank=True)
    utsatt_svar = models.BooleanField(null=True, blank=True)
    utsatt_begrunnelse = models.TextField(blank=True)
    utsatt_dato = models.DateField(null=True, blank=True)

    utfall = models.CharField(max_length=15, choices=Klageutfall.choices, blank=True)
    avgjort = models.DateField(null=True, blank=True)
    utfall_grunner = models.TextField(blank=True)
    utfall_papir = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    virkning_fra = models.DateField(null=True, blank=True)
    nytt_vedtak = models.ForeignKey(
        Vedtak, on_delete=models.PROTECT, null=True, blank=True, related_name="etter_klager"
    )
    gjennomfort = models.DateField(null=True, blank=True)
    fulgt_opp = models.DateField(null=True, blank=True)
    oppfolging = models.TextField(blank=True)
    innlest = models.BooleanField(default=False)

    class Meta:
        ordering = ["mottatt", "opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=reduce(or_, map(_bare, AVGJORELSER)),
                name="klage_gjelder_en_avgjorelse",
            ),
            models.CheckConstraint(
                condition=Q(innlest=True) | Q(beslutter__isnull=True) | ~Q(beslutter=F("saksbehandler")),
                name="klage_fire_oyne",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_AVSLUTTET) | (~Q(utfall="") & Q(avgjort__isnull=False)),
                name="avsluttet_klage_har_utfall",
            ),
            models.CheckConstraint(
                condition=Q(innlest=True)
                | ~Q(status__in=_HOS_INSTANSEN)
                | Q(oversendt__isnull=False, pakke__isnull=False, beslutter__isnull=False),
                name="oversendt_klage_har_pakke",
            ),
            models.CheckConstraint(
                condition=Q(rettefrist__isnull=True) | Q(rettefrist__gt=F("mottatt")), name="rettefrist_etter_mottak"
            ),
        ]
        triggers = [pgtrigger.Protect(name="klage_slettes_ikke", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"klage {self.mottatt} ({self.get_status_display()})"

    @property
    def gjelder(self) -> Paklaget:
        """The decision complained of, whichever record it is."""
        post = self.vedtak or self.krav or self.egenmelding or self.bekreftelse
        if post is None:
            raise LookupError("A complaint without a decision")
        return paklaget(post)

    @property
    def levert(self) -> date:
        """The day that counts for the time limit: handed in or posted, else the day it came."""
        return min(self.avgitt or self.mottatt, self.mottatt)

    @property
    def er_apen(self) -> bool:
        return self.status in APNE

    @property
    def er_utfalt(self) -> bool:
        """Whether the last word is said, and only what it leads to is left."""
        return self.status in {_S.OMGJORT, _S.AVGJORT}

    @property
    def fra(self) -> str:
        """Who complains, as they are called."""
        return self.klager_navn or self.sak.person.navn

    @property
    def mangler_i_ord(self) -> list[str]:
        """What it lacks, in words."""
        return [str(Klagemangel(kode).label) for kode in self.mangler]

    @property
    def er_delvis(self) -> bool:
        """Whether NAV itself changes a part and sends the rest on."""
        return self.innstilling == Innstillinger.OMGJOR_DELVIS


@spores()
class Klagepunkt(Saksdel):
    """One thing the complaint says, and what the office answers to it. `endrer`: whether it changes the decision."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    klage = models.ForeignKey(Klage, on_delete=models.PROTECT, related_name="punkter")
    nummer = models.PositiveSmallIntegerField()
    pastand = models.TextField()
    svar = models.TextField(blank=True)
    endrer = models.BooleanField(default=False)

    class Meta:
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["klage", "nummer"], name="ett_klagepunkt_per_nummer")]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.pastand[:40]}"


@spores()
class Klageretur(Saksdel):
    """A return from the beslutter, in words. Never overwritten."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    klage = models.ForeignKey(Klage, on_delete=models.PROTECT, related_name="returer")
    tekst = models.TextField()
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["opprettet"]

    def __str__(self) -> str:
        return self.tekst[:40]


@spores()
class Oversendelsesdokument(Saksdel):
    """One line of the list that followed a complaint on: the paper in it, or why it was left out. Written once."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    klage = models.ForeignKey(Klage, on_delete=models.PROTECT, related_name="oversendte")
    nummer = models.PositiveSmallIntegerField()
    tittel = models.CharField(max_length=250)
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    utelatt_fordi = models.TextField(blank=True)

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["klage", "nummer"], name="ett_oversendt_papir_per_nummer"),
            models.CheckConstraint(
                condition=Q(dokument__isnull=False) | ~Q(utelatt_fordi=""), name="utelatt_papir_har_grunn"
            ),
        ]
        triggers = [pgtrigger.Protect(name="oversendelse_er_frosset", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.tittel


@spores()
class Kostnadskrav(Saksdel):
    """A claim for costs after a decision was changed (fvl § 36). Amounts in whole kroner."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    klage = models.ForeignKey(Klage, on_delete=models.PROTECT, related_name="kostnadskrav")
    status = models.CharField(max_length=10, choices=Kravstatus.choices, default=Kravstatus.MOTTATT)
    fremsatt = models.DateField()
    hva = models.TextField()
    belop = models.PositiveIntegerField()
    innvilget = models.PositiveIntegerField(null=True, blank=True)
    begrunnelse = models.TextField(blank=True)
    avgjort = models.DateField(null=True, blank=True)
    registrert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    avgjort_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["fremsatt"]
        constraints = [
            models.CheckConstraint(
                condition=Q(innvilget__isnull=True) | Q(innvilget__lte=F("belop")), name="kostnader_hoyst_kravet"
            ),
            models.CheckConstraint(
                condition=Q(avgjort_av__isnull=True) | ~Q(avgjort_av=F("registrert_av")), name="kostnadskrav_fire_oyne"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.belop} kroner, {self.get_status_display()}"


@spores()
class Omgjoring(Saksdel):
    """A decision the office takes up again of its own accord (fvl § 35), and the new one that came of it."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    vedtak = models.ForeignKey(Vedtak, on_delete=models.PROTECT, related_name="omgjoringer")
    grunn = models.CharField(max_length=20, choices=Omgjoringsgrunn.choices)
    begrunnelse = models.TextField()
    dato = models.DateField()
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    nytt_vedtak = models.ForeignKey(
        Vedtak, on_delete=models.PROTECT, null=True, blank=True, related_name="etter_omgjoring"
    )

    class Meta:
        ordering = ["dato", "opprettet"]

    def __str__(self) -> str:
        return f"omgjøring {self.dato}"
