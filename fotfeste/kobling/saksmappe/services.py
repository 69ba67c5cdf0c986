"""Reading case files in. Each line stands or falls by itself, and the same file can be read any number of times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import DatabaseError
from django.utils.translation import gettext as _

from fotfeste.fag.mappe import form
from fotfeste.fag.mappe.lesing import Linje
from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.mappe.selectors import som_type
from fotfeste.fag.person.models import Barn, Person
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import Bakgrunn, FastKontakt, Sak
from fotfeste.fag.sak.services import saksnumre_ta
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak.models import Vedtak, Vilkarsvurdering
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev_rolle
from fotfeste.kobling.kostra.kommuner import KOMMUNER
from fotfeste.kobling.saksmappe.oversettelse import bakgrunnsfelter, ny_person, personfelter, saksstatus
from fotfeste.kobling.saksmappe.overtakelse import Overtakelse, ansatte_i, barn_av, ta_over
from fotfeste.regelverk.kontrakt.felles import Feil

BUNT = 100
_MAKS_ID = 500
_MAKS_KONTORNAVN = 100
_SIFRE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass
class Innlesing:
    """What came of reading a file: cases by what happened to them, and the lines that were refused."""

    nye: int = 0
    endret: int = 0
    uendret: int = 0
    egne: int = 0
    apne: int = 0
    avvist: list[Linje] = field(default_factory=list)
    nye_kommuner: list[str] = field(default_factory=list)
    nye_kontorer: list[str] = field(default_factory=list)
    nye_ansatte: list[str] = field(default_factory=list)


def mapper_les_inn(aktor: Aktor, linjer: Iterable[Linje], *, kilde: str) -> Iterator[Innlesing]:
    """Read the lines in, a bunch in each transaction; gives the same running count after each.

    A reading that is stopped is started again with the same file: what is in is found unchanged. Raises IkkeTilgang.
    """
    krev_rolle(aktor, Handling.ORGANISASJON_ENDRE)
    svar = Innlesing()
    for bunt in _bunter(linjer, svar):
        _les_bunt(aktor, bunt, kilde, svar)
        yield svar
    yield svar


def _bunter(linjer: Iterable[Linje], svar: Innlesing) -> Iterator[list[Linje]]:
    """Lines that can go in together: whole, and one a case."""
    bunt: dict[tuple[str, str, str], Linje] = {}
    for linje in linjer:
        if linje.mappe is None:
            svar.avvist.append(linje._replace(tekst=""))
            continue
        if len(linje.sak_id) > _MAKS_ID:
            svar.avvist.append(_avvist(linje, "sak_id", f"Saksnummeret er lengre enn {_MAKS_ID} tegn."))
            continue
        if linje.mappe.nokkel in bunt or len(bunt) == BUNT:
            yield list(bunt.values())
            bunt = {}
        bunt[linje.mappe.nokkel] = linje
    if bunt:
        yield list(bunt.values())


def _avvist(linje: Linje, felt: str, melding: str) -> Linje:
    return linje._replace(mappe=None, tekst="", feil=(Feil(felt, melding),))


def _les_bunt(aktor: Aktor, bunt: Sequence[Linje], kilde: str, svar: Innlesing) -> None:
    """The whole bunch, or, when the database refuses something in it, each line alone."""
    try:
        with kommando(aktor, "mappe.les_inn"):
            _Bunt(aktor, bunt, kilde).les_inn(svar)
    except DatabaseError:
        for linje in bunt:
            try:
                with kommando(aktor, "mappe.les_inn"):
                    _Bunt(aktor, [linje], kilde).les_inn(svar)
            except DatabaseError as feil:
                grunn = str(feil).partition("\n")[0]
                svar.avvist.append(_avvist(linje, "linje", f"Saken lot seg ikke lagre: {grunn}."))


class _Bunt:
    """Some lines and everything that is known of them, fetched at once."""

    def __init__(self, aktor: Aktor, linjer: Sequence[Linje], kilde: str) -> None:
        self.aktor = aktor
        self.linjer = linjer
        self.kilde = kilde[:200]
        self.dag = klokke.i_dag()
        self.svar = Innlesing()

    def les_inn(self, svar: Innlesing) -> None:
        """Carry it out. What is counted is added to `svar` at the end, when nothing can fail any more."""
        mapper = [(linje, linje.mappe) for linje in self.linjer if linje.mappe]
        self.kommuner = self._kommuner({(m.kommune, m.bydel or "") for _, m in mapper})
        kjente, egne = self._kjente(mapper), self._egne(mapper)
        nye, endret = [], []
        for linje, mappe in mapper:
            kom = kjente.get((self._kommune(mappe).pk, mappe.sak_id))
            if kom is None and self._er_egen(mappe, egne):
                self.svar.egne += 1
            elif kom is None:
                nye.append((linje, mappe))
            elif _er_lik(kom, linje):
                self.svar.uendret += 1
            else:
                endret.append((linje, mappe, kom))
        if nye or endret:
            self.kontorer = self._kontorer([m for _, m in nye] + [m for _, m, _ in endret])
            self.ansatte = self._ansatte([m for _, m in nye] + [m for _, m, _ in endret])
            self._les_nye(nye)
            for linje, mappe, kom in endret:
                self._les_endret(linje, mappe, kom)
        _legg_sammen(svar, self.svar)

    def _kommune(self, mappe: form.Mappe) -> Kommune:
        return self.kommuner[mappe.kommune, mappe.bydel or ""]

    def _kontor(self, mappe: form.Mappe) -> Kontor:
        return self.kontorer[self._kommune(mappe).pk, _kontornavn(mappe)]

    def _kommuner(self, nokler: set[tuple[str, str]]) -> dict[tuple[str, str], Kommune]:
        kjente = {(k.nummer, k.bydel): k for k in Kommune.objects.filter(nummer__in={nr for nr, _ in nokler})}
        for nummer, bydel in sorted(nokler - kjente.keys()):
            navn = KOMMUNER.get(nummer, nummer) + (f", bydel {bydel}" if bydel else "")
            kjente[nummer, bydel] = Kommune.objects.create(nummer=nummer, bydel=bydel, navn=navn)
            self.svar.nye_kommuner.append(navn)
        return kjente

    def _kontorer(self, mapper: Iterable[form.Mappe]) -> dict[tuple[UUID, str], Kontor]:
        ut: dict[tuple[UUID, str], Kontor] = {}
        for kontor in Kontor.objects.filter(kommune__in=list(self.kommuner.values())):
            ut.setdefault((kontor.kommune_id, kontor.navn), kontor)
            ut.setdefault((kontor.kommune_id, kontor.nummer), kontor)
        for mappe in mapper:
            nokkel = (self._kommune(mappe).pk, _kontornavn(mappe))
            if nokkel not in ut:
                ut[nokkel] = Kontor.objects.create(kommune_id=nokkel[0], nummer=_ledig_nummer(), navn=nokkel[1])
                self.svar.nye_kontorer.append(nokkel[1])
        return ut

    def _ansatte(self, mapper: Sequence[form.Mappe]) -> dict[str, Bruker]:
        """The employees by name; one we do not know becomes a name that cannot log in."""
        navn = {n for mappe in mapper if saksstatus(mappe, self.dag) in APNE for n in ansatte_i(mappe)}
        ut = {bruker.brukernavn: bruker for bruker in Bruker.objects.filter(brukernavn__in=[n[:100] for n in navn])}
        for ett in sorted(navn):
            kort = ett[:100] or "ukjent"
            if kort not in ut:
                ut[kort], _ny = Bruker.objects.get_or_create(
                    brukernavn=kort, defaults={"navn": kort, "is_active": False, "password": "!"}
                )
                self.svar.nye_ansatte.append(kort)
            ut[ett] = ut[kort]
        return ut

    def _kjente(self, mapper: Sequence[tuple[Linje, form.Mappe]]) -> dict[tuple[UUID, str], InnlestMappe]:
        rader = InnlestMappe.objects.filter(kilde_id__in=[m.sak_id for _, m in mapper]).select_related("sak__person")
        return {(rad.kommune_id, rad.kilde_id): rad for rad in rader}

    def _egne(self, mapper: Sequence[tuple[Linje, form.Mappe]]) -> dict[str, Sak]:
        saker = Sak.objects.filter(saksnummer__in=[m.sak_id for _, m in mapper], innlest=False)
        return {sak.saksnummer: sak for sak in saker.select_related("person")}

    def _er_egen(self, mappe: form.Mappe, egne: dict[str, Sak]) -> bool:
        """Whether the line is a case of ours that went out from here: it is not read in on top of itself."""
        sak = egne.get(mappe.sak_id)
        return (
            sak is not None
            and sak.kommune_id == self._kommune(mappe).pk
            and sak.person.fodselsnummer == mappe.person.fodselsnummer
        )

    # New cases, many at a time

    def _les_nye(self, nye: Sequence[tuple[Linje, form.Mappe]]) -> None:
        if not nye:
            return
        personer, merknader = self._personer([mappe for _, mappe in nye])
        opptatt = self._med_apen_sak(personer.values())
        numre = saksnumre_ta(len(nye))
        saker, innleste, bakgrunner, overtakelser = [], [], [], []
        for (linje, mappe), nummer in zip(nye, numre, strict=True):
            person = personer[mappe.person.fodselsnummer]
            sak, egne_merknader = self._sak(mappe, person, nummer, opptatt)
            over = ta_over(sak, mappe, self.ansatte)
            over.merknader += egne_merknader + (merknader.pop(person.pk, []) if sak.er_apen else [])
            saker.append(sak)
            bakgrunner.append(Bakgrunn(sak=sak, **bakgrunnsfelter(mappe.bakgrunn)))
            innleste.append(self._innlest(linje, mappe, sak, over))
            overtakelser.append(over)
        Sak.objects.bulk_create(saker)
        Bakgrunn.objects.bulk_create(bakgrunner)
        _lagre(overtakelser)
        InnlestMappe.objects.bulk_create(innleste)
        for sak, rad in zip(saker, innleste, strict=True):
            skriv_hendelse(
                self.aktor, "mappe.lest_inn", sak_id=sak.pk, milepel=True, kilde=self.kilde, sak_nummer=rad.kilde_id
            )
        self.svar.nye += len(saker)
        self.svar.apne += sum(sak.er_apen for sak in saker)

    def _sak(self, mappe: form.Mappe, person: Person, nummer: str, opptatt: dict[UUID, str]) -> tuple[Sak, list[str]]:
        """The case. A person has one open at most: the first stays open, and a later one is kept as history."""
        status, merknader = saksstatus(mappe, self.dag), []
        if status in APNE and person.pk in opptatt:
            merknader.append(
                _("Personen har allerede en åpen sak, %(sak)s. Derfor ligger denne her som historie.")
                % {"sak": opptatt[person.pk]}
            )
            status = Saksstatus.AVSLUTTET
        elif status in APNE:
            opptatt[person.pk] = nummer
        sak = Sak(
            saksnummer=nummer,
            person=person,
            kommune=self._kommune(mappe),
            kontor=self._kontor(mappe),
            status=status,
            innlest=True,
        )
        return sak, merknader

    def _innlest(self, linje: Linje, mappe: form.Mappe, sak: Sak, over: Overtakelse) -> InnlestMappe:
        return InnlestMappe(
            sak=sak,
            kommune=self._kommune(mappe),
            kilde_id=mappe.sak_id,
            innhold=linje.tekst,
            kilde=self.kilde,
            lest_av=self.aktor.bruker,
            egne=over.egne,
            merknader=over.merknader,
        )

    def _personer(self, mapper: Sequence[form.Mappe]) -> tuple[dict[str, Person], dict[UUID, list[str]]]:
        """The persons by number. One we know keeps what we know; of a new one we take what the file says."""
        ut = {p.fodselsnummer: p for p in Person.objects.filter(fodselsnummer__in=[m.person[0] for m in mapper])}
        nye: dict[str, Person] = {}
        barn: list[Barn] = []
        merknader: dict[UUID, list[str]] = {}
        for mappe in mapper:
            nummer = mappe.person.fodselsnummer
            if nummer not in ut and nummer not in nye:
                nye[nummer] = ny_person(mappe.person)
                rader, om_barna = barn_av(nye[nummer], mappe)
                barn += rader
                merknader[nye[nummer].pk] = om_barna
        Person.objects.bulk_create(nye.values())
        Barn.objects.bulk_create(barn)
        return ut | nye, merknader

    def _med_apen_sak(self, personer: Iterable[Person]) -> dict[UUID, str]:
        apne = Sak.objects.filter(person__in=[p.pk for p in personer], status__in=sorted(APNE))
        return dict(apne.values_list("person_id", "saksnummer"))

    # A case read in before that has changed in the file

    def _les_endret(self, linje: Linje, mappe: form.Mappe, kom: InnlestMappe) -> None:
        """Take in what is new. What the office has done here since stands, and nothing is made twice."""
        sak, for_ = kom.sak, _lest(kom)
        self._rett_person(sak.person, for_, mappe)
        rort = _er_rort_her(sak)
        endringer: dict[str, Any] = {}
        if not rort:
            status = saksstatus(mappe, self.dag)
            apen = self._med_apen_sak([sak.person])
            if status not in APNE or apen.get(sak.person_id) in {None, sak.saksnummer}:
                endringer["status"] = status
            if mappe.kontor != for_.kontor:
                endringer["kontor"] = self._kontor(mappe)
            Bakgrunn.objects.filter(sak=sak).update(**bakgrunnsfelter(mappe.bakgrunn))
        if any(getattr(sak, felt) != verdi for felt, verdi in endringer.items()):
            sak.lagre_endring(**endringer)
        over = ta_over(sak, mappe, self.ansatte, kom)
        _lagre([over])
        merknader = [*over.merknader, *_endrede_rader(for_, mappe, kom)]
        kom.lagre_endring(
            innhold=linje.tekst,
            kilde=self.kilde,
            lest=klokke.na(),
            lest_av=self.aktor.bruker,
            egne=over.egne,
            merknader=merknader,
            kvittert=kom.kvittert if merknader == kom.merknader else None,
        )
        skriv_hendelse(self.aktor, "mappe.lest_pa_nytt", sak_id=sak.pk, kilde=self.kilde)
        self.svar.endret += 1

    def _rett_person(self, person: Person, for_: form.Mappe, mappe: form.Mappe) -> None:
        """Change what the file has changed, where we still have what the file had."""
        gammel = personfelter(for_.person)
        ny = personfelter(mappe.person)
        endringer = {
            felt: verdi for felt, verdi in ny.items() if verdi != gammel[felt] and getattr(person, felt) == gammel[felt]
        }
        if endringer:
            person.lagre_endring(**endringer)


def _lest(kom: InnlestMappe) -> form.Mappe:
    """What came last time."""
    return som_type(kom.innhold)


def _er_lik(kom: InnlestMappe, linje: Linje) -> bool:
    """Whether the line says what came last time, whatever its spaces and the order of its keys."""
    return kom.innhold == linje.tekst or _lest(kom) == linje.mappe


def _er_rort_her(sak: Sak) -> bool:
    """Whether the office has decided anything in the case here; then its state is ours."""
    return sak.vedtak.filter(innlest=False).exists()


def _endrede_rader(for_: form.Mappe, mappe: form.Mappe, kom: InnlestMappe) -> list[str]:
    """Decisions we have made rows of, and the file now tells otherwise: a taken decision is not changed."""
    var = {v.id: v for v in for_.vedtak}
    ulike = [v.id for v in mappe.vedtak if v.id in kom.egne.get("vedtak", {}) and var.get(v.id) != v]
    borte = sorted(kom.egne.get("vedtak", {}).keys() - {v.id for v in mappe.vedtak})
    return [
        _("Vedtaket %(id)s er endret i filen etter at saken ble tatt over. Her står det som det var.") % {"id": ident}
        for ident in [*ulike, *borte]
    ]


def _lagre(overtakelser: Sequence[Overtakelse]) -> None:
    Soknad.objects.bulk_create([rad for over in overtakelser for rad in over.soknader])
    Vedtak.objects.bulk_create([rad for over in overtakelser for rad in over.vedtak])
    Vilkarsvurdering.objects.bulk_create([rad for over in overtakelser for rad in over.vilkar])
    FastKontakt.objects.bulk_create([rad for over in overtakelser for rad in over.kontakter])


def _legg_sammen(svar: Innlesing, bunt: Innlesing) -> None:
    for navn, verdi in vars(bunt).items():
        setattr(svar, navn, getattr(svar, navn) + verdi)


def _kontornavn(mappe: form.Mappe) -> str:
    return mappe.kontor.strip()[:_MAKS_KONTORNAVN] or "Kontor uten navn"


def _ledig_nummer() -> str:
    """An office number no NAV office has: I and three more, until the municipality gives it its own."""
    tatt = set(Kontor.objects.filter(nummer__startswith="I").values_list("nummer", flat=True))
    for tall in range(len(_SIFRE) ** 3):
        nummer = "I" + "".join(_SIFRE[tall // len(_SIFRE) ** plass % len(_SIFRE)] for plass in (2, 1, 0))
        if nummer not in tatt:
            return nummer
    raise DatabaseError("there are no more office numbers")
