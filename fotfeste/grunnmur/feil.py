"""The refusals a command can meet. Each carries a sentence the user can act on, and the field it belongs to."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _


class Fagfeil(Exception):  # noqa: N818 - a refusal in words, named as the field names it
    """Something the user can mend. `felt` names the form field the sentence belongs to; empty: the whole form."""

    def __init__(self, melding: str, *, felt: str = "", hjemmel: str = "") -> None:
        super().__init__(melding)
        self.melding = melding
        self.felt = felt
        self.hjemmel = hjemmel


class FlereFeil(Fagfeil):
    """Several refusals at once, so that the user mends them in one go."""

    def __init__(self, feil: list[Fagfeil]) -> None:
        super().__init__(" ".join(f.melding for f in feil))
        self.feil = feil


class IkkeTilgang(Exception):  # noqa: N818 - as above
    """The actor may not do this to this record. Outward a 404; `grunn` is for the log only."""

    def __init__(self, grunn: str) -> None:
        super().__init__(grunn)
        self.grunn = grunn


class UlovligOvergang(Fagfeil):
    """The record is no longer in a state where this command makes sense (often: someone else was quicker)."""


class SamtidigEndring(Fagfeil):
    """Someone saved the record after the user opened it. `gjeldende` is what stands now, to be shown beside theirs."""

    def __init__(self, gjeldende: Any) -> None:
        super().__init__(_("Noen andre har lagret mens du skrev. Begge tekstene står her, velg hva som skal gjelde."))
        self.gjeldende = gjeldende
