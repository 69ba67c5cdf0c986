"""Decisions: conditions one by one, four eyes, and no path past the arbeidsevnevurdering."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from fotfeste.fag.brev.klarsprak import kontroller_tekst
from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brev
from fotfeste.fag.oppfolging.enums import Avslutningsmate, Situasjon
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.soknad.services import bakgrunn_besvar, soknad_trekk
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Returarsak, Sjekk, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.hjemler import REGEL_I_ORD
from fotfeste.fag.vedtak.kontroll import merknader
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.selectors import vedtak_side
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from fotfeste.regelverk.vilkar import Avslagsgrunn, Utfall, Vilkarskode
from tests.fag.vedtak.fortelling import (
    FRA,
    TIL,
    begrunn,
    brevtekst,
    fatt,
    fullfor_aev,
    innvilget,
    klar_innvilgelse,
    lag_soknad,
    sendt_innvilgelse,
    skriv_aev,
    svar_pa_alt,
    vurder_alle,
)
from tests.grunnlag import I_DAG, lag_aktor, lag_kontor, lag_person, lag_sak

I = Vedtakstype.INNVILGELSE  # noqa: E741 - short in long calls


def _status_etter_natten(sak: Sak, dag: date) -> str:
    with klokke.still_til(dag):
        call_command("nattjobb")
    sak.refresh_from_db()
    return sak.status


def _felter(feil: pytest.ExceptionInfo[FlereFeil]) -> dict[str, str]:
    return {f.felt: f.melding for f in feil.value.feil}


# --- a grant needs a completed assessment, whatever path it takes ---


def test_innvilgelse_kan_ikke_begynne_for_vurderingen_er_ferdig(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    skriv_aev(veileder, sak)
    with pytest.raises(Fagfeil, match="Fullfør arbeidsevnevurderingen først") as feil:
        services.vedtak_start(veileder, sak=sak, type=I)
    assert (feil.value.felt, feil.value.hjemmel) == ("aev", "sotjl § 29 andre ledd")
    assert not Vedtak.objects.exists()


def test_heller_ikke_gjennom_orm(veileder: Aktor, sak: Sak) -> None:
    utkast = skriv_aev(veileder, sak)
    for aev in (None, utkast):
        with pytest.raises(IntegrityError), kommando(veileder, "snik"), transaction.atomic():
            Vedtak.objects.create(sak=sak, type=I, aev=aev, saksbehandler=veileder.krev_bruker())


def test_heller_ikke_med_annen_saks_vurdering(veileder: Aktor, kontor: Kontor, sak: Sak) -> None:
    andres = fullfor_aev(veileder, lag_sak(kontor, lag_person(fornavn="Ola")))
    with pytest.raises(IntegrityError), kommando(veileder, "snik"), transaction.atomic():
        Vedtak.objects.create(sak=sak, type=I, aev=andres, saksbehandler=veileder.krev_bruker())


def test_heller_ikke_med_sql(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    avslag = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    with pytest.raises(IntegrityError), kommando(veileder, "snik"), connection.cursor() as sql:
        sql.execute("UPDATE vedtak_vedtak SET type = 'innvilgelse' WHERE id = %s", [avslag.pk])


def test_heller_ikke_ved_a_ta_vurderingen_bort(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    with pytest.raises(IntegrityError), kommando(veileder, "snik"), connection.cursor() as sql:
        sql.execute("UPDATE vedtak_vedtak SET aev_id = NULL WHERE id = %s", [vedtak.pk])


def test_vedtaksdatoen_kan_ikke_ligge_for_vurderingen(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    with pytest.raises(IntegrityError), kommando(veileder, "snik"), connection.cursor() as sql:
        sql.execute("UPDATE vedtak_vedtak SET dato = %s WHERE id = %s", [I_DAG - timedelta(days=1), vedtak.pk])


# --- the conditions ---


def test_systemet_foreslar_og_sier_hvor_det_har_det_fra(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    fullfor_aev(veileder, sak)
    bakgrunn_besvar(veileder, sak, folketrygd=False)
    sak = Sak.objects.get(pk=sak.pk)
    vedtak = services.vedtak_start(veileder, sak=sak, type=I, fra=FRA)
    rader = {rad.kode: rad for rad in vedtak.vilkar.all()}
    assert set(rader) == {str(kode) for kode in Vilkarskode}
    assert all(rad.utfall == Utfall.IKKE_VURDERT for rad in rader.values())
    assert (rader["alder"].forslag, rader["alder"].kilde) == (Utfall.OPPFYLT, "fødselsnummeret")
    assert "36 år 15. juni 2026" in rader["alder"].fakta
    assert rader["ytelser"].forslag == Utfall.OPPFYLT
    assert rader["aev"].forslag == Utfall.OPPFYLT
    assert rader["arbeidsevne"].forslag == ""


def test_ingen_har_spurt_om_ytelser(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    fullfor_aev(veileder, sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=I)
    rad = vedtak.vilkar.get(kode=Vilkarskode.YTELSER)
    assert rad.forslag == Utfall.IKKE_VURDERT
    assert "ikke undersøkt" in rad.fakta


def test_ny_startdato_gir_nytt_forslag_om_alder(veileder: Aktor, kontor: Kontor) -> None:
    sak = lag_sak(kontor, lag_person(fodselsdato=date(2008, 6, 20)))
    lag_soknad(sak)
    fullfor_aev(veileder, sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=I)
    assert vedtak.vilkar.get(kode=Vilkarskode.ALDER).forslag == Utfall.IKKE_OPPFYLT
    services.vedtak_lagre(veileder, vedtak=vedtak, fra=date(2026, 6, 20))
    assert vedtak.vilkar.get(kode=Vilkarskode.ALDER).forslag == Utfall.OPPFYLT


def test_utfall_trenger_begrunnelse(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    with pytest.raises(Fagfeil) as feil:
        services.vedtak_vurder_vilkar(veileder, vedtak=vedtak, kode=Vilkarskode.ARBEIDSEVNE, utfall=Utfall.IKKE_OPPFYLT)
    assert (feil.value.felt, feil.value.hjemmel) == ("begrunnelse", "sotjl § 29 første ledd")


def test_ett_uvurdert_vilkar_stanser_innvilgelsen(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    fullfor_aev(veileder, sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=I)
    with pytest.raises(FlereFeil) as feil:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    felter = _felter(feil)
    assert "vilkar_hensiktsmessig_og_nodvendig" in felter
    assert {"fra", "begrunnelse_fakta", "begrunnelse_hensyn"} <= set(felter)
    assert "begrunnelse_regler" not in felter


@pytest.mark.parametrize("fodt", [date(2009, 1, 1), date(1959, 6, 1)])
def test_sytten_og_syttisju_kan_ikke_innvilges(veileder: Aktor, kontor: Kontor, fodt: date) -> None:
    sak = lag_sak(kontor, lag_person(fodselsdato=fodt))
    vedtak = klar_innvilgelse(veileder, sak)
    with pytest.raises(FlereFeil) as feil:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert "mellom 18 og 67" in _felter(feil)["vilkar_alder"]


# --- the period ---


@pytest.mark.parametrize(
    ("fra", "til", "felt", "ord_"),
    [
        (FRA, date(2027, 6, 15), "til", "høyst ett år"),
        (date(2026, 11, 5), date(2027, 1, 1), "fra", "senest 4. november 2026"),
        (date(2026, 5, 3), date(2026, 12, 1), "fra", "søknaden kom 4. mai 2026"),
        (FRA, None, "til", "sluttdato"),
        (None, None, "fra", "begynner"),
    ],
)
def test_perioden(veileder: Aktor, sak: Sak, fra: date | None, til: date | None, felt: str, ord_: str) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    vedtak = services.vedtak_lagre(veileder, vedtak=vedtak, fra=fra, til=til)
    with pytest.raises(FlereFeil) as feil:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert ord_ in _felter(feil)[felt]


def test_den_som_har_ventet_mer_enn_seks_maneder_faar_likevel_programmet(
    veileder: Aktor, beslutter: Aktor, sak: Sak
) -> None:
    lag_soknad(sak, mottatt=klokke.i_dag() - timedelta(days=240))
    fullfor_aev(veileder, sak)
    utkast = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.INNVILGELSE, fra=FRA, til=TIL)
    vurder_alle(veileder, utkast)
    utkast = begrunn(veileder, svar_pa_alt(veileder, utkast))
    (merknad,) = merknader(utkast, klokke.i_dag())
    assert "Retten faller ikke bort fordi vi er sene" in merknad
    sendt = services.vedtak_send_til_beslutter(veileder, vedtak=utkast)
    assert "Det beklager vi" in brevtekst(services.vedtak_fatt(beslutter, vedtak=sendt, sjekket=Sjekk.values))


def test_skuddarsdag_gir_et_helt_ar(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    with klokke.still_til(date(2028, 2, 1)):
        vedtak = innvilget(veileder, beslutter, sak, fra=date(2028, 2, 29), til=date(2029, 2, 27))
    assert vedtak.til == date(2029, 2, 27)


def test_til_for_fra_nektes_straks(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    with pytest.raises(Fagfeil, match="før den begynner") as feil:
        services.vedtak_lagre(veileder, vedtak=vedtak, fra=FRA, til=FRA - timedelta(days=1))
    assert feil.value.felt == "til"


def test_databasen_nekter_mer_enn_ett_ar(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    with pytest.raises(DatabaseError), kommando(veileder, "snik"), connection.cursor() as sql:
        sql.execute(
            "UPDATE vedtak_vedtak SET til = '2027-06-15', status = 'fattet', dato = '2026-06-03' WHERE id = %s",
            [vedtak.pk],
        )


# --- two people ---


def test_innvilgelse_hele_veien(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = innvilget(veileder, beslutter, sak)
    assert (vedtak.status, vedtak.dato) == (Vedtaksstatus.FATTET, I_DAG)
    assert sak.status == Saksstatus.INNVILGET
    assert vedtak.soknad is not None
    assert vedtak.soknad.status == Soknadsstatus.AVGJORT
    brev = Brev.objects.get(sak=sak)
    assert brev.dokument_id == vedtak.brev_id
    pdf = bytes(brev.dokument.innhold)
    assert brev.dokument.sha256 == hashlib.sha256(pdf).hexdigest()
    assert fra_json(brev.innhold).tittel == "Du har fått plass i kvalifiseringsprogrammet"
    setninger = Hendelse.objects.filter(sak_id=sak.pk, milepel=True).values_list("kode", flat=True)
    assert "vedtak.fattet_periode" in setninger


def test_det_frosne_sier_hva_vedtaket_bygger_pa(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    frosset = innvilget(veileder, beslutter, sak).frosset
    assert frosset is not None
    assert frosset["sats"]["dagsats_ore"] == 107191
    assert {p["kode"] for p in frosset["parametre"]} == {"grunnbelop", "faktor", "barnetillegg"}
    assert [v["utfall"] for v in frosset["vilkar"]] == ["oppfylt"] * 6
    assert frosset["lov"][0]["dokument"] == "LOV-2009-12-18-131"
    assert frosset["spor"]


def test_fattet_vedtak_endres_ikke(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = innvilget(veileder, beslutter, sak)
    with pytest.raises(UlovligOvergang):
        services.vedtak_lagre(veileder, vedtak=vedtak, begrunnelse_fakta="Noe annet")
    with pytest.raises(DatabaseError), kommando(veileder, "snik"), connection.cursor() as sql:
        sql.execute("UPDATE vedtak_vedtak SET begrunnelse_fakta = 'x' WHERE id = %s", [vedtak.pk])


def test_ingen_fatter_sitt_eget(veileder: Aktor, kontor: Kontor, sak: Sak) -> None:
    bruker = veileder.krev_bruker()
    Medlemskap.objects.create(
        bruker=bruker, rolle=Rolle.BESLUTTER, kommune=kontor.kommune, kontor=kontor, fra=date(2020, 1, 1)
    )
    begge = aktor_for(bruker)
    vedtak = sendt_innvilgelse(begge, sak)
    with pytest.raises(Fagfeil, match="En annen beslutter"):
        services.vedtak_fatt(begge, vedtak=vedtak, sjekket=Sjekk.values)
    with pytest.raises(IntegrityError), kommando(begge, "snik"), transaction.atomic():
        vedtak.lagre_endring(beslutter=bruker)


def test_den_som_bare_har_skrevet_i_utkastet_kan_heller_ikke_fatte(
    veileder: Aktor, beslutter: Aktor, kontor: Kontor, sak: Sak
) -> None:
    bruker = beslutter.krev_bruker()
    Medlemskap.objects.create(
        bruker=bruker, rolle=Rolle.VEILEDER, kommune=kontor.kommune, kontor=kontor, fra=date(2020, 1, 1)
    )
    begge = aktor_for(bruker)
    vedtak = klar_innvilgelse(veileder, sak)
    services.vedtak_vurder_vilkar(
        begge, vedtak=vedtak, kode=Vilkarskode.ALDER, utfall=Utfall.OPPFYLT, begrunnelse="36 år."
    )
    vedtak = services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    with pytest.raises(Fagfeil, match="En annen beslutter"):
        services.vedtak_fatt(begge, vedtak=vedtak, sjekket=Sjekk.values)


def test_den_som_bare_har_varslet_kan_heller_ikke_fatte(
    veileder: Aktor, beslutter: Aktor, kontor: Kontor, sak: Sak
) -> None:
    innvilget(veileder, beslutter, sak, fra=I_DAG, til=date(2027, 6, 2))
    bruker = lag_aktor(Rolle.BESLUTTER, kontor).krev_bruker()
    Medlemskap.objects.create(
        bruker=bruker, rolle=Rolle.VEILEDER, kommune=kontor.kommune, kontor=kontor, fra=date(2020, 1, 1)
    )
    begge = aktor_for(bruker)
    vedtak = begrunn(veileder, services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVBRUDD, fra=I_DAG))
    services.vedtak_varsle(begge, vedtak=vedtak, uttalefrist=I_DAG + timedelta(days=14))
    services.vedtak_uttalelse(veileder, vedtak=vedtak, dato=I_DAG, vil_ikke=True)
    vedtak = services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    with pytest.raises(Fagfeil, match="En annen beslutter"):
        services.vedtak_fatt(begge, vedtak=vedtak, sjekket=Sjekk.values)
    services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values)


def test_beslutteren_som_har_returnert_kan_fatte(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    services.vedtak_returner(beslutter, vedtak=vedtak, arsak=Returarsak.SKRIVEFEIL, tekst="Rett navnet.")
    vedtak = services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values).status == Vedtaksstatus.FATTET


def test_to_besluttere_samtidig(veileder: Aktor, beslutter: Aktor, kontor: Kontor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    annen = lag_aktor(Rolle.BESLUTTER, kontor)
    services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values)
    with pytest.raises(UlovligOvergang, match="Last siden på nytt"):
        services.vedtak_fatt(annen, vedtak=vedtak, sjekket=Sjekk.values)
    assert Brev.objects.count() == 1


def test_beslutteren_leste_en_annen_utgave(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    lest = sendt_innvilgelse(veileder, sak)
    apnet = lest.versjon
    services.vedtak_hent_tilbake(veileder, vedtak=lest)
    services.vedtak_lagre(veileder, vedtak=lest, begrunnelse_hensyn="Noe helt annet.")
    services.vedtak_send_til_beslutter(veileder, vedtak=lest)
    with pytest.raises(SamtidigEndring):
        services.vedtak_fatt(beslutter, vedtak=lest, versjon=apnet, sjekket=Sjekk.values)


def test_to_saksbehandlere_pa_ett_utkast(veileder: Aktor, fagansvarlig: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    apnet = vedtak.versjon
    services.vedtak_lagre(veileder, vedtak=vedtak, versjon=apnet, begrunnelse_hensyn="Min tekst")
    with pytest.raises(SamtidigEndring) as feil:
        services.vedtak_lagre(fagansvarlig, vedtak=vedtak, versjon=apnet, begrunnelse_hensyn="Hans tekst")
    assert feil.value.gjeldende.begrunnelse_hensyn == "Min tekst"


def test_retur_med_grunn_og_ord_til_den_delen_det_gjelder(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    with pytest.raises(Fagfeil) as feil:
        services.vedtak_returner(beslutter, vedtak=vedtak, arsak=Returarsak.MANGELFULL_BEGRUNNELSE, tekst=" ")
    assert feil.value.felt == "tekst"
    services.vedtak_returner(
        beslutter,
        vedtak=vedtak,
        arsak=Returarsak.IKKE_INDIVIDUELL,
        tekst="Si hva som gjelder for henne.",
        gjelder="begrunnelse_hensyn",
    )
    services.vedtak_skriv_melding(veileder, vedtak=vedtak, tekst="Retter nå.")
    vedtak = services.vedtak_lagre(veileder, vedtak=vedtak, begrunnelse_hensyn="Hun har selv bedt om praksis.")
    vedtak = services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    services.vedtak_skriv_melding(beslutter, vedtak=vedtak, tekst="Fint.")
    vedtak = services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values)
    assert [retur.gjelder for retur in vedtak.returer.all()] == ["begrunnelse_hensyn"]
    assert vedtak.meldinger.count() == 2
    with pytest.raises(Fagfeil, match="samtalen er lukket"):
        services.vedtak_skriv_melding(veileder, vedtak=vedtak, tekst="Takk")


def test_retur_til_en_del_som_ikke_finnes(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    with pytest.raises(Fagfeil, match="hvilken del"):
        services.vedtak_returner(beslutter, vedtak=vedtak, arsak=Returarsak.ANNET, tekst="Hm", gjelder="xyz")


# --- refusals ---


def test_avslag_med_grunn_i_loven(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    soknad = lag_soknad(sak)
    vedtak = begrunn(veileder, services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG))
    with pytest.raises(FlereFeil, match="ikke grunner") as feil:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert "avslagsgrunn" in _felter(feil)
    vedtak = services.vedtak_lagre(veileder, vedtak=vedtak, avslagsgrunn=Avslagsgrunn.ARBEIDSEVNE)
    with pytest.raises(FlereFeil) as feil:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert "vilkar_arbeidsevne" in _felter(feil)
    vurder_alle(veileder, vedtak, ikke_oppfylt=Vilkarskode.ARBEIDSEVNE)
    services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values)
    sak.refresh_from_db()
    soknad.refresh_from_db()
    assert (sak.status, soknad.status) == (Saksstatus.AVSLATT, Soknadsstatus.AVGJORT)
    brev = fra_json(Brev.objects.get(sak=sak).innhold)
    assert brev.tittel == "Du får ikke plass i kvalifiseringsprogrammet nå"


@pytest.mark.parametrize("grunn", ["budsjett", "fulle_plasser", "okonomi", "sprak"])
def test_okonomi_og_fulle_plasser_er_ingen_grunn(veileder: Aktor, sak: Sak, grunn: str) -> None:
    from django.core.exceptions import ValidationError

    lag_soknad(sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    with pytest.raises(ValidationError):
        services.vedtak_lagre(veileder, vedtak=vedtak, avslagsgrunn=grunn)


# --- the rest of a programme's life ---


def test_to_ar_med_forlengelse_pause_og_slutt(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    with klokke.still_til(date(2024, 1, 10)):
        innvilget(veileder, beslutter, sak, fra=date(2024, 1, 10), til=date(2025, 1, 9))
    assert sak.status == Saksstatus.I_PROGRAM
    with klokke.still_til(date(2024, 9, 2)):
        fatt(veileder, beslutter, sak, Vedtakstype.AVBRUDD, fra=date(2024, 9, 20))
    assert sak.status == Saksstatus.I_PROGRAM
    with klokke.still_til(date(2024, 10, 10)):
        fatt(veileder, beslutter, sak, Vedtakstype.GJENOPPTAK, fra=date(2024, 10, 20))
    assert sak.status == Saksstatus.AVBRUTT
    assert _status_etter_natten(sak, date(2024, 10, 20)) == Saksstatus.I_PROGRAM
    with klokke.still_til(date(2024, 12, 20)):
        fatt(veileder, beslutter, sak, Vedtakstype.ENDRING, fra=date(2025, 1, 1))
        fatt(veileder, beslutter, sak, Vedtakstype.FORLENGELSE, fra=date(2025, 1, 10), til=date(2026, 1, 9))
    with klokke.still_til(date(2025, 12, 20)):
        # Thirty days of pause do not count, so the two years last to 8 February.
        fatt(veileder, beslutter, sak, Vedtakstype.FORLENGELSE, fra=date(2026, 1, 10), til=date(2026, 2, 8))
        fatt(veileder, beslutter, sak, Vedtakstype.SAERLIG_FORLENGELSE, fra=date(2026, 2, 9), til=date(2026, 6, 30))
    fatt(
        veileder,
        beslutter,
        sak,
        Vedtakstype.AVSLUTNING,
        fra=date(2026, 6, 30),
        avslutningsmate=Avslutningsmate.FULLFORT,
        situasjon=[Situasjon.ORDINAERT_ARBEID],
        viktigste_inntekt=Situasjon.ORDINAERT_ARBEID,
    )
    assert _status_etter_natten(sak, date(2026, 6, 30)) == Saksstatus.I_PROGRAM
    assert _status_etter_natten(sak, date(2026, 7, 1)) == Saksstatus.AVSLUTTET
    assert (sak.avslutning.dato, sak.avslutning.mate) == (date(2026, 6, 30), Avslutningsmate.FULLFORT)
    titler = list(Brev.objects.filter(sak=sak).order_by("sendt").values_list("tittel", flat=True))
    assert len(titler) == 10
    assert titler[1] == "Vi vurderer en pause i kvalifiseringsprogrammet ditt"


def test_forlengelse_stanser_ved_to_ar(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    with klokke.still_til(date(2026, 6, 3)):
        innvilget(veileder, beslutter, sak, fra=date(2026, 6, 3), til=date(2027, 6, 2))
    with klokke.still_til(date(2027, 5, 20)):
        fatt(veileder, beslutter, sak, Vedtakstype.FORLENGELSE, fra=date(2027, 6, 3), til=date(2028, 6, 2))
    with klokke.still_til(date(2028, 5, 20)), pytest.raises(FlereFeil) as feil:
        fatt(veileder, beslutter, sak, Vedtakstype.FORLENGELSE, fra=date(2028, 6, 3), til=date(2028, 7, 2))
    assert "to år, til og med 2. juni 2028" in _felter(feil)["til"]


@pytest.mark.parametrize("type_", REGEL_I_ORD)
def test_regelen_i_brevet_er_lett_a_lese(type_: str) -> None:
    assert kontroller_tekst(REGEL_I_ORD[type_], hvor="Dette sier regelen") == ()


def test_forlengelsen_begynner_der_det_innvilgede_slutter(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    with klokke.still_til(date(2026, 6, 3)):
        innvilget(veileder, beslutter, sak, fra=date(2026, 6, 3), til=date(2027, 3, 2))
    with klokke.still_til(date(2027, 2, 20)):
        forste = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.FORLENGELSE)
        assert (forste.fra, forste.til) == (date(2027, 3, 3), date(2028, 3, 2))
        services.vedtak_forkast(veileder, vedtak=forste)
        fatt(veileder, beslutter, sak, Vedtakstype.FORLENGELSE, fra=date(2027, 3, 3), til=date(2028, 3, 2))
    with klokke.still_til(date(2028, 2, 20)):
        # No further than the two years, and after them only for special reasons.
        andre = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.FORLENGELSE)
        assert (andre.fra, andre.til) == (date(2028, 3, 3), date(2028, 6, 2))
        services.vedtak_forkast(veileder, vedtak=andre)
        fatt(veileder, beslutter, sak, Vedtakstype.FORLENGELSE, fra=date(2028, 3, 3), til=date(2028, 6, 2))
        ordinaer = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.FORLENGELSE)
        assert (ordinaer.fra, ordinaer.til) == (None, None)
        services.vedtak_forkast(veileder, vedtak=ordinaer)
        saerlig = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.SAERLIG_FORLENGELSE)
        assert (saerlig.fra, saerlig.til) == (date(2028, 6, 3), date(2029, 6, 2))


def test_forlengelse_over_det_som_er_innvilget(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    innvilget(veileder, beslutter, sak, fra=I_DAG, til=date(2027, 6, 2))
    with pytest.raises(FlereFeil) as feil:
        fatt(veileder, beslutter, sak, Vedtakstype.FORLENGELSE, fra=date(2027, 6, 2), til=date(2027, 12, 1))
    assert "alt innvilget til og med 2. juni 2027" in _felter(feil)["fra"]


def test_pause_uten_forhandsvarsel_gar_ikke(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    innvilget(veileder, beslutter, sak, fra=I_DAG, til=date(2027, 6, 2))
    vedtak = begrunn(veileder, services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVBRUDD, fra=I_DAG))
    with pytest.raises(FlereFeil) as feil:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert "forhåndsvarsel" in _felter(feil)["forhandsvarsel"]
    with pytest.raises(Fagfeil) as en:
        services.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=I_DAG)
    assert en.value.felt == "uttalefrist"


def test_dagen_avgjor_om_saken_er_innvilget_eller_i_program(
    veileder: Aktor, beslutter: Aktor, kontor: Kontor, sak: Sak
) -> None:
    innvilget(veileder, beslutter, sak, fra=I_DAG + timedelta(days=1), til=date(2027, 6, 3))
    assert sak.status == Saksstatus.INNVILGET
    annen = lag_sak(kontor, lag_person(fornavn="Ola"))
    innvilget(veileder, beslutter, annen, fra=I_DAG, til=date(2027, 6, 2))
    assert annen.status == Saksstatus.I_PROGRAM


def test_vedtak_som_ikke_passer_saken(veileder: Aktor, sak: Sak) -> None:
    with pytest.raises(Fagfeil, match="passer ikke"):
        services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVBRUDD)
    with pytest.raises(Fagfeil, match="ingen søknad"):
        services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)


def test_underrettet_og_forklart(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = innvilget(veileder, beslutter, sak)
    with pytest.raises(Fagfeil):
        services.vedtak_underrett(veileder, vedtak=vedtak, dato=I_DAG - timedelta(days=1))
    services.vedtak_underrett(veileder, vedtak=vedtak, dato=I_DAG)
    vedtak = services.vedtak_forklar_muntlig(veileder, vedtak=vedtak, dato=I_DAG)
    assert (vedtak.underrettet, vedtak.muntlig_forklart) == (I_DAG, I_DAG)


def test_bare_ett_apent_vedtak_og_forkastet_teller_ikke(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    forste = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    with pytest.raises(Fagfeil, match="alt et vedtak"):
        services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    services.vedtak_forkast(veileder, vedtak=forste)
    assert services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG).status == Vedtaksstatus.UTKAST


# --- who may what ---


def test_hvem_som_far_forberede_og_fatte(
    veileder: Aktor, beslutter: Aktor, okonomi: Aktor, kommune: object, sak: Sak
) -> None:
    annet = lag_kontor(kommune, "NAV Fjordvik nord")  # type: ignore[arg-type]
    vedtak = sendt_innvilgelse(veileder, sak)
    for aktor in (veileder, okonomi, lag_aktor(Rolle.BESLUTTER, annet)):
        with pytest.raises(IkkeTilgang):
            services.vedtak_fatt(aktor, vedtak=vedtak, sjekket=Sjekk.values)
    for aktor in (beslutter, okonomi, lag_aktor(Rolle.VEILEDER, annet)):
        with pytest.raises(IkkeTilgang):
            services.vedtak_hent_tilbake(aktor, vedtak=vedtak)
        with pytest.raises(IkkeTilgang):
            services.vedtak_start(aktor, sak=sak, type=Vedtakstype.AVSLAG)


def test_ingen_fatter_vedtak_i_egen_sak(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    from fotfeste.fag.person.services import person_knytt_bruker

    vedtak = sendt_innvilgelse(veileder, sak)
    person_knytt_bruker(veileder, sak.person, beslutter.krev_bruker())
    vedtak = Vedtak.objects.get(pk=vedtak.pk)
    with pytest.raises(IkkeTilgang, match="egen sak"):
        services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values)


def test_til_er_med(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    assert innvilget(veileder, beslutter, sak).til == TIL


# --- an application that is withdrawn takes the draft with it ---


def test_et_utkast_paa_en_trukket_soknad_kan_bare_legges_bort(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    assert vedtak.soknad is not None
    soknad_trekk(veileder, soknad=vedtak.soknad)
    with pytest.raises(FlereFeil, match="Legg bort utkastet"):
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    side = vedtak_side(veileder, sak.pk)
    assert [feil.felt for feil in side.hindringer] == ["soknad"]
    assert services.vedtak_forkast(veileder, vedtak=vedtak).status == Vedtaksstatus.FORKASTET


def test_et_vedtak_hos_beslutter_fattes_ikke_naar_soknaden_er_trukket(
    veileder: Aktor, beslutter: Aktor, sak: Sak
) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    assert vedtak.soknad is not None
    soknad_trekk(veileder, soknad=vedtak.soknad)
    with pytest.raises(FlereFeil, match="Søknaden er trukket"):
        services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values)
    assert vedtak_side(beslutter, sak.pk).soknad_er_trukket
    sak.refresh_from_db()
    assert sak.status == Saksstatus.TRUKKET
    hentet = services.vedtak_hent_tilbake(veileder, vedtak=vedtak)
    assert services.vedtak_forkast(veileder, vedtak=hentet).status == Vedtaksstatus.FORKASTET
