"""The timesheet and the payment run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.kobling.betaling.services import filer_lag
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak
from tests.grunnlag import lag_aktor, lag_sak_i_program, lag_timeliste
from tests.tilstander.scene import Fag, Scene

MAI = date(2026, 5, 1)


def _apen(scene: Scene) -> Timeliste:
    veileder = scene[Rolle.VEILEDER]
    gi_vedtak(scene.sak, veileder)
    avtalt_program(scene.sak, veileder)
    return oppmote.timeliste_apne(veileder, sak=scene.sak, maned=MAI)


def _levert(scene: Scene) -> Timeliste:
    return oppmote.timeliste_lever(scene[Rolle.VEILEDER], timeliste=_apen(scene))


def _returnert(scene: Scene) -> Timeliste:
    return oppmote.timeliste_returner(scene[Rolle.VEILEDER], timeliste=_levert(scene), grunn="Se på den 5.")


def _godkjent(scene: Scene) -> Timeliste:
    return oppmote.timeliste_godkjenn(scene[Rolle.VEILEDER], timeliste=_levert(scene))


def _erstattet(scene: Scene) -> Timeliste:
    godkjent = _godkjent(scene)
    oppmote.timeliste_rett(scene[Rolle.VEILEDER], timeliste=godkjent, grunn="Den 5. var hun syk")
    return Timeliste.alle.get(pk=godkjent.pk)


TIMELISTE = Fag(
    "timeliste",
    {
        Timelistestatus.APEN: _apen,
        Timelistestatus.LEVERT: _levert,
        Timelistestatus.RETURNERT: _returnert,
        Timelistestatus.GODKJENT: _godkjent,
        Timelistestatus.ERSTATTET: _erstattet,
    },
    {
        "lagre": lambda a, t: oppmote.timeliste_lagre(a, timeliste=t, dager={}),
        "lever": lambda a, t: oppmote.timeliste_lever(a, timeliste=t),
        "godkjenn": lambda a, t: oppmote.timeliste_godkjenn(a, timeliste=t),
        "returner": lambda a, t: oppmote.timeliste_returner(a, timeliste=t, grunn="Se på den 5."),
        "rett": lambda a, t: oppmote.timeliste_rett(a, timeliste=t, grunn="Den 5. var hun syk"),
        "bruk_arrangor": lambda a, t: oppmote.timeliste_bruk_arrangor(a, timeliste=t, grunn="Innlagt"),
        "meld_feil": lambda a, t: oppmote.timeliste_meld_feil(a, timeliste=t, hva="Jeg var der den 5."),
        "svar_pa_feil": lambda a, t: oppmote.timeliste_svar_pa_feil(a, timeliste=t, svar="Kurset var avlyst"),
    },
)


def _forberedes(scene: Scene) -> Kjoring:
    lag_timeliste(lag_sak_i_program(scene.kontor), MAI, godkjent_av=scene[Rolle.VEILEDER])
    return utbetaling.kjoring_opprett(scene[Rolle.OKONOMI], kommune=scene.kontor.kommune, maned=MAI)


def _klar(scene: Scene) -> Kjoring:
    return utbetaling.kjoring_forbered(scene[Rolle.OKONOMI], _forberedes(scene))


def _frigitt(scene: Scene) -> Kjoring:
    return utbetaling.kjoring_frigi(lag_aktor(Rolle.OKONOMI, scene.kontor), _klar(scene))


def _sendt(scene: Scene) -> Kjoring:
    kjoring = _frigitt(scene)
    filer_lag(scene[Rolle.OKONOMI], kjoring)
    return Kjoring.objects.get(pk=kjoring.pk)


def _forkastet(scene: Scene) -> Kjoring:
    return utbetaling.kjoring_forkast(scene[Rolle.OKONOMI], _klar(scene))


KJORING = Fag(
    "kjoring",
    {
        Kjoringsstatus.FORBEREDES: _forberedes,
        Kjoringsstatus.KLAR: _klar,
        Kjoringsstatus.FRIGITT: _frigitt,
        Kjoringsstatus.SENDT: _sendt,
        Kjoringsstatus.FORKASTET: _forkastet,
    },
    {
        "forbered": utbetaling.kjoring_forbered,
        "frigi": utbetaling.kjoring_frigi,
        "send": utbetaling.kjoring_send,
        "forkast": utbetaling.kjoring_forkast,
    },
)


def _betaling(status: Utbetalingsstatus) -> Callable[[Scene], Utbetaling]:
    """A payment that has come to the state; the bank's word is what another test is about."""

    def lag(scene: Scene) -> Utbetaling:
        rad = _KJORING_FOR.get(status, _sendt)(scene).utbetalinger.get()
        with kommando(SYSTEM, "test"):
            return rad.lagre_endring(status=status)

    return lag


_KJORING_FOR = {
    Utbetalingsstatus.PLANLAGT: _klar,
    Utbetalingsstatus.FRIGITT: _frigitt,
    Utbetalingsstatus.FORKASTET: _forkastet,
}

UTBETALING = Fag(
    "utbetaling",
    {status: _betaling(status) for status in Utbetalingsstatus},
    {
        "feilsendt": lambda a, u: utbetaling.utbetaling_feilsendt(a, u, grunn="To sifre var byttet om"),
        "prov_igjen": lambda a, u: utbetaling.utbetaling_prov_igjen(a, u, grunn="Kontoen er riktig"),
    },
)
