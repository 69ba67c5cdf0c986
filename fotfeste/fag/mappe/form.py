"""A case file as types: what one case holds, in the words of the schema. Plain Python.

What the schema lets be left out has the value that means the same: None, False or an empty tuple. Nothing here says
that the facts are lawful or even possible: a period may end before it begins, for history enters as it was.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

Tall = int | Decimal


class FastKontakt(NamedTuple):
    ansatt: str
    fra: date
    til: date | None = None


class Barn(NamedTuple):
    fodselsdato: date
    fra: date
    til: date | None = None
    kronisk_syk: bool = False


class Person(NamedTuple):
    fodselsnummer: str
    fodselsdato: date
    navn: str | None = None
    kjonn: str | None = None
    sivilstand: str | None = None
    sprak: str | None = None
    tolkebehov: bool = False
    alene_om_omsorg: bool = False
    barn: tuple[Barn, ...] = ()


class Underveis(NamedTuple):
    kommunal_bostotte: bool = False
    husbank_bostotte: bool = False
    sosialhjelp_fast: bool = False
    sosialhjelp_sarskilte: bool = False
    sosialhjelp_engang: bool = False


class Bakgrunn(NamedTuple):
    fra_kvp_i_kommune: str | None = None
    sosialhjelp: str | None = None
    introduksjonsstonad: bool = False
    tiltakspenger: bool = False
    folketrygd: bool = False
    underveis: Underveis = Underveis()


class Soknad(NamedTuple):
    id: str
    mottatt: date
    kanal: str
    forelopig_svar: date | None = None
    trukket: date | None = None


class Punkter(NamedTuple):
    """The points of NAV-loven § 14 a first paragraph."""

    a: str | None
    b: str | None
    c: str | None
    d: str | None
    e: str | None


class Arbeidsevnevurdering(NamedTuple):
    id: str
    ferdigstilt: date | None
    utfort_av: str
    innsatsgruppe: str
    punkter: Punkter
    motivasjon: str | None = None
    brukers_syn: str | None = None


class Begrunnelse(NamedTuple):
    regler: str | None = None
    fakta: str | None = None
    hensyn: str | None = None


class Vilkar(NamedTuple):
    kode: str
    utfall: str
    begrunnelse: str | None = None


class Vedtak(NamedTuple):
    id: str
    type: str
    dato: date
    saksbehandler: str
    beslutter: str
    soknad: str | None = None
    fra: date | None = None
    til: date | None = None
    begrunnelse: Begrunnelse = Begrunnelse()
    avslagsgrunn: str | None = None
    vilkar: tuple[Vilkar, ...] = ()
    forhandsvarsel: date | None = None
    underrettet: date | None = None
    muntlig_forklart: date | None = None


class Aktivitet(NamedTuple):
    navn: str
    gruppe: str
    timer_per_uke: Tall
    arrangor: str | None = None


class Programversjon(NamedTuple):
    versjon: int
    fra: date
    aktiviteter: tuple[Aktivitet, ...]
    evalueringsdatoer: tuple[date, ...]
    til: date | None = None
    avtalt_med_deltaker: date | None = None


class Permisjon(NamedTuple):
    fra: date
    til: date
    grunn: str | None = None


class IndividuellPlan(NamedTuple):
    tilbudt: date | None
    kanal: str | None = None
    svar: str | None = None
    begrunnelse: str | None = None
    plan_fra: date | None = None


class Evaluering(NamedTuple):
    dato: date
    hele_programmet: bool
    type: str | None = None
    deltaker_med: bool = False
    konklusjon: str | None = None


class Kontakt(NamedTuple):
    dato: date
    kanal: str
    initiativ: str
    resultat: str


class Henvendelse(NamedTuple):
    mottatt: datetime
    besvart: datetime | None
    kanal: str | None = None


class Legeerklaering(NamedTuple):
    fra: date
    til: date


class Fravaer(NamedTuple):
    id: str
    fra: date
    til: date
    arsak: str
    legeerklaering: tuple[Legeerklaering, ...] = ()
    barn: int | None = None
    termin: date | None = None
    fodt: date | None = None
    timer: Tall | None = None


class Arbeid(NamedTuple):
    dato: date
    timer: Tall


class Timeliste(NamedTuple):
    """The sheet of one month; `maned` is its first day."""

    maned: date
    levert: date | None = None
    godkjent: date | None = None
    godkjent_av: str | None = None
    fravaer: tuple[Fravaer, ...] = ()
    arbeid: tuple[Arbeid, ...] = ()


class Utbetaling(NamedTuple):
    """The payment of one month; `maned` is its first day."""

    maned: date
    dato: date
    netto: int
    klargjort_av: str
    frigitt_av: str


class Klage(NamedTuple):
    vedtak: str
    mottatt: date
    oversendt: date | None = None
    avgjort: date | None = None
    utfall: str | None = None


class Avslutning(NamedTuple):
    dato: date
    mate: str
    situasjon: tuple[str, ...] = ()
    viktigste_inntekt: str | None = None
    deltakerbevis: date | None = None


class Etter(NamedTuple):
    dato: date
    situasjon: str


class Mappe(NamedTuple):
    """One case, whole."""

    sak_id: str
    kommune: str
    kontor: str
    person: Person
    bydel: str | None = None
    fast_kontakt: tuple[FastKontakt, ...] = ()
    bakgrunn: Bakgrunn = Bakgrunn()
    soknader: tuple[Soknad, ...] = ()
    arbeidsevnevurderinger: tuple[Arbeidsevnevurdering, ...] = ()
    vedtak: tuple[Vedtak, ...] = ()
    programversjoner: tuple[Programversjon, ...] = ()
    permisjoner: tuple[Permisjon, ...] = ()
    individuell_plan: IndividuellPlan | None = None
    evalueringer: tuple[Evaluering, ...] = ()
    kontakter: tuple[Kontakt, ...] = ()
    henvendelser: tuple[Henvendelse, ...] = ()
    timelister: tuple[Timeliste, ...] = ()
    utbetalinger: tuple[Utbetaling, ...] = ()
    klager: tuple[Klage, ...] = ()
    avslutning: Avslutning | None = None
    etter: tuple[Etter, ...] = ()
    versjon: int = 1

    @property
    def nokkel(self) -> tuple[str, str, str]:
        """What tells the case from others: systems number their cases each by themselves."""
        return self.kommune, self.bydel or "", self.sak_id
