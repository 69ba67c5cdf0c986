"""A paid month reckoned again, because a fact of it is another than it was, or the grunnbeløp came late.

The past is never rewritten. The new reckoning is frozen beside the old, and the difference between them becomes money
to be paid, or a claim to be considered (§ 40). Facts and rates are kept apart: a changed fact is reckoned as the rates
were known when the month was; new rates come by their own run (fag/regulering).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.frysing import fakta_som_json, frys
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Beregning, Differanse, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Handling, krev
from fotfeste.regelverk.stonad import Stonadsfakta, beregn
from fotfeste.regelverk.tid import maned as maned_periode

_LIKEGYLDIG = frozenset({"kjent_dato", "trekk", "maned"})
"""Parts of the frozen facts that make no difference: what is deducted is another matter than what was owed."""
_PERIODER = ("vedtak", "avbrudd", "permisjon_uten_stonad", "barn", "andre_ytelser")


@dataclass(frozen=True, slots=True)
class Funn:
    """A paid month that comes to something else now. Nothing is stored until `lagre_funn`."""

    sak: Sak
    maned: date
    forrige: Beregning
    fakta: Stonadsfakta
    ny_brutto: int
    arsaker: tuple[Endringsarsak, ...]
    timeliste: Timeliste

    @property
    def belop(self) -> int:
        """Kroner to come (more than zero) or paid too much (less)."""
        return self.ny_brutto - self.forrige.brutto


def betalte_maneder(sak_ids: Collection[UUID], maneder: Collection[date] | None = None) -> QuerySet[Utbetaling]:
    """The months of the cases that have been released for payment and not come back."""
    rader = Utbetaling.objects.filter(LEVENDE_UTBETALING, sak_id__in=sak_ids, art=Utbetalingsart.MANED)
    rader = rader.exclude(status=Utbetalingsstatus.PLANLAGT)
    return rader if maneder is None else rader.filter(maned__in=maneder)


def gjeldende_beregninger(
    sak_ids: Collection[UUID], maneder: Collection[date] | None = None
) -> dict[tuple[UUID, date], UUID]:
    """The reckoning that stands for each paid month: the one it was paid by, or the last that followed it."""
    etterfolgere = dict(Differanse.objects.filter(sak_id__in=sak_ids).values_list("forrige_id", "ny_id"))
    ut = {}
    for sak_id, maned, beregning_id in betalte_maneder(sak_ids, maneder).values_list("sak_id", "maned", "beregning_id"):
        while beregning_id in etterfolgere:
            beregning_id = etterfolgere[beregning_id]
        ut[sak_id, maned] = beregning_id
    return ut


def finn_endringer(
    saker: Sequence[Sak], maneder: Collection[date] | None = None, *, kjent_dato: date | None = None
) -> Iterator[Funn]:
    """The paid months of the cases (with `person` loaded) that come to something else now, month by month.

    Without `kjent_dato` each month is reckoned with the rates as they were known for it, so that only facts differ. A
    month whose sheet is being corrected is not asked about: its facts are not settled.
    """
    etter_id = {sak.pk: sak for sak in saker}
    gjeldende = gjeldende_beregninger(etter_id, maneder)
    beregninger = Beregning.objects.defer("spor").in_bulk(gjeldende.values())
    per_maned: defaultdict[tuple[date, date], list[Beregning]] = defaultdict(list)
    for (_sak_id, maned), ident in gjeldende.items():
        rad = beregninger[ident]
        per_maned[maned, kjent_dato or rad.kjent_dato].append(rad)
    for (maned, kjent), rader in sorted(per_maned.items()):
        yield from _finn_i_maneden(etter_id, maned, kjent, rader)


def _finn_i_maneden(saker: dict[UUID, Sak], maned: date, kjent: date, rader: Sequence[Beregning]) -> Iterator[Funn]:
    godkjente = {
        liste.sak_id: liste
        for liste in Timeliste.objects.filter(
            sak_id__in=[rad.sak_id for rad in rader], maned=maned, status=Timelistestatus.GODKJENT
        )
    }
    rader = [rad for rad in rader if rad.sak_id in godkjente]
    fakta = stonadsfakta_for([saker[rad.sak_id] for rad in rader], maned, kjent_dato=kjent)
    for rad in rader:
        ny = fakta[rad.sak_id]
        arsaker = _endret(_i_maneden(rad.inn, maned), _i_maneden(fakta_som_json(ny), maned))
        if not arsaker and kjent == rad.kjent_dato:
            continue
        svar = beregn(ny, med_spor=False)
        if svar.linjer._asdict() != rad.ut["linjer"]:
            arsaker = arsaker or (Endringsarsak.GRUNNBELOP,)
            yield Funn(saker[rad.sak_id], maned, rad, ny, svar.brutto, arsaker, godkjente[rad.sak_id])


def _i_maneden(inn: dict[str, Any], forste: date) -> dict[str, Any]:
    """The facts with each period cut to the month: a decision or a child of another month is no reason in this one."""
    siste = maned_periode(forste.year, forste.month).slutt
    return {
        **inn,
        **{felt: list(_kuttet(inn.get(felt, ()), forste.isoformat(), siste.isoformat())) for felt in _PERIODER},
    }


def _kuttet(rader: Iterable[dict[str, Any]], forste: str, siste: str) -> Iterator[dict[str, Any]]:
    for rad in rader:
        fra, til = max(rad["fra"], forste), min(rad["til"] or siste, siste)
        if fra <= til:
            yield {**rad, "fra": fra, "til": til}


def _endret(for_: dict[str, Any], na: dict[str, Any]) -> tuple[Endringsarsak, ...]:
    return tuple(Endringsarsak(nokkel) for nokkel in na if nokkel not in _LIKEGYLDIG and for_.get(nokkel) != na[nokkel])


def lagre_funn(aktor: Aktor, funn: Iterable[Funn]) -> list[Differanse]:
    """Freeze the new reckonings and the differences, in that order. The caller has a frame, and has locked the cases.

    Three statements however many there are. A difference of 0 kr is kept too when the lines differ: the next one is
    found from it.
    """
    funn = list(funn)
    nye = Beregning.objects.bulk_create(
        frys(ett.sak, ett.fakta, beregn(ett.fakta), timeliste=ett.timeliste) for ett in funn
    )
    differanser = Differanse.objects.bulk_create(
        Differanse(sak=ett.sak, maned=ett.maned, forrige=ett.forrige, ny=ny, belop=ett.belop, arsaker=list(ett.arsaker))
        for ett, ny in zip(funn, nye, strict=True)
    )
    Hendelse.objects.bulk_create(_hendelse(aktor, rad) for rad in differanser if rad.belop)
    return differanser


def _hendelse(aktor: Aktor, differanse: Differanse) -> Hendelse:
    return Hendelse(
        tid=klokke.na(),
        kode="etterregning.mer" if differanse.belop > 0 else "etterregning.mindre",
        sak_id=differanse.sak_id,
        objekt_id=differanse.pk,
        bruker=aktor.bruker,
        data={"maned": differanse.maned.isoformat(), "belop": abs(differanse.belop)},
        milepel=True,
    )


def etterregn(aktor: Aktor, sak: Sak, *, maneder: Collection[date] | None = None) -> list[Differanse]:
    """Reckon the case's paid months again and keep what differs. Asked again with the same facts, nothing is added."""
    krev(aktor, Handling.STONAD_ETTERREGN, sak)
    with kommando(aktor, "stonad.etterregn"):
        last = Sak.objects.select_for_update(of=("self",)).select_related("person").get(pk=sak.pk)
        return lagre_funn(aktor, list(finn_endringer([last], maneder)))


def etterregn_mange(aktor: Aktor, saker: QuerySet[Sak], maneder: Collection[date]) -> int:
    """`etterregn` for those of the cases whose months have changed. Returns how many differences came of it.

    The cases are searched without locks, a bunch at a time, and each that has changed is asked again under its own.
    """
    antall = 0
    ider = list(saker.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ider), _BUNKE):
        bunke = list(Sak.objects.filter(pk__in=ider[start : start + _BUNKE]).select_related("person"))
        endrede = {funn.sak.pk: funn.sak for funn in finn_endringer(bunke, maneder)}
        for sak in endrede.values():
            antall += len(etterregn(aktor, sak, maneder=maneder))
    return antall


_BUNKE = 500


def natt_etterregn() -> str:
    """The night's part: the last months of every municipality, as far back as it has chosen."""
    antall = 0
    for kommune in Kommune.objects.all():
        maneder = siste_maneder(int(valg.verdi(kommune.pk, "etterregnes_maneder", klokke.i_dag())))
        antall += etterregn_mange(SYSTEM, Sak.objects.filter(kommune=kommune, innlest=False), maneder)
    return f"{antall} betalte måneder ble noe annet enn før."


def siste_maneder(antall: int) -> list[date]:
    """The first days of the last `antall` months before this one, newest first."""
    i_dag = klokke.i_dag()
    nummer = i_dag.year * 12 + i_dag.month - 1
    return [date((nummer - n) // 12, (nummer - n) % 12 + 1, 1) for n in range(1, antall + 1)]
