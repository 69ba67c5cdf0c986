"""What the files refuse, asked before anything is released: whom they cannot name, and a run they cannot hold."""

from __future__ import annotations

from fotfeste.fag.person.models import Person
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus, Utelatt
from fotfeste.fag.utbetaling.frigivelse import Filkontroll, sett_filkontroll
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.kobling.betaling import kontonummer
from fotfeste.kobling.betaling.services import filer_for
from fotfeste.kobling.betaling.tegnsett import bankvask


def mottakerhinder(person: Person) -> Utelatt | None:
    """Why the bank's file cannot name the person as a receiver; None when it can."""
    if person.dodsdato and not person.dodsbo_konto:
        return Utelatt.DOD
    try:
        kontonummer.les(person.utbetalingskonto)
    except kontonummer.Kontonummerfeil:
        return Utelatt.KONTONUMMER_MANGLER
    return None if bankvask(person.navn, maks=70) else Utelatt.NAVN_KAN_IKKE_SKRIVES


def krev_filer(kjoring: Kjoring) -> None:
    """Raise Fagfeil when the planned payments of the run cannot be written as files."""
    filer_for(kjoring, Utbetalingsstatus.PLANLAGT)


sett_filkontroll(Filkontroll(mottakerhinder=mottakerhinder, krev_filer=krev_filer))
