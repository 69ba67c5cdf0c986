"""Commands on a claim: opened, assessed, noticed, answered, decided, changed, paid, waived.

Each takes the case's lock first. What is left is counted anew each time (dekning.py), and the plan follows
(trekkplan.py): no command writes a sum.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from fotfeste.fag.avstemming.models import Dobbeltbetaling
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_send, brevfeil_i_ord
from fotfeste.fag.krav.dekning import dekning
from fotfeste.fag.krav.enums import Kravarsak, Kravstatus, Kravsvar
from fotfeste.fag.krav.fire_oyne import krev_ikke_forberedt
from fotfeste.fag.krav.kravbrev import avgjorelsesbrev, varselbrev
from fotfeste.fag.krav.laas import las_krav
from fotfeste.fag.krav.models import Innbetaling, Krav, Kravlinje, Motregning
from fotfeste.fag.krav.overganger import KRAV
from fotfeste.fag.krav.refusjon import (
    fordel_refusjon,
    refusjonskrav_fremsett,
    refusjonskrav_innfri,
    refusjonskrav_registrer_avslag,
    refusjonskrav_trekk_tilbake,
)
from fotfeste.fag.krav.tilbakebetaling import krav_start_tilbakebetaling
from fotfeste.fag.krav.tilbakeforing import krav_angre_tilbakeforing, krav_gi_tilbake
from fotfeste.fag.krav.trekkplan import (
    foreslatt_plan,
    krav_rull_videre,
    krev_kan_trekkes,
    krev_utenfor_kjoring,
    planlagt_framover,
    siste_mulige,
)
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.utbetaling.models import Differanse
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk import krav as regler
from fotfeste.regelverk.penger import kroner_tekst

__all__ = [
    "krav_angre_tilbakeforing",
    "krav_apne",
    "krav_be_om_hjelp",
    "krav_bestem",
    "krav_endre_plan",
    "krav_frafall",
    "krav_gi_tilbake",
    "krav_gi_trekkfri",
    "krav_hent_tilbake",
    "krav_registrer_innbetaling",
    "krav_registrer_svar",
    "krav_rett_innbetaling",
    "krav_returner",
    "krav_rull_videre",
    "krav_send_til_beslutter",
    "krav_start_tilbakebetaling",
    "krav_svar",
    "krav_svar_pa_hjelp",
    "krav_varsle",
    "krav_vurder_arsak",
    "refusjonskrav_fremsett",
    "refusjonskrav_innfri",
    "refusjonskrav_registrer_avslag",
    "refusjonskrav_trekk_tilbake",
]


def krav_apne(aktor: Aktor, *, sak: Sak, differanser: Collection[UUID] = (), dobbelt: Collection[UUID] = ()) -> Krav:
    """Take on months that were paid too much, or twice (`dobbelt`), as one claim. Nothing is claimed by it yet.

    What a refusjon has covered already is written off at once. Raises Fagfeil when a month is in another claim, is not
    the case's, or nothing is left of it.
    """
    krev(aktor, Handling.KRAV_BEHANDLE, sak)
    if not differanser and not dobbelt:
        raise Fagfeil(_("Velg minst én måned."), felt="differanser")
    with kommando(aktor, "krav.apne"):
        sak = sak_las(sak)
        rader = list(Differanse.objects.filter(sak=sak, pk__in=differanser, belop__lt=0, kravlinje=None))
        motregnet = dict(Motregning.objects.filter(mot__in=rader).values_list("mot_id").annotate(Sum("belop")))
        belop = {rad.pk: -rad.belop - motregnet.get(rad.pk, 0) for rad in rader}
        doble = list(Dobbeltbetaling.objects.filter(sak=sak, pk__in=dobbelt, falt=None, kravlinje=None))
        funnet = len(rader) == len(set(differanser)) and len(doble) == len(set(dobbelt))
        if not funnet or not all(belop.values()):
            raise Fagfeil(
                _("En av månedene er alt i et krav, eller er gjort opp. Last siden på nytt."), felt="differanser"
            )
        krav = Krav.objects.create(sak=sak, saksbehandler=aktor.krev_bruker())
        for rad in rader:
            Kravlinje.objects.create(sak=sak, krav=krav, differanse=rad, belop=belop[rad.pk])
        for ett in doble:
            Kravlinje.objects.create(sak=sak, krav=krav, dobbeltbetaling=ett, belop=ett.belop)
        i_alt = sum(belop.values()) + sum(ett.belop for ett in doble)
        skriv_hendelse(aktor, "krav.apnet", sak_id=sak.pk, objekt_id=krav.pk, for_deltaker=False, belop=i_alt)
        fordel_refusjon(sak)
        krav.refresh_from_db()
        krav.sak = sak
        return krav_rull_videre(krav)


def krav_vurder_arsak(
    aktor: Aktor, *, krav: Krav, arsak: Kravarsak, arsak_ord: str = "", versjon: int | None = None
) -> Krav:
    """Say how too much came to be paid, and in which words. The words stand in the letters."""
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.vurder_arsak"):
        krav = las_krav(krav)
        KRAV.krev("vurder_arsak", krav)
        krav.krev_versjon(versjon)
        if not arsak:
            raise Fagfeil(_("Velg hvordan det skjedde."), felt="arsak")
        return krav.lagre_endring(arsak=arsak, arsak_ord=arsak_ord.strip())


def krav_varsle(aktor: Aktor, *, krav: Krav, per_maned: int, fra: date, uttalefrist: date) -> Krav:
    """Send the notice of a deduction with a proposed plan (fvl § 16). A new notice asks for a new answer.

    Raises FlereFeil without an assessment of how it happened, and for a plan or a time limit that cannot be.
    """
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.varsle"):
        krav = las_krav(krav)
        overgang = KRAV.krev("varsle", krav)
        krev_kan_trekkes(krav)
        feil = []
        if not krav.arsak:
            feil.append(Fagfeil(_("Vurder først hvordan det skjedde. Det står i varselet."), felt="arsak"))
        if uttalefrist <= klokke.i_dag():
            feil.append(Fagfeil(_("Svarfristen må være etter i dag, så deltakeren får tid."), felt="uttalefrist"))
        if feil:
            raise FlereFeil(feil)
        plan = foreslatt_plan(krav, per_maned=per_maned, fra=fra)
        with brevfeil_i_ord():
            brev = varselbrev(aktor, krav, _rader(plan), uttalefrist)
        brev_send(aktor, sak=krav.sak, mal=Brevmal.FORHANDSVARSEL, brev=brev)
        krav.lagre_endring(
            status=overgang.til,
            varslet=klokke.i_dag(),
            uttalefrist=uttalefrist,
            varslet_belop=per_maned,
            plan_fra=plan[0].maned,
            plan_belop=per_maned,
            svar="",
            svar_dato=None,
            svar_ord="",
            svar_belop=None,
            svart_av=None,
        )
        belop = sum(ett.belop for ett in plan)
        skriv_hendelse(
            aktor, "krav.varslet", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, belop=belop, frist=uttalefrist
        )
        return krav


def _rader(plan: Collection[regler.Avdrag]) -> tuple[tuple[date, int], ...]:
    return tuple((ett.maned, ett.belop) for ett in plan)


def krav_svar(aktor: Aktor, *, krav: Krav, svar: Kravsvar, ord_: str = "", belop: int | None = None) -> Krav:
    """The participant's own answer to the notice, today. It can be given anew until the claim goes to the beslutter."""
    krev(aktor, Handling.KRAV_EGEN, krav)
    return _svar(aktor, krav, "svar", klokke.i_dag(), svar, ord_, belop)


def krav_registrer_svar(
    aktor: Aktor, *, krav: Krav, dato: date, svar: Kravsvar, ord_: str = "", belop: int | None = None
) -> Krav:
    """Write down what the participant answered, and the day."""
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    return _svar(aktor, krav, "registrer_svar", dato, svar, ord_, belop)


def _svar(aktor: Aktor, krav: Krav, navn: str, dato: date, svar: Kravsvar, ord_: str, belop: int | None) -> Krav:
    with kommando(aktor, f"krav.{navn}"):
        krav = las_krav(krav)
        KRAV.krev(navn, krav)
        if feil := _feil_i_svaret(krav, dato, svar, ord_, belop):
            raise FlereFeil(feil)
        egen = navn == "svar"
        krav.lagre_endring(
            svar=svar,
            svar_dato=dato,
            svar_ord=ord_.strip(),
            svar_belop=belop if svar == Kravsvar.ANNEN_PLAN else None,
            svart_av=None if egen else aktor.krev_bruker(),
        )
        kode = "krav.svar_egen" if egen else "krav.svar"
        skriv_hendelse(
            aktor, kode, sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, svar=valg_ord(Kravsvar(svar)).lower()
        )
        return krav


def _feil_i_svaret(krav: Krav, dato: date, svar: Kravsvar, ord_: str, belop: int | None) -> list[Fagfeil]:
    feil = []
    if not svar:
        feil.append(Fagfeil(_("Velg et svar."), felt="svar"))
    if krav.varslet and not krav.varslet <= dato <= klokke.i_dag():
        feil.append(Fagfeil(_("Dagen må være fra varselet ble sendt til og med i dag."), felt="dato"))
    if svar == Kravsvar.UENIG and not ord_.strip():
        feil.append(Fagfeil(_("Skriv hva som ikke stemmer. Noen få ord er nok."), felt="ord_"))
    rest = dekning(krav).ledig
    if svar == Kravsvar.ANNEN_PLAN and not 0 < (belop or 0) <= rest:
        setning = _("Skriv hvor mye som kan trekkes hver måned, mellom 1 kr og %s.") % kroner_tekst(rest)
        feil.append(Fagfeil(setning, felt="belop"))
    return feil


def krav_send_til_beslutter(
    aktor: Aktor, *, krav: Krav, per_maned: int, fra: date, begrunnelse: str, versjon: int | None = None
) -> Krav:
    """Hand the deduction over with its plan and its reasons. Raises FlereFeil until the participant is heard."""
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.send_til_beslutter"):
        krav = las_krav(krav)
        overgang = KRAV.krev("send_til_beslutter", krav)
        krav.krev_versjon(versjon)
        krev_kan_trekkes(krav)
        feil = _ikke_hort(krav) + _mer_enn_varslet(krav, per_maned)
        if not begrunnelse.strip():
            feil.append(Fagfeil(_("Skriv hva dere har lagt vekt på."), felt="begrunnelse", hjemmel="fvl § 25"))
        if feil:
            raise FlereFeil(feil)
        plan = foreslatt_plan(krav, per_maned=per_maned, fra=fra)
        krav.lagre_endring(
            status=overgang.til,
            saksbehandler=aktor.krev_bruker(),
            plan_fra=plan[0].maned,
            plan_belop=per_maned,
            begrunnelse=begrunnelse.strip(),
            sendt=klokke.na(),
            retur="",
        )
        skriv_hendelse(aktor, "krav.til_beslutter", sak_id=krav.sak_id, objekt_id=krav.pk, for_deltaker=False)
        return krav


def _ikke_hort(krav: Krav) -> list[Fagfeil]:
    if krav.er_hort(klokke.i_dag()):
        return []
    frist = dato_ord(krav.uttalefrist) if krav.uttalefrist else ""
    setning = _("Deltakeren har frist til og med %(dag)s med å svare på varselet. Vent til den er ute.")
    return [Fagfeil(setning % {"dag": frist}, hjemmel="fvl § 16")]


def _mer_enn_varslet(krav: Krav, per_maned: int) -> list[Fagfeil]:
    """The participant is heard about the notice's plan, or has asked for more a month themselves."""
    if per_maned <= max(krav.varslet_belop or 0, krav.svar_belop or 0):
        return []
    setning = _("Det er mer enn deltakeren er varslet om. Trekk mindre, eller send et nytt varsel.")
    return [Fagfeil(setning, felt="per_maned", hjemmel="fvl § 16")]


def krav_hent_tilbake(aktor: Aktor, *, krav: Krav) -> Krav:
    """Take the claim back from the beslutter, to go on with it."""
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.hent_tilbake"):
        krav = las_krav(krav)
        overgang = KRAV.krev("hent_tilbake", krav)
        skriv_hendelse(aktor, "krav.hentet_tilbake", sak_id=krav.sak_id, objekt_id=krav.pk, for_deltaker=False)
        return krav.lagre_endring(status=overgang.til)


def krav_returner(aktor: Aktor, *, krav: Krav, tekst: str) -> Krav:
    """Send the claim back with what must be mended. Raises Fagfeil without words, and for one who prepared it."""
    krev(aktor, Handling.KRAV_BESTEM, krav)
    with kommando(aktor, "krav.returner"):
        krav = las_krav(krav)
        overgang = KRAV.krev("returner", krav)
        if not tekst.strip():
            raise Fagfeil(_("Skriv hva som må rettes, så saksbehandleren kan gjøre noe med det."), felt="tekst")
        krev_ikke_forberedt(aktor, krav)
        skriv_hendelse(aktor, "krav.returnert", sak_id=krav.sak_id, objekt_id=krav.pk, for_deltaker=False)
        return krav.lagre_endring(status=overgang.til, retur=tekst.strip())


def krav_bestem(aktor: Aktor, *, krav: Krav, versjon: int | None = None) -> Krav:
    """Decide the deduction: send the letter with the plan, and make the deductions.

    Treated as an enkeltvedtak, with reasons and the right to complain. Raises Fagfeil for one who prepared it, and when
    something stands in the way since it was sent.
    """
    krev(aktor, Handling.KRAV_BESTEM, krav)
    with kommando(aktor, "krav.bestem"):
        krav = las_krav(krav)
        overgang = KRAV.krev("bestem", krav)
        krav.krev_versjon(versjon)
        krev_ikke_forberedt(aktor, krav)
        krev_kan_trekkes(krav)
        if feil := _ikke_hort(krav):
            raise FlereFeil(feil)
        dag, per_maned, fra = klokke.i_dag(), krav.plan_belop or 0, krav.plan_fra or klokke.i_dag()
        plan = foreslatt_plan(krav, per_maned=per_maned, fra=fra)
        with brevfeil_i_ord():
            brev = avgjorelsesbrev(aktor, krav, _rader(plan), dag)
        sendt = brev_send(aktor, sak=krav.sak, mal=Brevmal.VEDTAK, brev=brev)
        krav.lagre_endring(
            status=overgang.til,
            beslutter=aktor.krev_bruker(),
            bestemt=dag,
            bestemt_belop=per_maned,
            brev=sendt.dokument,
            trekkes=True,
        )
        skriv_hendelse(
            aktor,
            "krav.bestemt",
            sak_id=krav.sak_id,
            objekt_id=krav.pk,
            milepel=True,
            belop=sum(ett.belop for ett in plan),
            per_maned=per_maned,
        )
        return krav_rull_videre(krav, fra=plan[0].maned)


def krav_endre_plan(aktor: Aktor, *, krav: Krav, per_maned: int, fra: date, deltakeren_vil: bool = False) -> Krav:
    """Take another amount each month from a month on. Months that are paid, or lie in a run, stay as they are.

    Less than was decided is the office's to give. More than was decided, and any deduction for what is to be paid back
    under § 23, takes the participant's own wish (Fagfeil).
    """
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.endre_plan"):
        krav = las_krav(krav)
        KRAV.krev("endre_plan", krav)
        tak = krav.bestemt_belop if krav.status == Kravstatus.BESTEMT else 0
        if per_maned > (tak or 0) and not deltakeren_vil:
            setning = _("Å trekke mer enn bestemt må deltakeren selv ha bedt om. Kryss av hvis det er slik.")
            raise Fagfeil(setning, felt="deltakeren_vil")
        d = dekning(krav)
        plan = foreslatt_plan(krav, per_maned=per_maned, fra=fra, belop=d.ledig)
        if not plan:
            raise Fagfeil(_("Det er ingenting igjen å trekke, utenom det som ligger i en kjøring."))
        krav.lagre_endring(plan_belop=per_maned, plan_fra=plan[0].maned, trekkes=True)
        skriv_hendelse(
            aktor, "krav.plan_endret", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, per_maned=per_maned
        )
        return krav_rull_videre(krav, fra=plan[0].maned)


def krav_gi_trekkfri(aktor: Aktor, *, krav: Krav, maned: date) -> Krav:
    """Take nothing in a month that is planned; it goes to a month after the plan's last. Raises Fagfeil for another."""
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.gi_trekkfri"):
        krav = las_krav(krav)
        KRAV.krev("gi_trekkfri", krav)
        planlagt = planlagt_framover(krav)
        if maned not in planlagt:
            setning = _("Det er ikke planlagt noe trekk den måneden, eller den ligger alt i en kjøring.")
            raise Fagfeil(setning, felt="maned")
        if maned == max(planlagt) == siste_mulige(krav.sak):
            setning = _(
                "Programmet slutter, så det er ingen senere måned å trekke i. Trekk mindre, eller krev ikke resten."
            )
            raise Fagfeil(setning, felt="maned")
        skriv_hendelse(aktor, "krav.trekkfri", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, maned=maned)
        return krav_rull_videre(krav.lagre_endring(), fri=maned)


def krav_be_om_hjelp(aktor: Aktor, *, krav: Krav, ord_: str) -> Krav:
    """The participant says that what is left is too little. It becomes somebody's task."""
    krev(aktor, Handling.KRAV_EGEN, krav)
    with kommando(aktor, "krav.be_om_hjelp"):
        krav = las_krav(krav)
        KRAV.krev("be_om_hjelp", krav)
        if not ord_.strip():
            raise Fagfeil(_("Skriv kort hvordan du har det. Noen få ord er nok."), felt="ord_")
        krav.lagre_endring(hjelp_bedt=klokke.i_dag(), hjelp_ord=ord_.strip(), hjelp_svart=None, hjelp_svar="")
        skriv_hendelse(aktor, "krav.hjelp_bedt", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, ord=ord_[:300])
        return krav


def krav_svar_pa_hjelp(aktor: Aktor, *, krav: Krav, ord_: str) -> Krav:
    """Say what came of it: another plan, a month off, økonomisk stønad (sotjl § 18). The participant reads it."""
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.svar_pa_hjelp"):
        krav = las_krav(krav)
        KRAV.krev("svar_pa_hjelp", krav)
        if not krav.trenger_hjelp:
            raise Fagfeil(_("Ingen har sagt fra om at det blir for lite."))
        if not ord_.strip():
            raise Fagfeil(_("Skriv hva dere fant ut av."), felt="ord_")
        krav.lagre_endring(hjelp_svart=klokke.i_dag(), hjelp_svar=ord_.strip())
        skriv_hendelse(aktor, "krav.hjelp_svart", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, ord=ord_[:300])
        return krav


def krav_frafall(aktor: Aktor, *, krav: Krav, grunn: str) -> Krav:
    """Ask for nothing more of the claim: the law says that it can be deducted, not that it must be.

    What the participant has given stays given, until somebody decides to pay it back (`krav_gi_tilbake`). Raises
    Fagfeil without a reason, and while a deduction lies in a run.
    """
    krev(aktor, Handling.KRAV_BEHANDLE, krav)
    with kommando(aktor, "krav.frafall"):
        krav = las_krav(krav)
        overgang = KRAV.krev("frafall", krav)
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor dere ikke krever det tilbake."), felt="grunn")
        krev_utenfor_kjoring(krav)
        rest = dekning(krav).rest
        krav.lagre_endring(status=overgang.til, frafalt_grunn=grunn.strip(), trekkes=False)
        skriv_hendelse(aktor, "krav.frafalt", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, belop=rest)
        return krav_rull_videre(krav)


def krav_registrer_innbetaling(aktor: Aktor, *, krav: Krav, dato: date, belop: int, referanse: str) -> Innbetaling:
    """Register money that came in on the claim. Raises FlereFeil for more than is left, or a day ahead."""
    krev(aktor, Handling.KRAV_INNBETALING, krav)
    with kommando(aktor, "krav.innbetaling"):
        krav = las_krav(krav)
        KRAV.krev("registrer_innbetaling", krav)
        if feil := _feil_i_innbetalingen(krav, dato, belop, referanse):
            raise FlereFeil(feil)
        innbetaling = Innbetaling.objects.create(
            sak=krav.sak,
            krav=krav,
            dato=dato,
            belop=belop,
            referanse=referanse.strip(),
            registrert_av=aktor.krev_bruker(),
        )
        skriv_hendelse(aktor, "krav.innbetalt", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, belop=belop)
        krav_rull_videre(krav)
        return innbetaling


def _feil_i_innbetalingen(krav: Krav, dato: date, belop: int, referanse: str) -> list[Fagfeil]:
    feil = []
    d = dekning(krav)
    if not 0 < belop <= d.ledig:
        setning = _("Beløpet må være mellom 1 kr og %s, som er det som er igjen.") % kroner_tekst(d.ledig)
        if d.planlagt:
            setning += " " + _("Et trekk ligger i en kjøring som ikke er frigitt.")
        feil.append(Fagfeil(setning, felt="belop"))
    if dato > klokke.i_dag():
        feil.append(Fagfeil(_("Dagen kan ikke være fram i tid."), felt="dato"))
    if not referanse.strip():
        feil.append(Fagfeil(_("Skriv hva innbetalingen er merket med i regnskapet."), felt="referanse"))
    return feil


def krav_rett_innbetaling(aktor: Aktor, *, krav: Krav, innbetaling: UUID, grunn: str) -> Innbetaling:
    """Take back an entry that was wrong, by one the other way. Done twice, nothing more happens."""
    krev(aktor, Handling.KRAV_INNBETALING, krav)
    with kommando(aktor, "krav.innbetaling"):
        krav = las_krav(krav)
        KRAV.krev("rett_innbetaling", krav)
        feil = krav.innbetalinger.filter(pk=innbetaling, belop__gt=0).first()
        if feil is None:
            raise Fagfeil(_("Velg en innbetaling på dette kravet."), felt="innbetaling")
        if gjort := krav.innbetalinger.filter(retter=feil).first():
            return gjort
        if feil.belop > dekning(krav).fra_deltakeren:
            raise Fagfeil(_("Pengene er bestemt betalt tilbake til deltakeren."), felt="innbetaling")
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor den tas tilbake."), felt="grunn")
        rettelse = Innbetaling.objects.create(
            sak=krav.sak,
            krav=krav,
            dato=klokke.i_dag(),
            belop=-feil.belop,
            referanse=grunn.strip()[:80],
            retter=feil,
            registrert_av=aktor.krev_bruker(),
        )
        skriv_hendelse(
            aktor, "krav.innbetaling_rettet", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, belop=feil.belop
        )
        fordel_refusjon(krav.sak)  # what NAV has paid may have found no room while the wrong entry stood
        krav_rull_videre(krav)
        return rettelse
