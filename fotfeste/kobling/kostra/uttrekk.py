"""The year's 11CF records, made from what the cases already hold. Nothing is asked again.

`hent` reads the facts of a municipality with a constant number of queries; `post_av` turns those of one case into a
record and touches no database. What each field rests on stands in docs/algoritmer/kostra-uttrekk.md.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import ExtractMonth

from fotfeste.fag.oppfolging.enums import Avslutningsmate, Situasjon
from fotfeste.fag.person.enums import Kjonn, Sivilstand
from fotfeste.fag.person.models import Barn
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Permisjon, Programversjon
from fotfeste.fag.sak.enums import Saksstatus, Sosialhjelp
from fotfeste.fag.sak.models import Bakgrunn, Sak
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.utbetaling.enums import Trekkart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Trekklinje, Utbetaling
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import avbruddsperioder, falne_opphor
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.kobling.kostra import koder
from fotfeste.kobling.kostra.post import Feltfeil, Post, PostFeil, Verdi, bygg, tilpass
from fotfeste.kobling.kostra.postkontroller import OSLO
from fotfeste.regelverk.tid import alder

MYNDIG = 18

UTBETALT = (Utbetalingsstatus.SENDT, Utbetalingsstatus.UTBETALT)
"""The file to the bank has been made, and the bank has not refused it."""

_KJONN = {Kjonn.MANN: "1", Kjonn.KVINNE: "2"}
_SIVILSTAND = {
    Sivilstand.UGIFT: "1",
    Sivilstand.GIFT: "2",
    Sivilstand.SAMBOER: "3",
    Sivilstand.SKILT_SEPARERT: "4",
    Sivilstand.ENKE_ENKEMANN: "5",
}
_SOSIALHJELP = {Sosialhjelp.VIKTIGSTE_KILDE: "2", Sosialhjelp.SUPPLERENDE: "3"}

I_PROGRAM = "1"
PERMISJON = "2"
_STATUS = {
    Avslutningsmate.FULLFORT: "3",
    Avslutningsmate.UTEBLIVELSE: "4",
    Avslutningsmate.FLYTTET_KOMMUNE: "5",
    Avslutningsmate.FLYTTET_BYDEL: "6",
    Avslutningsmate.ETTER_AVBRUDD: "7",
}
# What the person went on to is asked of programmes completed or ended by agreement, and ended after a pause.
_HAR_SITUASJON = {"3", "7"}

_SITUASJON = {
    Situasjon.ORDINAERT_ARBEID: ("AVSL_ORDINAERTARB", "01"),
    Situasjon.ARBEID_LONNSTILSKUDD: ("AVSL_ARBLONNSTILS", "11"),
    Situasjon.ARBEIDSMARKEDSTILTAK: ("AVSL_ARBMARK", "03"),
    Situasjon.SKOLE: ("AVSL_SKOLE", "04"),
    Situasjon.UFORE: ("AVSL_UFORE", "13"),
    Situasjon.AAP: ("AVSL_AAP", "14"),
    Situasjon.SOSIALHJELP_I_PAVENTE: ("AVSL_OK_AVKLAR", "15"),
    Situasjon.SOSIALHJELP: ("AVSL_UTEN_OK_AVKLAR", "16"),
    Situasjon.ANNET: ("AVSL_ANNET", "10"),
    Situasjon.UKJENT: ("AVSL_UKJENT", "17"),
}

# Field, its one code, and the answer in Bakgrunn it rests on.
_YTELSER = (
    ("YTELSE_INTRO", "4", "introduksjonsstonad"),
    ("YTELSE_TILTAKSPENGER", "5", "tiltakspenger"),
    ("YTELSE_FOLKETRYGDL", "6", "folketrygd"),
)
_STOTTE = (
    ("KVP_MED_KOMMBOS", "4", "kommunal_bostotte"),
    ("KVP_MED_HUSBANKBOS", "5", "husbank_bostotte"),
    ("KVP_MED_SOSHJ_ENGANG", "9", "sosialhjelp_engang"),
    ("KVP_MED_SOSHJ_PGM", "8", "sosialhjelp_sarskilte"),
    ("KVP_MED_SOSHJ_SUP", "7", "sosialhjelp_fast"),
)


@dataclass(frozen=True, slots=True)
class Slutt:
    """How the programme ended; `mate` is empty when only the day is known."""

    dato: date
    mate: str = ""
    situasjon: tuple[str, ...] = ()
    viktigste_inntekt: str = ""


@dataclass(frozen=True, slots=True)
class Saksfakta:
    """What one case holds of interest to the record. `sak` has person, kontor and kommune loaded."""

    sak: Sak
    bakgrunn: Bakgrunn | None
    vedtak: Sequence[Vedtak]
    mottatt: date | None
    program_fra: date | None
    slutt: Slutt | None
    permisjoner: Sequence[Permisjon] = ()
    barn: Sequence[Barn] = ()
    utbetalt: Mapping[int, int] = field(default_factory=dict)

    @property
    def innvilgelse(self) -> Vedtak | None:
        """The decision that let the person in: the first grant that stands."""
        gitt = [v for v in self.vedtak if v.type == Vedtakstype.INNVILGELSE]
        return min(gitt, key=lambda v: (v.fra or date.max, v.dato or date.max), default=None)

    @property
    def begynt(self) -> date | None:
        """The day the programme was put in force: that of the grant, or of the first agreed programme when later."""
        fra = self.innvilgelse.fra if self.innvilgelse else None
        if fra is None or self.program_fra is None:
            return fra
        return max(fra, self.program_fra)

    @property
    def rett_til(self) -> date | None:
        """The last day of the last period granted."""
        return max((v.til for v in self.vedtak if v.type in GIR_PERIODE and v.til), default=None)

    def avsluttet(self, dag: date) -> Slutt | None:
        """The end of the programme when it had come by `dag`."""
        return self.slutt if self.slutt and self.slutt.dato <= dag else None

    def pauser(self, dag: date) -> bool:
        """Whether the person was on leave or had a pause in the programme on `dag`."""
        if any(p.fra <= dag <= p.til for p in self.permisjoner):
            return True
        return any(p.inneholder(dag) for p in avbruddsperioder(list(self.vedtak)))


@dataclass(frozen=True, slots=True)
class Utelatt:
    """A case with a decision, or in the programme, that is not in the file, and why."""

    sak: Sak
    grunn: str


@dataclass(frozen=True, slots=True)
class Rad:
    """A case in the file: its facts, its record, and the values that would not go in it."""

    fakta: Saksfakta
    post: Post
    feil: tuple[Feltfeil, ...] = ()


@dataclass(frozen=True)
class Uttrekk:
    """The year of a municipality as it stood on `per`: one row a case, in the order of the file."""

    kommune: Kommune
    aar: int
    per: date
    rader: tuple[Rad, ...]
    utelatte: tuple[Utelatt, ...]

    @cached_property
    def innhold(self) -> str:
        """The file: a line each, or exactly one space when nobody took part."""
        return "".join(f"{rad.post.linje()}\n" for rad in self.rader) or " "


def hent(kommune: Kommune, aar: int, *, i_dag: date) -> Uttrekk:
    """Everyone with a decision who was in the programme at the start of the year or during it. Nine queries.

    Before the year is over, it is read as it stands on `i_dag`. Raises ValueError for a year without a layout.
    """
    per = min(date(aar, 12, 31), i_dag)
    rader: list[Rad] = []
    utelatte: list[Utelatt] = []
    for fakta in _fakta(kommune, aar, per):
        grunn = _hvorfor_ikke(fakta, aar, per)
        if grunn is None:
            rader.append(rad_av(fakta, kommune, aar, per))
        elif grunn:
            utelatte.append(Utelatt(fakta.sak, grunn))
    utelatte += [Utelatt(sak, UTEN_VEDTAK) for sak in _uten_vedtak(kommune)]
    return Uttrekk(kommune, aar, per, tuple(rader), tuple(utelatte))


UTEN_VEDTAK = "Saken står som i program, men har ikke noe vedtak om program. Registrer vedtaket."
IKKE_BEGYNT = "Har vedtak, men hadde ikke begynt i programmet."
ALDRI_BEGYNT = "Programmet ble avsluttet før det begynte."


def _hvorfor_ikke(fakta: Saksfakta, aar: int, per: date) -> str | None:
    """Why the case is not in the file; None when it is, empty when it belongs to earlier years alone."""
    begynt, slutt = fakta.begynt, fakta.slutt
    if slutt and slutt.dato < date(aar, 1, 1):
        return ""
    if begynt and slutt and slutt.dato < begynt:
        return ALDRI_BEGYNT
    if begynt and begynt > per:
        return IKKE_BEGYNT
    return None


# Reading.


def _saker(kommune: Kommune, aar: int, per: date) -> QuerySet[Sak]:
    """Cases with a grant made, or in force, by `per`, and not known to have ended before the year."""
    innvilget = Vedtak.objects.filter(
        Q(dato__lte=per) | Q(fra__lte=per),
        sak=OuterRef("pk"),
        status=Vedtaksstatus.FATTET,
        type=Vedtakstype.INNVILGELSE,
    )
    return Sak.objects.filter(Exists(innvilget), kommune=kommune).exclude(avslutning__dato__lt=date(aar, 1, 1))


def _uten_vedtak(kommune: Kommune) -> QuerySet[Sak]:
    """Cases in the programme now without any grant that stands: they would be missing from the file."""
    innvilget = Vedtak.objects.filter(sak=OuterRef("pk"), status=Vedtaksstatus.FATTET, type=Vedtakstype.INNVILGELSE)
    return Sak.objects.filter(
        ~Exists(innvilget), kommune=kommune, status__in=[Saksstatus.I_PROGRAM, Saksstatus.AVBRUTT]
    ).select_related("person", "kontor")


def _fakta(kommune: Kommune, aar: int, per: date) -> Iterable[Saksfakta]:
    utvalg = _saker(kommune, aar, per)
    saker = utvalg.select_related("person", "kontor", "bakgrunn", "avslutning").order_by("saksnummer")
    ider = utvalg.order_by().values("pk")
    vedtak = _per_sak(
        Vedtak.objects.filter(sak__in=ider, status=Vedtaksstatus.FATTET)
        .exclude(pk__in=falne_opphor().values("pk"))
        .select_related("soknad")
        .defer("begrunnelse_regler", "begrunnelse_fakta", "begrunnelse_hensyn", "frosset")
        .order_by("dato", "opprettet")
    )
    soknader = _soknader(ider)
    programmer = _programmer(ider)
    permisjoner = _per_sak(Permisjon.objects.filter(sak__in=ider))
    barn = _barn(utvalg)
    utbetalt = _utbetalt(ider, aar, per)
    for sak in saker:
        yield Saksfakta(
            sak=sak,
            bakgrunn=getattr(sak, "bakgrunn", None),
            vedtak=vedtak[sak.pk],
            mottatt=_mottatt(vedtak[sak.pk], soknader.get(sak.pk)),
            program_fra=None if sak.innlest else programmer.get(sak.pk),
            slutt=_slutt(sak, vedtak[sak.pk]),
            permisjoner=permisjoner[sak.pk],
            barn=barn[sak.person_id],
            utbetalt=utbetalt[sak.pk],
        )


_Saksdel = TypeVar("_Saksdel", Vedtak, Permisjon)


def _per_sak(rader: Iterable[_Saksdel]) -> defaultdict[UUID, list[_Saksdel]]:
    samlet: defaultdict[UUID, list[_Saksdel]] = defaultdict(list)
    for rad in rader:
        samlet[rad.sak_id].append(rad)
    return samlet


def _soknader(ider: QuerySet[Sak, Any]) -> dict[UUID, date]:
    """The first application of each case that was not withdrawn."""
    rader = Soknad.objects.filter(sak__in=ider).exclude(status=Soknadsstatus.TRUKKET).order_by("-mottatt")
    return dict(rader.values_list("sak_id", "mottatt"))


def _programmer(ider: QuerySet[Sak, Any]) -> dict[UUID, date]:
    """From when the first programme of each case was agreed; later versions do not move the start."""
    rader = Programversjon.objects.filter(
        sak__in=ider, nummer=1, status__in=[Programstatus.AVTALT, Programstatus.ERSTATTET]
    )
    return dict(rader.values_list("sak_id", "fra"))


def _barn(utvalg: QuerySet[Sak]) -> defaultdict[UUID, list[Barn]]:
    samlet: defaultdict[UUID, list[Barn]] = defaultdict(list)
    for barn in Barn.objects.filter(person__in=utvalg.order_by().values("person"), bor_i_husholdningen=True):
        samlet[barn.person_id].append(barn)
    return samlet


def _utbetalt(ider: QuerySet[Sak, Any], aar: int, per: date) -> defaultdict[UUID, dict[int, int]]:
    """Kroner before deductions that were paid out in each month of the year, each once.

    An advance counts when it is paid, and not again with its month; what goes to NAV Innkreving is part of the month.
    """
    samlet: defaultdict[UUID, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
    betalt = Utbetaling.objects.filter(
        sak__in=ider, status__in=UTBETALT, kjoring__utbetalingsdato__range=(date(aar, 1, 1), per)
    )
    betalt = betalt.exclude(art=Utbetalingsart.INNKREVING).order_by()
    forskudd = Trekklinje.objects.filter(utbetaling__in=betalt, trekk__art=Trekkart.FORSKUDD).order_by()
    summer = betalt.values_list("sak_id", ExtractMonth("kjoring__utbetalingsdato")).annotate(sum=Sum("brutto"))
    trukket = forskudd.values_list("sak_id", ExtractMonth("utbetaling__kjoring__utbetalingsdato"))
    for sak_id, maned, kroner in summer:
        samlet[sak_id][maned] += kroner
    for sak_id, maned, kroner in trukket.annotate(sum=Sum("belop")):
        samlet[sak_id][maned] -= kroner
    return defaultdict(dict, {sak_id: {m: kr for m, kr in egne.items() if kr} for sak_id, egne in samlet.items()})


def _mottatt(vedtak: Sequence[Vedtak], ellers: date | None) -> date | None:
    """The day the application of the grant came; of the case's first when the grant names none."""
    fra_vedtak = (v.soknad.mottatt for v in vedtak if v.type == Vedtakstype.INNVILGELSE and v.soknad)
    return min(fra_vedtak, default=ellers)


def _slutt(sak: Sak, vedtak: Sequence[Vedtak]) -> Slutt | None:
    """The recorded end; else that of the decision; else, for a closed case, the last day that was granted."""
    avslutning = getattr(sak, "avslutning", None)
    if avslutning is not None:
        return Slutt(avslutning.dato, avslutning.mate, tuple(avslutning.situasjon or ()), avslutning.viktigste_inntekt)
    for v in sorted(vedtak, key=lambda v: v.fra or date.min, reverse=True):
        if v.type == Vedtakstype.AVSLUTNING and v.fra:
            return Slutt(v.fra, v.avslutningsmate, tuple(v.situasjon or ()), v.viktigste_inntekt)
    til = max((v.til for v in vedtak if v.type in GIR_PERIODE and v.til), default=None)
    til = min(filter(None, (til, sak.person.dodsdato)), default=None)
    return Slutt(til) if til and sak.status == Saksstatus.AVSLUTTET else None


# Writing.


def rad_av(fakta: Saksfakta, kommune: Kommune, aar: int, per: date) -> Rad:
    """The case's record; a value that does not fit the field is left out and told."""
    verdier = tilpass(aar, _verdier(fakta, kommune, aar, per))
    try:
        return Rad(fakta, bygg(aar, verdier))
    except PostFeil as feil:
        galt = {en.felt for en in feil.feil}
        passer = {navn: verdi for navn, verdi in verdier.items() if navn not in galt}
        return Rad(fakta, bygg(aar, passer), tuple(feil.feil))


def status_av(fakta: Saksfakta, per: date) -> str | None:
    """Status 1-7 on `per`; None for a programme that ended in a way nobody has told."""
    slutt = fakta.avsluttet(per)
    if slutt:
        return _STATUS[Avslutningsmate(slutt.mate)] if slutt.mate else None
    return PERMISJON if fakta.pauser(per) else I_PROGRAM


_FRA_SERIEN = re.compile(r"20(\d\d)-(\d{6})")


def journalnummer(saksnummer: str) -> str:
    """At most eight characters that are the same every year and no other case's.

    Ours, 2026-000123, lose the century and the dash: 26000123. A number from another system is replaced by 40 bits of
    its SHA-256 in base 32; should two ever meet, control 05B says so.
    """
    treff = _FRA_SERIEN.fullmatch(saksnummer)
    if treff:
        return "".join(treff.groups())
    return b32encode(sha256(saksnummer.encode()).digest()[:5]).decode()


def _verdier(fakta: Saksfakta, kommune: Kommune, aar: int, per: date) -> dict[str, Verdi | None]:
    """Values by the newest field names. SAKSBEHANDLER is voluntary and stays blank: the file names no employee."""
    person = fakta.sak.person
    innvilgelse = fakta.innvilgelse
    return {
        "KOMMUNE_NR": kommune.nummer,
        "VERSION": f"{aar % 100:02}",
        "BYDELSNR": kommune.bydel,
        "FODSELSDATO": person.fodselsdato,
        "PERSON_JOURNALNR": journalnummer(fakta.sak.saksnummer),
        "PERSON_FODSELSNR": person.fodselsnummer,
        "KJONN": _KJONN.get(Kjonn(person.kjonn)),
        "EKTSTAT": _SIVILSTAND.get(Sivilstand(person.sivilstand)),
        "REG_DATO": fakta.mottatt,
        "VEDTAK_DATO": innvilgelse.dato if innvilgelse else None,
        "BEGYNT_DATO": fakta.begynt,
        **_barn_i_husholdningen(fakta, per),
        **_bakgrunn(fakta.bakgrunn, kommune, aar),
        **_stonad(fakta.utbetalt),
        **_avslutning(fakta, per),
    }


def _barn_i_husholdningen(fakta: Saksfakta, per: date) -> dict[str, Verdi | None]:
    """Children under 18 at the end of the year, or on the last day of the programme."""
    dag = min(per, fakta.slutt.dato) if fakta.slutt else per
    antall = sum(
        barn.fra <= dag and (barn.til is None or dag <= barn.til) and alder(barn.fodselsdato, dag) < MYNDIG
        for barn in fakta.barn
    )
    return {"BU18": koder.JA, "ANTBU18": antall} if antall else {"BU18": koder.NEI}


def _bakgrunn(bakgrunn: Bakgrunn | None, kommune: Kommune, aar: int) -> dict[str, Verdi | None]:
    fra = bakgrunn.fra_kvp_i_kommune if bakgrunn else ""
    fra_annen_bydel = kommune.nummer == OSLO and fra == OSLO
    annen = "" if fra_annen_bydel else fra
    verdier: dict[str, Verdi | None] = {"KVP_KOMM": koder.JA if annen else koder.NEI, "KOMMNR_KVP_KOMM": annen}
    if kommune.nummer == OSLO:
        verdier["KVP_OSLO"] = koder.JA if fra_annen_bydel else koder.NEI
    type_ = _SOSIALHJELP.get(Sosialhjelp(bakgrunn.sosialhjelp)) if bakgrunn else None
    verdier |= {"YTELSE_SOSHJELP": "1" if type_ else None, "YTELSE_TYPE_SOSHJ": type_}
    verdier |= {navn: kode for navn, kode, svar in _YTELSER if getattr(bakgrunn, svar, False)}
    stotte = {navn: kode for navn, kode, svar in _STOTTE if getattr(bakgrunn, svar, False)}
    return verdier | {"KVP_MED_ASTONAD": koder.JA if stotte else koder.NEI, **stotte}


def _stonad(utbetalt: Mapping[int, int]) -> dict[str, Verdi | None]:
    maneder: dict[str, Verdi | None] = {f"STMND_{nr}": f"{nr:02}" for nr in utbetalt}
    return maneder | {"KVP_STONAD": sum(utbetalt.values()) or None}


def _avslutning(fakta: Saksfakta, per: date) -> dict[str, Verdi | None]:
    status = status_av(fakta, per)
    slutt = fakta.avsluttet(per)
    verdier: dict[str, Verdi | None] = {"STATUS": status, "AVSL_DATO": slutt.dato if slutt else None}
    if slutt and status in _HAR_SITUASJON:
        verdier |= dict(_SITUASJON[Situasjon(svar)] for svar in slutt.situasjon)
        if slutt.viktigste_inntekt:
            verdier["AVSL_VIKTIGSTE_INNTEKT"] = _SITUASJON[Situasjon(slutt.viktigste_inntekt)][1]
    return verdier
