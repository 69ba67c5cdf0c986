"""Commands on the right to egenmelding: considered, told of, answered, decided, assessed anew (forskriften § 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_send, brevfeil_i_ord
from fotfeste.fag.egenmelding.bekreftelse import (
    egenmelding_be_om_bekreftelse,
    egenmelding_bekreft,
    egenmelding_frafall_krav,
    egenmelding_la_falle_bort,
    egenmelding_la_gjelde,
)
from fotfeste.fag.egenmelding.brevene import beslutningsbrev, opphevetbrev, varselbrev
from fotfeste.fag.egenmelding.enums import Beslutningsslag, Gjelder, Stoppgrunn
from fotfeste.fag.egenmelding.models import Egenmeldingsbeslutning, Egenmeldingsstopp
from fotfeste.fag.egenmelding.overganger import EGENMELDINGSBEKREFTELSE, EGENMELDINGSSTOPP
from fotfeste.fag.egenmelding.telling import tellingen
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk import egenmelding as regel
from fotfeste.regelverk.ord import periode_i_ord
from fotfeste.regelverk.tid import EN_DAG

__all__ = [
    "egenmelding_be_om_bekreftelse",
    "egenmelding_bekreft",
    "egenmelding_frafall_krav",
    "egenmelding_la_falle_bort",
    "egenmelding_la_gjelde",
    "stopp_bestem",
    "stopp_frafall",
    "stopp_lagre",
    "stopp_opphev",
    "stopp_oppretthold",
    "stopp_returner",
    "stopp_revurder",
    "stopp_send_til_beslutter",
    "stopp_start",
    "stopp_uttalelse",
    "stopp_uttalelse_egen",
    "stopp_varsle",
]

_HJEMMEL = "forskriften § 8"
_LOPENDE = frozenset({Saksstatus.INNVILGET, Saksstatus.I_PROGRAM, Saksstatus.AVBRUTT})


def stopp_start(
    aktor: Aktor, *, sak: Sak, gjelder: Gjelder | str = Gjelder.EGEN, grunn: Stoppgrunn | str, fakta: str = ""
) -> Egenmeldingsstopp:
    """Begin to consider whether egenmelding can still be used.

    Where the ground is the number of absences they are counted here and kept as they stood; the facts then say them.
    Raises Fagfeil when there are too few, when the facts of a reasonable ground are not written, or when it is being
    considered already.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, sak)
    with kommando(aktor, "egenmelding.start"):
        sak = sak_las(sak)
        if sak.status not in _LOPENDE:
            raise Fagfeil(_("Deltakeren er ikke i programmet, så det er ikke noe å vurdere."))
        fakta, telling = fakta.strip(), list[dict[str, object]]()
        if gjelder == Gjelder.BARN and grunn == Stoppgrunn.ANTALL:
            raise Fagfeil(
                _("Når barnet er sykt, er antallet ingen grunn. Da må det være rimelig grunn til å tro noe annet."),
                felt="grunn",
                hjemmel="forskriften § 10",
            )
        if grunn == Stoppgrunn.ANTALL:
            fakta, telling = _talt(sak, fakta)
        elif not fakta:
            raise Fagfeil(
                _("Skriv hva som gir rimelig grunn til å tro at fraværet ikke skyldes sykdom, ett faktum per linje."),
                felt="fakta",
                hjemmel=_HJEMMEL,
            )
        stopp = Egenmeldingsstopp(
            sak=sak, gjelder=gjelder, grunn=grunn, fakta=fakta, telling=telling, saksbehandler=aktor.krev_bruker()
        )
        try:
            with transaction.atomic():
                stopp.save()
        except IntegrityError as feil:
            raise Fagfeil(_("Det vurderes alt, eller er alt bestemt. Gå til det som står der.")) from feil
        skriv_hendelse(aktor, "egenmelding.vurderes", sak_id=sak.pk, objekt_id=stopp.pk, for_deltaker=False)
        return stopp


def _talt(sak: Sak, fakta: str) -> tuple[str, list[dict[str, object]]]:
    """The facts with a line for each absence, and the count with its trace, to be kept as it stood."""
    telling = tellingen(sak, klokke.i_dag())
    if telling is None or not telling.nok:
        setning = _("Deltakeren har %(antall)s fravær med egenmelding de siste tolv månedene. Det må være minst fire.")
        raise Fagfeil(setning % {"antall": telling.antall if telling else 0}, felt="grunn", hjemmel=_HJEMMEL)
    linjer = [f"Du brukte egenmelding {periode_i_ord(ett.periode.fra, ett.periode.slutt)}." for ett in telling.fravaer]
    return "\n".join([*linjer, *([fakta] if fakta else [])]), [rad.som_json() for rad in telling.spor()]


@dataclass(frozen=True, slots=True)
class Utkast:
    """What the caseworker writes: the facts, what was weighed, and the first day the right falls away."""

    fakta: str
    hensyn: str = ""
    fra: date | None = None


def stopp_lagre(
    aktor: Aktor, *, stopp: Egenmeldingsstopp, utkast: Utkast, versjon: int | None = None
) -> Egenmeldingsstopp:
    """Save what is written. Raises SamtidigEndring when someone else saved first."""
    krev(aktor, Handling.VEDTAK_FORBERED, stopp)
    with kommando(aktor, "egenmelding.lagre"):
        stopp = _las(stopp, "lagre", versjon)
        if not utkast.fakta.strip():
            raise Fagfeil(_("Skriv hvilke fakta du bygger på, ett per linje."), felt="fakta")
        return stopp.lagre_endring(
            fakta=utkast.fakta.strip(), hensyn=utkast.hensyn.strip(), fra=utkast.fra, saksbehandler=aktor.krev_bruker()
        )


def stopp_varsle(aktor: Aktor, *, stopp: Egenmeldingsstopp, uttalefrist: date) -> Egenmeldingsstopp:
    """Send the notice: what is considered, on which facts, and by when to answer (§ 8 third paragraph).

    Sent anew, an answer to the one before no longer counts as an answer. Raises Fagfeil for a day that gives no time.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, stopp)
    with kommando(aktor, "egenmelding.varsle"):
        stopp = _las(stopp, "varsle")
        if uttalefrist <= klokke.i_dag():
            raise Fagfeil(_("Svarfristen må være etter i dag, så deltakeren får tid."), felt="uttalefrist")
        with brevfeil_i_ord():
            brev = varselbrev(aktor, stopp, uttalefrist)
        brev_send(aktor, sak=stopp.sak, mal=Brevmal.FORHANDSVARSEL, brev=brev)
        stopp.lagre_endring(
            status=EGENMELDINGSSTOPP.overgang("varsle").til,
            forhandsvarsel=klokke.i_dag(),
            uttalefrist=uttalefrist,
            uttalelse_dato=None,
            uttalelse="",
        )
        _hendelse(aktor, "egenmelding.varslet", stopp, milepel=True, frist=uttalefrist)
        return stopp


def stopp_uttalelse(
    aktor: Aktor, *, stopp: Egenmeldingsstopp, dato: date, uttalelse: str = "", vil_ikke: bool = False
) -> Egenmeldingsstopp:
    """Write down what the participant said to the notice, or that they will say nothing. Raises FlereFeil."""
    krev(aktor, Handling.VEDTAK_FORBERED, stopp)
    with kommando(aktor, "egenmelding.uttalelse"):
        stopp = _las(stopp, "uttalelse")
        svar = _sett_svar(stopp, dato, uttalelse, vil_ikke=vil_ikke)
        kode = "egenmelding.uttalelse" if svar else "egenmelding.uttalelse_avslatt"
        _hendelse(aktor, kode, stopp, dato=dato, svar=svar[:300])
        return stopp


def stopp_uttalelse_egen(
    aktor: Aktor, *, stopp: Egenmeldingsstopp, uttalelse: str = "", vil_ikke: bool = False
) -> Egenmeldingsstopp:
    """The participant's own answer, today. It can be given anew until it is decided. Raises FlereFeil."""
    krev(aktor, Handling.VEDTAK_UTTAL, stopp)
    with kommando(aktor, "egenmelding.uttalelse_egen"):
        stopp = _las(stopp, "uttalelse_egen")
        svar = _sett_svar(stopp, klokke.i_dag(), uttalelse, vil_ikke=vil_ikke)
        kode = "egenmelding.uttalelse_egen" if svar else "egenmelding.uttalelse_egen_avslatt"
        _hendelse(aktor, kode, stopp, svar=svar[:300])
        return stopp


def _sett_svar(stopp: Egenmeldingsstopp, dato: date, uttalelse: str, *, vil_ikke: bool) -> str:
    svar, feil = uttalelse.strip(), []
    if stopp.forhandsvarsel and not stopp.forhandsvarsel <= dato <= klokke.i_dag():
        feil.append(Fagfeil(_("Dagen må være fra varselet ble sendt til og med i dag."), felt="dato"))
    if vil_ikke and svar:
        feil.append(
            Fagfeil(_("Du har både skrevet et svar og krysset av for ikke å svare. Velg ett."), felt="vil_ikke")
        )
    elif not vil_ikke and not svar:
        feil.append(Fagfeil(_("Skriv svaret, eller kryss av for ikke å svare."), felt="uttalelse"))
    if feil:
        raise FlereFeil(feil)
    stopp.lagre_endring(uttalelse_dato=dato, uttalelse=svar)
    return svar


def stopp_send_til_beslutter(
    aktor: Aktor, *, stopp: Egenmeldingsstopp, versjon: int | None = None
) -> Egenmeldingsstopp:
    """Hand it over. The sender stands as the one who prepared it. Raises FlereFeil with every hindrance."""
    krev(aktor, Handling.VEDTAK_FORBERED, stopp)
    with kommando(aktor, "egenmelding.send_til_beslutter"):
        stopp = _las(stopp, "send_til_beslutter", versjon)
        if feil := hindringer(stopp, klokke.i_dag()):
            raise FlereFeil(feil)
        stopp.lagre_endring(
            status=EGENMELDINGSSTOPP.overgang("send_til_beslutter").til,
            sendt=klokke.na(),
            saksbehandler=aktor.krev_bruker(),
            returgrunn="",
        )
        _hendelse(aktor, "egenmelding.til_beslutter", stopp)
        return stopp


def hindringer(stopp: Egenmeldingsstopp, dag: date) -> list[Fagfeil]:
    """What must be in place before the right can fall away."""
    feil = []
    if not stopp.er_hort(dag):
        if stopp.uttalefrist:
            setning = _("Deltakeren har frist til og med %(dag)s med å svare. Vent, eller registrer svaret.")
            feil.append(Fagfeil(setning % {"dag": dato_ord(stopp.uttalefrist)}, hjemmel="forskriften § 8 tredje ledd"))
        else:
            feil.append(Fagfeil(_("Deltakeren skal få uttale seg først."), hjemmel="forskriften § 8 tredje ledd"))
    if not stopp.hensyn.strip():
        feil.append(Fagfeil(_("Skriv hva du har lagt vekt på."), felt="hensyn", hjemmel="fvl § 25"))
    if stopp.fra is None:
        feil.append(Fagfeil(_("Skriv hvilken dag retten faller bort fra."), felt="fra"))
    elif stopp.fra <= dag:
        feil.append(
            Fagfeil(_("Retten kan tidligst falle bort dagen etter at brevet er sendt. Velg en senere dag."), felt="fra")
        )
    elif stopp.fra > (senest := regel.vurderes_senest(dag)):
        setning = _("Beslutningen skal vurderes på nytt senest %(dag)s. Velg en dag før det.")
        feil.append(Fagfeil(setning % {"dag": dato_ord(senest)}, felt="fra", hjemmel="forskriften § 8 tredje ledd"))
    return feil


def stopp_returner(aktor: Aktor, *, stopp: Egenmeldingsstopp, grunn: str) -> Egenmeldingsstopp:
    """Send it back with words about what is missing."""
    krev(aktor, Handling.VEDTAK_BESLUTT, stopp)
    with kommando(aktor, "egenmelding.returner"):
        stopp = _las(stopp, "returner")
        if not grunn.strip():
            raise Fagfeil(_("Skriv hva som må rettes, så saksbehandleren kan gjøre noe med det."), felt="grunn")
        stopp.lagre_endring(status=EGENMELDINGSSTOPP.overgang("returner").til, returgrunn=grunn.strip())
        _hendelse(aktor, "egenmelding.returnert", stopp, for_deltaker=False, grunn=grunn.strip()[:300])
        return stopp


def stopp_bestem(aktor: Aktor, *, stopp: Egenmeldingsstopp, versjon: int | None = None) -> Egenmeldingsstopp:
    """Decide that the right falls away from `fra`, and send the letter. It must be assessed anew within six months.

    Raises Fagfeil for the one who prepared it, FlereFeil when something is no longer in order.
    """
    krev(aktor, Handling.VEDTAK_BESLUTT, stopp)
    with kommando(aktor, "egenmelding.bestem"):
        stopp = _las(stopp, "bestem", versjon)
        _krev_andre_oyne(aktor, stopp.saksbehandler_id)
        dag = klokke.i_dag()
        if feil := hindringer(stopp, dag):
            raise FlereFeil(feil)
        senest = regel.vurderes_senest(dag)
        _beslutt(aktor, stopp, Beslutningsslag.BESTEMT, senest=senest, forberedt_av=stopp.saksbehandler_id)
        _hendelse(aktor, "egenmelding.bestemt", stopp, milepel=True, fra=stopp.fra, senest=senest)
        return stopp


def stopp_revurder(aktor: Aktor, *, stopp: Egenmeldingsstopp, vurdering: str) -> Egenmeldingsstopp:
    """Write the new assessment the law asks for. What comes of it, `stopp_oppretthold` or `stopp_opphev` says."""
    krev(aktor, Handling.VEDTAK_FORBERED, stopp)
    with kommando(aktor, "egenmelding.revurder"):
        stopp = _las(stopp, "revurder")
        _sett_revurdering(aktor, stopp, vurdering)
        _hendelse(aktor, "egenmelding.revurdert", stopp, for_deltaker=False)
        return stopp


def _sett_revurdering(aktor: Aktor, stopp: Egenmeldingsstopp, vurdering: str) -> None:
    if not vurdering.strip():
        raise Fagfeil(_("Skriv hva som har skjedd siden sist, og hva du mener nå."), felt="vurdering", hjemmel=_HJEMMEL)
    stopp.lagre_endring(revurdering=vurdering.strip(), revurdert=klokke.i_dag(), revurdert_av=aktor.krev_bruker())


def stopp_oppretthold(aktor: Aktor, *, stopp: Egenmeldingsstopp) -> Egenmeldingsstopp:
    """Let the decision stand for at most six months more, on an assessment somebody else has written since it was made.

    Where the six months had run out, it works again from the day after, and not for the days between.
    """
    krev(aktor, Handling.VEDTAK_BESLUTT, stopp)
    with kommando(aktor, "egenmelding.oppretthold"):
        stopp = _las(stopp, "oppretthold")
        siste = stopp.beslutninger.last()
        if stopp.revurdert is None or siste is None or stopp.revurdert < siste.dato or not stopp.revurdering:
            raise Fagfeil(_("Vurder på nytt først: hva har skjedd siden sist?"), hjemmel="forskriften § 8 tredje ledd")
        _krev_andre_oyne(aktor, stopp.revurdert_av_id)
        senest = regel.vurderes_senest(klokke.i_dag())
        _beslutt(aktor, stopp, Beslutningsslag.OPPRETTHOLDT, senest=senest, forberedt_av=stopp.revurdert_av_id)
        _hendelse(aktor, "egenmelding.opprettholdt", stopp, milepel=True, senest=senest)
        return stopp


def stopp_opphev(
    aktor: Aktor, *, stopp: Egenmeldingsstopp, vurdering: str, fra: date | None = None
) -> Egenmeldingsstopp:
    """Give the right back, from today when no other day is said. It is to the participant's good, and takes one."""
    krev(aktor, Handling.VEDTAK_FORBERED, stopp)
    with kommando(aktor, "egenmelding.opphev"):
        stopp = _las(stopp, "opphev")
        fra = fra or klokke.i_dag()
        if stopp.fra and fra < stopp.fra:
            raise Fagfeil(
                _("Retten falt først bort %(dag)s. Velg den dagen eller en senere.") % {"dag": dato_ord(stopp.fra)},
                felt="fra",
            )
        _sett_revurdering(aktor, stopp, vurdering)
        _beslutt(aktor, stopp, Beslutningsslag.OPPHEVET, senest=None, forberedt_av=aktor.krev_bruker().pk, fra=fra)
        _hendelse(aktor, "egenmelding.opphevet", stopp, milepel=True, fra=fra)
        return stopp


def stopp_frafall(aktor: Aktor, *, stopp: Egenmeldingsstopp, grunn: str = "") -> Egenmeldingsstopp:
    """Put the question away: egenmelding can be used as before. One who has been told of it is told of this too."""
    krev(aktor, Handling.VEDTAK_FORBERED, stopp)
    with kommando(aktor, "egenmelding.frafall"):
        stopp = _las(stopp, "frafall")
        stopp.lagre_endring(status=EGENMELDINGSSTOPP.overgang("frafall").til, frafalt_fordi=grunn.strip())
        _hendelse(aktor, "egenmelding.frafalt", stopp, for_deltaker=stopp.forhandsvarsel is not None)
        return stopp


def _beslutt(
    aktor: Aktor,
    stopp: Egenmeldingsstopp,
    slag: Beslutningsslag,
    *,
    senest: date | None,
    forberedt_av: Any,
    fra: date | None = None,
) -> None:
    """The letter, the decision's own row, and the state it leaves the question in."""
    dag = klokke.i_dag()
    with brevfeil_i_ord():
        if senest is None:
            brev, mal = opphevetbrev(aktor, stopp, dato=dag, fra=fra or dag), Brevmal.VEDTAK
        else:
            pa_nytt = slag == Beslutningsslag.OPPRETTHOLDT
            brev, mal = beslutningsbrev(aktor, stopp, dato=dag, senest=senest, pa_nytt=pa_nytt), Brevmal.VEDTAK
    sendt = brev_send(aktor, sak=stopp.sak, mal=mal, brev=brev)
    forrige = stopp.beslutninger.last()
    if slag == Beslutningsslag.OPPRETTHOLDT and forrige is not None:
        # What nobody looked at in time has rested since, and goes on from tomorrow. In time, it goes on unbroken.
        i_tide = forrige.vurderes_senest is not None and dag <= forrige.vurderes_senest
        fra = forrige.fra if i_tide else dag + EN_DAG
    Egenmeldingsbeslutning.objects.create(
        sak=stopp.sak,
        stopp=stopp,
        slag=slag,
        dato=dag,
        fra=fra or stopp.fra or dag,
        vurderes_senest=senest,
        begrunnelse=stopp.hensyn if slag == Beslutningsslag.BESTEMT else stopp.revurdering,
        forberedt_av_id=forberedt_av,
        besluttet_av=aktor.krev_bruker(),
        brev=sendt.dokument,
    )
    stopp.lagre_endring(status=str(slag), vurderes_senest=senest or stopp.vurderes_senest)


def _krev_andre_oyne(aktor: Aktor, forberedt_av: Any) -> None:
    if aktor.krev_bruker().pk == forberedt_av:
        raise Fagfeil(_("Du har forberedt dette selv. En annen beslutter må lese det og bestemme."))


def _hendelse(aktor: Aktor, kode: str, stopp: Egenmeldingsstopp, **data: Any) -> None:
    skriv_hendelse(aktor, kode, sak_id=stopp.sak_id, objekt_id=stopp.pk, **data)


def _las(stopp: Egenmeldingsstopp, kommando_: str, versjon: int | None = None) -> Egenmeldingsstopp:
    """The case's lock first, then the question as it stands now, in a state for the command."""
    sak = sak_las(stopp.sak)
    last = Egenmeldingsstopp.objects.select_for_update(of=("self",)).select_related("saksbehandler").get(pk=stopp.pk)
    last.sak = sak
    EGENMELDINGSSTOPP.krev(kommando_, last)
    last.krev_versjon(versjon)
    return last


def handling_for(kommando_: str) -> Handling:
    """The right a command on the question takes."""
    return EGENMELDINGSSTOPP.overgang(kommando_).handling


def handling_for_krav(kommando_: str) -> Handling:
    """The right a command on an egenmelding asked for in writing takes."""
    return EGENMELDINGSBEKREFTELSE.overgang(kommando_).handling
