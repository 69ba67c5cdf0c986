"""What is open in a case, whom it waits for, and the step that moves it on. Pure: facts in, tasks out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oversikt.fakta import Fakta
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak.enums import Vedtaksstatus
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord, manedsnavn
from fotfeste.grunnmur.tilgang import Handling

FORKLAR_INNEN = timedelta(days=90)

_SE_SOKNAD = Handling.SOKNAD_BEHANDLE


def oppgaver_i_saken(fakta: Fakta, frister: list[Frist]) -> list[Oppgave]:
    """The open tasks: ours before the participant's, then by deadline, then in the order of the work."""
    if fakta.sak.status not in APNE:
        return []
    alle = [*_vedtak(fakta), *_soknad(fakta, frister), *_program(fakta), *_timelister(fakta), *_oppfolging(fakta)]
    return sorted(alle, key=lambda o: (o.part == Part.DELTAKER, o.frist or date.max))


def _vedtak(fakta: Fakta) -> Iterator[Oppgave]:
    vedtak = fakta.apent_vedtak
    if vedtak is not None:
        yield _apent_vedtak(vedtak)
    elif fakta.sak.status in {Saksstatus.I_PROGRAM, Saksstatus.AVBRUTT}:
        yield from _gar_ut(fakta)
    yield from _ikke_forklart(fakta)


def _apent_vedtak(vedtak: Vedtak) -> Oppgave:
    hva = vedtak.get_type_display()
    if vedtak.status == Vedtaksstatus.TIL_BESLUTNING:
        return Oppgave(
            "beslutt",
            _("%(vedtak)s er klar til beslutning") % {"vedtak": hva},
            Part.BESLUTTER,
            klokke.dagen(vedtak.sendt) if vedtak.sendt else None,
            Steg("vedtak", _("Les og beslutt"), Handling.VEDTAK_BESLUTT),
            mer=_("Forberedt av %(navn)s") % {"navn": vedtak.saksbehandler.navn},
            utelukket_id=vedtak.saksbehandler_id,
        )
    steg = Steg("vedtak", _("Skriv ferdig vedtaket"), Handling.VEDTAK_FORBERED)
    returer = vedtak.siste_returer  # type: ignore[attr-defined]
    if vedtak.status == Vedtaksstatus.RETURNERT and returer:
        siste = returer[0]
        return Oppgave(
            "returnert",
            _("%(hvem)s sendte vedtaket tilbake") % {"hvem": siste.av.navn},
            Part.VEILEDER,
            klokke.dagen(siste.opprettet),
            Steg("vedtak", _("Svar og send igjen"), Handling.VEDTAK_FORBERED),
            mer=f"«{siste.tekst}»",
            eier_id=vedtak.saksbehandler_id,
        )
    tekst = _("%(vedtak)s er under arbeid") % {"vedtak": hva}
    eier = vedtak.saksbehandler_id
    return Oppgave("vedtak", tekst, Part.VEILEDER, klokke.dagen(vedtak.opprettet), steg, eier_id=eier)


def _gar_ut(fakta: Fakta) -> Iterator[Oppgave]:
    til = fakta.vedtak_til
    if til and til <= fakta.dag + fakta.dager("forlengelse_vurderes_dager"):
        gikk = til < fakta.dag
        tekst = _("Vedtaket gikk ut %(dag)s") if gikk else _("Vedtaket går ut %(dag)s")
        yield Oppgave(
            "forleng",
            tekst % {"dag": dato_ord(til)},
            Part.VEILEDER,
            None,
            Steg("vedtak", _("Vurder veien videre"), Handling.VEDTAK_FORBERED),
            frist=til,
        )


def _ikke_forklart(fakta: Fakta) -> Iterator[Oppgave]:
    siste = fakta.fattede[-1] if fakta.fattede else None
    if siste is None or siste.innlest or siste.muntlig_forklart or not fakta.sak.person.tolkebehov or not siste.dato:
        return
    if siste.dato + FORKLAR_INNEN >= fakta.dag:
        yield Oppgave(
            "forklar",
            _("Vedtaket er ikke forklart muntlig"),
            Part.VEILEDER,
            siste.dato,
            Steg("vedtak", _("Forklar vedtaket med tolk"), Handling.VEDTAK_FORBERED),
            mer=_("Trenger tolk: %(sprak)s") % {"sprak": fakta.sak.person.get_sprak_display()},
        )


def _soknad(fakta: Fakta, frister: list[Frist]) -> Iterator[Oppgave]:
    if fakta.sak.status != Saksstatus.SOKNAD or fakta.apent_vedtak:
        return
    soknad = fakta.apen_soknad
    frist = next((f.dato for f in frister if f.hjemmel), None)
    if soknad is None:
        steg = Steg("soknad", _("Registrer søknaden"), Handling.SOKNAD_REGISTRER)
        opprettet = klokke.dagen(fakta.sak.opprettet)
        yield Oppgave("soknad", _("Saken har ingen søknad ennå"), Part.VEILEDER, opprettet, steg)
    elif fakta.krav:
        yield from _mangler(fakta)
    elif soknad.status == Soknadsstatus.KLAR:
        yield _vurdering(fakta, soknad, frist)
    else:
        steg = Steg("soknad", _("Gå gjennom søknaden"), _SE_SOKNAD)
        yield Oppgave("soknad", _("Søknaden er kommet"), Part.VEILEDER, soknad.mottatt, steg, frist)


def _mangler(fakta: Fakta) -> Iterator[Oppgave]:
    ute = [k for k in fakta.krav if k.frist < fakta.dag]
    hva = ", ".join(k.hva for k in (ute or fakta.krav))
    frist = min(k.frist for k in fakta.krav)
    bedt = min(k.bedt for k in fakta.krav)
    steg = Steg("soknad", _("Følg opp det som mangler"), _SE_SOKNAD)
    if ute:
        yield Oppgave("mangler", _("Fristen er ute for: %(hva)s") % {"hva": hva}, Part.VEILEDER, frist, steg, frist)
    else:
        tekst = _("Vi har bedt om: %(hva)s") % {"hva": hva}
        yield Oppgave("mangler", tekst, Part.DELTAKER, bedt, Steg("soknad", _("Se søknaden"), _SE_SOKNAD), frist)


def _vurdering(fakta: Fakta, soknad: Soknad, frist: date | None) -> Oppgave:
    ferdig = max((a.ferdigstilt for a in fakta.aever if a.ferdigstilt), default=None)
    if ferdig and ferdig >= soknad.mottatt:
        steg = Steg("vedtak", _("Skriv vedtaket"), Handling.VEDTAK_FORBERED)
        return Oppgave("vedtak", _("Arbeidsevnevurderingen er ferdig"), Part.VEILEDER, ferdig, steg, frist)
    utkast = next((a for a in fakta.aever if a.status == AevStatus.UTKAST), None)
    if utkast:
        mer = _("Søkeren har levert sitt eget syn") if utkast.deltaker_levert else ""
        steg = Steg("aev", _("Fullfør vurderingen"), Handling.AEV_SKRIV)
        tekst = _("Arbeidsevnevurderingen er under arbeid")
        return Oppgave("aev", tekst, Part.VEILEDER, klokke.dagen(utkast.opprettet), steg, frist, mer)
    steg = Steg("aev", _("Begynn vurderingen"), Handling.AEV_SKRIV)
    return Oppgave("aev", _("Arbeidsevnen er ikke vurdert ennå"), Part.VEILEDER, soknad.mottatt, steg, frist)


def _program(fakta: Fakta) -> Iterator[Oppgave]:
    if fakta.sak.status not in {Saksstatus.INNVILGET, Saksstatus.I_PROGRAM}:
        return
    avtalt = any(p.status == Programstatus.AVTALT for p in fakta.programmer)
    apent = next((p for p in fakta.programmer if p.status in {Programstatus.UTKAST, Programstatus.FORESLATT}), None)
    if apent and apent.status == Programstatus.FORESLATT:
        steg = Steg("program", _("Se programmet"), Handling.PROGRAM_SKRIV)
        foreslatt = klokke.dagen(apent.foreslatt) if apent.foreslatt else None
        tekst = _("Programmet er sendt til deltakeren, som skal si seg enig eller be om endring")
        yield Oppgave("program", tekst, Part.DELTAKER, foreslatt, steg)
    elif apent:
        steg = Steg("program", _("Gjør programmet ferdig"), Handling.PROGRAM_SKRIV)
        mer = apent.deltakers_merknad and f"«{apent.deltakers_merknad}»"
        tekst = _("Programmet er under arbeid")
        yield Oppgave("program", tekst, Part.VEILEDER, klokke.dagen(apent.opprettet), steg, mer=mer)
    elif not avtalt:
        siden = fakta.fattede[-1].dato if fakta.fattede else None
        steg = Steg("program", _("Lag programmet"), Handling.PROGRAM_SKRIV)
        yield Oppgave("program", _("Det er ikke laget noe program ennå"), Part.VEILEDER, siden, steg)
    else:
        yield from _program_gar_ut(fakta)
    for evaluering in fakta.evalueringer:
        if fakta.dag <= evaluering.dato <= fakta.dag + fakta.dager("evaluering_forberedes_dager"):
            steg = Steg("program", _("Forbered evalueringen"), Handling.PROGRAM_SKRIV)
            tekst = _("Programmet skal evalueres")
            yield Oppgave("evaluering", tekst, Part.VEILEDER, None, steg, frist=evaluering.dato)


def _program_gar_ut(fakta: Fakta) -> Iterator[Oppgave]:
    """A decision that goes on after the agreed week ends needs a new week (sotjl § 30)."""
    slutt = max((p.til or date.max for p in fakta.programmer if p.status == Programstatus.AVTALT), default=date.max)
    if not fakta.vedtak_til or slutt >= fakta.vedtak_til:
        return
    if slutt <= fakta.dag + fakta.dager("forlengelse_vurderes_dager"):
        gikk = slutt < fakta.dag
        tekst = _("Ukeplanen gikk ut %(dag)s") if gikk else _("Ukeplanen går ut %(dag)s")
        mer = _("Vedtaket varer til %(dag)s") % {"dag": dato_ord(fakta.vedtak_til)}
        steg = Steg("program", _("Lag ny versjon av programmet"), Handling.PROGRAM_SKRIV)
        yield Oppgave(
            "program_gar_ut", tekst % {"dag": dato_ord(slutt)}, Part.VEILEDER, None, steg, frist=slutt, mer=mer
        )


def _timelister(fakta: Fakta) -> Iterator[Oppgave]:
    for liste in fakta.timelister:
        maned = manedsnavn(liste.maned)
        if liste.status == Timelistestatus.LEVERT:
            steg = Steg("timeliste", _("Se og godkjenn timelisten"), Handling.TIMELISTE_GODKJENN)
            levert = klokke.dagen(liste.levert) if liste.levert else None
            tekst = _("Timelisten for %(maned)s er levert") % {"maned": maned}
            frist = _listefrist(fakta, liste.maned)
            yield Oppgave("timeliste", tekst, Part.VEILEDER, levert, steg, frist=frist, maned=liste.maned)
    maned_for = manglende_timeliste(fakta)
    if maned_for:
        steg = Steg("timeliste", _("Se timelisten"), Handling.TIMELISTE_FYLL)
        tekst = _("Timelisten for %(maned)s er ikke levert") % {"maned": manedsnavn(maned_for)}
        frist = _listefrist(fakta, maned_for)
        part = Part.VEILEDER if frist < fakta.dag else Part.DELTAKER
        siden = neste_maned(maned_for)
        yield Oppgave("timeliste_mangler", tekst, part, siden, steg, frist=frist, maned=maned_for)


def manglende_timeliste(fakta: Fakta) -> date | None:
    """The first day of last month when its sheet should have come and has not; None otherwise."""
    if fakta.sak.status != Saksstatus.I_PROGRAM:
        return None
    slutt = fakta.dag.replace(day=1) - timedelta(days=1)
    forste = slutt.replace(day=1)
    if not fakta.vedtak_dekker(forste, slutt):
        return None
    hos_deltaker = {Timelistestatus.APEN, Timelistestatus.RETURNERT}
    denne = next((t for t in fakta.timelister if t.maned == forste), None)
    return forste if denne is None or denne.status in hos_deltaker else None


def _listefrist(fakta: Fakta, maned: date) -> date:
    return neste_maned(maned).replace(day=min(fakta.timelistefrist, 28))


def neste_maned(maned: date) -> date:
    """The first day of the month after."""
    return (maned.replace(day=28) + timedelta(days=4)).replace(day=1)


def _oppfolging(fakta: Fakta) -> Iterator[Oppgave]:
    if fakta.fast_kontakt is None:
        steg = Steg("fast_kontakt", _("Velg fast kontakt"), Handling.SAK_FORDEL)
        siden = klokke.dagen(fakta.sak.opprettet)
        yield Oppgave("uten_kontakt", _("Saken har ingen fast kontakt"), Part.VEILEDER, siden, steg)
    if fakta.sak.status != Saksstatus.I_PROGRAM:
        return
    sist = fakta.siste_kontakt or fakta.programstart
    if sist and sist + fakta.dager("samtale_senest_dager") <= fakta.dag:
        steg = Steg("kontakt_logg", _("Logg en samtale"), Handling.OPPFOLGING_SKRIV)
        dager = (fakta.dag - sist).days
        tekst = _("Ingen har snakket sammen på %(dager)s dager") % {"dager": dager}
        yield Oppgave("stille", tekst, Part.VEILEDER, sist, steg)
