"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "program.startet_utkast": _("{hvem} begynte på versjon {nummer} av programmet."),
        "program.foreslatt": _("{hvem} sendte versjon {nummer} av programmet til deltakeren."),
        "program.trukket_tilbake": _("{hvem} tok tilbake forslaget til program for å endre det."),
        "program.avtalt": _("{hvem} sa ja til versjon {nummer} av programmet. Den gjelder fra {fra:dato}."),
        "program.avtalt_i_mote": _(
            "{hvem} og deltakeren ble enige om versjon {nummer} av programmet ({hvordan}). Den gjelder fra {fra:dato}."
        ),
        "program.endring_onsket": _("{hvem} vil endre noe i programmet: «{merknad}»"),
        "program.begynte": _("Programmet begynte {start:dato}."),
        "program.permisjon": _("{hvem} registrerte permisjon fra {fra:dato} til {til:dato}: {grunn}."),
        "program.permisjon_uten_stonad": _(
            "{hvem} registrerte permisjon uten stønad fra {fra:dato} til {til:dato}: {grunn}."
        ),
        "program.permisjon_avkortet": _(
            "{hvem} avsluttet permisjonen som begynte {fra:dato}. Siste dag er {til:dato}: {grunn}."
        ),
        "program.permisjon_trukket": _("{hvem} tok tilbake permisjonen fra {fra:dato} til {til:dato}: {grunn}."),
    }
)
