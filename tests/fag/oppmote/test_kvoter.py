"""What stands beside the absence form, as of the first day of the absence. The stories happen on 3 June 2026."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.forslag import Fravaersforslag, kvotevisning
from fotfeste.fag.oppmote.inn import Fravaerinn
from fotfeste.fag.oppmote.kostnad import kroner_tapt
from fotfeste.fag.oppmote.kvoter import Kvote
from fotfeste.fag.oppmote.selectors import manedens_fakta
from fotfeste.fag.person.services import barn_registrer, utenlandsopphold_registrer
from fotfeste.fag.program.permisjon import Permisjonsbevis
from fotfeste.fag.program.services import permisjon_registrer
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur.leseord import dager_ord
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.services import kommunalt_valg_sett
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.livslop import Permisjonsgrunn
from tests import grunnlag
from tests.fag.egenmelding.fortelling import bestemt, borte, i_program_siden
from tests.fag.program.fortellinger import gi_vedtak

pytestmark = pytest.mark.django_db
A = Fravaersarsak


@pytest.fixture
def i_program(sak: Sak, veileder: Aktor) -> Sak:
    """In the programme since 2 June 2025, with a child of seven."""
    barn_registrer(SYSTEM, sak.person, navn="Lea", fodselsdato=date(2019, 5, 3))
    return i_program_siden(sak, veileder)


def vis(sak: Sak, fra: date, til: date | None = None, arsak: str = A.FERIE, **mer: object) -> dict[str, Kvote]:
    inn = Fravaerinn(fra, til or fra, arsak, **mer)  # type: ignore[arg-type]
    visning = kvotevisning(sak, date(2026, 6, 3), inn)
    assert visning is not None
    assert visning.dag == fra
    return {kvote.arsak: kvote for kvote in visning.kvoter}


def forslag(sak: Sak, inn: Fravaerinn, **mer: bool) -> Fravaersforslag:
    visning = kvotevisning(sak, date(2026, 6, 3), inn, **mer)  # type: ignore[arg-type]
    assert visning is not None
    assert visning.forslag is not None
    return visning.forslag


def test_dagene_som_er_brukt_og_det_som_er_igjen_etterpa(i_program: Sak) -> None:
    borte(i_program, date(2026, 5, 4), date(2026, 5, 6), A.FERIE)
    borte(i_program, date(2025, 12, 22), date(2025, 12, 23), A.FERIE)
    ferie = vis(i_program, date(2026, 6, 8), date(2026, 6, 12))[A.FERIE]
    assert (ferie.brukt, ferie.av, ferie.denne, ferie.igjen, ferie.etter) == (3, 25, 5, 22, 17)
    assert dager_ord(ferie.dager) == "4., 5. og 6. mai"
    # As of that day, not today: in December the year is another, and what came later does not count.
    assert vis(i_program, date(2025, 12, 29))[A.FERIE].brukt == 2
    assert vis(i_program, date(2026, 5, 5))[A.FERIE].dager == (date(2026, 5, 4),)
    assert next(iter(vis(i_program, date(2026, 6, 8)))) == A.FERIE, "the right that is asked for stands first"


def test_det_som_gar_ut_over_kvoten_koster(i_program: Sak) -> None:
    for uke in range(5):
        mandag = date(2026, 1, 5) + timedelta(weeks=uke)
        borte(i_program, mandag, mandag + timedelta(days=4), A.FERIE)
    svar = forslag(i_program, Fravaerinn(date(2026, 6, 8), date(2026, 6, 10), A.FERIE))
    assert (svar.gyldige, sorted(svar.tapte)) == (0, [date(2026, 6, dag) for dag in (8, 9, 10)])
    # Three days at 2,041 x 136 549 / 260 = 1 071,91: 3 215,73 kroner.
    assert (svar.kroner, svar.dagsats, svar.trekkes) == (3216, 1072, True)
    assert svar.setning == (
        "3 dager gir ikke stønad. Det koster 3\N{NO-BREAK SPACE}216\N{NO-BREAK SPACE}kr. Stønaden er "
        "1\N{NO-BREAK SPACE}072\N{NO-BREAK SPACE}kr for en hel dag."
    )
    assert "alle 25 feriedagene" in svar.tekster[0]
    assert not svar.hjelper_erklaering


def test_permisjon_og_fravaer_bruker_de_samme_ti_dagene(i_program: Sak, veileder: Aktor) -> None:
    permisjon_registrer(
        veileder,
        sak=i_program,
        fra=date(2026, 3, 2),
        til=date(2026, 3, 10),
        grunn="Begravelse",
        bevis=Permisjonsbevis(Permisjonsgrunn.VELFERD, bevis="dødsannonse", bevis_dato=date(2026, 3, 2)),
    )
    velferd = vis(i_program, date(2026, 6, 8), date(2026, 6, 12), A.VELFERD)[A.VELFERD]
    # 2-6, 9 and 10 March are seven programme days; of five more, three are left.
    assert (velferd.brukt, velferd.denne, velferd.etter, len(velferd.dager)) == (7, 3, 0, 7)
    borte(i_program, date(2026, 6, 8), date(2026, 6, 12), A.VELFERD)
    assert set(manedens_fakta(i_program, date(2026, 6, 1)).ugyldig_fravaer) == {date(2026, 6, 11), date(2026, 6, 12)}


def test_egenmelding_teller_kjeden_og_sier_nar_den_er_slutt(i_program: Sak) -> None:
    borte(i_program, date(2026, 5, 18), date(2026, 5, 19))
    egen = vis(i_program, date(2026, 6, 4), arsak=A.EGEN_SYKDOM)[A.EGEN_SYKDOM]
    assert (egen.brukt, egen.av, egen.denne, egen.etter) == (2, 3, 1, 0)
    assert dager_ord(egen.dager) == "18. og 19. mai"
    # The last day was 19 May: an absence from 5 June is seventeen days after, and stands alone.
    assert egen.merknad == "Telles på nytt for fravær fra 5. juni 2026."
    alene = vis(i_program, date(2026, 6, 5), arsak=A.EGEN_SYKDOM)[A.EGEN_SYKDOM]
    assert (alene.brukt, alene.merknad) == (0, "")
    for_mange = Fravaerinn(date(2026, 6, 4), date(2026, 6, 5), A.EGEN_SYKDOM)
    assert forslag(i_program, for_mange).hjelper_erklaering
    assert forslag(i_program, for_mange, med_erklaering=True).setning == ""


def test_sykt_barn_kommer_tilbake_etter_tolv_maneder(i_program: Sak) -> None:
    lea = i_program.person.barn.get()
    borte(i_program, date(2025, 8, 4), date(2025, 8, 5), A.BARNS_SYKDOM, barn=lea)
    barn = vis(i_program, date(2026, 6, 8), arsak=A.BARNS_SYKDOM, barn_id=lea.pk)[A.BARNS_SYKDOM]
    assert (barn.brukt, barn.av, barn.etter) == (2, 10, 7)
    assert barn.merknad == "Den første av dem kommer tilbake 4. august 2026."
    assert vis(i_program, date(2026, 8, 4))[A.BARNS_SYKDOM].brukt == 1
    # Out of the age limit: the right is told of, and closed.
    for_stor = barn_registrer(SYSTEM, i_program.person, navn="Bo", fodselsdato=date(2010, 1, 1))
    stengt = vis(i_program, date(2026, 6, 8), arsak=A.BARNS_SYKDOM, barn_id=for_stor.pk)[A.BARNS_SYKDOM]
    assert (stengt.stengt, stengt.merknad) == (True, "Retten gjelder til og med 2022 for dette barnet.")


def test_en_skuddag_med_sykt_barn_teller_28_februar_ogsa(sak: Sak, veileder: Aktor) -> None:
    lea = barn_registrer(SYSTEM, sak.person, navn="Lea", fodselsdato=date(2019, 5, 3))
    i_program_siden(sak, veileder, fra=date(2027, 6, 2))
    borte(sak, date(2028, 2, 29), arsak=A.BARNS_SYKDOM, barn=lea)
    ord_ = [vis(sak, dag)[A.BARNS_SYKDOM].merknad for dag in (date(2029, 2, 28), date(2029, 3, 1))]
    assert ord_ == ["Den første av dem kommer tilbake 1. mars 2029.", ""]


def test_et_nytt_program_gir_ingen_nye_dager_i_samme_ar(i_program: Sak, veileder: Aktor, kontor: Any) -> None:
    """Twenty days of holiday in January and two with a sick child: the programme in April begins with what is left."""
    lea = i_program.person.barn.get()
    for mandag in (5, 12, 19, 26):
        borte(i_program, date(2026, 1, mandag), date(2026, 1, mandag + 4), A.FERIE)
    borte(i_program, date(2026, 3, 2), date(2026, 3, 3), A.BARNS_SYKDOM, barn=lea)
    permisjon_registrer(
        veileder,
        sak=i_program,
        fra=date(2026, 3, 9),
        til=date(2026, 3, 11),
        grunn="Begravelse",
        bevis=Permisjonsbevis(Permisjonsgrunn.VELFERD, bevis="dødsannonse", bevis_dato=date(2026, 3, 2)),
    )
    with kommando(SYSTEM, "test"):
        i_program.lagre_endring(status=Saksstatus.AVSLUTTET)
    # Holiday was on the sheet of March too, after the end: it used nothing.
    borte(i_program, date(2026, 3, 23), date(2026, 3, 27), A.FERIE)
    gi_vedtak(i_program, veileder, type_=Vedtakstype.AVSLUTNING, fra=date(2026, 3, 20), til=None)
    ny = i_program_siden(grunnlag.lag_sak(kontor, i_program.person), veileder, fra=date(2026, 4, 1))
    borte(ny, date(2026, 5, 4), date(2026, 5, 8), A.FERIE)
    borte(ny, date(2026, 5, 18), date(2026, 5, 20), A.FERIE)
    assert list(manedens_fakta(ny, date(2026, 5, 1)).ugyldig_fravaer) == [date(2026, 5, dag) for dag in (18, 19, 20)]
    igjen = vis(ny, date(2026, 6, 8), arsak=A.BARNS_SYKDOM, barn_id=lea.pk)
    assert [(igjen[a].brukt, igjen[a].av) for a in (A.FERIE, A.BARNS_SYKDOM, A.VELFERD)] == [(25, 25), (2, 10), (3, 10)]
    assert dager_ord(igjen[A.BARNS_SYKDOM].dager) == "2. og 3. mars"
    # The old one is as it was.
    assert not manedens_fakta(i_program, date(2026, 1, 1)).ugyldig_fravaer


def test_rettene_ved_en_fodsel_star_der_nar_det_gjelder_en(i_program: Sak) -> None:
    termin = vis(i_program, date(2026, 6, 8), arsak=A.FOR_TERMIN, termin=date(2026, 6, 22))[A.FOR_TERMIN]
    # Ten programme days before 22 June begin on Monday 8 June.
    assert termin.merknad == "Fra 8. juni 2026 til dagen før termin. Si fra minst en uke før."
    mor = vis(i_program, date(2026, 6, 8), arsak=A.FODSEL, fodt=date(2026, 6, 8))[A.FODSEL]
    assert (mor.av, mor.denne) == (30, 1)
    borte(i_program, date(2026, 6, 9), date(2026, 6, 10), A.FARS_OMSORG, fodt=date(2026, 6, 8))
    far = vis(i_program, date(2026, 6, 15), arsak=A.FARS_OMSORG, fodt=date(2026, 6, 8))[A.FARS_OMSORG]
    assert (far.brukt, far.av, far.etter, dager_ord(far.dager)) == (2, 10, 7, "9. og 10. juni")
    assert A.FODSEL not in vis(i_program, date(2026, 6, 8))


def test_for_sent_varslet_sies_fra(i_program: Sak) -> None:
    # Ten virkedager before Friday 12 June 2026 is 29 May: 1-5 and 8-11 June are nine.
    i_tide = forslag(i_program, Fravaerinn(date(2026, 6, 30), date(2026, 6, 30), A.RELIGIOS_HOYTID))
    assert i_tide.varsler == []
    sent = forslag(i_program, Fravaerinn(date(2026, 6, 12), date(2026, 6, 12), A.RELIGIOS_HOYTID))
    assert sent.varsler == [
        "Religiøse høytider skal varsles minst ti virkedager før, her innen 29. mai 2026. Har du ikke sagt fra før "
        "det, bestemmer veilederen om dagene kan godtas."
    ]
    termin = Fravaerinn(date(2026, 6, 8), date(2026, 6, 8), A.FOR_TERMIN, termin=date(2026, 6, 22))
    assert "minst en uke før, her innen 1. juni 2026" in forslag(i_program, termin).varsler[0]


def test_der_egenmelding_er_stoppet_star_det_hvor_lenge(i_program: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    bestemt(veileder, beslutter, i_program)
    egen = vis(i_program, date(2026, 6, 8), arsak=A.EGEN_SYKDOM)[A.EGEN_SYKDOM]
    assert (egen.stengt, egen.merknad) == (
        True,
        "Du må ha legeerklæring fra første dag, fra 4. juni 2026 til vi har vurdert det på nytt, senest 3. desember "
        "2026.",
    )
    assert not vis(i_program, date(2026, 6, 3))[A.EGEN_SYKDOM].stengt


def test_uten_forbehold_i_vedtaket_sies_det_at_det_ikke_trekkes_enna(sak: Sak, veileder: Aktor) -> None:
    i_program_siden(sak, veileder, forbehold=False)
    assert not forslag(sak, Fravaerinn(date(2026, 6, 8), date(2026, 6, 8), A.ULEGITIMERT)).trekkes


@pytest.mark.parametrize(
    "inn",
    [
        Fravaerinn(date(2026, 6, 9), date(2026, 6, 8), A.FERIE),
        Fravaerinn(date(2026, 6, 8), date(2026, 6, 8), "?"),
        Fravaerinn(date(2026, 6, 8), date(2026, 6, 8), A.FODSEL),
        Fravaerinn(date(2026, 6, 8), date(2026, 6, 8), A.BARNS_SYKDOM),
    ],
)
def test_halvt_utfylt_viser_kvotene_og_ingen_kostnad(i_program: Sak, inn: Fravaerinn) -> None:
    visning = kvotevisning(i_program, date(2026, 6, 3), inn)
    assert visning is not None
    assert (visning.forslag, len(visning.kvoter)) == (None, 5)


def test_uten_innvilget_program_er_det_ingen_kvoter(sak: Sak) -> None:
    assert kvotevisning(sak, date(2026, 6, 3)) is None


def test_et_barn_som_er_ute_for_lenge_koster_ikke_noe_av_barnetillegget(i_program: Sak, systemansvarlig: Aktor) -> None:
    """The same children as the month's reckoning: 90 days abroad in twelve months and no longer (forskriften § 3)."""
    kommunalt_valg_sett(
        systemansvarlig,
        kommune=i_program.kommune,
        nokkel="fravaer_reduserer_barnetillegg",
        verdi=True,
        fra=date(2026, 6, 3),
        begrunnelse="Bystyret 1/26",
    )
    en_dag = {date(2026, 6, 10): Fraction(15, 2)}
    med_barn = kroner_tapt(i_program, en_dag, date(2026, 6, 3))
    utenlandsopphold_registrer(SYSTEM, i_program.person.barn.get(), fra=date(2026, 1, 2), til=date(2026, 9, 1))
    assert med_barn - kroner_tapt(i_program, en_dag, date(2026, 6, 3)) == 38
