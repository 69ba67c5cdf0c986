"""Reading complaints: the list, a case's, one of them, the participant's own, and the case file's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.brev.selectors import brev_av
from fotfeste.fag.egenmelding.enums import Beslutningsslag
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsbeslutning
from fotfeste.fag.klage.enums import (
    APNE,
    HOS_OSS,
    LOPENDE,
    TIL_GUNST,
    Innstillinger,
    Klagestatus,
    Klageutfall,
    Kravstatus,
)
from fotfeste.fag.klage.fire_oyne import har_forberedt, tok_vedtaket
from fotfeste.fag.klage.gjelder import MED_AVGJORELSEN, Avgjorelse, Paklaget, kom_fram, paklaget
from fotfeste.fag.klage.models import Klage, Klagepunkt, Klageretur, Kostnadskrav, Omgjoring, Oversendelsesdokument
from fotfeste.fag.klage.overganger import KLAGE
from fotfeste.fag.klage.papirer import Papir, papirliste
from fotfeste.fag.klage.vurderinger import (
    gir_kostnader,
    hindringer,
    innstillinger_i,
    instansen_avgjor_kostnader,
    kan_gi_nytt_vedtak,
    kan_gjennomfores,
    mangler_i,
    svarfrist,
    tidsvurdering,
    trenger_gjennomforing,
    trenger_nytt_vedtak,
)
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egne_saker, i_rekkevidde, sak_hent
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.hjemler import FRA_KRAVET, KAN_BEGYNNE, SVARER_PA_SOKNAD
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev_rolle, vurder
from fotfeste.grunnmur.tilstand import Overgang
from fotfeste.regelverk.klage import Mangel, Tidsvurdering, i_tide

ET_AR = timedelta(days=365)


def har_apen_klage() -> Q:
    """Cases (open or closed) with a complaint, or a claim for costs, that somebody has something to do with."""
    apne = Klage.objects.filter(sak=OuterRef("pk"), status__in=sorted(APNE))
    krav = Kostnadskrav.objects.filter(sak=OuterRef("pk"), status=Kravstatus.MOTTATT)
    return Q(Exists(apne)) | Q(Exists(krav))


def venter_pa_beslutter() -> Q:
    """Cases with something of a complaint that a beslutter answers."""
    hos = Q(status=Klagestatus.HOS_BESLUTTER) | Q(
        utsatt_bedt__isnull=False, utsatt_dato__isnull=True, status__in=sorted(LOPENDE)
    )
    krav = Kostnadskrav.objects.filter(sak=OuterRef("pk"), status=Kravstatus.MOTTATT)
    return Q(Exists(Klage.objects.filter(hos, sak=OuterRef("pk")))) | Q(Exists(krav))


def forberedes_av(brukere: Collection[UUID]) -> Q:
    """Cases with a complaint one of the users is preparing the answer to."""
    return Q(Exists(Klage.objects.filter(sak=OuterRef("pk"), saksbehandler__in=brukere, status__in=sorted(APNE))))


@dataclass(frozen=True, slots=True)
class Klagelinje:
    """A line of the list: the complaint, the days it has been with us, and the day an answer is due."""

    klage: Klage
    dager: int
    frist: date | None

    @property
    def er_over(self) -> bool:
        return self.frist is not None and self.frist < klokke.i_dag()


@dataclass(frozen=True, slots=True)
class Klagetall:
    """The last twelve months: how many came, how many ended, the days NAV used, and how often the decision fell.

    `hos_instansen` counts those the appeals body decided on the merits. Averages are None where there is nothing.
    """

    inn: int = 0
    avsluttet: int = 0
    omgjort_av_nav: int = 0
    hos_instansen: int = 0
    endret_der: int = 0
    dager: int | None = None


def klageliste(aktor: Aktor, *, alle: bool = False) -> list[Klagelinje]:
    """The complaints the actor may see, those who have waited longest first; `alle`: the ended too."""
    krev_rolle(aktor, Handling.KLAGE_LES)
    klager = _i_rekkevidde(aktor).order_by("mottatt", "opprettet")
    if not alle:
        klager = klager.filter(status__in=sorted(APNE))
    return [_linje(klage) for klage in klager[:500]]


def _linje(klage: Klage) -> Klagelinje:
    slutt = klage.oversendt or klage.avgjort or klokke.i_dag()
    return Klagelinje(klage, (slutt - klage.mottatt).days, svarfrist(klage) if klage.status in HOS_OSS else None)


def _i_rekkevidde(aktor: Aktor) -> QuerySet[Klage]:
    rekkevidde = i_rekkevidde(aktor, Handling.KLAGE_LES, sak="sak__")
    return Klage.objects.filter(rekkevidde).select_related(
        "sak__person", "sak__kontor", "saksbehandler", *MED_AVGJORELSEN
    )


def klagetall(aktor: Aktor) -> Klagetall:
    """The figures of the cases the actor may see. One query."""
    siden = klokke.i_dag() - ET_AR
    rader = list(
        _i_rekkevidde(aktor)
        .filter(Q(mottatt__gte=siden) | Q(avgjort__gte=siden))
        .values_list("mottatt", "besluttet", "avgjort", "utfall")
    )
    utfall = [utfall for _mottatt, _besluttet, avgjort, utfall in rader if avgjort and avgjort >= siden]
    brukt = [(besluttet - mottatt).days for mottatt, besluttet, _a, _u in rader if besluttet]
    instansen = [en for en in utfall if en in {Klageutfall.STADFESTET, Klageutfall.OPPHEVET, Klageutfall.ENDRET}]
    return Klagetall(
        inn=sum(mottatt >= siden for mottatt, _b, _a, _u in rader),
        avsluttet=len(utfall),
        omgjort_av_nav=utfall.count(Klageutfall.OMGJORT_AV_NAV),
        hos_instansen=len(instansen),
        endret_der=sum(en in TIL_GUNST for en in instansen),
        dager=round(sum(brukt) / len(brukt)) if brukt else None,
    )


@dataclass(frozen=True, slots=True)
class Klagbart:
    """Something that can be complained of: a decision, or the turning away of an earlier complaint on it.

    `klage` is the open complaint on it, and `brev` the letter that tells of it.
    """

    gjelder: Paklaget
    avvisning: Klage | None
    tid: Tidsvurdering
    klage: Klage | None = None
    brev: Brev | None = None

    @property
    def kode(self) -> str:
        return f"avvisning:{self.avvisning.pk}" if self.avvisning else self.gjelder.kode

    @property
    def pk(self) -> UUID:
        return self.avvisning.pk if self.avvisning else self.gjelder.pk

    @property
    def dagen_star_i_brevet(self) -> bool:
        """Whether the letter says when it reached the party. A `Vedtak` says so itself (`vedtak_underrett`)."""
        return self.brev is not None and (self.avvisning is not None or self.gjelder.vedtak is None)

    @property
    def er_over(self) -> bool:
        """Whether the time limit has gone out today."""
        return self.tid.frist is not None and self.tid.frist < klokke.i_dag()


def klagbare_i(sak: Sak) -> list[Klagbart]:
    """What can be complained of in the case, newest first, with the open complaint on it if there is one."""
    klager = list(sak.klager.select_related("gjelder_avvisning", *MED_AVGJORELSEN))
    apne = {(k.gjelder.pk, k.gjelder_avvisning_id): k for k in klager if k.status in LOPENDE}
    avviste = [k for k in klager if k.status == Klagestatus.AVVIST and k.brev_id]
    avgjorelser = _avgjorelser_i(sak)
    brevene = brev_av([*(en.brev_id for en in avgjorelser), *(k.brev_id for k in avviste)])
    return [
        *(_klagbart(en, None, en.dato, en.underrettet(brevene), apne, brevene) for en in avgjorelser),
        *(
            _klagbart(k.gjelder, k, k.besluttet or k.mottatt, kom_fram(k.brev_id, brevene), apne, brevene)
            for k in avviste
        ),
    ]


def klagbart_hent(aktor: Aktor, sak_id: UUID, avgjorelse_id: UUID) -> tuple[Klagbart, Brev]:
    """A decision and its letter, for who may say when that arrived. Raises IkkeTilgang."""
    sak = sak_hent(aktor, sak_id, Handling.VEDTAK_FORBERED)
    for ett in klagbare_i(sak):
        if ett.pk == avgjorelse_id and ett.dagen_star_i_brevet and ett.brev:
            ett.brev.sak = sak
            return ett, ett.brev
    raise IkkeTilgang("avgjørelsen finnes ikke i saken")


def _avgjorelser_i(sak: Sak) -> list[Paklaget]:
    """The decisions of the case that can be complained of, newest first. Four queries."""
    vedtak = sak.vedtak.filter(status=Vedtaksstatus.FATTET, dato__isnull=False).defer("frosset").order_by("-opprettet")
    trekk = sak.krav.filter(bestemt__isnull=False).order_by("-opprettet")
    egenmelding = Egenmeldingsbeslutning.objects.filter(sak=sak).select_related("stopp").order_by("-opprettet")
    bortfall = sak.egenmeldingsbekreftelser.filter(bestemt__isnull=False).order_by("-opprettet")
    poster: list[Avgjorelse] = [*vedtak, *trekk, *egenmelding, *bortfall]
    for post in poster:
        post.sak = sak
    return sorted(
        (en for en in map(paklaget, poster) if not en.hinder), key=lambda en: en.dato or date.min, reverse=True
    )


def _klagbart(
    gjelder: Paklaget,
    avvisning: Klage | None,
    vedtatt: date | None,
    underrettet: date | None,
    apne: Mapping[tuple[UUID, UUID | None], Klage],
    brevene: Mapping[UUID, Brev],
) -> Klagbart:
    tid = i_tide(vedtatt=vedtatt or klokke.i_dag(), underrettet=underrettet, avgitt=klokke.i_dag())
    dokument = avvisning.brev_id if avvisning else gjelder.brev_id
    return Klagbart(
        gjelder,
        avvisning,
        tid,
        apne.get((gjelder.pk, avvisning.pk if avvisning else None)),
        brevene.get(dokument) if dokument else None,
    )


@dataclass(frozen=True, slots=True)
class Klagerside:
    """A case's complaints, what can be complained of, and what was taken up again without one."""

    sak: Sak
    klager: list[Klage]
    klagbare: list[Klagbart]
    omgjoringer: list[Omgjoring]
    kan_behandle: bool
    kan_registrere: bool

    @property
    def kan_gjore_om(self) -> bool:
        """Whether there is a `Vedtak` that can be taken up again without a complaint."""
        return self.kan_behandle and any(ett.gjelder.vedtak for ett in self.klagbare)


def klager_i_saken(aktor: Aktor, sak_id: UUID) -> Klagerside:
    """The page of a case's complaints. Raises IkkeTilgang."""
    sak = sak_hent(aktor, sak_id, Handling.KLAGE_LES)
    return Klagerside(
        sak=sak,
        klager=list(sak.klager.select_related("saksbehandler", *MED_AVGJORELSEN).order_by("-mottatt", "-opprettet")),
        klagbare=klagbare_i(sak),
        omgjoringer=list(Omgjoring.objects.filter(sak=sak).select_related("vedtak", "av", "nytt_vedtak")),
        kan_behandle=vurder(aktor, Handling.KLAGE_BEHANDLE, sak).tillatt,
        kan_registrere=vurder(aktor, Handling.VEDTAK_FORBERED, sak).tillatt,
    )


def _nye_typer(klage: Klage) -> list[Vedtakstype]:
    """The kinds of decision that can carry the outcome out; a refusal opens its application again."""
    if klage.vedtak is None:
        return []
    if klage.vedtak.type == Vedtakstype.AVSLAG:
        return [Vedtakstype.INNVILGELSE, Vedtakstype.AVSLAG]
    if klage.vedtak.type in FRA_KRAVET:
        return [Vedtakstype(klage.vedtak.type)]
    andre = SVARER_PA_SOKNAD | FRA_KRAVET
    return [t for t in Vedtakstype if klage.sak.status in KAN_BEGYNNE[t] and t not in andre]


@dataclass(frozen=True, slots=True)
class Klageside:
    """Everything the page of one complaint shows."""

    klage: Klage
    tid: Tidsvurdering
    svarfrist: date | None
    mangler: list[Mangel]
    innstillinger: list[Innstillinger]
    punkter: list[Klagepunkt]
    returer: list[Klageretur]
    papirer: list[Papir]
    oversendte: list[Oversendelsesdokument]
    vedlegg: list[Dokument]
    krav: list[Kostnadskrav]
    hindringer: list[Fagfeil] = field(default_factory=list)
    kommandoer: frozenset[str] = frozenset()
    har_forberedt: bool = False
    tok_vedtaket: bool = False
    nye_typer: list[Vedtakstype] = field(default_factory=list)
    lenker: list[Overgang] = field(default_factory=list)
    kan_registrere_krav: bool = False
    kan_avgjore_krav: bool = False

    @property
    def sak(self) -> Sak:
        return self.klage.sak

    @property
    def kan_skrive(self) -> bool:
        return "lagre" in self.kommandoer

    @property
    def kan_beslutte(self) -> bool:
        return "beslutt" in self.kommandoer and not self.har_forberedt

    @property
    def trenger_nytt_vedtak(self) -> bool:
        return trenger_nytt_vedtak(self.klage)

    @property
    def trenger_gjennomforing(self) -> bool:
        return trenger_gjennomforing(self.klage)

    @property
    def kan_gjennomfores(self) -> bool:
        return kan_gjennomfores(self.klage)

    @property
    def gir_kostnader(self) -> bool:
        return gir_kostnader(self.klage)

    @property
    def instansen_avgjor_kostnader(self) -> bool:
        return instansen_avgjor_kostnader(self.klage)


def klage_hent(aktor: Aktor, klage_id: UUID, handling: Handling = Handling.KLAGE_LES) -> Klage:
    """One complaint, if the actor may do `handling` to it; logged. Raises IkkeTilgang, also when there is none."""
    klage = (
        Klage.objects.select_related(
            "sak__person",
            "sak__kontor",
            "sak__kommune",
            *MED_AVGJORELSEN,
            "vedtak__soknad",
            "vedtak__aev",
            "gjelder_avvisning",
            "saksbehandler",
            "beslutter",
            "nytt_vedtak",
            "registrert_av",
        )
        .filter(pk=klage_id)
        .first()
    )
    if klage is None:
        raise IkkeTilgang("klagen finnes ikke")
    spor(aktor, handling, klage, person_id=klage.sak.person_id, sak_id=klage.sak_id)
    klage.gjelder.post.sak = klage.sak
    return klage


def klage_side(aktor: Aktor, klage_id: UUID) -> Klageside:
    """The page of one complaint. The number of queries does not grow with what is in the case."""
    klage = klage_hent(aktor, klage_id)
    mulige = KLAGE.mulige(aktor, klage)
    kommandoer = frozenset(overgang.kommando for overgang in mulige)
    punkter = list(klage.punkter.all())
    bruker = aktor.krev_bruker()
    ny = "start_nytt_vedtak" in kommandoer and kan_gi_nytt_vedtak(klage)
    return Klageside(
        klage=klage,
        tid=tidsvurdering(klage),
        svarfrist=svarfrist(klage) if klage.status in HOS_OSS else None,
        mangler=list(mangler_i(klage)),
        innstillinger=list(innstillinger_i(klage)),
        punkter=punkter,
        returer=list(klage.returer.select_related("av")),
        papirer=papirliste(klage) if klage.status in _VISER_LISTEN else [],
        oversendte=list(klage.oversendte.select_related("dokument").defer("dokument__innhold")),
        vedlegg=list(klage.vedlegg.only("navn", "storrelse").order_by("opprettet")),
        krav=list(klage.kostnadskrav.select_related("registrert_av", "avgjort_av")),
        hindringer=hindringer(klage, punkter) if "lagre" in kommandoer else [],
        kommandoer=kommandoer,
        har_forberedt="beslutt" in kommandoer and har_forberedt(bruker, klage),
        tok_vedtaket=tok_vedtaket(bruker, klage),
        nye_typer=_nye_typer(klage) if ny and _er_ledig(klage) else [],
        lenker=[overgang for overgang in mulige if overgang.kommando in _VED_SIDEN_AV],
        kan_registrere_krav=vurder(aktor, Handling.KLAGE_BEHANDLE, klage).tillatt,
        kan_avgjore_krav=vurder(aktor, Handling.KLAGE_BESLUTT, klage).tillatt,
    )


_VED_SIDEN_AV = frozenset({"be_om_retting", "legg_ved", "gi_forelopig_svar", "varsle_motpart", "trekk"})
"""Commands that are not the next step, but can be needed on the way."""


_VISER_LISTEN = frozenset({Klagestatus.UNDER_VURDERING, Klagestatus.HOS_BESLUTTER, Klagestatus.TIL_OVERSENDELSE})


def _er_ledig(klage: Klage) -> bool:
    return klage.nytt_vedtak is None or klage.nytt_vedtak.status == Vedtaksstatus.FORKASTET


def klagedokument(aktor: Aktor, klage_id: UUID, dokument_id: UUID) -> Dokument:
    """A paper of the complaint: one that came with it, one that was sent on, the package, or the answer."""
    klage = klage_hent(aktor, klage_id)
    egne = {klage.pakke_id, klage.utfall_papir_id, klage.brev_id} - {None}
    sendt = Oversendelsesdokument.objects.filter(klage=klage, dokument_id=dokument_id).exists()
    if dokument_id in egne or sendt:
        return Dokument.objects.get(pk=dokument_id)
    dokument = klage.vedlegg.filter(pk=dokument_id).first()
    if dokument is None:
        raise IkkeTilgang("papiret finnes ikke i klagen")
    return dokument


def punkt_hent(klage: Klage, punkt_id: UUID) -> Klagepunkt:
    """One point of the complaint. Raises IkkeTilgang."""
    punkt = klage.punkter.filter(pk=punkt_id).first()
    if punkt is None:
        raise IkkeTilgang("punktet finnes ikke i klagen")
    return punkt


def krav_hent(aktor: Aktor, krav_id: UUID, handling: Handling) -> Kostnadskrav:
    """One claim for costs, if the actor may do `handling` to it. Raises IkkeTilgang."""
    krav = Kostnadskrav.objects.select_related("klage__nytt_vedtak", "klage__sak__person").filter(pk=krav_id).first()
    if krav is None:
        raise IkkeTilgang("kravet finnes ikke")
    krav.sak = krav.klage.sak
    spor(aktor, handling, krav, person_id=krav.sak.person_id, sak_id=krav.sak_id)
    return krav


def egne_klagbare(aktor: Aktor) -> list[Klagbart]:
    """What the participant can complain of, in all their own cases; the turning away of a complaint goes by paper."""
    return [ett for sak in egne_saker(aktor) for ett in klagbare_i(sak) if ett.avvisning is None]


def egne_klager(aktor: Aktor) -> list[Klage]:
    """The participant's own complaints, newest first. Those of others on the same decision are not theirs to run."""
    egne = Klage.objects.filter(sak__person__bruker=aktor.krev_bruker()).exclude(klager="annen")
    return list(egne.select_related("sak__kontor", *MED_AVGJORELSEN).order_by("-mottatt", "-opprettet"))


def egen_klage(aktor: Aktor, klage_id: UUID) -> Klage:
    """One of the participant's own. Raises IkkeTilgang."""
    klage = klage_hent(aktor, klage_id, Handling.KLAGE_EGEN)
    if klage.sak.person.bruker_id != aktor.bruker_id or klage.klager == "annen":
        raise IkkeTilgang("klagen er ikke deltakerens egen")
    return klage


def eget_klagepapir(aktor: Aktor, klage_id: UUID, dokument_id: UUID) -> Dokument:
    """A paper the participant has sent with their own complaint. Raises IkkeTilgang."""
    dokument = egen_klage(aktor, klage_id).vedlegg.filter(pk=dokument_id).first()
    if dokument is None:
        raise IkkeTilgang("papiret finnes ikke i klagen")
    return dokument


def eget_klagbart(aktor: Aktor, avgjorelse_id: UUID) -> Klagbart:
    """A decision of the participant's own that can be complained of. Raises IkkeTilgang."""
    for ett in egne_klagbare(aktor):
        if ett.gjelder.pk == avgjorelse_id:
            sak = ett.gjelder.sak
            spor(aktor, Handling.KLAGE_EGEN, ett.gjelder.post, person_id=sak.person_id, sak_id=sak.pk)
            return ett
    raise IkkeTilgang("avgjørelsen er ikke deltakerens egen")


def klagbar_i_brevet(brev: Brev) -> UUID | None:
    """The decision the letter tells of, when it can be complained of. Four queries at most."""
    vedtak = Vedtak.objects.filter(brev_id=brev.dokument_id, status=Vedtaksstatus.FATTET)
    trekk = Krav.objects.filter(brev_id=brev.dokument_id, bestemt__isnull=False)
    egenmelding = Egenmeldingsbeslutning.objects.filter(brev_id=brev.dokument_id).exclude(slag=Beslutningsslag.OPPHEVET)
    bortfall = Egenmeldingsbekreftelse.objects.filter(brev_id=brev.dokument_id)
    funnet = (en.values_list("pk", flat=True).first() for en in (vedtak, trekk, egenmelding, bortfall))
    return next((pk for pk in funnet if pk), None)


def klager_til_mappe(saker: Iterable[Sak]) -> dict[UUID, list[dict[str, Any]]]:
    """Each case's complaints as the case file says them, oldest first. One query; the caller has asked the gate.

    Those on a deduction or on egenmelding are not among them: the file's form names a decision, and holds neither.
    """
    ut: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    klager = Klage.objects.filter(sak__in=[sak.pk for sak in saker], vedtak__isnull=False)
    for klage in klager.order_by("mottatt", "opprettet"):
        ut[klage.sak_id].append(
            {
                "vedtak": str(klage.vedtak_id),
                "mottatt": klage.mottatt.isoformat(),
                "oversendt": klage.oversendt.isoformat() if klage.oversendt else None,
                "avgjort": klage.avgjort.isoformat() if klage.avgjort else None,
                "utfall": klage.utfall or None,
            }
        )
    return dict(ut)


def klagefakta(sak_ids: Sequence[UUID]) -> dict[UUID, list[Klage]]:
    """The complaints of each case that somebody has something to do with, for the overview. Two queries."""
    krav = Count("kostnadskrav", filter=Q(kostnadskrav__status=Kravstatus.MOTTATT))
    klager = rader_i(sak_ids, Klage).select_related("nytt_vedtak", *MED_AVGJORELSEN).annotate(apne_krav=krav)
    ut: defaultdict[UUID, list[Klage]] = defaultdict(list)
    for klage in klager.filter(Q(status__in=sorted(APNE)) | Q(apne_krav__gt=0)).order_by("mottatt"):
        ut[klage.sak_id].append(klage)
    return dict(ut)
