"""What the bank, and people for it, have said of each payment until now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from fotfeste.fag.avstemming.enums import GJELDER_BETALING, Avklaringsutfall, Postslag, Samsvar
from fotfeste.fag.avstemming.models import Bankpost, Postavklaring
from fotfeste.fag.avstemming.utledning import Sagt

VIRKER = frozenset({Samsvar.TREFF, Samsvar.MOTSIGELSE})
"""What counts in what a payment has come to. A wrong amount does not, until a person has said what it belongs to."""


def sagt_om(ider: Collection[UUID]) -> dict[UUID, Sagt]:
    """What has been said of each of the payments until now."""
    ut: defaultdict[UUID, Sagt] = defaultdict(Sagt)
    egne = Bankpost.objects.filter(utbetaling_id__in=ider, samsvar__in=VIRKER, slag__in=GJELDER_BETALING)
    for ident, slag, dato in egne.values_list("utbetaling_id", "slag", "dato"):
        if ident:
            ut[ident] = ut[ident].og(slag, dato)
    koblet = Postavklaring.objects.filter(utbetaling_id__in=ider, utfall=Avklaringsutfall.KOBLET)
    for ident, slag, dato in koblet.values_list("utbetaling_id", "post__slag", "post__dato"):
        if ident:
            # Money in that a person has said belongs to a payment is that payment come back.
            ut[ident] = ut[ident].og(Postslag.RETUR if slag == Postslag.INN else slag, dato)
    return ut
