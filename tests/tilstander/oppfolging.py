"""Meetings, what was agreed in them, a concern, and the evaluation of the programme."""

from __future__ import annotations

from datetime import date, datetime, time

from fotfeste.fag.oppfolging import services
from fotfeste.fag.oppfolging.enums import Avtalestatus, Bekymringsstatus, Evalueringsstatus, Motestatus
from fotfeste.fag.oppfolging.models import Avtalepunkt, Bekymring, Evaluering, Mote
from fotfeste.fag.oppfolging.services import Avtaleinn, Evalueringinn, Lukking, Moteinn
from fotfeste.fag.plan.services import plantilbud_registrer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak
from tests.grunnlag import I_DAG
from tests.tilstander.scene import Fag, Scene


def _kl(dag: date) -> datetime:
    return datetime.combine(dag, time(10), klokke.OSLO)


NESTE_UKE = date(2026, 6, 10)


def _onsket(scene: Scene) -> Mote:
    return services.mote_onsk(scene[Rolle.DELTAKER], sak=scene.sak, onske="Jeg vil bytte praksis")


def _avtalt(scene: Scene) -> Mote:
    """Today, so that it can be both held and called off; asked for by the office."""
    return services.mote_book(scene[Rolle.VEILEDER], sak=scene.sak, inn=Moteinn(start=_kl(I_DAG)))


def _holdt(scene: Scene) -> Mote:
    return services.mote_lukk(scene[Rolle.VEILEDER], mote=_avtalt(scene), inn=Lukking(referat="Det går bra."))


def _ikke_mott(scene: Scene) -> Mote:
    return services.mote_ikke_mott(scene[Rolle.VEILEDER], mote=_avtalt(scene), fravarsgrunn="syk", neste_steg="ring")


MOTE = Fag(
    "mote",
    {
        Motestatus.ONSKET: _onsket,
        Motestatus.AVTALT: _avtalt,
        Motestatus.HOLDT: _holdt,
        Motestatus.IKKE_MOTT: _ikke_mott,
        Motestatus.AVLYST: lambda scene: services.mote_avlys(
            scene[Rolle.VEILEDER], mote=_avtalt(scene), grunn="Jeg er syk."
        ),
        Motestatus.TRUKKET: lambda scene: services.mote_trekk(scene[Rolle.DELTAKER], mote=_onsket(scene)),
    },
    {
        "book": lambda a, m: services.mote_book(a, sak=m.sak, inn=Moteinn(start=_kl(NESTE_UKE)), mote=m),
        "forbered": lambda a, m: services.mote_forbered(a, mote=m, temaer=["Praksis"]),
        "flytt": lambda a, m: services.mote_flytt(a, mote=m, start=_kl(NESTE_UKE), grunn="Jeg er på kurs"),
        "avlys": lambda a, m: services.mote_avlys(a, mote=m, grunn="Jeg er syk."),
        "skriv": lambda a, m: services.mote_skriv(a, mote=m, referat="Det går bra.", internt=""),
        "lukk": lambda a, m: services.mote_lukk(a, mote=m, inn=Lukking(referat="Det går bra.")),
        "ikke_mott": lambda a, m: services.mote_ikke_mott(a, mote=m, fravarsgrunn="syk", neste_steg="ring"),
        "svar": lambda a, m: services.mote_svar(a, mote=m, svar="kommer"),
        "trekk": lambda a, m: services.mote_trekk(a, mote=m),
        "vurder": lambda a, m: services.mote_vurder(a, mote=m, fikk_sagt="ja", vet_neste="ja"),
    },
)


def _apent_punkt(scene: Scene) -> Avtalepunkt:
    return services.avtalepunkt_lag(scene[Rolle.VEILEDER], sak=scene.sak, inn=Avtaleinn("nav", "Ringe lageret"))


AVTALEPUNKT = Fag(
    "avtalepunkt",
    {
        Avtalestatus.APEN: lambda scene: services.avtalepunkt_lag(
            scene[Rolle.VEILEDER], sak=scene.sak, inn=Avtaleinn("deltaker", "Sende CV-en")
        ),
        # The office's own: the participant's tick comes too late whoever was to do it.
        Avtalestatus.GJORT: lambda scene: services.avtalepunkt_merk_gjort(
            scene[Rolle.VEILEDER], punkt=_apent_punkt(scene)
        ),
        Avtalestatus.FALT_BORT: lambda scene: services.avtalepunkt_fjern(
            scene[Rolle.VEILEDER], punkt=_apent_punkt(scene)
        ),
    },
    {
        "merk_gjort": lambda a, p: services.avtalepunkt_merk_gjort(a, punkt=p),
        "kryss_av": lambda a, p: services.avtalepunkt_kryss_av(a, punkt=p),
        "gjenapne": lambda a, p: services.avtalepunkt_gjenapne(a, punkt=p),
        "fjern": lambda a, p: services.avtalepunkt_fjern(a, punkt=p),
    },
)


def _aktiv(scene: Scene) -> Bekymring:
    return services.bekymring_meld(scene[Rolle.VEILEDER], sak=scene.sak, hva="Svarer ikke på telefon.")


BEKYMRING = Fag(
    "bekymring",
    {
        Bekymringsstatus.AKTIV: _aktiv,
        Bekymringsstatus.AVSLUTTET: lambda scene: services.bekymring_avslutt(
            scene[Rolle.VEILEDER], bekymring=_aktiv(scene), utfall="Hen var hos søsteren."
        ),
    },
    {
        "folg_opp": lambda a, b: services.bekymring_folg_opp(a, bekymring=b, gjort="Ringte."),
        "loft": lambda a, b: services.bekymring_loft(a, bekymring=b),
        "avslutt": lambda a, b: services.bekymring_avslutt(a, bekymring=b, utfall="Hen var hos søsteren."),
    },
)

_INN = Evalueringinn(
    framgang="narmere",
    konklusjon="fortsette",
    begrunnelse="Norsken er mye bedre.",
    aktiviteter=tuple(services.Aktivitetinn(navn, "ja") for navn in ("Praksis på lager", "Norskkurs", "Jobbsøking")),
)


def _forberedes(scene: Scene) -> Evaluering:
    veileder = scene[Rolle.VEILEDER]
    gi_vedtak(scene.sak, veileder)
    avtalt_program(scene.sak, veileder)
    plantilbud_registrer(veileder, sak=scene.sak, kanal="samtale")
    return services.evaluering_forbered(scene[Rolle.DELTAKER], sak=scene.sak, egen_trivsel="bra")


def _evaluert(scene: Scene) -> Evaluering:
    return services.evaluering_hold(scene[Rolle.VEILEDER], sak=_forberedes(scene).sak, inn=_INN)


EVALUERING = Fag(
    "evaluering",
    {Evalueringsstatus.FORBEREDES: _forberedes, Evalueringsstatus.HOLDT: _evaluert},
    {
        "forbered": lambda a, e: services.evaluering_forbered(a, sak=e.sak, evaluering=e, egen_nytte="ja"),
        "lagre": lambda a, e: services.evaluering_lagre(a, sak=e.sak, evaluering=e, inn=_INN),
        "hold": lambda a, e: services.evaluering_hold(a, sak=e.sak, evaluering=e, inn=_INN),
    },
)
