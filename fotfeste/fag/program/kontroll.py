"""One version of the programme seen with the eyes of the rules: what must and what should be mended (§ 30)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from fotfeste.fag.program.enums import Malstatus, Valggrunn
from fotfeste.fag.program.innhold import EN_MANED
from fotfeste.fag.program.lignende import tidligere_lignende
from fotfeste.fag.program.models import Aktivitet, Programversjon
from fotfeste.fag.program.perioder import programslutt
from fotfeste.fag.program.strekk import strekk
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.regelverk import program as regel
from fotfeste.regelverk import tid
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.tid import Periode


def som_program(
    versjon: Programversjon,
    slutt: date | None = None,
    *,
    periode: Periode | None = None,
    aktivitetene: Iterable[Aktivitet] | None = None,
) -> regel.Program:
    """The version as the rules read it; `slutt` is the last day of the whole programme where a decision sets one.

    `periode` and `aktivitetene`: one stretch of it alone.

    Hours a week follow from the blocks alone. Two activities of the same name are one to the reader, and here too.
    """
    aktiviteter, blokker = [], []
    for aktivitet in versjon.aktiviteter.all() if aktivitetene is None else aktivitetene:
        egne = list(aktivitet.blokker.all())
        timer = sum((Fraction(blokk.timer) for blokk in egne), Fraction(0))
        aktiviteter.append(regel.Aktivitet(aktivitet.navn, regel.Gruppe(aktivitet.gruppe), timer))
        blokker += [regel.Blokk(blokk.ukedag, blokk.start, blokk.slutt, aktivitet.navn) for blokk in egne]
    helhetens_slutt = max(slutt, versjon.fra) if slutt else None
    return regel.Program(
        periode=periode or Periode(versjon.fra, versjon.til or helhetens_slutt),
        aktiviteter=tuple(aktiviteter),
        evalueringsdatoer=tuple(evaluering.dato for evaluering in versjon.evalueringsdatoer.all()),
        blokker=tuple(blokker),
        programslutt=helhetens_slutt,
    )


def strekkene(versjon: Programversjon, slutt: date | None = None) -> list[tuple[Periode, list[Aktivitet]]]:
    """The stretches of the version in which its week stays the same (an activity may begin later or end before)."""
    siste = versjon.til or (max(slutt, versjon.fra) if slutt else None)
    return strekk(Periode(versjon.fra, siste), versjon.aktiviteter.all())


def funn(versjon: Programversjon) -> list[regel.Funn]:
    """Everything that must or should be mended before the version is sent; each stretch of it on its own."""
    maneder = int(verdi(versjon.sak.kommune_id, "jobbsoking_siste_maneder", versjon.fra))
    slutt = programslutt(versjon.sak)
    deler = strekkene(versjon, slutt)
    alle: list[regel.Funn] = []
    for periode, aktivitetene in deler:
        program = som_program(versjon, slutt, periode=periode, aktivitetene=aktivitetene)
        i_strekket = (
            ett for ett in regel.kontroller(program, avsluttende_maneder=maneder) if ett.kode not in regel.OM_EVALUERING
        )
        alle += [_i_strekket(ett, periode) if len(deler) > 1 else ett for ett in i_strekket]
    return [*alle, *regel.kontroller_evaluering(som_program(versjon, slutt)), *_om_valg(versjon)]


def _i_strekket(ett: regel.Funn, periode: Periode) -> regel.Funn:
    til = _("fra %(fra)s til %(til)s") % {"fra": dato_ord(periode.fra), "til": dato_ord(periode.slutt)}
    fra = _("fra %(fra)s") % {"fra": dato_ord(periode.fra)}
    return replace(ett, tekst=f"{ett.tekst} ({til if periode.til else fra})")


def _om_valg(versjon: Programversjon) -> list[regel.Funn]:
    tidligere = tidligere_lignende(versjon)
    uten_svar = [en for en in versjon.aktiviteter.all() if tidligere[en.pk] and not en.gjentas_fordi]
    return [
        *regel.kontroller_grunner(valg.hva for valg in versjon.veivalg.all() if valg.grunn == Valggrunn.KOSTNAD),
        *regel.kontroller_gjentakelse((en.navn, "; ".join(tidligere[en.pk])) for en in uten_svar),
    ]


def rad(versjon: Programversjon) -> list[regel.Funn]:
    """Advice about goals and activities; nothing has to be said about it. One query more than the version."""
    aktiviteter = list(versjon.aktiviteter.all())
    tjener = {kobling.delmal_id for aktivitet in aktiviteter for kobling in aktivitet.malkoblinger.all()}
    uten_mal = [en.navn for en in aktiviteter if not en.for_hovedmalet and not en.malkoblinger.all()]
    apne = [mal for mal in versjon.sak.delmal.filter(status=Malstatus.UNDERVEIS) if mal.pk not in tjener]
    return regel.kontroller_mal(uten_mal, (mal.tekst for mal in apne))


def ma_mendes(alle: list[regel.Funn]) -> list[regel.Funn]:
    """What the law demands: these stop the version."""
    return [ett for ett in alle if ett.styrke is Styrke.SKAL]


def bor_mendes(alle: list[regel.Funn]) -> list[regel.Funn]:
    """What a person may set aside by saying why."""
    return [ett for ett in alle if ett.styrke is Styrke.BOR]


def foreslatte_evalueringer(fra: date, til: date, *, hver: int) -> list[date]:
    """Every `hver` months from the start, one half-way, and one at the end; each on a programme day inside it."""
    datoer = []
    antall = hver
    while (dag := tid.legg_til_maneder(fra, antall)) < til:
        datoer.append(tid.neste_virkedag(dag))
        antall += hver
    midten = fra + (til - fra) / 2
    if tid.legg_til_maneder(fra, 4) <= til and all(abs(dag - midten) >= EN_MANED for dag in datoer):
        datoer.append(tid.neste_virkedag(midten))
    siste = til
    while siste > fra and not tid.er_programdag(siste):
        siste -= tid.EN_DAG
    return sorted({*(dag for dag in datoer if dag < siste), siste})
