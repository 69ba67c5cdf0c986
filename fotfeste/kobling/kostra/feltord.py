"""The fields of the 11CF file in plain words, where each is mended, and what to do when a control reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sted(StrEnum):
    """The page where a fact behind a field is kept."""

    PERSON = "person"
    BAKGRUNN = "bakgrunn"
    SOKNAD = "soknad"
    VEDTAK = "vedtak"
    STONAD = "stonad"
    AVSLUTNING = "avslutning"
    SAK = "sak"
    KOMMUNE = "kommune"


STEDSORD: dict[Sted, str] = {
    Sted.PERSON: "personopplysningene",
    Sted.BAKGRUNN: "bakgrunnen i saken",
    Sted.SOKNAD: "søknaden",
    Sted.VEDTAK: "vedtakene",
    Sted.STONAD: "stønaden",
    Sted.AVSLUTNING: "avslutningen",
    Sted.SAK: "saken",
    Sted.KOMMUNE: "kommunens oppsett",
}


@dataclass(frozen=True, slots=True)
class Feltord:
    """A field as the office speaks of it, and the page that mends it."""

    ord: str
    sted: Sted

    @property
    def hvor(self) -> str:
        """«bakgrunnen i saken»."""
        return STEDSORD[self.sted]


def _samme(sted: Sted, felter: dict[str, str]) -> dict[str, Feltord]:
    return {navn: Feltord(tekst, sted) for navn, tekst in felter.items()}


FELTORD: dict[str, Feltord] = {
    **_samme(Sted.KOMMUNE, {"KOMMUNE_NR": "kommunenummer", "BYDELSNR": "bydel", "DISTRIKTSNR": "distrikt"}),
    **_samme(Sted.SAK, {"VERSION": "oppgaveår", "PERSON_JOURNALNR": "journalnummer", "SAKSBEHANDLER": "saksbehandler"}),
    **_samme(
        Sted.PERSON,
        {
            "FODSELSDATO": "fødselsdato",
            "PERSON_FODSELSNR": "fødselsnummer",
            "KJONN": "kjønn",
            "EKTSTAT": "sivilstand",
            "BU18": "barn i husholdningen",
            "ANTBU18": "antall barn i husholdningen",
        },
    ),
    **_samme(Sted.SOKNAD, {"REG_DATO": "dagen søknaden kom"}),
    **_samme(
        Sted.VEDTAK,
        {"VEDTAK_DATO": "dagen programmet ble innvilget", "BEGYNT_DATO": "dagen programmet begynte"},
    ),
    **_samme(
        Sted.BAKGRUNN,
        {
            "KVP_KOMM": "program i en annen kommune før dette",
            "KOMMNR_KVP_KOMM": "kommunen deltakeren kom fra",
            "KVP_OSLO": "program i en annen bydel før dette",
            "YTELSE_SOSHJELP": "sosialhjelp før søknaden",
            "YTELSE_TYPE_SOSHJ": "hva slags sosialhjelp før søknaden",
            "YTELSE_INTRO": "introduksjonsstønad før søknaden",
            "YTELSE_INDIVIDSTONAD": "individstønad før søknaden",
            "YTELSE_TILTAKSPENGER": "tiltakspenger før søknaden",
            "YTELSE_FOLKETRYGDL": "ytelse fra folketrygden før søknaden",
            "KVP_MED_ASTONAD": "sosialhjelp eller bostøtte ved siden av stønaden",
            "KVP_MED_KOMMBOS": "kommunal bostøtte ved siden av stønaden",
            "KVP_MED_HUSBANKBOS": "Husbankens bostøtte ved siden av stønaden",
            "KVP_MED_SOSHJ_ENGANG": "sosialhjelp som engangsstønad",
            "KVP_MED_SOSHJ_PGM": "sosialhjelp til særskilte utgifter",
            "KVP_MED_SOSHJ_SUP": "sosialhjelp som fast tillegg",
        },
    ),
    **_samme(Sted.STONAD, {f"STMND_{nr}": "måneder med stønad" for nr in range(1, 13)}),
    **_samme(Sted.STONAD, {"KVP_STONAD": "utbetalt stønad i året"}),
    **_samme(
        Sted.AVSLUTNING,
        {
            "STATUS": "status ved utgangen av året",
            "AVSL_DATO": "programmets siste dag",
            **dict.fromkeys(
                (
                    "AVSL_ORDINAERTARB",
                    "AVSL_ARBLONNSTILS",
                    "AVSL_ARBMARK",
                    "AVSL_SKOLE",
                    "AVSL_UFORE",
                    "AVSL_AAP",
                    "AVSL_OK_AVKLAR",
                    "AVSL_UTEN_OK_AVKLAR",
                    "AVSL_ANNET",
                    "AVSL_UKJENT",
                ),
                "hva deltakeren gikk til",
            ),
            "AVSL_VIKTIGSTE_INNTEKT": "viktigste inntekt etter programmet",
        },
    ),
}


# By control number; ours by code. What is not here is told by the fields: «Rett … i …».
GJOR: dict[str, str] = {
    "000": "Ingen var i program dette året. Meld det i skjemaet til SSB, og lever filen med ett mellomrom.",
    "001": "Linjen har feil lengde. Meld fra til den som drifter Fotfeste.",
    "03": "Be systemansvarlig se over kommunenummer og bydel.",
    "04": "Meld fra til den som drifter Fotfeste.",
    "04A": "Skriv inn fødselsdatoen på personen.",
    "05": "Se over fødselsnummeret. Har deltakeren ikke fått nummer, bruker SSB fødselsdato og 00100 eller 00200.",
    "05A": (
        "Samme person står med to saker og samme status. Se om sakene gjelder samme program, og om måten de er "
        "avsluttet på er riktig."
    ),
    "05B": "To saker har fått samme journalnummer. Meld fra til den som drifter Fotfeste.",
    "06": "Se over fødselsnummeret. Er deltakeren under 18, fyller han eller hun ikke vilkåret om alder.",
    "07": "Se over fødselsnummeret. Er alderen riktig, kan filen sendes som den er.",
    "08": "Velg kjønn på personen.",
    "09": "Velg sivilstand på personen.",
    "13": "Det står 14 barn eller flere. Se over barna på personen.",
    "14": "Se over dagen søknaden kom. SSB godtar de fire siste årene.",
    "15": "Se over vedtaket om program. SSB godtar de fire siste årene.",
    "16": "Se over dagen programmet begynte. SSB godtar de fire siste årene, og ikke dager etter året.",
    "20": "Kommunen deltakeren kom fra er ikke i listen for året. Velg nummeret kommunen har nå, i bakgrunnen.",
    "21": "Velg hva slags sosialhjelp deltakeren hadde, i bakgrunnen.",
    "28": "Ingen stønad er betalt i året. Se etter timelister som mangler. Er det riktig, kan filen sendes som den er.",
    "29": "Deltakeren er i program, men har ikke fått stønad i året. Se etter timelister som mangler.",
    "32": "Summen er over 600 000 kroner. Se over utbetalingene. Er summen riktig, kan filen sendes som den er.",
    "36": "Programmet er slutt, men ikke hvordan. Fyll ut avslutningen.",
    "37": "Fyll ut programmets siste dag i avslutningen.",
    "38": "Kryss av for hva deltakeren gikk til, i avslutningen.",
    "39": "Velg hva deltakeren lever av nå, i avslutningen.",
}


def ordene(felter: tuple[str, ...]) -> tuple[Feltord, ...]:
    """The fields in words, each once, in the order given. A field without words keeps its own name."""
    return tuple(dict.fromkeys(FELTORD.get(navn, Feltord(navn, Sted.SAK)) for navn in felter))


def hva_gjor_vi(kode: str, felter: tuple[Feltord, ...]) -> str:
    """One sentence on how a finding is mended."""
    if kode in GJOR:
        return GJOR[kode]
    if not felter:
        return "Åpne saken og se over opplysningene."
    hva = " og ".join(felt.ord for felt in felter[:2])
    hvor = " og ".join(dict.fromkeys(felt.hvor for felt in felter[:2]))
    return f"Se over {hva} i {hvor}."
