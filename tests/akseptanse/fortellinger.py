"""The scenes of the vignettes, set by services, and what people do in several of the stories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse

from fotfeste.fag.person.models import Person
from fotfeste.fag.program import services as program
from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.regelverk.vilkar import Utfall, Vilkarskode
from tests import grunnlag
from tests.akseptanse import folk
from tests.akseptanse.sider import Bruker
from tests.fag.vedtak.fortelling import FRA as VEDTAK_FRA
from tests.fag.vedtak.fortelling import TIL as VEDTAK_TIL
from tests.fag.vedtak.fortelling import begrunn as skriv_begrunnelse
from tests.fag.vedtak.fortelling import fullfor_aev, lag_soknad

Inn = Callable[..., Bruker]
FRA, TIL = date(2026, 1, 12), date(2027, 1, 11)


def sti(navn: str, *deler: Any) -> str:
    """The address of one of the office's pages."""
    return reverse(f"kontor:{navn}", args=deler)


def veilederen(huset: folk.Huset) -> Aktor:
    return huset.folk[folk.VEILEDER]


def person(navn: str, *, fodt: date = date(1990, 2, 14)) -> Person:
    """Somebody called by both names."""
    fornavn, etternavn = navn.split()
    return grunnlag.lag_person(fornavn=fornavn, etternavn=etternavn, fodselsdato=fodt)


def soker(huset: folk.Huset, navn: str, *, fodt: date = date(1990, 2, 14)) -> Sak:
    """A case with nothing in it yet."""
    return grunnlag.lag_sak(huset.kontor, person(navn, fodt=fodt))


def deltaker(huset: folk.Huset, navn: str, *, fodt: date = date(1990, 2, 14), innlogging: bool = False) -> Sak:
    """A participant whose programme was granted for this year; may log in as themselves when `innlogging`."""
    sak = grunnlag.lag_sak_i_program(huset.kontor, fra=FRA, til=TIL, person=person(navn, fodt=fodt))
    if innlogging:
        folk.gi_innlogging(sak.person, huset.kontor)
    return sak


def nesten_klar(huset: folk.Huset, sak: Sak, *, uten: Vilkarskode) -> Vedtak:
    """A grant where everything is written but the assessment of one condition."""
    v = veilederen(huset)
    lag_soknad(sak)
    fullfor_aev(v, sak)
    vedtak = vedtakene.vedtak_start(v, sak=sak, type=Vedtakstype.INNVILGELSE, fra=VEDTAK_FRA, til=VEDTAK_TIL)
    for kode in set(Vilkarskode) - {uten}:
        vedtakene.vedtak_vurder_vilkar(
            v, vedtak=vedtak, kode=kode, utfall=Utfall.OPPFYLT, begrunnelse="Vi har sett på det."
        )
    return skriv_begrunnelse(v, vedtak)


def utkast(huset: folk.Huset, sak: Sak) -> Programversjon:
    """A version of the programme to be written in."""
    return program.programversjon_start(veilederen(huset), sak=sak)


def legg_til_aktivitet(veileder: Bruker, sak: Sak, **felter: str) -> None:
    """Add one activity to the draft. The names are the labels, with _ for a space."""
    veileder.ga_til(sti("program", sak.pk))
    veileder.trykk("Legg til aktivitet")
    veileder.fyll_ut({navn.replace("_", " "): verdi for navn, verdi in felter.items()})
    veileder.trykk("Lagre aktiviteten")
    veileder.ser("Aktiviteten er lagret i ukeplanen.")


def skriv_mal(veileder: Bruker, sak: Sak, mal: str, hva: str = "Arbeid") -> None:
    """Write down a goal with the participant."""
    veileder.ga_til(sti("program_mal", sak.pk))
    veileder.fyll_ut({"Mål": mal, "Hva det gjelder": hva})
    veileder.trykk("Skriv ned målet")
    veileder.ser("Målet er skrevet ned.")


def vurder(veileder: Bruker, vilkar: str, utfall: str, hvorfor: str) -> None:
    """Assess one condition of the decision that is open on the page."""
    del_ = veileder.side.locator(f"#vilkar-{vilkar}")
    if del_.get_attribute("open") is None:
        del_.locator("summary").first.click()
    del_.get_by_label(utfall, exact=True).check()
    veileder.fyll_ut({"Hvorfor": hvorfor}, i=f"#vilkar-{vilkar}")
    veileder.trykk("Lagre vurderingen", i=f"#vilkar-{vilkar}")
    veileder.ser("Vurderingen er lagret.")


def begrunn(veileder: Bruker, *, hensyn: str) -> None:
    """Write the three parts of the reasons."""
    veileder.fyll_ut(
        {
            "Dette sier regelen": "Programmet er for den som trenger tett hjelp for å komme i arbeid.",
            "Dette vet vi om situasjonen": "Du har fortalt oss om situasjonen din.",
            "Dette har vi lagt vekt på": hensyn,
        },
        i="#vedtakskjema",
    )
