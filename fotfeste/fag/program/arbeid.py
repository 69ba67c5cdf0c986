"""A job beside the programme: at most half a position (sotjl § 30), and what is done when it is more."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.program.models import Arbeidsforhold
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


def arbeidsforhold_registrer(
    aktor: Aktor,
    *,
    sak: Sak,
    arbeidsgiver: str,
    prosent: int,
    fra: date,
    til: date | None = None,
    laerling: bool = False,
) -> Arbeidsforhold:
    """Write down a job the participant has taken. Raises FlereFeil for a percentage or a period that cannot be."""
    krev(aktor, Handling.PROGRAM_SKRIV, sak)
    with kommando(aktor, "arbeidsforhold.registrer"):
        sak = sak_las(sak)
        feil = []
        if not arbeidsgiver.strip():
            feil.append(Fagfeil(_("Skriv hvem deltakeren jobber hos."), felt="arbeidsgiver"))
        if not 1 <= prosent <= 100:
            feil.append(Fagfeil(_("Skriv stillingen i prosent, fra 1 til 100."), felt="prosent"))
        if til and til < fra:
            feil.append(Fagfeil(_("Jobben slutter før den begynner. Sett en senere siste dag."), felt="til"))
        if feil:
            raise FlereFeil(feil)
        rad = Arbeidsforhold.objects.create(
            sak=sak, arbeidsgiver=arbeidsgiver.strip()[:160], prosent=prosent, fra=fra, til=til, laerling=laerling
        )
        skriv_hendelse(
            aktor,
            "arbeidsforhold.registrert",
            sak_id=sak.pk,
            objekt_id=rad.pk,
            arbeidsgiver=rad.arbeidsgiver,
            prosent=prosent,
            fra=fra,
            milepel=True,
        )
        return rad


def arbeidsforhold_svar(
    aktor: Aktor, *, arbeidsforhold: Arbeidsforhold, svar: str, grunn: str, versjon: int | None = None
) -> Arbeidsforhold:
    """What is done about a job of more than half a position, and why. Raises Fagfeil when it is not more."""
    krev(aktor, Handling.PROGRAM_SKRIV, arbeidsforhold)
    with kommando(aktor, "arbeidsforhold.svar"):
        sak_las(arbeidsforhold.sak)
        rad = Arbeidsforhold.objects.select_for_update(of=("self",)).get(pk=arbeidsforhold.pk)
        rad.krev_versjon(versjon)
        if not rad.over_halv:
            raise Fagfeil(_("Stillingen er ikke over halv, så programmet kan fortsette som før."))
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor dere gjør det slik."), felt="grunn")
        rad.lagre_endring(svar=svar, svar_grunn=grunn.strip(), svar_dato=klokke.i_dag())
        skriv_hendelse(
            aktor,
            "arbeidsforhold.over_halv",
            sak_id=rad.sak_id,
            objekt_id=rad.pk,
            prosent=rad.prosent,
            svar=rad.get_svar_display(),
            milepel=True,
        )
        return rad
