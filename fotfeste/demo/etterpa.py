"""The life of a programme and the time after, in the synthetic municipality: certificates, contact, how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from fotfeste.fag.etter.bevis import Bekreftelsesslag, bekreftelse_lag, deltakerbevis_lag
from fotfeste.fag.etter.enums import Ettersituasjon, Svarmate, Ytelse
from fotfeste.fag.etter.flytting import flytting_meld
from fotfeste.fag.etter.models import Etterobservasjon
from fotfeste.fag.etter.selectors import tidspunkter
from fotfeste.fag.etter.services import etterobservasjon_lagre, etteroppfolging_avtal, ytelse_sokt
from fotfeste.fag.oppfolging.enums import Avslutningsmate, Kontaktkanal, Kontaktresultat, Situasjon
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.oppfolging.services import kontakt_logg
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.punkter import Svar
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from fotfeste.regelverk.livslop import Punkt
from fotfeste.regelverk.tid import neste_virkedag

FORLENGELSE = {
    Punkt.VILKAR_FORTSATT: Svar(ja=True, tekst="Ja. Evnen til å arbeide er bedre, men fortsatt vesentlig nedsatt."),
    Punkt.OPPNADD: Svar(tekst="Møter presis, snakker norsk med kundene og lukker butikken alene to dager i uken."),
    Punkt.GJENSTAR: Svar(tekst="Truckførerbevis, og erfaring nok til å bli ansatt."),
    Punkt.PLAN_VIDERE: Svar(tekst="Mer praksis og kurs om våren, jobbsøking fra sommeren. Gått gjennom i møte."),
}

_OPPNADD = (
    "Har møtt stabilt, lært kasse og varepåfylling, og tatt ansvar for å åpne butikken.",
    "Har bestått norskprøven på nivå B1 og gjennomført praksis i barnehage med gode tilbakemeldinger.",
    "Har kommet i gang med behandling, fått faste rutiner og gjennomført arbeidstrening tre dager i uken.",
)
_VIDERE = {
    Situasjon.ORDINAERT_ARBEID: (Ettersituasjon.ORDINAERT_ARBEID, Ettersituasjon.ORDINAERT_ARBEID, Ettersituasjon.AAP),
    Situasjon.SKOLE: (Ettersituasjon.SKOLE, Ettersituasjon.SKOLE, Ettersituasjon.ORDINAERT_ARBEID),
    Situasjon.AAP: (Ettersituasjon.AAP, Ettersituasjon.AAP, Ettersituasjon.UFORE),
    Situasjon.SOSIALHJELP: (Ettersituasjon.SOSIALHJELP, Ettersituasjon.ORDINAERT_ARBEID, Ettersituasjon.KVP),
}
_ANNERS = (Ettersituasjon.ANNET, Ettersituasjon.SOSIALHJELP, Ettersituasjon.ORDINAERT_ARBEID)
RINGER_ETTER = (14, 30, 58, 86, 114, 142, 170)
BEGGE_VEIER = 4
"""Every fourth is asked without an answer; the newest are left for the user to ask."""


def bygg_etterpa(kontor: Kontor, i_dag: date | None = None) -> int:
    """Give an office's ended cases their certificates, agreements and observations; a few running ones a move, a claim.

    Made after the histories, from what is there, through the services. Returns how many records came to be.
    """
    i_dag = i_dag or klokke.i_dag()
    antall = 0
    ended = (
        Avslutning.objects.filter(sak__kontor=kontor)
        .select_related("sak__person", "sak__kontor", "sak__kommune")
        .order_by("dato", "pk")
    )
    for nummer, avslutning in enumerate(ended.order_by("dato", "pk")):
        veileder = _veileder(avslutning.sak)
        if veileder is None or avslutning.dato >= i_dag:
            continue
        antall += _etter_slutten(avslutning, veileder, nummer, i_dag)
    return antall + _i_programmet(kontor, i_dag)


def _etter_slutten(avslutning: Avslutning, veileder: Aktor, nummer: int, i_dag: date) -> int:
    sak, antall = avslutning.sak, 0
    dagen_etter = min(avslutning.dato + timedelta(days=2), i_dag)
    with klokke.still_til(dagen_etter):
        if avslutning.mate == Avslutningsmate.FULLFORT:
            aktor = _i_dag(veileder)
            deltakerbevis_lag(aktor, sak=sak, oppnadd=_OPPNADD[nummer % len(_OPPNADD)])
            vil = nummer % 3 != 0
            etteroppfolging_avtal(
                aktor,
                sak=sak,
                onsket=vil,
                til=dagen_etter + timedelta(days=180),
                hvem=aktor.krev_bruker(),
                hva="Vi ringes annenhver uke den første måneden, siden en gang i måneden.",
            )
            antall += 2
    if avslutning.mate == Avslutningsmate.FULLFORT and nummer % 3 != 0:
        antall += _ring(veileder, sak, dagen_etter, i_dag)
    valg = _VIDERE.get(Situasjon(avslutning.situasjon[0]), _ANNERS) if avslutning.situasjon else _ANNERS
    for sted, tidspunkt in enumerate(tidspunkter(avslutning.dato)):
        if tidspunkt.dag + timedelta(days=20) > i_dag:
            break
        with klokke.still_til(tidspunkt.dag + timedelta(days=nummer % 15)):
            _observer(_i_dag(veileder), sak, int(tidspunkt.maned), valg[sted], nummer + sted)
        antall += 1
    return antall


def _ring(veileder: Aktor, sak: Sak, fra: date, i_dag: date) -> int:
    """The calls of the half year after, the last of them lately. Returns how many."""
    dager = [neste_virkedag(fra + timedelta(days=dager)) for dager in RINGER_ETTER]
    ringt = [dag for dag in dager if dag <= i_dag]
    for dag in ringt:
        with klokke.still_til(dag):
            kontakt_logg(
                _i_dag(veileder),
                sak=sak,
                kanal=Kontaktkanal.TELEFON,
                resultat=Kontaktresultat.GJENNOMFORT,
                notat="Det går fint på jobben. Vi ringes igjen om en måned.",
            )
    return len(ringt)


def _observer(veileder: Aktor, sak: Sak, maned: int, situasjon: Ettersituasjon, nummer: int) -> Etterobservasjon:
    if nummer % BEGGE_VEIER == BEGGE_VEIER - 1:
        mate = Svarmate.VIL_IKKE if nummer % 3 == 0 else Svarmate.FIKK_IKKE_TAK
        return etterobservasjon_lagre(veileder, sak=sak, maned=maned, situasjon=Ettersituasjon.UKJENT, svarmate=mate)
    return etterobservasjon_lagre(veileder, sak=sak, maned=maned, situasjon=situasjon, svarmate=Svarmate.SAMTALE)


def _i_programmet(kontor: Kontor, i_dag: date) -> int:
    """A confirmation for some, one who moves, and one who has applied for AAP."""
    saker = Sak.objects.filter(kontor=kontor, status=Saksstatus.I_PROGRAM).select_related("person", "kontor", "kommune")
    tilfeldig = Random(i_dag.year)  # noqa: S311 - invented people, no secret
    utvalg = [(sak, veileder) for sak in saker.order_by("saksnummer") if (veileder := _veileder(sak))]
    for nummer, (sak, veileder) in enumerate(tilfeldig.sample(utvalg, min(5, len(utvalg)))):
        if nummer == 0:
            flytting_meld(veileder, sak=sak, til_kommune="Sjøvik", flytter=i_dag + timedelta(days=40))
        elif nummer == 1:
            ytelse_sokt(veileder, sak=sak, ytelse=Ytelse.AAP, sokt=i_dag - timedelta(days=9))
        else:
            bekreftelse_lag(veileder, sak=sak, slag=list(Bekreftelsesslag)[nummer])
    return min(5, len(utvalg))


def _veileder(sak: Sak) -> Aktor | None:
    kontakt = sak.faste_kontakter.filter(til__isnull=True).select_related("bruker").first()
    if kontakt is None:
        siste = sak.vedtak.select_related("saksbehandler").order_by("-opprettet").first()
        return aktor_for(siste.saksbehandler, klokke.i_dag()) if siste else None
    return aktor_for(kontakt.bruker, klokke.i_dag())


def _i_dag(aktor: Aktor) -> Aktor:
    return replace(aktor, dag=klokke.i_dag())
