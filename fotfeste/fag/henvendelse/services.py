"""Every enquiry is taken, goes to somebody, and is answered; the clock that began when it came is never set back."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.henvendelse.enums import Fordelingsgrunn, Henvendelsesstatus, Kanal, Tema, Utfall
from fotfeste.fag.henvendelse.fordeling import Mottaker, arbeider_her, mottaker
from fotfeste.fag.henvendelse.models import OM_DEN_SOM_SPURTE, Fordeling, Henvendelse, Vakt
from fotfeste.fag.henvendelse.overganger import HENVENDELSE
from fotfeste.fag.oppfolging.enums import Initiativ, Kontaktkanal, Kontaktresultat
from fotfeste.fag.oppfolging.services import kontakt_logg
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import deltakerens_kontor
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor, Stedfortreder
from fotfeste.grunnmur.organisasjon.stedfortreder import borte_den, hvem_har_oppgavene, stedfortreder_sett
from fotfeste.grunnmur.organisasjon.valg import verdier
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Handling, krev, vurder
from fotfeste.regelverk import tid

MAKS_TEGN = 5000


def henvendelse_registrer(
    aktor: Aktor,
    *,
    kontor: Kontor,
    kanal: str,
    tema: str,
    tekst: str,
    person: Person | None = None,
    navn: str = "",
    telefon: str = "",
    haster: bool = False,
    mottatt: datetime | None = None,
) -> Henvendelse:
    """Take an enquiry that came to the office, from somebody known or not, and let it go to whoever is to answer.

    `mottatt` is when it came, now when left out. Raises Fagfeil for a time to come.
    """
    naa = klokke.na()
    sak = _saken(person, kontor)
    henvendelse = Henvendelse(
        kommune_id=kontor.kommune_id,
        kontor=kontor,
        person=person,
        sak=sak,
        navn="" if person else navn.strip(),
        telefon=telefon.strip(),
        mottatt=mottatt or naa,
        kanal=kanal,
        tema=tema,
        haster=haster,
        tekst=tekst.strip(),
        registrert_av=aktor.bruker,
    )
    krev(aktor, Handling.HENVENDELSE_SKRIV, henvendelse)
    with kommando(aktor, "henvendelse.registrer"):
        _krev_ny(henvendelse, naa)
        return _ta_imot(aktor, henvendelse)


def henvendelse_send(aktor: Aktor, *, tema: str, tekst: str, haster: bool = False) -> Henvendelse:
    """The participant writes to the office from their own page. Received now, at the office they belong to."""
    person = Person.objects.filter(bruker=aktor.krev_bruker()).first()
    if person is None:
        raise IkkeTilgang("brukeren er ikke knyttet til en person")
    sak = person.gjeldende_sak()
    kontor = sak.kontor if sak else deltakerens_kontor(aktor)
    if kontor is None:
        raise IkkeTilgang("personen hører ikke til noe kontor")
    henvendelse = Henvendelse(
        kommune_id=kontor.kommune_id,
        kontor=kontor,
        person=person,
        sak=sak,
        mottatt=klokke.na(),
        kanal=Kanal.PORTAL,
        tema=tema,
        haster=haster,
        tekst=tekst.strip(),
        registrert_av=aktor.bruker,
    )
    krev(aktor, Handling.HENVENDELSE_EGEN, henvendelse)
    with kommando(aktor, "henvendelse.send"):
        _krev_ny(henvendelse, klokke.na())
        return _ta_imot(aktor, henvendelse)


def _saken(person: Person | None, kontor: Kontor) -> Sak | None:
    """The person's case, when it is this office's: what another office has is not told by an enquiry here."""
    sak = person.gjeldende_sak() if person else None
    return sak if sak and sak.kontor_id == kontor.pk else None


def _krev_ny(henvendelse: Henvendelse, naa: datetime) -> None:
    feil = []
    if not henvendelse.tekst:
        feil.append(Fagfeil(_("Skriv hva det gjelder."), felt="tekst"))
    elif len(henvendelse.tekst) > MAKS_TEGN:
        feil.append(Fagfeil(_("Skriv det kortere: høyst %s tegn.") % MAKS_TEGN, felt="tekst"))
    if henvendelse.person is None and not henvendelse.navn:
        feil.append(Fagfeil(_("Skriv navnet, eller «ukjent» om du ikke fikk det."), felt="navn"))
    if (
        henvendelse.person is None
        and not henvendelse.telefon
        and henvendelse.kanal in (Kanal.TELEFON, Kanal.NKS_OPPGAVE)
    ):
        feil.append(Fagfeil(_("Skriv nummeret, så noen kan ringe tilbake."), felt="telefon"))
    if henvendelse.mottatt > naa:
        feil.append(Fagfeil(_("Tidspunktet er ikke kommet ennå. Skriv når den kom."), felt="mottatt"))
    if feil:
        raise FlereFeil(feil)


def _ta_imot(aktor: Aktor, henvendelse: Henvendelse) -> Henvendelse:
    henvendelse.clean_fields()
    henvendelse.save()
    _skriv(
        aktor,
        henvendelse,
        "mottatt",
        tema=valg_ord(Tema(henvendelse.tema)).lower(),
        kanal=valg_ord(Kanal(henvendelse.kanal)).lower(),
    )
    til = mottaker(henvendelse, klokke.i_dag())
    if til is None:
        _skriv(aktor, henvendelse, "uten_mottaker", for_deltaker=False)
        return henvendelse
    return _gi(aktor, henvendelse, til)


def _gi(aktor: Aktor, henvendelse: Henvendelse, til: Mottaker) -> Henvendelse:
    """Let it be somebody's, with a row that says since when and why. `mottatt` stays."""
    Fordeling.objects.create(henvendelse=henvendelse, til=til.bruker, tid=klokke.na(), grunn=til.grunn, av=aktor.bruker)
    henvendelse.lagre_endring(fordelt_til=til.bruker, status=Henvendelsesstatus.FORDELT)
    _skriv(
        aktor,
        henvendelse,
        "fordelt",
        for_deltaker=False,
        til=til.bruker.navn,
        grunn=valg_ord(Fordelingsgrunn(til.grunn)),
    )
    return henvendelse


def henvendelse_ta(aktor: Aktor, *, henvendelse: Henvendelse, versjon: int | None = None) -> Henvendelse:
    """The actor takes it."""
    with kommando(aktor, "henvendelse.ta"):
        henvendelse = _las(aktor, henvendelse, "ta", versjon)
        return _gi(aktor, henvendelse, Mottaker(aktor.krev_bruker(), Fordelingsgrunn.VALGT))


def henvendelse_fordel(
    aktor: Aktor, *, henvendelse: Henvendelse, til: Bruker, versjon: int | None = None
) -> Henvendelse:
    """Give it to a colleague at the office; one who is away has it go to their substitute."""
    with kommando(aktor, "henvendelse.fordel"):
        henvendelse = _las(aktor, henvendelse, "fordel", versjon)
        i_dag = klokke.i_dag()
        har_den = hvem_har_oppgavene(til, henvendelse.kontor, i_dag)
        if har_den is None or not arbeider_her(har_den, henvendelse.kontor, i_dag):
            raise Fagfeil(
                _("%(navn)s kan ikke ta henvendelser her nå. Velg en annen.") % {"navn": til.navn}, felt="til"
            )
        grunn = Fordelingsgrunn.VALGT if har_den == til else Fordelingsgrunn.STEDFORTREDER
        return _gi(aktor, henvendelse, Mottaker(har_den, grunn))


def henvendelse_videresend(
    aktor: Aktor,
    *,
    henvendelse: Henvendelse,
    kontor: Kontor | None = None,
    til: str = "",
    versjon: int | None = None,
) -> Henvendelse:
    """Send it to another office of the municipality, which then has it, or to somebody else.

    It is not answered until the one who asked has an answer. What goes to somebody else stays here till then, so that
    someone sees that it was done.
    """
    with kommando(aktor, "henvendelse.videresend"):
        henvendelse = _las(aktor, henvendelse, "videresend", versjon)
        if (kontor is None) == (not til.strip()):
            raise Fagfeil(_("Velg et kontor, eller skriv hvem andre det er sendt til."), felt="til")
        if kontor is None:
            _skriv(aktor, henvendelse, "videresendt", til=til.strip())
            return henvendelse.lagre_endring(status=Henvendelsesstatus.VIDERESENDT, videresendt_til=til.strip())
        _krev_annet_kontor(henvendelse, kontor)
        _skriv(aktor, henvendelse, "videresendt", til=kontor.navn)
        return henvendelse.lagre_endring(
            status=Henvendelsesstatus.VIDERESENDT,
            kontor=kontor,
            sak=_saken(henvendelse.person, kontor),
            fordelt_til=None,
            videresendt_til=kontor.navn,
        )


def _krev_annet_kontor(henvendelse: Henvendelse, kontor: Kontor) -> None:
    if kontor.pk == henvendelse.kontor_id:
        raise Fagfeil(_("Henvendelsen er alt hos dette kontoret. Gi den til en kollega i stedet."), felt="kontor")
    if kontor.kommune_id != henvendelse.kommune_id:
        raise Fagfeil(_("Kontoret er i en annen kommune. Skriv hvem det er sendt til i stedet."), felt="kontor")


def henvendelse_forsok(
    aktor: Aktor, *, henvendelse: Henvendelse, kanal: str = Kontaktkanal.TELEFON, versjon: int | None = None
) -> Henvendelse:
    """Somebody tried to reach the one who asked, and did not. The clock goes on."""
    with kommando(aktor, "henvendelse.forsok"):
        henvendelse = _las(aktor, henvendelse, "forsok", versjon)
        noteres = henvendelse.sak is not None and _kan_notere(aktor, henvendelse)
        if henvendelse.sak and noteres:
            kontakt_logg(aktor, sak=henvendelse.sak, kanal=kanal, resultat=Kontaktresultat.IKKE_SVAR)
        _skriv(aktor, henvendelse, "forsok", i_saken=not noteres, kanal=valg_ord(Kontaktkanal(kanal)).lower())
        return henvendelse.lagre_endring(fordelt_til=henvendelse.fordelt_til or aktor.bruker)


def henvendelse_besvar(
    aktor: Aktor,
    *,
    henvendelse: Henvendelse,
    svar: str,
    svar_kanal: str = Kontaktkanal.TELEFON,
    utfall: str = Utfall.BESVART,
    besvart: datetime | None = None,
    som_samtale: bool = False,
    tolk: bool = False,
    versjon: int | None = None,
) -> Henvendelse:
    """The one who asked has an answer: how, and what was said. The clock stops at `besvart`, now when left out.

    `som_samtale`: it was a conversation, and is noted as one in the case with the same words (nothing typed twice).
    """
    naa = klokke.na()
    besvart = besvart or naa
    with kommando(aktor, "henvendelse.besvar"):
        henvendelse = _las(aktor, henvendelse, "besvar", versjon)
        if not svar.strip():
            raise Fagfeil(_("Skriv hva dere svarte."), felt="svar")
        if besvart > naa:
            raise Fagfeil(_("Tidspunktet er ikke kommet ennå. Skriv når dere svarte."), felt="besvart")
        if besvart < henvendelse.mottatt:
            raise Fagfeil(_("Svaret kan ikke være gitt før henvendelsen kom. Sjekk tidspunktet."), felt="besvart")
        kontakt = None
        if som_samtale and henvendelse.sak:
            kontakt = kontakt_logg(
                aktor,
                sak=henvendelse.sak,
                kanal=svar_kanal,
                dato=klokke.dagen(besvart),
                initiativ=Initiativ.DELTAKER,
                tolk=tolk,
                notat=svar,
            )
        henvendelse.lagre_endring(
            status=Henvendelsesstatus.BESVART,
            besvart=besvart,
            besvart_av=aktor.bruker,
            svar=svar.strip(),
            svar_kanal=svar_kanal,
            utfall=utfall,
            kontakt=kontakt,
        )
        _skriv(aktor, henvendelse, "besvart", i_saken=kontakt is None, kanal=valg_ord(Kontaktkanal(svar_kanal)).lower())
        return henvendelse


def vakt_sett(aktor: Aktor, *, kontor: Kontor, bruker: Bruker, telefon: str, fra: date, til: date) -> Vakt:
    """Put someone on the office's duty telephone, both days included."""
    vakt = Vakt(kommune_id=kontor.kommune_id, kontor=kontor, bruker=bruker, telefon=telefon.strip(), fra=fra, til=til)
    krev(aktor, Handling.VAKT_SKRIV, vakt)
    with kommando(aktor, "vakt.sett"):
        _krev_periode(fra, til)
        if not arbeider_her(bruker, kontor, fra):
            raise Fagfeil(_("%(navn)s arbeider ikke ved kontoret da.") % {"navn": bruker.navn}, felt="bruker")
        vakt.clean_fields()
        try:
            with transaction.atomic():
                vakt.save()
        except IntegrityError as feil:
            melding = _("Noen andre har vakten en av dagene. Se listen, og velg andre dager.")
            raise Fagfeil(melding, felt="fra") from feil
    return vakt


def vakt_fjern(aktor: Aktor, *, vakt: Vakt) -> None:
    """Take a watch off the list."""
    krev(aktor, Handling.VAKT_SKRIV, vakt)
    with kommando(aktor, "vakt.fjern"):
        vakt.delete()


def borte_registrer(
    aktor: Aktor, *, kontor: Kontor, bruker: Bruker, vikar: Bruker, fra: date, til: date | None = None
) -> Stedfortreder:
    """Say that someone is away, and who has their tasks and enquiries meanwhile.

    Begins it today, what they have unanswered goes to the substitute now; the clock goes on as it was.
    """
    with kommando(aktor, "borte.registrer"):
        borte = stedfortreder_sett(aktor, kontor=kontor, bruker=bruker, vikar=vikar, fra=fra, til=til)
        if fra <= klokke.i_dag():
            _gi_videre(aktor, borte)
    return borte


def henvendelser_gi_videre(aktor: Aktor) -> int:
    """Let the substitutes have what those who are away today have unanswered. Run each morning; again does no harm."""
    antall = 0
    for borte in borte_den(klokke.i_dag()):
        with kommando(aktor, "henvendelse.gi_videre"):
            antall += _gi_videre(aktor, borte)
    return antall


def _gi_videre(aktor: Aktor, borte: Stedfortreder) -> int:
    i_dag = klokke.i_dag()
    til = hvem_har_oppgavene(borte.bruker, borte.kontor, i_dag)
    if til is None or not arbeider_her(til, borte.kontor, i_dag):
        return 0
    deres = Henvendelse.objects.select_for_update(of=("self",)).filter(
        fordelt_til=borte.bruker, status=Henvendelsesstatus.FORDELT, kontor_id=borte.kontor_id
    )
    alle = list(deres.select_related("person", "kontor"))
    for henvendelse in alle:
        _gi(aktor, henvendelse, Mottaker(til, Fordelingsgrunn.STEDFORTREDER))
    return len(alle)


def henvendelser_rydd() -> int:
    """Delete who asked and what was said, in no case, answered longer ago than the municipality's months.

    Returns how many. What is still unanswered is somebody's to answer, and what is in a case lasts as long as the case.
    What is left (office, channel, subject, times) is about nobody, and keeps the figures right.
    """
    i_dag = klokke.i_dag()
    ryddet = 0
    besvarte = Henvendelse.objects.filter(sak=None, slettet=None, status=Henvendelsesstatus.BESVART)
    for kommune_id, valgt in verdier(set(besvarte.values_list("kommune_id", flat=True)), i_dag).items():
        eldre = tid.legg_til_maneder(i_dag, -int(valgt["henvendelse_slettes_maneder"]))
        grense = datetime.combine(eldre, time(0), klokke.OSLO)
        for henvendelse_id in list(
            besvarte.filter(kommune_id=kommune_id, besvart__lt=grense).values_list("pk", flat=True)
        ):
            with kommando(SYSTEM, "henvendelse.rydd"):
                _tom(Henvendelse.objects.select_for_update(of=("self",)).get(pk=henvendelse_id))
            ryddet += 1
    return ryddet


def _tom(henvendelse: Henvendelse) -> None:
    for felt in OM_DEN_SOM_SPURTE:
        setattr(henvendelse, felt, None if felt == "person" else "")
    henvendelse.lagre_endring(slettet=klokke.i_dag())
    _skriv(SYSTEM, henvendelse, "slettet", for_deltaker=False)


def natt_gi_videre() -> str:
    """The night's part: an absence that begins today was entered before."""
    return f"{henvendelser_gi_videre(SYSTEM)} henvendelser er gitt videre til stedfortredere."


def natt_rydd() -> str:
    """The night's part: what is kept no longer."""
    return f"{henvendelser_rydd()} henvendelser er slettet."


def _krev_periode(fra: date, til: date) -> None:
    if til < fra:
        raise Fagfeil(_("Siste dag er før første. Sjekk datoene."), felt="til")
    if til < klokke.i_dag():
        raise Fagfeil(_("Dagene har vært. Skriv dager fram i tid."), felt="til")


def _las(aktor: Aktor, henvendelse: Henvendelse, kommando_: str, versjon: int | None) -> Henvendelse:
    """The enquiry as it is now, locked behind its case, in a state where the command makes sense."""
    krev(aktor, HENVENDELSE.overgang(kommando_).handling, henvendelse)
    if henvendelse.sak:
        sak_las(henvendelse.sak)
    henvendelse = (
        Henvendelse.objects.select_for_update(of=("self",))
        .select_related("person", "kontor", "sak__person", "fordelt_til")
        .get(pk=henvendelse.pk)
    )
    HENVENDELSE.krev(kommando_, henvendelse)
    henvendelse.krev_versjon(versjon)
    return henvendelse


def _kan_notere(aktor: Aktor, henvendelse: Henvendelse) -> bool:

    return henvendelse.sak is not None and vurder(aktor, Handling.OPPFOLGING_SKRIV, henvendelse.sak).tillatt


def _skriv(
    aktor: Aktor, henvendelse: Henvendelse, kode: str, *, for_deltaker: bool = True, i_saken: bool = True, **data: Any
) -> None:
    """A line in the case's timeline, else (no case, or the contact says it there already) in the enquiry's own thread.

    The line stands for ever, so it names nobody who has no case.
    """
    skriv_hendelse(
        aktor,
        f"henvendelse.{kode}",
        sak_id=henvendelse.sak_id if i_saken else None,
        objekt_id=henvendelse.pk,
        for_deltaker=for_deltaker,
        navn=henvendelse.person.fornavn if henvendelse.person and henvendelse.sak_id else "innringeren",
        **data,
    )
