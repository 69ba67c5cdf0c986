"""Whether a text could tell who it is about: the person's names, numbers and dates must be gone before it is shared."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DATO = re.compile(r"\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")
_TELEFON = re.compile(r"(?<!\d)(?:\+47\s?)?(?:\d\s?){7}\d(?!\d)")
_LANGT_TALL = re.compile(r"(?<!\d)\d{6}\s?\d{5}(?!\d)")
_EPOST = re.compile(r"\S+@\S+")
MINSTE_NAVN = 2
"""A name of one letter would be found in every text."""


def roper_om_personen(tekst: str, navn: Iterable[str]) -> list[str]:
    """What in the text must be taken out, each as it stands there; empty when nothing was found.

    `navn`: whole names of those it could be about; each of their parts is looked for as a word.
    """
    funn = [
        treff.group().strip() for monster in (_LANGT_TALL, _TELEFON, _DATO, _EPOST) for treff in monster.finditer(tekst)
    ]
    deler = {del_ for ett in navn for del_ in re.split(r"[\s-]+", ett) if len(del_) >= MINSTE_NAVN}
    for del_ in sorted(deler):
        funn += [treff.group() for treff in re.finditer(rf"\b{re.escape(del_)}s?\b", tekst, re.IGNORECASE)]
    return list(dict.fromkeys(funn))
