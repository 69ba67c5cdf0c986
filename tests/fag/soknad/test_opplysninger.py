"""Something is missing: the office asks, the applicant answers, and the place in the queue is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotfeste.fag.brev.models import Brev, Brevmal
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.enums import Saksstatus, Sosialhjelp
from fotfeste.fag.soknad import selectors, services
from fotfeste.fag.soknad.enums import Kanal, Soknadsstatus
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.soknad.overganger import SOKNAD
from fotfeste.fag.soknad.services import Fil, Mangel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse, Sporing
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.regelverk import tid
from tests.grunnlag import I_DAG, lag_aktor, lag_deltaker, lag_kontor, lag_person, lag_valg

PDF = b"%PDF-1.7\nen lonnsslipp"
MOTTATT = date(2026, 5, 20)


@pytest.fixture
def soknad(veileder: Aktor, kontor: Kontor) -> Soknad:
    return services.soknad_registrer(
        veileder, person=lag_person(), kontor=kontor, mottatt=MOTTATT, kanal=Kanal.PAPIR, onsker="Jobb"
    )


@pytest.fixture
def soker(soknad: Soknad, kontor: Kontor) -> Aktor:
    aktor = lag_deltaker(soknad.sak.person, kontor)
    soknad.sak.person.refresh_from_db()
    return aktor


TO_TING = [Mangel("Lønnsslipp for mai", "Vi må vite hva du lever av."), Mangel("Oppholdstillatelse")]


def test_flere_ting_i_ett_brev_og_koplassen_beholdes(veileder: Aktor, soknad: Soknad) -> None:
    krav = services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING)
    soknad.refresh_from_db()
    assert (soknad.status, soknad.mottatt) == (Soknadsstatus.VENTER_PA_OPPLYSNINGER, MOTTATT)
    assert {ett.frist for ett in krav} == {date(2026, 6, 17)}
    brev = Brev.objects.get(sak=soknad.sak)
    assert brev.mal == Brevmal.OPPLYSNINGER
    assert bytes(brev.dokument.innhold).startswith(b"%PDF")
    _, bilde = selectors.soknadsbilde_for_sak(veileder, soknad.sak_id)
    assert bilde is not None
    assert [ett.hva for ett in bilde.mangler] == ["Lønnsslipp for mai", "Oppholdstillatelse"]
    assert bilde.venter_pa_soker


def test_fristen_er_kommunens_valg(veileder: Aktor, soknad: Soknad, kommune: Kommune) -> None:
    lag_valg(kommune, "opplysningsfrist_dager", 21)
    krav = services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING[:1])
    assert krav[0].frist == date(2026, 6, 24)


def test_alt_som_er_galt_med_kravet_sies_paa_en_gang(veileder: Aktor, soknad: Soknad) -> None:
    mangler = [Mangel("Lønnsslipp"), Mangel(" ", felt="hva_2"), Mangel("LØNNSSLIPP", felt="hva_3")]
    with pytest.raises(FlereFeil) as feil:
        services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=mangler, frist=I_DAG)
    assert [f.felt for f in feil.value.feil] == ["frist", "hva_2", "hva_3"]
    for ting in ([], [Mangel(str(nr)) for nr in range(11)]):
        with pytest.raises(FlereFeil):
            services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=ting)
    with pytest.raises(Fagfeil, match="høyst 200 tegn"):
        services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=[Mangel("x" * 201)])
    assert not Brev.objects.exists()


def test_glemt_plassholder_sender_ikke_brev(veileder: Aktor, soknad: Soknad) -> None:
    with pytest.raises(Fagfeil, match="ikke fylt ut"):
        services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=[Mangel("Papir", "Fordi [grunn her]")])
    assert not soknad.opplysningskrav.exists()


def test_nar_det_siste_har_kommet_venter_soknaden_paa_kontoret(veileder: Aktor, soknad: Soknad, soker: Aktor) -> None:
    forste, andre = services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING)
    services.soknad_svar(soker, krav=forste, svar="Her er den", vedlegg=[Fil("slipp.pdf", PDF)])
    soknad.refresh_from_db()
    assert soknad.status == Soknadsstatus.VENTER_PA_OPPLYSNINGER
    services.soknad_motta_opplysning(veileder, krav=andre, mottatt=date(2026, 6, 2), svar="Vist fram på kontoret")
    soknad.refresh_from_db()
    assert (soknad.status, soknad.mottatt) == (Soknadsstatus.MOTTATT, MOTTATT)
    assert forste.vedlegg.get().navn == "slipp.pdf"


@pytest.mark.parametrize("mottatt", [date(2026, 6, 4), date(2026, 5, 19)])
def test_opplysningen_kom_mellom_soknaden_og_i_dag(veileder: Aktor, soknad: Soknad, mottatt: date) -> None:
    krav = services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING)[0]
    with pytest.raises(Fagfeil) as feil:
        services.soknad_motta_opplysning(veileder, krav=krav, mottatt=mottatt)
    assert feil.value.felt == "mottatt"


def test_svaret_sendes_en_gang_og_ikke_tomt(veileder: Aktor, soknad: Soknad, soker: Aktor) -> None:
    krav = services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING)[0]
    with pytest.raises(Fagfeil, match="Skriv et svar"):
        services.soknad_svar(soker, krav=krav, svar="  ")
    services.soknad_svar(soker, krav=krav, svar="Jeg har ikke lønn")
    with pytest.raises(UlovligOvergang, match="allerede registrert som mottatt"):
        services.soknad_motta_opplysning(veileder, krav=krav, mottatt=I_DAG)


def test_forelopig_svar_sendes_som_brev_og_stanser_den_klokken(veileder: Aktor, soknad: Soknad) -> None:
    services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING)
    services.soknad_gi_forelopig_svar(
        veileder, soknad=soknad, grunn="Mange har søkt samtidig.", ventet_svar=date(2026, 8, 1)
    )
    _, bilde = selectors.soknadsbilde_for_sak(veileder, soknad.sak_id)
    assert bilde is not None
    assert bilde.soknad.forelopig_svar == I_DAG
    assert [frist.kode for frist in bilde.frister if not frist.oppfylt] == ["senest_start"]
    assert Brev.objects.filter(mal=Brevmal.FORELOPIG_SVAR).count() == 1
    with klokke.still_til(date(2026, 7, 1)):
        services.soknad_gi_forelopig_svar(
            veileder, soknad=soknad, grunn="Det tar enda lenger.", ventet_svar=date(2026, 9, 1)
        )
    bilde.soknad.refresh_from_db()
    assert bilde.soknad.forelopig_svar == I_DAG


def test_forelopig_svar_trenger_grunn_og_en_dag_fram_i_tid(veileder: Aktor, soknad: Soknad) -> None:
    for grunn, ventet, felt in ((" ", date(2026, 8, 1), "grunn"), ("Mange søkere", I_DAG, "ventet_svar")):
        with pytest.raises(Fagfeil) as feil:
            services.soknad_gi_forelopig_svar(veileder, soknad=soknad, grunn=grunn, ventet_svar=ventet)
        assert feil.value.felt == felt


def test_ingen_lover_svar_eller_setter_frist_etter_at_programmet_ma_ha_begynt(veileder: Aktor, soknad: Soknad) -> None:
    senest = tid.legg_til_maneder(soknad.mottatt, 6)
    for_sent = senest + timedelta(days=1)
    with pytest.raises(Fagfeil, match="Lov et svar senest") as feil:
        services.soknad_gi_forelopig_svar(veileder, soknad=soknad, grunn="Mange har søkt.", ventet_svar=for_sent)
    assert feil.value.felt == "ventet_svar"
    with pytest.raises(FlereFeil, match="Sett en frist senest"):
        services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=[Mangel("Lønnsslipp")], frist=for_sent)
    services.soknad_gi_forelopig_svar(veileder, soknad=soknad, grunn="Mange har søkt.", ventet_svar=senest)
    lovet = [frist.dato for frist in oversikt_en(soknad.sak).frister if frist.tekst == "Svaret vi har lovet søkeren"]
    assert lovet == [senest]


def test_klar_uten_det_som_mangler_krever_en_grunn(veileder: Aktor, soknad: Soknad) -> None:
    services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING)
    with pytest.raises(Fagfeil, match="Lønnsslipp for mai» og «Oppholdstillatelse"):
        services.soknad_merk_klar(veileder, soknad=soknad)
    services.soknad_merk_klar(veileder, soknad=soknad, grunn="Vi ser det i egne registre.")
    soknad.refresh_from_db()
    assert soknad.status == Soknadsstatus.KLAR
    assert Hendelse.objects.get(sak_id=soknad.sak_id, kode="soknad.klar_uten").data["grunn"]


def test_to_paa_samme_skjema(veileder: Aktor, soknad: Soknad) -> None:
    sett = soknad.versjon
    services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING, versjon=sett)
    with pytest.raises(SamtidigEndring):
        services.soknad_merk_klar(veileder, soknad=soknad, grunn="Nok", versjon=sett)


def test_soker_trekker_selv_og_saken_lukkes(soknad: Soknad, soker: Aktor, veileder: Aktor) -> None:
    services.soknad_trekk_selv(soker, soknad=soknad)
    soknad.refresh_from_db()
    soknad.sak.refresh_from_db()
    assert (soknad.status, soknad.trukket, soknad.sak.status) == (Soknadsstatus.TRUKKET, I_DAG, Saksstatus.TRUKKET)
    with pytest.raises(UlovligOvergang):
        services.soknad_trekk(veileder, soknad=soknad)


@pytest.mark.parametrize("trukket", [date(2026, 6, 4), date(2026, 5, 19)])
def test_trukket_dato_maa_kunne_stemme(veileder: Aktor, soknad: Soknad, trukket: date) -> None:
    with pytest.raises(Fagfeil) as feil:
        services.soknad_trekk(veileder, soknad=soknad, trukket=trukket)
    assert feil.value.felt == "trukket"


def test_papirer_som_kom_senere(veileder: Aktor, soknad: Soknad) -> None:
    services.soknad_legg_ved(veileder, soknad=soknad, vedlegg=[Fil("attest.pdf", PDF)])
    assert soknad.vedlegg.count() == 1
    with pytest.raises(Fagfeil, match="minst én fil"):
        services.soknad_legg_ved(veileder, soknad=soknad, vedlegg=[])


def test_vedlegg_leses_bare_gjennom_sin_soknad_og_spores(veileder: Aktor, soknad: Soknad, okonomi: Aktor) -> None:
    dokument = services.soknad_legg_ved(veileder, soknad=soknad, vedlegg=[Fil("attest.pdf", PDF)])[0]
    assert selectors.vedlegg_hent(veileder, soknad.pk, dokument.pk).navn == "attest.pdf"
    assert Sporing.objects.filter(handling="soknad.les", utfall="vist", bruker=veileder.bruker).exists()
    with pytest.raises(IkkeTilgang):
        selectors.vedlegg_hent(okonomi, soknad.pk, dokument.pk)
    assert Sporing.objects.filter(handling="soknad.les", utfall="nektet", bruker=okonomi.bruker).exists()
    brev_id = services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=TO_TING) and Brev.objects.get()
    with pytest.raises(IkkeTilgang, match="hører ikke til"):
        selectors.vedlegg_hent(veileder, soknad.pk, brev_id.dokument_id)  # type: ignore[union-attr]


def test_bakgrunnen_svares_en_gang(veileder: Aktor, soknad: Soknad, okonomi: Aktor) -> None:
    bakgrunn = services.bakgrunn_besvar(veileder, soknad.sak, sosialhjelp=Sosialhjelp.SUPPLERENDE, tiltakspenger=True)
    assert bakgrunn.tiltakspenger
    with pytest.raises(SamtidigEndring):
        services.bakgrunn_besvar(veileder, soknad.sak, versjon=1, tiltakspenger=False)
    with pytest.raises(IkkeTilgang):
        services.bakgrunn_besvar(okonomi, soknad.sak, tiltakspenger=False)


@pytest.mark.parametrize("kode", sorted(SOKNAD.kommandoer()))
def test_andre_ved_kontoret_gir_ikke_kommandoer(kode: str, soknad: Soknad, kontor: Kontor, kommune: Kommune) -> None:
    overgang = SOKNAD.overgang(kode)
    soknad.status = next(iter(overgang.fra))
    for aktor in (
        lag_aktor(Rolle.OKONOMI, kontor),
        lag_aktor(Rolle.BESLUTTER, kontor),
        lag_aktor(Rolle.STATLIG_VEILEDER, kontor),
        lag_aktor(Rolle.VEILEDER, lag_kontor(kommune)),
        lag_aktor(Rolle.DELTAKER, kontor),
    ):
        assert overgang not in SOKNAD.mulige(aktor, soknad)
    assert getattr(services, f"soknad_{kode}")
