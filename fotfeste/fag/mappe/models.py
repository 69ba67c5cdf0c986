from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models

from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune


@spores()
class InnlestMappe(Saksdel):
    """A case as another system had it: the line of the file, whole and as it was (decision 0005).

    `kilde_id` is the other system's number, told apart by municipality. `egne` says which parts were also made as rows
    of our own, so that the case can go on here: section, id in the file, and the row's id. `merknader` is what did not
    let itself be taken over, in words, until someone has seen to it (`kvittert`).
    """

    sak = models.OneToOneField(Sak, on_delete=models.PROTECT, related_name="innlest_mappe")
    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="+")
    kilde_id = models.CharField(max_length=500)
    innhold = models.TextField()
    kilde = models.CharField(max_length=200)
    lest = models.DateTimeField(default=klokke.na)
    lest_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    egne = models.JSONField(default=dict, blank=True)
    merknader = ArrayField(models.TextField(), default=list, blank=True)
    kvittert = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["kilde_id"]
        constraints = [models.UniqueConstraint(fields=["kommune", "kilde_id"], name="innlest_mappe_unik")]

    def __str__(self) -> str:
        return f"{self.kilde_id} fra {self.kilde}"

    @property
    def mappe(self) -> dict[str, Any]:
        """What came, as an object."""
        return dict(json.loads(self.innhold))

    @property
    def egne_rader(self) -> frozenset[UUID]:
        """Our own rows that say what the file says already."""
        return frozenset(UUID(pk) for rader in self.egne.values() for pk in rader.values())

    @property
    def venter_pa_noen(self) -> bool:
        """Whether someone must see to what could not be taken over."""
        return bool(self.merknader) and self.kvittert is None
