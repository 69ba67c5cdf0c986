"""Commands on what the office keeps apart from the text that goes out. None of it is shown to the participant here."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.felles import krev_dag, krev_tekst
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Internnotat
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

_BOKSTAVER = {"", *(punkt.bokstav for punkt in PUNKTER)}


def internnotat_skriv(
    aktor: Aktor,
    *,
    vurdering: Arbeidsevnevurdering,
    tekst: str,
    punkt: str = "",
    holdt_tilbake: bool = False,
    grunn: str = "",
) -> Internnotat:
    """Write an internal note, under a point or for the whole.

    A concern held back from the text that goes out must say why. Raises Fagfeil otherwise.
    """
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    tekst = krev_tekst(tekst, "tekst", _("Skriv notatet."))
    if punkt not in _BOKSTAVER:
        raise Fagfeil(_("Velg et av de fem punktene, eller hele vurderingen."), felt="punkt")
    if holdt_tilbake:
        grunn = krev_tekst(grunn, "grunn", _("Skriv hvorfor dette holdes utenfor teksten deltakeren får."))
    with kommando(aktor, "aev.internt"):
        sak_las(vurdering.sak)
        notat = Internnotat(
            sak_id=vurdering.sak_id,
            vurdering=vurdering,
            punkt=punkt,
            tekst=tekst,
            skrevet_av=aktor.krev_bruker(),
            dato=klokke.i_dag(),
            holdt_tilbake=holdt_tilbake,
            grunn=grunn if holdt_tilbake else "",
        )
        notat.clean_fields(exclude={"sak", "vurdering", "skrevet_av"})
        notat.save()
        if holdt_tilbake:
            skriv_hendelse(aktor, "aev.holdt_tilbake", sak_id=vurdering.sak_id, objekt_id=notat.pk, for_deltaker=False)
        return notat


def internnotat_tatt_opp(aktor: Aktor, *, notat: Internnotat, dato: date, hva: str) -> Internnotat:
    """Note that the concern has been taken up with the participant, when, and what came of it."""
    krev(aktor, Handling.AEV_SKRIV, notat)
    krev_dag(notat.sak, dato)
    hva = krev_tekst(hva, "hva", _("Skriv kort hva dere snakket om."))
    with kommando(aktor, "aev.tatt_opp"):
        sak_las(notat.sak)
        notat = Internnotat.objects.select_for_update(of=("self",)).get(pk=notat.pk)
        if notat.tatt_opp:
            raise Fagfeil(_("Dette er allerede tatt opp med deltakeren."))
        if not notat.holdt_tilbake:
            raise Fagfeil(_("Notatet er ikke holdt tilbake, så det er ikke noe å ta opp."))
        if dato < notat.dato:
            raise Fagfeil(_("Dagen er før notatet ble skrevet. Sjekk datoen."), felt="dato")
        notat.lagre_endring(tatt_opp=dato, tatt_opp_hva=hva)
        skriv_hendelse(aktor, "aev.tatt_opp", sak_id=notat.sak_id, objekt_id=notat.pk, for_deltaker=False)
        return notat
