"""Sending a complaint on: the complete set of papers in one archived package, and the party's copy."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, timedelta

from django.utils.translation import gettext as _

from fotfeste.fag.brev.services import brevfeil_i_ord
from fotfeste.fag.klage import klagebrev
from fotfeste.fag.klage.las import klage_las
from fotfeste.fag.klage.models import Klage, Oversendelsesdokument
from fotfeste.fag.klage.overganger import KLAGE
from fotfeste.fag.klage.papirer import MA_MED, Papir, folgebrev, papirliste, sett
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

MERKNADSTID = timedelta(days=14)
"""How long the party is asked to answer within; the law gives the copy and sets no time."""

_IKKE_I_FILNAVN = re.compile(r"[^\w .,()-]+")


def klage_utelat_papir(aktor: Aktor, *, klage: Klage, nokkel: str, grunn: str) -> Klage:
    """Leave a paper out of what is sent, with the reason; without one, take it with again.

    Raises Fagfeil for a paper that must go, or is none of the case's.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.utelat_papir"):
        klage = klage_las(klage)
        KLAGE.krev("utelat_papir", klage)
        if nokkel not in {papir.nokkel for papir in papirliste(klage)}:
            raise Fagfeil(_("Papiret finnes ikke i saken."), felt="grunn")
        if nokkel in MA_MED:
            raise Fagfeil(_("Dette papiret må følge med."), felt="grunn", hjemmel="fvl § 33")
        utelatt = {en: hvorfor for en, hvorfor in klage.utelatt.items() if en != nokkel}
        if grunn.strip():
            utelatt[nokkel] = grunn.strip()
        return klage.lagre_endring(utelatt=utelatt)


def klage_oversend(aktor: Aktor, *, klage: Klage) -> Klage:
    """Send the complaint with the complete set of papers, kept as one package and one by one (fvl § 33 fourth).

    The party gets a copy of what we say, and may answer it.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.oversend"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("oversend", klage)
        dag, papirer = klokke.i_dag(), papirliste(klage)
        with brevfeil_i_ord():
            brevet = folgebrev(aktor, klage, papirer)
            dokumenter = [None if papir.utelatt_fordi else _dokument(aktor, klage, papir) for papir in papirer]
        navngitt = [
            (f"{nummer:02d} {papir.tittel}", dokument)
            for nummer, (papir, dokument) in enumerate(zip(papirer, dokumenter, strict=True), 1)
            if dokument is not None
        ]
        pakke = dokument_arkiver(
            navn=f"{dag.isoformat()} Klage {klage.sak.saksnummer}.zip",
            mime="application/zip",
            innhold=_pakk(brevet, navngitt, dag),
        )
        _skriv_listen(klage, papirer, dokumenter)
        klage.lagre_endring(status=overgang.til, oversendt=dag, pakke=pakke)
        med = tuple(papir.navn for papir in papirer if not papir.utelatt_fordi)
        klagebrev.send(aktor, klage, klagebrev.oversendt(aktor, klage, med, dag + MERKNADSTID))
        skriv_hendelse(
            aktor, "klage.oversendt", sak_id=klage.sak_id, objekt_id=klage.pk, milepel=True, antall=len(navngitt)
        )
        return klage


def _dokument(aktor: Aktor, klage: Klage, papir: Papir) -> Dokument:
    if papir.dokument_id:
        return Dokument.objects.get(pk=papir.dokument_id)
    return dokument_arkiver(navn=f"{papir.tittel}.pdf", mime="application/pdf", innhold=sett(aktor, klage, papir))


def _skriv_listen(klage: Klage, papirer: list[Papir], dokumenter: list[Dokument | None]) -> None:
    for nummer, (papir, dokument) in enumerate(zip(papirer, dokumenter, strict=True), 1):
        Oversendelsesdokument.objects.create(
            sak=klage.sak,
            klage=klage,
            nummer=nummer,
            tittel=papir.navn[:250],
            dokument=dokument,
            utelatt_fordi=papir.utelatt_fordi,
        )


def _pakk(brevet: bytes, papirer: list[tuple[str, Dokument]], dag: date) -> bytes:
    """One file with the cover letter and the papers in order; the same bytes for the same papers and day."""
    strom = io.BytesIO()
    with zipfile.ZipFile(strom, "w", zipfile.ZIP_DEFLATED) as arkiv:
        for navn, innhold in [("00 Følgebrev.pdf", brevet), *((_filnavn(n, d), bytes(d.innhold)) for n, d in papirer)]:
            arkiv.writestr(zipfile.ZipInfo(navn, (dag.year, dag.month, dag.day, 0, 0, 0)), innhold)
    return strom.getvalue()


def _filnavn(tittel: str, dokument: Dokument) -> str:
    endelse = dokument.navn.rsplit(".", 1)[-1].lower() if "." in dokument.navn else "pdf"
    rot = _IKKE_I_FILNAVN.sub(" ", tittel).strip().removesuffix(f".{endelse}")
    return f"{rot[:80].strip()}.{endelse}"
