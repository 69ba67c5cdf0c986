from django.db import models
from django.utils.translation import gettext_lazy as _


class Kontaktkanal(models.TextChoices):
    MOTE = "mote", _("Møte")
    TELEFON = "telefon", _("Telefon")
    SMS = "sms", _("SMS")
    EPOST = "epost", _("E-post")
    DIGITAL = "digital", _("På nett")
    HJEMMEBESOK = "hjemmebesok", _("Hjemmebesøk")
    ARBEIDSPLASS = "arbeidsplass", _("På arbeidsplassen")
    BREV = "brev", _("Brev")


class Initiativ(models.TextChoices):
    NAV = "nav", _("Oss")
    DELTAKER = "deltaker", _("Deltakeren")
    ARRANGOR = "arrangor", _("Arrangøren")


class Kontaktresultat(models.TextChoices):
    GJENNOMFORT = "gjennomfort", _("Vi snakket sammen")
    IKKE_MOTT = "ikke_mott", _("Møtte ikke")
    IKKE_SVAR = "ikke_svar", _("Svarte ikke")


class Avslutningsmate(models.TextChoices):
    """How the programme ended (KOSTRA 36: status 3–7)."""

    FULLFORT = "fullfort_eller_etter_avtale", _("Fullført, eller avsluttet etter avtale")
    UTEBLIVELSE = "uteblivelse", _("Varig uteblivelse")
    FLYTTET_KOMMUNE = "flyttet_kommune", _("Flyttet til en annen kommune")
    FLYTTET_BYDEL = "flyttet_bydel", _("Flyttet til en annen bydel")
    ETTER_AVBRUDD = "etter_avbrudd", _("Avsluttet etter pause")


class Situasjon(models.TextChoices):
    """What the person went on to (KOSTRA 38 and 39)."""

    ORDINAERT_ARBEID = "ordinaert_arbeid", _("Ordinært arbeid")
    ARBEID_LONNSTILSKUDD = "arbeid_lonnstilskudd", _("Arbeid med lønnstilskudd")
    ARBEIDSMARKEDSTILTAK = "arbeidsmarkedstiltak", _("Arbeidsmarkedstiltak i statlig regi")
    SKOLE = "skole", _("Skole eller utdanning")
    UFORE = "ufore", _("Uføretrygd")
    AAP = "aap", _("Arbeidsavklaringspenger")
    SOSIALHJELP_I_PAVENTE = "sosialhjelp_i_pavente", _("Sosialhjelp i påvente av annen ytelse")
    SOSIALHJELP = "sosialhjelp", _("Sosialhjelp")
    ANNET = "annet", _("Annet")
    UKJENT = "ukjent", _("Ukjent")
