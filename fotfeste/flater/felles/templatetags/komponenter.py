"""What the components need reckoned before they are drawn. No queries here."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, NamedTuple

from django import forms, template
from django.conf import settings
from django.template import Context
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.person.models import Person
from fotfeste.fag.program.enums import Ukedag
from fotfeste.fag.program.models import Ukeblokk
from fotfeste.flater.felles.templatetags.norsk import timer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dag_ord, dager_ord, dato_ord, tallord, ukedagsnavn
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.setninger import setning as lag_setning
from fotfeste.grunnmur.organisasjon.valg import VALG

register = template.Library()

_FELTER_UTENOM = frozenset({"innsending", "versjon"})
_MAKS_KVARTER = 64


@register.simple_tag
def ny_nokkel() -> str:
    """A once-only token for a form."""
    return str(uuid.uuid4())


@register.simple_tag(takes_context=True)
def sprakene(context: Context) -> list[tuple[str, str]]:
    """The languages of the pages, each named in itself. Django's own tag would name them in the page's language.

    The participant is offered those too that only the timesheet and the money are in.
    """
    aktor = context.get("aktor")
    return list(settings.LANGUAGES if aktor is not None and aktor.er_deltaker else settings.HELE_SPRAK)


@register.filter
def myk(tekst: str) -> str:
    """The field's longest word with a soft hyphen where its parts meet, for a heading on a narrow phone."""
    return tekst.replace("valifiseringsprogram", "valifiserings\u00adprogram")


@register.filter
def dagrekke(dager: Iterable[date]) -> str:
    """«4., 5. og 6. mai»."""
    return dager_ord(dager)


@register.filter
def punktum(tekst: str) -> str:
    """The words as a sentence: with a full stop, where they do not already end in a mark of their own."""
    return tekst if tekst.endswith((".", "!", "?", ".»", "!»", "?»")) else f"{tekst}."


@register.filter
def setning(hendelse: Hendelse) -> str:
    """The event in words."""
    return lag_setning(hendelse.kode, hendelse.data, hendelse.bruker.navn if hendelse.bruker else "Fotfeste")


@register.filter
def felttype(felt: forms.BoundField) -> str:
    """Which shape a field is drawn in: avkryssing, valgliste (radios or several boxes), or inntasting."""
    widget = felt.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "avkryssing"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "valgliste"
    return "inntasting"


class Konflikt(NamedTuple):
    """One field two people have written in: what stands now, and what this user wrote."""

    felt: str
    gjeldende: str
    ditt: str


@register.filter
def konflikter(skjema: forms.Form) -> list[Konflikt]:
    """The fields where what stands now differs from what the user sent; empty when nobody was in the way."""
    gjeldende = getattr(skjema, "samtidig", None)
    if gjeldende is None:
        return []
    ut = []
    for felt in skjema.visible_fields():
        if felt.name in _FELTER_UTENOM or not hasattr(gjeldende, felt.name):
            continue
        staar, ditt = _i_ord(felt, getattr(gjeldende, felt.name)), _i_ord(felt, felt.value())
        if staar.strip() != ditt.strip():
            ut.append(Konflikt(str(felt.label), staar, ditt))
    return ut


def _i_ord(felt: forms.BoundField, verdi: Any) -> str:
    if verdi in (None, ""):
        return ""
    if isinstance(felt.field, forms.BooleanField):
        return _("ja") if verdi else _("nei")
    valg = {str(kode): str(ord_) for kode, ord_ in getattr(felt.field, "choices", [])}
    if valg:
        return valg.get(str(verdi), str(verdi))
    return str(felt.field.widget.format_value(verdi) or "").replace("\r\n", "\n")


class Blokk(NamedTuple):
    """A block of the week as drawn: `mellomrom` and `lengde` in quarters of an hour."""

    mellomrom: int
    lengde: int
    navn: str
    gruppe: str
    sted: str
    tid: str


class Dag(NamedTuple):
    """One weekday of the picture."""

    navn: str
    blokker: list[Blokk]


@register.filter
def ukedager(blokker: Iterable[Ukeblokk]) -> list[Dag]:
    """The week as columns: Monday to Friday always, Saturday and Sunday when something happens."""
    alle = sorted(blokker, key=lambda b: (b.ukedag, b.start))
    if not alle:
        return []
    forst = min(_kvarter(b.start) for b in alle)
    dager = []
    for ukedag in Ukedag:
        dagens = [b for b in alle if b.ukedag == ukedag]
        if dagens or ukedag <= Ukedag.FREDAG:
            dager.append(Dag(str(ukedag.label), _dagens(dagens, forst)))
    return dager


def _dagens(blokker: list[Ukeblokk], forst: int) -> list[Blokk]:
    ut, naa = [], forst
    for blokk in blokker:
        start, slutt = _kvarter(blokk.start), _kvarter(blokk.slutt)
        lengde = min(max(slutt - start, 1), _MAKS_KVARTER)
        aktivitet = blokk.aktivitet
        ut.append(
            Blokk(
                mellomrom=min(max(start - naa, 0), _MAKS_KVARTER),
                lengde=lengde,
                navn=aktivitet.navn,
                gruppe=aktivitet.gruppe,
                sted=aktivitet.sted or aktivitet.arrangor,
                tid=f"{blokk.start:%H.%M}–{blokk.slutt:%H.%M}",
            )
        )
        naa = max(naa, slutt)
    return ut


def _kvarter(klokkeslett: time) -> int:
    return klokkeslett.hour * 4 + klokkeslett.minute // 15


@register.filter
def ukesum(verdi: Any) -> str:
    """The week's hours in words: a number becomes «37,5 t i uken», a text stands as it is."""
    if verdi in (None, ""):
        return ""
    if isinstance(verdi, Decimal | int):
        return _("%(timer)s i uken") % {"timer": timer(verdi)}
    return str(verdi)


class Regnerad(NamedTuple):
    """One row of the explanation: what was counted, by which provision."""

    tekst: str
    hjemmel: str


class Utregning(NamedTuple):
    """A month's reckoning as drawn: lines with amounts in kroner, the sums, and the explanation."""

    linjer: list[tuple[str, int]]
    brutto: int
    trekk: int
    netto: int
    rader: list[Regnerad]


_LINJER = {
    "stonad": gettext_lazy("Kvalifiseringsstønad"),
    "barnetillegg": gettext_lazy("Barnetillegg"),
    "reduksjon_arbeid": gettext_lazy("Fratrekk for timer i lønnet arbeid"),
    "reduksjon_fravaer": gettext_lazy("Fratrekk for fravær uten gyldig grunn"),
    "samordning": gettext_lazy("Fratrekk for andre ytelser"),
}


@register.filter
def utregningen(beregning: Any) -> Utregning:
    """A reckoning, stored (fag.utbetaling.Beregning) or just made (regelverk.stonad.Beregning), ready to be drawn."""
    linjer = beregning.linjer if hasattr(beregning, "linjer") else beregning.ut["linjer"]
    belop = _som_ordbok(linjer)
    trekk = beregning.trekk if hasattr(beregning, "trekk") else beregning.netto - beregning.brutto
    return Utregning(
        linjer=[(str(tekst), int(belop[kode])) for kode, tekst in _LINJER.items() if belop.get(kode)],
        brutto=beregning.brutto,
        trekk=trekk,
        netto=beregning.netto,
        rader=[_rad(rad) for rad in beregning.spor],
    )


@register.filter
def differanselinjer(differanse: Any) -> list[tuple[str, int, int, int]]:
    """The lines of a month reckoned again that have changed: words, kroner before, kroner now, and the difference."""
    for_, na = differanse.forrige.ut["linjer"], differanse.ny.ut["linjer"]
    return [
        (str(tekst), for_[kode], na[kode], na[kode] - for_[kode])
        for kode, tekst in _LINJER.items()
        if for_[kode] != na[kode]
    ]


@register.filter
def linjenavn(kode: str) -> str:
    """What a line of the reckoning is called."""
    return str(_LINJER[kode])


def _som_ordbok(linjer: Any) -> Mapping[str, int]:
    if isinstance(linjer, Mapping):
        return linjer
    if is_dataclass(linjer) and not isinstance(linjer, type):
        return asdict(linjer)
    return dict(linjer._asdict())


def _rad(rad: Any) -> Regnerad:
    if isinstance(rad, Mapping):
        return Regnerad(str(rad["tekst"]), str(rad["hjemmel"]))
    return Regnerad(rad.tekst, str(rad.hjemmel))


@register.filter
def kort_dato(dag: date) -> str:
    """«3. juni» this year, «3. juni 2025» another: for lists."""
    return dag_ord(dag) if dag.year == klokke.i_dag().year else dato_ord(dag)


@register.filter
def siden(dag: date | None) -> str:
    """How long ago in words: «i dag», «i går», «for 6 dager siden», «siden 3. juni»; empty for None."""
    if dag is None:
        return ""
    dager = (klokke.i_dag() - dag).days
    if dager <= 0:
        return _("i dag")
    if dager == 1:
        return _("i går")
    if dager <= 31:
        return _("for %(dager)s dager siden") % {"dager": dager}
    return kort_dato(dag)


@register.filter
def fristord(dag: date | None) -> str:
    """A deadline in words: «i dag», «i morgen», «fredag 5. juni», «12. juni», «for 3 dager siden»; empty for None."""
    if dag is None:
        return ""
    dager = (dag - klokke.i_dag()).days
    if dager < 0:
        return siden(dag)
    if dager <= 1:
        return _("i morgen") if dager else _("i dag")
    return f"{ukedagsnavn(dag)} {kort_dato(dag)}" if dager < 7 else kort_dato(dag)


register.filter("tallord", tallord)


@register.filter
def alder_i_dag(person: Person) -> int:
    """Whole years today."""
    return person.alder(klokke.i_dag())


@register.filter
def valgverdi(verdi: Any) -> str:
    """What a municipality has chosen, in words: «ja», «nei», «12»."""
    if isinstance(verdi, bool):
        return _("ja") if verdi else _("nei")
    return str(verdi)


@register.filter
def valgforklaring(nokkel: str) -> str:
    """Why a choice is the municipality's: what the law says and does not say."""
    return str(VALG[nokkel].hvorfor)
