from django.db import models
from django.utils.translation import gettext_lazy as _


class Programstatus(models.TextChoices):
    UTKAST = "utkast", _("Under arbeid")
    FORESLATT = "foreslatt", _("Venter på deltakeren")
    AVTALT = "avtalt", _("Avtalt")
    ERSTATTET = "erstattet", _("Erstattet")


class Aktivitetsgruppe(models.TextChoices):
    """What an activity is for, in the words of the week plan (codes: regelverk/program.Gruppe)."""

    ARBEIDSRETTET = "arbeidsrettet", _("Arbeidsrettet")
    ARBEIDSSOKING = "arbeidssoking", _("Jobbsøking")
    LONNET_ARBEID = "lonnet_arbeid", _("Lønnet jobb")
    OPPLAERING = "opplaering", _("Opplæring")
    STOTTE = "stotte", _("Støtte")
    HELSE = "helse", _("Helse")
    EGENAKTIVITET = "egenaktivitet", _("Egen aktivitet")


class Evalueringstype(models.TextChoices):
    UNDERVEIS = "underveis", _("Underveis")
    MIDTVEIS = "midtveis", _("Halvveis")
    SLUTT = "slutt", _("Ved slutten")


class Aktivitetstype(models.TextChoices):
    """The form an activity has; two courses of the same form are alike to the one who has been through both."""

    PRAKSIS = "praksis", _("Arbeidspraksis")
    LAERLING = "laerling", _("Lærlingplass")
    KORT_KURS = "kort_kurs", _("Kort kurs med bevis")
    JOBBKURS = "jobbkurs", _("Kurs i jobbsøking eller motivasjon")
    NORSK = "norsk", _("Norskkurs")
    FAGKURS = "fagkurs", _("Fagkurs eller skole")
    BEHANDLING = "behandling", _("Behandling")
    JOBB = "jobb", _("Lønnet jobb")
    ANNET = "annet", _("Annet")


class Aktivitetstatus(models.TextChoices):
    VENTER = "venter", _("Venter på plass")
    TILBUDT = "tilbudt", _("Tilbudt plass")
    I_GANG = "i_gang", _("I gang")
    FERDIG = "ferdig", _("Ferdig")
    AVBRUTT = "avbrutt", _("Avbrutt")


class Oppfolging(models.TextChoices):
    """Who follows the participant up in an activity, day to day."""

    NAV_VEILEDER = "nav_veileder", _("Veileder i NAV")
    JOBBSPESIALIST = "jobbspesialist", _("Jobbspesialist")
    ARRANGOR = "arrangor", _("Arrangøren")
    KOMBINASJON = "kombinasjon", _("NAV og arrangøren sammen")


class Hvem(models.TextChoices):
    """Who put an end to an activity."""

    ARRANGOR = "arrangor", _("Arrangøren")
    DELTAKER = "deltaker", _("Deltakeren")
    NAV = "nav", _("NAV")


class Loggslag(models.TextChoices):
    TILBAKEMELDING = "tilbakemelding", _("Tilbakemelding fra arrangøren")
    JOBBSOKNAD = "jobbsoknad", _("Jobbsøknad eller svar på en")
    STATUS = "status", _("Ny status")


class Malomrade(models.TextChoices):
    """What part of life a goal is about."""

    ARBEID = "arbeid", _("Arbeid")
    UTDANNING = "utdanning", _("Utdanning og kurs")
    SPRAK = "sprak", _("Norsk og andre språk")
    HELSE = "helse", _("Helse")
    TANNHELSE = "tannhelse", _("Tenner")
    BOLIG = "bolig", _("Bolig")
    OKONOMI = "okonomi", _("Økonomi og gjeld")
    FORERKORT = "forerkort", _("Førerkort")
    FAMILIE = "familie", _("Familie og barn")
    NETTVERK = "nettverk", _("Nettverk og fritid")
    ANNET = "annet", _("Annet")


class Malstatus(models.TextChoices):
    UNDERVEIS = "underveis", _("Underveis")
    NADD = "nadd", _("Nådd")
    ENDRET = "endret", _("Endret")
    LAGT_BORT = "lagt_bort", _("Lagt bort")


class Valggrunn(models.TextChoices):
    """What decided a choice: what the participant needs, what there was, or what it cost."""

    BEHOV = "behov", _("Det deltakeren trenger")
    TILGJENGELIGHET = "tilgjengelighet", _("Det som fantes eller hadde plass")
    KOSTNAD = "kostnad", _("Hva det koster")


class UtenValg(models.TextChoices):
    """Why there was only one way to choose."""

    MANGLER_TILBUD = "mangler_tilbud", _("Det fantes ikke flere tilbud")
    MANGLER_KUNNSKAP = "mangler_kunnskap", _("Vi kjente ikke til flere")
    VISSTE_SELV = "visste_selv", _("Deltakeren visste hva hen ville")


class Overhalvsvar(models.TextChoices):
    """What is done when a job takes more than half a position (sotjl § 30 second paragraph)."""

    AVSLUTT = "avslutt", _("Programmet avsluttes, med oppfølging etterpå")
    VIDERE_UTEN_STONAD = "videre_uten_stonad", _("Kort tid videre uten stønad")
    NED_TIL_HALV = "ned_til_halv", _("Stillingen går ned til halv")


class Ukedag(models.IntegerChoices):
    MANDAG = 0, _("mandag")
    TIRSDAG = 1, _("tirsdag")
    ONSDAG = 2, _("onsdag")
    TORSDAG = 3, _("torsdag")
    FREDAG = 4, _("fredag")
    LORDAG = 5, _("lørdag")
    SONDAG = 6, _("søndag")
