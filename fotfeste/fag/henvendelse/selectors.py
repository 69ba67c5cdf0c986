"""Finding enquiries: always through the actor; the clock is reckoned when read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.henvendelse.enums import APNE, Henvendelsesstatus
from fotfeste.fag.henvendelse.fordeling import ansatte_ved
from fotfeste.fag.henvendelse.models import Fordeling, Henvendelse, Vakt
from fotfeste.fag.person import fodselsnummer
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import i_rekkevidde
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.gjoremal import Gjoremalrad, etter_frist
from fotfeste.grunnmur.leseord import dag_ord, ukedagsnavn
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import spor, spor_sok
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor, Stedfortreder
from fotfeste.grunnmur.organisasjon.stedfortreder import stedfortredere_ved, vikarierer_for
from fotfeste.grunnmur.organisasjon.valg import verdier
from fotfeste.grunnmur.tilgang import Aktor, Handling, kontorer_for, krev_rolle, ser_gradering, vurder
from fotfeste.regelverk import henvendelse as regler
from fotfeste.regelverk.henvendelse import Svarmal, Svartid

PER_SIDE = 50
MINE, UFORDELTE, OVER, ALLE = "mine", "ufordelte", "over", "alle"
TIL_KLOKKESLETTET = "henvendelse_til_klokkeslettet"


@dataclass(frozen=True, slots=True)
class Klokke:
    """How an enquiry stands against its limit. `ord`: the time left, or how long it is past, in words."""

    frist: datetime
    over: bool
    ord: str
    farge: str


@dataclass(frozen=True, slots=True)
class Rad:
    """An enquiry in a list, with its clock."""

    henvendelse: Henvendelse
    klokke: Klokke


def lokal(tid: datetime) -> datetime:
    """A stored moment in Norwegian time."""
    return tid.astimezone(klokke.OSLO)


def klokken(henvendelse: Henvendelse, *, til_klokkeslettet: bool) -> Klokke:
    """The enquiry's clock now. What cannot wait is to be answered at once, whatever the two days say."""
    naa, mottatt = klokke.na(), lokal(henvendelse.mottatt)
    frist = regler.svarfrist(mottatt, til_klokkeslettet=til_klokkeslettet)
    besvart = lokal(henvendelse.besvart) if henvendelse.besvart else None
    over = regler.er_brudd(mottatt, besvart, naa, til_klokkeslettet=til_klokkeslettet)
    if besvart is not None:
        tekst = _("Besvart etter %(tid)s") % {"tid": varighet_ord(besvart - mottatt)}
        return Klokke(frist, over, tekst, "gult" if over else "gront")
    if over:
        return Klokke(frist, over, _("%(tid)s over fristen") % {"tid": varighet_ord(naa - frist)}, "rodt")
    if henvendelse.haster:
        return Klokke(frist, over, _("Straks: har ventet %(tid)s") % {"tid": varighet_ord(naa - mottatt)}, "rodt")
    return Klokke(frist, over, _igjen(frist, naa), "gult" if frist.date() <= naa.date() else "gratt")


def _igjen(frist: datetime, naa: datetime) -> str:
    """«1 time og 20 minutter igjen», «Svar i dag», «Svar innen fredag 5. juni»."""
    if frist.date() == naa.date() and frist.hour < 23:
        return _("%(tid)s igjen") % {"tid": varighet_ord(frist - naa)}
    if frist.date() == naa.date():
        return _("Svar i dag")
    if frist.date() == naa.date() + timedelta(days=1):
        return _("Svar innen i morgen")
    dag = f"{ukedagsnavn(frist.date())} {dag_ord(frist.date())}"
    return _("Svar innen %(dag)s") % {"dag": dag}


def varighet_ord(tid: timedelta) -> str:
    """A stretch of time in words, the two greatest parts: «1 dag og 3 timer», «20 minutter»."""
    minutter = max(int(tid.total_seconds()) // 60, 0)
    dager, timer, minutter = minutter // 1440, minutter % 1440 // 60, minutter % 60
    deler = [
        ngettext("%(n)s dag", "%(n)s dager", dager) % {"n": dager} if dager else "",
        ngettext("%(n)s time", "%(n)s timer", timer) % {"n": timer} if timer else "",
        ngettext("%(n)s minutt", "%(n)s minutter", minutter) % {"n": minutter} if minutter and not dager else "",
    ]
    brukt = [del_ for del_ in deler if del_]
    if len(brukt) < 2:
        return brukt[0] if brukt else _("under et minutt")
    return _("%(forst)s og %(sa)s") % {"forst": brukt[0], "sa": brukt[1]}


def _med_klokke(henvendelser: Sequence[Henvendelse]) -> list[Rad]:
    valgt = verdier({h.kommune_id for h in henvendelser}, klokke.i_dag())
    return [Rad(h, klokken(h, til_klokkeslettet=valgt[h.kommune_id][TIL_KLOKKESLETTET])) for h in henvendelser]


def henvendelser_for(aktor: Aktor, handling: Handling = Handling.HENVENDELSE_LES) -> QuerySet[Henvendelse]:
    """The enquiries to list for the actor, before any is read."""
    return Henvendelse.objects.filter(i_rekkevidde(aktor, handling)).select_related("person", "kontor", "fordelt_til")


def henvendelse_hent(aktor: Aktor, henvendelse_id: UUID, handling: Handling = Handling.HENVENDELSE_LES) -> Henvendelse:
    """One enquiry, if the actor may do `handling`. Logged before it is returned. Raises IkkeTilgang otherwise."""
    henvendelse = (
        Henvendelse.objects.select_related(
            "person", "kontor", "sak__person", "fordelt_til", "registrert_av", "besvart_av"
        )
        .filter(pk=henvendelse_id, slettet=None)
        .first()
    )
    if henvendelse is None:
        raise IkkeTilgang("henvendelsen finnes ikke")
    person_id = henvendelse.person_id or henvendelse.pk
    spor(aktor, handling, henvendelse, person_id=person_id, sak_id=henvendelse.sak_id)
    return henvendelse


@dataclass(frozen=True, slots=True)
class Innboks:
    """The inbox as it is shown. `antall` of each filter."""

    valgt: str
    rader: list[Rad]
    side: Page[Any]
    antall: Mapping[str, int]


def innboks(aktor: Aktor, valgt: str = "", side: Any = 1) -> Innboks:
    """The open enquiries: the actor's (and those of whom they stand in for), nobody's, past the limit; or all ever.

    What cannot wait comes first, then the oldest. Without a choice: one's own when there are any, else all the open.
    """
    krev_rolle(aktor, Handling.HENVENDELSE_LES)
    apne = list(henvendelser_for(aktor).filter(status__in=sorted(APNE)).order_by("-haster", "mottatt"))
    rader = _med_klokke(apne)
    bunker = {
        MINE: _mine(aktor, rader),
        UFORDELTE: [rad for rad in rader if rad.henvendelse.fordelt_til_id is None],
        OVER: [rad for rad in rader if rad.klokke.over],
        "apne": rader,
    }
    valgt = valgt if valgt in bunker or valgt == ALLE else MINE if bunker[MINE] else "apne"
    alt = henvendelser_for(aktor).filter(slettet=None).order_by("-mottatt")
    antall = {navn: len(bunke) for navn, bunke in bunker.items()} | {ALLE: alt.count()}
    sider: Paginator[Any] = Paginator(alt if valgt == ALLE else bunker[valgt], PER_SIDE)
    vist = sider.get_page(side)
    ut = _med_klokke(list(vist.object_list)) if valgt == ALLE else list(vist.object_list)
    spor_sok(aktor, Handling.HENVENDELSE_LES, len(ut))
    return Innboks(valgt, ut, vist, antall)


def _mine(aktor: Aktor, rader: Iterable[Rad]) -> list[Rad]:
    er_min = _er_min(aktor)
    return [rad for rad in rader if er_min(rad.henvendelse)]


def _er_min(aktor: Aktor) -> Callable[[Henvendelse], bool]:
    """Whether an enquiry is the actor's, or a colleague's away today whom they stand in for at its office."""
    meg = aktor.krev_bruker()
    borte = {(rad.bruker_id, rad.kontor_id) for rad in vikarierer_for(meg, klokke.i_dag())}
    return lambda h: h.fordelt_til_id == meg.pk or (h.fordelt_til_id, h.kontor_id) in borte


@dataclass(frozen=True, slots=True)
class Bilde:
    """One enquiry with what is needed to answer it."""

    henvendelse: Henvendelse
    klokke: Klokke
    fordelinger: list[Fordeling]
    trad: list[Hendelse]
    vakt: Vakt | None
    kan_notere: bool


def bilde(aktor: Aktor, henvendelse: Henvendelse) -> Bilde:
    """An enquiry the actor has fetched."""
    (rad,) = _med_klokke([henvendelse])
    i_dag = klokke.i_dag()
    return Bilde(
        henvendelse=henvendelse,
        klokke=rad.klokke,
        fordelinger=list(henvendelse.fordelinger.select_related("til")),
        trad=list(Hendelse.objects.filter(objekt_id=henvendelse.pk).select_related("bruker")),
        vakt=Vakt.objects.filter(kontor_id=henvendelse.kontor_id, fra__lte=i_dag, til__gte=i_dag)
        .select_related("bruker")
        .first(),
        kan_notere=henvendelse.sak is not None and vurder(aktor, Handling.OPPFOLGING_SKRIV, henvendelse.sak).tillatt,
    )


def i_saken(aktor: Aktor, sak: Sak) -> list[Rad]:
    """The case's enquiries, the open ones first, for someone who may read enquiries there."""
    rader = _med_klokke(list(henvendelser_for(aktor).filter(sak=sak).order_by("-mottatt")))
    return sorted(rader, key=lambda rad: not rad.henvendelse.er_apen)


def egne(aktor: Aktor) -> list[Rad]:
    """The participant's own enquiries with the answers, newest first."""
    mine = Henvendelse.objects.filter(person__bruker=aktor.krev_bruker()).select_related("kontor", "besvart_av")
    return _med_klokke(list(mine.order_by("-mottatt")[:50]))


def eget_kontor(aktor: Aktor) -> Kontor | None:
    """The office the participant writes to: the one of their case, else the one they belong to."""
    person = Person.objects.filter(bruker=aktor.krev_bruker()).first()
    if person is None:
        return None
    sak = person.gjeldende_sak()
    return sak.kontor if sak else Kontor.objects.filter(pk__in=[t.kontor_id for t in aktor.tildelinger]).first()


def kontorer_a_registrere_ved(aktor: Aktor, handling: Handling = Handling.HENVENDELSE_SKRIV) -> QuerySet[Kontor]:
    """The offices where the actor may do `handling`."""
    return Kontor.objects.filter(pk__in=kontorer_for(aktor, handling).kontorer)


def andre_kontorer(kontor: Kontor) -> QuerySet[Kontor]:
    """The other offices of the municipality, to send an enquiry to."""
    return Kontor.objects.filter(kommune_id=kontor.kommune_id).exclude(pk=kontor.pk)


def mulige_mottakere(kontor: Kontor) -> QuerySet[Bruker]:
    """Who at the office an enquiry can be given to today."""
    return ansatte_ved(kontor, klokke.i_dag())


@dataclass(frozen=True, slots=True)
class Vaktliste:
    """An office's duty list from today on, and who is away."""

    kontor: Kontor
    i_dag: Vakt | None
    vakter: list[Vakt]
    borte: list[Stedfortreder]
    kan_endre: bool


def vaktlister(aktor: Aktor) -> list[Vaktliste]:
    """The duty lists of the offices whose enquiries the actor may read. Three queries."""
    krev_rolle(aktor, Handling.HENVENDELSE_LES)
    i_dag = klokke.i_dag()
    rekkevidde = kontorer_for(aktor, Handling.HENVENDELSE_LES)
    kontorer = Kontor.objects.filter(Q(pk__in=rekkevidde.kontorer) | Q(kommune_id__in=rekkevidde.kommuner))
    vakter = _etter_kontor(Vakt.objects.filter(kontor__in=kontorer, til__gte=i_dag).select_related("bruker"))
    borte = _etter_kontor(stedfortredere_ved([kontor.pk for kontor in kontorer], i_dag))
    endrer = kontorer_for(aktor, Handling.VAKT_SKRIV).kontorer
    return [
        Vaktliste(
            kontor,
            next((vakt for vakt in vakter[kontor.pk] if vakt.fra <= i_dag), None),
            vakter[kontor.pk],
            borte[kontor.pk],
            kontor.pk in endrer,
        )
        for kontor in kontorer
    ]


def _etter_kontor(rader: Iterable[Any]) -> dict[UUID, list[Any]]:
    ut: dict[UUID, list[Any]] = defaultdict(list)
    for rad in rader:
        ut[rad.kontor_id].append(rad)
    return ut


def vakt_hent(aktor: Aktor, vakt_id: UUID) -> Vakt:
    """A watch the actor may take off the list. Raises IkkeTilgang."""
    kontorer = kontorer_for(aktor, Handling.VAKT_SKRIV).kontorer
    vakt = Vakt.objects.filter(pk=vakt_id, kontor_id__in=kontorer).first()
    if vakt is None:
        raise IkkeTilgang("vakten finnes ikke, eller er et annet kontors")
    return vakt


@dataclass(frozen=True, slots=True)
class Kontorsvartid:
    """An office's response times in a period."""

    kontor: Kontor
    alle: Svartid
    haster: Svartid


def svartider(aktor: Aktor, fra: date, til: date) -> list[Kontorsvartid]:
    """Each office's response times for what came in the days, both included. A constant number of queries.

    What was sent on counts where it is now, from when it first came: the one who asked has waited all the time.
    """
    krev_rolle(aktor, Handling.PORTEFOLJE_LES)
    rekkevidde = kontorer_for(aktor, Handling.PORTEFOLJE_LES)
    kontorer = list(Kontor.objects.filter(Q(pk__in=rekkevidde.kontorer) | Q(kommune_id__in=rekkevidde.kommuner)))
    begynner = datetime.combine(fra, datetime.min.time(), klokke.OSLO)
    slutter = datetime.combine(til + timedelta(days=1), datetime.min.time(), klokke.OSLO)
    alle = Henvendelse.objects.filter(kontor__in=kontorer, mottatt__gte=begynner, mottatt__lt=slutter)
    per_kontor: dict[UUID, list[tuple[bool, Svarmal]]] = defaultdict(list)
    for kontor_id, haster, mottatt, besvart in alle.values_list("kontor_id", "haster", "mottatt", "besvart"):
        per_kontor[kontor_id].append((haster, Svarmal(lokal(mottatt), lokal(besvart) if besvart else None)))
    valgt = verdier({kontor.kommune_id for kontor in kontorer}, klokke.i_dag())
    return [_svartid(kontor, per_kontor[kontor.pk], valgt[kontor.kommune_id]) for kontor in kontorer]


def _svartid(kontor: Kontor, deres: list[tuple[bool, Svarmal]], valgt: Mapping[str, Any]) -> Kontorsvartid:
    naa, til_klokkeslettet = klokke.na(), valgt[TIL_KLOKKESLETTET]
    alle = regler.maal((en for _haster, en in deres), naa, til_klokkeslettet=til_klokkeslettet)
    haster = regler.maal((en for haster, en in deres if haster), naa, til_klokkeslettet=til_klokkeslettet)
    return Kontorsvartid(kontor, alle, haster)


def henvendelsegjoremal(aktor: Aktor, *, uten_sak: bool = False) -> list[Gjoremalrad]:
    """What the actor is to answer: their own (and those they stand in for), and the office's that nobody has.

    `uten_sak`: only those in no case; the others stand with their cases in Min dag.
    Past the limit everyone's at the office is told to those who set the duty list too. A constant number of queries.
    """
    if aktor.er_system or not kontorer_for(aktor, Handling.HENVENDELSE_SKRIV).kontorer:
        return []
    kan_svare = henvendelser_for(aktor, Handling.HENVENDELSE_SKRIV).filter(status__in=sorted(APNE))
    rader = _med_klokke(list(kan_svare.filter(sak=None) if uten_sak else kan_svare))
    er_min = _er_min(aktor)
    passer_pa = kontorer_for(aktor, Handling.VAKT_SKRIV).kontorer
    return etter_frist(
        _gjoremal(rad)
        for rad in rader
        if er_min(rad.henvendelse)
        or rad.henvendelse.fordelt_til_id is None
        or (rad.klokke.over and rad.henvendelse.kontor_id in passer_pa)
    )


def _gjoremal(rad: Rad) -> Gjoremalrad:
    henvendelse = rad.henvendelse
    tekst = _("Trenger hjelp straks: %(tema)s") if henvendelse.haster else _("Venter på svar: %(tema)s")
    hos = henvendelse.fordelt_til.navn if henvendelse.fordelt_til else _("ingen har den")
    return Gjoremalrad(
        hvem=henvendelse.hvem,
        tekst=tekst % {"tema": henvendelse.get_tema_display().lower()},
        mer=f"{rad.klokke.ord} · {hos}",
        siden=klokke.dagen(henvendelse.mottatt),
        frist=klokke.dagen(henvendelse.mottatt) if henvendelse.haster else rad.klokke.frist.date(),
        knapp=_("Svar"),
        side="henvendelse",
        args=(henvendelse.pk,),
    )


def til_mappe(saker: Sequence[Sak]) -> dict[UUID, list[dict[str, Any]]]:
    """Each case's enquiries for the case file, oldest first: local times to the second. One query."""
    ut: dict[UUID, list[dict[str, Any]]] = {sak.pk: [] for sak in saker}
    rader = Henvendelse.objects.filter(sak__in=saker).order_by("mottatt", "pk")
    for sak_id, mottatt, kanal, besvart in rader.values_list("sak_id", "mottatt", "kanal", "besvart"):
        if sak_id is not None:
            ut[sak_id].append({"mottatt": _sekunder(mottatt), "kanal": kanal, "besvart": _sekunder(besvart)})
    return ut


def _sekunder(tid: datetime | None) -> str | None:
    return lokal(tid).strftime("%Y-%m-%dT%H:%M:%S") if tid else None


def status_farge(henvendelse: Henvendelse) -> str:
    """The colour of the state's mark; the word says the same."""
    return {
        Henvendelsesstatus.NY: "blatt",
        Henvendelsesstatus.FORDELT: "blatt",
        Henvendelsesstatus.VIDERESENDT: "gult",
        Henvendelsesstatus.BESVART: "gront",
    }[Henvendelsesstatus(henvendelse.status)]


def kontor_hent(aktor: Aktor, kontor_id: UUID, handling: Handling) -> Kontor:
    """An office where the actor may do `handling`. Raises IkkeTilgang."""
    kontor = kontorer_a_registrere_ved(aktor, handling).filter(pk=kontor_id).first()
    if kontor is None:
        raise IkkeTilgang(f"ingen rolle gir {handling} der")
    return kontor


def person_pa_nummer(aktor: Aktor, fnr: str) -> Person:
    """The person whose number it is, for somebody on the telephone who has told it. Raises Fagfeil when not found."""
    nummer = fodselsnummer.les(fnr, felt="fnr")
    krev_rolle(aktor, Handling.PERSON_SOK)
    person = Person.objects.filter(fodselsnummer=nummer.nummer).first()
    spor_sok(aktor, Handling.PERSON_SOK, int(person is not None))
    if person is None or not ser_gradering(aktor, person.gradering):
        raise Fagfeil(_("Vi finner ikke personen. Skriv navn og telefon i stedet."), felt="fnr")
    return person
