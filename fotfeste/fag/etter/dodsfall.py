"""When the participant dies: the right ends with that day, the case closes, and nothing is paid before the estate asks.

What was paid for days after it comes to light as a difference like any other, and is for a person to consider.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.krav.trekkplan import kravene_folg_dodsfall
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las, sak_sett_status
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.vedtak.perioder import vedtaksperioder_for
from fotfeste.fag.vedtak.virkning import sak_folg_dagen
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Handling, krev


def dodsfall_registrer(aktor: Aktor, *, person: Person, dato: date, kilde: str) -> Person:
    """Register the death: open cases are closed, payments wait, and paid months are reckoned again.

    `kilde` says who told. Raises Fagfeil for a day to come, one before the birth, or without a source.
    """
    krev(aktor, Handling.DODSFALL_REGISTRER, _saken(person))
    with kommando(aktor, "dodsfall.registrer"):
        last, saker = _las(person)
        if not last.fodselsdato <= dato <= klokke.i_dag():
            raise Fagfeil(_("Dagen må være i dag eller tidligere, og etter at deltakeren ble født."), felt="dato")
        if not kilde.strip():
            raise Fagfeil(
                _("Skriv hvem som ga beskjed, for eksempel en pårørende eller Folkeregisteret."), felt="kilde"
            )
        last.lagre_endring(dodsdato=dato)
        for sak in saker:
            skriv_hendelse(aktor, "etter.dodsfall", sak_id=sak.pk, milepel=True, dag=dato, kilde=kilde.strip()[:200])
            if sak.status in APNE:
                sak_sett_status(sak, Saksstatus.AVSLUTTET)
            _la_pengene_folge(sak)
        return last


def dodsfall_angre(aktor: Aktor, *, person: Person, grunn: str) -> Person:
    """Take back a death registered by mistake: cases whose right still runs are open again, and paid months follow.

    Raises Fagfeil without a reason. Nothing happens when no death is registered.
    """
    krev(aktor, Handling.DODSFALL_REGISTRER, _saken(person))
    if not grunn.strip():
        raise Fagfeil(_("Skriv hva som var feil."), felt="grunn")
    with kommando(aktor, "dodsfall.angre"):
        last, saker = _las(person)
        if last.dodsdato is None:
            return last
        last.lagre_endring(dodsdato=None, dodsbo_konto="")
        for sak in saker:
            skriv_hendelse(aktor, "etter.dodsfall_angret", sak_id=sak.pk, milepel=True, grunn=grunn.strip()[:200])
            if sak.status == Saksstatus.AVSLUTTET and _lopende(sak.pk):
                sak_folg_dagen(sak_sett_status(sak, Saksstatus.I_PROGRAM))
            _la_pengene_folge(sak)
        return last


def dodsbo_konto_sett(aktor: Aktor, *, person: Person, kontonummer: str) -> Person:
    """Keep the account the estate has given: what was earned until the death can be paid there.

    Raises Fagfeil when no death is registered.
    """
    krev(aktor, Handling.DODSFALL_REGISTRER, _saken(person))
    with kommando(aktor, "dodsfall.konto"):
        last = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        if last.dodsdato is None:
            raise Fagfeil(_("Det er ikke registrert noe dødsfall."), felt="kontonummer")
        skriv_hendelse(aktor, "etter.dodsbo_konto", sak_id=_saken(last).pk, milepel=True, siste=kontonummer[-3:])
        return last.lagre_endring(dodsbo_konto=kontonummer)


def _las(person: Person) -> tuple[Person, list[Sak]]:
    """The person and all their cases, locked: the cases first, for who holds a case may go on to its person.

    A case opened meanwhile has waited for the person, or is taken after.
    """
    saker = [sak_las(sak) for sak in person.saker.order_by("pk")]
    last = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    saker += [sak_las(sak) for sak in last.saker.exclude(pk__in=[sak.pk for sak in saker]).order_by("pk")]
    for sak in saker:
        sak.person = last
    return last, saker


def _la_pengene_folge(sak: Sak) -> None:
    """Reckon the paid months as the person is known to live or not, and let the plans of claims follow.

    By the system, for who registers a death need have no say in an old case at another office.
    """
    etterregn(SYSTEM, sak)
    kravene_folg_dodsfall(sak)


def _saken(person: Person) -> Sak:
    """The case that says which office the person belongs to."""
    sak = person.gjeldende_sak()
    if sak is None:
        raise Fagfeil(_("Personen har ingen sak."))
    return sak


def _lopende(sak_id: UUID) -> bool:
    return vedtaksperioder_for([sak_id])[sak_id].har_rett(klokke.i_dag())
