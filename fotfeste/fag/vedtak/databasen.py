"""The database's refusals in words: the last guard says the same as the service, to whoever meets it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.feil import Fagfeil

_NEI = {
    "innvilgelse_krever_aev": (
        _("Fullfør arbeidsevnevurderingen først. Uten den kan programmet ikke innvilges."),
        "aev",
        "sotjl § 29 andre ledd",
    ),
    "ett_apent_vedtak_per_sak": (
        _("Det forberedes alt et vedtak i saken. Arbeid videre på det, eller legg det bort først."),
        "type",
        "",
    ),
    "vedtak_fire_oyne": (
        _("Den som har forberedt vedtaket, kan ikke fatte det. En annen beslutter må gjøre det."),
        "",
        "",
    ),
    "vedtak_periode": (_("Perioden slutter før den begynner. Rett en av datoene."), "til", ""),
    "vedtak_hoyst_tolv_maneder": (
        _("Et vedtak gjelder for høyst ett år. Sett en tidligere sluttdato."),
        "til",
        "forskriften § 2 første ledd",
    ),
    "vedtaksperioder_uten_overlapp": (
        _("Perioden går over i en periode som alt er innvilget. Rett datoene."),
        "fra",
        "",
    ),
    "hort_for_vedtak": (
        _("Deltakeren er ikke hørt ennå. Vent til svarfristen er ute, eller registrer svaret."),
        "forhandsvarsel",
        "fvl § 16",
    ),
    "opphor_har_grunn": (
        _("Velg grunnen, og ved en avslutning hva deltakeren går til."),
        "grunn",
        "sotjl § 34 første ledd",
    ),
    "tilbakebetaling_har_skyld": (
        _("Velg om det er forsett eller grov uaktsomhet, og skriv hvilken opplysning det gjelder."),
        "skyld",
        "sotjl § 23",
    ),
    "avslag_har_grunn": (_("Velg hvorfor søknaden avslås."), "avslagsgrunn", "sotjl § 29"),
}


@contextmanager
def databasens_nei_i_ord() -> Iterator[None]:
    """Turn a broken constraint on decisions into the sentence the user can act on; other faults pass."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as feil:
        navn = getattr(getattr(feil.__cause__, "diag", None), "constraint_name", None)
        if navn not in _NEI:
            raise
        melding, felt, hjemmel = _NEI[navn]
        raise Fagfeil(str(melding), felt=felt, hjemmel=hjemmel) from feil
