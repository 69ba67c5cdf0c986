"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "aev.startet": _("{hvem} begynte på arbeidsevnevurderingen, versjon {nummer}."),
        "aev.eget_syn": _("{hvem} fortalte hvordan han eller hun selv ser det."),
        "aev.fullfort": _("{hvem} fullførte arbeidsevnevurderingen: {innsatsgruppe}."),
        "aev.forkastet": _("{hvem} la bort utkastet til arbeidsevnevurdering."),
    }
)
