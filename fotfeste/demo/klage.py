"""Complaints of the synthetic municipality: one at each place along the way, made through the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from fotfeste.demo.folk import Kontorstab
from fotfeste.fag.klage import services as klager
from fotfeste.fag.klage.enums import Innstillinger, Klagekanal, Klageutfall
from fotfeste.fag.klage.inn import Klageinn
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.krav.enums import Kravstatus
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor

KOM_ETTER, SVAR_ETTER, OVERSENDT_ETTER, AVGJORT_ETTER = (timedelta(days=n) for n in (9, 23, 26, 80))
NYLIG, LENGE_SIDEN = timedelta(days=36), timedelta(days=150)
"""Complaints on newer decisions are being worked on; one on an older has been decided; those before that are over."""
_KLAGES_PA = (Vedtakstype.AVSLAG, Vedtakstype.AVSLUTNING)
_ENDRING = {
    Vedtakstype.AVSLAG: "Jeg vil ha plass i programmet.",
    Vedtakstype.AVSLUTNING: "Jeg vil fortsette i programmet.",
}


def klager_bygg(kontor: Kontorstab, i_dag: date) -> int:
    """Let some of those who got a refusal or an ending at the office complain. Call it when the histories are built.

    Returns how many complained. The same for the same municipality and day.
    """
    vedtakene = Vedtak.objects.filter(
        sak__kontor=kontor.kontor,
        status=Vedtaksstatus.FATTET,
        type__in=_KLAGES_PA,
        dato__lte=i_dag - KOM_ETTER,
        innlest=False,
    ).select_related("sak__person", "sak__kontor")
    vedtakene = vedtakene.order_by("-dato", "sak__saksnummer")
    nye = zip(vedtakene.filter(dato__gt=i_dag - NYLIG), _LOP, strict=False)
    gamle = zip(vedtakene.filter(dato__lte=i_dag - NYLIG, dato__gt=i_dag - LENGE_SIDEN), (_avgjort,), strict=False)
    rekke = [*nye, *gamle]
    for vedtak, lop in rekke:
        lop(kontor, vedtak, i_dag)
    return len(rekke)


def klage_pa_trekk(kontor: Kontorstab, i_dag: date) -> None:
    """One of those who have a deduction decided complains of it, and asks that it wait."""
    krav = Krav.objects.filter(sak__kontor=kontor.kontor, status=Kravstatus.BESTEMT, klager=None).first()
    if krav is None or not krav.bestemt:
        return
    with klokke.still_til(min(i_dag, krav.bestemt + KOM_ETTER)):
        inn = Klageinn(
            mottatt=klokke.i_dag(),
            kanal=Klagekanal.MUNTLIG,
            onsket_endring="Jeg vil at dere trekker mindre hver måned.",
            grunner="Strømmen er blitt dyrere, og jeg har ikke nok til mat.",
        )
        klager.klage_registrer(_na(kontor.veiledere[0]), gjelder=krav, inn=inn, ber_om_utsetting=True)


def _klag(kontor: Kontorstab, vedtak: Vedtak, kanal: Klagekanal = Klagekanal.PAPIR) -> Klage:
    dag = (vedtak.dato or klokke.i_dag()) + KOM_ETTER
    with klokke.still_til(dag):
        inn = Klageinn(
            mottatt=dag,
            kanal=kanal,
            onsket_endring=_ENDRING[Vedtakstype(vedtak.type)],
            grunner="Jeg mener at dere ikke har lest det legen skriver.",
        )
        return klager.klage_registrer(_na(kontor.veiledere[0]), gjelder=vedtak, inn=inn)


def _svart(kontor: Kontorstab, klage: Klage, innstilling: Innstillinger) -> Klage:
    veileder = _na(kontor.veiledere[0])
    klage = klager.klage_ta_til_vurdering(veileder, klage=klage)
    klager.klage_svar_pa_punkt(
        veileder,
        klage=klage,
        pastand="Dere har ikke lest det legen skriver.",
        svar="Vi har lest erklæringen. Den sier at du trenger behandling før du kan arbeide.",
    )
    return klager.klage_lagre(
        veileder,
        klage=klage,
        undersokelser="Vi har snakket med deg og lest erklæringen en gang til.",
        innstilling=innstilling,
        vurdering="Vi mener fortsatt at behandlingen bør komme først. Du kan søke igjen når den er ferdig.",
        hva_endres="Du får prøve to dager i uken." if innstilling == Innstillinger.OMGJOR else "",
    )


def _mottatt(kontor: Kontorstab, vedtak: Vedtak, _i_dag: date) -> None:
    _klag(kontor, vedtak, Klagekanal.MUNTLIG)


def _vurderes(kontor: Kontorstab, vedtak: Vedtak, _i_dag: date) -> None:
    _svart(kontor, _klag(kontor, vedtak), Innstillinger.OPPRETTHOLDER)


def _avgjort(kontor: Kontorstab, vedtak: Vedtak, i_dag: date) -> None:
    """As far as the days since the decision allow: answered, sent on, decided by the appeals body."""
    klage, dato = _klag(kontor, vedtak), vedtak.dato or i_dag
    if dato + OVERSENDT_ETTER > i_dag:
        return
    with klokke.still_til(dato + SVAR_ETTER):
        klage = _sendt(kontor, klage, Innstillinger.OPPRETTHOLDER)
        klage = klager.klage_beslutt(_na(kontor.beslutter), klage=klage)
    with klokke.still_til(dato + OVERSENDT_ETTER):
        klage = klager.klage_oversend(_na(kontor.veiledere[0]), klage=klage)
    if dato + AVGJORT_ETTER > i_dag:
        return
    with klokke.still_til(dato + AVGJORT_ETTER):
        klager.klage_registrer_utfall(
            _na(kontor.veiledere[0]),
            klage=klage,
            dato=klokke.i_dag(),
            utfall=Klageutfall.STADFESTET,
            grunner="Statsforvalteren er enig i at behandlingen bør komme først.",
        )


def _hos_beslutter(kontor: Kontorstab, vedtak: Vedtak, i_dag: date) -> None:
    klage = _klag(kontor, vedtak)
    with klokke.still_til(min(i_dag, (vedtak.dato or i_dag) + SVAR_ETTER)):
        _sendt(kontor, klage, Innstillinger.OMGJOR)


def _sendt(kontor: Kontorstab, klage: Klage, innstilling: Innstillinger) -> Klage:
    klage = _svart(kontor, klage, innstilling)
    return klager.klage_send_til_beslutter(_na(kontor.veiledere[0]), klage=klage)


def _na(aktor: Aktor) -> Aktor:
    """The same person on the day the clock shows."""
    return replace(aktor, dag=klokke.i_dag())


_LOP: tuple[Callable[[Kontorstab, Vedtak, date], None], ...] = (_mottatt, _hos_beslutter, _vurderes)
"""What happens to the newest decisions of an office, in turn."""
