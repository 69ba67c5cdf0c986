"""The participant's own telephone, e-mail, language, interpreter and account number."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste.fag.person.services import person_endre
from fotfeste.fag.soknad.selectors import egen_person
from fotfeste.flater.deltaker.om_meg_forms import OmMegSkjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor


@deltakerside
@require_http_methods(["GET", "POST"])
def om_meg(request: HttpRequest) -> HttpResponse:
    """See and change what is mine to change. Of the account in use only the last digits are shown."""
    aktor = aktor_av(request)
    person = egen_person(aktor)
    if person is None:
        raise Http404
    skjema = OmMegSkjema(request.POST or None, person=person)

    def lagre(_verdier: dict[str, Any]) -> str:
        person_endre(aktor, person, versjon=skjema.cleaned_data.get("versjon"), **skjema.endringer)
        return reverse("deltaker:om_meg")

    if request.method == "POST":
        svar = utfor(request, skjema, lagre, kvittering=_("Takk. Vi bruker det du har skrevet, fra nå av."))
        if svar:
            return svar
    return render(request, "deltaker/om_meg/om_meg.html", {"skjema": skjema, "konto": person.kontonummer[-3:]})
