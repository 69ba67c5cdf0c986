from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores


class Brevmal(models.TextChoices):
    """The kinds of letter there are (maler/)."""

    INNVILGELSE = "innvilgelse", "Vedtak om program"
    AVSLAG = "avslag", "Avslag på søknad"
    VEDTAK = "vedtak", "Vedtak"
    KVITTERING = "kvittering", "Kvittering for muntlig søknad"
    FORELOPIG_SVAR = "forelopig_svar", "Foreløpig svar"
    OPPLYSNINGER = "opplysninger", "Vi trenger opplysninger"
    FORHANDSVARSEL = "forhandsvarsel", "Forhåndsvarsel"
    PAMINNELSE = "paminnelse", "Påminnelse om timeliste"
    UTBETALING = "utbetaling", "Utbetaling"
    KLAGE = "klage", "Svar om en klage"
    DELTAKERBEVIS = "deltakerbevis", "Deltakerbevis"
    BEKREFTELSE = "bekreftelse", "Bekreftelse"
    INNKALLING = "innkalling", "Innkalling til møte"
    MOTEAVTALE = "moteavtale", "Avtale etter møte"


class Framkomst(models.TextChoices):
    """How a letter that was not opened in Fotfeste reached the participant."""

    POST = "post", _("I posten")
    LEVERT = "levert", _("Fikk det i hånden")
    FORTALT = "fortalt", _("Fikk det fortalt eller lest opp")
    TOLK = "tolk", _("Fikk det lest opp med tolk")


@spores()
class Brev(Saksdel):
    """A letter that has been sent: its content as data, its PDF byte for byte, and when it reached the participant.

    `apnet` is when it was first opened in Fotfeste. `underrettet` and `hvordan` are registered by the office where it
    came another way.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="brev")
    mal = models.CharField(max_length=20, choices=Brevmal.choices)
    tittel = models.CharField(max_length=200)
    innhold = models.JSONField()
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, related_name="+")
    sendt = models.DateTimeField(default=klokke.na)
    apnet = models.DateTimeField(null=True, blank=True)
    underrettet = models.DateField(null=True, blank=True)
    hvordan = models.CharField(max_length=10, choices=Framkomst.choices, blank=True)

    class Meta:
        ordering = ["-sendt"]
        constraints = [
            models.CheckConstraint(
                condition=Q(underrettet__isnull=True, hvordan="") | (Q(underrettet__isnull=False) & ~Q(hvordan="")),
                name="underrettet_brev_sier_hvordan",
            )
        ]

    def __str__(self) -> str:
        return self.tittel

    @property
    def kom_fram(self) -> date | None:
        """The first day the participant is known to have had it: as registered, or opened. None: nobody knows."""
        apnet = klokke.dagen(self.apnet) if self.apnet else None
        return min((dag for dag in (self.underrettet, apnet) if dag), default=None)
