"""What the system knows when a decision is prepared: for the proposals, the frozen record and the fact column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.fag.person.barnetillegg import antall_med_tillegg
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.enums import APNE as APNE_SOKNADER
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak.enums import Vedtaksstatus
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import avbruddsperioder, falne_opphor, innvilget
from fotfeste.fag.vedtak.samlet_tid import fra_introduksjonsprogrammet, tidligere_tid
from fotfeste.fag.vedtak.tilbakebetaling import kravet
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.regelverk import frister, vilkar
from fotfeste.regelverk.penger import kroner_tekst
from fotfeste.regelverk.tid import Periode


@dataclass(frozen=True, slots=True)
class Faktum:
    """A known fact, where it comes from and the day it was true or entered."""

    navn: str
    verdi: str
    kilde: str
    dato: date | None = None


def apen_soknad(sak: Sak) -> Soknad | None:
    """The application waiting for an answer, or None."""
    return sak.soknader.filter(status__in=APNE_SOKNADER).order_by("-mottatt").first()


@translation.override("nb")
def vilkarsfakta(vedtak: Vedtak, dag: date) -> vilkar.Fakta:
    """The facts behind the proposals, as of `dag`, the day the programme would begin; kept with them, so in bokmål."""
    person = vedtak.sak.person
    return vilkar.Fakta(
        dag=dag,
        fodselsdato=person.fodselsdato,
        kilde_fodselsdato=_("fødselsnummeret"),
        aev_ferdigstilt=vedtak.aev.ferdigstilt if vedtak.aev else None,
        ytelser=kjente_ytelser(vedtak.sak, vedtak.soknad.mottatt if vedtak.soknad else dag),
    )


def kjente_ytelser(sak: Sak, fra: date) -> tuple[vilkar.KjentYtelse, ...] | None:
    """Benefits for livelihood in the case; None when nobody has asked (the background was never saved)."""
    registrerte = tuple(
        vilkar.KjentYtelse(ytelse.get_type_display().lower(), Periode(ytelse.fra, ytelse.til), _("ytelser i saken"))
        for ytelse in sak.andre_ytelser.all()
    )
    bakgrunn = getattr(sak, "bakgrunn", None)
    fra_bakgrunn = tuple(
        vilkar.KjentYtelse(navn, Periode(fra, None), _("bakgrunnen i saken"))
        for navn, har in (
            (_("en ytelse fra folketrygden"), bakgrunn and bakgrunn.folketrygd),
            (_("tiltakspenger"), bakgrunn and bakgrunn.tiltakspenger),
        )
        if har
    )
    er_spurt = bakgrunn is not None and bakgrunn.versjon > 1
    return (*registrerte, *fra_bakgrunn) if er_spurt or registrerte else None


def faktakolonne(vedtak: Vedtak, dag: date) -> list[Faktum]:
    """The facts beside the text, each with its source. Six queries."""
    sak, person = vedtak.sak, vedtak.sak.person
    rader = [
        Faktum(_("Alder"), _("%(ar)s år") % {"ar": person.alder(vedtak.fra or dag)}, _("fødselsnummeret")),
        Faktum(_("Språk"), _sprak(person.get_sprak_display(), tolk=person.tolkebehov), _("personen")),
    ]
    if vedtak.soknad:
        rader.append(
            Faktum(
                _("Søknaden kom"),
                vedtak.soknad.get_kanal_display(),
                _("søknaden"),
                vedtak.soknad.mottatt,
            )
        )
    if vedtak.aev:
        rader.append(
            Faktum(
                _("Innsatsgruppe"),
                vedtak.aev.get_innsatsgruppe_display(),
                _("arbeidsevnevurderingen, versjon %(nr)s") % {"nr": vedtak.aev.nummer},
                vedtak.aev.ferdigstilt,
            )
        )
    rader += _ytelser_og_barn(sak, vedtak, dag)
    rader += _for_mye(vedtak)
    rader += [
        Faktum(tidligere.get_type_display(), _periodetekst(tidligere), _("tidligere vedtak"), tidligere.dato)
        for tidligere in sak.vedtak.filter(status=Vedtaksstatus.FATTET).exclude(pk=vedtak.pk)
    ]
    return [*rader, *_tid_i_program(sak)]


def _for_mye(vedtak: Vedtak) -> list[Faktum]:
    """What a repayment claims, month by month."""
    krevd = kravet(vedtak)
    return [
        Faktum(_("For mye utbetalt, %(maned)s") % {"maned": maned_ord(maned)}, kroner_tekst(belop), _("kravet"))
        for maned, belop in (krevd.maneder if krevd else ())
    ]


def _tid_i_program(sak: Sak) -> list[Faktum]:
    """What the applicant has been through before: the introduction programme, and earlier programmes."""
    intro = [Faktum(_("Introduksjonsprogrammet"), _("Ja, før søknaden"), _("bakgrunnen i saken"))]
    return [
        *(intro if fra_introduksjonsprogrammet(sak) else ()),
        *(
            Faktum(_("Tidligere program"), f"{ett.fra:%d.%m.%Y} – {ett.til:%d.%m.%Y}", ett.kontor)
            for ett in tidligere_tid(sak)
        ),
    ]


def frosne_fakta(frosset: dict[str, Any]) -> list[Faktum]:
    """The facts as they stood when the decision was taken (frysing.py)."""
    return [
        Faktum(rad["navn"], rad["verdi"], rad["kilde"], date.fromisoformat(rad["dato"]) if rad["dato"] else None)
        for rad in frosset["fakta"]
    ]


def _ytelser_og_barn(sak: Sak, vedtak: Vedtak, dag: date) -> list[Faktum]:
    ytelser = kjente_ytelser(sak, vedtak.soknad.mottatt if vedtak.soknad else dag)
    if ytelser is None:
        rader = [Faktum(_("Andre ytelser"), _("Ikke undersøkt"), _("bakgrunnen i saken"))]
    elif not ytelser:
        rader = [Faktum(_("Andre ytelser"), _("Ingen kjente"), _("bakgrunnen i saken"))]
    else:
        rader = [Faktum(_("Andre ytelser"), ytelse.navn, ytelse.kilde, ytelse.periode.fra) for ytelse in ytelser]
    barn = antall_med_tillegg(sak.person_id, sak.kommune_id, dag)
    return [*rader, Faktum(_("Barn som forsørges"), str(barn), _("personen"))]


def _sprak(navn: str, *, tolk: bool) -> str:
    return _("%(sprak)s, trenger tolk") % {"sprak": navn} if tolk else navn


def _periodetekst(vedtak: Vedtak) -> str:
    return " – ".join(f"{dag:%d.%m.%Y}" for dag in (vedtak.fra, vedtak.til) if dag)


def fattede(sak: Sak) -> list[Vedtak]:
    """The case's decisions that stand, by the day they were made. One query."""
    tatt = sak.vedtak.filter(status=Vedtaksstatus.FATTET).exclude(pk__in=falne_opphor().values("pk"))
    return list(tatt.order_by("dato", "opprettet"))


def saksfrister(sak: Sak, dag: date) -> dict[str, date]:
    """The dates the law sets for the case's length, from what is decided so far (regelverk/frister).

    A pause with no end in sight is counted to `dag`: what it may yet add to the length is not granted before it has.
    """
    vedtak = fattede(sak)
    perioder = innvilget(vedtak)
    if not perioder:
        return {}
    return frister.frister(
        frister.Hendelser(
            programstart=perioder[0].fra,
            permisjon=tuple(Periode(p.fra, p.til) for p in sak.permisjoner.all()),
            avbrudd=tuple(Periode(p.fra, p.til or max(p.fra, dag)) for p in avbruddsperioder(vedtak)),
        )
    )
