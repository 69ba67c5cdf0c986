"""The fields of the 11CF file and where they stand in the file of each reporting year, 2022-2026.

Source: statisticsnorway/kostra-kontrollprogram, commit c1f5848 (2026-07-16), MIT; file descriptions of the
years. The fields keep their order through the years, so one catalogue gives every layout: a field has the
years it is in the file, and a date is six characters (ddMMyy) until 2024 and eight (ddMMyyyy) from 2025.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from fotfeste.kobling.kostra import koder
from fotfeste.kobling.kostra.kommuner import KOMMUNER, kommuner

if TYPE_CHECKING:
    from collections.abc import Mapping

Felttype = Literal["tekst", "heltall", "dato"]

FORSTE_AAR = 2022
SISTE_AAR = 2026
_SEKSSIFRET_DATO_TIL = 2024


@dataclass(frozen=True, slots=True)
class Felt:
    """One field of the official definition. `bredde` is in characters, of a date that of the newest year."""

    navn: str
    bredde: int
    type: Felttype = "tekst"
    obligatorisk: bool = False
    koder: Mapping[str, str] | None = None
    ledetekst: str = ""
    fra_aar: int = FORSTE_AAR
    til_aar: int | None = None

    def gjelder(self, aar: int) -> bool:
        """Whether the field is in the file of the reporting year."""
        return self.fra_aar <= aar and (self.til_aar is None or aar <= self.til_aar)

    def sporsmal(self, aar: int) -> str:
        """What the field asks, in the official words; a field to tick is known by its one code."""
        if self.ledetekst:
            return self.ledetekst.format(aar=aar)
        return next(iter(self.koder.values())) if self.koder else self.navn


@dataclass(frozen=True, slots=True)
class Plass:
    """Where a field stands in a year's line: `fra` and `til` count from 1 and are both included."""

    felt: Felt
    fra: int
    til: int
    koder: Mapping[str, str] | None

    @property
    def bredde(self) -> int:
        """Number of characters."""
        return self.til - self.fra + 1

    @property
    def snitt(self) -> slice:
        """The slice that cuts the field out of a line."""
        return slice(self.fra - 1, self.til)


@dataclass(frozen=True)
class Oppsett:
    """The layout of one reporting year's line."""

    aar: int
    plasser: tuple[Plass, ...]

    @property
    def lengde(self) -> int:
        """Characters in a line, the line break not counted."""
        return self.plasser[-1].til

    @cached_property
    def pa_navn(self) -> Mapping[str, Plass]:
        """Field name to place."""
        return MappingProxyType({plass.felt.navn: plass for plass in self.plasser})


_INDIVIDSTONAD = {"5": "Individstønad - stønad til livsopphold etter forskrift om arbeidsmarkedstiltak"}
_MAANEDSNAVN = [
    "Januar",
    "Februar",
    "Mars",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Desember",
]
_MAANEDER = tuple(
    Felt(
        f"STMND_{nr}",
        2,
        koder={f"{nr:02}": navn},
        ledetekst="For hvilke måneder i løpet av {aar} har deltakeren fått kvalifiseringsstønad?" if nr == 1 else "",
    )
    for nr, navn in enumerate(_MAANEDSNAVN, start=1)
)

FELTER: tuple[Felt, ...] = (
    Felt("KOMMUNE_NR", 4, obligatorisk=True, ledetekst="Kommunenummer"),
    Felt("VERSION", 2, obligatorisk=True, ledetekst="Rapporteringsår / versjon / oppgaveår"),
    Felt("BYDELSNR", 2, ledetekst="Bydelsnummer"),
    Felt("DISTRIKTSNR", 2, til_aar=2023, ledetekst="Distriktsnummer"),
    Felt("FODSELSDATO", 8, type="dato", obligatorisk=True, fra_aar=2025, ledetekst="Fødselsdato (DDMMÅÅÅÅ)"),
    Felt("PERSON_JOURNALNR", 8, obligatorisk=True, ledetekst="Journalnummer"),
    Felt("PERSON_FODSELSNR", 11, obligatorisk=True, ledetekst="Fødsels- og personnummer"),
    Felt("KJONN", 1, obligatorisk=True, koder=koder.KJONN, ledetekst="Kjønn"),
    Felt("EKTSTAT", 1, obligatorisk=True, koder=koder.SIVILSTAND, ledetekst="Sivilstand"),
    Felt(
        "BU18",
        1,
        obligatorisk=True,
        koder=koder.JA_NEI,
        ledetekst=(
            "Har deltakeren barn under 18 år som deltakeren (eventuelt ektefelle/samboer) har "
            "forsørgerplikt for og som bor i husholdningen?"
        ),
    ),
    Felt("ANTBU18", 2, type="heltall", ledetekst="Hvis ja, hvor mange?"),
    Felt(
        "REG_DATO",
        8,
        type="dato",
        obligatorisk=True,
        ledetekst="Hvilken dato ble søknaden registrert ved NAV-kontoret? DDMMÅÅÅÅ",
    ),
    Felt(
        "VEDTAK_DATO",
        8,
        type="dato",
        obligatorisk=True,
        ledetekst="Hvilken dato ble det fattet vedtak om program (søknad innvilget)? DDMMÅÅÅÅ",
    ),
    Felt(
        "BEGYNT_DATO",
        8,
        type="dato",
        obligatorisk=True,
        ledetekst="Hvilken dato begynte deltakeren i program (iverksettelse)? DDMMÅÅÅÅ",
    ),
    Felt(
        "KVP_KOMM",
        1,
        koder=koder.JA_NEI,
        ledetekst="Kommer deltakeren fra kvalifiseringsprogram i annen kommune?",
    ),
    Felt("KOMMNR_KVP_KOMM", 4, koder=KOMMUNER, ledetekst="Hvis ja, velg kommunenummer fra liste"),
    Felt(
        "KVP_OSLO",
        1,
        til_aar=2022,
        ledetekst="Kun for Oslos bydeler: Kommer deltakeren fra kvalifiseringsprogram i annen bydel?",
    ),
    Felt(
        "YTELSE_SOSHJELP",
        1,
        koder={"1": "Sosialhjelp"},
        ledetekst=(
            "Hadde deltakeren i løpet av de siste to månedene før registrert søknad ved NAV-kontoret "
            "en eller flere av følgende ytelser? Kan krysse av for flere svaralternativer)"
        ),
    ),
    Felt(
        "YTELSE_TYPE_SOSHJ",
        1,
        koder={"2": "Sosialhjelp som viktigste kilde til livsopphold", "3": "Supplerende sosialhjelp"},
        ledetekst="Hvis sosialhjelp",
    ),
    Felt("YTELSE_INTRO", 1, koder={"4": "Introduksjonsstønad"}, ledetekst="Andre ytelser"),
    Felt("YTELSE_INDIVIDSTONAD", 1, koder=_INDIVIDSTONAD, til_aar=2025),
    Felt("YTELSE_TILTAKSPENGER", 1, koder=_INDIVIDSTONAD, fra_aar=2026),
    Felt("YTELSE_FOLKETRYGDL", 1, koder={"6": "Livsoppholdsytelse etter folketrygdloven - jf veiledningen"}),
    Felt(
        "KVP_MED_ASTONAD",
        1,
        koder=koder.JA_NEI,
        ledetekst=(
            "Har deltakeren i {aar} i løpet av perioden med kvalifiseringsstønad også mottatt "
            "økonomisk sosialhjelp, kommunal bostøtte eller husbankens bostøtte? Hvis ja, hvilke? (kan "
            "krysse av for flere svaralternativer)"
        ),
    ),
    Felt("KVP_MED_KOMMBOS", 1, koder={"4": "Kommunal bostøtte"}),
    Felt("KVP_MED_HUSBANKBOS", 1, koder={"5": "Husbankens bostøtte"}),
    Felt("KVP_MED_SOSHJ_ENGANG", 1, koder={"9": "Mottok økonomisk sosialhjelp som engangsstønad"}),
    Felt(
        "KVP_MED_SOSHJ_PGM",
        1,
        koder={
            "8": "Mottok økonomisk sosialhjelp til dekking av særskilte utgifter knyttet til deltakelsen i programmet"
        },
    ),
    Felt(
        "KVP_MED_SOSHJ_SUP",
        1,
        koder={"7": "Mottok økonomisk sosialhjelp som fast supplement til dekking av løpende livsholdsutgifter"},
    ),
    *_MAANEDER,
    Felt("KVP_STONAD", 7, type="heltall", ledetekst="Samlet utbetalt kvalifiseringsstønad i løpet av {aar}"),
    Felt(
        "STATUS",
        1,
        obligatorisk=True,
        koder=koder.STATUS,
        ledetekst="Hva er status for deltakelsen i kvalifiseringsprogrammet per 31.12.{aar}?",
    ),
    Felt(
        "AVSL_DATO",
        8,
        type="dato",
        ledetekst="Hvilken dato avsluttet deltakeren programmet? (gjelder ikke for permisjoner) (DDMMÅÅÅÅ)",
    ),
    Felt(
        "AVSL_ORDINAERTARB",
        2,
        koder={"01": "Ordinært arbeid (heltid/deltid)"},
        ledetekst=(
            "Ved fullført program eller program avsluttet etter avtale (gjelder ikke flytting) - hva "
            "var deltakerens situasjon umiddelbart etter avslutningen? (kan krysse av for flere "
            "svaralternativer)"
        ),
    ),
    Felt(
        "AVSL_ARBLONNSTILS",
        2,
        koder={"11": "Ordinært arbeid (heltid/deltid) med midlertidig lønnstilskudd (jamfør tiltaksforskriften)"},
    ),
    Felt(
        "AVSL_ARBMARK",
        2,
        koder={"03": "Andre arbeidsmarkedstiltak i statlig regi (jamfør tiltaksforskriften)"},
    ),
    Felt("AVSL_SKOLE", 2, koder={"04": "Skole/utdanning"}),
    Felt("AVSL_UFORE", 2, koder={"13": "Uføretrygd"}),
    Felt("AVSL_AAP", 2, koder={"14": "Arbeidsavklaringspenger"}),
    Felt("AVSL_OK_AVKLAR", 2, koder={"15": "Økonomisk sosialhjelp i påvente av avklaring av uføretrygd/AAP"}),
    Felt("AVSL_UTEN_OK_AVKLAR", 2, koder={"16": "Økonomisk sosialhjelp uten slik avklaring"}),
    Felt("AVSL_ANNET", 2, koder={"10": "Annet"}),
    Felt("AVSL_UKJENT", 2, koder={"17": "Ukjent"}),
    Felt(
        "AVSL_VIKTIGSTE_INNTEKT",
        2,
        koder=koder.INNTEKTSKILDE,
        ledetekst=("Hva var deltakerens viktigste inntektskilde umiddelbart etter avslutningen? (Kun ett kryss)"),
    ),
    Felt("SAKSBEHANDLER", 10, ledetekst="Saksbehandlernummer"),
)


@cache
def oppsett(aar: int) -> Oppsett:
    """The layout of the year's file. Raises ValueError for a year outside 2022-2026."""
    if not FORSTE_AAR <= aar <= SISTE_AAR:
        raise ValueError(f"Vi kjenner oppsettet for {FORSTE_AAR}-{SISTE_AAR}, ikke for {aar}.")
    plasser: list[Plass] = []
    for felt in FELTER:
        if felt.gjelder(aar):
            fra = plasser[-1].til + 1 if plasser else 1
            plasser.append(Plass(felt, fra, fra + _bredde(felt, aar) - 1, _koder(felt, aar)))
    return Oppsett(aar, tuple(plasser))


def _bredde(felt: Felt, aar: int) -> int:
    return 6 if felt.type == "dato" and aar <= _SEKSSIFRET_DATO_TIL else felt.bredde


def _koder(felt: Felt, aar: int) -> Mapping[str, str] | None:
    if felt.navn == "KOMMNR_KVP_KOMM":
        return kommuner(aar)
    if felt.navn == "STATUS" and aar == FORSTE_AAR:
        return koder.STATUS_2022
    return felt.koder
