"""Absence without a valid reason takes stønad from somebody. First, somebody must have tried to find out why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import Initiativ
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.oppfolging.selectors import aktiv_bekymring, kontaktforsok
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.models import Fravaer, Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord

_HJEMMEL = "fvl § 17"


@dataclass(frozen=True, slots=True)
class Undersokelse:
    """One absence without a reason: what the participant has said, and the attempts to reach them since it began."""

    fravaer: Fravaer
    forsok: list[Kontakt]
    forklart: bool

    @property
    def er_undersokt(self) -> bool:
        """Whether it may be deducted: the participant has said why, or somebody has tried to ask."""
        return self.forklart or bool(self.forsok)


def undersokelser(timeliste: Timeliste) -> list[Undersokelse]:
    """The sheet's absences without a reason, the oldest first, each with the attempts. Two queries at most."""
    rader = [rad for rad in timeliste.fravaer.all() if rad.arsak == Fravaersarsak.ULEGITIMERT]
    if not rader:
        return []
    forste = min(rad.fra for rad in rader)
    kontakter = list(
        Kontakt.objects.filter(sak_id=timeliste.sak_id, dato__gte=forste)
        .exclude(initiativ=Initiativ.DELTAKER)
        .select_related("av")
        .order_by("dato", "opprettet")
    )
    return [
        Undersokelse(rad, [ett for ett in kontakter if ett.dato >= rad.fra], forklart=_forklart(timeliste, rad))
        for rad in sorted(rader, key=lambda rad: rad.fra)
    ]


def _forklart(timeliste: Timeliste, rad: Fravaer) -> bool:
    """Whether the participant has sent the sheet and said in words why they were away."""
    bruker_id = timeliste.sak.person.bruker_id
    return bool(rad.forklaring.strip()) and bruker_id is not None and timeliste.levert_av_id == bruker_id


def ikke_undersokt(sak: Sak, fravaer: Iterable[Fravaer]) -> list[date]:
    """The first day of each absence without a reason that nobody has tried to find out about."""
    return [
        rad.fra
        for rad in sorted(fravaer, key=lambda rad: rad.fra)
        if rad.arsak == Fravaersarsak.ULEGITIMERT
        and not _forklart(rad.timeliste, rad)
        and not kontaktforsok(sak, rad.fra, klokke.i_dag())
    ]


def bekymret(sak: Sak) -> Fagfeil | None:
    """The refusal while somebody is worried for the participant: being away is not taken for mere absence then."""
    if not aktiv_bekymring(sak):
        return None
    setning = _(
        "Noen er bekymret for deltakeren. Ikke trekk for fravær så lenge bekymringen følges opp: "
        "finn ut hva som har skjedd først."
    )
    return Fagfeil(setning, hjemmel=_HJEMMEL)


def krev_undersokt(timeliste: Timeliste) -> None:
    """Raise Fagfeil when the sheet would take stønad for absence nobody has looked into (fvl § 17).

    While somebody is worried for the participant, being away is not taken for mere absence. Where the participant has
    not said why, in the sheet they sent, the office must have tried to reach them since each absence began.
    """
    uten_grunn = [rad for rad in timeliste.fravaer.all() if rad.arsak == Fravaersarsak.ULEGITIMERT]
    if not uten_grunn:
        return
    if nei := bekymret(timeliste.sak):
        raise nei
    for rad in uten_grunn:
        rad.timeliste = timeliste
    if dager := ikke_undersokt(timeliste.sak, uten_grunn):
        raise Fagfeil(
            _(
                "Deltakeren har ikke selv sagt hvorfor, og ingen har prøvd å ta kontakt siden %(dag)s. "
                "Ring eller dra hjem, og logg samtalen eller forsøket før du godkjenner."
            )
            % {"dag": dato_ord(dager[0])},
            hjemmel=_HJEMMEL,
        )
