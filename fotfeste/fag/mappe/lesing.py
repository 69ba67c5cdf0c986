"""Reading a case file: a line of JSON to a typed `Mappe`, or what is wrong with it, field by field.

The tables say the same as saksmappe.schema.json (tests/fag/mappe/test_lesing.py holds them together): which keys there
are, which must be there, which may be null. Everything wrong is said at once, in words for whoever made the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO, Generic, NamedTuple, TypeVar

from fotfeste.fag.mappe import form
from fotfeste.regelverk.kontrakt.felles import Feil, les_dato, les_maned

T = TypeVar("T")

STORSTE_LINJE = 16 * 1024 * 1024
"""Bytes. A case of twenty years is less than a hundredth of it; a longer line is another kind of file."""

# Exact arithmetic on 1e999999 would never end; no number of hours needs more places than this.
_STORSTE_EKSPONENT = 400


class Slag(NamedTuple):
    """How a value is read, and what to say stands there when it is missing.

    `koder` are those it can be; `objekt` is the table of the object it is, or of each object in the list.
    """

    ventet: str
    les: Callable[[Any, list[Feil]], Any]
    koder: tuple[str, ...] = ()
    objekt: Objekt[Any] | None = None


class Felt(NamedTuple):
    """A key of an object. `null`: null is allowed and means `standard`, as a key left out does."""

    navn: str
    slag: Slag
    pakrevd: bool = False
    null: bool = False
    standard: Any = None


def _feil(feil: list[Feil], melding: str) -> None:
    feil.append(Feil("", melding))


def _tekst(verdi: Any, feil: list[Feil]) -> str:
    if type(verdi) is not str:
        _feil(feil, "Her må det stå tekst.")
        return ""
    if "\x00" in verdi:
        _feil(feil, "Teksten har et tegn som ikke kan lagres (NUL). Ta det bort.")
    return verdi


def _dato(verdi: Any, feil: list[Feil]) -> date:
    if type(verdi) is str:
        dag = les_dato(verdi)
        if dag is not None:
            return dag
        _feil(feil, "Datoen finnes ikke i kalenderen. Skriv den som ÅÅÅÅ-MM-DD.")
    else:
        _feil(feil, "Her må det stå en dato, skrevet ÅÅÅÅ-MM-DD.")
    return date.min


def _maned(verdi: Any, feil: list[Feil]) -> date:
    if type(verdi) is str and len(verdi) == 7:
        periode = les_maned(verdi)
        if periode is not None:
            return periode.fra
    _feil(feil, "Måneden finnes ikke i kalenderen. Skriv den som ÅÅÅÅ-MM.")
    return date.min


_KLOKKESLETT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}", re.ASCII)


def _tidspunkt(verdi: Any, feil: list[Feil]) -> datetime | None:
    if type(verdi) is str and _KLOKKESLETT.fullmatch(verdi):
        try:
            return datetime.fromisoformat(verdi)
        except ValueError:
            _feil(feil, "Tidspunktet finnes ikke i kalenderen. Skriv det som ÅÅÅÅ-MM-DDTtt:mm:ss.")
    else:
        _feil(feil, "Her må det stå et tidspunkt, skrevet ÅÅÅÅ-MM-DDTtt:mm:ss.")
    return None


def _sannhet(verdi: Any, feil: list[Feil]) -> bool:
    if type(verdi) is not bool:
        _feil(feil, "Her må det stå true eller false.")
    return verdi is True


def _heltall(verdi: Any, feil: list[Feil]) -> int:
    if type(verdi) is int:
        return verdi
    if type(verdi) is Decimal and _er_rimelig(verdi) and verdi == verdi.to_integral_value():
        return int(verdi)
    _feil(feil, "Her må det stå et helt tall.")
    return 0


def _tall(verdi: Any, feil: list[Feil]) -> form.Tall:
    if type(verdi) is int or (type(verdi) is Decimal and _er_rimelig(verdi)):
        if verdi < 0:
            _feil(feil, "Tallet kan ikke være mindre enn 0.")
        return verdi
    _feil(feil, "Her må det stå et tall.")
    return 0


def _er_rimelig(tall: Decimal) -> bool:
    eksponent = tall.as_tuple().exponent
    return isinstance(eksponent, int) and abs(eksponent) <= _STORSTE_EKSPONENT


TEKST = Slag("tekst", _tekst)
DATO = Slag("en dato, skrevet ÅÅÅÅ-MM-DD", _dato)
MANED = Slag("en måned, skrevet ÅÅÅÅ-MM", _maned)
TIDSPUNKT = Slag("et tidspunkt, skrevet ÅÅÅÅ-MM-DDTtt:mm:ss", _tidspunkt)
SANNHET = Slag("true eller false", _sannhet)
HELTALL = Slag("et helt tall", _heltall)
TALL = Slag("et tall", _tall)


def minst(laveste: int) -> Slag:
    """A whole number, `laveste` or more."""

    def les(verdi: Any, feil: list[Feil]) -> int:
        antall = len(feil)
        tall = _heltall(verdi, feil)
        if len(feil) == antall and tall < laveste:
            _feil(feil, f"Tallet kan ikke være mindre enn {laveste}.")
        return tall

    return Slag(f"et helt tall, {laveste} eller mer", les)


def bare(tall: int) -> Slag:
    """One number and no other."""

    def les(verdi: Any, feil: list[Feil]) -> int:
        if type(verdi) not in {int, Decimal} or verdi != tall:
            _feil(feil, f"Her må det stå {tall}. Vi leser ikke andre versjoner av formatet.")
        return tall

    return Slag(str(tall), les)


def sifre(antall: int) -> Slag:
    """A text of so many digits."""

    def les(verdi: Any, feil: list[Feil]) -> str:
        if type(verdi) is not str or len(verdi) != antall or not (verdi.isascii() and verdi.isdigit()):
            _feil(feil, f"Her må det stå {antall} sifre, som tekst.")
            return ""
        return verdi

    return Slag(f"{antall} sifre, som tekst", les)


def en_av(*koder: str) -> Slag:
    """One of the codes."""
    kjente = frozenset(koder)
    ventet = f"en av kodene {', '.join(koder)}"

    def les(verdi: Any, feil: list[Feil]) -> str:
        if type(verdi) is str and verdi in kjente:
            return verdi
        _feil(feil, f"Her må det stå {ventet}.")
        return ""

    return Slag(ventet, les, koder)


def liste(slag: Slag) -> Slag:
    """A list of values of one kind."""
    les_en = slag.les

    def les(verdi: Any, feil: list[Feil]) -> tuple[Any, ...]:
        if type(verdi) is not list:
            _feil(feil, "Her må det stå en liste: [ … ].")
            return ()
        ut, antall = [], len(feil)
        for nr, en in enumerate(verdi):
            ut.append(les_en(en, feil))
            if len(feil) != antall:
                antall = _sett_foran(f"[{nr}]", feil, antall)
        return tuple(ut)

    return Slag("en liste: [ … ]", les, slag.koder, slag.objekt)


def _sett_foran(sted: str, feil: list[Feil], fra: int) -> int:
    """Say of each fault from number `fra` on that it lies under `sted`. Returns how many there are."""
    for nr in range(fra, len(feil)):
        under, melding = feil[nr]
        skille = "." if under and not under.startswith("[") else ""
        feil[nr] = Feil(f"{sted}{skille}{under}", melding)
    return len(feil)


class Objekt(Generic[T]):
    """Reads an object to a type whose fields are named and ordered as the table's."""

    def __init__(self, type_: Callable[..., T], felt: Iterable[Felt]) -> None:
        self.type = type_
        self.felt = tuple(felt)
        self.kjente = frozenset(ett.navn for ett in self.felt)
        self.slag = Slag("et objekt: { … }", self.les, objekt=self)

    def les(self, obj: Any, feil: list[Feil]) -> T | None:
        """The object, or None when something in it was wrong; then `feil` has grown."""
        if type(obj) is not dict:
            _feil(feil, "Her må det stå et objekt: { … }.")
            return None
        for_antall = antall = len(feil)
        verdier: dict[str, Any] = {}
        funnet = 0
        for navn, slag, pakrevd, null, standard in self.felt:
            if navn in obj:
                funnet += 1
                verdi = obj[navn]
                verdier[navn] = standard if verdi is None and null else slag.les(verdi, feil)
                if len(feil) != antall:
                    antall = _sett_foran(navn, feil, antall)
            elif pakrevd:
                feil.append(Feil(navn, f"Feltet mangler. Her må det stå {slag.ventet}."))
                antall += 1
            else:
                verdier[navn] = standard
        if funnet != len(obj):
            feil.extend(
                Feil(navn, "Vi kjenner ikke dette feltet. Ta det bort, eller rett skrivemåten.")
                for navn in obj
                if navn not in self.kjente
            )
        return self.type(**verdier) if len(feil) == for_antall else None


def _ma(navn: str, slag: Slag, *, null: bool = False) -> Felt:
    return Felt(navn, slag, pakrevd=True, null=null)


def _kan(navn: str, slag: Slag, *, null: bool = False, standard: Any = None) -> Felt:
    return Felt(navn, slag, null=null, standard=standard)


def _ja_nei(*navn: str) -> list[Felt]:
    return [_kan(ett, SANNHET, standard=False) for ett in navn]


def _rader(navn: str, objekt: Objekt[Any]) -> Felt:
    return _kan(navn, liste(objekt.slag), standard=())


_UTGANGER = (
    "ordinaert_arbeid",
    "arbeid_lonnstilskudd",
    "arbeidsmarkedstiltak",
    "skole",
    "ufore",
    "aap",
    "sosialhjelp_i_pavente",
    "sosialhjelp",
)
_SITUASJON = en_av(*_UTGANGER, "annet", "ukjent")

FAST_KONTAKT = Objekt(form.FastKontakt, [_ma("ansatt", TEKST), _ma("fra", DATO), _kan("til", DATO, null=True)])
BARN = Objekt(
    form.Barn,
    [_ma("fodselsdato", DATO), _ma("fra", DATO), _kan("til", DATO, null=True), *_ja_nei("kronisk_syk")],
)
PERSON = Objekt(
    form.Person,
    [
        _ma("fodselsnummer", sifre(11)),
        _ma("fodselsdato", DATO),
        _kan("navn", TEKST),
        _kan("kjonn", en_av("kvinne", "mann")),
        _kan("sivilstand", en_av("ugift", "gift", "samboer", "skilt_separert", "enke_enkemann")),
        _kan("sprak", TEKST),
        *_ja_nei("tolkebehov", "alene_om_omsorg"),
        _rader("barn", BARN),
    ],
)
UNDERVEIS = Objekt(form.Underveis, _ja_nei(*form.Underveis._fields))
BAKGRUNN = Objekt(
    form.Bakgrunn,
    [
        _kan("fra_kvp_i_kommune", TEKST, null=True),
        _kan("sosialhjelp", en_av("ingen", "viktigste_kilde", "supplerende")),
        *_ja_nei("introduksjonsstonad", "tiltakspenger", "folketrygd"),
        _kan("underveis", UNDERVEIS.slag, standard=form.Underveis()),
    ],
)
SOKNAD = Objekt(
    form.Soknad,
    [
        _ma("id", TEKST),
        _ma("mottatt", DATO),
        _ma("kanal", en_av("papir", "muntlig", "digital")),
        _kan("forelopig_svar", DATO, null=True),
        _kan("trukket", DATO, null=True),
    ],
)
PUNKTER = Objekt(form.Punkter, [_ma(punkt, TEKST, null=True) for punkt in "abcde"])
AEV = Objekt(
    form.Arbeidsevnevurdering,
    [
        _ma("id", TEKST),
        _ma("ferdigstilt", DATO, null=True),
        _ma("utfort_av", en_av("nav", "arrangor")),
        _ma(
            "innsatsgruppe",
            en_av(
                "standard_innsats",
                "situasjonsbestemt_innsats",
                "spesielt_tilpasset_innsats",
                "gradert_varig_tilpasset_innsats",
                "varig_tilpasset_innsats",
            ),
        ),
        _ma("punkter", PUNKTER.slag),
        _kan("motivasjon", TEKST, null=True),
        _kan("brukers_syn", TEKST, null=True),
    ],
)
BEGRUNNELSE = Objekt(form.Begrunnelse, [_ma(navn, TEKST, null=True) for navn in form.Begrunnelse._fields])
VILKAR = Objekt(
    form.Vilkar,
    [
        _ma(
            "kode",
            en_av("alder", "arbeidsevne", "inntektsevne", "ytelser", "aev", "hensiktsmessig_og_nodvendig"),
        ),
        _ma("utfall", en_av("oppfylt", "ikke_oppfylt", "ikke_vurdert")),
        _kan("begrunnelse", TEKST, null=True),
    ],
)
VEDTAK = Objekt(
    form.Vedtak,
    [
        _ma("id", TEKST),
        _ma(
            "type",
            en_av(
                "innvilgelse",
                "avslag",
                "forlengelse",
                "saerlig_forlengelse",
                "avbrudd",
                "gjenopptak",
                "avslutning",
                "endring",
            ),
        ),
        _ma("dato", DATO),
        _ma("saksbehandler", TEKST),
        _ma("beslutter", TEKST),
        _kan("soknad", TEKST, null=True),
        _kan("fra", DATO, null=True),
        _kan("til", DATO, null=True),
        _kan("begrunnelse", BEGRUNNELSE.slag, standard=form.Begrunnelse()),
        _kan(
            "avslagsgrunn",
            en_av(
                "alder",
                "arbeidsevne",
                "inntektsevne",
                "andre_ytelser",
                "ikke_hensiktsmessig_eller_nodvendig",
                "uforholdsmessig_byrde",
                "ikke_rett_pga_opphold",
                "okonomi",
                "fulle_plasser",
                "sprak",
            ),
            null=True,
        ),
        _rader("vilkar", VILKAR),
        _kan("forhandsvarsel", DATO, null=True),
        _kan("underrettet", DATO, null=True),
        _kan("muntlig_forklart", DATO, null=True),
    ],
)
AKTIVITET = Objekt(
    form.Aktivitet,
    [
        _ma("navn", TEKST),
        _ma(
            "gruppe",
            en_av("arbeidsrettet", "arbeidssoking", "lonnet_arbeid", "opplaering", "stotte", "helse", "egenaktivitet"),
        ),
        _ma("timer_per_uke", TALL),
        _kan("arrangor", TEKST, null=True),
    ],
)
PROGRAMVERSJON = Objekt(
    form.Programversjon,
    [
        _ma("versjon", minst(1)),
        _ma("fra", DATO),
        _ma("aktiviteter", liste(AKTIVITET.slag)),
        _ma("evalueringsdatoer", liste(DATO)),
        _kan("til", DATO, null=True),
        _kan("avtalt_med_deltaker", DATO, null=True),
    ],
)
PERMISJON = Objekt(form.Permisjon, [_ma("fra", DATO), _ma("til", DATO), _kan("grunn", TEKST)])
INDIVIDUELL_PLAN = Objekt(
    form.IndividuellPlan,
    [
        _ma("tilbudt", DATO, null=True),
        _kan("kanal", en_av("samtale", "brev"), null=True),
        _kan("svar", en_av("onsket", "ikke_onsket", "ikke_svart"), null=True),
        _kan("begrunnelse", TEKST, null=True),
        _kan("plan_fra", DATO, null=True),
    ],
)
EVALUERING = Objekt(
    form.Evaluering,
    [
        _ma("dato", DATO),
        _ma("hele_programmet", SANNHET),
        _kan("type", en_av("underveis", "midtveis", "slutt")),
        *_ja_nei("deltaker_med"),
        _kan("konklusjon", en_av("fortsette", "endre", "avslutte")),
    ],
)
KONTAKT = Objekt(
    form.Kontakt,
    [
        _ma("dato", DATO),
        _ma("kanal", en_av("mote", "telefon", "sms", "epost", "digital", "hjemmebesok", "arbeidsplass", "brev")),
        _ma("initiativ", en_av("nav", "deltaker", "arrangor")),
        _ma("resultat", en_av("gjennomfort", "ikke_mott", "ikke_svar")),
    ],
)
HENVENDELSE = Objekt(
    form.Henvendelse, [_ma("mottatt", TIDSPUNKT), _ma("besvart", TIDSPUNKT, null=True), _kan("kanal", TEKST)]
)
LEGEERKLAERING = Objekt(form.Legeerklaering, [_ma("fra", DATO), _ma("til", DATO)])
FRAVAER = Objekt(
    form.Fravaer,
    [
        _ma("id", TEKST),
        _ma("fra", DATO),
        _ma("til", DATO),
        _ma(
            "arsak",
            en_av(
                "egen_sykdom",
                "barns_sykdom",
                "velferd",
                "ferie",
                "religios_hoytid",
                "for_termin",
                "fodsel",
                "fars_omsorg",
                "ulegitimert",
            ),
        ),
        _rader("legeerklaering", LEGEERKLAERING),
        _kan("barn", minst(0)),
        _kan("termin", DATO),
        _kan("fodt", DATO),
        _kan("timer", TALL),
    ],
)
ARBEID = Objekt(form.Arbeid, [_ma("dato", DATO), _ma("timer", TALL)])
TIMELISTE = Objekt(
    form.Timeliste,
    [
        _ma("maned", MANED),
        _kan("levert", DATO, null=True),
        _kan("godkjent", DATO, null=True),
        _kan("godkjent_av", TEKST, null=True),
        _rader("fravaer", FRAVAER),
        _rader("arbeid", ARBEID),
    ],
)
UTBETALING = Objekt(
    form.Utbetaling,
    [
        _ma("maned", MANED),
        _ma("dato", DATO),
        _ma("netto", HELTALL),
        _ma("klargjort_av", TEKST),
        _ma("frigitt_av", TEKST),
    ],
)
KLAGE = Objekt(
    form.Klage,
    [
        _ma("vedtak", TEKST),
        _ma("mottatt", DATO),
        _kan("oversendt", DATO, null=True),
        _kan("avgjort", DATO, null=True),
        _kan(
            "utfall",
            en_av("omgjort_av_nav", "stadfestet", "opphevet", "endret", "avvist", "trukket"),
            null=True,
        ),
    ],
)
AVSLUTNING = Objekt(
    form.Avslutning,
    [
        _ma("dato", DATO),
        _ma(
            "mate",
            en_av("fullfort_eller_etter_avtale", "uteblivelse", "flyttet_kommune", "flyttet_bydel", "etter_avbrudd"),
        ),
        _kan("situasjon", liste(_SITUASJON), standard=()),
        _kan("viktigste_inntekt", _SITUASJON, null=True),
        _kan("deltakerbevis", DATO, null=True),
    ],
)
ETTER = Objekt(form.Etter, [_ma("dato", DATO), _ma("situasjon", en_av(*_UTGANGER, "kvp", "annet", "ukjent"))])
MAPPE = Objekt(
    form.Mappe,
    [
        _ma("versjon", bare(1)),
        _ma("sak_id", TEKST),
        _ma("kommune", sifre(4)),
        _kan("bydel", sifre(2), null=True),
        _ma("kontor", TEKST),
        _rader("fast_kontakt", FAST_KONTAKT),
        _ma("person", PERSON.slag),
        _kan("bakgrunn", BAKGRUNN.slag, standard=form.Bakgrunn()),
        _rader("soknader", SOKNAD),
        _rader("arbeidsevnevurderinger", AEV),
        _rader("vedtak", VEDTAK),
        _rader("programversjoner", PROGRAMVERSJON),
        _rader("permisjoner", PERMISJON),
        _kan("individuell_plan", INDIVIDUELL_PLAN.slag),
        _rader("evalueringer", EVALUERING),
        _rader("kontakter", KONTAKT),
        _rader("henvendelser", HENVENDELSE),
        _rader("timelister", TIMELISTE),
        _rader("utbetalinger", UTBETALING),
        _rader("klager", KLAGE),
        _kan("avslutning", AVSLUTNING.slag, null=True),
        _rader("etter", ETTER),
    ],
)


class Linje(NamedTuple):
    """A line of a file: its number, the case it holds, its own text, and what is wrong with it.

    `mappe` is None exactly when there is something in `feil`; `sak_id` is empty when it could not be read.
    """

    nummer: int
    sak_id: str
    mappe: form.Mappe | None
    tekst: str
    feil: tuple[Feil, ...]

    def i_ord(self) -> Iterator[str]:
        """What is wrong, a sentence a fault, with where it stands."""
        hvem = f" ({self.sak_id})" if self.sak_id else ""
        for felt, melding in self.feil:
            yield f"Linje {self.nummer}{hvem}: {felt}: {melding}"


def les_fil(fil: BinaryIO) -> Iterator[Linje]:
    """Each line of the file in order, one in memory at a time. Blank lines are skipped."""
    nummer = 0
    while ra := fil.readline(STORSTE_LINJE + 1):
        nummer += 1
        if len(ra) > STORSTE_LINJE and not ra.endswith(b"\n"):
            _hopp_over_resten(fil)
            yield _avvist(nummer, f"Linjen er lengre enn {STORSTE_LINJE // 1024 // 1024} MB. En sak er aldri så stor.")
            continue
        innhold = ra.removeprefix(b"\xef\xbb\xbf").strip() if nummer == 1 else ra.strip()
        if innhold:
            yield les_linje(innhold, nummer)


def _hopp_over_resten(fil: BinaryIO) -> None:
    while (bit := fil.readline(STORSTE_LINJE)) and not bit.endswith(b"\n"):
        pass


def _avvist(nummer: int, melding: str) -> Linje:
    return Linje(nummer, "", None, "", (Feil("linje", melding),))


def les_linje(ra: bytes | str, nummer: int = 1) -> Linje:
    """One line as a case. What cannot be read as JSON at all has its fault at the field «linje»."""
    doble: list[str] = []
    try:
        tekst = ra.decode("utf-8") if isinstance(ra, bytes) else ra
        obj = _dekoder(doble).decode(tekst)
        if "\\u" in tekst:
            json.dumps(obj, ensure_ascii=False, default=str).encode("utf-8")
    except (ValueError, ArithmeticError, RecursionError) as unntak:
        return _avvist(nummer, _hvorfor(unntak))
    feil = [Feil(nokkel, "Feltet står to ganger. Behold bare det ene.") for nokkel in doble]
    mappe = MAPPE.les(obj, feil)
    feil = [Feil(felt or "linje", melding) for felt, melding in feil]
    ident = obj.get("sak_id") if isinstance(obj, dict) else None
    lest = ident if isinstance(ident, str) and "sak_id" not in doble else ""
    return Linje(nummer, lest, None if feil else mappe, tekst, tuple(feil))


class _IkkeTall:
    """What NaN and Infinity are read as: no field takes it, so it gets its fault."""


def _dekoder(doble: list[str]) -> json.JSONDecoder:
    """Reads decimals exactly, and notes doubled keys in `doble`."""

    def samle(par: list[tuple[str, object]]) -> dict[str, object]:
        obj = dict(par)
        if len(obj) != len(par):
            nokler = [nokkel for nokkel, _ in par]
            doble.extend(nokkel for nokkel in obj if nokler.count(nokkel) > 1)
        return obj

    return json.JSONDecoder(parse_float=Decimal, parse_constant=lambda _: _IkkeTall(), object_pairs_hook=samle)


def _hvorfor(unntak: Exception) -> str:
    if isinstance(unntak, UnicodeError):
        return "Linjen inneholder tegn som ikke er UTF-8. Lagre filen som UTF-8."
    if isinstance(unntak, json.JSONDecodeError):
        return f"Linjen er ikke et helt JSON-objekt: se tegn nummer {unntak.pos + 1}."
    return "Linjen inneholder et tall eller en nøsting som er for stor til å leses."
