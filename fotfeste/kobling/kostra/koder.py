"""Code lists of the 11CF fields, with the official words.

Source: statisticsnorway/kostra-kontrollprogram, commit c1f5848 (2026-07-16), MIT; file descriptions of the
years. Month and "tick" fields hold one code each and stand in `felter`.
"""

from __future__ import annotations

JA_NEI: dict[str, str] = {"1": "Ja", "2": "Nei"}
JA = "1"
NEI = "2"

KJONN: dict[str, str] = {
    "1": "Mann",
    "2": "Kvinne",
}

SIVILSTAND: dict[str, str] = {
    "1": "Ugift",
    "2": "Gift",
    "3": "Samboer",
    "4": "Skilt/separert",
    "5": "Enke/enkemann",
}

STATUS: dict[str, str] = {
    "1": "Fortsatt i program",
    "2": "Permisjon/avtalt avbrudd fra program",
    "3": "Fullført program eller avsluttet etter avtale",
    "4": "Program er varig avbrutt på grunn av uteblivelse",
    "5": "Program ble avbrutt på grunn av flytting til annen kommune",
    "6": "Kun for Oslos bydeler: Flyttet til annen bydel før programperioden var over",
    "7": "Deltakerens program er avsluttet etter avbrudd",
}

INNTEKTSKILDE: dict[str, str] = {
    "01": "Ordinært arbeid (heltid/deltid)",
    "03": "Andre arbeidsmarkedstiltak i statlig regi (jamfør tiltaksforskriften) (tiltakspenger)",
    "04": "Skole/utdanning (studiestønad)",
    "10": "Annet",
    "11": "Ordinært arbeid (heltid/deltid) med midlertidig eller varig lønnstilskudd (jamfør tiltaksforskriften)",
    "13": "Uføretrygd",
    "14": "Arbeidsavklaringspenger",
    "15": "Økonomisk sosialhjelp i påvente av uføretrygd/AAP",
    "16": "Økonomisk sosialhjelp uten slik avklaring",
    "17": "Ukjent",
}

# Code 7 came with the file for 2023.
STATUS_2022: dict[str, str] = {kode: navn for kode, navn in STATUS.items() if kode != "7"}

BYDELER: tuple[str, ...] = tuple(f"{nr:02}" for nr in range(1, 16))  # the fifteen of Oslo
