"""In the meeting and after: notes, what was agreed, the letter with it, and what is done when nobody came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from fotfeste.fag.brev.maler import Gjoremal, Moteavtale, moteavtale
from fotfeste.fag.brev.models import Brev, Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send, brevfeil_i_ord
from fotfeste.fag.oppfolging.avtaler import Avtaleinn, avtalepunkt_lag
from fotfeste.fag.oppfolging.enums import (
    PLANLEGGER,
    Avtalepart,
    Fravarsgrunn,
    Kontaktresultat,
    Motestatus,
    Motetype,
    NesteSteg,
    Tolkestatus,
)
from fotfeste.fag.oppfolging.kontaktlogg import kontakt_logg
from fotfeste.fag.oppfolging.laas import las
from fotfeste.fag.oppfolging.models import Avtalepunkt, Kontakt, Mote
from fotfeste.fag.oppfolging.mote_for import Deltakerinn, Moteinn, Tolkinn, dag_og_tid, mote_book
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.mote import IKKE_BARN, KjentBarn, er_barn


@dataclass(frozen=True, slots=True, kw_only=True)
class Lukking:
    """How a meeting went. `neste` books the next one, in the same way as this.

    `tolk_kom`: None when no interpreter was to come. `tolk_navn` is asked for only to be sure that it is no child.
    """

    referat: str = ""
    internt: str = ""
    avtaler: Sequence[Avtaleinn] = field(default_factory=tuple)
    tolk_kom: bool | None = None
    tolk_navn: str = ""
    tolkekvalitet: str = ""
    fikk_sagt: str = ""
    vet_neste: str = ""
    neste: datetime | None = None


def mote_skriv(aktor: Aktor, *, mote: Mote, referat: str, internt: str, versjon: int | None = None) -> Mote:
    """Keep the notes while the meeting goes on."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, mote)
    with kommando(aktor, "mote.skriv"):
        return las(mote, "skriv", versjon).lagre_endring(referat=referat.strip(), internt=internt.strip())


def mote_lukk(aktor: Aktor, *, mote: Mote, inn: Lukking, versjon: int | None = None) -> Mote:
    """Close the meeting: its row in the contact log, each agreement, the letter with them, and the next meeting.

    Raises FlereFeil: the meeting has not begun, nothing is written, the interpreter did not come to a meeting where
    plans are made, or was a child (tolkeloven § 4).
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, mote)
    with kommando(aktor, "mote.lukk"):
        mote = las(mote, "lukk", versjon)
        if feil := [*_for_tidlig(mote), *_uten_innhold(inn), *_tolkefeil(mote, inn)]:
            raise FlereFeil(feil)
        kontakt = _kontakt(aktor, mote, Kontaktresultat.GJENNOMFORT, tolk=bool(inn.tolk_kom), notat=inn.referat)
        punkter = [avtalepunkt_lag(aktor, sak=mote.sak, mote=mote, inn=en) for en in inn.avtaler]
        mote.lagre_endring(
            status=Motestatus.HOLDT,
            referat=inn.referat.strip(),
            internt=inn.internt.strip(),
            tolk_kom=inn.tolk_kom,
            tolkekvalitet=inn.tolkekvalitet,
            fikk_sagt=inn.fikk_sagt,
            vet_neste=inn.vet_neste,
            lukket=klokke.na(),
            kontakt=kontakt,
        )
        if inn.neste:
            mote_book(aktor, sak=mote.sak, inn=_neste(mote, inn.neste))
        mote.lagre_endring(avtalebrev=_send_avtale(aktor, mote, punkter, inn.neste))
        dag, _tid = dag_og_tid(mote)
        skriv_hendelse(aktor, "mote.lukket", sak_id=mote.sak_id, objekt_id=mote.pk, dag=dag, antall=len(punkter))
        return mote


def _for_tidlig(mote: Mote) -> list[Fagfeil]:
    dag, _tid = dag_og_tid(mote)
    if dag > klokke.i_dag():
        return [Fagfeil(_("Møtet er ikke holdt ennå. Flytt det til i dag hvis dere møttes før tiden."))]
    return []


def _uten_innhold(inn: Lukking) -> list[Fagfeil]:
    if inn.referat.strip() or inn.avtaler:
        return []
    return [
        Fagfeil(_("Skriv hva dere snakket om, eller minst én avtale. Deltakeren får det i et brev."), felt="referat")
    ]


def _tolkefeil(mote: Mote, inn: Lukking) -> list[Fagfeil]:
    if inn.tolk_navn.strip() and _er_barnet(mote, inn.tolk_navn):
        tekst = _("%(navn)s er barnet til deltakeren. Barn skal ikke tolke. Sett en ny tid med tolk.")
        return [Fagfeil(tekst % {"navn": inn.tolk_navn.strip()}, felt="tolk_navn", hjemmel=str(IKKE_BARN))]
    if mote.tolkestatus != Tolkestatus.BESTILT:
        return []
    if inn.tolk_kom is None:
        return [Fagfeil(_("Kom tolken? Svar ja eller nei."), felt="tolk_kom")]
    if not inn.tolk_kom and mote.type in PLANLEGGER:
        return [
            Fagfeil(
                _("Tolken kom ikke, og her legges planer. Flytt møtet til en dag med tolk i stedet for å lukke det."),
                felt="tolk_kom",
            )
        ]
    return []


def _er_barnet(mote: Mote, navn: str) -> bool:
    dag, _tid = dag_og_tid(mote)
    person = mote.sak.person
    barn = (KjentBarn(ett.navn, ett.fodselsdato) for ett in person.barn.all())
    return er_barn(navn, barn, person.etternavn, dag)


def _kontakt(aktor: Aktor, mote: Mote, resultat: Kontaktresultat, *, tolk: bool = False, notat: str = "") -> Kontakt:
    """The meeting's row in the contact log."""
    dag, _tid = dag_og_tid(mote)
    return kontakt_logg(
        aktor,
        sak=mote.sak,
        kanal=mote.kanal,
        dato=dag,
        resultat=resultat,
        initiativ=mote.initiativ,
        betydning=mote.betydning,
        tolk=tolk,
        notat=notat,
    )


def _neste(mote: Mote, start: datetime) -> Moteinn:
    """The next meeting, as this one was: same kind, place, interpreter and people."""
    return Moteinn(
        start=start,
        type=mote.type,
        kanal=mote.kanal,
        betydning=mote.betydning,
        varighet=mote.varighet,
        sted=mote.sted,
        tolk=Tolkinn(mote.tolkestatus, mote.tolkesprak, mote.tolkeslag, mote.tolk_alternativ),
        deltakere=[Deltakerinn(en.navn, en.part, en.samtykke, en.moter_om) for en in mote.deltakere.all()],
    )


def _send_avtale(aktor: Aktor, mote: Mote, punkter: Sequence[Avtalepunkt], neste: datetime | None) -> Brev:
    def av(part: Avtalepart) -> tuple[Gjoremal, ...]:
        return tuple(Gjoremal(punkt.hva, punkt.frist) for punkt in punkter if punkt.hvem == part)

    with brevfeil_i_ord("referat"):
        brev = moteavtale(
            Moteavtale(
                ramme=brev_ramme(aktor, mote.sak),
                hva=valg_ord(Motetype(mote.type)),
                start=mote.start or klokke.na(),
                snakket_om=mote.referat,
                du=av(Avtalepart.DELTAKER),
                nav=av(Avtalepart.NAV),
                andre=av(Avtalepart.ANDRE),
                neste=neste,
            )
        )
    return brev_send(aktor, sak=mote.sak, mal=Brevmal.MOTEAVTALE, brev=brev)


def mote_ikke_mott(
    aktor: Aktor,
    *,
    mote: Mote,
    fravarsgrunn: Fravarsgrunn | str,
    neste_steg: NesteSteg | str,
    internt: str = "",
    ny_tid: datetime | None = None,
    versjon: int | None = None,
) -> Mote:
    """The participant did not come: why, as far as anyone knows, and what the office does now.

    `ny_tid` books the meeting anew. Its row in the contact log says that they did not come.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, mote)
    if neste_steg == NesteSteg.NY_TID and ny_tid is None:
        raise Fagfeil(_("Skriv den nye dagen og klokkeslettet."), felt="ny_dag")
    with kommando(aktor, "mote.ikke_mott"):
        mote = las(mote, "ikke_mott", versjon)
        if feil := _for_tidlig(mote):
            raise FlereFeil(feil)
        mote.lagre_endring(
            status=Motestatus.IKKE_MOTT,
            fravarsgrunn=fravarsgrunn,
            neste_steg=neste_steg,
            internt=internt.strip(),
            lukket=klokke.na(),
            kontakt=_kontakt(aktor, mote, Kontaktresultat.IKKE_MOTT),
        )
        if ny_tid:
            mote_book(aktor, sak=mote.sak, inn=_neste(mote, ny_tid))
        return mote


def mote_vurder(aktor: Aktor, *, mote: Mote, fikk_sagt: str, vet_neste: str) -> Mote:
    """The participant's two quick answers after the meeting."""
    krev(aktor, Handling.OPPFOLGING_EGEN, mote)
    with kommando(aktor, "mote.vurder"):
        return las(mote, "vurder").lagre_endring(fikk_sagt=fikk_sagt, vet_neste=vet_neste)
