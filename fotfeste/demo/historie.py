"""One synthetic history carried out: the commands of one case, each on its day, by the person who would give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

from fotfeste.demo import oppfolging, program_plan, tekster
from fotfeste.demo.etterpa import FORLENGELSE
from fotfeste.demo.folk import Kontorstab, Stab, medlem
from fotfeste.demo.livslop import Livslop, Slag
from fotfeste.fag.kartlegging import services as kartlegging
from fotfeste.fag.kartlegging.enums import Innsatsgruppe, Kildetype
from fotfeste.fag.oppfolging.enums import Avslutningsmate, Kontaktkanal, Kontaktresultat, Situasjon
from fotfeste.fag.oppfolging.services import kontakt_logg
from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.inn import Fravaerinn
from fotfeste.fag.person.fodselsnummer import lag_syntetisk
from fotfeste.fag.person.models import Person
from fotfeste.fag.person.services import barn_registrer, person_knytt_bruker, person_registrer
from fotfeste.fag.program import services as program
from fotfeste.fag.program.enums import Aktivitetsgruppe, Oppfolging
from fotfeste.fag.program.innhold import Rundt
from fotfeste.fag.sak.enums import Sosialhjelp
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett, sak_las
from fotfeste.fag.soknad import services as soknad
from fotfeste.fag.soknad.enums import Kanal
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak import services as vedtak
from fotfeste.fag.vedtak.enums import Returarsak, Sjekk, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.virkning import sak_folg_dagen
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from fotfeste.kobling.betaling.kontonummer import kontrollsiffer
from fotfeste.regelverk.livslop import Grunn
from fotfeste.regelverk.tid import Periode, er_programdag, legg_til_maneder, maned, neste_virkedag
from fotfeste.regelverk.vilkar import Avslagsgrunn, Utfall, Vilkarskode

Hendelse = tuple[date, Callable[[], None]]
EN_DAG = timedelta(days=1)
NYLIG = timedelta(days=14)
"""What fell due in these days may still lie on the desk."""
DEMODELTAKERE = 4
"""So many participants can be logged in as."""

_FAR_PROGRAM = frozenset({Slag.INNVILGET, Slag.I_PROGRAM, Slag.PAUSE, Slag.FULLFORT, Slag.UTEBLITT})
_MOT_MALET = frozenset(
    {
        Aktivitetsgruppe.ARBEIDSRETTET,
        Aktivitetsgruppe.ARBEIDSSOKING,
        Aktivitetsgruppe.LONNET_ARBEID,
        Aktivitetsgruppe.OPPLAERING,
    }
)
_TIL_BESLUTNING = frozenset({Slag.HOS_BESLUTTER, Slag.RETURNERT, Slag.AVSLATT, *_FAR_PROGRAM})


class Historie:
    """One person's way, from the life plan. `hendelser` gives the days and what is done on them."""

    def __init__(self, livslop: Livslop, stab: Stab, i_dag: date) -> None:
        self.livslop = livslop
        self.kontor: Kontorstab = stab.kontorer[livslop.kontor]
        self.veileder = self.kontor.veiledere[livslop.nummer % len(self.kontor.veiledere)]
        self.i_dag = i_dag
        self.tilfeldig = Random(livslop.fro)  # noqa: S311 - invented people, no secret
        self.person: Person
        self.deltaker: Aktor
        self.sak: Sak

    def hendelser(self) -> Iterator[Hendelse]:
        """Everything that happens in the case, also what lies after today."""
        liv = self.livslop
        yield liv.soknad, self._sok
        if liv.slag == Slag.NY_SOKNAD:
            return
        yield self._dag(liv.soknad, 3), self._be_om_opplysninger
        if liv.slag == Slag.TRUKKET:
            yield self._dag(liv.soknad, 14), self._trekk
        if liv.slag in {Slag.TRUKKET, Slag.MANGLER_OPPLYSNINGER}:
            return
        yield self._dag(liv.soknad, 6), self._kartlegg
        if liv.slag in _TIL_BESLUTNING:
            yield min(self._dag(liv.soknad, 10), liv.vedtak), self._fullfor_kartlegging
            yield from self._soknadsvedtak()
        if liv.slag in _FAR_PROGRAM:
            yield from self._programmet()

    def _programmet(self) -> Iterator[Hendelse]:
        liv = self.livslop
        yield (
            min(self._dag(liv.vedtak, 2), self.i_dag) if liv.slag == Slag.INNVILGET else self._dag(liv.vedtak, 2),
            (self._lag_program),
        )
        if liv.slag != Slag.INNVILGET:
            yield self._dag(liv.vedtak, 4), self._avtal_program
        if liv.slag != Slag.INNVILGET and not liv.slurver:
            yield from self._mal_og_plan()
            yield from self._evalueringene()
        yield from self._forlengelser()
        yield from self._pausen()
        if liv.permisjon:
            yield liv.permisjon[0] - timedelta(days=7), self._permisjon
        yield from self._timelistene()
        if not liv.slurver and liv.slag != Slag.INNVILGET:
            yield from self._samtalene()
        if liv.slutt:
            yield from self._slutten(liv.slutt)

    # -- from application to decision ---------------------------------------------------------------------------

    def _sok(self) -> None:
        liv = self.livslop
        self.person = person_registrer(
            self._veileder(),
            fnr=self._fnr(),
            fornavn=liv.fornavn,
            etternavn=liv.etternavn,
            sprak=liv.sprak,
            tolkebehov=liv.tolk,
            sivilstand=liv.sivilstand,
            alene_om_omsorg=bool(liv.barn) and self.tilfeldig.random() < 0.3,
            telefon=f"4{liv.nummer:07d}" if self.tilfeldig.random() < 0.9 else "",
            adresse=f"Bakkegata {liv.nummer % 90 + 1}",
            postnummer="5099",
            poststed="FJORDVIK",
            kontonummer="" if liv.uten_konto else _konto(liv.nummer),
        )
        for barn in liv.barn:
            barn_registrer(
                self._veileder(),
                self.person,
                fodselsdato=barn.fodselsdato,
                navn=f"Barn {liv.etternavn}",
                kronisk_syk=barn.kronisk_syk,
            )
        self.deltaker = self._gi_innlogging()
        onsker, situasjon = self.tilfeldig.choice(tekster.ONSKER), self.tilfeldig.choice(tekster.SITUASJON)
        if liv.digital:
            ny = soknad.soknad_send(self._deltaker(), onsker=onsker, situasjon=situasjon)
        else:
            ny = soknad.soknad_registrer(
                self._veileder(),
                person=self.person,
                kontor=self.kontor.kontor,
                mottatt=klokke.i_dag(),
                kanal=Kanal.PAPIR,
                onsker=onsker,
                situasjon=situasjon,
            )
        self.sak = ny.sak
        fast_kontakt_sett(self._som(self.kontor.leder), self.sak, bruker=self.veileder.krev_bruker())
        soknad.bakgrunn_besvar(self._veileder(), self.sak, **self._bakgrunn())

    def _bakgrunn(self) -> dict[str, Any]:
        sosialhjelp = self.tilfeldig.choices(list(Sosialhjelp), (25, 50, 25))[0]
        return {
            "sosialhjelp": sosialhjelp,
            "introduksjonsstonad": self.tilfeldig.random() < 0.1,
            "tiltakspenger": self.tilfeldig.random() < 0.1,
            "husbank_bostotte": self.tilfeldig.random() < 0.3,
            "sosialhjelp_engang": self.tilfeldig.random() < 0.15,
        }

    def _gi_innlogging(self) -> Aktor:
        liv = self.livslop
        bruker = Bruker.objects.opprett(
            brukernavn=f"deltaker{liv.nummer}",
            navn=self.person.navn,
            er_demo=liv.kontor == 0 and liv.slag in {Slag.I_PROGRAM, Slag.INNVILGET} and self._blant_de_forste(),
        )
        medlem(bruker, Rolle.DELTAKER, self.kontor.kontor, klokke.i_dag())
        person_knytt_bruker(self._veileder(), self.person, bruker)
        return aktor_for(bruker)

    @staticmethod
    def _blant_de_forste() -> bool:
        return Bruker.objects.filter(er_demo=True, medlemskap__rolle=Rolle.DELTAKER).count() < DEMODELTAKERE

    def _be_om_opplysninger(self) -> None:
        if self.livslop.slag == Slag.MANGLER_OPPLYSNINGER or self.tilfeldig.random() < 0.2:
            krav = soknad.soknad_be_om_opplysninger(
                self._veileder(),
                soknad=self._soknaden(),
                mangler=[soknad.Mangel("Skattemelding for i fjor", "Vi må vite om du har andre inntekter.")],
            )
            if self.livslop.slag != Slag.MANGLER_OPPLYSNINGER:
                soknad.soknad_motta_opplysning(
                    self._veileder(), krav=krav[0], mottatt=klokke.i_dag(), svar="Levert på kontoret."
                )
        if self.livslop.slag not in {Slag.MANGLER_OPPLYSNINGER, Slag.TRUKKET}:
            soknad.soknad_merk_klar(self._veileder(), soknad=self._soknaden())

    def _trekk(self) -> None:
        soknad.soknad_trekk(self._veileder(), soknad=self._soknaden())

    def _kartlegg(self) -> None:
        aev = kartlegging.aev_start(self._veileder(), sak=self.sak)
        self.aev = aev
        tekst = tekster.AEV[self.livslop.nummer % len(tekster.AEV)]
        if self.livslop.digital:
            kartlegging.aev_lever_eget_syn(self._deltaker(), vurdering=aev, deltaker_a=tekst.deltaker)
        kartlegging.aev_lagre(
            self._veileder(),
            vurdering=aev,
            ressurser=tekst.ressurser,
            hindringer=tekst.hindringer,
            punkt_a=tekst.punkter[0],
            punkt_b=tekst.punkter[1],
            punkt_c=tekst.punkter[2],
        )

    def _fullfor_kartlegging(self) -> None:
        tekst = tekster.AEV[self.livslop.nummer % len(tekster.AEV)]
        kartlegging.aev_lagre(
            self._veileder(),
            vurdering=self.aev,
            punkt_d=tekst.punkter[3],
            punkt_e=tekst.punkter[4],
            nedsatt=True,
            nedsatt_grad=tekst.grad,
            mal=tekst.mal,
            brukers_syn=tekst.deltaker,
            motivasjon="Møter til alle avtaler og har selv foreslått praksissted.",
            innsatsgruppe=Innsatsgruppe.SPESIELT_TILPASSET,
        )
        kartlegging.kilde_legg_til(
            self._veileder(),
            vurdering=self.aev,
            type=Kildetype.SAMTALE,
            beskrivelse="To samtaler om arbeid, helse og hverdag",
            dato=klokke.i_dag(),
            samtykke=True,
        )
        kartlegging.aev_fullfor(self._veileder(), vurdering=self.aev)

    def _soknadsvedtak(self) -> Iterator[Hendelse]:
        liv = self.livslop
        sendes = max(self._dag(liv.soknad, 11), liv.vedtak - timedelta(days=4))
        if liv.slag in {Slag.HOS_BESLUTTER, Slag.RETURNERT}:
            sendes = min(self._dag(liv.soknad, 12), self.i_dag - EN_DAG)
        sendes = min(sendes, liv.vedtak)
        yield sendes, self._forbered_avslag if liv.slag == Slag.AVSLATT else self._forbered_innvilgelse
        if liv.slag == Slag.RETURNERT:
            yield min(self._dag(sendes, 1), self.i_dag), self._returner
        elif liv.slag != Slag.HOS_BESLUTTER:
            yield liv.vedtak, self._fatt

    def _forbered_innvilgelse(self) -> None:
        start = max(self.livslop.start, neste_virkedag(klokke.i_dag() + timedelta(days=7)))
        if self.livslop.slag not in {Slag.HOS_BESLUTTER, Slag.RETURNERT}:
            start = self.livslop.start
        ett = vedtak.vedtak_start(
            self._veileder(), sak=self.sak, type=Vedtakstype.INNVILGELSE, fra=start, til=_ett_ar(start)
        )
        for kode in Vilkarskode:
            vedtak.vedtak_vurder_vilkar(
                self._veileder(),
                vedtak=ett,
                kode=kode,
                utfall=Utfall.OPPFYLT,
                fakta=_FAKTA[kode],
                begrunnelse=_HVORFOR[kode],
            )
        self._skriv_og_send(
            ett,
            "Du har vært uten arbeid lenge og får sosialhjelp.\nVurderingen av arbeidsevnen viser at den er nedsatt.",
            "Vi har lagt vekt på at du trenger tett hjelp over tid, og på at du selv ønsker å komme i jobb.",
        )

    def _forbered_avslag(self) -> None:
        ett = vedtak.vedtak_start(self._veileder(), sak=self.sak, type=Vedtakstype.AVSLAG)
        vedtak.vedtak_vurder_vilkar(
            self._veileder(),
            vedtak=ett,
            kode=Vilkarskode.YTELSER,
            utfall=Utfall.IKKE_OPPFYLT,
            fakta="Har arbeidsavklaringspenger ut neste år.",
            begrunnelse="Arbeidsavklaringspengene dekker det å leve av, og gir rett til hjelp til å komme i arbeid.",
        )
        vedtak.vedtak_lagre(self._veileder(), vedtak=ett, avslagsgrunn=Avslagsgrunn.ANDRE_YTELSER)
        self._skriv_og_send(
            ett,
            "Du har arbeidsavklaringspenger.",
            "Vi har lagt vekt på at du får hjelp til å komme i arbeid gjennom arbeidsavklaringspengene.",
        )

    def _skriv_og_send(self, ett: Vedtak, fakta: str, hensyn: str) -> None:
        vedtak.vedtak_lagre(self._veileder(), vedtak=ett, begrunnelse_fakta=fakta, begrunnelse_hensyn=hensyn)
        self.vedtak = vedtak.vedtak_send_til_beslutter(self._veileder(), vedtak=ett)

    def _returner(self) -> None:
        vedtak.vedtak_returner(
            self._som(self.kontor.beslutter),
            vedtak=self.vedtak,
            arsak=Returarsak.MANGELFULL_BEGRUNNELSE,
            gjelder="begrunnelse_hensyn",
            tekst="Skriv hva som taler for og imot, ikke bare hva du kom til.",
        )

    def _fatt(self) -> None:
        fattet = vedtak.vedtak_fatt(self._som(self.kontor.beslutter), vedtak=self.vedtak, sjekket=Sjekk.values)
        if not self.livslop.tolk or self.tilfeldig.random() < 0.7:
            vedtak.vedtak_underrett(self._veileder(), vedtak=fattet, dato=klokke.i_dag())

    # -- the programme ------------------------------------------------------------------------------------------

    def _lag_program(self) -> None:
        liv = self.livslop
        nytt = program.programversjon_start(self._veileder(), sak=self.sak, fra=liv.start)
        til = nytt.til
        nytt = program.programversjon_lagre(
            self._veileder(), program=nytt, mal=self.tilfeldig.choice(tekster.ONSKER), fra=liv.start, til=til
        )
        uke = tekster.UKER[tekster.MED_LONNET_JOBB if liv.lonnet_jobb else liv.nummer % 2]
        for mal in uke:
            program.aktivitet_lagre(
                self._veileder(),
                program=nytt,
                navn=mal.navn,
                gruppe=mal.gruppe,
                blokker=mal.blokker,
                formal=mal.formal,
                arrangor=mal.arrangor,
                sted=mal.sted,
                rundt=Rundt(
                    for_hovedmalet=mal.gruppe in _MOT_MALET,
                    oppfolging=Oppfolging.ARRANGOR if mal.arrangor else Oppfolging.NAV_VEILEDER,
                ),
            )
        datoer = [neste_virkedag(legg_til_maneder(liv.start, n)) for n in (3, 6, 9)]
        program.evalueringsdatoer_sett(
            self._veileder(), program=nytt, datoer=[d for d in datoer if til is None or d <= til]
        )
        self.program = program.programversjon_foresla(self._veileder(), program=nytt)

    def _avtal_program(self) -> None:
        if self.livslop.digital:
            program.programversjon_avtal(self._deltaker(), program=self.program)
        else:
            hvordan = "i møte, med tolk" if self.livslop.tolk else "i møte"
            program.programversjon_avtal_i_mote(
                self._veileder(), program=self.program, dato=klokke.i_dag(), hvordan=hvordan
            )

    def _mal_og_plan(self) -> Iterator[Hendelse]:
        """Goals on the way, and the individual plan: offered when the programme begins, looked at twice a year."""
        liv, nummer = self.livslop, self.livslop.nummer
        siste = self._siste_dag()
        yield self._dag(liv.vedtak, 4), lambda: program_plan.mal_sett(self._veileder(), self.sak, nummer)
        yield self._dag(liv.vedtak, 5 + nummer % 9), lambda: program_plan.plan_tilby(self._veileder(), self.sak, nummer)
        if (dag := neste_virkedag(liv.start + timedelta(days=90))) < siste:
            yield dag, lambda: program_plan.mal_se_pa(self._veileder(), self.sak, nummer)
        for maneder in range(6, 36, 6):
            if (dag := neste_virkedag(legg_til_maneder(liv.vedtak, maneder))) < siste:
                yield dag, lambda: program_plan.plan_ga_gjennom(self._veileder(), self.sak)
        if liv.slutt:
            yield liv.slutt, lambda: program_plan.plan_avslutt(self._veileder(), self.sak)

    def _evalueringene(self) -> Iterator[Hendelse]:
        """Every third month, some of them a few days late. A few of the newest are not held yet."""
        liv = self.livslop
        for maneder in range(3, 36, 3):
            dag = neste_virkedag(legg_til_maneder(liv.start, maneder) + timedelta(days=liv.nummer % 4))
            if dag > self._siste_dag():
                return
            if dag > self.i_dag - NYLIG and liv.nummer % 3 == 0:
                return
            if liv.pause is None or not liv.pause[0] <= dag <= (liv.pause[1] or self.i_dag):
                yield dag, partial(self._evaluer, endre=dag > self.i_dag - NYLIG and liv.nummer % 3 == 1)

    def _evaluer(self, *, endre: bool) -> None:
        oppfolging.evaluer(self._veileder(), self.sak, self.livslop.nummer, endre=endre)

    def _siste_dag(self) -> date:
        """The last day of the programme, or before the pause that still lasts; today when it runs."""
        liv = self.livslop
        i_pause = liv.pause[0] if liv.slag == Slag.PAUSE and liv.pause else self.i_dag
        return min(liv.slutt or self.i_dag, i_pause)

    def _forlengelser(self) -> Iterator[Hendelse]:
        """A new decision for each further year, asked for two months before the one before ends."""
        liv = self.livslop
        til = _ett_ar(liv.start)
        if self._siste_dag() > til - timedelta(days=20):
            dag = neste_virkedag(til - timedelta(days=60))
            yield dag, partial(self._forleng, til + EN_DAG)
            yield dag + EN_DAG, self._fatt
            if not liv.slurver:
                yield self._dag(dag, 6), partial(self._fornye_program, til + EN_DAG)
                yield self._dag(dag, 9), self._avtal_program

    def _fornye_program(self, fra: date) -> None:
        """The week of the further year: the same to begin with, looked at again every third month."""
        nytt = program.programversjon_start(self._veileder(), sak=self.sak, fra=fra)
        nytt = program.programversjon_lagre(
            self._veileder(), program=nytt, mal=nytt.mal, fra=fra, til=nytt.til, endring=tekster.NYTT_AR
        )
        datoer = [neste_virkedag(legg_til_maneder(fra, n)) for n in (3, 6, 9)]
        program.evalueringsdatoer_sett(
            self._veileder(), program=nytt, datoer=[d for d in datoer if nytt.til is None or d <= nytt.til]
        )
        self.program = program.programversjon_foresla(self._veileder(), program=nytt)

    def _forleng(self, fra: date) -> None:
        ett = vedtak.vedtak_start(
            self._veileder(), sak=self.sak, type=Vedtakstype.FORLENGELSE, fra=fra, til=_ett_ar(fra)
        )
        vedtak.vedtak_svar_punkter(self._veileder(), vedtak=ett, svar=FORLENGELSE)
        self._skriv_og_send(
            ett,
            "Du har fulgt programmet og har fått mer ansvar i praksisen.",
            "Vi har lagt vekt på at du er i framgang og trenger litt mer tid for å komme i arbeid.",
        )

    def _pausen(self) -> Iterator[Hendelse]:
        if self.livslop.pause is None:
            return
        fra, til = self.livslop.pause
        yield fra - timedelta(days=21), partial(self._varsle, Vedtakstype.AVBRUDD, fra)
        yield fra - timedelta(days=12), self._svar_pa_varselet
        yield fra - timedelta(days=3), self._send
        yield fra - timedelta(days=2), self._fatt
        yield fra, self._folg_dagen
        if til is not None:
            yield til - timedelta(days=4), partial(self._gjenoppta, til + EN_DAG)
            yield til - timedelta(days=2), self._fatt
            yield til + EN_DAG, self._folg_dagen

    def _varsle(self, type_: Vedtakstype, dag: date) -> None:
        ett = vedtak.vedtak_start(self._veileder(), sak=self.sak, type=type_, fra=dag)
        felter: dict[str, Any] = {"grunn": Grunn.SYKDOM, "bevis": "Legeerklæring", "bevis_dato": klokke.i_dag()}
        if type_ == Vedtakstype.AVSLUTNING:
            felter = self._avslutning(dag)
        self.vedtak = vedtak.vedtak_lagre(
            self._veileder(),
            vedtak=ett,
            begrunnelse_fakta="Vi har snakket om dette i møte, og du har fortalt hvordan du har det nå.",
            begrunnelse_hensyn="Vi har lagt vekt på det du selv har sagt, og på hva som hjelper deg videre.",
            **felter,
        )
        vedtak.vedtak_varsle(
            self._veileder(), vedtak=self.vedtak, uttalefrist=max(dag - timedelta(days=5), klokke.i_dag() + EN_DAG)
        )

    def _svar_pa_varselet(self) -> None:
        """Those who still come answer the notice; for the others the time is over when the decision is sent."""
        if self.livslop.slag != Slag.UTEBLITT:
            svar = tekster.SVAR_PA_VARSEL[self.livslop.nummer % len(tekster.SVAR_PA_VARSEL)]
            self.vedtak = vedtak.vedtak_uttalelse(
                self._veileder(), vedtak=self.vedtak, dato=klokke.i_dag(), uttalelse=svar, vil_ikke=not svar
            )

    def _folg_dagen(self) -> None:
        """What the night's job does when a decided day comes."""
        with kommando(SYSTEM, "vedtak.nattjobb"):
            sak_folg_dagen(sak_las(self.sak))

    def _avslutning(self, dag: date) -> dict[str, Any]:
        if self.livslop.situasjon is None:
            return {
                "avslutningsmate": Avslutningsmate.UTEBLIVELSE,
                "grunn": Grunn.UTEBLIVELSE,
                "situasjon": [Situasjon.UKJENT],
                "deltakerbevis": dag,
            }
        return {
            "avslutningsmate": Avslutningsmate.FULLFORT,
            "grunn": Grunn.MALET_NADD,
            "planlagt": True,
            "situasjon": [self.livslop.situasjon],
            "viktigste_inntekt": self.livslop.situasjon,
            "deltakerbevis": dag,
        }

    def _send(self) -> None:
        self.vedtak = vedtak.vedtak_send_til_beslutter(self._veileder(), vedtak=self.vedtak)

    def _gjenoppta(self, fra: date) -> None:
        ett = vedtak.vedtak_start(self._veileder(), sak=self.sak, type=Vedtakstype.GJENOPPTAK, fra=fra)
        self._skriv_og_send(ett, "Du er frisk nok til å fortsette.", "Vi har lagt vekt på at du vil i gang igjen.")

    def _slutten(self, slutt: date) -> Iterator[Hendelse]:
        yield slutt - timedelta(days=18), partial(self._varsle, Vedtakstype.AVSLUTNING, slutt)
        yield slutt - timedelta(days=10), self._svar_pa_varselet
        yield slutt - timedelta(days=2), self._send
        yield slutt, self._fatt
        yield slutt + EN_DAG, self._folg_dagen

    def _permisjon(self) -> None:
        assert self.livslop.permisjon is not None  # noqa: S101 - asked for only then
        fra, til = self.livslop.permisjon
        program.permisjon_registrer(
            self._veileder(), sak=self.sak, fra=fra, til=til, grunn="Omsorg for nær familie", med_stonad=False
        )

    # -- the months ---------------------------------------------------------------------------------------------

    def _timelistene(self) -> Iterator[Hendelse]:
        liv = self.livslop
        forste = liv.start.replace(day=1)
        siste = min(self.i_dag, liv.slutt or self.i_dag)
        while forste <= siste:
            periode = maned(forste.year, forste.month)
            neste = (periode.slutt + EN_DAG).replace(day=1)
            forsinket = liv.slurver and self.tilfeldig.random() < 0.5
            dag = neste + timedelta(days=self.tilfeldig.randint(0, 3) if not forsinket else 30)
            yield neste_virkedag(dag), partial(self._lever_timeliste, periode)
            forste = neste

    def _lever_timeliste(self, periode: Periode) -> None:
        try:
            liste = oppmote.timeliste_apne(self._deltaker(), sak=self.sak, maned=periode.fra)
        except Fagfeil:
            return  # a month wholly in pause has no sheet
        if fravaer := self._fravaer(periode):
            # Days outside the decision are refused: then the month was worked as planned.
            with suppress(Fagfeil):
                oppmote.fravaer_registrer(self._deltaker(), timeliste=liste, fravaer=fravaer)
            liste.refresh_from_db()
        oppmote.timeliste_lever(self._deltaker(), timeliste=liste)

    def _fravaer(self, periode: Periode) -> Fravaerinn | None:
        """One absence in two months of five: sickness mostly, holiday in July, now and then without reason."""
        if self.tilfeldig.random() > (0.9 if periode.fra.month == 7 else 0.4):
            return None
        dager = [dag for dag in periode.dager() if er_programdag(dag)]
        if periode.fra.month == 7:
            return Fravaerinn(fra=dager[4], til=dager[13], arsak=Fravaersarsak.FERIE)
        fra = self.tilfeldig.choice(dager[:-2])
        arsak = self.tilfeldig.choices(
            (Fravaersarsak.EGEN_SYKDOM, Fravaersarsak.VELFERD, Fravaersarsak.ULEGITIMERT), (70, 15, 15)
        )[0]
        til = min(fra + timedelta(days=self.tilfeldig.choice((0, 0, 1, 2))), periode.slutt)
        timer = Decimal("3.5") if arsak == Fravaersarsak.ULEGITIMERT and fra == til else None
        forklaring = "Jeg forsov meg." if arsak == Fravaersarsak.ULEGITIMERT else ""
        return Fravaerinn(fra=fra, til=til, arsak=arsak, timer=timer, forklaring=forklaring)

    def _samtalene(self) -> Iterator[Hendelse]:
        """A talk when the programme begins, and every fourth week of the last four months."""
        liv = self.livslop
        siste = min(self.i_dag, liv.slutt or self.i_dag)
        yield liv.start + timedelta(days=3), self._snakk
        dag = max(liv.start, siste - timedelta(days=120)) + timedelta(days=self.tilfeldig.randint(10, 30))
        while dag <= siste:
            yield neste_virkedag(dag), self._snakk
            dag += timedelta(days=self.tilfeldig.randint(14, 34))

    def _snakk(self) -> None:
        kanal = self.tilfeldig.choice((Kontaktkanal.TELEFON, Kontaktkanal.MOTE, Kontaktkanal.ARBEIDSPLASS))
        kom = self.tilfeldig.random() < 0.9
        kontakt_logg(
            self._veileder(),
            sak=self.sak,
            kanal=kanal,
            resultat=Kontaktresultat.GJENNOMFORT if kom else Kontaktresultat.IKKE_SVAR,
            tolk=self.livslop.tolk and kom,
            notat=self.tilfeldig.choice(tekster.SAMTALER) if kom else "",
        )

    # -- who acts -----------------------------------------------------------------------------------------------

    def _veileder(self) -> Aktor:
        return self._som(self.veileder)

    def _deltaker(self) -> Aktor:
        return self._som(self.deltaker)

    @staticmethod
    def _som(aktor: Aktor) -> Aktor:
        return replace(aktor, dag=klokke.i_dag())

    def _soknaden(self) -> Soknad:
        return self.sak.soknader.select_related("sak__person").get()

    def _dag(self, fra: date, dager: int) -> date:
        """`dager` after `fra`, never after today unless `fra` is."""
        return max(fra, min(fra + timedelta(days=dager), self.i_dag))

    def _fnr(self) -> str:
        """A synthetic number nobody has: the history's own number is its place in the series."""
        likt = 1 if self.livslop.kjonn == "mann" else 0
        for forsok in range(250):
            lopenummer = (self.livslop.nummer * 2 + forsok * 2 + likt) % 500
            nummer = lag_syntetisk(self.livslop.fodselsdato, lopenummer)
            if nummer and not Person.objects.filter(fodselsnummer=nummer).exists():
                return nummer
        raise ValueError(f"No synthetic number left for {self.livslop.fodselsdato}")


def _ett_ar(fra: date) -> date:
    """The last day of a decision of a year from `fra`."""
    return legg_til_maneder(fra, 12) - EN_DAG


def _konto(nummer: int) -> str:
    """An account number whose control digit holds."""
    while True:
        stamme = f"1503{nummer + 208_011:06d}"[:10]
        siffer = kontrollsiffer(stamme)
        if siffer is not None:
            return f"{stamme}{siffer}"
        nummer += 100_000


_FAKTA = {
    Vilkarskode.ALDER: "Se fødselsdatoen.",
    Vilkarskode.ARBEIDSEVNE: "Arbeidsevnevurderingen, punkt d.",
    Vilkarskode.INNTEKTSEVNE: "Ingen lønn de siste to årene.",
    Vilkarskode.YTELSER: "Ingen ytelser fra folketrygden eller etter arbeidsmarkedsloven.",
    Vilkarskode.AEV: "Fullført arbeidsevnevurdering.",
    Vilkarskode.HENSIKTSMESSIG_OG_NODVENDIG: "Har prøvd kortere tiltak uten å komme i arbeid.",
}
_HVORFOR = {
    Vilkarskode.ALDER: "Søkeren er mellom 18 og 67 år.",
    Vilkarskode.ARBEIDSEVNE: "Evnen er vesentlig nedsatt: språk, helse og lite erfaring virker sammen.",
    Vilkarskode.INNTEKTSEVNE: "Søkeren kan ikke tjene nok til å leve av nå.",
    Vilkarskode.YTELSER: "Søkeren har bare sosialhjelp å leve av.",
    Vilkarskode.AEV: "Vurderingen er gjort sammen med søkeren og svarer på alle fem punktene.",
    Vilkarskode.HENSIKTSMESSIG_OG_NODVENDIG: "Tett og samordnet hjelp over tid er det som kan føre til arbeid.",
}
