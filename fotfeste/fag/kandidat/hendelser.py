"""The sentences of a candidate's thread. They stand for ever, so they name nobody and say nothing about the person."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "kandidat.meldt": _("{hvem} meldte kandidaten. Kilde: {kilde}."),
        "kandidat.kall_inn": _("{hvem} kalte inn til samtale {dato:dato}."),
        "kandidat.informer": _("{hvem} fortalte om programmet. Svaret: {svar}."),
        "kandidat.kartlegg": _("{hvem} begynte å kartlegge."),
        "kandidat.sok": _("{hvem} førte inn søknaden."),
        "kandidat.se_igjen": _("{hvem} satte opp en ny vurdering {dato:dato}."),
        "kandidat.onsker_ikke": _("{hvem} noterte at personen ikke ønsker å søke."),
        "kandidat.ikke_i_malgruppen": _("{hvem} vurderte at personen ikke er i målgruppen."),
        "kandidat.annet_tilbud": _("{hvem} noterte at personen har fått et annet tilbud."),
        "kandidat.ta": _("{hvem} følger opp."),
        "kandidat.droft": _("{hvem} noterte at kontoret har snakket om kandidaten."),
        "kandidat.rett": _("{hvem} rettet opplysningene."),
        "kandidat.slett": _("{hvem} slettet opplysningene."),
        "kandidat.sokt_i_saken": _("Søknaden kom fra kandidatlisten, meldt {meldt:dato}. Kilde: {kilde}."),
    }
)
