"""Writing the office's routines, and saying why something was done otherwise than one should."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.veiledning.models import Avvik, Rutine, Rutinesjekk
from fotfeste.fag.veiledning.selectors import felles_rutine, krev_kan_skrive
from fotfeste.fag.veiledning.steg import STEG
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.styrke import Styrke


def rutine_lagre(
    aktor: Aktor,
    *,
    kommune: Kommune,
    steg: str,
    tekst: str,
    eier: Bruker | None,
    vurderes: date | None,
    kontor: Kontor | None = None,
    avsnitt: int | None = None,
    versjon: int | None = None,
) -> Rutine:
    """Make a new version of how a step is done, in force from today; the one before ends yesterday.

    The municipality's own is for all; an office's names the paragraph of it that it refines. Raises FlereFeil without
    text, owner or a day to look at it again.
    """
    krev_kan_skrive(aktor, kommune, kontor)
    STEG[steg]
    _krev_helt(tekst, eier, vurderes)
    if kontor is not None:
        _krev_avsnitt(kommune, steg, avsnitt)
    with kommando(aktor, "veiledning.lagre_rutine"):
        Kommune.objects.select_for_update(of=("self",)).get(pk=kommune.pk)
        sted = {"kommune": kommune, "kontor": kontor, "steg": steg, "avsnitt": avsnitt if kontor else None}
        siste = Rutine.objects.filter(**sted, til__isnull=True).first()
        if siste is not None:
            siste.krev_versjon(versjon)
        nytt = {"tekst": tekst.strip(), "eier": eier, "vurderes": vurderes, "skrevet_av": aktor.krev_bruker()}
        if siste is not None and siste.fra == klokke.i_dag():
            return siste.lagre_endring(**nytt)
        nummer = siste.nummer + 1 if siste else 1
        if siste is not None:
            siste.lagre_endring(til=klokke.i_dag() - timedelta(days=1))
        try:
            with transaction.atomic():
                return Rutine.objects.create(**sted, **nytt, nummer=nummer, fra=klokke.i_dag())
        except IntegrityError as feil:
            raise Fagfeil(_("Noen lagret rutinen akkurat nå. Last siden på nytt.")) from feil


def _krev_helt(tekst: str, eier: Bruker | None, vurderes: date | None) -> None:
    feil = []
    if not tekst.strip():
        feil.append(Fagfeil(_("Skriv hva dere gjør."), felt="tekst"))
    if eier is None:
        feil.append(Fagfeil(_("Velg hvem som eier rutinen."), felt="eier"))
    if vurderes is None or vurderes <= klokke.i_dag():
        feil.append(Fagfeil(_("Velg en dag etter i dag da rutinen skal vurderes på nytt."), felt="vurderes"))
    if feil:
        raise FlereFeil(feil)


def _krev_avsnitt(kommune: Kommune, steg: str, avsnitt: int | None) -> None:
    felles = felles_rutine(kommune, steg)
    if felles is None:
        raise Fagfeil(_("Kommunen har ingen felles rutine for steget ennå. Skriv den først."), felt="avsnitt")
    if avsnitt is None or not 1 <= avsnitt <= len(felles.avsnittene):
        raise Fagfeil(_("Velg hvilket avsnitt i den felles rutinen kontoret utdyper."), felt="avsnitt")


def rutine_avslutt(aktor: Aktor, *, rutine: Rutine, versjon: int | None = None) -> None:
    """The routine no longer holds: yesterday was its last day. One from today is taken away.

    What the offices say more about a common one goes with it. Raises Fagfeil for one that has ended.
    """
    krev_kan_skrive(aktor, rutine.kommune, rutine.kontor)
    with kommando(aktor, "veiledning.avslutt_rutine"):
        last = Rutine.objects.select_for_update(of=("self",)).get(pk=rutine.pk)
        last.krev_versjon(versjon)
        if last.til is not None:
            raise Fagfeil(_("Rutinen er alt avsluttet."))
        utdypinger = Rutine.objects.filter(kommune=last.kommune_id, steg=last.steg, kontor__isnull=False, til=None)
        for en in [last, *(utdypinger if last.kontor_id is None else ())]:
            if en.fra == klokke.i_dag():
                en.delete()
            else:
                en.lagre_endring(til=klokke.i_dag() - timedelta(days=1))


def rutine_sjekk(aktor: Aktor, *, rutine: Rutine, folges: bool, merknad: str = "") -> Rutinesjekk:
    """Say whether the routine is followed today. One that is not, needs a word on what is done instead.

    Raises Fagfeil for a routine that no longer holds.
    """
    krev_kan_skrive(aktor, rutine.kommune, rutine.kontor)
    if not folges and not merknad.strip():
        raise Fagfeil(_("Skriv kort hva dere gjør i stedet."), felt="merknad")
    with kommando(aktor, "veiledning.sjekk_rutine"):
        last = Rutine.objects.select_for_update(of=("self",)).get(pk=rutine.pk)
        if last.til is not None and last.til < klokke.i_dag():
            raise Fagfeil(_("Rutinen er alt avsluttet."))
        return Rutinesjekk.objects.create(
            rutine=last, dato=klokke.i_dag(), folges=folges, merknad=merknad.strip()[:300], av=aktor.krev_bruker()
        )


def avvik_meld(aktor: Aktor, *, sak: Sak, steg: str, rad: int, setning: str) -> Avvik:
    """Say in a sentence why something one should do was not done. `rad`: which of the step's rows.

    Raises Fagfeil without the sentence, and for a row that is the law's: what one must do has no deviation.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    rader = STEG[steg].rader
    if not 0 <= rad < len(rader) or rader[rad].styrke == Styrke.KAN:
        raise Fagfeil(_("Velg hva som ble gjort på en annen måte."), felt="rad")
    if rader[rad].styrke == Styrke.SKAL:
        raise Fagfeil(_("Dette krever loven. Da er det ikke et avvik, men noe som må gjøres."), felt="rad")
    if not setning.strip():
        raise Fagfeil(_("Skriv i én setning hvorfor det ble gjort på en annen måte."), felt="setning")
    with kommando(aktor, "veiledning.meld_avvik"):
        sak = sak_las(sak)
        skriv_hendelse(aktor, "veiledning.avvik", sak_id=sak.pk, for_deltaker=False, steg=STEG[steg].tittel)
        return Avvik.objects.create(
            sak=sak,
            steg=steg,
            bor=str(rader[rad].tekst),
            setning=setning.strip(),
            dato=klokke.i_dag(),
            av=aktor.krev_bruker(),
        )
