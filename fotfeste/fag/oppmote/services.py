"""The month's timesheet from opened to approved: one command a function."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.ark import timetall
from fotfeste.fag.oppmote.arrangor import (
    arrangor_registrer,
    arrangorbruker_gi,
    arrangorforing_lagre,
    timeliste_bruk_arrangor,
)
from fotfeste.fag.oppmote.enums import Fravaersarsak, Timelistestatus
from fotfeste.fag.oppmote.fakta import dager_uten_rad, dager_uten_rad_for
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn, Fravaersrammer, feil_i_dager, feil_i_fravaer
from fotfeste.fag.oppmote.las import timeliste_las
from fotfeste.fag.oppmote.models import Fravaer, Timeliste, Timelistedag
from fotfeste.fag.oppmote.overganger import TIMELISTE
from fotfeste.fag.oppmote.papirer import (
    Fil,
    dokumentasjon_fjern,
    fravaer_dokumenter,
    legeerklaering_legg_til,
    lonnsslipp_fjern,
    lonnsslipp_legg_til,
)
from fotfeste.fag.oppmote.retting import timeliste_meld_feil, timeliste_rett, timeliste_svar_pa_feil
from fotfeste.fag.oppmote.undersokt import krev_undersokt
from fotfeste.fag.program.perioder import Dagsplan, Programtid, programtid_for
from fotfeste.fag.program.services import sak_ta_i_program
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.leseord import dag_ord, dato_ord, dato_ukedag, maned_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode

__all__ = [
    "Fil",
    "arrangor_registrer",
    "arrangorbruker_gi",
    "arrangorforing_lagre",
    "dokumentasjon_fjern",
    "fravaer_dokumenter",
    "legeerklaering_legg_til",
    "lonnsslipp_fjern",
    "lonnsslipp_legg_til",
    "timeliste_bruk_arrangor",
    "timeliste_meld_feil",
    "timeliste_rett",
    "timeliste_svar_pa_feil",
]

INGEN_TIMER = Decimal(0)


def timeliste_apne(aktor: Aktor, *, sak: Sak, maned: date) -> Timeliste:
    """The month's sheet, made and filled with the agreed week when it does not exist yet.

    A sheet that is still the participant's gets the days a later decision has given a right to, as planned, loses those
    a pause, an ending or leave has taken, and follows a new week on the days nobody has written on. Its version moves
    on then, so that a form made before is not sent as if they had been seen.
    `maned` is any day of the month. Raises Fagfeil when no decision gives a right to the programme that month.
    """
    krev(aktor, Handling.TIMELISTE_FYLL, sak)
    periode = tid.maned(maned.year, maned.month)
    finnes = sak.timelister.filter(maned=periode.fra).first()
    if finnes is not None and not (_er_apen(finnes) and _er_foreldet(finnes)):
        return finnes
    with kommando(aktor, "timeliste.apne"):
        sak = sak_las(sak)
        finnes = sak.timelister.filter(maned=periode.fra).first()
        if finnes is not None:
            finnes.sak = sak
            return finnes.lagre_endring() if _er_apen(finnes) and _Ark.les(finnes).fyll() else finnes
        programtid = _programtid(sak, periode)
        if not programtid.dager(periode):
            raise Fagfeil(
                _("Det er ikke noe program å føre timer for i %s. Listen kommer når vedtaket gjelder.")
                % maned_ord(periode.fra)
            )
        sak = sak_ta_i_program(aktor, sak)
        liste = Timeliste.objects.create(sak=sak, maned=periode.fra)
        _Ark(liste, periode, programtid, rader={}, barn=set()).fyll()
        return liste


def _er_apen(timeliste: Timeliste) -> bool:
    return timeliste.status in TIMELISTE.overgang("lagre").fra


def _er_foreldet(timeliste: Timeliste) -> bool:
    """Whether decisions or a new week have given, taken or changed days since the sheet was filled."""
    arket = _Ark.les(timeliste)
    return bool(arket.uten_rad() or arket.tatt_bort() or arket.annen_uke())


def timeliste_lagre(
    aktor: Aktor,
    *,
    timeliste: Timeliste,
    dager: Mapping[date, Dagtimer],
    fravaer: Sequence[Fravaerinn] | None = None,
    merknad: str | None = None,
    versjon: int | None = None,
) -> Timeliste:
    """Keep hours, paid work and absences in one go. Days not named stay as they are.

    `fravaer` is the whole list of the month: one that is registered and not in it is taken away. None: untouched.
    Planned days the sheet lacks are added first, as planned.
    Raises FlereFeil with every refusal at its field, and nothing is kept.
    """
    krev(aktor, Handling.TIMELISTE_FYLL, timeliste)
    with kommando(aktor, "timeliste.lagre"):
        timeliste = timeliste_las(timeliste, kommando="lagre", versjon=versjon)
        arket = _Ark.les(timeliste)
        arket.fyll()
        feil = feil_i_dager(dager, arket.gyldige, timeliste.maned)
        if fravaer is not None:
            feil += feil_i_fravaer(fravaer, arket.fravaersrammer())
        if feil:
            raise FlereFeil(feil)
        arket.sett_timer(dager)
        if fravaer is not None:
            _sett_fravaer(timeliste, fravaer)
        endringer = {} if merknad is None else {"merknad": merknad}
        return timeliste.lagre_endring(**endringer)


def fravaer_registrer(
    aktor: Aktor,
    *,
    timeliste: Timeliste,
    fravaer: Fravaerinn,
    papirer: Sequence[Fil] = (),
    versjon: int | None = None,
) -> Fravaer:
    """Add one absence, with the papers that show why: the absence and all of them are kept, or none.

    The hours of its days are taken down by what was missed.
    """
    krev(aktor, Handling.TIMELISTE_FYLL, timeliste)
    with kommando(aktor, "fravaer.registrer"):
        timeliste = timeliste_las(timeliste, kommando="lagre", versjon=versjon)
        arket = _Ark.les(timeliste)
        arket.fyll()
        feil = feil_i_fravaer([fravaer], arket.fravaersrammer())
        feil += _overlapp_med_tidligere(timeliste, fravaer)
        if feil:
            raise FlereFeil(feil)
        rad = _ny_fravaer(timeliste, fravaer)
        arket.sett_timer({dag: arket.borte(dag, fravaer.timer) for dag in fravaer.dager() if arket.planlagt(dag)})
        timeliste.lagre_endring()
        skriv_hendelse(
            aktor, "fravaer.registrert", sak_id=timeliste.sak_id, objekt_id=rad.pk, fra=fravaer.fra, til=fravaer.til
        )
        for papir in papirer:
            fravaer_dokumenter(aktor, fravaer=rad, fil=papir)
        return rad


def _overlapp_med_tidligere(timeliste: Timeliste, fravaer: Fravaerinn) -> list[Fagfeil]:
    return [
        Fagfeil(
            _("Det er allerede ført fravær %(fra)s–%(til)s (%(hva)s). Ta det bort, eller velg andre dager.")
            % {"fra": dato_ord(annet.fra), "til": dato_ord(annet.til), "hva": annet.get_arsak_display()},
            felt="fra",
        )
        for annet in timeliste.fravaer.filter(fra__lte=fravaer.til, til__gte=fravaer.fra)
    ]


def fravaer_fjern(aktor: Aktor, *, fravaer: Fravaer) -> None:
    """Take an absence away; its days are as planned again. Nothing happens when it is gone already."""
    krev(aktor, Handling.TIMELISTE_FYLL, fravaer)
    with kommando(aktor, "fravaer.fjern"):
        timeliste = timeliste_las(fravaer.timeliste, kommando="lagre")
        rad = timeliste.fravaer.filter(pk=fravaer.pk).first()
        if rad is None:
            return
        arket = _Ark.les(timeliste)
        arket.fyll()
        arket.sett_timer(
            {dag: arket.som_planlagt(dag) for dag in Periode(rad.fra, rad.til).dager() if arket.planlagt(dag)}
        )
        rad.delete()
        timeliste.lagre_endring()
        skriv_hendelse(aktor, "fravaer.fjernet", sak_id=timeliste.sak_id, fra=fravaer.fra, til=fravaer.til)


def timeliste_lever(
    aktor: Aktor, *, timeliste: Timeliste, versjon: int | None = None, pa_vegne_grunn: str = ""
) -> Timeliste:
    """Send the sheet (§ 39). Not before the month's last programme day, and with every planned hour accounted for.

    A planned day without a row is refused and not filled in: the participant has not seen it, and the stønad is paid on
    attendance somebody has registered. Opening or saving the sheet adds it. `pa_vegne_grunn`: why somebody else than
    the participant sends it, for the participant to read.
    """
    krev(aktor, Handling.TIMELISTE_FYLL, timeliste)
    with kommando(aktor, "timeliste.lever"):
        timeliste = timeliste_las(timeliste, kommando="lever", versjon=versjon)
        arket = _Ark.les(timeliste)
        siste = arket.programtid.siste_programdag(arket.maned)
        if siste and klokke.i_dag() < siste:
            raise Fagfeil(
                _("Du kan sende listen fra %(dag)s, som er siste programdag i %(maned)s. Det du har ført, er lagret.")
                % {"dag": dato_ukedag(siste), "maned": maned_ord(timeliste.maned)},
                hjemmel="sotjl § 39",
            )
        _krev_alle_dager(arket.uten_rad())
        arket.rydd()
        feil = arket.uforklarte()
        if feil:
            raise FlereFeil(feil)
        er_egen = aktor.bruker_id is not None and aktor.bruker_id == timeliste.sak.person.bruker_id
        timeliste.lagre_endring(
            status=Timelistestatus.LEVERT,
            levert=klokke.na(),
            levert_av=aktor.bruker,
            returgrunn="",
            pa_vegne_grunn="" if er_egen else pa_vegne_grunn.strip() or timeliste.pa_vegne_grunn,
        )
        skriv_hendelse(
            aktor,
            "timeliste.levert",
            sak_id=timeliste.sak_id,
            objekt_id=timeliste.pk,
            milepel=True,
            maned=timeliste.maned,
        )
        return timeliste


def timeliste_lagre_og_lever(
    aktor: Aktor,
    *,
    timeliste: Timeliste,
    dager: Mapping[date, Dagtimer],
    fravaer: Sequence[Fravaerinn] | None = None,
    merknad: str | None = None,
    versjon: int | None = None,
) -> Timeliste:
    """`timeliste_lagre` and `timeliste_lever` in one: what cannot be sent is not kept half.

    Days the sheet lacks must be among `dager`: saving would add them as planned, unseen by the one who sends.
    """
    krev(aktor, Handling.TIMELISTE_FYLL, timeliste)
    with kommando(aktor, "timeliste.lever"):
        arket = _Ark.les(timeliste_las(timeliste, kommando="lagre", versjon=versjon))
        _krev_alle_dager([dag for dag in arket.uten_rad() if dag not in dager])
        lagret = timeliste_lagre(
            aktor, timeliste=timeliste, dager=dager, fravaer=fravaer, merknad=merknad, versjon=versjon
        )
        return timeliste_lever(aktor, timeliste=lagret)


def _krev_alle_dager(uten_rad: Sequence[date]) -> None:
    """Raise Fagfeil when the sheet lacks planned days (§ 39)."""
    if uten_rad:
        raise Fagfeil(
            _(
                "Listen mangler %(dager)s. Et vedtak har kommet til etter at listen ble åpnet. "
                "Åpne listen på nytt, se over dagene og send den."
            )
            % {"dager": _dager_i_ord(uten_rad)},
            hjemmel="sotjl § 39",
        )


def _dager_i_ord(dager: Sequence[date]) -> str:
    return ", ".join(dag_ord(dag) for dag in dager)


def timeliste_godkjenn(aktor: Aktor, *, timeliste: Timeliste, versjon: int | None = None) -> Timeliste:
    """Approve the sheet: the stønad can be reckoned from it (§ 39). Refused while a planned day has no row.

    Refused too while absence that gives no stønad has not been looked into (undersokt.py). A sheet that corrects a paid
    one has its month reckoned again at once.
    """
    krev(aktor, Handling.TIMELISTE_GODKJENN, timeliste)
    with kommando(aktor, "timeliste.godkjenn"):
        timeliste = timeliste_las(timeliste, kommando="godkjenn", versjon=versjon)
        if uten_rad := dager_uten_rad_for([timeliste.sak_id], timeliste.maned).get(timeliste.sak_id):
            raise Fagfeil(
                _(
                    "Listen mangler %(dager)s. Et vedtak har kommet til etter at den ble sendt. "
                    "Send den tilbake, så kommer dagene på listen."
                )
                % {"dager": _dager_i_ord(uten_rad)},
                hjemmel="sotjl § 39",
            )
        krev_undersokt(timeliste)
        timeliste.lagre_endring(status=Timelistestatus.GODKJENT, godkjent=klokke.na(), godkjent_av=aktor.krev_bruker())
        if timeliste.retter_id:
            etterregn(aktor, timeliste.sak, maneder=[timeliste.maned])
        skriv_hendelse(
            aktor,
            "timeliste.godkjent",
            sak_id=timeliste.sak_id,
            objekt_id=timeliste.pk,
            milepel=True,
            maned=timeliste.maned,
        )
        return timeliste


@dataclass(frozen=True, slots=True)
class Samlet:
    """What came of approving many: the sheets that were, and those that were not, each with why."""

    godkjent: list[Timeliste] = field(default_factory=list)
    ikke_godkjent: list[tuple[Timeliste, str]] = field(default_factory=list)


def timelister_godkjenn(aktor: Aktor, *, timelister: Collection[Timeliste]) -> Samlet:
    """Approve many sheets; one that cannot be is left with its reason, and stops none of the others.

    The caller chooses: the page offers the sheets without exceptions.
    """
    ut = Samlet()
    for timeliste in timelister:
        try:
            with transaction.atomic():
                timeliste_godkjenn(aktor, timeliste=timeliste, versjon=timeliste.versjon)
        except Fagfeil as feil:
            ut.ikke_godkjent.append((timeliste, feil.melding))
        except IkkeTilgang:
            ut.ikke_godkjent.append((timeliste, _("Du har ikke tilgang til å godkjenne listen.")))
        else:
            ut.godkjent.append(timeliste)
    return ut


def timeliste_returner(aktor: Aktor, *, timeliste: Timeliste, grunn: str, versjon: int | None = None) -> Timeliste:
    """Send the sheet back to the participant with words about what to mend.

    An approved sheet stands, except when it lacks days a later decision has given a right to and is not paid: without
    those days it cannot be paid (§ 39), and here they come on it.
    """
    krev(aktor, Handling.TIMELISTE_GODKJENN, timeliste)
    with kommando(aktor, "timeliste.returner"):
        timeliste = timeliste_las(timeliste, kommando="returner", versjon=versjon)
        if timeliste.status == Timelistestatus.GODKJENT:
            _krev_kan_apnes_igjen(timeliste)
        if not grunn.strip():
            raise Fagfeil(_("Skriv til deltakeren hva som må rettes."), felt="grunn")
        timeliste.lagre_endring(
            status=Timelistestatus.RETURNERT,
            returgrunn=grunn.strip(),
            godkjent=None,
            godkjent_av=None,
            retteonske="",
            retteonske_tid=None,
            rettesvar="",
        )
        skriv_hendelse(
            aktor,
            "timeliste.returnert",
            sak_id=timeliste.sak_id,
            objekt_id=timeliste.pk,
            milepel=True,
            maned=timeliste.maned,
            grunn=grunn.strip()[:300],
        )
        return timeliste


def _krev_kan_apnes_igjen(timeliste: Timeliste) -> None:
    """Raise Fagfeil unless the approved sheet lacks planned days and lies in no payment."""
    if not _Ark.les(timeliste).uten_rad():
        raise Fagfeil(_("Listen er godkjent, og mangler ingen dager. Da kan den ikke sendes tilbake."))
    if Utbetaling.objects.filter(LEVENDE_UTBETALING, timeliste=timeliste).exists():
        raise Fagfeil(
            _("Listen ligger til grunn for en utbetaling. Er den ikke frigitt, kan økonomi beregne den på nytt først.")
        )


def _programtid(sak: Sak, maned: Periode) -> Programtid:
    return programtid_for([sak.pk], maned)[sak.pk]


def _ny_fravaer(timeliste: Timeliste, inn: Fravaerinn) -> Fravaer:
    return Fravaer.objects.create(sak=timeliste.sak, timeliste=timeliste, **_felter(inn))


def _felter(inn: Fravaerinn) -> dict[str, object]:
    return {
        "fra": inn.fra,
        "til": inn.til,
        "arsak": inn.arsak,
        "timer": inn.timer,
        "barn_id": inn.barn_id if inn.arsak == Fravaersarsak.BARNS_SYKDOM else None,
        "termin": inn.termin,
        "fodt": inn.fodt,
        "forklaring": inn.forklaring,
    }


def _sett_fravaer(timeliste: Timeliste, inn: Sequence[Fravaerinn]) -> None:
    """Make the sheet's absences those given; a row that has not changed is left, with its doctor's statements."""
    rader = {rad.pk: rad for rad in timeliste.fravaer.all()}
    beholdes = {ett.id for ett in inn if ett.id in rader}
    for pk, rad in rader.items():
        if pk not in beholdes:
            rad.delete()
    for ett in inn:
        if ett.id not in rader:
            _ny_fravaer(timeliste, ett)
            continue
        rad, felter = rader[ett.id], _felter(ett)
        if any(getattr(rad, navn) != verdi for navn, verdi in felter.items()):
            rad.lagre_endring(**felter)


def _timene(plan: Dagsplan) -> tuple[Decimal, Decimal]:
    return plan.program, plan.arbeid


@dataclass(slots=True)
class _Ark:
    """A locked sheet while a command works on it."""

    timeliste: Timeliste
    maned: Periode
    programtid: Programtid
    rader: dict[date, Timelistedag]
    barn: set[UUID]
    gyldige: set[date] = field(default_factory=set)

    @classmethod
    def les(cls, timeliste: Timeliste) -> _Ark:
        maned = tid.maned(timeliste.maned.year, timeliste.maned.month)
        programtid = _programtid(timeliste.sak, maned)
        rader = {rad.dato: rad for rad in timeliste.dager.all()}
        barn = set(timeliste.sak.person.barn.values_list("pk", flat=True))
        return cls(timeliste, maned, programtid, rader, barn, {*programtid.dager(maned), *rader})

    def planlagt(self, dag: date) -> Decimal:
        """Hours the week had planned that day; as the row remembers them where there is one."""
        rad = self.rader.get(dag)
        return rad.planlagt if rad else INGEN_TIMER

    def fravaersrammer(self) -> Fravaersrammer:
        """What an absence on the sheet must keep within. Asked after `fyll`, so that every planned day has its row."""
        planlagte = {dag for dag, rad in self.rader.items() if rad.planlagt}
        return Fravaersrammer(maned=self.maned, gyldige=self.gyldige, planlagte=planlagte, barn=self.barn)

    def uten_rad(self) -> list[date]:
        """Planned days the sheet lacks."""
        return dager_uten_rad(self.programtid, self.maned, self.rader)

    def tatt_bort(self) -> list[Timelistedag]:
        """Rows of planned days there is no programme on any more."""
        return [rad for dag, rad in self.rader.items() if rad.planlagt and self.programtid.er_tatt_bort(dag)]

    def annen_uke(self) -> list[Timelistedag]:
        """Rows standing as they were made, on days the agreed week has changed since. Not in a sheet that corrects."""
        if self.timeliste.retter_id:
            return []
        borte = {dag for rad in self.timeliste.fravaer.all() for dag in Periode(rad.fra, rad.til).dager()}
        return [
            rad
            for dag, rad in self.rader.items()
            if rad.versjon == 1
            and rad.timer_program + rad.timer_arbeid == rad.planlagt
            and dag not in borte
            and not self.programtid.er_tatt_bort(dag)
            and (rad.timer_program, rad.timer_arbeid) != _timene(self.programtid.plan(dag))
        ]

    def rydd(self) -> bool:
        """Take away the days a pause, an ending or leave has taken; paid work that was typed stands. True when any."""
        tatt_bort = self.tatt_bort()
        for rad in tatt_bort:
            if rad.timer_arbeid in (INGEN_TIMER, self.programtid.uken(rad.dato).arbeid):
                del self.rader[rad.dato]
                rad.delete()
            else:
                rad.lagre_endring(planlagt=INGEN_TIMER, timer_program=INGEN_TIMER)
        self.gyldige = {*self.programtid.dager(self.maned), *self.rader}
        return bool(tatt_bort)

    def folg_uken(self) -> bool:
        """Let the days nobody has written on be as the week has them now. True when any; still as they were made."""
        rader = self.annen_uke()
        for rad in rader:
            plan = self.programtid.plan(rad.dato)
            rad.planlagt, (rad.timer_program, rad.timer_arbeid) = plan.sum, _timene(plan)
        Timelistedag.objects.bulk_update(rader, ["planlagt", "timer_program", "timer_arbeid"])
        return bool(rader)

    def fyll(self) -> bool:
        """Add the planned days the sheet lacks, as planned, or as away where an absence covers them. True when any.

        And take away those that are planned no more, and follow a new week where nobody has written.
        """
        endret = [self.rydd(), self.folg_uken()]
        borte = {dag: rad for rad in self.timeliste.fravaer.all() for dag in Periode(rad.fra, rad.til).dager()}
        nye = {dag: self._ny_dag(dag, borte.get(dag)) for dag in self.uten_rad()}
        Timelistedag.objects.bulk_create(nye.values())
        self.rader.update(nye)
        return any(endret) or bool(nye)

    def _ny_dag(self, dag: date, fravaer: Fravaer | None) -> Timelistedag:
        plan = self.programtid.plan(dag)
        rad = Timelistedag(
            sak=self.timeliste.sak,
            timeliste=self.timeliste,
            dato=dag,
            planlagt=plan.sum,
            timer_program=plan.program,
            timer_arbeid=plan.arbeid,
        )
        if fravaer is not None:
            self.rader[dag] = rad  # what `borte` takes the hours away from
            timer = self.borte(dag, fravaer.timer)
            rad.timer_program, rad.timer_arbeid = timer.program, timer.arbeid
        return rad

    def som_planlagt(self, dag: date) -> Dagtimer:
        """The day as the plan has it. Paid work is that of the agreed week, never more than the row's plan."""
        arbeid = min(self.programtid.plan(dag).arbeid, self.planlagt(dag))
        return Dagtimer(self.planlagt(dag) - arbeid, arbeid)

    def borte(self, dag: date, timer: Decimal | None) -> Dagtimer:
        """The day with the hours away taken off the programme's; None: the whole day, work too."""
        if timer is None:
            return Dagtimer()
        plan = self.som_planlagt(dag)
        return Dagtimer(max(plan.program - timer, INGEN_TIMER), plan.arbeid)

    def sett_timer(self, dager: Mapping[date, Dagtimer]) -> None:
        """Write the hours that differ from what stands; a day outside the plan gets a row when it gets hours."""
        for dag, timer in dager.items():
            rad = self.rader.get(dag)
            if rad is None:
                if timer != Dagtimer():
                    self.rader[dag] = Timelistedag.objects.create(
                        sak=self.timeliste.sak,
                        timeliste=self.timeliste,
                        dato=dag,
                        timer_program=timer.program,
                        timer_arbeid=timer.arbeid,
                    )
            elif (rad.timer_program, rad.timer_arbeid) != (timer.program, timer.arbeid):
                rad.lagre_endring(timer_program=timer.program, timer_arbeid=timer.arbeid)

    def uforklarte(self) -> list[Fagfeil]:
        """Days with hours missing that no absence explains, each at its field."""
        fravaer = [Periode(rad.fra, rad.til) for rad in self.timeliste.fravaer.all()]
        ut = []
        for dag, rad in sorted(self.rader.items()):
            mangler = rad.planlagt - rad.timer_program - rad.timer_arbeid
            if mangler > 0 and not any(periode.inneholder(dag) for periode in fravaer):
                ut.append(
                    Fagfeil(
                        _("%(dag)s mangler %(timer)s av %(planlagt)s timer. Velg hvorfor, eller rett timene.")
                        % {
                            "dag": dato_ukedag(dag).capitalize(),
                            "timer": timetall(mangler),
                            "planlagt": timetall(rad.planlagt),
                        },
                        felt=f"timer_{dag.isoformat()}",
                    )
                )
        return ut
