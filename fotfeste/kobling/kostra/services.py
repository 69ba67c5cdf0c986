"""The year's KOSTRA report: how many, what the controls say of each case and how it is mended, and the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from fotfeste.fag.sak.enums import APNE
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import Sakslenke, sakslenke
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.ord import dato_ord
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Handling
from fotfeste.kobling.kostra.egne import kontroller_egne
from fotfeste.kobling.kostra.feltord import Feltord, hva_gjor_vi, ordene
from fotfeste.kobling.kostra.kontroll import Alvorlighet, Funn, Resultat, kontroller, kontroller_etter_oppsett
from fotfeste.kobling.kostra.selectors import aar_a_velge, krev_lesing
from fotfeste.kobling.kostra.uttrekk import I_PROGRAM, Rad, Uttrekk, hent, status_av

# From this year the file has the length SSB's own program reads (kontroll.kontroller_etter_oppsett).
_OFFISIELL_FRA = 2025
_HTML = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Rapportfunn:
    """What one control says: of which cases, which fields in words, and what to do. Ours are `offisiell=False`."""

    kode: str
    tittel: str
    alvorlighet: Alvorlighet
    melding: str
    gjor: str
    felter: tuple[Feltord, ...]
    saker: tuple[Sakslenke, ...]
    offisiell: bool = True

    @property
    def hindrer(self) -> bool:
        """Whether the file cannot be sent until it is mended."""
        return self.alvorlighet >= Alvorlighet.ERROR


@dataclass(frozen=True, slots=True)
class Mangel:
    """A case that is not in the file, and why."""

    sak: Sakslenke
    grunn: str


@dataclass(frozen=True)
class Rapport:
    """A municipality's year as the controls see it, worst first."""

    uttrekk: Uttrekk
    funn: tuple[Rapportfunn, ...]
    mangler: tuple[Mangel, ...]
    er_offisiell: bool

    @property
    def kommune(self) -> Kommune:
        return self.uttrekk.kommune

    @property
    def aar(self) -> int:
        return self.uttrekk.aar

    @property
    def antall(self) -> int:
        """Records in the file."""
        return len(self.uttrekk.rader)

    @property
    def innhold(self) -> str:
        """The file's text, ready or not."""
        return self.uttrekk.innhold

    @property
    def filnavn(self) -> str:
        return f"11CF_{self.aar}_{self.kommune.region}.dat"

    @property
    def aret_er_over(self) -> bool:
        """False while the year still runs; the file then shows how it stands."""
        return self.uttrekk.per.month == 12 and self.uttrekk.per.day == 31

    @cached_property
    def feil(self) -> tuple[Rapportfunn, ...]:
        """What stops the file."""
        return tuple(funn for funn in self.funn if funn.hindrer)

    @cached_property
    def advarsler(self) -> tuple[Rapportfunn, ...]:
        """The official warnings: look at them, then send."""
        return tuple(funn for funn in self.funn if funn.offisiell and not funn.hindrer)

    @cached_property
    def egne(self) -> tuple[Rapportfunn, ...]:
        """Our own warnings: SSB does not ask, but something looks wrong."""
        return tuple(funn for funn in self.funn if not funn.offisiell and not funn.hindrer)

    @property
    def kan_sendes(self) -> bool:
        return not self.feil

    @property
    def sum_stonad(self) -> int:
        """Kroner paid out in the year to those in the file."""
        return sum(sum(rad.fakta.utbetalt.values()) for rad in self.uttrekk.rader)

    @cached_property
    def per_status(self) -> Counter[str]:
        """How many have each status on the last day, by code; empty code for none."""
        return Counter(status_av(rad.fakta, self.uttrekk.per) or "" for rad in self.uttrekk.rader)

    @property
    def i_program(self) -> int:
        return self.per_status[I_PROGRAM]

    @property
    def setning(self) -> str:
        """«118 deltakere, 2 feil som må rettes før filen kan sendes.»"""
        if not self.antall:
            return "Ingen deltakere. Meld det i skjemaet til SSB, og lever filen som den er, med ett mellomrom."
        hvem = _antall(self.antall, "deltaker", "deltakere")
        if self.feil:
            return f"{hvem}, {_antall(len(self.feil), 'feil', 'feil')} som må rettes før filen kan sendes."
        if self.advarsler:
            advarsler = _antall(len(self.advarsler), "advarsel", "advarsler")
            return f"{hvem}, ingen feil og {advarsler}. Filen kan sendes når du har sett over."
        return f"{hvem}, ingen feil. Filen kan sendes."


def kostra_kontroll(aktor: Aktor, kommune: Kommune, aar: int) -> Rapport:
    """The year's report. Twelve queries at most, however many take part; the read is logged.

    Raises IkkeTilgang without KOSTRA_LES in the municipality, Fagfeil for a year there is no layout for.
    """
    krev_lesing(aktor, kommune)
    i_dag = klokke.i_dag()
    if aar not in aar_a_velge(i_dag):
        valg = aar_a_velge(i_dag)
        raise Fagfeil(
            _("Vi kan lage filen for %(fra)s til %(til)s. Velg et av de årene.") % {"fra": valg[-1], "til": valg[0]},
            felt="aar",
        )
    uttrekk = hent(kommune, aar, i_dag=i_dag)
    offisielt = aar >= _OFFISIELL_FRA or not uttrekk.rader
    funn = [
        *_verdier_som_ikke_fikk_plass(aktor, uttrekk),
        *_offisielle(aktor, uttrekk, _dom(uttrekk) if offisielt else _dom_etter_oppsett(uttrekk)),
    ]
    funn += [*_egne(aktor, uttrekk, funn), *_om_saken(aktor, uttrekk)]
    funn.sort(key=lambda ett: (-ett.alvorlighet, not ett.offisiell, ett.kode))
    mangler = tuple(Mangel(_lenke(aktor, utelatt.sak), utelatt.grunn) for utelatt in uttrekk.utelatte)
    return Rapport(uttrekk, tuple(funn), mangler, er_offisiell=offisielt)


def kostra_fil(aktor: Aktor, kommune: Kommune, aar: int) -> tuple[str, bytes]:
    """Name and content of the file that can be sent. Raises Fagfeil while something must be mended first."""
    rapport = kostra_kontroll(aktor, kommune, aar)
    if not rapport.kan_sendes:
        raise Fagfeil(_("Filen kan ikke sendes ennå. %s") % rapport.setning)
    return rapport.filnavn, rapport.innhold.encode()


def _antall(tall: int, en: str, flere: str) -> str:
    return f"{tall} {en if tall == 1 else flere}"


def _dom(uttrekk: Uttrekk) -> Resultat:
    return kontroller(uttrekk.innhold, aar=uttrekk.aar, region=uttrekk.kommune.region, har_vedlegg=bool(uttrekk.rader))


def _dom_etter_oppsett(uttrekk: Uttrekk) -> Resultat:
    return kontroller_etter_oppsett(uttrekk.innhold, aar=uttrekk.aar, region=uttrekk.kommune.region)


def _lenke(aktor: Aktor, sak: Sak) -> Sakslenke:
    return sakslenke(aktor, sak, Handling.KOSTRA_LES)


def _lenker(aktor: Aktor, uttrekk: Uttrekk, linjer: tuple[int, ...]) -> tuple[Sakslenke, ...]:
    return tuple(_lenke(aktor, uttrekk.rader[nr - 1].fakta.sak) for nr in linjer)


def _offisielle(aktor: Aktor, uttrekk: Uttrekk, resultat: Resultat) -> Iterator[Rapportfunn]:
    for ett, linjer in _samlet(uttrekk, resultat):
        felter = ordene(ett.felter)
        yield Rapportfunn(
            kode=ett.kontroll.nummer,
            tittel=ett.kontroll.tittel.replace("ÅÅÅÅ", str(uttrekk.aar)),
            alvorlighet=ett.alvorlighet,
            melding=" ".join(_HTML.sub(" ", ett.melding).split()),
            gjor=hva_gjor_vi(ett.kontroll.nummer, felter),
            felter=felter,
            saker=_lenker(aktor, uttrekk, linjer),
        )


def _samlet(uttrekk: Uttrekk, resultat: Resultat) -> Iterator[tuple[Funn, tuple[int, ...]]]:
    """The findings with their lines. A duplicate is told once with all its cases, not once for each of them."""
    like: dict[tuple[object, ...], list[Funn]] = {}
    for nr, ett in enumerate(resultat.funn):
        if ett.alvorlighet == Alvorlighet.OK:  # the message that nobody took part, as ticked
            continue
        nokkel: tuple[object, ...] = (nr,)
        if ett.kontroll.fil is not None:
            verdier = uttrekk.rader[ett.linjer[0] - 1].post.verdier
            nokkel = (ett.kontroll.nummer, *(verdier.get(felt) for felt in ett.felter))
        like.setdefault(nokkel, []).append(ett)
    for gruppe in like.values():
        yield gruppe[0], tuple(linje for ett in gruppe for linje in ett.linjer)


def _verdier_som_ikke_fikk_plass(aktor: Aktor, uttrekk: Uttrekk) -> Iterator[Rapportfunn]:
    for rad in uttrekk.rader:
        for feil in rad.feil:
            felter = ordene((feil.felt,))
            yield Rapportfunn(
                kode="S00",
                tittel="Verdien får ikke plass i filen",
                alvorlighet=Alvorlighet.ERROR,
                melding=feil.melding,
                gjor=hva_gjor_vi("S00", felter),
                felter=felter,
                saker=(_lenke(aktor, rad.fakta.sak),),
                offisiell=False,
            )


def _egne(aktor: Aktor, uttrekk: Uttrekk, sagt: list[Rapportfunn]) -> Iterator[Rapportfunn]:
    """Our warnings, less those on a field of a case something worse has been said of already."""
    kjent = {(sak.sak_id, felt) for ett in sagt for sak in ett.saker for felt in ett.felter}
    for ett in kontroller_egne(uttrekk.innhold, aar=uttrekk.aar) if uttrekk.rader else ():
        sak = uttrekk.rader[ett.linje - 1].fakta.sak
        felter = ordene(ett.felter)
        if len(ett.felter) == 1 and (sak.pk, felter[0]) in kjent:
            continue
        yield Rapportfunn(
            kode=ett.kode,
            tittel=ett.tittel,
            alvorlighet=Alvorlighet.WARNING,
            melding=ett.melding,
            gjor=hva_gjor_vi(ett.kode, felter),
            felter=felter,
            saker=(_lenke(aktor, sak),),
            offisiell=False,
        )


def _om_saken(aktor: Aktor, uttrekk: Uttrekk) -> Iterator[Rapportfunn]:
    """Warnings that rest on what the case holds and the file does not show."""
    for rad in uttrekk.rader:
        for kode, tittel, melding, felter in _sjekk_saken(rad, uttrekk):
            ord_ = ordene(felter)
            yield Rapportfunn(
                kode=kode,
                tittel=tittel,
                alvorlighet=Alvorlighet.WARNING,
                melding=melding,
                gjor=hva_gjor_vi(kode, ord_),
                felter=ord_,
                saker=(_lenke(aktor, rad.fakta.sak),),
                offisiell=False,
            )


def _sjekk_saken(rad: Rad, uttrekk: Uttrekk) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    fakta, per = rad.fakta, uttrekk.per
    if not fakta.sak.innlest and (fakta.bakgrunn is None or fakta.bakgrunn.versjon <= 1):
        yield (
            "S01",
            "Bakgrunnen er ikke fylt ut",
            "Ingen har svart på hva deltakeren levde av før søknaden, så filen sier nei på alt.",
            ("KVP_KOMM", "YTELSE_SOSHJELP", "KVP_MED_ASTONAD"),
        )
    til = fakta.rett_til
    if til and til < per and fakta.sak.status in APNE and not fakta.slutt and not fakta.pauser(per):
        yield (
            "S02",
            "Vedtaket har gått ut",
            f"Programmet er innvilget til og med {dato_ord(til)}, men er verken forlenget eller avsluttet.",
            ("STATUS", "AVSL_DATO"),
        )
