"""Commands on leave: registered, ended early, taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.program.models import Permisjon
from fotfeste.fag.program.perioder import forste_vedtaksdag, programslutt
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.livslop import PERMISJONER, Permisjonsgrunn, for_lang_permisjon
from fotfeste.regelverk.tid import Periode


@dataclass(frozen=True, slots=True)
class Permisjonsbevis:
    """What kind of leave it is, when the participant told of it, and what shows the ground."""

    kode: Permisjonsgrunn
    varslet: date | None = None
    bevis: str = ""
    bevis_dato: date | None = None


def permisjon_registrer(
    aktor: Aktor,
    *,
    sak: Sak,
    fra: date,
    til: date,
    grunn: str,
    med_stonad: bool = False,
    bevis: Permisjonsbevis | None = None,
) -> Permisjon:
    """Register approved leave, which does not count in the programme's length (§ 32 first paragraph).

    `bevis` says what kind it is: then its provision decides the stønad and the length (forskriften §§ 12-15). Without
    it `med_stonad` does; days without stønad give none (sotjl § 36). Raises Fagfeil when it ends before it begins, has
    no ground, is longer than its kind allows, or overlaps another leave.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, sak)
    with kommando(aktor, "program.permisjon"):
        sak = sak_las(sak)
        if til < fra:
            raise Fagfeil(_("Permisjonen slutter før den begynner. Bytt om datoene."), felt="til")
        if not grunn.strip():
            raise Fagfeil(_("Skriv hva permisjonen gjelder."), felt="grunn")
        _krev_innen_vedtak(sak, fra, til)
        _krev_uten_overlapp(sak, Periode(fra, til))
        rad = Permisjon(sak=sak, fra=fra, til=til, grunn=grunn.strip(), med_stonad=med_stonad)
        if bevis:
            _sett_bevis(rad, bevis)
        try:
            with transaction.atomic():
                rad.save()
        except IntegrityError as feil:
            raise Fagfeil(
                _("Noen andre registrerte permisjon for de samme dagene. Last siden på nytt."), felt="fra"
            ) from feil
        kode = "program.permisjon" if rad.med_stonad else "program.permisjon_uten_stonad"
        skriv_hendelse(aktor, kode, sak_id=sak.pk, objekt_id=rad.pk, fra=fra, til=til, grunn=grunn.strip())
        return rad


def _sett_bevis(rad: Permisjon, bevis: Permisjonsbevis) -> None:
    """Let the kind decide the stønad, and hold the leave to the length its provision gives."""
    regel = PERMISJONER[bevis.kode]
    like = rad.sak.permisjoner.filter(kode=bevis.kode)
    tidligere = [Periode(fra, til) for fra, til in like.values_list("fra", "til")]
    if setning := for_lang_permisjon(bevis.kode, Periode(rad.fra, rad.til), tidligere):
        raise Fagfeil(setning, felt="til", hjemmel=str(regel.hjemmel))
    if bevis.bevis.strip() and bevis.bevis_dato is None:
        raise Fagfeil(_("Skriv dagen du så det som viser grunnen."), felt="bevis_dato")
    rad.med_stonad, rad.kode = regel.med_stonad, bevis.kode
    rad.varslet, rad.bevis, rad.bevis_dato = bevis.varslet, bevis.bevis.strip(), bevis.bevis_dato


def _krev_innen_vedtak(sak: Sak, fra: date, til: date) -> None:
    """Leave is from the programme, so it lies where a decision gives a right to one."""
    forste, siste = forste_vedtaksdag(sak), programslutt(sak)
    if forste is None or siste is None:
        raise Fagfeil(_("Det er ikke innvilget noe program, så det er ikke noe å ha permisjon fra."), felt="fra")
    if fra < forste:
        raise Fagfeil(_("Vedtaket gjelder fra %s. Velg den dagen eller en senere.") % f"{forste:%d.%m.%Y}", felt="fra")
    if til > siste:
        raise Fagfeil(
            _("Vedtaket varer til %s. Registrer permisjonen til da, eller forleng først.") % f"{siste:%d.%m.%Y}",
            felt="til",
        )


def _krev_uten_overlapp(sak: Sak, periode: Periode) -> None:
    for annen in sak.permisjoner.all():
        if Periode(annen.fra, annen.til).overlapper(periode):
            raise Fagfeil(
                _("Det er allerede permisjon fra %(fra)s til %(til)s. Velg dager som ikke overlapper.")
                % {"fra": f"{annen.fra:%d.%m.%Y}", "til": f"{annen.til:%d.%m.%Y}"},
                felt="fra",
            )


def permisjon_avkort(
    aktor: Aktor, *, permisjon: Permisjon, siste_dag: date | None, grunn: str, versjon: int | None = None
) -> Permisjon:
    """End the leave earlier than was approved; the days after `siste_dag` are days of the programme again.

    Raises FlereFeil when the day lies outside the leave, or the reason is missing.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, permisjon)
    with kommando(aktor, "program.permisjon_avkort"):
        permisjon = _las(permisjon)
        permisjon.krev_versjon(versjon)
        feil = _grunnen_mangler(grunn)
        if siste_dag is None or not permisjon.fra <= siste_dag < permisjon.til:
            setning = _("Velg en siste dag fra %(fra)s og før %(til)s. Ble det ingen permisjon, kan du ta den tilbake.")
            ord_ = {"fra": dato_ord(permisjon.fra), "til": dato_ord(permisjon.til)}
            raise FlereFeil([Fagfeil(setning % ord_, felt="siste_dag"), *feil])
        if feil:
            raise FlereFeil(feil)
        permisjon.lagre_endring(til=siste_dag)
        _fortell(aktor, "program.permisjon_avkortet", permisjon, grunn)
        return permisjon


def permisjon_trekk_tilbake(aktor: Aktor, *, permisjon: Permisjon, grunn: str, versjon: int | None = None) -> None:
    """Take the whole leave back: it never was. The timeline and the change history remember it, and why.

    Raises FlereFeil when the reason is missing. One that is gone already is left alone.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, permisjon)
    with kommando(aktor, "program.permisjon_trekk_tilbake"):
        if feil := _grunnen_mangler(grunn):
            raise FlereFeil(feil)
        sak_las(permisjon.sak)
        gjeldende = Permisjon.objects.select_for_update(of=("self",)).filter(pk=permisjon.pk).first()
        if gjeldende is not None:
            gjeldende.krev_versjon(versjon)
            _fortell(aktor, "program.permisjon_trukket", gjeldende, grunn)
            gjeldende.delete()


def _las(permisjon: Permisjon) -> Permisjon:
    """The case's lock first, then the leave as it stands now. Raises Fagfeil when somebody has taken it back."""
    sak = sak_las(permisjon.sak)
    gjeldende = Permisjon.objects.select_for_update(of=("self",)).filter(pk=permisjon.pk).first()
    if gjeldende is None:
        raise Fagfeil(_("Noen har tatt permisjonen tilbake. Last siden på nytt for å se hva som gjelder."))
    gjeldende.sak = sak
    return gjeldende


def _grunnen_mangler(grunn: str) -> list[Fagfeil]:
    return [] if grunn.strip() else [Fagfeil(_("Skriv hvorfor permisjonen endres."), felt="grunn")]


def _fortell(aktor: Aktor, kode: str, permisjon: Permisjon, grunn: str) -> None:
    skriv_hendelse(
        aktor,
        kode,
        sak_id=permisjon.sak_id,
        objekt_id=permisjon.pk,
        fra=permisjon.fra,
        til=permisjon.til,
        grunn=grunn.strip(),
    )
