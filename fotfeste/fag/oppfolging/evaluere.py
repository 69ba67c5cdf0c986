"""Evaluating the programme: the participant prepares, both look at the whole, and it ends in one of three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import Evalueringsstatus, Konklusjon, Svar
from fotfeste.fag.oppfolging.evalueringsplan import Evalueringsplan, evalueringsplan
from fotfeste.fag.oppfolging.laas import las
from fotfeste.fag.oppfolging.models import Aktivitetsvurdering, Evaluering
from fotfeste.fag.plan.selectors import tilbudsbilde
from fotfeste.fag.program.enums import Evalueringstype
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


@dataclass(frozen=True, slots=True)
class Aktivitetinn:
    """Whether one activity is useful for the goal."""

    aktivitet: str
    nytte: Svar | str
    merknad: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evalueringinn:
    """What is said in an evaluation. Saved before it is ended, all of it may be empty."""

    type: Evalueringstype | str = Evalueringstype.UNDERVEIS
    holdt: date | None = None
    hele_programmet: bool = True
    deltaker_med: bool = True
    framgang: str = ""
    vurdering: str = ""
    konklusjon: str = ""
    begrunnelse: str = ""
    neste: date | None = None
    aktiviteter: Sequence[Aktivitetinn] = field(default_factory=tuple)


def evaluering_forbered(
    aktor: Aktor,
    *,
    sak: Sak,
    evaluering: Evaluering | None = None,
    egen_trivsel: str = "",
    egen_nytte: str = "",
    egen_hjelp: str = "",
    egen_endre: str = "",
) -> Evaluering:
    """The participant's own answers before the evaluation; may be changed until it is held.

    `evaluering`: the one they were asked about, so that what is meant for one that is held is not put in the next.
    """
    krev(aktor, Handling.OPPFOLGING_EGEN, sak)
    if not any((egen_trivsel, egen_nytte, egen_hjelp, egen_endre.strip())):
        raise Fagfeil(_("Svar på minst ett av spørsmålene før du sender."))
    with kommando(aktor, "evaluering.forbered"):
        evaluering = evaluering or _apen(sak)
        forste_gang = evaluering.egen_levert is None
        evaluering = las(evaluering, "forbered").lagre_endring(
            egen_trivsel=egen_trivsel,
            egen_nytte=egen_nytte,
            egen_hjelp=egen_hjelp,
            egen_endre=egen_endre.strip(),
            egen_levert=klokke.na(),
        )
        if forste_gang:
            skriv_hendelse(aktor, "evaluering.forberedt", sak_id=sak.pk, objekt_id=evaluering.pk)
        return evaluering


def evaluering_lagre(
    aktor: Aktor, *, sak: Sak, inn: Evalueringinn, evaluering: Evaluering | None = None, versjon: int | None = None
) -> Evaluering:
    """Keep what is written so far, in `evaluering` or the one that is open; begins one when there is none."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    with kommando(aktor, "evaluering.lagre"):
        evaluering = las(evaluering or _apen(sak), "lagre", versjon)
        _skriv(evaluering, inn)
        return evaluering


def evaluering_hold(
    aktor: Aktor, *, sak: Sak, inn: Evalueringinn, evaluering: Evaluering | None = None, versjon: int | None = None
) -> Evaluering:
    """End `evaluering`, or the one that is open: the programme goes on, is changed, or ends (forskriften § 1 third).

    Raises FlereFeil with a sentence for each thing that is missing. One that looks at a part of the programme is kept,
    and answers no date.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    with kommando(aktor, "evaluering.hold"):
        evaluering = las(evaluering or _apen(sak), "hold", versjon)
        plan = evalueringsplan(evaluering.sak)
        if feil := _mangler(evaluering, inn, plan):
            raise FlereFeil(feil)
        _skriv(evaluering, inn)
        dag = inn.holdt or klokke.i_dag()
        evaluering.lagre_endring(status=Evalueringsstatus.HOLDT, holdt=dag, holdt_av=aktor.bruker)
        skriv_hendelse(
            aktor,
            "evaluering.holdt" if inn.hele_programmet else "evaluering.en_del",
            sak_id=sak.pk,
            objekt_id=evaluering.pk,
            milepel=inn.hele_programmet,
            navn=evaluering.sak.person.fornavn,
            dag=dag,
            konklusjon=valg_ord(Konklusjon(inn.konklusjon)),
        )
        return evaluering


def _apen(sak: Sak) -> Evaluering:
    """The open evaluation; a new one, for the date that is next, when there is none."""
    sak = sak_las(sak)
    apen = sak.evalueringer.filter(status=Evalueringsstatus.FORBEREDES).first()
    if apen:
        return apen
    neste = evalueringsplan(sak).neste
    type_ = neste.type if neste else Evalueringstype.UNDERVEIS
    return Evaluering.objects.create(sak=sak, for_dato=neste.dato if neste else None, type=type_)


def _skriv(evaluering: Evaluering, inn: Evalueringinn) -> None:
    evaluering.lagre_endring(
        type=inn.type,
        hele_programmet=inn.hele_programmet,
        deltaker_med=inn.deltaker_med,
        framgang=inn.framgang,
        vurdering=inn.vurdering.strip(),
        konklusjon=inn.konklusjon,
        begrunnelse=inn.begrunnelse.strip(),
        neste=inn.neste,
    )
    evaluering.aktiviteter.all().delete()
    for en in inn.aktiviteter:
        Aktivitetsvurdering.objects.create(
            sak=evaluering.sak,
            evaluering=evaluering,
            aktivitet=en.aktivitet,
            nytte=en.nytte,
            merknad=en.merknad.strip(),
        )


def _mangler(evaluering: Evaluering, inn: Evalueringinn, plan: Evalueringsplan) -> list[Fagfeil]:
    feil = [*_uten_svar(inn, plan), *_uten_neste(inn, plan)]
    if inn.holdt and inn.holdt > klokke.i_dag():
        feil.append(Fagfeil(_("Dagen er ikke kommet ennå. Skriv dagen dere faktisk snakket sammen."), felt="holdt"))
    if inn.konklusjon == Konklusjon.AVSLUTTE and not inn.deltaker_med:
        feil.append(
            Fagfeil(
                _("Deltakeren må være med når dere kommer til at programmet skal avsluttes (sotjl § 42)."),
                felt="deltaker_med",
            )
        )
    if plan.er_forste and not tilbudsbilde(evaluering.sak).er_tilbudt:
        feil.append(Fagfeil(_("Tilby individuell plan før dere avslutter den første evalueringen (sotjl § 33).")))
    return feil


def _uten_svar(inn: Evalueringinn, plan: Evalueringsplan) -> list[Fagfeil]:
    feil = []
    if not inn.konklusjon:
        feil.append(Fagfeil(_("Hva kom dere til? Velg fortsette, endre eller avslutte."), felt="konklusjon"))
    if not inn.begrunnelse.strip():
        feil.append(Fagfeil(_("Skriv hvorfor. En eller to setninger holder."), felt="begrunnelse"))
    if inn.hele_programmet and not inn.framgang:
        feil.append(Fagfeil(_("Er dere nærmere målet? Velg det som passer best."), felt="framgang"))
    vurdert = {en.aktivitet for en in inn.aktiviteter}
    mangler = [navn for navn in plan.aktiviteter if navn not in vurdert]
    if inn.hele_programmet and mangler:
        tekst = _("Hele programmet skal vurderes. Disse mangler: %(hvilke)s.")
        feil.append(Fagfeil(tekst % {"hvilke": ", ".join(mangler)}, felt="aktiviteter"))
    return feil


def _uten_neste(inn: Evalueringinn, plan: Evalueringsplan) -> list[Fagfeil]:
    if inn.neste and inn.neste <= (inn.holdt or klokke.i_dag()):
        return [Fagfeil(_("Den neste evalueringen må være etter denne."), felt="neste")]
    slutter = inn.konklusjon == Konklusjon.AVSLUTTE or inn.type == Evalueringstype.SLUTT
    if slutter or inn.neste or plan.har_dato_etter(inn.holdt or klokke.i_dag()):
        return []
    return [Fagfeil(_("Programmet har ingen evaluering framover. Sett datoen for den neste."), felt="neste")]
