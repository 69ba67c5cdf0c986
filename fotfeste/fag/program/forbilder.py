"""Good programmes without the person: made from an agreed one, and used to fill a new draft."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.program.anonym import roper_om_personen
from fotfeste.fag.program.enums import Malstatus, Programstatus
from fotfeste.fag.program.laas import las_program
from fotfeste.fag.program.models import Aktivitet, Delmal, Forbilde, Malkobling, Programversjon, Ukeblokk
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor, Eier, Handling, krev

_TEKSTER = ("navn", "formal")
_FELTER = (*_TEKSTER, "gruppe", "type", "oppfolging", "for_hovedmalet")


def innhold_av(program: Programversjon) -> dict[str, Any]:
    """What of a programme can be shared: its week, purposes and goals. No provider, place or contact."""
    aktiviteter = list(program.aktiviteter.prefetch_related("blokker", "malkoblinger__delmal"))
    mal: dict[str, Delmal] = {
        kobling.delmal.tekst: kobling.delmal for aktivitet in aktiviteter for kobling in aktivitet.malkoblinger.all()
    }
    return {
        "mal": [{"tekst": ett.tekst, "omrade": ett.omrade} for ett in mal.values()],
        "aktiviteter": [_aktivitet(aktivitet) for aktivitet in aktiviteter],
    }


def _aktivitet(aktivitet: Aktivitet) -> dict[str, Any]:
    return {
        **{felt: getattr(aktivitet, felt) for felt in _FELTER},
        "mal": [kobling.delmal.tekst for kobling in aktivitet.malkoblinger.all()],
        "blokker": [
            [blokk.ukedag, f"{blokk.start:%H:%M}", f"{blokk.slutt:%H:%M}"] for blokk in aktivitet.blokker.all()
        ],
    }


class _Sted:
    """The office a shared programme is to belong to, for the gate."""

    def __init__(self, kontor: Kontor) -> None:
        self.kontor = kontor

    def tilgang_eier(self) -> Eier:
        return Eier(self.kontor.kommune_id, self.kontor.pk)


def forbilde_lag(aktor: Aktor, *, program: Programversjon, navn: str, for_hvem: str) -> Forbilde:
    """Make a shared programme of an agreed one. Whatever could tell who it was is searched for and refused.

    Raises FlereFeil with each place where a name, a number or a date stands.
    """
    krev(aktor, Handling.RUTINE_SKRIV, program)
    with kommando(aktor, "forbilde.lag"):
        if program.status not in {Programstatus.AVTALT, Programstatus.ERSTATTET}:
            raise Fagfeil(_("Bare et program dere er blitt enige om, kan bli et eksempel."))
        innhold = innhold_av(program)
        _krev_anonymt(program, {"navn": navn, "for_hvem": for_hvem}, innhold)
        return _lagre(aktor, program.sak.kontor, navn, for_hvem, innhold)


def forbilde_legg_inn(aktor: Aktor, *, kontor: Kontor, navn: str, for_hvem: str, innhold: dict[str, Any]) -> Forbilde:
    """Take in a shared programme that was never anyone's, for example from another municipality."""
    krev(aktor, Handling.RUTINE_SKRIV, _Sted(kontor))
    with kommando(aktor, "forbilde.legg_inn"):
        return _lagre(aktor, kontor, navn, for_hvem, innhold)


def _lagre(aktor: Aktor, kontor: Kontor, navn: str, for_hvem: str, innhold: dict[str, Any]) -> Forbilde:
    feil = [
        Fagfeil(tekst, felt=felt)
        for felt, verdi, tekst in (
            ("navn", navn, _("Gi eksempelet et navn, for eksempel «Praksis fire dager og norsk én dag».")),
            ("for_hvem", for_hvem, _("Skriv hvem det passer for, uten å beskrive en bestemt person.")),
        )
        if not verdi.strip()
    ]
    if feil:
        raise FlereFeil(feil)
    try:
        with transaction.atomic():
            return Forbilde.objects.create(
                kommune_id=kontor.kommune_id,
                kontor=kontor,
                navn=navn.strip()[:120],
                for_hvem=for_hvem.strip(),
                innhold=innhold,
                laget_av=aktor.bruker,
            )
    except IntegrityError as feil_:
        raise Fagfeil(_("Kommunen har allerede et eksempel med dette navnet. Velg et annet."), felt="navn") from feil_


def _krev_anonymt(program: Programversjon, egne: dict[str, str], innhold: dict[str, Any]) -> None:
    person = program.sak.person
    navn = [person.navn, *(barn.navn for barn in person.barn.all())]
    navn += [rad.bruker.navn for rad in program.sak.faste_kontakter.select_related("bruker")]
    feil = [
        Fagfeil(
            _("Ta bort «%(ord)s». Ingen skal kunne se hvem programmet var for.") % {"ord": "», «".join(ord_)}, felt=felt
        )
        for felt, tekst in egne.items()
        if (ord_ := roper_om_personen(tekst, navn))
    ]
    feil += [
        Fagfeil(
            _("I «%(hvor)s» står «%(ord)s». Lag en ny versjon uten det, eller velg et annet program.")
            % {"hvor": tekst[:60], "ord": "», «".join(ord_)}
        )
        for tekst in _tekster(innhold)
        if (ord_ := roper_om_personen(tekst, navn))
    ]
    if feil:
        raise FlereFeil(feil)


def _tekster(innhold: dict[str, Any]) -> Iterable[str]:
    for mal in innhold["mal"]:
        yield mal["tekst"]
    for aktivitet in innhold["aktiviteter"]:
        yield from (aktivitet[felt] for felt in _TEKSTER)


def forbilde_trekk(aktor: Aktor, *, forbilde: Forbilde) -> Forbilde:
    """Take a shared programme out of the list. Drafts made from it stand."""
    krev(aktor, Handling.RUTINE_SKRIV, forbilde)
    with kommando(aktor, "forbilde.trekk"):
        return forbilde.lagre_endring(trukket=klokke.i_dag())


def programversjon_fyll_fra(
    aktor: Aktor, *, program: Programversjon, forbilde: Forbilde, versjon: int | None = None
) -> Programversjon:
    """Fill a draft that has no activities from a shared programme; goals the case has already are not written twice."""
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.fyll_fra"):
        program = las_program(program, versjon=versjon, kommando="lagre")
        if program.sak.kommune_id != forbilde.kommune_id:
            raise Fagfeil(_("Eksempelet hører til en annen kommune."))
        if program.aktiviteter.exists():
            raise Fagfeil(_("Uken har allerede aktiviteter. Ta dem bort først, hvis dere vil begynne på nytt."))
        mal = _malene(program, forbilde)
        for rad in forbilde.innhold["aktiviteter"]:
            aktivitet = Aktivitet.objects.create(
                sak=program.sak, programversjon=program, **{felt: rad[felt] for felt in _FELTER if felt in rad}
            )
            for ukedag, start, slutt in rad["blokker"]:
                Ukeblokk.objects.create(
                    sak=program.sak,
                    aktivitet=aktivitet,
                    ukedag=ukedag,
                    start=time.fromisoformat(start),
                    slutt=time.fromisoformat(slutt),
                )
            for tekst in rad.get("mal", ()):
                Malkobling.objects.create(sak=program.sak, aktivitet=aktivitet, delmal=mal[tekst])
        program.lagre_endring()
        skriv_hendelse(
            aktor, "program.fylt_fra_forbilde", sak_id=program.sak_id, objekt_id=program.pk, navn=forbilde.navn
        )
        return program


def _malene(program: Programversjon, forbilde: Forbilde) -> dict[str, Delmal]:
    apne = program.sak.delmal.filter(status=Malstatus.UNDERVEIS)
    ut = {mal.tekst: mal for mal in apne}
    for rad in forbilde.innhold["mal"]:
        if rad["tekst"] not in ut:
            ut[rad["tekst"]] = Delmal.objects.create(sak=program.sak, tekst=rad["tekst"], omrade=rad["omrade"])
    return ut
