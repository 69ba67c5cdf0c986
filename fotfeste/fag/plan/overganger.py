"""The commands on an individual plan."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.plan.enums import SKRIVES, Planstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Planstatus
_UTKAST = frozenset(SKRIVES)
_APEN = frozenset({_S.UTKAST, _S.I_KRAFT, _S.UNDER_REVISJON})
_IP = "forskrift om individuell plan"

PLAN = Overgangstabell(
    "plan",
    (
        Overgang("lagre", _UTKAST, None, Handling.PLAN_SKRIV, _("Lagre planen")),
        Overgang("godta", _UTKAST, None, Handling.PLAN_EGEN, _("Jeg er enig i planen"), "sotjl § 42"),
        Overgang("godta_i_mote", _UTKAST, None, Handling.PLAN_SKRIV, _("Godtatt i møte"), "sotjl § 42"),
        Overgang("sett_i_kraft", _UTKAST, _S.I_KRAFT, Handling.PLAN_SKRIV, _("Sett planen i kraft"), f"{_IP} § 9"),
        Overgang(
            "revider",
            frozenset({_S.I_KRAFT}),
            _S.UNDER_REVISJON,
            Handling.PLAN_SKRIV,
            _("Gå gjennom planen"),
            f"{_IP} § 9",
        ),
        Overgang("kommenter", _APEN, None, Handling.PLAN_EGEN, _("Send kommentaren"), f"{_IP} § 4"),
        Overgang("samtykk", _APEN, None, Handling.PLAN_SAMTYKKE, _("Ja, jeg samtykker"), f"{_IP} § 5"),
        # Without the consent to the plan itself there is no plan: it ends.
        Overgang("trekk_samtykke", _APEN, None, Handling.PLAN_SAMTYKKE, _("Trekk samtykket"), f"{_IP} § 5"),
        Overgang("avslutt", _APEN, _S.AVSLUTTET, Handling.PLAN_SKRIV, _("Avslutt planen")),
    ),
)
