"""Commands on the time after, and on what a participant has applied for: seen, agreed, ended, answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.etter.enums import UTEN_SVAR, Ettersituasjon, Maned, Svarmate, Ytelse, Ytelsesutfall
from fotfeste.fag.etter.models import Etterobservasjon, Etteroppfolging, Ytelsessoknad
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.tid import legg_til_maneder

FOR_TIDLIG_DAGER = 31
"""How long before the 6, 12 or 24 months an observation can be made and still be of that time."""


def etterobservasjon_lagre(
    aktor: Aktor,
    *,
    sak: Sak,
    maned: int,
    situasjon: Ettersituasjon | str,
    svarmate: Svarmate | str,
    merknad: str = "",
) -> Etterobservasjon:
    """Note what the person lives on 6, 12 or 24 months after, or why nobody knows. Noted again, the newest stands.

    Raises Fagfeil in a case that has not ended, more than a month too early, or when an unanswered one is given a
    situation.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    with kommando(aktor, "etter.observer"):
        ukjent = Svarmate(svarmate) in UTEN_SVAR
        if ukjent and situasjon != Ettersituasjon.UKJENT:
            setning = _("Når ingen har svart, er situasjonen ukjent. Vet du den likevel, velg hvor du vet det fra.")
            raise Fagfeil(setning, felt="svarmate")
        rad = _sett_observasjon(aktor, sak, Maned(maned), Ettersituasjon(situasjon), Svarmate(svarmate), merknad)
        mer: dict[str, Any]
        if ukjent:
            kode, mer = "etter.uten_svar", {"hvorfor": valg_ord(Svarmate(svarmate)).lower()}
        else:
            kode, mer = "etter.observert", {"situasjon": valg_ord(Ettersituasjon(situasjon)).lower()}
        skriv_hendelse(aktor, kode, sak_id=sak.pk, objekt_id=rad.pk, maned=valg_ord(Maned(maned)), **mer)
        return rad


def etterobservasjon_svar(aktor: Aktor, *, sak: Sak, maned: int, situasjon: Ettersituasjon | str) -> Etterobservasjon:
    """The participant's own answer to how it goes. Raises Fagfeil as `etterobservasjon_lagre`."""
    krev(aktor, Handling.OPPFOLGING_EGEN, sak)
    with kommando(aktor, "etter.svar"):
        rad = _sett_observasjon(aktor, sak, Maned(maned), Ettersituasjon(situasjon), Svarmate.DELTAKER, "")
        skriv_hendelse(
            aktor,
            "etter.svarte",
            sak_id=sak.pk,
            objekt_id=rad.pk,
            maned=valg_ord(Maned(maned)),
            situasjon=valg_ord(Ettersituasjon(situasjon)).lower(),
        )
        return rad


def _sett_observasjon(
    aktor: Aktor, sak: Sak, maned: Maned, situasjon: Ettersituasjon, svarmate: Svarmate, merknad: str
) -> Etterobservasjon:
    sak = sak_las(sak)
    slutt = Avslutning.objects.filter(sak=sak).values_list("dato", flat=True).first()
    dag = klokke.i_dag()
    if slutt is None:
        raise Fagfeil(_("Programmet er ikke avsluttet, så det er ikke noe «etter» ennå."))
    forst = legg_til_maneder(slutt, int(maned))
    if (forst - dag).days > FOR_TIDLIG_DAGER:
        setning = _("Det er %(maned)s etter programmet først %(dag)s.")
        raise Fagfeil(setning % {"maned": maned.label, "dag": dato_ord(forst)}, felt="maned")
    rad = Etterobservasjon.objects.select_for_update(of=("self",)).filter(sak=sak, maned=maned).first()
    rad = rad or Etterobservasjon(sak=sak, maned=maned)
    return rad.lagre_endring(dato=dag, situasjon=situasjon, svarmate=svarmate, merknad=merknad.strip(), av=aktor.bruker)


def etteroppfolging_avtal(
    aktor: Aktor,
    *,
    sak: Sak,
    onsket: bool,
    fra: date | None = None,
    til: date | None = None,
    hvem: Bruker | None = None,
    hva: str = "",
) -> Etteroppfolging:
    """Agree on contact after the stønad, or note that the participant wants none. It can be agreed anew any time.

    Raises FlereFeil when it lacks who or what, ends before it begins, or one runs already.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    with kommando(aktor, "etter.avtal_oppfolging"):
        sak = sak_las(sak)
        fra = fra or klokke.i_dag()
        if onsket and (feil := _feil_i_avtalen(sak, fra, til, hvem, hva)):
            raise FlereFeil(feil)
        rad = Etteroppfolging(
            sak=sak,
            onsket=onsket,
            fra=fra,
            til=til if onsket else fra,
            hvem=hvem if onsket else None,
            hva=hva.strip() if onsket else "",
        )
        rad.save()
        kode = "etter.oppfolging_avtalt" if onsket else "etter.oppfolging_ikke_onsket"
        skriv_hendelse(aktor, kode, sak_id=sak.pk, objekt_id=rad.pk, navn=sak.person.fornavn, fra=fra)
        return rad


def _feil_i_avtalen(sak: Sak, fra: date, til: date | None, hvem: Bruker | None, hva: str) -> list[Fagfeil]:
    feil = []
    if hvem is None:
        feil.append(Fagfeil(_("Velg hvem deltakeren skal ha kontakt med."), felt="hvem"))
    if not hva.strip():
        feil.append(Fagfeil(_("Skriv hva dere har avtalt, for eksempel hvor ofte dere snakker sammen."), felt="hva"))
    if til and til < fra:
        feil.append(Fagfeil(_("Kontakten slutter før den begynner. Bytt om datoene."), felt="til"))
    lopende = [rad for rad in sak.etteroppfolginger.filter(onsket=True) if rad.til is None or rad.til >= fra]
    if lopende:
        feil.append(Fagfeil(_("Det er alt avtalt kontakt. Avslutt den før du avtaler en ny."), felt="fra"))
    return feil


def etteroppfolging_avslutt(aktor: Aktor, *, oppfolging: Etteroppfolging, grunn: str) -> Etteroppfolging:
    """End the contact today because it is no longer needed. Raises Fagfeil without a reason."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, oppfolging)
    with kommando(aktor, "etter.avslutt_oppfolging"):
        sak = sak_las(oppfolging.sak)
        rad = Etteroppfolging.objects.select_for_update(of=("self",)).get(pk=oppfolging.pk)
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor kontakten ikke trengs lenger."), felt="grunn")
        siste = max(rad.fra, klokke.i_dag())
        rad.lagre_endring(til=siste, avsluttet_grunn=grunn.strip()[:300])
        skriv_hendelse(
            aktor, "etter.oppfolging_avsluttet", sak_id=sak.pk, objekt_id=rad.pk, til=siste, grunn=rad.avsluttet_grunn
        )
        return rad


def ytelse_sokt(aktor: Aktor, *, sak: Sak, ytelse: Ytelse | str, sokt: date) -> Ytelsessoknad:
    """The participant has applied for another benefit. Nothing stops: the programme goes on until it is decided.

    Raises Fagfeil for a day to come, or when the same one waits already.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    with kommando(aktor, "etter.ytelse_sokt"):
        sak = sak_las(sak)
        if sokt > klokke.i_dag():
            raise Fagfeil(_("Dagen kan ikke være etter i dag."), felt="sokt")
        if sak.ytelsessoknader.filter(ytelse=ytelse, utfall="").exists():
            raise Fagfeil(_("Den søknaden er alt registrert, og ikke avgjort."), felt="ytelse")
        rad = Ytelsessoknad.objects.create(sak=sak, ytelse=ytelse, sokt=sokt)
        skriv_hendelse(
            aktor,
            "etter.ytelse_sokt",
            sak_id=sak.pk,
            objekt_id=rad.pk,
            navn=sak.person.fornavn,
            ytelse=valg_ord(Ytelse(ytelse)).lower(),
            dag=sokt,
        )
        return rad


def ytelse_avgjort(
    aktor: Aktor, *, soknad: Ytelsessoknad, utfall: Ytelsesutfall | str, avgjort: date, gjelder_fra: date | None = None
) -> Ytelsessoknad:
    """What became of the application. Raises FlereFeil for an impossible day, or a grant without its first day."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, soknad)
    with kommando(aktor, "etter.ytelse_avgjort"):
        sak = sak_las(soknad.sak)
        rad = Ytelsessoknad.objects.select_for_update(of=("self",)).get(pk=soknad.pk)
        feil = []
        if not rad.sokt <= avgjort <= klokke.i_dag():
            feil.append(Fagfeil(_("Dagen må være fra søknaden til og med i dag."), felt="avgjort"))
        if utfall == Ytelsesutfall.INNVILGET and gjelder_fra is None:
            feil.append(Fagfeil(_("Skriv fra hvilken dag ytelsen gjelder."), felt="gjelder_fra"))
        if feil:
            raise FlereFeil(feil)
        rad.lagre_endring(utfall=utfall, avgjort=avgjort, gjelder_fra=gjelder_fra)
        skriv_hendelse(
            aktor,
            "etter.ytelse_avgjort",
            sak_id=sak.pk,
            objekt_id=rad.pk,
            ytelse=rad.get_ytelse_display().lower(),
            utfall=valg_ord(Ytelsesutfall(utfall)).lower(),
            dag=avgjort,
        )
        return rad


def ytelse_vurdert(aktor: Aktor, *, soknad: Ytelsessoknad) -> Ytelsessoknad:
    """What the granted benefit means for the programme has been looked at (§§ 29 and 38)."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, soknad)
    with kommando(aktor, "etter.ytelse_vurdert"):
        sak = sak_las(soknad.sak)
        rad = Ytelsessoknad.objects.select_for_update(of=("self",)).get(pk=soknad.pk)
        rad.lagre_endring(vurdert=klokke.i_dag())
        ytelse = rad.get_ytelse_display().lower()
        skriv_hendelse(aktor, "etter.ytelse_vurdert", sak_id=sak.pk, objekt_id=rad.pk, ytelse=ytelse)
        return rad
