"""A provider of activities says who came. What it says stands beside the participant's own sheet, and is a claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.arrangor_selectors import Arrangormaned, egen_arrangor
from fotfeste.fag.oppmote.enums import Oppmotesvar, Timelistestatus
from fotfeste.fag.oppmote.foringer import foringer_for, ventede_timer
from fotfeste.fag.oppmote.las import timeliste_las
from fotfeste.fag.oppmote.models import Arrangorbruker, Arrangorforing, Tiltaksarrangor, Timeliste
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.leseord import dato_ord, dato_ukedag
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.organisasjon.services import medlemskap_avslutt, medlemskap_gi
from fotfeste.grunnmur.tilgang import Aktor, Gradering, Handling, krev
from fotfeste.regelverk.tid import EN_DAG, Periode

INGEN = Decimal(0)
_BESKJED = 300


@dataclass(frozen=True, slots=True)
class Oppmote:
    """What a provider says of a day; `timer` only when the participant came."""

    svar: str
    timer: Decimal = INGEN


def arrangor_registrer(aktor: Aktor, *, kommune: Kommune, navn: str) -> Tiltaksarrangor:
    """Let a provider in. Its name must be the one the programmes' activities use, or it sees nobody.

    Raises Fagfeil when one of that name is there already.
    """
    ny = Tiltaksarrangor(kommune=kommune, navn=" ".join(navn.split()))
    krev(aktor, Handling.ORGANISASJON_ENDRE, ny)
    if not ny.navn:
        raise Fagfeil(_("Skriv navnet på arrangøren, slik det står i programmene."), felt="navn")
    try:
        with transaction.atomic(), kommando(aktor, "arrangor.registrer"):
            ny.save()
    except IntegrityError:
        raise Fagfeil(_("Det er allerede en arrangør som heter dette."), felt="navn") from None
    return ny


def arrangorbruker_gi(
    aktor: Aktor, *, arrangor: Tiltaksarrangor, brukernavn: str, fra: date, til: date | None = None, navn: str = ""
) -> Arrangorbruker:
    """Let somebody who works for the provider in, from a day, until `arrangorbruker_avslutt`."""
    krev(aktor, Handling.ORGANISASJON_ENDRE, arrangor)
    with kommando(aktor, "arrangor.gi_tilgang"):
        _krev_ledig(brukernavn, fra, til)
        rolle = medlemskap_gi(
            aktor,
            kommune=arrangor.kommune,
            brukernavn=brukernavn,
            rolle=Rolle.ARRANGOR,
            fra=fra,
            til=til,
            navn=navn,
        )
        try:
            with transaction.atomic():
                return Arrangorbruker.objects.create(arrangor=arrangor, bruker=rolle.bruker, fra=fra, til=til)
        except IntegrityError:
            raise _opptatt(rolle.bruker.navn) from None


def _krev_ledig(brukernavn: str, fra: date, til: date | None) -> None:
    """Before the role is asked for: that it is held already says nothing of where, or of what to do."""
    rader = Arrangorbruker.objects.filter(bruker__brukernavn=brukernavn.strip(), fra__lte=til or date.max)
    plass = rader.exclude(til__lt=fra).select_related("bruker").first()
    if plass is not None:
        raise _opptatt(plass.bruker.navn)


def _opptatt(navn: str) -> Fagfeil:
    return Fagfeil(_("%s har alt tilgang hos en arrangør i de dagene. Avslutt den tilgangen først.") % navn)


def arrangorbruker_avslutt(
    aktor: Aktor, *, plass: Arrangorbruker, til: date, versjon: int | None = None
) -> Arrangorbruker:
    """End somebody's place at a provider, and the role with it; `til` is the last day, yesterday at the earliest.

    Raises Fagfeil for a day that cannot be, SamtidigEndring when someone else saved first.
    """
    krev(aktor, Handling.ORGANISASJON_ENDRE, plass.arrangor)
    with kommando(aktor, "arrangor.avslutt_tilgang"):
        last = Arrangorbruker.objects.select_for_update(of=("self",)).select_related("arrangor").get(pk=plass.pk)
        last.krev_versjon(versjon)
        tidligst = max(last.fra, klokke.i_dag() - EN_DAG)
        if til < tidligst:
            raise Fagfeil(_("Siste dag kan tidligst være %(dag)s.") % {"dag": dato_ord(tidligst)}, felt="til")
        roller = last.bruker.medlemskap.filter(kommune=last.arrangor.kommune_id, rolle=Rolle.ARRANGOR, fra__lte=til)
        for rolle in roller.filter(Q(til__isnull=True) | Q(til__gt=til)):
            medlemskap_avslutt(aktor, medlemskap=rolle, til=til)
        return last.lagre_endring(til=til)


def arrangorforing_lagre(aktor: Aktor, *, maned: Arrangormaned, dager: Mapping[date, Oppmote | None]) -> int:
    """Keep what the provider says of days of its own activity; None takes a day's answer away.

    Returns how many changed. Raises FlereFeil with each refusal at its day, and Fagfeil once the sheet is approved:
    then the office must be told.
    """
    krev(aktor, Handling.TIMELISTE_FYLL_ARRANGOR, maned.sak)
    if egen_arrangor(aktor) != maned.arrangor or maned.sak.person.gradering != Gradering.UGRADERT:
        raise IkkeTilgang("måneden er en annen arrangørs, eller deltakeren er skjermet")
    with kommando(aktor, "arrangor.for"):
        sak = sak_las(maned.sak)
        if sak.timelister.filter(maned=maned.maned, status=Timelistestatus.GODKJENT).exists():
            raise Fagfeil(_("Måneden er godkjent. Ring NAV-kontoret hvis noe er feil."))
        feil = [ett for dag, svar in dager.items() if svar and (ett := _feil(dag, svar, maned))]
        if feil:
            raise FlereFeil(feil)
        for_ = {
            rad.dato: rad for rad in Arrangorforing.objects.filter(sak=sak, arrangor=maned.arrangor, dato__in=dager)
        }
        endret = sum(_sett(aktor, maned, dag, svar, for_.get(dag)) for dag, svar in dager.items())
        if endret:
            skriv_hendelse(aktor, "arrangor.fort", sak_id=sak.pk, arrangor=maned.arrangor.navn, maned=maned.maned)
        return endret


def _feil(dag: date, svar: Oppmote, maned: Arrangormaned) -> Fagfeil | None:
    felt = f"timer_{dag.isoformat()}"
    if dag not in maned.timer:
        return Fagfeil(_("%s er ikke en dag i aktiviteten deres.") % dato_ukedag(dag).capitalize())
    if dag > klokke.i_dag():
        return Fagfeil(_("%s har ikke vært ennå.") % dato_ukedag(dag).capitalize(), felt=felt)
    if svar.svar == Oppmotesvar.KOM and not 0 < svar.timer <= 24:
        return Fagfeil(_("Skriv hvor mange timer deltakeren var der."), felt=felt)
    return None


def _sett(aktor: Aktor, maned: Arrangormaned, dag: date, svar: Oppmote | None, rad: Arrangorforing | None) -> bool:
    if svar is None:
        if rad is not None:
            rad.delete()
        return rad is not None
    timer = svar.timer if svar.svar == Oppmotesvar.KOM else INGEN
    felter = {"svar": svar.svar, "timer": timer, "planlagt": maned.timer[dag]}
    if rad is None:
        Arrangorforing.objects.create(
            sak=maned.sak, arrangor=maned.arrangor, dato=dag, fort_av=aktor.krev_bruker(), **felter
        )
        return True
    if all(getattr(rad, navn) == verdi for navn, verdi in felter.items()):
        return False
    rad.lagre_endring(**felter, fort_av=aktor.krev_bruker(), fort=klokke.na())
    return True


def timeliste_bruk_arrangor(aktor: Aktor, *, timeliste: Timeliste, grunn: str, versjon: int | None = None) -> Timeliste:
    """Fill the sheet in with what the providers have said, for a participant who cannot do it.

    Hours only. Why somebody did not come is nothing a provider says: those hours are missing until somebody has asked.
    A day the sheet says the participant was away, with a reason, is left as it says.
    """
    krev(aktor, Handling.TIMELISTE_GODKJENN, timeliste)
    with kommando(aktor, "timeliste.bruk_arrangor"):
        timeliste = timeliste_las(timeliste, kommando="bruk_arrangor", versjon=versjon)
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor deltakeren ikke fyller ut selv."), felt="grunn")
        sagt = foringer_for([timeliste.sak_id], timeliste.maned).get(timeliste.sak_id)
        if not sagt:
            raise Fagfeil(_("Ingen arrangør har ført oppmøte denne måneden."))
        borte = {dag for rad in timeliste.fravaer.all() for dag in Periode(rad.fra, rad.til).dager()}
        for rad in timeliste.dager.filter(dato__in=sagt.keys() - borte):
            program = ventede_timer(rad.planlagt - min(rad.timer_arbeid, rad.planlagt), sagt[rad.dato])
            if program != rad.timer_program:
                rad.lagre_endring(timer_program=program)
        timeliste.lagre_endring(pa_vegne_grunn=grunn.strip())
        skriv_hendelse(
            aktor,
            "timeliste.arrangor",
            sak_id=timeliste.sak_id,
            objekt_id=timeliste.pk,
            maned=timeliste.maned,
            grunn=grunn.strip()[:_BESKJED],
        )
        return timeliste
