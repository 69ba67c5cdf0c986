"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "brev.sendt": _("{hvem} sendte brevet «{tittel}»."),
        "brev.underrettet": _("Deltakeren fikk brevet «{tittel}» {dato:dato} ({hvordan})."),
    }
)
