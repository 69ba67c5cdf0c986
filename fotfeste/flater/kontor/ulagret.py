"""Text that could not be saved because the record had moved on: shown again, so that nothing written is lost."""

from __future__ import annotations

from dataclasses import dataclass

from fotfeste.flater.felles.skjema import Skjema


@dataclass(frozen=True, slots=True)
class Ulagret:
    """Why it was not saved, and each field with what was typed in it."""

    grunner: list[str]
    tekster: list[tuple[str, str]]


def ulagret(*skjemaer: Skjema | None) -> Ulagret | None:
    """What stands in forms that were sent and refused; None when there are none."""
    sendte = [skjema for skjema in skjemaer if skjema is not None and skjema.is_bound and skjema.errors]
    if not sendte:
        return None
    svar = Ulagret(
        [str(grunn) for skjema in sendte for grunn in skjema.non_field_errors()],
        [
            (str(felt.label), verdi)
            for skjema in sendte
            for felt in skjema.visible_fields()
            if isinstance(verdi := felt.value(), str) and verdi.strip()
        ],
    )
    return svar if svar.grunner or svar.tekster else None
