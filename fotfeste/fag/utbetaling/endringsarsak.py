"""Which fact was another when a paid month was reckoned again, in words the participant reads on the month's page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Endringsarsak(models.TextChoices):
    """Which fact was another when a paid month was reckoned again; each answers to a part of the frozen facts."""

    VEDTAK = "vedtak", _("Perioden i vedtaket")
    AVBRUDD = "avbrudd", _("Pause i programmet")
    PERMISJON = "permisjon_uten_stonad", _("Permisjon uten stønad")
    BARN = "barn", _("Barn du forsørger")
    ARBEID = "arbeid", _("Timer i lønnet arbeid")
    FRAVAER = "ugyldig_fravaer", _("Fravær")
    YTELSE = "andre_ytelser", _("Andre ytelser fra NAV")
    FODSELSDATO = "fodselsdato", _("Fødselsdatoen")
    KOMMUNALT_VALG = "kommunale_valg", _("Kommunens regel")
    GRUNNBELOP = "grunnbelop", _("Nytt grunnbeløp (G)")
