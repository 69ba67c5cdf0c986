from __future__ import annotations

from django.db import models

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


@spores()
class Brev(Saksdel):
    """A letter that has been sent: its content as data, its PDF byte for byte, and when it was opened."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="brev")
    mal = models.CharField(max_length=20, choices=Brevmal.choices)
    tittel = models.CharField(max_length=200)
    innhold = models.JSONField()
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, related_name="+")
    sendt = models.DateTimeField(default=klokke.na)
    apnet = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sendt"]

    def __str__(self) -> str:
        return self.tittel
