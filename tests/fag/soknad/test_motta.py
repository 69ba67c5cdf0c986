"""An application comes: on paper, by word of mouth, or from the participant's own page."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_sett_status
from fotfeste.fag.soknad import services
from fotfeste.fag.soknad.enums import Kanal, Soknadsstatus
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.soknad.selectors import soknadsbilde_for_sak
from fotfeste.fag.soknad.services import Fil, soknad_registrer, soknad_send
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import I_DAG, lag_aktor, lag_deltaker, lag_kontor, lag_person, lag_sak

PDF = b"%PDF-1.7\nen soknad"


def _papir(aktor: Aktor, kontor: Kontor, **valg: object) -> Soknad:
    felter = {"person": lag_person(), "mottatt": date(2026, 5, 20), "kanal": Kanal.PAPIR, **valg}
    return soknad_registrer(aktor, kontor=kontor, **felter)  # type: ignore[arg-type]


def test_papirsoknad_aapner_sak_og_starter_fristene(veileder: Aktor, kontor: Kontor) -> None:
    soknad = _papir(veileder, kontor, onsker="Jobb på verksted", vedlegg=[Fil("soknad.pdf", PDF)])
    assert (soknad.status, soknad.sak.status) == (Soknadsstatus.MOTTATT, Saksstatus.SOKNAD)
    assert soknad.vedlegg.get().sha256
    _, bilde = soknadsbilde_for_sak(veileder, soknad.sak_id)
    assert bilde is not None
    assert {frist.kode: frist.dato for frist in bilde.frister} == {
        "senest_start": date(2026, 11, 20),
        "forelopig_svar": date(2026, 6, 20),
    }
    assert bilde.frister[0].dager == 17
    assert not bilde.frister[0].oppfylt


def test_tidslinjen_leser_som_en_setning(veileder: Aktor, kontor: Kontor) -> None:
    soknad = _papir(veileder, kontor)
    hendelse = Hendelse.objects.get(sak_id=soknad.sak_id, kode="soknad.registrert")
    assert setning(hendelse.kode, hendelse.data, "Kari") == (
        "Kari registrerte søknaden, som kom 20. mai 2026 (på papir)."
    )


@pytest.mark.parametrize("mottatt", [date(2026, 6, 4), date(2009, 12, 31), date(1926, 6, 3), date(9999, 12, 31)])
def test_umulig_mottattdato_sies_ved_feltet(veileder: Aktor, kontor: Kontor, mottatt: date) -> None:
    with pytest.raises(Fagfeil) as feil:
        _papir(veileder, kontor, mottatt=mottatt)
    assert feil.value.felt == "mottatt"
    assert not Sak.objects.exists()


def test_soknad_29_februar_har_frist_sist_i_maaneden(veileder: Aktor, kontor: Kontor) -> None:
    with klokke.still_til(date(2028, 9, 1)):
        soknad = _papir(veileder, kontor, mottatt=date(2028, 2, 29))
        _, bilde = soknadsbilde_for_sak(veileder, soknad.sak_id)
    assert bilde is not None
    assert bilde.frister[-1].dato == date(2028, 8, 29)
    assert all(frist.over for frist in bilde.frister)


@pytest.mark.parametrize(
    ("fodt", "alder"), [(date(2009, 2, 14), 17), (date(1959, 6, 3), 67), (date(1959, 6, 4), 66), (date(2008, 6, 3), 18)]
)
def test_for_ung_eller_for_gammel_tas_imot_med_merknad(veileder: Aktor, kontor: Kontor, fodt: date, alder: int) -> None:
    soknad = _papir(veileder, kontor, person=lag_person(fodselsdato=fodt))
    _, bilde = soknadsbilde_for_sak(veileder, soknad.sak_id)
    assert bilde is not None
    assert (f"er {alder} år" in bilde.merknad) == (not 18 <= alder < 67)


def test_fyller_18_mens_soknaden_venter(veileder: Aktor, kontor: Kontor) -> None:
    soknad = _papir(veileder, kontor, person=lag_person(fodselsdato=date(2008, 7, 1)))
    with klokke.still_til(date(2026, 7, 1)):
        _, bilde = soknadsbilde_for_sak(veileder, soknad.sak_id)
    assert bilde is not None
    assert bilde.merknad == ""


def test_to_soknader_samtidig_blir_en(veileder: Aktor, kontor: Kontor) -> None:
    person = lag_person()
    _papir(veileder, kontor, person=person)
    with pytest.raises(Fagfeil, match=r"åpen søknad, mottatt 20\. mai 2026"):
        _papir(veileder, kontor, person=person)
    assert Soknad.objects.count() == 1


def test_den_som_er_i_program_soker_ikke_paa_nytt(veileder: Aktor, kontor: Kontor) -> None:
    sak = lag_sak(kontor)
    with kommando(SYSTEM, "test"):
        sak_sett_status(sak, Saksstatus.I_PROGRAM)
    with pytest.raises(Fagfeil, match="allerede innvilget"):
        _papir(veileder, kontor, person=sak.person)


def test_ny_soknad_etter_at_den_forrige_er_trukket(veileder: Aktor, kontor: Kontor) -> None:
    person = lag_person()
    forste = _papir(veileder, kontor, person=person)
    services.soknad_trekk(veileder, soknad=forste)
    andre = _papir(veileder, kontor, person=person, mottatt=I_DAG)
    assert andre.sak_id != forste.sak_id


def test_aapen_sak_ved_annet_kontor(veileder: Aktor, kontor: Kontor, kommune: Kommune) -> None:
    person = lag_sak(lag_kontor(kommune, "NAV Fjordvik nord")).person
    with pytest.raises(Fagfeil, match="NAV Fjordvik nord"):
        _papir(veileder, kontor, person=person)


def test_flere_gale_filer_sies_paa_en_gang_og_ingenting_lagres(veileder: Aktor, kontor: Kontor) -> None:
    filer = [Fil("soknad.pdf", PDF), Fil("bilde.png", b"MZ et program"), Fil("virus.exe", b"MZ"), Fil("tom.pdf", b"")]
    with pytest.raises(FlereFeil) as feil:
        _papir(veileder, kontor, vedlegg=filer)
    assert [f.felt for f in feil.value.feil] == ["vedlegg"] * 3
    assert "innholdet er noe annet" in feil.value.feil[0].melding
    assert not Soknad.objects.exists()
    assert not Dokument.objects.exists()


def test_ti_megabyte_tekst_avvises_i_ord(veileder: Aktor, kontor: Kontor) -> None:
    with pytest.raises(Fagfeil, match="for lang: 10485760 tegn") as feil:
        _papir(veileder, kontor, situasjon="a" * 10 * 1024 * 1024)
    assert feil.value.felt == "situasjon"


def test_for_mange_og_for_store_filer(veileder: Aktor, kontor: Kontor) -> None:
    with pytest.raises(Fagfeil, match="høyst 10 filer"):
        _papir(veileder, kontor, vedlegg=[Fil("a.pdf", PDF)] * 11)
    with pytest.raises(Fagfeil, match="større enn 10 MB"):
        _papir(veileder, kontor, vedlegg=[Fil("a.pdf", PDF + b"x" * 10 * 1024 * 1024)])


def test_deltakeren_soker_selv(kontor: Kontor) -> None:
    person = lag_person()
    deltaker = lag_deltaker(person, kontor)
    soknad = soknad_send(deltaker, onsker="Jeg vil bli kokk", vedlegg=[Fil("attest.pdf", PDF)])
    assert (soknad.kanal, soknad.mottatt, soknad.sak.person) == (Kanal.DIGITAL, I_DAG, person)
    with pytest.raises(Fagfeil, match="allerede en åpen søknad"):
        soknad_send(deltaker, onsker="En gang til")


def test_bare_den_som_er_knyttet_til_en_person_kan_sende(kontor: Kontor, veileder: Aktor) -> None:
    for aktor in (veileder, lag_aktor(Rolle.DELTAKER, kontor), SYSTEM):
        with pytest.raises(IkkeTilgang):
            soknad_send(aktor, onsker="Noe")


@pytest.mark.parametrize(
    "rolle", [Rolle.OKONOMI, Rolle.BESLUTTER, Rolle.REVISOR, Rolle.LEDER, Rolle.STATLIG_VEILEDER, Rolle.DELTAKER]
)
def test_andre_roller_registrerer_ikke(kontor: Kontor, rolle: Rolle) -> None:
    with pytest.raises(IkkeTilgang):
        _papir(lag_aktor(rolle, kontor), kontor)


def test_veileder_ved_annet_kontor_registrerer_ikke_her(kontor: Kontor, kommune: Kommune) -> None:
    with pytest.raises(IkkeTilgang):
        _papir(lag_aktor(Rolle.VEILEDER, lag_kontor(kommune)), kontor)


def test_veileder_registrerer_ikke_sin_egen_soknad(veileder: Aktor, kontor: Kontor) -> None:
    from fotfeste.fag.person.services import person_knytt_bruker

    person = person_knytt_bruker(SYSTEM, lag_person(), veileder.krev_bruker())
    with pytest.raises(IkkeTilgang, match="egen sak"):
        _papir(veileder, kontor, person=person)


def test_muntlig_soknad_gir_kvittering_med_det_vi_skrev_ned(veileder: Aktor, kontor: Kontor) -> None:
    """The applicant can correct what we heard, and sees the day the six months run from (sotjl § 31)."""
    soknad = services.soknad_registrer(
        veileder,
        person=lag_person(),
        kontor=kontor,
        mottatt=date(2026, 4, 3),
        kanal=Kanal.MUNTLIG,
        onsker="Jeg vil jobbe på kjøkken.",
    )
    brev = soknad.sak.brev.get()
    assert brev.mal == "kvittering"
    tekst = str(fra_json(brev.innhold)).replace("\xa0", " ").replace("\\xa0", " ")
    for ventet in ("3. april 2026", "Jeg vil jobbe på kjøkken.", "3. oktober 2026", "Si fra til oss"):
        assert ventet in tekst


@pytest.mark.parametrize("kanal", [Kanal.PAPIR, Kanal.DIGITAL])
def test_den_som_har_skrevet_selv_trenger_ingen_kvittering(veileder: Aktor, kontor: Kontor, kanal: Kanal) -> None:
    soknad = services.soknad_registrer(
        veileder, person=lag_person(), kontor=kontor, mottatt=date(2026, 4, 3), kanal=kanal
    )
    assert not soknad.sak.brev.exists()
