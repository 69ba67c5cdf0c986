"""Drafts and once-only forms."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.utkast.models import Innsending, Utkast

MAKS_TEGN = 400_000


def utkast_lagre(*, bruker: Bruker, nokkel: str, felter: dict[str, str]) -> Utkast:
    """Keep what the user has typed so far. Raises Fagfeil when it is more than any form holds."""
    if sum(len(verdi) for verdi in felter.values()) > MAKS_TEGN:
        raise Fagfeil(_("Teksten er for lang til å lagres underveis. Del den i flere dokumenter."))
    utkast, _ny = Utkast.objects.update_or_create(bruker=bruker, nokkel=nokkel[:200], defaults={"felter": felter})
    return utkast


def utkast_hent(*, bruker: Bruker, nokkel: str) -> Utkast | None:
    """The user's unsent text for the form, or None."""
    return Utkast.objects.filter(bruker=bruker, nokkel=nokkel[:200]).first()


def utkast_fjern(*, bruker: Bruker, nokkel: str) -> None:
    """Forget the draft; the form has been sent."""
    Utkast.objects.filter(bruker=bruker, nokkel=nokkel[:200]).delete()


def en_gang(*, bruker: Bruker, nokkel: UUID, utfor: Callable[[], str]) -> str:
    """Carry out `utfor` once for the token and return the address it gave; a repeat returns the same address.

    The token and the command share a transaction: either both stand, or the user may send again.
    """
    try:
        with transaction.atomic():
            # Inserted first: a simultaneous second click waits here for the first one's transaction.
            innsending = Innsending.objects.create(nokkel=nokkel, bruker=bruker, adresse="")
            innsending.adresse = utfor()
            innsending.save(update_fields=["adresse"])
            return innsending.adresse
    except IntegrityError:
        tidligere = Innsending.objects.filter(nokkel=nokkel, bruker=bruker).first()
        if tidligere is None:
            raise
        return tidligere.adresse
