"""The sentences this subject adds to a case's timeline. Of an account number only the last digits are told."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "person.konto_ny": _("{hvem} la inn kontonummer. Det slutter på {nytt}."),
        "person.konto_endret": _("{hvem} endret kontonummer, fra ett som slutter på {gammelt}, til ett på {nytt}."),
        "person.konto_fjernet": _("{hvem} tok bort kontonummeret som slutter på {gammelt}."),
        "person.barn_registrert": _("{hvem} registrerte {barn}. Barnet forsørges fra {fra:dato}."),
        "person.barn_endret": _("{hvem} rettet opplysningene om {barn}."),
        "person.barn_avsluttet": _("{hvem} registrerte at {barn} ikke forsørges etter {til:dato}."),
        "person.fosterbarn_varig": _(
            "{hvem} fravek kravet om to års forsørgelse av {barn}, fordi fosterhjemsordningen er varig: {grunn}"
        ),
        "person.fosterbarn_ikke_varig": _("{hvem} trakk tilbake at fosterhjemsordningen for {barn} er varig."),
        "person.opphold_registrert": _("{hvem} registrerte at {barn} er i utlandet fra {fra:dato} til {til:dato}."),
        "person.opphold_begynte": _("{hvem} registrerte at {barn} reiste til utlandet {fra:dato}."),
        "person.opphold_rettet": _("{hvem} rettet utenlandsoppholdet fra {fra:dato} for {barn}."),
        "person.opphold_fjernet": _("{hvem} tok bort utenlandsoppholdet fra {fra:dato} for {barn}: {grunn}"),
    }
)
