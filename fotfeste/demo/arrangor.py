"""A provider in the demo: the one most participants of the first office have their practice at, telling who came."""

from __future__ import annotations

from datetime import date

from django.db.models import Count

from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.arrangor import Oppmote
from fotfeste.fag.oppmote.arrangor_selectors import arrangordeltakere, maneder_a_fore
from fotfeste.fag.program.enums import Aktivitetsgruppe, Programstatus
from fotfeste.fag.program.models import Aktivitet
from fotfeste.fag.sak.enums import APNE
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import aktor_for

NAVN = "Arne Arrangdal"


def slipp_inn_arrangoren(kontor: Kontor, i_dag: date) -> None:
    """Register the provider and who works there, and let them tell of last month: one day differs from the sheet."""
    vanligste = (
        Aktivitet.objects.filter(sak__kontor=kontor, sak__status__in=APNE, programversjon__status=Programstatus.AVTALT)
        .exclude(arrangor__in=["", "NAV"])  # what the office holds itself has no provider
        .exclude(gruppe=Aktivitetsgruppe.LONNET_ARBEID)
        .order_by()
        .values("arrangor")
        .annotate(antall=Count("pk"))
        .order_by("-antall", "arrangor")
        .first()
    )
    if vanligste is None:
        return
    system = aktor_for(Bruker.objects.get(medlemskap__rolle=Rolle.SYSTEMANSVARLIG))
    arrangor = oppmote.arrangor_registrer(system, kommune=kontor.kommune, navn=vanligste["arrangor"])
    plass = oppmote.arrangorbruker_gi(
        system, arrangor=arrangor, brukernavn="arne.arrangdal", navn=NAVN, fra=i_dag.replace(month=1, day=1)
    )
    Bruker.objects.filter(pk=plass.bruker_id).update(er_demo=True)
    _for_forrige_maned(plass.bruker)


def _for_forrige_maned(bruker: Bruker) -> None:
    aktor = aktor_for(bruker)
    deltakere = arrangordeltakere(aktor, maneder_a_fore()[1])
    for en in deltakere[:-1]:
        if not en.sak.timelister.filter(maned=en.maned, godkjent__isnull=False).exists():
            dager = {dag: Oppmote("kom", timer) for dag, timer in en.timer.items()}
            forste = min(dager)
            oppmote.arrangorforing_lagre(aktor, maned=en, dager={**dager, forste: Oppmote("kom_ikke")})
            return
