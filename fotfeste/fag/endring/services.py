"""The participant tells of a change; the office reads it, and makes it so or says why nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.endring.enums import OM_ET_BARN, Meldingsslag, Meldingsstatus
from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.endring.overganger import MELDING
from fotfeste.fag.person.barn import Vist, ta_imot
from fotfeste.fag.person.enums import Barnekilde
from fotfeste.fag.person.models import Barn
from fotfeste.fag.person.services import barn_avslutt, barn_registrer, utenlandsopphold_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.utbetaling.ytelser import Brevet, ytelse_registrer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

MAKS_TEGN = 2000
MAKS_VENTER = 30
"""More unread messages than this from one participant are a mistake of the hand."""


def melding_send(
    aktor: Aktor,
    *,
    sak: Sak,
    slag: str,
    barn: Barn | None = None,
    fra: date | None = None,
    papir: Vist = None,
    **felter: Any,
) -> Endringsmelding:
    """The participant tells of a change in their own case. Nothing changes until someone at the office has read it.

    `felter`: navn, til, ytelse, belop_ore, enhet, tekst. Raises FlereFeil for what is missing or cannot be.
    """
    krev(aktor, Handling.ENDRING_EGEN, sak)
    with kommando(aktor, "endring.send"):
        sak = sak_las(sak)
        felter["tekst"] = felter.get("tekst", "").strip()
        melding = Endringsmelding(sak=sak, slag=slag, barn=barn, fra=fra, mottatt=klokke.na(), **felter)
        _krev_hel(melding)
        if sak.endringsmeldinger.filter(status=Meldingsstatus.NY).count() >= MAKS_VENTER:
            raise Fagfeil(_("Du har sendt mange meldinger som ikke er lest ennå. Ring veilederen din i stedet."))
        melding.dokument = ta_imot(papir)
        melding.clean_fields(exclude=["sak", "barn", "dokument"])
        melding.save()
        _fortell(aktor, melding, "meldt")
        return melding


def meldinger_send(aktor: Aktor, *, sak: Sak, slag: str, barna: Sequence[Barn] = (), **felter: Any) -> None:
    """As `melding_send`, once for each of the children it is about: a family travels together.

    All are sent or none. The paper is kept once.
    """
    with kommando(aktor, "endring.send"):
        papir = felter.pop("papir", None)
        for barn in barna or (None,):
            papir = melding_send(aktor, sak=sak, slag=slag, barn=barn, papir=papir, **felter).dokument


def melding_bruk(
    aktor: Aktor, *, melding: Endringsmelding, svar: str = "", versjon: int | None = None, **felter: Any
) -> Endringsmelding:
    """Make it so: the command the message is about, with what was told where `felter` says nothing else.

    Raises what that command raises, UlovligOvergang when someone has answered or it is taken back.
    """
    krev(aktor, Handling.ENDRING_SVAR, melding)
    with kommando(aktor, "endring.bruk"):
        melding = _las(melding, "bruk", versjon)
        GJOR[Meldingsslag(melding.slag)](aktor, melding, felter)
        return _avgjor(aktor, melding, Meldingsstatus.BRUKT, svar)


def melding_les(aktor: Aktor, *, melding: Endringsmelding, svar: str, versjon: int | None = None) -> Endringsmelding:
    """Answer that nothing is changed, and why. Raises Fagfeil without the words, UlovligOvergang as `melding_bruk`."""
    krev(aktor, Handling.ENDRING_SVAR, melding)
    with kommando(aktor, "endring.les"):
        melding = _las(melding, "les", versjon)
        if not svar.strip():
            raise Fagfeil(_("Skriv hvorfor ingenting endres, så deltakeren skjønner det."), felt="svar")
        return _avgjor(aktor, melding, Meldingsstatus.LEST, svar)


def melding_trekk(aktor: Aktor, *, melding: Endringsmelding, versjon: int | None = None) -> Endringsmelding:
    """The participant takes it back. Raises UlovligOvergang when the office has answered."""
    krev(aktor, Handling.ENDRING_EGEN, melding)
    with kommando(aktor, "endring.trekk"):
        melding = _las(melding, "trekk", versjon)
        melding.lagre_endring(status=Meldingsstatus.TRUKKET, avgjort=klokke.na())
        _fortell(aktor, melding, "trukket")
        return melding


def _las(melding: Endringsmelding, kommando_: str, versjon: int | None) -> Endringsmelding:
    sak = sak_las(melding.sak)
    melding = Endringsmelding.objects.select_related("barn__person", "dokument").get(pk=melding.pk)
    melding.sak = sak
    MELDING.krev(kommando_, melding)
    melding.krev_versjon(versjon)
    return melding


def _avgjor(aktor: Aktor, melding: Endringsmelding, status: Meldingsstatus, svar: str) -> Endringsmelding:
    svar = svar.strip()
    if len(svar) > MAKS_TEGN:
        raise Fagfeil(_("Skriv det kortere: høyst %s tegn.") % MAKS_TEGN, felt="svar")
    melding.lagre_endring(status=status, svar=svar, avgjort=klokke.na(), avgjort_av=aktor.krev_bruker())
    if status == Meldingsstatus.BRUKT:
        _fortell(aktor, melding, "brukt")
    else:
        _fortell(aktor, melding, "lest", svar=svar)
    return melding


def _fortell(aktor: Aktor, melding: Endringsmelding, kode: str, **data: Any) -> None:
    skriv_hendelse(
        aktor,
        f"endring.{kode}",
        sak_id=melding.sak_id,
        objekt_id=melding.pk,
        navn=melding.sak.person.fornavn,
        hva=valg_ord(Meldingsslag(melding.slag)),
        **data,
    )


# What each kind of message becomes


def _barn_fodt(aktor: Aktor, melding: Endringsmelding, felter: dict[str, Any]) -> None:
    fra_meldingen = {"navn": melding.navn, "fodselsdato": melding.fra, "kilde": Barnekilde.DELTAKER}
    barn_registrer(aktor, melding.sak.person, **{"papir": melding.dokument, **fra_meldingen, **felter})


def _barn_flyttet(aktor: Aktor, melding: Endringsmelding, felter: dict[str, Any]) -> None:
    fra_meldingen = {"til": melding.fra, "kilde": Barnekilde.DELTAKER, "papir": melding.dokument}
    barn_avslutt(aktor, _barnet(melding), **{**fra_meldingen, **felter})


def _barn_utland(aktor: Aktor, melding: Endringsmelding, felter: dict[str, Any]) -> None:
    fra_meldingen = {"fra": melding.fra, "til": melding.til, "kilde": Barnekilde.DELTAKER, "papir": melding.dokument}
    utenlandsopphold_registrer(aktor, _barnet(melding), **{**fra_meldingen, **felter})


def _barn_annet(_aktor: Aktor, _melding: Endringsmelding, _felter: dict[str, Any]) -> None:
    """In free words: what it means is written on the child's own page."""


def _ytelse(aktor: Aktor, melding: Endringsmelding, felter: dict[str, Any]) -> None:
    brevet = Brevet(melding.belop_ore or 0, melding.enhet or "dag", melding.dokument)
    fra_meldingen = {"type": melding.ytelse, "fra": melding.fra, "til": melding.til, "brevet": brevet}
    ytelse_registrer(aktor, sak=melding.sak, **{**fra_meldingen, **felter})


def _barnet(melding: Endringsmelding) -> Barn:
    if melding.barn is None:
        raise ValueError(f"The message {melding.pk} is about no child")
    return melding.barn


GJOR: dict[Meldingsslag, Callable[[Aktor, Endringsmelding, dict[str, Any]], None]] = {
    Meldingsslag.BARN_FODT: _barn_fodt,
    Meldingsslag.BARN_FLYTTET: _barn_flyttet,
    Meldingsslag.BARN_UTLAND: _barn_utland,
    Meldingsslag.BARN_ANNET: _barn_annet,
    Meldingsslag.YTELSE: _ytelse,
}
"""The command each kind of message is about."""


def _krev_hel(melding: Endringsmelding) -> None:
    feil = _feil_i(melding)
    if feil:
        raise FlereFeil(feil) if len(feil) > 1 else feil[0]


def _feil_i(melding: Endringsmelding) -> list[Fagfeil]:
    slag, feil = Meldingsslag(melding.slag), []
    if slag in OM_ET_BARN and not _er_mitt(melding.barn, melding.sak.person_id):
        feil.append(Fagfeil(_("Velg hvilket barn det gjelder."), felt="barn"))
    if slag != Meldingsslag.BARN_ANNET and melding.fra is None:
        feil.append(Fagfeil(_NAR[slag](), felt="fra"))
    if slag == Meldingsslag.BARN_FODT and melding.fra and melding.fra > klokke.i_dag():
        feil.append(Fagfeil(_("Vent med å melde fra til barnet er født."), felt="fra"))
    if melding.fra and melding.til and melding.til < melding.fra:
        feil.append(Fagfeil(_("Den siste dagen er før den første. Bytt om datoene."), felt="til"))
    if slag == Meldingsslag.BARN_ANNET and not melding.tekst:
        feil.append(Fagfeil(_("Skriv hva som er endret."), felt="tekst"))
    if slag == Meldingsslag.YTELSE and not melding.ytelse:
        feil.append(Fagfeil(_("Velg hvilke penger du har fått."), felt="ytelse"))
    if len(melding.tekst) > MAKS_TEGN:
        feil.append(Fagfeil(_("Skriv det kortere: høyst %s tegn.") % MAKS_TEGN, felt="tekst"))
    return feil


def _er_mitt(barn: Barn | None, person_id: UUID) -> bool:
    return barn is not None and barn.person_id == person_id


_NAR: dict[Meldingsslag, Callable[[], str]] = {
    Meldingsslag.BARN_FODT: lambda: _("Skriv når barnet ble født."),
    Meldingsslag.BARN_FLYTTET: lambda: _("Skriv når barnet flyttet."),
    Meldingsslag.BARN_UTLAND: lambda: _("Skriv når barnet reiser."),
    Meldingsslag.YTELSE: lambda: _("Skriv hvilken dag pengene gjelder fra."),
}
