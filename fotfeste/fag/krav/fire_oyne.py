"""Four eyes: who prepared a deduction never decides it. The history remembers every hand."""

from __future__ import annotations

from django.apps import apps
from django.utils.translation import gettext as _

from fotfeste.fag.krav.models import Krav
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor

UTEN_EGEN_HAND = ("krav.returner", "krav.hent_tilbake", "krav.innbetaling", "vedtak.fatt", "klage.beslutt")
"""Commands on a claim that write nothing of what is decided. Whoever gave any other has had a hand in it."""


def krev_ikke_forberedt(aktor: Aktor, krav: Krav) -> None:
    """Raise Fagfeil when the actor has had a hand in the claim."""
    if har_forberedt(aktor.krev_bruker(), krav):
        raise Fagfeil(_("Du har vært med på å forberede dette. En annen beslutter må lese det og bestemme."))


def har_forberedt(bruker: Bruker, krav: Krav) -> bool:
    """Whether the user opened, assessed, noticed or sent the claim, by its change history. One query at most."""
    if krav.saksbehandler_id == bruker.pk:
        return True
    endringer = apps.get_model("krav", "KravEvent").objects.filter(
        pgh_obj_id=krav.pk, pgh_context__metadata__bruker=str(bruker.pk)
    )
    return bool(endringer.exclude(pgh_context__metadata__kommando__in=UTEN_EGEN_HAND).exists())
