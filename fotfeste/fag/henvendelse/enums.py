from django.db import models
from django.utils.translation import gettext_lazy as _


class Kanal(models.TextChoices):
    """How the enquiry came."""

    TELEFON = "telefon", _("Telefon")
    NKS_OPPGAVE = "nks_oppgave", _("Oppgave fra NAV kontaktsenter")
    EPOST = "epost", _("E-post")
    PORTAL = "portal", _("Min side")
    OPPMOTE = "oppmote", _("Kom til kontoret")
    BREV = "brev", _("Brev")
    ANNET = "annet", _("Annet")


class Tema(models.TextChoices):
    """What it is about."""

    PENGER = "penger", _("Penger og utbetaling")
    TIMELISTE = "timeliste", _("Timeliste og fravær")
    PROGRAM = "program", _("Programmet og ukeplanen")
    SOKNAD = "soknad", _("Søknad eller vedtak")
    ONSKER_ARBEID = "onsker_arbeid", _("Vil ha hjelp til å komme i arbeid")
    SNAKKE = "snakke", _("Vil snakke med veilederen")
    NODHJELP = "nodhjelp", _("Mat, medisin, reise eller et sted å bo")
    ANNET = "annet", _("Noe annet")


class Henvendelsesstatus(models.TextChoices):
    """Where the enquiry stands. Only answered is done; sent on still waits."""

    NY = "ny", _("Ny")
    FORDELT = "fordelt", _("Fordelt")
    VIDERESENDT = "videresendt", _("Sendt videre")
    BESVART = "besvart", _("Besvart")


APNE = frozenset({Henvendelsesstatus.NY, Henvendelsesstatus.FORDELT, Henvendelsesstatus.VIDERESENDT})
"""Not answered yet: the clock runs."""


class Fordelingsgrunn(models.TextChoices):
    """Why it went to that one."""

    FAST_KONTAKT = "fast_kontakt", _("fast kontakt")
    STEDFORTREDER = "stedfortreder", _("stedfortreder")
    VAKT = "vakt", _("har vakttelefonen")
    VALGT = "valgt", _("valgt av en kollega")


class Utfall(models.TextChoices):
    """What came of it."""

    BESVART = "besvart", _("Fikk svar")
    AVTALE = "avtale", _("Vi avtalte et møte")
    HJELP_GITT = "hjelp_gitt", _("Fikk hjelp med en gang")
    ANDRE = "andre", _("Andre har svart, og vi har sjekket det")
