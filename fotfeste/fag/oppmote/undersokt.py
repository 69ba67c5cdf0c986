"""Absence without a valid reason takes stønad from somebody. First, somebody must have tried to find out why."""

from __future__ import annotations

from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import Bekymringsstatus, Initiativ
from fotfeste.fag.oppfolging.models import Bekymring, Kontakt
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord

_HJEMMEL = "fvl § 17"


def krev_undersokt(timeliste: Timeliste) -> None:
    """Raise Fagfeil when the sheet would take stønad for absence nobody has looked into (fvl § 17).

    While somebody is worried for the participant, being away is not taken for mere absence. When the participant has
    not sent the sheet, the office must have tried to reach him or her since the absence began.
    """
    uten_grunn = timeliste.fravaer.filter(arsak=Fravaersarsak.ULEGITIMERT).order_by("fra").first()
    if uten_grunn is None:
        return
    if Bekymring.objects.filter(sak_id=timeliste.sak_id, status=Bekymringsstatus.AKTIV).exists():
        raise Fagfeil(
            _(
                "Noen er bekymret for deltakeren. Ikke trekk for fravær så lenge bekymringen følges opp: "
                "finn ut hva som har skjedd først."
            ),
            hjemmel=_HJEMMEL,
        )
    if timeliste.levert_av_id == timeliste.sak.person.bruker_id and timeliste.levert_av_id is not None:
        return
    if not Kontakt.objects.filter(sak_id=timeliste.sak_id, dato__gte=uten_grunn.fra, initiativ=Initiativ.NAV).exists():
        raise Fagfeil(
            _(
                "Deltakeren har ikke selv sagt hvorfor, og ingen har prøvd å ta kontakt siden %(dag)s. "
                "Ring eller dra hjem, og logg samtalen eller forsøket før du godkjenner."
            )
            % {"dag": dato_ord(uten_grunn.fra)},
            hjemmel=_HJEMMEL,
        )
