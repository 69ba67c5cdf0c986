"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "plan.tilbudt_samtale": _("{hvem} tilbød individuell plan i en samtale {dato:dato}."),
        "plan.tilbudt_brev": _("{hvem} tilbød individuell plan i brev {dato:dato}."),
        "plan.svar_onsket": _("{hvem} skrev ned svaret: deltakeren ønsker individuell plan."),
        "plan.svar_ikke_onsket": _("{hvem} skrev ned svaret: deltakeren ønsker ikke individuell plan nå."),
        "plan.svar_ikke_svart": _("{hvem} skrev ned at deltakeren ikke har svart om individuell plan ennå."),
        "plan.startet": _("{hvem} begynte på den individuelle planen."),
        "plan.samtykke": _("{hvem} registrerte samtykke: {hva}."),
        "plan.samtykke_trukket": _("{hvem} trakk samtykket: {hva}."),
        "plan.koordinator": _("{navn} er koordinator for den individuelle planen fra {fra:dato}."),
        "plan.kommentar": _("{hvem} skrev en kommentar til den individuelle planen."),
        "plan.godtatt": _("{hvem} er enig i den individuelle planen."),
        "plan.godtatt_i_mote": _("{hvem} og deltakeren ble enige om den individuelle planen ({hvordan})."),
        "plan.i_kraft": _("Den individuelle planen gjelder, versjon {nummer}. Vi ser på den igjen {revisjon:dato}."),
        "plan.revideres": _("{hvem} begynte på en gjennomgang av den individuelle planen."),
        "plan.avsluttet": _("Den individuelle planen er avsluttet: {grunn}"),
    }
)
