"""Forms that make what the participant told so: those of the commands, filled in with what was told."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.endring.enums import Meldingsslag
from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.endring.services import MAKS_TEGN
from fotfeste.fag.person.enums import Barnekilde
from fotfeste.flater.felles.belop import belop_i_felt
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt
from fotfeste.flater.kontor.barn_forms import Barneskjema, Sluttskjema, Utenlandsskjema
from fotfeste.flater.kontor.ytelse_forms import Ytelsesskjema

_SKJEMAER: dict[Meldingsslag, type[Skjema]] = {
    Meldingsslag.BARN_FODT: Barneskjema,
    Meldingsslag.BARN_FLYTTET: Sluttskjema,
    Meldingsslag.BARN_UTLAND: Utenlandsskjema,
    Meldingsslag.BARN_ANNET: Skjema,
    Meldingsslag.YTELSE: Ytelsesskjema,
}


class Leseskjema(Skjema):
    """Nothing is changed: why."""

    svar = Tekstfelt(
        label=_("Hvorfor endres ingenting?"), max_length=MAKS_TEGN, help_text=_("Deltakeren leser svaret.")
    )


def brukskjema(melding: Endringsmelding, data: Any = None) -> Skjema:
    """The command's form with what was told. The paper came with the message, so it is not asked for again."""
    klasse = _SKJEMAER[Meldingsslag(melding.slag)]
    skjema = klasse(data, initial=_fra_melding(melding), versjon=melding.versjon, auto_id="bruk_%s")
    skjema.fields.pop("vedlegg", None)
    skjema.fields["svar"] = Tekstfelt(
        label=_("Svar til deltakeren"),
        required=False,
        max_length=MAKS_TEGN,
        help_text=_("Deltakeren ser at meldingen er lagt inn. Skriv mer bare hvis det trengs."),
    )
    skjema.fields["svar"].widget.attrs["rows"] = 2
    return skjema


def _fra_melding(melding: Endringsmelding) -> dict[str, Any]:
    felles = {"fra": melding.fra, "til": melding.til, "kilde": Barnekilde.DELTAKER}
    match melding.slag:
        case Meldingsslag.BARN_FODT:
            return {"navn": melding.navn, "fodselsdato": melding.fra, "kilde": Barnekilde.DELTAKER}
        case Meldingsslag.BARN_FLYTTET:
            return {"til": melding.fra, "kilde": Barnekilde.DELTAKER}
        case Meldingsslag.YTELSE:
            penger = {"type": melding.ytelse, "belop": belop_i_felt(melding.belop_ore)}
            return {**felles, **penger, **({"enhet": melding.enhet} if melding.enhet else {})}
        case _:
            return felles
