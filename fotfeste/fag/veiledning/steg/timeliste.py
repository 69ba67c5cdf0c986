"""Guidance on the timesheet."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "timeliste.godkjenn",
        _("Godkjenn timelisten"),
        (
            Rad(Styrke.SKAL, _("Betal bare etter en timeliste som er godkjent."), "sotjl § 39"),
            Rad(Styrke.SKAL, _("Trekk bare for fravær som ikke er gyldig."), "sotjl § 36"),
            Rad(Styrke.BOR, _("Spør deltakeren før du retter en dag eller setter fravær som ugyldig.")),
            Rad(Styrke.BOR, _("Les listen innen fristen, så pengene kommer i tide.")),
            Rad(Styrke.KAN, _("Godkjenn flere lister samlet når de er som planlagt.")),
        ),
        _("Ring først: «Det står ikke noe på tirsdag 12. Var du på kurset den dagen?»"),
    ),
)
