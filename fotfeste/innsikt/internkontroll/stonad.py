"""R29: what a month should have paid, by the same rules as everything else here (`beregn` and `fravaer`)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

from fotfeste.fag.mappe import form
from fotfeste.innsikt.internkontroll.sak import Sak, om_dager, perioder
from fotfeste.regelverk import fravaer as fravaersregler
from fotfeste.regelverk import stonad
from fotfeste.regelverk.parametre import UkjentParameter
from fotfeste.regelverk.tid import Periode

HEL_DAG = Fraction(15, 2)

# Long enough for every rule that looks at an absence's own length; more of it changes no day that is paid for.
_LANGT_FRAVAER = 1100


class Stonadsregning:
    """A case's facts for the reckoning; `netto` asks for one month as it was known on a day.

    A month that cannot be reckoned (an hour count no day has, an absence without what its reason needs) has no right
    answer, and `netto` is None.
    """

    def __init__(self, sak: Sak) -> None:
        self._sak = sak
        self._kan_regnes = True
        try:
            self._arbeid = tuple(
                stonad.Timer(rad.dato, Fraction(rad.timer)) for liste in sak.mappe.timelister for rad in liste.arbeid
            )
            self._ugyldige = self._ugyldig_fravaer()
        except (ValueError, IndexError, OverflowError):
            self._kan_regnes = False

    def netto(self, maned: date, kjent_dato: date) -> int | None:
        """The amount of the month beginning `maned`."""
        if not self._kan_regnes:
            return None
        sak = self._sak
        fakta = stonad.Stonadsfakta(
            ar=maned.year,
            mnd=maned.month,
            fodselsdato=sak.mappe.person.fodselsdato,
            vedtak=self._vedtak(),
            kjent_dato=kjent_dato,
            barn=self._barn(),
            avbrudd=tuple(Periode(fra, til) for fra, til in sak.pauser),
            arbeid=self._arbeid,
            ugyldig_fravaer=self._ugyldige,
        )
        try:
            return stonad.beregn(fakta, med_spor=False).netto
        except (UkjentParameter, ValueError, OverflowError):
            return None

    def _vedtak(self) -> tuple[Periode, ...]:
        sak = self._sak
        if sak.start is None:
            return ()
        til = min((dag for dag in (sak.siste_til, sak.slutt) if dag), default=None)
        return () if til and til < sak.start else (Periode(sak.start, til),)

    def _barn(self) -> tuple[stonad.Barn, ...]:
        alle = self._sak.mappe.person.barn
        return tuple(
            stonad.Barn(ett.fodselsdato, Periode(ett.fra, ett.til)) for ett in alle if not ett.til or ett.til >= ett.fra
        )

    def _ugyldig_fravaer(self) -> tuple[stonad.Timer, ...]:
        """The hours without leave: the days that do not keep the stønad, of all absences judged together."""
        person, start = self._sak.mappe.person, self._sak.start
        alle = [ett for liste in self._sak.mappe.timelister for ett in liste.fravaer if ett.fra <= ett.til]
        if start is None or not alle:
            return ()
        deltaker = fravaersregler.Deltaker(
            programstart=start,
            fodselsdato=person.fodselsdato,
            barn=tuple(fravaersregler.Barn(ett.fodselsdato, ett.kronisk_syk) for ett in person.barn),
            alene_om_omsorg=person.alene_om_omsorg,
        )
        siste = self._siste_betalte_dag()
        svar = fravaersregler.vurder(deltaker, [_til_regel(str(nr), ett, siste) for nr, ett in enumerate(alle)])
        return tuple(
            stonad.Timer(dag, HEL_DAG if ett.timer is None else Fraction(ett.timer))
            for ett, dager in zip(alle, svar, strict=True)
            for dag, dagsvar in dager.dager.items()
            if not dagsvar.gyldig
        )

    def _siste_betalte_dag(self) -> date:
        maned = max((en.maned for en in self._sak.mappe.utbetalinger), default=date.min)
        return maned.replace(day=monthrange(maned.year, maned.month)[1])


def _til_regel(ident: str, ett: form.Fravaer, siste: date) -> fravaersregler.Fravaer:
    """The absence as the rules take it; one that never ends is asked of no further than what has been paid."""
    til = min(ett.til, max(siste, om_dager(ett.fra, _LANGT_FRAVAER)))
    return fravaersregler.Fravaer(
        id=ident,
        periode=Periode(ett.fra, til),
        arsak=fravaersregler.Arsak(ett.arsak),
        legeerklaering=tuple(perioder((lege.fra, lege.til) for lege in ett.legeerklaering)),
        barn=ett.barn,
        termin=ett.termin,
        fodt=ett.fodt,
    )
