"""The plan of a claim as deductions: the months still to come always take exactly what is left, and never more.

Called after whatever changes what is left, and each night. A month that lies in a prepared run is left alone, and so is
one that is paid; one that was passed over (nothing was paid for it) gives up what it was to take.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.krav.dekning import Dekning, dekning, linjerester, siste_lukkede
from fotfeste.fag.krav.enums import KREVES, Kravstatus, Refusjonsstatus
from fotfeste.fag.krav.laas import las_krav
from fotfeste.fag.krav.models import Krav, Kravtrekk, Refusjonskrav
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.enums import Trekkart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Differanse, Trekk, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk import krav as regler
from fotfeste.regelverk.tid import EN_DAG

MAKS_MANEDER = 36
"""A programme lasts three years at most: a plan longer than that is never carried out."""


def forste_ledige(sak: Sak) -> date:
    """The first month a deduction can be made in: after the last that is paid or lies in a run, and not long ago.

    The month before this one is the last that is paid now.
    """
    forrige = (klokke.i_dag().replace(day=1) - EN_DAG).replace(day=1)
    siste = siste_lukkede(sak.pk)
    return max(forrige, regler.neste_maned(siste)) if siste else forrige


def siste_mulige(sak: Sak) -> date | None:
    """The programme's last month when its end is decided, else None: after it there is no stønad to take from."""
    slutt = Avslutning.objects.filter(sak=sak).values_list("dato", flat=True).first()
    if slutt is None and sak.er_apen:
        return None
    return (slutt or klokke.i_dag()).replace(day=1)


def reservert(krav: Krav) -> int:
    """What of the claim waits for NAV's answer to a refusjonskrav, and must not be deducted meanwhile (§ 38)."""
    apne = list(Refusjonskrav.objects.filter(sak_id=krav.sak_id, status=Refusjonsstatus.FREMSATT))
    if not apne:
        return 0
    rader = linjerester(krav)
    return sum(min(ett.krevd, sum(rad.rest for rad in rader if gjelder(ett, rad.linje.differanse))) for ett in apne)


def gjelder(refusjonskrav: Refusjonskrav, differanse: Differanse | None) -> bool:
    """Whether the difference is about the same kroner; what was paid twice (None) is no benefit's doing.

    The month is in the period, and another benefit made the difference, or all that was paid for the days is claimed.
    """
    if differanse is None:
        return False
    i_tiden = refusjonskrav.fra < regler.neste_maned(differanse.maned) and differanse.maned <= refusjonskrav.til
    alt = refusjonskrav.krevd == refusjonskrav.utlegg
    return i_tiden and (alt or Endringsarsak.YTELSE in differanse.arsaker)


def planlagt_framover(krav: Krav) -> dict[date, int]:
    """The months still to come with what they are to take."""
    siste = siste_lukkede(krav.sak_id)
    rader = krav.trekk.filter(trekk__belop__gt=0).values_list("trekk__maned", "trekk__belop")
    return {maned: belop for maned, belop in rader if siste is None or maned > siste}


def foreslatt_plan(krav: Krav, *, per_maned: int, fra: date, belop: int | None = None) -> tuple[regler.Avdrag, ...]:
    """What `per_maned` from `fra` comes to, month by month, for what is left. Raises Fagfeil for an impossible plan.

    Only stønad to come can be deducted from (§ 40): what there is no month for before the programme ends is left out.
    """
    rest = dekning(krav).ledig if belop is None else belop
    if per_maned < 1:
        raise Fagfeil(_("Skriv hvor mye som skal trekkes hver måned."), felt="per_maned")
    forste = max(fra.replace(day=1), forste_ledige(krav.sak))
    grense = siste_mulige(krav.sak)
    if grense and forste > grense:
        setning = _("Programmet er slutt, så det er ingen stønad å trekke i.")
        raise Fagfeil(setning, felt="fra", hjemmel=str(regler.TREKK))
    if rest > per_maned * MAKS_MANEDER:
        setning = _("Da tar det mer enn tre år. Skriv et høyere beløp, eller la være å kreve resten.")
        raise Fagfeil(setning, felt="per_maned")
    if (forste.year - klokke.i_dag().year) * 12 + forste.month - klokke.i_dag().month > 12:
        raise Fagfeil(_("Planen kan ikke begynne mer enn ett år fram i tid."), felt="fra")
    return tuple(ett for ett in regler.plan(rest, per_maned, forste) if grense is None or ett.maned <= grense)


def krav_rull_videre(krav: Krav, *, fra: date | None = None, fri: date | None = None) -> Krav:
    """Let the plan take exactly what is left, and close the claim when nothing is. Inside a frame, the case locked.

    What a short month had no room for goes to a month after the plan's last. `fra`: the plan is laid anew from that
    month; `fri`: nothing is taken in that one. A claim whose programme is over keeps what is left until somebody
    decides on it.
    """
    d = dekning(krav)
    apne = {} if fra else planlagt_framover(krav)
    skal_tas = max(0, d.ledig - reservert(krav)) if _trekkes(krav) else 0
    brukt = max([fri or date.min, *apne])
    apne.pop(fri or date.min, None)
    etter = regler.neste_maned(brukt) if brukt > date.min else fra or date.min
    onsket = regler.tilpass(apne, skal_tas, krav.plan_belop or 1, max(forste_ledige(krav.sak), etter))
    if grense := siste_mulige(krav.sak):
        onsket = {maned: belop for maned, belop in onsket.items() if maned <= grense}
    _lagre(krav, onsket, i_kjoring_star=_trekkes(krav) and d.planlagt <= d.rest)
    return _sett_status(krav, d)


def _trekkes(krav: Krav) -> bool:
    """Whether deductions are being made: decided or agreed, the participant lives, and no complaint holds them."""
    lever = krav.sak.person.dodsdato is None
    return krav.trekkes and krav.status in KREVES and lever and not krav.venter_klage


def _lagre(krav: Krav, onsket: Mapping[date, int], *, i_kjoring_star: bool) -> None:
    """Make the deductions not yet used into `onsket`, changing as few rows as can be.

    One that comes to nothing stays as a row of 0 kr. Were it deleted, a run being prepared at the same moment could not
    name it; as it is, the run is stopped at its release, where everything is reckoned once more.
    """
    laaste = _laaste_maneder(krav, i_kjoring_star=i_kjoring_star)
    rader = krav.trekk.select_related("trekk")
    har = {rad.trekk.maned: rad for rad in rader if rad.trekk.maned not in laaste}
    for maned, rad in har.items():
        ny = onsket.get(maned, 0)
        if ny != rad.trekk.belop:
            rad.trekk.lagre_endring(belop=ny)
    for maned in sorted(onsket.keys() - har.keys()):
        trekk = Trekk.objects.create(
            sak=krav.sak,
            art=Trekkart.FEILUTBETALING,
            maned=maned,
            belop=onsket[maned],
            hjemmel=str(regler.TREKK),
            grunn=f"For mye utbetalt, bestemt {krav.bestemt or klokke.i_dag():%d.%m.%Y}",
        )
        Kravtrekk.objects.create(sak=krav.sak, krav=krav, trekk=trekk)


def _laaste_maneder(krav: Krav, *, i_kjoring_star: bool) -> set[date]:
    """Months whose deductions are used, or lie in a run that is prepared; the last only while they are to be made.

    When they are not any more (a death, a complaint, a decision that fell, money the bank has fetched itself), the run
    is stopped at its release.
    """
    fri = {Utbetalingsstatus.FORKASTET}
    if not i_kjoring_star:
        fri.add(Utbetalingsstatus.PLANLAGT)
    rader = Utbetaling.objects.filter(sak_id=krav.sak_id, art=Utbetalingsart.MANED)
    return set(rader.exclude(status__in=fri).values_list("maned", flat=True))


def _sett_status(krav: Krav, d: Dekning) -> Krav:
    if d.rest == 0 and krav.status not in {Kravstatus.NEDBETALT, Kravstatus.REFUSJON, Kravstatus.FRAFALT}:
        bare_refusjon = d.refundert and d.refundert + d.motregnet == d.belop
        ny = Kravstatus.REFUSJON if bare_refusjon else Kravstatus.NEDBETALT
        krav.lagre_endring(status=ny, trekkes=False)
        kode = "krav.refundert" if ny == Kravstatus.REFUSJON else "krav.gjort_opp"
        skriv_hendelse(SYSTEM, kode, sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, belop=d.belop)
    elif d.rest and krav.status in {Kravstatus.NEDBETALT, Kravstatus.REFUSJON}:
        igjen = _igjen(krav)
        krav_rull_videre(krav.lagre_endring(status=igjen, trekkes=igjen == Kravstatus.BESTEMT))
    return krav


def _igjen(krav: Krav) -> Kravstatus:
    """Where a settled claim stands when what settled it is taken back."""
    if krav.vedtak_id and krav.vedtak and krav.vedtak.dato:
        return Kravstatus.TILBAKEBETALING
    return Kravstatus.BESTEMT if krav.bestemt else Kravstatus.FUNNET


def krev_utenfor_kjoring(krav: Krav) -> None:
    """Raise Fagfeil while a deduction of the claim lies in a run nobody has released: it would be taken anyway."""
    if dekning(krav).planlagt:
        setning = _("Et trekk ligger i en kjøring som ikke er frigitt. Be økonomi legge bort kjøringen først.")
        raise Fagfeil(setning)


def krev_kan_trekkes(krav: Krav) -> None:
    """Raise Fagfeil when nothing is left to deduct, or a part of it may come from NAV instead."""
    if reservert(krav):
        setning = _("NAV har ikke svart på kravet om refusjon for de samme månedene. Vent på svaret.")
        raise Fagfeil(setning, hjemmel=str(regler.REFUSJON))
    if not dekning(krav).ledig:
        raise Fagfeil(_("Det er ingenting igjen å kreve."))


def kravene_folg_dodsfall(sak: Sak) -> None:
    """Let the plans of the case follow that the participant has died, or has not after all. Inside a frame.

    Nothing more is deducted: a month that lies in a prepared run is emptied too, which stops the run at its release.
    The claims stand, and a person decides whether they are put to the estate or let go.
    """
    for krav in Krav.objects.filter(sak=sak, trekkes=True).select_related("sak"):
        krav_rull_videre(las_krav(krav))


def kravene_folg_banken(sak: Sak) -> None:
    """Let the claims of the case follow that what was paid twice is so no more, or is so again. Inside a frame."""
    for krav in Krav.objects.filter(sak=sak, linjer__dobbeltbetaling__isnull=False).select_related("sak").distinct():
        krav_rull_videre(las_krav(krav))


def krav_la_vente(aktor: Aktor, krav: Krav, *, venter: bool) -> Krav:
    """Let nothing be deducted while a complaint holds the decision, or let the plan go on. Inside a frame.

    A month that lies in a prepared run is emptied too, which stops the run at its release. What is left is then taken
    by the plan as it was, from the first month it can be.
    """
    krav = las_krav(krav)
    if krav.venter_klage == venter:
        return krav
    krav.lagre_endring(venter_klage=venter)
    if krav.trekkes:
        kode = "krav.venter" if venter else "krav.fortsetter"
        skriv_hendelse(aktor, kode, sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True)
    return krav_rull_videre(krav, fra=None if venter else krav.plan_fra)


def natt_rull_videre() -> str:
    """Let each plan follow what was paid since yesterday. Done again, nothing more happens."""
    antall = 0
    for krav in Krav.objects.filter(status__in=sorted(KREVES)).select_related("sak").order_by("pk").iterator():
        with kommando(SYSTEM, "krav.nattjobb"):
            krav_rull_videre(las_krav(krav))
            antall += 1
    return f"{antall} krav er gått gjennom: det det ikke var rom for, er flyttet til en senere måned."
