"""Offering the plan, and the answer: in a conversation, to every participant, and open to a new answer any day."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.plan.enums import Plansvar
from fotfeste.fag.plan.models import Plansvaret, Plantilbud
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


def plantilbud_registrer(
    aktor: Aktor, *, sak: Sak, kanal: str, dato: date | None = None, tolk: bool = False, notat: str = ""
) -> Plantilbud:
    """Write down that the plan was offered (sotjl § 33). Whether the office thinks it is needed has no place here."""
    krev(aktor, Handling.PLAN_SKRIV, sak)
    with kommando(aktor, "plan.tilby"):
        sak = sak_las(sak)
        dato = _krev_kommet(dato)
        tilbud = Plantilbud(sak=sak, dato=dato, kanal=kanal, tolk=tolk, notat=notat.strip(), av=aktor.bruker)
        tilbud.full_clean(validate_unique=False, validate_constraints=False, exclude=["sak", "av"])
        tilbud.save()
        skriv_hendelse(aktor, f"plan.tilbudt_{kanal}", sak_id=sak.pk, objekt_id=tilbud.pk, dato=dato, milepel=True)
        return tilbud


def plansvar_registrer(
    aktor: Aktor,
    *,
    sak: Sak,
    svar: str,
    begrunnelse: str = "",
    vil_ikke_si: bool = False,
    dato: date | None = None,
) -> Plansvaret:
    """Keep what the participant answers; the newest is what they say. No is kept with why, or that they will not say.

    The participant answers on their own page any day, and changes it as often as they like.
    """
    egen = aktor.bruker_id is not None and sak.tilgang_eier().person_bruker_id == aktor.bruker_id
    krev(aktor, Handling.PLAN_EGEN if egen else Handling.PLAN_SKRIV, sak)
    with kommando(aktor, "plan.svar"):
        sak = sak_las(sak)
        dato = _krev_kommet(dato)
        if svar == Plansvar.IKKE_ONSKET and not begrunnelse.strip() and not vil_ikke_si:
            raise FlereFeil(
                [
                    Fagfeil(
                        _("Skriv hvorfor, eller kryss av for at grunnen ikke skal oppgis."),
                        felt="begrunnelse",
                        hjemmel="sotjl § 33",
                    )
                ]
            )
        rad = Plansvaret(
            sak=sak,
            dato=dato,
            svar=svar,
            begrunnelse=begrunnelse.strip(),
            vil_ikke_si=vil_ikke_si and not begrunnelse.strip(),
            av_deltaker=egen,
        )
        rad.full_clean(validate_unique=False, validate_constraints=False, exclude=["sak"])
        rad.save()
        skriv_hendelse(aktor, f"plan.svar_{svar}", sak_id=sak.pk, objekt_id=rad.pk, milepel=True)
        return rad


def _krev_kommet(dato: date | None) -> date:
    dato = dato or klokke.i_dag()
    if dato > klokke.i_dag():
        raise Fagfeil(_("Datoen er ikke kommet ennå. Skriv dagen det skjedde."), felt="dato")
    return dato
