"""What stands between a draft and the beslutter: each hindrance a sentence at the field it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.etter.models import Kommuneflytting
from fotfeste.fag.kartlegging.enums import Innsatsgruppe
from fotfeste.fag.kartlegging.selectors import aev_er_planlagt
from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.vedtak.enums import GIR_PERIODE, KREVER_FORHANDSVARSEL, OPPHOR, Vedtakstype
from fotfeste.fag.vedtak.fakta import fattede, saksfrister
from fotfeste.fag.vedtak.ferskhet import gjeldende_aev, hindring_i_alderen
from fotfeste.fag.vedtak.fravaerstrekk import hindringer_i_trekket
from fotfeste.fag.vedtak.hjemler import SVARER_PA_SOKNAD
from fotfeste.fag.vedtak.models import Vedtak, Vilkarsvurdering
from fotfeste.fag.vedtak.perioder import avbruddsperioder, les, vedtaksperioder_for
from fotfeste.fag.vedtak.punkter import hindringer_i_punktene
from fotfeste.fag.vedtak.samlet_tid import merknad_om_tiden
from fotfeste.fag.vedtak.tilbakebetaling import hindringer_i_tilbakebetalingen
from fotfeste.fag.vedtak.vern import vernede_fravaer
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.regelverk import frister, tid, vilkar
from fotfeste.regelverk.livslop import GRUNNER, Grunn, vern_mot_slutt
from fotfeste.regelverk.rettskilde import fk, sotjl
from fotfeste.regelverk.tid import Periode
from fotfeste.regelverk.vilkar import AVSLAGSGRUNNER, VILKAR, Avslagsgrunn, Utfall, Vilkarskode, Vurdering

_IKKE_EN_GRUNN = re.compile(
    r"\b(budsjett\w*|venteliste\w*|ledige? plass\w*|ikke plass|fulle plasser|er fullt(?! ut)|kapasitet\w*)",
    re.IGNORECASE,
)
"""Words of grounds the law does not know (docs/beslutninger/0004). A person reads the sentence they stand in."""

_SPRAK = re.compile(r"\b(norsk\w*|språk\w*|analfabet\w*|tolk\w*)", re.IGNORECASE)
_SETNINGSSLUTT = re.compile(r"[.!?;\n]+")
_I_STEDET = re.compile(r"\b(i stedet|tilbud\w*|tilby\w*|kurs\w*|introduksjonsprogram\w*)", re.IGNORECASE)
_SOKE_IGJEN = re.compile(r"\b(søke? (på nytt|igjen)|ny søknad)", re.IGNORECASE)

_ALLE_GODE = tuple(Vurdering(kode, Utfall.OPPFYLT, "–") for kode in Vilkarskode)

BEGRUNNELSER = (
    ("begrunnelse_regler", gettext_lazy("Skriv hvilken regel vedtaket bygger på, med egne ord.")),
    ("begrunnelse_fakta", gettext_lazy("Skriv hvilke fakta som har vært avgjørende, ett per linje.")),
    ("begrunnelse_hensyn", gettext_lazy("Skriv hva du har lagt vekt på i vurderingen.")),
)


def hindringer(vedtak: Vedtak, dag: date) -> list[Fagfeil]:
    """Everything that must be mended before the decision can go to the beslutter or be taken on `dag`."""
    if soknad_er_trukket(vedtak):
        return [Fagfeil(_("Søknaden er trukket, så det er ikke noe å svare på. Legg bort utkastet."), felt="soknad")]
    vurderinger = list(vedtak.vilkar.all())
    return [
        *_AV_TYPE[vedtak.type](vedtak, vurderinger, dag),
        *hindringer_i_punktene(vedtak),
        *(_grunnen(vedtak) if vedtak.type in OPPHOR else ()),
        *_annen_sak(vedtak),
        *_forhandsvarsel(vedtak, dag),
        *(
            Fagfeil(str(setning), felt=felt, hjemmel="fvl § 25")
            for felt, setning in BEGRUNNELSER
            if not getattr(vedtak, felt).strip()
        ),
    ]


def merknader(vedtak: Vedtak, dag: date) -> list[str]:
    """What the one who writes and the one who decides should look at once more; nothing here stops the decision."""
    om_tiden = merknad_om_tiden(vedtak.sak) if vedtak.type in GIR_PERIODE else ""
    alltid = [*([om_tiden] if om_tiden else []), *_annen_innsatsgruppe(vedtak)]
    if vedtak.type == Vedtakstype.AVSLAG:
        tekster = (vedtak.begrunnelse_regler, vedtak.begrunnelse_fakta, vedtak.begrunnelse_hensyn)
        return [*alltid, *merknader_til(*tekster), *_bare_sprak(vedtak)]
    if vedtak.type == Vedtakstype.INNVILGELSE:
        return [*alltid, *_sen_start(vedtak, dag)]
    if vedtak.type == Vedtakstype.AVSLUTNING:
        return [*_flyttingen(vedtak), *_borte_ved_slutten(vedtak)]
    return alltid


def _annen_innsatsgruppe(vedtak: Vedtak) -> list[str]:
    """An assessment that concludes with another kind of help decides nothing by itself (VM-04)."""
    aev = gjeldende_aev(vedtak) if vedtak.type in SVARER_PA_SOKNAD else None
    if aev is None or aev.innsatsgruppe in {"", Innsatsgruppe.SPESIELT_TILPASSET}:
        return []
    setning = _(
        "Arbeidsevnevurderingen konkluderer med «%(gruppe)s». Det avgjør ikke søknaden: kontorets regel om "
        "innsatsgruppe er ikke et vilkår. Vurder hvert vilkår i § 29 for seg."
    )
    return [setning % {"gruppe": aev.get_innsatsgruppe_display()}]


def _bare_sprak(vedtak: Vedtak) -> list[str]:
    """A refusal whose every weighed sentence is about language: that is no ground (docs/beslutninger/0004)."""
    setninger = [ett for ett in _SETNINGSSLUTT.split(vedtak.begrunnelse_hensyn) if ett.strip()]
    if not setninger or not all(_SPRAK.search(ett) for ett in setninger):
        return []
    return [
        _(
            "Begrunnelsen handler bare om språk. Språk alene er ingen grunn til avslag: skriv hva annet som gjør at "
            "vilkåret ikke er oppfylt, eller innvilg programmet (sotjl § 29)."
        )
    ]


def rad_ved_avslag(vedtak: Vedtak) -> list[str]:
    """Advice: a refusal says what the applicant is offered instead, and when to apply again (RM-12, RM-13)."""
    if vedtak.type != Vedtakstype.AVSLAG:
        return []
    tekst = f"{vedtak.begrunnelse_fakta}\n{vedtak.begrunnelse_hensyn}"
    rad = []
    if not _I_STEDET.search(tekst):
        rad.append(_("Skriv hva søkeren får tilbud om i stedet, for eksempel et kurs eller en samtale."))
    if not _SOKE_IGJEN.search(tekst):
        rad.append(_("Skriv når søkeren kan søke på nytt, og hva som må være annerledes da."))
    return rad


def _sen_start(vedtak: Vedtak, dag: date) -> list[str]:
    """The six months of § 31 are over: the office is late, and the right is there all the same."""
    if vedtak.soknad is None:
        return []
    senest = vilkar.siste_start(vedtak.soknad.mottatt)
    if senest >= dag or (vedtak.fra and vedtak.fra <= senest):
        return []
    setning = _(
        "Programmet skulle begynt senest %(dag)s (sotjl § 31). Retten faller ikke bort fordi vi er sene: la det "
        "begynne så snart det går, og skriv i begrunnelsen hvorfor det tok tid."
    )
    return [setning % {"dag": dato_ord(senest)}]


def _flyttingen(vedtak: Vedtak) -> list[str]:
    """One who moves to another municipality is handed over, not let go. Talking with the new office takes a yes."""
    if vedtak.avslutningsmate != Avslutningsmate.FLYTTET_KOMMUNE:
        return []
    if Kommuneflytting.objects.filter(sak_id=vedtak.sak_id, kontakt_dato__isnull=False).exists():
        return []
    return [
        _(
            "Snakk med kontoret i den nye kommunen før programmet slutter, hvis deltakeren vil det, og registrer det "
            "under «Start, pause og slutt»."
        )
    ]


def _borte_ved_slutten(vedtak: Vedtak) -> list[str]:
    """The ground is another, but the participant is in the first year of an absence the law protects (§ 34)."""
    siste_dag = vedtak.fra
    if siste_dag is None or (vedtak.grunn and GRUNNER[Grunn(vedtak.grunn)].fravaer):
        return []
    return [
        _(
            "Deltakeren er borte fra %(dag)s: %(grunn)s. Det første året kan programmet ikke avsluttes på grunn av det "
            "(sotjl § 34). Se etter at grunnen virkelig er en annen."
        )
        % {"dag": dato_ord(ett.fra), "grunn": GRUNNER[ett.grunn].navn.lower()}
        for ett in vernede_fravaer(vedtak)
        if ett.fra <= siste_dag < ett.til
    ]


def merknader_til(*tekster: str) -> list[str]:
    """A remark on each word in the texts that names money or places as a reason not to be offered the programme."""
    return [
        _("Begrunnelsen nevner «%(ord)s». Programmet er en rett: økonomi og plass er ikke grunner (sotjl § 29).")
        % {"ord": ord_}
        for ord_ in dict.fromkeys(treff.group().lower() for treff in _IKKE_EN_GRUNN.finditer(" ".join(tekster)))
    ]


def soknad_er_trukket(vedtak: Vedtak) -> bool:
    """Whether the application the decision answers has been withdrawn since it was begun."""
    return vedtak.soknad is not None and vedtak.soknad.status == Soknadsstatus.TRUKKET


def som_vurdering(rad: Vilkarsvurdering) -> Vurdering:
    """The row as the rules read it."""
    return Vurdering(Vilkarskode(rad.kode), Utfall(rad.utfall), rad.begrunnelse)


def _innvilgelse(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    aev = gjeldende_aev(vedtak)
    ferdig = aev.ferdigstilt if aev else None
    feil = [
        Fagfeil(setning, felt="aev", hjemmel=str(VILKAR[Vilkarskode.AEV].hjemmel))
        for setning in vilkar.hindringer_i_aev(ferdig, dag)
    ]
    feil += hindring_i_alderen(vedtak, dag)
    for rad in vurderinger:
        vurdering = som_vurdering(rad)
        feil += [
            Fagfeil(setning, felt=f"vilkar_{rad.kode}", hjemmel=str(VILKAR[vurdering.kode].hjemmel))
            for setning in vilkar.kan_innvilges([*_ALLE_GODE, vurdering])
        ]
    if vedtak.fra is None:
        return [*feil, _mangler_start()]
    if not vilkar.er_innen_alder(vedtak.sak.person.fodselsdato, vedtak.fra):
        feil.append(
            Fagfeil(
                _("Søkeren er %(ar)s år %(dag)s. Programmet er for den som er mellom 18 og 67 år.")
                % {"ar": vedtak.sak.person.alder(vedtak.fra), "dag": dato_ord(vedtak.fra)},
                felt="vilkar_alder",
                hjemmel=str(VILKAR[Vilkarskode.ALDER].hjemmel),
            )
        )
    mottatt = vedtak.soknad.mottatt if vedtak.soknad else vedtak.fra
    i_lengden = vilkar.hindringer_i_lengden(vedtak.fra, vedtak.til)
    for setning in vilkar.hindringer_i_perioden(fra=vedtak.fra, til=vedtak.til, soknad_mottatt=mottatt, dag=dag):
        if setning in i_lengden:
            feil.append(Fagfeil(setning, felt="til", hjemmel=str(fk(2, 1))))
        else:
            feil.append(Fagfeil(setning, felt="fra", hjemmel=str(sotjl(31))))
    return feil


def _avslag(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    if not vedtak.avslagsgrunn:
        return [
            Fagfeil(
                _("Velg hvorfor søknaden avslås. Økonomi og fulle plasser er ikke grunner: programmet er en rett."),
                felt="avslagsgrunn",
                hjemmel=str(sotjl(29)),
            )
        ]
    grunn = Avslagsgrunn(vedtak.avslagsgrunn)
    setninger = vilkar.kan_avslas(grunn, [som_vurdering(rad) for rad in vurderinger])
    felt = f"vilkar_{AVSLAGSGRUNNER[grunn].vilkar}"
    person = vedtak.sak.person
    if grunn is Avslagsgrunn.ALDER and vilkar.er_innen_alder(person.fodselsdato, dag):
        setninger = [
            _("Søkeren er %(ar)s år %(dag)s, altså mellom 18 og 67. Alderen er ingen grunn til avslag.")
            % {"ar": person.alder(dag), "dag": dato_ord(dag)}
        ]
    venter = vilkar.avslag_venter_pa_aev(grunn, planlagt=aev_er_planlagt(vedtak.sak))
    setninger = [*venter, *setninger]
    return [Fagfeil(setning, felt=felt, hjemmel=str(AVSLAGSGRUNNER[grunn].hjemmel)) for setning in setninger]


def _forlengelse(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    if vedtak.fra is None:
        return [_mangler_start()]
    feil = [
        Fagfeil(setning, felt="til", hjemmel=str(fk(2, 1)))
        for setning in vilkar.hindringer_i_lengden(vedtak.fra, vedtak.til)
    ]
    siste = _siste_innvilgede(vedtak)
    if siste is None:
        feil.append(Fagfeil(_("Det er ikke noe vedtak å forlenge. Innvilg programmet først."), felt="fra"))
    elif vedtak.fra <= siste:
        feil.append(
            Fagfeil(
                _("Perioden er alt innvilget til og med %(dag)s. La forlengelsen begynne dagen etter, eller senere.")
                % {"dag": dato_ord(siste)},
                felt="fra",
            )
        )
    return [*feil, *_varigheten(vedtak, vedtak.fra, saksfrister(vedtak.sak, dag))]


def _varigheten(vedtak: Vedtak, fra: date, grenser: Mapping[str, date]) -> list[Fagfeil]:
    """Two years, and one more for special reasons: not past either, nor the second before the first is used up."""
    saerlig = vedtak.type == Vedtakstype.SAERLIG_FORLENGELSE
    grense, ordinaer = grenser.get("maks_forlenget" if saerlig else "maks_ordinaer"), grenser.get("maks_ordinaer")
    feil = []
    if saerlig and ordinaer and fra <= ordinaer:
        feil.append(
            Fagfeil(
                _(
                    "De to årene er ikke brukt opp: programmet kan vare til og med %(dag)s uten særlige grunner. "
                    "Lag en vanlig forlengelse til da først."
                )
                % {"dag": dato_ord(ordinaer)},
                felt="fra",
                hjemmel=str(sotjl(32, 1)),
            )
        )
    if grense and vedtak.til and vedtak.til > grense:
        ar = _("tre år med særlige grunner") if saerlig else _("to år")
        feil.append(
            Fagfeil(
                _("Programmet kan vare i høyst %(ar)s, til og med %(dag)s. Sett sluttdatoen til da eller før.")
                % {"ar": ar, "dag": dato_ord(grense)},
                felt="til",
                hjemmel=str(sotjl(32, 1)),
            )
        )
    return feil


def _siste_innvilgede(vedtak: Vedtak) -> date | None:
    """The last day the case's decisions give a right to, one that ends it included; None before a grant."""
    return max((p.slutt for p in les(fattede(vedtak.sak), None).rett), default=None)


def _avbrudd(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    if vedtak.fra is None:
        return [Fagfeil(_("Skriv hvilken dag pausen begynner."), felt="fra")]
    siste = _siste_innvilgede(vedtak)
    if siste and vedtak.fra > siste:
        return [
            Fagfeil(
                _("Vedtaket om program gjelder til og med %(dag)s. En pause må begynne da eller før.")
                % {"dag": dato_ord(siste)},
                felt="fra",
            )
        ]
    for pause in avbruddsperioder(fattede(vedtak.sak)):
        if pause.overlapper(Periode(vedtak.fra, vedtak.til)):
            return [
                Fagfeil(
                    _("Det er alt vedtatt en pause fra %(dag)s. Velg dager som ikke går inn i den.")
                    % {"dag": dato_ord(pause.fra)},
                    felt="fra",
                )
            ]
    senest = tid.legg_til_maneder(vedtak.fra, int(frister.AVBRUDD_HOYST.verdi))
    if vedtak.til and vedtak.til >= senest:
        return [
            Fagfeil(
                _("En pause kan vare i høyst ett år. Sett siste dag til før %(dag)s.") % {"dag": dato_ord(senest)},
                felt="til",
                hjemmel=str(frister.AVBRUDD_HOYST.hjemmel),
            )
        ]
    return []


def _gjenopptak(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    if vedtak.fra is None:
        return [Fagfeil(_("Skriv hvilken dag programmet begynner igjen."), felt="fra")]
    tidligere = fattede(vedtak.sak)
    pauser = avbruddsperioder(tidligere)
    if pauser:
        pause = next((p for p in reversed(pauser) if p.fra <= vedtak.fra), pauser[-1])
        if feil := _etter_pausen(vedtak.fra, pause):
            return [feil]
    if les(tidligere, None).har_rett(vedtak.fra):
        return []
    return [
        Fagfeil(
            _(
                "Ingen vedtak gir rett til program %(dag)s. Forleng programmet først, eller avslutt det hvis det ikke "
                "kan forlenges."
            )
            % {"dag": dato_ord(vedtak.fra)},
            felt="fra",
            hjemmel=str(fk(2, 1)),
        )
    ]


def _etter_pausen(fra: date, pause: Periode) -> Fagfeil | None:
    """Why the programme cannot be taken up again on `fra`: the pause has not begun, is over, or has lasted a year."""
    senest = tid.legg_til_maneder(pause.fra, int(frister.AVBRUDD_HOYST.verdi))
    if fra <= pause.fra:
        setning = _("Pausen begynte %(dag)s. Programmet kan begynne igjen dagen etter, eller senere.")
        return Fagfeil(setning % {"dag": dato_ord(pause.fra)}, felt="fra")
    if pause.til and fra > pause.til:
        setning = _(
            "Pausen slutter av seg selv %(dag)s, og programmet går videre dagen etter. Det trengs ikke noe vedtak for "
            "det, så legg bort utkastet."
        )
        return Fagfeil(setning % {"dag": dato_ord(pause.til)}, felt="fra")
    if fra > senest:
        setning = _(
            "Programmet har hatt pause siden %(dag)s. Når pausen har vart i ett år, skal programmet avsluttes. Lag et "
            "vedtak om avslutning. Personen kan søke om et nytt program."
        )
        return Fagfeil(setning % {"dag": dato_ord(pause.fra)}, felt="fra", hjemmel=str(frister.AVBRUDD_HOYST.hjemmel))
    return None


def _avslutning(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    feil = []
    siste = _siste_innvilgede(vedtak)
    if vedtak.fra is None:
        feil.append(Fagfeil(_("Skriv programmets siste dag."), felt="fra"))
    elif siste and vedtak.fra > siste:
        setning = _("Vedtaket om program gjelder til og med %(dag)s. Programmets siste dag må være da eller før.")
        feil.append(Fagfeil(setning % {"dag": dato_ord(siste)}, felt="fra", hjemmel=str(fk(2, 1))))
    if not vedtak.avslutningsmate:
        feil.append(Fagfeil(_("Velg hvordan programmet slutter."), felt="avslutningsmate"))
    if not vedtak.situasjon:
        feil.append(
            Fagfeil(_("Kryss av for hva deltakeren går til. Vet du det ikke, velger du «Ukjent»."), felt="situasjon")
        )
    if vedtak.avslutningsmate in _HAR_INNTEKT and not vedtak.viktigste_inntekt:
        feil.append(Fagfeil(_("Velg hva deltakeren først og fremst skal leve av nå."), felt="viktigste_inntekt"))
    return [*feil, *_avtalen(vedtak)]


_HAR_INNTEKT = frozenset({Avslutningsmate.FULLFORT, Avslutningsmate.ETTER_AVBRUDD})
"""Endings after which SSB asks for the main income (KOSTRA 39)."""


def _avtalen(vedtak: Vedtak) -> list[Fagfeil]:
    """Fullført or by agreement: it went as planned, or the participant has said yes to stopping before."""
    if vedtak.avslutningsmate != Avslutningsmate.FULLFORT:
        return []
    if vedtak.planlagt is None:
        return [Fagfeil(_("Svar på om programmet slutter som planlagt."), felt="planlagt")]
    if not vedtak.planlagt and not (vedtak.har_svart and vedtak.uttalelse.strip()):
        setning = _("En avtale har to parter: registrer hva deltakeren sier om å slutte før planen var ferdig.")
        return [Fagfeil(setning, felt="forhandsvarsel", hjemmel=str(sotjl(42)))]
    return []


def _grunnen(vedtak: Vedtak) -> list[Fagfeil]:
    """Why it pauses or ends, what shows it, and the first year the law protects (§ 34)."""
    if not vedtak.grunn:
        return [Fagfeil(_("Velg grunnen."), felt="grunn", hjemmel=str(sotjl(34, 1)))]
    grunn = Grunn(vedtak.grunn)
    regel, slutter = GRUNNER[grunn], vedtak.type == Vedtakstype.AVSLUTNING
    feil = []
    if not (regel.slutt if slutter else regel.pause):
        setning = _("«%(grunn)s» er ingen grunn til en pause. Velg en annen.") % {"grunn": regel.navn}
        feil.append(Fagfeil(setning, felt="grunn", hjemmel=str(regel.hjemmel)))
    if regel.skal_skrives and not vedtak.grunn_ord.strip():
        feil.append(Fagfeil(_("Skriv hva grunnen er, med egne ord."), felt="grunn_ord"))
    if regel.vernet and vedtak.fravaer_fra is None:
        setning = _(
            "Skriv hvilken dag fraværet begynte. Det første året kan programmet ikke avsluttes på grunn av det."
        )
        feil.append(Fagfeil(setning, felt="fravaer_fra", hjemmel=str(sotjl(34, 2))))
    if slutter and vedtak.fra:
        feil += _i_det_vernede_aret(vedtak, grunn, vedtak.fra)
        feil += _ett_ars_pause(vedtak, grunn, vedtak.fra)
    return feil


def _i_det_vernede_aret(vedtak: Vedtak, grunn: Grunn, siste_dag: date) -> list[Fagfeil]:
    sagt = bool(vedtak.har_svart and vedtak.uttalelse.strip())
    setning = vern_mot_slutt(grunn, vernede_fravaer(vedtak), siste_dag, deltakeren_har_sagt_det=sagt)
    return [Fagfeil(setning, felt="grunn", hjemmel=str(sotjl(34, 2)))] if setning else []


def _ett_ars_pause(vedtak: Vedtak, grunn: Grunn, siste_dag: date) -> list[Fagfeil]:
    if grunn is not Grunn.PAUSE_I_ETT_AR:
        return []
    pauser = avbruddsperioder(fattede(vedtak.sak))
    siste = next((pause for pause in reversed(pauser) if pause.fra <= siste_dag), None)
    if siste and tid.legg_til_maneder(siste.fra, int(frister.AVBRUDD_HOYST.verdi)) <= siste_dag + tid.EN_DAG:
        return []
    return [Fagfeil(_("Programmet har ikke hatt pause i ett år da."), felt="grunn", hjemmel=str(sotjl(34, 1, 3)))]


def _annen_sak(vedtak: Vedtak) -> list[Fagfeil]:
    """A person has the right to one programme at a time: no day may have a right in two cases."""
    if vedtak.type not in GIR_PERIODE or vedtak.fra is None or (vedtak.til and vedtak.til < vedtak.fra):
        return []
    andre = Sak.objects.filter(person_id=vedtak.sak.person_id).exclude(pk=vedtak.sak_id)
    numre = dict(andre.values_list("pk", "saksnummer"))
    ny = Periode(vedtak.fra, vedtak.til)
    for sak_id, perioder in vedtaksperioder_for(list(numre)).items():
        rett = next((rett for rett in perioder.rett if rett.overlapper(ny)), None)
        if rett is not None:
            return [Fagfeil(_allerede_i_program(numre[sak_id], rett), felt="fra")]
    return []


def _allerede_i_program(saksnummer: str, rett: Periode) -> str:
    if rett.til is None:
        return _("Sak %(sak)s gir samme person rett til program uten sluttdato. Avslutt den saken først.") % {
            "sak": saksnummer
        }
    return _(
        "Sak %(sak)s gir samme person rett til program til og med %(dag)s. La dette vedtaket begynne etter det, eller "
        "avslutt den saken tidligere."
    ) % {"sak": saksnummer, "dag": dato_ord(rett.til)}


def _endring(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    return [] if vedtak.fra else [Fagfeil(_("Skriv hvilken dag endringen gjelder fra."), felt="fra")]


def _fravaerstrekk(vedtak: Vedtak, vurderinger: Iterable[Vilkarsvurdering], dag: date) -> list[Fagfeil]:
    return hindringer_i_trekket(vedtak, dag)


def _forhandsvarsel(vedtak: Vedtak, dag: date) -> list[Fagfeil]:
    if vedtak.type not in KREVER_FORHANDSVARSEL or vedtak.er_hort(dag):
        return []
    if vedtak.forhandsvarsel and vedtak.uttalefrist:
        setning = _(
            "Deltakeren har frist til og med %(dag)s med å svare på varselet. Vent til den er ute, eller registrer "
            "svaret."
        ) % {"dag": dato_ord(vedtak.uttalefrist)}
    else:
        setning = _("Send forhåndsvarsel først, så deltakeren får si hva han eller hun mener før vi bestemmer oss.")
    return [Fagfeil(setning, felt="forhandsvarsel", hjemmel="fvl § 16")]


def _mangler_start() -> Fagfeil:
    return Fagfeil(_("Skriv hvilken dag perioden begynner."), felt="fra")


_AV_TYPE: dict[str, Callable[[Vedtak, list[Vilkarsvurdering], date], list[Fagfeil]]] = {
    Vedtakstype.INNVILGELSE: _innvilgelse,
    Vedtakstype.AVSLAG: _avslag,
    Vedtakstype.FORLENGELSE: _forlengelse,
    Vedtakstype.SAERLIG_FORLENGELSE: _forlengelse,
    Vedtakstype.AVBRUDD: _avbrudd,
    Vedtakstype.GJENOPPTAK: _gjenopptak,
    Vedtakstype.AVSLUTNING: _avslutning,
    Vedtakstype.ENDRING: _endring,
    Vedtakstype.FRAVAERSTREKK: _fravaerstrekk,
    Vedtakstype.TILBAKEBETALING: lambda vedtak, _vurderinger, _dag: hindringer_i_tilbakebetalingen(vedtak),
}
