"""The mapping of the synthetic participants: self-assessment, talks, information from others, what is kept apart."""

from __future__ import annotations

from datetime import timedelta

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.egenvurderinger import Svarinn
from fotfeste.fag.kartlegging.enums import (
    AevStatus,
    Funnslag,
    Innhentingsgrunnlag,
    Kildetype,
    Samtykkemate,
    Tema,
    Utfyllingsmate,
)
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.samtaler import Funninn
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor

_SVAR = (
    {
        "har_jobbet": Svarinn(("kjokken", "renhold"), "Ti år i familiens kafé."),
        "vil_jobbe": Svarinn(("kjokken",)),
        "god_til": Svarinn(("sprak", "mat")),
        "vanskelig": Svarinn(("sprak",)),
        "hverdagen": Svarinn(("barnepass",)),
        "helse": Svarinn(snakk_om=True),
    },
    {
        "har_jobbet": Svarinn(("bygg",), "Sommerjobber på verksted."),
        "god_til": Svarinn(("hender", "kjore")),
        "stolt": Svarinn(tekst="At jeg bygde opp mopeden selv."),
        "vanskelig": Svarinn(("i_gang", "selvtillit")),
        "hjelp": Svarinn(("praksis", "tett")),
    },
)
_FUNN = (
    Funninn(Tema.ARBEIDSERFARING, Funnslag.RESSURS, "Har ført regnskap for en liten kafé."),
    Funninn(Tema.ONSKER, Funnslag.ONSKE, "Vil ha et sted der det er folk."),
    Funninn(Tema.DAGLIGLIV, Funnslag.BEHOV, "Trenger at avtaler kommer på melding dagen før."),
    Funninn(Tema.HELSE, Funnslag.HINDRING, "Blir fort sliten etter lunsj."),
)


def kartlegg(veileder: Aktor, saker: list[Sak]) -> None:
    """Give each case with an open assessment the mapping of a living office. Same cases, same mapping."""
    i_dag = klokke.i_dag()
    apne = Arbeidsevnevurdering.objects.filter(sak__in=saker, status=AevStatus.UTKAST).select_related(
        "sak__person", "sak__kontor", "sak__kommune"
    )
    for nummer, vurdering in enumerate(apne.order_by("sak__saksnummer")):
        _samtale(veileder, vurdering.sak, nummer)
        if vurdering.deltaker_levert is None:
            services.egenvurdering_for_inn(
                veileder, vurdering=vurdering, svar=_SVAR[nummer % len(_SVAR)], mate=Utfyllingsmate.I_SAMTALE,
                hjelper=veileder.navn, tolk=vurdering.sak.person.tolkebehov, lest_opp=True,
            )  # fmt: skip
        _lege(veileder, vurdering.sak, nummer)
        if nummer % 3 == 0:
            services.jobbkrav_legg_til(
                veileder, vurdering=vurdering, yrke="Kokkeassistent", krever="Norsk A2 og å stå hele dagen.",
                har="Lang erfaring og norsk A2.", mangler="Står tre timer nå.", vei="Praksis med korte vakter.",
            )  # fmt: skip
        if nummer % 4 == 1:
            services.internnotat_skriv(
                veileder, vurdering=vurdering, punkt="d", tekst="Virker redd for noen hjemme.", holdt_tilbake=True,
                grunn="Kan bli utrygt om det står i et brev. Tas opp i enerom.",
            )  # fmt: skip
        if nummer == 0:
            services.observasjon_registrer(
                veileder, sak=vurdering.sak, fra="Datastua", dato=i_dag - timedelta(days=1),
                funn=Funninn(Tema.KVALIFIKASJONER, Funnslag.RESSURS, "Satte opp regnearket for hele gruppen."),
            )  # fmt: skip


def _samtale(veileder: Aktor, sak: Sak, nummer: int) -> None:
    services.samtale_registrer(
        veileder, sak=sak, dato=klokke.i_dag() - timedelta(days=2 + nummer % 5), tolk=sak.person.tolkebehov,
        til_stede=sak.person.fornavn, funn=[_FUNN[nummer % 4], _FUNN[(nummer + 1) % 4]],
    )  # fmt: skip


def _lege(veileder: Aktor, sak: Sak, nummer: int) -> None:
    rad = services.innhenting_foresla(
        veileder, sak=sak, grunnlag=Innhentingsgrunnlag.SAMTYKKE, fra_type=Kildetype.LEGE, fra_navn="Fastlegen",
        hva="Hvor mange timer om dagen er forsvarlig nå?", formal="Vurdere arbeidsevnen",
    )  # fmt: skip
    if nummer % 2:
        i_dag = klokke.i_dag()
        rad = services.innhenting_registrer_ja(veileder, innhenting=rad, dato=i_dag, mate=Samtykkemate.SKRIFTLIG)
        services.innhenting_be_om(veileder, innhenting=rad, dato=i_dag, svarfrist=i_dag + timedelta(days=21))
