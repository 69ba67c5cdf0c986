"""Lists with criteria: what a list asks for, the office's standing lists, and the groups that are hard to reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kandidat.enums import APNE, Grunn, Kandidatstatus, Kilde
from fotfeste.fag.person.enums import Sprak
from fotfeste.regelverk import tid

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ALLE, AVSLUTTET = "alle", "avsluttet"


@dataclass(frozen=True, slots=True)
class Kriterier:
    """What a list asks for; an empty value asks for nothing. `stille_dager`: nobody has done anything for so long."""

    status: str = ""
    kilde: str = ""
    grunn: str = ""
    alder_under: int | None = None
    alder_fra: int | None = None
    sosialhjelp_maneder: int | None = None
    stille_dager: int | None = None
    forfalt: bool = False
    sprak: str = ""
    har_barn: bool = False

    def som_ordbok(self) -> dict[str, Any]:
        """Only what is asked for: how a list is kept, and how an address carries it."""
        return {navn: verdi for navn, verdi in asdict(self).items() if verdi not in ("", None, False)}

    def sporring(self, dag: date) -> Q:
        """The criteria as a filter on candidates. A tip's age is known by the year: it is in when it can be."""
        q = _status(self.status, dag)
        if self.kilde:
            q &= Q(kilde=self.kilde)
        if self.grunn:
            q &= Q(grunner__contains=[self.grunn])
        if self.alder_under is not None:
            grense = tid.legg_til_maneder(dag, -12 * self.alder_under)
            q &= Q(person__fodselsdato__gt=grense) | Q(fodselsar__gte=grense.year)
        if self.alder_fra is not None:
            grense = tid.legg_til_maneder(dag, -12 * self.alder_fra)
            q &= Q(person__fodselsdato__lte=grense) | Q(fodselsar__lte=grense.year)
        if self.sosialhjelp_maneder is not None:
            q &= Q(sosialhjelp_fra__lte=tid.legg_til_maneder(dag, -self.sosialhjelp_maneder))
        if self.stille_dager is not None:
            q &= Q(vurdert__lte=dag - timedelta(days=self.stille_dager))
        if self.forfalt:
            q &= Q(neste_gang__lte=dag)
        if self.sprak:
            q &= Q(sprak=self.sprak) | Q(sprak="", person__sprak=self.sprak)
        if self.har_barn:
            q &= Q(har_barn=True)
        return q


def _status(status: str, dag: date) -> Q:
    if status == ALLE:
        return Q(slettet__isnull=True)
    if status == AVSLUTTET:
        return ~Q(status__in=sorted(APNE)) & Q(slettet__isnull=True)
    return Q(status=status, slettet__isnull=True) if status else Q(status__in=sorted(APNE))


_HELTALL = frozenset({"alder_under", "alder_fra", "sosialhjelp_maneder", "stille_dager"})
_KJENTE = {
    "status": frozenset(Kandidatstatus.values) | {ALLE, AVSLUTTET},
    "kilde": frozenset(Kilde.values),
    "grunn": frozenset(Grunn.values),
    "sprak": frozenset(Sprak.values),
}
_HOYST = 1200


def les(verdier: Mapping[str, Any]) -> Kriterier:
    """Criteria from an address or a stored list; what is not understood asks for nothing."""
    return Kriterier(**{felt.name: _verdi(felt.name, verdier.get(felt.name)) for felt in fields(Kriterier)})


def _verdi(navn: str, verdi: Any) -> Any:
    if navn in _HELTALL:
        tekst = str(verdi or "")
        return int(tekst) if tekst.isascii() and tekst.isdigit() and int(tekst[:9]) <= _HOYST else None
    if navn in _KJENTE:
        return verdi if verdi in _KJENTE[navn] else ""
    return verdi in (True, "True", "true", "on", "1")


@dataclass(frozen=True, slots=True)
class Fast:
    """A list every office has. `kode` is its place in an address."""

    kode: str
    navn: StrOrPromise
    kriterier: Kriterier


FASTE = (
    Fast("forfalt", _("Skal ses på nå"), Kriterier(forfalt=True)),
    Fast("unge", _("Unge under 30 uten aktivitet"), Kriterier(alder_under=30, grunn=Grunn.UTEN_AKTIVITET)),
    Fast("sosialhjelp", _("Sosialhjelp over 6 måneder"), Kriterier(sosialhjelp_maneder=6)),
    Fast("intro", _("Ferdig med introduksjonsprogrammet"), Kriterier(grunn=Grunn.FERDIG_INTRO)),
    Fast("stille", _("Ingen har gjort noe på en måned"), Kriterier(stille_dager=30)),
)
"""The lists an office has without making them (002 B9)."""

VANSKELIGE = (
    Fast(
        "ung_ukjent",
        _("Under 30 år og ikke i kontakt med NAV"),
        Kriterier(ALLE, alder_under=30, grunn=Grunn.UKJENT_FOR_NAV),
    ),
    Fast(
        "voksen_ukjent",
        _("30 år og over, ikke i kontakt med NAV"),
        Kriterier(ALLE, alder_fra=30, grunn=Grunn.UKJENT_FOR_NAV),
    ),
    Fast("bare_stat", _("Får bare hjelp fra statlig NAV"), Kriterier(ALLE, grunn=Grunn.BARE_NAV_STAT)),
    Fast("takket_nei", _("Kjent her, men har ikke tatt imot tilbud"), Kriterier(ALLE, grunn=Grunn.TAKKET_NEI_FOR)),
)
"""Those who are hard to reach (000 § 3.2): counted by themselves, so that it shows when nobody finds them."""
