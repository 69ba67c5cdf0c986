"""Commands on the self-assessment: answered alone, one question at a time, or written down by someone who helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import AevStatus, Egenstatus, Utfyllingsmate
from fotfeste.fag.kartlegging.felles import krev_tekst, las_vurdering
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Egensvar, Egenvurdering
from fotfeste.fag.kartlegging.overganger import AEV, EGENVURDERING
from fotfeste.fag.kartlegging.punkter import DELTAKERFELTER, PUNKTER
from fotfeste.fag.kartlegging.sporsmal import ETTER_KODE, SPORSMAL, Sporsmal
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


@dataclass(frozen=True, slots=True)
class Svarinn:
    """An answer as it comes in: ticks, words, or that one would rather talk about it. All empty: skipped."""

    valg: tuple[str, ...] = ()
    tekst: str = ""
    snakk_om: bool = False

    @property
    def sier_noe(self) -> bool:
        return bool(self.valg or self.tekst.strip() or self.snakk_om)


def egenvurdering_svar(aktor: Aktor, *, vurdering: Arbeidsevnevurdering, sporsmal: str, svar: Svarinn) -> Egenvurdering:
    """Keep the participant's answer to one question. After sending, a changed answer is with the caseworker at once.

    Raises Fagfeil when the assessment is no longer open. KeyError for a question that does not exist.
    """
    krev(aktor, Handling.AEV_EGET_SYN, vurdering)
    with kommando(aktor, "egenvurdering.svar"):
        vurdering, egen = _las(vurdering)
        EGENVURDERING.krev("svar", egen)
        _lagre_svar(egen, ETTER_KODE[sporsmal], svar)
        if egen.status == Egenstatus.SENDT:
            _legg_pa_punktene(vurdering, egen)
        return egen


def egenvurdering_send(aktor: Aktor, *, vurdering: Arbeidsevnevurdering) -> Egenvurdering:
    """Give the self-assessment to the caseworker: each answer stands under its point from now on.

    Raises Fagfeil when nothing is answered.
    """
    krev(aktor, Handling.AEV_EGET_SYN, vurdering)
    with kommando(aktor, "egenvurdering.send"):
        vurdering, egen = _las(vurdering)
        overgang = EGENVURDERING.krev("send", egen)
        if not any(svar.valg or svar.tekst or svar.snakk_om for svar in egen.svar.all()):
            raise Fagfeil(_("Svar på minst ett spørsmål, så veilederen får høre fra deg."))
        egen.lagre_endring(status=overgang.til, sendt=klokke.i_dag())
        _legg_pa_punktene(vurdering, egen)
        skriv_hendelse(aktor, "egenvurdering.sendt", sak_id=egen.sak_id, objekt_id=egen.pk)
        return egen


def egenvurdering_for_inn(
    aktor: Aktor,
    *,
    vurdering: Arbeidsevnevurdering,
    svar: Mapping[str, Svarinn],
    mate: Utfyllingsmate,
    hjelper: str = "",
    tolk: bool = False,
    lest_opp: bool = False,
) -> Egenvurdering:
    """Write the answers down for the participant: in a meeting, with somebody's help, or from paper.

    Raises Fagfeil when it is not said who helped, when the answers have not been read aloud and approved (other than
    on paper), or when nothing is answered.
    """
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    if mate == Utfyllingsmate.ALENE:
        raise Fagfeil(_("Den som svarer alene, gjør det på sin egen side eller på papir."), felt="mate")
    if mate != Utfyllingsmate.PAPIR:
        krev_tekst(hjelper, "hjelper", _("Skriv hvem som hjalp til."))
        if not lest_opp:
            raise Fagfeil(_("Les svarene høyt, og kryss av når deltakeren er enig i dem."), felt="lest_opp")
    if not any(ett.sier_noe for ett in svar.values()):
        raise Fagfeil(_("Skriv svaret på minst ett spørsmål."))
    with kommando(aktor, "egenvurdering.for_inn"):
        vurdering, egen = _las(vurdering)
        overgang = EGENVURDERING.krev("for_inn", egen)
        for kode, ett in svar.items():
            _lagre_svar(egen, ETTER_KODE[kode], ett)
        egen.fylt_av = aktor.krev_bruker()
        egen.lagre_endring(
            status=overgang.til,
            mate=mate,
            hjelper=hjelper.strip(),
            tolk=tolk,
            lest_opp=lest_opp,
            sendt=klokke.i_dag(),
        )
        _legg_pa_punktene(vurdering, egen)
        skriv_hendelse(aktor, "egenvurdering.fort_inn", sak_id=egen.sak_id, objekt_id=egen.pk)
        return egen


def _las(vurdering: Arbeidsevnevurdering) -> tuple[Arbeidsevnevurdering, Egenvurdering]:
    vurdering = las_vurdering(vurdering)
    AEV.krev("lever_eget_syn", vurdering)
    egen = Egenvurdering.objects.filter(vurdering=vurdering).first()
    if egen is None:
        egen = Egenvurdering.objects.create(sak_id=vurdering.sak_id, vurdering=vurdering)
        _ta_med_svar(vurdering, egen)
    egen.sak = vurdering.sak
    return vurdering, egen


def _ta_med_svar(vurdering: Arbeidsevnevurdering, egen: Egenvurdering) -> None:
    """What was answered last time stands ready, so that nobody is asked everything again."""
    sist = (
        Egenvurdering.objects.filter(sak_id=vurdering.sak_id, vurdering__status=AevStatus.FULLFORT)
        .order_by("-vurdering__nummer")
        .first()
    )
    for svar in sist.svar.all() if sist else ():
        Egensvar.objects.create(
            sak_id=egen.sak_id, egenvurdering=egen, sporsmal=svar.sporsmal, valg=svar.valg, tekst=svar.tekst
        )


def _lagre_svar(egen: Egenvurdering, sporsmal: Sporsmal, inn: Svarinn) -> None:
    kjente = {kode for kode, _ord in sporsmal.valg}
    if ukjente := set(inn.valg) - kjente:
        raise Fagfeil(_("Ukjent svar: %(svar)s.") % {"svar": ", ".join(sorted(ukjente))}, felt="valg")
    svar = Egensvar.objects.filter(egenvurdering=egen, sporsmal=sporsmal.kode).first() or Egensvar(
        sak_id=egen.sak_id, egenvurdering=egen, sporsmal=sporsmal.kode
    )
    svar.lagre_endring(valg=list(inn.valg), tekst=inn.tekst.strip(), snakk_om=inn.snakk_om)


def _legg_pa_punktene(vurdering: Arbeidsevnevurdering, egen: Egenvurdering) -> None:
    """Each answer under its point, as the participant's own words. The caseworker's version is left as it is."""
    svar = {ett.sporsmal: ett for ett in egen.svar.all()}
    with translation.override("nb"):
        for punkt in PUNKTER:
            linjer = [
                linje
                for sporsmal in SPORSMAL
                if sporsmal.punkt == punkt.bokstav and sporsmal.kode in svar
                for linje in [_i_ord(sporsmal, svar[sporsmal.kode])]
                if linje
            ]
            setattr(vurdering, punkt.deltakerfelt, "\n\n".join(linjer))
    vurdering.deltaker_levert = egen.sendt
    vurdering.gjenbrukt = [felt for felt in vurdering.gjenbrukt if felt not in DELTAKERFELTER]
    vurdering.save(update_fields=[*DELTAKERFELTER, "deltaker_levert", "gjenbrukt"])


def _i_ord(sporsmal: Sporsmal, svar: Egensvar) -> str:
    sagt = [", ".join(sporsmal.valg_i_ord(svar.valg)), svar.tekst]
    if svar.snakk_om:
        sagt.append(_("Vil heller snakke om dette."))
    sagt = [del_ for del_ in sagt if del_]
    return "\n".join([str(sporsmal.tekst), *sagt]) if sagt else ""
