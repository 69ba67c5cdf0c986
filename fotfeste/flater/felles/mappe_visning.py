"""A case file as it is read: sections with a heading and a table, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.kartlegging.enums import Innsatsgruppe, UtfortAv
from fotfeste.fag.mappe import form
from fotfeste.fag.oppfolging.enums import Avslutningsmate, Initiativ, Kontaktkanal, Kontaktresultat, Situasjon
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.person.enums import Kjonn, Sivilstand, Sprak
from fotfeste.fag.program.enums import Aktivitetsgruppe, Evalueringstype
from fotfeste.fag.sak.enums import Sosialhjelp
from fotfeste.fag.soknad.enums import Kanal
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur.leseord import dato_ord, maned_ord, timer_ord
from fotfeste.innsikt.internkontroll.revisjon import Funn

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_ENUMER = (
    Innsatsgruppe,
    UtfortAv,
    Avslutningsmate,
    Initiativ,
    Kontaktresultat,
    Situasjon,
    Kjonn,
    Sivilstand,
    Evalueringstype,
    Vedtakstype,
)
_KODER: dict[str, StrOrPromise] = {str(kode): kode.label for enum in _ENUMER for kode in enum}
_ANDRE: dict[str, StrOrPromise] = {
    "okonomi": gettext_lazy("Økonomi"),
    "fulle_plasser": gettext_lazy("Fulle plasser"),
    "sprak": gettext_lazy("Språk"),
    "alder": gettext_lazy("Alder"),
    "arbeidsevne": gettext_lazy("Arbeidsevne"),
    "inntektsevne": gettext_lazy("Inntektsevne"),
    "ytelser": gettext_lazy("Ytelser"),
    "andre_ytelser": gettext_lazy("Andre ytelser"),
    "aev": gettext_lazy("Arbeidsevnevurdering"),
    "hensiktsmessig_og_nodvendig": gettext_lazy("Hensiktsmessig og nødvendig"),
    "ikke_hensiktsmessig_eller_nodvendig": gettext_lazy("Ikke hensiktsmessig eller nødvendig"),
    "uforholdsmessig_byrde": gettext_lazy("Uforholdsmessig byrde"),
    "ikke_rett_pga_opphold": gettext_lazy("Ikke rett på grunn av oppholdet"),
    "oppfylt": gettext_lazy("Oppfylt"),
    "ikke_oppfylt": gettext_lazy("Ikke oppfylt"),
    "ikke_vurdert": gettext_lazy("Ikke vurdert"),
    "onsket": gettext_lazy("Ønsket"),
    "ikke_onsket": gettext_lazy("Ikke ønsket"),
    "ikke_svart": gettext_lazy("Ikke svart"),
    "samtale": gettext_lazy("I en samtale"),
    "brev": gettext_lazy("I brev"),
    "fortsette": gettext_lazy("Fortsette"),
    "endre": gettext_lazy("Endre"),
    "avslutte": gettext_lazy("Avslutte"),
    "omgjort_av_nav": gettext_lazy("Omgjort av NAV"),
    "stadfestet": gettext_lazy("Stadfestet"),
    "opphevet": gettext_lazy("Opphevet"),
    "endret": gettext_lazy("Endret"),
    "avvist": gettext_lazy("Avvist"),
    "trukket": gettext_lazy("Trukket"),
    "kvp": gettext_lazy("Kvalifiseringsprogram"),
}


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A section: its heading, columns and rows; `tom` says what would fill it."""

    tittel: str
    kolonner: tuple[str, ...]
    verdier: Sequence[tuple[str, ...]]
    tom: str

    @property
    def rader(self) -> list[list[tuple[str, str]]]:
        """Each cell with the name of its column."""
        return [list(zip(rad, self.kolonner, strict=True)) for rad in self.verdier]


@dataclass(frozen=True, slots=True)
class Funnlinje:
    """A criterion the case breaks, in words, with where in the case."""

    kode: str
    tekst: str
    brudd: str
    hjemmel: str
    steder: list[str]


def ord_for(kode: str | None, koder: Mapping[str, StrOrPromise] | None = None) -> str:
    """A code in words; an unknown one as it is, and nothing as a dash."""
    if not kode:
        return "–"
    return str((koder or {}).get(kode) or _KODER.get(kode) or _ANDRE.get(kode) or kode)


def _av(enum: Any) -> dict[str, StrOrPromise]:
    return {str(kode): kode.label for kode in enum}


def en_dag(dag: date | None) -> str:
    return dato_ord(dag) if dag else "–"


def en_periode(fra: date | None, til: date | None) -> str:
    if fra is None and til is None:
        return "–"
    return f"{en_dag(fra)} – {dato_ord(til) if til else ''}".strip()


def _ja_nei(verdi: bool) -> str:  # noqa: FBT001 - a value of the file
    return _("ja") if verdi else _("nei")


def avsnitt_i(mappe: form.Mappe) -> list[Avsnitt]:
    """The whole case, section by section, in the order it happened."""
    return [lag(mappe) for lag in _AVSNITT]


def _personen(m: form.Mappe) -> Avsnitt:
    p, b = m.person, m.bakgrunn
    rader = [
        (_("Navn"), p.navn or "–"),
        (_("Fødselsnummer"), p.fodselsnummer),
        (_("Født"), en_dag(p.fodselsdato)),
        (_("Kjønn"), ord_for(p.kjonn)),
        (_("Sivilstand"), ord_for(p.sivilstand)),
        (_("Språk"), ord_for(p.sprak, _av(Sprak))),
        (_("Trenger tolk"), _ja_nei(p.tolkebehov)),
        (_("Alene om omsorgen"), _ja_nei(p.alene_om_omsorg)),
        (_("Kontor"), m.kontor),
        (_("Sosialhjelp før søknaden"), ord_for(b.sosialhjelp, _av(Sosialhjelp))),
        *[(_("Barn"), f"{en_dag(en.fodselsdato)}, {_('forsørges')} {en_periode(en.fra, en.til)}") for en in p.barn],
        *[(_("Fast kontakt"), f"{en.ansatt}, {en_periode(en.fra, en.til)}") for en in m.fast_kontakt],
    ]
    return Avsnitt(_("Personopplysninger"), (_("Hva"), _("Opplysning")), rader, "")


def _soknader(m: form.Mappe) -> Avsnitt:
    rader = [
        (en_dag(s.mottatt), ord_for(s.kanal, _av(Kanal)), en_dag(s.forelopig_svar), en_dag(s.trukket))
        for s in m.soknader
    ]
    kolonner = (_("Mottatt"), _("Hvordan"), _("Foreløpig svar"), _("Trukket"))
    return Avsnitt(_("Søknader"), kolonner, rader, _("Her står søknaden når den er kommet."))


def _aev(m: form.Mappe) -> Avsnitt:
    rader = [
        (
            en_dag(a.ferdigstilt),
            ord_for(a.utfort_av),
            ord_for(a.innsatsgruppe),
            "\n".join(f"{bokstav}) {tekst or '–'}" for bokstav, tekst in a.punkter._asdict().items()),
            a.motivasjon or "–",
            a.brukers_syn or "–",
        )
        for a in m.arbeidsevnevurderinger
    ]
    kolonner = (_("Fullført"), _("Gjort av"), _("Konklusjon"), _("Punkt a–e"), _("Motivasjon"), _("Deltakerens syn"))
    return Avsnitt(
        _("Arbeidsevnevurderinger"), kolonner, rader, _("Her står arbeidsevnevurderingen når den er fullført.")
    )


def _vedtak(m: form.Mappe) -> Avsnitt:
    rader = [
        (
            en_dag(v.dato),
            ord_for(v.type),
            en_periode(v.fra, v.til),
            f"{v.saksbehandler or '–'} / {v.beslutter or '–'}",
            _begrunnelse(v),
            _varslet(v),
        )
        for v in sorted(m.vedtak, key=lambda v: v.dato)
    ]
    kolonner = (
        _("Dato"),
        _("Vedtak"),
        _("Gjelder"),
        _("Saksbehandler / beslutter"),
        _("Begrunnelse"),
        _("Varsel og underretning"),
    )
    return Avsnitt(_("Vedtak"), kolonner, rader, _("Her står vedtakene når de er fattet."))


def _begrunnelse(v: form.Vedtak) -> str:
    deler = [tekst for tekst in v.begrunnelse if tekst]
    if v.avslagsgrunn:
        deler.insert(0, ord_for(v.avslagsgrunn, _ANDRE))
    deler += [
        f"{ord_for(ett.kode, _ANDRE)}: {ord_for(ett.utfall)}. {ett.begrunnelse or ''}".strip() for ett in v.vilkar
    ]
    return "\n".join(deler) or "–"


def _varslet(v: form.Vedtak) -> str:
    deler = [
        (_("Forhåndsvarsel"), v.forhandsvarsel),
        (_("Underrettet"), v.underrettet),
        (_("Forklart muntlig"), v.muntlig_forklart),
    ]
    return "\n".join(f"{hva} {en_dag(dag)}" for hva, dag in deler if dag) or "–"


def _programmer(m: form.Mappe) -> Avsnitt:
    rader = [
        (
            str(p.versjon),
            en_periode(p.fra, p.til),
            en_dag(p.avtalt_med_deltaker),
            "\n".join(_aktivitet(en) for en in p.aktiviteter) or "–",
            "\n".join(en_dag(dag) for dag in p.evalueringsdatoer) or "–",
        )
        for p in m.programversjoner
    ]
    kolonner = (_("Versjon"), _("Gjelder"), _("Avtalt"), _("Uken"), _("Evalueringer"))
    return Avsnitt(_("Programmet"), kolonner, rader, _("Her står programmet når det er avtalt."))


def _aktivitet(en: form.Aktivitet) -> str:
    hvem = f", {en.arrangor}" if en.arrangor else ""
    gruppe = ord_for(en.gruppe, _av(Aktivitetsgruppe))
    return f"{en.navn} ({gruppe}{hvem}): {timer_ord(en.timer_per_uke)}"


def _permisjoner(m: form.Mappe) -> Avsnitt:
    rader = [(en_periode(p.fra, p.til), p.grunn or "–") for p in m.permisjoner]
    return Avsnitt(_("Permisjoner"), (_("Dager"), _("Grunn")), rader, _("Her står permisjon som er gitt."))


def _plan(m: form.Mappe) -> Avsnitt:
    plan = m.individuell_plan
    rader = (
        [(en_dag(plan.tilbudt), ord_for(plan.svar), plan.begrunnelse or "–", en_dag(plan.plan_fra))]
        if plan and plan.tilbudt
        else []
    )
    kolonner = (_("Tilbudt"), _("Svar"), _("Begrunnelse"), _("Plan fra"))
    return Avsnitt(_("Individuell plan"), kolonner, rader, _("Her står det når planen er tilbudt."))


def _evalueringer(m: form.Mappe) -> Avsnitt:
    rader = [
        (
            en_dag(e.dato),
            ord_for(e.type),
            _ja_nei(e.hele_programmet),
            _ja_nei(e.deltaker_med),
            ord_for(e.konklusjon),
        )
        for e in m.evalueringer
    ]
    kolonner = (_("Dato"), _("Slag"), _("Hele programmet"), _("Deltakeren var med"), _("Konklusjon"))
    return Avsnitt(_("Evalueringer"), kolonner, rader, _("Her står evalueringene når de er holdt."))


def _kontakter(m: form.Mappe) -> Avsnitt:
    kanaler = _av(Kontaktkanal)
    rader = [
        (en_dag(k.dato), ord_for(k.kanal, kanaler), ord_for(k.initiativ), ord_for(k.resultat))
        for k in sorted(m.kontakter, key=lambda k: k.dato, reverse=True)
    ]
    kolonner = (_("Dato"), _("Hvordan"), _("Hvem tok kontakt"), _("Hva skjedde"))
    return Avsnitt(_("Samtaler og møter"), kolonner, rader, _("Her står samtalene når de er notert."))


def _henvendelser(m: form.Mappe) -> Avsnitt:
    rader = [(_tid(h.mottatt), h.kanal or "–", _tid(h.besvart)) for h in m.henvendelser]
    kolonner = (_("Mottatt"), _("Hvordan"), _("Besvart"))
    return Avsnitt(_("Henvendelser"), kolonner, rader, _("Her står henvendelser og når de ble besvart."))


def _tid(tid: datetime | None) -> str:
    return f"{dato_ord(tid.date())} {tid:%H.%M}" if tid else "–"


def _timelister(m: form.Mappe) -> Avsnitt:
    arsaker = _av(Fravaersarsak)
    rader = [
        (
            maned_ord(t.maned),
            en_dag(t.levert),
            en_dag(t.godkjent),
            "\n".join(f"{en_periode(f.fra, f.til)}: {ord_for(f.arsak, arsaker)}" for f in t.fravaer) or "–",
            "\n".join(f"{en_dag(a.dato)}: {timer_ord(a.timer)}" for a in t.arbeid) or "–",
        )
        for t in sorted(m.timelister, key=lambda t: t.maned, reverse=True)
    ]
    kolonner = (_("Måned"), _("Levert"), _("Godkjent"), _("Fravær"), _("Lønnet arbeid"))
    return Avsnitt(_("Timelister"), kolonner, rader, _("Her står timelistene når de er levert."))


def _utbetalinger(m: form.Mappe) -> Avsnitt:
    rader = [
        (maned_ord(u.maned), en_dag(u.dato), f"{u.netto} kr", f"{u.klargjort_av or '–'} / {u.frigitt_av or '–'}")
        for u in sorted(m.utbetalinger, key=lambda u: u.maned, reverse=True)
    ]
    kolonner = (_("Måned"), _("Utbetalt"), _("Stønad for måneden"), _("Klargjort / frigitt"))
    return Avsnitt(_("Utbetalinger"), kolonner, rader, _("Her står utbetalingene når de er frigitt."))


def _klager(m: form.Mappe) -> Avsnitt:
    vedtak = {v.id: f"{ord_for(v.type)} {en_dag(v.dato)}" for v in m.vedtak}
    rader = [
        (
            vedtak.get(k.vedtak, k.vedtak),
            en_dag(k.mottatt),
            en_dag(k.oversendt),
            en_dag(k.avgjort),
            ord_for(k.utfall, _ANDRE),
        )
        for k in m.klager
    ]
    kolonner = (_("Vedtak"), _("Mottatt"), _("Sendt videre"), _("Avgjort"), _("Utfall"))
    return Avsnitt(_("Klager"), kolonner, rader, _("Her står klager på vedtakene."))


def _slutten(m: form.Mappe) -> Avsnitt:
    a = m.avslutning
    rader = []
    if a:
        rader.append((_("Avsluttet"), f"{en_dag(a.dato)}: {ord_for(a.mate)}"))
        rader.append((_("Gikk til"), ", ".join(ord_for(kode) for kode in a.situasjon) or "–"))
        rader.append((_("Viktigste inntekt"), ord_for(a.viktigste_inntekt)))
        rader.append((_("Deltakerbevis"), en_dag(a.deltakerbevis)))
    rader += [(_("Etter programmet"), f"{en_dag(en.dato)}: {ord_for(en.situasjon)}") for en in m.etter]
    return Avsnitt(
        _("Slutten, og tiden etter"),
        (_("Hva"), _("Opplysning")),
        rader,
        _("Her står det hvordan programmet endte, og hvordan det gikk."),
    )


_AVSNITT: tuple[Callable[[form.Mappe], Avsnitt], ...] = (
    _personen,
    _soknader,
    _aev,
    _vedtak,
    _programmer,
    _permisjoner,
    _plan,
    _evalueringer,
    _kontakter,
    _henvendelser,
    _timelister,
    _utbetalinger,
    _klager,
    _slutten,
)


def funnlinjer(funn: Iterable[Funn]) -> list[Funnlinje]:
    """What the audit found, in words, with the places in the case."""
    return [
        Funnlinje(
            kode=ett.kriterium.kode,
            tekst=ett.kriterium.tekst,
            brudd=ett.kriterium.brudd,
            hjemmel=ett.kriterium.hjemmel,
            steder=list(dict.fromkeys(sted for ting in ett.hva if (sted := _sted(ting)))),
        )
        for ett in funn
    ]


def _sted(ting: object) -> str:
    """What in the case a finding is about."""
    if isinstance(ting, form.Vedtak):
        return f"{ord_for(ting.type)}, {en_dag(ting.dato)}"
    if isinstance(ting, form.Programversjon):
        return _("programmet, versjon %(nummer)s") % {"nummer": ting.versjon}
    if isinstance(ting, form.Utbetaling):
        return maned_ord(ting.maned)
    if isinstance(ting, form.Soknad):
        return _("søknaden fra %(dag)s") % {"dag": en_dag(ting.mottatt)}
    return dato_ord(ting) if isinstance(ting, date) else ""
