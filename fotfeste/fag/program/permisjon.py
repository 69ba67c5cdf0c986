"""Commands on leave: registered, ended early, taken back."""

from __future__ import annotations

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
from fotfeste.regelverk.tid import Periode


def permisjon_registrer(aktor: Aktor, *, sak: Sak, fra: date, til: date, grunn: str, med_stonad: bool) -> Permisjon:
    """Register approved leave, which does not count in the programme's length (§ 32 first paragraph).

    `med_stonad`: the stønad goes on, as forskriften §§ 12-15 allow; otherwise its days give none (sotjl § 36).
    Raises Fagfeil when it ends before it begins, has no ground, or overlaps another leave.
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
        try:
            with transaction.atomic():
                permisjon = Permisjon.objects.create(
                    sak=sak, fra=fra, til=til, grunn=grunn.strip(), med_stonad=med_stonad
                )
        except IntegrityError as feil:
            raise Fagfeil(
                _("Noen andre registrerte permisjon for de samme dagene. Last siden på nytt."), felt="fra"
            ) from feil
        kode = "program.permisjon" if med_stonad else "program.permisjon_uten_stonad"
        skriv_hendelse(aktor, kode, sak_id=sak.pk, objekt_id=permisjon.pk, fra=fra, til=til, grunn=grunn.strip())
        return permisjon


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


def permisjon_avkort(aktor: Aktor, *, permisjon: Permisjon, siste_dag: date | None, grunn: str) -> Permisjon:
    """End the leave earlier than was approved; the days after `siste_dag` are days of the programme again.

    Raises FlereFeil when the day lies outside the leave, or the reason is missing.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, permisjon)
    with kommando(aktor, "program.permisjon_avkort"):
        permisjon = _las(permisjon)
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


def permisjon_trekk_tilbake(aktor: Aktor, *, permisjon: Permisjon, grunn: str) -> None:
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
