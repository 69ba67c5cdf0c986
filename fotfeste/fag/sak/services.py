"""Making a case, giving it a fixed contact, and moving its state as decisions say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import Bakgrunn, FastKontakt, Sak, Saksnummerserie
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import Aktor, Eier, Handling, krev


@dataclass(frozen=True, slots=True)
class _NySak:
    """The case to be, for the gate to judge before there is one."""

    person: Person
    kontor: Kontor

    def tilgang_eier(self) -> Eier:
        return Eier(self.kontor.kommune_id, self.kontor.pk, self.person.bruker_id, self.person.gradering)


def sak_opprett(aktor: Aktor, *, person: Person, kontor: Kontor) -> Sak:
    """Open a case for the person at the office. Raises Fagfeil when they have an open one already.

    It opens with an application: by someone who may take one at the office, or by the participant who sends it.
    """
    egen = person.bruker_id is not None and person.bruker_id == aktor.bruker_id
    krev(aktor, Handling.SOKNAD_SEND if egen else Handling.SOKNAD_REGISTRER, _NySak(person, kontor))
    with kommando(aktor, "sak.opprett"):
        apen = Sak.objects.filter(person=person, status__in=APNE).select_related("kontor").first()
        if apen is not None:
            raise Fagfeil(
                _("%(navn)s har allerede en åpen sak ved %(kontor)s. Gå til den i stedet.")
                % {"navn": person.navn, "kontor": apen.kontor}
            )
        sak = Sak(saksnummer=saksnumre_ta(1)[0], person=person, kommune_id=kontor.kommune_id, kontor=kontor)
        try:
            with transaction.atomic():
                sak.save()
        except IntegrityError as feil:
            raise Fagfeil(_("Noen andre opprettet en sak for samme person akkurat nå. Søk den opp.")) from feil
        Bakgrunn.objects.create(sak=sak)
        skriv_hendelse(aktor, "sak.opprettet", sak_id=sak.pk, kontor=kontor.navn)
        return sak


def saksnumre_ta(antall: int) -> list[str]:
    """The next case numbers of the year, for one case or many made at once, inside a command's frame."""
    aar = klokke.i_dag().year
    Saksnummerserie.objects.get_or_create(aar=aar)
    serie = Saksnummerserie.objects.select_for_update(of=("self",)).get(aar=aar)
    forste = serie.siste + 1
    serie.siste += antall
    serie.save(update_fields=["siste"])
    return [f"{aar}-{nummer:06d}" for nummer in range(forste, forste + antall)]


def sak_las(sak: Sak) -> Sak:
    """The case's row, locked until the transaction ends. Commands on one case take this lock first, in this order."""
    return Sak.objects.select_for_update(of=("self",)).select_related("person", "kontor", "kommune").get(pk=sak.pk)


def sak_sett_status(sak: Sak, status: Saksstatus) -> Sak:
    """Move the case to a new state; called by the commands that decide, inside their frame."""
    if sak.status != status:
        sak.lagre_endring(status=status)
    return sak


def fast_kontakt_sett(
    aktor: Aktor, sak: Sak, *, bruker: Bruker, fra: date | None = None, versjon: int | None = None
) -> FastKontakt:
    """Make `bruker` the fixed contact from `fra` (today when left out); the one before ends the day before.

    `versjon` is of the contact the form was made from, 0 when there was none: the versions run on from one to the next.
    """
    krev(aktor, Handling.SAK_FORDEL, sak)
    fra = fra or klokke.i_dag()
    with kommando(aktor, "sak.fast_kontakt"):
        sak = sak_las(sak)
        gjeldende = sak.faste_kontakter.filter(til__isnull=True).first()
        if gjeldende and gjeldende.bruker_id == bruker.pk:
            return gjeldende
        if gjeldende:
            gjeldende.krev_versjon(versjon)
        if gjeldende and gjeldende.fra >= fra:
            return gjeldende.lagre_endring(bruker=bruker)
        if gjeldende:
            gjeldende.lagre_endring(til=fra - timedelta(days=1))
        kontakt = FastKontakt.objects.create(
            sak=sak, bruker=bruker, fra=fra, versjon=gjeldende.versjon + 1 if gjeldende else 1
        )
        skriv_hendelse(aktor, "sak.fast_kontakt", sak_id=sak.pk, kontakt=bruker.navn)
        return kontakt
