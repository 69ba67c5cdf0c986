from django.db import models
from django.utils.translation import gettext_lazy as _

from fotfeste.regelverk.klage import Grunn31, Grunn35, Innstilling, Klager, Mangel


class Klagestatus(models.TextChoices):
    """Where the complaint stands. The last four are closed, but for what an outcome leaves to be done."""

    MOTTATT = "mottatt", _("Mottatt")
    VENTER_RETTING = "venter_retting", _("Venter på retting")
    UNDER_VURDERING = "under_vurdering", _("Vurderes på nytt")
    HOS_BESLUTTER = "hos_beslutter", _("Hos beslutter")
    TIL_OVERSENDELSE = "til_oversendelse", _("Skal sendes Statsforvalteren")
    OVERSENDT = "oversendt", _("Hos Statsforvalteren")
    OMGJORT = "omgjort", _("Omgjort av NAV")
    AVGJORT = "avgjort", _("Avgjort av Statsforvalteren")
    FULGT_OPP = "fulgt_opp", _("Fulgt opp")
    AVVIST = "avvist", _("Avvist")
    TRUKKET = "trukket", _("Trukket")


HOS_OSS = frozenset(
    {
        Klagestatus.MOTTATT,
        Klagestatus.VENTER_RETTING,
        Klagestatus.UNDER_VURDERING,
        Klagestatus.HOS_BESLUTTER,
        Klagestatus.TIL_OVERSENDELSE,
    }
)
"""States in which NAV has not done its part."""

LOPENDE = HOS_OSS | {Klagestatus.OVERSENDT}
"""States in which nobody has had the last word."""

APNE = LOPENDE | {Klagestatus.OMGJORT, Klagestatus.AVGJORT}
"""States in which somebody has something to do."""


class Klagekanal(models.TextChoices):
    """How the complaint came."""

    PAPIR = "papir", _("På papir")
    EPOST = "epost", _("På e-post")
    MUNTLIG = "muntlig", _("Muntlig, skrevet ned hos oss")
    DIGITAL = "digital", _("På nett")


class Klagerrolle(models.TextChoices):
    """Who complains."""

    PART = Klager.PART.value, _("Deltakeren eller søkeren selv")
    FULLMEKTIG = Klager.FULLMEKTIG.value, _("En fullmektig")
    ADVOKAT = Klager.ADVOKAT.value, _("En advokat")
    ANNEN = Klager.ANNEN.value, _("En annen med rettslig klageinteresse")


class Klageutfall(models.TextChoices):
    """How it ended, as the case file says it."""

    OMGJORT_AV_NAV = "omgjort_av_nav", _("Omgjort av NAV")
    STADFESTET = "stadfestet", _("Stadfestet av Statsforvalteren")
    OPPHEVET = "opphevet", _("Opphevet og sendt tilbake av Statsforvalteren")
    ENDRET = "endret", _("Endret av Statsforvalteren")
    AVVIST = "avvist", _("Avvist")
    TRUKKET = "trukket", _("Trukket")


UTFALL_HOS_INSTANSEN = (Klageutfall.STADFESTET, Klageutfall.OPPHEVET, Klageutfall.ENDRET, Klageutfall.AVVIST)

TIL_GUNST = frozenset({Klageutfall.OMGJORT_AV_NAV, Klageutfall.OPPHEVET, Klageutfall.ENDRET})
"""Outcomes in which the decision did not stand."""

FALT = frozenset({Klageutfall.OPPHEVET, Klageutfall.OMGJORT_AV_NAV})
"""Outcomes after which a decision no longer stands, whatever comes in its place."""


class Innstillinger(models.TextChoices):
    """What the office comes to in its new assessment."""

    OMGJOR = Innstilling.OMGJOR.value, _("Gir klageren medhold i alt")
    OMGJOR_DELVIS = Innstilling.OMGJOR_DELVIS.value, _("Gir medhold i en del, og sender resten videre")
    OPPRETTHOLDER = Innstilling.OPPRETTHOLDER.value, _("Holder fast ved vedtaket, og sender klagen videre")
    AVVIS = Innstilling.AVVIS.value, _("Avviser klagen")


class Klagetiltak(models.TextChoices):
    """What carries an outcome out where the decision is no `Vedtak`, and takes no new one."""

    FRAFALL = "frafall", _("La være å kreve resten")
    TILBAKEFOR = "tilbakefor", _("La være å kreve det, og betal tilbake det deltakeren har betalt")
    ENDRE_PLAN = "endre_plan", _("Trekk mindre hver måned")
    GI_TILBAKE = "gi_tilbake", _("Gi retten til egenmelding tilbake")
    LA_GJELDE = "la_gjelde", _("La egenmeldingen gjelde likevel")


class Fristgrunn(models.TextChoices):
    """Why a late complaint is treated all the same (fvl § 31)."""

    KAN_IKKE_LASTES = Grunn31.KAN_IKKE_LASTES.value, _("Klageren kan ikke lastes for at klagen kom for sent")
    SAERLIGE_GRUNNER = Grunn31.SAERLIGE_GRUNNER.value, _("Det er av særlige grunner rimelig å prøve klagen")


class Klagemangel(models.TextChoices):
    """What the complaint lacks, in words that can be read in a letter."""

    UNDERSKRIFT = Mangel.UNDERSKRIFT.value, _("Klagen er ikke underskrevet")
    VEDTAK = Mangel.VEDTAK.value, _("Det står ikke hvilket vedtak klagen gjelder")
    ENDRING = Mangel.ENDRING.value, _("Det står ikke hva klageren vil ha endret")
    FULLMAKT = Mangel.FULLMAKT.value, _("Fullmektigen har ikke lagt fram skriftlig fullmakt")
    KLAGEINTERESSE = Mangel.KLAGEINTERESSE.value, _("Det er ikke klart at vedtaket angår den som klager")


class Omgjoringsgrunn(models.TextChoices):
    """The grounds for changing a decision without a complaint (fvl § 35)."""

    IKKE_TIL_SKADE = Grunn35.IKKE_TIL_SKADE.value, _("Endringen er ikke til skade for den vedtaket gjelder")
    IKKE_UNDERRETTET = Grunn35.IKKE_UNDERRETTET.value, _("Deltakeren har ikke fått vite om vedtaket ennå")
    UGYLDIG = Grunn35.UGYLDIG.value, _("Vedtaket må anses som ugyldig")


class Kravstatus(models.TextChoices):
    """Where a claim for costs stands."""

    MOTTATT = "mottatt", _("Ikke avgjort")
    OVERSENDT = "oversendt", _("Sendt til Statsforvalteren")
    INNVILGET = "innvilget", _("Dekkes")
    DELVIS = "delvis", _("Dekkes delvis")
    AVSLATT = "avslatt", _("Dekkes ikke")
