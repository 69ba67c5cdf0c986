"""The participant's own first page: what I must do, what NAV does, and when the money comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.fag.oversikt.fakta import Fakta, fakta_for
from fotfeste.fag.oversikt.oppgaver import manglende_timeliste, neste_maned
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Programversjon, Ukeblokk
from fotfeste.fag.program.selectors import gjeldende_av
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord, manedsnavn
from fotfeste.grunnmur.organisasjon.models import Bruker

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_BESTEMT = frozenset({Utbetalingsstatus.FRIGITT, Utbetalingsstatus.SENDT, Utbetalingsstatus.UTBETALT})
"""Payments two people have stood behind; what is only planned is not promised."""


@dataclass(frozen=True, slots=True)
class EgetSteg:
    """What the participant does next: why, and the page (`deltaker:<side>`) and words of the button."""

    tekst: StrOrPromise
    side: str
    knapp: StrOrPromise
    maned: date | None = None


@dataclass(frozen=True, slots=True)
class Penger:
    """A payment: whole kroner, the day it comes (or came), and the month it is for."""

    netto: int
    dato: date
    maned: date

    @property
    def kommer(self) -> bool:
        return self.dato >= klokke.i_dag()


@dataclass(frozen=True, slots=True)
class Forside:
    """Everything the participant's first page shows. `steg`: what matters most first; `hos_oss`: what NAV does."""

    steg: list[EgetSteg]
    hos_oss: str
    fast_kontakt: Bruker | None
    penger: Penger | None
    program: Programversjon | None
    blokker: list[Ukeblokk] = field(default_factory=list)
    brev: list[Brev] = field(default_factory=list)


def forside(sak: Sak | None) -> Forside:
    """The first page of the participant whose case this is (None: no case yet)."""
    if sak is None:
        return Forside([_sok_om_program()], "", None, None, None)
    fakta = fakta_for([sak], klokke.i_dag())[sak.pk]
    program = _ukeplan(fakta)
    blokker = Ukeblokk.objects.filter(aktivitet__programversjon=program).select_related("aktivitet") if program else []
    return Forside(
        steg=_steg(fakta),
        hos_oss=_hos_oss(fakta),
        fast_kontakt=fakta.fast_kontakt,
        penger=_penger(sak),
        program=program,
        blokker=list(blokker),
        brev=list(Brev.objects.filter(sak=sak).defer("innhold")[:3]),
    )


def _ukeplan(fakta: Fakta) -> Programversjon | None:
    """The agreed week that is or comes; None when it has run out, since a week that is over misleads."""
    program = gjeldende_av(fakta.programmer, fakta.dag)
    return None if program is None or program.har_gatt_ut else program


def _sok_om_program() -> EgetSteg:
    return EgetSteg(_("Søk om å bli med i kvalifiseringsprogrammet."), "soknad", _("Søk om program"))


def _steg(fakta: Fakta) -> list[EgetSteg]:
    steg = []
    maned = manglende_timeliste(fakta)
    if maned:
        navn = manedsnavn(maned)
        frist = dato_ord(neste_maned(maned).replace(day=min(fakta.timelistefrist, 28)))
        tekst = _("Send timelisten for %(maned)s innen %(frist)s. Da kommer pengene i tide.")
        knapp = _("Fyll ut timelisten")
        steg.append(EgetSteg(tekst % {"maned": navn, "frist": frist}, "timeliste", knapp, maned))
    if any(p.status == Programstatus.FORESLATT for p in fakta.programmer):
        tekst = _("Vi har laget et forslag til uken din. Si om du er enig, eller hva du vil endre.")
        steg.append(EgetSteg(tekst, "program", _("Se forslaget")))
    if fakta.krav:
        hva = ", ".join(k.hva for k in fakta.krav)
        frist = dato_ord(min(k.frist for k in fakta.krav))
        tekst = _("Send oss dette innen %(frist)s: %(hva)s.") % {"frist": frist, "hva": hva}
        steg.append(EgetSteg(tekst, "soknad", _("Se hva vi trenger")))
    if any(a.status == AevStatus.UTKAST and not a.deltaker_levert for a in fakta.aever):
        tekst = _("Fortell hva du selv tenker om arbeid. Det står i vurderingen ved siden av det vi skriver.")
        steg.append(EgetSteg(tekst, "eget_syn", _("Fortell med egne ord")))
    if fakta.sak.status == Saksstatus.SOKNAD and not fakta.soknader:
        steg.append(_sok_om_program())
    if fakta.sak.status not in APNE:
        return []
    return steg


def _hos_oss(fakta: Fakta) -> str:
    """What the office does now, said so that one knows whether to wait."""
    veileder = fakta.fast_kontakt.navn if fakta.fast_kontakt else _("NAV-kontoret")
    if fakta.sak.status == Saksstatus.SOKNAD and fakta.apent_vedtak:
        return _("Vi skriver vedtaket ditt. Du får brev når det er klart.")
    if fakta.sak.status == Saksstatus.SOKNAD and fakta.apen_soknad:
        kom = dato_ord(fakta.apen_soknad.mottatt)
        return _("Vi fikk søknaden din %(dag)s. %(hvem)s arbeider med den.") % {"dag": kom, "hvem": veileder}
    if fakta.sak.status == Saksstatus.INNVILGET:
        return _("Du har fått plass i programmet. %(hvem)s lager en ukeplan sammen med deg.") % {"hvem": veileder}
    levert = next((t for t in fakta.timelister if t.status == "levert"), None)
    if levert:
        maned = manedsnavn(levert.maned)
        tekst = _("Timelisten for %(maned)s er sendt. %(hvem)s leser den.")
        return tekst % {"maned": maned, "hvem": veileder}
    if fakta.sak.status == Saksstatus.AVBRUTT:
        return _("Programmet ditt har pause. Snakk med %(hvem)s når du vil begynne igjen.") % {"hvem": veileder}
    if fakta.sak.status not in APNE:
        return _("Saken din er avsluttet. Du kan fortsatt lese alt her.")
    utgatt = gjeldende_av(fakta.programmer, fakta.dag)
    if utgatt and utgatt.til and utgatt.har_gatt_ut:
        tekst = _("Ukeplanen din varte til %(dag)s. %(hvem)s lager en ny sammen med deg.")
        return tekst % {"dag": dato_ord(utgatt.til), "hvem": veileder}
    return ""


def _penger(sak: Sak) -> Penger | None:
    siste = Utbetaling.objects.filter(sak=sak, status__in=_BESTEMT).select_related("kjoring").order_by("-maned").first()
    return Penger(siste.netto, siste.kjoring.utbetalingsdato, siste.maned) if siste else None
