"""Reading decisions: the page of one, and the beslutter's list."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.brev.innhold import Brev, Brevfeil
from fotfeste.fag.brev.klarsprak import Funn, kontroller_tekst
from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brev as SendtBrev
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.selectors import aev_fullfort
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import i_rekkevidde, sak_hent
from fotfeste.fag.vedtak.enums import APNE, Sjekk, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.fakta import Faktum, faktakolonne, fattede, frosne_fakta
from fotfeste.fag.vedtak.ferskhet import er_for_gammel, satt_til_side
from fotfeste.fag.vedtak.fire_oyne import har_forberedt
from fotfeste.fag.vedtak.hjemler import FRA_KRAVET, IKKE_ETTER_SLUTTEN, KAN_BEGYNNE
from fotfeste.fag.vedtak.kontroll import (
    hindringer,
    merknader,
    merknader_til,
    rad_ved_avslag,
    soknad_er_trukket,
)
from fotfeste.fag.vedtak.models import Melding, Retur, Vedtak, Vilkarsvurdering
from fotfeste.fag.vedtak.overganger import VEDTAK
from fotfeste.fag.vedtak.perioder import siste_dag
from fotfeste.fag.vedtak.punkter import Punktrad, punktrader
from fotfeste.fag.vedtak.sjekkliste import Krysset, krysset, sjekkliste
from fotfeste.fag.vedtak.trekkgrunnlag import mangler_forbehold
from fotfeste.fag.vedtak.vedtaksbrev import vedtaksbrev
from fotfeste.fag.vedtak.virkning import status_pa
from fotfeste.fag.veiledning.models import Avvik
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev_rolle, vurder
from fotfeste.regelverk.livslop import GJENINNTAKSPUNKTER
from fotfeste.regelverk.vilkar import VILKAR, Vilkar, Vilkarskode


@dataclass(frozen=True, slots=True)
class Vilkarrad:
    """One condition on the page: the rule, what is assessed, what hinders, and what the beslutter said of it."""

    regel: Vilkar
    vurdering: Vilkarsvurdering
    returer: list[Retur]


@dataclass(frozen=True, slots=True)
class Vedtaksside:
    """Everything the page of a case's decisions shows. `vedtak` None: none is open and none was asked for."""

    sak: Sak
    vedtak: Vedtak | None
    aev: Arbeidsevnevurdering | None
    tidligere: list[Vedtak]
    kan_begynne: list[Vedtakstype]
    vilkar: list[Vilkarrad] = field(default_factory=list)
    fakta: list[Faktum] = field(default_factory=list)
    hindringer: list[Fagfeil] = field(default_factory=list)
    returer: dict[str, list[Retur]] = field(default_factory=dict)
    meldinger: list[Melding] = field(default_factory=list)
    punkter: list[Punktrad] = field(default_factory=list)
    kommandoer: frozenset[str] = frozenset()
    har_forberedt: bool = False
    aev_for_gammel: bool = False
    aev_satt_til_side: Avvik | None = None
    sjekkliste: tuple[Sjekk, ...] = ()

    @property
    def krysset(self) -> Krysset | None:
        """What the beslutter saw to when the decision was taken."""
        return krysset(self.vedtak) if self.vedtak is not None else None

    @property
    def kan_skrive(self) -> bool:
        return "lagre" in self.kommandoer

    @property
    def kan_fatte(self) -> bool:
        return "fatt" in self.kommandoer and not self.har_forberedt

    @property
    def soknad_er_trukket(self) -> bool:
        """Whether an open decision has lost the application it answers."""
        return self.vedtak is not None and self.vedtak.status in APNE and soknad_er_trukket(self.vedtak)

    @property
    def merknader(self) -> list[str]:
        """What to look at once more in an open decision; advice, for both who write and who decide."""
        return merknader(self.vedtak, klokke.i_dag()) if self.vedtak is not None and self.vedtak.status in APNE else []

    @property
    def har_vaert_i_programmet(self) -> bool:
        """Whether the decision asks what is new since an earlier programme."""
        return any(rad.kode in GJENINNTAKSPUNKTER for rad in self.punkter)

    @property
    def besvarte_punkter(self) -> list[Punktrad]:
        """The questions to read: all the decision must answer, and the optional ones somebody has answered."""
        return [rad for rad in self.punkter if not rad.regel.valgfri or rad.svar.ja is not None]

    @property
    def rad(self) -> list[str]:
        """What a refusal should say as well; advice to the one who writes it."""
        return rad_ved_avslag(self.vedtak) if self.vedtak is not None else []

    @property
    def sprakrad(self) -> list[Funn]:
        """Where the reasons of an open decision can be made easier to read; advice to the one who writes."""
        if self.vedtak is None or self.vedtak.status not in APNE:
            return []
        deler = (
            (_("Dette sier regelen"), self.vedtak.begrunnelse_regler),
            (_("Dette vet vi om situasjonen"), self.vedtak.begrunnelse_fakta),
            (_("Dette har vi lagt vekt på"), self.vedtak.begrunnelse_hensyn),
        )
        return [funn for hvor, tekst in deler for funn in kontroller_tekst(tekst, hvor=hvor)]

    @property
    def kan_snakke(self) -> bool:
        return self.vedtak is not None and self.vedtak.status in APNE


def vedtak_side(aktor: Aktor, sak_id: UUID, *, vedtak_id: UUID | None = None) -> Vedtaksside:
    """The open decision of the case, or the one asked for. Raises IkkeTilgang.

    The number of queries does not grow with what is in the case.
    """
    sak = sak_hent(aktor, sak_id, Handling.VEDTAK_LES)
    alle = list(
        sak.vedtak.exclude(status=Vedtaksstatus.FORKASTET)
        .select_related("soknad", "aev", "saksbehandler", "beslutter")
        .order_by("-opprettet")
    )
    vedtak = next((v for v in alle if (v.pk == vedtak_id if vedtak_id else v.status in APNE)), None)
    if vedtak_id and vedtak is None:
        raise IkkeTilgang("vedtaket finnes ikke i saken")
    apent = any(v.status in APNE for v in alle)
    fattet = [v for v in alle if v.status == Vedtaksstatus.FATTET]
    grunn = Vedtaksside(
        sak=sak,
        vedtak=vedtak,
        aev=aev_fullfort(sak),
        tidligere=fattet,
        kan_begynne=[] if apent else _kan_begynne(aktor, sak, fattede(sak)),
    )
    return _med_innhold(aktor, grunn, vedtak) if vedtak else grunn


def _med_innhold(aktor: Aktor, side: Vedtaksside, vedtak: Vedtak) -> Vedtaksside:
    vedtak.sak = side.sak
    dag = klokke.i_dag()
    returer: dict[str, list[Retur]] = {}
    for retur in vedtak.returer.select_related("av"):
        returer.setdefault(retur.gjelder, []).append(retur)
    rader = {Vilkarskode(rad.kode): rad for rad in vedtak.vilkar.all()}
    kommandoer = frozenset(overgang.kommando for overgang in VEDTAK.mulige(aktor, vedtak))
    for_gammel = vedtak.status in APNE and er_for_gammel(vedtak, dag)
    return Vedtaksside(
        sak=side.sak,
        vedtak=vedtak,
        aev=side.aev,
        tidligere=side.tidligere,
        kan_begynne=side.kan_begynne,
        vilkar=[
            Vilkarrad(regel, rader[kode], returer.get(f"vilkar_{kode}", []))
            for kode, regel in VILKAR.items()
            if kode in rader
        ],
        fakta=frosne_fakta(vedtak.frosset) if vedtak.frosset else faktakolonne(vedtak, dag),
        hindringer=hindringer(vedtak, dag) if "lagre" in kommandoer else [],
        returer=returer,
        meldinger=list(vedtak.meldinger.select_related("av")),
        punkter=punktrader(vedtak),
        kommandoer=kommandoer,
        har_forberedt="fatt" in kommandoer and har_forberedt(aktor.krev_bruker(), vedtak),
        aev_for_gammel=for_gammel,
        aev_satt_til_side=satt_til_side(vedtak) if for_gammel else None,
        sjekkliste=sjekkliste(vedtak, aev_for_gammel=for_gammel),
    )


def _kan_begynne(aktor: Aktor, sak: Sak, fattet: list[Vedtak]) -> list[Vedtakstype]:
    if not vurder(aktor, Handling.VEDTAK_FORBERED, sak).tillatt:
        return []
    # As of today, whether or not the night's job has moved the case.
    status = status_pa(sak.status, fattet, klokke.i_dag())
    slutter = siste_dag(fattet) is not None
    lukket = (
        FRA_KRAVET
        | (IKKE_ETTER_SLUTTEN if slutter else frozenset())
        | (frozenset() if mangler_forbehold(fattet) else {Vedtakstype.FRAVAERSTREKK})
    )
    return [t for t in Vedtakstype if status in KAN_BEGYNNE[t] and t not in lukket]


def vedtak_hent(aktor: Aktor, sak_id: UUID, vedtak_id: UUID) -> Vedtak:
    """One decision of the case the actor may read. Raises IkkeTilgang."""
    sak = sak_hent(aktor, sak_id, Handling.VEDTAK_LES)
    vedtak = (
        sak.vedtak.select_related("soknad", "aev", "saksbehandler", "beslutter", "brev").filter(pk=vedtak_id).first()
    )
    if vedtak is None:
        raise IkkeTilgang("vedtaket finnes ikke i saken")
    vedtak.sak = sak
    return vedtak


def brev_for_visning(aktor: Aktor, vedtak: Vedtak) -> Brev:
    """The letter as it was sent, or as it will be read if the draft were sent now.

    Raises Fagfeil in words when too little is written to show it.
    """
    if vedtak.brev_id:
        return fra_json(SendtBrev.objects.only("innhold").get(dokument_id=vedtak.brev_id).innhold)
    try:
        return vedtaksbrev(aktor, vedtak, klokke.i_dag(), som_utkast=True)
    except Brevfeil as feil:
        raise Fagfeil(str(feil)) from feil


def avslag_som_nevner_plass(aktor: Aktor, fra: date, til: date) -> list[tuple[Sak, str]]:
    """Refusals sent or taken in the period whose reasons name money or places, with the remark. One query.

    Such reasons are marked, not stopped: a person reads them. Here a leader sees those that went on all the same.
    """
    sendte = Vedtak.objects.filter(
        Q(status=Vedtaksstatus.TIL_BESLUTNING, sendt__date__range=(fra, til))
        | Q(status=Vedtaksstatus.FATTET, dato__range=(fra, til)),
        i_rekkevidde(aktor, Handling.PORTEFOLJE_LES, sak="sak__"),
        type=Vedtakstype.AVSLAG,
    ).select_related("sak__person", "sak__kontor")
    ut = []
    for vedtak in sendte:
        tekster = (vedtak.begrunnelse_regler, vedtak.begrunnelse_fakta, vedtak.begrunnelse_hensyn)
        ut += [(vedtak.sak, merknad) for merknad in merknader_til(*tekster)]
    return ut


def til_beslutning(aktor: Aktor) -> QuerySet[Vedtak]:
    """Decisions waiting for the actor as beslutter, the longest waiting first, with how often each was returned."""
    krev_rolle(aktor, Handling.VEDTAK_BESLUTT)
    return (
        _listet(aktor, Handling.VEDTAK_BESLUTT)
        .filter(status=Vedtaksstatus.TIL_BESLUTNING)
        .exclude(saksbehandler_id=aktor.bruker_id)
        .order_by("sendt")
    )


def egne_apne(aktor: Aktor) -> QuerySet[Vedtak]:
    """The decisions the actor is preparing: the returned first, then drafts, then those with a beslutter."""
    return (
        _listet(aktor, Handling.VEDTAK_FORBERED)
        .filter(status__in=APNE, saksbehandler_id=aktor.bruker_id)
        .order_by("status", "opprettet")
    )


def _listet(aktor: Aktor, handling: Handling) -> QuerySet[Vedtak]:
    return (
        Vedtak.objects.filter(i_rekkevidde(aktor, handling, sak="sak__"))
        .select_related("sak__person", "sak__kontor", "saksbehandler")
        .annotate(antall_returer=Count("returer"))
    )


def vedtak_for_brev(brev: SendtBrev) -> Vedtak | None:
    """The decision the letter tells of, or None."""
    return (
        Vedtak.objects.filter(brev_id=brev.dokument_id, status=Vedtaksstatus.FATTET)
        .select_related("sak__person")
        .first()
    )


def eget_varsel(aktor: Aktor) -> Vedtak | None:
    """The notice the participant can answer now: the open decision of their own case that has been sent, or None."""
    return (
        Vedtak.objects.filter(
            sak__person__bruker=aktor.krev_bruker(), status__in=sorted(APNE), forhandsvarsel__isnull=False
        )
        .select_related("sak__person", "sak__kontor", "sak__kommune", "saksbehandler")
        .first()
    )
