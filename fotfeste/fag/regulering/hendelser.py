"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer({"regulering.varslet": _("Satsen har økt fra {fra:dato}. Du får {belop:kr} etterbetalt.")})
