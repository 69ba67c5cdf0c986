"""Open enquiries from the case's participant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.henvendelse.enums import APNE, Tema
from fotfeste.fag.henvendelse.models import Henvendelse
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Oppgave, Part, Steg
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.regelverk import henvendelse as regler

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta


class _Apen(NamedTuple):
    mottatt: datetime
    tema: str
    haster: bool
    fordelt_til_id: UUID | None


def _hent(ider: Sequence[UUID]) -> Mapping[UUID, list[_Apen]]:
    ut: dict[UUID, list[_Apen]] = defaultdict(list)
    apne = rader_i(ider, Henvendelse).filter(status__in=sorted(APNE)).order_by("-haster", "mottatt")
    felter = apne.values_list("sak_id", "mottatt", "tema", "haster", "fordelt_til_id")
    for sak_id, mottatt, tema, haster, hos in felter:
        if sak_id is not None:
            ut[sak_id].append(_Apen(mottatt, tema, haster, hos))
    return ut


def _oppgaver(_fakta: Fakta, egne: list[_Apen] | None) -> Iterator[Oppgave]:
    for apen in egne or ():
        dag = klokke.dagen(apen.mottatt)
        hva = _("Trenger hjelp straks: %(tema)s") if apen.haster else _("Venter på svar: %(tema)s")
        yield Oppgave(
            "henvendelse",
            hva % {"tema": str(Tema(apen.tema).label).lower()},
            Part.VEILEDER,
            dag,
            Steg("henvendelser_sak", gettext_lazy("Se henvendelsen"), Handling.HENVENDELSE_SKRIV),
            frist=dag if apen.haster else regler.siste_dag(dag),
            eier_id=apen.fordelt_til_id,
            husets_frist=not apen.haster,  # Who needs help today does not wait.
        )


BIDRAG = Bidrag("henvendelse", _hent, _oppgaver, lukkede=True, sjeldne=(Henvendelse,))
