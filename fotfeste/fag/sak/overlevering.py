"""Moving cases from one fixed contact to another, with what the next one has to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.sak.models import Overlevering, Sak
from fotfeste.fag.sak.selectors import i_rekkevidde
from fotfeste.fag.sak.services import fast_kontakt_sett, sak_las
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse, spor
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, Handling, aktor_for, krev, vurder


@dataclass(frozen=True, slots=True)
class Notat:
    """The outgoing contact's summary: what the activities gave, how far the goal is, when to evaluate."""

    nytte: str = ""
    maloppnaelse: str = ""
    neste_evaluering: date | None = None

    @property
    def er_tomt(self) -> bool:
        return not (self.nytte.strip() or self.maloppnaelse.strip() or self.neste_evaluering)


def fordeling(
    saker: Sequence[Sak], kontakter: Mapping[UUID, UUID], mottakere: Sequence[Bruker], antall: Mapping[UUID, int]
) -> list[tuple[Sak, Bruker]]:
    """Who gets which case: each goes to the receiver with the fewest, never back to the one who has it.

    `kontakter`: the cases' fixed contacts now; `antall`: how many cases each receiver has from before. A case only its
    own contact could have is left out.
    """
    tall = {mottaker.pk: antall.get(mottaker.pk, 0) for mottaker in mottakere}
    ut = []
    for sak in saker:
        mulige = [mottaker for mottaker in mottakere if mottaker.pk != kontakter.get(sak.pk)]
        if mulige:
            valgt = min(mulige, key=lambda mottaker: (tall[mottaker.pk], mottaker.navn))
            tall[valgt.pk] += 1
            ut.append((sak, valgt))
    return ut


def sak_fordel(
    aktor: Aktor,
    *,
    plan: Sequence[tuple[Sak, Bruker]],
    grunn: str,
    notat: Notat | None = None,
) -> UUID:
    """Give each case of the plan its new fixed contact, all or none, and return the key that moves them back.

    `notat` is for all of them; one for each is written afterwards. The participant sees the change on their own page.
    Raises FlereFeil when a receiver may not follow up one of them.
    """
    for sak, _mottaker in plan:
        krev(aktor, Handling.SAK_FORDEL, sak)
    if not plan:
        raise Fagfeil(_("Ingen saker er valgt. Velg minst én sak, og en annen mottaker enn den som har den."))
    if not grunn.strip():
        raise Fagfeil(_("Skriv hvorfor sakene flyttes."), felt="grunn")
    _krev_at_de_kan(plan)
    bunke = uuid4()
    with kommando(aktor, "sak.fordel"):
        for sak, mottaker in sorted(plan, key=lambda par: par[0].pk):
            _overlever(aktor, sak_las(sak), mottaker, bunke, grunn.strip(), notat or Notat())
    return bunke


def _krev_at_de_kan(plan: Sequence[tuple[Sak, Bruker]]) -> None:
    ansatte = {mottaker.pk: aktor_for(mottaker) for _sak, mottaker in plan}
    feil = [
        Fagfeil(
            _("%(navn)s kan ikke følge opp %(sak)s. Velg en annen til den saken.")
            % {"navn": mottaker.navn, "sak": sak.saksnummer}
        )
        for sak, mottaker in plan
        if not mottaker.is_active or not vurder(ansatte[mottaker.pk], Handling.OPPFOLGING_SKRIV, sak).tillatt
    ]
    if feil:
        raise FlereFeil(feil)


def _overlever(aktor: Aktor, sak: Sak, mottaker: Bruker, bunke: UUID, grunn: str, notat: Notat) -> None:
    for_ = sak.faste_kontakter.filter(til__isnull=True).select_related("bruker").first()
    fra = for_.bruker if for_ else None
    if fra == mottaker:
        raise Fagfeil(
            _("%(navn)s er alt fast kontakt i %(sak)s. Noen kan ha flyttet den nå nettopp.")
            % {"navn": mottaker.navn, "sak": sak.saksnummer}
        )
    fast_kontakt_sett(aktor, sak, bruker=mottaker)
    Overlevering.objects.create(
        sak=sak,
        bunke=bunke,
        fra=fra,
        til=mottaker,
        dag=klokke.i_dag(),
        grunn=grunn,
        fordelt_av=aktor.krev_bruker(),
        nytte=notat.nytte.strip(),
        maloppnaelse=notat.maloppnaelse.strip(),
        neste_evaluering=notat.neste_evaluering,
        skrevet_av=None if notat.er_tomt else aktor.krev_bruker(),
    )
    skriv_hendelse(aktor, "sak.overlevert", sak_id=sak.pk, for_deltaker=False, til=mottaker.navn)


def overlevering_skriv(
    aktor: Aktor, overlevering: Overlevering, *, notat: Notat, versjon: int | None = None
) -> Overlevering:
    """Write what the next contact has to know. The receiver who writes it has evaluated the programme, and so read it.

    Raises FlereFeil when a part is missing, and Fagfeil when it has been read already.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, overlevering.sak)
    mangler = [
        Fagfeil(melding, felt=felt)
        for felt, verdi, melding in (
            ("nytte", notat.nytte.strip(), _("Skriv hva aktivitetene har gitt deltakeren.")),
            ("maloppnaelse", notat.maloppnaelse.strip(), _("Skriv hvor langt deltakeren er kommet mot målet.")),
            ("neste_evaluering", notat.neste_evaluering, _("Velg når programmet skal evalueres neste gang.")),
        )
        if not verdi
    ]
    if mangler:
        raise FlereFeil(mangler)
    with kommando(aktor, "sak.skriv_overlevering"):
        sak_las(overlevering.sak)
        last = _last(overlevering)
        last.krev_versjon(versjon)
        _krev_ulest(last)
        meg = aktor.krev_bruker()
        skriv_hendelse(aktor, "sak.overlevering_skrevet", sak_id=last.sak_id, for_deltaker=False)
        return last.lagre_endring(
            nytte=notat.nytte.strip(),
            maloppnaelse=notat.maloppnaelse.strip(),
            neste_evaluering=notat.neste_evaluering,
            skrevet_av=meg,
            lest=klokke.na() if last.til_id == meg.pk else None,
        )


def overlevering_les(aktor: Aktor, overlevering: Overlevering, *, versjon: int | None = None) -> Overlevering:
    """Say that it is read. Raises Fagfeil without a note: then the programme is evaluated and the note written."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, overlevering.sak)
    with kommando(aktor, "sak.les_overlevering"):
        sak_las(overlevering.sak)
        last = _last(overlevering)
        last.krev_versjon(versjon)
        _krev_ulest(last)
        if not last.er_skrevet:
            raise Fagfeil(_("Det er ikke skrevet noe her. Gå gjennom hele programmet, og skriv det du finner."))
        skriv_hendelse(aktor, "sak.overlevering_lest", sak_id=last.sak_id, for_deltaker=False)
        return last.lagre_endring(lest=klokke.na())


def overlevering_angre(aktor: Aktor, bunke: UUID) -> int:
    """Move a batch of cases back, the same day, and say how many. Raises Fagfeil later, or when one has been read."""
    rader = list(Overlevering.objects.filter(bunke=bunke).select_related("sak", "sak__person", "fra", "til"))
    if not rader:
        raise IkkeTilgang("ingen slik flytting")
    for rad in rader:
        krev(aktor, Handling.SAK_FORDEL, rad.sak)
    if any(rad.dag != klokke.i_dag() for rad in rader):
        raise Fagfeil(_("En flytting kan bare angres samme dag. Flytt sakene på nytt i stedet."))
    with kommando(aktor, "sak.angre_fordeling"):
        for rad in sorted(rader, key=lambda rad: rad.sak_id):
            sak = sak_las(rad.sak)
            last = _last(rad)
            _krev_ulest(last)
            _sett_tilbake(sak, last)
            kode = "sak.overlevering_angret" if last.fra else "sak.overlevering_angret_uten"
            skriv_hendelse(aktor, kode, sak_id=sak.pk, for_deltaker=False, til=last.fra.navn if last.fra else "")
            last.delete()
    return len(rader)


def _sett_tilbake(sak: Sak, rad: Overlevering) -> None:
    na = sak.faste_kontakter.filter(til__isnull=True).first()
    if na is None or na.bruker_id != rad.til_id:
        melding = _("%(sak)s er flyttet videre etterpå, og kan ikke flyttes tilbake her.")
        raise Fagfeil(melding % {"sak": sak.saksnummer})
    forrige = sak.faste_kontakter.filter(bruker=rad.fra, til=na.fra - timedelta(days=1)).first() if rad.fra else None
    if rad.fra is None or forrige:
        na.delete()
        if forrige:
            forrige.lagre_endring(til=None)
    else:
        na.lagre_endring(bruker=rad.fra)


def overlevering_syn(aktor: Aktor, overlevering: Overlevering, *, syn: str) -> Overlevering:
    """What the participant wants the new contact to know."""
    krev(aktor, Handling.OPPFOLGING_EGEN, overlevering.sak)
    if not syn.strip():
        raise Fagfeil(_("Skriv det du vil at den nye kontakten skal vite."), felt="syn")
    with kommando(aktor, "sak.syn_pa_bytte"):
        sak_las(overlevering.sak)
        last = _last(overlevering)
        skriv_hendelse(aktor, "sak.syn_pa_bytte", sak_id=last.sak_id)
        return last.lagre_endring(deltakers_syn=syn.strip(), syn_gitt=klokke.i_dag())


def _last(overlevering: Overlevering) -> Overlevering:
    rader = Overlevering.objects.select_for_update(of=("self",)).select_related("sak", "fra", "til")
    rad = rader.filter(pk=overlevering.pk).first()
    if rad is None:
        raise Fagfeil(_("Flyttingen er angret. Last siden på nytt for å se hvem som har saken nå."))
    return rad


def _krev_ulest(overlevering: Overlevering) -> None:
    if overlevering.lest:
        raise Fagfeil(
            _("%(navn)s har alt lest overleveringen av %(sak)s.")
            % {"navn": overlevering.til.navn, "sak": overlevering.sak.saksnummer}
        )


# Reading


def overlevering_hent(aktor: Aktor, sak: Sak) -> Overlevering | None:
    """The case's newest hand-over, when there is one the actor may read. Logged before it is returned."""
    spor(aktor, Handling.OPPFOLGING_LES, sak, person_id=sak.person_id, sak_id=sak.pk)
    rader = Overlevering.objects.filter(sak=sak).select_related("sak", "sak__person", "fra", "til", "skrevet_av")
    return rader.first()


def er_overlevert(sak: Sak) -> bool:
    """Whether the case has been handed over at all."""
    return Overlevering.objects.filter(sak=sak).exists()


def uleste(sak_ider: Sequence[UUID]) -> dict[UUID, Overlevering]:
    """The newest hand-over nobody has read yet, by case."""
    rader = rader_i(sak_ider, Overlevering).filter(lest__isnull=True).select_related("fra", "til")
    return {rad.sak_id: rad for rad in rader.order_by("dag", "opprettet")}


def flyttet_i_dag(aktor: Aktor) -> QuerySet[Overlevering]:
    """What has been moved today at the offices where the actor distributes, for those who may move it back."""
    innenfor = i_rekkevidde(aktor, Handling.SAK_FORDEL, sak="sak__")
    rader = Overlevering.objects.filter(innenfor, dag=klokke.i_dag())
    return rader.select_related("sak", "sak__person", "til", "fra", "fordelt_av").order_by("opprettet")


BE_OM_SYN = timedelta(days=14)
"""How long after a change of contact the participant is asked for their view on their first page."""


def bytte_for(sak: Sak) -> Overlevering | None:
    """The change of contact the participant may still say something about: a recent one they have not answered."""
    siden = klokke.i_dag() - BE_OM_SYN
    rader = Overlevering.objects.filter(sak=sak, dag__gte=siden, syn_gitt__isnull=True)
    return rader.select_related("til", "sak", "sak__person").first()
