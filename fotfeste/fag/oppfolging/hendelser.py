"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "kontakt.gjennomfort": _("{hvem} og {navn} snakket sammen: {kanal}."),
        "kontakt.gjennomfort_tolk": _("{hvem} og {navn} snakket sammen med tolk: {kanal}."),
        "kontakt.ikke_mott": _("{navn} kom ikke til avtalen med {hvem}."),
        "kontakt.ikke_svar": _("{hvem} prøvde å få tak i {navn}, uten svar: {kanal}."),
        "mote.onsket": _("{hvem} ba om et møte."),
        "mote.booket": _("{hvem} kalte inn til {type} {dag:dato} kl. {kl}."),
        "mote.flyttet": _("{hvem} flyttet møtet til {dag:dato} kl. {kl}: {grunn}."),
        "mote.avlyst": _("{hvem} avlyste møtet {dag:dato}: {grunn}."),
        "mote.kommer": _("{hvem} kommer til møtet {dag:dato}."),
        "mote.annen_tid": _("{hvem} ba om en annen tid enn {dag:dato}: «{annen_tid}»"),
        "mote.trukket": _("{hvem} trenger ikke møtet lenger."),
        "mote.uten_tolk": _("Ingen tolk var ledig til møtet {dag:dato}. Tilbudet ble: {alternativ}."),
        "mote.lukket": _("Avtalen fra møtet {dag:dato} er sendt: {antall} avtaler."),
        "avtale.gjort": _("{hvem} har gjort det som var avtalt: {hva}."),
        "avtale.falt_bort": _("Avtalen er ikke aktuell lenger: {hva}."),
        "bekymring.meldt": _("{hvem} er bekymret for {navn}. {ansvarlig} følger opp."),
        "bekymring.loftet": _("{hvem} sa fra til lederen om bekymringen."),
        "bekymring.avsluttet": _("{hvem} avsluttet bekymringen for {navn}."),
        "evaluering.forberedt": _("{hvem} har svart på spørsmålene før evalueringen."),
        "evaluering.holdt": _("{hvem} og {navn} evaluerte programmet {dag:dato}. {konklusjon}."),
        "evaluering.en_del": _("{hvem} og {navn} vurderte en del av programmet {dag:dato}."),
    }
)
