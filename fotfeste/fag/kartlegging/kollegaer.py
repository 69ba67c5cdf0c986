"""Commands on competence and the colleague's reading: who is certified, and a second look before completion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import Blikkstatus, Blikkutfall
from fotfeste.fag.kartlegging.felles import krev_tekst, las_vurdering
from fotfeste.fag.kartlegging.models import AevKompetanse, Arbeidsevnevurdering, Kollegablikk
from fotfeste.fag.kartlegging.overganger import AEV, KOLLEGABLIKK
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import Aktor, Eier, Handling, krev


class _Ved:
    """The office as the gate judges it."""

    def __init__(self, kontor: Kontor) -> None:
        self.kontor = kontor

    def tilgang_eier(self) -> Eier:
        return Eier(self.kontor.kommune_id, self.kontor.pk)


def kompetanse_gi(
    aktor: Aktor, *, kontor: Kontor, bruker: Bruker, fra: date, til: date | None = None, merknad: str = ""
) -> AevKompetanse:
    """Write in the register that an employee of the office is certified. Raises Fagfeil for days that make no sense."""
    krev(aktor, Handling.RUTINE_SKRIV, _Ved(kontor))
    if til and til < fra:
        raise Fagfeil(_("Siste dag er før den første. Sjekk datoene."), felt="til")
    if not bruker.medlemskap.filter(kontor=kontor).exists():
        raise Fagfeil(_("Velg en som arbeider ved kontoret."), felt="bruker")
    with kommando(aktor, "aev.kompetanse"):
        return AevKompetanse.objects.create(
            bruker=bruker, kontor=kontor, fra=fra, til=til, merknad=merknad.strip(), fort_av=aktor.krev_bruker()
        )


def kompetanse_avslutt(
    aktor: Aktor, *, kompetanse: AevKompetanse, til: date, versjon: int | None = None
) -> AevKompetanse:
    """Say which day a certification's last is."""
    krev(aktor, Handling.RUTINE_SKRIV, kompetanse)
    if til < kompetanse.fra:
        raise Fagfeil(_("Siste dag er før den første. Sjekk datoene."), felt="til")
    with kommando(aktor, "aev.kompetanse_avslutt"):
        kompetanse = AevKompetanse.objects.select_for_update(of=("self",)).get(pk=kompetanse.pk)
        kompetanse.krev_versjon(versjon)
        return kompetanse.lagre_endring(til=til)


def kompetente(kontor_id: UUID, dag: date) -> set[UUID]:
    """Those certified at the office on the day, by id."""
    rader = AevKompetanse.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), kontor_id=kontor_id, fra__lte=dag)
    return set(rader.values_list("bruker_id", flat=True))


def trenger_kollegablikk(bruker_id: UUID | None, kontor_id: UUID, dag: date) -> bool:
    """Whether the one who writes lacks the competence. An office that keeps no register asks nobody."""
    fort = AevKompetanse.objects.filter(kontor_id=kontor_id).exists()
    return fort and bruker_id not in kompetente(kontor_id, dag)


def mangler_kollegablikk(aktor: Aktor, vurdering: Arbeidsevnevurdering) -> Iterator[Fagfeil]:
    """A refusal when the one completing lacks the competence and no certified colleague has read the draft.

    It is something that should be done: a sentence of why not sets it aside.
    """
    dag, kontor = klokke.i_dag(), vurdering.sak.kontor_id
    if vurdering.uten_kollegablikk.strip() or not trenger_kollegablikk(aktor.bruker_id, kontor, dag):
        return
    lest = vurdering.kollegablikk.filter(
        status=Blikkstatus.GITT, utfall=Blikkutfall.KLAR, lest_av__in=kompetente(kontor, dag)
    )
    if not lest.exists():
        yield Fagfeil(
            _("Be en kollega med kompetanse om å lese vurderingen, eller skriv hvorfor den fullføres uten."),
            felt="uten_kollegablikk",
        )


def kollegablikk_be_om(aktor: Aktor, *, vurdering: Arbeidsevnevurdering) -> Kollegablikk:
    """Ask a colleague to read the draft. Raises Fagfeil when one is asked already."""
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.kollegablikk_be_om"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("lagre", vurdering)
        if vurdering.kollegablikk.filter(status=Blikkstatus.BEDT).exists():
            raise Fagfeil(_("Du har allerede bedt om et kollegablikk."))
        blikk = Kollegablikk.objects.create(
            sak_id=vurdering.sak_id, vurdering=vurdering, bedt=klokke.i_dag(), bedt_av=aktor.krev_bruker()
        )
        skriv_hendelse(aktor, "aev.kollegablikk_bedt", sak_id=vurdering.sak_id, objekt_id=blikk.pk, for_deltaker=False)
        return blikk


def aev_gi_kollegablikk(aktor: Aktor, *, blikk: Kollegablikk, utfall: Blikkutfall, kommentar: str = "") -> Kollegablikk:
    """Say what one thinks of a colleague's draft. Raises Fagfeil for one's own, or for doubt without a word of why."""
    krev(aktor, Handling.AEV_SKRIV, blikk)
    with kommando(aktor, "aev.gi_kollegablikk"):
        las_vurdering(blikk.vurdering)
        blikk = Kollegablikk.objects.select_for_update(of=("self",)).get(pk=blikk.pk)
        overgang = KOLLEGABLIKK.krev("gi_kollegablikk", blikk)
        if blikk.bedt_av_id == aktor.bruker_id:
            raise Fagfeil(_("Du har bedt om blikket selv. En annen må lese."))
        if utfall == Blikkutfall.SE_PA:
            kommentar = krev_tekst(kommentar, "kommentar", _("Skriv hva kollegaen bør se på."))
        blikk.lest_av = aktor.krev_bruker()
        blikk.lagre_endring(status=overgang.til, lest=klokke.i_dag(), utfall=utfall, kommentar=kommentar.strip())
        skriv_hendelse(aktor, "aev.kollegablikk_gitt", sak_id=blikk.sak_id, objekt_id=blikk.pk, for_deltaker=False)
        return blikk
