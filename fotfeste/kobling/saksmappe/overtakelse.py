"""Taking over a running case: what of its history also becomes rows of our own, so that the office can go on.

The file keeps everything as it was; only what our tables can hold without weakening what they say is made here, and
what cannot is told in words, for someone to see to (decision 0005).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from fotfeste.fag.mappe import form
from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.person.models import Barn, Person
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.soknad.enums import APNE as APNE_SOKNADER
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak.enums import Vedtaksstatus
from fotfeste.fag.vedtak.models import Vedtak, Vilkarsvurdering
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.innsikt.internkontroll.sak import GIR_PERIODE
from fotfeste.regelverk.vilkar import Avslagsgrunn

_OVERTAS = GIR_PERIODE | {"avbrudd", "gjenopptak", "avslutning"}


@dataclass
class Overtakelse:
    """Rows to be made for one case, and what could not be, in words."""

    soknader: list[Soknad] = field(default_factory=list)
    vedtak: list[Vedtak] = field(default_factory=list)
    vilkar: list[Vilkarsvurdering] = field(default_factory=list)
    kontakter: list[FastKontakt] = field(default_factory=list)
    merknader: list[str] = field(default_factory=list)
    egne: dict[str, dict[str, str]] = field(default_factory=dict)


def ta_over(sak: Sak, mappe: form.Mappe, ansatte: Mapping[str, Bruker], kom: InnlestMappe | None = None) -> Overtakelse:
    """The rows a running case needs here that are not made already. Nothing for a closed one."""
    ut = Overtakelse(egne={navn: dict(rader) for navn, rader in (kom.egne if kom else {}).items()})
    if sak.status not in APNE:
        return ut
    _soknader(sak, mappe, ut)
    if sak.status != Saksstatus.SOKNAD:
        _vedtak(sak, mappe, ansatte, ut)
    _fast_kontakt(sak, mappe, ansatte, ut)
    return ut


def ansatte_i(mappe: form.Mappe) -> set[str]:
    """Those the rows of a taken-over case name."""
    navn = {v.saksbehandler for v in mappe.vedtak} | {v.beslutter for v in mappe.vedtak}
    return navn | {en.ansatt for en in mappe.fast_kontakt}


def _soknader(sak: Sak, mappe: form.Mappe, ut: Overtakelse) -> None:
    gjort = ut.egne.setdefault("soknader", {})
    avgjort = {v.soknad for v in mappe.vedtak if v.type in {"innvilgelse", "avslag"}}
    siste_apne = _siste_apne(sak, mappe, avgjort)
    for soknad in mappe.soknader:
        if soknad.id in gjort:
            continue
        status = Soknadsstatus.TRUKKET if soknad.trukket else Soknadsstatus.AVGJORT
        if soknad is siste_apne:
            status = Soknadsstatus.MOTTATT
        rad = Soknad(
            sak=sak,
            mottatt=soknad.mottatt,
            kanal=soknad.kanal,
            status=status,
            forelopig_svar=soknad.forelopig_svar,
            trukket=soknad.trukket,
        )
        ut.soknader.append(rad)
        gjort[soknad.id] = str(rad.pk)


def _siste_apne(sak: Sak, mappe: form.Mappe, avgjort: set[str | None]) -> form.Soknad | None:
    """The application somebody must still answer, in a case that is only an application."""
    if sak.status != Saksstatus.SOKNAD or sak.soknader.filter(status__in=sorted(APNE_SOKNADER)).exists():
        return None
    apne = [s for s in mappe.soknader if s.trukket is None and s.id not in avgjort]
    return max(apne, key=lambda s: s.mottatt, default=None)


def _vedtak(sak: Sak, mappe: form.Mappe, ansatte: Mapping[str, Bruker], ut: Overtakelse) -> None:
    gjort = ut.egne.setdefault("vedtak", {})
    nye = [v for v in mappe.vedtak if v.type in _OVERTAS and v.id not in gjort]
    brukbare = [v for v in nye if v.fra is not None]
    if any(v.type in GIR_PERIODE and (v.til is None or v.til < (v.fra or v.til)) for v in brukbare):
        ut.merknader.append(
            _("Et vedtak mangler siste dag, eller slutter før det begynner. Skriv vedtaket på nytt her.")
        )
        return
    alle = [v for v in mappe.vedtak if v.type in GIR_PERIODE and v.fra and v.til]
    if _overlapper(alle):
        ut.merknader.append(
            _("To vedtak gjelder de samme dagene, så vi vet ikke hvilket som gjelder. Skriv vedtaket på nytt her.")
        )
        return
    if len(nye) > len(brukbare):
        ut.merknader.append(_("Et vedtak mangler dagen det virker fra, og er ikke tatt over."))
    for v in brukbare:
        if v.id in gjort:  # two with one id: the file keeps both, we can keep one apart
            continue
        rad = _vedtaksrad(sak, v, ansatte, ut)
        ut.vedtak.append(rad)
        ut.vilkar += _vilkar(sak, rad, v)
        gjort[v.id] = str(rad.pk)


def _overlapper(vedtak: Iterable[form.Vedtak]) -> bool:
    ordnet = sorted((v.fra or date.min, v.til or date.max) for v in vedtak)
    return any(forrige[1] >= neste[0] for forrige, neste in pairwise(ordnet))


def _vedtaksrad(sak: Sak, v: form.Vedtak, ansatte: Mapping[str, Bruker], ut: Overtakelse) -> Vedtak:
    soknad = ut.egne.get("soknader", {}).get(v.soknad or "")
    return Vedtak(
        sak=sak,
        soknad_id=soknad,
        type=v.type,
        status=Vedtaksstatus.FATTET,
        fra=v.fra,
        til=v.til if v.til is None or v.fra is None or v.til >= v.fra else None,
        dato=v.dato,
        saksbehandler=ansatte[v.saksbehandler],
        beslutter=ansatte[v.beslutter],
        begrunnelse_regler=v.begrunnelse.regler or "",
        begrunnelse_fakta=v.begrunnelse.fakta or "",
        begrunnelse_hensyn=v.begrunnelse.hensyn or "",
        avslagsgrunn=v.avslagsgrunn if v.avslagsgrunn in set(Avslagsgrunn) else "",
        forhandsvarsel=v.forhandsvarsel,
        underrettet=v.underrettet,
        muntlig_forklart=v.muntlig_forklart,
        innlest=True,
    )


def _vilkar(sak: Sak, rad: Vedtak, v: form.Vedtak) -> list[Vilkarsvurdering]:
    en_av_hver = {ett.kode: ett for ett in v.vilkar}
    return [
        Vilkarsvurdering(sak=sak, vedtak=rad, kode=ett.kode, utfall=ett.utfall, begrunnelse=ett.begrunnelse or "")
        for ett in en_av_hver.values()
    ]


def _fast_kontakt(sak: Sak, mappe: form.Mappe, ansatte: Mapping[str, Bruker], ut: Overtakelse) -> None:
    """The fixed contact there is now. Those before stand in the file."""
    gjort = ut.egne.setdefault("fast_kontakt", {})
    na = max((en for en in mappe.fast_kontakt if en.til is None), key=lambda en: en.fra, default=None)
    if na is None or gjort:
        return
    bruker = ansatte[na.ansatt]
    if not bruker.is_active:
        ut.merknader.append(
            _("Fast kontakt var %(ansatt)s, som ikke er bruker her. Velg en ny fast kontakt.") % {"ansatt": na.ansatt}
        )
        return
    rad = FastKontakt(sak=sak, bruker=bruker, fra=na.fra)
    ut.kontakter.append(rad)
    gjort[f"{na.ansatt} {na.fra}"] = str(rad.pk)


def barn_av(person: Person, mappe: form.Mappe) -> tuple[list[Barn], list[str]]:
    """The children as rows of our own, and those whose dates cannot be, in words."""
    barn, merknader = [], []
    for ett in mappe.person.barn:
        if ett.fra < ett.fodselsdato or (ett.til and ett.til < ett.fra):
            merknader.append(
                _("Datoene for barnet født %(fodt)s kan ikke stemme. Før barnet inn på nytt under personopplysninger.")
                % {"fodt": dato_ord(ett.fodselsdato)}
            )
        else:
            barn.append(Barn(person=person, **ett._asdict()))
    return barn, merknader
