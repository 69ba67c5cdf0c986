"""What is open in a case, whom it waits for, and the step that moves it on. Pure: facts in, tasks out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oversikt.bidrag import ALLE as BIDRAG
from fotfeste.fag.oversikt.fakta import Fakta
from fotfeste.fag.oversikt.frister import soknadsfrist
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord, maned_ord, manedsnavn
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.regelverk import tid

_SE_SOKNAD = Handling.SOKNAD_BEHANDLE


def oppgaver_i_saken(fakta: Fakta, frister: list[Frist]) -> list[Oppgave]:
    """The open tasks: ours before the participant's, then by deadline, then in the order of the work.

    A case can be closed with something left to do: its last timesheets, and a decision that is not explained.
    """
    apen = fakta.sak.status in APNE
    alle = [*_ikke_forklart(fakta), *_timelister(fakta)]
    for bidrag in BIDRAG:
        if apen or bidrag.lukkede:
            alle += bidrag.oppgaver(fakta, fakta.bidrag.get(bidrag.navn))
    if apen:
        alle = [*_soknad(fakta, frister), *_vedtak(fakta, frister), *_program(fakta), *alle, *_oppfolging(fakta)]
    return sorted(alle, key=lambda o: (o.part == Part.DELTAKER, o.frist or date.max))


def _vedtak(fakta: Fakta, frister: list[Frist]) -> Iterator[Oppgave]:
    vedtak = fakta.apent_vedtak
    if vedtak is not None:
        if vedtak.uttalefrist and vedtak.status == Vedtaksstatus.UTKAST and not vedtak.er_hort(fakta.dag):
            yield _horing(vedtak, vedtak.uttalefrist)
        else:
            yield replace(_apent_vedtak(vedtak), frist=_vedtaksfrist(fakta, vedtak, frister))
    elif fakta.sak.status in {Saksstatus.I_PROGRAM, Saksstatus.AVBRUTT}:
        yield from _gar_ut(fakta)


def _vedtaksfrist(fakta: Fakta, vedtak: Vedtak, frister: list[Frist]) -> date | None:
    """When a decision being made must be there: what the law sets for the application, or the day the right ends."""
    if fakta.apen_soknad:
        return soknadsfrist(frister)
    return fakta.vedtak_til if vedtak.type in GIR_PERIODE else None


def _horing(vedtak: Vedtak, frist: date) -> Oppgave:
    """The participant has been told what is considered, and is to be heard before anyone decides (fvl § 16)."""
    return Oppgave(
        "horing",
        _("Deltakeren kan svare på forhåndsvarselet til %(dag)s") % {"dag": dato_ord(frist)},
        Part.DELTAKER,
        vedtak.forhandsvarsel,
        Steg("vedtak", _("Registrer svaret"), Handling.VEDTAK_FORBERED),
        frist,
        mer=vedtak.get_type_display(),
        eier_id=vedtak.saksbehandler_id,
    )


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
    if vedtak.status == Vedtaksstatus.RETURNERT and (returer := vedtak.siste_returer):  # type: ignore[attr-defined]
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
    if fakta.slutten_er_vedtatt:
        return
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
    if siste.dato + fakta.dager("vedtak_forklares_dager") >= fakta.dag:
        yield Oppgave(
            "forklar",
            _("Vedtaket er ikke forklart muntlig"),
            Part.VEILEDER,
            siste.dato,
            Steg("vedtak", _("Forklar vedtaket med tolk"), Handling.VEDTAK_FORBERED),
            mer=_("Trenger tolk: %(sprak)s") % {"sprak": fakta.sak.person.get_sprak_display()},
        )


def _soknad(fakta: Fakta, frister: list[Frist]) -> Iterator[Oppgave]:
    if fakta.sak.status != Saksstatus.SOKNAD:
        return
    soknad = fakta.apen_soknad
    if soknad:
        yield from _forelopig_svar(fakta, soknad, frister)
    if not fakta.apent_vedtak:
        yield _neste_med_soknaden(fakta, soknad, soknadsfrist(frister))


def _forelopig_svar(fakta: Fakta, soknad: Soknad, frister: list[Frist]) -> Iterator[Oppgave]:
    """An applicant who will not have the answer within a month is to be told why, and when it comes (fvl § 11 a)."""
    frist = next((frist.dato for frist in frister if frist.kode == "forelopig_svar"), None)
    if frist and frist - fakta.dager("forelopig_svar_varsles_dager") <= fakta.dag:
        steg = Steg("soknad", _("Send foreløpig svar"), _SE_SOKNAD)
        tekst = _("Søkeren har ikke fått svar innen en måned") if frist < fakta.dag else _("Søkeren venter på svar")
        mer = _("Vedtak eller foreløpig svar innen %(dag)s") % {"dag": dato_ord(frist)}
        yield Oppgave("forelopig_svar", tekst, Part.VEILEDER, soknad.mottatt, steg, frist, mer)


def _neste_med_soknaden(fakta: Fakta, soknad: Soknad | None, frist: date | None) -> Oppgave:
    if soknad is None:
        steg = Steg("soknad", _("Registrer søknaden"), Handling.SOKNAD_REGISTRER)
        opprettet = klokke.dagen(fakta.sak.opprettet)
        return Oppgave("soknad", _("Saken har ingen søknad ennå"), Part.VEILEDER, opprettet, steg)
    if soknad.status == Soknadsstatus.KLAR:
        return _vurdering(fakta, soknad, frist)
    if fakta.krav:
        return _mangler(fakta, frist)
    steg = Steg("soknad", _("Gå gjennom søknaden"), _SE_SOKNAD)
    return Oppgave("soknad", _("Søknaden er kommet"), Part.VEILEDER, soknad.mottatt, steg, frist)


def _mangler(fakta: Fakta, lovens: date | None) -> Oppgave:
    """What is asked for waits for the applicant until its deadline; the law's for the application runs meanwhile."""
    ute = [k for k in fakta.krav if k.frist < fakta.dag]
    hva = ", ".join(k.hva for k in (ute or fakta.krav))
    svarfrist = min(k.frist for k in fakta.krav)
    frist = min(svarfrist, lovens or svarfrist)
    if ute:
        steg = Steg("soknad", _("Følg opp det som mangler"), _SE_SOKNAD)
        return Oppgave(
            "mangler", _("Fristen er ute for: %(hva)s") % {"hva": hva}, Part.VEILEDER, svarfrist, steg, frist
        )
    bedt = min(k.bedt for k in fakta.krav)
    steg = Steg("soknad", _("Se søknaden"), _SE_SOKNAD)
    return Oppgave("mangler", _("Vi har bedt om: %(hva)s") % {"hva": hva}, Part.DELTAKER, bedt, steg, frist)


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
        tekst = _("Det er ikke laget noe program ennå")
        yield Oppgave("program", tekst, Part.VEILEDER, siden, steg, frist=fakta.programstart)
    else:
        yield from _program_gar_ut(fakta)


def _program_gar_ut(fakta: Fakta) -> Iterator[Oppgave]:
    """A decision that goes on after the agreed week ends needs a new week (sotjl § 30)."""
    slutt = max((p.til or date.max for p in fakta.programmer if p.status == Programstatus.AVTALT), default=date.max)
    if fakta.slutten_er_vedtatt or not fakta.vedtak_til or slutt >= fakta.vedtak_til:
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
        if liste.status == Timelistestatus.LEVERT:
            steg = Steg("timeliste", _("Se og godkjenn timelisten"), Handling.TIMELISTE_GODKJENN)
            levert = klokke.dagen(liste.levert) if liste.levert else None
            tekst = _("Timelisten for %(maned)s er levert") % {"maned": maned_i_saken(fakta, liste.maned)}
            frist = listefrist(fakta, liste.maned)
            yield Oppgave(
                "timeliste", tekst, Part.VEILEDER, levert, steg, frist=frist, maned=liste.maned, husets_frist=True
            )
        if liste.har_apent_onske:
            yield _feil_pa_listen(fakta, liste)
    for maned, status in manglende_timelister(fakta):
        yield _mangler_liste(fakta, maned, status)


def _feil_pa_listen(fakta: Fakta, liste: Timeliste) -> Oppgave:
    """The participant says that a sheet that is sent is wrong: somebody opens it for correction, or answers."""
    steg = Steg("timeliste", _("Se hva som er feil"), Handling.TIMELISTE_GODKJENN)
    tekst = _("Deltakeren sier at timelisten for %(maned)s ikke stemmer")
    siden = klokke.dagen(liste.retteonske_tid) if liste.retteonske_tid else None
    return Oppgave(
        "timeliste_feil",
        tekst % {"maned": maned_i_saken(fakta, liste.maned)},
        Part.VEILEDER,
        siden,
        steg,
        maned=liste.maned,
    )


def _mangler_liste(fakta: Fakta, maned: date, status: str) -> Oppgave:
    steg = Steg("timeliste", _("Se timelisten"), Handling.TIMELISTE_FYLL)
    tekst = _("Timelisten for %(maned)s er ikke levert")
    if status == Timelistestatus.RETURNERT:
        tekst = _("Timelisten for %(maned)s er sendt tilbake, og ikke levert igjen")
    frist = listefrist(fakta, maned)
    return Oppgave(
        "timeliste_mangler",
        tekst % {"maned": maned_i_saken(fakta, maned)},
        Part.VEILEDER if frist < fakta.dag else Part.DELTAKER,
        neste_maned(maned),
        steg,
        frist=frist,
        maned=maned,
        husets_frist=True,
    )


def manglende_timelister(fakta: Fakta) -> list[tuple[date, str]]:
    """The months that are over and whose sheet has not come, oldest first, each with the sheet's state.

    A month counts when any of its days has a right, whatever the case's state is now (§ 39): the last month before an
    ending or a pause is paid on its sheet too, and a month that was all pause has none.
    """
    siste = fakta.siste_dag
    lukket = fakta.sak.status not in APNE
    if siste is None or (lukket and siste + fakta.dager("timelister_etterlyses_dager") < fakta.dag):
        return []
    hos_deltaker = {Timelistestatus.APEN, Timelistestatus.RETURNERT}
    lister = {liste.maned: liste.status for liste in fakta.timelister}
    forste = _forste_liste(fakta)
    ut = []
    maned = fakta.perioder.rett[0].fra.replace(day=1)
    while maned <= siste and neste_maned(maned) <= fakta.dag:
        status = lister.get(maned, Timelistestatus.APEN)
        if status in hos_deltaker and (maned in lister or maned >= forste) and _har_rett(fakta, maned):
            ut.append((maned, str(status)))
        maned = neste_maned(maned)
    return ut


def _forste_liste(fakta: Fakta) -> date:
    """The first month whose sheet can be asked for; of a case read in, the last one before it came here.

    What is older was paid where the case comes from.
    """
    if not any(v.innlest for v in fakta.fattede):
        return date.min
    return (klokke.dagen(fakta.sak.opprettet).replace(day=1) - timedelta(days=1)).replace(day=1)


def _har_rett(fakta: Fakta, maned: date) -> bool:
    return any(fakta.perioder.gjelder(dag) for dag in tid.maned(maned.year, maned.month).dager())


def maned_i_saken(fakta: Fakta, maned: date) -> str:
    """The month by name, with its year when that is not this year or the month before."""
    return manedsnavn(maned) if neste_maned(maned).year == fakta.dag.year else maned_ord(maned)


def listefrist(fakta: Fakta, maned: date) -> date:
    """The day the month's sheet should have come, by the municipality's choice."""
    return neste_maned(maned).replace(day=min(fakta.timelistefrist, 28))


def neste_maned(maned: date) -> date:
    """The first day of the month after."""
    return (maned.replace(day=28) + timedelta(days=4)).replace(day=1)


def _oppfolging(fakta: Fakta) -> Iterator[Oppgave]:
    if fakta.fast_kontakt is None:
        yield _uten_kontakt(fakta)
    if fakta.sak.status != Saksstatus.I_PROGRAM:
        return
    sist = fakta.siste_kontakt or fakta.programstart
    if sist and sist + fakta.dager("samtale_senest_dager") <= fakta.dag:
        steg = Steg("kontakt_logg", _("Logg en samtale"), Handling.OPPFOLGING_SKRIV)
        dager = (fakta.dag - sist).days
        tekst = _("Ingen har snakket sammen på %(dager)s dager") % {"dager": dager}
        yield Oppgave("stille", tekst, Part.VEILEDER, sist, steg)


def _uten_kontakt(fakta: Fakta) -> Oppgave:
    steg = Steg("fast_kontakt", _("Velg fast kontakt"), Handling.SAK_FORDEL)
    if fakta.tapt_kontakt:
        tekst = _("%(navn)s arbeider ikke her lenger: velg fast kontakt")
        if not fakta.kontakten_har_sluttet:
            tekst = _("%(navn)s kan ikke følge opp saken: velg fast kontakt")
        return Oppgave("uten_kontakt", tekst % {"navn": fakta.tapt_kontakt.navn}, Part.VEILEDER, None, steg)
    siden = klokke.dagen(fakta.sak.opprettet)
    return Oppgave("uten_kontakt", _("Saken har ingen fast kontakt"), Part.VEILEDER, siden, steg)
