"""What a case holds about money that the form of the file has no place for, for whoever reads the whole case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from fotfeste.fag.avstemming.models import Dobbeltbetaling
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsstopp
from fotfeste.fag.krav.dekning import Dekning, dekning_for
from fotfeste.fag.krav.enums import Kravstatus
from fotfeste.fag.krav.models import Krav, Kravtrekk, Refusjonskrav
from fotfeste.fag.person.models import Barn
from fotfeste.fag.regulering.enums import Reguleringsstatus
from fotfeste.fag.regulering.models import Reguleringslinje
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import AnnenYtelse, Differanse, Forskudd, Innkrevingskrav
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


@dataclass(frozen=True, slots=True)
class Pengene:
    """The rows, each kind in the order it happened. Claims come with what is left of them."""

    dodsdato: date | None
    barn: Sequence[Barn]
    ytelser: Sequence[AnnenYtelse]
    forskudd: Sequence[Forskudd]
    differanser: Sequence[Differanse]
    doble: Sequence[Dobbeltbetaling]
    reguleringer: Sequence[Reguleringslinje]
    krav: Sequence[tuple[Krav, Dekning]]
    refusjonskrav: Sequence[Refusjonskrav]
    stopp: Sequence[Egenmeldingsstopp]
    bekreftelser: Sequence[Egenmeldingsbekreftelse]


def pengene_i(aktor: Aktor, sak: Sak) -> Pengene:
    """What the case holds, of the participant's own only what they have been told of. Raises IkkeTilgang.

    What the office has only begun to consider is its own preparation (fvl § 18). A constant number of queries.
    """
    krev(aktor, Handling.MAPPE_LES, sak)
    er_egen = sak.person.bruker_id is not None and sak.person.bruker_id == aktor.bruker_id
    krav = list(
        sak.krav.exclude(Q(status=Kravstatus.FUNNET) if er_egen else Q(pk__in=[])).prefetch_related(
            Prefetch("trekk", Kravtrekk.objects.filter(trekk__belop__gt=0).select_related("trekk"))
        )
    )
    tall = dekning_for([ett.pk for ett in krav])
    stopp = sak.egenmeldingsstopp.filter(Q(forhandsvarsel__isnull=False) if er_egen else Q())
    return Pengene(
        dodsdato=sak.person.dodsdato,
        barn=list(
            sak.person.barn.prefetch_related(
                "utenlandsopphold", Prefetch("innkrevingskrav", Innkrevingskrav.objects.filter(sak=sak))
            )
        ),
        ytelser=list(sak.andre_ytelser.all()),
        forskudd=list(sak.forskudd.select_related("bestemt_av")),
        differanser=list(sak.differanser.order_by("opprettet")),
        doble=list(sak.dobbeltbetalinger.select_related("utbetaling", "ny__kjoring")),
        reguleringer=list(
            Reguleringslinje.objects.filter(sak=sak, regulering__status=Reguleringsstatus.FERDIG)
            .select_related("vurdering")
            .order_by("maned", "regulering__nummer")
        ),
        krav=[(ett, tall[ett.pk]) for ett in krav],
        refusjonskrav=list(sak.refusjonskrav.all()),
        stopp=list(stopp.prefetch_related("beslutninger")),
        bekreftelser=list(sak.egenmeldingsbekreftelser.all()),
    )
