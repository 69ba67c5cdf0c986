"""Norwegian bank account numbers: eleven digits, the last a check digit by modulus 11 (BBAN)."""

_VEKTER = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_SKILLETEGN = str.maketrans("", "", " .\u00a0\u202f-")


class Kontonummerfeil(ValueError):  # noqa: N818 - the field's word
    """The account number cannot be right; the message says what is wrong and how to mend it."""


def les(tekst: str) -> str:
    """Return the eleven digits of an account number as people write it (spaces, dots and hyphens allowed).

    Raises Kontonummerfeil when it does not have eleven digits or the check digit does not fit.
    """
    sifre = tekst.strip().translate(_SKILLETEGN)
    if not (sifre.isascii() and sifre.isdigit()):
        raise Kontonummerfeil("Skriv kontonummeret med bare tall, for eksempel 1234 56 78903.")
    if len(sifre) != 11:
        raise Kontonummerfeil(f"Et norsk kontonummer har 11 sifre. Dette har {len(sifre)}. Se over om noe mangler.")
    if kontrollsiffer(sifre[:10]) != int(sifre[10]):
        raise Kontonummerfeil("Kontonummeret stemmer ikke. Ett eller flere sifre er feil. Se over tallene.")
    return sifre


def kontrollsiffer(ti_sifre: str) -> int | None:
    """Return the check digit of the first ten digits, or None when no account has them (remainder 1)."""
    rest = sum(vekt * int(siffer) for vekt, siffer in zip(_VEKTER, ti_sifre, strict=True)) % 11
    if rest == 1:
        return None
    return (11 - rest) % 11


def formater(sifre: str) -> str:
    """Return the account number as it is read: «1234.56.78903». Raises Kontonummerfeil as `les` does."""
    sifre = les(sifre)
    return f"{sifre[:4]}.{sifre[4:6]}.{sifre[6:]}"


def som_iban(sifre: str) -> str:
    """Return the account number as a Norwegian IBAN of 15 characters. Raises Kontonummerfeil as `les` does."""
    sifre = les(sifre)
    # ISO 13616: N = 23, O = 24, and 00 where the two check digits go
    return f"NO{98 - int(f'{sifre}232400') % 97:02d}{sifre}"
