"""What an assessment must say before it is completed: the act's five points, and what the decision leans on."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.grunnmur.feil import Fagfeil

HJEMMEL = "NAV-loven § 14 a"


def mangler_i_teksten(vurdering: Arbeidsevnevurdering) -> Iterator[Fagfeil]:
    """What is not said, each with its field and provision, in the order of the page."""
    for punkt in PUNKTER:
        if not getattr(vurdering, punkt.felt).strip():
            yield Fagfeil(
                _("Svar på punkt %(bokstav)s, «%(tittel)s». Vurderingen skal ha alle fem (%(hjemmel)s).")
                % {"bokstav": punkt.bokstav, "tittel": punkt.tittel, "hjemmel": HJEMMEL},
                felt=punkt.felt,
                hjemmel=str(punkt.hjemmel),
            )
        if punkt.bokstav == "d":
            yield from _graden(vurdering, str(punkt.hjemmel))
    yield from _til_vedtaket(vurdering)


def _graden(vurdering: Arbeidsevnevurdering, hjemmel: str) -> Iterator[Fagfeil]:
    if vurdering.nedsatt is None:
        yield Fagfeil(_("Si i punkt d om arbeidsevnen er nedsatt: ja eller nei."), felt="nedsatt", hjemmel=hjemmel)
    elif vurdering.nedsatt and not vurdering.nedsatt_grad.strip():
        yield Fagfeil(
            _("Si i punkt d hvor mye arbeidsevnen er nedsatt, for eksempel «om lag halvparten»."),
            felt="nedsatt_grad",
            hjemmel=hjemmel,
        )


def _til_vedtaket(vurdering: Arbeidsevnevurdering) -> Iterator[Fagfeil]:
    if not vurdering.motivasjon.strip():
        yield Fagfeil(_("Skriv om motivasjonen: hva deltakeren selv vil, og hva som driver."), felt="motivasjon")
    if not vurdering.mal.strip():
        yield Fagfeil(_("Skriv hva som er målet med programmet, eller målet i stedet for det."), felt="mal")
    if not vurdering.innsatsgruppe:
        yield Fagfeil(_("Velg innsatsgruppen vurderingen konkluderer med."), felt="innsatsgruppe", hjemmel=HJEMMEL)
    if not vurdering.brukers_syn.strip() and vurdering.deltaker_levert is None:
        yield Fagfeil(
            _("Skriv hva deltakeren selv mener, eller hvorfor synet ikke er med (sotjl § 42)."),
            felt="brukers_syn",
            hjemmel="sotjl § 42",
        )
