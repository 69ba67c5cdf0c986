"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "mappe.lest_inn": _("Saken ble lest inn fra {kilde}. Der heter den {sak_nummer}."),
        "mappe.lest_pa_nytt": _("Saken ble lest inn på nytt fra {kilde}, med endringer."),
        "mappe.kvittert": _("{hvem} gikk gjennom det som ikke lot seg ta over."),
    }
)
