"""Money the participant has got twice: said by a person, and let go of when the bank has fetched it back.

Claims lie in a subject of their own (`fag/krav`), which knows of this one. It says here, when the process starts, how
it follows what the bank makes of a payment that is in a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from fotfeste.fag.avstemming.enums import UT_AV_KONTOEN, Samsvar
from fotfeste.fag.avstemming.models import Bankpost, Dobbeltbetaling
from fotfeste.fag.avstemming.sagt import sagt_om
from fotfeste.fag.avstemming.utledning import Sagt
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.enums import Utbetalingsart
from fotfeste.fag.utbetaling.kvittering import betalt_pa_nytt_med
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor

_FOLGER: list[Callable[[Sak], object]] = []


def sett_folger(folger: Callable[[Sak], object]) -> None:
    """Let `folger` be told, inside the transaction, of each case in which what was paid twice has changed."""
    _FOLGER[:] = [folger]


def _fortell(aktor: Aktor, kode: str, rad: Dobbeltbetaling) -> None:
    skriv_hendelse(
        aktor, kode, sak_id=rad.sak_id, objekt_id=rad.utbetaling_id, milepel=True, maned=rad.maned, belop=rad.belop
    )
    for folger in _FOLGER:
        folger(rad.sak)


def dobbelt_med(post: Bankpost) -> Utbetaling | None:
    """The payment the participant has the money by as well, where a contradiction says so; else None."""
    if post.samsvar != Samsvar.MOTSIGELSE or post.utbetaling is None:
        return None
    return _ogsa_betalt_med(post.utbetaling, sagt_om([post.utbetaling.pk])[post.utbetaling.pk])


def _ogsa_betalt_med(rad: Utbetaling, sagt: Sagt) -> Utbetaling | None:
    """The payment that was released in the place of `rad`, when the bank says that `rad` is out all the same.

    What went to NAV Innkreving, or somebody has said went to a wrong account, the participant has not got.
    """
    if rad.art == Utbetalingsart.INNKREVING or not sagt.er_ute:
        return None
    if Hendelse.objects.filter(kode="utbetaling.feilsendt", objekt_id=rad.pk).exists():
        return None
    return betalt_pa_nytt_med(rad)


def si_dobbelt(aktor: Aktor, post: Bankpost, ny: Utbetaling) -> Dobbeltbetaling:
    """Write down that the payment of `post` and `ny` are the same money. Inside a frame, the municipality locked.

    Said before and let go of, it holds again; never more than what both of them came to.
    """
    rad = post.utbetaling
    if rad is None:
        raise LookupError("A post that is for no payment says nothing of money paid twice")
    gikk_ut = post.dato if post.slag in UT_AV_KONTOEN else rad.utbetalt
    dobbelt, er_ny = Dobbeltbetaling.objects.select_related("sak").get_or_create(
        utbetaling=rad,
        defaults={
            "sak": rad.sak,
            "ny": ny,
            "post": post,
            "belop": min(rad.netto, ny.netto),
            "dato": gikk_ut or klokke.dagen(post.melding.mottatt),
            "sagt_av": aktor.krev_bruker(),
        },
    )
    if er_ny or dobbelt.falt:
        _fortell(aktor, "avstemming.dobbelt", dobbelt.lagre_endring(falt=None) if dobbelt.falt else dobbelt)
    return dobbelt


def folg_banken(aktor: Aktor, sagt: Mapping[UUID, Sagt]) -> None:
    """Let go of what is not paid twice any more, after what has been said of the payments. Inside a frame."""
    rader = Dobbeltbetaling.objects.filter(utbetaling_id__in=list(sagt), falt__isnull=True)
    for rad in rader.select_for_update(of=("self",)).select_related("sak", "utbetaling").order_by("pk"):
        if _ogsa_betalt_med(rad.utbetaling, sagt[rad.utbetaling_id]) is None:
            _fortell(aktor, "avstemming.dobbelt_falt", rad.lagre_endring(falt=klokke.i_dag()))
