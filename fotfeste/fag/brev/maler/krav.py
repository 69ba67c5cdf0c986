"""The letters on too much paid: the notice and the decision of a deduction, repayment, and a claim on another benefit.

Amounts are whole kroner.
"""

from dataclasses import dataclass, replace
from datetime import date

from fotfeste.fag.brev.innhold import (
    Avsnitt,
    Brev,
    Brevart,
    Brevfeil,
    Del,
    Delslag,
    Frist,
    Kolonne,
    Mottaker,
    Punktliste,
    Regel,
    Tabell,
)
from fotfeste.fag.brev.maler.felles import (
    Begrunnelse,
    Gjoremal,
    Klagerett,
    Ramme,
    avsnitt,
    begrunnelsesdel,
    klageopplysninger,
    oppgaver,
)
from fotfeste.fag.brev.tekst import antall, dato_tekst, maned_tekst
from fotfeste.grunnmur.ord import kroner_ord

Belopsrad = tuple[date, int]
"""A month and kroner."""

REGEL_TREKK = Regel(
    "Har du fått for mye stønad, kan vi trekke det som er for mye, i stønad du får senere. Vi kan velge å la være.",
    "Sosialtjenesteloven § 40 første ledd.",
)
_KLARER_DEG_IKKE = (
    "Si fra til oss hvis du ikke klarer deg med det som er igjen. Da kan vi trekke mindre hver måned, eller ta en "
    "måned fri. Du kan også søke om økonomisk stønad."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trekkvarsel:
    """Input of the notice. `maneder`: what is left of too much in each; `plan`: what is proposed to be taken in each.

    `arsaker`: what is reckoned otherwise now; `betalt_to_ganger`: a sentence for each payment that came twice.
    `gjort_opp`: what of it has been given back already.
    """

    ramme: Ramme
    maneder: tuple[Belopsrad, ...]
    arsaker: tuple[str, ...]
    hvordan: str
    plan: tuple[Belopsrad, ...]
    uttalefrist: date
    betalt_to_ganger: tuple[str, ...] = ()
    gjort_opp: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trekkavgjorelse:
    """Input of the decision: what is left of too much in each month, what is given back, and what is taken in each."""

    ramme: Ramme
    begrunnelse: Begrunnelse
    klagerett: Klagerett
    maneder: tuple[Belopsrad, ...]
    plan: tuple[Belopsrad, ...]
    gjort_opp: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilbakebetaling:
    """Input of the decision on repayment. `opplysning` is what was wrong, or kept back."""

    ramme: Ramme
    begrunnelse: Begrunnelse
    klagerett: Klagerett
    belop: int
    maneder: tuple[Belopsrad, ...]
    forsett: bool
    opplysning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusjonsbrev:
    """Input of the letters on a refusjon: the benefit's name, the days, what was paid by us, and what is claimed."""

    ramme: Ramme
    navn: str
    fodselsnummer: str
    ytelse: str
    fra: date
    til: date
    etterbetalt: int
    maneder: tuple[Belopsrad, ...]
    krevd: int


def trekkvarsel(inn: Trekkvarsel) -> Brev:
    """The notice before a deduction is decided (fvl § 16): what, why, month by month, the plan, and how to answer."""
    belop = _sum(inn.maneder)
    if _sum(inn.plan) > belop:
        raise Brevfeil("Planen i varselet gir en større sum enn kravet.")
    ramme = inn.ramme
    return Brev(
        art=Brevart.VARSEL,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=f"Du har fått {kroner_ord(belop)} for mye i stønad",
        kortversjon=(
            f"Vi vurderer å trekke {kroner_ord(_sum(inn.plan))} i stønaden din over {_over(inn.plan)}.",
            "Vi har ikke bestemt noe ennå. Vi vil gjerne høre fra deg først.",
        ),
        frist=Frist("Fortell oss hva du mener, innen", inn.uttalefrist),
        deler=(
            Del(
                "Dette fikk du for mye",
                (
                    _manedstabell("For mye utbetalt, måned for måned", inn.maneder),
                    *_gjort_opp(inn.gjort_opp),
                    *_regnet_pa_nytt(inn.arsaker),
                    *(Avsnitt(setning) for setning in inn.betalt_to_ganger),
                    *avsnitt(inn.hvordan, "Hvordan det skjedde"),
                    Avsnitt("Er noe feil eller mangler noe, så si fra til oss."),
                ),
            ),
            Del(
                "Slik foreslår vi å trekke det",
                (
                    _manedstabell("Forslaget", inn.plan),
                    *_etter_slutten(inn.maneder, inn.plan),
                    Avsnitt(_KLARER_DEG_IKKE),
                ),
            ),
            Del("Dette sier regelen", (REGEL_TREKK,)),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (
                            Gjoremal("Si om du er enig, uenig, eller vil ha en annen plan", inn.uttalefrist),
                            Gjoremal("Ring oss hvis du heller vil snakke om det"),
                        ),
                        (
                            Gjoremal("Vi leser eller hører det du sier, før vi bestemmer oss"),
                            Gjoremal(
                                "Vi sender deg et brev når vi har bestemt oss. Det forteller også hvordan du klager"
                            ),
                        ),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )


def trekkavgjorelse(inn: Trekkavgjorelse) -> Brev:
    """The decision: how much in how many months, the plan as a table, why, and how to complain."""
    belop = _sum(inn.plan)
    ramme = inn.ramme
    return Brev(
        art=Brevart.VEDTAK,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=f"Vi trekker {kroner_ord(belop)} over {_over(inn.plan)}",
        kortversjon=(
            f"Du har fått for mye i stønad. Vi trekker {kroner_ord(belop)} i stønaden du får senere.",
            _KLARER_DEG_IKKE,
        ),
        deler=(
            Del(
                "Slik trekker vi",
                (
                    _manedstabell("Trekket, måned for måned", inn.plan),
                    Avsnitt(
                        "Er stønaden en måned mindre enn trekket, tar vi resten i en måned senere. Vi trekker aldri "
                        "mer enn det du fikk for mye."
                    ),
                    *_etter_slutten(inn.maneder, inn.plan),
                    oppgaver(
                        (
                            Gjoremal("Se på trekket på siden «For mye utbetalt» når du vil"),
                            Gjoremal("Si fra til oss hvis du ikke klarer deg med det som er igjen"),
                        ),
                        (Gjoremal("Vi trekker beløpet før vi betaler ut stønaden"),),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
            Del(
                "Dette fikk du for mye",
                (_manedstabell("For mye utbetalt, måned for måned", inn.maneder), *_gjort_opp(inn.gjort_opp)),
            ),
            begrunnelsesdel(inn.begrunnelse),
        ),
        klage=klageopplysninger(ramme, inn.klagerett),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )


def tilbakebetaling(inn: Tilbakebetaling) -> Brev:
    """The decision on repayment: how much, for which months, why, how to pay, and what happens if nobody does."""
    ramme = inn.ramme
    skyld = (
        "Vi mener at du visste at opplysningen var feil, eller at du visste at du skulle si fra."
        if inn.forsett
        else "Vi mener at du måtte skjønne at opplysningen var feil, eller at du skulle si fra."
    )
    return Brev(
        art=Brevart.VEDTAK,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=f"Du må betale tilbake {kroner_ord(inn.belop)}",
        kortversjon=(
            f"Du har fått {kroner_ord(inn.belop)} for mye i kvalifiseringsstønad, og du må betale det tilbake.",
            "Har du ikke råd til å betale alt nå, kan du avtale en plan med oss.",
        ),
        deler=(
            Del(
                "Slik betaler du",
                (
                    Avsnitt(
                        f"Ring oss på {ramme.avsender.telefon}. Da får du et kontonummer, og vi avtaler når. "
                        f"Merk betalingen med {ramme.saksnummer}."
                    ),
                    oppgaver(
                        (
                            Gjoremal("Ring oss og avtal hvordan du betaler"),
                            Gjoremal("Si fra hvis du vil at vi trekker det i stønaden i stedet"),
                        ),
                        (Gjoremal("Vi lager en plan sammen med deg hvis du trenger det"),),
                    ),
                    Regel(
                        "Betaler du ikke, kan kravet kreves inn med tvang uten at saken må til retten først.",
                        "Sosialtjenesteloven § 24.",
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
            Del(
                "Dette fikk du for mye",
                (
                    _manedstabell("For mye utbetalt, måned for måned", inn.maneder),
                    Avsnitt(f"Opplysningen det gjelder: {inn.opplysning}"),
                    Avsnitt(skyld),
                ),
            ),
            begrunnelsesdel(inn.begrunnelse),
        ),
        klage=klageopplysninger(ramme, inn.klagerett),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )


_REGEL_REFUSJON = Regel(
    "Får du uføretrygd, dagpenger, sykepenger eller foreldrepenger for en tid vi har betalt for, kan kommunen få "
    "tilbake det vi betalte. Det tas av det NAV etterbetaler.",
    "Sosialtjenesteloven § 38 andre ledd.",
)


def refusjonskrav_til_nav(inn: Refusjonsbrev, *, mottaker: str) -> Brev:
    """The claim itself, to the body that pays the benefit."""
    ramme = replace(inn.ramme, mottaker=Mottaker(mottaker))
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=f"Krav om refusjon i etterbetalt {inn.ytelse.lower()}",
        kortversjon=(
            f"Vi krever {kroner_ord(inn.krevd)} av etterbetalingen til {inn.navn}, født {inn.fodselsnummer[:6]}.",
            "Kravet gjelder kvalifiseringsstønad som kommunen har betalt for samme tid.",
        ),
        deler=(
            Del(
                "Dette har kommunen betalt",
                (
                    Avsnitt(f"Fødselsnummer: {inn.fodselsnummer}. Tiden: {_tiden(inn)}."),
                    _manedstabell("Kommunens utlegg, måned for måned", inn.maneder),
                    Avsnitt(f"Etterbetalingen er {kroner_ord(inn.etterbetalt)}. Vi krever {kroner_ord(inn.krevd)}."),
                    _REGEL_REFUSJON,
                ),
            ),
            Del(
                "Dette ber vi om",
                (Punktliste(("Hold beløpet igjen, og betal det til kommunen", "Svar oss hvis kravet ikke dekkes")),),
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
    )


def refusjonsmelding(inn: Refusjonsbrev) -> Brev:
    """What the participant is told: that the money is claimed, from what, and that nothing is taken twice."""
    ramme = inn.ramme
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=f"Vi krever {kroner_ord(inn.krevd)} av etterbetalingen din",
        kortversjon=(
            f"Du får {inn.ytelse.lower()} for en tid vi alt har betalt deg stønad for.",
            f"Vi har bedt NAV om {kroner_ord(inn.krevd)} av det. Resten får du.",
        ),
        deler=(
            Del(
                "Dette har vi betalt deg",
                (
                    Avsnitt(f"Det gjelder {_tiden(inn)}."),
                    _manedstabell("Stønad vi har betalt for samme tid", inn.maneder),
                    Avsnitt("Det NAV betaler til oss, trekker vi ikke i stønaden din i tillegg."),
                ),
            ),
            Del("Dette sier regelen", (_REGEL_REFUSJON,)),
            Del(
                "Si fra hvis noe ikke stemmer",
                (Avsnitt(f"Ring oss på {ramme.kontakt.telefon} hvis du mener noe er feil, eller lurer på noe."),),
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )


def _tiden(inn: Refusjonsbrev) -> str:
    return f"{dato_tekst(inn.fra)} til {dato_tekst(inn.til)}"


def _sum(rader: tuple[Belopsrad, ...]) -> int:
    return sum(belop for _maned, belop in rader)


def _gjort_opp(belop: int) -> tuple[Avsnitt, ...]:
    return (Avsnitt(f"Du fikk {kroner_ord(belop)} mer enn dette for mye. Det er alt gjort opp."),) if belop else ()


def _regnet_pa_nytt(arsaker: tuple[str, ...]) -> tuple[Avsnitt, ...]:
    """Nothing where no month is reckoned again: then it was paid twice."""
    ord_ = f"Vi har regnet månedene på nytt. Dette er annerledes nå: {', '.join(arsaker)}."
    return (Avsnitt(ord_),) if arsaker else ()


def _etter_slutten(maneder: tuple[Belopsrad, ...], plan: tuple[Belopsrad, ...]) -> tuple[Avsnitt, ...]:
    """What the plan leaves, because the programme ends before all of it can be taken."""
    rest = _sum(maneder) - _sum(plan)
    if not rest:
        return ()
    siste, igjen = maned_tekst(plan[-1][0]), kroner_ord(rest)
    return (Avsnitt(f"Den siste stønaden din er for {siste}. Da er {igjen} igjen, og det kan vi ikke trekke."),)


def _over(plan: tuple[Belopsrad, ...]) -> str:
    return antall(len(plan), "én måned", "måneder")


def _manedstabell(tittel: str, rader: tuple[Belopsrad, ...]) -> Tabell:
    if not rader:
        raise Brevfeil(f"«{tittel}» har ingen måneder.")
    linjer = tuple((maned_tekst(maned).capitalize(), kroner_ord(belop)) for maned, belop in rader)
    return Tabell(
        tittel,
        (Kolonne("Måned"), Kolonne("Beløp", tall=True)),
        (*linjer, ("Sum", kroner_ord(_sum(rader)))),
        sumrad=True,
    )
