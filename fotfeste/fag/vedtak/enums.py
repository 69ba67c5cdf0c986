from django.db import models
from django.utils.translation import gettext_lazy as _


class Vedtakstype(models.TextChoices):
    INNVILGELSE = "innvilgelse", _("Innvilgelse av program")
    AVSLAG = "avslag", _("Avslag på program")
    FORLENGELSE = "forlengelse", _("Forlengelse")
    SAERLIG_FORLENGELSE = "saerlig_forlengelse", _("Forlengelse av særlige grunner")
    AVBRUDD = "avbrudd", _("Pause i programmet")
    GJENOPPTAK = "gjenopptak", _("Programmet tas opp igjen")
    AVSLUTNING = "avslutning", _("Avslutning av programmet")
    ENDRING = "endring", _("Endring")
    FRAVAERSTREKK = "fravaerstrekk", _("Trekk for fravær uten avtale")
    TILBAKEBETALING = "tilbakebetaling", _("Tilbakebetaling")


GIR_PERIODE = frozenset({Vedtakstype.INNVILGELSE, Vedtakstype.FORLENGELSE, Vedtakstype.SAERLIG_FORLENGELSE})
"""Decisions that give a right for a period of at most twelve months (forskriften § 2)."""

OPPHOR = frozenset({Vedtakstype.AVBRUDD, Vedtakstype.AVSLUTNING})
"""Decisions that pause or end the programme, each with its ground (sotjl § 34)."""

KREVER_FORHANDSVARSEL = OPPHOR | {Vedtakstype.FRAVAERSTREKK, Vedtakstype.TILBAKEBETALING}
"""Decisions the participant must be told of beforehand and may answer (fvl § 16)."""


class Skyld(models.TextChoices):
    """What is asked of the one who gave wrong information, or kept something back, before money is claimed (§ 23)."""

    FORSETT = "forsett", _("Forsett: deltakeren visste at det var feil, eller at det skulle vært sagt")
    GROV_UAKTSOMHET = "grov_uaktsomhet", _("Grov uaktsomhet: deltakeren måtte skjønt det, og er sterkt å klandre")


class Vedtaksstatus(models.TextChoices):
    UTKAST = "utkast", _("Forberedes")
    TIL_BESLUTNING = "til_beslutning", _("Hos beslutter")
    RETURNERT = "returnert", _("Sendt tilbake")
    FATTET = "fattet", _("Fattet")
    FORKASTET = "forkastet", _("Lagt bort")


APNE = frozenset({Vedtaksstatus.UTKAST, Vedtaksstatus.TIL_BESLUTNING, Vedtaksstatus.RETURNERT})
HOS_SAKSBEHANDLER = frozenset({Vedtaksstatus.UTKAST, Vedtaksstatus.RETURNERT})


class Sjekk(models.TextChoices):
    """What the beslutter answers for before taking a decision (sjekkliste.py says which for which kind)."""

    VILKARENE_OPPFYLT = "vilkarene_oppfylt", _("Vilkårene er oppfylt, og begrunnelsen viser det.")
    AEV_FERSK = "aev_fersk", _("Arbeidsevnevurderingen er godkjent og fersk.")
    AEV_ELDRE = (
        "aev_eldre",
        _("Arbeidsevnevurderingen er godkjent, og jeg godtar at den er eldre enn vanlig."),
    )
    VILKARENE_VURDERT = "vilkarene_vurdert", _("Vilkårene er vurdert, hvert for seg.")
    AVSLAGET = "avslaget", _("Grunnen til avslaget står i loven, og brevet viser den.")
    SVARENE = "svarene", _("Svarene viser hvorfor programmet bør vare lenger.")
    DATOENE = "datoene", _("Datoene stemmer med det deltakeren trenger og har avtalt.")
    HORT = "hort", _("Deltakeren er varslet og har fått tid til å svare.")
    GRUNNEN = "grunnen", _("Grunnen står i loven, og saken viser den.")
    SKYLDEN = "skylden", _("Forsett eller grov uaktsomhet er vist, og begrunnelsen sier hvordan.")
    BELOPET = "belopet", _("Beløpet og månedene stemmer med det som ble utbetalt for mye.")
    ENDRINGEN = "endringen", _("Brevet sier hva som endres, og fra hvilken dag.")
    FRAVAERET = "fravaeret", _("Fraværet er undersøkt, og dagene og beløpet stemmer.")


class Returarsak(models.TextChoices):
    """Why a decision goes back. Counted by the internal control, so that the office learns."""

    MANGELFULL_BEGRUNNELSE = "mangelfull_begrunnelse", _("Begrunnelsen mangler noe")
    MANGLENDE_UTREDNING = "manglende_utredning", _("Saken er ikke godt nok opplyst")
    FEIL_LOVANVENDELSE = "feil_lovanvendelse", _("Loven er brukt feil")
    IKKE_INDIVIDUELL = "ikke_individuell", _("Ikke konkret om denne personen")
    FEIL_I_PERIODE = "feil_i_periode", _("Datoene stemmer ikke")
    SKRIVEFEIL = "skrivefeil", _("Skrivefeil eller uklart språk")
    ANNET = "annet", _("Annet")
