"""What becomes of a month that was reckoned again to more, in words to the participant and to the office."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from fotfeste.fag.krav.selectors import Tilgode, tilgode_for
from fotfeste.fag.utbetaling.models import Differanse
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.regelverk.penger import kroner_tekst


def med_ord(differanser: Sequence[Differanse], *, til_deltakeren: bool) -> list[tuple[Differanse, str]]:
    """Each difference with the sentences about its money; none for one that is not in the participant's favour.

    None either to the participant while it waits for the next payment: that the page says in every language it has.
    """
    alle = tilgode_for(differanser)
    ord_ = _til_deltakeren if til_deltakeren else _til_kontoret
    return [(rad, ord_(alle[rad.pk]) if rad.pk in alle else "") for rad in differanser]


def _til_deltakeren(rad: Tilgode) -> str:
    if not (rad.motregnet or rad.dag):
        return ""
    setninger = [_("Du skulle hatt %(kroner)s mer.") % {"kroner": kroner_tekst(rad.belop)}]
    if rad.motregnet:
        setning = _("%(kroner)s er gjort opp mot det du fikk for mye for den samme måneden.")
        setninger.append(setning % {"kroner": kroner_tekst(rad.motregnet)})
    if rad.igjen and not rad.dag:
        setninger.append(_("Du får %(kroner)s i neste utbetaling.") % {"kroner": kroner_tekst(rad.igjen)})
    return " ".join([*setninger, *_dagen(rad)])


def _til_kontoret(rad: Tilgode) -> str:
    setninger = [_("Deltakeren hadde %(kroner)s til gode.") % {"kroner": kroner_tekst(rad.belop)}]
    if rad.motregnet:
        setning = _("%(kroner)s er gjort opp mot det som var betalt for mye for den samme måneden.")
        setninger.append(setning % {"kroner": kroner_tekst(rad.motregnet)})
    if rad.igjen and not rad.dag:
        setninger.append(_("%(kroner)s betales i neste kjøring.") % {"kroner": kroner_tekst(rad.igjen)})
    return " ".join([*setninger, *_dagen(rad)])


def _dagen(rad: Tilgode) -> list[str]:
    if not (rad.igjen and rad.dag):
        return []
    ord_ = {"kroner": kroner_tekst(rad.igjen), "dag": dato_ord(rad.dag)}
    return [_("%(kroner)s er med i utbetalingen %(dag)s.") % ord_]
