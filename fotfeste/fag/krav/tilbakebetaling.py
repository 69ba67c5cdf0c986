"""What the decision on repayment (fag/vedtak) asks of the claim it is about."""

from __future__ import annotations

from fotfeste.fag.krav.dekning import maneder_med_rest
from fotfeste.fag.krav.enums import APNE, Kravstatus
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.krav.trekkplan import krav_rull_videre, krev_utenfor_kjoring
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.tilbakebetaling import Kravkilde, Tilbakekreving


def _kravet(vedtak: Vedtak) -> Krav | None:
    return Krav.objects.filter(vedtak=vedtak, status__in=sorted(APNE)).select_related("vedtak").first()


def _hent(vedtak: Vedtak) -> Tilbakekreving | None:
    krav = _kravet(vedtak)
    maneder = maneder_med_rest(krav) if krav else ()
    return Tilbakekreving(sum(belop for _maned, belop in maneder), maneder) if maneder else None


def _virk(vedtak: Vedtak) -> None:
    """The claim is to be paid back from now on; what was to be deducted is not, until that is agreed anew."""
    krav = _kravet(vedtak)
    if krav is None:
        raise LookupError("A repayment was decided without a claim")
    krav.sak = vedtak.sak
    krev_utenfor_kjoring(krav)
    krav_rull_videre(krav.lagre_endring(status=Kravstatus.TILBAKEBETALING, trekkes=False))


KILDE = Kravkilde(_hent, _virk)
