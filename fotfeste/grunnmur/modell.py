"""What all records share."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import SamtidigEndring


class Grunnmodell(models.Model):
    """A record with an unguessable id, when it came to be, and a version that every save moves on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opprettet = models.DateTimeField(default=klokke.na, editable=False)
    versjon = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def lagre_endring(self, **endringer: Any) -> Self:
        """Set fields, check them and save the record with the version moved on.

        Raises django's ValidationError when a value does not fit. What was not changed is not checked again, and what a
        foreign key points to is left to the database: each would cost a query.
        """
        for felt, verdi in endringer.items():
            setattr(self, felt, verdi)
        self.versjon += 1
        self.clean_fields(exclude={f.name for f in self._meta.fields if f.is_relation or f.name not in endringer})
        self.save()
        return self

    def krev_versjon(self, versjon: int | None) -> None:
        """Raise SamtidigEndring when the user's form was made from another version than what stands now."""
        if versjon is not None and versjon != self.versjon:
            raise SamtidigEndring(self)
