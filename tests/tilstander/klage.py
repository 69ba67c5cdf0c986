"""The complaint and the claim for costs. Every complaint has a point, and asks that the decision wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from fotfeste.fag.klage import services
from fotfeste.fag.klage.enums import Innstillinger, Klagestatus, Klagetiltak, Klageutfall, Kravstatus
from fotfeste.fag.klage.inn import Fil
from fotfeste.fag.klage.models import Klage, Klagepunkt, Kostnadskrav
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.klage.fortelling import PDF, avgjort, avslatt, besluttet, hos_beslutter, klag, oversendt, vurdert
from tests.grunnlag import I_DAG
from tests.tilstander.scene import Fag, Scene

FRIST = date(2026, 6, 12)
_V, _B = Rolle.VEILEDER, Rolle.BESLUTTER


def _mottatt(scene: Scene) -> Klage:
    klage = klag(scene[_V], avslatt(scene[_V], scene[_B], scene.sak))
    return services.klage_be_om_utsetting(scene[_V], klage=klage)


def _venter(scene: Scene) -> Klage:
    return services.klage_be_om_retting(scene[_V], klage=_mottatt(scene), frist=FRIST, mangler=["underskrift"])


def _besluttet(innstilling: Innstillinger) -> Callable[[Scene], Klage]:
    return lambda scene: besluttet(scene[_V], scene[_B], _mottatt(scene), innstilling)


def _avgjort(scene: Scene, utfall: Klageutfall = Klageutfall.OPPHEVET) -> Klage:
    return avgjort(scene[_V], scene[_B], _mottatt(scene), utfall)


def _fulgt_opp(scene: Scene) -> Klage:
    return services.klage_folg_opp(scene[_V], klage=_avgjort(scene), oppfolging="Hen har fått et nytt vedtak.")


def _avvist(scene: Scene) -> Klage:
    """Turned away because nobody signed it before the short time limit was over."""
    klage = klag(scene[_V], avslatt(scene[_V], scene[_B], scene.sak), underskrevet=False)
    klage = services.klage_be_om_retting(scene[_V], klage=klage, frist=FRIST)
    klage = services.klage_ta_til_vurdering(scene[_V], klage=klage)
    klage = services.klage_lagre(
        scene[_V], klage=klage, innstilling=Innstillinger.AVVIS, vurdering="Du har ikke skrevet under på klagen."
    )
    with klokke.still_til(FRIST + timedelta(days=1)):
        klage = services.klage_send_til_beslutter(scene[_V], klage=klage)
        return services.klage_beslutt(scene[_B], klage=klage)


def _punkt(klage: Klage) -> Klagepunkt:
    return klage.punkter.first() or Klagepunkt(klage=klage, sak=klage.sak)


KLAGE = Fag(
    "klage",
    {
        Klagestatus.MOTTATT: _mottatt,
        Klagestatus.VENTER_RETTING: _venter,
        Klagestatus.UNDER_VURDERING: lambda scene: vurdert(scene[_V], _mottatt(scene)),
        Klagestatus.HOS_BESLUTTER: lambda scene: hos_beslutter(scene[_V], _mottatt(scene)),
        Klagestatus.TIL_OVERSENDELSE: _besluttet(Innstillinger.OPPRETTHOLDER),
        Klagestatus.OVERSENDT: lambda scene: oversendt(scene[_V], scene[_B], _mottatt(scene)),
        Klagestatus.OMGJORT: _besluttet(Innstillinger.OMGJOR),
        Klagestatus.AVGJORT: _avgjort,
        Klagestatus.FULGT_OPP: _fulgt_opp,
        Klagestatus.AVVIST: _avvist,
        Klagestatus.TRUKKET: lambda scene: services.klage_trekk(scene[_V], klage=_mottatt(scene), dato=I_DAG),
    },
    {
        "ta_til_vurdering": lambda a, k: services.klage_ta_til_vurdering(a, klage=k),
        "be_om_retting": lambda a, k: services.klage_be_om_retting(a, klage=k, frist=FRIST, mangler=["underskrift"]),
        "motta_retting": lambda a, k: services.klage_motta_retting(a, klage=k, dato=I_DAG, underskrevet=True),
        "vurder_frist": lambda a, k: services.klage_vurder_frist(
            a, klage=k, fristgrunn="saerlige_grunner", fristbegrunnelse="Hen var syk."
        ),
        "lagre": lambda a, k: services.klage_lagre(a, klage=k, undersokelser="Vi har snakket med legen."),
        "svar_pa_punkt": lambda a, k: services.klage_svar_pa_punkt(a, klage=k, pastand="Ny legeerklæring."),
        "fjern_punkt": lambda a, k: services.klage_fjern_punkt(a, klage=k, punkt=_punkt(k)),
        "legg_ved": lambda a, k: services.klage_legg_ved(a, klage=k, vedlegg=[Fil("lege.pdf", PDF)]),
        "gi_forelopig_svar": lambda a, k: services.klage_gi_forelopig_svar(
            a, klage=k, grunn="Vi venter på legen.", ventet_svar=FRIST
        ),
        "varsle_motpart": lambda a, k: services.klage_varsle_motpart(
            a, klage=k, motpart="Faren", dato=I_DAG, frist=FRIST
        ),
        "send_til_beslutter": lambda a, k: services.klage_send_til_beslutter(a, klage=k),
        "hent_tilbake": lambda a, k: services.klage_hent_tilbake(a, klage=k),
        "returner": lambda a, k: services.klage_returner(a, klage=k, tekst="Svar på legeerklæringen."),
        "beslutt": lambda a, k: services.klage_beslutt(a, klage=k),
        "utelat_papir": lambda a, k: services.klage_utelat_papir(
            a, klage=k, nokkel="journal", grunn="Står i vedtaket."
        ),
        "oversend": lambda a, k: services.klage_oversend(a, klage=k),
        "ettersend": lambda a, k: services.klage_ettersend(a, klage=k),
        "be_om_utsetting": lambda a, k: services.klage_be_om_utsetting(a, klage=k),
        "svar_pa_utsetting": lambda a, k: services.klage_svar_pa_utsetting(
            a, klage=k, utsettes=False, begrunnelse="Vedtaket er et avslag."
        ),
        "registrer_utfall": lambda a, k: services.klage_registrer_utfall(
            a, klage=k, dato=I_DAG, utfall=Klageutfall.STADFESTET, grunner="Vedtaket er riktig."
        ),
        "start_nytt_vedtak": lambda a, k: services.klage_start_nytt_vedtak(a, klage=k, type=Vedtakstype.INNVILGELSE),
        "gjennomfor": lambda a, k: services.klage_gjennomfor(a, klage=k, tiltak=Klagetiltak.FRAFALL),
        "folg_opp": lambda a, k: services.klage_folg_opp(a, klage=k, oppfolging="Hen har fått svar."),
        "trekk": lambda a, k: services.klage_trekk(a, klage=k, dato=I_DAG),
        "tilfoy": lambda a, k: services.klage_tilfoy(a, klage=k, tillegg="Jeg har fått ny lege."),
        "trekk_selv": lambda a, k: services.klage_trekk_selv(a, klage=k),
    },
)


def _krav(scene: Scene, utfall: Klageutfall = Klageutfall.OPPHEVET) -> Kostnadskrav:
    klage = _avgjort(scene, utfall)
    return services.kostnadskrav_registrer(scene[_V], klage=klage, fremsatt=I_DAG, hva="Advokat", belop=4000)


def _krav_avgjort(innvilget: int) -> Callable[[Scene], Kostnadskrav]:
    return lambda scene: services.kostnadskrav_avgjor(
        scene[_B], krav=_krav(scene), innvilget=innvilget, begrunnelse="Advokaten var nødvendig."
    )


KOSTNADSKRAV = Fag(
    "kostnadskrav",
    {
        Kravstatus.MOTTATT: _krav,
        Kravstatus.OVERSENDT: lambda scene: services.kostnadskrav_oversend(
            scene[_V], krav=_krav(scene, Klageutfall.ENDRET)
        ),
        Kravstatus.INNVILGET: _krav_avgjort(4000),
        Kravstatus.DELVIS: _krav_avgjort(1000),
        Kravstatus.AVSLATT: _krav_avgjort(0),
    },
    {
        "avgjor": lambda a, k: services.kostnadskrav_avgjor(
            a, krav=k, innvilget=4000, begrunnelse="Advokaten var nødvendig."
        ),
        "oversend": lambda a, k: services.kostnadskrav_oversend(a, krav=k),
    },
)
