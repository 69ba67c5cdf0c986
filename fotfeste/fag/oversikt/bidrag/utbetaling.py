"""Money that did not arrive, or cannot: somebody must ask for an account, and the participant is told what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.avstemming.arsaker import gjelder_kontoen
from fotfeste.fag.avstemming.selectors import siste_arsaker
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Oppgave, Part, Steg
from fotfeste.fag.utbetaling.enums import Utbetalingsart
from fotfeste.fag.utbetaling.kvittering import ikke_betalt_pa_nytt, samme_konto
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.regelverk import tid

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta


class KomIkkeFram(NamedTuple):
    """A payment that did not arrive, and waits for another account number."""

    maned: date
    dag: date


def _hent(ider: Sequence[UUID]) -> Mapping[UUID, list[KomIkkeFram]]:
    """Those where the account is what is wrong, and is the same still."""
    rader = ikke_betalt_pa_nytt(sak_id__in=list(ider), prov_igjen=False).filter(samme_konto())
    rader = rader.exclude(art=Utbetalingsart.INNKREVING).order_by("maned")
    felter = list(rader.values_list("pk", "sak_id", "maned", "kjoring__utbetalingsdato"))
    koder = siste_arsaker([ident for ident, *_resten in felter]) if felter else {}
    ut: dict[UUID, list[KomIkkeFram]] = defaultdict(list)
    for ident, sak_id, maned, dag in felter:
        if gjelder_kontoen(koder.get(ident, "")):
            ut[sak_id].append(KomIkkeFram(maned, dag))
    return ut


def mangler_konto(fakta: Fakta) -> bool:
    """Whether there is stønad to come in the case, and no account it can come to."""
    person = fakta.sak.person
    har_rett = fakta.sak.er_apen and not fakta.sak.innlest and bool(fakta.perioder.rett)
    return har_rett and not person.kontonummer and person.dodsdato is None


def _oppgaver(fakta: Fakta, egne: list[KomIkkeFram] | None) -> Iterator[Oppgave]:
    if mangler_konto(fakta):
        # Known before the first month is over, it need never be what a run finds out on the day of payment.
        forste = min(rett.fra for rett in fakta.perioder.rett)
        yield Oppgave(
            "konto_mangler",
            _("Kontonummeret mangler. Spør om det, ellers kan stønaden ikke betales"),
            Part.VEILEDER,
            forste,
            Steg("kontakt_logg", gettext_lazy("Logg en samtale"), Handling.OPPFOLGING_SKRIV),
            frist=tid.maned(forste.year, forste.month).slutt,
            husets_frist=True,
        )
    for rad in egne or ():
        yield Oppgave(
            "penger_kom_ikke_fram",
            _("Pengene for %(maned)s kom ikke fram. Spør om kontonummeret") % {"maned": maned_ord(rad.maned)},
            Part.VEILEDER,
            rad.dag,
            Steg("kontakt_logg", gettext_lazy("Logg en samtale"), Handling.OPPFOLGING_SKRIV),
            frist=rad.dag,
            husets_frist=True,
        )


BIDRAG = Bidrag("utbetaling", _hent, _oppgaver, lukkede=True)
