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


class Oppfolgingstype(models.TextChoices):
    """What «oppfølging» means here: five kinds a report must be able to tell apart.

    The sixth meaning in the field, the indicator, is a count (selectors.indikator) and no kind.
    """

    LETT = "lett", _("Kort sjekk: hvordan går det?")
    AVKLARING = "avklaring", _("Avklaring: flere samtaler om veien videre")
    ARBEIDSPLASS = "arbeidsplass", _("Støtte på arbeidsplassen over tid")
    TILTAK = "tiltak", _("Om deltakelsen i et tiltak")
    SOSIALFAGLIG = "sosialfaglig", _("Sosialfaglig: bolig, økonomi, familie, helse")


class Motetype(models.TextChoices):
    INFORMASJON = "informasjon", _("Informasjonssamtale")
    KARTLEGGING = "kartlegging", _("Kartleggingssamtale")
    PROGRAM = "program", _("Programsamtale")
    OPPFOLGING = "oppfolging", _("Oppfølgingssamtale")
    TREPART = "trepart", _("Trepartsmøte")
    ARBEIDSGIVER = "arbeidsgiver", _("Oppfølging med arbeidsgiver")
    SAMARBEID = "samarbeid", _("Samarbeidsmøte")
    ANSVARSGRUPPE = "ansvarsgruppe", _("Ansvarsgruppemøte")
    HJEMMEBESOK = "hjemmebesok", _("Hjemmebesøk")
    FOLGE = "folge", _("Følge til lege, bank eller andre")
    EVALUERING = "evaluering", _("Evalueringsmøte")


FLERE_PARTER = frozenset({Motetype.TREPART, Motetype.ARBEIDSGIVER, Motetype.SAMARBEID, Motetype.ANSVARSGRUPPE})
"""Meetings where somebody from outside the office takes part."""

PLANLEGGER = frozenset({Motetype.KARTLEGGING, Motetype.PROGRAM, Motetype.EVALUERING})
"""Meetings that shape the plan: never held without an interpreter for someone who needs one."""


class Motekanal(models.TextChoices):
    """How we meet. Each is also a way of contact (`Kontaktkanal`)."""

    MOTE = "mote", _("På kontoret eller et annet sted")
    TELEFON = "telefon", _("På telefon")
    DIGITAL = "digital", _("På video")
    HJEMMEBESOK = "hjemmebesok", _("Hjemme hos deltakeren")
    ARBEIDSPLASS = "arbeidsplass", _("På arbeidsplassen")


class Motestatus(models.TextChoices):
    ONSKET = "onsket", _("Ønsket")
    AVTALT = "avtalt", _("Avtalt")
    HOLDT = "holdt", _("Holdt")
    IKKE_MOTT = "ikke_mott", _("Møtte ikke")
    AVLYST = "avlyst", _("Avlyst")
    TRUKKET = "trukket", _("Trukket av deltakeren")


APNE_MOTER = frozenset({Motestatus.ONSKET, Motestatus.AVTALT})
LUKKEDE_MOTER = frozenset({Motestatus.HOLDT, Motestatus.IKKE_MOTT})
"""Meetings whose time came: each is a row in the contact log."""


class Motesvar(models.TextChoices):
    """The participant's answer to the invitation."""

    UBESVART = "", _("Ikke svart")
    KOMMER = "kommer", _("Kommer")
    ANNEN_TID = "annen_tid", _("Ber om en annen tid")


class Tolkestatus(models.TextChoices):
    UNODVENDIG = "unodvendig", _("Trenger ikke tolk")
    BESTILT = "bestilt", _("Tolk er bestilt")
    UDEKKET = "udekket", _("Ingen tolk var ledig")


class Tolkeslag(models.TextChoices):
    """Who interprets. There is no row for family, and none for children (tolkeloven § 4)."""

    FREMMOTE = "fremmote", _("Tolk fra tolketjenesten, til stede")
    SKJERM = "skjerm", _("Tolk på skjerm")
    TELEFON = "telefon", _("Tolk på telefon")
    KOLLEGA = "kollega", _("Kollega som kan språket godt")


class Tolkekvalitet(models.TextChoices):
    BRA = "bra", _("Det gikk bra")
    NOE = "noe", _("Noe ble uklart")
    DARLIG = "darlig", _("Vi forsto ikke hverandre")


class Motepart(models.TextChoices):
    """Who takes part besides the participant and the one who holds the meeting."""

    NAV = "nav", _("Kollega i NAV")
    ARRANGOR = "arrangor", _("Arrangør")
    ARBEIDSGIVER = "arbeidsgiver", _("Arbeidsgiver")
    HELSE = "helse", _("Lege eller helsetjeneste")
    SKOLE = "skole", _("Skole eller voksenopplæring")
    KOMMUNE = "kommune", _("Annen tjeneste i kommunen")
    STOTTE = "stotte", _("En deltakeren selv har med seg")


UTENFOR = frozenset(Motepart) - {Motepart.NAV, Motepart.STOTTE}
"""Those who hear about the participant because NAV asks them to: only with consent."""


class Fravarsgrunn(models.TextChoices):
    """Why the participant did not come, as far as anyone knows."""

    SYK = "syk", _("Var syk, eller barnet var sykt")
    GLEMTE = "glemte", _("Glemte det, eller tok feil av dagen")
    TRANSPORT = "transport", _("Kom ikke fram, hadde ikke råd eller grudde seg for turen")
    ANGST = "angst", _("Orket ikke, eller var redd for å møte")
    SPRAK = "sprak", _("Forsto ikke innkallingen")
    ANNET = "annet", _("Noe annet")
    UKJENT = "ukjent", _("Vi vet det ikke")


class NesteSteg(models.TextChoices):
    """What the office does when somebody did not come. Something always."""

    RING = "ring", _("Ringe")
    NY_TID = "ny_tid", _("Sette en ny tid")
    HJEMMEBESOK = "hjemmebesok", _("Dra på hjemmebesøk")
    ARRANGOR = "arrangor", _("Spørre arrangøren")
    HENTE = "hente", _("Hente, eller møtes et sted i nærheten")


class Svar(models.TextChoices):
    """A yes, a no, or something between, as the participant says it."""

    JA = "ja", _("Ja")
    DELVIS = "delvis", _("Litt")
    NEI = "nei", _("Nei")


class Avtalepart(models.TextChoices):
    NAV = "nav", _("NAV")
    DELTAKER = "deltaker", _("Deltakeren")
    ANDRE = "andre", _("Andre")


class Avtalestatus(models.TextChoices):
    APEN = "apen", _("Står igjen")
    GJORT = "gjort", _("Gjort")
    FALT_BORT = "falt_bort", _("Ikke aktuelt lenger")


class Bekymringsstatus(models.TextChoices):
    AKTIV = "aktiv", _("Følges opp")
    AVSLUTTET = "avsluttet", _("Avsluttet")


class Evalueringsstatus(models.TextChoices):
    FORBEREDES = "forberedes", _("Forberedes")
    HOLDT = "holdt", _("Holdt")


class Konklusjon(models.TextChoices):
    FORTSETTE = "fortsette", _("Programmet fortsetter som det er")
    ENDRE = "endre", _("Programmet skal endres")
    AVSLUTTE = "avslutte", _("Programmet skal avsluttes")


class Framgang(models.TextChoices):
    NARMERE = "narmere", _("Nærmere målet enn før")
    STAR = "star", _("Omtrent der vi var")
    LENGER = "lenger", _("Lenger unna, eller på vei et annet sted")


class Ansikt(models.TextChoices):
    """How the participant has it: a face and a word."""

    BRA = "bra", _("Bra")
    MIDT = "midt", _("Midt på treet")
    DARLIG = "darlig", _("Ikke bra")


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
