"""Commands on a claim on NAV (sotjl § 38 second paragraph), and what it settles.

The same krone is never taken twice. What waits for NAV's answer is not deducted meanwhile (trekkplan.reservert), and
what was deducted already is no outlay any more (`utleggene`).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q, Sum
from django.utils.translation import gettext as _

from fotfeste.fag.brev.maler import refusjonskrav_til_nav, refusjonsmelding
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.pdf import som_pdf
from fotfeste.fag.brev.services import brev_send, brevfeil_i_ord
from fotfeste.fag.krav.dekning import linjerester
from fotfeste.fag.krav.enums import Kravstatus, Refusjonsstatus, Refusjonsytelse
from fotfeste.fag.krav.kravbrev import refusjonsinnhold
from fotfeste.fag.krav.laas import las_refusjonskrav
from fotfeste.fag.krav.models import Krav, Motregning, Refusjonsdekning, Refusjonskrav
from fotfeste.fag.krav.overganger import REFUSJONSKRAV
from fotfeste.fag.krav.trekkplan import gjelder, krav_rull_videre
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Differanse, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk import krav as regler
from fotfeste.regelverk.penger import kroner_tekst
from fotfeste.regelverk.refusjon import Manedsutlegg, krevd_hoyst, stonadsdager
from fotfeste.regelverk.tid import Periode
from fotfeste.regelverk.tid import maned as maned_periode

MOTTAKER = "NAV"
_HJEMMEL = str(regler.REFUSJON)


def utleggene(sak: Sak, periode: Periode) -> list[Manedsutlegg]:
    """What the municipality has laid out for the days of the period, month by month, from the frozen reckonings.

    A month paid in more than one go is spread over the days of its last reckoning: that is what all of it was paid for.
    """
    betalt: defaultdict[date, int] = defaultdict(int)
    dager: dict[date, list[date]] = {}
    rader = (
        Utbetaling.objects.filter(
            LEVENDE_UTBETALING, sak=sak, art__in=[Utbetalingsart.MANED, Utbetalingsart.ETTERBETALING]
        )
        .exclude(status=Utbetalingsstatus.PLANLAGT)
        .filter(maned__gte=periode.fra.replace(day=1), maned__lte=periode.slutt)
        .select_related("beregning")
        .defer("beregning__spor", "beregning__ut")
        # By the reckoning's age: a month the bank sent back can be paid again after what was added to it.
        .order_by("maned", "beregning__opprettet")
    )
    for rad in rader:
        betalt[rad.maned] += rad.brutto
        if rad.beregning:
            inn = rad.beregning.inn
            dager[rad.maned] = stonadsdager(
                maned_periode(rad.maned.year, rad.maned.month),
                _perioder(inn["vedtak"]),
                _perioder(inn["avbrudd"]),
                _perioder(inn["permisjon_uten_stonad"]),
            )
    dekket = _gitt_tilbake(sak)
    return [
        Manedsutlegg(
            maned,
            betalt[maned],
            dekket[maned],
            len(dager[maned]),
            sum(periode.inneholder(dag) for dag in dager[maned]),
        )
        for maned in sorted(dager)
    ]


def _perioder(rader: list[dict[str, str | None]]) -> list[Periode]:
    return [
        Periode(date.fromisoformat(rad["fra"] or ""), date.fromisoformat(rad["til"]) if rad["til"] else None)
        for rad in rader
    ]


def _gitt_tilbake(sak: Sak) -> defaultdict[date, int]:
    """What of each month has come back already, by deductions (planned ones too) and money paid in.

    What was paid twice is no outlay for the month a second time, so what comes back of it is not taken off that either.
    """
    ut: defaultdict[date, int] = defaultdict(int)
    for krav in Krav.objects.filter(sak=sak):
        for rad in linjerester(krav):
            if rad.linje.differanse_id:
                ut[rad.maned] += rad.tatt
    return ut


def _tatt_for_ytelsen(sak: Sak, periode: Periode) -> int:
    """What has come back already, or was set off, because a benefit was paid for the months of the period."""
    av_ytelsen = Q(maned__gte=periode.fra.replace(day=1), maned__lte=periode.slutt)
    av_ytelsen &= Q(belop__lt=0, arsaker__contains=[Endringsarsak.YTELSE])
    differanser = set(Differanse.objects.filter(av_ytelsen, sak=sak).values_list("pk", flat=True))
    rester = [rad for krav in Krav.objects.filter(sak=sak) for rad in linjerester(krav)]
    tatt = sum(rad.tatt for rad in rester if rad.linje.differanse_id in differanser)
    # What was set off because the benefit itself turned out smaller is no krone of the participant's.
    motregnet = Motregning.objects.filter(mot__in=differanser)
    motregnet = motregnet.exclude(differanse__arsaker__contains=[Endringsarsak.YTELSE])
    return tatt + (motregnet.aggregate(sum=Sum("belop"))["sum"] or 0)


def refusjonskrav_fremsett(
    aktor: Aktor, *, sak: Sak, ytelse: Refusjonsytelse, fra: date, til: date, etterbetalt: int, krevd: int | None = None
) -> Refusjonskrav:
    """Claim of NAV what we have paid for the same days, and tell the participant. Without `krevd`, all of it.

    Raises FlereFeil for days that cannot be, more than the outlay or the amount paid afterwards, and for days another
    living claim is about.
    """
    krev(aktor, Handling.KRAV_BEHANDLE, sak)
    with kommando(aktor, "refusjon.fremsett"):
        sak = sak_las(sak)
        if til < fra or fra > klokke.i_dag():
            raise Fagfeil(_("Tiden må slutte etter at den begynner, og kan ikke begynne fram i tid."), felt="til")
        maneder = utleggene(sak, Periode(fra, til))
        hoyst = krevd_hoyst(etterbetalt, maneder, _tatt_for_ytelsen(sak, Periode(fra, til)))
        krevd = hoyst if krevd is None else krevd
        if feil := _feil_i_kravet(etterbetalt, krevd, hoyst):
            raise FlereFeil(feil)
        rad = Refusjonskrav(
            sak=sak,
            ytelse=ytelse,
            fra=fra,
            til=til,
            etterbetalt=etterbetalt,
            utlegg=sum(ett.utlegg for ett in maneder),
            krevd=krevd,
            fremsatt=klokke.i_dag(),
            saksbehandler=aktor.krev_bruker(),
        )
        _send_brevene(aktor, rad, maneder)
        try:
            with transaction.atomic():
                rad.save()
        except IntegrityError as nei:
            setning = _("Det er alt krevd refusjon for noen av dagene. Velg dager som ikke er med der.")
            raise Fagfeil(setning, felt="fra", hjemmel=_HJEMMEL) from nei
        skriv_hendelse(aktor, "refusjon.fremsatt", sak_id=sak.pk, objekt_id=rad.pk, milepel=True, belop=krevd)
        _rull_videre(sak)
        return rad


def _feil_i_kravet(etterbetalt: int, krevd: int, hoyst: int) -> list[Fagfeil]:
    if etterbetalt < 1:
        return [Fagfeil(_("Skriv hvor mye NAV etterbetaler for de samme dagene."), felt="etterbetalt")]
    if hoyst < 1:
        return [
            Fagfeil(
                _("Vi har ikke betalt noe for disse dagene som vi ikke har fått tilbake."), felt="fra", hjemmel=_HJEMMEL
            )
        ]
    if not 0 < krevd <= hoyst:
        setning = _("Vi kan kreve mellom 1 kr og %s for disse dagene.") % kroner_tekst(hoyst)
        return [Fagfeil(setning, felt="krevd", hjemmel=_HJEMMEL)]
    return []


def _send_brevene(aktor: Aktor, rad: Refusjonskrav, maneder: list[Manedsutlegg]) -> None:
    """The claim to NAV, kept with the claim; and the letter that tells the participant of it."""
    utlegg = tuple((ett.maned, ett.utlegg) for ett in maneder if ett.utlegg)
    with brevfeil_i_ord():
        innhold = refusjonsinnhold(aktor, rad, utlegg)
        til_nav = refusjonskrav_til_nav(innhold, mottaker=MOTTAKER)
        pdf = som_pdf(til_nav)
        melding = refusjonsmelding(innhold)
    navn = f"{til_nav.dato.isoformat()} {til_nav.tittel[:80]}.pdf"
    rad.brev = dokument_arkiver(navn=navn, mime="application/pdf", innhold=pdf)
    brev_send(aktor, sak=rad.sak, mal=Brevmal.UTBETALING, brev=melding)


def refusjonskrav_innfri(
    aktor: Aktor, *, refusjonskrav: Refusjonskrav, dato: date, belop: int, referanse: str
) -> Refusjonskrav:
    """Register the money NAV paid us. It settles the months of a claim that are about the same kroner."""
    krev(aktor, Handling.KRAV_INNBETALING, refusjonskrav)
    with kommando(aktor, "refusjon.innfri"):
        rad = las_refusjonskrav(refusjonskrav)
        overgang = REFUSJONSKRAV.krev("innfri", rad)
        feil = []
        if not 0 < belop <= rad.krevd:
            setning = _("Beløpet må være mellom 1 kr og %s, som er det vi krevde.") % kroner_tekst(rad.krevd)
            feil.append(Fagfeil(setning, felt="belop"))
        if not rad.fremsatt <= dato <= klokke.i_dag():
            feil.append(Fagfeil(_("Dagen må være fra kravet ble sendt til og med i dag."), felt="dato"))
        if not referanse.strip():
            feil.append(Fagfeil(_("Skriv hva innbetalingen er merket med i regnskapet."), felt="referanse"))
        if feil:
            raise FlereFeil(feil)
        rad.lagre_endring(status=overgang.til, avgjort=dato, innbetalt=belop, referanse=referanse.strip())
        skriv_hendelse(aktor, "refusjon.innfridd", sak_id=rad.sak_id, objekt_id=rad.pk, milepel=True, belop=belop)
        fordel_refusjon(rad.sak)
        _rull_videre(rad.sak)
        return rad


def refusjonskrav_registrer_avslag(aktor: Aktor, *, refusjonskrav: Refusjonskrav, grunn: str) -> Refusjonskrav:
    """NAV will not cover it. What waited for the answer can be deducted again."""
    return _avslutt(aktor, refusjonskrav, "registrer_avslag", "refusjon.avslatt", grunn)


def refusjonskrav_trekk_tilbake(aktor: Aktor, *, refusjonskrav: Refusjonskrav, grunn: str) -> Refusjonskrav:
    """Ask NAV for nothing after all."""
    return _avslutt(aktor, refusjonskrav, "trekk_tilbake", "refusjon.frafalt", grunn)


def _avslutt(aktor: Aktor, refusjonskrav: Refusjonskrav, navn: str, kode: str, grunn: str) -> Refusjonskrav:
    krev(aktor, Handling.KRAV_BEHANDLE, refusjonskrav)
    with kommando(aktor, f"refusjon.{navn}"):
        rad = las_refusjonskrav(refusjonskrav)
        overgang = REFUSJONSKRAV.krev(navn, rad)
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor."), felt="grunn")
        rad.lagre_endring(status=overgang.til, avgjort=klokke.i_dag(), grunn=grunn.strip())
        skriv_hendelse(aktor, kode, sak_id=rad.sak_id, objekt_id=rad.pk, milepel=True)
        _rull_videre(rad.sak)
        return rad


def fordel_refusjon(sak: Sak) -> None:
    """Write what NAV has paid off the months of claims it is about, the earliest first. Done again, nothing happens."""
    for rad in Refusjonskrav.objects.filter(sak=sak, status=Refusjonsstatus.INNFRIDD):
        brukt = rad.dekninger.aggregate(sum=Sum("belop"))["sum"] or 0
        igjen = (rad.innbetalt or 0) - brukt
        for krav in Krav.objects.filter(sak=sak).exclude(status=Kravstatus.FRAFALT):
            for linje in linjerester(krav):
                belop = min(igjen, linje.rest)
                if belop and gjelder(rad, linje.linje.differanse):
                    Refusjonsdekning.objects.create(sak=sak, refusjonskrav=rad, linje=linje.linje, belop=belop)
                    igjen -= belop


def _rull_videre(sak: Sak) -> None:
    for krav in Krav.objects.filter(sak=sak).select_related("vedtak"):
        krav.sak = sak
        krav_rull_videre(krav)
