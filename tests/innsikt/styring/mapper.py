"""Case files the figures are tried on. Nobody in them exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from fotfeste.fag.mappe.form import Avslutning, Mappe, Person, Soknad, Vedtak
from fotfeste.regelverk.tid import legg_til_maneder

PERSON = Person("10828709491", date(1987, 2, 10))

# «Antall fullførte» by what came after, as Bergen's table 2 has them for 2023.
TABELL_2 = {
    "NAV Bergenhus": (35, 4, 4, 27, 17),
    "NAV Bergen Nord": (36, 2, 2, 9, 2),
    "NAV Bergen Sør": (13, 0, 0, 10, 5),
    "NAV Bergen Vest": (33, 3, 3, 6, 11),
    "NAV Årstad": (13, 2, 2, 8, 4),
}
SITUASJONER = ("ordinaert_arbeid", "skole", "arbeidsmarkedstiltak", "aap", "annet")


def tabell_2() -> Iterator[Mappe]:
    """The 251 who completed in 2023."""
    for kontor, antall in TABELL_2.items():
        for situasjon, n in zip(SITUASJONER, antall, strict=True):
            for i in range(n):
                slutt = Avslutning(date(2023, 6, 30), "fullfort_eller_etter_avtale", (situasjon,), situasjon)
                yield Mappe(f"{kontor}-{situasjon}-{i}", "4601", kontor, PERSON, avslutning=slutt)


def sak(
    nummer: str, mottatt: date, *, avgjort: date | None = None, fra: date | None = None, til: date | None = None
) -> Mappe:
    """An application, and the grant that answered it."""
    vedtak = []
    if avgjort:
        vedtak.append(Vedtak("v1", "innvilgelse", avgjort, "J1", "B1", soknad="s1", fra=fra, til=til))
    return Mappe(nummer, "3103", "NAV Moss", PERSON, soknader=(Soknad("s1", mottatt, "papir"),), vedtak=tuple(vedtak))


def restanser_i_moss() -> Iterator[Mappe]:
    """Applications that waited in April 2016 and May 2017: 23 and 11, and one of June 2015 stands in both."""
    for i in range(1, 34):
        if i <= 22:
            mottatt, avgjort = date(2014, 2, 10) + timedelta(days=(i - 1) * 37), date(2016, 12, 1)
        elif i == 23:
            mottatt, avgjort = date(2015, 6, 15), date(2017, 11, 1)
        else:
            mottatt, avgjort = date(2016, 5, 2) + timedelta(days=(i - 24) * 20), date(2017, 11, 1)
        yield sak(f"B{i}", mottatt, avgjort=avgjort)


def ett_ar(fra: date) -> date:
    """The last day of a year from `fra`."""
    return legg_til_maneder(fra, 12) - timedelta(days=1)
