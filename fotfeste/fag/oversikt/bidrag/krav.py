"""What claims add to the overview: months nobody has considered, what waits for whom, and help that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fotfeste.fag.avstemming.models import Dobbeltbetaling
from fotfeste.fag.krav.dekning import Dekning
from fotfeste.fag.krav.enums import Kravstatus
from fotfeste.fag.krav.models import Krav, Refusjonskrav
from fotfeste.fag.krav.selectors import Kravfakta, kravfakta
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.sak.enums import APNE
from fotfeste.fag.utbetaling.models import Differanse
from fotfeste.fag.vedtak.enums import Vedtaksstatus
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.regelverk.penger import kroner_tekst

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

_S = Kravstatus


def _oppgaver(fakta: Fakta, egne: Kravfakta | None) -> Iterator[Oppgave]:
    if egne is None:
        return
    if egne.uvurdert:
        hva = _("%(belop)s er utbetalt for mye, og ikke vurdert") % {"belop": kroner_tekst(egne.uvurdert)}
        yield _veileders("for_mye", hva, _("Vurder det"), siden=egne.siden)
    if egne.gitt_for_mye:
        hva = _("%(belop)s skal tilbake til deltakeren: det er ikke lenger betalt to ganger")
        yield _veileders("gitt_for_mye", hva % {"belop": kroner_tekst(egne.gitt_for_mye)}, _("Vurder det"))
    for krav, tall in egne.krav:
        yield from _ett(fakta, krav, tall)


def _ett(fakta: Fakta, krav: Krav, tall: Dekning) -> Iterator[Oppgave]:
    belop = {"belop": kroner_tekst(tall.rest)}
    if krav.trenger_hjelp:
        rad = _("Se om økonomisk stønad trengs (sotjl § 18), og om planen kan endres. «%(ord)s»")
        mer = rad % {"ord": krav.hjelp_ord[:120]}
        hva = _("Deltakeren sier at det blir for lite å leve av etter trekket")
        yield _veileders("krav_hjelp", hva, _("Finn ut av det"), siden=krav.hjelp_bedt, mer=mer)
    match krav.status:
        case _S.FUNNET:
            hva = _("Et krav på %(belop)s er ikke varslet") % belop
            yield _veileders("krav", hva, _("Vurder og varsle"), siden=klokke.dagen(krav.opprettet))
        case _S.VARSLET:
            yield _varslet(fakta, krav, belop)
        case _S.TIL_BESLUTNING:
            yield Oppgave(
                "krav_bestem",
                _("Et trekk på %(belop)s er klart til beslutning") % belop,
                Part.BESLUTTER,
                klokke.dagen(krav.sendt) if krav.sendt else None,
                Steg("krav_sak", _("Les og bestem"), Handling.KRAV_BESTEM),
                utelukket_id=krav.saksbehandler_id,
            )
        case _S.BESTEMT if krav.star_stille and tall.ledig:
            hva = _("Et krav på %(belop)s trekkes ikke: vedtaket om tilbakebetaling gjelder ikke lenger") % belop
            yield _veileders("krav_stille", hva, _("Bestem hva som skjer med kravet"))
        case _S.BESTEMT if fakta.sak.status not in APNE and tall.ledig:
            hva = _("Programmet er slutt, og %(belop)s av et krav står igjen") % belop
            yield _veileders("krav_rest", hva, _("Bestem hva som skjer med resten"))
    yield from _vedtaket(fakta, krav)


def _varslet(fakta: Fakta, krav: Krav, belop: dict[str, str]) -> Oppgave:
    if not krav.er_hort(fakta.dag) and krav.uttalefrist:
        return Oppgave(
            "krav_horing",
            _("Deltakeren kan svare på varselet om trekk til %(dag)s") % {"dag": dato_ord(krav.uttalefrist)},
            Part.DELTAKER,
            krav.varslet,
            Steg("krav_sak", _("Registrer svaret"), Handling.KRAV_BEHANDLE),
            krav.uttalefrist,
        )
    hva = _("Trekket sendt tilbake: rett det") if krav.retur else _("Et trekk på %(belop)s kan bestemmes") % belop
    return _veileders("krav", hva, _("Send til beslutter"), siden=krav.svar_dato or krav.uttalefrist)


def _vedtaket(fakta: Fakta, krav: Krav) -> Iterator[Oppgave]:
    """A repayment that is being decided in a closed case; in an open one the decision has its own task."""
    vedtak = krav.vedtak
    if vedtak is None or fakta.sak.status in APNE:
        return
    hva = _("Et vedtak om tilbakebetaling er under arbeid")
    if vedtak.status == Vedtaksstatus.TIL_BESLUTNING:
        steg = Steg("vedtak", _("Les og beslutt"), Handling.VEDTAK_BESLUTT)
        siden = klokke.dagen(vedtak.sendt) if vedtak.sendt else None
        yield Oppgave("beslutt", hva, Part.BESLUTTER, siden, steg, utelukket_id=vedtak.saksbehandler_id)
    elif vedtak.status in {Vedtaksstatus.UTKAST, Vedtaksstatus.RETURNERT}:
        steg = Steg("vedtak", _("Skriv ferdig vedtaket"), Handling.VEDTAK_FORBERED)
        yield Oppgave("vedtak", hva, Part.VEILEDER, klokke.dagen(vedtak.opprettet), steg)


def _veileders(slag: str, hva: str, knapp: str, *, siden: date | None = None, mer: str = "") -> Oppgave:
    return Oppgave(slag, hva, Part.VEILEDER, siden, Steg("krav_sak", knapp, Handling.KRAV_BEHANDLE), mer=mer)


def _frister(fakta: Fakta, egne: Kravfakta | None) -> Iterable[Frist]:
    for krav, _tall in egne.krav if egne else ():
        if krav.status == _S.VARSLET and krav.uttalefrist and krav.uttalefrist >= fakta.dag:
            yield Frist(krav.uttalefrist, _("Svar på varselet om trekk"), "fvl § 16")


BIDRAG = Bidrag(
    "krav", kravfakta, _oppgaver, _frister, lukkede=True, sjeldne=(Krav, Differanse, Dobbeltbetaling, Refusjonskrav)
)
