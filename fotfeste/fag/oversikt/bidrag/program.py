"""The programme's part of the overview: activities ended without notice, places waited for, own weeks, a big job."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Oppgave, Part, Steg
from fotfeste.fag.program.enums import Aktivitetsgruppe, Aktivitetstatus, Programstatus
from fotfeste.fag.program.models import Aktivitet, Arbeidsforhold
from fotfeste.fag.program.selectors import Egenuke, ukene_av
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord, tallord
from fotfeste.grunnmur.tilgang import Handling

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

UKER_TILBAKE = 4
"""How many weeks an own activity is asked about before the question is dropped."""

LENGE = timedelta(days=28)
"""After this long on a list for a place, somebody should ask whether something else could begin meanwhile."""


@dataclass
class Programdel:
    """What the overview needs of a case's programme."""

    uten_varsel: list[Aktivitet] = field(default_factory=list)
    venter: list[Aktivitet] = field(default_factory=list)
    over_halv: list[Arbeidsforhold] = field(default_factory=list)
    uker: list[Egenuke] = field(default_factory=list)


def _hent(sak_ids: Sequence[UUID]) -> Mapping[UUID, Programdel]:
    ut: defaultdict[UUID, Programdel] = defaultdict(Programdel)
    apne = Q(status__in=[Aktivitetstatus.VENTER, Aktivitetstatus.AVBRUTT])
    avtalte = Aktivitet.objects.filter(
        apne | Q(gruppe=Aktivitetsgruppe.EGENAKTIVITET),
        sak_id__in=sak_ids,
        programversjon__status=Programstatus.AVTALT,
    ).select_related("programversjon")
    for aktivitet in avtalte:
        if aktivitet.krever_alternativer:
            ut[aktivitet.sak_id].uten_varsel.append(aktivitet)
        elif aktivitet.status == Aktivitetstatus.VENTER:
            ut[aktivitet.sak_id].venter.append(aktivitet)
    for jobb in rader_i(sak_ids, Arbeidsforhold).filter(svar=""):
        if jobb.over_halv:
            ut[jobb.sak_id].over_halv.append(jobb)
    for sak_id, uker in ukene_av(avtalte, klokke.i_dag(), antall=UKER_TILBAKE).items():
        ut[sak_id].uker = uker
    return ut


def _oppgaver(fakta: Fakta, del_: Programdel | None) -> Iterable[Oppgave]:
    if del_ is None:
        return
    yield from _uten_varsel(del_)
    yield from _over_halv(fakta, del_)
    yield from _venter(fakta, del_)
    if fakta.valg["egen_aktivitet_bekreftes"]:
        yield from _egne_uker(del_)


def _uten_varsel(del_: Programdel) -> Iterator[Oppgave]:
    for aktivitet in del_.uten_varsel:
        yield Oppgave(
            "uten_varsel",
            _("Vurder andre aktiviteter: %(navn)s ble avsluttet uten varsel") % {"navn": aktivitet.navn},
            Part.VEILEDER,
            aktivitet.status_siden,
            Steg("program", _("Vurder andre aktiviteter"), Handling.PROGRAM_SKRIV),
            frist=aktivitet.status_siden,
            husets_frist=True,
        )


def _over_halv(fakta: Fakta, del_: Programdel) -> Iterator[Oppgave]:
    for jobb in del_.over_halv:
        if jobb.til and jobb.til < fakta.dag:
            continue
        yield Oppgave(
            "over_halv_stilling",
            _("Vilkåret er ikke lenger oppfylt, jf. 50 prosent: jobb på %(prosent)s prosent")
            % {"prosent": jobb.prosent},
            Part.VEILEDER,
            jobb.fra,
            Steg("program", _("Ta stilling til jobben"), Handling.PROGRAM_SKRIV),
            mer=jobb.arbeidsgiver,
        )


def _venter(fakta: Fakta, del_: Programdel) -> Iterator[Oppgave]:
    for aktivitet in del_.venter:
        if aktivitet.status_siden and fakta.dag - aktivitet.status_siden >= LENGE:
            yield Oppgave(
                "venter_pa_plass",
                _("Har ventet på plass siden %(dag)s: %(navn)s")
                % {"dag": dato_ord(aktivitet.status_siden), "navn": aktivitet.navn},
                Part.VEILEDER,
                aktivitet.status_siden,
                Steg("program", _("Gå til programmet"), Handling.PROGRAM_SKRIV),
            )


def _egne_uker(del_: Programdel) -> Iterator[Oppgave]:
    mangler = [uke for uke in del_.uker if uke.bekreftet is None]
    if mangler:
        eldste = mangler[-1].uke
        yield Oppgave(
            "egen_aktivitet",
            _("%(antall)s uker med egen aktivitet er ikke bekreftet") % {"antall": tallord(len(mangler)).capitalize()}
            if len(mangler) > 1
            else _("Uken fra %(dag)s med egen aktivitet er ikke bekreftet") % {"dag": dato_ord(eldste)},
            Part.DELTAKER,
            eldste + timedelta(days=7),
            Steg("program", _("Se ukene"), Handling.PROGRAM_SKRIV),
        )


BIDRAG = Bidrag("program", _hent, _oppgaver, sjeldne=(Arbeidsforhold,))
