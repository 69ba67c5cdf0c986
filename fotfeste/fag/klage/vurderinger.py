"""What the rules say of one complaint (regelverk/klage), and what hinders its answer from being decided."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.klage.enums import TIL_GUNST, Innstillinger, Klagekanal, Klageutfall
from fotfeste.fag.klage.gjelder import kom_fram
from fotfeste.fag.klage.models import Klage, Klagepunkt, Kostnadskrav
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.regelverk import klage as regler
from fotfeste.regelverk.klage import Erklaering, Grunn31, Klager, Mangel, Tid, Tidsvurdering


def tidsvurdering(klage: Klage) -> Tidsvurdering:
    """Whether the complaint is in time: reckoned from the turning away where that is what it is about."""
    avvist = klage.gjelder_avvisning
    if avvist is not None:
        return regler.i_tide(
            vedtatt=avvist.besluttet or klage.mottatt, underrettet=kom_fram(avvist.brev_id), avgitt=klage.levert
        )
    gjelder = klage.gjelder
    return regler.i_tide(vedtatt=gjelder.dato or klage.mottatt, underrettet=gjelder.underrettet(), avgitt=klage.levert)


def mangler_i(klage: Klage) -> tuple[Mangel, ...]:
    """What the complaint lacks by §§ 12, 28 and 32. The decision is named by being chosen when it is registered."""
    return regler.mangler(
        Erklaering(
            klager=Klager(klage.klager),
            underskrevet=klage.underskrevet,
            nevner_vedtak=Mangel.VEDTAK not in klage.mangler or klage.rettet is not None,
            nevner_endring=bool(klage.onsket_endring.strip()),
            har_fullmakt=klage.har_fullmakt,
            har_klageinteresse=klage.har_klageinteresse,
            autentisert=klage.kanal == Klagekanal.DIGITAL,
        )
    )


def innstillinger_i(klage: Klage) -> tuple[Innstillinger, ...]:
    """What the office may come to."""
    grunn = Grunn31(klage.fristgrunn) if klage.fristgrunn else None
    mulige = regler.mulige_innstillinger(tidsvurdering(klage).svar, grunn, mangler_i(klage))
    return tuple(Innstillinger(str(en)) for en in mulige)


def hindringer(klage: Klage, punkter: Collection[Klagepunkt]) -> list[Fagfeil]:
    """What must be in place before the answer goes to the beslutter, each at its field."""
    feil = [*_om_fristen(klage), *_om_mangler(klage)]
    if not klage.innstilling:
        feil.append(Fagfeil(_("Velg hva vurderingen ender med."), felt="innstilling", hjemmel="fvl § 33"))
    elif klage.innstilling not in innstillinger_i(klage):
        feil.append(
            Fagfeil(
                _("«%(valg)s» passer ikke her. Se hva som er sagt om fristen og manglene.")
                % {"valg": klage.get_innstilling_display()},
                felt="innstilling",
            )
        )
    if not klage.vurdering.strip():
        feil.append(Fagfeil(_("Skriv hvorfor, så klageren og Statsforvalteren forstår det."), felt="vurdering"))
    if klage.innstilling and klage.innstilling != Innstillinger.AVVIS:
        feil += _om_innholdet(klage, punkter)
    return feil


def _om_fristen(klage: Klage) -> list[Fagfeil]:
    tid = tidsvurdering(klage)
    if tid.svar is Tid.FOR_SENT and not klage.fristbegrunnelse.strip():
        tekst = _("Klagen kom for sent. Vurder om den kan behandles likevel, og skriv hvorfor eller hvorfor ikke.")
        return [Fagfeil(tekst, felt="fristbegrunnelse", hjemmel="fvl § 31")]
    return []


def _om_mangler(klage: Klage) -> list[Fagfeil]:
    if not mangler_i(klage):
        return []
    fristen_er_ute = klage.rettefrist is not None and klage.rettefrist < klokke.i_dag()
    for_gammel = tidsvurdering(klage).svar is Tid.FOR_GAMMEL
    if fristen_er_ute or for_gammel:
        return []
    ord_ = _("Klagen mangler noe. Sett en kort frist for å rette det, eller vent til fristen er ute.")
    return [Fagfeil(ord_, felt="innstilling", hjemmel="fvl § 32")]


def _om_innholdet(klage: Klage, punkter: Collection[Klagepunkt]) -> list[Fagfeil]:
    feil = []
    if not punkter:
        feil.append(Fagfeil(_("Skriv minst ett punkt fra klagen, og svar på det."), felt="punkter", hjemmel="fvl § 33"))
    ubesvarte = [str(punkt.nummer) for punkt in punkter if not punkt.svar.strip()]
    if ubesvarte:
        feil.append(
            Fagfeil(
                _("Svar på alt klageren sier. Dette er ikke besvart: punkt %(hvilke)s.")
                % {"hvilke": ", ".join(ubesvarte)},
                felt="punkter",
            )
        )
    endrer = klage.innstilling in {Innstillinger.OMGJOR, Innstillinger.OMGJOR_DELVIS}
    if endrer and not klage.hva_endres.strip():
        feil.append(Fagfeil(_("Skriv hva som endres i vedtaket."), felt="hva_endres"))
    return feil


def svarfrist(klage: Klage) -> date:
    """When the complainant must have had an answer: the promised day, else a month after it came (fvl § 11 a)."""
    return klage.ventet_svar or regler.svarfrist(klage.mottatt)


def trenger_nytt_vedtak(klage: Klage) -> bool:
    """Whether the outcome is to be carried out by a new decision that nobody has begun."""
    endret = klage.utfall in {Klageutfall.OMGJORT_AV_NAV, Klageutfall.OPPHEVET}
    nytt = klage.vedtak_id is not None and klage.nytt_vedtak_id is None
    return nytt and (endret or _delvis_besluttet(klage))


def trenger_gjennomforing(klage: Klage) -> bool:
    """Whether the outcome changes a decision that takes no new `Vedtak`, still works, and nobody has changed."""
    return _er_ugjort(klage) and klage.gjelder.virker


def kan_gjennomfores(klage: Klage) -> bool:
    """Whether something can be done to the decision for the outcome's sake, needed or not: one that works no more can
    have taken money meanwhile."""
    return _er_ugjort(klage) and bool(klage.gjelder.tiltak)


def _er_ugjort(klage: Klage) -> bool:
    return klage.gjelder_avvisning_id is None and klage.gjennomfort is None and er_endret(klage)


def _delvis_besluttet(klage: Klage) -> bool:
    return klage.er_delvis and klage.besluttet is not None


def kan_gi_nytt_vedtak(klage: Klage) -> bool:
    """Whether a new decision can be begun on the ground of this complaint."""
    return klage.vedtak_id is not None and er_endret(klage)


def er_endret(klage: Klage) -> bool:
    """Whether the decision, or a part of it, did not stand."""
    return klage.utfall in TIL_GUNST or _delvis_besluttet(klage)


def gir_kostnader(klage: Klage) -> bool:
    """Whether the decision was changed in the party's favour, so that costs can be claimed (fvl § 36)."""
    return er_endret(klage)


def instansen_avgjor_kostnader(klage: Klage) -> bool:
    """Whether the appeals body decides the claim: it does, unless the office made the new decision (fvl § 36)."""
    return klage.utfall == Klageutfall.ENDRET


def kostnadsmerknad(krav: Kostnadskrav) -> str:
    """What to look at when the claim came after its three weeks; empty when it is in time or nobody knows."""
    nytt = krav.klage.nytt_vedtak
    if nytt is None or nytt.underrettet is None:
        return ""
    frist = regler.kostnadsfrist(nytt.underrettet)
    if krav.fremsatt <= frist:
        return ""
    return _("Kravet kom etter fristen %(frist)s. Vurder om det kan behandles likevel (fvl § 31).") % {
        "frist": dato_ord(frist)
    }
