"""Keeping a document: what it says it is must be what it is."""

from __future__ import annotations

import hashlib

from django.utils.translation import gettext as _

from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.feil import Fagfeil

MAKS_BYTES = 10 * 1024 * 1024

_KJENNETEGN: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": ("application/pdf", (b"%PDF-",)),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
}


def dokument_arkiver(*, navn: str, mime: str, innhold: bytes) -> Dokument:
    """Keep bytes Fotfeste itself has made, such as a letter."""
    return Dokument.objects.create(
        navn=navn,
        mime=mime,
        storrelse=len(innhold),
        sha256=hashlib.sha256(innhold).hexdigest(),
        innhold=innhold,
    )


def dokument_ta_imot(*, navn: str, innhold: bytes, felt: str = "vedlegg") -> Dokument:
    """Keep a file someone sent: PDF, PNG or JPEG up to 10 MB, and really what its name says.

    Raises Fagfeil with a sentence for `felt` otherwise.
    """
    endelse = navn.rsplit(".", 1)[-1].lower() if "." in navn else ""
    if endelse not in _KJENNETEGN:
        raise Fagfeil(
            _("«%(navn)s» kan ikke tas imot. Send et bilde (PNG, JPG) eller en PDF.") % {"navn": navn}, felt=felt
        )
    if not innhold:
        raise Fagfeil(_("«%(navn)s» er tom. Velg filen en gang til.") % {"navn": navn}, felt=felt)
    if len(innhold) > MAKS_BYTES:
        raise Fagfeil(
            _("«%(navn)s» er større enn 10 MB. Ta et nytt bilde med lavere oppløsning.") % {"navn": navn}, felt=felt
        )
    mime, starter = _KJENNETEGN[endelse]
    if not innhold.startswith(starter):
        raise Fagfeil(
            _("«%(navn)s» heter .%(endelse)s, men innholdet er noe annet. Lagre den på nytt som PDF eller bilde.")
            % {"navn": navn, "endelse": endelse},
            felt=felt,
        )
    return dokument_arkiver(navn=navn[:200], mime=mime, innhold=innhold)
