from django.db import models
from django.utils.translation import gettext_lazy as _


class Saksstatus(models.TextChoices):
    """Where the case stands. Moved by decisions alone (vedtak), apart from a withdrawn application."""

    SOKNAD = "soknad", _("Søknad")
    INNVILGET = "innvilget", _("Innvilget")
    I_PROGRAM = "i_program", _("I program")
    AVBRUTT = "avbrutt", _("Pause i programmet")
    AVSLUTTET = "avsluttet", _("Avsluttet")
    AVSLATT = "avslatt", _("Avslått")
    TRUKKET = "trukket", _("Trukket")


APNE = frozenset({Saksstatus.SOKNAD, Saksstatus.INNVILGET, Saksstatus.I_PROGRAM, Saksstatus.AVBRUTT})
"""States in which somebody still has something to do; a person has one open case at most."""


class Sosialhjelp(models.TextChoices):
    """Social assistance in the two months before the application (KOSTRA 16–17)."""

    INGEN = "ingen", _("Nei")
    VIKTIGSTE_KILDE = "viktigste_kilde", _("Ja, som viktigste kilde til livsopphold")
    SUPPLERENDE = "supplerende", _("Ja, som tillegg til noe annet")
