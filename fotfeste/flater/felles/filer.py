"""Files in and out of a page: several in one field, and out again as a download the browser never runs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.dokument.services import MAKS_BYTES

MAKS_FILER = 10


class Filvelger(forms.ClearableFileInput):
    """A choice of several files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class Filfelt(forms.FileField):
    """Several files as (name, bytes). Whether they are what their names say is judged where they are kept."""

    widget = Filvelger(attrs={"accept": ".pdf,.png,.jpg,.jpeg"})

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, bytes]]:
        filer: list[UploadedFile[Any]] = [fil for fil in data or [] if fil] if isinstance(data, list | tuple) else []
        if not filer:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return []
        if len(filer) > MAKS_FILER:
            raise ValidationError(_("Velg høyst %(antall)s filer om gangen."), params={"antall": MAKS_FILER})
        feil = [
            ValidationError(
                _("«%(navn)s» er større enn 10 MB. Ta et nytt bilde med lavere oppløsning."), params={"navn": fil.name}
            )
            for fil in filer
            if (fil.size or 0) > MAKS_BYTES
        ]
        if feil:
            raise ValidationError(feil)
        return [(fil.name or "", fil.read()) for fil in filer]


def som_nedlasting(dokument: Dokument) -> HttpResponse:
    """The document as it was kept, always to be saved, never shown or run in the page."""
    return til_nedlasting(dokument.navn, dokument.mime, bytes(dokument.innhold))


def til_nedlasting(navn: str, mime: str, innhold: bytes) -> HttpResponse:
    """A file made for the one who asks, to be saved as `som_nedlasting`."""
    svar = HttpResponse(innhold, content_type=mime)
    svar.headers["Content-Disposition"] = content_disposition_header(True, navn) or "attachment"  # noqa: FBT003
    svar.headers["X-Content-Type-Options"] = "nosniff"
    svar.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    svar.headers["Cache-Control"] = "private, no-store"
    return svar
