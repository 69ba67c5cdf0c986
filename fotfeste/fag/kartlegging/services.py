"""Commands on the work-ability assessment (NAV-loven § 14 a): begun, written, seen by the participant, completed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import AevStatus, Innsatsgruppe, Kildetype, UtfortAv
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Kilde
from fotfeste.fag.kartlegging.overganger import AEV
from fotfeste.fag.kartlegging.punkter import DELTAKERFELTER, PUNKTER, PUNKTFELTER
from fotfeste.fag.sak.enums import APNE
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

HJEMMEL = "NAV-loven § 14 a"
TEKSTFELTER = ("ressurser", "hindringer", *PUNKTFELTER, "motivasjon", "brukers_syn", "intern_vurdering")
"""What the caseworker writes. The participant's own fields are theirs alone (aev_lever_eget_syn)."""

_KOPIERES = (*TEKSTFELTER, *DELTAKERFELTER, "innsatsgruppe")


def aev_start(aktor: Aktor, *, sak: Sak, utfort_av: UtfortAv = UtfortAv.NAV) -> Arbeidsevnevurdering:
    """Begin a version. What the previous completed one said is copied and marked as reused (`gjenbrukt`).

    Raises Fagfeil when the case is closed or a draft exists.
    """
    krev(aktor, Handling.AEV_SKRIV, sak)
    with kommando(aktor, "aev.start"):
        sak = sak_las(sak)
        if sak.status not in APNE:
            raise Fagfeil(_("Saken er avsluttet. Opprett en ny sak før du vurderer arbeidsevnen."))
        versjoner = list(sak.arbeidsevnevurderinger.order_by("-nummer"))
        if any(versjon.status == AevStatus.UTKAST for versjon in versjoner):
            raise Fagfeil(_("Det finnes allerede et utkast i saken. Arbeid videre på det."))
        forrige = next((versjon for versjon in versjoner if versjon.status == AevStatus.FULLFORT), None)
        kopi = {felt: getattr(forrige, felt) for felt in _KOPIERES} if forrige else {}
        vurdering = Arbeidsevnevurdering(
            sak=sak,
            nummer=versjoner[0].nummer + 1 if versjoner else 1,
            utfort_av=utfort_av,
            gjenbrukt=[felt for felt, verdi in kopi.items() if verdi],
            **kopi,
        )
        try:
            with transaction.atomic():
                vurdering.save()
        except IntegrityError as feil:
            raise Fagfeil(_("Noen andre begynte på vurderingen akkurat nå. Last siden på nytt.")) from feil
        skriv_hendelse(aktor, "aev.startet", sak_id=sak.pk, objekt_id=vurdering.pk, nummer=vurdering.nummer)
        return vurdering


def aev_lagre(
    aktor: Aktor, *, vurdering: Arbeidsevnevurdering, versjon: int | None = None, **felter: Any
) -> Arbeidsevnevurdering:
    """Save what the caseworker has written; any of TEKSTFELTER, `innsatsgruppe`, `utfort_av`.

    Raises SamtidigEndring when someone else saved first, TypeError for a field that is not the caseworker's.
    """
    if fremmede := felter.keys() - {*TEKSTFELTER, "innsatsgruppe", "utfort_av"}:
        raise TypeError(f"Not the caseworker's to write: {', '.join(sorted(fremmede))}")
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.lagre"):
        vurdering = _las(vurdering)
        AEV.krev("lagre", vurdering)
        vurdering.krev_versjon(versjon)
        endret = {felt for felt, verdi in felter.items() if verdi != getattr(vurdering, felt)}
        gjenbrukt = [felt for felt in vurdering.gjenbrukt if felt not in endret]
        return vurdering.lagre_endring(**felter, gjenbrukt=gjenbrukt)


def kilde_legg_til(
    aktor: Aktor,
    *,
    vurdering: Arbeidsevnevurdering,
    type: Kildetype,
    beskrivelse: str,
    dato: date,
    samtykke: bool = False,
) -> Kilde:
    """Add a source to the draft.

    Raises Fagfeil for a date that has not come or lies before the person's birth, or an empty description.
    """
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    if dato < vurdering.sak.person.fodselsdato:
        raise Fagfeil(_("Datoen er før personen ble født. Sjekk årstallet."), felt="dato")
    if dato > klokke.i_dag():
        raise Fagfeil(_("Kilden kan ikke være fra en dag som ikke har vært. Sjekk datoen."), felt="dato")
    if not beskrivelse.strip():
        raise Fagfeil(_("Skriv kort hva kilden er, for eksempel «samtale om CV»."), felt="beskrivelse")
    with kommando(aktor, "aev.kilde"):
        vurdering = _las(vurdering)
        AEV.krev("lagre", vurdering)
        kilde = Kilde(
            sak_id=vurdering.sak_id,
            vurdering=vurdering,
            type=type,
            beskrivelse=beskrivelse.strip(),
            dato=dato,
            samtykke=samtykke,
        )
        kilde.full_clean()
        kilde.save()
        return kilde


def kilde_fjern(aktor: Aktor, *, kilde: Kilde) -> None:
    """Take a source out of the draft. The change history keeps it."""
    krev(aktor, Handling.AEV_SKRIV, kilde)
    with kommando(aktor, "aev.kilde_fjern"):
        AEV.krev("lagre", _las(kilde.vurdering))
        Kilde.objects.filter(pk=kilde.pk).delete()


def aev_lever_eget_syn(aktor: Aktor, *, vurdering: Arbeidsevnevurdering, **svar: str) -> Arbeidsevnevurdering:
    """Keep the participant's own words on the five points. They may change them until it is completed.

    The version is left as it is: the caseworker's open form holds other fields and is not disturbed.
    Raises Fagfeil when nothing is written.
    """
    krev(aktor, Handling.AEV_EGET_SYN, vurdering)
    felter = {felt: svar.get(felt, "").strip() for felt in DELTAKERFELTER}
    if not any(felter.values()):
        raise Fagfeil(_("Skriv litt på minst ett av spørsmålene, så veilederen får høre fra deg."))
    with kommando(aktor, "aev.eget_syn"):
        vurdering = _las(vurdering)
        AEV.krev("lever_eget_syn", vurdering)
        for felt, verdi in felter.items():
            setattr(vurdering, felt, verdi)
        vurdering.deltaker_levert = klokke.i_dag()
        vurdering.gjenbrukt = [felt for felt in vurdering.gjenbrukt if felt not in DELTAKERFELTER]
        vurdering.full_clean(validate_unique=False, validate_constraints=False)
        vurdering.save(update_fields=[*DELTAKERFELTER, "deltaker_levert", "gjenbrukt"])
        skriv_hendelse(aktor, "aev.eget_syn", sak_id=vurdering.sak_id, objekt_id=vurdering.pk)
        return vurdering


def aev_fullfor(aktor: Aktor, *, vurdering: Arbeidsevnevurdering, versjon: int | None = None) -> Arbeidsevnevurdering:
    """Complete the version; from then on the database refuses every change.

    Raises FlereFeil with a sentence at the field for each thing missing: the five points and their provision, the
    innsatsgruppe, a source, and the participant's own view or why it is not there.
    """
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.fullfor"):
        vurdering = _las(vurdering)
        overgang = AEV.krev("fullfor", vurdering)
        vurdering.krev_versjon(versjon)
        if mangler := mangler_for_fullforing(vurdering):
            raise FlereFeil(mangler)
        vurdering.lagre_endring(status=overgang.til, ferdigstilt=klokke.i_dag(), ferdigstilt_av=aktor.krev_bruker())
        skriv_hendelse(
            aktor,
            "aev.fullfort",
            sak_id=vurdering.sak_id,
            objekt_id=vurdering.pk,
            milepel=True,
            innsatsgruppe=valg_ord(Innsatsgruppe(vurdering.innsatsgruppe)),
        )
        return vurdering


def mangler_for_fullforing(vurdering: Arbeidsevnevurdering) -> list[Fagfeil]:
    """What stands between the draft and completion, each with its field and provision. One query."""
    mangler = [
        Fagfeil(
            _("Svar på punkt %(bokstav)s, «%(tittel)s». Vurderingen skal ha alle fem (%(hjemmel)s).")
            % {"bokstav": punkt.bokstav, "tittel": punkt.tittel, "hjemmel": HJEMMEL},
            felt=punkt.felt,
            hjemmel=str(punkt.hjemmel),
        )
        for punkt in PUNKTER
        if not getattr(vurdering, punkt.felt).strip()
    ]
    if not vurdering.innsatsgruppe:
        mangler.append(
            Fagfeil(_("Velg innsatsgruppen vurderingen konkluderer med."), felt="innsatsgruppe", hjemmel=HJEMMEL)
        )
    if not vurdering.kilder.exists():
        mangler.append(Fagfeil(_("Legg til minst én kilde: hva bygger vurderingen på?"), felt="kilder"))
    if not vurdering.brukers_syn.strip() and vurdering.deltaker_levert is None:
        mangler.append(
            Fagfeil(
                _("Skriv hva deltakeren selv mener, eller hvorfor synet ikke er med (sotjl § 42)."),
                felt="brukers_syn",
                hjemmel="sotjl § 42",
            )
        )
    return mangler


def aev_forkast(aktor: Aktor, *, vurdering: Arbeidsevnevurdering) -> Arbeidsevnevurdering:
    """Put the draft away. It is kept in the case, but counts for nothing."""
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.forkast"):
        vurdering = _las(vurdering)
        overgang = AEV.krev("forkast", vurdering)
        vurdering.lagre_endring(status=overgang.til)
        skriv_hendelse(aktor, "aev.forkastet", sak_id=vurdering.sak_id, objekt_id=vurdering.pk, for_deltaker=False)
        return vurdering


def _las(vurdering: Arbeidsevnevurdering) -> Arbeidsevnevurdering:
    sak = sak_las(vurdering.sak)
    laast = Arbeidsevnevurdering.objects.select_for_update(of=("self",)).get(pk=vurdering.pk)
    laast.sak = sak
    return laast
