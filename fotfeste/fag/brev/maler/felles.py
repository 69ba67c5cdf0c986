"""What the letters share: the frame, the reasons, the right to complain, and document access."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import (
    Avsender,
    Avsnitt,
    Blokk,
    Brevfeil,
    Del,
    Delslag,
    Klageopplysninger,
    Kontakt,
    Mottaker,
    Oppgaver,
    Punktliste,
    Regel,
    Sammendrag,
)
from fotfeste.fag.brev.tekst import avsnitt_i, dato_tekst, tallord


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramme:
    """What every letter needs: who writes to whom, when, about which case, whom to ask, and who signs.

    `underskrift` is one line per element, names before roles. `sammendrag` is an optional summary in the
    reader's own language.
    """

    avsender: Avsender
    mottaker: Mottaker
    dato: date
    saksnummer: str
    kontakt: Kontakt
    underskrift: tuple[str, ...]
    sammendrag: Sammendrag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrunnelse:
    """Why, in the three parts of fvl § 25: the rules, the facts, and what was weighed.

    `fakta` is one fact per element. `deltakers_syn` is what the person has said themselves (sotjl § 42).
    `avveiing` is the caseworker's own text; empty lines make paragraphs.
    """

    regler: tuple[Regel, ...]
    fakta: tuple[str, ...]
    avveiing: str
    deltakers_syn: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Klagerett:
    """The right to complain as it stands on the letter's date, its length taken from `regelverk`.

    `utsetting`: whether the decision could harm the reader before the complaint is decided, so that the
    letter must tell that its effect may be postponed (fvl §§ 27 and 42).
    """

    frist_uker: int
    klageinstans: str
    utsetting: bool = False


@dataclass(frozen=True, slots=True)
class Gjoremal:
    """One thing somebody does next, and by when if there is a date."""

    tekst: str
    frist: date | None = None

    @property
    def setning(self) -> str:
        """The task as a sentence, with its date."""
        tekst = self.tekst.rstrip(". ")
        return f"{tekst} innen {dato_tekst(self.frist)}." if self.frist else f"{tekst}."


def avsnitt(tekst: str, felt: str) -> tuple[Avsnitt, ...]:
    """Return free text as paragraphs; raise Brevfeil when there is nothing in it."""
    deler = avsnitt_i(tekst)
    if not deler:
        raise Brevfeil(f"«{felt}» er tom. Skriv hva du har lagt vekt på, før brevet sendes.")
    return tuple(Avsnitt(del_) for del_ in deler)


def oppgaver(du: tuple[Gjoremal, ...], nav: tuple[Gjoremal, ...]) -> Oppgaver:
    """Return the two lists of who does what next; both must have something in them."""
    if not du or not nav:
        raise Brevfeil("Brevet må si både hva leseren gjør nå, og hva NAV gjør nå.")
    return Oppgaver(tuple(g.setning for g in du), tuple(g.setning for g in nav))


def fravaersforbehold(*, tatt: bool) -> Avsnitt:
    """What absence nobody has allowed means for the stønad (sotjl § 36).

    Where the reservation is `tatt`, less stønad carries this decision out; where it is not, it takes a decision of its
    own, which can be complained about.
    """
    nar = "Er du borte uten at vi har godtatt fraværet, får du mindre stønad for de timene. "
    if tatt:
        forst = f"Vi tar dette forbeholdet: {nar}Da fatter vi ikke et nytt vedtak. "
    else:
        forst = f"{nar}Da får du et eget vedtak, som du kan klage på. "
    return Avsnitt(
        f"{forst}Du kan være syk, ha sykt barn eller få fri av andre viktige grunner uten å tape stønad når du melder "
        "fra etter reglene."
    )


def begrunnelsesdel(begrunnelse: Begrunnelse) -> Del:
    """Return the reasons in three parts, headed in plain words."""
    if not begrunnelse.regler or not begrunnelse.fakta:
        raise Brevfeil("Begrunnelsen må nevne minst én regel og minst ett faktum.")
    fakta: tuple[Blokk, ...] = (Punktliste(begrunnelse.fakta),)
    if begrunnelse.deltakers_syn:
        fakta = (
            *fakta,
            Avsnitt("Dette har du selv sagt:"),
            *avsnitt(begrunnelse.deltakers_syn, "Deltakerens syn"),
        )
    return Del(
        "Derfor har vi bestemt dette",
        underdeler=(
            Del("Dette sier regelen", begrunnelse.regler),
            Del("Dette vet vi om situasjonen din", fakta),
            Del("Dette har vi lagt vekt på", avsnitt(begrunnelse.avveiing, "Dette har vi lagt vekt på")),
        ),
        slag=Delslag.BEGRUNNELSE,
    )


def klageopplysninger(ramme: Ramme, klagerett: Klagerett) -> Klageopplysninger:
    """Return how to complain and how to see the papers (fvl §§ 11, 18–19, 27–32, 36 and 42)."""
    uker = f"{tallord(klagerett.frist_uker)} uker"
    return Klageopplysninger(
        klagerett.frist_uker,
        ramme.avsender.kontor,
        klagerett.klageinstans,
        (_klagedel(ramme, klagerett, uker), _innsynsdel()),
    )


def _klagedel(ramme: Ramme, klagerett: Klagerett, uker: str) -> Del:
    adresse = ", ".join((ramme.avsender.kontor, *ramme.avsender.adresse))
    blokker: list[Blokk] = [
        Avsnitt(
            f"Fristen for å klage er {uker} fra den dagen dette brevet kom fram til deg. "
            "Det er nok at du har levert eller postlagt klagen innen fristen. "
            "Er fristen gått ut, kan du be oss ta imot klagen likevel. Fortell da hvorfor den kommer sent."
        ),
        Avsnitt(
            f"Send klagen til {adresse}, eller lever den til oss. "
            "Vi ser på saken på nytt. Hvis vi ikke endrer vedtaket slik du ønsker, sender vi klagen til "
            f"{klagerett.klageinstans}, som avgjør den."
        ),
        Avsnitt("Klagen skal være skriftlig. Der skriver du"),
        Punktliste(
            (
                f"at du klager på vedtaket av {dato_tekst(ramme.dato)} i sak {ramme.saksnummer}",
                "hva du vil at vi skal endre, og gjerne hvorfor",
                "navnet ditt, og så skriver du under",
            )
        ),
        Avsnitt(f"Vi hjelper deg med å skrive klagen hvis du vil. Ring {ramme.avsender.telefon}."),
    ]
    if klagerett.utsetting:
        blokker.append(Avsnitt("Du kan be om at vi venter med å gjennomføre vedtaket til klagen er avgjort."))
    blokker += [
        Avsnitt(
            "Blir vedtaket endret til din fordel, kan du få dekket utgifter som var nødvendige for å "
            "få det endret. "
            "Det må du be om innen tre uker etter at du fikk det nye vedtaket."
        ),
        Regel("Reglene om klage står i forvaltningsloven.", "Forvaltningsloven §§ 11, 28–32, 36 og 42."),
    ]
    return Del("Du kan klage hvis du er uenig", tuple(blokker), slag=Delslag.KLAGE)


def _innsynsdel() -> Del:
    return Del(
        "Du kan se papirene i saken din",
        (
            Avsnitt("Du har rett til å lese dokumentene i saken. Ta kontakt, så finner vi dem fram."),
            Regel("Noen få opplysninger kan være unntatt.", "Forvaltningsloven §§ 18–19."),
        ),
    )
