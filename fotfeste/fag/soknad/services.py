"""Taking an application, asking for what is missing, and closing it. The received date never moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.brev.maler import (
    Etterlysning,
    ForelopigSvar,
    Gjoremal,
    Kvittering,
    Opplysning,
    etterlysning,
    forelopig_svar,
    kvittering,
)
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send, brevfeil_i_ord
from fotfeste.fag.brev.tekst import oppramsing
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.enums import APNE as APNE_SAKER
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Bakgrunn, Sak
from fotfeste.fag.sak.selectors import deltakerens_kontor
from fotfeste.fag.sak.services import sak_las, sak_opprett, sak_sett_status
from fotfeste.fag.soknad.enums import APNE, Kanal, Soknadsstatus
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.fag.soknad.overganger import SOKNAD
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.dokument.services import dokument_ta_imot
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.grunnmur.tilgang import Aktor, Eier, Handling, krev
from fotfeste.regelverk import tid
from fotfeste.regelverk.frister import START_SENEST

MAKS_TEGN = 20_000
MAKS_VEDLEGG = 10
MAKS_MANGLER = 10


class Fil(NamedTuple):
    """A file as someone chose it: its name and its bytes."""

    navn: str
    innhold: bytes


class Mangel(NamedTuple):
    """One thing the office lacks, and what it is needed for. `felt` is where on a form a refusal belongs."""

    hva: str
    hvorfor: str = ""
    felt: str = ""


@dataclass(frozen=True, slots=True)
class _Soker:
    """Someone who may apply at an office, for the gate to judge before there is a case."""

    person: Person
    kontor: Kontor

    def tilgang_eier(self) -> Eier:
        return Eier(self.kontor.kommune_id, self.kontor.pk, self.person.bruker_id, self.person.gradering)


def soknad_registrer(
    aktor: Aktor,
    *,
    person: Person,
    kontor: Kontor,
    mottatt: date,
    kanal: str,
    onsker: str = "",
    situasjon: str = "",
    vedlegg: Sequence[Fil] = (),
) -> Soknad:
    """Register an application that came on paper or by word of mouth; opens a case when the person has none.

    `mottatt` is the day it reached the office, today or earlier: it starts the clocks of sotjl § 31 and fvl § 11 a. Age
    is no obstacle here; the application is taken and decided (merknader.aldersmerknad tells the office).
    """
    krev(aktor, Handling.SOKNAD_REGISTRER, _Soker(person, kontor))
    _krev_mottatt(mottatt, person)
    with kommando(aktor, "soknad.registrer"):
        sak = _sak_for_soknad(aktor, person, kontor)
        soknad = _lagre_ny(
            sak, mottatt=mottatt, kanal=kanal, registrert_av=aktor.bruker, onsker=onsker, situasjon=situasjon
        )
        _legg_ved(soknad, vedlegg)
        skriv_hendelse(
            aktor,
            "soknad.registrert",
            sak_id=sak.pk,
            objekt_id=soknad.pk,
            milepel=True,
            mottatt=mottatt,
            kanal=valg_ord(Kanal(kanal)).lower(),
        )
        if soknad.kanal == Kanal.MUNTLIG:
            _send_kvittering(aktor, soknad)
    return soknad


def _send_kvittering(aktor: Aktor, soknad: Soknad) -> None:
    """Send the applicant what was written down, to be confirmed or corrected: it starts the clock of § 31."""
    with brevfeil_i_ord("onsker"):
        brev = kvittering(
            Kvittering(
                ramme=brev_ramme(aktor, soknad.sak),
                soknad_mottatt=soknad.mottatt,
                senest_start=_senest_start(soknad),
                onsker=soknad.onsker,
                situasjon=soknad.situasjon,
                dette_gjor_du=(Gjoremal("Si fra til oss hvis noe er feil eller mangler"),),
                dette_gjor_nav=(Gjoremal("Vi går gjennom søknaden og inviterer deg til en samtale"),),
            )
        )
    brev_send(aktor, sak=soknad.sak, mal=Brevmal.KVITTERING, brev=brev)


def soknad_send(
    aktor: Aktor, *, onsker: str, situasjon: str = "", vedlegg: Sequence[Fil] = (), kontor: Kontor | None = None
) -> Soknad:
    """The participant's own application. It is received today, at the office they belong to (or `kontor`)."""
    person = Person.objects.filter(bruker_id=aktor.bruker_id).first() if aktor.bruker_id else None
    kontor = kontor or deltakerens_kontor(aktor)
    if person is None or kontor is None:
        raise IkkeTilgang("brukeren er ikke knyttet til en person ved et kontor")
    krev(aktor, Handling.SOKNAD_SEND, _Soker(person, kontor))
    mottatt = klokke.i_dag()
    with kommando(aktor, "soknad.send"):
        sak = _sak_for_soknad(aktor, person, kontor)
        soknad = _lagre_ny(
            sak,
            mottatt=mottatt,
            kanal=Kanal.DIGITAL,
            registrert_av=aktor.bruker,
            onsker=onsker,
            situasjon=situasjon,
        )
        _legg_ved(soknad, vedlegg)
        skriv_hendelse(aktor, "soknad.sendt", sak_id=sak.pk, objekt_id=soknad.pk, milepel=True, mottatt=mottatt)
    return soknad


def soknad_legg_ved(
    aktor: Aktor, *, soknad: Soknad, vedlegg: Sequence[Fil], versjon: int | None = None
) -> list[Dokument]:
    """Add papers that came after the application, without anyone having asked for them."""
    krev(aktor, Handling.SOKNAD_BEHANDLE, soknad)
    if not vedlegg:
        raise Fagfeil(_("Velg minst én fil."), felt="vedlegg")
    with kommando(aktor, "soknad.legg_ved"):
        soknad = _las(soknad, "legg_ved", versjon)
        dokumenter = _legg_ved(soknad, vedlegg)
        navn = _i_ord([dokument.navn for dokument in dokumenter])
        skriv_hendelse(aktor, "soknad.lagt_ved", sak_id=soknad.sak_id, objekt_id=soknad.pk, navn=navn)
    return dokumenter


def soknad_be_om_opplysninger(
    aktor: Aktor,
    *,
    soknad: Soknad,
    mangler: Sequence[Mangel],
    frist: date | None = None,
    versjon: int | None = None,
) -> list[Opplysningskrav]:
    """Ask for what is missing, several things in one letter. The application keeps its place in the queue (fvl § 17).

    `frist` is today plus the municipality's choice when left out. Raises Fagfeil when nothing is asked for, when the
    deadline has passed, or when the same thing is asked for already.
    """
    krev(aktor, Handling.SOKNAD_BEHANDLE, soknad)
    i_dag = klokke.i_dag()
    with kommando(aktor, "soknad.be_om_opplysninger"):
        soknad = _las(soknad, "be_om_opplysninger", versjon)
        frist = frist or opplysningsfrist(soknad.sak.kommune_id)
        _krev_mangler(soknad, mangler, frist)
        krav = [_lagre_krav(soknad, mangel, bedt=i_dag, frist=frist) for mangel in mangler]
        _send_etterlysning(aktor, soknad, krav, frist)
        soknad.lagre_endring(status=Soknadsstatus.VENTER_PA_OPPLYSNINGER)
        hva = _i_ord([ett.hva for ett in krav])
        skriv_hendelse(
            aktor, "soknad.bedt_om", sak_id=soknad.sak_id, objekt_id=soknad.pk, milepel=True, hva=hva, frist=frist
        )
    return krav


def opplysningsfrist(kommune_id: UUID) -> date:
    """The deadline proposed for what is asked for today: the municipality's choice `opplysningsfrist_dager`."""
    i_dag = klokke.i_dag()
    return i_dag + timedelta(days=int(verdi(kommune_id, "opplysningsfrist_dager", i_dag)))


def soknad_motta_opplysning(
    aktor: Aktor,
    *,
    krav: Opplysningskrav,
    mottatt: date,
    svar: str = "",
    vedlegg: Sequence[Fil] = (),
    versjon: int | None = None,
) -> Opplysningskrav:
    """Register that something asked for has come to the office, on the day it came."""
    krev(aktor, Handling.SOKNAD_BEHANDLE, krav)
    with kommando(aktor, "soknad.motta_opplysning"):
        krav = _las_krav(krav, "motta_opplysning", versjon)
        if mottatt > klokke.i_dag():
            raise Fagfeil(_("Datoen er ikke kommet ennå. Skriv dagen det kom til kontoret."), felt="mottatt")
        if mottatt < krav.soknad.mottatt:
            raise Fagfeil(_("Det kan ikke ha kommet før søknaden. Sjekk datoen."), felt="mottatt")
        _ta_imot_svar(krav, mottatt, svar, vedlegg)
        skriv_hendelse(
            aktor, "soknad.opplysning_kom", sak_id=krav.sak_id, objekt_id=krav.pk, hva=krav.hva, mottatt=mottatt
        )
    return krav


def soknad_svar(
    aktor: Aktor,
    *,
    krav: Opplysningskrav,
    svar: str = "",
    vedlegg: Sequence[Fil] = (),
    versjon: int | None = None,
) -> Opplysningskrav:
    """The applicant answers on their own page, with words, papers or both."""
    krev(aktor, Handling.SOKNAD_SEND, krav)
    if not svar.strip() and not vedlegg:
        raise Fagfeil(_("Skriv et svar, eller legg ved et papir eller et bilde."), felt="svar")
    with kommando(aktor, "soknad.svar"):
        krav = _las_krav(krav, "svar", versjon)
        _ta_imot_svar(krav, klokke.i_dag(), svar, vedlegg)
        skriv_hendelse(aktor, "soknad.svart", sak_id=krav.sak_id, objekt_id=krav.pk, hva=krav.hva)
    return krav


def soknad_gi_forelopig_svar(
    aktor: Aktor, *, soknad: Soknad, grunn: str, ventet_svar: date, versjon: int | None = None
) -> Soknad:
    """Send the preliminary answer: why it takes longer than a month, and when the answer is expected (fvl § 11 a).

    The date of the first one is kept on the application, and the day promised last; a later delay may be told of again.
    Raises Fagfeil for a day too late for the programme to begin in time (sotjl § 31).
    """
    krev(aktor, Handling.SOKNAD_BEHANDLE, soknad)
    i_dag = klokke.i_dag()
    with kommando(aktor, "soknad.gi_forelopig_svar"):
        soknad = _las(soknad, "gi_forelopig_svar", versjon)
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor det tar tid, slik at søkeren forstår det."), felt="grunn")
        _krev_lengde(grunn, "grunn")
        if ventet_svar <= i_dag:
            raise Fagfeil(_("Skriv en dag fram i tid: når dere regner med å svare."), felt="ventet_svar")
        if ventet_svar > (senest := _senest(soknad)):
            raise Fagfeil(
                _("Lov et svar senest %s, så programmet kan begynne i tide.") % dato_ord(senest), felt="ventet_svar"
            )
        with brevfeil_i_ord("grunn"):
            brev = forelopig_svar(
                ForelopigSvar(
                    ramme=brev_ramme(aktor, soknad.sak),
                    soknad_mottatt=soknad.mottatt,
                    grunn=grunn,
                    ventet_svar=ventet_svar,
                    dette_gjor_du=_sokerens_gjoremal(soknad),
                    dette_gjor_nav=(Gjoremal("Vi behandler søknaden og svarer deg", ventet_svar),),
                )
            )
        brev_send(aktor, sak=soknad.sak, mal=Brevmal.FORELOPIG_SVAR, brev=brev)
        soknad.lagre_endring(forelopig_svar=soknad.forelopig_svar or i_dag, ventet_svar=ventet_svar)
        skriv_hendelse(
            aktor,
            "soknad.forelopig_svar",
            sak_id=soknad.sak_id,
            objekt_id=soknad.pk,
            milepel=True,
            ventet_svar=ventet_svar,
        )
    return soknad


def soknad_merk_klar(aktor: Aktor, *, soknad: Soknad, grunn: str = "", versjon: int | None = None) -> Soknad:
    """Say that the application holds what is needed to assess it.

    When something asked for has not come, `grunn` must say why the office goes on without it; the thread keeps it.
    """
    krev(aktor, Handling.SOKNAD_BEHANDLE, soknad)
    _krev_lengde(grunn, "grunn")
    with kommando(aktor, "soknad.merk_klar"):
        soknad = _las(soknad, "merk_klar", versjon)
        mangler = [ett.hva for ett in soknad.opplysningskrav.filter(mottatt__isnull=True)]
        if mangler and not grunn.strip():
            raise Fagfeil(
                _("Dere venter fortsatt på {hva}. Skriv hvorfor dere kan vurdere søknaden uten.").format(
                    hva=_i_ord(mangler)
                ),
                felt="grunn",
            )
        soknad.lagre_endring(status=Soknadsstatus.KLAR)
        if mangler:
            _skriv_klar(aktor, soknad, "soknad.klar_uten", mangler=_i_ord(mangler), grunn=grunn.strip())
        else:
            _skriv_klar(aktor, soknad, "soknad.klar")
    return soknad


def soknad_trekk(aktor: Aktor, *, soknad: Soknad, trukket: date | None = None, versjon: int | None = None) -> Soknad:
    """Register that the applicant has withdrawn, on the day they did (today when left out). The case closes."""
    krev(aktor, Handling.SOKNAD_BEHANDLE, soknad)
    trukket = trukket or klokke.i_dag()
    with kommando(aktor, "soknad.trekk"):
        soknad = _las(soknad, "trekk", versjon)
        if trukket > klokke.i_dag():
            raise Fagfeil(_("Datoen er ikke kommet ennå. Skriv dagen søkeren trakk søknaden."), felt="trukket")
        if trukket < soknad.mottatt:
            raise Fagfeil(_("Søknaden kan ikke være trukket før den kom. Sjekk datoen."), felt="trukket")
        return _trekk(aktor, soknad, trukket, "soknad.trukket")


def soknad_trekk_selv(aktor: Aktor, *, soknad: Soknad, versjon: int | None = None) -> Soknad:
    """The applicant withdraws on their own page, today."""
    krev(aktor, Handling.SOKNAD_SEND, soknad)
    with kommando(aktor, "soknad.trekk_selv"):
        soknad = _las(soknad, "trekk_selv", versjon)
        return _trekk(aktor, soknad, klokke.i_dag(), "soknad.trukket_selv")


def bakgrunn_besvar(aktor: Aktor, sak: Sak, *, versjon: int | None = None, **felter: Any) -> Bakgrunn:
    """Keep what the applicant lived on before applying and has besides the programme (KOSTRA 14-27), asked once."""
    krev(aktor, Handling.SOKNAD_BEHANDLE, sak)
    with kommando(aktor, "sak.bakgrunn"):
        sak = sak_las(sak)
        bakgrunn, _ny = Bakgrunn.objects.select_for_update(of=("self",)).get_or_create(sak=sak)
        bakgrunn.krev_versjon(versjon)
        return bakgrunn.lagre_endring(**felter)


def _sak_for_soknad(aktor: Aktor, person: Person, kontor: Kontor) -> Sak:
    """The person's open case, locked, or a new one. Raises Fagfeil when they apply already or are in the programme."""
    apen = Sak.objects.filter(person=person, status__in=APNE_SAKER).first()
    if apen is None:
        return sak_opprett(aktor, person=person, kontor=kontor)
    sak = sak_las(apen)
    if sak.status != Saksstatus.SOKNAD:
        raise Fagfeil(
            _("{navn} er allerede innvilget programmet ved {kontor}. Gå til saken {saksnummer} i stedet.").format(
                navn=person.navn, kontor=sak.kontor, saksnummer=sak.saksnummer
            )
        )
    if sak.kontor_id != kontor.pk:
        raise Fagfeil(_("{navn} har en åpen søknad ved {kontor}.").format(navn=person.navn, kontor=sak.kontor))
    return sak


def _lagre_ny(sak: Sak, **felter: Any) -> Soknad:
    for felt in ("onsker", "situasjon"):
        felter[felt] = felter[felt].strip()
        _krev_lengde(felter[felt], felt)
    soknad = Soknad(sak=sak, **felter)
    soknad.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            soknad.save()
    except IntegrityError as feil:
        apen = sak.soknader.filter(status__in=APNE).get()
        raise Fagfeil(
            _("Det er allerede en åpen søknad, mottatt {mottatt}. Gå til den i stedet.").format(
                mottatt=dato_ord(apen.mottatt)
            )
        ) from feil
    return soknad


def _krev_mottatt(mottatt: date, person: Person) -> None:
    if mottatt > klokke.i_dag():
        raise Fagfeil(_("Søknaden kan ikke ha kommet etter i dag. Skriv dagen den kom til kontoret."), felt="mottatt")
    if mottatt < max(person.fodselsdato, START_SENEST.gjelder_fra):
        raise Fagfeil(
            _("Loven om programmet gjelder fra {dato}, og søkeren må være født. Sjekk årstallet.").format(
                dato=dato_ord(START_SENEST.gjelder_fra)
            ),
            felt="mottatt",
            hjemmel=str(START_SENEST.hjemmel),
        )


def _krev_lengde(tekst: str, felt: str) -> None:
    if len(tekst) > MAKS_TEGN:
        raise Fagfeil(
            _("Teksten er for lang: {antall} tegn. Feltet tar {grense}. Legg resten i et vedlegg.").format(
                antall=len(tekst), grense=MAKS_TEGN
            ),
            felt=felt,
        )


def _skriv_klar(aktor: Aktor, soknad: Soknad, kode: str, **data: str) -> None:
    felter: dict[str, Any] = dict(data)
    skriv_hendelse(aktor, kode, sak_id=soknad.sak_id, objekt_id=soknad.pk, milepel=True, **felter)


def _i_ord(ting: Sequence[str]) -> str:
    """Things by name, as a sentence lists them: «a», «b» og «c»."""
    return oppramsing([f"«{navn}»" for navn in ting])


def _las(soknad: Soknad, kommando_: str, versjon: int | None) -> Soknad:
    """The application as it is now, locked behind its case, in a state where the command makes sense."""
    sak = sak_las(soknad.sak)
    soknad = Soknad.objects.select_for_update(of=("self",)).get(pk=soknad.pk)
    soknad.sak = sak
    SOKNAD.krev(kommando_, soknad)
    soknad.krev_versjon(versjon)
    return soknad


def _las_krav(krav: Opplysningskrav, kommando_: str, versjon: int | None) -> Opplysningskrav:
    sak = sak_las(krav.sak)
    krav = Opplysningskrav.objects.select_for_update(of=("self",)).get(pk=krav.pk)
    if krav.mottatt is not None:
        raise UlovligOvergang(_("Dette er allerede registrert som mottatt {dato}.").format(dato=dato_ord(krav.mottatt)))
    krav.soknad = Soknad.objects.select_for_update(of=("self",)).get(pk=krav.soknad_id)
    krav.sak = krav.soknad.sak = sak
    SOKNAD.krev(kommando_, krav.soknad)
    krav.krev_versjon(versjon)
    return krav


def _ta_imot_svar(krav: Opplysningskrav, mottatt: date, svar: str, vedlegg: Sequence[Fil]) -> None:
    """Keep the answer, and let the application wait for the office again when nothing more is missing."""
    _krev_lengde(svar, "svar")
    krav.lagre_endring(mottatt=mottatt, svar=svar.strip())
    krav.vedlegg.add(*_ta_imot(vedlegg))
    if not krav.soknad.opplysningskrav.filter(mottatt__isnull=True).exists():
        krav.soknad.lagre_endring(status=Soknadsstatus.MOTTATT)


def _senest_start(soknad: Soknad) -> date:
    """The last day the programme can begin (sotjl § 31)."""
    return tid.legg_til_maneder(soknad.mottatt, int(START_SENEST.verdi))


def _senest(soknad: Soknad) -> date:
    """The last day to wait for: when the programme must begin (sotjl § 31); when that has passed, a month from now."""
    begynner, i_dag = _senest_start(soknad), klokke.i_dag()
    return begynner if begynner > i_dag else tid.legg_til_maneder(i_dag, 1)


def _krev_mangler(soknad: Soknad, mangler: Sequence[Mangel], frist: date) -> None:
    feil = []
    if not mangler:
        feil.append(Fagfeil(_("Skriv hva dere mangler, minst én ting."), felt="hva_1"))
    if len(mangler) > MAKS_MANGLER:
        feil.append(Fagfeil(_("Be om høyst {antall} ting i ett brev.").format(antall=MAKS_MANGLER), felt="hva_1"))
    if frist <= klokke.i_dag():
        feil.append(Fagfeil(_("Gi søkeren en frist fram i tid."), felt="frist"))
    if frist > (senest := _senest(soknad)):
        feil.append(
            Fagfeil(_("Sett en frist senest %s, så programmet kan begynne i tide.") % dato_ord(senest), felt="frist")
        )
    sett = {ett.hva.casefold() for ett in soknad.opplysningskrav.filter(mottatt__isnull=True)}
    for mangel in mangler:
        hva = mangel.hva.strip()
        if not hva:
            feil.append(Fagfeil(_("Skriv hva dere mangler."), felt=mangel.felt))
        elif hva.casefold() in sett:
            feil.append(Fagfeil(_("Dere har allerede bedt om «{hva}».").format(hva=hva), felt=mangel.felt))
        sett.add(hva.casefold())
    if feil:
        raise FlereFeil(feil)


def _lagre_krav(soknad: Soknad, mangel: Mangel, *, bedt: date, frist: date) -> Opplysningskrav:
    hva, hvorfor = mangel.hva.strip(), mangel.hvorfor.strip()
    if len(hva) > 200:
        raise Fagfeil(_("Skriv det kortere: høyst 200 tegn. Resten kan stå under hvorfor."), felt=mangel.felt)
    _krev_lengde(hvorfor, mangel.felt)
    return Opplysningskrav.objects.create(
        sak=soknad.sak, soknad=soknad, hva=hva, hvorfor=hvorfor, bedt=bedt, frist=frist
    )


def _send_etterlysning(aktor: Aktor, soknad: Soknad, krav: Sequence[Opplysningskrav], frist: date) -> None:
    with brevfeil_i_ord():
        brev = etterlysning(
            Etterlysning(
                ramme=brev_ramme(aktor, soknad.sak),
                soknad_mottatt=soknad.mottatt,
                mangler=tuple(Opplysning(ett.hva, ett.hvorfor) for ett in krav),
                svarfrist=frist,
            )
        )
    brev_send(aktor, sak=soknad.sak, mal=Brevmal.OPPLYSNINGER, brev=brev)


def _sokerens_gjoremal(soknad: Soknad) -> tuple[Gjoremal, ...]:
    ute = soknad.opplysningskrav.filter(mottatt__isnull=True)
    # What the office has gone on without is not asked for again.
    venter = soknad.status == Soknadsstatus.VENTER_PA_OPPLYSNINGER
    mangler = tuple(
        Gjoremal(f"Send oss det vi har bedt om: {ett.hva}", ett.frist if ett.frist > klokke.i_dag() else None)
        for ett in (ute if venter else ())
    )
    return (*mangler, Gjoremal("Ring oss hvis noe endrer seg for deg mens du venter"))


def _trekk(aktor: Aktor, soknad: Soknad, trukket: date, kode: str) -> Soknad:
    soknad.lagre_endring(status=Soknadsstatus.TRUKKET, trukket=trukket)
    if soknad.sak.status == Saksstatus.SOKNAD:
        sak_sett_status(soknad.sak, Saksstatus.TRUKKET)
    skriv_hendelse(aktor, kode, sak_id=soknad.sak_id, objekt_id=soknad.pk, milepel=True, trukket=trukket)
    return soknad


def _legg_ved(soknad: Soknad, filer: Sequence[Fil]) -> list[Dokument]:
    dokumenter = _ta_imot(filer)
    soknad.vedlegg.add(*dokumenter)
    return dokumenter


def _ta_imot(filer: Sequence[Fil]) -> list[Dokument]:
    """Keep the files, or tell of everything wrong with them at once."""
    if len(filer) > MAKS_VEDLEGG:
        raise Fagfeil(_("Send høyst {antall} filer om gangen.").format(antall=MAKS_VEDLEGG), felt="vedlegg")
    dokumenter, feil = [], []
    for fil in filer:
        try:
            dokumenter.append(dokument_ta_imot(navn=fil.navn, innhold=fil.innhold))
        except Fagfeil as en_feil:
            feil.append(en_feil)
    if feil:
        raise FlereFeil(feil)
    return dokumenter
