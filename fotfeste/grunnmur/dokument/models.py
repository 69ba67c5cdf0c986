from __future__ import annotations

import pgtrigger
from django.db import models

from fotfeste.grunnmur.modell import Grunnmodell


class Dokument(Grunnmodell):
    """A file, byte for byte. Kept in the database so that a decision and its letter stand or fall together."""

    navn = models.CharField(max_length=200)
    mime = models.CharField(max_length=100)
    storrelse = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    innhold = models.BinaryField()

    class Meta:
        triggers = [pgtrigger.Protect(name="uforanderlig", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.navn
