from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.kartlegging import enums
from fotfeste.fag.kartlegging.enums import AevStatus, Innsatsgruppe, Kildetype, UtfortAv
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import Eier

_ALDRI_ENDRET = pgtrigger.Protect(name="kartlegging_slettes_ikke", operation=pgtrigger.Delete)


@spores()
class Arbeidsevnevurdering(Saksdel):
    """One version of the assessment. Points a–e are those of NAV-loven § 14 a first paragraph.

    `deltaker_a`–`deltaker_e` are the participant's own words on the same points; `intern_vurdering` never leaves the
    office. `gjenbrukt` names the fields that still hold the previous version's words, `tekstdatoer` the day each text
    was written or last confirmed. `nedsatt` and `nedsatt_grad` are the answer to point d. Once `fullfort`, the database
    refuses every change.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="arbeidsevnevurderinger")
    nummer = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=AevStatus.choices, default=AevStatus.UTKAST)
    utfort_av = models.CharField(max_length=10, choices=UtfortAv.choices, default=UtfortAv.NAV)
    ressurser = models.TextField(blank=True)
    hindringer = models.TextField(blank=True)
    punkt_a = models.TextField(blank=True)
    punkt_b = models.TextField(blank=True)
    punkt_c = models.TextField(blank=True)
    punkt_d = models.TextField(blank=True)
    punkt_e = models.TextField(blank=True)
    nedsatt = models.BooleanField(null=True, blank=True)
    nedsatt_grad = models.CharField(max_length=300, blank=True)
    mal = models.TextField(blank=True)
    hensyn = ArrayField(models.CharField(max_length=20, choices=enums.Hensyn.choices), default=list, blank=True)
    variant = models.CharField(max_length=10, choices=enums.Variant.choices, default=enums.Variant.FULL)
    variant_grunn = models.CharField(max_length=20, choices=enums.Variantgrunn.choices, blank=True)
    variant_begrunnelse = models.CharField(max_length=500, blank=True)
    variant_valgt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    deltaker_a = models.TextField(blank=True)
    deltaker_b = models.TextField(blank=True)
    deltaker_c = models.TextField(blank=True)
    deltaker_d = models.TextField(blank=True)
    deltaker_e = models.TextField(blank=True)
    deltaker_levert = models.DateField(null=True, blank=True)
    motivasjon = models.TextField(blank=True)
    brukers_syn = models.TextField(blank=True)
    intern_vurdering = models.TextField(blank=True)
    innsatsgruppe = models.CharField(max_length=40, choices=Innsatsgruppe.choices, blank=True)
    gjenbrukt = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    tekstdatoer = models.JSONField(default=dict, blank=True)
    uten_kollegablikk = models.CharField(max_length=500, blank=True)
    ferdigstilt = models.DateField(null=True, blank=True)
    ferdigstilt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "nummer"], name="aev_nummer_unikt"),
            models.UniqueConstraint(
                fields=["sak"], condition=Q(status=AevStatus.UTKAST), name="ett_aev_utkast_per_sak"
            ),
            models.CheckConstraint(
                condition=~Q(status=AevStatus.FULLFORT) | Q(ferdigstilt__isnull=False), name="fullfort_aev_har_dato"
            ),
            models.CheckConstraint(
                condition=~Q(status=AevStatus.FULLFORT) | ~Q(nedsatt=True) | ~Q(nedsatt_grad=""),
                name="nedsatt_har_grad",
            ),
            models.CheckConstraint(
                condition=~Q(variant=enums.Variant.FORENKLET)
                | (~Q(variant_grunn="") & ~Q(variant_begrunnelse="") & Q(variant_valgt_av__isnull=False)),
                name="forenklet_har_grunn",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="fullfort_er_frosset",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status=AevStatus.FULLFORT.value),
            )
        ]

    def __str__(self) -> str:
        return f"arbeidsevnevurdering {self.nummer}"


@spores()
class Kilde(Saksdel):
    """A source the assessment rests on, and whether the participant has agreed to its use."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    vurdering = models.ForeignKey(Arbeidsevnevurdering, on_delete=models.PROTECT, related_name="kilder")
    type = models.CharField(max_length=20, choices=Kildetype.choices)
    beskrivelse = models.CharField(max_length=300)
    dato = models.DateField()
    samtykke = models.BooleanField(default=False)
    samtale = models.ForeignKey(
        "Kartleggingssamtale", on_delete=models.PROTECT, null=True, blank=True, related_name="kilder"
    )
    innhenting = models.ForeignKey("Innhenting", on_delete=models.PROTECT, null=True, blank=True, related_name="kilder")

    class Meta:
        ordering = [F("dato").desc()]

    def __str__(self) -> str:
        return f"{self.get_type_display()}: {self.beskrivelse}"


@spores()
class Egenvurdering(Saksdel):
    """The participant's self-assessment for one version: begun, sent, changed until the version is completed.

    `fylt_av` is the employee who wrote it for the participant; then it says who helped, and that it was read aloud and
    approved.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="egenvurderinger")
    vurdering = models.OneToOneField(Arbeidsevnevurdering, on_delete=models.PROTECT, related_name="egenvurdering")
    status = models.CharField(max_length=10, choices=enums.Egenstatus.choices, default=enums.Egenstatus.PABEGYNT)
    mate = models.CharField(max_length=10, choices=enums.Utfyllingsmate.choices, default=enums.Utfyllingsmate.ALENE)
    hjelper = models.CharField(max_length=200, blank=True)
    tolk = models.BooleanField(default=False)
    lest_opp = models.BooleanField(default=False)
    fylt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sendt = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=enums.Egenstatus.SENDT) | Q(sendt__isnull=False),
                name="sendt_egenvurdering_har_dato",
            ),
            models.CheckConstraint(
                condition=~Q(status=enums.Egenstatus.SENDT)
                | Q(fylt_av__isnull=True)
                | Q(mate=enums.Utfyllingsmate.PAPIR)
                | Q(lest_opp=True),
                name="hjulpet_egenvurdering_er_lest_opp",
            ),
        ]

    def __str__(self) -> str:
        return f"egenvurdering {self.get_status_display()}"


@spores()
class Egensvar(Saksdel):
    """One answer: ticks and words, or that the participant skips it, or would rather talk about it."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    egenvurdering = models.ForeignKey(Egenvurdering, on_delete=models.PROTECT, related_name="svar")
    sporsmal = models.CharField(max_length=30)
    valg = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    tekst = models.TextField(blank=True)
    snakk_om = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["egenvurdering", "sporsmal"], name="ett_svar_per_sporsmal")]

    def __str__(self) -> str:
        return self.sporsmal


@spores()
class Kartleggingssamtale(Saksdel):
    """A conversation to get to know the person: when, where, who was there. What was said are its findings."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="kartleggingssamtaler")
    dato = models.DateField()
    sted = models.CharField(max_length=10, choices=enums.Samtalested.choices, default=enums.Samtalested.KONTORET)
    til_stede = models.CharField(max_length=300, blank=True)
    tolk = models.BooleanField(default=False)
    holdt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = [F("dato").desc(), F("opprettet").desc()]

    def __str__(self) -> str:
        return f"kartleggingssamtale {self.dato}"


@spores()
class Innhenting(Saksdel):
    """Something asked for from somebody else, for one purpose: the participant's yes or knowledge, request and answer.

    A yes is for this party and this purpose only, and can be taken back (sotjl § 43).
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="innhentinger")
    status = models.CharField(
        max_length=10, choices=enums.Innhentingsstatus.choices, default=enums.Innhentingsstatus.FORESPURT
    )
    grunnlag = models.CharField(max_length=10, choices=enums.Innhentingsgrunnlag.choices)
    fra_type = models.CharField(max_length=20, choices=Kildetype.choices)
    fra_navn = models.CharField(max_length=200)
    hva = models.CharField(max_length=500)
    formal = models.CharField(max_length=500)
    foreslatt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    svar_gitt = models.DateField(null=True, blank=True)
    svar_mate = models.CharField(max_length=10, choices=enums.Samtykkemate.choices, blank=True)
    kjent = models.DateField(null=True, blank=True)
    bedt = models.DateField(null=True, blank=True)
    svarfrist = models.DateField(null=True, blank=True)
    mottatt = models.DateField(null=True, blank=True)
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    trukket = models.DateField(null=True, blank=True)

    class Meta:
        ordering = [F("opprettet").desc()]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["bedt", "mottatt"])
                | Q(grunnlag="samtykke", svar_gitt__isnull=False)
                | Q(grunnlag="kjennskap", kjent__isnull=False),
                name="innhenting_har_samtykke_eller_kjennskap",
            ),
            models.CheckConstraint(
                condition=Q(svarfrist__isnull=True) | Q(svarfrist__gte=F("bedt")), name="innhenting_frist_etter_bedt"
            ),
            models.CheckConstraint(
                condition=~Q(status="trukket") | Q(trukket__isnull=False), name="trukket_innhenting_har_dato"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fra_navn}: {self.hva}"


@spores()
class Funn(Saksdel):
    """Something learned about the person, for the point it belongs to: in a conversation, from others, at a workplace.

    `brukt_i` is the assessment it was taken into; `lagt_bort` the day it was judged to change nothing.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="funn")
    opphav = models.CharField(max_length=12, choices=enums.Opphav.choices)
    samtale = models.ForeignKey(
        Kartleggingssamtale, on_delete=models.PROTECT, null=True, blank=True, related_name="funn"
    )
    innhenting = models.ForeignKey(Innhenting, on_delete=models.PROTECT, null=True, blank=True, related_name="funn")
    fra = models.CharField(max_length=200, blank=True)
    dato = models.DateField()
    tema = models.CharField(max_length=20, choices=enums.Tema.choices)
    slag = models.CharField(max_length=10, choices=enums.Funnslag.choices)
    tekst = models.TextField()
    registrert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    brukt_i = models.ForeignKey(
        Arbeidsevnevurdering, on_delete=models.PROTECT, null=True, blank=True, related_name="funn"
    )
    lagt_bort = models.DateField(null=True, blank=True)

    class Meta:
        ordering = [F("dato").desc(), F("opprettet").asc()]
        constraints = [
            models.CheckConstraint(
                condition=Q(opphav="samtale", samtale__isnull=False)
                | Q(opphav="innhenting", innhenting__isnull=False)
                | (Q(opphav="observasjon") & ~Q(fra="")),
                name="funn_har_opphav",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()}: {self.tekst[:40]}"


@spores()
class Jobbkrav(Saksdel):
    """A concrete occupation held against the person: what it asks, what they have, and what lies between."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    vurdering = models.ForeignKey(Arbeidsevnevurdering, on_delete=models.PROTECT, related_name="jobbkrav")
    yrke = models.CharField(max_length=150)
    krever = models.TextField()
    har = models.TextField()
    mangler = models.TextField(blank=True)
    vei = models.TextField(blank=True)

    class Meta:
        ordering = ["opprettet"]

    def __str__(self) -> str:
        return self.yrke


@spores()
class Internnotat(Saksdel):
    """What the office keeps apart from the text that goes out, under a point or for the whole (`punkt` empty).

    A concern that is held back says who held it back and why, and when it was taken up with the participant. It is no
    secret record: the participant's right to see the case's papers is as it is (fvl §§ 18–19).
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    vurdering = models.ForeignKey(Arbeidsevnevurdering, on_delete=models.PROTECT, related_name="internnotater")
    punkt = models.CharField(max_length=1, blank=True)
    tekst = models.TextField()
    skrevet_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    dato = models.DateField()
    holdt_tilbake = models.BooleanField(default=False)
    grunn = models.CharField(max_length=500, blank=True)
    tatt_opp = models.DateField(null=True, blank=True)
    tatt_opp_hva = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["punkt", "opprettet"]
        constraints = [
            models.CheckConstraint(condition=Q(holdt_tilbake=False) | ~Q(grunn=""), name="holdt_tilbake_har_grunn")
        ]
        triggers = [_ALDRI_ENDRET]

    def __str__(self) -> str:
        return f"internt notat {self.punkt}"


@spores()
class Merknad(Saksdel):
    """The participant says that a point of the completed assessment is not right; the office answers."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="aev_merknader")
    vurdering = models.ForeignKey(Arbeidsevnevurdering, on_delete=models.PROTECT, related_name="merknader")
    punkt = models.CharField(max_length=1)
    tekst = models.TextField()
    gitt = models.DateField()
    svar = models.TextField(blank=True)
    besvart = models.DateField(null=True, blank=True)
    besvart_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(besvart__isnull=True) | (~Q(svar="") & Q(besvart_av__isnull=False)),
                name="besvart_merknad_har_svar",
            )
        ]

    def __str__(self) -> str:
        return f"merknad til punkt {self.punkt}"


@spores()
class Kollegablikk(Saksdel):
    """A colleague is asked to read the draft, reads it, and says something."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    vurdering = models.ForeignKey(Arbeidsevnevurdering, on_delete=models.PROTECT, related_name="kollegablikk")
    status = models.CharField(max_length=10, choices=enums.Blikkstatus.choices, default=enums.Blikkstatus.BEDT)
    bedt = models.DateField()
    bedt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    lest = models.DateField(null=True, blank=True)
    lest_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    utfall = models.CharField(max_length=10, choices=enums.Blikkutfall.choices, blank=True)
    kommentar = models.TextField(blank=True)

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lest_av__isnull=True) | ~Q(lest_av=F("bedt_av")), name="kollegablikk_er_en_annens"
            ),
            models.UniqueConstraint(
                fields=["vurdering"], condition=Q(status="bedt"), name="ett_kollegablikk_om_gangen"
            ),
        ]

    def __str__(self) -> str:
        return f"kollegablikk {self.get_status_display()}"


@spores()
class Vurderingsbrev(Saksdel):
    """That the completed assessment has been sent to the participant, and as which letter."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    vurdering = models.OneToOneField(Arbeidsevnevurdering, on_delete=models.PROTECT, related_name="utsending")
    brev = models.ForeignKey("brev.Brev", on_delete=models.PROTECT, related_name="+")
    sendt = models.DateField()

    def __str__(self) -> str:
        return f"sendt {self.sendt}"


@spores()
class AevKompetanse(Grunnmodell):
    """That an employee is certified to assess work ability, from a day and perhaps to one. Kept by the office."""

    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="aev_kompetanse")
    kontor = models.ForeignKey(Kontor, on_delete=models.PROTECT, related_name="aev_kompetanse")
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    merknad = models.CharField(max_length=300, blank=True)
    fort_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["bruker__navn", "fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="aev_kompetanse_periode")
        ]

    def __str__(self) -> str:
        return f"{self.bruker} fra {self.fra}"

    def tilgang_eier(self) -> Eier:
        return Eier(self.kontor.kommune_id, self.kontor_id)
