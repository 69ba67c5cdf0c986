"""The month's sheet as a form: three fields a day, filled in from the plan; and an absence of several days.

Used by the participant and the office alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.fag.oppmote.ark import Ark, Arkdag, timetall
from fotfeste.fag.oppmote.dagsvalg import Onske, fravaer_av_dager, kode_av, tolk_dag
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.oppmote.services import Fil
from fotfeste.flater.felles.filer import Filfelt, Filvelger
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt, Timefelt
from fotfeste.grunnmur.leseord import dag_ord, ukedagsnavn

TRENGER_DATO = (Fravaersarsak.FOR_TERMIN, Fravaersarsak.FODSEL, Fravaersarsak.FARS_OMSORG)

Barnevalg = Sequence[tuple[UUID, str]]


class Papirfelt(Filfelt):
    """Photos or PDFs. On a phone the choice offers the camera."""

    widget = Filvelger(attrs={"accept": "image/*,application/pdf"})


def filer_i(valgte: Sequence[tuple[str, bytes]]) -> list[Fil]:
    """What a Papirfelt holds, as the services take it."""
    return [Fil(navn, innhold) for navn, innhold in valgte]


def dagsnavn(dag: date) -> str:
    """«mandag 4. mai»."""
    return f"{ukedagsnavn(dag)} {dag_ord(dag)}"


def arsaksvalg(barn: Barnevalg) -> list[tuple[str, str]]:
    """Reasons to be away that need no date of their own; each child is a choice of its own."""
    ut: list[tuple[str, str]] = []
    for arsak in Fravaersarsak:
        if arsak in TRENGER_DATO:
            continue
        if arsak == Fravaersarsak.BARNS_SYKDOM:
            ut += [(f"{arsak.value}:{ident}", _("%s var syk") % navn) for ident, navn in barn]
        else:
            ut.append((arsak.value, str(arsak.label)))
    return ut


@dataclass(frozen=True, slots=True)
class Dagrad:
    """A day with its fields, for the page."""

    dag: Arkdag
    timer: forms.BoundField | None
    arbeid: forms.BoundField
    arsak: forms.BoundField | None

    @property
    def navn(self) -> str:
        return dagsnavn(self.dag.dato)

    @property
    def apen(self) -> bool:
        """Whether something is wrong here, so that it must be seen."""
        return any(felt is not None and felt.errors for felt in (self.timer, self.arbeid, self.arsak))


class Timelisteskjema(Skjema):
    """Every day of the month: hours in the programme, hours of paid work, and why somebody was away."""

    merknad = Tekstfelt(label=gettext_lazy("Noe veilederen din bør vite?"), required=False, max_length=2000)

    def __init__(self, *args: Any, ark: Ark, barn: Barnevalg, for_kontor: bool = False, **kwargs: Any) -> None:
        self.ark = ark
        kwargs.setdefault("versjon", ark.timeliste.versjon)
        kwargs.setdefault("initial", {"merknad": ark.timeliste.merknad, **dict(_verdier(ark))})
        super().__init__(*args, **kwargs)
        if for_kontor:
            self.fields["merknad"].label = _("Merknad fra deltakeren")
        ingen = _("Ikke borte") if for_kontor else _("Nei, jeg var ikke borte")
        valg = [("", ingen), *arsaksvalg(barn)]
        for dag in ark.dager:
            self._legg_til(dag, valg)

    def _legg_til(self, dag: Arkdag, valg: list[tuple[str, str]]) -> None:
        iso, navn = dag.dato.isoformat(), dagsnavn(dag.dato)
        if not dag.er_fri:
            self.fields[f"timer_{iso}"] = Timefelt(
                label=_("Timer i programmet %s") % navn, required=False, min_value=0, max_digits=4
            )
            egne = list(valg)
            if dag.fravaer and kode_av(dag.fravaer) not in dict(egne):
                egne.append((kode_av(dag.fravaer), str(dag.fravaer.get_arsak_display())))
            self.fields[f"arsak_{iso}"] = forms.ChoiceField(
                label=_("Borte %s?") % navn,
                choices=egne,
                required=False,
                widget=forms.Select(attrs={"class": "ds-input"}),
            )
        self.fields[f"arbeid_{iso}"] = Timefelt(label=_("Timer i lønnet jobb %s") % navn, required=False, max_digits=4)

    def _rad(self, dag: Arkdag) -> Dagrad:
        iso = dag.dato.isoformat()
        fri = dag.er_fri
        return Dagrad(
            dag,
            None if fri else self[f"timer_{iso}"],
            self[f"arbeid_{iso}"],
            None if fri else self[f"arsak_{iso}"],
        )

    @property
    def rader(self) -> list[Dagrad]:
        """The days with something planned."""
        return [self._rad(dag) for dag in self.ark.programdager]

    @property
    def frirader(self) -> list[Dagrad]:
        """Free days, where only paid work can be written."""
        return [self._rad(dag) for dag in self.ark.fridager]

    @property
    def fridag_apen(self) -> bool:
        return any(rad.apen or rad.dag.arbeid for rad in self.frirader)

    def clean(self) -> dict[str, Any]:
        verdier = super().clean() or {}
        for dag in self.ark.programdager:
            iso = dag.dato.isoformat()
            onske, timer = self._tolk(dag, verdier)
            if onske and onske.timer is not None and onske.timer <= 0:
                self.add_error(
                    f"arsak_{iso}",
                    _("Timene er like mange som planlagt, og du har skrevet at du var borte. Rett det ene."),
                )
            verdier[f"dag_{iso}"] = (timer, onske)
        return verdier

    def _tolk(self, dag: Arkdag, verdier: dict[str, Any]) -> tuple[Onske | None, Dagtimer]:
        iso = dag.dato.isoformat()
        program, arbeid = verdier.get(f"timer_{iso}"), verdier.get(f"arbeid_{iso}")
        return tolk_dag(
            dag,
            program=dag.program if program is None else program,
            arbeid=Decimal(0) if arbeid is None else arbeid,
            kode=verdier.get(f"arsak_{iso}") or "",
        )

    def faglig(self) -> dict[str, Any]:
        """What timeliste_lagre takes: hours by date, the month's absences, and the note."""
        dager: dict[date, Dagtimer] = {}
        onsker: dict[date, Onske | None] = {}
        for dag in self.ark.dager:
            iso = dag.dato.isoformat()
            if dag.er_fri:
                dager[dag.dato] = Dagtimer(dag.program, self.cleaned_data.get(f"arbeid_{iso}") or Decimal(0))
            else:
                dager[dag.dato], onsker[dag.dato] = self.cleaned_data[f"dag_{iso}"]
        fravaer: list[Fravaerinn] = fravaer_av_dager([ett.fravaer for ett in self.ark.fravaer], onsker)
        return {"dager": dager, "fravaer": fravaer, "merknad": self.cleaned_data["merknad"]}

    def vis_samtidig(self) -> None:
        """Let the panel of two people's words compare the days too: `samtidig` gets this form's field names."""
        gjeldende = getattr(self, "samtidig", None)
        if gjeldende is not None:
            for navn, verdi in _verdier(self.ark):
                setattr(gjeldende, navn, verdi)


def _verdier(ark: Ark) -> Iterator[tuple[str, str]]:
    for dag in ark.dager:
        iso = dag.dato.isoformat()
        yield f"timer_{iso}", timetall(dag.program)
        yield f"arbeid_{iso}", timetall(dag.arbeid) if dag.arbeid else ""
        yield f"arsak_{iso}", kode_av(dag.fravaer) if dag.fravaer else ""


class Fravaerskjema(Skjema):
    """An absence of one or several days, with its paper."""

    betingede = frozenset({"barn", "termin", "fodt"})

    fra = Datofelt(label=gettext_lazy("Første dag borte"))
    til = Datofelt(label=gettext_lazy("Siste dag borte"))
    arsak = forms.ChoiceField(label=gettext_lazy("Hvorfor var du borte?"), widget=forms.RadioSelect)
    barn = forms.ChoiceField(
        label=gettext_lazy("Hvilket barn?"),
        help_text=gettext_lazy("Velg barnet når du var borte fordi det var sykt."),
        required=False,
    )
    timer = Timefelt(
        label=gettext_lazy("Timer borte hver dag"),
        help_text=gettext_lazy("La stå tomt når du var borte hele dagen."),
        required=False,
    )
    termin = Datofelt(
        label=gettext_lazy("Når er termin?"),
        help_text=gettext_lazy("Skriv datoen når du var borte rett før termin."),
        required=False,
    )
    fodt = Datofelt(
        label=gettext_lazy("Når ble barnet født?"),
        help_text=gettext_lazy("Skriv datoen når du var borte etter fødselen."),
        required=False,
    )
    forklaring = Tekstfelt(label=gettext_lazy("Vil du fortelle mer?"), required=False, max_length=2000)
    vedlegg = Papirfelt(
        label=gettext_lazy("Papir som viser hvorfor"),
        help_text=gettext_lazy(
            "For eksempel legeerklæring eller innkalling. Ta bilde av papiret, eller velg en PDF. "
            "Du kan også sende det senere."
        ),
        required=False,
    )

    def __init__(self, *args: Any, barn: Barnevalg, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        arsaker = self.fields["arsak"]
        assert isinstance(arsaker, forms.ChoiceField)  # noqa: S101 - for the type checker
        arsaker.choices = [
            valg for valg in Fravaersarsak.choices if barn or valg[0] != Fravaersarsak.BARNS_SYKDOM.value
        ]
        if not barn:
            del self.fields["barn"]
            return
        barnefelt = self.fields["barn"]
        assert isinstance(barnefelt, forms.ChoiceField)  # noqa: S101 - for the type checker
        barnefelt.choices = [("", _("Ikke valgt")), *((str(ident), navn) for ident, navn in barn)]
        if len(barn) == 1:
            self.fields["barn"].initial = str(barn[0][0])

    def fravaer(self) -> Fravaerinn:
        """The absence as the service takes it."""
        verdier = self.cleaned_data
        sykt_barn = verdier["arsak"] == Fravaersarsak.BARNS_SYKDOM
        return Fravaerinn(
            fra=verdier["fra"],
            til=verdier["til"],
            arsak=verdier["arsak"],
            timer=verdier["timer"],
            barn_id=UUID(verdier["barn"]) if sykt_barn and verdier.get("barn") else None,
            termin=verdier["termin"],
            fodt=verdier["fodt"],
            forklaring=verdier["forklaring"],
        )

    def papirer(self) -> list[Fil]:
        """The papers that came with it."""
        return filer_i(self.cleaned_data["vedlegg"])


class Feilskjema(Skjema):
    """What is wrong with a sheet that has been sent."""

    hva = Tekstfelt(label=gettext_lazy("Hva stemmer ikke?"), max_length=2000)


class Legeerklaeringskjema(Skjema):
    """A doctor's statement for an absence that is registered already."""

    fra = Datofelt(label=gettext_lazy("Erklæringen gjelder fra"))
    til = Datofelt(label=gettext_lazy("Erklæringen gjelder til"))
    vedlegg = Papirfelt(label=gettext_lazy("Bilde eller PDF"))


class Papirskjema(Skjema):
    """A paper that shows why somebody was away."""

    vedlegg = Papirfelt(label=gettext_lazy("Bilde eller PDF"))


class Lonnsslippskjema(Skjema):
    """The month's payslip."""

    vedlegg = Papirfelt(
        label=gettext_lazy("Bilde eller PDF av lønnsslippen"),
        help_text=gettext_lazy("Har du flere jobber, kan du velge flere filer."),
    )
    kommentar = forms.CharField(
        label=gettext_lazy("Noe vi bør vite om den?"), required=False, max_length=300, widget=forms.TextInput
    )
