from __future__ import annotations

from django.db import models

from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker


class Utkast(Grunnmodell):
    """What one user has typed in one form and not sent yet. `nokkel` is the form's address."""

    bruker = models.ForeignKey(Bruker, on_delete=models.CASCADE, related_name="utkast")
    nokkel = models.CharField(max_length=200)
    felter = models.JSONField(default=dict)
    lagret = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bruker", "nokkel"], name="utkast_unikt")]

    def __str__(self) -> str:
        return self.nokkel


class Innsending(models.Model):
    """A form that has been carried out, by the token it was shown with: a second click gets the first one's answer."""

    nokkel = models.UUIDField(primary_key=True)
    bruker = models.ForeignKey(Bruker, on_delete=models.CASCADE, related_name="+")
    adresse = models.CharField(max_length=400)
    tid = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.nokkel)
