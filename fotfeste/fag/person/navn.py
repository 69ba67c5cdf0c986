"""Names as people mistype them: folded to plain letters, so that Ørjan, Orjan and ORJAN meet."""

from __future__ import annotations

import unicodedata

_SARTEGN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th", "ß": "ss", "đ": "d", "ł": "l"})


def sokenavn(navn: str) -> str:
    """Lower case, no accents, æ→ae ø→o å→a, single spaces."""
    smaa = navn.lower().translate(_SARTEGN).replace("aa", "a")
    uten_aksent = "".join(t for t in unicodedata.normalize("NFKD", smaa) if not unicodedata.combining(t))
    return " ".join(uten_aksent.split())
