"""The decision that money is to be paid back (sotjl § 40 second paragraph, § 23): what it claims, and what it does.

What was paid too much lies in a subject of its own (`fag/krav`), which knows of decisions. It says here, when the
process starts, how it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.vedtak.enums import Skyld, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.regelverk.krav import TILBAKEBETALING

_VURDERER_SKYLD = re.compile(r"forsett|med vilje|uaktsom|burde|måtte|visste|forst(o|å)|skjønt|skjønn", re.IGNORECASE)
"""Words of an assessment of the one who gave the information. Whether it holds is for the beslutter to read."""


@dataclass(frozen=True, slots=True)
class Tilbakekreving:
    """What is claimed: whole kroner, and the months with what was too much in each."""

    belop: int
    maneder: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Kravkilde:
    """`hent`: what a decision claims, None without a claim. `virk`: what the taken decision does to the claim."""

    hent: Callable[[Vedtak], Tilbakekreving | None]
    virk: Callable[[Vedtak], None]


_KILDE: list[Kravkilde] = []


def sett_kravkilde(kilde: Kravkilde) -> None:
    """Let `kilde` answer from now on."""
    _KILDE[:] = [kilde]


def kravet(vedtak: Vedtak) -> Tilbakekreving | None:
    """What the decision claims; None for another kind, and without a claim that something is left of."""
    return _KILDE[0].hent(vedtak) if _KILDE and vedtak.type == Vedtakstype.TILBAKEBETALING else None


def la_kravet_virke(vedtak: Vedtak) -> None:
    """Move the claim as the taken decision says."""
    for kilde in _KILDE:
        kilde.virk(vedtak)


def hindringer_i_tilbakebetalingen(vedtak: Vedtak) -> list[Fagfeil]:
    """What is missing: the claim, the condition of § 23, the information it is about, what shows it, and why."""
    feil = []
    if kravet(vedtak) is None:
        setning = _("Det er ikke noe krav å betale tilbake. Begynn på vedtaket fra siden «For mye utbetalt».")
        feil.append(Fagfeil(setning, felt="skyld"))
    if not vedtak.skyld:
        setning = _("Velg forsett eller grov uaktsomhet. Er det ingen av delene, kan dere bare trekke (§ 40).")
        feil.append(Fagfeil(setning, felt="skyld"))
    if not vedtak.grunn_ord.strip():
        setning = _("Skriv hvilken opplysning som var feil, eller som ikke ble gitt.")
        feil.append(Fagfeil(setning, felt="grunn_ord"))
    if not vedtak.bevis.strip():
        feil.append(Fagfeil(_("Skriv hva som viser det."), felt="bevis"))
    if vedtak.begrunnelse_hensyn.strip() and not _VURDERER_SKYLD.search(vedtak.begrunnelse_hensyn):
        setning = _("Skriv hvorfor det er forsett eller grovt uaktsomt: hva deltakeren visste, eller måtte ha skjønt.")
        feil.append(Fagfeil(setning, felt="begrunnelse_hensyn"))
    return [Fagfeil(ett.melding, felt=ett.felt, hjemmel=str(TILBAKEBETALING)) for ett in feil]


def tilbakebetalingen(vedtak: Vedtak) -> dict[str, Any] | None:
    """The claim as it is kept with the decision, frozen; None for another kind."""
    krevd = kravet(vedtak)
    if krevd is None:
        return None
    return {
        "belop": krevd.belop,
        "maneder": [{"maned": maned.isoformat(), "belop": belop} for maned, belop in krevd.maneder],
        "skyld": vedtak.skyld,
        "skyld_navn": str(Skyld(vedtak.skyld).label) if vedtak.skyld else "",
        "opplysning": vedtak.grunn_ord,
        "bevis": vedtak.bevis,
        "bevis_dato": vedtak.bevis_dato.isoformat() if vedtak.bevis_dato else None,
    }
