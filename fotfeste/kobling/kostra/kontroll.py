"""The 34 official controls of the 11CF file as one table, and the verdict they give.

`kontroller` answers exactly as SSB's program does: same controls, severities, lines and words, always by
the newest layout (152 characters) whatever the reporting year. `kontroller_etter_oppsett` reads an older
year's own layout first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from fotfeste.kobling.kostra import filkontroller as fil
from fotfeste.kobling.kostra import postkontroller as post
from fotfeste.kobling.kostra.felter import SISTE_AAR, oppsett
from fotfeste.kobling.kostra.kommuner import kommuner
from fotfeste.kobling.kostra.post import loft
from fotfeste.kobling.kostra.postkontroller import Kjoring


class Alvorlighet(IntEnum):
    """Severity; a file's is that of its worst finding."""

    OK = 0
    WARNING = 1
    ERROR = 2
    FATAL = 3

    @property
    def returkode(self) -> int:
        """The official return code: 0, 1, or 2 for both ERROR and FATAL."""
        return min(self, 2)


Postsjekk = Callable[[str, Kjoring], str | None]
Filsjekk = Callable[[Sequence[str], Kjoring], Iterable[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Kontroll:
    """One official control; `melder` says in plain words when it reports, `felter` on which fields."""

    nummer: str
    tittel: str
    alvorlighet: Alvorlighet
    felter: tuple[str, ...]
    melder: str
    post: Postsjekk | None = None
    fil: Filsjekk | None = None

    @property
    def navn(self) -> str:
        """The full official name."""
        return f"Kontroll {self.nummer} : {self.tittel}"


@dataclass(frozen=True, slots=True)
class Funn:
    """What a control found: line numbers (from 1, empty lines not counted) and SSB's own words."""

    kontroll: Kontroll
    linjer: tuple[int, ...]
    melding: str
    alvorlighet: Alvorlighet

    @property
    def felter(self) -> tuple[str, ...]:
        """Names of the fields the finding is about; none for the file as a whole."""
        return self.kontroll.felter

    def som_kontrakt(self) -> list[object]:
        """[severity, control number, line numbers]."""
        return [self.alvorlighet.name, self.kontroll.nummer, list(self.linjer)]


@dataclass(frozen=True, slots=True)
class Resultat:
    """The verdict: findings in the official order, and how many records and controls it took."""

    funn: tuple[Funn, ...]
    antall_poster: int
    antall_kontroller: int

    @property
    def alvorlighet(self) -> Alvorlighet:
        """That of the worst finding; OK when there is none, but ERROR for a file without any record."""
        if not self.antall_kontroller:
            return Alvorlighet.ERROR
        return max((funn.alvorlighet for funn in self.funn), default=Alvorlighet.OK)


_A = Alvorlighet
_K = Kontroll
_STOTTE = (
    "Mottatt økonomisk sosialhjelp, kommunal bostøtte eller Husbankens bostøtte "
    "i tillegg til kvalifiseringsstønad i løpet av ÅÅÅÅ"
)

SKAL_LEVERE = _K(
    "000",
    "Skal levere filuttrekk",
    _A.FATAL,
    (),
    "filen er bare ett tegn selv om det er meldt deltakere, eller har innhold selv om det ikke er det",
)
RECORDLENGDE = _K("001", "Recordlengde", _A.FATAL, (), "en linje ikke er på 152 tegn eller har tabulator")

# In the official order, in which the findings are listed.
KONTROLLER: tuple[Kontroll, ...] = (
    _K(
        "03",
        "Kommunenummer",
        _A.ERROR,
        ("KOMMUNE_NR",),
        "kommunen er en annen enn den som leverer",
        post.kommunenummer,
    ),
    _K(
        "03",
        "Bydelsnummer",
        _A.ERROR,
        ("BYDELSNR",),
        "bydelen ikke er 01-15 i Oslo, eller er fylt ut utenfor Oslo",
        post.bydelsnummer,
    ),
    _K("04", "Oppgaveår", _A.ERROR, ("VERSION",), "året er et annet enn rapporteringsåret", post.oppgaveaar),
    _K("04A", "Fødselsdato", _A.ERROR, ("FODSELSDATO",), "fødselsdatoen ikke kan leses", post.fodselsdato),
    _K(
        "05",
        "Fødselsnummer",
        _A.ERROR,
        ("PERSON_FODSELSNR",),
        "kontrollsifrene ikke stemmer, og nummeret ikke er fødselsdato med 00100, 00200 eller 99999",
        post.fodselsnummer,
    ),
    _K(
        "05A",
        "Fødselsnummer, dubletter",
        _A.ERROR,
        ("PERSON_FODSELSNR", "STATUS"),
        "samme fødselsnummer står flere ganger med samme status (ikke Oslo)",
        fil=fil.doble_fodselsnummer,
    ),
    _K(
        "05B",
        "Journalnummer, dubletter",
        _A.ERROR,
        ("PERSON_JOURNALNR",),
        "samme journalnummer står flere ganger (ikke Oslo)",
        fil=fil.doble_journalnummer,
    ),
    _K(
        "06",
        "Alder under 18 år",
        _A.ERROR,
        ("PERSON_FODSELSNR",),
        "deltakeren fyller mindre enn 18 i året",
        post.under_18,
    ),
    _K(
        "07",
        "Alder er 68 år eller over",
        _A.WARNING,
        ("PERSON_FODSELSNR",),
        "deltakeren fyller mer enn 68 i året",
        post.over_68,
    ),
    _K("08", "Kjønn", _A.ERROR, ("KJONN",), "koden ikke er 1 eller 2", post.kjonn),
    _K("09", "Sivilstand", _A.ERROR, ("EKTSTAT",), "koden ikke er 1-5", post.sivilstand),
    _K(
        "10",
        "Forsørgerplikt for barn under 18 år i husholdningen. Gyldige verdier",
        _A.ERROR,
        ("BU18",),
        "koden ikke er 1 eller 2",
        post.forsorgerplikt,
    ),
    _K(
        "11",
        "Det bor barn under 18 år i husholdningen. Mangler antall barn.",
        _A.ERROR,
        ("ANTBU18", "BU18"),
        "det bor barn der, men antallet mangler",
        post.barn_uten_antall,
    ),
    _K(
        "12",
        "Det bor barn under 18 år i husholdningen.",
        _A.ERROR,
        ("BU18", "ANTBU18"),
        "antall barn er oppgitt uten at det bor barn der",
        post.antall_uten_barn,
    ),
    _K(
        "13",
        "Mange barn under 18 år i husholdningen.",
        _A.ERROR,
        ("ANTBU18",),
        "antallet er 14 eller flere",
        post.mange_barn,
    ),
    _K(
        "14",
        "Dato for registrert søknad ved NAV-kontoret",
        _A.ERROR,
        ("REG_DATO",),
        "datoen mangler eller er av et år mer enn fire før oppgaveåret (ikke Oslo)",
        post.soknadsdato,
    ),
    _K(
        "15",
        "Dato for fattet vedtak om program (søknad innvilget)",
        _A.ERROR,
        ("VEDTAK_DATO",),
        "datoen mangler eller er av et år mer enn fire før oppgaveåret (ikke Oslo)",
        post.vedtaksdato,
    ),
    _K(
        "16",
        "Dato for når deltakeren begynte i program (iverksettelse)",
        _A.ERROR,
        ("BEGYNT_DATO",),
        "datoen mangler, er av et år mer enn fire før rapporteringsåret, eller kommer etter det (ikke Oslo)",
        post.startdato,
    ),
    _K(
        "19",
        "Kvalifiseringsprogram i annen kommune",
        _A.ERROR,
        ("KVP_KOMM",),
        "koden ikke er 1 eller 2",
        post.fra_annen_kommune,
    ),
    _K(
        "20",
        "Kvalifiseringsprogram i annen kommune. Kommunenummer",
        _A.ERROR,
        ("KOMMNR_KVP_KOMM", "KVP_KOMM"),
        "deltakeren kommer fra en annen kommune, men kommunenummeret er ikke i listen",
        post.hvilken_kommune,
    ),
    _K(
        "21",
        "Ytelser de to siste månedene før registrert søknad ved NAV-kontoret",
        _A.ERROR,
        ("YTELSE_TYPE_SOSHJ", "YTELSE_SOSHJELP"),
        "det er krysset av for sosialhjelp, men ikke hva slags (2 eller 3)",
        post.ytelser,
    ),
    _K("26", _STOTTE, _A.ERROR, ("KVP_MED_ASTONAD",), "koden ikke er 1 eller 2", post.stotte),
    _K(
        "27",
        f"{_STOTTE}. Svaralternativer",
        _A.ERROR,
        ("KVP_MED_ASTONAD", *post.STOTTEFELT),
        "svaret er ja uten at noe er krysset av, eller nei når noe er krysset av",
        post.hvilken_stotte,
    ),
    _K(
        "28",
        "Måneder med kvalifiseringsstønad. Gyldige koder",
        _A.WARNING,
        post.MAANEDSFELT,
        "ingen måned er krysset av (ikke ved permisjon)",
        post.maaneder,
    ),
    _K(
        "29",
        "Kvalifiseringssum mangler eller har ugyldige tegn",
        _A.WARNING,
        ("KVP_STONAD",),
        "deltakeren er fortsatt i program, men summen er ikke over 0",
        post.sum_mangler,
    ),
    _K(
        "30",
        "Har varighet, men mangler kvalifiseringssum",
        _A.WARNING,
        ("KVP_STONAD",),
        "måneder er krysset av, men summen mangler (ikke ved permisjon)",
        post.maaneder_uten_sum,
    ),
    _K(
        "31",
        "Har kvalifiseringssum, men mangler varighet",
        _A.WARNING,
        (*post.MAANEDSFELT, "KVP_STONAD"),
        "deltakeren er fortsatt i program og har en sum, men ingen måned er krysset av",
        post.sum_uten_maaneder,
    ),
    _K(
        "32",
        "Kvalifiseringssum på kr 600000,- eller mer",
        _A.WARNING,
        ("KVP_STONAD",),
        "summen er over 600 000",
        post.stor_sum,
    ),
    _K(
        "36",
        "Status for deltakelse i kvalifiseringsprogram per 31.12.ÅÅÅÅ. Gyldige verdier",
        _A.ERROR,
        ("STATUS",),
        "koden ikke er 1-7",
        post.status,
    ),
    _K(
        "37",
        "Dato for avsluttet program (gjelder fullførte, avsluttede etter avtale og varig avbrutte program, "
        "ikke for permisjoner) (DDMMÅÅ)",
        _A.ERROR,
        ("AVSL_DATO", "STATUS"),
        "status er 3, 4, 5 eller 7, men datoen mangler, ikke er i kalenderen eller er av et annet år",
        post.sluttdato,
    ),
    _K(
        "38",
        "Fullførte/avsluttede program – til hvilken situasjon gikk deltakeren? Gyldige verdier",
        _A.ERROR,
        (*post.SITUASJONSFELT, "STATUS"),
        "status er 3 eller 7, men ingen situasjon er krysset av",
        post.situasjon,
    ),
    _K(
        "39",
        "Fullførte/avsluttede program – til hvilken inntektskilde gikk deltakeren? Gyldige verdier",
        _A.ERROR,
        ("AVSL_VIKTIGSTE_INNTEKT", "STATUS"),
        "status er 3, men inntektskilden ikke er i listen",
        post.inntektskilde,
    ),
)
ALLE_KONTROLLER = (SKAL_LEVERE, RECORDLENGDE, *KONTROLLER)
_FORKONTROLLER = 2


def kontroller(innhold: str, *, aar: int, region: str, har_vedlegg: bool = True) -> Resultat:
    """The official verdict on a file's text.

    `region` is six digits, municipality and district (00 outside Oslo). `har_vedlegg` is false when the
    municipality has ticked that it has no participants: the file is then to be one space.
    """
    innhold = fil.som_programmet_leser(innhold)
    linjer = fil.linjer(innhold)
    stopp = _forkontroller(innhold, linjer, aar=aar, har_vedlegg=har_vedlegg)
    if stopp:
        return Resultat(stopp, len(linjer), _FORKONTROLLER)
    return _kjor(linjer, Kjoring(aar, region[:4]), KONTROLLER)


def kontroller_etter_oppsett(innhold: str, *, aar: int, region: str) -> Resultat:
    """The same controls on a file in the layout of its own year.

    SSB's program reads only the newest layout, so this is our reading and not an official verdict for
    2022-2024. Lines are carried over to the newest layout; the municipalities are the year's, and a field
    the year does not have is not asked for.
    """
    plan = oppsett(aar)
    innhold = fil.som_programmet_leser(innhold)
    linjer = fil.linjer(innhold)
    stopp = _forkontroller(innhold, linjer, aar=aar, har_vedlegg=True, lengde=plan.lengde)
    if stopp:
        return Resultat(stopp, len(linjer), _FORKONTROLLER)
    finnes = tuple(k for k in KONTROLLER if any(felt in plan.pa_navn for felt in k.felter))
    loftet = [loft(aar, linje) for linje in linjer]
    return _kjor(loftet, Kjoring(aar, region[:4], kommuner(aar)), finnes)


def _kjor(linjer: Sequence[str], kjoring: Kjoring, tabell: Sequence[Kontroll]) -> Resultat:
    funn: list[Funn] = []
    for kontroll in tabell:
        funn += [
            Funn(kontroll, (nr,), melding, kontroll.alvorlighet)
            for nr, melding in _meldinger(kontroll, linjer, kjoring)
        ]
    antall = len(linjer) * (_FORKONTROLLER + len(tabell))
    return Resultat(tuple(funn), len(linjer), antall)


def _meldinger(kontroll: Kontroll, linjer: Sequence[str], kjoring: Kjoring) -> Iterable[tuple[int, str]]:
    if kontroll.fil is not None:
        return kontroll.fil(linjer, kjoring)
    sjekk = kontroll.post
    if sjekk is None:
        return []
    return [(nr, sagt) for nr, linje in enumerate(linjer, 1) if (sagt := sjekk(linje, kjoring)) is not None]


def _forkontroller(
    innhold: str,
    linjer: Sequence[str],
    *,
    aar: int,
    har_vedlegg: bool,
    lengde: int = oppsett(SISTE_AAR).lengde,
) -> tuple[Funn, ...]:
    """The two that stop the rest when they report."""
    levering = fil.levering(innhold, aar=aar, har_vedlegg=har_vedlegg)
    if levering is not None:
        grad = SKAL_LEVERE.alvorlighet if levering.hindrer else Alvorlighet.OK
        return (Funn(SKAL_LEVERE, (), levering.melding, grad),)
    feil_lengde = fil.recordlengde(linjer, lengde)
    return tuple(Funn(RECORDLENGDE, (nr,), melding, RECORDLENGDE.alvorlighet) for nr, melding in feil_lengde)
