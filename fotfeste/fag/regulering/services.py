"""The commands on a regulation: a dry run that changes nothing, and the carrying out, which is safe to stop.

Both go in bunches. Each bunch takes the run's row lock and stands or falls in one transaction; a killed one goes on
where it stopped. The dry run's lines are its answer and may be made anew. Carrying out asks every month again under the
lock of its case, and keeps each difference by `etterregning`, whose chains let nothing be corrected twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.regulering.enums import APNE, KAN_IKKE_TAS_MED, Grunn, Reguleringsstatus, Utfall
from fotfeste.fag.regulering.models import TIL_GJENNOMFORING, Regulering, Reguleringslinje, Reguleringsvurdering
from fotfeste.fag.regulering.overganger import REGULERING
from fotfeste.fag.regulering.varsling import send_varsler
from fotfeste.fag.regulering.vurdering import Svar, berorte_maneder, vurder
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.etterregning import lagre_funn
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.regulering import Endring, finn_endring, sene_endringer

BUNKE = 500
_HJEMMEL = "sotjl § 35"


def regulering_opprett(aktor: Aktor, *, kommune: Kommune, parameter: str, gjelder_fra: date) -> Regulering:
    """The open run for the change, begun by the actor; the one that is there already when someone has begun it.

    Once one is finished a further one can be made, for months somebody had to look at first, or that came later.
    Raises IkkeTilgang for another municipality; Fagfeil for a number that is not known yet, or did not come late.
    """
    krev(aktor, Handling.REGULERING_FORBERED, Regulering(kommune=kommune))
    endring = _krev_sen_endring(parameter, gjelder_fra)
    if apen := _apen(kommune, endring):
        return apen
    try:
        with kommando(aktor, "regulering.opprett"):
            regulering = Regulering(
                kommune=kommune,
                parameter=parameter,
                gjelder_fra=gjelder_fra,
                kunngjort=endring.verdi.kunngjort,
                verdi=Decimal(endring.verdi.verdi.numerator) / Decimal(endring.verdi.verdi.denominator),
                kilde=endring.verdi.kilde,
                nummer=_av(kommune, endring).count() + 1,
                forberedt_av=aktor.bruker,
            )
            regulering.save()
            return regulering
    except IntegrityError:
        # Someone began the same at the same moment: theirs is the run.
        if annens := _apen(kommune, endring):
            return annens
        raise


def _krev_sen_endring(parameter: str, gjelder_fra: date) -> Endring:
    try:
        endring = finn_endring(parameter, gjelder_fra)
    except LookupError:
        raise Fagfeil(_("Velg en sats som står i listen."), felt="endring") from None
    if endring.verdi not in [sen.verdi for sen in sene_endringer(klokke.i_dag())]:
        raise Fagfeil(
            _("Satsen er ikke kunngjort ennå, eller den ble kunngjort før den begynte å gjelde."), felt="endring"
        )
    return endring


def _av(kommune: Kommune, endring: Endring) -> QuerySet[Regulering]:
    return Regulering.objects.filter(
        kommune=kommune, parameter=endring.parameter.kode, gjelder_fra=endring.verdi.gjelder_fra
    )


def _apen(kommune: Kommune, endring: Endring) -> Regulering | None:
    return _av(kommune, endring).filter(status__in=APNE).first()


def regulering_prov(aktor: Aktor, regulering: Regulering) -> Regulering:
    """Dry run: what every paid month comes to now, and why some need a person. Nothing in the cases is changed.

    Goes on where a stopped one left off; a finished one is made anew. Who does it has prepared the regulation.
    """
    krev(aktor, Handling.REGULERING_FORBERED, regulering)
    REGULERING.krev("prov", regulering)
    _begynn(aktor, regulering)
    while _prov_bunke(aktor, regulering):
        pass
    with kommando(aktor, "regulering.prov"):
        last = _las(regulering)
        if last.status == Reguleringsstatus.FORBEREDES:
            last.lagre_endring(status=Reguleringsstatus.PROVEKJORT, provd=klokke.na())
        return last


def _las(regulering: Regulering) -> Regulering:
    return Regulering.objects.select_for_update(of=("self",)).select_related("kommune").get(pk=regulering.pk)


def _begynn(aktor: Aktor, regulering: Regulering) -> None:
    with kommando(aktor, "regulering.begynn"):
        last = _las(regulering)
        REGULERING.krev("prov", last)
        hvem = {"forberedt_av": aktor.bruker} if aktor.bruker and last.forberedt_av_id != aktor.bruker_id else {}
        if last.status == Reguleringsstatus.FORBEREDES and last.siste_sak is not None:
            if hvem:
                last.lagre_endring(**hvem)
            return
        last.linjer.all().delete()
        antall = _saker(last).count()
        last.lagre_endring(
            status=Reguleringsstatus.FORBEREDES, antall_i_alt=antall, antall_ferdig=0, siste_sak=None, **hvem
        )


def _saker(regulering: Regulering) -> QuerySet[Sak]:
    """Cases of the municipality, open or ended, with a month that was paid before the number was known."""
    alle = Sak.objects.filter(kommune_id=regulering.kommune_id)
    maneder = berorte_maneder(regulering.endring, alle)
    return alle.filter(pk__in=maneder.values("sak_id"))


def _prov_bunke(aktor: Aktor, regulering: Regulering) -> bool:
    """Answer up to BUNKE cases more. False when none are left, or the run is no longer being prepared."""
    with kommando(aktor, "regulering.provbunke"):
        last = _las(regulering)
        if last.status != Reguleringsstatus.FORBEREDES:
            return False
        saker = list(
            _saker(last).filter(pk__gt=last.siste_sak or UUID(int=0)).select_related("person").order_by("pk")[:BUNKE]
        )
        if not saker:
            return False
        vurderinger = {
            (v.sak_id, v.maned, v.grunn, v.belop): v
            for v in Reguleringsvurdering.objects.filter(regulering=last, sak__in=saker)
        }
        Reguleringslinje.objects.bulk_create(
            _linje(last, svar, vurderinger.get((svar.sak.pk, svar.maned, svar.grunn or "", svar.belop or 0)))
            for svar in vurder(last, saker)
        )
        Regulering.objects.filter(pk=last.pk).update(
            siste_sak=saker[-1].pk, antall_ferdig=F("antall_ferdig") + len(saker)
        )
        return True


def _linje(regulering: Regulering, svar: Svar, vurdering: Reguleringsvurdering | None) -> Reguleringslinje:
    return Reguleringslinje(
        regulering=regulering,
        sak=svar.sak,
        maned=svar.maned,
        forrige=svar.forrige,
        forrige_brutto=svar.forrige.brutto,
        vurdering=vurdering,
        **_svarfelter(svar),
    )


def _svarfelter(svar: Svar) -> dict[str, object]:
    return {
        "ny_brutto": svar.ny_brutto,
        "kontroll_brutto": svar.kontroll,
        "belop": svar.belop,
        "utfall": svar.utfall,
        "grunn": svar.grunn or "",
        "arsaker": list(svar.funn.arsaker) if svar.funn else [],
        "nye_linjer": svar.funn is not None,
    }


def reguleringslinje_ta_med(aktor: Aktor, linje: Reguleringslinje, *, begrunnelse: str) -> Reguleringslinje:
    """Somebody has looked at the month, and it is carried out with the others. Another then carries it out.

    Raises Fagfeil without a reason, and for a month whose amount nobody knows yet. Done twice, nothing more happens.
    """
    krev(aktor, Handling.REGULERING_VURDER, linje)
    with kommando(aktor, "regulering.ta_med"):
        regulering = _las(linje.regulering)
        last = Reguleringslinje.objects.select_related("sak").filter(pk=linje.pk, regulering=regulering).first()
        if regulering.status != Reguleringsstatus.PROVEKJORT or last is None:
            raise Fagfeil(
                _("Reguleringen er ikke lenger en prøvekjøring. Last siden på nytt for å se hva som gjelder.")
            )
        if last.vurdering_id:
            return last
        if last.utfall != Utfall.TRENGER_PERSON or Grunn(last.grunn) in KAN_IKKE_TAS_MED:
            raise Fagfeil(_("Denne måneden kan ikke tas med slik den står. Se hva neste steg er."))
        if not begrunnelse.strip():
            raise Fagfeil(_("Skriv hva du har sett på, og hvorfor måneden kan tas med."), felt="begrunnelse")
        last.vurdering = Reguleringsvurdering.objects.create(
            sak=last.sak,
            regulering=regulering,
            maned=last.maned,
            grunn=last.grunn,
            belop=last.belop or 0,
            begrunnelse=begrunnelse.strip(),
            vurdert_av=aktor.krev_bruker(),
        )
        last.save(update_fields=["vurdering"])
        return last


def regulering_gjennomfor(aktor: Aktor, regulering: Regulering) -> Regulering:
    """Approve the dry run: from now on `regulering_fullfor` carries it out, however often it is stopped.

    Raises Fagfeil when the actor made the dry run or took a month of it along, when nobody has, or when there is
    nothing to carry out. Asked again by the one who approved it, it changes nothing.
    """
    krev(aktor, Handling.REGULERING_GJENNOMFOR, regulering)
    with kommando(aktor, "regulering.gjennomfor"):
        last = _las(regulering)
        if last.godkjent_av_id is not None and last.godkjent_av_id == aktor.bruker_id:
            return last
        REGULERING.krev("gjennomfor", last)
        _krev_fire_oyne(aktor, last)
        if not last.linjer.filter(TIL_GJENNOMFORING).exists():
            raise Fagfeil(_("Det er ingen måneder å regulere i prøvekjøringen. Se om noen må se på dem først."))
        return last.lagre_endring(
            status=Reguleringsstatus.GJENNOMFORES, godkjent_av=aktor.krev_bruker(), godkjent=klokke.na()
        )


def _krev_fire_oyne(aktor: Aktor, regulering: Regulering) -> None:
    if regulering.forberedt_av_id is None:
        raise Fagfeil(
            _("Fotfeste har prøvekjørt av seg selv. Én av dere må prøvekjøre og se over, og en annen gjennomføre."),
            hjemmel="fire øyne",
        )
    if regulering.forberedt_av_id == aktor.bruker_id:
        raise Fagfeil(_("Du prøvekjørte denne reguleringen. En annen må gjennomføre den."), hjemmel="fire øyne")
    if regulering.linjer.filter(vurdering__vurdert_av=aktor.bruker).exists():
        raise Fagfeil(_("Du har selv tatt med måneder i den. En annen må gjennomføre den."), hjemmel="fire øyne")


def regulering_fullfor(aktor: Aktor, regulering: Regulering) -> Regulering:
    """Carry out what was approved, a bunch at a time. Goes on where a stopped one left off; done, it changes nothing.

    A month that has changed since the dry run is left for a person. Who made the dry run cannot go on with it either.
    """
    krev(aktor, Handling.REGULERING_GJENNOMFOR, regulering)
    REGULERING.krev("fullfor", regulering)
    if regulering.forberedt_av_id == aktor.bruker_id:
        raise Fagfeil(_("Du prøvekjørte denne reguleringen. En annen må gjennomføre den."), hjemmel="fire øyne")
    while _gjennomfor_bunke(aktor, regulering):
        pass
    with kommando(aktor, "regulering.fullfor"):
        last = _las(regulering)
        if last.status == Reguleringsstatus.GJENNOMFORES:
            last.lagre_endring(status=Reguleringsstatus.FERDIG, ferdig=klokke.na())
        return last


def _gjennomfor_bunke(aktor: Aktor, regulering: Regulering) -> bool:
    """Carry out up to BUNKE months more. False when none are left, or it is not being carried out."""
    with kommando(aktor, "regulering.bunke"):
        last = _las(regulering)
        if last.status != Reguleringsstatus.GJENNOMFORES:
            return False
        linjer = list(last.linjer.filter(TIL_GJENNOMFORING).order_by("sak_id", "maned")[:BUNKE])
        if not linjer:
            return False
        saker = list(
            Sak.objects.select_for_update(of=("self",))
            .filter(pk__in={linje.sak_id for linje in linjer})
            .select_related("person")
            .order_by("pk")
        )
        _gjennomfor(aktor, linjer, {(svar.sak.pk, svar.maned): svar for svar in vurder(last, saker)})
        return True


def _gjennomfor(aktor: Aktor, linjer: Sequence[Reguleringslinje], svarene: dict[tuple[UUID, date], Svar]) -> None:
    par = [(linje, svarene.get((linje.sak_id, linje.maned))) for linje in linjer]
    like = [(linje, svar.funn) for linje, svar in par if svar and svar.funn and _som_provekjort(linje, svar)]
    for (linje, _funn), differanse in zip(like, lagre_funn(aktor, [funn for _linje, funn in like]), strict=True):
        linje.differanse = differanse
    resten = [(linje, svar) for linje, svar in par if linje.differanse is None]
    for linje, svar in resten:
        _legg_til_side(linje, svar)
    Reguleringslinje.objects.bulk_update([linje for linje, _funn in like], ["differanse"])
    Reguleringslinje.objects.bulk_update(
        [linje for linje, _svar in resten], ["utfall", "grunn", "ny_brutto", "belop", "nye_linjer", "vurdering"]
    )


def _som_provekjort(linje: Reguleringslinje, svar: Svar) -> bool:
    """Whether the month is what somebody approved: the same reckoning before it, the same amount, the same reason."""
    samme = (svar.forrige.pk, svar.belop, svar.utfall) == (linje.forrige_id, linje.belop, linje.utfall)
    return samme and (svar.grunn or "") == linje.grunn


def _legg_til_side(linje: Reguleringslinje, svar: Svar | None) -> None:
    """The month is another than it was in the dry run: somebody looks, unless nothing is left to do."""
    linje.vurdering = None
    if svar and svar.utfall in {Utfall.ALLEREDE, Utfall.INGEN_ENDRING} and svar.funn is None:
        linje.utfall, linje.grunn, linje.nye_linjer = svar.utfall, "", False
        linje.ny_brutto, linje.belop = linje.forrige_brutto, 0
    else:
        linje.utfall, linje.grunn = Utfall.TRENGER_PERSON, svar.grunn if svar and svar.grunn else Grunn.ENDRET


def regulering_varsle(aktor: Aktor, regulering: Regulering) -> int:
    """Tell those who have got money by it and have not been told. Returns how many were told now.

    Stopped at any point it goes on where it left off; nobody is told twice.
    """
    krev(aktor, Handling.REGULERING_GJENNOMFOR, regulering)
    REGULERING.krev("varsle", regulering)
    return send_varsler(regulering)


def regulering_forkast(aktor: Aktor, regulering: Regulering) -> Regulering:
    """Put a run that is not approved aside; the change can be begun again."""
    krev(aktor, Handling.REGULERING_FORBERED, regulering)
    with kommando(aktor, "regulering.forkast"):
        last = _las(regulering)
        REGULERING.krev("forkast", last)
        return last.lagre_endring(status=Reguleringsstatus.FORKASTET)
