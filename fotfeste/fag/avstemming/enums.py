from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Meldingstype(models.TextChoices):
    """Which of the bank's messages it was."""

    PAIN002 = "pain002", _("Svar på betalingsfilen")
    CAMT054 = "camt054", _("Bevegelser på kontoen")


class Postslag(models.TextChoices):
    """What the bank says of a payment, or of the account."""

    VENTER = "venter", _("Hos banken")
    GODTATT = "godtatt", _("Godtatt av banken")
    AVVIST = "avvist", _("Avvist av banken")
    BOKFORT = "bokfort", _("Bokført")
    RETUR = "retur", _("Kom i retur")
    UT_SNUDD = "ut_snudd", _("Bokføringen er ført tilbake")
    INN_SNUDD = "inn_snudd", _("Returen er ført tilbake")
    INN = "inn", _("Penger inn")
    ANDRE = "andre", _("Annen betaling på kontoen")


UT_AV_KONTOEN = frozenset({Postslag.BOKFORT, Postslag.INN_SNUDD})
INN_PA_KONTOEN = frozenset({Postslag.RETUR, Postslag.UT_SNUDD})
PA_KONTOEN = UT_AV_KONTOEN | INN_PA_KONTOEN
"""What of it moves the money of a payment."""
GJELDER_BETALING = frozenset({Postslag.AVVIST}) | PA_KONTOEN
"""What decides what a payment has come to. That it is received or accepted decides nothing: it may still fail."""


class Samsvar(models.TextChoices):
    """How what the bank says fits with what was sent, as it was when it was read."""

    TREFF = "treff", _("Stemmer")
    UKJENT = "ukjent", _("Hører ikke til noen betaling vi kjenner")
    BELOP = "belop_stemmer_ikke", _("Beløpet er et annet enn det vi sendte")
    ALLEREDE = "allerede", _("Sagt før")
    MOTSIGELSE = "motsigelse", _("Motsier noe banken har sagt før")


class Motsigelse(StrEnum):
    """What cannot be both. Each needs a person."""

    AVVIST_OG_BOKFORT = "avvist_og_bokfort"
    ERSTATTET_OG_BOKFORT = "erstattet_og_bokfort"
    DOBBELT_BOKFORT = "dobbelt_bokfort"
    DOBBEL_RETUR = "dobbel_retur"


class Avklaringsutfall(models.TextChoices):
    """What a person made of something that did not fit."""

    KOBLET = "koblet", _("Hører til en betaling")
    IKKE_KVP = "ikke_kvp", _("Hører ikke til kvalifiseringsprogrammet")
    ORDNET = "ordnet", _("Ordnet med banken eller deltakeren")
    DOBBELT = "dobbelt", _("Deltakeren har fått pengene to ganger")
