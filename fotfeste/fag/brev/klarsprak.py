"""Is the letter plain? A small check that says, in words, what to look at before it is sent.

It advises and never stops anybody: LIX for the whole, sentences that are too long, abbreviations nobody has
explained, and heavy words with a lighter one to use. Law references are left out of the count, names and
numbers are not judged.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from fotfeste.fag.brev.innhold import (
    Avsnitt,
    Blokk,
    Brev,
    Del,
    Nokkelliste,
    Oppgaver,
    Punktliste,
    Regel,
    Tabell,
)
from fotfeste.fag.brev.pdf import ukjente_tegn

LIX_GRENSE = 45  # 40–50 is how newspapers read; a letter to somebody in trouble should be lighter
LANG_SETNING = 28  # words
LANGT_ORD = 6  # letters; LIX counts words longer than this
# Everybody who gets a letter from NAV has met these.
KJENTE_FORKORTELSER = frozenset({"NAV", "SMS", "PDF", "IBAN", "EØS", "TV", "OK"})
PUNKTUM_FORKORTELSER = (
    "bl.a.", "ca.", "dvs.", "evt.", "f.eks.", "ift.", "iht.", "ifm.", "jf.", "jfr.", "m.m.", "mht.", "mv.",
    "osv.", "pga.", "pkt.", "vedr.", "fvl.", "sotjl.",
)  # fmt: skip
TUNGE_ORD: dict[str, str] = {
    "innvilges": "«du får»",
    "innvilget": "«du har fått»",
    "avslås": "«du får ikke»",
    "herunder": "«blant annet»",
    "vedrørende": "«om»",
    "angående": "«om»",
    "i henhold til": "«etter»",
    "i forbindelse med": "«med», «når» eller «fordi»",
    "foreligger": "«finnes» eller «er»",
    "fremkommer": "«står» eller «viser»",
    "anmodes": "«vi ber deg»",
    "besørge": "«ordne»",
    "ovennevnte": "det du mener, en gang til",
    "undertegnede": "«jeg» eller navnet ditt",
    "såfremt": "«hvis»",
    "dersom": "«hvis»",
    "ugyldig": "hva som er galt, og hvordan det kan rettes",
    "plikter": "«må» eller «skal»",
    "bistand": "«hjelp»",
    "iverksettes": "«begynner» eller «vi setter i gang»",
}
_ORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SETNINGSSLUTT = re.compile(r"[.!?:](?=\s+[«A-ZÆØÅ]|\s*$)")
_STORE_BOKSTAVER = re.compile(r"\b[A-ZÆØÅ]{2,6}\b")


class Funnslag(StrEnum):
    """What kind of thing to look at."""

    TUNG_TEKST = "tung tekst"
    LANG_SETNING = "lang setning"
    FORKORTELSE = "forkortelse"
    TUNGT_ORD = "tungt ord"
    TEGN = "tegn vi ikke kan skrive ut"


@dataclass(frozen=True, slots=True)
class Funn:
    """Something to look at.

    `melding` tells the writer what and why, `hvor` is the heading it stands under.
    """

    slag: Funnslag
    hvor: str
    melding: str
    utdrag: str = ""


def lix(tekst: str) -> int:
    """Return the LIX of the text, rounded.

    Words a sentence plus the share of words over six letters, in percent.
    """
    ord_ = _ORD.findall(tekst)
    if not ord_:
        return 0
    lange = sum(len(o) > LANGT_ORD for o in ord_)
    return round(Fraction(len(ord_), max(1, len(setninger(tekst)))) + Fraction(100 * lange, len(ord_)))


def setninger(tekst: str) -> list[str]:
    """Return the sentences of a text, split at . ! ? and : before a capital letter; «2.

    Mars» is not split.
    """
    deler: list[str] = []
    start = 0
    for slutt in _SETNINGSSLUTT.finditer(tekst):
        deler.append(tekst[start : slutt.end()].strip())
        start = slutt.end()
    return [del_ for del_ in (*deler, tekst[start:].strip()) if _ORD.search(del_)]


def kontroller(brev: Brev) -> tuple[Funn, ...]:
    """Return what to look at in the letter, in reading order, the whole first.

    An empty tuple is a plain letter.
    """
    tekster = list(_tekster(brev))
    alt = "\n".join(tekst if tekst[-1] in ".!?:" else f"{tekst}." for _, tekst in tekster)
    forklarte = set(re.findall(r"\(([A-ZÆØÅ]{2,6})\)", alt))
    return (
        *_helheten(alt),
        *(funn for hvor, tekst in tekster for funn in _funn_i(hvor, tekst, forklarte)),
        *(
            Funn(
                Funnslag.TEGN,
                "Hele brevet",
                f"Tegnet «{tegn}» blir «?» i PDF-en. Skriv det på en annen måte.",
            )
            for tegn in ukjente_tegn(brev)
        ),
    )


def kontroller_tekst(tekst: str, *, hvor: str) -> tuple[Funn, ...]:
    """Return what to look at in one free text, as it is typed, with `hvor` as the name of its field."""
    forklarte = set(re.findall(r"\(([A-ZÆØÅ]{2,6})\)", tekst))
    return (*_helheten(tekst, hvor), *_funn_i(hvor, tekst, forklarte))


def _helheten(alt: str, hvor: str = "Hele brevet") -> Iterator[Funn]:
    tall = lix(alt)
    if tall > LIX_GRENSE:
        melding = (
            f"Teksten er tung å lese (lesbarhetstall {tall}, helst under {LIX_GRENSE}). "
            "Del lange setninger og bytt ut lange ord."
        )
        yield Funn(Funnslag.TUNG_TEKST, hvor, melding)


def _funn_i(hvor: str, tekst: str, forklarte: set[str]) -> Iterator[Funn]:
    for setning in setninger(tekst):
        antall = len(_ORD.findall(setning))
        if antall > LANG_SETNING:
            yield Funn(
                Funnslag.LANG_SETNING,
                hvor,
                f"Setningen har {antall} ord. Del den i to, så er den lettere å lese.",
                _utdrag(setning),
            )
    for forkortelse in _forkortelser(tekst, forklarte):
        melding = f"«{forkortelse}» er ikke forklart. Skriv ordet helt ut."
        yield Funn(Funnslag.FORKORTELSE, hvor, melding, forkortelse)
    for tungt, lettere in TUNGE_ORD.items():
        if re.search(rf"\b{tungt}\b", tekst, re.IGNORECASE):
            yield Funn(Funnslag.TUNGT_ORD, hvor, f"«{tungt}» er tungt å lese. Skriv heller {lettere}.", tungt)


def _forkortelser(tekst: str, forklarte: set[str]) -> list[str]:
    store = dict.fromkeys(_STORE_BOKSTAVER.findall(tekst))
    ukjente = [forkortelse for forkortelse in store if forkortelse not in KJENTE_FORKORTELSER | forklarte]
    lav = tekst.lower()
    return ukjente + [f for f in PUNKTUM_FORKORTELSER if re.search(rf"(?<!\w){re.escape(f)}", lav)]


def _utdrag(tekst: str, lengde: int = 80) -> str:
    return tekst if len(tekst) <= lengde else f"{tekst[:lengde].rsplit(' ', 1)[0]} …"


def _tekster(brev: Brev) -> Iterator[tuple[str, str]]:
    yield "Overskriften", brev.tittel
    for avsnitt in brev.kortversjon:
        yield "Kort fortalt", avsnitt
    for del_ in brev.alle_deler:
        yield from _delens_tekster(del_)


def _delens_tekster(del_: Del) -> Iterator[tuple[str, str]]:
    yield del_.overskrift, del_.overskrift
    for blokk in del_.blokker:
        for tekst in _blokkens_tekster(blokk):
            yield del_.overskrift, tekst
    for underdel in del_.underdeler:
        yield from _delens_tekster(underdel)


def _blokkens_tekster(blokk: Blokk) -> tuple[str, ...]:
    match blokk:
        case Avsnitt(tekst):
            return (tekst,)
        case Punktliste(punkter):
            return punkter
        case Regel(innhold):
            return (innhold,)
        case Oppgaver(du, nav):
            return du + nav
        case Nokkelliste() | Tabell():
            return ()
