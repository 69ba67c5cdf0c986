"""The steps the stories of claims share: months are paid, one turns out to be too much, and somebody takes it on."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal

from fotfeste.fag.krav import services
from fotfeste.fag.krav.enums import Kravarsak, Kravsvar
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.etterregning import gjeldende_beregninger
from fotfeste.fag.utbetaling.models import Beregning, Differanse, Kjoring
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Sjekk, Skyld
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk import tid
from tests.grunnlag import lag_aktor, lag_timeliste

MARS, APRIL, MAI = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def arbeidet_hele(maned: date, *, unntatt: int = 0) -> dict[date, Decimal]:
    """Paid work all the weekdays of the month but the last few: nothing, or little, is left to deduct from."""
    dager = [dag for dag in tid.maned(maned.year, maned.month).dager() if tid.er_hverdag(dag)]
    return {dag: Decimal("7.5") for dag in dager[: len(dager) - unntatt]}


def forbered(sak: Sak, maned: date, *, arbeid: dict[date, Decimal] | None = None) -> Kjoring:
    """The month's run, with the case's approved sheet, ready to be released."""
    if not Timeliste.objects.filter(sak=sak, maned=maned).exists():
        lag_timeliste(sak, maned, godkjent_av=lag_aktor(Rolle.VEILEDER, sak.kontor), arbeid=arbeid)
    okonomi = lag_aktor(Rolle.OKONOMI, sak.kontor)
    return utbetaling.kjoring_forbered(okonomi, utbetaling.kjoring_opprett(okonomi, kommune=sak.kommune, maned=maned))


def betal(sak: Sak, maned: date, *, arbeid: dict[date, Decimal] | None = None) -> Kjoring:
    """The month paid, on a day it can be."""
    etter = date(maned.year + maned.month // 12, maned.month % 12 + 1, 8)
    with klokke.still_til(max(etter, klokke.i_dag())):
        kjoring = forbered(sak, maned, arbeid=arbeid)
        return utbetaling.kjoring_frigi(lag_aktor(Rolle.OKONOMI, sak.kontor), kjoring)


def differanse(sak: Sak, maned: date, belop: int, arsak: Endringsarsak = Endringsarsak.BARN) -> Differanse:
    """The paid month reckoned again to `belop` more or less than it was."""
    forrige = Beregning.objects.get(pk=gjeldende_beregninger([sak.pk], [maned])[sak.pk, maned])
    ut = deepcopy(forrige.ut)
    ut["linjer"]["barnetillegg"] += belop
    ut["brutto"] += belop
    with kommando(SYSTEM, "test"):
        ny = Beregning.objects.create(
            sak=sak,
            maned=maned,
            timeliste=forrige.timeliste,
            kjent_dato=forrige.kjent_dato,
            inn=forrige.inn,
            ut=ut,
            spor=forrige.spor,
            regelversjon=forrige.regelversjon,
            brutto=forrige.brutto + belop,
            netto=forrige.netto + belop,
        )
        return Differanse.objects.create(
            sak=sak, maned=maned, forrige=forrige, ny=ny, belop=belop, arsaker=[str(arsak)]
        )


def funnet(veileder: Aktor, sak: Sak, *for_mye: Differanse) -> Krav:
    """A claim on the months."""
    return services.krav_apne(veileder, sak=sak, differanser=[rad.pk for rad in for_mye])


def varslet(veileder: Aktor, krav: Krav, per_maned: int = 1000, fra: date = MAI) -> Krav:
    """Assessed, and noticed with a plan and two weeks to answer."""
    krav = services.krav_vurder_arsak(veileder, krav=krav, arsak=Kravarsak.GOD_TRO, arsak_ord="Barnet flyttet.")
    frist = klokke.i_dag() + timedelta(days=14)
    return services.krav_varsle(veileder, krav=krav, per_maned=per_maned, fra=fra, uttalefrist=frist)


def sendt(veileder: Aktor, krav: Krav, per_maned: int = 1000, fra: date = MAI) -> Krav:
    """Heard, and with the beslutter."""
    krav = services.krav_registrer_svar(veileder, krav=krav, dato=klokke.i_dag(), svar=Kravsvar.ENIG)
    return services.krav_send_til_beslutter(
        veileder, krav=krav, per_maned=per_maned, fra=fra, begrunnelse="Du har penger igjen til mat og bolig."
    )


def bestemt(veileder: Aktor, beslutter: Aktor, krav: Krav, per_maned: int = 1000, fra: date = MAI) -> Krav:
    """Decided: so much a month."""
    krav = sendt(veileder, varslet(veileder, krav, per_maned, fra), per_maned, fra)
    return services.krav_bestem(beslutter, krav=krav)


def kreves_tilbake(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> Vedtak:
    """A draft on repayment written, heard and taken."""
    vedtak = vedtakene.vedtak_lagre(
        veileder,
        vedtak=vedtak,
        skyld=Skyld.GROV_UAKTSOMHET,
        grunn_ord="Du sa ikke fra om at barnet flyttet.",
        bevis="Folkeregisteret",
        begrunnelse_fakta="Barnet flyttet i mars.",
        begrunnelse_hensyn="Du måtte ha skjønt det, for vi spurte deg om barnet hver måned.",
    )
    vedtak = vedtakene.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=klokke.i_dag() + timedelta(days=14))
    vedtak = vedtakene.vedtak_uttalelse(veileder, vedtak=vedtak, dato=klokke.i_dag(), vil_ikke=True)
    vedtak = vedtakene.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    return vedtakene.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values)
