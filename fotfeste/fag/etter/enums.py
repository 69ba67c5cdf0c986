from django.db import models
from django.utils.translation import gettext_lazy as _


class Ettersituasjon(models.TextChoices):
    """What the person lives on some time after, most of all (the saksmappe's `etter`)."""

    ORDINAERT_ARBEID = "ordinaert_arbeid", _("Ordinært arbeid")
    ARBEID_LONNSTILSKUDD = "arbeid_lonnstilskudd", _("Arbeid med lønnstilskudd")
    ARBEIDSMARKEDSTILTAK = "arbeidsmarkedstiltak", _("Arbeidsmarkedstiltak i statlig regi")
    SKOLE = "skole", _("Skole eller utdanning")
    UFORE = "ufore", _("Uføretrygd")
    AAP = "aap", _("Arbeidsavklaringspenger")
    SOSIALHJELP_I_PAVENTE = "sosialhjelp_i_pavente", _("Sosialhjelp i påvente av annen ytelse")
    SOSIALHJELP = "sosialhjelp", _("Sosialhjelp")
    KVP = "kvp", _("Kvalifiseringsprogram igjen")
    ANNET = "annet", _("Annet")
    UKJENT = "ukjent", _("Ukjent")


I_ARBEID_ELLER_SKOLE = frozenset(
    {
        Ettersituasjon.ORDINAERT_ARBEID,
        Ettersituasjon.ARBEID_LONNSTILSKUDD,
        Ettersituasjon.SKOLE,
    }
)
TILBAKE = frozenset({Ettersituasjon.KVP, Ettersituasjon.AAP, Ettersituasjon.SOSIALHJELP})
"""What counts as a return: to the programme, AAP or social assistance."""


class Svarmate(models.TextChoices):
    """How the answer came, or why there is none."""

    DELTAKER = "deltaker", _("Svarte selv på nett")
    SAMTALE = "samtale", _("Fortalte det i en samtale")
    KJENT = "kjent", _("Vi vet det fra saken")
    VIL_IKKE = "vil_ikke", _("Vil ikke svare")
    FIKK_IKKE_TAK = "fikk_ikke_tak", _("Vi fikk ikke tak i personen")


UTEN_SVAR = frozenset({Svarmate.VIL_IKKE, Svarmate.FIKK_IKKE_TAK})


class Maned(models.IntegerChoices):
    """How many months after the last day."""

    SEKS = 6, _("6 måneder")
    TOLV = 12, _("12 måneder")
    TJUEFIRE = 24, _("24 måneder")


class Flytteutfall(models.TextChoices):
    """What the other municipality came to (it alone decides there)."""

    VIDEREFORT = "viderefort", _("Programmet videreføres der")
    NYTT_PROGRAM = "nytt_program", _("Nytt program der")
    AVSLUTTET = "avsluttet", _("Ikke program der")


class Ytelse(models.TextChoices):
    """A benefit the participant has applied for while in the programme."""

    AAP = "aap", _("Arbeidsavklaringspenger")
    UFORE = "ufore", _("Uføretrygd")
    DAGPENGER = "dagpenger", _("Dagpenger")
    FORELDREPENGER = "foreldrepenger", _("Foreldrepenger")
    SYKEPENGER = "sykepenger", _("Sykepenger")
    ANNET = "annet", _("Annet")


class Ytelsesutfall(models.TextChoices):
    INNVILGET = "innvilget", _("Innvilget")
    AVSLATT = "avslatt", _("Avslått")
    TRUKKET = "trukket", _("Trukket")
