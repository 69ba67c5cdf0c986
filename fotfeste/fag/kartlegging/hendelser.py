"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "aev.startet": _("{hvem} begynte på arbeidsevnevurderingen, versjon {nummer}."),
        "aev.eget_syn": _("{hvem} fortalte hvordan han eller hun selv ser det."),
        "aev.fullfort": _("{hvem} fullførte arbeidsevnevurderingen: {innsatsgruppe}."),
        "aev.forkastet": _("{hvem} la bort utkastet til arbeidsevnevurdering."),
        "aev.forenklet": _("{hvem} valgte en forenklet vurdering: {hvorfor}"),
        "aev.holdt_tilbake": _("{hvem} holdt en bekymring utenfor teksten i arbeidsevnevurderingen, og skrev hvorfor."),
        "aev.tatt_opp": _("{hvem} tok opp bekymringen med deltakeren."),
        "aev.kollegablikk_bedt": _("{hvem} ba en kollega lese arbeidsevnevurderingen."),
        "aev.kollegablikk_gitt": _("{hvem} leste arbeidsevnevurderingen for en kollega."),
        "aev.merknad": _("{hvem} sa at punkt {punkt} i arbeidsevnevurderingen ikke stemmer."),
        "aev.merknad_besvart": _("{hvem} svarte på det deltakeren sa om punkt {punkt}."),
        "egenvurdering.sendt": _("{hvem} sendte egenvurderingen."),
        "egenvurdering.fort_inn": _("{hvem} skrev ned egenvurderingen sammen med deltakeren."),
        "kartlegging.samtale": _("{hvem} hadde kartleggingssamtale {dag:dato}."),
        "kartlegging.observasjon": _("{hvem} førte inn en observasjon fra {fra}."),
        "innhenting.foreslatt": _("{hvem} vil be om opplysninger fra {fra}."),
        "innhenting.ja": _("{hvem} sa ja til at vi spør {fra}."),
        "innhenting.nei": _("{hvem} sa nei til at vi spør {fra}."),
        "innhenting.ja_notert": _("{hvem} noterte at deltakeren sa ja til at vi spør {fra}."),
        "innhenting.nei_notert": _("{hvem} noterte at deltakeren sa nei til at vi spør {fra}."),
        "innhenting.bedt": _("{hvem} ba om opplysninger fra {fra}."),
        "innhenting.mottatt": _("{hvem} førte inn svaret fra {fra}."),
        "innhenting.uten_svar": _("{hvem} avsluttet forespørselen til {fra} uten svar."),
        "innhenting.trukket": _("{hvem} trakk tilbake samtykket til å spørre {fra}."),
        "innhenting.trukket_notert": _("{hvem} noterte at deltakeren trekker samtykket til å spørre {fra}."),
    }
)
