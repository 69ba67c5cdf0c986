"""The programme of § 30: a full week, half a position, towards work, with job search and evaluations."""

from datetime import date, time
from fractions import Fraction

import pytest

from fotfeste.regelverk.program import Aktivitet, Blokk, Gruppe, Program, kontroller, timer_i_ord
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.tid import Periode

D = date.fromisoformat


def akt(gruppe: str, timer: str, navn: str | None = None) -> Aktivitet:
    return Aktivitet(navn or gruppe, Gruppe(gruppe), Fraction(timer))


GOD_UKE = (akt("arbeidsrettet", "20"), akt("opplaering", "15"), akt("helse", "2.5"))


def program(*aktiviteter: Aktivitet, **mer: object) -> Program:
    felt: dict[str, object] = {
        "periode": Periode(D("2026-01-05"), D("2026-06-30")),
        "evalueringsdatoer": (D("2026-04-15"),),
        "programslutt": D("2027-01-04"),
        **mer,
    }
    return Program(aktiviteter=aktiviteter or GOD_UKE, **felt)  # type: ignore[arg-type]


def funn(*aktiviteter: Aktivitet, **mer: object) -> list[tuple[str, str, str]]:
    return [(ett.styrke, ett.kode, str(ett.hjemmel)) for ett in kontroller(program(*aktiviteter, **mer))]


def test_en_god_uke_har_ingen_funn() -> None:
    assert funn() == []


class TestFullTid:
    def test_mindre_enn_full_tid(self) -> None:
        (ett,) = kontroller(program(akt("arbeidsrettet", "37")))
        assert (ett.styrke, ett.kode, str(ett.hjemmel)) == (
            Styrke.SKAL,
            "mindre_enn_full_tid",
            "sotjl § 30 andre ledd",
        )
        assert ett.tekst == ("Uken har 37 timer. Programmet er på full tid: legg til 0,5 timer, så blir det 37,5.")

    def test_mer_enn_full_tid_bor_avtales(self) -> None:
        assert funn(akt("arbeidsrettet", "38")) == [("bor", "mer_enn_full_tid", "forskriften § 1 andre ledd")]

    def test_tom_uke_har_ett_funn_om_timene(self) -> None:
        koder = [ett.kode for ett in kontroller(Program(Periode(D("2026-01-05"), None), ()))]
        assert koder == ["mindre_enn_full_tid", "mangler_evalueringsdato"]

    def test_timer_som_ikke_finnes(self) -> None:
        with pytest.raises(ValueError, match="-1 timer"):
            akt("helse", "-1")
        with pytest.raises(ValueError, match="169 timer"):
            akt("helse", "169")
        assert akt("helse", "168").timer_per_uke == 168


class TestStilling:
    def test_halv_stilling_er_18_75_timer(self) -> None:
        halv = (akt("lonnet_arbeid", "18.75"), akt("arbeidsrettet", "18.75"))
        assert funn(*halv) == []
        over = (akt("lonnet_arbeid", "19"), akt("arbeidsrettet", "18.5"))
        assert funn(*over) == [("skal", "for_stor_stilling", "sotjl § 30 andre ledd")]

    def test_to_jobber_legges_sammen(self) -> None:
        jobber = (akt("lonnet_arbeid", "10", "Kafé"), akt("lonnet_arbeid", "10", "Butikk"))
        (ett,) = kontroller(program(*jobber, akt("arbeidsrettet", "17.5")))
        assert ett.tekst == ("Lønnet arbeid er 20 timer i uken. Det kan være høyst 18,75, som er en halv stilling.")


class TestVesentligDel:
    def test_mer_enn_halvparten_ma_vaere_rettet_mot_arbeid(self) -> None:
        akkurat_halvparten = (akt("arbeidsrettet", "18.75"), akt("opplaering", "18.75"))
        assert funn(*akkurat_halvparten) == [("skal", "for_lite_rettet_mot_arbeid", "sotjl § 30 første ledd")]
        litt_mer = (akt("arbeidsrettet", "19"), akt("opplaering", "18.5"))
        assert funn(*litt_mer) == []

    def test_arbeidssoking_og_jobb_teller_med(self) -> None:
        uke = (
            akt("arbeidsrettet", "5"),
            akt("arbeidssoking", "5"),
            akt("lonnet_arbeid", "9"),
            akt("stotte", "10"),
            akt("egenaktivitet", "8.5"),
        )
        assert funn(*uke) == []


class TestArbeidssoking:
    # The programme ends 4 January 2027: the closing part begins 5 October 2026.
    def test_siste_tre_maneder_skal_ha_arbeidssoking(self) -> None:
        siste = Periode(D("2026-07-01"), D("2027-01-04"))
        (ett,) = kontroller(program(periode=siste, evalueringsdatoer=(D("2026-10-01"),)))
        assert (ett.kode, str(ett.hjemmel)) == ("mangler_arbeidssoking", "forskriften § 1 første ledd")
        assert ett.tekst == ("Programmet slutter 4. januar 2027. Legg inn arbeidssøking senest fra 5. oktober 2026.")
        med = (akt("arbeidsrettet", "37"), akt("arbeidssoking", "0.5"))
        assert funn(*med, periode=siste, evalueringsdatoer=(D("2026-10-01"),)) == []

    @pytest.mark.parametrize(("til", "antall"), [("2026-10-04", 0), ("2026-10-05", 1)])
    def test_grensen(self, til: str, antall: int) -> None:
        assert len(funn(periode=Periode(D("2026-07-01"), D(til)), evalueringsdatoer=(D("2026-10-01"),))) == antall

    def test_uten_programslutt_er_det_versjonens_slutt(self) -> None:
        assert [kode for _, kode, _ in funn(programslutt=None)] == ["mangler_arbeidssoking"]
        assert funn(programslutt=None, periode=Periode(D("2026-01-05"), None)) == []

    @pytest.mark.parametrize(("maneder", "antall"), [(1, 0), (3, 0), (6, 0), (7, 1), (12, 1)])
    def test_kommunen_kan_velge_en_annen_avslutningsdel(self, maneder: int, antall: int) -> None:
        # The version ends 30 June 2026 and the programme 4 January 2027: the last seven months begin 5 June.
        assert len(kontroller(program(), avsluttende_maneder=maneder)) == antall


class TestEvaluering:
    def test_en_dato_ma_finnes(self) -> None:
        assert funn(evalueringsdatoer=()) == [("skal", "mangler_evalueringsdato", "forskriften § 1 tredje ledd")]

    def test_datoene_ligger_i_programmet(self) -> None:
        datoer = tuple(map(D, ("2026-01-04", "2026-01-05", "2027-01-04", "2027-01-05")))
        utenfor = kontroller(program(evalueringsdatoer=datoer))
        assert [(ett.styrke, ett.kode, str(ett.hjemmel)) for ett in utenfor] == [
            ("skal", "evaluering_utenfor_programmet", "forskriften § 1 tredje ledd")
        ] * 2
        assert "4. januar 2026" in utenfor[0].tekst
        assert "5. januar 2027" in utenfor[1].tekst


def blokk(dag: int, fra: str, til: str, navn: str = "arbeidsrettet") -> Blokk:
    return Blokk(dag, time.fromisoformat(fra), time.fromisoformat(til), navn)


FULL_UKE = tuple(blokk(dag, "08:00", "15:30") for dag in range(5))


class TestUkeplan:
    def test_en_uke_som_gar_opp(self) -> None:
        assert funn(akt("arbeidsrettet", "37.5"), blokker=FULL_UKE) == []
        assert FULL_UKE[0].timer == Fraction(15, 2)

    def test_overlapp_samme_dag(self) -> None:
        uke = (*FULL_UKE, blokk(0, "15:00", "16:00", "kurs"))
        (overlapp,) = kontroller(program(akt("arbeidsrettet", "37.5"), akt("opplaering", "1", "kurs"), blokker=uke))[1:]
        assert (overlapp.styrke, overlapp.kode) == (Styrke.SKAL, "overlappende_blokker")
        assert overlapp.tekst == "På mandag overlapper «arbeidsrettet» og «kurs» fra 15.00. Flytt en av dem."

    def test_blokker_som_bare_moter_hverandre_overlapper_ikke(self) -> None:
        uke = (*FULL_UKE[1:], blokk(0, "12:00", "15:30"), blokk(0, "08:00", "12:00"))
        assert funn(akt("arbeidsrettet", "37.5"), blokker=uke) == []

    def test_samme_klokkeslett_to_dager_overlapper_ikke(self) -> None:
        assert funn(akt("arbeidsrettet", "37.5"), blokker=tuple(reversed(FULL_UKE))) == []

    def test_en_lang_blokk_overlapper_alle_de_korte_i_den(self) -> None:
        uke = (blokk(0, "08:00", "16:00"), blokk(0, "09:00", "10:00"), blokk(0, "11:00", "12:00"))
        koder = [kode for _, kode, _ in funn(akt("arbeidsrettet", "37.5"), blokker=uke)]
        assert koder.count("overlappende_blokker") == 2

    def test_lordag_og_sondag_bor_forklares(self) -> None:
        uke = (*FULL_UKE[:3], blokk(5, "08:00", "15:30"), blokk(6, "08:00", "15:30"))
        svar = kontroller(program(akt("arbeidsrettet", "37.5"), blokker=uke))
        assert [(ett.styrke, ett.kode) for ett in svar] == [(Styrke.BOR, "aktivitet_pa_fridag")] * 2
        assert {str(ett.hjemmel) for ett in svar} == {"forskriften § 16 første ledd"}
        assert svar[0].tekst.startswith("Lørdag er fridag")
        assert svar[1].tekst.startswith("Søndag er fridag")

    def test_timer_og_ukeplan_er_like(self) -> None:
        uke = (*FULL_UKE[:4], blokk(4, "08:00", "15:00"), blokk(4, "15:00", "15:30", "trening"))
        svar = kontroller(program(akt("arbeidsrettet", "37.5"), blokker=uke))
        assert [ett.tekst for ett in svar] == [
            "«arbeidsrettet» er 37,5 timer i uken, men 37 i ukeplanen. Gjør dem like.",
            "«trening» er 0 timer i uken, men 0,5 i ukeplanen. Gjør dem like.",
        ]

    @pytest.mark.parametrize(
        ("dag", "fra", "til"),
        [(7, "08:00", "09:00"), (-1, "08:00", "09:00"), (0, "09:00", "09:00"), (0, "10:00", "09:00")],
    )
    def test_blokker_som_ikke_finnes(self, dag: int, fra: str, til: str) -> None:
        with pytest.raises(ValueError, match=r"ukedag|slutter"):
            blokk(dag, fra, til)


@pytest.mark.parametrize(
    ("timer", "i_ord"),
    [("37.5", "37,5"), ("18.75", "18,75"), ("0", "0"), ("10", "10"), ("20/3", "6,67"), ("1.05", "1,05")],
)
def test_timer_i_ord(timer: str, i_ord: str) -> None:
    assert timer_i_ord(Fraction(timer)) == i_ord


class TestOrdene:
    """What stands beside the week, to the letter: strength, code, provision, sentence."""

    def alt(self, *aktiviteter: Aktivitet, **mer: object) -> list[tuple[str, str, str, str]]:
        return [(en.styrke, en.kode, str(en.hjemmel), en.tekst) for en in kontroller(program(*aktiviteter, **mer))]

    def test_for_mange_timer(self) -> None:
        assert self.alt(akt("arbeidsrettet", "38.25")) == [
            (
                "bor",
                "mer_enn_full_tid",
                "forskriften § 1 andre ledd",
                "Uken har 38,25 timer, 0,75 mer enn deltakeren skal sette av. Ta bort noe, eller avtal det særskilt.",
            )
        ]

    def test_for_lite_rettet_mot_arbeid(self) -> None:
        assert self.alt(akt("arbeidsrettet", "18.75"), akt("helse", "18.75")) == [
            (
                "skal",
                "for_lite_rettet_mot_arbeid",
                "sotjl § 30 første ledd",
                "18,75 av 37,5 timer er rettet direkte mot arbeid. Det må være mer enn halvparten.",
            )
        ]

    def test_uten_evalueringsdato(self) -> None:
        assert self.alt(evalueringsdatoer=()) == [
            (
                "skal",
                "mangler_evalueringsdato",
                "forskriften § 1 tredje ledd",
                "Programmet må si når det skal evalueres. Legg inn minst én dato.",
            )
        ]

    def test_uten_arbeidssoking_til_slutt(self) -> None:
        periode = Periode(D("2026-01-05"), D("2026-10-05"))
        assert self.alt(periode=periode, programslutt=D("2027-01-04")) == [
            (
                "skal",
                "mangler_arbeidssoking",
                "forskriften § 1 første ledd",
                "Programmet slutter 4. januar 2027. Legg inn arbeidssøking senest fra 5. oktober 2026.",
            )
        ]
        assert self.alt(periode=Periode(D("2026-01-05"), D("2026-10-04")), programslutt=D("2027-01-04")) == []

    def test_blokker_som_overlapper_og_timer_som_ikke_stemmer(self) -> None:
        blokker = (
            Blokk(0, time(8), time(12), "praksis"),
            Blokk(0, time(11), time(12), "kurs"),
            Blokk(0, time(11, 30), time(13), "praksis"),
            Blokk(0, time(12, 30), time(13, 30), "tur"),
            Blokk(1, time(8), time(9), "praksis"),
        )
        uke = (
            akt("arbeidsrettet", "20", "praksis"),
            akt("arbeidsrettet", "16.5", "lager"),
            akt("opplaering", "1", "kurs"),
        )
        ulike = ("bor", "timer_og_ukeplan_ulike", "forskriften § 1 andre ledd")
        over = ("skal", "overlappende_blokker", "sotjl § 30 andre ledd")
        assert self.alt(*uke, blokker=blokker) == [
            (*over, "På mandag overlapper «praksis» og «kurs» fra 11.00. Flytt en av dem."),
            (*over, "På mandag overlapper «praksis» og «praksis» fra 11.30. Flytt en av dem."),
            (*over, "På mandag overlapper «praksis» og «tur» fra 12.30. Flytt en av dem."),
            (*ulike, "«praksis» er 20 timer i uken, men 6,5 i ukeplanen. Gjør dem like."),
            (*ulike, "«lager» er 16,5 timer i uken, men 0 i ukeplanen. Gjør dem like."),
            (*ulike, "«tur» er 0 timer i uken, men 1 i ukeplanen. Gjør dem like."),
        ]

    def test_to_aktiviteter_med_samme_navn_legges_sammen(self) -> None:
        uke = (akt("arbeidsrettet", "20", "jobb"), akt("lonnet_arbeid", "17.5", "jobb"))
        blokker = tuple(Blokk(dag, time(8), time(15, 30), "jobb") for dag in range(5))
        assert self.alt(*uke, blokker=blokker) == []

    def test_null_timer_i_uken_finnes(self) -> None:
        assert akt("helse", "0").timer_per_uke == 0
