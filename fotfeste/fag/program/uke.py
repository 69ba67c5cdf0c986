"""The week of a version as a picture, and what differs between two versions, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from fotfeste.fag.program.enums import Malstatus, Ukedag
from fotfeste.fag.program.kontroll import som_program, strekkene
from fotfeste.fag.program.models import Aktivitet, Programversjon, Ukeblokk
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord, timetall_ord
from fotfeste.regelverk.parametre import TIMER_I_UKEN
from fotfeste.regelverk.program import RETTET_MOT_ARBEID
from fotfeste.regelverk.tid import Periode


@dataclass(frozen=True, slots=True)
class Ukebilde:
    """The week: its blocks in order, hours in all, hours directed at work, and what is missing or too much."""

    blokker: tuple[Ukeblokk, ...]
    sum: Fraction
    arbeidsrettet: Fraction

    @property
    def sum_i_ord(self) -> str:
        return timetall_ord(self.sum)

    @property
    def full_uke_i_ord(self) -> str:
        return timetall_ord(TIMER_I_UKEN.verdi)

    @property
    def mangler(self) -> str:
        """Hours to a full week, in words; empty when nothing is missing."""
        gap = TIMER_I_UKEN.verdi - self.sum
        return timetall_ord(gap) if gap > 0 else ""

    @property
    def for_mye(self) -> str:
        """Hours above a full week, in words; empty when there are none."""
        gap = self.sum - TIMER_I_UKEN.verdi
        return timetall_ord(gap) if gap > 0 else ""

    @property
    def andel_arbeid(self) -> int:
        """Whole per cent of the week that is directed at work (§ 30 first paragraph)."""
        return round(100 * self.arbeidsrettet / self.sum) if self.sum else 0

    @property
    def dager(self) -> list[tuple[str, list[Ukeblokk], str]]:
        """Weekday, its blocks and its hours in words; weekend days only when they hold something."""
        ut = []
        for dag in Ukedag:
            egne = [blokk for blokk in self.blokker if blokk.ukedag == dag]
            if egne or dag < Ukedag.LORDAG:
                timer = sum((Fraction(blokk.timer) for blokk in egne), Fraction(0))
                ut.append((str(dag.label), egne, timetall_ord(timer)))
        return ut


def ukebilde(versjon: Programversjon) -> Ukebilde:
    """The week of the version today, or on its nearest day; wants its content prefetched."""
    dag = max(versjon.fra, min(klokke.i_dag(), versjon.til or klokke.i_dag()))
    return next((bilde for periode, bilde in ukebilder(versjon) if periode.inneholder(dag)), ukebilder(versjon)[0][1])


def ukebilder(versjon: Programversjon) -> list[tuple[Periode, Ukebilde]]:
    """Each stretch of the version with its week; one when all activities last as long as it does."""
    return [(periode, _bilde(versjon, aktivitetene)) for periode, aktivitetene in strekkene(versjon)]


def _bilde(versjon: Programversjon, aktivitetene: list[Aktivitet]) -> Ukebilde:
    program = som_program(versjon, aktivitetene=aktivitetene)
    blokker = [blokk for aktivitet in aktivitetene for blokk in aktivitet.blokker.all()]
    return Ukebilde(
        blokker=tuple(sorted(blokker, key=lambda blokk: (blokk.ukedag, blokk.start, blokk.slutt))),
        sum=program.timer(),
        arbeidsrettet=program.timer(RETTET_MOT_ARBEID),
    )


def timer_i_uken(aktivitet: Aktivitet) -> Fraction:
    """Hours a week of one activity."""
    return sum((Fraction(blokk.timer) for blokk in aktivitet.blokker.all()), Fraction(0))


def tider_i_ord(aktivitet: Aktivitet) -> str:
    """«mandag 9.00–12.00, onsdag 9.00–12.00»."""
    return ", ".join(
        f"{Ukedag(blokk.ukedag).label} {blokk.start:%H.%M}–{blokk.slutt:%H.%M}" for blokk in aktivitet.blokker.all()
    )


def forskjeller(ny: Programversjon, gammel: Programversjon) -> list[str]:
    """What is new in `ny`, one sentence each; activities are the same when their names are."""
    for_, na = _etter_navn(gammel), _etter_navn(ny)
    ut = [
        _("Ny aktivitet: %(navn)s, %(timer)s timer i uken.")
        % {"navn": navn, "timer": timetall_ord(timer_i_uken(aktivitet))}
        for navn, aktivitet in na.items()
        if navn not in for_
    ]
    ut += [_("Tatt bort: %s.") % navn for navn in for_ if navn not in na]
    for navn in (navn for navn in na if navn in for_):
        ut += _endret(for_[navn], na[navn])
    if ny.mal.strip() != gammel.mal.strip():
        ut.append(_("Målet er skrevet på nytt."))
    nye_datoer = {evaluering.dato for evaluering in ny.evalueringsdatoer.all()}
    nye_datoer -= {evaluering.dato for evaluering in gammel.evalueringsdatoer.all()}
    if nye_datoer:
        ut.append(_("Nye dager for evaluering: %s.") % ", ".join(dato_ord(dag) for dag in sorted(nye_datoer)))
    return ut


def malendringer(sak: Sak, siden: date) -> list[str]:
    """What has become of the case's goals since the day, one sentence each."""
    ut = []
    for mal in sak.delmal.all():
        ny = mal.opprettet.date() >= siden
        if ny and mal.status == Malstatus.UNDERVEIS and mal.erstatter_id is None:
            ut.append(_("Nytt mål: %s.") % mal.tekst)
        elif mal.status_dato and mal.status_dato >= siden and mal.status == Malstatus.NADD:
            ut.append(_("Målet er nådd: %s.") % mal.tekst)
        elif mal.status_dato and mal.status_dato >= siden:
            ut.append(
                _("%(status)s mål: %(tekst)s. %(hvorfor)s")
                % {"status": mal.get_status_display(), "tekst": mal.tekst, "hvorfor": mal.hvorfor}
            )
    return ut


def _etter_navn(versjon: Programversjon) -> dict[str, Aktivitet]:
    return {aktivitet.navn: aktivitet for aktivitet in versjon.aktiviteter.all()}


def _endret(gammel: Aktivitet, ny: Aktivitet) -> list[str]:
    ut = []
    for_, na = timer_i_uken(gammel), timer_i_uken(ny)
    if for_ != na:
        ut.append(
            _("%(navn)s: fra %(for)s til %(na)s timer i uken.")
            % {"navn": ny.navn, "for": timetall_ord(for_), "na": timetall_ord(na)}
        )
    elif tider_i_ord(gammel) != tider_i_ord(ny):
        ut.append(_("%(navn)s: nye tider, %(tider)s.") % {"navn": ny.navn, "tider": tider_i_ord(ny)})
    if gammel.gruppe != ny.gruppe:
        ut.append(
            _("%(navn)s: er nå %(slag)s, ikke %(for)s.")
            % {
                "navn": ny.navn,
                "slag": ny.get_gruppe_display().lower(),
                "for": gammel.get_gruppe_display().lower(),
            }
        )
    if gammel.formal != ny.formal:
        ut.append(_("%(navn)s: nytt formål, «%(formal)s».") % {"navn": ny.navn, "formal": ny.formal or "–"})
    if (gammel.sted, gammel.arrangor) != (ny.sted, ny.arrangor):
        hvor = ", ".join(filter(None, (ny.arrangor, ny.sted))) or _("ikke bestemt")
        ut.append(_("%(navn)s: nytt sted eller ny arrangør, %(hvor)s.") % {"navn": ny.navn, "hvor": hvor})
    if (gammel.fra, gammel.til) != (ny.fra, ny.til):
        ut.append(_("%(navn)s: varer nå %(nar)s.") % {"navn": ny.navn, "nar": dager_i_ord(ny) or _("hele planen")})
    if (gammel.oppfolging, gammel.ansvarlig_id) != (ny.oppfolging, ny.ansvarlig_id):
        ut.append(_("%(navn)s: ny oppfølging, %(hvem)s.") % {"navn": ny.navn, "hvem": oppfolging_i_ord(ny) or "–"})
    return ut


def dager_i_ord(aktivitet: Aktivitet) -> str:
    """«fra 1. juni 2026 til 31. august 2026»; empty when it lasts as long as the version."""
    fra = _("fra %s") % dato_ord(aktivitet.fra) if aktivitet.fra else ""
    til = _("til %s") % dato_ord(aktivitet.til) if aktivitet.til else ""
    return " ".join(filter(None, (fra, til)))


def oppfolging_i_ord(aktivitet: Aktivitet) -> str:
    """«Arrangøren: Per Hansen»; who at the office stands first when it is they."""
    deler = [str(aktivitet.get_oppfolging_display())] if aktivitet.oppfolging else []
    if aktivitet.ansvarlig:
        deler.append(aktivitet.ansvarlig.navn)
    return ": ".join(deler)
