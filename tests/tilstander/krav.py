"""Too much paid: a claim, and a claim on NAV. Each claim is assessed as wrong information, so § 23 can be begun."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fotfeste.fag.krav import services
from fotfeste.fag.krav.enums import Kravarsak, Kravstatus, Kravsvar, Refusjonsstatus, Refusjonsytelse
from fotfeste.fag.krav.models import Krav, Refusjonskrav
from fotfeste.fag.krav.trekkplan import planlagt_framover
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Sjekk, Skyld
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.krav.fortelling import APRIL, MAI, betal, differanse, funnet
from tests.fag.program.fortellinger import gi_vedtak
from tests.grunnlag import I_DAG, lag_timeliste
from tests.tilstander.scene import Fag, Scene

FRIST = date(2026, 6, 17)
_V, _B, _O = Rolle.VEILEDER, Rolle.BESLUTTER, Rolle.OKONOMI


def _betalt(scene: Scene) -> Sak:
    gi_vedtak(scene.sak, scene[_V])
    lag_timeliste(scene.sak, APRIL, godkjent_av=scene[_V])
    betal(scene.sak, APRIL)
    return scene.sak


def _funnet(scene: Scene, arsak: Endringsarsak = Endringsarsak.BARN) -> Krav:
    sak = _betalt(scene)
    krav = funnet(scene[_V], sak, differanse(sak, APRIL, -900, arsak))
    return services.krav_vurder_arsak(scene[_V], krav=krav, arsak=Kravarsak.URIKTIG)


def _varslet(scene: Scene) -> Krav:
    return services.krav_varsle(scene[_V], krav=_funnet(scene), per_maned=300, fra=MAI, uttalefrist=FRIST)


def _til_beslutning(scene: Scene) -> Krav:
    krav = services.krav_svar(scene[Rolle.DELTAKER], krav=_varslet(scene), svar=Kravsvar.ENIG)
    return services.krav_send_til_beslutter(scene[_V], krav=krav, per_maned=300, fra=MAI, begrunnelse="Vi er enige.")


def _bestemt(scene: Scene) -> Krav:
    """In force, with money paid in that can be taken back and help that is asked for."""
    krav = services.krav_bestem(scene[_B], krav=_til_beslutning(scene))
    services.krav_registrer_innbetaling(scene[_O], krav=krav, dato=I_DAG, belop=100, referanse="B1")
    return services.krav_be_om_hjelp(scene[Rolle.DELTAKER], krav=krav, ord_="Jeg har ikke til mat.")


def _nedbetalt(scene: Scene) -> Krav:
    krav = _bestemt(scene)
    services.krav_registrer_innbetaling(scene[_O], krav=krav, dato=I_DAG, belop=800, referanse="B2")
    return _igjen(krav)


def _frafalt(scene: Scene) -> Krav:
    """Some of what was paid in is to be given back, and waits for a run."""
    krav = _bestemt(scene)
    services.krav_registrer_innbetaling(scene[_O], krav=krav, dato=I_DAG, belop=50, referanse="B2")
    krav = services.krav_frafall(scene[_V], krav=krav, grunn="Det var vår feil.")
    services.krav_gi_tilbake(scene[_V], krav=krav, belop=40, grunn="Det var vår feil.")
    return _igjen(krav)


def _tilbakebetaling(scene: Scene) -> Krav:
    krav = _bestemt(scene)
    vedtak = services.krav_start_tilbakebetaling(scene[_V], krav=krav)
    vedtak = vedtakene.vedtak_lagre(
        scene[_V],
        vedtak=vedtak,
        skyld=Skyld.FORSETT,
        grunn_ord="Du skrev at barnet bodde hos deg.",
        bevis="Folkeregisteret",
        begrunnelse_fakta="Barnet flyttet i mars.",
        begrunnelse_hensyn="Du visste at barnet hadde flyttet.",
    )
    vedtak = vedtakene.vedtak_varsle(scene[_V], vedtak=vedtak, uttalefrist=FRIST)
    vedtak = vedtakene.vedtak_uttalelse(scene[_V], vedtak=vedtak, dato=I_DAG, vil_ikke=True)
    vedtak = vedtakene.vedtak_send_til_beslutter(scene[_V], vedtak=vedtak)
    vedtakene.vedtak_fatt(scene[_B], vedtak=vedtak, sjekket=Sjekk.values)
    return _igjen(krav)


def _refundert(scene: Scene) -> Krav:
    krav = _funnet(scene, Endringsarsak.YTELSE)
    rad = _fremsett(scene, krav.sak)
    services.refusjonskrav_innfri(scene[_O], refusjonskrav=rad, dato=I_DAG, belop=900, referanse="B")
    return _igjen(krav)


def _igjen(krav: Krav) -> Krav:
    return Krav.objects.select_related("sak__person").get(pk=krav.pk)


def _maned(krav: Krav) -> date:
    return min(planlagt_framover(krav), default=MAI)


def _innbetaling(krav: Krav) -> UUID:
    forste = krav.innbetalinger.filter(belop__gt=0).first()
    return forste.pk if forste else krav.pk


def _tilbakeforing(krav: Krav) -> UUID:
    forste = krav.tilbakeforinger.first()
    return forste.tilbakeforing_id if forste else krav.pk


KRAV = Fag(
    "krav",
    {
        Kravstatus.FUNNET: _funnet,
        Kravstatus.VARSLET: _varslet,
        Kravstatus.TIL_BESLUTNING: _til_beslutning,
        Kravstatus.BESTEMT: _bestemt,
        Kravstatus.TILBAKEBETALING: _tilbakebetaling,
        Kravstatus.NEDBETALT: _nedbetalt,
        Kravstatus.FRAFALT: _frafalt,
        Kravstatus.REFUSJON: _refundert,
    },
    {
        "vurder_arsak": lambda a, k: services.krav_vurder_arsak(a, krav=k, arsak=Kravarsak.NAV),
        "varsle": lambda a, k: services.krav_varsle(a, krav=k, per_maned=300, fra=MAI, uttalefrist=FRIST),
        "svar": lambda a, k: services.krav_svar(a, krav=k, svar=Kravsvar.ENIG),
        "registrer_svar": lambda a, k: services.krav_registrer_svar(a, krav=k, dato=I_DAG, svar=Kravsvar.ENIG),
        "send_til_beslutter": lambda a, k: services.krav_send_til_beslutter(
            a, krav=k, per_maned=300, fra=MAI, begrunnelse="Vi er enige."
        ),
        "hent_tilbake": lambda a, k: services.krav_hent_tilbake(a, krav=k),
        "returner": lambda a, k: services.krav_returner(a, krav=k, tekst="Se på datoen."),
        "bestem": lambda a, k: services.krav_bestem(a, krav=k),
        "endre_plan": lambda a, k: services.krav_endre_plan(a, krav=k, per_maned=200, fra=MAI, deltakeren_vil=True),
        "gi_trekkfri": lambda a, k: services.krav_gi_trekkfri(a, krav=k, maned=_maned(k)),
        "be_om_hjelp": lambda a, k: services.krav_be_om_hjelp(a, krav=k, ord_="Det blir for lite."),
        "svar_pa_hjelp": lambda a, k: services.krav_svar_pa_hjelp(a, krav=k, ord_="Vi trekker mindre."),
        "registrer_innbetaling": lambda a, k: services.krav_registrer_innbetaling(
            a, krav=k, dato=I_DAG, belop=50, referanse="B3"
        ),
        "rett_innbetaling": lambda a, k: services.krav_rett_innbetaling(
            a, krav=k, innbetaling=_innbetaling(k), grunn="Feil person"
        ),
        "start_tilbakebetaling": lambda a, k: services.krav_start_tilbakebetaling(a, krav=k),
        "frafall": lambda a, k: services.krav_frafall(a, krav=k, grunn="Det var vår feil."),
        "gi_tilbake": lambda a, k: services.krav_gi_tilbake(a, krav=k, belop=10, grunn="Det var vår feil."),
        "angre_tilbakeforing": lambda a, k: services.krav_angre_tilbakeforing(
            a, krav=k, tilbakeforing=_tilbakeforing(k)
        ),
    },
)


def _fremsett(scene: Scene, sak: Sak) -> Refusjonskrav:
    return services.refusjonskrav_fremsett(
        scene[_V],
        sak=sak,
        ytelse=Refusjonsytelse.SYKEPENGER,
        fra=date(2026, 4, 1),
        til=date(2026, 4, 30),
        etterbetalt=900,
    )


def _fremsatt(scene: Scene) -> Refusjonskrav:
    return _fremsett(scene, _betalt(scene))


REFUSJONSKRAV = Fag(
    "refusjonskrav",
    {
        Refusjonsstatus.FREMSATT: _fremsatt,
        Refusjonsstatus.INNFRIDD: lambda scene: services.refusjonskrav_innfri(
            scene[_O], refusjonskrav=_fremsatt(scene), dato=I_DAG, belop=900, referanse="B"
        ),
        Refusjonsstatus.AVSLATT: lambda scene: services.refusjonskrav_registrer_avslag(
            scene[_V], refusjonskrav=_fremsatt(scene), grunn="NAV fant ikke kravet."
        ),
        Refusjonsstatus.FRAFALT: lambda scene: services.refusjonskrav_trekk_tilbake(
            scene[_V], refusjonskrav=_fremsatt(scene), grunn="Feil måned."
        ),
    },
    {
        "innfri": lambda a, r: services.refusjonskrav_innfri(a, refusjonskrav=r, dato=I_DAG, belop=900, referanse="B"),
        "registrer_avslag": lambda a, r: services.refusjonskrav_registrer_avslag(a, refusjonskrav=r, grunn="Nei."),
        "trekk_tilbake": lambda a, r: services.refusjonskrav_trekk_tilbake(a, refusjonskrav=r, grunn="Feil måned."),
    },
)
