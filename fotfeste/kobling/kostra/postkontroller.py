"""The official controls of one record: each says what is wrong, in the official words, or None.

Restated from statisticsnorway/kostra-kontrollprogram, commit c1f5848 (2026-07-16), MIT. Lines are in the
newest layout (152 characters). The words are SSB's own, oddities and all; what the controls do not do
stands in `egne`.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from fotfeste.kobling.kostra import koder, lesing
from fotfeste.kobling.kostra.felter import SISTE_AAR, oppsett
from fotfeste.kobling.kostra.kommuner import KOMMUNER

OSLO = "0301"

_ANTALL_AAR_TILBAKE = 4
_MANGE_BARN = 14
_ELDSTE = 68
_YNGSTE = 18
_STORSTE_SUM = 600_000

_PERMISJON = "2"
_KREVER_SLUTTDATO = ("3", "4", "5", "7")
_KREVER_SITUASJON = ("3", "7")
_FULLFORT = "3"


@dataclass(frozen=True, slots=True)
class Kjoring:
    """What a file is checked against: year, municipality number, municipalities one can come from."""

    aar: int
    kommune: str
    kommuner: Container[str] = frozenset(KOMMUNER)


def _snitt(navn: str) -> slice:
    return oppsett(SISTE_AAR).pa_navn[navn].snitt


def _egen_kode(navn: str) -> tuple[slice, str]:
    """The place and the one code of a field to tick."""
    plass = oppsett(SISTE_AAR).pa_navn[navn]
    (kode,) = plass.koder or {}
    return plass.snitt, kode


KOMMUNE_NR = _snitt("KOMMUNE_NR")
VERSION = _snitt("VERSION")
BYDELSNR = _snitt("BYDELSNR")
FODSELSDATO = _snitt("FODSELSDATO")
JOURNALNR = _snitt("PERSON_JOURNALNR")
FODSELSNR = _snitt("PERSON_FODSELSNR")
KJONN = _snitt("KJONN")
EKTSTAT = _snitt("EKTSTAT")
BU18 = _snitt("BU18")
ANTBU18 = _snitt("ANTBU18")
REG_DATO = _snitt("REG_DATO")
VEDTAK_DATO = _snitt("VEDTAK_DATO")
BEGYNT_DATO = _snitt("BEGYNT_DATO")
KVP_KOMM = _snitt("KVP_KOMM")
KOMMNR_KVP_KOMM = _snitt("KOMMNR_KVP_KOMM")
YTELSE_SOSHJELP = _snitt("YTELSE_SOSHJELP")
YTELSE_TYPE_SOSHJ = _snitt("YTELSE_TYPE_SOSHJ")
KVP_MED_ASTONAD = _snitt("KVP_MED_ASTONAD")
KVP_STONAD = _snitt("KVP_STONAD")
STATUS = _snitt("STATUS")
AVSL_DATO = _snitt("AVSL_DATO")
INNTEKT = _snitt("AVSL_VIKTIGSTE_INNTEKT")

STOTTEFELT = (
    "KVP_MED_KOMMBOS",
    "KVP_MED_HUSBANKBOS",
    "KVP_MED_SOSHJ_ENGANG",
    "KVP_MED_SOSHJ_PGM",
    "KVP_MED_SOSHJ_SUP",
)
MAANEDSFELT = tuple(f"STMND_{nr}" for nr in range(1, 13))
SITUASJONSFELT = (
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
)
_STOTTE = tuple(_egen_kode(navn) for navn in STOTTEFELT)
_MAANEDER = tuple(_egen_kode(navn) for navn in MAANEDSFELT)
_SITUASJONER = tuple(_egen_kode(navn) for navn in SITUASJONSFELT)


def _liste(valg: Mapping[str, str]) -> str:
    return "[" + ", ".join(f"{kode}={navn}" for kode, navn in valg.items()) + "]"


def har_maaned(linje: str) -> bool:
    """Whether some month field holds its own number."""
    return any(linje[snitt] == kode for snitt, kode in _MAANEDER)


def _oppgaveaar(linje: str) -> int:
    aar = lesing.heltall(linje[VERSION])
    return aar + 2000 if 1 <= aar <= 99 else aar


def kommunenummer(linje: str, k: Kjoring) -> str | None:
    """Control 03, first part."""
    if linje[KOMMUNE_NR] == k.kommune:
        return None
    return f"Korrigér kommunenummeret. Fant {linje[KOMMUNE_NR]}, forventet {k.kommune}."


def bydelsnummer(linje: str, k: Kjoring) -> str | None:
    """Control 03, second part: Oslo's districts 01-15, blank elsewhere."""
    bydel = linje[BYDELSNR]
    if linje[KOMMUNE_NR] == OSLO:
        if bydel in koder.BYDELER:
            return None
        return f"Korrigér bydel. Fant {bydel}, forventet en av [{', '.join(koder.BYDELER)}]."
    return None if not bydel.strip() else f"Korrigér bydel. Fant {bydel}, forventet blank / '  '."


def oppgaveaar(linje: str, k: Kjoring) -> str | None:
    """Control 04."""
    if _oppgaveaar(linje) == k.aar:
        return None
    return f"Korrigér årgang. Fant {linje[VERSION]}, forventet {k.aar - 2000}."


def fodselsdato(linje: str, k: Kjoring) -> str | None:
    """Control 04A. Never compared with the fødselsnummer."""
    if lesing.romslig_dato(linje[FODSELSDATO]):
        return None
    return (
        "Det er ikke oppgitt fødselsdato eller fødselsdato er ugyldig. Korriger fødselsdato til en gyldig "
        f"dato. Fant ({linje[FODSELSDATO]}), forventet (DDMMÅÅÅÅ)"
    )


def fodselsnummer(linje: str, k: Kjoring) -> str | None:
    """Control 05. The prose specification says a warning; the program says an error."""
    if lesing.gyldig_fodselsnummer(linje[FODSELSNR]):
        return None
    return (
        "Det er ikke oppgitt fødselsnummer/d-nummer på deltakeren eller fødselsnummeret/d-nummeret "
        "inneholder feil. Med mindre det er snakk om en utenlandsk statsborger som ikke er tildelt norsk "
        "personnummer eller d-nummer, skal feltet inneholde deltakeren fødselsnummer/d-nummer (11 siffer)."
    )


def _alder(linje: str, k: Kjoring) -> int | None:
    fodt = lesing.fodselsaar(linje[FODSELSNR], k.aar)
    return None if fodt is None else k.aar - fodt


def under_18(linje: str, k: Kjoring) -> str | None:
    """Control 06: the difference of years, not the birthday."""
    alder = _alder(linje, k)
    if alder is None or alder >= _YNGSTE:
        return None
    return f"Deltakeren ({alder} år) er under {_YNGSTE} år."


def over_68(linje: str, k: Kjoring) -> str | None:
    """Control 07: strictly over 68, in spite of its title."""
    alder = _alder(linje, k)
    if alder is None or alder <= _ELDSTE:
        return None
    return f"Deltakeren ({alder} år) er over {_ELDSTE} år."


def kjonn(linje: str, k: Kjoring) -> str | None:
    """Control 08."""
    if linje[KJONN] in koder.KJONN:
        return None
    return (
        f"Korrigér kjønn. Fant '{linje[KJONN]}', forventet én av {_liste(koder.KJONN)}. Mottakerens kjønn "
        "er ikke fylt ut, eller feil kode er benyttet. Feltet er obligatorisk å fylle ut."
    )


def sivilstand(linje: str, k: Kjoring) -> str | None:
    """Control 09."""
    if linje[EKTSTAT] in koder.SIVILSTAND:
        return None
    return (
        f"Korrigér sivilstand. Fant '{linje[EKTSTAT]}', forventet én av {_liste(koder.SIVILSTAND)}. "
        "Mottakerens sivilstand/sivilstatus ved siste kontakt med sosial-/NAV-kontoret er ikke fylt ut, "
        "eller feil kode er benyttet. Feltet er obligatorisk å fylle ut."
    )


def forsorgerplikt(linje: str, k: Kjoring) -> str | None:
    """Control 10."""
    if linje[BU18] in koder.JA_NEI:
        return None
    return (
        f"Korrigér forsørgerplikt. Fant '{linje[BU18]}', forventet én av {_liste(koder.JA_NEI)}'. Det er "
        "ikke krysset av for om deltakeren har barn under 18 år, som deltakeren (eventuelt "
        "ektefelle/samboer) har forsørgerplikt for, og som bor i husholdningen ved siste kontakt. Feltet "
        "er obligatorisk å fylle ut."
    )


def barn_uten_antall(linje: str, k: Kjoring) -> str | None:
    """Control 11."""
    if linje[BU18] != koder.JA or lesing.heltall(linje[ANTBU18]) > 0:
        return None
    return (
        "Det er krysset av for at det bor barn under 18 år i husholdningen som mottaker eller "
        "ektefelle/samboer har forsørgerplikt for, men det er ikke oppgitt hvor mange barn "
        f"'({linje[ANTBU18]})' som bor i husholdningen. Feltet er obligatorisk å fylle ut når det er "
        "oppgitt at det bor barn under 18 år i husholdningen."
    )


def antall_uten_barn(linje: str, k: Kjoring) -> str | None:
    """Control 12."""
    if linje[BU18] == koder.JA or lesing.heltall(linje[ANTBU18]) <= 0:
        return None
    return (
        f"Det er oppgitt {linje[ANTBU18]} barn under 18 år som bor i husholdningen som mottaker eller "
        "ektefelle/samboer har forsørgerplikt for, men det er ikke oppgitt at det bor barn i "
        "husholdningen. Feltet er obligatorisk å fylle ut når det er oppgitt antall barn under 18 år som "
        "bor i husholdningen."
    )


def mange_barn(linje: str, k: Kjoring) -> str | None:
    """Control 13."""
    if lesing.heltall(linje[ANTBU18]) < _MANGE_BARN:
        return None
    return f"Antall barn ({linje[ANTBU18]}) under 18 år i husholdningen er {_MANGE_BARN} eller flere, er dette riktig?"


def _for_gammel(linje: str, snitt: slice) -> bool:
    """Whether the date is missing, or more than four years before VERSION (not before the argument)."""
    dato = lesing.romslig_dato(linje[snitt])
    return dato is None or _oppgaveaar(linje) - dato.aar > _ANTALL_AAR_TILBAKE


def _datomelding(sporsmal: str, verdi: str, k: Kjoring) -> str:
    return (
        f"Feltet for '{sporsmal}' med verdien ({verdi}) enten mangler utfylling, har ugyldig dato eller "
        f"dato som er eldre enn {_ANTALL_AAR_TILBAKE} år fra rapporteringsåret ({k.aar}). Feltet er "
        "obligatorisk å fylle ut."
    )


def soknadsdato(linje: str, k: Kjoring) -> str | None:
    """Control 14. Oslo is exempt."""
    if linje[KOMMUNE_NR] == OSLO or not _for_gammel(linje, REG_DATO):
        return None
    return _datomelding("Hvilken dato ble søknaden registrert ved NAV-kontoret?", linje[REG_DATO], k)


def vedtaksdato(linje: str, k: Kjoring) -> str | None:
    """Control 15. Oslo is exempt."""
    if linje[KOMMUNE_NR] == OSLO or not _for_gammel(linje, VEDTAK_DATO):
        return None
    sporsmal = "Hvilken dato det ble fattet vedtak om program? (søknad innvilget)"
    return _datomelding(sporsmal, linje[VEDTAK_DATO], k)


def startdato(linje: str, k: Kjoring) -> str | None:
    """Control 16: counted from the argument's year, and not after it. Oslo is exempt."""
    if linje[KOMMUNE_NR] == OSLO:
        return None
    dato = lesing.romslig_dato(linje[BEGYNT_DATO])
    if dato and k.aar - _ANTALL_AAR_TILBAKE <= dato.aar <= k.aar:
        return None
    sporsmal = "Hvilken dato begynte deltakeren i program? (iverksettelse)"
    return _datomelding(sporsmal, linje[BEGYNT_DATO], k)


def fra_annen_kommune(linje: str, k: Kjoring) -> str | None:
    """Control 19."""
    if linje[KVP_KOMM] in koder.JA_NEI:
        return None
    return (
        "Feltet for 'Kommer deltakeren fra kvalifiseringsprogram i annen kommune?' er ikke fylt ut, eller "
        f"feil kode er benyttet ({linje[KVP_KOMM]}). Feltet er obligatorisk å fylle ut."
    )


def hvilken_kommune(linje: str, k: Kjoring) -> str | None:
    """Control 20."""
    if linje[KVP_KOMM] != koder.JA or linje[KOMMNR_KVP_KOMM] in k.kommuner:
        return None
    return (
        "Det er svart '1=Ja' på om deltakeren kommer fra kvalifiseringsprogram i annen kommune, men "
        f"kommunenummer ('{linje[KOMMNR_KVP_KOMM]}') mangler eller er ugyldig. Feltet er obligatorisk å "
        "fylle ut."
    )


def ytelser(linje: str, k: Kjoring) -> str | None:
    """Control 21."""
    if linje[YTELSE_SOSHJELP] != "1" or linje[YTELSE_TYPE_SOSHJ] in ("2", "3"):
        return None
    return (
        "Feltet for 'Hadde deltakeren i løpet av de siste to månedene før registrert søknad ved "
        "NAV-kontoret en eller flere av følgende ytelser?' inneholder ugyldige verdier."
    )


def stotte(linje: str, k: Kjoring) -> str | None:
    """Control 26."""
    if linje[KVP_MED_ASTONAD] in koder.JA_NEI:
        return None
    return (
        f"Feltet for 'Har deltakeren i {k.aar} i løpet av perioden med kvalifiseringsstønad også mottatt  "
        "økonomisk sosialhjelp, kommunal bostøtte eller Husbankens bostøtte?', er ikke utfylt eller feil "
        f"kode ({linje[KVP_MED_ASTONAD]}) er benyttet. Feltet er obligatorisk å fylle ut."
    )


def hvilken_stotte(linje: str, k: Kjoring) -> str | None:
    """Control 27: at least one kind after yes, none after no."""
    svar = linje[KVP_MED_ASTONAD]
    if svar not in koder.JA_NEI:
        return None
    noen = any(linje[snitt] == kode for snitt, kode in _STOTTE)
    if noen == (svar == koder.JA):
        return None
    stotte = zip(STOTTEFELT, _STOTTE, strict=True)
    utfylt = "{" + ", ".join(f"{navn}={linje[snitt]}" for navn, (snitt, _) in stotte) + "}"
    slutt = f"Det er mottatt støtte. {utfylt}." if svar == koder.JA else f"Det er IKKE mottatt støtte. {utfylt}"
    return (
        f'Svaralternativer for feltet "Har deltakeren i {k.aar} i løpet av perioden med kvalifiseringsstønad '
        'mottatt økonomisk sosialhjelp, kommunal bostøtte eller Husbankens bostøtte?" har ugyldige koder. '
        f"Feltet er obligatorisk å fylle ut. {slutt}"
    )


def maaneder(linje: str, k: Kjoring) -> str | None:
    """Control 28."""
    if linje[STATUS] == _PERMISJON or har_maaned(linje):
        return None
    return (
        "Det er ikke krysset av for hvilke måneder deltakeren har fått utbetalt kvalifiseringsstønad "
        f"({linje[KVP_STONAD]}) i løpet av rapporteringsåret."
    )


def _mangler_sum(verdi: str) -> str:
    return (
        f"Det er ikke oppgitt hvor mye deltakeren har fått i kvalifiseringsstønad ({verdi}) i løpet av "
        "året, eller feltet inneholder andre tegn enn tall."
    )


def sum_mangler(linje: str, k: Kjoring) -> str | None:
    """Control 29."""
    if linje[STATUS] != "1" or lesing.heltall(linje[KVP_STONAD]) > 0:
        return None
    return _mangler_sum(linje[KVP_STONAD].strip())


def maaneder_uten_sum(linje: str, k: Kjoring) -> str | None:
    """Control 30."""
    if linje[KVP_STONAD].strip() or linje[STATUS] == _PERMISJON or not har_maaned(linje):
        return None
    return _mangler_sum(linje[KVP_STONAD])


def sum_uten_maaneder(linje: str, k: Kjoring) -> str | None:
    """Control 31."""
    if linje[STATUS] != "1" or har_maaned(linje) or lesing.heltall(linje[KVP_STONAD]) <= 0:
        return None
    return (
        f"Deltakeren har fått kvalifiseringsstønad ({linje[KVP_STONAD]}) i løpet av året, men mangler "
        "utfylling for hvilke måneder stønaden gjelder. Feltet er obligatorisk å fylle ut."
    )


def stor_sum(linje: str, k: Kjoring) -> str | None:
    """Control 32: strictly over 600 000, in spite of its title."""
    if lesing.heltall(linje[KVP_STONAD]) <= _STORSTE_SUM:
        return None
    return (
        f"Kvalifiseringsstønaden ({linje[KVP_STONAD]}) som deltakeren har fått i løpet av "
        f"rapporteringsåret overstiger Statistisk sentralbyrås kontrollgrense på NOK {_STORSTE_SUM},-."
    )


def status(linje: str, k: Kjoring) -> str | None:
    """Control 36."""
    if linje[STATUS] in koder.STATUS:
        return None
    return (
        f"Korrigér status. Fant '{linje[STATUS]}', forventet én av '{_liste(koder.STATUS)}'. Feltet er "
        "obligatorisk å fylle ut."
    )


def sluttdato(linje: str, k: Kjoring) -> str | None:
    """Control 37: here, unlike 04A and 14-16, the date must be in the calendar."""
    if linje[STATUS] not in _KREVER_SLUTTDATO:
        return None
    dato = lesing.streng_dato(linje[AVSL_DATO])
    if dato and dato.year == k.aar:
        return None
    krever = _liste({kode: koder.STATUS[kode] for kode in _KREVER_SLUTTDATO})
    return (
        "Feltet for 'Hvilken dato avsluttet deltakeren programmet?', må fylles ut dersom det er krysset "
        f"av for svaralternativ {krever} under feltet for 'Hva er status for deltakelsen i "
        f"kvalifiseringsprogrammet per 31.12.{k.aar}'?"
    )


def situasjon(linje: str, k: Kjoring) -> str | None:
    """Control 38."""
    if linje[STATUS] not in _KREVER_SITUASJON or any(linje[snitt] == kode for snitt, kode in _SITUASJONER):
        return None
    return (
        "Feltet 'Ved fullført program eller program avsluttet etter avtale (gjelder ikke flytting) – hva "
        "var deltakerens situasjon umiddelbart etter avslutningen'? Må fylles ut dersom det er krysset av "
        "for svaralternativ 3 = Deltakeren har fullført program eller avsluttet program etter avtale "
        "(gjelder ikke flytting) under feltet for 'Hva er status for deltakelsen i "
        f"kvalifiseringsprogrammet per 31.12.{k.aar}'?"
    )


def inntektskilde(linje: str, k: Kjoring) -> str | None:
    """Control 39: asks of status 3 only, though its words name 7 too."""
    if linje[STATUS] != _FULLFORT or linje[INNTEKT] in koder.INNTEKTSKILDE:
        return None
    return (
        "Feltet 'Hva var deltakerens <b>viktigste</b> inntektskilde umiddelbart etter avslutningen? Må "
        "fylles ut dersom det er krysset av for svaralternativ 3 = Deltakeren har fullført program eller "
        "avsluttet program etter avtale (gjelder ikke flytting) eller 7 = Deltakeren program er avsluttet "
        "etter avbrudd under feltet for 'Hva er status for deltakelsen i kvalifiseringsprogrammet per per "
        f"31.12.{k.aar}'?"
    )
