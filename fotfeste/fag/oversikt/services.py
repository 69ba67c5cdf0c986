"""Putting a task off, and keeping a view of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.models import Liste, Utsettelse, Visning
from fotfeste.fag.oversikt.typer import Oppgave, Oversikt
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor, krev


def utsett_hoyst_til(oversikt: Oversikt, oppgave: Oppgave, hoyst_dager: int) -> date:
    """The last day the task may be put off to: the municipality's limit, and never past a deadline of the law."""
    grense = klokke.i_dag() + timedelta(days=hoyst_dager)
    if oppgave.frist is None or oppgave.husets_frist:
        return grense
    return min(grense, oppgave.frist)


def oppgave_utsett(aktor: Aktor, *, oppgaver: Sequence[tuple[Oversikt, Oppgave]], til: date, grunn: str) -> int:
    """Take the tasks out of the actor's own list until the day, and say how many.

    Raises Fagfeil without a reason or for a day that has been, FlereFeil with a sentence for each that may not wait.
    """
    if not oppgaver:
        raise Fagfeil(_("Oppgavene er alt løst. Gå tilbake til Min dag."))
    for oversikt, oppgave in oppgaver:
        krev(aktor, oppgave.steg.handling, oversikt.sak)
    if not grunn.strip():
        raise Fagfeil(_("Skriv hvorfor det kan vente."), felt="grunn")
    if til <= klokke.i_dag():
        raise Fagfeil(_("Velg en dag etter i dag."), felt="til")
    hoyst = valg.verdier({oversikt.sak.kommune_id for oversikt, _o in oppgaver}, klokke.i_dag())
    feil = []
    for oversikt, oppgave in oppgaver:
        grense = utsett_hoyst_til(oversikt, oppgave, int(hoyst[oversikt.sak.kommune_id]["utsett_hoyst_dager"]))
        if til > grense:
            feil.append(Fagfeil(_kan_ikke_vente(oversikt, oppgave, grense), felt="til"))
    if feil:
        raise FlereFeil(feil)
    with kommando(aktor, "oversikt.utsett"):
        for oversikt, oppgave in oppgaver:
            _utsett(aktor, oversikt.sak, oppgave, til, grunn.strip())
    return len(oppgaver)


def _kan_ikke_vente(oversikt: Oversikt, oppgave: Oppgave, grense: date) -> str:
    ord_ = {"navn": oversikt.sak.person.navn, "hva": oppgave.hva, "dag": dato_ord(grense)}
    if grense <= klokke.i_dag():
        return _("%(navn)s, «%(hva)s»: fristen er lovens, og den er her. Oppgaven kan ikke utsettes.") % ord_
    return _("%(navn)s, «%(hva)s» kan ikke vente lenger enn til %(dag)s.") % ord_


def _utsett(aktor: Aktor, sak: Sak, oppgave: Oppgave, til: date, grunn: str) -> None:
    Utsettelse.objects.update_or_create(
        bruker=aktor.krev_bruker(), sak=sak, nokkel=oppgave.nokkel, defaults={"til": til, "grunn": grunn}
    )


def utsettelse_opphev(aktor: Aktor, utsettelse_id: UUID) -> None:
    """Take a task back into one's list now."""
    utsettelse = Utsettelse.objects.filter(bruker=aktor.krev_bruker(), pk=utsettelse_id).first()
    if utsettelse is None:
        raise IkkeTilgang("utsettelsen finnes ikke, eller er en annens")
    with kommando(aktor, "oversikt.opphev_utsettelse"):
        utsettelse.delete()


# Views

MAKS_VISNINGER = 9


def visning_lagre(
    aktor: Aktor, *, side: str, navn: str, sporring: str, standard: bool = False, delt_med: Kontor | None = None
) -> Visning:
    """Keep the filters under a name; the same name again is the same view. Raises Fagfeil when there are nine."""
    bruker = aktor.krev_bruker()
    if delt_med is not None and delt_med.pk not in {t.kontor_id for t in aktor.tildelinger}:
        raise Fagfeil(_("Du kan dele med et kontor du arbeider ved."), felt="delt_med")
    if not navn.strip():
        raise Fagfeil(_("Gi visningen et navn."), felt="navn")
    with transaction.atomic():
        mine = Visning.objects.select_for_update(of=("self",)).filter(bruker=bruker, side=Liste(side))
        fra_for = mine.filter(navn=navn.strip()).first()
        if fra_for is None and len(mine) >= MAKS_VISNINGER:
            raise Fagfeil(_("Du har ni visninger. Fjern en før du lagrer en ny."), felt="navn")
        if standard:
            mine.update(standard=False)
        visning = fra_for or Visning(bruker=bruker, side=Liste(side), navn=navn.strip())
        visning.sporring, visning.standard, visning.delt_med = _ren(sporring), standard, delt_med
        try:
            with transaction.atomic():
                visning.save()
        except IntegrityError as feil:
            raise Fagfeil(_("Visningen ble lagret to ganger samtidig. Se om den står der.")) from feil
        return visning


def _ren(sporring: str) -> str:
    """The filters without page numbers and empty values."""
    return urlencode([(n, v) for n, v in parse_qsl(sporring) if n not in {"side", "alle"}])[:500]


def visning_fjern(aktor: Aktor, visning_id: UUID) -> str:
    """Forget one of one's own views; returns the list it was of."""
    visning = Visning.objects.filter(bruker=aktor.krev_bruker(), pk=visning_id).first()
    if visning is None:
        raise IkkeTilgang("visningen finnes ikke, eller er en annens")
    visning.delete()
    return visning.side


def visninger_for(aktor: Aktor, side: str) -> list[Visning]:
    """One's own views of the list, then those colleagues have shared."""
    kontorer = {t.kontor_id for t in aktor.tildelinger if t.kontor_id}
    rader = Visning.objects.filter(
        Q(bruker=aktor.krev_bruker()) | Q(delt_med__in=kontorer), side=Liste(side)
    ).select_related("bruker")
    return sorted(rader, key=lambda v: (v.bruker_id != aktor.bruker_id, v.opprettet))
