"""Text that a bank takes: the SWIFT signs and the three Norwegian letters, everything else made into one of them."""

import unicodedata

TILLATT = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789æøåÆØÅ /-?:().,'+")
# Letters that do not fall apart into a base letter and a mark.
_BOKSTAVER = str.maketrans({
    "ß": "ss", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L",
    "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T", "ı": "i", "œ": "oe", "Œ": "OE", "ə": "e", "Ə": "E",
    "ä": "æ", "Ä": "Æ", "ö": "ø", "Ö": "Ø", "&": "+", "’": "'", "ʼ": "'", "–": "-", "—": "-", "−": "-",
})  # fmt: skip


def bankvask(tekst: str, *, maks: int) -> str:
    """Return the text in signs every Norwegian bank takes, on one line, at most `maks` characters long.

    Accents fall away (é → e), Swedish letters become Norwegian, and a sign with no likeness becomes a space. The text
    neither starts with «/» nor holds «//», which banks read as a code. May return an empty string.
    """
    kjent = unicodedata.normalize("NFC", tekst).translate(_BOKSTAVER)
    vasket = "".join(tegn if tegn in TILLATT else _grunntegn(tegn) for tegn in kjent)
    while "//" in vasket:
        vasket = vasket.replace("//", "/")
    return " ".join(vasket.split()).lstrip("/ ")[:maks].rstrip()


def _grunntegn(tegn: str) -> str:
    deler = (del_ for del_ in unicodedata.normalize("NFKD", tegn) if not unicodedata.combining(del_))
    return "".join(del_ if del_ in TILLATT else " " for del_ in deler)
