"""The certificate of the programme and the confirmations a participant needs, made from what the case knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db.models import Sum
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.brev.innhold import Regel
from fotfeste.fag.brev.maler import Bekreftelse, Bevisaktivitet, Deltakerbevis, bekreftelse, deltakerbevis
from fotfeste.fag.brev.models import Brev, Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send, brevfeil_i_ord
from fotfeste.fag.brev.tekst import dato_tekst, kroner
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timelistedag
from fotfeste.fag.program.models import Ukeblokk
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.vedtak.models import Punktsvar
from fotfeste.fag.vedtak.perioder import Vedtaksperioder, vedtaksperioder_for
from fotfeste.fag.vedtak.sats import sats_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Handling, krev
from fotfeste.regelverk.livslop import Punkt
from fotfeste.regelverk.parametre import STONADSDAGER_I_ARET, TIMER_I_UKEN
from fotfeste.regelverk.program import timer_i_ord

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def forslag_til_oppnadd(sak: Sak) -> str:
    """What has been written of what was achieved, for the certificate to begin with; empty when nothing was."""
    rader = Punktsvar.objects.filter(sak=sak, kode=Punkt.OPPNADD).exclude(tekst="").order_by("-opprettet")
    return rader.values_list("tekst", flat=True).first() or ""


@translation.override("nb")
def deltakerbevis_lag(aktor: Aktor, *, sak: Sak, oppnadd: str) -> Brev:
    """Make and send the certificate: at the end, or earlier when the participant asks (forskriften § 1).

    Raises Fagfeil when no programme has begun, or nothing is said of what was achieved.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    with kommando(aktor, "etter.deltakerbevis"):
        sak = sak_las(sak)
        avslutning = Avslutning.objects.select_for_update(of=("self",)).filter(sak=sak).first()
        fra, til = _tiden(vedtaksperioder_for([sak.pk])[sak.pk], avslutning.dato if avslutning else None)
        if not oppnadd.strip():
            raise Fagfeil(_("Skriv hva deltakeren har oppnådd. Det er det en arbeidsgiver leser."), felt="oppnadd")
        with brevfeil_i_ord():
            brevet = deltakerbevis(
                Deltakerbevis(
                    ramme=brev_ramme(aktor, sak),
                    fra=fra,
                    til=til,
                    aktiviteter=_aktiviteter(sak, til),
                    timer=_timer(sak),
                    oppnadd=oppnadd,
                )
            )
        sendt = brev_send(aktor, sak=sak, mal=Brevmal.DELTAKERBEVIS, brev=brevet)
        if avslutning and avslutning.deltakerbevis is None:
            avslutning.lagre_endring(deltakerbevis=klokke.i_dag())
        skriv_hendelse(aktor, "etter.deltakerbevis", sak_id=sak.pk, objekt_id=sendt.pk, milepel=True)
        return sendt


def _tiden(perioder: Vedtaksperioder, slutt: date | None) -> tuple[date, date]:
    dag = klokke.i_dag()
    if not perioder.rett or perioder.rett[0].fra > dag:
        raise Fagfeil(_("Programmet har ikke begynt, så det er ikke noe å gi bevis for ennå."))
    return perioder.rett[0].fra, slutt or min(dag, perioder.rett[-1].slutt)


def _aktiviteter(sak: Sak, til: date) -> tuple[Bevisaktivitet, ...]:
    """Each activity of the agreed weeks once, with the most hours a week it has had, in the order it came."""
    timer: dict[tuple[str, str, object], Decimal] = {}
    blokker = Ukeblokk.objects.filter(
        sak=sak, aktivitet__programversjon__avtalt_med_deltaker__isnull=False, aktivitet__programversjon__fra__lte=til
    ).select_related("aktivitet__programversjon")
    for blokk in blokker.order_by("aktivitet__programversjon__nummer", "aktivitet__opprettet"):
        ett = blokk.aktivitet
        nokkel = (ett.navn, ett.arrangor, ett.programversjon_id)
        timer[nokkel] = timer.get(nokkel, Decimal(0)) + blokk.timer
    mest: dict[tuple[str, str], Decimal] = {}
    for (navn, arrangor, _versjon), antall in timer.items():
        mest[navn, arrangor] = max(mest.get((navn, arrangor), Decimal(0)), antall)
    return tuple(
        Bevisaktivitet(navn, arrangor, timer_i_ord(Fraction(antall))) for (navn, arrangor), antall in mest.items()
    )


def _timer(sak: Sak) -> int | None:
    summer = Timelistedag.objects.filter(sak=sak, timeliste__status=Timelistestatus.GODKJENT).aggregate(
        program=Sum("timer_program"), arbeid=Sum("timer_arbeid")
    )
    timer = (summer["program"] or Decimal(0)) + (summer["arbeid"] or Decimal(0))
    return int(timer) or None


class Bekreftelsesslag(StrEnum):
    """Whom a confirmation is for."""

    DELTAKELSE = "deltakelse"
    BARNEHAGE = "barnehage"
    FORELDREPENGER = "foreldrepenger"
    UDI = "udi"
    BANK = "bank"
    HUSLEIE = "husleie"


@dataclass(frozen=True, slots=True)
class Slagord:
    """A confirmation of the list: what it is called, when one needs it, what it says, and the rule behind it.

    `stonad`: the reader needs the amount too. `full_tid`: the hours.
    """

    navn: StrOrPromise
    nar: StrOrPromise
    sier: StrOrPromise
    tittel: str
    regel: Regel
    stonad: bool = False
    full_tid: bool = False


_PERIODEN = gettext_lazy("Navnet ditt og når du er med i programmet.")
_MED_TID = gettext_lazy("Navnet ditt, når du er med i programmet, og at det er på full tid.")
_MED_STONAD = gettext_lazy("Navnet ditt, når du er med i programmet, og hva du får i stønad.")
_PROGRAMREGEL = Regel("Programmet er helårig og på full tid.", "Sosialtjenesteloven § 30 andre ledd.")
_STONADSREGEL = Regel("Den som deltar, har rett til kvalifiseringsstønad.", "Sosialtjenesteloven § 35.")

SLAGENE: Mapping[Bekreftelsesslag, Slagord] = {
    Bekreftelsesslag.DELTAKELSE: Slagord(
        gettext_lazy("Bekreftelse på at du deltar"),
        gettext_lazy("Når noen trenger å vite at du er med i programmet."),
        _PERIODEN,
        "Bekreftelse på deltakelse i kvalifiseringsprogrammet",
        _PROGRAMREGEL,
    ),
    Bekreftelsesslag.BARNEHAGE: Slagord(
        gettext_lazy("Til barnehage eller SFO"),
        gettext_lazy("Når du søker om plass eller lavere betaling."),
        _MED_TID,
        "Bekreftelse til barnehage eller skolefritidsordning",
        _PROGRAMREGEL,
        full_tid=True,
    ),
    Bekreftelsesslag.FORELDREPENGER: Slagord(
        gettext_lazy("Til den andre forelderens foreldrepenger"),
        gettext_lazy("Når den andre forelderen søker fordi du er i programmet på full tid. Skjemaet heter I000051."),
        _MED_TID,
        "Bekreftelse på deltakelse i kvalifiseringsprogrammet (I000051)",
        Regel(
            "Deltakelse på full tid i kvalifiseringsprogrammet teller når den andre forelderen tar ut foreldrepenger.",
            "Folketrygdloven § 14-13.",
        ),
        full_tid=True,
    ),
    Bekreftelsesslag.UDI: Slagord(
        gettext_lazy("Til UDI"),
        gettext_lazy("Når du søker om opphold eller statsborgerskap, eller om at familien skal komme."),
        _MED_TID,
        "Bekreftelse til utlendingsmyndighetene",
        Regel("Utlendingsmyndighetene kan be om opplysninger om programmet.", "Utlendingsforskriften § 17-7."),
        full_tid=True,
    ),
    Bekreftelsesslag.BANK: Slagord(
        gettext_lazy("Til banken"),
        gettext_lazy("Når banken spør hva du lever av."),
        _MED_STONAD,
        "Bekreftelse på kvalifiseringsstønad",
        _STONADSREGEL,
        stonad=True,
    ),
    Bekreftelsesslag.HUSLEIE: Slagord(
        gettext_lazy("Til den du leier av"),
        gettext_lazy("Når du skal leie bolig."),
        _MED_STONAD,
        "Bekreftelse på kvalifiseringsstønad til utleier",
        _STONADSREGEL,
        stonad=True,
    ),
}


def bekreftelse_lag(aktor: Aktor, *, sak: Sak, slag: Bekreftelsesslag | str) -> Brev:
    """Make one of the confirmations and put it among the case's letters; the office's or the participant's own command.

    Raises Fagfeil before a grant, and for one with an amount when no stønad runs today.
    """
    egen = sak.person.bruker_id is not None and sak.person.bruker_id == aktor.bruker_id
    krev(aktor, Handling.OPPFOLGING_EGEN if egen else Handling.OPPFOLGING_SKRIV, sak)
    slag = Bekreftelsesslag(slag)
    with kommando(aktor, "etter.bekreftelse"):
        sak = sak_las(sak)
        with translation.override("nb"), brevfeil_i_ord():
            brevet = bekreftelse(_innhold(aktor, sak, slag))
        sendt = brev_send(aktor, sak=sak, mal=Brevmal.BEKREFTELSE, brev=brevet)
        hva = str(SLAGENE[slag].tittel)
        skriv_hendelse(aktor, "etter.bekreftelse", sak_id=sak.pk, objekt_id=sendt.pk, hva=hva)
        return sendt


def slag_som_kan_lages(perioder: Vedtaksperioder, dag: date) -> tuple[Bekreftelsesslag, ...]:
    """The confirmations there is ground for on the day: none before a grant, those with an amount while it runs."""
    if not perioder.rett:
        return ()
    return tuple(slag for slag, ord_ in SLAGENE.items() if not ord_.stonad or perioder.gjelder(dag))


def _innhold(aktor: Aktor, sak: Sak, slag: Bekreftelsesslag) -> Bekreftelse:
    dag, ord_ = klokke.i_dag(), SLAGENE[slag]
    perioder = vedtaksperioder_for([sak.pk])[sak.pk]
    if slag not in slag_som_kan_lages(perioder, dag):
        setning = _("Du får ikke stønad i dag, så det er ikke noe beløp å bekrefte. Ring oss hvis det er feil.")
        raise Fagfeil(setning if perioder.rett else _("Det er ikke innvilget noe program ennå."), felt="slag")
    fra, til = perioder.rett[0].fra, perioder.rett[-1].slutt
    navn = sak.person.navn
    if fra > dag:
        setningen = f"{navn} begynner i kvalifiseringsprogrammet {dato_tekst(fra)}."
    elif til < dag:
        setningen = f"{navn} var med i kvalifiseringsprogrammet fra {dato_tekst(fra)} til {dato_tekst(til)}."
    elif perioder.gjelder(dag):
        setningen = f"{navn} er med i kvalifiseringsprogrammet."
    else:
        setningen = f"{navn} er med i kvalifiseringsprogrammet, som har pause nå."
    opplysninger = [("Navn", navn), ("Første dag", dato_tekst(fra)), ("Innvilget til og med", dato_tekst(til))]
    if ord_.full_tid:
        opplysninger.append(("Omfang", f"Full tid, {timer_i_ord(TIMER_I_UKEN.verdi)} timer i uken"))
    if ord_.stonad:
        opplysninger += _stonaden(sak, dag)
    return Bekreftelse(
        # Asked for by the participant it is still the office that confirms.
        ramme=brev_ramme(SYSTEM if aktor.bruker_id == sak.person.bruker_id else aktor, sak),
        tittel=ord_.tittel,
        setninger=(setningen,),
        opplysninger=tuple(opplysninger),
        regel=ord_.regel,
    )


def _stonaden(sak: Sak, dag: date) -> list[tuple[str, str]]:
    """The day's rate, and what it comes to in a year of 260 days, before tax and child supplement (§ 35)."""
    dagsats = sats_for(sak.person, dag, dag).dagsats_ore
    i_aret = dagsats * int(STONADSDAGER_I_ARET.verdi)
    return [
        ("Stønad for en dag, før skatt", kroner(dagsats)),
        ("Stønad i et år med 260 dager, før skatt", kroner(i_aret // 100 * 100)),
    ]
