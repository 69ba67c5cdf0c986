"""How a case gets to where the stories about decisions begin."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brev
from fotfeste.fag.kartlegging import services as kartlegging
from fotfeste.fag.kartlegging.enums import Innsatsgruppe, Kildetype
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.punkter import PUNKTFELTER
from fotfeste.fag.oppfolging.enums import Situasjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.enums import Kanal
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Sjekk, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.punkter import Svar, punkter_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import FlereFeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.livslop import PUNKTER, Grunn
from fotfeste.regelverk.vilkar import Utfall, Vilkarskode

MOTTATT = date(2026, 5, 4)
_PUNKTER: dict[str, Any] = {felt: f"Svar på {felt}." for felt in PUNKTFELTER}
FRA, TIL = date(2026, 6, 15), date(2027, 6, 14)
_GRUNNEN: dict[Vedtakstype, dict[str, Any]] = {
    Vedtakstype.AVBRUDD: {"grunn": Grunn.SYKDOM},
    Vedtakstype.AVSLUTNING: {"grunn": Grunn.EGET_ONSKE, "situasjon": [Situasjon.UKJENT], "planlagt": True},
}


def lag_soknad(sak: Sak, mottatt: date = MOTTATT) -> Soknad:
    """An application that came on paper."""
    with kommando(SYSTEM, "test"):
        return Soknad.objects.create(
            sak=sak,
            mottatt=mottatt,
            kanal=Kanal.PAPIR,
            registrert_av=Bruker.objects.first(),
            onsker="Jeg vil jobbe på kjøkken og lære mer norsk.",
        )


def skriv_aev(veileder: Aktor, sak: Sak) -> Arbeidsevnevurdering:
    """A draft with everything filled in, ready to be completed."""
    vurdering = kartlegging.aev_start(veileder, sak=sak)
    kartlegging.kilde_legg_til(
        veileder, vurdering=vurdering, type=Kildetype.SAMTALE, beskrivelse="Samtale om CV", dato=klokke.i_dag()
    )
    return kartlegging.aev_lagre(
        veileder,
        vurdering=vurdering,
        ressurser="Har arbeidet fem år på kjøkken.",
        **_PUNKTER,
        nedsatt=True,
        nedsatt_grad="om lag halvparten",
        motivasjon="Vil forsørge seg selv.",
        mal="Fast arbeid på kjøkken.",
        innsatsgruppe=Innsatsgruppe.SPESIELT_TILPASSET,
        brukers_syn="Ønsker arbeid på kjøkken.",
        intern_vurdering="Virker sliten; spør om søvn neste gang.",
    )


def fullfor_aev(veileder: Aktor, sak: Sak) -> Arbeidsevnevurdering:
    """A completed assessment."""
    return kartlegging.aev_fullfor(veileder, vurdering=skriv_aev(veileder, sak))


def vurder_alle(veileder: Aktor, vedtak: Vedtak, *, ikke_oppfylt: Vilkarskode | None = None) -> None:
    """Assess the six conditions as met, except perhaps one."""
    for kode in Vilkarskode:
        utfall = Utfall.IKKE_OPPFYLT if kode is ikke_oppfylt else Utfall.OPPFYLT
        vedtakene.vedtak_vurder_vilkar(
            veileder, vedtak=vedtak, kode=kode, utfall=utfall, begrunnelse=f"Derfor vurderer vi {kode} slik."
        )


def begrunn(veileder: Aktor, vedtak: Vedtak) -> Vedtak:
    """Fill in the two parts of the reasons that have no first draft, and the ground of a pause or an ending."""
    return vedtakene.vedtak_lagre(
        veileder,
        vedtak=vedtak,
        begrunnelse_fakta="Du har vært uten arbeid siden 2023.\nDu har fem års erfaring fra kjøkken.",
        begrunnelse_hensyn="Vi har lagt vekt på at du vil arbeide, og at du trenger tett oppfølging.",
        **_GRUNNEN.get(Vedtakstype(vedtak.type), {}),
    )


def klar_innvilgelse(veileder: Aktor, sak: Sak, *, fra: date = FRA, til: date = TIL) -> Vedtak:
    """A grant with nothing missing, not yet sent."""
    lag_soknad(sak, mottatt=klokke.i_dag() - timedelta(days=30))
    fullfor_aev(veileder, sak)
    vedtak = vedtakene.vedtak_start(veileder, sak=sak, type=Vedtakstype.INNVILGELSE, fra=fra, til=til)
    vurder_alle(veileder, vedtak)
    return begrunn(veileder, svar_pa_alt(veileder, vedtak))


def sendt_innvilgelse(veileder: Aktor, sak: Sak, *, fra: date = FRA, til: date = TIL) -> Vedtak:
    """A grant with the beslutter."""
    return vedtakene.vedtak_send_til_beslutter(veileder, vedtak=klar_innvilgelse(veileder, sak, fra=fra, til=til))


def innvilget(veileder: Aktor, beslutter: Aktor, sak: Sak, *, fra: date = FRA, til: date = TIL) -> Vedtak:
    """A grant that has been taken."""
    sendt = sendt_innvilgelse(veileder, sak, fra=fra, til=til)
    vedtak = vedtakene.vedtak_fatt(beslutter, vedtak=sendt, sjekket=Sjekk.values)
    sak.refresh_from_db()
    return vedtak


def fatt(
    veileder: Aktor,
    beslutter: Aktor,
    sak: Sak,
    type: Vedtakstype,
    *,
    fra: date,
    til: date | None = None,
    **felter: Any,
) -> Vedtak:
    """Any other decision, prepared by one and taken by the other; where notice must be given, it is answered."""
    vedtak = begrunn(veileder, vedtakene.vedtak_start(veileder, sak=sak, type=type, fra=fra, til=til))
    vedtak = svar_pa_alt(veileder, vedtak)
    if felter:
        vedtak = vedtakene.vedtak_lagre(veileder, vedtak=vedtak, **felter)
    if type in {Vedtakstype.AVBRUDD, Vedtakstype.AVSLUTNING}:
        vedtakene.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=klokke.i_dag() + timedelta(days=14))
        vedtak = vedtakene.vedtak_uttalelse(veileder, vedtak=vedtak, dato=klokke.i_dag(), vil_ikke=True)
    sendt = vedtakene.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    vedtak = vedtakene.vedtak_fatt(beslutter, vedtak=sendt, sjekket=Sjekk.values)
    sak.refresh_from_db()
    return vedtak


def svar_pa_alt(veileder: Aktor, vedtak: Vedtak) -> Vedtak:
    """Answer every question the decision must have answered, with yes where it takes one."""
    svar = {
        punkt: Svar(ja=True if PUNKTER[punkt].ja_nei else None, tekst="Vi har snakket om det.")
        for punkt in punkter_for(vedtak)
        if not PUNKTER[punkt].valgfri
    }
    return vedtakene.vedtak_svar_punkter(veileder, vedtak=vedtak, svar=svar) if svar else vedtak


def nektet(veileder: Aktor, beslutter: Aktor, sak: Sak, type: Vedtakstype, **felter: Any) -> tuple[str, str]:
    """The field and the words of the one refusal of such a decision; the draft is put away again."""
    with pytest.raises(FlereFeil) as feil:
        fatt(veileder, beslutter, sak, type, **felter)
    vedtakene.vedtak_forkast(veileder, vedtak=sak.vedtak.get(status=Vedtaksstatus.UTKAST))
    (ett,) = feil.value.feil
    return ett.felt, ett.melding


def brevtekst(vedtak: Vedtak) -> str:
    """Everything the letter of a taken decision says."""
    return str(fra_json(Brev.objects.get(dokument_id=vedtak.brev_id).innhold)).replace("\\xa0", " ")
