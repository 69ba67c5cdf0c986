"""Commands of the hearing (fvl § 16): the advance notice, the participant's answer, and more time to give it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_send, brevfeil_i_ord
from fotfeste.fag.vedtak.enums import KREVER_FORHANDSVARSEL
from fotfeste.fag.vedtak.laas import las_vedtak, typeord
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.overganger import VEDTAK
from fotfeste.fag.vedtak.vedtaksbrev import forhandsvarselbrev
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


def vedtak_varsle(aktor: Aktor, *, vedtak: Vedtak, uttalefrist: date) -> Vedtak:
    """Send the advance notice (fvl § 16): what is considered, on which facts and rules, and by when to answer.

    Raises Fagfeil when the kind needs none, a date is missing, or the draft does not yet say on what it rests.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.varsle"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("varsle", vedtak)
        if vedtak.type not in KREVER_FORHANDSVARSEL:
            raise Fagfeil(_("Dette vedtaket trenger ikke forhåndsvarsel."))
        if uttalefrist <= klokke.i_dag():
            raise Fagfeil(_("Svarfristen må være etter i dag, så deltakeren får tid."), felt="uttalefrist")
        if not vedtak.begrunnelse_fakta.strip():
            raise Fagfeil(_("Skriv først hvilke fakta du bygger på. De står i varselet."), felt="begrunnelse_fakta")
        with brevfeil_i_ord():
            brev = forhandsvarselbrev(aktor, vedtak, uttalefrist)
        brev_send(aktor, sak=vedtak.sak, mal=Brevmal.FORHANDSVARSEL, brev=brev)
        vedtak.lagre_endring(forhandsvarsel=klokke.i_dag(), uttalefrist=uttalefrist)
        skriv_hendelse(
            aktor,
            "vedtak.varslet",
            sak_id=vedtak.sak_id,
            objekt_id=vedtak.pk,
            milepel=True,
            type=typeord(vedtak),
            frist=uttalefrist,
        )
        return vedtak


def vedtak_uttalelse(
    aktor: Aktor, *, vedtak: Vedtak, dato: date, uttalelse: str = "", vil_ikke: bool = False
) -> Vedtak:
    """Record what the participant answered to the advance notice and the day, or that they will say nothing (fvl § 16).

    Raises FlereFeil when no notice was sent, the day lies before it or ahead, or it is not said which of the two it is.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.uttalelse"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("uttalelse", vedtak)
        svar = uttalelse.strip()
        if feil := _feil_i_uttalelsen(vedtak, dato, svar, vil_ikke=vil_ikke):
            raise FlereFeil(feil)
        vedtak.lagre_endring(uttalelse_dato=dato, uttalelse=svar)
        skriv_hendelse(
            aktor,
            "vedtak.uttalelse" if svar else "vedtak.uttalelse_avslatt",
            sak_id=vedtak.sak_id,
            objekt_id=vedtak.pk,
            dato=dato,
            svar=svar[:300],
        )
        return vedtak


def _feil_i_uttalelsen(vedtak: Vedtak, dato: date, svar: str, *, vil_ikke: bool) -> list[Fagfeil]:
    if vedtak.forhandsvarsel is None:
        return [Fagfeil(_("Send forhåndsvarselet først. Det er det deltakeren svarer på."), hjemmel="fvl § 16")]
    feil = []
    if not vedtak.forhandsvarsel <= dato <= klokke.i_dag():
        feil.append(Fagfeil(_("Dagen må være fra varselet ble sendt til og med i dag."), felt="dato"))
    if vil_ikke and svar:
        feil.append(
            Fagfeil(_("Du har både skrevet et svar og krysset av for at det ikke kom noe. Velg ett."), felt="vil_ikke")
        )
    elif not vil_ikke and not svar:
        feil.append(
            Fagfeil(
                _("Skriv hva deltakeren sa, eller kryss av for at hun eller han ikke vil uttale seg."), felt="uttalelse"
            )
        )
    return feil


def vedtak_uttalelse_egen(aktor: Aktor, *, vedtak: Vedtak, uttalelse: str = "", vil_ikke: bool = False) -> Vedtak:
    """The participant's own answer to the notice, today. It can be given anew until the decision is taken.

    Raises FlereFeil as `vedtak_uttalelse` does.
    """
    krev(aktor, Handling.VEDTAK_UTTAL, vedtak)
    with kommando(aktor, "vedtak.uttalelse_egen"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("uttalelse_egen", vedtak)
        svar = uttalelse.strip()
        if feil := _feil_i_uttalelsen(vedtak, klokke.i_dag(), svar, vil_ikke=vil_ikke):
            raise FlereFeil(feil)
        vedtak.lagre_endring(uttalelse_dato=klokke.i_dag(), uttalelse=svar)
        kode = "vedtak.uttalelse_egen" if svar else "vedtak.uttalelse_egen_avslatt"
        skriv_hendelse(aktor, kode, sak_id=vedtak.sak_id, objekt_id=vedtak.pk, svar=svar[:300])
        return vedtak


def vedtak_be_om_mer_tid(aktor: Aktor, *, vedtak: Vedtak, ord_: str) -> Vedtak:
    """The participant asks for more time to answer, and says why. The office decides how much.

    Raises Fagfeil when there is no notice, its time is over, or nothing is said.
    """
    krev(aktor, Handling.VEDTAK_UTTAL, vedtak)
    with kommando(aktor, "vedtak.be_om_mer_tid"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("be_om_mer_tid", vedtak)
        if vedtak.uttalefrist is None or vedtak.uttalefrist < klokke.i_dag():
            raise Fagfeil(_("Fristen er ute. Ring oss, så finner vi ut av det sammen."))
        if not ord_.strip():
            raise Fagfeil(_("Skriv hvorfor du trenger mer tid. Noen få ord er nok."), felt="ord_")
        vedtak.lagre_endring(mer_tid_bedt=klokke.i_dag(), mer_tid_ord=ord_.strip()[:300])
        skriv_hendelse(
            aktor, "vedtak.mer_tid_onsket", sak_id=vedtak.sak_id, objekt_id=vedtak.pk, ord=vedtak.mer_tid_ord
        )
        return vedtak


def vedtak_forleng_svarfrist(aktor: Aktor, *, vedtak: Vedtak, uttalefrist: date) -> Vedtak:
    """Give more time to answer the notice. Raises Fagfeil when the new day is not later than the one it replaces."""
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.forleng_svarfrist"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("forleng_svarfrist", vedtak)
        if vedtak.uttalefrist is None:
            raise Fagfeil(_("Send forhåndsvarselet først. Det er det deltakeren svarer på."), hjemmel="fvl § 16")
        if uttalefrist <= max(vedtak.uttalefrist, klokke.i_dag()):
            setning = _("Fristen er %(dag)s. Velg en senere dag.")
            raise Fagfeil(setning % {"dag": dato_ord(vedtak.uttalefrist)}, felt="uttalefrist")
        vedtak.lagre_endring(uttalefrist=uttalefrist, mer_tid_bedt=None, mer_tid_ord="")
        skriv_hendelse(aktor, "vedtak.mer_tid_gitt", sak_id=vedtak.sak_id, objekt_id=vedtak.pk, frist=uttalefrist)
        return vedtak
