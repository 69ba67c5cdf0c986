from django.db import models
from django.utils.translation import gettext_lazy as _


class Kandidatstatus(models.TextChoices):
    """Where the candidate stands. Each ends in a dated outcome, or has a day when somebody looks again."""

    MELDT = "meldt", _("Meldt")
    INNKALT = "innkalt", _("Kalt inn")
    INFORMERT = "informert", _("Har fått vite om programmet")
    KARTLEGGES = "kartlegges", _("Kartlegges")
    SENERE = "senere", _("Ser på det senere")
    SOKT = "sokt", _("Har søkt")
    ONSKER_IKKE = "onsker_ikke", _("Ønsker ikke")
    IKKE_I_MALGRUPPEN = "ikke_i_malgruppen", _("Ikke i målgruppen")
    ANNET_TILBUD = "annet_tilbud", _("Har fått et annet tilbud")
    SLETTET = "slettet", _("Slettet")


APNE = frozenset(
    {
        Kandidatstatus.MELDT,
        Kandidatstatus.INNKALT,
        Kandidatstatus.INFORMERT,
        Kandidatstatus.KARTLEGGES,
        Kandidatstatus.SENERE,
    }
)
"""States in which somebody is to look again, on `neste_gang`."""


class Kilde(models.TextChoices):
    """Where the candidate came from (000 § 3.2, 002 § 3.1)."""

    KOLLEGA = "kollega", _("Kollega ved kontoret")
    GJENNOMGANG = "gjennomgang", _("Gjennomgang av sosialhjelpssakene")
    MOTTAK = "mottak", _("Publikumsmottaket")
    SOKT_SOSIALHJELP = "sokt_sosialhjelp", _("Søkte om sosialhjelp")
    KONTAKTSENTER = "kontaktsenter", _("NAV kontaktsenter")
    NAV_STAT = "nav_stat", _("NAV, statlig side")
    SELV = "selv", _("Tok kontakt selv")
    SKOLE = "skole", _("Skole")
    OPPFOLGINGSTJENESTEN = "oppfolgingstjenesten", _("Oppfølgingstjenesten")
    FASTLEGE = "fastlege", _("Fastlege")
    HELSESTASJON = "helsestasjon", _("Helsestasjon")
    INTRODUKSJONSPROGRAM = "introduksjonsprogram", _("Introduksjonsprogrammet")
    FLYKTNINGTJENESTE = "flyktningtjeneste", _("Flyktningtjenesten")
    ARRANGOR = "arrangor", _("Arrangør av tiltak")
    BARNEVERN = "barnevern", _("Barnevern")
    RUS_OG_PSYKISK_HELSE = "rus_og_psykisk_helse", _("Rus- og psykisk helsetjeneste")
    KRIMINALOMSORG = "kriminalomsorg", _("Kriminalomsorgen")
    ANNET = "annet", _("Annet")


PARTNERE = frozenset(
    {
        Kilde.SKOLE,
        Kilde.OPPFOLGINGSTJENESTEN,
        Kilde.FASTLEGE,
        Kilde.HELSESTASJON,
        Kilde.INTRODUKSJONSPROGRAM,
        Kilde.FLYKTNINGTJENESTE,
        Kilde.ARRANGOR,
        Kilde.BARNEVERN,
        Kilde.RUS_OG_PSYKISK_HELSE,
        Kilde.KRIMINALOMSORG,
        Kilde.NAV_STAT,
    }
)
"""Outside the municipal part of the office: what they tell of a person, they tell with the person's consent."""


class Grunn(models.TextChoices):
    """Why somebody thought of the person: ticks, so that a nomination takes less than a minute."""

    LENGE_SOSIALHJELP = "lenge_sosialhjelp", _("Har levd av sosialhjelp lenge")
    UTEN_AKTIVITET = "uten_aktivitet", _("Har verken arbeid, skole eller tiltak")
    FERDIG_INTRO = "ferdig_intro", _("Er ferdig med introduksjonsprogrammet")
    MISTER_YTELSE = "mister_ytelse", _("Er i ferd med å miste en ytelse")
    FLERE_TILTAK = "flere_tiltak", _("Har prøvd flere tiltak uten å komme nærmere jobb")
    VIL_I_ARBEID = "vil_i_arbeid", _("Sier selv at målet er jobb")
    TRENGER_TETT_HJELP = "trenger_tett_hjelp", _("Trenger tett hjelp for å komme i gang")
    UKJENT_FOR_NAV = "ukjent_for_nav", _("Er ikke i kontakt med NAV fra før")
    BARE_NAV_STAT = "bare_nav_stat", _("Får bare hjelp fra statlig NAV")
    TAKKET_NEI_FOR = "takket_nei_for", _("Er kjent her, men har ikke tatt imot tilbud")


class Svar(models.TextChoices):
    """What the person said when told of the programme."""

    VIL_SOKE = "vil_soke", _("Vil søke")
    VIL_TENKE = "vil_tenke", _("Vil tenke på det")
    VIL_IKKE = "vil_ikke", _("Vil ikke")
