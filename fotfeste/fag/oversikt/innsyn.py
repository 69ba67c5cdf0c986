"""Who has looked at a case, told to the participant and the leader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

MAKS_RADER = 2000

_HVA = {
    "person": _("personopplysninger"),
    "sak": _("saken"),
    "soknad": _("søknaden"),
    "aev": _("arbeidsevnevurderingen"),
    "vedtak": _("vedtaket"),
    "program": _("programmet"),
    "timeliste": _("timelisten"),
    "stonad": _("utregningen av stønaden"),
    "brev": _("brevene"),
    "oppfolging": _("oppfølgingen"),
    "sporing": _("listen over hvem som har sett saken"),
}


@dataclass(frozen=True, slots=True)
class Innsyn:
    """One person's looks at the case on one day: what they saw, each thing once."""

    dag: date
    navn: str
    hva: str


def hvem_har_sett(aktor: Aktor, *saker: Sak) -> list[Innsyn]:
    """Who has seen the cases, newest day first. Raises IkkeTilgang unless participant, leader or revisor of each."""
    for sak in saker:
        krev(aktor, Handling.SPORING_LES, sak)
    i_sakene, om_personen = [sak.pk for sak in saker], {sak.person_id for sak in saker}
    rader = (
        Sporing.objects.filter(Q(sak_id__in=i_sakene) | Q(person_id__in=om_personen), utfall="vist")
        .select_related("bruker")
        .order_by("-tid")[:MAKS_RADER]
    )
    samlet: dict[tuple[date, str], dict[str, None]] = {}
    for rad in rader:
        nokkel = (timezone.localtime(rad.tid).date(), rad.bruker.navn if rad.bruker else "Fotfeste")
        samlet.setdefault(nokkel, {})[str(_HVA.get(rad.handling.split(".")[0], rad.handling))] = None
    return [Innsyn(dag, navn, ", ".join(hva)) for (dag, navn), hva in samlet.items()]
