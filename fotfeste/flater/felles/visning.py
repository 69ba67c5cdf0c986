"""How every page begins and how every form ends.

`kontorside` and `deltakerside` say who a page is for. `utfor` carries a form to its command once, and brings every
refusal back to the field it belongs to with everything that was typed still there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID, uuid5

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from fotfeste.flater.felles.skjema import Skjema
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, SamtidigEndring
from fotfeste.grunnmur.organisasjon.enums import UTENFOR_KONTORET, Rolle
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.grunnmur.utkast.services import en_gang, utkast_fjern

P = ParamSpec("P")
AAR = range(1900, 2101)
"""The years a date may be of, as in a Datofelt."""
Side = Callable[Concatenate[HttpRequest, P], HttpResponse]


def aktor_av(request: HttpRequest) -> Aktor:
    """Who acts in this request."""
    aktor: Aktor = request.aktor  # type: ignore[attr-defined]
    return aktor


def maned_av(aar: int, mnd: int) -> date:
    """The first day of the month in an address; one no sheet can be of is no page."""
    if not (AAR.start <= aar < AAR.stop and 1 <= mnd <= 12):
        raise Http404
    return date(aar, mnd, 1)


def kontorside(side: Side[P]) -> Side[P]:
    """A page for people who work in the office; others get the 404 of a page that does not exist."""

    @wraps(side)
    @login_required
    def innpakket(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not aktor_av(request).roller - UTENFOR_KONTORET:
            raise Http404
        return side(request, *args, **kwargs)

    innpakket.tilgang = "kontor"  # type: ignore[attr-defined]
    return innpakket


def deltakerside(side: Side[P]) -> Side[P]:
    """A page for the participant, about the participant."""

    @wraps(side)
    @login_required
    def innpakket(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if Rolle.DELTAKER not in aktor_av(request).roller:
            raise Http404
        return side(request, *args, **kwargs)

    innpakket.tilgang = "deltaker"  # type: ignore[attr-defined]
    return innpakket


def arrangorside(side: Side[P]) -> Side[P]:
    """A page for those who work for a provider of activities."""

    @wraps(side)
    @login_required
    def innpakket(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if Rolle.ARRANGOR not in aktor_av(request).roller:
            raise Http404
        return side(request, *args, **kwargs)

    innpakket.tilgang = "arrangor"  # type: ignore[attr-defined]
    return innpakket


def flere_sprak(side: Side[P]) -> Side[P]:
    """A page that is also in the languages only some pages are in (settings.DELSPRAK)."""
    side.flere_sprak = True  # type: ignore[attr-defined]
    return side


def apen_side(side: Side[P]) -> Side[P]:
    """A page anyone may see without logging in."""
    side.tilgang = "apen"  # type: ignore[attr-defined]
    return side


def utfor(
    request: HttpRequest, skjema: Skjema, kommando: Callable[[dict[str, Any]], str], *, kvittering: str = ""
) -> HttpResponse | None:
    """Validate the form and run `kommando` with its values once; go to the address it returns.

    None means the page must be shown again: the form then carries the refusals. Double clicks and a resent page get the
    first answer. The user's draft of this form is forgotten when the command has been carried out.
    """
    if not skjema.is_valid():
        return None
    bruker = aktor_av(request).krev_bruker()
    merke = skjema.cleaned_data.get("innsending")

    def gjor() -> str:
        adresse = kommando(skjema.faglig())
        utkast_fjern(bruker=bruker, nokkel=request.path)
        return adresse

    try:
        adresse = en_gang(bruker=bruker, nokkel=_nokkel(merke, request), utfor=gjor) if merke else gjor()
    except (Fagfeil, ValidationError) as feil:
        legg_pa_feil(skjema, feil)
        return None
    if kvittering:
        messages.success(request, kvittering)
    return HttpResponseRedirect(adresse)


def _nokkel(merke: UUID, request: HttpRequest) -> UUID:
    """The form's token bound to what was sent with it.

    The same again is the same sending. Gone back to, changed and sent again it is a new one, so that no text is lost.
    """
    felter = [(navn, verdi) for navn, verdier in request.POST.lists() for verdi in verdier]
    filer = [(navn, f"{fil.name} {fil.size}") for navn, flere in request.FILES.lists() for fil in flere]
    innhold = sorted(felt for felt in [*felter, *filer] if felt[0] != "csrfmiddlewaretoken")
    return uuid5(merke, repr((request.path, innhold)))


def legg_pa_feil(skjema: Skjema, feil: Fagfeil | ValidationError) -> None:
    """Put a refusal at the field it names, or over the form."""
    if isinstance(feil, FlereFeil):
        for enkelt in feil.feil:
            legg_pa_feil(skjema, enkelt)
    elif isinstance(feil, SamtidigEndring):
        skjema.samtidig = feil.gjeldende  # type: ignore[attr-defined]
        # Sent again, the form is made from what stands now: the user has seen both texts and chosen.
        data = skjema.data.copy()  # type: ignore[attr-defined]
        data["versjon"] = str(feil.gjeldende.versjon)
        skjema.data = data
        skjema.add_error(None, feil.melding)
    elif isinstance(feil, Fagfeil):
        skjema.add_error(feil.felt if feil.felt in skjema.fields else None, feil.melding)
    else:
        for felt, meldinger in _per_felt(feil).items():
            for melding in meldinger:
                skjema.add_error(felt if felt in skjema.fields else None, melding)


def _per_felt(feil: ValidationError) -> dict[str, list[str]]:
    return feil.message_dict if hasattr(feil, "error_dict") else {"": feil.messages}
