from __future__ import annotations

import pgtrigger
from django.db import models

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker

KUN_TILLEGG = pgtrigger.Protect(name="kun_tillegg", operation=pgtrigger.Update | pgtrigger.Delete)
"""A row that stands, stands: the database refuses to change or delete it."""


class Hendelse(models.Model):
    """Something that happened in a case. The sentence is made from `kode` and `data` when read (setninger.py)."""

    id = models.BigAutoField(primary_key=True)
    tid = models.DateTimeField(default=klokke.na)
    registrert = models.DateTimeField(auto_now_add=True)
    kode = models.CharField(max_length=60)
    sak_id = models.UUIDField(null=True)
    objekt_id = models.UUIDField(null=True)
    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")
    data = models.JSONField(default=dict)
    milepel = models.BooleanField(default=False)
    for_deltaker = models.BooleanField(default=True)

    class Meta:
        ordering = ["-tid", "-id"]
        indexes = [models.Index(fields=["sak_id", "-tid", "-id"], name="hendelse_sak")]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"{self.kode} {self.tid:%Y-%m-%d}"


class Sporing(models.Model):
    """Someone looked at, searched for or was refused a person's data. Written before the data are shown."""

    id = models.BigAutoField(primary_key=True)
    tid = models.DateTimeField(default=klokke.na)
    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")
    handling = models.CharField(max_length=40)
    person_id = models.UUIDField(null=True)
    sak_id = models.UUIDField(null=True)
    utfall = models.CharField(max_length=10, choices=[("vist", "vist"), ("nektet", "nektet")])
    grunn = models.CharField(max_length=200)

    class Meta:
        ordering = ["-tid", "-id"]
        indexes = [
            models.Index(fields=["person_id", "-tid"], name="sporing_person"),
            models.Index(fields=["bruker", "-tid"], name="sporing_bruker"),
        ]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"{self.handling} {self.utfall}"
