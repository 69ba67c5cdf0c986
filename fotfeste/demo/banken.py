"""What the demo's bank answers, and that økonomi reconciles; the last month is left with something to do."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import QuerySet

from fotfeste.demo.folk import Stab
from fotfeste.fag.avstemming.services import kjoring_avstem
from fotfeste.fag.utbetaling.enums import Kjoringsstatus
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.bankfiler import bankfiler_les
from fotfeste.kobling.betaling.falsk_bank import Utfall, svar


def banken_svarer(stab: Stab, *, noe_feiler: bool) -> None:
    """Read the answers to every run that is not reconciled yet, and reconcile those that come out even.

    With `noe_feiler` two payments of the first office do not arrive, and their run is left for the user.
    """
    okonomi = replace(stab.okonomi[0], dag=klokke.i_dag())  # who prepared; the other one released
    kjoringer = Kjoring.objects.filter(kommune=stab.kommune, status=Kjoringsstatus.SENDT, avstemminger__isnull=True)
    apne = list(kjoringer.order_by("maned", "nummer"))
    for kjoring in apne:
        utfall = _det_som_feiler(stab, kjoring) if noe_feiler and kjoring == apne[-1] else {}
        _les(okonomi, kjoring, utfall)
        if not utfall:
            kjoring_avstem(okonomi, kjoring)


def _les(okonomi: Aktor, kjoring: Kjoring, utfall: dict[str, Utfall]) -> None:
    fil = kjoring.filer.filter(type="pain001").select_related("dokument").first()
    if fil is None:  # nobody had anything to be paid
        return
    svarene = svar(bytes(fil.dokument.innhold), utfall)
    navn = f"{kjoring.maned:%Y-%m}-{kjoring.nummer}.xml"
    filer = [(f"svar-{navn}", svarene.kvittering), (f"bevegelser-{navn}", svarene.bokforing)]
    if svarene.retur:
        filer.append((f"retur-{navn}", svarene.retur))
    bankfiler_les(okonomi, kommune=kjoring.kommune, filer=filer)


def _det_som_feiler(stab: Stab, kjoring: Kjoring) -> dict[str, Utfall]:
    """One refused; and one sent back, to somebody who can be logged in as where there is one."""
    rader = kjoring.utbetalinger.filter(netto__gt=0, sak__kontor=stab.kontorer[0].kontor)
    kan_vises = rader.filter(sak__person__bruker__er_demo=True)
    retur = _siste(kan_vises) or _siste(rader)
    avvist = _siste(rader.exclude(pk=retur.pk)) if retur else None
    valgt = ((avvist, Utfall.AVVIST), (retur, Utfall.RETUR))
    return {rad.ende_til_ende: hva for rad, hva in valgt if rad}


def _siste(rader: QuerySet[Utbetaling]) -> Utbetaling | None:
    return max(rader.select_related("sak"), key=lambda rad: rad.sak.saksnummer, default=None)
