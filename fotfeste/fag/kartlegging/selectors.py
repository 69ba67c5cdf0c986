"""Reading the mapping: the office sees all of it, the participant never what is kept for the office."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from fotfeste.fag.brev.apning import brev_apne
from fotfeste.fag.brev.innhold import Brev
from fotfeste.fag.kartlegging.enums import AevStatus, Blikkstatus, Innhentingsstatus, Innsatsgruppe
from fotfeste.fag.kartlegging.gjenbruk import er_gammel, ma_bekreftes
from fotfeste.fag.kartlegging.kollegaer import trenger_kollegablikk
from fotfeste.fag.kartlegging.models import (
    AevKompetanse,
    Arbeidsevnevurdering,
    Egensvar,
    Egenvurdering,
    Funn,
    Innhenting,
    Internnotat,
    Jobbkrav,
    Kartleggingssamtale,
    Kilde,
    Kollegablikk,
    Merknad,
    Vurderingsbrev,
)
from fotfeste.fag.kartlegging.sporsmal import SPORSMAL, Sporsmal
from fotfeste.fag.kartlegging.utsending import brev_av
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egen_sak, sak_hent
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, kontorer_for, krev_rolle


@dataclass(frozen=True, slots=True)
class AevSide:
    """A case's assessments: the version looked at, what belongs to it, and all versions, newest first.

    `funn`: what has been learned and is not taken into an assessment yet. `bekreftes`: old texts nobody has confirmed.
    """

    sak: Sak
    vist: Arbeidsevnevurdering | None
    kilder: list[Kilde]
    versjoner: list[Arbeidsevnevurdering]
    egen: Egenvurdering | None = None
    jobbkrav: list[Jobbkrav] = field(default_factory=list)
    notater: list[Internnotat] = field(default_factory=list)
    merknader: list[Merknad] = field(default_factory=list)
    blikk: list[Kollegablikk] = field(default_factory=list)
    funn: list[Funn] = field(default_factory=list)
    utsending: Vurderingsbrev | None = None
    bekreftes: dict[str, date] = field(default_factory=dict)
    uten_kompetanse: bool = False
    gammel: bool = False

    @property
    def har_utkast(self) -> bool:
        return any(versjon.status == AevStatus.UTKAST for versjon in self.versjoner)

    @property
    def forrige(self) -> Arbeidsevnevurdering | None:
        """The completed version before the one looked at."""
        eldre = (v for v in self.versjoner if self.vist and v.nummer < self.vist.nummer and v.ferdigstilt)
        return next(eldre, None)

    @property
    def venter_pa_blikk(self) -> Kollegablikk | None:
        return next((blikk for blikk in self.blikk if blikk.status == Blikkstatus.BEDT), None)

    @property
    def ikke_spesielt_tilpasset(self) -> bool:
        """Whether it concludes with another kind of help than the programme usually answers (VM-04)."""
        gruppe = self.vist.innsatsgruppe if self.vist and self.vist.ferdigstilt else ""
        return bool(gruppe) and gruppe != Innsatsgruppe.SPESIELT_TILPASSET


def aev_side(aktor: Aktor, sak_id: UUID, *, nummer: int | None = None) -> AevSide:
    """The draft, or else the newest completed version, or version `nummer`. Raises IkkeTilgang."""
    sak = _sak_ved_kontoret(aktor, sak_id)
    versjoner = list(
        sak.arbeidsevnevurderinger.exclude(status=AevStatus.FORKASTET)
        .select_related("ferdigstilt_av", "variant_valgt_av")
        .order_by("-nummer")
    )
    valgte = [versjon for versjon in versjoner if nummer is None or versjon.nummer == nummer]
    vist = valgte[0] if valgte else None
    if vist is None:
        return AevSide(sak, None, [], versjoner)
    vist.sak = sak
    utkast = vist.status == AevStatus.UTKAST
    return AevSide(
        sak,
        vist,
        list(vist.kilder.all()),
        versjoner,
        egen=Egenvurdering.objects.filter(vurdering=vist).select_related("fylt_av").first(),
        jobbkrav=list(vist.jobbkrav.all()),
        notater=list(vist.internnotater.select_related("skrevet_av")),
        merknader=list(vist.merknader.select_related("besvart_av")),
        blikk=list(vist.kollegablikk.select_related("bedt_av", "lest_av")),
        funn=_apne_funn(sak) if utkast else [],
        utsending=Vurderingsbrev.objects.filter(vurdering=vist).first(),
        bekreftes=ma_bekreftes(vist) if utkast else {},
        uten_kompetanse=_uten_kompetanse(aktor, vist),
        gammel=er_gammel(vist, klokke.i_dag()),
    )


def _sak_ved_kontoret(aktor: Aktor, sak_id: UUID) -> Sak:
    """The case as the office sees it, what is internal included: never an employee's own (fvl § 6)."""
    sak = sak_hent(aktor, sak_id, Handling.AEV_LES)
    if sak.person.bruker_id is not None and sak.person.bruker_id == aktor.bruker_id:
        raise IkkeTilgang("egen sak: det interne vises ikke for den det gjelder")
    return sak


def _apne_funn(sak: Sak) -> list[Funn]:
    apne = sak.funn.filter(brukt_i__isnull=True, lagt_bort__isnull=True)
    return list(apne.select_related("samtale", "innhenting", "registrert_av"))


def _uten_kompetanse(aktor: Aktor, vurdering: Arbeidsevnevurdering) -> bool:
    """Whether the one who completed it, or would complete it now, lacks the competence on the day."""
    hvem = vurdering.ferdigstilt_av_id or aktor.bruker_id
    return trenger_kollegablikk(hvem, vurdering.sak.kontor_id, vurdering.ferdigstilt or klokke.i_dag())


def aev_fullfort(sak: Sak) -> Arbeidsevnevurdering | None:
    """The newest completed version in the case, which a grant rests on; None when there is none."""
    return sak.arbeidsevnevurderinger.filter(status=AevStatus.FULLFORT).order_by("-nummer").first()


def aev_er_planlagt(sak: Sak) -> bool:
    """Whether an assessment is begun and not finished: no refusal for want of one meanwhile."""
    return sak.arbeidsevnevurderinger.filter(status=AevStatus.UTKAST).exists()


def aev_for_gammel(sak: Sak, dag: date) -> bool:
    """Whether the case's newest completed assessment is older on `dag` than the municipality leans on."""
    vurdering = aev_fullfort(sak)
    if vurdering is None:
        return False
    vurdering.sak = sak
    return er_gammel(vurdering, dag)


def brev_slik_det_leses(aktor: Aktor, vurdering: Arbeidsevnevurdering) -> Brev | str:
    """The letter with the assessment, or why it cannot be made yet."""
    try:
        return brev_av(aktor, vurdering)
    except Fagfeil as feil:
        return feil.melding


@dataclass(frozen=True, slots=True)
class Kartleggingsside:
    """Everything the mapping of a case has: talks, findings, information from others, self-assessment, assessment."""

    sak: Sak
    vurdering: Arbeidsevnevurdering | None
    egen: Egenvurdering | None
    vil_snakke_om: list[Sporsmal]
    samtaler: list[Kartleggingssamtale]
    funn: list[Funn]
    innhentinger: list[Innhenting]

    @property
    def har_utkast(self) -> bool:
        return self.vurdering is not None and self.vurdering.status == AevStatus.UTKAST

    @property
    def apne_funn(self) -> list[Funn]:
        """What nobody has taken in or put away."""
        return [ett for ett in self.funn if ett.brukt_i_id is None and ett.lagt_bort is None]

    @property
    def observasjoner(self) -> list[Funn]:
        """What was seen or answered by others, newest first."""
        return [ett for ett in self.funn if ett.samtale_id is None]


def kartleggingsside(aktor: Aktor, sak_id: UUID) -> Kartleggingsside:
    """The mapping of a case. Raises IkkeTilgang."""
    sak = _sak_ved_kontoret(aktor, sak_id)
    vurdering = sak.arbeidsevnevurderinger.exclude(status=AevStatus.FORKASTET).order_by("-nummer").first()
    egen = Egenvurdering.objects.filter(vurdering=vurdering).select_related("fylt_av").first() if vurdering else None
    svar = {ett.sporsmal for ett in egen.svar.all() if ett.snakk_om} if egen else set()
    return Kartleggingsside(
        sak=sak,
        vurdering=vurdering,
        egen=egen,
        vil_snakke_om=[sporsmal for sporsmal in SPORSMAL if sporsmal.kode in svar],
        samtaler=list(sak.kartleggingssamtaler.select_related("holdt_av").prefetch_related("funn")),
        funn=list(sak.funn.select_related("registrert_av", "brukt_i")),
        innhentinger=list(sak.innhentinger.select_related("foreslatt_av").defer("dokument__innhold")),
    )


def innhenting_hent(aktor: Aktor, innhenting_id: UUID, handling: Handling = Handling.AEV_SKRIV) -> Innhenting:
    """One request, if the actor may do `handling` to it. Raises IkkeTilgang, also when there is none."""
    rad = Innhenting.objects.select_related("dokument").filter(pk=innhenting_id).first()
    if rad is None:
        raise IkkeTilgang("innhentingen finnes ikke")
    rad.sak = sak_hent(aktor, rad.sak_id, handling)
    return rad


def funn_hent(aktor: Aktor, funn_id: UUID) -> Funn:
    """One finding, to write. Raises IkkeTilgang, also when there is none."""
    funn = Funn.objects.filter(pk=funn_id).first()
    if funn is None:
        raise IkkeTilgang("funnet finnes ikke")
    funn.sak = sak_hent(aktor, funn.sak_id, Handling.AEV_SKRIV)
    return funn


def versjon_med_merknad(aktor: Aktor, sak_id: UUID, merknad_id: UUID) -> int:
    """The number of the version the participant has said something of. Raises IkkeTilgang."""
    sak = sak_hent(aktor, sak_id, Handling.AEV_SKRIV)
    nummer = sak.aev_merknader.filter(pk=merknad_id).values_list("vurdering__nummer", flat=True).first()
    if nummer is None:
        raise IkkeTilgang("merknaden finnes ikke i saken")
    return nummer


# The participant's own


def eget_utkast(aktor: Aktor) -> Arbeidsevnevurdering | None:
    """The draft the participant may give their view on now, or None."""
    sak = egen_sak(aktor)
    return _med_sak(sak, AevStatus.UTKAST) if sak else None


def _med_sak(sak: Sak, status: AevStatus) -> Arbeidsevnevurdering | None:
    vurdering = sak.arbeidsevnevurderinger.filter(status=status).order_by("-nummer").first()
    if vurdering:
        vurdering.sak = sak
    return vurdering


def egne_svar(vurdering: Arbeidsevnevurdering) -> dict[str, Egensvar]:
    """The answers of the self-assessment by question; before it is begun, those given last time, not saved."""
    svar = list(Egensvar.objects.filter(egenvurdering__vurdering=vurdering))
    if not svar:
        sist = Egenvurdering.objects.filter(sak_id=vurdering.sak_id, vurdering__status=AevStatus.FULLFORT)
        siste = sist.order_by("-vurdering__nummer").first()
        svar = list(siste.svar.all()) if siste else []
    return {ett.sporsmal: ett for ett in svar}


@dataclass(frozen=True, slots=True)
class EgenKartlegging:
    """What the participant sees of the mapping: the open questions, what others are asked, the newest assessment."""

    sak: Sak | None
    utkast: Arbeidsevnevurdering | None
    egen: Egenvurdering | None
    svar: dict[str, Egensvar]
    fullfort: Arbeidsevnevurdering | None
    innhentinger: list[Innhenting]

    @property
    def neste(self) -> Sporsmal:
        """The first question without an answer, else the first."""
        return next((ett for ett in SPORSMAL if ett.kode not in self.svar), SPORSMAL[0])

    @property
    def sporres(self) -> list[Innhenting]:
        """What waits for the participant's yes or no."""
        return [ett for ett in self.innhentinger if ett.status == Innhentingsstatus.FORESPURT]

    @property
    def andre(self) -> list[Innhenting]:
        return [ett for ett in self.innhentinger if ett.status != Innhentingsstatus.FORESPURT]


def egen_kartlegging(aktor: Aktor) -> EgenKartlegging:
    """The participant's own newest case. A constant number of queries."""
    sak = egen_sak(aktor)
    if sak is None:
        return EgenKartlegging(None, None, None, {}, None, [])
    utkast = _med_sak(sak, AevStatus.UTKAST)
    return EgenKartlegging(
        sak=sak,
        utkast=utkast,
        egen=Egenvurdering.objects.filter(vurdering=utkast).first() if utkast else None,
        svar=egne_svar(utkast) if utkast else {},
        fullfort=_med_sak(sak, AevStatus.FULLFORT),
        innhentinger=list(sak.innhentinger.defer("dokument__innhold")),
    )


LESES_INNEN = timedelta(days=30)
"""How long a letter with the assessment is called new on the participant's first page."""


def har_ulest_vurdering(sak: Sak) -> bool:
    """Whether the participant has been sent an assessment lately and not opened it."""
    siden = klokke.i_dag() - LESES_INNEN
    return Vurderingsbrev.objects.filter(sak=sak, sendt__gte=siden, brev__apnet__isnull=True).exists()


def vurdering_lest(aktor: Aktor, vurdering: Arbeidsevnevurdering) -> None:
    """Whoever has read the assessment on its page has read the letter: it says the same."""
    utsending = Vurderingsbrev.objects.filter(vurdering=vurdering).select_related("brev__sak__person").first()
    if utsending is not None:
        brev_apne(aktor, brev=utsending.brev)


def egen_merknader(vurdering: Arbeidsevnevurdering) -> dict[str, list[Merknad]]:
    """What the participant has said of each point, and what was answered."""
    ut: dict[str, list[Merknad]] = {}
    for merknad in vurdering.merknader.all():
        ut.setdefault(merknad.punkt, []).append(merknad)
    return ut


# The register of competence


@dataclass(frozen=True, slots=True)
class Register:
    """An office's register: who is certified, and who works there."""

    kontor: Kontor
    rader: list[AevKompetanse]
    ansatte: list[Bruker]


def kompetanseregister(aktor: Aktor) -> list[Register]:
    """The register of each office the actor keeps it for. Raises IkkeTilgang for someone who keeps none."""
    krev_rolle(aktor, Handling.RUTINE_SKRIV)
    rekkevidde = kontorer_for(aktor, Handling.RUTINE_SKRIV)
    kontorer = Kontor.objects.filter(pk__in=rekkevidde.kontorer) | Kontor.objects.filter(
        kommune_id__in=rekkevidde.kommuner
    )
    skrivere = sorted(HANDLINGER[Handling.AEV_SKRIV])
    return [
        Register(
            kontor,
            list(kontor.aev_kompetanse.select_related("bruker", "fort_av")),
            list(Bruker.objects.filter(medlemskap__kontor=kontor, medlemskap__rolle__in=skrivere).distinct()),
        )
        for kontor in kontorer.distinct().order_by("nummer")
    ]


def kompetanse_hent(aktor: Aktor, kompetanse_id: UUID) -> AevKompetanse:
    """One row of a register the actor keeps. Raises IkkeTilgang."""
    rader = [rad for register in kompetanseregister(aktor) for rad in register.rader if rad.pk == kompetanse_id]
    if not rader:
        raise IkkeTilgang("raden finnes ikke i registeret")
    return rader[0]
