"""Text in files a spreadsheet opens."""

from __future__ import annotations

_FORMELTEGN = ("=", "+", "-", "@", "|", "%")


def ufarlig(tekst: str) -> str:
    """The text on one line, with an apostrophe in front when a spreadsheet would run it as a formula."""
    en_linje = " ".join(tekst.split())
    return f"'{en_linje}" if en_linje.startswith(_FORMELTEGN) else en_linje
