"""The application. In every state it has been asked for a paper, so that every command has something to be about."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.soknad import services
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.vedtak.fortelling import begrunn, fullfor_aev, lag_soknad, vurder_alle
from tests.tilstander.scene import Fag, Scene

MOTTATT = date(2026, 5, 20)


def _venter(scene: Scene) -> Soknad:
    soknad = lag_soknad(scene.sak, mottatt=MOTTATT)
    services.soknad_be_om_opplysninger(scene[Rolle.VEILEDER], soknad=soknad, mangler=[services.Mangel("Lønnsslipp")])
    return _na(soknad)


def _mottatt(scene: Scene) -> Soknad:
    soknad = _venter(scene)
    services.soknad_motta_opplysning(scene[Rolle.VEILEDER], krav=_krav(soknad), mottatt=date(2026, 6, 2), svar="Her")
    return _na(soknad)


def _klar(scene: Scene) -> Soknad:
    soknad = services.soknad_merk_klar(scene[Rolle.VEILEDER], soknad=_venter(scene), grunn="Vi trenger den ikke")
    return _na(soknad)


def _trukket(scene: Scene) -> Soknad:
    return _na(services.soknad_trekk(scene[Rolle.VEILEDER], soknad=_venter(scene)))


def _avgjort(scene: Scene) -> Soknad:
    from fotfeste.fag.vedtak import services as vedtakene
    from fotfeste.fag.vedtak.enums import Sjekk, Vedtakstype

    soknad, veileder = _klar(scene), scene[Rolle.VEILEDER]
    fullfor_aev(veileder, scene.sak)
    vedtak = vedtakene.vedtak_start(
        veileder, sak=scene.sak, type=Vedtakstype.INNVILGELSE, fra=date(2026, 6, 15), til=date(2027, 6, 14)
    )
    vurder_alle(veileder, vedtak)
    sendt = vedtakene.vedtak_send_til_beslutter(veileder, vedtak=begrunn(veileder, vedtak))
    vedtakene.vedtak_fatt(scene[Rolle.BESLUTTER], vedtak=sendt, sjekket=Sjekk.values)
    return _na(soknad)


def _na(soknad: Soknad) -> Soknad:
    return Soknad.objects.select_related("sak__person", "sak__kontor", "sak__kommune").get(pk=soknad.pk)


def _krav(soknad: Soknad) -> Opplysningskrav:
    return soknad.opplysningskrav.get()


SOKNAD = Fag(
    "soknad",
    {
        Soknadsstatus.MOTTATT: _mottatt,
        Soknadsstatus.VENTER_PA_OPPLYSNINGER: _venter,
        Soknadsstatus.KLAR: _klar,
        Soknadsstatus.AVGJORT: _avgjort,
        Soknadsstatus.TRUKKET: _trukket,
    },
    {
        "be_om_opplysninger": lambda a, s: services.soknad_be_om_opplysninger(
            a, soknad=s, mangler=[services.Mangel("Husleiekontrakt")]
        ),
        "motta_opplysning": lambda a, s: services.soknad_motta_opplysning(
            a, krav=_krav(s), mottatt=date(2026, 6, 3), svar="Kom i posten"
        ),
        "gi_forelopig_svar": lambda a, s: services.soknad_gi_forelopig_svar(
            a, soknad=s, grunn="Vi venter på legen", ventet_svar=date(2026, 7, 1)
        ),
        "legg_ved": lambda a, s: services.soknad_legg_ved(
            a, soknad=s, vedlegg=[services.Fil("cv.pdf", b"%PDF-1.4\n%%EOF\n")]
        ),
        "merk_klar": lambda a, s: services.soknad_merk_klar(a, soknad=s, grunn="Vi går videre uten"),
        "trekk": lambda a, s: services.soknad_trekk(a, soknad=s),
        "svar": lambda a, s: services.soknad_svar(a, krav=_krav(s), svar="Her er den"),
        "trekk_selv": lambda a, s: services.soknad_trekk_selv(a, soknad=s),
    },
)
