"""What stands between a draft and the beslutter: each hindrance a sentence at the field it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.vedtak.enums import KREVER_FORHANDSVARSEL, Vedtakstype
from fotfeste.fag.vedtak.fakta import fattede, saksfrister
from fotfeste.fag.vedtak.models import Vedtak, Vilkarsvurdering
from fotfeste.fag.vedtak.perioder import avbruddsperioder, innvilget
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.regelverk import frister, tid, vilkar
from fotfeste.regelverk.rettskilde import fk, sotjl
from fotfeste.regelverk.vilkar import AVSLAGSGRUNNER, VILKAR, Avslagsgrunn, Utfall, Vilkarskode, Vurdering

_ALLE_GODE = tuple(Vurdering(kode, Utfall.OPPFYLT, "–") for kode in Vilkarskode)

BEGRUNNELSER = (
    ("begrunnelse_regler", gettext_lazy("Skriv hvilken regel vedtaket bygger på, med egne ord.")),
    ("begrunnelse_fakta", gettext_lazy("Skriv hvilke fakta som har vært avgjørende, ett per linje.")),
    ("begrunnelse_hensyn", gettext_lazy("Skriv hva du har lagt vekt på i vurderingen.")),
)


def hindringer(vedtak: Vedtak, dag: date) -> list[Fagfeil]:
    """Everything that must be mended before the decision can go to the beslutter or be taken on `dag`."""
    if soknad_er_trukket(vedtak):
        return [Fagfeil(_("Søknaden er trukket, så det er ikke noe å svare på. Legg bort utkastet."), felt="soknad")]
    vurderinger = list(vedtak.vilkar.all())
    return [
        *_AV_TYPE[vedtak.type](vedtak, vurderinger, dag),
        *_forhandsvarsel(vedtak, dag),
        *(
            Fagfeil(str(setning), felt=felt, hjemmel="fvl § 25")
            for felt, setning in BEGRUNNELSER
            if not getattr(vedtak, felt).strip()
        ),
    ]


def soknad_er_trukket(vedtak: Vedtak) -> bool:
    """Whether the application the decision answers has been withdrawn since it was begun."""
    return vedtak.soknad is not None and vedtak.soknad.status == Soknadsstatus.TRUKKET


def som_vurdering(rad: Vilkarsvurdering) -> Vurdering:
    """The row as the rules read it."""
    return Vurdering(Vilkarskode(rad.kode), Utfall(rad.utfall), rad.begrunnelse)


def _innvilgelse(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    ferdig = vedtak.aev.ferdigstilt if vedtak.aev else None
    feil = [
        Fagfeil(setning, felt="aev", hjemmel=str(VILKAR[Vilkarskode.AEV].hjemmel))
        for setning in vilkar.hindringer_i_aev(ferdig, dag)
    ]
    for rad in vurderinger:
        vurdering = som_vurdering(rad)
        feil += [
            Fagfeil(setning, felt=f"vilkar_{rad.kode}", hjemmel=str(VILKAR[vurdering.kode].hjemmel))
            for setning in vilkar.kan_innvilges([*_ALLE_GODE, vurdering])
        ]
    if vedtak.fra is None:
        return [*feil, _mangler_start()]
    if not vilkar.er_innen_alder(vedtak.sak.person.fodselsdato, vedtak.fra):
        feil.append(
            Fagfeil(
                _("Søkeren er %(ar)s år %(dag)s. Programmet er for den som er mellom 18 og 67 år.")
                % {"ar": vedtak.sak.person.alder(vedtak.fra), "dag": dato_ord(vedtak.fra)},
                felt="vilkar_alder",
                hjemmel=str(VILKAR[Vilkarskode.ALDER].hjemmel),
            )
        )
    mottatt = vedtak.soknad.mottatt if vedtak.soknad else vedtak.fra
    i_lengden = vilkar.hindringer_i_lengden(vedtak.fra, vedtak.til)
    for setning in vilkar.hindringer_i_perioden(fra=vedtak.fra, til=vedtak.til, soknad_mottatt=mottatt):
        if setning in i_lengden:
            feil.append(Fagfeil(setning, felt="til", hjemmel=str(fk(2, 1))))
        else:
            feil.append(Fagfeil(setning, felt="fra", hjemmel=str(sotjl(31))))
    return feil


def _avslag(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    if not vedtak.avslagsgrunn:
        return [
            Fagfeil(
                _("Velg hvorfor søknaden avslås. Økonomi og fulle plasser er ikke grunner: programmet er en rett."),
                felt="avslagsgrunn",
                hjemmel=str(sotjl(29)),
            )
        ]
    grunn = Avslagsgrunn(vedtak.avslagsgrunn)
    setninger = vilkar.kan_avslas(grunn, [som_vurdering(rad) for rad in vurderinger])
    felt = f"vilkar_{AVSLAGSGRUNNER[grunn].vilkar}"
    return [Fagfeil(setning, felt=felt, hjemmel=str(AVSLAGSGRUNNER[grunn].hjemmel)) for setning in setninger]


def _forlengelse(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    if vedtak.fra is None:
        return [_mangler_start()]
    feil = [
        Fagfeil(setning, felt="til", hjemmel=str(fk(2, 1)))
        for setning in vilkar.hindringer_i_lengden(vedtak.fra, vedtak.til)
    ]
    siste = max((p.slutt for p in innvilget(fattede(vedtak.sak))), default=None)
    if siste is None:
        feil.append(Fagfeil(_("Det er ikke noe vedtak å forlenge. Innvilg programmet først."), felt="fra"))
    elif vedtak.fra <= siste:
        feil.append(
            Fagfeil(
                _("Perioden er alt innvilget til og med %(dag)s. La forlengelsen begynne dagen etter, eller senere.")
                % {"dag": dato_ord(siste)},
                felt="fra",
            )
        )
    saerlig = vedtak.type == Vedtakstype.SAERLIG_FORLENGELSE
    grense = saksfrister(vedtak.sak).get("maks_forlenget" if saerlig else "maks_ordinaer")
    if grense and vedtak.til and vedtak.til > grense:
        ar = _("tre år med særlige grunner") if saerlig else _("to år")
        feil.append(
            Fagfeil(
                _("Programmet kan vare i høyst %(ar)s, til og med %(dag)s. Sett sluttdatoen til da eller før.")
                % {"ar": ar, "dag": dato_ord(grense)},
                felt="til",
                hjemmel=str(sotjl(32, 1)),
            )
        )
    return feil


def _avbrudd(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    if vedtak.fra is None:
        return [Fagfeil(_("Skriv hvilken dag pausen begynner."), felt="fra")]
    senest = tid.legg_til_maneder(vedtak.fra, int(frister.AVBRUDD_HOYST.verdi))
    if vedtak.til and vedtak.til >= senest:
        return [
            Fagfeil(
                _("En pause kan vare i høyst ett år. Sett siste dag til før %(dag)s.") % {"dag": dato_ord(senest)},
                felt="til",
                hjemmel=str(frister.AVBRUDD_HOYST.hjemmel),
            )
        ]
    return []


def _gjenopptak(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    if vedtak.fra is None:
        return [Fagfeil(_("Skriv hvilken dag programmet begynner igjen."), felt="fra")]
    pauser = avbruddsperioder(fattede(vedtak.sak))
    if pauser and vedtak.fra <= pauser[-1].fra:
        return [
            Fagfeil(
                _("Pausen begynte %(dag)s. Programmet kan begynne igjen dagen etter, eller senere.")
                % {"dag": dato_ord(pauser[-1].fra)},
                felt="fra",
            )
        ]
    return []


def _avslutning(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    feil = []
    if vedtak.fra is None:
        feil.append(Fagfeil(_("Skriv programmets siste dag."), felt="fra"))
    if not vedtak.avslutningsmate:
        feil.append(Fagfeil(_("Velg hvordan programmet slutter."), felt="avslutningsmate"))
    if vedtak.avslutningsmate == Avslutningsmate.FULLFORT and not vedtak.viktigste_inntekt:
        feil.append(Fagfeil(_("Velg hva deltakeren først og fremst skal leve av nå."), felt="viktigste_inntekt"))
    return feil


def _endring(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    return [] if vedtak.fra else [Fagfeil(_("Skriv hvilken dag endringen gjelder fra."), felt="fra")]


def _forhandsvarsel(vedtak: Vedtak, dag: date) -> list[Fagfeil]:
    if vedtak.type not in KREVER_FORHANDSVARSEL or (vedtak.forhandsvarsel and vedtak.forhandsvarsel <= dag):
        return []
    return [
        Fagfeil(
            _("Send forhåndsvarsel først, så deltakeren får si hva han eller hun mener før vi bestemmer oss."),
            felt="forhandsvarsel",
            hjemmel="fvl § 16",
        )
    ]


def _mangler_start() -> Fagfeil:
    return Fagfeil(_("Skriv hvilken dag perioden begynner."), felt="fra")


_AV_TYPE: dict[str, Callable[[Vedtak, list[Vilkarsvurdering], date], list[Fagfeil]]] = {
    Vedtakstype.INNVILGELSE: _innvilgelse,
    Vedtakstype.AVSLAG: _avslag,
    Vedtakstype.FORLENGELSE: _forlengelse,
    Vedtakstype.SAERLIG_FORLENGELSE: _forlengelse,
    Vedtakstype.AVBRUDD: _avbrudd,
    Vedtakstype.GJENOPPTAK: _gjenopptak,
    Vedtakstype.AVSLUTNING: _avslutning,
    Vedtakstype.ENDRING: _endring,
}
