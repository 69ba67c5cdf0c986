"""The case file as a file to keep or hand on: a line of JSON."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from fotfeste.fag.sak.models import Sak


def som_mappefil(sak: Sak, linje: str) -> HttpResponse:
    """The line, to be saved under the case's number and kept by no cache."""
    svar = HttpResponse(f"{linje}\n", content_type="application/json; charset=utf-8")
    navn = f"saksmappe-{sak.saksnummer}.jsonl"
    svar.headers["Content-Disposition"] = content_disposition_header(True, navn) or "attachment"  # noqa: FBT003
    svar.headers["Cache-Control"] = "private, no-store"
    return svar
