"""What an office decides about its internal control, and the count kept each night."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.innsikt.internkontroll.enums import Formvalg, Hvavalg, Kriteriestyrke
from fotfeste.innsikt.internkontroll.kriterier import KRITERIER, VED_KODE
from fotfeste.innsikt.internkontroll.models import EgetKriterium, Kontrollresultat, Kriterievalg
from fotfeste.innsikt.internkontroll.selectors import vurderte_saker

_EN_DAG = timedelta(days=1)
MAKS_DAGER = 365


def kriterium_sett_styrke(
    aktor: Aktor, *, kontor: Kontor, kode: str, styrke: Kriteriestyrke, begrunnelse: str, fra: date | None = None
) -> Kriterievalg:
    """Let a shipped criterion bind as «skal» or «bør» at the office from `fra` (today when left out).

    It is checked and counted all the same: only how it is shown changes. Raises Fagfeil without a reason, for a day
    that is over, and when a later choice is already made.
    """
    fra = fra or klokke.i_dag()
    nytt = Kriterievalg(
        kontor=kontor,
        kode=VED_KODE[kode].kode,
        styrke=styrke,
        fra=fra,
        begrunnelse=begrunnelse.strip(),
        besluttet_av=aktor.krev_bruker(),
    )
    krev(aktor, Handling.RUTINE_SKRIV, nytt)
    if not nytt.begrunnelse:
        raise Fagfeil(_("Skriv hvorfor kontoret har valgt dette, så andre kan etterprøve det."), felt="begrunnelse")
    if fra < klokke.i_dag():
        raise Fagfeil(_("Velg i dag eller en senere dag."), felt="fra")
    with kommando(aktor, "internkontroll.sett_styrke"):
        Kontor.objects.select_for_update().get(pk=kontor.pk)
        siste = Kriterievalg.objects.filter(kontor=kontor, kode=kode).order_by("-fra").first()
        if siste is not None and siste.fra > fra:
            raise Fagfeil(_("Det er alt bestemt noe fra %(dag)s.") % {"dag": dato_ord(siste.fra)}, felt="fra")
        if siste is not None and siste.fra == fra:
            return siste.lagre_endring(
                styrke=styrke, begrunnelse=nytt.begrunnelse, besluttet_av=nytt.besluttet_av, til=None
            )
        if siste is not None and (siste.til is None or siste.til >= fra):
            siste.lagre_endring(til=fra - _EN_DAG)
        nytt.save()
        return nytt


def eget_kriterium_lag(
    aktor: Aktor,
    *,
    kontor: Kontor,
    tekst: str,
    hva: Hvavalg,
    form: Formvalg,
    dager: int,
    styrke: Kriteriestyrke = Kriteriestyrke.BOR,
    begrunnelse: str = "",
) -> EgetKriterium:
    """Add a criterion of the office's own, from today. Raises Fagfeil for a number of days that cannot be."""
    nytt = EgetKriterium(
        kontor=kontor,
        tekst=tekst.strip(),
        hva=hva,
        form=form,
        dager=dager,
        styrke=styrke,
        fra=klokke.i_dag(),
        begrunnelse=begrunnelse.strip(),
        laget_av=aktor.krev_bruker(),
    )
    krev(aktor, Handling.RUTINE_SKRIV, nytt)
    if not nytt.tekst:
        raise Fagfeil(_("Skriv i en setning hva som skal være på plass."), felt="tekst")
    if not 1 <= dager <= MAKS_DAGER:
        raise Fagfeil(_("Skriv et antall dager fra 1 til %(maks)s.") % {"maks": MAKS_DAGER}, felt="dager")
    with kommando(aktor, "internkontroll.lag_kriterium"):
        nytt.save()
        return nytt


def eget_kriterium_avslutt(aktor: Aktor, *, kriterium: EgetKriterium) -> EgetKriterium:
    """Stop asking an own criterion from today. What it answered for earlier days can still be asked for."""
    krev(aktor, Handling.RUTINE_SKRIV, kriterium)
    with kommando(aktor, "internkontroll.avslutt_kriterium"):
        last = EgetKriterium.objects.select_for_update().get(pk=kriterium.pk)
        return last.lagre_endring(til=max(last.fra, klokke.i_dag() - _EN_DAG)) if last.til is None else last


def kontrollen_huskes() -> str:
    """Keep how each criterion stands at each office today. Done again the same day it is counted anew."""
    dag = klokke.i_dag()
    kontrollert: Counter[tuple[UUID, str]] = Counter()
    brudd: Counter[tuple[UUID, str]] = Counter()
    antall = 0
    for vurdert in vurderte_saker(Sak.objects.all(), dag):
        antall += 1
        for plass, kriterium in enumerate(KRITERIER):
            kontrollert[vurdert.sak.kontor_id, kriterium.kode] += vurdert.sjekket >> plass & 1
            brudd[vurdert.sak.kontor_id, kriterium.kode] += vurdert.brutt >> plass & 1
    with transaction.atomic():
        Kontrollresultat.objects.filter(dato=dag).delete()
        Kontrollresultat.objects.bulk_create(
            Kontrollresultat(dato=dag, kontor_id=kontor, kode=kode, kontrollert=n, brudd=brudd[kontor, kode])
            for (kontor, kode), n in kontrollert.items()
        )
    return f"Internkontrollen er husket for {antall} saker."
