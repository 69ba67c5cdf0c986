"""Choices in the programme: what was shown, what the participant wished, what was chosen, and why (sotjl § 42)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from fotfeste.fag.program.laas import las_program
from fotfeste.fag.program.models import Programversjon, Veivalg
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

MINST = 2


def veivalg_lagre(
    aktor: Aktor,
    *,
    program: Programversjon,
    hva: str,
    alternativer: Sequence[str],
    valgt: str,
    grunn: str,
    onske: str = "",
    drofting: str = "",
    uten_valg: str = "",
) -> Veivalg:
    """Write down a choice. With fewer than two options shown, why there was no choice is said instead."""
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.veivalg"):
        program = las_program(program, kommando="lagre")
        vist = list(dict.fromkeys(ett.strip() for ett in alternativer if ett.strip()))
        feil = []
        if len(vist) < MINST and not uten_valg:
            tekst = _("Skriv minst to alternativer, ett på hver linje, eller velg hvorfor det bare var ett.")
            feil.append(Fagfeil(tekst, felt="alternativer", hjemmel="sotjl § 42"))
        if any(len(ett) > 300 for ett in vist):
            feil.append(Fagfeil(_("Hvert alternativ kan ha høyst 300 tegn."), felt="alternativer"))
        if not valgt.strip():
            feil.append(Fagfeil(_("Skriv hva dere valgte."), felt="valgt"))
        if feil:
            raise FlereFeil(feil)
        valg = Veivalg(
            sak=program.sak,
            programversjon=program,
            hva=hva.strip(),
            alternativer=vist,
            onske=onske.strip(),
            drofting=drofting.strip(),
            valgt=valgt.strip(),
            grunn=grunn,
            uten_valg="" if len(vist) >= MINST else uten_valg,
        )
        valg.full_clean(validate_unique=False, validate_constraints=False, exclude=["sak", "alternativer"])
        valg.save()
        program.lagre_endring()
        skriv_hendelse(
            aktor, "program.veivalg", sak_id=program.sak_id, objekt_id=valg.pk, hva=valg.hva, valgt=valg.valgt
        )
        return valg


def veivalg_fjern(aktor: Aktor, *, valg: Veivalg) -> None:
    """Take a choice out of the draft."""
    krev(aktor, Handling.PROGRAM_SKRIV, valg)
    with kommando(aktor, "program.veivalg_fjern"):
        program = las_program(valg.programversjon, kommando="lagre")
        Veivalg.objects.filter(pk=valg.pk, programversjon=program).delete()
        program.lagre_endring()
