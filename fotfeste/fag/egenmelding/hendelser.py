"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "egenmelding.vurderes": _("{hvem} begynte å vurdere om egenmelding fortsatt kan brukes."),
        "egenmelding.varslet": _(
            "{hvem} varslet om at egenmelding kanskje ikke kan brukes lenger, med svarfrist {frist:dato}."
        ),
        "egenmelding.uttalelse": _("{hvem} registrerte svaret på varselet om egenmelding {dato:dato}: «{svar}»"),
        "egenmelding.uttalelse_avslatt": _(
            "{hvem} registrerte at deltakeren ikke vil uttale seg om egenmelding, {dato:dato}."
        ),
        "egenmelding.uttalelse_egen": _("{hvem} svarte på varselet om egenmelding: «{svar}»"),
        "egenmelding.uttalelse_egen_avslatt": _("{hvem} vil ikke si noe om egenmelding."),
        "egenmelding.til_beslutter": _("{hvem} sendte spørsmålet om egenmelding til beslutter."),
        "egenmelding.returnert": _("{hvem} sendte spørsmålet om egenmelding tilbake: «{grunn}»"),
        "egenmelding.bestemt": _(
            "{hvem} bestemte at deltakeren må ha legeerklæring fra første dag, fra {fra:dato}. Det vurderes på nytt "
            "senest {senest:dato}."
        ),
        "egenmelding.revurdert": _("{hvem} vurderte på nytt om egenmelding kan brukes."),
        "egenmelding.opprettholdt": _(
            "{hvem} opprettholdt at deltakeren må ha legeerklæring fra første dag. Det vurderes på nytt senest "
            "{senest:dato}."
        ),
        "egenmelding.opphevet": _("{hvem} ga deltakeren retten til egenmelding tilbake fra {fra:dato}."),
        "egenmelding.frafalt": _("{hvem} la bort spørsmålet om egenmelding. Deltakeren kan bruke den som før."),
        "egenmelding.venter": _("Deltakeren kan bruke egenmelding mens det ventes på svaret på klagen."),
        "egenmelding.fortsetter": _("Det ventes ikke lenger på klagen om egenmelding."),
        "egenmelding.gjelder_likevel": _(
            "{hvem} bestemte at egenmeldingen {fra:dato} til {til:dato} gjelder likevel: «{ord}»"
        ),
        "egenmelding.bortfall_venter": _(
            "Egenmeldingen {fra:dato} til {til:dato} gir stønad mens det ventes på svaret på klagen."
        ),
        "egenmelding.bortfall_fortsetter": _(
            "Det ventes ikke lenger på klagen. Egenmeldingen {fra:dato} til {til:dato} gir ikke stønad."
        ),
        "egenmelding.bekreftelse_bedt": _(
            "{hvem} ba deltakeren bekrefte egenmeldingen for {fra:dato} til {til:dato} skriftlig, innen {frist:dato}."
        ),
        "egenmelding.bekreftet": _("{hvem} bekreftet egenmeldingen for {fra:dato} til {til:dato}."),
        "egenmelding.krav_frafalt": _("{hvem} trenger ikke bekreftelsen for {fra:dato} til {til:dato} likevel."),
        "egenmelding.bortfalt": _(
            "{hvem} bestemte at det ikke er rett til stønad for egenmeldingen {fra:dato} til {til:dato}, som ikke ble "
            "bekreftet."
        ),
    }
)
