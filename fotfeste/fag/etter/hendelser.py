"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "etter.observert": _("{hvem} noterte hvordan det gikk {maned} etter programmet: {situasjon}."),
        "etter.svarte": _("{hvem} fortalte hvordan det går, {maned} etter programmet: {situasjon}."),
        "etter.uten_svar": _("{hvem} fikk ikke vite hvordan det gikk {maned} etter programmet: {hvorfor}."),
        "etter.oppfolging_avtalt": _("{hvem} og {navn} avtalte kontakt etter programmet fra {fra:dato}."),
        "etter.oppfolging_ikke_onsket": _("{navn} vil ikke ha kontakt etter programmet."),
        "etter.oppfolging_avsluttet": _("{hvem} avsluttet kontakten etter programmet {til:dato}: {grunn}"),
        "etter.overfort": _("{hvem} overførte saken fra {fra} til {til}."),
        "etter.helhet_vurdert": _("{hvem} har sett på hele programmet etter at saken skiftet kontor."),
        "etter.flytting_meldt": _("{hvem} registrerte at {navn} flytter til {kommune} {dag:dato}."),
        "etter.flytting_kontakt": _("{hvem} snakket med {med} i {kommune} om flyttingen {dag:dato}."),
        "etter.flytting_mappe": _("{hvem} overleverte saken til {kommune} med samtykke fra {navn} {dag:dato}."),
        "etter.flytting_utfall": _("{kommune}: {utfall}."),
        "etter.ytelse_sokt": _("{navn} søkte om {ytelse} {dag:dato}. Programmet fortsetter."),
        "etter.ytelse_avgjort": _("Søknaden om {ytelse}: {utfall}, {dag:dato}."),
        "etter.ytelse_vurdert": _("{hvem} har vurdert hva svaret om {ytelse} betyr for programmet."),
        "etter.dodsfall": _("{hvem} registrerte at deltakeren døde {dag:dato}. Kilde: {kilde}"),
        "etter.dodsfall_angret": _("{hvem} tok tilbake dødsfallet, som var registrert ved en feil: {grunn}"),
        "etter.dodsbo_konto": _("{hvem} registrerte dødsboets konto. Den slutter på {siste}."),
        "etter.deltakerbevis": _("{hvem} laget deltakerbeviset."),
        "etter.bekreftelse": _("{hvem} laget en bekreftelse: {hva}."),
    }
)
