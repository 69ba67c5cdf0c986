"""Before the meeting: asked for, booked with an invitation, moved, called off; the participant's answer and wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from fotfeste.fag.brev.maler import Avlysning, Innkalling, avlysning, innkalling
from fotfeste.fag.brev.models import Brev, Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send, brevfeil_i_ord
from fotfeste.fag.oppfolging.enums import (
    FLERE_PARTER,
    PLANLEGGER,
    UTENFOR,
    Initiativ,
    Motekanal,
    Motepart,
    Motestatus,
    Motesvar,
    Motetype,
    Oppfolgingstype,
    Tolkestatus,
)
from fotfeste.fag.oppfolging.laas import las
from fotfeste.fag.oppfolging.models import Mote, Motedeltaker
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.mote import vurder_tolk

MAKS_TEMAER = 5


@dataclass(frozen=True, slots=True)
class Tolkinn:
    """The interpreter of a meeting. `alternativ` is what was offered when none was to be had."""

    status: Tolkestatus | str = Tolkestatus.UNODVENDIG
    sprak: str = ""
    slag: str = ""
    alternativ: str = ""


@dataclass(frozen=True, slots=True)
class Deltakerinn:
    """Somebody who comes too. From outside the office: the day of the consent, and what they need to hear."""

    navn: str
    part: Motepart | str
    samtykke: date | None = None
    moter_om: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moteinn:
    """What a meeting is booked with. `innkall` sends the invitation as a letter."""

    start: datetime
    type: Motetype | str = Motetype.OPPFOLGING
    kanal: Motekanal | str = Motekanal.MOTE
    betydning: Oppfolgingstype | str = Oppfolgingstype.LETT
    varighet: int = 45
    sted: str = ""
    hensikt: str = ""
    ta_med: str = ""
    tolk: Tolkinn = Tolkinn()
    deltakere: Sequence[Deltakerinn] = field(default_factory=tuple)
    innkall: bool = True


def mote_onsk(aktor: Aktor, *, sak: Sak, onske: str, initiativ: Initiativ | str = Initiativ.DELTAKER) -> Mote:
    """Somebody wants a meeting: the participant, or the office for the provider who called.

    It is never declined, only given a time. A wish already waiting is added to. Raises Fagfeil for an empty wish.
    """
    egen = sak.person.bruker_id is not None and sak.person.bruker_id == aktor.bruker_id
    krev(aktor, Handling.OPPFOLGING_EGEN if egen else Handling.OPPFOLGING_SKRIV, sak)
    if not onske.strip():
        raise Fagfeil(_("Skriv hva møtet skal handle om. En setning er nok."), felt="onske")
    with kommando(aktor, "mote.onsk"):
        sak = sak_las(sak)
        mote = sak.moter.filter(status=Motestatus.ONSKET, initiativ=initiativ).first()
        if mote:
            return mote.lagre_endring(onske=f"{mote.onske}\n{onske.strip()}")
        mote = Mote(sak=sak, status=Motestatus.ONSKET, initiativ=initiativ, onske=onske.strip())
        mote.clean_fields(exclude={"sak", "ansvarlig"})
        mote.save()
        skriv_hendelse(aktor, "mote.onsket", sak_id=sak.pk, objekt_id=mote.pk)
        return mote


def mote_book(aktor: Aktor, *, sak: Sak, inn: Moteinn, mote: Mote | None = None, versjon: int | None = None) -> Mote:
    """Give a meeting its time, a new one or one that was wished for (`mote`), and send the invitation.

    Raises FlereFeil: a time that has been, no interpreter for someone who needs one (tolkeloven § 6), somebody from
    outside without consent.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    with kommando(aktor, "mote.book"):
        mote = las(mote, "book", versjon) if mote else Mote(sak=sak_las(sak), initiativ=Initiativ.NAV)
        _krev(mote.sak, inn)
        mote.status, mote.ansvarlig = Motestatus.AVTALT, aktor.bruker
        _fyll(mote, inn)
        mote.clean_fields(exclude={"sak", "ansvarlig"})
        mote.save()
        for en in inn.deltakere:
            Motedeltaker.objects.create(
                sak=mote.sak, mote=mote, navn=en.navn, part=en.part, samtykke=en.samtykke, moter_om=en.moter_om
            )
        _fortell_om_booking(aktor, mote)
        if inn.innkall:
            mote.lagre_endring(innkalling=_send_innkalling(aktor, mote))
        return mote


def _fyll(mote: Mote, inn: Moteinn) -> None:
    mote.type, mote.kanal, mote.betydning = inn.type, inn.kanal, inn.betydning
    mote.start, mote.varighet = inn.start, inn.varighet
    mote.sted = inn.sted.strip() or _vanlig_sted(mote)
    mote.hensikt, mote.ta_med = inn.hensikt.strip(), inn.ta_med.strip()
    mote.tolkestatus, mote.tolkeslag = inn.tolk.status, inn.tolk.slag
    mote.tolkesprak = inn.tolk.sprak or (mote.sak.person.sprak if inn.tolk.status != Tolkestatus.UNODVENDIG else "")
    mote.tolk_alternativ = inn.tolk.alternativ.strip()


def _vanlig_sted(mote: Mote) -> str:
    """Where such a meeting is when nobody has said: the office, or the participant's phone or home."""
    if mote.kanal == Motekanal.TELEFON:
        return _("Vi ringer deg")
    if mote.kanal == Motekanal.DIGITAL:
        return _("På video. Vi sender deg lenken")
    if mote.kanal == Motekanal.HJEMMEBESOK:
        return _("Hjemme hos deg")
    kontor = mote.sak.kontor
    return f"{kontor.navn}, {kontor.adresse}" if kontor.adresse else kontor.navn


def _krev(sak: Sak, inn: Moteinn) -> None:
    feil = [*_tidsfeil(inn.start), *_tolkefeil(sak, inn), *_deltakerfeil(inn)]
    if not sak.er_apen:
        feil.append(Fagfeil(_("Saken er lukket. Registrer en ny søknad før dere avtaler møter.")))
    if inn.kanal == Motekanal.ARBEIDSPLASS and not inn.sted.strip():
        feil.append(Fagfeil(_("Skriv navnet på arbeidsplassen og hvor den er."), felt="sted"))
    if feil:
        raise FlereFeil(feil)


def _tidsfeil(start: datetime) -> list[Fagfeil]:
    if klokke.dagen(start) < klokke.i_dag():
        return [Fagfeil(_("Dagen har vært. Har dere alt snakket sammen, logger du samtalen i stedet."), felt="dag")]
    return []


def _tolkefeil(sak: Sak, inn: Moteinn) -> list[Fagfeil]:
    tolk, feil = inn.tolk, []
    funn = vurder_tolk(
        trenger=sak.person.tolkebehov,
        bestilt=tolk.status == Tolkestatus.BESTILT,
        udekket=tolk.status == Tolkestatus.UDEKKET,
        planlegger=inn.type in PLANLEGGER,
    )
    if funn and funn.kode == "plan_uten_tolk":
        tekst = _(
            "%(navn)s trenger tolk, og her legges planer: bestill tolk, eller velg en annen dag. Er ingen tolk ledig, "
            "kan du kalle inn til en informasjonssamtale og skrive hva du tilbyr i mellomtiden."
        )
        feil.append(Fagfeil(tekst % {"navn": sak.person.fornavn}, felt="tolkestatus", hjemmel=str(funn.hjemmel)))
    elif funn:
        tekst = _("%(navn)s trenger tolk. Bestill tolk, eller si at ingen var ledig.")
        feil.append(Fagfeil(tekst % {"navn": sak.person.fornavn}, felt="tolkestatus", hjemmel=str(funn.hjemmel)))
    if tolk.status == Tolkestatus.UDEKKET and not tolk.alternativ.strip():
        feil.append(
            Fagfeil(
                _("Skriv hva du tilbyr i stedet: gruppemøte på språket, ny dag med tolk, tolk på telefon."),
                felt="tolk_alternativ",
            )
        )
    return feil


def _deltakerfeil(inn: Moteinn) -> list[Fagfeil]:
    feil = [
        Fagfeil(
            _("%(navn)s er utenfra: skriv dagen deltakeren sa ja til at de er med.") % {"navn": en.navn},
            felt="samtykke",
        )
        for en in inn.deltakere
        if en.part in UTENFOR and en.samtykke is None
    ]
    if inn.type in FLERE_PARTER and not any(en.part in UTENFOR for en in inn.deltakere):
        feil.append(Fagfeil(_("Skriv hvem utenfra som er med i møtet."), felt="andre"))
    return feil


def _fortell_om_booking(aktor: Aktor, mote: Mote) -> None:
    dag, tid = dag_og_tid(mote)
    skriv_hendelse(
        aktor,
        "mote.booket",
        sak_id=mote.sak_id,
        objekt_id=mote.pk,
        type=valg_ord(Motetype(mote.type)).lower(),
        dag=dag,
        kl=tid,
    )
    if mote.tolkestatus == Tolkestatus.UDEKKET:
        skriv_hendelse(aktor, "mote.uten_tolk", sak_id=mote.sak_id, dag=dag, alternativ=mote.tolk_alternativ)


def dag_og_tid(mote: Mote) -> tuple[date, str]:
    """The meeting's day and time of day in Norway. ValueError when it has none."""
    if mote.start is None:
        raise ValueError("The meeting has no time yet")
    return klokke.dagen(mote.start), f"{mote.start.astimezone(klokke.OSLO):%H.%M}"


def _send_innkalling(aktor: Aktor, mote: Mote, flyttet_fra: datetime | None = None) -> Brev | None:
    """The invitation; none when the meeting is today, for then it is agreed by word of mouth."""
    if mote.start is None or klokke.dagen(mote.start) <= klokke.i_dag():
        return None
    with brevfeil_i_ord():
        brev = innkalling(
            Innkalling(
                ramme=brev_ramme(aktor, mote.sak),
                hva=valg_ord(Motetype(mote.type)),
                start=mote.start,
                minutter=mote.varighet,
                sted=mote.sted,
                hensikt=mote.hensikt,
                ta_med=mote.ta_med,
                tolk=valg_ord(Sprak(mote.tolkesprak)) if mote.tolkestatus == Tolkestatus.BESTILT else "",
                med=tuple(f"{en.navn}, {valg_ord(Motepart(en.part)).lower()}" for en in mote.deltakere.all()),
                flyttet_fra=flyttet_fra,
            )
        )
    return brev_send(aktor, sak=mote.sak, mal=Brevmal.INNKALLING, brev=brev)


def mote_forbered(
    aktor: Aktor, *, mote: Mote, temaer: Sequence[str], hensikt: str = "", versjon: int | None = None
) -> Mote:
    """Choose what to talk about: a few topics, no more than five, so that there is room for the participant's own."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, mote)
    valgte = [tema.strip() for tema in temaer if tema.strip()]
    if len(valgte) > MAKS_TEMAER:
        raise Fagfeil(_("Velg høyst fem temaer. Da blir det plass til det deltakeren vil ta opp."), felt="temaer")
    with kommando(aktor, "mote.forbered"):
        mote = las(mote, "forbered", versjon)
        return mote.lagre_endring(temaer=valgte, hensikt=hensikt.strip() or mote.hensikt)


def mote_flytt(
    aktor: Aktor, *, mote: Mote, start: datetime, grunn: str, sted: str = "", versjon: int | None = None
) -> Mote:
    """Give the meeting another time, and say so in a letter. The participant answers anew."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, mote)
    if not grunn.strip():
        raise Fagfeil(_("Skriv hvorfor møtet flyttes."), felt="grunn")
    if feil := _tidsfeil(start):
        raise FlereFeil(feil)
    with kommando(aktor, "mote.flytt"):
        mote = las(mote, "flytt", versjon)
        gammel = mote.start
        mote.lagre_endring(start=start, sted=sted.strip() or mote.sted, svar=Motesvar.UBESVART, annen_tid="")
        if brev := _send_innkalling(aktor, mote, flyttet_fra=gammel):
            mote.lagre_endring(innkalling=brev)
        dag, tid = dag_og_tid(mote)
        skriv_hendelse(
            aktor, "mote.flyttet", sak_id=mote.sak_id, objekt_id=mote.pk, dag=dag, kl=tid, grunn=grunn.strip()
        )
        return mote


def mote_avlys(aktor: Aktor, *, mote: Mote, grunn: str, versjon: int | None = None) -> Mote:
    """Call off a meeting the office itself asked for. One that others asked for is moved, never called off."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, mote)
    with kommando(aktor, "mote.avlys"):
        mote = las(mote, "avlys", versjon)
        if mote.initiativ != Initiativ.NAV:
            raise Fagfeil(_("Andre enn NAV har bedt om dette møtet, og det sier vi alltid ja til. Flytt det i stedet."))
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor møtet avlyses. Deltakeren får vite det."), felt="grunn")
        dag, _tid = dag_og_tid(mote)
        mote.lagre_endring(status=Motestatus.AVLYST, avlyst_fordi=grunn.strip())
        _send_avlysning(aktor, mote)
        skriv_hendelse(aktor, "mote.avlyst", sak_id=mote.sak_id, objekt_id=mote.pk, dag=dag, grunn=grunn.strip())
        return mote


def _send_avlysning(aktor: Aktor, mote: Mote) -> None:
    if mote.start is None or mote.innkalling_id is None:
        return
    with brevfeil_i_ord("grunn"):
        brev = avlysning(
            Avlysning(
                ramme=brev_ramme(aktor, mote.sak),
                hva=valg_ord(Motetype(mote.type)),
                start=mote.start,
                grunn=mote.avlyst_fordi,
            )
        )
    brev_send(aktor, sak=mote.sak, mal=Brevmal.INNKALLING, brev=brev)


def mote_svar(
    aktor: Aktor, *, mote: Mote, svar: Motesvar | str, annen_tid: str = "", onske: str = "", versjon: int | None = None
) -> Mote:
    """The participant says yes, asks for another time, and says what they want to talk about."""
    krev(aktor, Handling.OPPFOLGING_EGEN, mote)
    if svar == Motesvar.ANNEN_TID and not annen_tid.strip():
        raise Fagfeil(_("Skriv når det passer bedre, for eksempel «torsdag etter kl. 12»."), felt="annen_tid")
    with kommando(aktor, "mote.svar"):
        mote = las(mote, "svar", versjon)
        nytt = svar != mote.svar and svar != Motesvar.UBESVART
        mote.lagre_endring(
            svar=svar, annen_tid=annen_tid.strip() if svar == Motesvar.ANNEN_TID else "", onske=onske.strip()
        )
        if nytt:
            dag, _tid = dag_og_tid(mote)
            skriv_hendelse(
                aktor, f"mote.{svar}", sak_id=mote.sak_id, objekt_id=mote.pk, dag=dag, annen_tid=mote.annen_tid
            )
        return mote


def mote_trekk(aktor: Aktor, *, mote: Mote) -> Mote:
    """The participant no longer needs the meeting they asked for. One NAV asked for, they answer instead."""
    krev(aktor, Handling.OPPFOLGING_EGEN, mote)
    with kommando(aktor, "mote.trekk"):
        mote = las(mote, "trekk")
        if mote.initiativ != Initiativ.DELTAKER:
            raise Fagfeil(_("Dette møtet har NAV kalt inn til. Be om en annen tid hvis det ikke passer."))
        mote.lagre_endring(status=Motestatus.TRUKKET)
        skriv_hendelse(aktor, "mote.trukket", sak_id=mote.sak_id, objekt_id=mote.pk)
        return mote
