"""Reading the bank's answers: the file is understood here, and what it says is handed to `fag/avstemming`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.avstemming.enums import PA_KONTOEN
from fotfeste.fag.avstemming.models import Bankmelding
from fotfeste.fag.avstemming.services import Meldinginn, Postinn, poster_ta_imot
from fotfeste.fag.utbetaling.kvittering import SENDT_STATUSER
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.kobling.betaling import camt054, pain002
from fotfeste.kobling.betaling.bankfil import Bankfil, Bankfilfeil, Filpost, Filslag, Filtype, les_xml
from fotfeste.kobling.betaling.services import ORE, kjoring_av_fil_id

_VART = re.compile(r"KV[A-Z]\d{6}[0-9a-f]{20,24}")
"""How our own ids begin and end; a payment under another id on the same account is somebody else's."""


@dataclass(frozen=True, slots=True)
class Kvittering:
    """What came of one file: the message, or that it had been read before, or why it could not be read."""

    navn: str
    melding: Bankmelding | None = None
    lest_for: bool = False
    feil: str = ""


def forsta(innhold: bytes) -> Bankfil:
    """The file as a message. Raises Bankfilfeil, with what it is instead where that can be told."""
    navnerom, rot = les_xml(innhold)
    if navnerom in pain002.LESES:
        return pain002.les(rot)
    if navnerom in camt054.LESES:
        return camt054.les(rot)
    kort = navnerom.rpartition(":")[2]
    if kort.startswith("pain.001"):
        raise Bankfilfeil(_("Dette er filen til banken (pain.001), ikke svaret fra den."))
    if kort.startswith(("camt.053", "camt.052")):
        raise Bankfilfeil(
            _("Dette er en kontoutskrift (%(navn)s). Hent bevegelsene (camt.054) i stedet.") % {"navn": kort}
        )
    if kort.startswith(("pain.002", "camt.054")):
        raise Bankfilfeil(
            _("Filen er en versjon Fotfeste ikke leser (%(navn)s). Be banken om pain.002.001.10 eller camt.054.001.08.")
            % {"navn": kort[:40]}
        )
    raise Bankfilfeil(_("Dette er ikke et svar fra banken (pain.002 eller camt.054)."))


def bankfil_les(aktor: Aktor, *, kommune: Kommune, navn: str, innhold: bytes) -> Kvittering:
    """Read one file from the bank. Read again, it is told as read before, and nothing happens.

    Raises Fagfeil, in words, for a file that is not such a message, is cut off, or is for someone else.
    """
    krev(aktor, Handling.KJORING_FORBERED, Kjoring(kommune=kommune))
    # A folder's name may hold bytes that are no text.
    navn = navn.encode(errors="replace").decode().replace("\x00", "")[:200]
    try:
        fil = forsta(innhold)
    except Bankfilfeil as feil:
        raise Fagfeil(f"{navn}: {feil}", felt="filer") from feil
    poster = _svar(kommune, fil) if fil.type == Filtype.PAIN002 else _bevegelser(kommune, fil)
    melding = Meldinginn(
        type=fil.type,
        melding_id=fil.melding_id,
        navn=navn,
        innhold=innhold,
        konto=kommune.utbetalingskonto if fil.type == Filtype.CAMT054 else "",
    )
    lest = poster_ta_imot(aktor, kommune=kommune, melding=melding, poster=poster)
    return Kvittering(navn, lest.melding, lest_for=lest.lest_for)


def bankfiler_les(aktor: Aktor, *, kommune: Kommune, filer: Iterable[tuple[str, bytes]]) -> list[Kvittering]:
    """Read several, each by itself: one that cannot be read stops none of the others."""
    ut = []
    for navn, innhold in filer:
        try:
            ut.append(bankfil_les(aktor, kommune=kommune, navn=navn, innhold=innhold))
        except Fagfeil as feil:
            ut.append(Kvittering(navn, feil=feil.melding))
    return ut


def kommuner_for(innhold: bytes) -> list[Kommune]:
    """Whose file it is: those with an account in it, or whose payment file it answers. Raises Bankfilfeil."""
    fil = forsta(innhold)
    if fil.type == Filtype.PAIN002:
        kjoring = kjoring_av_fil_id(fil.fil_id)
        return [kjoring.kommune] if kjoring else []
    kontoer = [konto for konto, _poster in fil.per_konto]
    return list(
        Kommune.objects.filter(utbetalingskonto__in=kontoer).exclude(utbetalingskonto="").order_by("nummer", "bydel")
    )


# An answer to a payment file


def _svar(kommune: Kommune, fil: Bankfil) -> list[Postinn]:
    kjoring = kjoring_av_fil_id(fil.fil_id)
    if kjoring is None or kjoring.kommune_id != kommune.pk:
        raise Fagfeil(
            _("Svaret gjelder en fil Fotfeste ikke har laget for %(kommune)s: %(fil)s.")
            % {"kommune": kommune.navn, "fil": fil.fil_id[:35]},
            felt="filer",
        )
    sendt = list(kjoring.utbetalinger.filter(status__in=SENDT_STATUSER, netto__gt=0).order_by("ende_til_ende"))
    _krev_samme_fil(fil, sendt)
    nevnt = {post.ende_til_ende for post in fil.poster}
    poster = [_postinn(post) for post in fil.poster]
    if fil.resten:
        poster += [_postinn(fil.resten, rad.ende_til_ende) for rad in sendt if rad.ende_til_ende not in nevnt]
    return [post if post.dato else replace(post, dato=fil.opprettet) for post in poster]


def _krev_samme_fil(fil: Bankfil, sendt: Sequence[Utbetaling]) -> None:
    """What the bank says it received must be what was sent: another count or sum is another file."""
    sum_ = sum(rad.netto for rad in sendt) * ORE
    if (fil.antall is not None and fil.antall != len(sendt)) or (fil.sum is not None and fil.sum != sum_):
        raise Fagfeil(
            _("Banken svarer på en fil med et annet antall eller en annen sum enn vi sendte. Ring banken før noe mer."),
            felt="filer",
        )


def _postinn(post: Filpost, ende_til_ende: str = "", kjoring_id: UUID | None = None) -> Postinn:
    return Postinn(
        slag=_slag(post),
        ende_til_ende=ende_til_ende or post.ende_til_ende,
        belop_ore=post.belop,
        valuta=post.valuta,
        dato=post.dato,
        arsak_kode=post.arsak_kode,
        arsak_tekst=post.arsak_tekst,
        bankreferanse=post.bankreferanse,
        motpart=post.motpart,
        antall=post.antall,
        kjoring_id=kjoring_id,
    )


def _slag(post: Filpost) -> str:
    """A payment or return under a name that is none of ours is another department's, and nobody's task here.

    Money in under one of ours is that payment come back, also where the bank gives no reason and no code of a return:
    nobody else has the name.
    """
    vart = _VART.fullmatch(post.ende_til_ende)
    if post.ende_til_ende and not vart and post.slag.value in PA_KONTOEN:
        return Filslag.ANDRE
    return Filslag.RETUR if vart and post.slag == Filslag.INN else post.slag


# Movements on the account


def _bevegelser(kommune: Kommune, fil: Bankfil) -> list[Postinn]:
    """Those of the municipality's own account; a file may hold others, which are not ours to keep."""
    egne = [poster for konto, poster in fil.per_konto if konto and konto == kommune.utbetalingskonto]
    if not egne:
        raise Fagfeil(
            _("Filen gjelder en annen konto enn den %(kommune)s betaler stønaden fra.") % {"kommune": kommune.navn},
            felt="filer",
        )
    alle = [post for poster in egne for post in poster]
    andres = _andres(kommune, alle)
    return [
        _bevegelse(kommune, replace(post, slag=Filslag.ANDRE) if post.ende_til_ende in andres else post)
        for post in alle
    ]


def _andres(kommune: Kommune, poster: Sequence[Filpost]) -> set[str]:
    """The payments of other municipalities: the bydeler of Oslo may pay from one account."""
    navn = {post.ende_til_ende for post in poster}
    andre = Utbetaling.objects.filter(ende_til_ende__in=navn).exclude(kjoring__kommune=kommune)
    return set(andre.values_list("ende_til_ende", flat=True))


def _bevegelse(kommune: Kommune, post: Filpost) -> Postinn:
    if post.antall is None:
        return _postinn(post)
    kjoring = kjoring_av_fil_id(post.gjelder)
    if kjoring and kjoring.kommune_id == kommune.pk:
        return _postinn(post, kjoring_id=kjoring.pk)
    inn = _postinn(post)
    # A batch of another file is somebody else's; one that does not say which may be ours.
    return (
        Postinn(
            Filslag.ANDRE,
            belop_ore=inn.belop_ore,
            valuta=inn.valuta,
            dato=inn.dato,
            bankreferanse=inn.bankreferanse,
            antall=inn.antall,
        )
        if post.gjelder
        else inn
    )
