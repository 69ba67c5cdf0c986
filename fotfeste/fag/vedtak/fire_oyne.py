"""Four eyes: who has had a hand in a draft never decides it. The history remembers hands the row does not name."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _

from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor

UTEN_EGEN_HAND = ("vedtak.returner", "vedtak.hent_tilbake")
"""Commands on an open decision that write nothing in it. Whoever gave any other has had a hand in it."""


def krev_ikke_forberedt(aktor: Aktor, vedtak: Vedtak) -> None:
    """Raise Fagfeil when the actor has had a hand in the draft."""
    if har_forberedt(aktor.krev_bruker(), vedtak):
        raise Fagfeil(_("Du har vært med på å forberede vedtaket. En annen beslutter må lese det og bestemme."))


def har_forberedt(bruker: Bruker, vedtak: Vedtak) -> bool:
    """Whether the user began, wrote in, assessed or sent the decision, by its change history. Two queries at most."""
    if vedtak.saksbehandler_id == bruker.pk:
        return True
    av_bruker = Q(pgh_context__metadata__bruker=str(bruker.pk)) & ~Q(pgh_context__metadata__kommando__in=UTEN_EGEN_HAND)
    endringer = apps.get_model("vedtak", "VedtakEvent").objects.filter(av_bruker, pgh_obj_id=vedtak.pk)
    vurderinger = apps.get_model("vedtak", "VilkarsvurderingEvent").objects.filter(av_bruker, vedtak_id=vedtak.pk)
    return bool(endringer.exists() or vurderinger.exists())
