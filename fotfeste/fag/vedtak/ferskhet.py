"""How fresh the assessment behind a grant is, and the sentence that sets its age aside (VM-03)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.gjenbruk import er_gammel, maneder
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.selectors import aev_fullfort
from fotfeste.fag.vedtak.enums import HOS_SAKSBEHANDLER, Vedtakstype
from fotfeste.fag.vedtak.laas import las_vedtak
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.overganger import VEDTAK
from fotfeste.fag.veiledning.models import Avvik
from fotfeste.fag.veiledning.services import avvik_meld
from fotfeste.fag.veiledning.steg import STEG
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.vilkar import Vilkarskode

STEGET = f"vilkar.{Vilkarskode.AEV.value}"


def gjeldende_aev(vedtak: Vedtak) -> Arbeidsevnevurdering | None:
    """The assessment the decision rests on: while it is being written, the case's newest completed one."""
    aev = aev_fullfort(vedtak.sak) if vedtak.status in HOS_SAKSBEHANDLER else vedtak.aev
    if aev is not None:
        aev.sak = vedtak.sak
    return aev


def er_for_gammel(vedtak: Vedtak, dag: date) -> bool:
    """Whether a grant rests on an assessment older on `dag` than the municipality leans on."""
    if vedtak.type != Vedtakstype.INNVILGELSE:
        return False
    aev = gjeldende_aev(vedtak)
    return aev is not None and er_gammel(aev, dag)


def satt_til_side(vedtak: Vedtak) -> Avvik | None:
    """The sentence that says why the old assessment still holds, newest first; None when nobody has written it."""
    return (
        Avvik.objects.filter(sak_id=vedtak.sak_id, steg=STEGET, opprettet__gte=vedtak.opprettet)
        .select_related("av")
        .order_by("-opprettet")
        .first()
    )


def hindring_i_alderen(vedtak: Vedtak, dag: date) -> list[Fagfeil]:
    """A refusal while the assessment is too old and nobody has said why it still holds."""
    aev = gjeldende_aev(vedtak)
    if aev is None or aev.ferdigstilt is None or not er_gammel(aev, dag) or satt_til_side(vedtak):
        return []
    setning = _(
        "Arbeidsevnevurderingen er fra %(dag)s, altså eldre enn %(n)s måneder. Oppdater den, eller skriv i én "
        "setning hvorfor den fortsatt stemmer."
    )
    ord_ = {"dag": dato_ord(aev.ferdigstilt), "n": maneder(aev, "aev_holdbar_maneder")}
    return [Fagfeil(setning % ord_, felt="aev")]


def vedtak_bruk_eldre_aev(aktor: Aktor, *, vedtak: Vedtak, setning: str, versjon: int | None = None) -> Vedtak:
    """Lean on an assessment older than the office usually does, and say why: a deviation, for the beslutter to accept.

    Raises Fagfeil without the sentence, and when the assessment is fresh.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.bruk_eldre_aev"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("bruk_eldre_aev", vedtak)
        vedtak.krev_versjon(versjon)
        if not er_for_gammel(vedtak, klokke.i_dag()):
            raise Fagfeil(_("Arbeidsevnevurderingen er fersk. Da trengs det ingen forklaring."), felt="setning")
        rad = next(nummer for nummer, rad in enumerate(STEG[STEGET].rader) if rad.styrke == Styrke.BOR)
        avvik_meld(aktor, sak=vedtak.sak, steg=STEGET, rad=rad, setning=setning)
        return vedtak.lagre_endring(aev=gjeldende_aev(vedtak))
