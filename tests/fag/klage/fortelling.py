"""How a case gets to where the stories about complaints begin."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from fotfeste.fag.klage import services as klager
from fotfeste.fag.klage.enums import Innstillinger, Klagekanal, Klageutfall
from fotfeste.fag.klage.gjelder import Avgjorelse
from fotfeste.fag.klage.inn import Klageinn
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Sjekk, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.regelverk.vilkar import Avslagsgrunn, Vilkarskode
from tests.fag.vedtak.fortelling import begrunn, fullfor_aev, lag_soknad, vurder_alle

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def avslatt(veileder: Aktor, beslutter: Aktor, sak: Sak) -> Vedtak:
    """A refusal that has been taken, on the ground that the programme is not the right help."""
    lag_soknad(sak, mottatt=klokke.i_dag() - timedelta(days=30))
    fullfor_aev(veileder, sak)
    vedtak = vedtakene.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    vurder_alle(veileder, vedtak, ikke_oppfylt=Vilkarskode.HENSIKTSMESSIG_OG_NODVENDIG)
    vedtak = begrunn(veileder, vedtak)
    grunn = Avslagsgrunn.IKKE_HENSIKTSMESSIG_ELLER_NODVENDIG
    vedtak = vedtakene.vedtak_lagre(veileder, vedtak=vedtak, avslagsgrunn=grunn)
    sendt = vedtakene.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    vedtak = vedtakene.vedtak_fatt(beslutter, vedtak=sendt, sjekket=Sjekk.values)
    sak.refresh_from_db()
    return vedtak


def klag(veileder: Aktor, gjelder: Avgjorelse, **felter: Any) -> Klage:
    """A complaint that came on paper today, with everything in it."""
    verdier: dict[str, Any] = {
        "mottatt": klokke.i_dag(),
        "kanal": Klagekanal.PAPIR,
        "onsket_endring": "Jeg vil ha plass i programmet.",
        "grunner": "Jeg har fått ny legeerklæring.",
    }
    return klager.klage_registrer(veileder, gjelder=gjelder, inn=Klageinn(**verdier | felter))


def vurdert(veileder: Aktor, klage: Klage, innstilling: Innstillinger = Innstillinger.OPPRETTHOLDER) -> Klage:
    """The new assessment written, with one point answered."""
    klage = klager.klage_ta_til_vurdering(veileder, klage=klage)
    klager.klage_svar_pa_punkt(veileder, klage=klage, pastand="Ny legeerklæring.", svar="Den sier det samme som før.")
    endres = innstilling in {Innstillinger.OMGJOR, Innstillinger.OMGJOR_DELVIS}
    return klager.klage_lagre(
        veileder,
        klage=klage,
        undersokelser="Vi har snakket med legen.",
        innstilling=innstilling,
        vurdering="Vi mener fortsatt at behandling må komme først.",
        hva_endres="Du får plass i programmet." if endres else "",
    )


def hos_beslutter(veileder: Aktor, klage: Klage, innstilling: Innstillinger = Innstillinger.OPPRETTHOLDER) -> Klage:
    """The answer with the beslutter."""
    return klager.klage_send_til_beslutter(veileder, klage=vurdert(veileder, klage, innstilling))


def besluttet(
    veileder: Aktor, beslutter: Aktor, klage: Klage, innstilling: Innstillinger = Innstillinger.OPPRETTHOLDER
) -> Klage:
    """The answer decided."""
    return klager.klage_beslutt(beslutter, klage=hos_beslutter(veileder, klage, innstilling))


def oversendt(veileder: Aktor, beslutter: Aktor, klage: Klage) -> Klage:
    """The complaint with the appeals body."""
    return klager.klage_oversend(veileder, klage=besluttet(veileder, beslutter, klage))


def avgjort(veileder: Aktor, beslutter: Aktor, klage: Klage, utfall: Klageutfall = Klageutfall.OPPHEVET) -> Klage:
    """Decided by the appeals body."""
    klage = oversendt(veileder, beslutter, klage)
    return klager.klage_registrer_utfall(
        veileder, klage=klage, dato=klokke.i_dag(), utfall=utfall, grunner="Saken var ikke godt nok opplyst."
    )
