"""The municipality, its five offices and the people who work there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.demo.livslop import TABELL_2
from fotfeste.demo.navn import ANSATTE
from fotfeste.grunnmur.organisasjon.enums import KOMMUNEROLLER, Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import Aktor, aktor_for

ANSATT_FRA = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Kontorstab:
    """An office and who works there."""

    kontor: Kontor
    veiledere: tuple[Aktor, ...]
    beslutter: Aktor
    leder: Aktor


@dataclass(frozen=True, slots=True)
class Stab:
    """The municipality and everyone employed."""

    kommune: Kommune
    kontorer: tuple[Kontorstab, ...]
    okonomi: tuple[Aktor, Aktor]


VEILEDERE_PER_KONTOR, VEILEDERE_I_STOR_KOMMUNE = 2, 3
STOR_KOMMUNE = 300


def bygg_organisasjon(i_dag: date, *, deltakere: int) -> Stab:
    """Make the municipality, its offices and employees. Everyone at the first office can be logged in as."""
    kommune = Kommune.objects.create(
        nummer="4204",
        navn="Fjordvik",
        organisasjonsnummer="910000004",
        utbetalingskonto="42040000105",
        bic="DNBANOKK",
    )
    navn = iter(ANSATTE)
    veiledere = VEILEDERE_PER_KONTOR if deltakere < STOR_KOMMUNE else VEILEDERE_I_STOR_KOMMUNE
    kontorer = tuple(
        _kontor(kommune, nummer, kontornavn, navn, i_dag, veiledere=veiledere)
        for nummer, (kontornavn, _utfall) in enumerate(TABELL_2)
    )
    forste = kontorer[0].kontor
    okonomi = tuple(_ansatt(Rolle.OKONOMI, forste, nytt, i_dag) for nytt in ("Vigdis Øren", "Sverre Kroneland"))
    for rolle, ett in (
        (Rolle.JOBBSPESIALIST, "Jarle Jobbskar"),
        (Rolle.FAGANSVARLIG, "Gudrun Fagerli"),
        (Rolle.STATLIG_VEILEDER, "Stein Statland"),
        (Rolle.REVISOR, "Rebekka Revdal"),
        (Rolle.SYSTEMANSVARLIG, "Synnøve Systad"),
    ):
        _ansatt(rolle, forste, ett, i_dag)
    return Stab(kommune, kontorer, (okonomi[0], okonomi[1]))


def _kontor(
    kommune: Kommune, nummer: int, kontornavn: str, navn: Iterator[str], i_dag: date, *, veiledere: int
) -> Kontorstab:
    kontor = Kontor.objects.create(
        kommune=kommune,
        nummer=f"{1201 + nummer}",
        navn=kontornavn,
        telefon="55 55 33 33",
        adresse="Storgata 1, Fjordvik",
    )
    return Kontorstab(
        kontor,
        tuple(_ansatt(Rolle.VEILEDER, kontor, next(navn), i_dag, demo=nummer == 0) for _ in range(veiledere)),
        beslutter=_ansatt(Rolle.BESLUTTER, kontor, next(navn), i_dag, demo=nummer == 0),
        leder=_ansatt(Rolle.LEDER, kontor, next(navn), i_dag, demo=nummer == 0),
    )


def _ansatt(rolle: Rolle, kontor: Kontor, navn: str, i_dag: date, *, demo: bool = True) -> Aktor:
    brukernavn = navn.lower().replace(" ", ".").translate(str.maketrans("æøå", "eoa"))
    bruker = Bruker.objects.opprett(brukernavn=brukernavn, navn=navn, er_demo=demo, telefon="55 55 33 33")
    medlem(bruker, rolle, kontor, ANSATT_FRA)
    return aktor_for(bruker, i_dag)


def medlem(bruker: Bruker, rolle: Rolle, kontor: Kontor, fra: date) -> None:
    """Give the user the role at the office, or for the municipality where the role is held there."""
    Medlemskap.objects.create(
        bruker=bruker,
        rolle=rolle,
        kommune=kontor.kommune,
        kontor=None if rolle in KOMMUNEROLLER else kontor,
        fra=fra,
    )
