"""What the beslutter says to have seen to before taking a decision; kept with it, frozen (VM-05)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.vedtak.enums import Sjekk, Vedtakstype
from fotfeste.fag.vedtak.ferskhet import er_for_gammel, satt_til_side
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.tilgang import Aktor

_FORLENGELSE = (Sjekk.SVARENE, Sjekk.DATOENE)
_OPPHOR = (Sjekk.HORT, Sjekk.GRUNNEN)
_AV_TYPE: Mapping[str, tuple[Sjekk, ...]] = {
    Vedtakstype.INNVILGELSE: (Sjekk.VILKARENE_OPPFYLT, Sjekk.AEV_FERSK),
    Vedtakstype.AVSLAG: (Sjekk.VILKARENE_VURDERT, Sjekk.AVSLAGET),
    Vedtakstype.FORLENGELSE: _FORLENGELSE,
    Vedtakstype.SAERLIG_FORLENGELSE: _FORLENGELSE,
    Vedtakstype.AVBRUDD: _OPPHOR,
    Vedtakstype.AVSLUTNING: _OPPHOR,
    Vedtakstype.GJENOPPTAK: (Sjekk.DATOENE,),
    Vedtakstype.ENDRING: (Sjekk.ENDRINGEN,),
    Vedtakstype.FRAVAERSTREKK: (Sjekk.HORT, Sjekk.FRAVAERET),
    Vedtakstype.TILBAKEBETALING: (Sjekk.SKYLDEN, Sjekk.BELOPET, Sjekk.HORT),
}


def sjekkliste(vedtak: Vedtak, *, aev_for_gammel: bool) -> tuple[Sjekk, ...]:
    """The points for the kind of decision. An assessment that is too old is not fresh: its age is accepted instead."""
    punkter = _AV_TYPE[vedtak.type]
    if aev_for_gammel:
        return tuple(Sjekk.AEV_ELDRE if punkt is Sjekk.AEV_FERSK else punkt for punkt in punkter)
    return punkter


def kryss_av(aktor: Aktor, vedtak: Vedtak, sjekket: Collection[str], dag: date) -> dict[str, Any]:
    """The ticked list as it is kept with the decision. Raises Fagfeil while a point is not ticked."""
    liste = sjekkliste(vedtak, aev_for_gammel=er_for_gammel(vedtak, dag))
    mangler = [punkt for punkt in liste if punkt not in sjekket]
    if mangler:
        setning = _("Kryss av for det du har sett etter, før du fatter vedtaket: %(punkter)s")
        raise Fagfeil(setning % {"punkter": " ".join(f"«{punkt.label}»" for punkt in mangler)}, felt="sjekket")
    avvik = satt_til_side(vedtak) if Sjekk.AEV_ELDRE in liste else None
    return {
        "hvem": aktor.krev_bruker().navn,
        "hvem_id": str(aktor.bruker_id),
        "nar": klokke.na().isoformat(),
        "punkter": [{"kode": punkt.value, "tekst": str(punkt.label)} for punkt in liste],
        "aev_eldre_fordi": avvik.setning if avvik else "",
    }


@dataclass(frozen=True, slots=True)
class Krysset:
    """The list as it was ticked, to read."""

    hvem: str
    punkter: list[str]
    aev_eldre_fordi: str


def krysset(vedtak: Vedtak) -> Krysset | None:
    """What the beslutter saw to, from the frozen record; None for a decision from before the list was."""
    liste = (vedtak.frosset or {}).get("sjekkliste")
    if not liste:
        return None
    return Krysset(liste["hvem"], [punkt["tekst"] for punkt in liste["punkter"]], liste["aev_eldre_fordi"])
