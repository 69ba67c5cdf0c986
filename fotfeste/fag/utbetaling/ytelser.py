"""Commands on dagpenger, sykepenger and foreldrepenger beside the stønad (sotjl § 38 first paragraph).

What counts is the right, not what is paid out: a benefit held back for another reason reduces the stønad all the same.
The amount is taken as the letter says it and kept beside what it comes to per stønadsdag, so that anyone can follow it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.endring.models import Ytelsesgrunnlag
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.utbetaling.enums import Ytelsestype
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.dokument.services import dokument_ta_imot
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse, spor
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.samordning import ORE, Enhet, Omregning
from fotfeste.regelverk.tid import Periode

MAKS_KRONER_PER_DAG = 10_000
"""More than any of the benefits gives in a day: what is above is a slip of the finger or the wrong unit."""

MAKS_TEGN = 2000
_HJEMMEL = "sotjl § 38 første ledd"


@dataclass(frozen=True, slots=True)
class Brevet:
    """What the letter from NAV says: the amount in øre and what it is for, and the letter when there is one."""

    belop_ore: int
    enhet: str
    papir: tuple[str, bytes] | Dokument | None = None

    @property
    def omregning(self) -> Omregning:
        """What it comes to per stønadsdag."""
        return Omregning(self.belop_ore, Enhet(self.enhet))


def ytelse_registrer(
    aktor: Aktor, *, sak: Sak, type: str, fra: date, til: date | None = None, brevet: Brevet
) -> AnnenYtelse:
    """Register a benefit the participant has a right to from `fra` (to `til`, or until further notice).

    Raises FlereFeil for dates or an amount that cannot be, and where the same benefit is registered for the days.
    """
    krev(aktor, Handling.YTELSE_SKRIV, sak)
    with kommando(aktor, "ytelse.registrer"):
        sak = sak_las(sak)
        ytelse = AnnenYtelse(sak=sak, type=type, fra=fra, til=til, belop_per_dag=_kroner(brevet))
        _krev_hel(ytelse, brevet)
        ytelse.clean_fields(exclude=["sak"])
        ytelse.save()
        Ytelsesgrunnlag.objects.create(
            sak=sak, ytelse=ytelse, belop_ore=brevet.belop_ore, enhet=brevet.enhet, dokument=_papir(brevet)
        )
        _fortell(aktor, ytelse, "registrert", belop=ytelse.belop_per_dag)
        return ytelse


def ytelse_rett(
    aktor: Aktor,
    *,
    ytelse: AnnenYtelse,
    fra: date,
    til: date | None,
    brevet: Brevet,
    versjon: int | None = None,
) -> AnnenYtelse:
    """Correct the days or the amount. Another amount from a certain day is another benefit: end this one first.

    Raises SamtidigEndring when someone else saved first, FlereFeil as `ytelse_registrer`.
    """
    krev(aktor, Handling.YTELSE_SKRIV, ytelse)
    with kommando(aktor, "ytelse.rett"):
        ytelse = _las(ytelse)
        ytelse.krev_versjon(versjon)
        ytelse.fra, ytelse.til = fra, til
        _krev_hel(ytelse, brevet)
        ytelse.lagre_endring(fra=fra, til=til, belop_per_dag=_kroner(brevet))
        grunnlag = Ytelsesgrunnlag.objects.filter(ytelse=ytelse).first() or Ytelsesgrunnlag(
            sak=ytelse.sak, ytelse=ytelse
        )
        grunnlag.lagre_endring(
            belop_ore=brevet.belop_ore, enhet=brevet.enhet, dokument=_papir(brevet) or grunnlag.dokument
        )
        _fortell(aktor, ytelse, "rettet", belop=ytelse.belop_per_dag)
        return ytelse


def ytelse_avslutt(aktor: Aktor, *, ytelse: AnnenYtelse, til: date, versjon: int | None = None) -> AnnenYtelse:
    """The right ends with `til`. Raises SamtidigEndring when someone else saved first, Fagfeil before its first day."""
    krev(aktor, Handling.YTELSE_SKRIV, ytelse)
    with kommando(aktor, "ytelse.avslutt"):
        ytelse = _las(ytelse)
        ytelse.krev_versjon(versjon)
        ytelse.til = til
        if feil := [*_feil_i_dagene(ytelse), *_moter_en_annen(ytelse)]:
            raise feil[0]
        ytelse.lagre_endring(til=til)
        _fortell(aktor, ytelse, "avsluttet", til=til)
        return ytelse


def ytelse_fjern(aktor: Aktor, *, ytelse: AnnenYtelse, grunn: str) -> None:
    """Take away a benefit that never was. What stood is in the history. Raises Fagfeil without the reason."""
    krev(aktor, Handling.YTELSE_SKRIV, ytelse)
    with kommando(aktor, "ytelse.fjern"):
        ytelse = _las(ytelse)
        grunn = grunn.strip()
        if not grunn or len(grunn) > MAKS_TEGN:
            setning = _("Skriv hvorfor ytelsen ikke skal stå her, med høyst %s tegn.") % MAKS_TEGN
            raise Fagfeil(setning, felt="grunn")
        _fortell(aktor, ytelse, "fjernet", grunn=grunn)
        ytelse.delete()


def ytelser_i(sak: Sak) -> Sequence[AnnenYtelse]:
    """The case's benefits, the newest first, each with what the letter said (None for one read in). One query."""
    return list(
        AnnenYtelse.objects.filter(sak=sak)
        .select_related("grunnlag__dokument")
        .defer("grunnlag__dokument__innhold")
        .order_by("-fra", "-opprettet")
    )


def ytelse_hent(aktor: Aktor, ytelse_id: UUID, handling: Handling = Handling.YTELSE_SKRIV) -> AnnenYtelse:
    """One benefit, if the actor may do `handling` to it; logged. Raises IkkeTilgang otherwise."""
    ytelse = AnnenYtelse.objects.select_related("sak__person", "sak__kontor", "sak__kommune", "grunnlag").filter(
        pk=ytelse_id
    )
    rad = ytelse.first()
    if rad is None:
        raise IkkeTilgang("ytelsen finnes ikke")
    spor(aktor, handling, rad, person_id=rad.sak.person_id, sak_id=rad.sak_id)
    return rad


def _las(ytelse: AnnenYtelse) -> AnnenYtelse:
    """The benefit as it stands once the case is locked. Raises Fagfeil when someone has taken it away."""
    sak = sak_las(ytelse.sak)
    rad = AnnenYtelse.objects.filter(pk=ytelse.pk).first()
    if rad is None:
        raise Fagfeil(_("Noen har tatt bort ytelsen. Last siden på nytt for å se hva som står."))
    rad.sak = sak
    return rad


def _kroner(brevet: Brevet) -> int:
    """Whole kroner per stønadsdag; too large amounts are refused by `_krev_hel`, here only kept from overflowing."""
    return min(brevet.omregning.kroner, MAKS_KRONER_PER_DAG + 1)


def _papir(brevet: Brevet) -> Dokument | None:
    if brevet.papir is None or isinstance(brevet.papir, Dokument):
        return brevet.papir
    navn, innhold = brevet.papir
    return dokument_ta_imot(navn=navn, innhold=innhold, felt="vedlegg")


def _fortell(aktor: Aktor, ytelse: AnnenYtelse, kode: str, **data: Any) -> None:
    skriv_hendelse(
        aktor,
        f"ytelse.{kode}",
        sak_id=ytelse.sak_id,
        objekt_id=ytelse.pk,
        milepel=True,
        ytelse=valg_ord(Ytelsestype(ytelse.type)).lower(),
        **{"fra": ytelse.fra, **data},
    )


def _krev_hel(ytelse: AnnenYtelse, brevet: Brevet) -> None:
    feil = [*_feil_i_dagene(ytelse), *_moter_en_annen(ytelse)]
    if brevet.omregning.eksakt > MAKS_KRONER_PER_DAG:
        setning = _("%(kroner)s kr per dag er mer enn ytelsen kan være. Sjekk beløpet, og hva det er for.")
        feil.append(Fagfeil(setning % {"kroner": brevet.omregning.kroner}, felt="belop", hjemmel=_HJEMMEL))
    elif brevet.belop_ore < ORE:
        feil.append(Fagfeil(_("Skriv beløpet slik det står i brevet fra NAV."), felt="belop", hjemmel=_HJEMMEL))
    if feil:
        raise FlereFeil(feil) if len(feil) > 1 else feil[0]


def _feil_i_dagene(ytelse: AnnenYtelse) -> list[Fagfeil]:
    if ytelse.til is not None and ytelse.til < ytelse.fra:
        return [Fagfeil(_("Ytelsen kan ikke slutte før den begynner. Sjekk datoene."), felt="til", hjemmel=_HJEMMEL)]
    return []


def _moter_en_annen(ytelse: AnnenYtelse) -> list[Fagfeil]:
    """The same benefit twice on a day would be taken from the stønad twice."""
    if ytelse.til is not None and ytelse.til < ytelse.fra:
        return []
    mine = Periode(ytelse.fra, ytelse.til)
    andre = AnnenYtelse.objects.filter(sak=ytelse.sak_id, type=ytelse.type).exclude(pk=ytelse.pk)
    annen = next((a for a in andre if mine.overlapper(Periode(a.fra, a.til))), None)
    if annen is None:
        return []
    setning = _(
        "%(ytelse)s står alt fra %(fra)s til %(til)s. Rett eller avslutt den først, "
        "så trekkes ikke samme dag to ganger."
    )
    ord_ = {
        "ytelse": annen.get_type_display(),
        "fra": dato_ord(annen.fra),
        "til": dato_ord(annen.til) if annen.til else _("videre"),
    }
    return [Fagfeil(setning % ord_, felt="fra", hjemmel=_HJEMMEL)]
