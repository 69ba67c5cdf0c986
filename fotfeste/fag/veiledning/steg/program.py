"""Guidance on the programme itself."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "program",
        _("Lag programmet"),
        (
            Rad(Styrke.SKAL, _("Lag programmet sammen med deltakeren."), "sotjl § 42"),
            Rad(Styrke.SKAL, _("Ta med arbeidsrettede tiltak, og jobbsøking i avslutningsdelen."), "forskriften § 1"),
            Rad(Styrke.SKAL, _("Bestem når programmet skal evalueres."), "forskriften § 1"),
            Rad(Styrke.BOR, _("Begynn med deltakerens eget mål, med deltakerens egne ord.")),
            Rad(Styrke.BOR, _("Fyll uken: programmet er helårig og på full tid."), "sotjl § 30"),
            Rad(Styrke.KAN, _("La opplæring, helsehjelp og egentid være en del av uken."), "sotjl § 30"),
        ),
    ),
)
