"""A run held against the bank: what was sent, what became of it, and what is left to explain. Whole kroner and øre."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import BigIntegerField, Case, Count, F, Q, QuerySet, Sum, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.avstemming.enums import (
    INN_PA_KONTOEN,
    PA_KONTOEN,
    UT_AV_KONTOEN,
    Avklaringsutfall,
    Postslag,
    Samsvar,
)
from fotfeste.fag.avstemming.models import Avstemming, Bankpost, Postavklaring
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.kvittering import SENDT_STATUSER
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.regelverk.tid import virkedager_etter

UTESTAENDE_VIRKEDAGER = 3
"""How long after the day of payment the bank may be silent before it is something to ask about."""
_S = Utbetalingsstatus


@dataclass(frozen=True, slots=True)
class Telt:
    """How many, and how much in whole kroner."""

    antall: int = 0
    kroner: int = 0

    def __add__(self, annen: Telt) -> Telt:
        return Telt(self.antall + annen.antall, self.kroner + annen.kroner)


@dataclass(frozen=True, slots=True)
class Regnskap:
    """A run (or several together) as it stands. Sent is booked, refused, returned, gone astray and outstanding.

    `bank_ut` and `bank_inn` are what the account says, in øre. `uforklart_ore` is what it says beyond what the payments
    have come to, and `forklart_ore` the part of it a person has put right. `apne`: how much of what the bank has said
    waits for a person. `forfalt`: outstanding so long that somebody should ask.
    """

    sendt: Telt = field(default_factory=Telt)
    bokfort: Telt = field(default_factory=Telt)
    avvist: Telt = field(default_factory=Telt)
    returnert: Telt = field(default_factory=Telt)
    feilsendt: Telt = field(default_factory=Telt)
    utestaende: Telt = field(default_factory=Telt)
    null_kroner: int = 0
    bank_ut: int = 0
    bank_inn: int = 0
    uforklart_ore: int = 0
    forklart_ore: int = 0
    apne: int = 0
    frist: date | None = None

    @property
    def forfalt(self) -> bool:
        return bool(self.utestaende.antall and self.frist and self.frist < klokke.i_dag())

    @property
    def gar_opp(self) -> bool:
        """Whether nothing is left to explain."""
        return not (self.utestaende.antall or self.uforklart_ore or self.apne)

    def tall(self) -> dict[str, int]:
        """The figures as they are kept with a reconciliation."""
        ut = {}
        for navn in ("sendt", "bokfort", "avvist", "returnert", "feilsendt"):
            sum_: Telt = getattr(self, navn)
            ut[navn], ut[f"{navn}_antall"] = sum_.kroner, sum_.antall
        return ut

    def er_som(self, avstemming: Avstemming) -> bool:
        """Whether the figures are those of a reconciliation made before, so that it still holds."""
        like = all(getattr(avstemming, navn) == verdi for navn, verdi in self.tall().items())
        return like and avstemming.forklart_ore == self.forklart_ore and self.gar_opp


def endret_siden(avstemming: Avstemming, sendt: dict[str, Telt]) -> bool:
    """Whether the payments have come to something else than what was reconciled."""
    ble = {navn: sendt.get(navn, Telt()) for navn in ("bokfort", "avvist", "returnert", "feilsendt")}
    return "utestaende" in sendt or any(
        (getattr(avstemming, navn), getattr(avstemming, f"{navn}_antall")) != (telt.kroner, telt.antall)
        for navn, telt in ble.items()
    )


def regnskap_for(kjoring: Kjoring) -> Regnskap:
    """The run as it stands now."""
    return regnskaper([kjoring])[kjoring.pk]


def regnskaper(kjoringer: Collection[Kjoring]) -> dict[UUID, Regnskap]:
    """The runs as they stand now, in a constant number of queries."""
    ider = [kjoring.pk for kjoring in kjoringer]
    summer, null = summer_for(ider)
    banken = _banken(ider)
    apne = apne_per_kjoring(ider)
    ut = {}
    for kjoring in kjoringer:
        s, b = summer[kjoring.pk], banken[kjoring.pk]
        sendt = Telt()
        for del_ in s.values():
            sendt += del_
        ut[kjoring.pk] = Regnskap(
            sendt=sendt,
            **s,
            null_kroner=null[kjoring.pk],
            bank_ut=b.ut,
            bank_inn=b.inn,
            uforklart_ore=b.uforklart,
            forklart_ore=b.forklart,
            apne=apne[kjoring.pk],
            frist=virkedager_etter(kjoring.utbetalingsdato, UTESTAENDE_VIRKEDAGER),
        )
    return ut


def summer_for(ider: Collection[UUID]) -> tuple[defaultdict[UUID, dict[str, Telt]], defaultdict[UUID, int]]:
    """What each run's payments have come to by the names of `Regnskap`, and how many were of nothing."""
    summer: defaultdict[UUID, dict[str, Telt]] = defaultdict(dict)
    null: defaultdict[UUID, int] = defaultdict(int)
    ubokfort = Q(status=_S.FEILSENDT, utbetalt__isnull=True, netto__gt=0)
    rader = (
        Utbetaling.objects.filter(kjoring_id__in=ider, status__in=SENDT_STATUSER)
        .order_by()
        .values_list("kjoring_id", "status")
        .annotate(
            antall=Count("pk", filter=Q(netto__gt=0)),
            kroner=Sum("netto"),
            null_kroner=Count("pk", filter=Q(netto=0)),
            # The bank has not said yet that what went astray went out.
            ute=Count("pk", filter=ubokfort),
            ute_kroner=Sum("netto", filter=ubokfort, default=0),
        )
    )
    for ident, status, antall, kroner, null_kroner, ute, ute_kroner in rader:
        null[ident] += null_kroner
        for navn, telt in (
            (_NAVN[_S(status)], Telt(antall - ute, kroner - ute_kroner)),
            ("utestaende", Telt(ute, ute_kroner)),
        ):
            if telt.antall:
                summer[ident][navn] = summer[ident].get(navn, Telt()) + telt
    return summer, null


_NAVN = {
    _S.SENDT: "utestaende",
    _S.UTBETALT: "bokfort",
    _S.AVVIST: "avvist",
    _S.RETURNERT: "returnert",
    _S.FEILSENDT: "feilsendt",
}


@dataclass(slots=True)
class _Banken:
    ut: int = 0
    inn: int = 0
    uforklart: int = 0
    forklart: int = 0


_VIRKER = [Samsvar.TREFF, Samsvar.MOTSIGELSE]


def _banken(ider: Collection[UUID]) -> defaultdict[UUID, _Banken]:
    """What the account says of the runs' payments, and how it differs from what the payments have come to."""
    ut: defaultdict[UUID, _Banken] = defaultdict(_Banken)
    poster = Bankpost.objects.filter(utbetaling__kjoring_id__in=ider, slag__in=PA_KONTOEN, samsvar__in=_VIRKER)
    bevegelser = poster.order_by().values_list("utbetaling__kjoring_id", "slag").annotate(ore=Sum("belop_ore"))
    koblet = _koblet(ider)
    for kjoring_id, slag, ore in (
        *bevegelser,
        *((kjoring_id, slag, ore) for _ident, kjoring_id, slag, ore in koblet),
    ):
        if kjoring_id is not None and slag in UT_AV_KONTOEN:
            ut[kjoring_id].ut += ore
        elif kjoring_id is not None:
            ut[kjoring_id].inn += ore
    forskjeller = _forskjeller(ider, koblet)
    ordnet = _ordnet(forskjeller)
    for ident, (kjoring_id, forskjell) in forskjeller.items():
        if ident in ordnet:
            ut[kjoring_id].forklart += forskjell
        else:
            ut[kjoring_id].uforklart += abs(forskjell)
    return ut


def _koblet(ider: Collection[UUID]) -> list[tuple[UUID, UUID, str, int]]:
    """What a person has said belongs to the runs' payments: payment, run, kind, øre. Few."""
    rader = Postavklaring.objects.filter(
        utbetaling__kjoring_id__in=ider, utfall=Avklaringsutfall.KOBLET, post__slag__in=[*PA_KONTOEN, Postslag.INN]
    ).exclude(post__samsvar__in=_VIRKER)
    felt = ("utbetaling_id", "utbetaling__kjoring_id", "post__slag", "post__belop_ore")
    return [
        (ident, kjoring_id, slag, ore or 0)
        for ident, kjoring_id, slag, ore in rader.values_list(*felt)
        if ident and kjoring_id
    ]


def _forskjeller(ider: Collection[UUID], koblet: Iterable[tuple[UUID, UUID, str, int]]) -> dict[UUID, tuple[UUID, int]]:
    """The payments the account does not agree with, with their run and the øre between, reckoned in the database.

    Payment by payment: two that are wrong the opposite way do not hide each other.
    """
    fra_person: defaultdict[UUID, int] = defaultdict(int)
    for ident, _kjoring, slag, ore in koblet:
        fra_person[ident] += ore if slag in UT_AV_KONTOEN else -ore
    virker = Q(bankposter__samsvar__in=_VIRKER)
    framme = Q(status=_S.UTBETALT) | Q(status=_S.FEILSENDT, utbetalt__isnull=False)
    rader = (
        Utbetaling.objects.filter(kjoring_id__in=ider, status__in=SENDT_STATUSER, netto__gt=0)
        .order_by()
        .annotate(
            ut=Sum("bankposter__belop_ore", filter=virker & Q(bankposter__slag__in=UT_AV_KONTOEN), default=0),
            inn=Sum("bankposter__belop_ore", filter=virker & Q(bankposter__slag__in=INN_PA_KONTOEN), default=0),
            ventet=Case(When(framme, then=F("netto") * 100), default=0, output_field=BigIntegerField()),
        )
        .annotate(forskjell=F("ut") - F("inn") - F("ventet"))
        .filter(~Q(forskjell=0) | Q(pk__in=list(fra_person)))
    )
    return {
        ident: (kjoring_id, int(forskjell) + fra_person[ident])
        for ident, kjoring_id, forskjell in rader.values_list("pk", "kjoring_id", "forskjell")
        if forskjell + fra_person[ident]
    }


def _ordnet(ider: Iterable[UUID]) -> set[UUID]:
    """The payments a person has said how were put right, or what belongs to."""
    ider = list(ider)
    utfall = [Avklaringsutfall.ORDNET, Avklaringsutfall.DOBBELT, Avklaringsutfall.KOBLET]
    ordnet = Postavklaring.objects.filter(utfall__in=utfall, post__utbetaling_id__in=ider)
    koblet = Postavklaring.objects.filter(utbetaling_id__in=ider)
    egne, deres = ordnet.values_list("post__utbetaling_id", flat=True), koblet.values_list("utbetaling_id", flat=True)
    return {ident for ident in (*egne, *deres) if ident}


def apne_poster() -> QuerySet[Bankpost]:
    """What the bank has said that waits for a person: unknown, another amount, or what cannot be both."""
    ukjent = Q(samsvar=Samsvar.UKJENT) & ~Q(slag__in=[Postslag.ANDRE, Postslag.VENTER, Postslag.GODTATT])
    return Bankpost.objects.filter(
        ukjent | Q(samsvar__in=[Samsvar.BELOP, Samsvar.MOTSIGELSE]), avklaring__isnull=True, deler__isnull=True
    )


def apne_per_kjoring(ider: Collection[UUID]) -> defaultdict[UUID, int]:
    """How much of what the bank has said of each run waits for a person."""
    ut: defaultdict[UUID, int] = defaultdict(int)
    apne = apne_poster().order_by()
    for felt in ("utbetaling__kjoring_id", "kjoring_id"):
        rader = apne.filter(**{f"{felt}__in": ider}).values_list(felt).annotate(antall=Count("pk"))
        for ident, antall in rader:
            ut[ident] += antall
    return ut


def hva_mangler(regnskap: Regnskap) -> list[str]:
    """Why the run cannot be said to come out even yet, in sentences; empty when it can."""
    ut = []
    if regnskap.utestaende.antall:
        ut.append(
            ngettext(
                "Banken har ikke svart på %(n)s betaling ennå.",
                "Banken har ikke svart på %(n)s betalinger ennå.",
                regnskap.utestaende.antall,
            )
            % {"n": regnskap.utestaende.antall}
        )
    if regnskap.apne:
        ut.append(
            ngettext(
                "%(n)s svar fra banken må avklares først.",
                "%(n)s svar fra banken må avklares først.",
                regnskap.apne,
            )
            % {"n": regnskap.apne}
        )
    if regnskap.uforklart_ore and not regnskap.apne:
        ut.append(_("Kontoen og utbetalingene skiller %(belop)s kr.") % {"belop": ore_ord(regnskap.uforklart_ore)})
    return ut


def ore_ord(ore: int) -> str:
    """«21 438,00»: øre as kroner with two decimals and hard spaces."""
    fortegn = "\N{MINUS SIGN}" if ore < 0 else ""
    kroner, rest = divmod(abs(ore), 100)
    return f"{fortegn}{kroner:,}".replace(",", "\N{NO-BREAK SPACE}") + f",{rest:02d}"
