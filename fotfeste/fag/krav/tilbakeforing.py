"""Deducted kroner given back, because the claim they were taken for has fallen.

That the month itself turned out dearer is another matter: then it is reckoned again, and the difference is paid. Here
the month stands, and what fell is that it could be taken from the participant (§ 40).
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.krav.dekning import dekning, linjerester, trekklinjer
from fotfeste.fag.krav.laas import las_krav
from fotfeste.fag.krav.models import Krav, Kravtilbakeforing
from fotfeste.fag.krav.overganger import KRAV
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Tilbakeforing
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.penger import kroner_tekst


def krav_gi_tilbake(aktor: Aktor, *, krav: Krav, belop: int, grunn: str) -> Tilbakeforing:
    """Decide that `belop` kroner of what the participant has given are paid back, with the next run that is prepared.

    Nothing more is asked for of the claim. That is money out, so it takes two: who decides this, and who releases the
    run. Raises FlereFeil for more than has been given, and without a reason.
    """
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.gi_tilbake"):
        krav = las_krav(krav)
        overgang = KRAV.krev("gi_tilbake", krav)
        if feil := _feil_i_belopet(dekning(krav).fra_deltakeren, belop) + _uten_grunn(grunn):
            raise FlereFeil(feil)
        tilbakeforing = Tilbakeforing.objects.create(
            sak=krav.sak, maned=_siste_maned(krav), belop=belop, grunn=grunn.strip(), bestemt_av=aktor.krev_bruker()
        )
        Kravtilbakeforing.objects.create(sak=krav.sak, krav=krav, tilbakeforing=tilbakeforing)
        krav.lagre_endring(status=overgang.til, trekkes=False, frafalt_grunn=krav.frafalt_grunn or grunn.strip())
        skriv_hendelse(aktor, "krav.gis_tilbake", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, belop=belop)
        return tilbakeforing


def _siste_maned(krav: Krav) -> date:
    """The last month something was taken in; of the claim itself, where all of it was paid in."""
    trukket = trekklinjer([krav.pk]).order_by("-utbetaling__maned").values_list("utbetaling__maned", flat=True)
    return trukket.first() or max(rad.maned for rad in linjerester(krav))


def _feil_i_belopet(gitt: int, belop: int) -> list[Fagfeil]:
    if not gitt:
        return [Fagfeil(_("Deltakeren har ikke betalt noe som ikke er betalt tilbake."), felt="belop")]
    if not 0 < belop <= gitt:
        setning = _("Beløpet må være mellom 1 kr og %s, som er det deltakeren har betalt.") % kroner_tekst(gitt)
        return [Fagfeil(setning, felt="belop")]
    return []


def _uten_grunn(grunn: str) -> list[Fagfeil]:
    return [] if grunn.strip() else [Fagfeil(_("Skriv hvorfor det betales tilbake."), felt="grunn")]


def krav_angre_tilbakeforing(aktor: Aktor, *, krav: Krav, tilbakeforing: UUID) -> Tilbakeforing:
    """Take it back before it lies in a run. Raises Fagfeil when it does. Done twice, nothing more happens."""
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.angre_tilbakeforing"):
        krav = las_krav(krav)
        KRAV.krev("angre_tilbakeforing", krav)
        rader = Tilbakeforing.objects.select_for_update(of=("self",)).filter(kravtilbakeforing__krav=krav)
        rad = rader.filter(pk=tilbakeforing).first()
        if rad is None:
            raise Fagfeil(_("Velg noe som er bestemt betalt tilbake på dette kravet."), felt="tilbakeforing")
        if rad.trukket_tilbake:
            return rad
        if rad.utbetalinger.filter(LEVENDE_UTBETALING).exists():
            raise Fagfeil(_("Pengene ligger i en kjøring, eller er betalt. Be økonomi legge bort kjøringen først."))
        skriv_hendelse(aktor, "krav.gis_ikke_tilbake", sak_id=krav.sak_id, objekt_id=krav.pk, belop=rad.belop)
        return rad.lagre_endring(trukket_tilbake=True)
