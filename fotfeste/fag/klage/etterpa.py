"""What an outcome leads to: the appeals body's answer, the new decision, the costs; and change without a complaint."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.egenmelding.enums import Beslutningsslag
from fotfeste.fag.egenmelding.services import egenmelding_la_gjelde, stopp_opphev
from fotfeste.fag.klage import klagebrev
from fotfeste.fag.klage.enums import (
    TIL_GUNST,
    UTFALL_HOS_INSTANSEN,
    Klagestatus,
    Klagetiltak,
    Klageutfall,
    Kravstatus,
    Omgjoringsgrunn,
)
from fotfeste.fag.klage.inn import Fil
from fotfeste.fag.klage.las import klage_las
from fotfeste.fag.klage.models import Klage, Kostnadskrav, Omgjoring
from fotfeste.fag.klage.overganger import KLAGE, KOSTNADSKRAV
from fotfeste.fag.klage.virkning import la_virke
from fotfeste.fag.klage.vurderinger import (
    gir_kostnader,
    instansen_avgjor_kostnader,
    kan_gi_nytt_vedtak,
    kan_gjennomfores,
    trenger_gjennomforing,
)
from fotfeste.fag.krav.dekning import dekning
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.krav.services import krav_endre_plan, krav_frafall, krav_gi_tilbake
from fotfeste.fag.krav.tilbakebetaling import tilbakebetaling_pa_nytt
from fotfeste.fag.sak.enums import APNE as APNE_SAKER
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las, sak_sett_status
from fotfeste.fag.soknad.enums import APNE as APNE_SOKNADER
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.services import vedtak_lagre, vedtak_start
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_ta_imot
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.klage import Grunn35, kan_omgjores_uten_klage


def klage_registrer_utfall(
    aktor: Aktor,
    *,
    klage: Klage,
    dato: date,
    utfall: Klageutfall,
    grunner: str,
    papir: Fil | None = None,
    virkning_fra: date | None = None,
) -> Klage:
    """Register what the appeals body decided, on which day, and why (fvl § 34).

    Raises FlereFeil for an outcome that is not theirs, an impossible day, or no reasons.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.registrer_utfall"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("registrer_utfall", klage)
        if feil := _feil_i_utfallet(klage, dato, utfall, grunner):
            raise FlereFeil(feil)
        dokument = dokument_ta_imot(navn=papir.navn, innhold=papir.innhold, felt="papir") if papir else None
        klage.lagre_endring(
            status=overgang.til,
            utfall=utfall,
            avgjort=dato,
            utfall_grunner=grunner.strip(),
            utfall_papir=dokument,
            virkning_fra=virkning_fra,
            gjennomfort=None if utfall in TIL_GUNST else klage.gjennomfort,
        )
        la_virke(aktor, klage)
        skriv_hendelse(
            aktor,
            "klage.avgjort",
            sak_id=klage.sak_id,
            objekt_id=klage.pk,
            milepel=True,
            dato=dato,
            utfall=valg_ord(Klageutfall(utfall)).lower(),
        )
        return klage


def _feil_i_utfallet(klage: Klage, dato: date, utfall: Klageutfall, grunner: str) -> list[Fagfeil]:
    feil = []
    if utfall not in UTFALL_HOS_INSTANSEN:
        feil.append(Fagfeil(_("Velg det Statsforvalteren bestemte."), felt="utfall", hjemmel="fvl § 34"))
    if klage.oversendt and not klage.oversendt <= dato <= klokke.i_dag():
        feil.append(Fagfeil(_("Dagen må være fra klagen ble sendt til og med i dag."), felt="dato"))
    if not grunner.strip():
        feil.append(Fagfeil(_("Skriv kort hva Statsforvalteren la vekt på."), felt="grunner"))
    return feil


def klage_start_nytt_vedtak(aktor: Aktor, *, klage: Klage, type: Vedtakstype) -> Vedtak:
    """Begin the decision that carries out the outcome, linked to the complaint, with the office's reasons in it.

    A refusal that does not stand opens its application and its case again. Raises Fagfeil when the outcome gives no new
    decision, one is begun, or the case cannot take this kind now.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.start_nytt_vedtak"):
        klage = klage_las(klage)
        KLAGE.krev("start_nytt_vedtak", klage)
        if klage.vedtak is None:
            raise Fagfeil(_("Klagen gjelder ikke et vedtak. Velg «Gjennomfør utfallet» i stedet."))
        if not kan_gi_nytt_vedtak(klage):
            raise Fagfeil(_("Utfallet av klagen gir ikke et nytt vedtak."))
        if klage.nytt_vedtak and klage.nytt_vedtak.status != Vedtaksstatus.FORKASTET:
            raise Fagfeil(_("Det nye vedtaket er alt begynt. Arbeid videre på det."))
        nytt = _nytt_vedtak(aktor, klage.vedtak, type, klage.hva_endres or klage.utfall_grunner)
        klage.lagre_endring(nytt_vedtak=nytt)
        skriv_hendelse(aktor, "klage.nytt_vedtak", sak_id=klage.sak_id, objekt_id=klage.pk, type=valg_ord(type).lower())
        return nytt


def _nytt_vedtak(aktor: Aktor, gammelt: Vedtak, type: Vedtakstype, hensyn: str) -> Vedtak:
    sak = gammelt.sak
    if gammelt.type == Vedtakstype.AVSLAG:
        _gjenapne(sak, gammelt)
    if gammelt.type == Vedtakstype.TILBAKEBETALING:
        nytt = _ny_tilbakebetaling(aktor, gammelt, type)
    else:
        nytt = vedtak_start(aktor, sak=sak, type=type)
    return vedtak_lagre(aktor, vedtak=nytt, begrunnelse_hensyn=hensyn) if hensyn else nytt


def _ny_tilbakebetaling(aktor: Aktor, gammelt: Vedtak, type: Vedtakstype) -> Vedtak:
    if type != Vedtakstype.TILBAKEBETALING:
        setning = _("Velg tilbakebetaling. Skal ingenting betales tilbake, velger dere «La være å kreve» på kravet.")
        raise Fagfeil(setning, felt="type", hjemmel="sotjl § 23")
    return tilbakebetaling_pa_nytt(aktor, gammelt)


def _gjenapne(sak: Sak, avslag: Vedtak) -> None:
    """The application is undecided again, with the day it first came."""
    soknad = avslag.soknad or sak.soknader.order_by("-mottatt").first()
    if soknad is None:
        raise Fagfeil(_("Det er ingen søknad å svare på. Registrer søknaden først."), felt="type")
    if Sak.objects.filter(person_id=sak.person_id, status__in=sorted(APNE_SAKER)).exclude(pk=sak.pk).exists():
        raise Fagfeil(_("Personen har alt en annen sak som er åpen. Arbeid videre i den."))
    if soknad.status not in APNE_SOKNADER:
        soknad.lagre_endring(status=Soknadsstatus.KLAR)
    sak_sett_status(sak, Saksstatus.SOKNAD)


def klage_gjennomfor(
    aktor: Aktor, *, klage: Klage, tiltak: Klagetiltak, per_maned: int | None = None, fra: date | None = None
) -> Klage:
    """Carry the outcome out where the decision lies: ask for no more, pay back, take less, or give the right back.

    That follows the complaint up as well, unless a part of it is still with the appeals body. Raises Fagfeil for a
    `Vedtak`, an outcome that changes nothing or is carried out, and a measure of another kind.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.gjennomfor"):
        klage = klage_las(klage)
        KLAGE.krev("gjennomfor", klage)
        if klage.vedtak is not None:
            raise Fagfeil(_("Et vedtak endres med et nytt vedtak. Begynn på det i stedet."), felt="tiltak")
        if not kan_gjennomfores(klage):
            raise Fagfeil(_("Utfallet endrer ikke noe som gjelder nå, eller det er alt gjennomført."), felt="tiltak")
        if tiltak not in klage.gjelder.tiltak:
            ord_ = _("Klagen gjelder «%(hva)s». Velg noe som endrer det.") % {"hva": klage.gjelder.tittel}
            raise Fagfeil(ord_, felt="tiltak")
        _gjor(aktor, klage, tiltak, per_maned, fra)
        ferdig = {"status": Klagestatus.FULGT_OPP, "fulgt_opp": klokke.i_dag()} if klage.er_utfalt else {}
        klage.lagre_endring(gjennomfort=klokke.i_dag(), **ferdig)
        la_virke(aktor, klage)
        hva = valg_ord(Klagetiltak(tiltak)).lower()
        skriv_hendelse(aktor, "klage.gjennomfort", sak_id=klage.sak_id, objekt_id=klage.pk, milepel=True, tiltak=hva)
        return klage


def _gjor(aktor: Aktor, klage: Klage, tiltak: Klagetiltak, per_maned: int | None, fra: date | None) -> None:
    """The decision's own command, with the reasons the outcome has."""
    grunn = klage.utfall_grunner or klage.hva_endres
    if klage.krav is not None and tiltak in {Klagetiltak.FRAFALL, Klagetiltak.TILBAKEFOR}:
        if klage.gjelder.virker:
            krav_frafall(aktor, krav=klage.krav, grunn=grunn)
        if tiltak == Klagetiltak.TILBAKEFOR:
            krav_gi_tilbake(aktor, krav=klage.krav, belop=dekning(klage.krav).fra_deltakeren, grunn=grunn)
    elif klage.krav is not None:
        if feil := _feil_i_planen(klage.krav, per_maned, fra):
            raise FlereFeil(feil)
        krav_endre_plan(aktor, krav=klage.krav, per_maned=per_maned or 0, fra=fra or klokke.i_dag())
    elif klage.egenmelding is not None:
        stopp = klage.egenmelding.stopp
        stopp_opphev(aktor, stopp=stopp, vurdering=grunn, fra=fra or retten_er_tilbake(klage))
    elif klage.bekreftelse is not None:
        egenmelding_la_gjelde(aktor, krav=klage.bekreftelse, begrunnelse=grunn)


def _feil_i_planen(krav: Krav, per_maned: int | None, fra: date | None) -> list[Fagfeil]:
    feil = []
    if not per_maned:
        feil.append(Fagfeil(_("Skriv hvor mye som skal trekkes hver måned."), felt="per_maned"))
    elif per_maned > (krav.bestemt_belop or 0):
        ord_ = _("En klage kan ikke gi et høyere trekk enn det som er bestemt.")
        feil.append(Fagfeil(ord_, felt="per_maned", hjemmel="fvl § 33"))
    if fra is None:
        feil.append(Fagfeil(_("Velg den første måneden den nye planen gjelder."), felt="fra"))
    return feil


def retten_er_tilbake(klage: Klage) -> date | None:
    """The day the right to egenmelding is back when the decision falls: the day it was gone by that decision.

    None for a complaint on something else.
    """
    beslutning = klage.egenmelding
    if beslutning is None:
        return None
    borte_fra = beslutning.fra if beslutning.slag == Beslutningsslag.BESTEMT else beslutning.dato
    return max(klage.virkning_fra or borte_fra, beslutning.stopp.fra or borte_fra)


def klage_folg_opp(aktor: Aktor, *, klage: Klage, oppfolging: str = "") -> Klage:
    """Close a complaint whose outcome is carried out: by the new decision, or as `oppfolging` tells.

    Raises Fagfeil while the new decision is not taken, or a decision that fell still stands, and without words where
    there is no new decision.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.folg_opp"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("folg_opp", klage)
        nytt = klage.nytt_vedtak
        if nytt and nytt.status not in {Vedtaksstatus.FATTET, Vedtaksstatus.FORKASTET}:
            raise Fagfeil(_("Det nye vedtaket er ikke fattet ennå."), felt="oppfolging")
        if trenger_gjennomforing(klage):
            ord_ = _("«%(hva)s» står fortsatt. Gjennomfør utfallet først.") % {"hva": klage.gjelder.tittel}
            raise Fagfeil(ord_, felt="oppfolging")
        if not (nytt and nytt.status == Vedtaksstatus.FATTET) and not oppfolging.strip():
            raise Fagfeil(_("Skriv hva som er gjort, når det ikke er fattet et nytt vedtak."), felt="oppfolging")
        klage.lagre_endring(status=overgang.til, fulgt_opp=klokke.i_dag(), oppfolging=oppfolging.strip())
        la_virke(aktor, klage)
        skriv_hendelse(aktor, "klage.fulgt_opp", sak_id=klage.sak_id, objekt_id=klage.pk)
        return klage


def omgjoring_start(
    aktor: Aktor, *, vedtak: Vedtak, grunn: Omgjoringsgrunn, begrunnelse: str, type: Vedtakstype
) -> Omgjoring:
    """Take a decision up again without a complaint (fvl § 35), and begin the new one.

    Raises FlereFeil for a decision that is not taken, a ground that does not hold, or no reasons.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, vedtak)
    with kommando(aktor, "omgjoring.start"):
        vedtak.sak = sak_las(vedtak.sak)
        feil = []
        if vedtak.status != Vedtaksstatus.FATTET:
            feil.append(Fagfeil(_("Bare et vedtak som er fattet, kan gjøres om."), felt="vedtak"))
        if not kan_omgjores_uten_klage(Grunn35(grunn), underrettet=vedtak.underrettet is not None):
            feil.append(Fagfeil(_("Deltakeren har alt fått vite om vedtaket. Velg en annen grunn."), felt="grunn"))
        if not begrunnelse.strip():
            feil.append(Fagfeil(_("Skriv hvorfor vedtaket bør gjøres om."), felt="begrunnelse"))
        if feil:
            raise FlereFeil(feil)
        nytt = _nytt_vedtak(aktor, vedtak, type, begrunnelse.strip())
        omgjoring = Omgjoring.objects.create(
            sak=vedtak.sak,
            vedtak=vedtak,
            grunn=grunn,
            begrunnelse=begrunnelse.strip(),
            dato=klokke.i_dag(),
            av=aktor.krev_bruker(),
            nytt_vedtak=nytt,
        )
        skriv_hendelse(
            aktor,
            "klage.omgjoring",
            sak_id=vedtak.sak_id,
            objekt_id=omgjoring.pk,
            milepel=True,
            vedtak=valg_ord(Vedtakstype(vedtak.type)).lower(),
            grunn=valg_ord(Omgjoringsgrunn(grunn)).lower(),
        )
        return omgjoring


def kostnadskrav_registrer(aktor: Aktor, *, klage: Klage, fremsatt: date, hva: str, belop: int) -> Kostnadskrav:
    """Register a claim for costs after the decision was changed (fvl § 36).

    A late claim is registered too; § 31 holds for it. Raises FlereFeil when nothing was changed or a part is missing.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "kostnadskrav.registrer"):
        klage = klage_las(klage)
        feil = []
        if not gir_kostnader(klage):
            feil.append(
                Fagfeil(_("Kostnader dekkes når vedtaket er endret til gunst."), felt="hva", hjemmel="fvl § 36")
            )
        if not klage.mottatt <= fremsatt <= klokke.i_dag():
            feil.append(Fagfeil(_("Dagen må være fra klagen kom til og med i dag."), felt="fremsatt"))
        if not hva.strip():
            feil.append(Fagfeil(_("Skriv hva kostnadene gjelder."), felt="hva"))
        if belop < 1:
            feil.append(Fagfeil(_("Skriv beløpet i hele kroner."), felt="belop"))
        if feil:
            raise FlereFeil(feil)
        krav = Kostnadskrav.objects.create(
            sak=klage.sak,
            klage=klage,
            fremsatt=fremsatt,
            hva=hva.strip(),
            belop=belop,
            registrert_av=aktor.krev_bruker(),
        )
        skriv_hendelse(aktor, "klage.kostnadskrav", sak_id=klage.sak_id, objekt_id=krav.pk, belop=belop)
        return krav


def _las_krav(krav: Kostnadskrav) -> Kostnadskrav:
    klage = klage_las(krav.klage)
    laast = Kostnadskrav.objects.select_for_update(of=("self",)).get(pk=krav.pk)
    laast.klage, laast.sak = klage, klage.sak
    return laast


def kostnadskrav_avgjor(aktor: Aktor, *, krav: Kostnadskrav, innvilget: int, begrunnelse: str) -> Kostnadskrav:
    """Decide the claim where the office made the new decision, and tell it in a letter that can be complained of.

    Raises FlereFeil for more than was claimed, no reasons, one's own registration, or the appeals body's claim.
    """
    krev(aktor, Handling.KLAGE_BESLUTT, krav)
    with kommando(aktor, "kostnadskrav.avgjor"):
        krav = _las_krav(krav)
        KOSTNADSKRAV.krev("avgjor", krav)
        if feil := _feil_i_avgjorelsen(aktor, krav, innvilget, begrunnelse):
            raise FlereFeil(feil)
        krav.lagre_endring(**_avgjort(aktor, krav, innvilget, begrunnelse))
        klagebrev.send(aktor, krav.klage, klagebrev.kostnader(aktor, krav))
        skriv_hendelse(
            aktor, "klage.kostnader_avgjort", sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, belop=innvilget
        )
        return krav


def _feil_i_avgjorelsen(aktor: Aktor, krav: Kostnadskrav, innvilget: int, begrunnelse: str) -> list[Fagfeil]:
    feil = []
    if instansen_avgjor_kostnader(krav.klage):
        ord_ = _("Statsforvalteren endret vedtaket, og avgjør da kravet. Send det videre.")
        feil.append(Fagfeil(ord_, felt="innvilget", hjemmel="fvl § 36"))
    if krav.registrert_av_id == aktor.krev_bruker().pk:
        feil.append(Fagfeil(_("Du har registrert kravet. En annen må avgjøre det."), felt="innvilget"))
    if not 0 <= innvilget <= krav.belop:
        feil.append(Fagfeil(_("Beløpet må være fra 0 kroner til det som er krevd."), felt="innvilget"))
    if not begrunnelse.strip():
        feil.append(Fagfeil(_("Skriv hvorfor."), felt="begrunnelse", hjemmel="fvl § 24"))
    return feil


def _avgjort(aktor: Aktor, krav: Kostnadskrav, innvilget: int, begrunnelse: str) -> dict[str, Any]:
    status = Kravstatus.DELVIS if innvilget else Kravstatus.AVSLATT
    return {
        "status": Kravstatus.INNVILGET if innvilget == krav.belop else status,
        "innvilget": innvilget,
        "begrunnelse": begrunnelse.strip(),
        "avgjort": klokke.i_dag(),
        "avgjort_av": aktor.krev_bruker(),
    }


def kostnadskrav_oversend(aktor: Aktor, *, krav: Kostnadskrav) -> Kostnadskrav:
    """Send the claim to the appeals body, which decides it when it made the new decision (fvl § 36 third paragraph)."""
    krev(aktor, Handling.KLAGE_BEHANDLE, krav)
    with kommando(aktor, "kostnadskrav.oversend"):
        krav = _las_krav(krav)
        overgang = KOSTNADSKRAV.krev("oversend", krav)
        if not instansen_avgjor_kostnader(krav.klage):
            raise Fagfeil(_("Vi har selv endret vedtaket, og avgjør da kravet."), hjemmel="fvl § 36")
        krav.lagre_endring(status=overgang.til)
        skriv_hendelse(aktor, "klage.kostnader_oversendt", sak_id=krav.sak_id, objekt_id=krav.pk)
        return krav
