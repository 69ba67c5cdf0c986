"""The letters about egenmelding: the notice, the decision, that the right is back, and what § 7 asks for.

The law calls it a «beslutning» and does not say whether it can be complained about. The letter tells how, all the same
(docs/beslutninger/0006).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Brevfeil, Del, Delslag, Frist, Regel
from fotfeste.fag.brev.maler import Begrunnelse, Forhandsvarsel, Gjoremal, Klagerett, Ramme, forhandsvarsel
from fotfeste.fag.brev.maler.felles import begrunnelsesdel, klageopplysninger, oppgaver
from fotfeste.fag.brev.services import brev_ramme
from fotfeste.fag.brev.tekst import dato_tekst
from fotfeste.fag.egenmelding.enums import Gjelder, Stoppgrunn
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsstopp
from fotfeste.fag.vedtak.vedtaksbrev import KLAGEINSTANS
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.regelverk.frister import KLAGEFRIST

_REGEL = {
    Stoppgrunn.ANTALL: (
        "Du kan vanligvis bruke egenmelding i opptil tre dager om gangen. Vi kan bestemme at du må ha legeerklæring "
        "når du har hatt minst fire fravær med egenmelding de siste tolv månedene, uten legeerklæring. Fravær med "
        "legeerklæring fra den fjerde dagen telles ikke.",
        "Forskrift om kvalifiseringsprogram og kvalifiseringsstønad § 8.",
    ),
    Stoppgrunn.RIMELIG_GRUNN: (
        "Vi kan bestemme at du må ha legeerklæring når vi har rimelig grunn til å tro at fraværet ikke skyldes "
        "sykdom eller skade.",
        "Forskrift om kvalifiseringsprogram og kvalifiseringsstønad § 8.",
    ),
}
_REGEL_BARN = (
    _REGEL[Stoppgrunn.RIMELIG_GRUNN][0].replace("at fraværet", "at fraværet når barnet er sykt,"),
    "Forskrift om kvalifiseringsprogram og kvalifiseringsstønad §§ 8 og 10.",
)
_SENEST = "Vi skal vurdere det på nytt innen seks måneder, senest {senest}."


def _nar(stopp: Egenmeldingsstopp) -> str:
    return "når barnet ditt er sykt" if stopp.gjelder == Gjelder.BARN else "når du er syk"


def regel_i_ord(stopp: Egenmeldingsstopp) -> Regel:
    """The rule the question rests on, in words the reader knows."""
    return Regel(*(_REGEL_BARN if stopp.gjelder == Gjelder.BARN else _REGEL[Stoppgrunn(stopp.grunn)]))


@translation.override("nb")
def varselbrev(aktor: Aktor, stopp: Egenmeldingsstopp, uttalefrist: date) -> Brev:
    """The notice that the right may fall away, with time to answer (forskriften § 8 third paragraph)."""
    nar = _nar(stopp)
    return forhandsvarsel(
        Forhandsvarsel(
            ramme=brev_ramme(aktor, stopp.sak),
            tittel=f"Vi vurderer om du fortsatt kan bruke egenmelding {nar}",
            hva_vi_vurderer=f"Vi vurderer om du må ha legeerklæring fra første dag {nar}.",
            hva_det_betyr=(
                "Bestemmer vi det, får du ikke stønad for sykedager uten legeerklæring i en tid. Du får fortsatt "
                "stønad for dagene med legeerklæring. Vi vurderer det på nytt innen seks måneder."
            ),
            fakta=tuple(stopp.faktalinjer),
            regler=(regel_i_ord(stopp),),
            uttalefrist=uttalefrist,
        )
    )


@translation.override("nb")
def beslutningsbrev(aktor: Aktor, stopp: Egenmeldingsstopp, *, dato: date, senest: date, pa_nytt: bool) -> Brev:
    """The decision that a doctor's statement is needed, or that it still is. Raises Brevfeil when a part is missing."""
    if stopp.fra is None:
        raise Brevfeil(_("Skriv hvilken dag retten faller bort fra."))
    nar, fra = _nar(stopp), dato_tekst(stopp.fra)
    betyr = f"Du må ha legeerklæring fra første dag {nar}, fra {fra}."
    tittel = f"Du må ha legeerklæring fra første dag {nar}"
    if pa_nytt:
        betyr = f"Vi har vurdert det på nytt. Du må fortsatt ha legeerklæring fra første dag {nar}."
        tittel = f"Du må fortsatt ha legeerklæring fra første dag {nar}"
    ramme = _ramme(aktor, stopp, dato)
    return Brev(
        art=Brevart.VEDTAK,
        **_hode(ramme),
        tittel=tittel,
        kortversjon=(betyr, _SENEST.format(senest=dato_tekst(senest))),
        deler=(
            Del(
                "Dette skjer nå",
                (
                    Avsnitt("Dager du er syk uten legeerklæring, gir ikke stønad i denne tiden."),
                    oppgaver(
                        (
                            Gjoremal("Si fra til oss den første dagen du er borte"),
                            Gjoremal("Be legen om en erklæring fra den første dagen, og legg den ved timelisten"),
                            Gjoremal("Ring oss hvis du ikke får time hos legen"),
                        ),
                        (
                            Gjoremal("Vi vurderer på nytt om du kan bruke egenmelding", senest),
                            Gjoremal("Vi snakker gjerne med deg om hva som kan gjøre det lettere å være med"),
                        ),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
            begrunnelsesdel(
                Begrunnelse(
                    regler=(regel_i_ord(stopp),),
                    fakta=tuple(stopp.faktalinjer),
                    avveiing=stopp.revurdering if pa_nytt else stopp.hensyn,
                    deltakers_syn=stopp.uttalelse.strip() or None,
                )
            ),
        ),
        klage=klageopplysninger(ramme, _klagerett()),
    )


@translation.override("nb")
def opphevetbrev(aktor: Aktor, stopp: Egenmeldingsstopp, *, dato: date, fra: date) -> Brev:
    """That egenmelding can be used again."""
    ramme = _ramme(aktor, stopp, dato)
    return Brev(
        art=Brevart.MELDING,
        **_hode(ramme),
        tittel=f"Du kan bruke egenmelding igjen {_nar(stopp)}",
        kortversjon=(f"Fra {dato_tekst(fra)} kan du bruke egenmelding igjen i opptil tre dager om gangen.",),
        deler=(
            Del("Derfor har vi bestemt dette", (Avsnitt(stopp.revurdering),)),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (Gjoremal("Si fra til oss den første dagen du er borte, og før det på timelisten"),),
                        (Gjoremal("Vi regner dagene med egenmelding som før"),),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
    )


@translation.override("nb")
def bekreftelsesbrev(aktor: Aktor, krav: Egenmeldingsbekreftelse) -> Brev:
    """That what was said is wished in writing, and what happens if it does not come (forskriften § 7)."""
    ramme = brev_ramme(aktor, krav.sak)
    dager, for_barn = _dager(krav), krav.gjelder == Gjelder.BARN
    grunn = "fordi barnet ditt var sykt" if for_barn else "på grunn av sykdom"
    return Brev(
        art=Brevart.MELDING,
        **_hode(ramme),
        tittel="Bekreft at barnet ditt var sykt" if for_barn else "Bekreft at du var syk",
        kortversjon=(
            f"Du sa fra muntlig at du var borte {grunn} {dager}. Vi ber deg bekrefte det skriftlig.",
            "Kommer det ikke, kan vi bestemme at du ikke får stønad for de dagene.",
        ),
        frist=Frist("Bekreft innen", krav.frist),
        deler=(
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (Gjoremal("Bekreft på Min side, eller lever et ark til oss", krav.frist),),
                        (Gjoremal("Vi hjelper deg å skrive det hvis du vil"),),
                    ),
                    Regel(
                        "Vi kan be om at en muntlig egenmelding blir bekreftet skriftlig.",
                        _hjemmel(krav),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
    )


@translation.override("nb")
def bortfallsbrev(aktor: Aktor, krav: Egenmeldingsbekreftelse, begrunnelse: str) -> Brev:
    """That an unconfirmed egenmelding gives no stønad (forskriften § 7), and how to complain."""
    ramme = brev_ramme(aktor, krav.sak)
    dager = _dager(krav)
    return Brev(
        art=Brevart.VEDTAK,
        **_hode(ramme),
        tittel="Du får ikke stønad for dager med egenmelding som ikke ble bekreftet",
        kortversjon=(f"Du får ikke stønad for dagene du var borte {dager}.",),
        deler=(
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (Gjoremal("Har du legeerklæring for dagene, så send den. Da får du stønad likevel"),),
                        (Gjoremal("Vi trekker dagene fra stønaden, og viser det i utregningen"),),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
            begrunnelsesdel(
                Begrunnelse(
                    regler=(
                        Regel(
                            "Når en muntlig egenmelding ikke blir bekreftet skriftlig, kan vi bestemme at retten til "
                            "stønad faller bort for de dagene.",
                            _hjemmel(krav),
                        ),
                    ),
                    fakta=(
                        f"Du sa fra muntlig at du var borte {dager}.",
                        f"Vi ba deg {dato_tekst(krav.bedt)} om å bekrefte det innen {dato_tekst(krav.frist)}.",
                        "Vi har ikke fått noe svar.",
                    ),
                    avveiing=begrunnelse,
                )
            ),
        ),
        klage=klageopplysninger(ramme, _klagerett()),
    )


def _dager(krav: Egenmeldingsbekreftelse) -> str:
    if krav.fra == krav.til:
        return dato_tekst(krav.fra)
    return f"fra {dato_tekst(krav.fra)} til og med {dato_tekst(krav.til)}"


def _hjemmel(krav: Egenmeldingsbekreftelse) -> str:
    paragraf = "§§ 7 og 10" if krav.gjelder == Gjelder.BARN else "§ 7"
    return f"Forskrift om kvalifiseringsprogram og kvalifiseringsstønad {paragraf}."


def _klagerett() -> Klagerett:
    return Klagerett(frist_uker=int(KLAGEFRIST.verdi), klageinstans=KLAGEINSTANS, utsetting=True)


def _ramme(aktor: Aktor, stopp: Egenmeldingsstopp, dato: date) -> Ramme:
    navn = dict.fromkeys((stopp.saksbehandler.navn, aktor.navn))
    return replace(brev_ramme(aktor, stopp.sak), dato=dato, underskrift=(*navn, stopp.sak.kontor.navn))


def _hode(ramme: Ramme) -> dict[str, Any]:
    return {
        "avsender": ramme.avsender,
        "mottaker": ramme.mottaker,
        "dato": ramme.dato,
        "saksnummer": ramme.saksnummer,
        "kontakt": ramme.kontakt,
        "underskrift": ramme.underskrift,
        "sammendrag": ramme.sammendrag,
    }
