"""The programme's version, a goal on the way, and an activity in it."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.program import services
from fotfeste.fag.program.enums import Aktivitetstatus, Hvem, Malstatus, Programstatus
from fotfeste.fag.program.models import Aktivitet, Delmal, Programversjon
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.program.fortellinger import FRA, HALV_NI, TOLV, avtalt_program, fyll_uken, gi_vedtak, hver_dag
from tests.tilstander.scene import Fag, Scene


def _utkast(scene: Scene) -> Programversjon:
    veileder = scene[Rolle.VEILEDER]
    gi_vedtak(scene.sak, veileder)
    return fyll_uken(veileder, services.programversjon_start(veileder, sak=scene.sak, fra=FRA))


def _foreslatt(scene: Scene) -> Programversjon:
    return services.programversjon_foresla(scene[Rolle.VEILEDER], program=_utkast(scene))


def _avtalt(scene: Scene) -> Programversjon:
    gi_vedtak(scene.sak, scene[Rolle.VEILEDER])
    return avtalt_program(scene.sak, scene[Rolle.VEILEDER])


def _erstattet(scene: Scene) -> Programversjon:
    forste, veileder = _avtalt(scene), scene[Rolle.VEILEDER]
    neste = services.programversjon_start(veileder, sak=scene.sak, fra=FRA)
    services.programversjon_foresla(veileder, program=neste)
    services.programversjon_avtal_i_mote(veileder, program=neste, dato=date(2026, 6, 2), hvordan="I møte på kontoret")
    forste.refresh_from_db()
    return forste


PROGRAM = Fag(
    "program",
    {
        Programstatus.UTKAST: _utkast,
        Programstatus.FORESLATT: _foreslatt,
        Programstatus.AVTALT: _avtalt,
        Programstatus.ERSTATTET: _erstattet,
    },
    {
        "lagre": lambda a, p: services.programversjon_lagre(
            a, program=p, mal="Jeg vil jobbe på lager", fra=p.fra, til=p.til
        ),
        "foresla": lambda a, p: services.programversjon_foresla(a, program=p),
        "trekk_tilbake": lambda a, p: services.programversjon_trekk_tilbake(a, program=p),
        "avtal": lambda a, p: services.programversjon_avtal(a, program=p),
        "be_om_endring": lambda a, p: services.programversjon_be_om_endring(
            a, program=p, merknad="Mandager passer ikke"
        ),
        "avtal_i_mote": lambda a, p: services.programversjon_avtal_i_mote(
            a, program=p, dato=date(2026, 6, 2), hvordan="I møte på kontoret"
        ),
        "begynn_uenig": lambda a, p: services.programversjon_begynn_uenig(
            a, program=p, uenighet="Jeg vil ha kortere dager"
        ),
        "gjelder_uten_enighet": lambda a, p: services.programversjon_gjelder_uten_enighet(
            a, program=p, uenighet="Vil ha kortere dager", hvorfor="Praksisplassen begynner på mandag"
        ),
    },
)


def _underveis(scene: Scene) -> Delmal:
    return services.delmal_opprett(scene[Rolle.VEILEDER], sak=scene.sak, tekst="Ta truckførerbevis")


def _endret(scene: Scene) -> Delmal:
    mal = _underveis(scene)
    services.delmal_endre(scene[Rolle.VEILEDER], mal=mal, tekst="Ta førerkort", hvorfor="Trucken er opptatt")
    mal.refresh_from_db()
    return mal


DELMAL = Fag(
    "delmal",
    {
        Malstatus.UNDERVEIS: _underveis,
        Malstatus.NADD: lambda scene: services.delmal_nadd(scene[Rolle.VEILEDER], mal=_underveis(scene)),
        Malstatus.ENDRET: _endret,
        Malstatus.LAGT_BORT: lambda scene: services.delmal_legg_bort(
            scene[Rolle.VEILEDER], mal=_underveis(scene), hvorfor="Ryggen sier nei"
        ),
    },
    {
        "nadd": lambda a, m: services.delmal_nadd(a, mal=m),
        "endre": lambda a, m: services.delmal_endre(a, mal=m, tekst="Ta førerkort", hvorfor="Trucken er opptatt"),
        "legg_bort": lambda a, m: services.delmal_legg_bort(a, mal=m, hvorfor="Ryggen sier nei"),
        "ta_opp_igjen": lambda a, m: services.delmal_ta_opp_igjen(a, mal=m),
    },
)


def _venter(scene: Scene) -> Aktivitet:
    veileder = scene[Rolle.VEILEDER]
    gi_vedtak(scene.sak, veileder)
    return services.aktivitet_lagre(
        veileder,
        program=services.programversjon_start(veileder, sak=scene.sak, fra=FRA),
        navn="Praksis på lager",
        gruppe="arbeidsrettet",
        blokker=hver_dag(HALV_NI, TOLV),
        rundt=services.Rundt(status=Aktivitetstatus.VENTER, status_siden=date(2026, 6, 1)),
    )


def _i_gang(scene: Scene) -> Aktivitet:
    return services.aktivitet_begynn(scene[Rolle.VEILEDER], aktivitet=_venter(scene))


AKTIVITET = Fag(
    "aktivitet",
    {
        Aktivitetstatus.VENTER: _venter,
        Aktivitetstatus.TILBUDT: lambda scene: services.aktivitet_tilby(
            scene[Rolle.VEILEDER], aktivitet=_venter(scene)
        ),
        Aktivitetstatus.I_GANG: _i_gang,
        Aktivitetstatus.FERDIG: lambda scene: services.aktivitet_fullfor(
            scene[Rolle.VEILEDER], aktivitet=_i_gang(scene)
        ),
        Aktivitetstatus.AVBRUTT: lambda scene: services.aktivitet_avbryt(
            scene[Rolle.VEILEDER], aktivitet=_i_gang(scene), av=Hvem.ARRANGOR, grunn="Lageret la ned", varslet=False
        ),
    },
    {
        "tilby": lambda a, p: services.aktivitet_tilby(a, aktivitet=p),
        "begynn": lambda a, p: services.aktivitet_begynn(a, aktivitet=p),
        "fullfor": lambda a, p: services.aktivitet_fullfor(a, aktivitet=p),
        "avbryt": lambda a, p: services.aktivitet_avbryt(a, aktivitet=p, av=Hvem.ARRANGOR, grunn="Lageret la ned"),
        "vurder_alternativer": lambda a, p: services.aktivitet_vurder_alternativer(
            a, aktivitet=p, alternativer="Et annet lager, eller butikk"
        ),
    },
)
