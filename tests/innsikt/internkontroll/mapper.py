"""Small case files, for asking one criterion at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from fotfeste.fag.mappe import form
from fotfeste.innsikt.internkontroll.kriterier import SEKS_VILKAR, VED_KODE
from fotfeste.innsikt.internkontroll.sak import Sak
from fotfeste.innsikt.internkontroll.typer import STANDARD, Intervaller

D = date(2026, 11, 1)
BEGRUNNET = form.Begrunnelse("sotjl § 29", "Fakta", "Hensyn")
VILKAR = tuple(form.Vilkar(kode, "oppfylt", "Vurdert") for kode in sorted(SEKS_VILKAR))
PUNKTER = form.Punkter("a", "b", "c", "d", "e")


def d(tekst: str) -> date:
    return date.fromisoformat(tekst)


def _datoer(felter: dict[str, Any]) -> dict[str, Any]:
    return {n: d(v) if isinstance(v, str) and len(v) == 10 and v[4] == v[7] == "-" else v for n, v in felter.items()}


def vedtak(type_: str = "innvilgelse", **felter: Any) -> form.Vedtak:
    standard = {
        "id": "v1",
        "dato": "2026-01-02",
        "saksbehandler": "A",
        "beslutter": "B",
        "begrunnelse": BEGRUNNET,
        "vilkar": VILKAR if type_ == "innvilgelse" else (),
    }
    if type_ == "innvilgelse":
        standard |= {"fra": "2026-01-12", "til": "2027-01-11"}
    return form.Vedtak(type=type_, **_datoer(standard | felter))


def aev(ferdigstilt: str | None = "2026-01-01", **felter: Any) -> form.Arbeidsevnevurdering:
    standard = {
        "id": "a1",
        "utfort_av": "nav",
        "innsatsgruppe": "spesielt_tilpasset_innsats",
        "punkter": PUNKTER,
        "motivasjon": "Ja",
    }
    return form.Arbeidsevnevurdering(ferdigstilt=d(ferdigstilt) if ferdigstilt else None, **standard | felter)


def soknad(mottatt: str, **felter: Any) -> form.Soknad:
    return form.Soknad(**_datoer({"id": "s1", "mottatt": mottatt, "kanal": "papir"} | felter))


def program(
    *grupper: tuple[str, Any], fra: str = "2026-01-12", evalueringer: tuple[str, ...] = (), **felter: Any
) -> form.Programversjon:
    return form.Programversjon(
        fra=d(fra),
        aktiviteter=tuple(form.Aktivitet(gruppe, gruppe, timer) for gruppe, timer in grupper),
        evalueringsdatoer=tuple(d(dag) for dag in evalueringer),
        **_datoer({"versjon": 1, "avtalt_med_deltaker": "2026-01-12"} | felter),
    )


def kontakt(dato: str, *, initiativ: str = "nav", resultat: str = "gjennomfort") -> form.Kontakt:
    return form.Kontakt(d(dato), "telefon", initiativ, resultat)


def evaluering(dato: str, *, hele: bool = True) -> form.Evaluering:
    return form.Evaluering(d(dato), hele)


def henvendelse(mottatt: str, besvart: str | None) -> form.Henvendelse:
    return form.Henvendelse(
        datetime.fromisoformat(mottatt), datetime.fromisoformat(besvart) if besvart else None, "telefon"
    )


def slutt(dato: str, **felter: Any) -> form.Avslutning:
    return form.Avslutning(**_datoer({"dato": dato, "mate": "fullfort_eller_etter_avtale"} | felter))


def utbetaling(maned: str, dato: str, netto: int = 0, klargjort: str = "A", frigitt: str = "B") -> form.Utbetaling:
    return form.Utbetaling(d(f"{maned}-01"), d(dato), netto, klargjort, frigitt)


def timeliste(maned: str, **felter: Any) -> form.Timeliste:
    return form.Timeliste(maned=d(f"{maned}-01"), **_datoer(felter))


def fravaer(fra: str, til: str, arsak: str = "ulegitimert", **felter: Any) -> form.Fravaer:
    return form.Fravaer(**_datoer({"id": "f1", "fra": fra, "til": til, "arsak": arsak} | felter))


def permisjon(fra: str, til: str) -> form.Permisjon:
    return form.Permisjon(d(fra), d(til), "reise")


def plan(tilbudt: str | None, svar: str | None = "onsket", begrunnelse: str | None = None) -> form.IndividuellPlan:
    return form.IndividuellPlan(d(tilbudt) if tilbudt else None, "samtale", svar, begrunnelse)


def fast(ansatt: str, fra: str, til: str | None = None) -> form.FastKontakt:
    return form.FastKontakt(ansatt, d(fra), d(til) if til else None)


def mappe(*, fodt: str = "1990-02-14", tolk: bool = False, barn: Sequence[form.Barn] = (), **felter: Any) -> form.Mappe:
    person = form.Person("10828709491", d(fodt), tolkebehov=tolk, barn=tuple(barn))
    return form.Mappe(sak_id="X", kommune="4601", kontor="Nord", person=person, **felter)


def spor(kode: str, m: form.Mappe, dag: date = D, valg: Intervaller = STANDARD) -> bool | None:
    """None: the criterion does not apply; else whether the case breaks it."""
    svar = [er_brudd for er_brudd, _ in VED_KODE[kode].regel(Sak(m, dag, valg))]
    return any(svar) if svar else None
