"""The sentences this subject adds to a case's timeline. Of an account number only the last digits are told."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "person.konto_ny": _("{hvem} la inn kontonummer. Det slutter på {nytt}."),
        "person.konto_endret": _("{hvem} endret kontonummer, fra ett som slutter på {gammelt}, til ett på {nytt}."),
        "person.konto_fjernet": _("{hvem} tok bort kontonummeret som slutter på {gammelt}."),
    }
)
