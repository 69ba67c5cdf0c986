"""The letter of a decision, from the decision's own words and the case's facts.

Grants and refusals have their own templates; the other kinds share one: the result first, what happens next, why in
three parts, and how to complain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Brevfeil, Del, Delslag, Regel
from fotfeste.fag.brev.maler import (
    Avslag,
    Begrunnelse,
    Forhandsvarsel,
    Gjoremal,
    Innvilgelse,
    Klagerett,
    Ramme,
    Tilbakebetaling,
    Ukeblokk,
    avslag,
    forhandsvarsel,
    innvilgelse,
    tilbakebetaling,
)
from fotfeste.fag.brev.maler.felles import begrunnelsesdel, fravaersforbehold, klageopplysninger, oppgaver
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_ramme
from fotfeste.fag.brev.tekst import avsnitt_i, dato_tekst, lovhenvisning
from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Ukeblokk as Programblokk
from fotfeste.fag.program.selectors import gjeldende_av
from fotfeste.fag.vedtak.enums import GIR_PERIODE, KREVER_FORHANDSVARSEL, Skyld, Vedtakstype
from fotfeste.fag.vedtak.fakta import fattede
from fotfeste.fag.vedtak.fravaerstrekk import trekk_i_ord
from fotfeste.fag.vedtak.hjemler import hjemler_for
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import les
from fotfeste.fag.vedtak.sats import forste_utbetaling, sats_for
from fotfeste.fag.vedtak.tilbakebetaling import kravet
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from fotfeste.regelverk.frister import KLAGEFRIST, Hendelser, frister
from fotfeste.regelverk.tid import EN_DAG, Periode, er_hverdag
from fotfeste.regelverk.vilkar import Avslagsgrunn

KLAGEINSTANS = "Statsforvalteren"
_IKKE_SKREVET = "Denne delen er ikke skrevet ennå."

_HOVEDGRUNN: Mapping[Avslagsgrunn, str] = {
    Avslagsgrunn.ALDER: "Programmet er for den som er mellom 18 og 67 år.",
    Avslagsgrunn.ARBEIDSEVNE: "Vi mener at evnen din til å arbeide ikke er vesentlig nedsatt.",
    Avslagsgrunn.INNTEKTSEVNE: "Vi mener at evnen din til å tjene penger ikke er vesentlig nedsatt.",
    Avslagsgrunn.ANDRE_YTELSER: "Du har andre ytelser å leve av.",
    Avslagsgrunn.IKKE_HENSIKTSMESSIG_ELLER_NODVENDIG: "Vi mener at programmet ikke er riktig hjelp for deg nå.",
    Avslagsgrunn.UFORHOLDSMESSIG_BYRDE: "Situasjonen din gjør at vi ikke kan lage et program for deg nå.",
    Avslagsgrunn.IKKE_RETT_PGA_OPPHOLD: "Oppholdet ditt i Norge gir ikke rett til programmet.",
}
_I_STEDET = (
    "Vi gir deg råd om andre veier til arbeid, utdanning eller behandling. Har du ikke nok å leve av, kan du søke om "
    "økonomisk stønad hos oss."
)
_TITTEL: Mapping[str, str] = {
    Vedtakstype.FORLENGELSE: "Du får fortsette i kvalifiseringsprogrammet",
    Vedtakstype.SAERLIG_FORLENGELSE: "Du får fortsette i kvalifiseringsprogrammet ut over to år",
    Vedtakstype.AVBRUDD: "Kvalifiseringsprogrammet ditt får en pause",
    Vedtakstype.GJENOPPTAK: "Kvalifiseringsprogrammet ditt begynner igjen",
    Vedtakstype.AVSLUTNING: "Kvalifiseringsprogrammet ditt slutter",
    Vedtakstype.ENDRING: "Vi endrer kvalifiseringsprogrammet ditt",
    Vedtakstype.FRAVAERSTREKK: "Vi trekker i stønaden for dager du var borte uten avtale",
}
_BREVMAL: Mapping[str, Brevmal] = {
    Vedtakstype.INNVILGELSE: Brevmal.INNVILGELSE,
    Vedtakstype.AVSLAG: Brevmal.AVSLAG,
}


def brevmal(vedtak: Vedtak) -> Brevmal:
    """The kind of letter the decision is sent as."""
    return _BREVMAL.get(vedtak.type, Brevmal.VEDTAK)


@translation.override("nb")
def vedtaksbrev(aktor: Aktor, vedtak: Vedtak, dag: date, *, som_utkast: bool = False) -> Brev:
    """The letter as it will be read. Raises Brevfeil when something is missing; a draft shows where instead."""
    # Whoever has no fixed contact yet asks the one who prepared the decision, not the one who took it.
    ramme = brev_ramme(aktor_for(vedtak.saksbehandler), vedtak.sak)
    ramme = replace(ramme, dato=dag, underskrift=_underskrift(aktor, vedtak))
    begrunnelse = _begrunnelse(vedtak, som_utkast=som_utkast)
    match vedtak.type:
        case Vedtakstype.INNVILGELSE:
            return _innvilgelse(vedtak, ramme, begrunnelse, dag)
        case Vedtakstype.AVSLAG:
            return _avslag(vedtak, ramme, begrunnelse)
        case Vedtakstype.TILBAKEBETALING:
            return _tilbakebetaling(vedtak, ramme, begrunnelse)
        case _:
            return _annet(vedtak, ramme, begrunnelse)


@translation.override("nb")
def forhandsvarselbrev(aktor: Aktor, vedtak: Vedtak, uttalefrist: date) -> Brev:
    """The advance notice of a decision that is being considered (fvl § 16)."""
    ord_ = varselord(vedtak)
    return forhandsvarsel(
        Forhandsvarsel(
            ramme=brev_ramme(aktor, vedtak.sak),
            tittel=ord_.tittel,
            hva_vi_vurderer=ord_.vurderer,
            hva_det_betyr=ord_.betyr,
            fakta=_fakta(vedtak.begrunnelse_fakta),
            regler=_regler(vedtak, vedtak.begrunnelse_regler),
            uttalefrist=uttalefrist,
        )
    )


@dataclass(frozen=True, slots=True)
class Varselord:
    """What the notice says first: its title, what we consider, and what it would mean for the reader."""

    tittel: str
    vurderer: str
    betyr: str


_STONADEN_STOPPER = "Slutter programmet, får du ikke lenger kvalifiseringsstønad. "
_PAUSE = Varselord(
    "Vi vurderer en pause i kvalifiseringsprogrammet ditt",
    "Vi vurderer å sette programmet ditt på pause.",
    "Blir det en pause, får du ikke kvalifiseringsstønad så lenge den varer. Du kan komme tilbake etterpå.",
)
_TILBAKE = Varselord(
    "Vi vurderer å kreve penger tilbake",
    "Vi vurderer å kreve at du betaler tilbake kvalifiseringsstønad.",
    "Krever vi pengene tilbake, må du betale dem. Vi kan også velge å ikke kreve noe. Fortell oss hva som skjedde, og "
    "hvordan du har det økonomisk.",
)
_SLUTT: Mapping[str, Varselord] = {
    "": Varselord(
        "Vi vurderer å avslutte kvalifiseringsprogrammet ditt",
        "Vi vurderer å avslutte programmet ditt.",
        f"{_STONADEN_STOPPER}Vi snakker med deg om hva som kommer etterpå.",
    ),
    Avslutningsmate.FULLFORT: Varselord(
        "Vi vil avtale med deg hvordan kvalifiseringsprogrammet slutter",
        "Programmet ditt går mot slutten.",
        f"{_STONADEN_STOPPER}Du får et deltakerbevis, og vi avtaler om du vil ha kontakt med oss etterpå.",
    ),
    Avslutningsmate.UTEBLIVELSE: Varselord(
        "Vi har ikke sett deg, og vurderer å avslutte kvalifiseringsprogrammet ditt",
        "Vi vurderer å avslutte programmet ditt fordi du ikke har vært med.",
        f"{_STONADEN_STOPPER}Har du vært syk eller hatt en annen grunn, vil vi gjerne vite det. Vil du fortsette, så "
        "si fra. Da finner vi ut av det sammen.",
    ),
    Avslutningsmate.FLYTTET_KOMMUNE: Varselord(
        "Programmet ditt når du flytter",
        "Du har fortalt at du flytter. Da er det kommunen du flytter til, som kan gi deg program videre.",
        "Programmet slutter her, og vi snakker med den nye kommunen sammen med deg, så du slipper å begynne på nytt. "
        "Vi gir den saken din bare hvis du sier ja.",
    ),
    Avslutningsmate.FLYTTET_BYDEL: Varselord(
        "Programmet ditt når du flytter",
        "Du har fortalt at du flytter til en annen bydel. Da er det den som kan gi deg program videre.",
        "Programmet slutter her, og vi snakker med den nye bydelen sammen med deg, så du slipper å begynne på nytt.",
    ),
    Avslutningsmate.ETTER_AVBRUDD: Varselord(
        "Vi vurderer å avslutte kvalifiseringsprogrammet ditt etter pausen",
        "Vi vurderer å avslutte programmet ditt, som har hatt pause.",
        f"{_STONADEN_STOPPER}Er du klar til å begynne igjen, så si fra nå. Du kan også søke om et nytt program senere.",
    ),
}


def varselord(vedtak: Vedtak) -> Varselord:
    """The words of the notice, by what is considered and, for an ending, how it would come about."""
    if vedtak.type == Vedtakstype.FRAVAERSTREKK:
        return Varselord(
            "Vi vurderer å trekke i stønaden for dager du var borte",
            "Vi vurderer å trekke i stønaden for dager du var borte uten at vi hadde godtatt det.",
            f"{trekk_i_ord(vedtak, klokke.i_dag(), vurderes=True)} Hadde du en grunn, vil vi gjerne vite det. Da kan "
            "du slippe trekket.",
        )
    if vedtak.type == Vedtakstype.TILBAKEBETALING:
        return _TILBAKE
    return _PAUSE if vedtak.type == Vedtakstype.AVBRUDD else _SLUTT[vedtak.avslutningsmate]


def varselfakta(vedtak: Vedtak) -> tuple[str, ...]:
    """The facts of the notice, one by one."""
    return _fakta(vedtak.begrunnelse_fakta)


def _underskrift(aktor: Aktor, vedtak: Vedtak) -> tuple[str, ...]:
    beslutter = () if aktor.bruker_id in (None, vedtak.saksbehandler_id) else (aktor.navn,)
    return (vedtak.saksbehandler.navn, *beslutter, vedtak.sak.kontor.navn)


def _begrunnelse(vedtak: Vedtak, *, som_utkast: bool) -> Begrunnelse:
    regler, fakta, hensyn = (
        tekst if tekst.strip() or not som_utkast else _IKKE_SKREVET
        for tekst in (vedtak.begrunnelse_regler, vedtak.begrunnelse_fakta, vedtak.begrunnelse_hensyn)
    )
    eget_syn = vedtak.soknad.onsker if vedtak.soknad else vedtak.uttalelse
    return Begrunnelse(
        regler=_regler(vedtak, regler),
        fakta=_fakta(fakta),
        avveiing=hensyn,
        deltakers_syn=eget_syn.strip() or None,
    )


def _regler(vedtak: Vedtak, tekst: str) -> tuple[Regel, ...]:
    avsnitt = avsnitt_i(tekst)
    hjemmel = " ".join(lovhenvisning(kilde) for kilde in hjemler_for(vedtak))
    return (Regel(" ".join(avsnitt), hjemmel),) if avsnitt else ()


def _fakta(tekst: str) -> tuple[str, ...]:
    linjer = (linje.strip().lstrip("-•–").strip() for linje in tekst.splitlines())
    return tuple(linje for linje in linjer if linje)


def _klagerett(vedtak: Vedtak) -> Klagerett:
    return Klagerett(
        frist_uker=int(KLAGEFRIST.verdi),
        klageinstans=KLAGEINSTANS,
        utsetting=vedtak.type in KREVER_FORHANDSVARSEL,
    )


def _innvilgelse(vedtak: Vedtak, ramme: Ramme, begrunnelse: Begrunnelse, dag: date) -> Brev:
    if vedtak.fra is None or vedtak.til is None:
        raise Brevfeil(_("Skriv når programmet begynner og slutter, så kan du lese brevet."))
    mottatt = vedtak.soknad.mottatt if vedtak.soknad else dag
    sats = sats_for(vedtak.sak.person, vedtak.fra, dag)
    siste_start = frister(Hendelser(soknad_mottatt=mottatt))["senest_start"]
    return innvilgelse(
        Innvilgelse(
            ramme=ramme,
            begrunnelse=begrunnelse,
            klagerett=_klagerett(vedtak),
            soknad_mottatt=mottatt,
            startdato=vedtak.fra,
            sluttdato=vedtak.til,
            siste_startdato=siste_start,
            dagsats_ore=sats.dagsats_ore,
            redusert_for_unge=sats.redusert_for_unge,
            antall_barn=sats.antall_barn,
            barnetillegg_ore=sats.barnetillegg_ore,
            forste_utbetaling=forste_utbetaling(vedtak.sak.kommune_id, vedtak.fra, dag),
            dette_gjor_du=(
                Gjoremal("Lag ukeplanen sammen med veilederen din", vedtak.fra),
                Gjoremal("Lever skattekort til kommunen, eller si ja til at vi henter det"),
                Gjoremal("Si fra til oss når du flytter, får jobb eller får andre ytelser"),
            ),
            dette_gjor_nav=(
                Gjoremal("Vi foreslår en ukeplan som du kan si ja til eller endre", vedtak.fra),
                Gjoremal("Vi følger deg opp og hjelper deg hvis noe blir vanskelig"),
            ),
            evalueringer=_evalueringer(vedtak),
            uke=_uke(vedtak),
            forbehold_fravaer=vedtak.forbehold_fravaer,
        )
    )


def _evalueringer(vedtak: Vedtak) -> tuple[date, ...]:
    return tuple(
        vedtak.sak.programversjoner.filter(
            status=Programstatus.AVTALT, evalueringsdatoer__dato__range=(vedtak.fra, vedtak.til)
        ).values_list("evalueringsdatoer__dato", flat=True)
    )


def _uke(vedtak: Vedtak) -> tuple[Ukeblokk, ...]:
    """The week the participant has been shown last: the proposal, else the agreed one on the decision's first day."""
    versjoner = list(vedtak.sak.programversjoner.all())
    foreslatt = next((v for v in versjoner if v.status == Programstatus.FORESLATT), None)
    versjon = foreslatt or gjeldende_av(versjoner, vedtak.fra or klokke.i_dag())
    blokker = Programblokk.objects.filter(aktivitet__programversjon=versjon).select_related("aktivitet")
    return tuple(
        Ukeblokk(
            blokk.get_ukedag_display().capitalize(),
            f"{blokk.start:%H.%M}–{blokk.slutt:%H.%M}",
            blokk.aktivitet.navn,
            blokk.aktivitet.sted,
        )
        for blokk in blokker
    )


def _avslag(vedtak: Vedtak, ramme: Ramme, begrunnelse: Begrunnelse) -> Brev:
    if not vedtak.avslagsgrunn or vedtak.soknad is None:
        raise Brevfeil(_("Velg hvorfor søknaden avslås, så kan du lese brevet."))
    return avslag(
        Avslag(
            ramme=ramme,
            begrunnelse=begrunnelse,
            klagerett=_klagerett(vedtak),
            soknad_mottatt=vedtak.soknad.mottatt,
            hovedgrunn=_HOVEDGRUNN[Avslagsgrunn(vedtak.avslagsgrunn)],
            i_stedet=_I_STEDET,
            dette_gjor_du=(Gjoremal("Ring oss hvis du vil ha en samtale om hva du kan gjøre nå"),),
            dette_gjor_nav=(Gjoremal("Vi gir deg råd og veiledning hvis du vil ha det"),),
        )
    )


def _tilbakebetaling(vedtak: Vedtak, ramme: Ramme, begrunnelse: Begrunnelse) -> Brev:
    krevd = kravet(vedtak)
    if krevd is None or not vedtak.skyld:
        raise Brevfeil(_("Velg om det er forsett eller grov uaktsomhet, så kan du lese brevet."))
    return tilbakebetaling(
        Tilbakebetaling(
            ramme=ramme,
            begrunnelse=begrunnelse,
            klagerett=_klagerett(vedtak),
            belop=krevd.belop,
            maneder=krevd.maneder,
            forsett=vedtak.skyld == Skyld.FORSETT,
            opplysning=vedtak.grunn_ord,
        )
    )


def _annet(vedtak: Vedtak, ramme: Ramme, begrunnelse: Begrunnelse) -> Brev:
    if vedtak.fra is None:
        raise Brevfeil(_("Skriv hvilken dag vedtaket gjelder fra, så kan du lese brevet."))
    du, nav, betyr = _videre(vedtak, vedtak.fra)
    return Brev(
        art=Brevart.VEDTAK,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=_TITTEL[vedtak.type],
        kortversjon=(
            betyr,
            f"{ramme.kontakt.navn} er {ramme.kontakt.rolle}. Ring {ramme.kontakt.telefon} hvis du lurer på noe.",
        ),
        deler=(
            Del("Dette skjer nå", (Avsnitt(betyr), oppgaver(du, nav)), slag=Delslag.VEIEN_VIDERE),
            *_fravaer(vedtak),
            begrunnelsesdel(begrunnelse),
        ),
        klage=klageopplysninger(ramme, _klagerett(vedtak)),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )


def _fravaer(vedtak: Vedtak) -> tuple[Del, ...]:
    """A decision on a further period says anew what absence means in it."""
    if vedtak.type not in GIR_PERIODE:
        return ()
    return (Del("Når du er borte", (fravaersforbehold(tatt=vedtak.forbehold_fravaer),)),)


def _stonaden_videre(vedtak: Vedtak, fra: date) -> str:
    """What the stønad does from `fra`: goes on, waits for the end of a pause, or comes back after days with none."""
    tidligere = les(fattede(vedtak.sak), None)
    if any(pause.inneholder(fra) for pause in tidligere.avbrudd):
        return "Du får stønad når pausen er over."
    siste = max((p.slutt for p in tidligere.rett if p.fra < fra), default=None)
    if siste is None or not any(er_hverdag(dag) for dag in Periode(siste, fra).dager() if siste < dag < fra):
        return "Stønaden fortsetter som før."
    return (
        f"Fra da får du stønad igjen. Du har ikke rett til stønad fra {dato_tekst(siste + EN_DAG)} til og med "
        f"{dato_tekst(fra - EN_DAG)}, fordi det ikke var noe vedtak da."
    )


def _videre(vedtak: Vedtak, fra: date) -> tuple[tuple[Gjoremal, ...], tuple[Gjoremal, ...], str]:
    """What the reader does, what NAV does, and what the decision means in one sentence."""
    til = f" til og med {dato_tekst(vedtak.til)}" if vedtak.til else ""
    snakk = Gjoremal("Ring oss hvis noe er uklart, eller hvis noe er endret")
    match vedtak.type:
        case Vedtakstype.AVBRUDD:
            return (
                (Gjoremal("Si fra når du er klar til å begynne igjen"), snakk),
                (Gjoremal("Vi tar kontakt med deg i pausen"), Gjoremal("Vi lager en ny ukeplan når du kommer tilbake")),
                f"Programmet har pause fra {dato_tekst(fra)}{til}. Du får ikke stønad i pausen.",
            )
        case Vedtakstype.GJENOPPTAK:
            return (
                (Gjoremal("Kom til programmet", fra), snakk),
                (Gjoremal("Vi går gjennom ukeplanen sammen med deg"),),
                f"Programmet begynner igjen {dato_tekst(fra)}. Fra da får du stønad igjen.",
            )
        case Vedtakstype.AVSLUTNING:
            return (
                (Gjoremal("Lever timelisten for den siste måneden"), snakk),
                (
                    Gjoremal("Vi betaler stønaden for dagene til og med den siste"),
                    Gjoremal("Vi sender deg et deltakerbevis"),
                    Gjoremal("Vi avtaler med deg om du vil ha kontakt med oss etterpå"),
                ),
                f"Siste dag i programmet er {dato_tekst(fra)}. Stønaden stopper {dato_tekst(fra + EN_DAG)}.",
            )
        case Vedtakstype.FRAVAERSTREKK:
            return (
                (Gjoremal("Ring oss hvis du ikke klarer deg uten pengene"), snakk),
                (
                    Gjoremal("Vi trekker beløpet i utbetalingen, og viser det i utregningen"),
                    Gjoremal("Vi snakker gjerne med deg om hva som kan gjøre det lettere å være med"),
                ),
                trekk_i_ord(vedtak, klokke.i_dag()),
            )
        case Vedtakstype.ENDRING:
            return (
                (Gjoremal("Se på den nye planen, og si fra hvis noe ikke passer"), snakk),
                (Gjoremal("Vi følger deg opp videre"),),
                f"Endringen gjelder fra {dato_tekst(fra)}{til}.",
            )
        case _:
            return (
                (Gjoremal("Fortsett etter ukeplanen din"), snakk),
                (Gjoremal("Vi ser på planen sammen med deg underveis"),),
                f"Du får fortsette fra {dato_tekst(fra)}{til}. {_stonaden_videre(vedtak, fra)}",
            )
