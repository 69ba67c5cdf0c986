"""Taking in what the bank has said, and a person's word for what did not fit.

A message is read once: the same file again, or the same message, is told as read before and changes nothing. Messages
of one municipality are taken one at a time (the municipality's row is locked), each in one transaction: killed at any
instruction it is read whole or not at all. What a payment has come to follows from all that has been said of it
(`utledning`), so that the bank may answer twice and in any order.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.avstemming.arsaker import arsak_bokmal, gjelder_kontoen
from fotfeste.fag.avstemming.dobbelt import dobbelt_med, folg_banken, si_dobbelt
from fotfeste.fag.avstemming.enums import GJELDER_BETALING, PA_KONTOEN, Avklaringsutfall, Postslag, Samsvar
from fotfeste.fag.avstemming.models import Avstemming, Bankmelding, Bankpost, Dobbeltbetaling, Postavklaring
from fotfeste.fag.avstemming.regnskap import apne_poster, hva_mangler, regnskap_for
from fotfeste.fag.avstemming.sagt import VIRKER, sagt_om
from fotfeste.fag.avstemming.utledning import Sagt, Utledet, utled
from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Utbetalingsstatus
from fotfeste.fag.utbetaling.kvittering import (
    SENDT_STATUSER,
    Bankutfall,
    andre_forsok,
    betalt_pa_nytt,
    ikke_betalt_pa_nytt,
    krev_pengene,
    utbetaling_prov_igjen,
    utbetalinger_las,
    utbetalinger_oppdater_fra_bank,
)
from fotfeste.fag.utbetaling.laas import las_kommunen
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

ORE = 100
_BUNKE = 2000


@dataclass(frozen=True, slots=True)
class Meldinginn:
    """A message as it came: which, from which account, and the file byte for byte."""

    type: str
    melding_id: str
    navn: str
    innhold: bytes
    konto: str = ""


@dataclass(frozen=True, slots=True)
class Postinn:
    """One thing the message says (see Bankpost). With `antall` it is a batch of the run `kjoring_id`."""

    slag: str
    ende_til_ende: str = ""
    belop_ore: int | None = None
    valuta: str = "NOK"
    dato: date | None = None
    arsak_kode: str = ""
    arsak_tekst: str = ""
    bankreferanse: str = ""
    motpart: str = ""
    antall: int | None = None
    kjoring_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Lest:
    """What came of reading a message; `for_`: it had been read before, and nothing happened."""

    melding: Bankmelding
    lest_for: bool


def poster_ta_imot(aktor: Aktor, *, kommune: Kommune, melding: Meldinginn, poster: Sequence[Postinn]) -> Lest:
    """Keep the message, hold each thing it says against what was sent, and move the payments.

    Raises Fagfeil when the bank has used the message's number before for something else.
    """
    krev(aktor, Handling.KJORING_FORBERED, Kjoring(kommune=kommune))
    with kommando(aktor, "bank.ta_imot"):
        las_kommunen(kommune.pk)
        sha = hashlib.sha256(melding.innhold).hexdigest()
        tidligere = _lest_for(kommune, melding, sha)
        if tidligere:
            return Lest(tidligere, lest_for=True)
        rad = Bankmelding.objects.create(
            kommune=kommune,
            type=melding.type,
            melding_id=melding.melding_id,
            sha256=sha,
            konto=melding.konto,
            dokument=dokument_arkiver(navn=melding.navn[:200], mime="application/xml", innhold=melding.innhold),
            lest_av=aktor.bruker,
        )
        berorte = _lagre(rad, poster) | _spre_bunter(rad)
        _oppdater(aktor, berorte)
        return Lest(rad, lest_for=False)


def _lest_for(kommune: Kommune, melding: Meldinginn, sha: str) -> Bankmelding | None:
    like = Bankmelding.objects.filter(kommune=kommune).select_related("lest_av")
    samme = like.filter(sha256=sha).first()
    if samme is None and like.filter(type=melding.type, melding_id=melding.melding_id).exists():
        raise Fagfeil(
            _(
                "Banken har brukt nummeret «%(nummer)s» før, på en melding med et annet innhold. "
                "Filen er ikke lest. Spør banken hvilken som gjelder."
            )
            % {"nummer": melding.melding_id}
        )
    return samme


# Posts


def _lagre(melding: Bankmelding, poster: Sequence[Postinn]) -> set[UUID]:
    """Store the posts with how they fit. Returns the payments they may have moved."""
    betalinger = _betalinger(melding.kommune_id, {post.ende_til_ende for post in poster if post.ende_til_ende})
    med_nokkel = _med_nokler(melding, poster)
    sagt_for = _sagt_for({nokkel for nokkel, _post in med_nokkel})
    sagt = sagt_om([rad.pk for rad in betalinger.values()])
    erstattet = betalt_pa_nytt(betalinger.values())
    nye: list[Bankpost] = []
    for nummer, (nokkel, post) in enumerate(med_nokkel, start=1):
        betaling = betalinger.get(post.ende_til_ende) if post.ende_til_ende else None
        samsvar = Samsvar.ALLEREDE
        if nokkel not in sagt_for:
            samsvar, til_na = _samsvar(post, betaling, sagt, erstattet)
            if betaling and til_na:
                sagt[betaling.pk] = til_na
        sagt_for.add(nokkel)
        nye.append(_post(melding, nummer, post, betaling, samsvar, nokkel))
    Bankpost.objects.bulk_create(nye, batch_size=_BUNKE)
    return {rad.utbetaling_id for rad in nye if rad.utbetaling_id and rad.samsvar in VIRKER}


def _betalinger(kommune_id: UUID, idents: Collection[str]) -> dict[str, Utbetaling]:
    rader = Utbetaling.objects.filter(kjoring__kommune_id=kommune_id, ende_til_ende__in=idents)
    return {rad.ende_til_ende: rad for rad in rader}


def _med_nokler(melding: Bankmelding, poster: Iterable[Postinn]) -> list[tuple[str, Postinn]]:
    """Each post with what makes it the same as another. Two equal movements of one file are two movements."""
    telt: Counter[tuple[object, ...]] = Counter()
    ut = []
    for post in poster:
        deler = _nokkeldeler(melding, post)
        telt[deler] += 1
        nummer = telt[deler] if melding.konto else 1  # an answer to a payment file may well repeat itself
        ut.append((hashlib.sha256(repr((*deler, nummer)).encode()).hexdigest(), post))
    return ut


def _nokkeldeler(melding: Bankmelding, post: Postinn) -> tuple[object, ...]:
    felles = (str(melding.kommune_id), post.slag, post.ende_til_ende)
    if not melding.konto:
        return felles
    # The bank's reference, or the day where it gives none.
    return (*felles, melding.konto, post.belop_ore, post.valuta, post.bankreferanse or str(post.dato))


def _sagt_for(nokler: Collection[str]) -> set[str]:
    return set(
        Bankpost.objects.filter(nokkel__in=nokler).exclude(samsvar=Samsvar.ALLEREDE).values_list("nokkel", flat=True)
    )


def _samsvar(
    post: Postinn, betaling: Utbetaling | None, sagt: Mapping[UUID, Sagt], erstattet: Collection[UUID]
) -> tuple[Samsvar, Sagt | None]:
    """How the post fits, and what has been said of its payment with it."""
    if betaling is None:
        return Samsvar.UKJENT, None
    if post.belop_ore is not None and (post.belop_ore != betaling.netto * ORE or post.valuta != "NOK"):
        return Samsvar.BELOP, None
    if betaling.status not in SENDT_STATUSER:  # the bank answers what we have not sent: it counts for nothing
        return Samsvar.UKJENT, None
    med = sagt.get(betaling.pk, Sagt()).og(post.slag, post.dato)
    if post.slag not in GJELDER_BETALING:
        return Samsvar.TREFF, med
    utledet = _utled(betaling, med, erstattet)
    return (Samsvar.MOTSIGELSE if utledet.motsigelse else Samsvar.TREFF), med


def _utled(betaling: Utbetaling, sagt: Sagt, erstattet: Collection[UUID]) -> Utledet:
    feilsendt, er_erstattet = betaling.status == Utbetalingsstatus.FEILSENDT, betaling.pk in erstattet
    utledet = utled(sagt, feilsendt=feilsendt, erstattet=er_erstattet)
    if (betaling.status, utledet.status) == (Utbetalingsstatus.RETURNERT, Utbetalingsstatus.UTBETALT):
        # Out again, and to the account it went to before: where somebody has said that was the wrong one, it still is.
        feilsendt = Hendelse.objects.filter(kode="utbetaling.feilsendt", objekt_id=betaling.pk).exists()
        return utled(sagt, feilsendt=feilsendt, erstattet=er_erstattet)
    return utledet


def _post(
    melding: Bankmelding, nummer: int, post: Postinn, betaling: Utbetaling | None, samsvar: Samsvar, nokkel: str
) -> Bankpost:
    return Bankpost(
        melding=melding,
        nummer=nummer,
        slag=post.slag,
        ende_til_ende=post.ende_til_ende,
        belop_ore=post.belop_ore,
        valuta=post.valuta,
        dato=post.dato,
        arsak_kode=post.arsak_kode,
        arsak_tekst=post.arsak_tekst,
        bankreferanse=post.bankreferanse,
        motpart=post.motpart,
        antall=post.antall,
        kjoring_id=post.kjoring_id,
        utbetaling=betaling,
        samsvar=samsvar,
        nokkel=nokkel,
    )


# Batches


def _spre_bunter(melding: Bankmelding) -> set[UUID]:
    """Give each payment of a batch its own post, for the batches whose payments are known by now.

    A batch is for the whole of its file, or for what of it the bank has not refused: whichever comes to the batch's
    count and amount. One that comes to neither waits for what more the bank says, and in the end for a person.
    """
    berorte: set[UUID] = set()
    apne = Bankpost.objects.filter(
        melding__kommune_id=melding.kommune_id,
        samsvar=Samsvar.UKJENT,
        antall__isnull=False,
        kjoring__isnull=False,
        deler__isnull=True,
        avklaring__isnull=True,
    )
    for bunt in apne:
        berorte |= _spre(bunt)
    return berorte


def _spre(bunt: Bankpost) -> set[UUID]:
    alle = list(Utbetaling.objects.filter(kjoring=bunt.kjoring, status__in=SENDT_STATUSER, netto__gt=0).order_by("pk"))
    sagt = sagt_om([rad.pk for rad in alle])
    ikke_avvist = [rad for rad in alle if not sagt[rad.pk].avvist]
    i_bunten = next((utvalg for utvalg in (alle, ikke_avvist) if _er_bunten(bunt, utvalg)), None)
    if i_bunten is None:
        return set()
    erstattet = betalt_pa_nytt(i_bunten)
    deler = []
    for nummer, rad in enumerate(i_bunten, start=1):
        motsier = _utled(rad, sagt[rad.pk].og(bunt.slag, bunt.dato), erstattet).motsigelse
        deler.append(
            Bankpost(
                melding_id=bunt.melding_id,
                nummer=bunt.nummer,
                slag=bunt.slag,
                ende_til_ende=rad.ende_til_ende,
                belop_ore=rad.netto * ORE,
                dato=bunt.dato,
                bankreferanse=bunt.bankreferanse,
                bunt=bunt,
                utbetaling=rad,
                samsvar=Samsvar.MOTSIGELSE if motsier else Samsvar.TREFF,
                nokkel=hashlib.sha256(f"{bunt.nokkel}{nummer}".encode()).hexdigest(),
            )
        )
    Bankpost.objects.bulk_create(deler, batch_size=_BUNKE)
    return {rad.pk for rad in i_bunten}


def _er_bunten(bunt: Bankpost, utvalg: Sequence[Utbetaling]) -> bool:
    return (
        bool(utvalg)
        and bunt.valuta == "NOK"
        and len(utvalg) == bunt.antall
        and sum(rad.netto for rad in utvalg) * ORE == bunt.belop_ore
    )


# What the payments have come to


def _oppdater(aktor: Aktor, ider: Collection[UUID]) -> None:
    """Move the payments, and then those they were sent again for: which of them is the one that came, follows."""
    andre = andre_forsok(ider)
    laste = utbetalinger_las({*ider, *andre})
    _flytt(aktor, {ident: laste[ident] for ident in ider})
    if andre:
        _flytt(aktor, utbetalinger_las(andre))


def _flytt(aktor: Aktor, laste: Mapping[UUID, Utbetaling]) -> None:
    sagt = sagt_om(laste)
    erstattet = betalt_pa_nytt(laste.values())
    arsaker = _arsaker(laste)
    utfall = []
    for ident, rad in laste.items():
        utledet = _utled(rad, sagt[ident], erstattet)
        utfall.append(Bankutfall(rad, utledet.status, utledet.dato, arsak_bokmal(arsaker.get(ident, ""))))
    utbetalinger_oppdater_fra_bank(aktor, utfall)
    _lukk_det_banken_har_ordnet([ett.utbetaling.pk for ett in utfall], sagt, erstattet, laste)
    folg_banken(aktor, sagt)


def _lukk_det_banken_har_ordnet(
    ider: Collection[UUID], sagt: Mapping[UUID, Sagt], erstattet: Collection[UUID], laste: Mapping[UUID, Utbetaling]
) -> None:
    """What could not be both, and now can, needs nobody any more: the money came back, as it should."""
    gar_opp = [ident for ident in ider if not _utled(laste[ident], sagt[ident], erstattet).motsigelse]
    apne = Bankpost.objects.filter(samsvar=Samsvar.MOTSIGELSE, utbetaling_id__in=gar_opp, avklaring__isnull=True)
    Postavklaring.objects.bulk_create(
        Postavklaring(post=post, utfall=Avklaringsutfall.ORDNET, grunn="Banken har rettet det selv.") for post in apne
    )


def _arsaker(ider: Collection[UUID]) -> dict[UUID, str]:
    """The code of the newest reason given for each payment that did not arrive."""
    rader = Bankpost.objects.filter(utbetaling_id__in=ider, slag__in=[Postslag.AVVIST, Postslag.RETUR])
    rader = rader.exclude(arsak_kode="").order_by("opprettet", "nummer")
    return {ident: kode for ident, kode in rader.values_list("utbetaling_id", "arsak_kode") if ident}


# A person's word


def bankpost_koble(aktor: Aktor, post: Bankpost, *, ende_til_ende: str, grunn: str) -> Postavklaring:
    """A person says which payment the post is for; the payment moves as if the bank had said so.

    Only money that came back may be another amount than what was sent (a bank may have kept a fee). Raises Fagfeil for
    a payment that is not there, or that the post cannot be for.
    """
    krev(aktor, Handling.KJORING_FORBERED, post)
    with kommando(aktor, "bank.koble"):
        las_kommunen(post.melding.kommune_id)
        utbetaling = _finn(post.melding.kommune_id, ende_til_ende)
        krev_pengene(aktor, utbetaling)
        _krev_apen(post)
        if post.slag not in GJELDER_BETALING | {Postslag.INN}:
            raise Fagfeil(_("Denne kan ikke kobles til en betaling."), felt="ende_til_ende")
        if post.slag == Postslag.BOKFORT and post.belop_ore != utbetaling.netto * ORE:
            raise Fagfeil(_("Beløpet er et annet enn det vi sendte. Banken må rette det."), felt="ende_til_ende")
        avklaring = _avklar(aktor, post, Avklaringsutfall.KOBLET, grunn, utbetaling)
        _oppdater(aktor, {utbetaling.pk})
        return avklaring


def bankpost_legg_bort(aktor: Aktor, post: Bankpost, *, grunn: str) -> Postavklaring:
    """A person says that the post has nothing to do with the programme."""
    krev(aktor, Handling.KJORING_FORBERED, post)
    with kommando(aktor, "bank.legg_bort"):
        las_kommunen(post.melding.kommune_id)
        _krev_apen(post)
        if post.utbetaling_id:
            raise Fagfeil(_("Denne gjelder en betaling vi har sendt. Skriv heller hvordan den er ordnet."))
        return _avklar(aktor, post, Avklaringsutfall.IKKE_KVP, grunn)


def bankpost_ordne(aktor: Aktor, post: Bankpost, *, grunn: str) -> Postavklaring:
    """A person says how something that could not be both was put right, with the bank or with the participant."""
    krev(aktor, Handling.KJORING_FORBERED, post)
    with kommando(aktor, "bank.ordne"):
        las_kommunen(post.melding.kommune_id)
        _krev_apen(post)
        if post.utbetaling:
            krev_pengene(aktor, post.utbetaling)
        return _avklar(aktor, post, Avklaringsutfall.ORDNET, grunn)


def bankpost_dobbelt(aktor: Aktor, post: Bankpost, *, grunn: str) -> Dobbeltbetaling:
    """A person says that the participant has got the money twice: it can then be made a claim (fag/krav).

    Raises Fagfeil for money that did not go to the participant, or that is not out twice as things stand.
    """
    krev(aktor, Handling.KJORING_FORBERED, post)
    with kommando(aktor, "bank.dobbelt"):
        las_kommunen(post.melding.kommune_id)
        _krev_apen(post)
        if post.utbetaling:
            krev_pengene(aktor, post.utbetaling)
            post.utbetaling.refresh_from_db(fields=["status", "utbetalt"])  # as it stands now that nobody moves it
        ny = dobbelt_med(post)
        if ny is None:
            raise Fagfeil(_("Deltakeren har ikke fått disse pengene to ganger. Se hva som gjelder nå."), felt="utfall")
        _avklar(aktor, post, Avklaringsutfall.DOBBELT, grunn)
        return si_dobbelt(aktor, post, ny)


def _finn(kommune_id: UUID, ende_til_ende: str) -> Utbetaling:
    rader = Utbetaling.objects.filter(
        kjoring__kommune_id=kommune_id, ende_til_ende=ende_til_ende.strip(), status__in=SENDT_STATUSER
    )
    funnet = rader.select_related("kjoring", "sak__person").first()
    if funnet is None:
        raise Fagfeil(_("Vi finner ingen betaling med det kjennetegnet. Se over tegnene."), felt="ende_til_ende")
    return funnet


def _krev_apen(post: Bankpost) -> None:
    if post.samsvar in {Samsvar.TREFF, Samsvar.ALLEREDE} or post.deler.exists():
        raise Fagfeil(_("Denne stemmer, og trenger ingen avklaring."))
    if Postavklaring.objects.filter(post=post).exists():
        raise Fagfeil(_("Noen har avklart denne alt. Last siden på nytt for å se hva som gjelder."))


def _avklar(
    aktor: Aktor, post: Bankpost, utfall: Avklaringsutfall, grunn: str, utbetaling: Utbetaling | None = None
) -> Postavklaring:
    if not grunn.strip():
        raise Fagfeil(_("Skriv hvorfor, så de som ser på dette senere, forstår det."), felt="grunn")
    return Postavklaring.objects.create(
        post=post, utfall=utfall, utbetaling=utbetaling, grunn=grunn.strip()[:300], av=aktor.krev_bruker()
    )


# Reconciliation


def kjoring_avstem(aktor: Aktor, kjoring: Kjoring, *, merknad: str = "") -> Avstemming:
    """Say that the run comes out even, with the figures as they stand. By someone else than the one who released it.

    Asked again while nothing has changed, it gives the one that stands. Raises Fagfeil, with what is missing.
    """
    krev(aktor, Handling.KJORING_FORBERED, kjoring)
    with kommando(aktor, "kjoring.avstem"):
        las_kommunen(kjoring.kommune_id)
        last = Kjoring.objects.select_for_update(of=("self",)).get(pk=kjoring.pk)
        if last.status != Kjoringsstatus.SENDT or last.frigitt_av is None:
            raise Fagfeil(_("Kjøringen er ikke sendt til banken ennå."))
        if last.frigitt_av_id == aktor.bruker_id:
            raise Fagfeil(_("Du frigav denne kjøringen. En annen må avstemme den."), hjemmel="fire øyne")
        regnskap = regnskap_for(last)
        mangler = hva_mangler(regnskap)
        if _ukoblet(last):
            mangler.append(_("Det er penger ut eller i retur på kontoen som ikke er koblet til noen betaling."))
        if mangler:
            raise Fagfeil(" ".join(mangler))
        siste = last.avstemminger.order_by("-avstemt").first()
        if siste and regnskap.er_som(siste):
            return siste
        return Avstemming.objects.create(
            kjoring=last,
            avstemt_av=aktor.krev_bruker(),
            frigitt_av=last.frigitt_av,
            merknad=merknad.strip()[:300],
            forklart_ore=regnskap.forklart_ore,
            **regnskap.tall(),
        )


def _ukoblet(kjoring: Kjoring) -> bool:
    """Whether the account has something since the run's day that can belong to it, and that nobody has looked at."""
    return (
        apne_poster()
        .filter(
            melding__kommune_id=kjoring.kommune_id,
            slag__in=PA_KONTOEN,
            utbetaling__isnull=True,
            kjoring__isnull=True,
            dato__gte=kjoring.utbetalingsdato,
        )
        .exists()
    )


def kjoring_prov_igjen(aktor: Aktor, kjoring: Kjoring, *, grunn: str) -> int:
    """Let what the bank refused for other reasons than the account go to the same accounts again. How many.

    When the bank has refused a whole file, no participant can do anything about it.
    """
    krev(aktor, Handling.KJORING_FORBERED, kjoring)
    with kommando(aktor, "kjoring.prov_igjen"):
        rader = list(ikke_betalt_pa_nytt(kjoring=kjoring, prov_igjen=False).select_related("kjoring", "sak__person"))
        arsaker = _arsaker([rad.pk for rad in rader])
        egne = [rad for rad in rader if not gjelder_kontoen(arsaker.get(rad.pk, ""))]
        for rad in egne:
            utbetaling_prov_igjen(aktor, rad, grunn=grunn)
        return len(egne)
