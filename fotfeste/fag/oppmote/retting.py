"""An approved sheet that was wrong: a new one takes its place, and the old one stands as what was approved and paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.las import timeliste_las
from fotfeste.fag.oppmote.models import (
    Fravaer,
    Fravaersdokumentasjon,
    Legeerklaering,
    Lonnsslipp,
    Timeliste,
    Timelistedag,
)
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.tid import Periode

_BESKJED = 300


def timeliste_rett(aktor: Aktor, *, timeliste: Timeliste, grunn: str, versjon: int | None = None) -> Timeliste:
    """Replace an approved sheet by a copy that can be changed, sent and approved in the ordinary way.

    Returns the copy. The old sheet is frozen: what was paid still rests on it, and what the new one gives more or less
    is reckoned when the new one is approved. Refused while a payment of it lies prepared and not released: the money
    that is about to go would rest on a sheet nobody stands by.
    """
    krev(aktor, Handling.TIMELISTE_GODKJENN, timeliste)
    with kommando(aktor, "timeliste.rett"):
        gammel = timeliste_las(timeliste, kommando="rett", versjon=versjon)
        if not grunn.strip():
            raise Fagfeil(_("Skriv hva som er feil på listen."), felt="grunn")
        _krev_ikke_forberedt(gammel)
        gammel.lagre_endring(status=Timelistestatus.ERSTATTET, returgrunn=grunn.strip())
        ny = _kopier(gammel, grunn.strip())
        skriv_hendelse(
            aktor,
            "timeliste.rettet",
            sak_id=ny.sak_id,
            objekt_id=ny.pk,
            milepel=True,
            maned=ny.maned,
            grunn=grunn.strip()[:_BESKJED],
        )
        return ny


def _krev_ikke_forberedt(timeliste: Timeliste) -> None:
    if Utbetaling.objects.filter(timeliste=timeliste, status=Utbetalingsstatus.PLANLAGT).exists():
        raise Fagfeil(
            _(
                "Listen ligger i en utbetaling som er forberedt og ikke frigitt. Be økonomi forkaste kjøringen først, "
                "eller rett listen når pengene er sendt."
            ),
            hjemmel="sotjl § 39",
        )


def _kopier(gammel: Timeliste, grunn: str) -> Timeliste:
    """The new sheet with every day, absence and paper of the old one; the files themselves are shared."""
    ny = Timeliste.objects.create(
        sak=gammel.sak,
        maned=gammel.maned,
        status=Timelistestatus.RETURNERT,
        nummer=gammel.nummer + 1,
        retter=gammel,
        returgrunn=grunn,
        merknad=gammel.merknad,
    )
    Timelistedag.objects.bulk_create(
        Timelistedag(
            sak=ny.sak,
            timeliste=ny,
            dato=dag.dato,
            planlagt=dag.planlagt,
            timer_program=dag.timer_program,
            timer_arbeid=dag.timer_arbeid,
        )
        for dag in gammel.dager.all()
    )
    for fravaer in gammel.fravaer.prefetch_related("legeerklaeringer", "dokumentasjon"):
        _kopier_fravaer(ny, fravaer)
    Lonnsslipp.objects.bulk_create(
        Lonnsslipp(sak=ny.sak, timeliste=ny, dokument_id=slipp.dokument_id, kommentar=slipp.kommentar)
        for slipp in gammel.lonnsslipper.all()
    )
    return ny


def _kopier_fravaer(ny: Timeliste, gammelt: Fravaer) -> None:
    kopi = Fravaer.objects.create(
        sak=ny.sak,
        timeliste=ny,
        fra=gammelt.fra,
        til=gammelt.til,
        arsak=gammelt.arsak,
        timer=gammelt.timer,
        barn_id=gammelt.barn_id,
        termin=gammelt.termin,
        fodt=gammelt.fodt,
        forklaring=gammelt.forklaring,
    )
    Legeerklaering.objects.bulk_create(
        Legeerklaering(sak=ny.sak, fravaer=kopi, fra=lege.fra, til=lege.til, dokument_id=lege.dokument_id)
        for lege in gammelt.legeerklaeringer.all()
    )
    Fravaersdokumentasjon.objects.bulk_create(
        Fravaersdokumentasjon(sak=ny.sak, fravaer=kopi, dokument_id=papir.dokument_id)
        for papir in gammelt.dokumentasjon.all()
    )


def timeliste_meld_feil(aktor: Aktor, *, timeliste: Timeliste, hva: str) -> Timeliste:
    """Say that a sheet that is sent or approved is wrong: filled in by somebody else, or by mistake.

    It changes nothing on the sheet; whoever approves sees it first, and opens the sheet or answers.
    """
    krev(aktor, Handling.TIMELISTE_FYLL, timeliste)
    with kommando(aktor, "timeliste.meld_feil"):
        timeliste = timeliste_las(timeliste, kommando="meld_feil")
        if not hva.strip():
            raise Fagfeil(_("Skriv hva som ikke stemmer."), felt="hva")
        timeliste.lagre_endring(retteonske=hva.strip(), retteonske_tid=klokke.na(), rettesvar="")
        _skriv(aktor, timeliste, "timeliste.feil_meldt", hva)
        return timeliste


def timeliste_svar_pa_feil(aktor: Aktor, *, timeliste: Timeliste, svar: str) -> Timeliste:
    """Answer the participant why the sheet stands as it is."""
    krev(aktor, Handling.TIMELISTE_GODKJENN, timeliste)
    with kommando(aktor, "timeliste.svar_pa_feil"):
        timeliste = timeliste_las(timeliste, kommando="svar_pa_feil")
        if not timeliste.har_apent_onske:
            raise Fagfeil(_("Deltakeren har ikke sagt fra om noe på denne listen som venter på svar."))
        if not svar.strip():
            raise Fagfeil(_("Skriv til deltakeren hvorfor listen blir stående."), felt="svar")
        timeliste.lagre_endring(rettesvar=svar.strip())
        _skriv(aktor, timeliste, "timeliste.feil_besvart", svar)
        return timeliste


def _skriv(aktor: Aktor, timeliste: Timeliste, kode: str, grunn: str) -> None:
    skriv_hendelse(
        aktor,
        kode,
        sak_id=timeliste.sak_id,
        objekt_id=timeliste.pk,
        milepel=True,
        maned=timeliste.maned,
        grunn=grunn.strip()[:_BESKJED],
    )


@dataclass(frozen=True, slots=True)
class Dagslinje:
    """What a sheet says of a day."""

    program: Decimal
    arbeid: Decimal
    borte: str


@dataclass(frozen=True, slots=True)
class Dagsendring:
    """One day that is another on the new sheet than on the one it corrects."""

    dato: date
    sto: Dagslinje | None
    star: Dagslinje | None


def endringer(ny: Timeliste) -> list[Dagsendring]:
    """The days that differ from the sheet this one corrects, in order; none when it corrects nothing."""
    if ny.retter is None:
        return []
    for_, na = _linjer(ny.retter), _linjer(ny)
    return [
        Dagsendring(dag, for_.get(dag), na.get(dag)) for dag in sorted({*for_, *na}) if for_.get(dag) != na.get(dag)
    ]


def _linjer(liste: Timeliste) -> Mapping[date, Dagslinje]:
    borte = {dag: ett for ett in liste.fravaer.all() for dag in Periode(ett.fra, ett.til).dager()}
    return {
        rad.dato: Dagslinje(
            rad.timer_program, rad.timer_arbeid, str(borte[rad.dato].get_arsak_display()) if rad.dato in borte else ""
        )
        for rad in liste.dager.all()
    }
