"""Deciding in the browser's eyes: side by side, one condition at a time, and two pairs of eyes."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.person.services import person_endre
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Returarsak, Sjekk, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import (
    begrunn,
    fullfor_aev,
    innvilget,
    klar_innvilgelse,
    lag_soknad,
    sendt_innvilgelse,
)
from tests.grunnlag import I_DAG, lag_aktor, lag_kontor, lag_valg


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _en_gang(**felter: object) -> dict[str, object]:
    return {"innsending": str(uuid.uuid4()), **felter}


def _skjema(vedtak: Vedtak, **felter: object) -> dict[str, object]:
    tekst = {felt: getattr(vedtak, felt) for felt in ("begrunnelse_regler", "begrunnelse_fakta", "begrunnelse_hensyn")}
    dager = {"fra": "15.6.2026", "til": "14.6.2027"}
    return _en_gang(versjon=vedtak.versjon, **{**tekst, **dager, **felter})


def _adresse(navn: str, sak: Sak, *mer: object) -> str:
    return reverse(f"kontor:{navn}", args=[sak.pk, *mer])


def test_uten_ferdig_vurdering_viser_siden_veien(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    klient = _som(veileder)
    side = klient.get(_adresse("vedtak", sak)).content.decode()
    assert _adresse("aev", sak) in side
    assert "sotjl § 29 andre ledd" in side
    assert 'value="innvilgelse"' not in side
    svar = klient.post(_adresse("vedtak_start", sak), _en_gang(type="innvilgelse"), follow=True)
    assert "Fullfør arbeidsevnevurderingen først" in svar.content.decode()
    assert not Vedtak.objects.exists()


def test_tunge_ord_i_begrunnelsen_sies_for_vedtaket_sendes(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    klient = _som(veileder)
    assert "lettere å lese" not in klient.get(_adresse("vedtak", sak)).content.decode()
    svar = klient.post(
        _adresse("vedtak", sak),
        _skjema(vedtak, begrunnelse_hensyn="Programmet innvilges i henhold til vurderingen."),
        follow=True,
    )
    side = svar.content.decode()
    assert "3 steder kan bli lettere å lese" in side
    assert "«innvilges» er tungt å lese. Skriv heller «du får»." in side


def test_svarfristen_i_varselet_er_kommunens_eget_valg(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    innvilget(veileder, beslutter, sak, fra=I_DAG, til=date(2027, 6, 2))
    services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVBRUDD, fra=date(2026, 8, 3))
    klient = _som(veileder)
    assert 'name="uttalefrist" value="17.06.2026"' in klient.get(_adresse("vedtak", sak)).content.decode()
    lag_valg(sak.kommune, "uttalefrist_dager", 10)
    # The tenth day is a Saturday, and 13 June gives way to Monday.
    assert 'name="uttalefrist" value="15.06.2026"' in klient.get(_adresse("vedtak", sak)).content.decode()


def test_side_om_side(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    fullfor_aev(veileder, sak)
    svar = _som(veileder).post(_adresse("vedtak_start", sak), _en_gang(type="innvilgelse"), follow=True)
    side = svar.content.decode()
    for ord_ in (
        "Dette vet vi",
        "Fra fødselsnummeret",
        "Vilkårene, ett for ett",
        "Hensiktsmessig og nødvendig",
        "Jeg vil jobbe på kjøkken",
        "Forslag fra systemet",
        "Slik vurderer du",
        "er ikke vurdert",
    ):
        assert ord_ in side
    assert "Virker sliten" not in side


def test_ett_vilkar_om_gangen(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    klient, adresse = _som(veileder), _adresse("vedtak_vilkar", sak, vedtak.pk, "arbeidsevne")
    svar = klient.post(adresse, _en_gang(utfall="ikke_oppfylt", fakta="Har full jobb."))
    assert "Skriv hvorfor" in svar.content.decode()
    assert "Har full jobb." in svar.content.decode()
    klient.post(adresse, _en_gang(utfall="ikke_oppfylt", begrunnelse="Arbeider 100 prosent."))
    assert vedtak.vilkar.get(kode="arbeidsevne").begrunnelse == "Arbeider 100 prosent."
    assert klient.post(_adresse("vedtak_vilkar", sak, vedtak.pk, "budsjett"), _en_gang()).status_code == 404


def test_lagre_og_send(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    _som(veileder).post(_adresse("vedtak", sak), _skjema(vedtak, gjor="send"))
    vedtak.refresh_from_db()
    assert vedtak.status == Vedtaksstatus.TIL_BESLUTNING


@pytest.mark.parametrize(
    ("felter", "ord_"),
    [
        ({"fra": "31.2.2026"}, "ikke en dato"),
        ({"fra": "29.2.2027"}, "ikke en dato"),
        ({"fra": "15.6.2026", "til": "14.6.2026"}, "før den begynner"),
        ({"til": "15.6.2027"}, "høyst ett år"),
        ({"fra": "5.11.2026", "til": "1.12.2026"}, "senest 4. november 2026"),
        ({"begrunnelse_hensyn": ""}, "lagt vekt på"),
        ({"begrunnelse_fakta": "x" * 20_001}, "20001 tegn"),
    ],
)
def test_det_som_er_galt_star_ved_feltet_og_teksten_star_der(
    veileder: Aktor, sak: Sak, felter: dict[str, str], ord_: str
) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    svar = _som(veileder).post(_adresse("vedtak", sak), _skjema(vedtak, **felter, gjor="send"))
    assert svar.status_code == 200
    feltfeil = " ".join(feil for felt in svar.context["skjema"] for feil in felt.errors)
    assert ord_ in feltfeil
    for verdi in felter.values():
        assert verdi in svar.content.decode()
    vedtak.refresh_from_db()
    assert vedtak.status == Vedtaksstatus.UTKAST


def test_to_pa_samme_utkast_ser_begge_tekstene(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    gammelt = _skjema(vedtak, begrunnelse_hensyn="Min tekst")
    services.vedtak_lagre(veileder, vedtak=vedtak, begrunnelse_hensyn="Kollegaens tekst")
    side = _som(veileder).post(_adresse("vedtak", sak), gammelt).content.decode()
    assert "Min tekst" in side
    assert "Kollegaens tekst" in side


def test_brevet_ett_trykk_unna(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    side = _som(veileder).get(_adresse("vedtak_brev", sak, vedtak.pk)).content.decode()
    assert "Du har fått plass i kvalifiseringsprogrammet" in side
    assert "Virker sliten" not in side
    services.vedtak_lagre(veileder, vedtak=vedtak, til=None, begrunnelse_fakta="")
    side = _som(veileder).get(_adresse("vedtak_brev", sak, vedtak.pk)).content.decode()
    assert "begynner og slutter" in side


def test_beslutteren_leser_brevet_og_fatter(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    klient = _som(beslutter)
    liste = klient.get(reverse("kontor:vedtak_liste")).content.decode()
    assert "Samira Testdal" in liste
    assert "Venter på deg (1)" in liste
    side = klient.get(_adresse("vedtak", sak)).content.decode()
    for ord_ in ("Du har fått plass i kvalifiseringsprogrammet", "Fatt vedtaket", "Send tilbake"):
        assert ord_ in side
    trykk = _en_gang(versjon=vedtak.versjon, sjekket=["vilkarene_oppfylt", "aev_fersk"])
    for _gang in range(2):
        svar = klient.post(_adresse("vedtak_fatt", sak, vedtak.pk), trykk, follow=True)
    assert "Fattet 3. juni 2026" in svar.content.decode()
    assert Brev.objects.count() == 1
    pdf = klient.get(_adresse("vedtak_pdf", sak, vedtak.pk))
    assert pdf.content == bytes(Brev.objects.get().dokument.innhold)


def test_to_besluttere_samtidig(veileder: Aktor, beslutter: Aktor, kontor: object, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    trykk = _en_gang(versjon=vedtak.versjon, sjekket=["vilkarene_oppfylt", "aev_fersk"])
    _som(beslutter).post(_adresse("vedtak_fatt", sak, vedtak.pk), trykk)
    annen = _som(lag_aktor(Rolle.BESLUTTER, kontor))  # type: ignore[arg-type]
    svar = annen.post(
        _adresse("vedtak_fatt", sak, vedtak.pk),
        _en_gang(versjon=vedtak.versjon, sjekket=["vilkarene_oppfylt"]),
        follow=True,
    )
    assert "kan ikke gjøres nå" in svar.content.decode()
    assert Brev.objects.count() == 1


def test_beslutteren_fatter_bare_det_som_ble_lest(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    for versjon in ("1", "", "x"):
        svar = _som(beslutter).post(_adresse("vedtak_fatt", sak, vedtak.pk), _en_gang(versjon=versjon), follow=True)
        assert svar.status_code == 200
    vedtak.refresh_from_db()
    assert vedtak.status == Vedtaksstatus.TIL_BESLUTNING


def test_returens_ord_star_der_de_horer_hjemme(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    klient = _som(beslutter)
    adresse = _adresse("vedtak_returner", sak, vedtak.pk)
    svar = klient.post(adresse, _en_gang(arsak=Returarsak.FEIL_I_PERIODE, gjelder="til", tekst=""))
    assert svar.status_code == 200
    klient.post(adresse, _en_gang(arsak=Returarsak.FEIL_I_PERIODE, gjelder="til", tekst="Kortere, se planen."))
    klient.post(_adresse("vedtak_melding", sak, vedtak.pk), _en_gang(tekst="Ring meg gjerne."))
    side = _som(veileder).get(_adresse("vedtak", sak)).content.decode()
    skjemaet = side[side.index("Programmet begynner") :]
    assert skjemaet.index("Kortere, se planen.") < skjemaet.index("Til og med")
    assert "Ring meg gjerne." in side


def test_pause_med_varsel(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    innvilget(veileder, beslutter, sak, fra=I_DAG, til=date(2027, 6, 2))
    vedtak = begrunn(veileder, services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVBRUDD, fra=I_DAG))
    klient, adresse = _som(veileder), _adresse("vedtak_varsle", sak, vedtak.pk)
    assert "etter i dag" in klient.post(adresse, _en_gang(uttalefrist="i dag")).content.decode()
    klient.post(adresse, _en_gang(uttalefrist="17.6.2026"))
    vedtak.refresh_from_db()
    assert vedtak.forhandsvarsel == I_DAG
    side = klient.get(_adresse("vedtak", sak)).content.decode()
    assert "Sendt 3. juni 2026, med svarfrist til og med 17. juni 2026." in side
    assert "Deltakeren har frist til og med" in side
    svar_adresse = _adresse("vedtak_uttalelse", sak, vedtak.pk)
    svar = klient.post(svar_adresse, _en_gang(dato="i dag")).content.decode()
    assert "Skriv hva deltakeren sa" in svar
    klient.post(svar_adresse, _en_gang(dato="i dag", uttalelse="Jeg vil heller ha ferie."))
    side = klient.get(_adresse("vedtak", sak)).content.decode()
    assert "Deltakeren svarte 3. juni 2026:" in side
    assert "Svaret på forhåndsvarselet" in side
    assert "Deltakeren har frist til og med" not in side
    vedtak.refresh_from_db()
    services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    hos_beslutter = _som(beslutter).get(_adresse("vedtak", sak)).content.decode()
    assert hos_beslutter.count("Jeg vil heller ha ferie.") >= 2
    assert svar_adresse not in hos_beslutter


def test_knappene(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    klient = _som(veileder)
    klient.post(_adresse("vedtak_kommando", sak, vedtak.pk, "hent-tilbake"), _en_gang())
    vedtak.refresh_from_db()
    assert vedtak.status == Vedtaksstatus.UTKAST
    vedtak = services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=Sjekk.values)
    for kommando in ("underrett", "forklar"):
        klient.post(_adresse("vedtak_kommando", sak, vedtak.pk, kommando), _en_gang())
    vedtak.refresh_from_db()
    assert (vedtak.underrettet, vedtak.muntlig_forklart) == (I_DAG, I_DAG)
    assert klient.post(_adresse("vedtak_kommando", sak, vedtak.pk, "slett"), _en_gang()).status_code == 404


@pytest.mark.parametrize(
    ("rolle", "les", "skriv", "fatt"),
    [
        (Rolle.VEILEDER, 200, True, False),
        (Rolle.FAGANSVARLIG, 200, True, False),
        (Rolle.BESLUTTER, 200, False, True),
        (Rolle.JOBBSPESIALIST, 200, False, False),
        (Rolle.LEDER, 200, False, False),
        (Rolle.REVISOR, 200, False, False),
        (Rolle.OKONOMI, 404, False, False),
        (Rolle.STATLIG_VEILEDER, 404, False, False),
        (Rolle.SYSTEMANSVARLIG, 404, False, False),
        (Rolle.DELTAKER, 404, False, False),
    ],
)
def test_hvem_som_ser_henter_og_fatter(
    veileder: Aktor, kontor: object, sak: Sak, rolle: Rolle, les: int, skriv: bool, fatt: bool
) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    klient = _som(lag_aktor(rolle, kontor))  # type: ignore[arg-type]
    assert klient.get(_adresse("vedtak", sak)).status_code == les
    assert klient.get(_adresse("vedtak_brev", sak, vedtak.pk)).status_code == les
    if not fatt:
        klient.post(_adresse("vedtak_fatt", sak, vedtak.pk), _en_gang(versjon=vedtak.versjon))
    if not skriv:
        klient.post(_adresse("vedtak_kommando", sak, vedtak.pk, "hent-tilbake"), _en_gang())
    vedtak.refresh_from_db()
    assert vedtak.status == Vedtaksstatus.TIL_BESLUTNING


def test_annet_kontor_far_404(veileder: Aktor, kommune: object, sak: Sak) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    klient = _som(lag_aktor(Rolle.BESLUTTER, lag_kontor(kommune, "NAV Fjordvik nord")))  # type: ignore[arg-type]
    for navn, mer in (("vedtak", ()), ("vedtak_vis", (vedtak.pk,)), ("vedtak_brev", (vedtak.pk,))):
        assert klient.get(_adresse(navn, sak, *mer)).status_code == 404
    assert klient.post(_adresse("vedtak_fatt", sak, vedtak.pk), _en_gang(versjon=1)).status_code == 404
    assert "Samira" not in klient.get(reverse("kontor:vedtak_liste")).content.decode()


def test_tallet_pa_sporringer_vokser_ikke(
    veileder: Aktor, beslutter: Aktor, sak: Sak, django_assert_max_num_queries: object
) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    for n in range(10):
        services.vedtak_skriv_melding(veileder, vedtak=vedtak, tekst=f"Melding {n}")
    klient = _som(beslutter)
    with django_assert_max_num_queries(70):  # type: ignore[operator]
        klient.get(_adresse("vedtak", sak))


def test_teksten_er_ikke_tapt_nar_noen_har_sendt_vedtaket_imens(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    skjema = _skjema(vedtak, begrunnelse_hensyn="En lang tanke jeg nettopp skrev.")
    services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    side = _som(veileder).post(_adresse("vedtak", sak), skjema).content.decode()
    assert "kan ikke gjøres nå" in side
    assert "En lang tanke jeg nettopp skrev." in side


def test_frosne_fakta_vises_som_de_var(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = innvilget(veileder, beslutter, sak)
    person_endre(veileder, sak.person, sprak="ar")
    side = _som(veileder).get(_adresse("vedtak_vis", sak, vedtak.pk))
    assert [faktum.verdi for faktum in side.context["side"].fakta if faktum.navn == "Språk"] == ["bokmål"]


def test_forbeholdet_om_fravaer_velges_og_star_i_brevet(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    klient = _som(veileder)
    adresse = reverse("kontor:vedtak", args=[sak.pk])
    assert "Forbehold om fravær" in klient.get(adresse).content.decode()
    felter = {"fra": "15.6.26", "til": "14.6.27", "begrunnelse_regler": "R", "begrunnelse_fakta": "F"}
    klient.post(adresse, {**felter, "begrunnelse_hensyn": "H", "forbehold_fravaer": "False"})
    vedtak.refresh_from_db()
    assert not vedtak.forbehold_fravaer
    brev = klient.get(reverse("kontor:vedtak_brev", args=[sak.pk, vedtak.pk])).content.decode()
    assert "Da får du et eget vedtak, som du kan klage på." in brev
    klient.post(adresse, {**felter, "begrunnelse_hensyn": "H"})
    vedtak.refresh_from_db()
    assert vedtak.forbehold_fravaer, "made, unless it is said that it is not"
