"""The participant's own first page: what I must do, what NAV does, and when the money comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.egenmelding.enums import Gjelder, Stoppstatus
from fotfeste.fag.etter.selectors import aktuelt_tidspunkt
from fotfeste.fag.kartlegging.enums import AevStatus, Innhentingsstatus
from fotfeste.fag.kartlegging.selectors import har_ulest_vurdering
from fotfeste.fag.krav.enums import Kravstatus
from fotfeste.fag.krav.selectors import Kravfakta
from fotfeste.fag.oppfolging.enums import Avtalepart
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oversikt.bidrag import livslop
from fotfeste.fag.oversikt.bidrag.egenmelding import Egenmelding
from fotfeste.fag.oversikt.bidrag.evaluering import venter_pa_deltakeren
from fotfeste.fag.oversikt.bidrag.kartlegging import Kartlegging
from fotfeste.fag.oversikt.bidrag.mote import Motefakta
from fotfeste.fag.oversikt.bidrag.plan import Plandel
from fotfeste.fag.oversikt.bidrag.program import Programdel
from fotfeste.fag.oversikt.bidrag.utbetaling import KomIkkeFram, mangler_konto
from fotfeste.fag.oversikt.fakta import Fakta, fakta_for
from fotfeste.fag.oversikt.oppgaver import listefrist, maned_i_saken, manglende_timelister
from fotfeste.fag.plan.enums import Egetsvar, Plansvar
from fotfeste.fag.plan.selectors import venter_pa_svar
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Programversjon, Ukeblokk
from fotfeste.fag.program.selectors import gjeldende_av
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.overlevering import bytte_for
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.organisasjon.models import Bruker

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_BESTEMT = frozenset({Utbetalingsstatus.FRIGITT, Utbetalingsstatus.SENDT, Utbetalingsstatus.UTBETALT})
"""Payments two people have stood behind; what is only planned is not promised."""


@dataclass(frozen=True, slots=True)
class EgetSteg:
    """What the participant does next: why, and the page (`deltaker:<side>`) and words of the button.

    `maned` is the month of a timesheet, and `saksnummer` its case when that is not the newest.
    """

    tekst: StrOrPromise
    side: str
    knapp: StrOrPromise
    maned: date | None = None
    saksnummer: str = ""


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
    """Everything the participant's first page shows. `steg`: what matters most first; `hos_oss`: what NAV does.

    `har_maneder`: there are months with sheets and money to look at, also when no programme runs now.
    """

    steg: list[EgetSteg]
    hos_oss: str
    fast_kontakt: Bruker | None
    penger: Penger | None
    program: Programversjon | None
    blokker: list[Ukeblokk] = field(default_factory=list)
    nyeste_brev: Brev | None = None
    har_maneder: bool = False


def forside(sak: Sak | None, tidligere: Sequence[Sak] = ()) -> Forside:
    """The first page of the participant whose newest case this is (None: no case yet); `tidligere` newest first.

    The newest case drives the page. What is left of an earlier one stays the participant's: sheets, money and letters.
    """
    if sak is None:
        return Forside([_sok_om_program()], "", None, None, None)
    saker = [sak, *tidligere]
    alle = fakta_for(saker, klokke.i_dag())
    fakta = alle[sak.pk]
    program = next((uke for en in saker if (uke := _ukeplan(alle[en.pk]))), None)
    blokker = Ukeblokk.objects.filter(aktivitet__programversjon=program).select_related("aktivitet") if program else []
    return Forside(
        steg=[*_pengesteg(alle.values()), *_timelistesteg([alle[en.pk] for en in saker]), *_steg(fakta)],
        hos_oss=_hos_oss(fakta),
        fast_kontakt=fakta.fast_kontakt,
        penger=_penger(saker),
        program=program,
        blokker=list(blokker),
        nyeste_brev=Brev.objects.filter(sak__in=saker).defer("innhold").order_by("-sendt").first(),
        har_maneder=any(rett.fra <= fakta.dag for en in alle.values() for rett in en.perioder.rett),
    )


def _ukeplan(fakta: Fakta) -> Programversjon | None:
    """The agreed week that is or comes; None when it, or the right to it, is over, since that misleads."""
    program = gjeldende_av(fakta.programmer, fakta.dag)
    er_slutt = fakta.sak.status not in APNE and (fakta.siste_dag or date.min) < fakta.dag
    return None if program is None or program.har_gatt_ut or er_slutt else program


def _pengesteg(saker: Iterable[Fakta]) -> Iterator[EgetSteg]:
    """Money that did not arrive comes first: it goes out again as soon as there is an account it can come to."""
    for fakta in saker:
        if mangler_konto(fakta):
            tekst = _("Vi mangler kontonummeret ditt. Uten det kan vi ikke betale deg stønaden.")
            yield EgetSteg(tekst, "om_meg", _("Skriv kontonummeret"))
        egne: list[KomIkkeFram] = fakta.bidrag.get("utbetaling") or []
        for rad in egne:
            tekst = _("Pengene for %(maned)s kom ikke fram. Skriv inn kontonummeret ditt, så betaler vi på nytt.")
            yield EgetSteg(tekst % {"maned": maned_i_saken(fakta, rad.maned)}, "om_meg", _("Skriv kontonummeret"))


def _timelistesteg(saker: Sequence[Fakta]) -> Iterator[EgetSteg]:
    """A step for each month's sheet that has not come, oldest first; a case that is not the newest says which it is."""
    mangler = [
        (maned, status, fakta, "" if fakta is saker[0] else fakta.sak.saksnummer)
        for fakta in saker
        for maned, status in manglende_timelister(fakta)
    ]
    for maned, status, fakta, saksnummer in sorted(mangler, key=lambda rad: rad[0]):
        frist = listefrist(fakta, maned)
        ord_ = {"maned": maned_i_saken(fakta, maned), "frist": dato_ord(frist)}
        knapp = _("Fyll ut timelisten")
        if status == Timelistestatus.RETURNERT:
            tekst = _("Se på timelisten for %(maned)s igjen, og send den på nytt. Vi har skrevet hva som må rettes.")
            knapp = _("Se timelisten")
        elif frist < fakta.dag:
            tekst = _("Send timelisten for %(maned)s. Pengene kommer når den er godkjent.")
        else:
            tekst = _("Send timelisten for %(maned)s innen %(frist)s. Da kommer pengene i tide.")
        yield EgetSteg(tekst % ord_, "timeliste", knapp, maned, saksnummer)


_VARSLET = {
    Vedtakstype.AVBRUDD: gettext_lazy("Vi vurderer en pause i programmet ditt."),
    Vedtakstype.AVSLUTNING: gettext_lazy("Vi vurderer å avslutte programmet ditt."),
    Vedtakstype.FRAVAERSTREKK: gettext_lazy("Vi vurderer å trekke i stønaden for dager du var borte."),
    Vedtakstype.TILBAKEBETALING: gettext_lazy("Vi vurderer å kreve penger tilbake."),
}


def _sok_om_program() -> EgetSteg:
    return EgetSteg(_("Søk om å bli med i kvalifiseringsprogrammet."), "soknad", _("Søk om program"))


def _steg(fakta: Fakta) -> list[EgetSteg]:
    if fakta.sak.status not in APNE:
        return [*_kravsteg(fakta), *_etter_slutten(fakta)]
    steg = []
    varslet = fakta.apent_vedtak
    if varslet and varslet.uttalefrist and not varslet.er_hort(fakta.dag):
        varsel = _VARSLET[Vedtakstype(varslet.type)]
        si_fra = _("Fortell oss hva du mener, innen %(frist)s.") % {"frist": dato_ord(varslet.uttalefrist)}
        steg.append(EgetSteg(f"{varsel} {si_fra}", "varsel", _("Les og svar")))
    steg += _kravsteg(fakta)
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
    steg += [*_egenmeldingssteg(fakta), *_kartleggingssteg(fakta), *_plansteg(fakta)]
    bytte = bytte_for(fakta.sak)
    if bytte:
        tekst = _("%(navn)s er din nye faste kontakt. Fortell hva som er viktig for deg, hvis du vil.")
        steg.append(EgetSteg(tekst % {"navn": bytte.til.navn}, "ny_kontakt", _("Fortell")))
    return [*steg, *_motesteg(fakta), *_ukesteg(fakta), *_evalueringssteg(fakta)]


def _egenmeldingssteg(fakta: Fakta) -> Iterator[EgetSteg]:
    """A notice about egenmelding to answer, and an oral one to confirm."""
    egne: Egenmelding | None = fakta.bidrag.get("egenmelding")
    if egne is None:
        return
    for stopp in egne.stopp:
        if stopp.uttalefrist and stopp.status == Stoppstatus.VARSLET and not stopp.er_hort(fakta.dag):
            tekst = _(
                "Vi vurderer om du fortsatt kan bruke egenmelding. Fortell oss hva du mener, innen %(frist)s."
            ) % {"frist": dato_ord(stopp.uttalefrist)}
            yield EgetSteg(tekst, "egenmelding", _("Les og svar"))
    for krav in egne.krav:
        tekst = _("Bekreft at du var syk fra %(fra)s, innen %(frist)s.")
        if krav.gjelder == Gjelder.BARN:
            tekst = _("Bekreft at barnet ditt var sykt fra %(fra)s, innen %(frist)s.")
        yield EgetSteg(tekst % {"fra": dato_ord(krav.fra), "frist": dato_ord(krav.frist)}, "egenmelding", _("Bekreft"))


def _kravsteg(fakta: Fakta) -> Iterator[EgetSteg]:
    """A notice of a deduction that can be answered."""
    egne: Kravfakta | None = fakta.bidrag.get("krav")
    for krav, _tall in egne.krav if egne else ():
        if krav.status == Kravstatus.VARSLET and krav.uttalefrist and not krav.er_hort(fakta.dag):
            tekst = _("Du har fått for mye i stønad. Si hva du mener om planen, innen %(frist)s.")
            yield EgetSteg(tekst % {"frist": dato_ord(krav.uttalefrist)}, "krav", _("Les og svar"))


def _kartleggingssteg(fakta: Fakta) -> Iterator[EgetSteg]:
    """Whether others may be asked, and the assessment that has come."""
    egne: Kartlegging | None = fakta.bidrag.get("kartlegging")
    if egne and (spor := [ett for ett in egne.innhentinger if ett.status == Innhentingsstatus.FORESPURT]):
        tekst = _("Kan vi spørre noen andre om hvordan det går? Det gjelder %(navn)s. Du bestemmer.")
        navn = ", ".join(ett.fra_navn for ett in spor)
        yield EgetSteg(tekst % {"navn": navn}, "eget_syn", _("Svar ja eller nei"))
    if egne and egne.sendte and har_ulest_vurdering(fakta.sak):
        tekst = _("Vi har skrevet ned hva du kan, og hva du trenger hjelp til. Si fra hvis noe ikke stemmer.")
        yield EgetSteg(tekst, "eget_syn_vurdering", _("Les vurderingen"))


def _plansteg(fakta: Fakta) -> Iterator[EgetSteg]:
    """The individual plan: the offer to answer, the consent to give, and the plan to agree with."""
    egne: Plandel | None = fakta.bidrag.get("plan")
    if egne is None:
        return
    if egne.plan is None:
        svar = egne.tilbud.siste_svar
        if egne.tilbud.tilbud and (svar is None or svar.svar == Plansvar.IKKE_SVART):
            tekst = _("Du kan få en individuell plan: all hjelpen du får, samlet på ett sted. Si om du vil ha en.")
            yield EgetSteg(tekst, "individuell_plan", _("Les og svar"))
        return
    venter = venter_pa_svar(egne.plan)
    if venter == Egetsvar.SAMTYKKE:
        tekst = _("Vi vil lage en individuell plan sammen med deg. Den lages bare hvis du sier ja.")
        yield EgetSteg(tekst, "individuell_plan", _("Svar ja eller nei"))
    elif venter == Egetsvar.ENIG:
        tekst = _("Den individuelle planen din er skrevet. Les den, og si om du er enig.")
        yield EgetSteg(tekst, "individuell_plan", _("Les planen"))


def _ukesteg(fakta: Fakta) -> Iterator[EgetSteg]:
    """Weeks with an own activity nobody has said anything about yet, as one step."""
    egne: Programdel | None = fakta.bidrag.get("program")
    mangler = [uke for uke in egne.uker if uke.bekreftet is None] if egne else []
    if mangler and fakta.valg["egen_aktivitet_bekreftes"]:
        eldste = mangler[-1]
        tekst = _("Hva gjorde du av «%(navn)s» i uken fra %(dag)s?")
        ord_ = {"navn": eldste.aktivitet.navn, "dag": dato_ord(eldste.uke)}
        yield EgetSteg(tekst % ord_, "program", _("Si hva du gjorde"))


def _motesteg(fakta: Fakta) -> Iterator[EgetSteg]:
    """Meetings to answer or to remember, and what the participant promised."""
    egne: Motefakta | None = fakta.bidrag.get("mote")
    if egne is None:
        return
    for mote in egne.avtalte:
        if mote.start is None or mote.dag is None or mote.er_forbi:
            continue
        ord_ = {"dag": dato_ord(mote.dag), "tid": f"{mote.start.astimezone(klokke.OSLO):%H.%M}"}
        if mote.dag <= fakta.dag + timedelta(days=1):
            tekst = (
                _("Husk møtet i dag kl. %(tid)s.") if mote.dag == fakta.dag else _("Husk møtet i morgen kl. %(tid)s.")
            )
            yield EgetSteg(tekst % ord_, "moter", _("Se møtet"))
        elif not mote.svar:
            tekst = _("Vi vil møte deg %(dag)s kl. %(tid)s. Si om det passer.")
            yield EgetSteg(tekst % ord_, "moter", _("Svar på innkallingen"))
    for punkt in egne.avtaler:
        if punkt.hvem == Avtalepart.DELTAKER and punkt.frist and punkt.frist <= fakta.dag + timedelta(days=7):
            yield EgetSteg(_("Dette ble vi enige om: %(hva)s.") % {"hva": punkt.hva}, "moter", _("Se avtalen"))


def _evalueringssteg(fakta: Fakta) -> Iterator[EgetSteg]:
    """Before the programme is looked at together, the participant is asked what they think."""
    if venter_pa_deltakeren(fakta):
        tekst = _("Snart ser vi på hele programmet sammen. Fortell oss hva du mener først.")
        yield EgetSteg(tekst, "evaluering", _("Svar på spørsmålene"))


def _etter_slutten(fakta: Fakta) -> Iterator[EgetSteg]:
    """Some time after the programme we ask how it goes; answering is up to the participant."""
    egne = fakta.bidrag.get(livslop.BIDRAG.navn)
    if egne is None or egne.etter.avslutning is None:
        return
    sett = [rad.maned for rad in egne.etter.observasjoner]
    if aktuelt_tidspunkt(egne.etter.avslutning.dato, sett, fakta.dag):
        tekst = _("Vi lurer på hvordan det går med deg etter programmet. Det tar ett minutt å svare.")
        yield EgetSteg(tekst, "etterpa", _("Fortell hvordan det går"))


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
    levert = next((t for t in fakta.timelister if t.status == Timelistestatus.LEVERT), None)
    if levert:
        maned = maned_i_saken(fakta, levert.maned)
        tekst = _("Timelisten for %(maned)s er sendt. %(hvem)s leser den.")
        return tekst % {"maned": maned, "hvem": veileder}
    if fakta.sak.status == Saksstatus.AVBRUTT:
        return _om_pausen(fakta, veileder)
    if fakta.sak.status not in APNE:
        return _om_slutten(fakta)
    utgatt = gjeldende_av(fakta.programmer, fakta.dag)
    if utgatt and utgatt.til and utgatt.har_gatt_ut:
        tekst = _("Ukeplanen din varte til %(dag)s. %(hvem)s lager en ny sammen med deg.")
        return tekst % {"dag": dato_ord(utgatt.til), "hvem": veileder}
    return ""


def _om_pausen(fakta: Fakta, veileder: str) -> str:
    """The case is moved the day the pause is decided, which can be before the pause begins."""
    fra = min((p.fra for p in fakta.perioder.avbrudd if p.fra > fakta.dag), default=None)
    if fra and fakta.perioder.gjelder(fakta.dag):
        tekst = _("Programmet ditt har pause fra %(dag)s. Snakk med %(hvem)s når du vil begynne igjen.")
        return tekst % {"dag": dato_ord(fra), "hvem": veileder}
    return _("Programmet ditt har pause. Snakk med %(hvem)s når du vil begynne igjen.") % {"hvem": veileder}


def _om_slutten(fakta: Fakta) -> str:
    """The case is closed the day the ending is decided, which can be before the last day of the programme."""
    if fakta.siste_dag and fakta.siste_dag >= fakta.dag:
        return _("Programmet ditt varer til %(dag)s.") % {"dag": dato_ord(fakta.siste_dag)}
    return _("Saken din er avsluttet. Du kan fortsatt lese alt her.")


def _penger(saker: Sequence[Sak]) -> Penger | None:
    gitt = Utbetaling.objects.filter(sak__in=saker, status__in=_BESTEMT).select_related("kjoring")
    siste = gitt.exclude(art=Utbetalingsart.INNKREVING).order_by("-maned", "-kjoring__utbetalingsdato").first()
    return Penger(siste.netto, siste.kjoring.utbetalingsdato, siste.maned) if siste else None
