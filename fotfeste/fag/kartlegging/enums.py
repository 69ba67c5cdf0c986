from django.db import models
from django.utils.translation import gettext_lazy as _


class AevStatus(models.TextChoices):
    UTKAST = "utkast", _("Under arbeid")
    FULLFORT = "fullfort", _("Fullført")
    FORKASTET = "forkastet", _("Lagt bort")


class Innsatsgruppe(models.TextChoices):
    """What kind of help the assessment concludes with (NAV's codes)."""

    STANDARD = "standard_innsats", _("Standard innsats")
    SITUASJONSBESTEMT = "situasjonsbestemt_innsats", _("Situasjonsbestemt innsats")
    SPESIELT_TILPASSET = "spesielt_tilpasset_innsats", _("Spesielt tilpasset innsats")
    GRADERT_VARIG = "gradert_varig_tilpasset_innsats", _("Gradert varig tilpasset innsats")
    VARIG = "varig_tilpasset_innsats", _("Varig tilpasset innsats")


class UtfortAv(models.TextChoices):
    NAV = "nav", _("NAV-kontoret")
    ARRANGOR = "arrangor", _("En arrangør")


class Kildetype(models.TextChoices):
    """Where a fact in the assessment comes from."""

    SAMTALE = "samtale", _("Samtale med deltakeren")
    CV = "cv", _("CV og vitnemål")
    LEGE = "lege", _("Lege eller annen behandler")
    ARBEIDSGIVER = "arbeidsgiver", _("Arbeidsgiver eller praksissted")
    TILTAK = "tiltak", _("Tidligere tiltak")
    REGISTER = "register", _("Offentlig register")
    ANNET = "annet", _("Annet")


class Variant(models.TextChoices):
    """How much the assessment holds beyond the five points, which both have."""

    FULL = "full", _("Full vurdering")
    FORENKLET = "forenklet", _("Forenklet vurdering")


class Variantgrunn(models.TextChoices):
    """When less is enough."""

    KLARE_UTSIKTER = "klare_utsikter", _("Utsiktene til arbeid er klare, og det er lite å avklare")
    FERSK_VURDERING = "fersk_vurdering", _("Det finnes en fersk vurdering som fortsatt stemmer")


class Hensyn(models.TextChoices):
    """What the programme must take special care of."""

    PSYKISK_HELSE = "psykisk_helse", _("Psykisk helse")
    SOMATISK = "somatisk", _("Kroppslig helse")
    ARBEIDSPLASS = "arbeidsplass", _("Fysiske forhold på arbeidsplassen")
    SYN_HORSEL = "syn_horsel", _("Syn eller hørsel")


class Temagruppe(models.TextChoices):
    """The six theme groups of the self-assessment; resources and work first."""

    ARBEID = "arbeidserfaring", _("Arbeid")
    UTDANNING = "utdanning", _("Skole og det du kan")
    INTERESSER = "interesser", _("Interesser og fritid")
    PERSONLIG = "personlig", _("Muligheter og utfordringer")
    SOSIALT = "sosialt", _("Hjem, økonomi og folk rundt deg")
    HELSE = "helse", _("Helse")


class Utfyllingsmate(models.TextChoices):
    """How the self-assessment was made."""

    ALENE = "alene", _("Alene")
    MED_HJELP = "med_hjelp", _("Med hjelp til å skrive")
    I_SAMTALE = "i_samtale", _("I en samtale")
    PAPIR = "papir", _("På papir")


class Egenstatus(models.TextChoices):
    PABEGYNT = "pabegynt", _("Påbegynt")
    SENDT = "sendt", _("Sendt")


class Tema(models.TextChoices):
    """The topics of the conversation guide, resources first."""

    ARBEIDSERFARING = "arbeidserfaring", _("Arbeidserfaring")
    UTDANNING = "utdanning", _("Utdanning")
    KVALIFIKASJONER = "kvalifikasjoner", _("Kvalifikasjoner og ferdigheter")
    ONSKER = "onsker", _("Ønsker")
    MOTIVASJON = "motivasjon", _("Motivasjon")
    DAGLIGLIV = "dagligliv", _("Dagligliv")
    FAMILIE = "familie", _("Familie og nettverk")
    BOFORHOLD = "boforhold", _("Boforhold")
    OKONOMI = "okonomi", _("Økonomi")
    HELSE = "helse", _("Helse")


class Funnslag(models.TextChoices):
    """What a finding says; each belongs under its own point."""

    RESSURS = "ressurs", _("Ressurs")
    ONSKE = "onske", _("Ønske")
    BEHOV = "behov", _("Behov for hjelp")
    HINDRING = "hindring", _("Hindring")
    BISTAND = "bistand", _("Hjelp som kan virke")


class Opphav(models.TextChoices):
    """Where a finding comes from."""

    SAMTALE = "samtale", _("Kartleggingssamtale")
    INNHENTING = "innhenting", _("Innhentet opplysning")
    OBSERVASJON = "observasjon", _("Observasjon fra tiltak eller arbeidsplass")


class Samtalested(models.TextChoices):
    KONTORET = "kontoret", _("På kontoret")
    TELEFON = "telefon", _("På telefon")
    VIDEO = "video", _("På video")
    HJEMME = "hjemme", _("Hjemme hos deltakeren")
    UTE = "ute", _("Et annet sted")


class Innhentingsgrunnlag(models.TextChoices):
    """What lets the office ask others (sotjl § 43)."""

    SAMTYKKE = "samtykke", _("Deltakeren sier ja")
    KJENNSKAP = "kjennskap", _("Deltakeren vet om det, og loven lar oss spørre")


class Innhentingsstatus(models.TextChoices):
    FORESPURT = "forespurt", _("Venter på svar fra deltakeren")
    KLAR = "klar", _("Kan hentes inn")
    BEDT = "bedt", _("Bedt om, venter på svar")
    MOTTATT = "mottatt", _("Mottatt")
    AVSLATT = "avslatt", _("Deltakeren sa nei")
    TRUKKET = "trukket", _("Trukket tilbake")
    UTEN_SVAR = "uten_svar", _("Avsluttet uten svar")


class Samtykkemate(models.TextChoices):
    """How the participant said yes or no."""

    EGEN_SIDE = "egen_side", _("På sin egen side")
    MUNTLIG = "muntlig", _("Muntlig")
    SKRIFTLIG = "skriftlig", _("Skriftlig")


class Blikkstatus(models.TextChoices):
    BEDT = "bedt", _("Venter på en kollega")
    GITT = "gitt", _("Lest")


class Blikkutfall(models.TextChoices):
    """What the colleague says after reading."""

    KLAR = "klar", _("Klar til å fullføres")
    SE_PA = "se_pa", _("Se på dette først")
