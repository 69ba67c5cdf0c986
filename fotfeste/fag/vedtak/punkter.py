"""The questions a decision needs answered one by one, with what the case already says of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import Evalueringsstatus
from fotfeste.fag.oppfolging.models import Evaluering
from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.laas import las_vedtak
from fotfeste.fag.vedtak.models import Punktsvar, Vedtak
from fotfeste.fag.vedtak.overganger import VEDTAK
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.livslop import (
    FORLENGELSESPUNKTER,
    GJENINNTAKSPUNKTER,
    INNVILGELSESPUNKTER,
    PUNKTER,
    SAERLIGE_PUNKTER,
    Punkt,
    Punktregel,
    mangler_ved_punkt,
)


@dataclass(frozen=True, slots=True)
class Svar:
    """An answer as it is given: yes, no or neither, and words."""

    ja: bool | None = None
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Punktrad:
    """One question on the page: the rule, the answer so far, and what the case says already."""

    kode: Punkt
    regel: Punktregel
    svar: Svar
    fakta: str = ""


def punkter_for(vedtak: Vedtak) -> tuple[Punkt, ...]:
    """The questions of the decision's kind. A grant asks what is new of somebody who has taken part before."""
    match vedtak.type:
        case Vedtakstype.FORLENGELSE:
            return FORLENGELSESPUNKTER
        case Vedtakstype.SAERLIG_FORLENGELSE:
            return SAERLIGE_PUNKTER
        case Vedtakstype.INNVILGELSE:
            igjen = GJENINNTAKSPUNKTER if tidligere_program(vedtak.sak) else ()
            return (*igjen, *INNVILGELSESPUNKTER)
    return ()


def tidligere_program(sak: Sak) -> list[Vedtak]:
    """The grants of the person's earlier cases in the municipality, newest first. One query.

    What another municipality has decided is theirs to tell, with the person's yes (sotjl § 44).
    """
    return list(
        Vedtak.objects.filter(
            sak__person_id=sak.person_id,
            sak__kommune_id=sak.kommune_id,
            type=Vedtakstype.INNVILGELSE,
            status=Vedtaksstatus.FATTET,
        )
        .exclude(sak_id=sak.pk)
        .select_related("sak__avslutning", "sak__kontor")
        .order_by("-fra")
    )


def punktrader(vedtak: Vedtak) -> list[Punktrad]:
    """The questions with answers and known facts, for the page."""
    koder = punkter_for(vedtak)
    if not koder:
        return []
    svar = {rad.kode: Svar(rad.ja, rad.tekst) for rad in vedtak.punktsvar.all()}
    fakta = _fakta(vedtak, koder)
    return [Punktrad(kode, PUNKTER[kode], svar.get(kode, Svar()), fakta.get(kode, "")) for kode in koder]


def hindringer_i_punktene(vedtak: Vedtak) -> list[Fagfeil]:
    """Each question that is not answered, or answered so that the decision cannot stand."""
    koder = punkter_for(vedtak)
    if not koder:
        return []
    svar = {rad.kode: rad for rad in vedtak.punktsvar.all()}
    feil = []
    for kode in koder:
        rad = svar.get(kode)
        if mangel := mangler_ved_punkt(kode, ja=rad.ja if rad else None, tekst=rad.tekst if rad else ""):
            feil.append(Fagfeil(mangel, felt=f"punkt_{kode}", hjemmel=str(PUNKTER[kode].hjemmel)))
    return feil


def vedtak_svar_punkter(
    aktor: Aktor, *, vedtak: Vedtak, svar: Mapping[Punkt, Svar], versjon: int | None = None
) -> Vedtak:
    """Save the answers given; a question that is not the decision's own is refused (Fagfeil).

    Raises SamtidigEndring when someone else saved the decision meanwhile.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.svar_punkter"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("svar_punkter", vedtak)
        vedtak.krev_versjon(versjon)
        if svar.keys() - set(punkter_for(vedtak)):
            raise Fagfeil(_("Dette spørsmålet hører ikke til vedtaket."))
        rader = {rad.kode: rad for rad in vedtak.punktsvar.all()}
        for kode, ett in svar.items():
            rad = rader.get(kode) or Punktsvar(sak=vedtak.sak, vedtak=vedtak, kode=kode)
            rad.lagre_endring(ja=ett.ja, tekst=ett.tekst.strip())
        return vedtak.lagre_endring()


def _fakta(vedtak: Vedtak, koder: tuple[Punkt, ...]) -> dict[Punkt, str]:
    if vedtak.type == Vedtakstype.INNVILGELSE:
        if koder == INNVILGELSESPUNKTER:
            return {}
        return dict.fromkeys(GJENINNTAKSPUNKTER, _sist_i_program(tidligere_program(vedtak.sak)))
    avtalte = list(
        Programversjon.objects.filter(sak_id=vedtak.sak_id, avtalt_med_deltaker__isnull=False).order_by("nummer")
    )
    siste = avtalte[-1] if avtalte else None
    evaluert = _sist_evaluert(vedtak)
    if siste is None or siste.avtalt_med_deltaker is None:
        return dict.fromkeys((Punkt.OPPNADD, Punkt.GJENSTAR, Punkt.PROGRESJON), evaluert)
    plan = _("Gjeldende plan er versjon %(nr)s, avtalt %(dag)s.") % {
        "nr": siste.nummer,
        "dag": dato_ord(siste.avtalt_med_deltaker),
    }
    mal = _("Deltakerens mål: «%(mal)s»") % {"mal": siste.mal} if siste.mal else ""
    return {
        Punkt.OPPNADD: f"{mal} {evaluert}".strip(),
        Punkt.GJENSTAR: f"{mal} {evaluert}".strip(),
        Punkt.PLAN_VIDERE: plan,
        Punkt.PROGRESJON: f"{plan} {evaluert}".strip(),
        Punkt.MOTIVASJON: mal,
    }


def _sist_evaluert(vedtak: Vedtak) -> str:
    """What the last evaluation that was held said: how it goes, and what was concluded."""
    siste = Evaluering.objects.filter(sak_id=vedtak.sak_id, status=Evalueringsstatus.HOLDT).order_by("-holdt").first()
    if siste is None or siste.holdt is None:
        return ""
    setning = _("Evalueringen %(dag)s: %(framgang)s%(konklusjon)s. «%(hvorfor)s»")
    framgang = f"{siste.get_framgang_display().lower()}, " if siste.framgang else ""
    return setning % {
        "dag": dato_ord(siste.holdt),
        "framgang": framgang,
        "konklusjon": siste.get_konklusjon_display().lower(),
        "hvorfor": siste.begrunnelse,
    }


def _sist_i_program(tidligere: list[Vedtak]) -> str:
    siste = tidligere[0]
    slutt = getattr(siste.sak, "avslutning", None)
    if siste.fra is None:
        return ""
    if slutt is None:
        return _("Var i programmet fra %(fra)s.") % {"fra": dato_ord(siste.fra)}
    return _("Var i programmet fra %(fra)s til %(til)s: %(mate)s.") % {
        "fra": dato_ord(siste.fra),
        "til": dato_ord(slutt.dato),
        "mate": slutt.get_mate_display().lower(),
    }
