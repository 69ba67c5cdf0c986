"""Nominating a candidate, moving them on, and forgetting them in time. What the person chooses is in their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.kandidat.enums import PARTNERE, Kandidatstatus, Kilde, Svar
from fotfeste.fag.kandidat.models import Kandidat, Kandidatliste, Valgsamtale
from fotfeste.fag.kandidat.overganger import KANDIDAT
from fotfeste.fag.person import fodselsnummer
from fotfeste.fag.person.models import Person
from fotfeste.fag.person.services import person_registrer
from fotfeste.fag.soknad.enums import APNE as APNE_SOKNADER
from fotfeste.fag.soknad.enums import Kanal
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.soknad.services import soknad_registrer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.organisasjon.valg import verdi, verdier
from fotfeste.grunnmur.tilgang import HANDLINGER, SYSTEM, Aktor, Eier, Handling, krev, ser_gradering
from fotfeste.regelverk import tid

LENGST_FRAM = 12
"""Months ahead a candidate can be set to be looked at again: longer is to forget somebody and keep their data."""

YNGST, ELDST = 16, 67


class _Hvor:
    """A candidate to be, for the gate to judge before there is one."""

    def __init__(self, kontor: Kontor, person: Person | None) -> None:
        self._mulig = Kandidat(kommune_id=kontor.kommune_id, kontor=kontor, person=person)

    def tilgang_eier(self) -> Eier:
        return self._mulig.tilgang_eier()


def kandidat_meld(
    aktor: Aktor,
    *,
    kontor: Kontor,
    kilde: str,
    fnr: str = "",
    navn: str = "",
    telefon: str = "",
    fodselsar: int | None = None,
    grunner: Sequence[str] = (),
    hvorfor: str = "",
    snakk_med: str = "",
    henvist_av: str = "",
    samtykke_dato: date | None = None,
    samtykke_til: str = "",
) -> Kandidat:
    """Say that somebody may need the programme: by fødselsnummer, or as a tip with name, telephone and year of birth.

    A number nobody has makes a person when the actor may register one and the name is given; else a tip. What a partner
    tells takes the person's consent. Raises Fagfeil for somebody who is on the office's list already.
    """
    krev(aktor, Handling.KANDIDAT_MELD, _Hvor(kontor, None))
    i_dag = klokke.i_dag()
    with kommando(aktor, "kandidat.meld"):
        _krev_samtykke(kilde, henvist_av, samtykke_dato, samtykke_til)
        person, fodselsar = _hvem(aktor, fnr, navn, telefon, fodselsar)
        _krev_grunn(grunner, hvorfor)
        krev(aktor, Handling.KANDIDAT_MELD, _Hvor(kontor, person))
        kandidat = Kandidat(
            kommune_id=kontor.kommune_id,
            kontor=kontor,
            person=person,
            navn="" if person else navn.strip(),
            telefon=telefon.strip(),
            fodselsar=None if person else fodselsar,
            kilde=kilde,
            grunner=list(grunner),
            hvorfor=hvorfor.strip(),
            snakk_med=snakk_med.strip(),
            henvist_av=henvist_av.strip(),
            samtykke_dato=samtykke_dato,
            samtykke_til=samtykke_til.strip(),
            meldt=i_dag,
            meldt_av=aktor.bruker,
            vurdert=i_dag,
            neste_gang=i_dag + timedelta(days=int(verdi(kontor.kommune_id, "kandidat_droftes_dager", i_dag))),
        )
        kandidat.clean_fields()
        _lagre_ny(kandidat)
        _skriv(aktor, kandidat, "meldt", kilde=valg_ord(Kilde(kilde)))
    return kandidat


def _hvem(aktor: Aktor, fnr: str, navn: str, telefon: str, fodselsar: int | None) -> tuple[Person | None, int | None]:
    """The person, registered now when that is possible, or None and the year of birth of a tip."""
    if not fnr.strip():
        _krev_tips(navn, telefon, fodselsar)
        return None, fodselsar
    nummer = fodselsnummer.les(fnr, felt="fnr")
    person = Person.objects.filter(fodselsnummer=nummer.nummer).first()
    if person is not None:
        if not ser_gradering(aktor, person.gradering):
            raise Fagfeil(_("Snakk med fagansvarlig om denne personen."), felt="fnr")
        return person, None
    fornavn, _mellom, etternavn = navn.strip().rpartition(" ")
    if not fornavn:
        raise Fagfeil(_("Personen er ikke registrert. Skriv fornavn og etternavn også."), felt="navn")
    if aktor.er_system or aktor.roller & HANDLINGER[Handling.PERSON_REGISTRER]:
        return person_registrer(aktor, fnr=fnr, fornavn=fornavn, etternavn=etternavn, telefon=telefon.strip()), None
    return None, nummer.fodselsdato.year


def _krev_tips(navn: str, telefon: str, fodselsar: int | None) -> None:
    feil = []
    if not navn.strip():
        feil.append(Fagfeil(_("Skriv navnet, eller fødselsnummeret hvis du har det."), felt="navn"))
    if not telefon.strip():
        feil.append(Fagfeil(_("Skriv et telefonnummer, så noen kan ringe."), felt="telefon"))
    i_ar = klokke.i_dag().year
    if fodselsar is None:
        feil.append(Fagfeil(_("Skriv fødselsåret, omtrent er godt nok."), felt="fodselsar"))
    elif not i_ar - ELDST <= fodselsar <= i_ar - YNGST:
        feil.append(
            Fagfeil(
                _("Programmet er for den som er mellom 18 og 67 år. Sjekk fødselsåret."),
                felt="fodselsar",
                hjemmel="sotjl § 29",
            )
        )
    if feil:
        raise FlereFeil(feil)


def _krev_samtykke(kilde: str, henvist_av: str, dato: date | None, til: str) -> None:
    """What someone outside tells of a person is received with the person's consent, on a day, to something."""
    if dato is not None and dato > klokke.i_dag():
        raise Fagfeil(_("Samtykket kan ikke være gitt etter i dag. Sjekk datoen."), felt="samtykke_dato")
    if kilde not in PARTNERE:
        return
    feil = []
    if not henvist_av.strip():
        feil.append(Fagfeil(_("Skriv hvem som henviser, så dere kan svare."), felt="henvist_av"))
    if dato is None:
        feil.append(
            Fagfeil(
                _("Skriv når personen sa ja til at dere får vite dette. Uten samtykke kan dere ikke ta imot det."),
                felt="samtykke_dato",
                hjemmel="sotjl § 44",
            )
        )
    if not til.strip():
        feil.append(Fagfeil(_("Skriv hva personen sa ja til."), felt="samtykke_til"))
    if feil:
        raise FlereFeil(feil)


def _krev_grunn(grunner: Sequence[str], hvorfor: str) -> None:
    if not grunner and not hvorfor.strip():
        raise Fagfeil(_("Kryss av eller skriv en setning om hvorfor du tenker på personen."), felt="grunner")


def _lagre_ny(kandidat: Kandidat) -> None:
    try:
        with transaction.atomic():
            kandidat.save()
    except IntegrityError as feil:
        if "en_apen_kandidat_per_person" not in str(feil):
            raise
        raise Fagfeil(_("Personen står på listen fra før. De som følger opp, ser på det."), felt="fnr") from feil


def kandidat_kall_inn(aktor: Aktor, *, kandidat: Kandidat, dato: date, versjon: int | None = None) -> Kandidat:
    """Call the person in to a talk on the day."""
    with kommando(aktor, "kandidat.kall_inn"):
        kandidat = _las(aktor, kandidat, "kall_inn", versjon)
        _krev_fram(dato, "dato")
        return _flytt(aktor, kandidat, "kall_inn", neste_gang=dato, hvorfor_ikke_na="", data={"dato": dato})


def kandidat_informer(
    aktor: Aktor,
    *,
    kandidat: Kandidat,
    sagt_frivillig: bool,
    svar: str,
    egne_ord: str,
    dato: date | None = None,
    til_stede: str = "",
    tolk: bool = False,
    neste_gang: date | None = None,
    versjon: int | None = None,
) -> Valgsamtale:
    """Note the talk of what the programme is: that it is voluntary, and the person's own answer in their words.

    `neste_gang` is a week from now when left out. Nothing follows from a no but that it is noted.
    """
    i_dag = klokke.i_dag()
    with kommando(aktor, "kandidat.informer"):
        kandidat = _las(aktor, kandidat, "informer", versjon)
        _krev_valg(kandidat, sagt_frivillig=sagt_frivillig, egne_ord=egne_ord, dato=dato or i_dag)
        neste_gang = neste_gang or i_dag + timedelta(weeks=1)
        _krev_fram(neste_gang, "neste_gang")
        samtale = Valgsamtale(
            kandidat=kandidat,
            dato=dato or i_dag,
            sagt_frivillig=True,
            svar=svar,
            egne_ord=egne_ord.strip(),
            til_stede=til_stede.strip(),
            tolk=tolk,
            av=aktor.bruker,
        )
        samtale.clean_fields()
        samtale.save()
        _flytt(
            aktor,
            kandidat,
            "informer",
            neste_gang=neste_gang,
            hvorfor_ikke_na="",
            onsker=egne_ord.strip() if svar == Svar.VIL_SOKE else kandidat.onsker,
            data={"svar": valg_ord(Svar(svar)).lower()},
        )
    return samtale


def _krev_valg(kandidat: Kandidat, *, sagt_frivillig: bool, egne_ord: str, dato: date) -> None:
    feil = []
    if not sagt_frivillig:
        feil.append(
            Fagfeil(
                _("Si at programmet er frivillig, og at det ikke skjer noe om svaret er nei. Noter det så her."),
                felt="sagt_frivillig",
            )
        )
    if not egne_ord.strip():
        feil.append(Fagfeil(_("Skriv svaret slik personen sa det."), felt="egne_ord"))
    if dato > klokke.i_dag():
        feil.append(Fagfeil(_("Samtalen kan ikke være etter i dag. Sjekk datoen."), felt="dato"))
    if dato < tid.legg_til_maneder(kandidat.meldt, -LENGST_FRAM):
        feil.append(Fagfeil(_("Sjekk årstallet: samtalen er lenge før kandidaten ble meldt."), felt="dato"))
    if feil:
        raise FlereFeil(feil)


def kandidat_kartlegg(
    aktor: Aktor, *, kandidat: Kandidat, neste_gang: date | None = None, versjon: int | None = None
) -> Kandidat:
    """Begin to map what the person can and wants; looked at again in two weeks when nothing else is said."""
    with kommando(aktor, "kandidat.kartlegg"):
        kandidat = _las(aktor, kandidat, "kartlegg", versjon)
        neste_gang = neste_gang or klokke.i_dag() + timedelta(weeks=2)
        _krev_fram(neste_gang, "neste_gang")
        return _flytt(aktor, kandidat, "kartlegg", neste_gang=neste_gang)


def kandidat_sok(
    aktor: Aktor,
    *,
    kandidat: Kandidat,
    mottatt: date | None = None,
    kanal: str = Kanal.MUNTLIG,
    onsker: str | None = None,
    versjon: int | None = None,
) -> Soknad:
    """Register the application, with what is known carried over; an open one at the office is linked instead.

    The person must be registered (`kandidat_rett` with the number). The application's thread says where it came from.
    """
    with kommando(aktor, "kandidat.sok"):
        kandidat = _las(aktor, kandidat, "sok", versjon)
        if kandidat.person is None:
            raise Fagfeil(_("Legg inn fødselsnummeret først, under «Rett opplysningene». Da kan søknaden føres inn."))
        soknad = Soknad.objects.filter(
            sak__person=kandidat.person, sak__kontor=kandidat.kontor, status__in=APNE_SOKNADER
        ).first()
        if soknad is None:
            soknad = soknad_registrer(
                aktor,
                person=kandidat.person,
                kontor=kandidat.kontor,
                mottatt=mottatt or klokke.i_dag(),
                kanal=kanal,
                onsker=kandidat.onsker if onsker is None else onsker,
            )
        kilde = valg_ord(Kilde(kandidat.kilde))
        skriv_hendelse(aktor, "kandidat.sokt_i_saken", sak_id=soknad.sak_id, meldt=kandidat.meldt, kilde=kilde)
        _lukk(aktor, kandidat, "sok", soknad=soknad)
    return soknad


def kandidat_se_igjen(
    aktor: Aktor, *, kandidat: Kandidat, neste_gang: date, hvorfor_ikke_na: str, versjon: int | None = None
) -> Kandidat:
    """Not now: why, and the day somebody looks again."""
    with kommando(aktor, "kandidat.se_igjen"):
        kandidat = _las(aktor, kandidat, "se_igjen", versjon)
        _krev_fram(neste_gang, "neste_gang")
        _krev_tekst(hvorfor_ikke_na, "hvorfor_ikke_na", _("Skriv hvorfor ikke nå, så den neste forstår det."))
        return _flytt(
            aktor,
            kandidat,
            "se_igjen",
            neste_gang=neste_gang,
            hvorfor_ikke_na=hvorfor_ikke_na.strip(),
            data={"dato": neste_gang},
        )


def kandidat_onsker_ikke(
    aktor: Aktor, *, kandidat: Kandidat, utfall_grunn: str = "", versjon: int | None = None
) -> Kandidat:
    """The person does not want to apply. It is theirs to say: takes a talk where they were told and answered."""
    with kommando(aktor, "kandidat.onsker_ikke"):
        kandidat = _las(aktor, kandidat, "onsker_ikke", versjon)
        if not kandidat.samtaler.exclude(svar=Svar.VIL_SOKE).exists():
            raise Fagfeil(
                _("Noter samtalen først: hva dere sa, og svaret med personens egne ord. Et nei er personens eget.")
            )
        return _lukk(aktor, kandidat, "onsker_ikke", utfall_grunn=utfall_grunn.strip())


def kandidat_ikke_i_malgruppen(
    aktor: Aktor, *, kandidat: Kandidat, utfall_grunn: str, versjon: int | None = None
) -> Kandidat:
    """The person does not need, or cannot use, the programme. Anyone may still apply and have a decision (§ 29)."""
    with kommando(aktor, "kandidat.ikke_i_malgruppen"):
        kandidat = _las(aktor, kandidat, "ikke_i_malgruppen", versjon)
        _krev_tekst(utfall_grunn, "utfall_grunn", _("Skriv hva det er ved situasjonen som gjør at dere mener det."))
        return _lukk(aktor, kandidat, "ikke_i_malgruppen", utfall_grunn=utfall_grunn.strip())


def kandidat_annet_tilbud(
    aktor: Aktor, *, kandidat: Kandidat, utfall_grunn: str, versjon: int | None = None
) -> Kandidat:
    """The person has something else that fits better: what."""
    with kommando(aktor, "kandidat.annet_tilbud"):
        kandidat = _las(aktor, kandidat, "annet_tilbud", versjon)
        _krev_tekst(utfall_grunn, "utfall_grunn", _("Skriv hvilket tilbud personen har fått."))
        return _lukk(aktor, kandidat, "annet_tilbud", utfall_grunn=utfall_grunn.strip())


def kandidat_ta(aktor: Aktor, *, kandidat: Kandidat, versjon: int | None = None) -> Kandidat:
    """Take the candidate: the actor follows up from now."""
    with kommando(aktor, "kandidat.ta"):
        kandidat = _las(aktor, kandidat, "ta", versjon)
        kandidat.lagre_endring(ansvarlig=aktor.krev_bruker(), vurdert=klokke.i_dag())
        _skriv(aktor, kandidat, "ta")
    return kandidat


def kandidat_droft(aktor: Aktor, *, kandidat: Kandidat, versjon: int | None = None) -> Kandidat:
    """The office has talked of the candidate, as it has promised the one who nominated."""
    with kommando(aktor, "kandidat.droft"):
        kandidat = _las(aktor, kandidat, "droft", versjon)
        i_dag = klokke.i_dag()
        kandidat.lagre_endring(droftet=kandidat.droftet or i_dag, vurdert=i_dag)
        _skriv(aktor, kandidat, "droft")
    return kandidat


def kandidat_rett(
    aktor: Aktor, *, kandidat: Kandidat, fnr: str = "", versjon: int | None = None, **felter: Any
) -> Kandidat:
    """Correct what is known, and link a tip to the person by number (registered now when nobody has it).

    `felter`: navn, telefon, fodselsar, sprak, har_barn, sosialhjelp_fra, onsker, snakk_med.
    """
    with kommando(aktor, "kandidat.rett"):
        kandidat = _las(aktor, kandidat, "rett", versjon)
        fra = felter.get("sosialhjelp_fra")
        if fra is not None and fra > klokke.i_dag():
            raise Fagfeil(_("Datoen er ikke kommet ennå. Skriv når sosialhjelpen begynte."), felt="sosialhjelp_fra")
        if kandidat.person is None:
            felter |= _knytt(aktor, kandidat, fnr, felter)
        try:
            with transaction.atomic():
                kandidat.lagre_endring(vurdert=klokke.i_dag(), **felter)
        except IntegrityError as feil:
            raise Fagfeil(_("Personen står på listen fra før. Slett den ene."), felt="fnr") from feil
        _skriv(aktor, kandidat, "rett")
    return kandidat


def _knytt(aktor: Aktor, kandidat: Kandidat, fnr: str, felter: Mapping[str, Any]) -> dict[str, Any]:
    navn = str(felter.get("navn", kandidat.navn))
    telefon = str(felter.get("telefon", kandidat.telefon))
    if not fnr.strip():
        _krev_tips(navn, telefon, felter.get("fodselsar", kandidat.fodselsar))
        return {}
    person, fodselsar = _hvem(aktor, fnr, navn, telefon, None)
    if person is None:
        return {"fodselsar": fodselsar}
    krev(aktor, Handling.KANDIDAT_VURDER, _Hvor(kandidat.kontor, person))
    return {"person": person, "navn": "", "fodselsar": None}


def kandidat_slett(aktor: Aktor, *, kandidat: Kandidat, versjon: int | None = None) -> Kandidat:
    """Delete what says who it is, because the person asks for it or it should not have been written."""
    with kommando(aktor, "kandidat.slett"):
        kandidat = _las(aktor, kandidat, "slett", versjon)
        _tom(kandidat, status=Kandidatstatus.SLETTET)
        _skriv(aktor, kandidat, "slett")
    return kandidat


def kandidater_rydd() -> int:
    """Delete what nobody has looked at for the municipality's months, and what ended so long ago. Returns how many.

    Counted from the last day somebody did something, or from the day to look again where that is later. What is left
    (office, source, ticks, state, dates) is about nobody.
    """
    i_dag = klokke.i_dag()
    ryddet = 0
    kandidater = Kandidat.objects.filter(slettet__isnull=True).select_related("kontor")
    valgt = verdier(set(kandidater.values_list("kommune_id", flat=True)), i_dag)
    for kommune_id, deres in valgt.items():
        eldre = tid.legg_til_maneder(i_dag, -int(deres["kandidat_slettes_maneder"]))
        for kandidat in kandidater.filter(kommune_id=kommune_id, vurdert__lt=eldre):
            ryddet += _rydd(kandidat.pk, eldre)
    return ryddet


def natt_rydd() -> str:
    """The night's part: what is kept no longer."""
    return f"{kandidater_rydd()} kandidater er slettet."


def _rydd(kandidat_id: UUID, eldre: date) -> bool:
    with kommando(SYSTEM, "kandidat.rydd"):
        kandidat = Kandidat.objects.select_for_update(of=("self",)).get(pk=kandidat_id)
        # A day to look again in the future, or lately passed, is a promise somebody has made.
        if kandidat.vurdert >= eldre or (kandidat.er_apen and kandidat.neste_gang and kandidat.neste_gang >= eldre):
            return False
        _tom(kandidat, status=Kandidatstatus.SLETTET if kandidat.er_apen else Kandidatstatus(kandidat.status))
        _skriv(SYSTEM, kandidat, "slett")
        return True


def _tom(kandidat: Kandidat, *, status: Kandidatstatus) -> None:
    i_dag = klokke.i_dag()
    kandidat.samtaler.all().delete()
    kandidat.lagre_endring(
        status=status,
        person=None,
        soknad=None,
        fodselsar=None,
        **dict.fromkeys(
            ("navn", "telefon", "sprak", "hvorfor", "snakk_med", "henvist_av", "samtykke_til", "onsker"), ""
        ),
        hvorfor_ikke_na="",
        utfall_grunn="",
        neste_gang=None,
        utfall_dato=kandidat.utfall_dato or i_dag,
        slettet=i_dag,
    )


def kandidatliste_lagre(aktor: Aktor, *, kontor: Kontor, navn: str, kriterier: Mapping[str, Any]) -> Kandidatliste:
    """Name a set of criteria for the office; the same name again replaces it."""
    liste = Kandidatliste(kommune_id=kontor.kommune_id, kontor=kontor, navn=navn.strip(), laget_av=aktor.bruker)
    krev(aktor, Handling.KANDIDAT_VURDER, liste)
    if not liste.navn:
        raise Fagfeil(_("Gi listen et navn."), felt="navn")
    if not kriterier:
        raise Fagfeil(_("Velg minst ett kriterium først, ellers er listen bare «Alle åpne»."), felt="navn")
    with kommando(aktor, "kandidatliste.lagre"):
        finnes = Kandidatliste.objects.select_for_update(of=("self",)).filter(kontor=kontor, navn=liste.navn).first()
        if finnes is not None:
            return finnes.lagre_endring(kriterier=dict(kriterier))
        liste.kriterier = dict(kriterier)
        liste.clean_fields()
        liste.save()
    return liste


def kandidatliste_slett(aktor: Aktor, *, liste: Kandidatliste) -> None:
    """Remove a named list; the candidates stay."""
    krev(aktor, Handling.KANDIDAT_VURDER, liste)
    with kommando(aktor, "kandidatliste.slett"):
        liste.delete()


def _las(aktor: Aktor, kandidat: Kandidat, kommando_: str, versjon: int | None) -> Kandidat:
    """The candidate as it is now, locked, in a state where the command makes sense and by someone who may."""
    krev(aktor, KANDIDAT.overgang(kommando_).handling, kandidat)
    kandidat = Kandidat.objects.select_for_update(of=("self",)).select_related("person", "kontor").get(pk=kandidat.pk)
    KANDIDAT.krev(kommando_, kandidat)
    kandidat.krev_versjon(versjon)
    return kandidat


def _flytt(
    aktor: Aktor, kandidat: Kandidat, kommando_: str, *, data: Mapping[str, Any] | None = None, **felter: Any
) -> Kandidat:
    """Save the candidate in the command's state; whoever moves one that nobody has, follows up from then."""
    i_dag = klokke.i_dag()
    til = KANDIDAT.overgang(kommando_).til
    kandidat.lagre_endring(
        status=til,
        vurdert=i_dag,
        droftet=kandidat.droftet or i_dag,
        ansvarlig=kandidat.ansvarlig or aktor.bruker,
        **felter,
    )
    _skriv(aktor, kandidat, kommando_, **(data or {}))
    return kandidat


def _lukk(aktor: Aktor, kandidat: Kandidat, kommando_: str, **felter: Any) -> Kandidat:
    return _flytt(aktor, kandidat, kommando_, utfall_dato=klokke.i_dag(), neste_gang=None, **felter)


def _skriv(aktor: Aktor, kandidat: Kandidat, kode: str, **data: Any) -> None:
    skriv_hendelse(aktor, f"kandidat.{kode}", sak_id=None, objekt_id=kandidat.pk, for_deltaker=False, **data)


def _krev_fram(dag: date, felt: str) -> None:
    i_dag = klokke.i_dag()
    if dag < i_dag:
        raise Fagfeil(_("Skriv en dag fram i tid."), felt=felt)
    if dag > (senest := tid.legg_til_maneder(i_dag, LENGST_FRAM)):
        raise Fagfeil(_("Sett en dag senest %s, så ingen blir glemt.") % dato_ord(senest), felt=felt)


def _krev_tekst(tekst: str, felt: str, melding: str) -> None:
    if not tekst.strip():
        raise Fagfeil(melding, felt=felt)
