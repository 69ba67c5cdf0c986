from django.db import models
from django.utils.translation import gettext_lazy as _

from fotfeste.innsikt.internkontroll.egne import Form, Hva
from fotfeste.regelverk.styrke import Styrke


class Kriteriestyrke(models.TextChoices):
    """How strongly a criterion binds at an office."""

    SKAL = Styrke.SKAL.value, _("Skal")
    BOR = Styrke.BOR.value, _("Bør")


class Hvavalg(models.TextChoices):
    """What an office's own criterion looks for."""

    SAMTALE = Hva.SAMTALE.value, _("En samtale")
    MOTE = Hva.MOTE.value, _("Et møte, ansikt til ansikt")
    EVALUERING = Hva.EVALUERING.value, _("En evaluering av programmet")
    PLAN = Hva.PLAN.value, _("Et tilbud om individuell plan")


class Formvalg(models.TextChoices):
    """When it is to be there."""

    INNEN = Form.INNEN.value, _("Innen så mange dager etter at programmet begynte")
    MINST_HVER = Form.MINST_HVER.value, _("Aldri lenger mellom enn så mange dager")
