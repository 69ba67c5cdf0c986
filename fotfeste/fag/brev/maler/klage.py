"""The letters of a complaint: we have it, mend it, it takes time, we sent it on, and what the office itself decides."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Brevfeil, Del, Delslag, Frist, Punktliste, Regel
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
from fotfeste.fag.brev.tekst import dato_tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Klagebrev:
    """What all of them need: the frame, the day the complaint came, and the decision it is about.

    `hva` is what the decision is called, `om` what it is about where that does not say it.
    """

    ramme: Ramme
    mottatt: date
    vedtatt: date
    hva: str = "vedtaket"
    om: str = ""

    @property
    def vedtaket(self) -> str:
        """The decision, as the letters name it."""
        return avgjorelse_i_brev(self.hva, self.vedtatt, self.om)


def avgjorelse_i_brev(hva: str, dato: date, om: str = "") -> str:
    """A decision named: «vedtaket av 3. juni 2026», «avgjørelsen av 3. juni 2026 om trekk i stønaden»."""
    return f"{hva} av {dato_tekst(dato)}" + (f" om {om}" if om else "")


def klage_mottatt(inn: Klagebrev, *, ventet_svar: date) -> Brev:
    """Return the letter that says we have the complaint, what happens, and when an answer can be expected."""
    return _brev(
        inn,
        tittel="Vi har fått klagen din",
        kort=(
            f"Vi fikk klagen din {dato_tekst(inn.mottatt)}. Den gjelder {inn.vedtaket}.",
            f"Vi regner med å svare deg innen {dato_tekst(ventet_svar)}.",
        ),
        deler=(
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (
                            Gjoremal("Send oss mer hvis du har noe å legge til"),
                            Gjoremal("Si fra hvis du vil trekke klagen"),
                        ),
                        (
                            Gjoremal("Vi ser på saken en gang til"),
                            Gjoremal(f"Er vi enige med deg, endrer vi {inn.hva}"),
                            Gjoremal("Er vi ikke enige, sender vi klagen til Statsforvalteren, som avgjør den"),
                        ),
                    ),
                    Avsnitt(
                        f"{inn.hva.capitalize()} gjelder mens vi ser på klagen. Du kan be om at vi venter med å "
                        "gjennomføre det vi har bestemt."
                    ),
                    Regel("Vi skal undersøke det klagen gir grunn til.", "Forvaltningsloven §§ 33 og 42."),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
    )


def klage_rettefrist(inn: Klagebrev, *, mangler: tuple[str, ...], frist: date) -> Brev:
    """Return the letter that says what the complaint lacks, and by when it can be mended."""
    if not mangler:
        raise Brevfeil("Si hva klagen mangler, før brevet sendes.")
    return _brev(
        inn,
        tittel="Klagen din mangler noe",
        kort=(
            f"Vi fikk klagen din {dato_tekst(inn.mottatt)}, men den må rettes før vi kan behandle den.",
            "Vi hjelper deg gjerne. Ring eller kom innom.",
        ),
        frist=Frist("Rett klagen innen", frist),
        deler=(
            Del("Dette mangler", (Punktliste(mangler),)),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (
                            Gjoremal("Send eller lever det som mangler", frist),
                            Gjoremal("Ring oss hvis du trenger hjelp eller mer tid"),
                        ),
                        (Gjoremal("Vi ser på klagen når det er rettet"), Gjoremal("Vi hjelper deg med å skrive")),
                    ),
                    Avsnitt("Du mister ikke retten til å klage fordi noe mangler nå."),
                    Regel("Vi setter en kort frist når en klage mangler noe.", "Forvaltningsloven §§ 11 og 32."),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
    )


def klage_forelopig_svar(inn: Klagebrev, *, grunn: str, ventet_svar: date) -> Brev:
    """Return the preliminary answer: why it takes longer than a month, and when the answer is expected."""
    return _brev(
        inn,
        tittel="Vi trenger mer tid til klagen din",
        kort=(
            f"Vi fikk klagen din {dato_tekst(inn.mottatt)}. Den gjelder {inn.vedtaket}.",
            f"Vi regner med å svare deg innen {dato_tekst(ventet_svar)}.",
        ),
        deler=(
            Del(
                "Derfor tar det tid",
                (
                    *avsnitt(grunn, "Derfor tar det tid"),
                    Regel(
                        "Vi skal gi deg et foreløpig svar når vi ikke kan svare innen en måned.",
                        "Forvaltningsloven § 11 a.",
                    ),
                ),
            ),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (Gjoremal("Du trenger ikke å gjøre noe nå"),),
                        (Gjoremal("Vi arbeider videre med klagen"), Gjoremal("Vi svarer deg", ventet_svar)),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
    )


def klage_oversendt(
    inn: Klagebrev, *, vurdering: str, papirer: tuple[str, ...], merknadsfrist: date, endret: str = ""
) -> Brev:
    """Return the copy to the party: why we did not change it (but `endret`), what was sent, by when to answer."""
    slutt = "Det vi ikke endret, avgjør Statsforvalteren." if endret else "Statsforvalteren avgjør klagen."
    endringen = (Del("Dette endrer vi selv", avsnitt(endret, "Dette endrer vi selv")),) if endret else ()
    return _brev(
        inn,
        tittel="Vi har sendt klagen din til Statsforvalteren",
        kort=(
            f"Vi har sett på {inn.vedtaket} en gang til. "
            + ("Vi endrer en del av det, men ikke alt." if endret else "Vi endrer det ikke."),
            slutt,
        ),
        frist=Frist("Vil du si noe om det vi skriver, gjør det innen", merknadsfrist),
        deler=(
            *endringen,
            Del(
                f"Derfor endrer vi ikke {'resten' if endret else inn.hva}",
                avsnitt(vurdering, "Vurderingen"),
            ),
            Del("Dette har vi sendt til Statsforvalteren", (Punktliste(papirer),)),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (
                            Gjoremal("Les det vi skriver. Er noe feil, si fra til oss eller Statsforvalteren"),
                            Gjoremal("Du trenger ikke å klage en gang til"),
                        ),
                        (
                            Gjoremal("Statsforvalteren ser på alle sider av saken og svarer deg"),
                            Gjoremal("Vi gjør det Statsforvalteren bestemmer"),
                        ),
                    ),
                    Regel("Du skal få kopi av det vi skriver til Statsforvalteren.", "Forvaltningsloven § 33."),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Klageavgjorelse:
    """A decision of its own in a complaint: the result, why, what happens next, and how to complain of it."""

    tittel: str
    resultat: tuple[str, ...]
    begrunnelse: Begrunnelse
    klagerett: Klagerett
    dette_gjor_du: tuple[Gjoremal, ...]
    dette_gjor_nav: tuple[Gjoremal, ...]


def klage_avgjort(inn: Klagebrev, avgjorelse: Klageavgjorelse) -> Brev:
    """Return the letter of what the office itself decides: that a complaint is turned away, or about costs."""
    return _brev(
        inn,
        tittel=avgjorelse.tittel,
        kort=avgjorelse.resultat,
        art=Brevart.VEDTAK,
        klagerett=avgjorelse.klagerett,
        deler=(
            Del(
                "Dette skjer nå",
                (oppgaver(avgjorelse.dette_gjor_du, avgjorelse.dette_gjor_nav),),
                slag=Delslag.VEIEN_VIDERE,
            ),
            begrunnelsesdel(avgjorelse.begrunnelse),
        ),
    )


def klage_utsetting(inn: Klagebrev, *, utsettes: bool, begrunnelse: str, virkning: str = "") -> Brev:
    """Return the answer to whether the decision waits until the complaint is decided, and what that means meanwhile."""
    svar = f"Vi venter {'' if utsettes else 'ikke '}med å gjennomføre {inn.hva}."
    tilstand = "venter til klagen er avgjort" if utsettes else "gjelder mens vi ser på klagen"
    return _brev(
        inn,
        tittel=f"{inn.hva.capitalize()} {tilstand}",
        kort=(f"Du ba oss vente med {inn.vedtaket} til klagen er avgjort. {svar}", *((virkning,) if virkning else ())),
        deler=(
            Del(
                "Derfor har vi bestemt dette",
                (
                    *avsnitt(begrunnelse, "Derfor har vi bestemt dette"),
                    Regel("Vi kan bestemme at et vedtak skal vente.", "Forvaltningsloven § 42."),
                ),
                slag=Delslag.BEGRUNNELSE,
            ),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (Gjoremal("Si fra hvis noe endrer seg for deg"),),
                        (Gjoremal("Vi arbeider videre med klagen"),),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
    )


def _brev(
    inn: Klagebrev,
    *,
    tittel: str,
    kort: tuple[str, ...],
    deler: tuple[Del, ...],
    frist: Frist | None = None,
    art: Brevart = Brevart.SVAR,
    klagerett: Klagerett | None = None,
) -> Brev:
    ramme = inn.ramme
    return Brev(
        art=art,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=tittel,
        kortversjon=kort,
        deler=deler,
        frist=frist,
        klage=klageopplysninger(ramme, klagerett) if klagerett else None,
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )
