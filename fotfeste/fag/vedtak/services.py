"""Commands on a decision: begun, written, assessed, sent, returned, talked about, taken.

Who prepares never decides: asked of the history here, and of the row by the database.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.brev.services import brev_send, brevfeil_i_ord
from fotfeste.fag.kartlegging.selectors import aev_fullfort
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.vedtak.databasen import databasens_nei_i_ord
from fotfeste.fag.vedtak.enums import APNE, Returarsak, Vedtakstype
from fotfeste.fag.vedtak.fakta import apen_soknad, fattede, vilkarsfakta
from fotfeste.fag.vedtak.ferskhet import gjeldende_aev, vedtak_bruk_eldre_aev
from fotfeste.fag.vedtak.fire_oyne import krev_ikke_forberedt
from fotfeste.fag.vedtak.forslag import foreslatt_periode
from fotfeste.fag.vedtak.fravaerstrekk import fravaersfakta
from fotfeste.fag.vedtak.frysing import frys
from fotfeste.fag.vedtak.hjemler import FRA_KRAVET, IKKE_ETTER_SLUTTEN, KAN_BEGYNNE, REGEL_I_ORD, SVARER_PA_SOKNAD
from fotfeste.fag.vedtak.horing import (
    vedtak_be_om_mer_tid,
    vedtak_forleng_svarfrist,
    vedtak_uttalelse,
    vedtak_uttalelse_egen,
    vedtak_varsle,
)
from fotfeste.fag.vedtak.kontroll import hindringer
from fotfeste.fag.vedtak.laas import las_vedtak, typeord
from fotfeste.fag.vedtak.models import Melding, Retur, Vedtak, Vilkarsvurdering
from fotfeste.fag.vedtak.overganger import VEDTAK
from fotfeste.fag.vedtak.perioder import siste_dag
from fotfeste.fag.vedtak.punkter import vedtak_svar_punkter
from fotfeste.fag.vedtak.sjekkliste import kryss_av
from fotfeste.fag.vedtak.trekkgrunnlag import mangler_forbehold
from fotfeste.fag.vedtak.vedtaksbrev import brevmal, vedtaksbrev
from fotfeste.fag.vedtak.virkning import la_virke, sak_folg_dagen
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev, vurder
from fotfeste.regelverk import vilkar
from fotfeste.regelverk.vilkar import Utfall, Vilkarskode

__all__ = [
    "brev_lest",
    "vedtak_be_om_mer_tid",
    "vedtak_bruk_eldre_aev",
    "vedtak_fatt",
    "vedtak_forkast",
    "vedtak_forklar_muntlig",
    "vedtak_forleng_svarfrist",
    "vedtak_hent_tilbake",
    "vedtak_lagre",
    "vedtak_returner",
    "vedtak_send_til_beslutter",
    "vedtak_skriv_melding",
    "vedtak_start",
    "vedtak_start_tilbakebetaling",
    "vedtak_svar_punkter",
    "vedtak_underrett",
    "vedtak_uttalelse",
    "vedtak_uttalelse_egen",
    "vedtak_varsle",
    "vedtak_vurder_vilkar",
]

SKRIVES = frozenset(
    {
        "fra",
        "til",
        "begrunnelse_regler",
        "begrunnelse_fakta",
        "begrunnelse_hensyn",
        "avslagsgrunn",
        "forbehold_fravaer",
        "avslutningsmate",
        "situasjon",
        "viktigste_inntekt",
        "deltakerbevis",
        "grunn",
        "grunn_ord",
        "bevis",
        "bevis_dato",
        "fravaer_fra",
        "planlagt",
        "skyld",
    }
)
"""What `vedtak_lagre` may write. The rest is set by the commands that stand for it."""

DELER = (
    *(f"vilkar_{kode}" for kode in Vilkarskode),
    "begrunnelse_regler",
    "begrunnelse_fakta",
    "begrunnelse_hensyn",
    "avslagsgrunn",
    "fra",
    "til",
)
"""The parts a return can point at."""


def vedtak_start(
    aktor: Aktor, *, sak: Sak, type: Vedtakstype, fra: date | None = None, til: date | None = None
) -> Vedtak:
    """Begin a decision. A grant or refusal answers the open application and gets its six conditions, with proposals.

    A grant cannot even be begun before a completed arbeidsevnevurdering (sotjl § 29 second paragraph). Raises Fagfeil
    when it is not there, when the case is in another state than the decision needs, a draft is open, or the kind is
    begun from a claim. An extension without days gets those the earlier decisions point to.
    """
    if type in FRA_KRAVET:
        setning = _("Et vedtak om tilbakebetaling begynner dere på fra kravet, på siden «For mye utbetalt».")
        raise Fagfeil(setning, felt="type", hjemmel="sotjl § 23")
    return _start(aktor, sak, type, fra, til)


def vedtak_start_tilbakebetaling(aktor: Aktor, *, sak: Sak) -> Vedtak:
    """Begin a decision on repayment. Only the claim it is about calls this (fag/krav), and keeps which one it is."""
    return _start(aktor, sak, Vedtakstype.TILBAKEBETALING)


def _start(aktor: Aktor, sak: Sak, type: Vedtakstype, fra: date | None = None, til: date | None = None) -> Vedtak:
    krev(aktor, Handling.VEDTAK_FORBERED, sak)
    with kommando(aktor, "vedtak.start"):
        sak = sak_folg_dagen(sak_las(sak))
        _krev_kan_begynne(sak, type)
        soknad = apen_soknad(sak) if type in SVARER_PA_SOKNAD else None
        if type in SVARER_PA_SOKNAD and soknad is None:
            raise Fagfeil(_("Det er ingen søknad å svare på. Registrer søknaden først."), felt="type")
        if fra is None and til is None:
            fra, til = foreslatt_periode(sak, type)
        vedtak = Vedtak(
            sak=sak,
            type=type,
            soknad=soknad,
            aev=aev_fullfort(sak),
            fra=fra,
            til=til,
            saksbehandler=aktor.krev_bruker(),
            begrunnelse_regler=REGEL_I_ORD[type],
            begrunnelse_fakta=fravaersfakta(sak, fra, til) if type == Vedtakstype.FRAVAERSTREKK else "",
        )
        with databasens_nei_i_ord():
            vedtak.save()
        if type in SVARER_PA_SOKNAD:
            _opprett_vilkar(vedtak)
        skriv_hendelse(
            aktor, "vedtak.startet", sak_id=sak.pk, objekt_id=vedtak.pk, for_deltaker=False, type=typeord(vedtak)
        )
        return vedtak


def _krev_kan_begynne(sak: Sak, type: Vedtakstype) -> None:
    slutt = siste_dag(fattede(sak))
    if slutt and type in IKKE_ETTER_SLUTTEN:
        raise Fagfeil(
            _("Det er alt vedtatt at programmet slutter. Siste dag er %(dag)s.") % {"dag": dato_ord(slutt)},
            felt="type",
        )
    if type == Vedtakstype.FRAVAERSTREKK and not mangler_forbehold(fattede(sak)):
        raise Fagfeil(
            _("Vedtaket om program sier at fravær uten avtale trekkes. Da trengs det ikke noe nytt vedtak."),
            felt="type",
            hjemmel="sotjl § 36",
        )
    if sak.status not in KAN_BEGYNNE[type]:
        raise Fagfeil(
            _("«%(type)s» passer ikke når saken er «%(status)s».")
            % {"type": type.label, "status": sak.get_status_display()},
            felt="type",
        )


def _opprett_vilkar(vedtak: Vedtak) -> None:
    forslag = {f.kode: f for f in vilkar.foresla(vilkarsfakta(vedtak, vedtak.fra or klokke.i_dag()))}
    for kode in Vilkarskode:
        rad = Vilkarsvurdering(sak=vedtak.sak, vedtak=vedtak, kode=kode)
        if kode in forslag:
            rad.forslag, rad.kilde, rad.fakta = forslag[kode].utfall, forslag[kode].kilde, forslag[kode].fakta
        rad.save()


def vedtak_lagre(aktor: Aktor, *, vedtak: Vedtak, versjon: int | None = None, **felter: Any) -> Vedtak:
    """Save what has been written (SKRIVES). A new start date renews the proposals nobody has answered.

    Raises SamtidigEndring when someone else saved first, Fagfeil when the period ends before it begins.
    """
    if fremmede := felter.keys() - SKRIVES:
        raise TypeError(f"Not written here: {', '.join(sorted(fremmede))}")
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.lagre"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("lagre", vedtak)
        vedtak.krev_versjon(versjon)
        fra, til = felter.get("fra", vedtak.fra), felter.get("til", vedtak.til)
        if fra and til and til < fra:
            raise Fagfeil(vilkar.hindringer_i_lengden(fra, til)[0], felt="til")
        ny_start = "fra" in felter and felter["fra"] != vedtak.fra
        with databasens_nei_i_ord():
            vedtak.lagre_endring(aev=gjeldende_aev(vedtak), **felter)
        if ny_start and vedtak.type in SVARER_PA_SOKNAD:
            _fornye_forslag(vedtak)
        return vedtak


def _fornye_forslag(vedtak: Vedtak) -> None:
    rader = {Vilkarskode(rad.kode): rad for rad in vedtak.vilkar.filter(utfall=Utfall.IKKE_VURDERT)}
    for forslag in vilkar.foresla(vilkarsfakta(vedtak, vedtak.fra or klokke.i_dag())):
        if rad := rader.get(forslag.kode):
            rad.lagre_endring(forslag=forslag.utfall, fakta=forslag.fakta, kilde=forslag.kilde)


def vedtak_vurder_vilkar(
    aktor: Aktor,
    *,
    vedtak: Vedtak,
    kode: Vilkarskode,
    utfall: Utfall,
    fakta: str = "",
    begrunnelse: str = "",
    versjon: int | None = None,
) -> Vilkarsvurdering:
    """Assess one condition of § 29; `versjon` is the row's own. An outcome needs its reason.

    Raises SamtidigEndring when someone else assessed it meanwhile.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    if utfall != Utfall.IKKE_VURDERT and not begrunnelse.strip():
        raise Fagfeil(
            _("Skriv hvorfor, så leseren og beslutteren forstår vurderingen."),
            felt="begrunnelse",
            hjemmel=str(vilkar.VILKAR[kode].hjemmel),
        )
    with kommando(aktor, "vedtak.vurder_vilkar"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev("vurder_vilkar", vedtak)
        rad = vedtak.vilkar.select_for_update(of=("self",)).filter(kode=kode).first()
        if rad is None:
            raise Fagfeil(_("Dette vedtaket har ikke vilkår som vurderes hver for seg."))
        rad.krev_versjon(versjon)
        rad.utfall = utfall
        if rad.avviker and begrunnelse.strip() == rad.fakta:
            raise Fagfeil(
                _("Du vurderer annerledes enn forslaget. Skriv med egne ord hvorfor."),
                felt="begrunnelse",
                hjemmel=str(vilkar.VILKAR[kode].hjemmel),
            )
        return rad.lagre_endring(utfall=utfall, fakta=fakta.strip(), begrunnelse=begrunnelse.strip())


def vedtak_send_til_beslutter(aktor: Aktor, *, vedtak: Vedtak, versjon: int | None = None) -> Vedtak:
    """Hand the decision over. The sender stands as the one who prepared it.

    Raises FlereFeil with every hindrance at its field (kontroll.py).
    """
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.send_til_beslutter"):
        vedtak = las_vedtak(vedtak)
        overgang = VEDTAK.krev("send_til_beslutter", vedtak)
        vedtak.krev_versjon(versjon)
        _krev_uten_hindringer(vedtak)
        vedtak.lagre_endring(
            status=overgang.til, sendt=klokke.na(), saksbehandler=aktor.krev_bruker(), aev=gjeldende_aev(vedtak)
        )
        skriv_hendelse(
            aktor, "vedtak.sendt_til_beslutter", sak_id=vedtak.sak_id, objekt_id=vedtak.pk, type=typeord(vedtak)
        )
        return vedtak


def vedtak_hent_tilbake(aktor: Aktor, *, vedtak: Vedtak) -> Vedtak:
    """Take the decision back from the beslutter, to go on with it."""
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.hent_tilbake"):
        vedtak = las_vedtak(vedtak)
        overgang = VEDTAK.krev("hent_tilbake", vedtak)
        vedtak.lagre_endring(status=overgang.til)
        skriv_hendelse(aktor, "vedtak.hentet_tilbake", sak_id=vedtak.sak_id, objekt_id=vedtak.pk, for_deltaker=False)
        return vedtak


def vedtak_returner(aktor: Aktor, *, vedtak: Vedtak, arsak: Returarsak, tekst: str, gjelder: str = "") -> Retur:
    """Send the decision back with a coded reason, words, and the part (DELER) they concern; empty: the whole.

    Raises Fagfeil without words, and for one who prepared it.
    """
    krev(aktor, Handling.VEDTAK_BESLUTT, vedtak)
    if gjelder and gjelder not in DELER:
        raise Fagfeil(_("Velg hvilken del det gjelder, eller la det gjelde hele vedtaket."), felt="gjelder")
    if not tekst.strip():
        raise Fagfeil(_("Skriv hva som må rettes, så saksbehandleren kan gjøre noe med det."), felt="tekst")
    with kommando(aktor, "vedtak.returner"):
        vedtak = las_vedtak(vedtak)
        overgang = VEDTAK.krev("returner", vedtak)
        krev_ikke_forberedt(aktor, vedtak)
        retur = Retur(
            sak=vedtak.sak, vedtak=vedtak, arsak=arsak, gjelder=gjelder, tekst=tekst.strip(), av=aktor.krev_bruker()
        )
        retur.full_clean()
        retur.save()
        vedtak.lagre_endring(status=overgang.til)
        skriv_hendelse(
            aktor,
            "vedtak.returnert",
            sak_id=vedtak.sak_id,
            objekt_id=vedtak.pk,
            for_deltaker=False,
            arsak=valg_ord(Returarsak(retur.arsak)),
        )
        return retur


def vedtak_skriv_melding(aktor: Aktor, *, vedtak: Vedtak, tekst: str) -> Melding:
    """Say something in the conversation between the one who prepares and the one who decides. Never overwritten."""
    if not vurder(aktor, Handling.VEDTAK_BESLUTT, vedtak).tillatt:
        krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    if not tekst.strip():
        raise Fagfeil(_("Skriv noe før du sender."), felt="tekst")
    with kommando(aktor, "vedtak.melding"):
        vedtak = las_vedtak(vedtak)
        if vedtak.status not in APNE:
            raise Fagfeil(_("Vedtaket er ferdig, så samtalen er lukket."))
        return Melding.objects.create(sak=vedtak.sak, vedtak=vedtak, av=aktor.krev_bruker(), tekst=tekst.strip())


def vedtak_fatt(aktor: Aktor, *, vedtak: Vedtak, sjekket: Collection[str] = (), versjon: int | None = None) -> Vedtak:
    """Take the decision: freeze what it rests on, make and archive its letter, and move case and application.

    `sjekket`: the points of the checklist the beslutter answers for (sjekkliste.py).

    Raises Fagfeil for one who prepared it (by any save, not only by name) and while a point is not ticked, FlereFeil
    when something is no longer in order, and UlovligOvergang when another beslutter was quicker.
    """
    krev(aktor, Handling.VEDTAK_BESLUTT, vedtak)
    with kommando(aktor, "vedtak.fatt"):
        vedtak = las_vedtak(vedtak)
        overgang = VEDTAK.krev("fatt", vedtak)
        vedtak.krev_versjon(versjon)
        krev_ikke_forberedt(aktor, vedtak)
        _krev_uten_hindringer(vedtak)
        dag = klokke.i_dag()
        kryss = kryss_av(aktor, vedtak, sjekket, dag)
        with brevfeil_i_ord():
            innhold = vedtaksbrev(aktor, vedtak, dag)
        sendt = brev_send(aktor, sak=vedtak.sak, mal=brevmal(vedtak), brev=innhold)
        with databasens_nei_i_ord():
            vedtak.lagre_endring(
                status=overgang.til,
                dato=dag,
                beslutter=aktor.krev_bruker(),
                brev=sendt.dokument,
                frosset=frys(vedtak, innhold, dag) | {"sjekkliste": kryss},
            )
        la_virke(vedtak, dag)
        _skriv_fattet(aktor, vedtak)
        return vedtak


def _skriv_fattet(aktor: Aktor, vedtak: Vedtak) -> None:
    kode, data = "vedtak.fattet", dict[str, Any]()
    if vedtak.fra and vedtak.type != Vedtakstype.AVSLAG:
        slutt = vedtak.type == Vedtakstype.AVSLUTNING
        kode, data = "vedtak.fattet_slutt" if slutt else "vedtak.fattet_fra", {"fra": vedtak.fra}
        if vedtak.til:
            kode, data = "vedtak.fattet_periode", {"fra": vedtak.fra, "til": vedtak.til}
    skriv_hendelse(
        aktor,
        kode,
        sak_id=vedtak.sak_id,
        objekt_id=vedtak.pk,
        milepel=True,
        type=typeord(vedtak),
        **data,
    )


def vedtak_forkast(aktor: Aktor, *, vedtak: Vedtak) -> Vedtak:
    """Put the draft away; it stays in the case, but counts for nothing."""
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    with kommando(aktor, "vedtak.forkast"):
        vedtak = las_vedtak(vedtak)
        overgang = VEDTAK.krev("forkast", vedtak)
        vedtak.lagre_endring(status=overgang.til)
        skriv_hendelse(aktor, "vedtak.forkastet", sak_id=vedtak.sak_id, objekt_id=vedtak.pk, for_deltaker=False)
        return vedtak


def vedtak_underrett(aktor: Aktor, *, vedtak: Vedtak, dato: date) -> Vedtak:
    """Record the day the participant came to know of the decision; the time limit for complaints runs from it.

    The participant's own opening of the letter counts too (brev_lest). Raises Fagfeil for an impossible day.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    return _dater(aktor, vedtak, "underrett", "underrettet", dato)


def vedtak_forklar_muntlig(aktor: Aktor, *, vedtak: Vedtak, dato: date) -> Vedtak:
    """Record the day the decision was explained in words."""
    krev(aktor, Handling.VEDTAK_FORBERED, vedtak)
    return _dater(aktor, vedtak, "forklar_muntlig", "muntlig_forklart", dato)


def brev_lest(aktor: Aktor, *, vedtak: Vedtak) -> Vedtak:
    """The participant opened the decision's letter: now they know of it, unless it was recorded before."""
    krev(aktor, Handling.BREV_LES, vedtak)
    egen = vedtak.sak.person.bruker_id == aktor.bruker_id
    if not egen or vedtak.underrettet is not None:
        return vedtak
    return _dater(aktor, vedtak, "underrett", "underrettet", klokke.i_dag())


def _dater(aktor: Aktor, vedtak: Vedtak, kommandonavn: str, felt: str, dato: date) -> Vedtak:
    with kommando(aktor, f"vedtak.{kommandonavn}"):
        vedtak = las_vedtak(vedtak)
        VEDTAK.krev(kommandonavn, vedtak)
        if dato > klokke.i_dag() or (vedtak.dato and dato < vedtak.dato):
            raise Fagfeil(_("Dagen må være fra vedtaket ble fattet til og med i dag."), felt="dato")
        vedtak.lagre_endring(**{felt: dato})
        skriv_hendelse(aktor, f"vedtak.{felt}", sak_id=vedtak.sak_id, objekt_id=vedtak.pk, dato=dato)
        return vedtak


def _krev_uten_hindringer(vedtak: Vedtak) -> None:
    if feil := hindringer(vedtak, klokke.i_dag()):
        raise FlereFeil(feil)
