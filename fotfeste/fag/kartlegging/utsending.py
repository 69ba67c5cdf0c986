"""The completed assessment as it leaves the office, and what the participant says of it.

Only what stands in `Utgaende` can leave: it is built field by field, and knows nothing internal.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.fag.brev.innhold import Brev
from fotfeste.fag.brev.maler import Klagerett
from fotfeste.fag.brev.maler.arbeidsevne import Arbeidsevne, Punktsvar, arbeidsevne
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send, brevfeil_i_ord
from fotfeste.fag.kartlegging.enums import Hensyn, Innsatsgruppe
from fotfeste.fag.kartlegging.felles import krev_tekst, las_vurdering
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Merknad, Vurderingsbrev
from fotfeste.fag.kartlegging.overganger import AEV
from fotfeste.fag.kartlegging.punkter import PUNKTER, Punkt
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.frister import KLAGEFRIST

KLAGEINSTANS = "klageinstansen i Nav"


@dataclass(frozen=True, slots=True)
class Utpunkt:
    """A point as the participant reads it: the question, our answer, and their own words."""

    punkt: Punkt
    tekst: str
    egne_ord: str


@dataclass(frozen=True, slots=True)
class Utgaende:
    """All of an assessment that leaves the office."""

    konklusjon: str
    nedsatt: str
    punkter: tuple[Utpunkt, ...]
    ressurser: str
    hindringer: str
    motivasjon: str
    mal: str
    brukers_syn: str
    hensyn: tuple[str, ...]
    kilder: tuple[str, ...]


def utgaende(vurdering: Arbeidsevnevurdering) -> Utgaende:
    """The assessment as the participant reads it. One query."""
    return Utgaende(
        konklusjon=str(Innsatsgruppe(vurdering.innsatsgruppe).label) if vurdering.innsatsgruppe else "",
        nedsatt=_nedsatt(vurdering),
        punkter=tuple(
            Utpunkt(punkt, getattr(vurdering, punkt.felt), getattr(vurdering, punkt.deltakerfelt)) for punkt in PUNKTER
        ),
        ressurser=vurdering.ressurser,
        hindringer=vurdering.hindringer,
        motivasjon=vurdering.motivasjon,
        mal=vurdering.mal,
        brukers_syn=vurdering.brukers_syn,
        hensyn=tuple(str(Hensyn(kode).label) for kode in vurdering.hensyn),
        kilder=tuple(str(kilde) for kilde in vurdering.kilder.all()),
    )


def _nedsatt(vurdering: Arbeidsevnevurdering) -> str:
    if vurdering.nedsatt is None:
        return ""
    if not vurdering.nedsatt:
        return _("Arbeidsevnen er ikke nedsatt.")
    return _("Arbeidsevnen er nedsatt: %(grad)s.") % {"grad": vurdering.nedsatt_grad.rstrip(". ")}


@translation.override("nb")
def brev_av(aktor: Aktor, vurdering: Arbeidsevnevurdering) -> Brev:
    """The letter with the assessment, in bokmål. Raises Fagfeil when it cannot be made yet."""
    ut = utgaende(vurdering)
    with brevfeil_i_ord():
        return arbeidsevne(
            Arbeidsevne(
                ramme=brev_ramme(aktor, vurdering.sak),
                klagerett=Klagerett(frist_uker=int(KLAGEFRIST.verdi), klageinstans=KLAGEINSTANS),
                konklusjon=ut.konklusjon,
                nedsatt=ut.nedsatt,
                punkter=tuple(Punktsvar(str(u.punkt.tittel), u.tekst, u.egne_ord) for u in ut.punkter),
                motivasjon=ut.motivasjon,
                mal=ut.mal,
                deltakers_syn=ut.brukers_syn,
                kilder=ut.kilder,
            )
        )


def aev_send_brev(aktor: Aktor, *, vurdering: Arbeidsevnevurdering) -> Vurderingsbrev:
    """Send the completed assessment to the participant, with the right to complain. Raises Fagfeil the second time."""
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.send_brev"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("send_brev", vurdering)
        if Vurderingsbrev.objects.filter(vurdering=vurdering).exists():
            raise Fagfeil(_("Vurderingen er allerede sendt til deltakeren."))
        brev = brev_send(aktor, sak=vurdering.sak, mal=Brevmal.VEDTAK, brev=brev_av(aktor, vurdering))
        return Vurderingsbrev.objects.create(
            sak_id=vurdering.sak_id, vurdering=vurdering, brev=brev, sendt=klokke.i_dag()
        )


def aev_si_imot(aktor: Aktor, *, vurdering: Arbeidsevnevurdering, punkt: str, tekst: str) -> Merknad:
    """The participant says that a point of the completed assessment is not right. Raises Fagfeil without words."""
    krev(aktor, Handling.AEV_EGET_SYN, vurdering)
    if punkt not in {p.bokstav for p in PUNKTER}:
        raise Fagfeil(_("Velg et av de fem punktene."))
    tekst = krev_tekst(tekst, "tekst", _("Skriv hva som ikke stemmer."))
    with kommando(aktor, "aev.si_imot"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("si_imot", vurdering)
        merknad = Merknad.objects.create(
            sak_id=vurdering.sak_id, vurdering=vurdering, punkt=punkt, tekst=tekst, gitt=klokke.i_dag()
        )
        skriv_hendelse(aktor, "aev.merknad", sak_id=vurdering.sak_id, objekt_id=merknad.pk, punkt=punkt)
        return merknad


def merknad_besvar(aktor: Aktor, *, merknad: Merknad, svar: str) -> Merknad:
    """Answer what the participant has said of the assessment. They read the answer on their own page."""
    krev(aktor, Handling.AEV_SKRIV, merknad)
    svar = krev_tekst(svar, "svar", _("Skriv hva dere gjør med det deltakeren sier."))
    with kommando(aktor, "aev.merknad_besvar"):
        sak_las(merknad.sak)
        merknad = Merknad.objects.select_for_update(of=("self",)).get(pk=merknad.pk)
        if merknad.besvart:
            raise Fagfeil(_("Denne er allerede besvart."))
        merknad.besvart_av = aktor.krev_bruker()
        merknad.lagre_endring(svar=svar, besvart=klokke.i_dag())
        skriv_hendelse(aktor, "aev.merknad_besvart", sak_id=merknad.sak_id, objekt_id=merknad.pk, punkt=merknad.punkt)
        return merknad
