"""Fødselsnummer and D-nummer: does the number hold, whose birthday is in it, is it synthetic?

python-stdnum does the arithmetic; here are the synthetic series it does not know (Skatteetaten's Tenor adds 80 to the
month, NAV's Dolly 40) and the rule that demo and tests take no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from stdnum.no import fodselsnummer as stdnum_fnr

from fotfeste.grunnmur.feil import Fagfeil

TENOR = 80
DOLLY = 40


@dataclass(frozen=True, slots=True)
class Fodselsnummer:
    """A number whose control digits hold."""

    nummer: str
    fodselsdato: date
    kjonn: str
    syntetisk: bool


def les(tekst: str, *, felt: str = "fodselsnummer") -> Fodselsnummer:
    """The number as typed (spaces allowed). Raises Fagfeil with a sentence for `felt` when it does not hold."""
    nummer = "".join(tekst.split())
    if not (len(nummer) == 11 and nummer.isascii() and nummer.isdigit()):
        raise Fagfeil(_("Et fødselsnummer har 11 sifre. Sjekk at alle er med."), felt=felt)
    maned = int(nummer[2:4])
    tillegg = TENOR if maned > TENOR else DOLLY if maned > DOLLY else 0
    if nummer[9:] != stdnum_fnr.calc_check_digit1(nummer) + stdnum_fnr.calc_check_digit2(nummer):
        raise Fagfeil(_("Fødselsnummeret stemmer ikke. Ett av sifrene er trolig byttet eller feil."), felt=felt)
    if settings.FOTFESTE_DEMO and not tillegg:
        raise Fagfeil(_("Her kan du bare bruke syntetiske personer (måned + 80 eller + 40)."), felt=felt)
    uten_tillegg = f"{nummer[:2]}{maned - tillegg:02d}{nummer[4:]}"
    try:
        fodt = stdnum_fnr.get_birth_date(uten_tillegg)
    except Exception as feil:
        raise Fagfeil(_("De seks første sifrene er ikke en dato. Sjekk dem en gang til."), felt=felt) from feil
    kjonn = "mann" if int(nummer[8]) % 2 else "kvinne"
    return Fodselsnummer(nummer, fodt, kjonn, syntetisk=bool(tillegg))


def lag_syntetisk(fodselsdato: date, lopenummer: int) -> str | None:
    """A Tenor-like number (month + 80) for the demo and the tests; None where the control digits cannot be made.

    `lopenummer` is the individual number's last part, 0–499; odd is a man.
    """
    serie = 500 if fodselsdato.year >= 2000 else 0
    stamme = f"{fodselsdato.day:02d}{fodselsdato.month + TENOR:02d}{fodselsdato:%y}{serie + lopenummer:03d}"
    forste = stdnum_fnr.calc_check_digit1(stamme)
    andre = stdnum_fnr.calc_check_digit2(stamme + forste)
    return stamme + forste + andre if len(forste) == len(andre) == 1 else None
