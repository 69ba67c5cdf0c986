"""The night's reminder: a month's sheet is due in a few days and has not been sent (sotjl § 39).

Said once for each month, in the case where letters are read, with the few words that matter in the language the person
reads best. Run again, or stopped in the middle, it goes on where it was: each reminder is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.fag.brev.innhold import Brev, Sammendrag, Sprakkode
from fotfeste.fag.brev.maler import Paminnelse, paminnelse
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.frister import frist_av, med_rett
from fotfeste.fag.oppmote.models import Listevarsel, Timeliste
from fotfeste.fag.program.perioder import programtid_for
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ukedag, maned_ord
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.organisasjon.valg import verdier
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode

PA_EGET_SPRAK: dict[str, Sprakkode] = {"en": "en", "uk": "uk", "ar": "ar", "so": "so", "ti": "ti"}
"""Languages the reminder can say it in beside bokmål."""

BUNKE = 200


def natt_varsle() -> str:
    """The night's part: participants reminded of a sheet that is due soon."""
    return f"{timelister_varsle()} deltakere er minnet om timelisten."


def timelister_varsle() -> int:
    """Remind everybody whose sheet of the last month is due within the municipality's days. Returns how many."""
    forrige = klokke.i_dag().replace(day=1) - tid.EN_DAG
    maned = tid.maned(forrige.year, forrige.month)
    valgt = verdier(Kommune.objects.values_list("pk", flat=True), maned.slutt)
    antall = 0
    for kommune_id, valg in valgt.items():
        frist = frist_av(valg, maned)
        if virkedager_for(frist, int(valg["timeliste_varsles_dager"])) <= klokke.i_dag() <= frist:
            uten = _uten_liste(maned).filter(kommune_id=kommune_id)
            antall += sum(_varsle(sak, maned, frist, int(valg["utbetalingsdag"])) for sak in _med_dager(uten, maned))
    return antall


def virkedager_for(dag: date, antall: int) -> date:
    """The `antall`th virkedag before the day; 0 gives the day itself."""
    for _nr in range(antall):
        dag -= tid.EN_DAG
        while not tid.er_virkedag(dag):
            dag -= tid.EN_DAG
    return dag


def _uten_liste(maned: Periode) -> QuerySet[Sak]:
    """Cases of the living with a right in the month, whose sheet has not been sent and who have not been reminded."""
    sendt = Timeliste.objects.filter(
        sak=OuterRef("pk"), maned=maned.fra, status__in=[Timelistestatus.LEVERT, Timelistestatus.GODKJENT]
    )
    varslet = Listevarsel.objects.filter(sak=OuterRef("pk"), maned=maned.fra)
    levende = Sak.objects.filter(person__dodsdato__isnull=True)
    saker = med_rett(levende, maned).exclude(Exists(sendt)).exclude(Exists(varslet))
    return saker.select_related("person", "kontor", "kommune").order_by("pk")


def _med_dager(saker: QuerySet[Sak], maned: Periode) -> Iterator[Sak]:
    """Those with a day of programme in the month, outside pauses."""
    alle = list(saker)
    for nr in range(0, len(alle), BUNKE):
        bunke = alle[nr : nr + BUNKE]
        programtid = programtid_for([sak.pk for sak in bunke], maned)
        yield from (sak for sak in bunke if sak.pk in programtid and programtid[sak.pk].dager(maned))


def _varsle(sak: Sak, maned: Periode, frist: date, dag: int) -> bool:
    """Send the one reminder; False when somebody was quicker, or the sheet came meanwhile."""
    try:
        with transaction.atomic(), kommando(SYSTEM, "timeliste.varsle"):
            sak_las(sak)
            if not _uten_liste(maned).filter(pk=sak.pk).exists():
                return False
            Listevarsel.objects.create(sak=sak, maned=maned.fra, frist=frist)
            brev_send(SYSTEM, sak=sak, mal=Brevmal.PAMINNELSE, brev=_brevet(sak, maned.fra, frist, dag))
    except IntegrityError:
        return False
    return True


def _brevet(sak: Sak, maned: date, frist: date, dag: int) -> Brev:
    utbetaling = tid.utbetalingsdag(maned, dag)
    ramme = replace(brev_ramme(SYSTEM, sak), sammendrag=_pa_eget_sprak(sak.person.sprak, maned, frist, utbetaling))
    return paminnelse(Paminnelse(ramme=ramme, maned=maned, frist=frist, utbetaling=utbetaling))


def _pa_eget_sprak(sprak: str, maned: date, frist: date, utbetaling: date) -> Sammendrag | None:
    """The three things that matter, in the person's own language; None for those who read Norwegian."""
    if sprak not in PA_EGET_SPRAK:
        return None
    with translation.override(sprak):
        avsnitt = [
            _("Send timelisten for %(maned)s innen %(frist)s. Da kommer pengene %(dag)s.")
            % {"maned": maned_ord(maned), "frist": dato_ukedag(frist), "dag": dato_ukedag(utbetaling)},
            _("Trenger du hjelp? Ring eller skriv til veilederen din."),
        ]
        if sprak != "en":
            avsnitt.append(_("Oversettelsen er laget av oss og ikke kontrollert av tolk."))
        return Sammendrag(PA_EGET_SPRAK[sprak], _("Husk timelisten"), tuple(avsnitt))
