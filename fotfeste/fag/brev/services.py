"""Sending a letter: one frame around it from the case, and the archived PDF made in the same breath."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fotfeste.fag.brev import models
from fotfeste.fag.brev.innhold import Avsender, Brev, Brevfeil, Kontakt, Mottaker
from fotfeste.fag.brev.lagring import til_json
from fotfeste.fag.brev.maler import Ramme
from fotfeste.fag.brev.pdf import som_pdf
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor


def brev_send(aktor: Aktor, *, sak: Sak, mal: models.Brevmal, brev: Brev) -> models.Brev:
    """Archive the letter as PDF and put it in the case, where the participant reads it.

    Called by commands that have asked the gate for what the letter tells; takes part in their transaction.
    Raises Fagfeil when the letter cannot be set.
    """
    with brevfeil_i_ord():
        pdf = som_pdf(brev)
    with kommando(aktor, "brev.send"):
        navn = f"{brev.dato.isoformat()} {brev.tittel[:80]}.pdf"
        sendt = models.Brev.objects.create(
            sak=sak,
            mal=mal,
            tittel=brev.tittel[:200],
            innhold=til_json(brev),
            dokument=dokument_arkiver(navn=navn, mime="application/pdf", innhold=pdf),
            sendt=klokke.na(),
        )
        skriv_hendelse(aktor, "brev.sendt", sak_id=sak.pk, objekt_id=sendt.pk, tittel=sendt.tittel)
    return sendt


def brev_ramme(aktor: Aktor, sak: Sak) -> Ramme:
    """Who writes to whom about which case, from the case: the fixed contact answers questions, the actor signs."""
    kontor, person = sak.kontor, sak.person
    telefon = kontor.telefon or "55 55 33 33"
    fast = sak.faste_kontakter.filter(til__isnull=True).select_related("bruker").first()
    kontakt = fast.bruker if fast else aktor.bruker
    poststed = f"{person.postnummer} {person.poststed}".strip()
    return Ramme(
        avsender=Avsender(sak.kommune.navn, kontor.navn, (kontor.adresse,) if kontor.adresse else (), telefon),
        mottaker=Mottaker(person.navn, tuple(linje for linje in (person.adresse, poststed) if linje)),
        dato=klokke.i_dag(),
        saksnummer=sak.saksnummer,
        kontakt=Kontakt(
            kontakt.navn if kontakt else kontor.navn,
            "veilederen din" if kontakt else "kontoret ditt",
            (kontakt.telefon if kontakt else "") or telefon,
        ),
        underskrift=(aktor.navn, kontor.navn) if aktor.bruker else (kontor.navn,),
    )


@contextmanager
def brevfeil_i_ord(felt: str = "") -> Iterator[None]:
    """Let a letter that cannot be made be refused at the form's field `felt`, in the letter's own words."""
    try:
        yield
    except Brevfeil as feil:
        raise Fagfeil(str(feil), felt=felt) from feil
