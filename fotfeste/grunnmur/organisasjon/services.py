"""Giving and ending roles, and setting what the municipality has chosen. Nobody gives or ends a role of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import KOMMUNEROLLER, Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, KommunaltValg, Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.organisasjon.valg import VALG
from fotfeste.grunnmur.tilgang import Aktor, Eier, Handling, krev

EN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Kommunen:
    """The municipality as a record the gate can judge."""

    kommune: Kommune

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune.pk, None)


def medlemskap_gi(
    aktor: Aktor,
    *,
    kommune: Kommune,
    brukernavn: str,
    rolle: Rolle,
    fra: date,
    kontor: Kontor | None = None,
    til: date | None = None,
    navn: str = "",
) -> Medlemskap:
    """Give a role from `fra` (and to `til`): at an office, or for the KOMMUNEROLLER in the whole municipality.

    `brukernavn` is what the municipality's login knows the employee by; with `navn` someone new is taken in. Raises
    Fagfeil for a role of one's own, an office that is missing or another municipality's, and days that overlap.
    """
    krev(aktor, Handling.ORGANISASJON_ENDRE, _Kommunen(kommune))
    if rolle == Rolle.DELTAKER:
        raise Fagfeil(_("En deltaker får tilgang når kontoret knytter innloggingen til personen."), felt="rolle")
    sted = None if rolle in KOMMUNEROLLER else kontor
    if rolle not in KOMMUNEROLLER and (sted is None or sted.kommune_id != kommune.pk):
        raise Fagfeil(_("Velg hvilket kontor rollen gjelder ved."), felt="kontor")
    if til is not None and til < fra:
        raise Fagfeil(_("Rollen slutter før den begynner. Bytt om datoene."), felt="til")
    with kommando(aktor, "organisasjon.gi_rolle"):
        bruker = _ansatt(brukernavn.strip(), navn.strip())
        _krev_ikke_egen(aktor, bruker)
        medlemskap = Medlemskap(bruker=bruker, kommune=kommune, kontor=sted, rolle=rolle, fra=fra, til=til)
        with _overlapp_i_ord(_("%(navn)s har alt denne rollen der i de dagene.") % {"navn": bruker.navn}):
            medlemskap.save()
        return medlemskap


def _ansatt(brukernavn: str, navn: str) -> Bruker:
    funnet = Bruker.objects.filter(brukernavn=brukernavn).first()
    if funnet is not None:
        return funnet
    if not navn:
        raise Fagfeil(
            _("Vi kjenner ingen med brukernavnet «%(brukernavn)s». Er det en ny ansatt, så skriv navnet også.")
            % {"brukernavn": brukernavn},
            felt="navn",
        )
    return Bruker.objects.opprett(brukernavn=brukernavn, navn=navn)


def medlemskap_avslutt(aktor: Aktor, *, medlemskap: Medlemskap, til: date, versjon: int | None = None) -> Medlemskap:
    """End a role; `til` is its last day, yesterday at the earliest, for until then it has been used.

    Raises Fagfeil for a role of one's own and a day that cannot be, SamtidigEndring when someone else saved first.
    """
    krev(aktor, Handling.ORGANISASJON_ENDRE, _Kommunen(medlemskap.kommune))
    with kommando(aktor, "organisasjon.avslutt_rolle"):
        last = Medlemskap.objects.select_for_update(of=("self",)).select_related("bruker").get(pk=medlemskap.pk)
        last.krev_versjon(versjon)
        _krev_ikke_egen(aktor, last.bruker)
        tidligst = max(last.fra, klokke.i_dag() - EN_DAG)
        if til < tidligst:
            raise Fagfeil(
                _("Siste dag kan tidligst være %(dag)s.") % {"dag": dato_ord(tidligst)},
                felt="til",
            )
        with _overlapp_i_ord(_("Rollen er gitt på nytt fra en senere dag. Velg en siste dag før den.")):
            return last.lagre_endring(til=til)


def _krev_ikke_egen(aktor: Aktor, bruker: Bruker) -> None:
    if bruker.pk == aktor.bruker_id:
        raise Fagfeil(_("Du kan ikke endre dine egne roller. Be en annen systemansvarlig om det."))


def kommunalt_valg_sett(
    aktor: Aktor,
    *,
    kommune: Kommune,
    nokkel: str,
    verdi: int | bool,
    fra: date,
    begrunnelse: str,
    versjon: int | None = None,
) -> KommunaltValg:
    """Let the municipality have another choice from `fra`; the one before ends the day before.

    What has been decided stands: `fra` is today or later. Set again for the same first day it is corrected. Raises
    Fagfeil for a value the choice cannot have, without a reason, and when a later choice is already made. `versjon` is
    of the latest choice the form was made from, 0 when there was none: the versions run on from one to the next.
    """
    krev(aktor, Handling.ORGANISASJON_ENDRE, _Kommunen(kommune))
    valg = VALG[nokkel]
    if not valg.godtar(verdi):
        raise Fagfeil(
            _("Skriv et helt tall fra %(minst)s til %(hoyst)s.") % {"minst": valg.minst, "hoyst": valg.hoyst},
            felt="verdi",
        )
    if fra < klokke.i_dag():
        raise Fagfeil(_("Velg i dag eller en senere dag. Det som alt er avgjort, blir stående."), felt="fra")
    if not begrunnelse.strip():
        raise Fagfeil(_("Skriv hvorfor kommunen har valgt dette, så andre kan etterprøve det."), felt="begrunnelse")
    with kommando(aktor, "organisasjon.sett_valg"):
        Kommune.objects.select_for_update().get(pk=kommune.pk)
        siste = KommunaltValg.objects.filter(kommune=kommune, nokkel=nokkel).order_by("-fra").first()
        nytt = {"verdi": verdi, "begrunnelse": begrunnelse.strip(), "besluttet_av": aktor.krev_bruker()}
        if siste is not None:
            siste.krev_versjon(versjon)
        if siste is not None and siste.fra == fra:
            return siste.lagre_endring(**nytt)
        if siste is not None and siste.fra > fra:
            raise Fagfeil(
                _("Det er alt bestemt et valg fra %(dag)s. Velg den dagen eller en senere.")
                % {"dag": dato_ord(siste.fra)},
                felt="fra",
            )
        if siste is not None and (siste.til is None or siste.til >= fra):
            siste.lagre_endring(til=fra - EN_DAG)
        neste = siste.versjon + 1 if siste else 1
        return KommunaltValg.objects.create(kommune=kommune, nokkel=nokkel, fra=fra, versjon=neste, **nytt)


@contextmanager
def _overlapp_i_ord(setning: str) -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError as feil:
        raise Fagfeil(setning, felt="fra") from feil
