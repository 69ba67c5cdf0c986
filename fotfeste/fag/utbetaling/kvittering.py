"""What became of a payment: the bank's word (through fag/avstemming), and a person's where the money went astray.

A payment the bank has refused or sent back is owed still, and goes with the next run (lose_betalinger.py). When the
bank afterwards says that it came through all the same, the one that was to replace it is put aside, if it is not
released; else nothing is changed here, and the two payments are a contradiction for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM, UTEN_TIMELISTE, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Kjoring, Utbetaling
from fotfeste.fag.utbetaling.overganger import UTBETALING
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

_S = Utbetalingsstatus
SENDT_STATUSER = frozenset({_S.SENDT, _S.UTBETALT, _S.AVVIST, _S.RETURNERT, _S.FEILSENDT})
"""Payments that have been in a file to the bank."""
FRA_BANKEN = {
    _S.SENDT: frozenset({_S.UTBETALT, _S.AVVIST, _S.RETURNERT}),
    _S.UTBETALT: frozenset({_S.RETURNERT}),
    _S.AVVIST: frozenset({_S.UTBETALT, _S.RETURNERT}),
    _S.FEILSENDT: frozenset({_S.RETURNERT, _S.AVVIST}),
    _S.RETURNERT: frozenset({_S.UTBETALT, _S.FEILSENDT}),
}
"""Where the bank can move a payment. What has come back goes out again only when the bank undoes what it has done."""
_LISTE_STAR = frozenset({"godkjent", "erstattet"})
"""The sheet a payment on its way or paid may rest on; the trigger `krever_godkjent_timeliste` says the same."""
_BUNKE = 2000


@dataclass(frozen=True, slots=True)
class Bankutfall:
    """What the bank's word makes of a payment. `arsak` is a sentence in bokmål."""

    utbetaling: Utbetaling
    status: Utbetalingsstatus
    dato: date | None
    arsak: str = ""


def _samme() -> Q:
    """That a payment is for the same thing as the one of the outer query: the same once, by the database's own word."""
    # A part for Innkreving may go to another account the next time: what is paid again points to the first (`hoved`).
    forst_og_pa_nytt = Q(hoved=OuterRef("pk")) | Q(pk=OuterRef("hoved"))
    pa_nytt_og_pa_nytt = Q(hoved=OuterRef("hoved"), erstatter__isnull=False)
    return (
        Q(art=Utbetalingsart.MANED, maned=OuterRef("maned"))
        | Q(art=Utbetalingsart.ETTERBETALING, differanse=OuterRef("differanse"))
        | Q(art=Utbetalingsart.FORSKUDD, forskudd=OuterRef("forskudd"))
        | Q(art=Utbetalingsart.TILBAKEFORING, tilbakeforing=OuterRef("tilbakeforing"))
        | Q(forst_og_pa_nytt | pa_nytt_og_pa_nytt, art=Utbetalingsart.INNKREVING)
    ) & Q(sak=OuterRef("sak"), art=OuterRef("art"))


def ikke_betalt_pa_nytt(*, av_frigitte: bool = False, **filtre: Any) -> QuerySet[Utbetaling]:
    """Payments that never arrived and that no later one stands for: what somebody still has to do something about.

    What was taken back before it was out is owed no more. `av_frigitte`: one that is only planned stands for nothing
    yet.
    """
    star_for = LEVENDE_UTBETALING | Q(opprettet__gt=OuterRef("opprettet")) | Q(erstatter=OuterRef("pk"))
    senere = Utbetaling.objects.filter(_samme()).filter(star_for)
    teller_ikke = [_S.FORKASTET, _S.PLANLAGT] if av_frigitte else [_S.FORKASTET]
    senere = senere.exclude(status__in=teller_ikke).exclude(pk=OuterRef("pk"))
    rader = Utbetaling.objects.filter(~Exists(senere), status__in=IKKE_KOMMET_FRAM, **filtre)
    return rader.exclude(forskudd__trukket_tilbake=True).exclude(tilbakeforing__trukket_tilbake=True)


def samme_konto() -> Q:
    """That a payment went to the account the money would go to now: it cannot go again as things stand."""
    i_live = Q(sak__person__dodsdato__isnull=True, kontonummer=F("sak__person__kontonummer"))
    return i_live | Q(sak__person__dodsdato__isnull=False, kontonummer=F("sak__person__dodsbo_konto"))


def konto_avvist(sak_ids: Collection[UUID]) -> set[UUID]:
    """The cases whose account now is one that money did not arrive at, and that nobody has let it go to again."""
    rader = ikke_betalt_pa_nytt(sak_id__in=sak_ids, prov_igjen=False).filter(samme_konto())
    return set(rader.values_list("sak_id", flat=True))


def _levende_tvillinger(utbetalinger: Iterable[Utbetaling]) -> dict[UUID, Utbetaling]:
    """For those that did not arrive: the living payment for the same thing, by the id of the one that did not."""
    ider = [rad.pk for rad in utbetalinger if rad.status in IKKE_KOMMET_FRAM]
    if not ider:
        return {}
    tvilling = Utbetaling.objects.filter(_samme()).filter(LEVENDE_UTBETALING).exclude(pk=OuterRef("pk"))
    par = dict(
        Utbetaling.objects.filter(pk__in=ider)
        .annotate(tvilling=tvilling.values("pk")[:1])
        .filter(tvilling__isnull=False)
        .values_list("pk", "tvilling")
    )
    levende = Utbetaling.objects.select_related("kjoring").in_bulk(par.values())
    return {ident: levende[annen] for ident, annen in par.items()}


def andre_forsok(ider: Collection[UUID]) -> set[UUID]:
    """Those that did not arrive and are for the same thing as one of the payments: what they come to hangs together."""
    samme = Utbetaling.objects.filter(_samme(), pk__in=ider).exclude(pk=OuterRef("pk"))
    rader = Utbetaling.objects.filter(Exists(samme), status__in=IKKE_KOMMET_FRAM)
    return set(rader.values_list("pk", flat=True))


def utbetalinger_las(ider: Collection[UUID]) -> dict[UUID, Utbetaling]:
    """The payments, locked, with the runs that hold a payment in the place of one of them locked first."""
    rader = Utbetaling.objects.filter(pk__in=ider, status__in=IKKE_KOMMET_FRAM)
    kjoringer = {tvilling.kjoring_id for tvilling in _levende_tvillinger(rader).values()}
    list(Kjoring.objects.select_for_update(of=("self",)).filter(pk__in=kjoringer).order_by("pk"))
    laste = Utbetaling.objects.select_for_update(of=("self",)).filter(pk__in=ider).order_by("pk")
    return {rad.pk: rad for rad in laste}


def betalt_pa_nytt(utbetalinger: Iterable[Utbetaling]) -> set[UUID]:
    """Those that did not arrive and can no longer be the payment that did.

    They have been paid again by one that is released, or their sheet has been sent back since to be put right.
    """
    rader = [rad for rad in utbetalinger if rad.status in IKKE_KOMMET_FRAM]
    tvillinger = _levende_tvillinger(rader)
    uten_liste = Utbetaling.objects.filter(pk__in=[rad.pk for rad in rader], timeliste__isnull=False)
    uten_liste = uten_liste.exclude(art__in=UTEN_TIMELISTE).exclude(timeliste__status__in=_LISTE_STAR)
    return {ident for ident, tvilling in tvillinger.items() if tvilling.status != _S.PLANLAGT} | set(
        uten_liste.values_list("pk", flat=True) if rader else ()
    )


def betalt_pa_nytt_med(utbetaling: Utbetaling) -> Utbetaling | None:
    """The released payment that stands in the place of one that did not arrive; None where there is none."""
    tvilling = _levende_tvillinger([utbetaling]).get(utbetaling.pk)
    return None if tvilling is None or tvilling.status == _S.PLANLAGT else tvilling


def utbetalinger_oppdater_fra_bank(aktor: Aktor, utfall: Sequence[Bankutfall]) -> int:
    """Move payments (from `utbetalinger_las`) to what the bank has made of them, with a line in each timeline.

    The caller has a frame. What the bank cannot do to a payment as it stands is left. Returns how many moved.
    """
    flyttes, nye_datoer = [], []
    for ett in utfall:
        rad = ett.utbetaling
        if ett.status in FRA_BANKEN.get(_S(rad.status), frozenset()):
            flyttes.append(ett)
        elif ett.status == rad.status and ett.dato != rad.utbetalt:
            nye_datoer.append(ett)
    _sett_bort_erstatninger(aktor, [ett.utbetaling for ett in flyttes if ett.status == _S.UTBETALT])
    grupper: defaultdict[tuple[str, date | None], list[UUID]] = defaultdict(list)
    for ett in [*flyttes, *nye_datoer]:
        grupper[ett.status, ett.dato].append(ett.utbetaling.pk)
    for (status, dato), ider in grupper.items():
        for start in range(0, len(ider), _BUNKE):
            rader = Utbetaling.objects.filter(pk__in=ider[start : start + _BUNKE])
            rader.update(status=status, utbetalt=dato, versjon=F("versjon") + 1)
    Hendelse.objects.bulk_create([_hendelse(aktor, ett) for ett in flyttes], batch_size=_BUNKE)
    return len(flyttes)


def _hendelse(aktor: Aktor, utfall: Bankutfall) -> Hendelse:
    rad = utfall.utbetaling
    til_andre = rad.art == Utbetalingsart.INNKREVING
    if utfall.status == _S.UTBETALT:
        kode = "utbetaling.innkreving_betalt" if til_andre else "utbetaling.betalt"
        mer = {"dato": (utfall.dato or klokke.i_dag()).isoformat()}
    else:
        kode = "utbetaling.innkreving_feilet" if til_andre else f"utbetaling.{utfall.status}"
        mer = {"arsak": utfall.arsak}
    return Hendelse(
        kode=kode,
        sak_id=rad.sak_id,
        objekt_id=rad.pk,
        bruker=aktor.bruker,
        tid=klokke.na(),
        data={"maned": rad.maned.isoformat(), "belop": rad.netto, **mer},
        # That money came is what was said would happen; that it did not is news.
        milepel=utfall.status != _S.UTBETALT,
    )


def _sett_bort_erstatninger(aktor: Aktor, utbetalinger: Sequence[Utbetaling]) -> None:
    """Put aside what was planned in the place of a payment that came through. `utbetalinger_las` has the run's lock."""
    for tvilling in _levende_tvillinger(utbetalinger).values():
        if tvilling.status != _S.PLANLAGT:
            raise RuntimeError("A payment that has been paid again cannot be marked as arrived")
        Utbetaling.objects.filter(pk=tvilling.pk).update(status=_S.FORKASTET, versjon=F("versjon") + 1)
        skriv_hendelse(
            aktor,
            "utbetaling.stanset",
            sak_id=tvilling.sak_id,
            objekt_id=tvilling.pk,
            maned=tvilling.maned,
            belop=tvilling.netto,
        )


def utbetaling_feilsendt(aktor: Aktor, utbetaling: Utbetaling, *, grunn: str) -> Utbetaling:
    """Økonomi says that the money went to a wrong account. It is owed still, and goes with the next run.

    That is a second payment, so it takes two: who says this, and who releases the run it goes with. Raises Fagfeil
    without a reason.
    """
    krev_pengene(aktor, utbetaling)
    if not grunn.strip():
        raise Fagfeil(_("Skriv hva som har skjedd, så den som frigir kan se det."), felt="grunn")
    with kommando(aktor, "utbetaling.feilsendt"):
        last = _las(utbetaling)
        UTBETALING.krev("feilsendt", last)
        last.lagre_endring(status=_S.FEILSENDT)
        _fortell(aktor, "utbetaling.feilsendt", last)
        _begrunn(aktor, last, grunn)
        return last


def utbetaling_prov_igjen(aktor: Aktor, utbetaling: Utbetaling, *, grunn: str) -> Utbetaling:
    """Let what did not arrive go to the same account once more. Raises Fagfeil when it is paid again already."""
    krev_pengene(aktor, utbetaling)
    if not grunn.strip():
        raise Fagfeil(_("Skriv hvorfor den samme kontoen kan brukes."), felt="grunn")
    with kommando(aktor, "utbetaling.prov_igjen"):
        last = _las(utbetaling)
        UTBETALING.krev("prov_igjen", last)
        if not ikke_betalt_pa_nytt(pk=last.pk).exists():
            raise Fagfeil(_("Denne er betalt på nytt, eller ligger i en kjøring som gjøres klar."))
        if last.prov_igjen:
            return last
        last.lagre_endring(prov_igjen=True)
        _fortell(aktor, "utbetaling.prov_igjen", last)
        _begrunn(aktor, last, grunn)
        return last


def krev_pengene(aktor: Aktor, utbetaling: Utbetaling) -> None:
    """The gate for the money of a payment: it lies with the run, as økonomi pays people whose case they may not open.

    Nobody deals with their own (fvl § 6).
    """
    krev(aktor, Handling.KJORING_FORBERED, utbetaling.kjoring)
    if aktor.bruker_id and utbetaling.sak.person.bruker_id == aktor.bruker_id:
        raise IkkeTilgang("inhabil: egen sak (fvl § 6)")


def _las(utbetaling: Utbetaling) -> Utbetaling:
    return Utbetaling.objects.select_for_update(of=("self",)).select_related("sak__person").get(pk=utbetaling.pk)


def _fortell(aktor: Aktor, kode: str, rad: Utbetaling) -> None:
    skriv_hendelse(aktor, kode, sak_id=rad.sak_id, objekt_id=rad.pk, milepel=True, maned=rad.maned, belop=rad.netto)


def _begrunn(aktor: Aktor, rad: Utbetaling, grunn: str) -> None:
    """Why, for the office: another person's account may be in it."""
    skriv_hendelse(
        aktor,
        "utbetaling.grunn",
        sak_id=rad.sak_id,
        objekt_id=rad.pk,
        for_deltaker=False,
        maned=rad.maned,
        grunn=grunn.strip()[:300],
    )
