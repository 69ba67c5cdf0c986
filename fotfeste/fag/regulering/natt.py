"""The night's part: where a number has been made known late, a dry run lies ready in the morning. Only a proposal."""

from __future__ import annotations

from fotfeste.fag.regulering.enums import APNE
from fotfeste.fag.regulering.models import Regulering
from fotfeste.fag.regulering.selectors import gjenstar
from fotfeste.fag.regulering.services import regulering_opprett, regulering_prov
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.regelverk.regulering import sene_endringer


def natt_regulering() -> str:
    """Dry run what nobody has begun or seen. What a run that is over left, or was put aside, waits for people."""
    antall = 0
    for endring in sene_endringer(klokke.i_dag()):
        kode, fra = endring.parameter.kode, endring.verdi.gjelder_fra
        begynt = Regulering.objects.filter(parameter=kode, gjelder_fra=fra, status__in=sorted(APNE))
        for kommune in Kommune.objects.exclude(pk__in=begynt.values("kommune_id")).order_by("pk"):
            if gjenstar(endring, [kommune.pk]).nye:
                regulering_prov(SYSTEM, regulering_opprett(SYSTEM, kommune=kommune, parameter=kode, gjelder_fra=fra))
                antall += 1
    return f"{antall} reguleringer er prøvekjørt. Ingenting er endret."
