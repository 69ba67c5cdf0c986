"""A run held against the bank: what was sent, what became of it, and what is left to explain. Whole kroner and øre."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.avstemming.enums import Avklaringsutfall, Postslag, Samsvar
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


def regnskap_for(kjoring: Kjoring) -> Regnskap:
    """The run as it stands now."""
    return regnskaper([kjoring])[kjoring.pk]


def regnskaper(kjoringer: Collection[Kjoring]) -> dict[UUID, Regnskap]:
    """The runs as they stand now, in a constant number of queries."""
    ider = [kjoring.pk for kjoring in kjoringer]
    summer, null = _summer(ider)
    banken = _banken(ider)
    apne = _apne(ider)
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
            uforklart_ore=b.uforklart + _uten_bevegelse(s, b),
            forklart_ore=b.forklart,
            apne=apne[kjoring.pk],
            frist=virkedager_etter(kjoring.utbetalingsdato, UTESTAENDE_VIRKEDAGER),
        )
    return ut


def _summer(ider: Collection[UUID]) -> tuple[defaultdict[UUID, dict[str, Telt]], defaultdict[UUID, int]]:
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


def _uten_bevegelse(summer: dict[str, Telt], banken: _Banken) -> int:
    """Øre of payments that count as booked, and that the account says nothing of."""
    booket = summer.get("bokfort", Telt()).kroner + summer.get("feilsendt", Telt()).kroner
    return booket * 100 - banken.ventet


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
    ventet: int = 0


def _banken(ider: Collection[UUID]) -> defaultdict[UUID, _Banken]:
    """What the account says of the runs' payments, and how it differs from what the payments have come to.

    The difference is reckoned payment by payment: two that are wrong the opposite way do not hide each other.
    """
    ut: defaultdict[UUID, _Banken] = defaultdict(_Banken)
    konto: defaultdict[UUID, int] = defaultdict(int)
    hvor: dict[UUID, tuple[UUID, str, int]] = {}
    for rad in _bevegelser(ider):
        ident, kjoring_id, status, netto, slag, ore = rad
        hvor[ident] = (kjoring_id, status, netto)
        if slag in {Postslag.RETUR, Postslag.INN}:
            ut[kjoring_id].inn += ore
            konto[ident] -= ore
        else:
            ut[kjoring_id].ut += ore
            konto[ident] += ore
    ordnet = _ordnet(hvor)
    for ident, (kjoring_id, status, netto) in hvor.items():
        ventet = netto * 100 if status in {_S.UTBETALT, _S.FEILSENDT} else 0
        ut[kjoring_id].ventet += ventet
        forskjell = konto[ident] - ventet
        if ident in ordnet:
            ut[kjoring_id].forklart += forskjell
        else:
            ut[kjoring_id].uforklart += abs(forskjell)
    return ut


def _bevegelser(ider: Collection[UUID]) -> list[tuple[UUID, UUID, str, int, str, int]]:
    """Each payment of the runs with what the account has of it, out and in."""
    pa_konto = [Postslag.BOKFORT, Postslag.RETUR]
    egne = Bankpost.objects.filter(
        utbetaling__kjoring_id__in=ider,
        slag__in=pa_konto,
        samsvar__in=[Samsvar.TREFF, Samsvar.MOTSIGELSE],
    )
    koblet = Postavklaring.objects.filter(
        utbetaling__kjoring_id__in=ider, utfall=Avklaringsutfall.KOBLET, post__slag__in=[*pa_konto, Postslag.INN]
    ).exclude(post__samsvar__in=[Samsvar.TREFF, Samsvar.MOTSIGELSE])
    felt = ("utbetaling_id", "utbetaling__kjoring_id", "utbetaling__status", "utbetaling__netto")
    return [
        *egne.order_by().values_list(*felt, "slag").annotate(ore=Sum("belop_ore")),
        *koblet.order_by().values_list(*felt, "post__slag").annotate(ore=Sum("post__belop_ore")),
    ]


def _ordnet(ider: Iterable[UUID]) -> set[UUID]:
    """The payments a person has said how were put right, or what belongs to."""
    ider = list(ider)
    utfall = [Avklaringsutfall.ORDNET, Avklaringsutfall.KOBLET]
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


def _apne(ider: Collection[UUID]) -> defaultdict[UUID, int]:
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
