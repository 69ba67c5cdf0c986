from __future__ import annotations

from django.db import models
from django.db.models import Q

from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor


class Liste(models.TextChoices):
    """The pages one can keep views of."""

    MIN_DAG = "min_dag", "Min dag"
    SAKER = "saker", "Saker"


class Visning(Grunnmodell):
    """A list as one wants to see it again: its name and filters, one's own or shared with an office."""

    bruker = models.ForeignKey(Bruker, on_delete=models.CASCADE, related_name="visninger")
    side = models.CharField(max_length=10, choices=Liste.choices)
    navn = models.CharField(max_length=40)
    sporring = models.CharField(max_length=500, blank=True)
    standard = models.BooleanField(default=False)
    delt_med = models.ForeignKey(Kontor, on_delete=models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.UniqueConstraint(fields=["bruker", "side", "navn"], name="visning_unik"),
            models.UniqueConstraint(
                fields=["bruker", "side"], condition=Q(standard=True), name="en_standardvisning_per_side"
            ),
        ]

    def __str__(self) -> str:
        return self.navn


@spores()
class Utsettelse(Saksdel):
    """A task someone has put off: out of their list until the day, and back by itself.

    `nokkel` is the task's (`Oppgave.nokkel`). When the facts give it another deadline it is another task.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="utsettelser")
    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="utsettelser")
    nokkel = models.CharField(max_length=120)
    til = models.DateField()
    grunn = models.CharField(max_length=300)

    class Meta:
        ordering = ["til"]
        constraints = [
            models.UniqueConstraint(fields=["bruker", "sak", "nokkel"], name="en_utsettelse_per_oppgave"),
        ]

    def __str__(self) -> str:
        return f"{self.nokkel} til {self.til:%d.%m.%Y}"
