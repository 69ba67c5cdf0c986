"""Reading the reconciliation: runs and months against the bank, each payment's story, and what waits for a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.avstemming.arsaker import arsak_ord, gjelder_kontoen
from fotfeste.fag.avstemming.enums import INN_PA_KONTOEN, UT_AV_KONTOEN, Postslag, Samsvar
from fotfeste.fag.avstemming.models import Avstemming, Bankmelding, Bankpost, Postavklaring
from fotfeste.fag.avstemming.regnskap import (
    Regnskap,
    Telt,
    apne_per_kjoring,
    apne_poster,
    endret_siden,
    hva_mangler,
    regnskaper,
    summer_for,
)
from fotfeste.fag.sak.selectors import Sakslenke, sakslenke
from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM, Kjoringsstatus, Trekkart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.kvittering import SENDT_STATUSER, ikke_betalt_pa_nytt, samme_konto
from fotfeste.fag.utbetaling.lose_betalinger import innkrevingens_konto
from fotfeste.fag.utbetaling.models import Kjoring, Trekklinje, Utbetaling
from fotfeste.fag.utbetaling.overganger import UTBETALING
from fotfeste.fag.utbetaling.selectors import kjoring_hent, kommuner_for_okonomi
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.gjoremal import Gjoremalrad
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, vurder

KJORINGER_VIST = 36
MELDINGER_VIST = 30


@dataclass(frozen=True, slots=True)
class Kjoringsrad:
    """A sent run as it stands against the bank. `avstemt`: the newest reconciliation; `gjelder`: it still holds."""

    kjoring: Kjoring
    regnskap: Regnskap
    avstemt: Avstemming | None = None

    @property
    def gjelder(self) -> bool:
        return self.avstemt is not None and self.regnskap.er_som(self.avstemt)

    @property
    def mangler(self) -> list[str]:
        return hva_mangler(self.regnskap)


@dataclass(frozen=True, slots=True)
class Manedsrad:
    """A month's runs together."""

    maned: date
    rader: list[Kjoringsrad]

    @property
    def regnskap(self) -> Regnskap:
        return sammen([rad.regnskap for rad in self.rader])

    @property
    def avstemt(self) -> bool:
        return all(rad.gjelder for rad in self.rader)


def sammen(alle: Sequence[Regnskap]) -> Regnskap:
    """Several runs as one. The earliest day somebody should ask is the one that counts."""

    def telt(navn: str) -> Telt:
        return sum((getattr(ett, navn) for ett in alle), start=Telt())

    def ore(navn: str) -> int:
        return sum(getattr(ett, navn) for ett in alle)

    frister = [ett.frist for ett in alle if ett.frist and ett.utestaende.antall]
    return Regnskap(
        sendt=telt("sendt"),
        bokfort=telt("bokfort"),
        avvist=telt("avvist"),
        returnert=telt("returnert"),
        feilsendt=telt("feilsendt"),
        utestaende=telt("utestaende"),
        null_kroner=ore("null_kroner"),
        bank_ut=ore("bank_ut"),
        bank_inn=ore("bank_inn"),
        uforklart_ore=ore("uforklart_ore"),
        forklart_ore=ore("forklart_ore"),
        apne=ore("apne"),
        frist=min(frister, default=None),
    )


def kjoringsrader(kjoringer: Sequence[Kjoring]) -> list[Kjoringsrad]:
    """The runs with their figures, in a constant number of queries."""
    alle = regnskaper(kjoringer)
    siste: dict[UUID, Avstemming] = {}
    for rad in Avstemming.objects.filter(kjoring__in=kjoringer).select_related("avstemt_av").order_by("avstemt"):
        siste[rad.kjoring_id] = rad
    return [Kjoringsrad(kjoring, alle[kjoring.pk], siste.get(kjoring.pk)) for kjoring in kjoringer]


def manedsrader(aktor: Aktor) -> list[Manedsrad]:
    """The sent runs the actor may see, month by month, newest first."""
    kjoringer = Kjoring.objects.filter(kommune__in=kommuner_for_okonomi(aktor), status=Kjoringsstatus.SENDT)
    kjoringer = kjoringer.select_related("kommune", "frigitt_av", "forberedt_av").order_by("-maned", "-nummer")
    per_maned: dict[date, list[Kjoringsrad]] = {}
    for rad in kjoringsrader(list(kjoringer[:KJORINGER_VIST])):
        per_maned.setdefault(rad.kjoring.maned, []).append(rad)
    return [Manedsrad(maned, rader) for maned, rader in per_maned.items()]


def kjoringsrad(aktor: Aktor, kjoring_id: UUID, handling: Handling = Handling.KJORING_LES) -> Kjoringsrad:
    """One sent run. Raises IkkeTilgang for another's, or one that is not sent."""
    kjoring = kjoring_hent(aktor, kjoring_id, handling)
    if kjoring.status != Kjoringsstatus.SENDT:
        raise IkkeTilgang("kjøringen er ikke sendt")
    (rad,) = kjoringsrader([kjoring])
    return rad


def kan_avstemme(aktor: Aktor, rad: Kjoringsrad) -> bool:
    """Whether the actor may say that the run comes out even: økonomi, and not who released it."""
    tillatt = vurder(aktor, Handling.KJORING_FORBERED, rad.kjoring).tillatt
    return tillatt and rad.kjoring.frigitt_av_id != aktor.bruker_id


# What the bank has sent


@dataclass(frozen=True, slots=True)
class Meldingsrad:
    """A message that was read, and what it said in a sentence."""

    melding: Bankmelding
    innhold: str


def meldingsrader(aktor: Aktor, **filtre: object) -> list[Meldingsrad]:
    """The newest messages, each with how many of what it said."""
    rader = (
        Bankmelding.objects.filter(kommune__in=kommuner_for_okonomi(aktor), **filtre)
        .select_related("lest_av", "kommune", "dokument")
        .defer("dokument__innhold")
        .order_by("-mottatt")
        .distinct()[:MELDINGER_VIST]
    )
    meldinger = list(rader)
    ord_ = innhold_i_ord(meldinger)
    return [Meldingsrad(melding, ord_[melding.pk]) for melding in meldinger]


def innhold_i_ord(meldinger: Collection[Bankmelding]) -> dict[UUID, str]:
    """What each message said: «98 bokført, 2 kom i retur, 1 må avklares»."""
    telt: dict[UUID, list[str]] = defaultdict(list)
    rader = (
        Bankpost.objects.filter(melding__in=meldinger, bunt__isnull=True)
        .exclude(samsvar=Samsvar.ALLEREDE)
        .order_by()
        .values_list("melding_id", "slag")
        .annotate(antall=Count("pk"))
        .order_by("slag")
    )
    for ident, slag, antall in rader:
        telt[ident].append(f"{antall} {str(Postslag(slag).label).lower()}")
    sagt_for = Bankpost.objects.filter(melding__in=meldinger, samsvar=Samsvar.ALLEREDE).order_by()
    for ident, antall in sagt_for.values_list("melding_id").annotate(antall=Count("pk")):
        telt[ident].append(ngettext("%(n)s sagt før", "%(n)s sagt før", antall) % {"n": antall})
    return {melding.pk: ", ".join(telt[melding.pk]) or str(_("ingen bevegelser")) for melding in meldinger}


def melding_hent(aktor: Aktor, melding_id: UUID) -> Bankmelding:
    """One message with its file. Raises IkkeTilgang when the actor may not have it."""
    kommuner = kommuner_for_okonomi(aktor, Handling.KJORING_FRIGI)
    funnet = Bankmelding.objects.select_related("dokument").filter(pk=melding_id, kommune__in=kommuner).first()
    if funnet is None:
        raise IkkeTilgang("meldingen finnes ikke, eller hører til en annen kommune")
    spor(aktor, Handling.KJORING_FRIGI, funnet)
    return funnet


def apne_for(aktor: Aktor, handling: Handling = Handling.KJORING_LES, **filtre: object) -> QuerySet[Bankpost]:
    """What the bank has said that waits for a person, oldest first."""
    rader = apne_poster().filter(melding__kommune__in=kommuner_for_okonomi(aktor, handling), **filtre)
    return rader.select_related("melding__kommune", "utbetaling__kjoring", "kjoring").order_by("dato", "opprettet")


@dataclass(frozen=True, slots=True)
class Postrad:
    """A post that waits, whose payment it seems to be, and what is wrong."""

    post: Bankpost
    hvem: Sakslenke | None
    forklaring: str


def postrader(aktor: Aktor, poster: Iterable[Bankpost]) -> list[Postrad]:
    """The posts as they are listed."""
    poster = list(poster)
    hvem = _hvem(aktor, [post.utbetaling_id for post in poster if post.utbetaling_id])
    return [Postrad(post, hvem.get(post.utbetaling_id or post.pk), forklaring(post)) for post in poster]


def _hvem(aktor: Aktor, ider: Collection[UUID]) -> dict[UUID, Sakslenke]:
    rader = Utbetaling.objects.filter(pk__in=ider).select_related("sak__person", "sak__kontor")
    return {rad.pk: sakslenke(aktor, rad.sak, Handling.STONAD_LES) for rad in rader}


def forklaring(post: Bankpost) -> str:
    """What is wrong with a post, and so what to do, in a sentence or two."""
    if post.samsvar == Samsvar.BELOP and post.utbetaling:
        return _("Vi sendte et annet beløp. Spør banken. Betalingen er ikke flyttet.")
    if post.samsvar == Samsvar.MOTSIGELSE and post.utbetaling:
        return _motsigelse(post)
    if post.antall is not None:
        return _("Én bevegelse for flere betalinger, og summen er ingen vi har sendt. Spør banken hvilke den gjelder.")
    if post.slag in INN_PA_KONTOEN:
        return _("Penger i retur, uten at banken sier hvilken betaling. Finn den, og koble dem sammen.")
    if post.slag == Postslag.INN_SNUDD:
        return _("Banken har tatt tilbake penger som kom inn. Finn betalingen det gjelder, og koble dem sammen.")
    if post.slag == Postslag.INN:
        return _("Penger inn på kontoen. Er det en betaling som kom tilbake, eller noe annet?")
    if post.utbetaling_id:
        return _("Banken svarer på en betaling vi ikke har sendt. Ring banken.")
    return _("Banken viser en betaling vi ikke kjenner. Spør banken hva den er.")


def _motsigelse(post: Bankpost) -> str:
    if post.slag in INN_PA_KONTOEN:
        return _("Banken har sendt mer tilbake enn vi betalte. Spør banken.")
    if post.utbetaling and post.utbetaling.status in IKKE_KOMMET_FRAM and post.slag in UT_AV_KONTOEN:
        return _(
            "Betalingen kom ikke fram og er betalt på nytt, men banken har ført denne også. Deltakeren kan ha fått "
            "pengene to ganger. Be banken om å få dem tilbake, eller behandle det som for mye utbetalt (§ 40)."
        )
    andre = Bankpost.objects.filter(utbetaling=post.utbetaling, slag=Postslag.AVVIST).exclude(pk=post.pk)
    if post.slag == Postslag.AVVIST or andre.exists():
        return _("Banken har både avvist betalingen og ført den som betalt. Spør banken hva som er riktig.")
    if post.slag == Postslag.INN_SNUDD:
        return _("Banken har tatt tilbake en retur som vi ikke har fått. Spør banken om den.")
    return _("Banken har ført betalingen to ganger. Be banken om å føre den ene tilbake.")


def post_hent(aktor: Aktor, post_id: UUID) -> Bankpost:
    """A post the actor may settle. Raises IkkeTilgang."""
    kommuner = kommuner_for_okonomi(aktor, Handling.KJORING_FORBERED)
    funnet = (
        Bankpost.objects.select_related("melding__kommune", "utbetaling__kjoring", "utbetaling__sak__person", "kjoring")
        .filter(pk=post_id, melding__kommune__in=kommuner)
        .first()
    )
    if funnet is None:
        raise IkkeTilgang("posten finnes ikke, eller hører til en annen kommune")
    spor(aktor, Handling.KJORING_FORBERED, funnet)
    return funnet


def mulige_betalinger(aktor: Aktor, post: Bankpost) -> list[tuple[Utbetaling, Sakslenke]]:
    """Payments a post without a name can be for: of the same amount, sent before it, the newest first."""
    if post.belop_ore is None or post.belop_ore % 100 or post.utbetaling_id:
        return []
    statuser = [Utbetalingsstatus.SENDT, Utbetalingsstatus.UTBETALT, Utbetalingsstatus.FEILSENDT]
    rader = Utbetaling.objects.filter(
        kjoring__kommune_id=post.melding.kommune_id,
        netto=post.belop_ore // 100,
        status__in=[Utbetalingsstatus.RETURNERT] if post.slag == Postslag.INN_SNUDD else statuser,
    )
    if post.dato:
        rader = rader.filter(kjoring__utbetalingsdato__lte=post.dato)
    rader = rader.select_related("sak__person", "sak__kontor", "kjoring").order_by("-kjoring__utbetalingsdato")
    return [(rad, sakslenke(aktor, rad.sak, Handling.STONAD_LES)) for rad in rader[:10]]


# One payment's story


@dataclass(frozen=True, slots=True)
class Hendt:
    """A step of a payment's way: what, when, by whom or under which reference, and the file it stands in."""

    hva: str
    dag: date | None
    mer: str = ""
    melding: Bankmelding | None = None


@dataclass(frozen=True, slots=True)
class Betalingslinje:
    """A payment, whose it is, all that has happened with it, and what has to be done now."""

    utbetaling: Utbetaling
    hvem: Sakslenke
    historie: list[Hendt] = field(default_factory=list)
    neste: str = ""


def betalinger_i(kjoring: Kjoring, vis: str = "", finn: str = "") -> QuerySet[Utbetaling]:
    """The payments of a sent run, those with something to see first.

    `vis` is a state, or `apne` for what is left; `finn` a case number or what the bank knows the payment by.
    """
    rader = kjoring.utbetalinger.filter(status__in=SENDT_STATUSER).select_related("sak__person", "sak__kontor")
    if finn:
        rader = rader.filter(Q(sak__saksnummer=finn) | Q(ende_til_ende=finn))
    if vis == "apne":
        rader = rader.exclude(status=Utbetalingsstatus.UTBETALT).exclude(netto=0)
    elif vis in set(Utbetalingsstatus):
        rader = rader.filter(status=vis)
    return rader.order_by("status", "mottaker", "ende_til_ende")


def betalingslinjer(aktor: Aktor, kjoring: Kjoring, rader: Sequence[Utbetaling]) -> list[Betalingslinje]:
    """The payments with their stories. A constant number of queries."""
    ider = [rad.pk for rad in rader]
    felles = list(_felles(kjoring))
    fra_banken = _fra_banken(ider)
    senere = _senere(ider)
    neste = hva_na(rader)
    return [
        Betalingslinje(
            rad,
            sakslenke(aktor, rad.sak, Handling.STONAD_LES),
            [*felles, *fra_banken[rad.pk], *senere[rad.pk]],
            neste.get(rad.pk, ""),
        )
        for rad in rader
    ]


def _felles(kjoring: Kjoring) -> Iterable[Hendt]:
    if kjoring.forberedt:
        yield Hendt(_("Planlagt"), klokke.dagen(kjoring.forberedt), _navn(kjoring.forberedt_av))
    if kjoring.frigitt:
        yield Hendt(_("Frigitt"), klokke.dagen(kjoring.frigitt), _navn(kjoring.frigitt_av))
    filer = kjoring.filer.filter(type="pain001").select_related("dokument").defer("dokument__innhold")
    for fil in filer:
        yield Hendt(_("I filen til banken"), klokke.dagen(fil.laget), fil.dokument.navn)


def _navn(bruker: Bruker | None) -> str:
    return bruker.navn if bruker else ""


def _fra_banken(ider: Collection[UUID]) -> defaultdict[UUID, list[Hendt]]:
    ut: defaultdict[UUID, list[Hendt]] = defaultdict(list)
    poster = Bankpost.objects.filter(
        Q(utbetaling_id__in=ider) | Q(avklaring__utbetaling_id__in=ider), ~Q(samsvar=Samsvar.ALLEREDE)
    ).select_related("melding", "avklaring__av")
    for post in poster.order_by("opprettet", "nummer"):
        avklaring = _avklaring(post)
        ident = avklaring.utbetaling_id if avklaring and avklaring.utbetaling_id else post.utbetaling_id
        if ident is None:
            continue
        dag = post.dato or klokke.dagen(post.melding.mottatt)
        ut[ident].append(Hendt(str(post.get_slag_display()), dag, _mer(post), post.melding))
        if avklaring:
            utfall = str(avklaring.get_utfall_display())
            ut[ident].append(Hendt(utfall, klokke.dagen(avklaring.tid), _hvem_og_hvorfor(avklaring)))
    return ut


def _avklaring(post: Bankpost) -> Postavklaring | None:
    return getattr(post, "avklaring", None)


def _hvem_og_hvorfor(avklaring: Postavklaring) -> str:
    return f"{avklaring.av}: {avklaring.grunn}" if avklaring.av else avklaring.grunn


def _mer(post: Bankpost) -> str:
    deler = []
    if post.slag in {Postslag.AVVIST, Postslag.RETUR}:
        deler.append(arsak_ord(post.arsak_kode, post.arsak_tekst))
    if post.samsvar in {Samsvar.BELOP, Samsvar.MOTSIGELSE}:
        deler.append(f"{post.get_samsvar_display()}.")
    if post.bankreferanse:
        deler.append(_("Bankens referanse %(ref)s.") % {"ref": post.bankreferanse})
    return " ".join(str(del_) for del_ in deler)


def _senere(ider: Collection[UUID]) -> defaultdict[UUID, list[Hendt]]:
    """That it was paid again, and when."""
    ut: defaultdict[UUID, list[Hendt]] = defaultdict(list)
    nye = Utbetaling.objects.filter(erstatter_id__in=ider).exclude(status=Utbetalingsstatus.FORKASTET)
    for ny in nye.select_related("kjoring"):
        if ny.erstatter_id:
            hva = _("Betales på nytt") if ny.status == Utbetalingsstatus.PLANLAGT else _("Betalt på nytt")
            ut[ny.erstatter_id].append(Hendt(hva, ny.kjoring.utbetalingsdato, str(ny.kjoring)))
    return ut


def hva_na(rader: Sequence[Utbetaling]) -> dict[UUID, str]:
    """What has to be done about each payment that did not arrive, in a sentence."""
    ider = [rad.pk for rad in rader if rad.status in IKKE_KOMMET_FRAM]
    if not ider:
        return {}
    igjen = ikke_betalt_pa_nytt(pk__in=ider).select_related("sak__person")
    koder = siste_arsaker(ider)
    return {rad.pk: _hva_na(rad, koder.get(rad.pk, "")) for rad in igjen}


def siste_arsaker(ider: Collection[UUID]) -> dict[UUID, str]:
    """The code of the bank's newest reason for each of the payments."""
    rader = Bankpost.objects.filter(utbetaling_id__in=ider, slag__in=[Postslag.AVVIST, Postslag.RETUR])
    felt = rader.exclude(arsak_kode="").order_by("opprettet", "nummer").values_list("utbetaling_id", "arsak_kode")
    return {ident: kode for ident, kode in felt if ident}


def _hva_na(rad: Utbetaling, kode: str) -> str:
    if rad.prov_igjen:
        return _("Betales til den samme kontoen med neste kjøring.")
    if rad.art == Utbetalingsart.INNKREVING:
        if innkrevingens_konto(rad):
            return _("Det er registrert et nytt krav fra NAV Innkreving. Betales med neste kjøring.")
        return _("Spør NAV Innkreving om riktig konto og KID.")
    if rad.sak.person.utbetalingskonto not in {"", rad.kontonummer}:
        return _("Deltakeren har fått nytt kontonummer. Betales med neste kjøring.")
    if gjelder_kontoen(kode):
        return _("Venter på nytt kontonummer. Deltakeren og veilederen er spurt.")
    return _("Kontoen er det ikke noe galt med. Rett feilen, og velg at den betales på nytt.")


def avvist_for_annet(kjoring: Kjoring) -> int:
    """How many of the run did not arrive for another reason than the account, and wait to be sent again."""
    ider = list(ikke_betalt_pa_nytt(kjoring=kjoring, prov_igjen=False).values_list("pk", flat=True))
    koder = siste_arsaker(ider) if ider else {}
    return sum(not gjelder_kontoen(koder.get(ident, "")) for ident in ider)


def betaling_hent(aktor: Aktor, utbetaling_id: UUID) -> Utbetaling:
    """One payment of a run the actor may see. Raises IkkeTilgang."""
    kommuner = kommuner_for_okonomi(aktor)
    rad = (
        Utbetaling.objects.filter(pk=utbetaling_id, kjoring__kommune__in=kommuner, status__in=SENDT_STATUSER)
        .select_related(
            "kjoring__kommune", "kjoring__frigitt_av", "kjoring__forberedt_av", "sak__person", "sak__kontor"
        )
        .first()
    )
    if rad is None:
        raise IkkeTilgang("betalingen finnes ikke, eller hører til en annen kommune")
    return rad


def kommandoer_for(aktor: Aktor, rad: Utbetaling) -> set[str]:
    """What the actor may say of the payment now."""
    egen = aktor.bruker_id is not None and rad.sak.person.bruker_id == aktor.bruker_id
    if egen or not vurder(aktor, Handling.KJORING_FORBERED, rad.kjoring).tillatt:
        return set()
    mulige = {overgang.kommando for overgang in UTBETALING.overganger if rad.status in overgang.fra}
    if "prov_igjen" in mulige and (rad.prov_igjen or not ikke_betalt_pa_nytt(pk=rad.pk).exists()):
        mulige.remove("prov_igjen")
    return mulige


# The payroll basis against the bank


@dataclass(frozen=True, slots=True)
class Lonnsforklaring:
    """From gross in the payroll basis to what the bank was sent. Whole kroner, all as they are added or taken off."""

    brutto: int
    trekk: int
    trekk_tilbake: int
    til_andre: int
    netto: int
    innkreving: int
    null_kroner: int
    korreksjon: int
    korreksjon_antall: int

    @property
    def til_banken(self) -> int:
        return self.netto + self.innkreving


def lonnsforklaring(kjoring: Kjoring) -> Lonnsforklaring:
    """How the two files of a run hang together, line by line."""
    rader = kjoring.utbetalinger.filter(status__in=SENDT_STATUSER)
    innkreving, tilbake = Q(art=Utbetalingsart.INNKREVING), Q(art=Utbetalingsart.TILBAKEFORING)
    sum_ = rader.aggregate(
        sum_brutto=Sum("brutto", filter=~innkreving, default=0),
        sum_trekk=Sum("trekk", filter=~innkreving & ~tilbake, default=0),
        sum_tilbake=Sum("trekk", filter=tilbake, default=0),
        sum_til_andre=Sum("til_andre", filter=~innkreving, default=0),
        sum_netto=Sum("netto", filter=~innkreving, default=0),
        sum_innkreving=Sum("netto", filter=innkreving, default=0),
        antall_null=Count("pk", filter=~innkreving & Q(netto=0)),
    )
    forskudd = Trekklinje.objects.filter(
        utbetaling__kjoring=kjoring, utbetaling__status__in=SENDT_STATUSER, trekk__art=Trekkart.FORSKUDD
    ).aggregate(sum=Sum("belop", default=0))["sum"]
    # What never arrived is taken out (the odd ones), what arrived all the same is put in again.
    fortegn = 1 - 2 * (F("nummer") % 2)
    rettet = kjoring.lonnskorreksjoner.aggregate(
        sum=Sum(F("utbetaling__brutto") * fortegn, default=0), antall=Count("pk")
    )
    rettet_forskudd = kjoring.lonnskorreksjoner.filter(utbetaling__trekklinjer__trekk__art=Trekkart.FORSKUDD).aggregate(
        sum=Sum(F("utbetaling__trekklinjer__belop") * fortegn, default=0)
    )["sum"]
    return Lonnsforklaring(
        # An advance was income when it was paid: the month it is taken from has the rest.
        brutto=sum_["sum_brutto"] - forskudd,
        trekk=sum_["sum_trekk"] + forskudd,
        trekk_tilbake=sum_["sum_tilbake"],
        til_andre=sum_["sum_til_andre"],
        netto=sum_["sum_netto"],
        innkreving=sum_["sum_innkreving"],
        null_kroner=sum_["antall_null"],
        korreksjon=rettet["sum"] - rettet_forskudd,
        korreksjon_antall=rettet["antall"],
    )


# What waits for økonomi


def avstemmingsgjoremal(aktor: Aktor) -> Iterable[Gjoremalrad]:
    """For Min dag: a row for each run with something to do, and one for what belongs to no run."""
    if not aktor.roller & HANDLINGER[Handling.KJORING_FORBERED]:
        return []
    kommuner = kommuner_for_okonomi(aktor, Handling.KJORING_FORBERED)
    kjoringer = Kjoring.objects.filter(kommune__in=kommuner, status=Kjoringsstatus.SENDT)
    kjoringer = kjoringer.select_related("kommune").order_by("-maned", "-nummer")
    nye = list(kjoringer[:KJORINGER_VIST])
    aktuelle = uavsluttede([*nye, *_eldre_med_noe_a_gjore(kjoringer.exclude(pk__in=[ett.pk for ett in nye]))])
    borte = _venter_pa_konto([kjoring.pk for kjoring in aktuelle])
    rader = [
        gjoremal
        for rad in kjoringsrader(aktuelle)
        if (gjoremal := _kjoringens(rad, aktor, borte.get(rad.kjoring.pk, 0)))
    ]
    lose = apne_poster().filter(melding__kommune__in=kommuner, utbetaling__isnull=True, kjoring__isnull=True).count()
    if lose:
        tekst = ngettext(
            "%(n)s bevegelse på kontoen hører ikke til noen betaling",
            "%(n)s bevegelser på kontoen hører ikke til noen betaling",
            lose,
        )
        rader.append(
            Gjoremalrad(
                _("Avstemming"), tekst % {"n": lose}, "", None, None, _("Avklar"), "avstemming", slag="avstemming"
            )
        )
    return rader


def _eldre_med_noe_a_gjore(kjoringer: QuerySet[Kjoring]) -> QuerySet[Kjoring]:
    """Those of the runs whose money came back, or that the bank has said something of since: their age is no answer."""
    apne, borte = apne_poster().order_by(), ikke_betalt_pa_nytt(prov_igjen=False).order_by()
    return kjoringer.filter(
        Q(pk__in=apne.values("utbetaling__kjoring_id"))
        | Q(pk__in=apne.values("kjoring_id"))
        | Q(pk__in=borte.values("kjoring_id"))
    )


def uavsluttede(kjoringer: Sequence[Kjoring]) -> list[Kjoring]:
    """The runs that are not reconciled as they stand. Asks for less than the figures of all of them take."""
    ider = [kjoring.pk for kjoring in kjoringer]
    siste = {rad.kjoring_id: rad for rad in Avstemming.objects.filter(kjoring_id__in=ider).order_by("avstemt")}
    summer, _null = summer_for(list(siste))
    apne = apne_per_kjoring(ider)
    return [
        kjoring
        for kjoring in kjoringer
        if kjoring.pk not in siste or apne[kjoring.pk] or endret_siden(siste[kjoring.pk], summer[kjoring.pk])
    ]


def _venter_pa_konto(ider: Collection[UUID]) -> dict[UUID, int]:
    """How many of each run's payments did not arrive, and cannot go again as things stand."""
    venter = samme_konto() | Q(art=Utbetalingsart.INNKREVING)  # whose account is not the participant's
    rader = ikke_betalt_pa_nytt(kjoring_id__in=ider, prov_igjen=False).filter(venter)
    return dict(rader.order_by().values_list("kjoring_id").annotate(antall=Count("pk")))


def _kjoringens(rad: Kjoringsrad, aktor: Aktor, borte: int) -> Gjoremalrad | None:
    """The run's most pressing thing; None when there is none for this actor."""
    regnskap = rad.regnskap
    if regnskap.apne:
        tekst = ngettext("%(n)s svar fra banken må avklares", "%(n)s svar fra banken må avklares", regnskap.apne)
        hva, knapp = tekst % {"n": regnskap.apne}, _("Avklar")
    elif borte:
        tekst = ngettext("%(n)s betaling kom ikke fram", "%(n)s betalinger kom ikke fram", borte)
        hva, knapp = tekst % {"n": borte}, _("Se hva som må gjøres")
    elif regnskap.forfalt:
        n = regnskap.utestaende.antall
        tekst = ngettext("Banken har ikke svart på %(n)s betaling", "Banken har ikke svart på %(n)s betalinger", n)
        hva, knapp = tekst % {"n": n}, _("Se hvilke")
    elif regnskap.gar_opp and not rad.gjelder and kan_avstemme(aktor, rad):
        hva, knapp = _("Alt er gjort opp med banken, og kan avstemmes"), _("Avstem")
    else:
        return None
    navn = _("Utbetaling for %(maned)s") % {"maned": rad.kjoring.i_ord}
    frist = regnskap.frist if regnskap.forfalt else None
    return Gjoremalrad(
        navn, hva, "", rad.kjoring.utbetalingsdato, frist, knapp, "avstemming_kjoring", (rad.kjoring.pk,), "avstemming"
    )
