"""One picture of a case's time: what has been granted, what paused it, what counts, and what can be done now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.etter.bevis import forslag_til_oppnadd
from fotfeste.fag.etter.models import Etteroppfolging, Kommuneflytting, Kontorbytte, Ytelsessoknad
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.program.models import Permisjon
from fotfeste.fag.program.perioder import programstart
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.vedtak.enums import APNE as APNE_VEDTAK
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.hjemler import IKKE_ETTER_SLUTTEN, KAN_BEGYNNE
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import Vedtaksperioder, falne_opphor, les
from fotfeste.fag.vedtak.vern import vern_av
from fotfeste.fag.vedtak.virkning import status_pa
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder
from fotfeste.regelverk import tid
from fotfeste.regelverk.frister import AVBRUDD_HOYST
from fotfeste.regelverk.livslop import Dagtelling, VernetFravaer, tell_dager
from fotfeste.regelverk.tid import EN_DAG, Periode


@dataclass(frozen=True, slots=True)
class Tidsrad:
    """A stretch of the case's time: what it is, whether its days count (None: it grants, and counts what is in it)."""

    fra: date
    til: date | None
    hva: str
    teller: bool | None
    dager: int
    hjemmel: str
    forklaring: str = ""


@dataclass(frozen=True, slots=True)
class Strek:
    """A stretch of the drawn line, in thousandths of its length; `slag` is what it shows."""

    x: int
    bredde: int
    slag: str


@dataclass(frozen=True, slots=True)
class Mulighet:
    """Something that can be done in the life of the case: what it takes, by which provision, and why not now."""

    type: Vedtakstype
    krever: tuple[str, ...]
    hjemmel: str
    hindring: str = ""

    @property
    def kan(self) -> bool:
        return not self.hindring


@dataclass(frozen=True, slots=True)
class Livslop:
    """Everything the page shows. `telling` None: no programme has been granted."""

    sak: Sak
    start: date | None
    telling: Dagtelling | None
    rader: list[Tidsrad]
    vern: list[VernetFravaer]
    avslutning: Avslutning | None
    apent: Vedtak | None
    muligheter: list[Mulighet] = field(default_factory=list)
    flyttinger: list[Kommuneflytting] = field(default_factory=list)
    bytter: list[Kontorbytte] = field(default_factory=list)
    oppfolginger: list[Etteroppfolging] = field(default_factory=list)
    ytelser: list[Ytelsessoknad] = field(default_factory=list)
    oppnadd: str = ""
    kan_skrive: bool = False
    kan_folge_opp: bool = False
    kan_overfore: bool = False

    @property
    def lopende_oppfolging(self) -> Etteroppfolging | None:
        dag = klokke.i_dag()
        return next((o for o in self.oppfolginger if o.onsket and (o.til is None or o.til > dag)), None)

    @property
    def bilde(self) -> list[Strek]:
        """The time from the start to the end of two years (or the last day decided) as a line, today on it."""
        if self.start is None or self.telling is None or self.telling.siste_dag is None:
            return []
        start, slutt = self.start, max([self.telling.siste_dag, *(rad.til for rad in self.rader if rad.til)])
        hele = (slutt - start).days + 1

        def plass(dag: date) -> int:
            return min(max((dag - start).days, 0), hele) * 1000 // hele

        dag = klokke.i_dag()
        ut = []
        for rad in self.rader:
            fra, til = plass(rad.fra), plass((rad.til or max(dag, rad.fra)) + EN_DAG)
            slag = "innvilget" if rad.teller is None else "utenom"
            ut.append(Strek(fra, max(til - fra, 4), slag))
        if start <= dag <= slutt:
            ut.append(Strek(plass(dag), 4, "i_dag"))
        return [*ut, Strek(min(plass(self.telling.siste_dag), 996), 4, "grense")]

    @property
    def apen_flytting(self) -> Kommuneflytting | None:
        return next((f for f in self.flyttinger if not f.utfall), None)


def livslop(aktor: Aktor, sak_id: UUID) -> Livslop:
    """The picture of one case. The number of queries does not grow with what is in it. Raises IkkeTilgang."""
    sak = sak_hent(aktor, sak_id, Handling.VEDTAK_LES)
    dag = klokke.i_dag()
    vedtak = list(sak.vedtak.exclude(status=Vedtaksstatus.FORKASTET).order_by("dato", "opprettet"))
    falt = set(falne_opphor().filter(sak=sak).values_list("pk", flat=True))
    fattet = [v for v in vedtak if v.status == Vedtaksstatus.FATTET and v.pk not in falt]
    permisjoner = list(sak.permisjoner.all())
    avslutning = Avslutning.objects.filter(sak=sak).first()
    perioder = les(fattet, avslutning.dato if avslutning else None)
    start = programstart(sak)
    telling = _telling(start, perioder, permisjoner, avslutning, dag)
    kan_skrive = vurder(aktor, Handling.VEDTAK_FORBERED, sak).tillatt
    apent = next((v for v in vedtak if v.status in APNE_VEDTAK), None)
    return Livslop(
        sak=sak,
        start=start,
        telling=telling,
        rader=sorted(_rader(fattet, perioder, permisjoner, dag), key=lambda rad: (rad.fra, rad.teller is not None)),
        vern=[ett for ett in vern_av(fattet, permisjoner) if ett.til >= dag],
        avslutning=avslutning,
        apent=apent,
        muligheter=_muligheter(sak, fattet, perioder, telling, dag) if sak.er_apen else [],
        flyttinger=list(sak.kommuneflyttinger.all()),
        bytter=list(sak.kontorbytter.select_related("fra_kontor", "til_kontor", "av")),
        oppfolginger=list(sak.etteroppfolginger.select_related("hvem")),
        ytelser=list(sak.ytelsessoknader.all()),
        oppnadd=forslag_til_oppnadd(sak),
        kan_skrive=kan_skrive,
        kan_folge_opp=vurder(aktor, Handling.OPPFOLGING_SKRIV, sak).tillatt,
        kan_overfore=sak.er_apen and vurder(aktor, Handling.SAK_OVERFOR, sak).tillatt,
    )


def _telling(
    start: date | None,
    perioder: Vedtaksperioder,
    permisjoner: list[Permisjon],
    avslutning: Avslutning | None,
    dag: date,
) -> Dagtelling | None:
    if start is None:
        return None
    utenom = [*(Periode(p.fra, p.til) for p in permisjoner), *perioder.avbrudd]
    return tell_dager(start, utenom, min(dag, avslutning.dato) if avslutning else dag)


def _rader(
    fattet: list[Vedtak], perioder: Vedtaksperioder, permisjoner: list[Permisjon], dag: date
) -> Iterator[Tidsrad]:
    for v in fattet:
        if v.type in GIR_PERIODE and v.fra and v.til:
            dager = (v.til - v.fra).days + 1
            yield Tidsrad(v.fra, v.til, v.get_type_display(), None, dager, "forskriften § 2 første ledd")
        elif v.type == Vedtakstype.AVSLUTNING and v.fra:
            forklaring = ", ".join(filter(None, (v.get_avslutningsmate_display(), v.grunn_i_ord.lower())))
            yield Tidsrad(v.fra, v.fra, _("Siste dag i programmet"), None, 0, "sotjl § 34 første ledd", forklaring)
    for pause in perioder.avbrudd:
        slutt = pause.til or max(pause.fra, dag)
        grunn = next((v.grunn_i_ord for v in fattet if v.type == Vedtakstype.AVBRUDD and v.fra == pause.fra), "")
        senest = tid.legg_til_maneder(pause.fra, int(AVBRUDD_HOYST.verdi))
        apen = _("Er den ikke slutt %(dag)s, skal programmet avsluttes.") % {"dag": dato_ord(senest)}
        forklaring = " ".join(filter(None, (f"{grunn}." if grunn else "", "" if pause.til else apen)))
        hjemmel = "sotjl § 34 første ledd"
        yield Tidsrad(
            pause.fra,
            pause.til,
            _("Pause"),
            teller=False,
            dager=(slutt - pause.fra).days + 1,
            hjemmel=hjemmel,
            forklaring=forklaring,
        )
    for p in permisjoner:
        stonad = _("Med stønad.") if p.med_stonad else _("Uten stønad.")
        hjemmel = str(p.regel.hjemmel) if p.regel else "sotjl § 32"
        navn = _("Permisjon: %(grunn)s") % {"grunn": p.grunn}
        yield Tidsrad(
            p.fra, p.til, navn, teller=False, dager=(p.til - p.fra).days + 1, hjemmel=hjemmel, forklaring=stonad
        )


def _muligheter(
    sak: Sak, fattet: list[Vedtak], perioder: Vedtaksperioder, telling: Dagtelling | None, dag: date
) -> list[Mulighet]:
    status = status_pa(sak.status, fattet, dag)
    slutter = any(v.type == Vedtakstype.AVSLUTNING for v in fattet)
    ut = []
    for type_, krever, hjemmel in _krav():
        hindring = ""
        if slutter and type_ in IKKE_ETTER_SLUTTEN:
            hindring = _("Slutten er alt vedtatt.")
        elif status not in KAN_BEGYNNE[type_]:
            hindring = _IKKE_NA[type_]()
        elif telling is not None:
            hindring = _for_langt(type_, perioder, telling)
        ut.append(Mulighet(type_, krever, hjemmel, hindring))
    return ut


def _krav() -> tuple[tuple[Vedtakstype, tuple[str, ...], str], ...]:
    return (
        (
            Vedtakstype.AVBRUDD,
            (
                _("En grunn i forhold hos deltakeren, og hva som viser den"),
                _("Forhåndsvarsel med tid til å svare"),
                _("Stønaden stopper så lenge pausen varer, og dagene teller ikke"),
            ),
            "sotjl § 34 første ledd, § 35",
        ),
        (
            Vedtakstype.GJENOPPTAK,
            (_("At pausen har vart i mindre enn ett år"), _("Et vedtak som gir rett til program den dagen")),
            "sotjl § 34 første ledd",
        ),
        (
            Vedtakstype.FORLENGELSE,
            (
                _("Vilkårene i § 29 er fortsatt oppfylt"),
                _("Hva som er oppnådd, hva som gjenstår, og planen videre"),
                _("Høyst ett år om gangen, og to år i alt"),
            ),
            "sotjl § 32, forskriften § 2",
        ),
        (
            Vedtakstype.SAERLIG_FORLENGELSE,
            (
                _("De to årene er brukt opp"),
                _("Nødvendig for målet om arbeid, framgang, motivasjon, og sannsynlig arbeid til slutt"),
                _("Høyst ett år til"),
            ),
            "sotjl § 32, forskriften § 2 andre ledd",
        ),
        (
            Vedtakstype.AVSLUTNING,
            (
                _("Måten, grunnen, hva deltakeren går til, og hva hun eller han skal leve av"),
                _("Forhåndsvarsel med tid til å svare"),
                _("Deltakerbevis, og en avtale om kontakt etterpå"),
            ),
            "sotjl § 34, forskriften § 1 femte ledd",
        ),
    )


_IKKE_NA = {
    Vedtakstype.AVBRUDD: lambda: _("Programmet har alt pause."),
    Vedtakstype.GJENOPPTAK: lambda: _("Programmet har ikke pause."),
    Vedtakstype.FORLENGELSE: lambda: _("Programmet er ikke innvilget ennå."),
    Vedtakstype.SAERLIG_FORLENGELSE: lambda: _("Programmet er ikke innvilget ennå."),
    Vedtakstype.AVSLUTNING: lambda: _("Programmet er ikke innvilget ennå."),
}


def _for_langt(type_: Vedtakstype, perioder: Vedtaksperioder, telling: Dagtelling) -> str:
    """Why the length keeps the decision back: the two years are granted already, or not used up yet."""
    siste = max((rett.slutt for rett in perioder.rett), default=None)
    if siste is None or telling.siste_dag is None or telling.siste_dag_saerlig is None:
        return ""
    if type_ == Vedtakstype.FORLENGELSE and siste >= telling.siste_dag:
        return _("De to årene er innvilget til og med %(dag)s.") % {"dag": dato_ord(telling.siste_dag)}
    if type_ == Vedtakstype.SAERLIG_FORLENGELSE:
        if siste < telling.siste_dag:
            setning = _("Programmet kan forlenges på vanlig måte til %(dag)s først.")
            return setning % {"dag": dato_ord(telling.siste_dag)}
        if siste >= telling.siste_dag_saerlig:
            return _("De tre årene er innvilget til og med %(dag)s.") % {"dag": dato_ord(telling.siste_dag_saerlig)}
    return ""
