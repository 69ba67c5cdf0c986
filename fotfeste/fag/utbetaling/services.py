"""The month's run: prepared by one, released by another, and never twice however often it is started or killed.

A run is prepared in batches. Each batch takes the run's row lock, picks cases the run has not answered yet, and stores
their payments in one transaction; a killed preparation goes on where it stopped. What can never happen is also held by
the database: one living payment per case and month, an approved sheet under each, preparer and releaser different.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.fakta import dager_uten_rad_for
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import navn_for
from fotfeste.fag.utbetaling.enums import Kjoringsart, Kjoringsstatus, Utbetalingsart, Utbetalingsstatus, Utelatt
from fotfeste.fag.utbetaling.forskudd import forskudd_fall_bort
from fotfeste.fag.utbetaling.frigivelse import filkontroll
from fotfeste.fag.utbetaling.frysing import fakta_som_json, frys
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.fag.utbetaling.innkreving import Del, annet_til_innkreving, deler_for, delutbetalinger
from fotfeste.fag.utbetaling.kvittering import (
    ikke_betalt_pa_nytt,
    konto_avvist,
    utbetaling_feilsendt,
    utbetaling_prov_igjen,
)
from fotfeste.fag.utbetaling.laas import las_kommunen
from fotfeste.fag.utbetaling.lose_betalinger import innkrevingens_konto, legg_til_lose_betalinger
from fotfeste.fag.utbetaling.models import (
    LEVENDE_KJORING,
    LEVENDE_UTBETALING,
    Beregning,
    Forskudd,
    Kjoring,
    Trekklinje,
    Utbetaling,
    UtelattFraKjoring,
)
from fotfeste.fag.utbetaling.overganger import KJORING
from fotfeste.fag.utbetaling.trekk import maneden_betales_hel, trekk_for, trekklinjer_for
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus
from fotfeste.fag.vedtak.perioder import Vedtaksperioder, vedtaksperioder_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.stonad import beregn
from fotfeste.regelverk.tid import maned as maned_periode
from fotfeste.regelverk.tid import neste_virkedag, utbetalingsdag

__all__ = ["utbetaling_feilsendt", "utbetaling_prov_igjen"]

BUNKE = 500
ER_FRIGITT = frozenset({Kjoringsstatus.FRIGITT, Kjoringsstatus.SENDT})
_FRIGITT_KODE = {
    Utbetalingsart.MANED: "utbetaling.frigitt",
    Utbetalingsart.ETTERBETALING: "utbetaling.etterbetaling",
    Utbetalingsart.FORSKUDD: "utbetaling.forskudd",
    Utbetalingsart.INNKREVING: "utbetaling.innkreving",
    Utbetalingsart.TILBAKEFORING: "utbetaling.tilbakeforing",
}


def beregning_forhandsvis(sak: Sak, *, maned: date, kjent_dato: date | None = None) -> Beregning:
    """The month as it would be reckoned now, unsaved."""
    fakta = stonadsfakta_for([sak], maned, kjent_dato=kjent_dato or klokke.i_dag())[sak.pk]
    timeliste = Timeliste.objects.filter(sak=sak, maned=maned).first()
    return frys(sak, fakta, beregn(fakta), timeliste=timeliste)


def utbetalingsdato(kommune: Kommune, maned: date) -> date:
    """The day the stønad of `maned` is paid: the municipality's day of the next month, moved past days off."""
    neste = date(maned.year + maned.month // 12, maned.month % 12 + 1, 1)
    return utbetalingsdag(maned, int(valg.verdi(kommune.pk, "utbetalingsdag", neste)))


def kjoring_opprett(aktor: Aktor, *, kommune: Kommune, maned: date, art: Kjoringsart = Kjoringsart.MANED) -> Kjoring:
    """The month's run, begun by the actor; the one that is there already when someone has begun it.

    A month that has been sent gets a further run, for those whose sheet was approved too late for the first, or whose
    money came back from the bank. An extra run (`art`) pays what cannot wait for a month to end: advances and back
    payments, on the next virkedag.
    Raises IkkeTilgang for another municipality, also when its run is there already; Fagfeil for a month that is not
    over.
    """
    krev(aktor, Handling.KJORING_FORBERED, Kjoring(kommune=kommune))
    if art == Kjoringsart.MANED:
        _krev_at_maneden_er_over(maned)
    neste = neste_virkedag(klokke.i_dag())
    with kommando(aktor, "kjoring.opprett"):
        las_kommunen(kommune.pk)
        siste_kjoring = _siste_kjoring(kommune, maned, art)
        if siste_kjoring and siste_kjoring.status != Kjoringsstatus.SENDT:
            return siste_kjoring
        kjoring = Kjoring(
            kommune=kommune,
            art=art,
            maned=maned,
            nummer=_neste_nummer(kommune, maned),
            utbetalingsdato=neste if art == Kjoringsart.EKSTRA else max(utbetalingsdato(kommune, maned), neste),
            forberedt_av=aktor.krev_bruker(),
        )
        kjoring.save()
        return kjoring


def _krev_at_maneden_er_over(maned: date) -> None:
    siste = maned_periode(maned.year, maned.month).til
    if siste is None or siste >= klokke.i_dag():
        raise Fagfeil(
            _("Måneden er ikke over ennå. Stønaden betales etterskuddsvis."), felt="maned", hjemmel="sotjl § 39"
        )


def _levende_kjoringer(kommune: Kommune, maned: date) -> QuerySet[Kjoring]:
    return Kjoring.objects.filter(LEVENDE_KJORING, kommune=kommune, maned=maned)


def _siste_kjoring(kommune: Kommune, maned: date, art: Kjoringsart) -> Kjoring | None:
    return _levende_kjoringer(kommune, maned).filter(art=art).order_by("-nummer").first()


def _neste_nummer(kommune: Kommune, maned: date) -> int:
    """The runs of a month are numbered together, whatever their kind: the number is in the names of their files."""
    siste = _levende_kjoringer(kommune, maned).order_by("-nummer").first()
    return siste.nummer + 1 if siste else 1


def kjoring_forbered(aktor: Aktor, kjoring: Kjoring) -> Kjoring:
    """Reckon every case of the month. A ready run is reckoned anew, and one somebody else has begun on.

    A stopped preparation goes on where it left off.
    """
    krev(aktor, Handling.KJORING_FORBERED, kjoring)
    KJORING.krev("forbered", kjoring)
    _begynn(aktor, kjoring)
    while _neste_bunke(aktor, kjoring):
        pass
    return _ferdig(aktor, kjoring)


def _las(kjoring: Kjoring) -> Kjoring:
    return Kjoring.objects.select_for_update(of=("self",)).select_related("kommune").get(pk=kjoring.pk)


def _begynn(aktor: Aktor, kjoring: Kjoring) -> None:
    with kommando(aktor, "kjoring.begynn"):
        last = _las(kjoring)
        KJORING.krev("forbered", last)
        hvem = aktor.krev_bruker()
        if last.status == Kjoringsstatus.FORBEREDES and last.siste_sak is not None and last.forberedt_av_id == hvem.pk:
            return
        # Another begins anew: who has prepared a part of the run is not the one who releases it.
        last.utbetalinger.filter(status=Utbetalingsstatus.PLANLAGT).update(status=Utbetalingsstatus.FORKASTET)
        if last.forberedt_av_id != hvem.pk:
            last.lagre_endring(forberedt_av=hvem)
        last.utelatte.all().delete()
        antall = _saker_i_maneden(last).count()
        last.lagre_endring(status=Kjoringsstatus.FORBEREDES, antall_i_alt=antall, antall_ferdig=0, siste_sak=None)


def _saker_i_maneden(kjoring: Kjoring) -> QuerySet[Sak]:
    """Cases of the municipality with a decision that gives a right on a day of the month, not paid for it elsewhere."""
    if kjoring.art == Kjoringsart.EKSTRA:
        return Sak.objects.none()
    periode = maned_periode(kjoring.maned.year, kjoring.maned.month)
    betalt_ellers = Utbetaling.objects.filter(
        LEVENDE_UTBETALING, sak=OuterRef("pk"), maned=kjoring.maned, art=Utbetalingsart.MANED
    ).exclude(kjoring=kjoring)
    betales_pa_nytt = ikke_betalt_pa_nytt(art=Utbetalingsart.MANED, maned=kjoring.maned, sak=OuterRef("pk"))
    return (
        Sak.objects.filter(
            kommune_id=kjoring.kommune_id,
            vedtak__status=Vedtaksstatus.FATTET,
            vedtak__type__in=GIR_PERIODE,
            vedtak__fra__lte=periode.til,
            vedtak__til__gte=periode.fra,
        )
        .exclude(avslutning__dato__lt=periode.fra)
        .exclude(Exists(betalt_ellers))
        .exclude(Exists(betales_pa_nytt))  # as it was, not reckoned anew
        .distinct()
    )


def _neste_bunke(aktor: Aktor, kjoring: Kjoring) -> bool:
    """Answer up to BUNKE cases more. False when none are left, or the run is no longer being prepared."""
    with kommando(aktor, "kjoring.bunke"):
        last = _las(kjoring)
        if last.status != Kjoringsstatus.FORBEREDES:
            return False
        saker = list(
            _saker_i_maneden(last)
            .filter(pk__gt=last.siste_sak or UUID(int=0))
            .select_related("person")
            .order_by("pk")[:BUNKE]
        )
        if not saker:
            return False
        _besvar(last, saker)
        last.siste_sak = saker[-1].pk
        last.antall_ferdig += len(saker)
        last.save(update_fields=["siste_sak", "antall_ferdig"])
        return True


def _besvar(kjoring: Kjoring, saker: Sequence[Sak]) -> None:
    """Store a payment, or a reason for none, for each case that has stønadsdager in the month."""
    perioder = vedtaksperioder_for([sak.pk for sak in saker])
    periode = maned_periode(kjoring.maned.year, kjoring.maned.month)
    aktuelle = [sak for sak in saker if perioder[sak.pk].stonadsdager(periode)]
    lister = {t.sak_id: t for t in Timeliste.objects.filter(sak__in=aktuelle, maned=kjoring.maned)}
    mangler = dager_uten_rad_for([sak.pk for sak in aktuelle], kjoring.maned)
    avvist = konto_avvist([sak.pk for sak in aktuelle])
    utelatt = {
        sak.pk: grunn
        for sak in aktuelle
        if (
            grunn := _utelatt(
                sak, lister.get(sak.pk), mangler_dager=sak.pk in mangler, konto_er_avvist=sak.pk in avvist
            )
        )
    }
    UtelattFraKjoring.objects.bulk_create(
        UtelattFraKjoring(kjoring=kjoring, sak_id=sak_id, grunn=grunn) for sak_id, grunn in utelatt.items()
    )
    _lagre_utbetalinger(kjoring, [sak for sak in aktuelle if sak.pk not in utelatt], perioder, lister)


def _utelatt(sak: Sak, timeliste: Timeliste | None, *, mangler_dager: bool, konto_er_avvist: bool) -> Utelatt | None:
    if timeliste is None or timeliste.status in {Timelistestatus.APEN, Timelistestatus.RETURNERT}:
        return Utelatt.TIMELISTE_MANGLER
    if timeliste.status != Timelistestatus.GODKJENT:
        return Utelatt.TIMELISTE_IKKE_GODKJENT
    if mangler_dager:
        return Utelatt.DAGER_MANGLER
    if konto_er_avvist:
        return Utelatt.KONTO_AVVIST
    return filkontroll().mottakerhinder(sak.person)


def _lagre_utbetalinger(
    kjoring: Kjoring,
    saker: Sequence[Sak],
    perioder: dict[UUID, Vedtaksperioder],
    lister: dict[UUID, Timeliste],
) -> None:
    fakta = stonadsfakta_for(saker, kjoring.maned, kjent_dato=klokke.i_dag(), perioder=perioder)
    beregninger = [frys(sak, fakta[sak.pk], beregn(fakta[sak.pk]), timeliste=lister[sak.pk]) for sak in saker]
    Beregning.objects.bulk_create(beregninger)
    deler = deler_for(saker, kjoring.maned, fakta, {rad.sak_id: rad.netto for rad in beregninger})
    utbetalinger = Utbetaling.objects.bulk_create(
        _manedsutbetaling(kjoring, sak, beregning, deler.get(sak.pk, ()))
        for sak, beregning in zip(saker, beregninger, strict=True)
    )
    Utbetaling.objects.bulk_create(delutbetalinger(utbetalinger, deler))
    Trekklinje.objects.bulk_create(trekklinjer_for(utbetalinger, trekk_for([s.pk for s in saker], kjoring.maned)))


def _manedsutbetaling(kjoring: Kjoring, sak: Sak, beregning: Beregning, deler: Sequence[Del]) -> Utbetaling:
    til_andre = sum(del_.belop for del_ in deler)
    return Utbetaling(
        sak=sak,
        kjoring=kjoring,
        maned=kjoring.maned,
        timeliste_id=beregning.timeliste_id,
        beregning=beregning,
        brutto=beregning.brutto,
        trekk=beregning.ut["trekk"],
        til_andre=-til_andre,
        netto=beregning.netto - til_andre,
        mottaker=sak.person.mottaker,
        kontonummer=sak.person.utbetalingskonto,
        ende_til_ende=f"KVP{kjoring.maned:%Y%m}{beregning.pk.hex[:24]}",
    )


def _ferdig(aktor: Aktor, kjoring: Kjoring) -> Kjoring:
    with kommando(aktor, "kjoring.forbered"):
        las_kommunen(kjoring.kommune_id)  # a month's run and an extra one may end at once: what is owed goes in one
        last = _las(kjoring)
        if last.status == Kjoringsstatus.FORBEREDES:
            forskudd_fall_bort(aktor, last.kommune_id)
            legg_til_lose_betalinger(last)
            last.lagre_endring(status=Kjoringsstatus.KLAR, forberedt=klokke.na())
        return last


def kjoring_frigi(aktor: Aktor, kjoring: Kjoring) -> Kjoring:
    """Release the run. Everything is reckoned once more first; a difference stops it with the names.

    A day of payment that has passed is moved to the next virkedag. Raises Fagfeil when the releaser prepared the run,
    when something has changed since, when it has no payments, or when the files cannot be made of it. Asked again by
    the one who released it, it changes nothing: a second click is not told that the first one failed.
    """
    krev(aktor, Handling.KJORING_FRIGI, kjoring)
    with kommando(aktor, "kjoring.frigi"):
        las_kommunen(kjoring.kommune_id)  # a month and its advance in two runs: the second sees the first
        last = _las(kjoring)
        if last.status in ER_FRIGITT and last.frigitt_av_id == aktor.bruker_id:
            return last
        KJORING.krev("frigi", last)
        if last.forberedt_av_id == aktor.bruker_id:
            raise Fagfeil(_("Du forberedte denne kjøringen. En annen må frigi den."), hjemmel="fire øyne")
        planlagt = last.utbetalinger.filter(status=Utbetalingsstatus.PLANLAGT)
        if not planlagt.exists():
            raise Fagfeil(_("Det er ingen utbetalinger i kjøringen. Se hvem som er utelatt, og hvorfor."))
        if avvik := kjoring_avvik(last):
            navn = ", ".join(navn_for(aktor, sak, Handling.STONAD_LES) or sak.saksnummer for sak in avvik[:5])
            raise Fagfeil(
                _("Grunnlaget er endret etter at kjøringen ble beregnet, for %(antall)s: %(navn)s. Beregn på nytt.")
                % {"antall": len(avvik), "navn": navn}
            )
        filkontroll().krev_filer(last)
        last.lagre_endring(
            status=Kjoringsstatus.FRIGITT,
            utbetalingsdato=_tidligste_dato(last),
            frigitt_av=aktor.krev_bruker(),
            frigitt=klokke.na(),
        )
        _logg_utbetalinger(aktor, last, planlagt.select_related(None))
        planlagt.update(status=Utbetalingsstatus.FRIGITT)
        forskudd_fall_bort(aktor, last.kommune_id)
        return last


def _tidligste_dato(kjoring: Kjoring) -> date:
    """The run's day of payment, or the next virkedag when that has passed: no bank pays yesterday."""
    return max(kjoring.utbetalingsdato, neste_virkedag(klokke.i_dag()))


def kjoring_avvik(kjoring: Kjoring) -> list[Sak]:
    """Cases whose planned payment no longer is what their facts give: re-reckoned as of the day it was prepared."""
    avvik: list[Sak] = []
    planlagte = (
        kjoring.utbetalinger.filter(status=Utbetalingsstatus.PLANLAGT, art=Utbetalingsart.MANED, erstatter__isnull=True)
        .select_related("sak__person", "beregning", "timeliste")
        .defer("beregning__spor", "beregning__ut")  # the trace is most of a reckoning, and is not compared
    )
    bunke: list[Utbetaling] = []
    for utbetaling in planlagte.order_by("sak_id").iterator(chunk_size=BUNKE):
        bunke.append(utbetaling)
        if len(bunke) == BUNKE:
            avvik += _avvik_i(bunke)
            bunke = []
    avvik += _avvik_i(bunke) + _avvik_i_konto(kjoring) + _avvik_i_innkreving(kjoring) + _avvik_i_forskudd(kjoring)
    avvik += _avvik_i_det_angrede(kjoring)
    return list(dict.fromkeys(avvik))


def _avvik_i_konto(kjoring: Kjoring) -> list[Sak]:
    """What is not a month for the first time rests on something frozen: only the account can have changed since."""
    rader = (
        kjoring.utbetalinger.filter(status=Utbetalingsstatus.PLANLAGT)
        .exclude(art=Utbetalingsart.MANED, erstatter__isnull=True)
        .exclude(art=Utbetalingsart.INNKREVING)
        .select_related("sak__person")
    )
    return [rad.sak for rad in rader if rad.kontonummer != rad.sak.person.utbetalingskonto]


def _avvik_i_innkreving(kjoring: Kjoring) -> list[Sak]:
    """What goes to NAV Innkreving once more, and is demanded to another account or KID since, or not any more."""
    rader = kjoring.utbetalinger.filter(status=Utbetalingsstatus.PLANLAGT, art=Utbetalingsart.INNKREVING)
    return [
        rad.sak
        for rad in rader.filter(erstatter__isnull=False).select_related("sak__person", "erstatter")
        if rad.erstatter and innkrevingens_konto(rad.erstatter) != (rad.kontonummer, rad.melding)
    ]


def _avvik_i_forskudd(kjoring: Kjoring) -> list[Sak]:
    """Advances whose month has been released whole since they were added: they would come on top of it."""
    rader = Forskudd.objects.filter(
        maneden_betales_hel(kjoring), utbetalinger__kjoring=kjoring, utbetalinger__status=Utbetalingsstatus.PLANLAGT
    )
    return [rad.sak for rad in rader.select_related("sak__person")]


def _avvik_i_det_angrede(kjoring: Kjoring) -> list[Sak]:
    """Advances and amounts given back that were taken back while the run was being prepared: they are owed no more."""
    angret = Q(forskudd__trukket_tilbake=True) | Q(tilbakeforing__trukket_tilbake=True)
    rader = kjoring.utbetalinger.filter(angret, status=Utbetalingsstatus.PLANLAGT)
    return [rad.sak for rad in rader.select_related("sak__person")]


def _avvik_i(bunke: Sequence[Utbetaling]) -> list[Sak]:
    beregninger = {u.sak_id: u.beregning for u in bunke if u.beregning}  # a month has one, by constraint
    if not beregninger:
        return []
    kjent = next(iter(beregninger.values())).kjent_dato
    fakta = stonadsfakta_for([u.sak for u in bunke], bunke[0].maned, kjent_dato=kjent)
    avvist = konto_avvist([u.sak_id for u in bunke])
    til_andre = annet_til_innkreving(bunke, fakta, {sak_id: rad.netto for sak_id, rad in beregninger.items()})
    return [
        u.sak
        for u in bunke
        if fakta_som_json(fakta[u.sak_id]) != {**beregninger[u.sak_id].inn, "kjent_dato": kjent.isoformat()}
        or u.sak_id in til_andre
        or u.sak_id in avvist
        or u.kontonummer != u.sak.person.utbetalingskonto
        or u.timeliste is None
        or u.timeliste.status != Timelistestatus.GODKJENT
    ]


def _logg_utbetalinger(aktor: Aktor, kjoring: Kjoring, utbetalinger: QuerySet[Utbetaling]) -> None:
    """One line in each case's timeline, written together: 12 000 single inserts would take half the time of the run.

    Who gets nothing is told that, and no day: there is none on which 0 kr comes.
    """
    dato = kjoring.utbetalingsdato.isoformat()
    linjer = (
        Hendelse(
            kode=_FRIGITT_KODE[Utbetalingsart(art)] if netto else "utbetaling.ingenting",
            sak_id=sak_id,
            bruker=aktor.bruker,
            tid=klokke.na(),
            data={"maned": maned.isoformat(), **({"belop": netto, "dato": dato} if netto else {})},
            milepel=True,
        )
        for sak_id, art, maned, netto in utbetalinger.values_list("sak_id", "art", "maned", "netto")
    )
    while bunke := list(islice(linjer, BUNKE)):
        Hendelse.objects.bulk_create(bunke)


def kjoring_flytt_dato(aktor: Aktor, kjoring: Kjoring) -> Kjoring:
    """Move a released run whose day of payment passed before its files were made, and say so in each case.

    Returned unchanged when its day is still to come.
    """
    krev(aktor, Handling.KJORING_FRIGI, kjoring)
    with kommando(aktor, "kjoring.flytt_dato"):
        last = _las(kjoring)
        KJORING.krev("send", last)
        dato = _tidligste_dato(last)
        if dato == last.utbetalingsdato:
            return last
        last.lagre_endring(utbetalingsdato=dato)
        berorte = last.utbetalinger.filter(status=Utbetalingsstatus.FRIGITT, netto__gt=0).order_by()
        Hendelse.objects.bulk_create(
            Hendelse(
                kode="utbetaling.flyttet",
                sak_id=sak_id,
                bruker=aktor.bruker,
                tid=klokke.na(),
                data={"maned": maned.isoformat(), "dato": dato.isoformat()},
                milepel=True,
            )
            # Said once of a month, though a part of it goes to NAV Innkreving.
            for sak_id, maned in berorte.values_list("sak_id", "maned").distinct()
        )
        return last


def kjoring_forkast(aktor: Aktor, kjoring: Kjoring) -> Kjoring:
    """Put a run that has not been released aside; the month can be begun again."""
    krev(aktor, Handling.KJORING_FORBERED, kjoring)
    with kommando(aktor, "kjoring.forkast"):
        last = _las(kjoring)
        KJORING.krev("forkast", last)
        last.utbetalinger.update(status=Utbetalingsstatus.FORKASTET)
        return last.lagre_endring(status=Kjoringsstatus.FORKASTET)


def kjoring_send(aktor: Aktor, kjoring: Kjoring) -> Kjoring:
    """The file has been made: the run and its payments are sent. Called by kobling/betaling inside its own frame."""
    krev(aktor, Handling.KJORING_FRIGI, kjoring)
    with kommando(aktor, "kjoring.send"):
        last = _las(kjoring)
        KJORING.krev("send", last)
        last.utbetalinger.filter(status=Utbetalingsstatus.FRIGITT).update(status=Utbetalingsstatus.SENDT)
        return last.lagre_endring(status=Kjoringsstatus.SENDT)
