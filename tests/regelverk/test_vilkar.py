"""The conditions of § 29: what is proposed, what grants, what refuses, and how long a decision lasts."""

from datetime import date

import pytest

from fotfeste.regelverk import vilkar
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.tid import Periode
from fotfeste.regelverk.vilkar import (
    AVSLAGSGRUNNER,
    VILKAR,
    Avslagsgrunn,
    Fakta,
    Forslag,
    KjentYtelse,
    Utfall,
    Vilkarskode,
    Vurderer,
    Vurdering,
)

D = date.fromisoformat
ALT_OPPFYLT = [Vurdering(kode, Utfall.OPPFYLT, "Se vurderingen.") for kode in Vilkarskode]


def uten(kode: Vilkarskode, *i_stedet: Vurdering) -> list[Vurdering]:
    return [vurdering for vurdering in ALT_OPPFYLT if vurdering.kode is not kode] + list(i_stedet)


class TestTabellen:
    def test_hvert_vilkar_star_en_gang_med_hjemmel_i_29(self) -> None:
        assert list(VILKAR) == list(Vilkarskode)
        assert all(str(ett.hjemmel).startswith("sotjl § 29") for ett in VILKAR.values())
        assert all(ett.veiledning for ett in VILKAR.values())

    def test_bare_det_som_folger_av_datoer_og_registre_foreslas(self) -> None:
        foreslas = {kode for kode, ett in VILKAR.items() if ett.vurderer is Vurderer.SYSTEMET_FORESLAR}
        assert foreslas == {Vilkarskode.ALDER, Vilkarskode.YTELSER, Vilkarskode.AEV}

    def test_det_loven_krever_har_hjemmel_og_praksis_har_ingen(self) -> None:
        rad = [en for ett in VILKAR.values() for en in ett.veiledning]
        assert all((en.hjemmel is not None) is (en.styrke is Styrke.SKAL) for en in rad)

    def test_hver_avslagsgrunn_har_hjemmel_og_okonomi_er_ingen(self) -> None:
        assert set(AVSLAGSGRUNNER) == set(Avslagsgrunn)
        assert {"okonomi", "fulle_plasser", "sprak"}.isdisjoint(set(Avslagsgrunn))
        assert str(AVSLAGSGRUNNER[Avslagsgrunn.UFORHOLDSMESSIG_BYRDE].hjemmel) == "sotjl § 29 tredje ledd"
        assert AVSLAGSGRUNNER[Avslagsgrunn.ANDRE_YTELSER].vilkar is Vilkarskode.YTELSER
        assert AVSLAGSGRUNNER[Avslagsgrunn.IKKE_RETT_PGA_OPPHOLD].vilkar is None


class TestAlder:
    @pytest.mark.parametrize(
        ("dag", "innenfor"),
        [("2026-05-04", False), ("2026-05-05", True), ("2075-05-04", True), ("2075-05-05", False)],
    )
    def test_fra_18_arsdagen_til_dagen_for_67_arsdagen(self, dag: str, innenfor: bool) -> None:
        assert vilkar.er_innen_alder(D("2008-05-05"), D(dag)) is innenfor

    def test_fodt_29_februar(self) -> None:
        assert not vilkar.er_innen_alder(D("2008-02-29"), D("2026-02-28"))
        assert vilkar.er_innen_alder(D("2008-02-29"), D("2026-03-01"))


def foresla(**mer: object) -> dict[Vilkarskode, Forslag]:
    fakta = Fakta(D("2026-03-02"), D("1990-05-05"), "Folkeregisteret", **mer)  # type: ignore[arg-type]
    return {forslag.kode: forslag for forslag in vilkar.foresla(fakta)}


class TestForslag:
    def test_bare_det_fakta_sier_noe_om(self) -> None:
        assert list(foresla()) == [Vilkarskode.ALDER, Vilkarskode.YTELSER, Vilkarskode.AEV]

    def test_alder_med_kilde(self) -> None:
        assert foresla()[Vilkarskode.ALDER] == Forslag(
            Vilkarskode.ALDER,
            Utfall.OPPFYLT,
            "Søkeren er født 5. mai 1990 og er 35 år 2. mars 2026.",
            "Folkeregisteret",
        )

    def test_for_ung(self) -> None:
        forslag = vilkar.foresla(Fakta(D("2026-03-02"), D("2008-05-05"), "Folkeregisteret"))[0]
        assert forslag.utfall is Utfall.IKKE_OPPFYLT

    def test_ingen_har_spurt_om_ytelser(self) -> None:
        assert foresla()[Vilkarskode.YTELSER].utfall is Utfall.IKKE_VURDERT

    def test_ingen_ytelser_funnet(self) -> None:
        gammel = KjentYtelse("dagpenger", Periode(D("2025-01-01"), D("2026-03-01")), "NAV")
        assert foresla(ytelser=())[Vilkarskode.YTELSER].utfall is Utfall.OPPFYLT
        assert foresla(ytelser=(gammel,))[Vilkarskode.YTELSER].utfall is Utfall.OPPFYLT

    def test_en_ytelse_ma_et_menneske_veie(self) -> None:
        ytelser = tuple(
            KjentYtelse(navn, Periode(D("2026-01-01"), None), "NAV") for navn in ("dagpenger", "sykepenger")
        )
        forslag = foresla(ytelser=ytelser)[Vilkarskode.YTELSER]
        assert forslag.utfall is Utfall.IKKE_VURDERT
        assert forslag.fakta == "Søkeren har dagpenger, sykepenger. Vurder om det er svært begrenset."
        assert forslag.kilde == "NAV"

    @pytest.mark.parametrize(
        ("ferdig", "utfall"),
        [
            (None, Utfall.IKKE_VURDERT),
            (D("2026-03-03"), Utfall.IKKE_VURDERT),
            (D("2026-03-02"), Utfall.OPPFYLT),
        ],
    )
    def test_aev(self, ferdig: date | None, utfall: Utfall) -> None:
        assert foresla(aev_ferdigstilt=ferdig)[Vilkarskode.AEV].utfall is utfall


class TestInnvilgelse:
    def test_alt_oppfylt_med_begrunnelse(self) -> None:
        assert vilkar.kan_innvilges(ALT_OPPFYLT) == []

    def test_ingenting_vurdert(self) -> None:
        assert len(vilkar.kan_innvilges([])) == 6

    @pytest.mark.parametrize("kode", list(Vilkarskode))
    def test_ett_som_mangler_ikke_er_oppfylt_eller_ikke_er_begrunnet(self, kode: Vilkarskode) -> None:
        navn = VILKAR[kode].navn
        assert vilkar.kan_innvilges(uten(kode)) == [f"Vilkåret «{navn}» er ikke vurdert. Vurder det før du innvilger."]
        assert vilkar.kan_innvilges(uten(kode, Vurdering(kode, Utfall.IKKE_OPPFYLT, "Nei."))) == [
            f"Vilkåret «{navn}» er ikke oppfylt."
        ]
        assert vilkar.kan_innvilges(uten(kode, Vurdering(kode, Utfall.OPPFYLT, "  "))) == [
            f"Skriv hvorfor vilkåret «{navn}» er oppfylt."
        ]

    def test_den_siste_vurderingen_gjelder(self) -> None:
        forst = Vurdering(Vilkarskode.YTELSER, Utfall.IKKE_OPPFYLT, "Har dagpenger.")
        assert vilkar.kan_innvilges([forst, *ALT_OPPFYLT]) == []

    def test_aev_ma_vaere_ferdig_senest_pa_vedtaksdagen(self) -> None:
        assert vilkar.hindringer_i_aev(D("2026-03-02"), D("2026-03-02")) == []
        assert vilkar.hindringer_i_aev(None, D("2026-03-02")) == [
            "Arbeidsevnevurderingen er ikke ferdig. Gjør den ferdig før du innvilger."
        ]
        (hindring,) = vilkar.hindringer_i_aev(D("2026-03-03"), D("2026-03-02"))
        assert hindring.startswith("Arbeidsevnevurderingen ble ferdig 3. mars 2026, etter vedtaket 2. mars 2026.")


class TestAvslag:
    def test_grunnen_ma_vaere_vurdert_og_begrunnet(self) -> None:
        grunn, kode = Avslagsgrunn.ANDRE_YTELSER, Vilkarskode.YTELSER
        assert vilkar.kan_avslas(grunn, [Vurdering(kode, Utfall.IKKE_OPPFYLT, "Har AAP.")]) == []
        (uten_vurdering,) = vilkar.kan_avslas(grunn, [])
        assert "Andre ytelser til livsopphold" in uten_vurdering
        assert vilkar.kan_avslas(grunn, ALT_OPPFYLT) == [uten_vurdering]
        (uten_ord,) = vilkar.kan_avslas(grunn, [Vurdering(kode, Utfall.IKKE_OPPFYLT, " ")])
        assert uten_ord.startswith("Skriv hvorfor")

    def test_grunnene_som_star_for_seg_selv(self) -> None:
        assert vilkar.kan_avslas(Avslagsgrunn.UFORHOLDSMESSIG_BYRDE, []) == []
        assert vilkar.kan_avslas(Avslagsgrunn.IKKE_RETT_PGA_OPPHOLD, ALT_OPPFYLT) == []


class TestPerioden:
    def hindringer(self, fra: str, til: str | None, mottatt: str = "2026-01-05", dag: str = "2026-01-20") -> list[str]:
        return vilkar.hindringer_i_perioden(
            fra=D(fra), til=None if til is None else D(til), soknad_mottatt=D(mottatt), dag=D(dag)
        )

    def test_ett_ar_og_ikke_en_dag_mer(self) -> None:
        assert self.hindringer("2026-02-02", "2027-02-01") == []
        assert self.hindringer("2026-02-02", "2027-02-02") == [
            "Et vedtak gjelder for høyst ett år. Sett sluttdatoen til 1. februar 2027 eller tidligere."
        ]

    def test_en_dag_er_nok_og_slutten_ma_finnes(self) -> None:
        assert self.hindringer("2026-02-02", "2026-02-02") == []
        assert self.hindringer("2026-02-02", "2026-02-01") == [
            "Perioden slutter 1. februar 2026, før den begynner 2. februar 2026. Rett en av datoene."
        ]
        assert self.hindringer("2026-02-02", None) == [
            "Vedtaket må ha en sluttdato. Det gjelder for høyst ett år om gangen."
        ]

    def test_starten_er_innen_seks_maneder_og_ikke_for_soknaden(self) -> None:
        assert self.hindringer("2026-01-05", "2026-12-31") == []
        assert self.hindringer("2026-07-05", "2026-12-31") == []
        (for_sent,) = self.hindringer("2026-07-06", "2026-12-31")
        assert for_sent.startswith("Programmet må begynne senest 5. juli 2026, seks måneder etter")
        (for_tidlig,) = self.hindringer("2026-01-04", "2026-12-31")
        assert for_tidlig.startswith("Programmet kan ikke begynne 4. januar 2026: søknaden kom 5. januar 2026.")

    def test_retten_faller_ikke_bort_fordi_kontoret_er_sent(self) -> None:
        assert len(self.hindringer("2026-08-03", "2026-12-31", dag="2026-07-05")) == 1
        assert self.hindringer("2026-08-03", "2026-12-31", dag="2026-07-06") == []

    def test_alle_hindringer_nevnes(self) -> None:
        assert len(self.hindringer("2026-07-06", None)) == 2


class TestOrdene:
    """What the caseworker reads, to the letter."""

    DAG = D("2026-06-03")

    def foreslatt(self, **mer: object) -> list[tuple[str, str, str]]:
        felt: dict[str, object] = {"dag": self.DAG, "fodselsdato": D("1990-03-03"), "kilde_fodselsdato": "søknaden"}
        return [(ett.utfall, ett.fakta, ett.kilde) for ett in vilkar.foresla(Fakta(**{**felt, **mer}))]  # type: ignore[arg-type]

    def test_ingen_har_spurt_og_vurderingen_er_ikke_ferdig(self) -> None:
        assert self.foreslatt() == [
            ("oppfylt", "Søkeren er født 3. mars 1990 og er 36 år 3. juni 2026.", "søknaden"),
            ("ikke_vurdert", "Vi har ikke undersøkt om søkeren har andre ytelser.", ""),
            ("ikke_vurdert", "Arbeidsevnevurderingen er ikke ferdig.", "arbeidsevnevurderingen i saken"),
        ]

    def test_ingen_ytelser_og_ferdig_vurdering(self) -> None:
        _alder, ytelser, aev = self.foreslatt(ytelser=(), aev_ferdigstilt=self.DAG)
        assert ytelser == (
            "oppfylt",
            "Vi kjenner ikke til ytelser til livsopphold 3. juni 2026.",
            "opplysningene i saken",
        )
        assert aev == (
            "oppfylt",
            "Arbeidsevnevurderingen ble ferdig 3. juni 2026.",
            "arbeidsevnevurderingen i saken",
        )

    def test_to_ytelser_fra_to_kilder_og_en_som_er_over(self) -> None:
        apen = Periode(D("2026-01-01"), None)
        ytelser = (
            KjentYtelse("sykepenger", apen, "søknaden"),
            KjentYtelse("dagpenger", apen, "samtalen"),
            KjentYtelse("AAP", Periode(D("2025-01-01"), D("2025-12-31")), "Arena"),
            KjentYtelse("bostøtte", apen, "søknaden"),
        )
        assert self.foreslatt(ytelser=ytelser)[1] == (
            "ikke_vurdert",
            "Søkeren har sykepenger, dagpenger, bostøtte. Vurder om det er svært begrenset.",
            "søknaden, samtalen",
        )

    def test_starten(self) -> None:
        assert vilkar.hindringer_i_perioden(
            fra=D("2026-06-01"), til=D("2026-12-31"), soknad_mottatt=D("2026-06-03"), dag=self.DAG
        ) == [
            "Programmet kan ikke begynne 1. juni 2026: søknaden kom 3. juni 2026. "
            "Velg en senere dag, eller rett datoen søknaden kom."
        ]
        assert vilkar.hindringer_i_perioden(
            fra=D("2026-12-04"), til=D("2027-12-04"), soknad_mottatt=D("2026-06-03"), dag=self.DAG
        ) == [
            "Programmet må begynne senest 3. desember 2026, seks måneder etter at søknaden kom 3. juni 2026. "
            "Velg en tidligere dag.",
            "Et vedtak gjelder for høyst ett år. Sett sluttdatoen til 3. desember 2027 eller tidligere.",
        ]

    def test_det_som_hindrer_et_vedtak(self) -> None:
        assert vilkar.kan_innvilges([])[0] == "Vilkåret «Alder» er ikke vurdert. Vurder det før du innvilger."
        assert vilkar.hindringer_i_lengden(D("2026-06-03"), None) == [
            "Vedtaket må ha en sluttdato. Det gjelder for høyst ett år om gangen."
        ]
        assert vilkar.hindringer_i_lengden(D("2026-06-03"), D("2026-06-02")) == [
            "Perioden slutter 2. juni 2026, før den begynner 3. juni 2026. Rett en av datoene."
        ]

    def test_tallene_har_kilde_og_dato(self) -> None:
        gjelder = (D("2019-01-01"), D("2018-12-20"), "LOV-2018-12-20-98", "sotjl § 29 første ledd")
        assert [
            (en.kode, en.verdi, en.gjelder_fra, en.kunngjort, en.kilde, str(en.hjemmel))
            for en in (vilkar.FRA_ALDER, vilkar.TIL_ALDER)
        ] == [("alder_fra", 18, *gjelder), ("alder_til", 67, *gjelder)]


def test_ingen_avslas_for_det_en_pabegynt_vurdering_skal_vise() -> None:
    for grunn in Avslagsgrunn:
        assert bool(vilkar.avslag_venter_pa_aev(grunn, planlagt=True)) == (grunn in vilkar.BYGGER_PA_AEV)
        assert vilkar.avslag_venter_pa_aev(grunn, planlagt=False) == []
