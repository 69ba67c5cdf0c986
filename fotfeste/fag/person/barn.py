"""The children a person supports, and what decides whether they give barnetillegg (forskriften § 3).

Dates in the past may be changed: what is true is written, and the months that were paid by something else are reckoned
again by those who pay. Every change stands in the case's timeline.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from fotfeste.fag.person.models import Barn, Person, Utenlandsopphold
from fotfeste.fag.person.vern import krev_ansatt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.dokument.services import dokument_ta_imot
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor

MAKS_BARN = 30
MAKS_TEGN = 2000

_FOSTERFELTER: dict[str, Any] = {
    "forsorget_fra": None,
    "krav_fram": None,
    "varig_plassering": False,
    "varig_grunn": "",
}


@dataclass(frozen=True, slots=True)
class Papir:
    """A file that shows it, as it was sent."""

    navn: str
    innhold: bytes


Vist = Papir | Dokument | None
"""The paper that shows it: one just sent, one that is kept already, or none."""


def barn_registrer(
    aktor: Aktor,
    person: Person,
    *,
    fodselsdato: date,
    fra: date | None = None,
    navn: str = "",
    papir: Vist = None,
    **felter: Any,
) -> Barn:
    """Register a child the person supports, from `fra` (when left out its birth, for a foster child its coming).

    Raises FlereFeil for dates that cannot be, and for a foster child without what § 3 third paragraph asks.
    """
    krev_ansatt(aktor, person)
    with kommando(aktor, "person.barn"):
        fra = fra or max(felter.get("forsorget_fra") or fodselsdato, fodselsdato)
        barn = Barn(person=person, fodselsdato=fodselsdato, fra=fra, navn=navn.strip(), **felter)
        _krev_hel(barn)
        if person.barn.count() >= MAKS_BARN:
            raise Fagfeil(
                _("Det er registrert %(antall)s barn. Sjekk om noen er ført to ganger.") % {"antall": MAKS_BARN},
                felt="fodselsdato",
            )
        barn.dokument = ta_imot(papir)
        barn.full_clean(exclude=["person", "dokument"], validate_constraints=False)
        barn.save()
        _fortell(aktor, barn, "barn_registrert", fra=barn.fra)
        return barn


def barn_endre(aktor: Aktor, barn: Barn, *, versjon: int | None = None, papir: Vist = None, **felter: Any) -> Barn:
    """Correct a child, or end the support with `til`; the child is kept, for earlier months were paid by it.

    One that is no foster child loses what was kept of a foster child. Raises SamtidigEndring when someone else saved
    first, FlereFeil as `barn_registrer`.
    """
    krev_ansatt(aktor, barn.person)
    with kommando(aktor, "person.barn_endre"):
        barn = _las(barn)
        barn.krev_versjon(versjon)
        if not felter.get("fosterbarn", barn.fosterbarn):
            felter |= _FOSTERFELTER
        return _lagre(aktor, barn, "barn_endret", felter, papir)


def barn_avslutt(
    aktor: Aktor,
    barn: Barn,
    *,
    til: date,
    kilde: str = "",
    versjon: int | None = None,
    papir: Vist = None,
) -> Barn:
    """The child is not supported after `til`: it has moved out, or is no longer placed here.

    That it lived here stands: the years before are told by it too.
    Raises SamtidigEndring when someone else saved first, Fagfeil when the support ends before it began.
    """
    krev_ansatt(aktor, barn.person)
    with kommando(aktor, "person.barn_avslutt"):
        barn = _las(barn)
        barn.krev_versjon(versjon)
        felter = {"til": til, "kilde": kilde or barn.kilde}
        return _lagre(aktor, barn, "barn_avsluttet", felter, papir, til=til)


def fosterbarn_varig(
    aktor: Aktor, barn: Barn, *, varig: bool = True, grunn: str = "", versjon: int | None = None
) -> Barn:
    """The office waives the two years of support for a lasting placement (§ 3 third paragraph), or takes that back.

    Raises Fagfeil for a child that is no foster child, or without the reason.
    """
    krev_ansatt(aktor, barn.person)
    with kommando(aktor, "person.fosterbarn_varig"):
        barn = _las(barn)
        barn.krev_versjon(versjon)
        if not barn.fosterbarn:
            raise Fagfeil(_("Dette gjelder bare fosterbarn. Kryss av for «Er fosterbarn» først."))
        grunn = grunn.strip()
        if varig and not grunn:
            raise Fagfeil(
                _("Skriv hvorfor fosterhjemsordningen er varig."), felt="grunn", hjemmel="forskriften § 3 tredje ledd"
            )
        _krev_kort(grunn, "grunn")
        felter = {"varig_plassering": varig, "varig_grunn": grunn if varig else ""}
        kode = "fosterbarn_varig" if varig else "fosterbarn_ikke_varig"
        return _lagre(aktor, barn, kode, felter, None, **({"grunn": grunn} if varig else {}))


def utenlandsopphold_registrer(
    aktor: Aktor,
    barn: Barn,
    *,
    fra: date,
    til: date | None = None,
    medlem_folketrygden: bool = False,
    kilde: str = "",
    papir: Vist = None,
) -> Utenlandsopphold:
    """The child leaves Norway on `fra` and is back on `til` (None: not yet).

    Raises Fagfeil when it ends before it begins, begins before the child was born, or meets another stay.
    """
    krev_ansatt(aktor, barn.person)
    with kommando(aktor, "person.utenlandsopphold"):
        barn = _las(barn)
        opphold = Utenlandsopphold(
            barn=barn, fra=fra, til=til, medlem_folketrygden=medlem_folketrygden, kilde=kilde, dokument=ta_imot(papir)
        )
        _lagre_opphold(opphold)
        if til:
            _fortell(aktor, barn, "opphold_registrert", fra=fra, til=til)
        else:
            _fortell(aktor, barn, "opphold_begynte", fra=fra)
        return opphold


def utenlandsopphold_rett(
    aktor: Aktor,
    opphold: Utenlandsopphold,
    *,
    versjon: int | None = None,
    papir: Vist = None,
    **felter: Any,
) -> Utenlandsopphold:
    """Correct a stay, or say when the child came back.

    Raises SamtidigEndring when someone else saved first, Fagfeil as `utenlandsopphold_registrer`.
    """
    krev_ansatt(aktor, opphold.barn.person)
    with kommando(aktor, "person.utenlandsopphold_rett"):
        barn, opphold = _las(opphold.barn), _las_opphold(opphold)
        opphold.krev_versjon(versjon)
        for felt, verdi in felter.items():
            setattr(opphold, felt, verdi)
        opphold.dokument = ta_imot(papir) or opphold.dokument
        opphold.versjon += 1
        _lagre_opphold(opphold)
        _fortell(aktor, barn, "opphold_rettet", fra=opphold.fra)
        return opphold


def utenlandsopphold_fjern(aktor: Aktor, opphold: Utenlandsopphold, *, grunn: str) -> None:
    """Take away a stay that never was. What stood is in the history. Raises Fagfeil without the reason."""
    krev_ansatt(aktor, opphold.barn.person)
    with kommando(aktor, "person.utenlandsopphold_fjern"):
        grunn = grunn.strip()
        if not grunn:
            raise Fagfeil(_("Skriv hvorfor oppholdet ikke skal stå her."), felt="grunn")
        _krev_kort(grunn, "grunn")
        barn, opphold = _las(opphold.barn), _las_opphold(opphold)
        _fortell(aktor, barn, "opphold_fjernet", fra=opphold.fra, grunn=grunn)
        opphold.delete()


def _las(barn: Barn) -> Barn:
    return Barn.objects.select_for_update(of=("self",)).select_related("person").get(pk=barn.pk)


def _las_opphold(opphold: Utenlandsopphold) -> Utenlandsopphold:
    """The stay as it stands, once its child is locked. Raises Fagfeil when someone has taken it away."""
    rad = Utenlandsopphold.objects.select_related("barn__person").filter(pk=opphold.pk).first()
    if rad is None:
        raise Fagfeil(_("Noen har tatt bort oppholdet. Last siden på nytt for å se hva som står."))
    return rad


def _lagre(aktor: Aktor, barn: Barn, kode: str, felter: dict[str, Any], papir: Vist, **data: Any) -> Barn:
    for felt, verdi in felter.items():
        setattr(barn, felt, verdi)
    _krev_hel(barn)
    if papir:
        felter["dokument"] = ta_imot(papir)
    barn.lagre_endring(**felter)
    _fortell(aktor, barn, kode, **data)
    return barn


def ta_imot(papir: Vist) -> Dokument | None:
    """The paper as a kept document. Raises Fagfeil for `vedlegg` when it is not what its name says."""
    if papir is None or isinstance(papir, Dokument):
        return papir
    return dokument_ta_imot(navn=papir.navn, innhold=papir.innhold, felt="vedlegg")


def _fortell(aktor: Aktor, barn: Barn, kode: str, **data: Any) -> None:
    """In the person's case, when there is one: who is registered before the first application has none."""
    sak = barn.person.gjeldende_sak()
    if sak is not None:
        skriv_hendelse(aktor, f"person.{kode}", sak_id=sak.pk, objekt_id=barn.pk, barn=str(barn), **data)


def _krev_hel(barn: Barn) -> None:
    """Everything that is wrong with the child's facts, at once."""
    feil = [*_barnedatoer(barn), *_bosted(barn), *_fosterbarn(barn)]
    if feil:
        raise FlereFeil(feil) if len(feil) > 1 else feil[0]


def _barnedatoer(barn: Barn) -> list[Fagfeil]:
    fodt, feil = barn.fodselsdato, []
    if fodt <= barn.person.fodselsdato:
        feil.append(
            Fagfeil(_("Barnet kan ikke være eldre enn den som forsørger det. Sjekk datoen."), felt="fodselsdato")
        )
    elif fodt > klokke.i_dag():
        feil.append(Fagfeil(_("Barnet kan ikke være født etter i dag. Sjekk datoen."), felt="fodselsdato"))
    if barn.fra < fodt:
        feil.append(Fagfeil(_("Forsørgelsen kan ikke begynne før barnet er født."), felt="fra"))
    if barn.til is not None and barn.til < barn.fra:
        feil.append(Fagfeil(_("Forsørgelsen kan ikke slutte før den begynner. Sjekk datoene."), felt="til"))
    return feil


def _bosted(barn: Barn) -> list[Fagfeil]:
    if barn.bosatt_fra and barn.bosatt_til and barn.bosatt_til < barn.bosatt_fra:
        setning = _("Barnet kan ikke slutte å bo i Norge før det begynte. Sjekk datoene.")
        return [Fagfeil(setning, felt="bosatt_til")]
    return []


def _fosterbarn(barn: Barn) -> list[Fagfeil]:
    if not barn.fosterbarn:
        return []
    feil = []
    if barn.forsorget_fra is None:
        feil.append(_fosterfeil(_("Skriv når deltakeren begynte å forsørge fosterbarnet."), "forsorget_fra"))
    elif barn.forsorget_fra < barn.fodselsdato:
        feil.append(_fosterfeil(_("Forsørgelsen kan ikke begynne før barnet er født."), "forsorget_fra"))
    if barn.krav_fram is None:
        feil.append(_fosterfeil(_("Skriv når deltakeren ba om barnetillegg for fosterbarnet."), "krav_fram"))
    elif barn.forsorget_fra and barn.krav_fram < barn.forsorget_fra:
        feil.append(_fosterfeil(_("Kravet kan ikke komme før forsørgelsen begynte. Sjekk datoene."), "krav_fram"))
    return feil


def _fosterfeil(setning: str, felt: str) -> Fagfeil:
    return Fagfeil(setning, felt=felt, hjemmel="forskriften § 3 tredje ledd")


def _lagre_opphold(opphold: Utenlandsopphold) -> None:
    if opphold.til is not None and opphold.til < opphold.fra:
        raise Fagfeil(_("Barnet kan ikke komme hjem før det reiste. Sjekk datoene."), felt="til")
    if opphold.fra < opphold.barn.fodselsdato:
        raise Fagfeil(_("Barnet kan ikke reise før det er født. Sjekk datoen."), felt="fra")
    opphold.clean_fields(exclude=["barn", "dokument"])
    try:
        with transaction.atomic():
            opphold.save()
    except IntegrityError as feil:
        raise _overlapp(opphold) from feil


def _overlapp(opphold: Utenlandsopphold) -> Fagfeil:
    """Which stay it meets, in words. The database refused it."""
    andre = Utenlandsopphold.objects.filter(barn=opphold.barn_id).exclude(pk=opphold.pk)
    andre = andre.filter(Q(til__isnull=True) | Q(til__gte=opphold.fra))
    annet = andre.filter(fra__lte=opphold.til).first() if opphold.til else andre.first()
    if annet is None:
        return Fagfeil(_("Noen andre lagret et opphold for barnet akkurat nå. Last siden på nytt."))
    til = dato_ord(annet.til) if annet.til else _("nå")
    return Fagfeil(
        _(
            "Barnet er alt ført i utlandet fra %(fra)s til %(til)s. Rett det oppholdet i stedet. "
            "Reiste barnet ut igjen samme dag som det kom hjem, er det ett opphold."
        )
        % {"fra": dato_ord(annet.fra), "til": til},
        felt="fra",
    )


def _krev_kort(tekst: str, felt: str) -> None:
    if len(tekst) > MAKS_TEGN:
        raise Fagfeil(_("Skriv det kortere: høyst %s tegn.") % MAKS_TEGN, felt=felt)
