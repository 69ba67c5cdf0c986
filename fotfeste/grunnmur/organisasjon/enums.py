"""The roles people work in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rolle(models.TextChoices):
    """A role is held at an office from a date; the KOMMUNEROLLER are held for the whole municipality."""

    VEILEDER = "veileder", _("Veileder")
    JOBBSPESIALIST = "jobbspesialist", _("Jobbspesialist")
    BESLUTTER = "beslutter", _("Beslutter")
    OKONOMI = "okonomi", _("Økonomi")
    FAGANSVARLIG = "fagansvarlig", _("Fagansvarlig")
    LEDER = "leder", _("Leder")
    STATLIG_VEILEDER = "statlig_veileder", _("Statlig veileder")
    REVISOR = "revisor", _("Revisor")
    DELTAKER = "deltaker", _("Deltaker")
    SYSTEMANSVARLIG = "systemansvarlig", _("Systemansvarlig")
    ARRANGOR = "arrangor", _("Tiltaksarrangør")


KOMMUNEROLLER = frozenset({Rolle.OKONOMI, Rolle.REVISOR, Rolle.SYSTEMANSVARLIG, Rolle.ARRANGOR})
"""Roles that see all offices of the municipality, each only what its actions allow."""

UTENFOR_KONTORET = frozenset({Rolle.DELTAKER, Rolle.ARRANGOR})
"""Roles of those who do not work in the office: its pages do not exist for them."""
