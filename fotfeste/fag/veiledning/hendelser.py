"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer({"veiledning.avvik": _("{hvem} skrev hvorfor «{steg}» ble gjort på en annen måte.")})
