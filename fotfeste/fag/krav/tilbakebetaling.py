"""The decision on repayment (fag/vedtak) and the claim it is about: begun, taken, fallen, made anew."""

from __future__ import annotations

from django.apps import apps
from django.utils.translation import gettext as _

from fotfeste.fag.krav.dekning import maneder_med_rest
from fotfeste.fag.krav.enums import APNE, Kravarsak, Kravstatus
from fotfeste.fag.krav.laas import las_krav
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.krav.overganger import KRAV
from fotfeste.fag.krav.trekkplan import krav_rull_videre, krev_kan_trekkes, krev_utenfor_kjoring
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.services import vedtak_start_tilbakebetaling
from fotfeste.fag.vedtak.tilbakebetaling import Kravkilde, Tilbakekreving
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk import krav as regler


def krav_start_tilbakebetaling(aktor: Aktor, *, krav: Krav) -> Vedtak:
    """Begin a decision on repayment (§ 40 second paragraph, § 23) of what is left; the open one when there is one.

    Raises Fagfeil unless the claim is assessed as coming from wrong or withheld information.
    """
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.start_tilbakebetaling"):
        krav = las_krav(krav)
        KRAV.krev("start_tilbakebetaling", krav)
        if krav.arsak != Kravarsak.URIKTIG:
            setning = _("Tilbakebetaling er bare for uriktige eller holdte tilbake opplysninger. Vurder det først.")
            raise Fagfeil(setning, felt="arsak", hjemmel=str(regler.TILBAKEBETALING))
        if krav.vedtak and krav.vedtak.status != Vedtaksstatus.FORKASTET:
            return krav.vedtak
        krev_kan_trekkes(krav)
        return _begynn(aktor, krav)


def _begynn(aktor: Aktor, krav: Krav) -> Vedtak:
    vedtak = vedtak_start_tilbakebetaling(aktor, sak=krav.sak)
    krav.lagre_endring(vedtak=vedtak)
    return vedtak


def tilbakebetaling_falt(aktor: Aktor, vedtak: Vedtak) -> None:
    """Let the claim be as it was before a taken decision that does not stand. Inside a frame, the case locked.

    Nothing is deducted until somebody says so: what had been agreed was about the decision that fell. A claim that was
    settled meanwhile stays so.
    """
    krav = _kravet_bak(vedtak) if vedtak.type == Vedtakstype.TILBAKEBETALING else None
    if krav is None or krav.vedtak is None or (krav.vedtak.dato and krav.vedtak != vedtak):
        return  # it is let go of already, or a newer decision holds
    status = krav.status
    if status == Kravstatus.TILBAKEBETALING:
        status = Kravstatus.BESTEMT if krav.bestemt else Kravstatus.FUNNET
    krav.lagre_endring(
        status=status,
        trekkes=False,
        plan_belop=krav.bestemt_belop or krav.plan_belop,
        vedtak=None if krav.vedtak == vedtak else krav.vedtak,
    )
    krav_rull_videre(krav)
    skriv_hendelse(aktor, "krav.tilbakebetaling_falt", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True)


def _kravet_bak(vedtak: Vedtak) -> Krav | None:
    """The claim a decision is or was about. Of one that fell, the history alone remembers it."""
    om = apps.get_model("krav", "KravEvent").objects.filter(vedtak_id=vedtak.pk).values("pgh_obj_id")
    krav = Krav.objects.select_related("sak").filter(pk__in=om).first()
    return las_krav(krav) if krav else None


def tilbakebetaling_pa_nytt(aktor: Aktor, gammelt: Vedtak) -> Vedtak:
    """Begin the decision that takes the place of `gammelt`, about the same claim. Inside a frame, the case locked.

    A decision that still stands holds until the new one is taken. Raises Fagfeil when nothing is left to claim.
    """
    krav = _kravet_bak(gammelt)
    if krav is None:
        raise LookupError("A repayment was decided without a claim")
    if krav.status != Kravstatus.TILBAKEBETALING:
        return krav_start_tilbakebetaling(aktor, krav=krav)
    krev_kan_trekkes(krav)
    return _begynn(aktor, krav)


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
    krev_kan_trekkes(krav)
    krev_utenfor_kjoring(krav)
    krav_rull_videre(krav.lagre_endring(status=Kravstatus.TILBAKEBETALING, trekkes=False))


KILDE = Kravkilde(_hent, _virk)
