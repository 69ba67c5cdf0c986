"""Whether egenmelding may still be used, in each state; and an oral one asked for in writing."""

from __future__ import annotations

from datetime import date, timedelta

from fotfeste.fag.egenmelding import services
from fotfeste.fag.egenmelding.enums import Bekreftelsesstatus, Stoppgrunn, Stoppstatus
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsstopp
from fotfeste.fag.oppmote.models import Fravaer
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.egenmelding.fortelling import bestemt, borte, i_program_siden, til_beslutning, varslet
from tests.grunnlag import I_DAG
from tests.tilstander.scene import Fag, Scene

_FAKTA = "Sett på jobb hos en annen."


def _sak(scene: Scene) -> Sak:
    return i_program_siden(scene.sak, scene[Rolle.VEILEDER])


def _vurderes(scene: Scene) -> Egenmeldingsstopp:
    return services.stopp_start(scene[Rolle.VEILEDER], sak=_sak(scene), grunn=Stoppgrunn.RIMELIG_GRUNN, fakta=_FAKTA)


def _bestemt(scene: Scene) -> Egenmeldingsstopp:
    return bestemt(scene[Rolle.VEILEDER], scene[Rolle.BESLUTTER], _sak(scene))


def _revurdert(scene: Scene) -> Egenmeldingsstopp:
    return services.stopp_revurder(scene[Rolle.VEILEDER], stopp=_bestemt(scene), vurdering="Fortsatt mye borte.")


EGENMELDINGSSTOPP = Fag(
    "egenmeldingsstopp",
    {
        Stoppstatus.VURDERES: _vurderes,
        Stoppstatus.VARSLET: lambda scene: varslet(scene[Rolle.VEILEDER], _sak(scene)),
        Stoppstatus.TIL_BESLUTNING: lambda scene: til_beslutning(scene[Rolle.VEILEDER], _sak(scene)),
        Stoppstatus.BESTEMT: _revurdert,
        Stoppstatus.OPPRETTHOLDT: lambda scene: services.stopp_oppretthold(
            scene[Rolle.BESLUTTER], stopp=_revurdert(scene)
        ),
        Stoppstatus.OPPHEVET: lambda scene: services.stopp_opphev(
            scene[Rolle.VEILEDER], stopp=_bestemt(scene), vurdering="Bedre nå.", fra=I_DAG + timedelta(days=1)
        ),
        Stoppstatus.FRAFALT: lambda scene: services.stopp_frafall(scene[Rolle.VEILEDER], stopp=_vurderes(scene)),
    },
    {
        "lagre": lambda a, s: services.stopp_lagre(a, stopp=s, utkast=services.Utkast(_FAKTA)),
        "varsle": lambda a, s: services.stopp_varsle(a, stopp=s, uttalefrist=date(2026, 7, 1)),
        "uttalelse": lambda a, s: services.stopp_uttalelse(a, stopp=s, dato=I_DAG, vil_ikke=True),
        "uttalelse_egen": lambda a, s: services.stopp_uttalelse_egen(a, stopp=s, uttalelse="Jeg var syk."),
        "send_til_beslutter": lambda a, s: services.stopp_send_til_beslutter(a, stopp=s),
        "returner": lambda a, s: services.stopp_returner(a, stopp=s, grunn="Hvilke dager?"),
        "bestem": lambda a, s: services.stopp_bestem(a, stopp=s),
        "revurder": lambda a, s: services.stopp_revurder(a, stopp=s, vurdering="Fortsatt mye borte."),
        "oppretthold": lambda a, s: services.stopp_oppretthold(a, stopp=s),
        "opphev": lambda a, s: services.stopp_opphev(a, stopp=s, vurdering="Bedre.", fra=I_DAG + timedelta(days=1)),
        "frafall": lambda a, s: services.stopp_frafall(a, stopp=s),
    },
)


def _fravaer(scene: Scene) -> Fravaer:
    return borte(_sak(scene), date(2026, 5, 12))


def _bedt(scene: Scene) -> Egenmeldingsbekreftelse:
    return services.egenmelding_be_om_bekreftelse(
        scene[Rolle.VEILEDER], fravaer=_fravaer(scene), frist=date(2026, 6, 17)
    )


def _bortfalt(scene: Scene) -> Egenmeldingsbekreftelse:
    with klokke.still_til(date(2026, 4, 1)):
        fravaer = borte(_sak(scene), date(2026, 3, 12))
        krav = services.egenmelding_be_om_bekreftelse(scene[Rolle.VEILEDER], fravaer=fravaer, frist=date(2026, 4, 15))
    return services.egenmelding_la_falle_bort(scene[Rolle.VEILEDER], krav=krav, begrunnelse="Kom ikke.")


EGENMELDINGSBEKREFTELSE = Fag(
    "egenmeldingsbekreftelse",
    {
        Bekreftelsesstatus.BEDT: _bedt,
        Bekreftelsesstatus.BEKREFTET: lambda scene: services.egenmelding_bekreft(
            scene[Rolle.DELTAKER], krav=_bedt(scene)
        ),
        Bekreftelsesstatus.FRAFALT: lambda scene: services.egenmelding_frafall_krav(
            scene[Rolle.VEILEDER], krav=_bedt(scene)
        ),
        Bekreftelsesstatus.BORTFALT: _bortfalt,
    },
    {
        "bekreft": lambda a, k: services.egenmelding_bekreft(a, krav=k, tekst="Feber."),
        "frafall_krav": lambda a, k: services.egenmelding_frafall_krav(a, krav=k),
        "la_falle_bort": lambda a, k: services.egenmelding_la_falle_bort(a, krav=k, begrunnelse="Kom ikke."),
        "la_gjelde": lambda a, k: services.egenmelding_la_gjelde(a, krav=k, begrunnelse="Brevet kom ikke fram."),
    },
)
