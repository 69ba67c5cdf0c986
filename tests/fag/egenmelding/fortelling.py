"""Somebody who has been ill four times: absences as they stand in sheets, without filling the sheets."""

from __future__ import annotations

from datetime import date, timedelta

from fotfeste.fag.egenmelding import services
from fotfeste.fag.egenmelding.enums import Gjelder, Stoppgrunn
from fotfeste.fag.egenmelding.models import Egenmeldingsstopp
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.models import Fravaer, Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor

FIRE = (date(2025, 9, 1), date(2025, 11, 10), date(2026, 2, 2), date(2026, 4, 13))


def i_program_siden(sak: Sak, veileder: Aktor, *, forbehold: bool = True, fra: date = date(2025, 6, 2)) -> Sak:
    """In the programme for a year, by a grant that made the reservation for absence, or did not."""
    with kommando(SYSTEM, "test"):
        Vedtak.objects.create(
            sak=sak,
            type=Vedtakstype.INNVILGELSE,
            status=Vedtaksstatus.FATTET,
            fra=fra,
            til=date(fra.year + 2, fra.month, fra.day) - timedelta(days=1),
            dato=fra,
            saksbehandler=veileder.krev_bruker(),
            forbehold_fravaer=forbehold,
            innlest=True,
        )
        sak.lagre_endring(status="i_program")
    sak.refresh_from_db()
    return sak


def borte(
    sak: Sak, fra: date, til: date | None = None, arsak: Fravaersarsak = Fravaersarsak.EGEN_SYKDOM, **mer: object
) -> Fravaer:
    """An absence in the month's sheet."""
    with kommando(SYSTEM, "test"):
        liste, _ny = Timeliste.objects.get_or_create(sak=sak, maned=fra.replace(day=1))
        return Fravaer.objects.create(sak=sak, timeliste=liste, fra=fra, til=til or fra, arsak=arsak, **mer)


def syk_fire_ganger(sak: Sak) -> None:
    """Four absences with egenmelding in the last twelve months."""
    for dag in FIRE:
        borte(sak, dag)


def varslet(veileder: Aktor, sak: Sak, *, gjelder: Gjelder = Gjelder.EGEN) -> Egenmeldingsstopp:
    """The question, with its notice out."""
    grunn = Stoppgrunn.RIMELIG_GRUNN
    stopp = services.stopp_start(veileder, sak=sak, gjelder=gjelder, grunn=grunn, fakta="Sett på jobb hos en annen.")
    return services.stopp_varsle(veileder, stopp=stopp, uttalefrist=klokke.i_dag() + timedelta(days=14))


def til_beslutning(veileder: Aktor, sak: Sak, *, gjelder: Gjelder = Gjelder.EGEN) -> Egenmeldingsstopp:
    """Heard, weighed and sent on."""
    stopp = services.stopp_uttalelse(
        veileder, stopp=varslet(veileder, sak, gjelder=gjelder), dato=klokke.i_dag(), uttalelse="Jeg var syk."
    )
    utkast = services.Utkast(stopp.fakta, "Vi har sett på alt.", klokke.i_dag() + timedelta(days=1))
    stopp = services.stopp_lagre(veileder, stopp=stopp, utkast=utkast)
    return services.stopp_send_til_beslutter(veileder, stopp=stopp)


def bestemt(veileder: Aktor, beslutter: Aktor, sak: Sak, *, gjelder: Gjelder = Gjelder.EGEN) -> Egenmeldingsstopp:
    """The right has fallen away from tomorrow."""
    return services.stopp_bestem(beslutter, stopp=til_beslutning(veileder, sak, gjelder=gjelder))
