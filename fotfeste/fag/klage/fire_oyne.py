"""Four eyes: who prepared the answer to a complaint never decides it. The history remembers every hand."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _

from fotfeste.fag.klage.models import Klage
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor

UTEN_EGEN_HAND = ("klage.returner", "klage.svar_pa_utsetting", "klage.registrer")
"""Commands on a complaint that write nothing of its answer. Whoever gave any other has had a hand in it."""


def krev_ikke_forberedt(aktor: Aktor, klage: Klage) -> None:
    """Raise Fagfeil when the actor has had a hand in the answer."""
    if har_forberedt(aktor.krev_bruker(), klage):
        raise Fagfeil(_("Du har vært med på å forberede svaret. En annen beslutter må lese det og bestemme."))


def har_forberedt(bruker: Bruker, klage: Klage) -> bool:
    """Whether the user wrote in or sent the answer, by its change history. Two queries at most."""
    if klage.saksbehandler_id == bruker.pk:
        return True
    av_bruker = Q(pgh_context__metadata__bruker=str(bruker.pk)) & ~Q(pgh_context__metadata__kommando__in=UTEN_EGEN_HAND)
    endringer = apps.get_model("klage", "KlageEvent").objects.filter(av_bruker, pgh_obj_id=klage.pk)
    punkter = apps.get_model("klage", "KlagepunktEvent").objects.filter(av_bruker, klage_id=klage.pk)
    return bool(endringer.exists() or punkter.exists())


def tok_vedtaket(bruker: Bruker, klage: Klage) -> bool:
    """Whether the user took or prepared the decision complained of. Another should look at it now; that is advice."""
    return bruker.pk in {klage.gjelder.beslutter_id, klage.gjelder.saksbehandler_id}
