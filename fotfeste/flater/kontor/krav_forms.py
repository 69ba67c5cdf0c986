"""Forms of too much paid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.avstemming.models import Dobbeltbetaling
from fotfeste.fag.krav.enums import Kravarsak, Kravsvar, Refusjonsytelse
from fotfeste.fag.krav.models import Innbetaling
from fotfeste.fag.krav.selectors import Uvurdert
from fotfeste.fag.utbetaling.models import Tilbakeforing
from fotfeste.flater.felles.skjema import Datofelt, Kronefelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.regelverk.krav import neste_maned
from fotfeste.regelverk.penger import kroner_tekst

MANEDER_FRAM = 13


class Manedsfelt(forms.TypedChoiceField):
    """A month: from the one before this, a year ahead, and the one that stands."""

    def __init__(self, **valg: Any) -> None:
        super().__init__(coerce=date.fromisoformat, **valg)

    def sett(self, maneder: Iterable[date]) -> None:
        self.choices = [(maned.isoformat(), maned_ord(maned)) for maned in maneder]


def kommende_maneder(forste: date) -> list[date]:
    """The months a plan can begin in."""
    ut = [forste.replace(day=1)]
    while len(ut) < MANEDER_FRAM:
        ut.append(neste_maned(ut[-1]))
    return ut


class Apneskjema(Skjema):
    """Which months to take on together."""

    differanser = forms.MultipleChoiceField(label=_("Månedene"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, uvurderte: Sequence[Uvurdert], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._doble = {rad.pk for rad in uvurderte if isinstance(rad, Dobbeltbetaling)}
        felt = self.fields["differanser"]
        felt.choices = [  # type: ignore[attr-defined]
            (str(rad.pk), f"{maned_ord(rad.maned)}: {kroner_tekst(rad.igjen)} ({rad.arsaksord})")  # type: ignore[union-attr]
            for rad in uvurderte
        ]
        felt.initial = [str(rad.pk) for rad in uvurderte]
        felt.error_messages["required"] = str(_("Velg minst én måned."))
        felt.error_messages["invalid_choice"] = str(_("En av månedene er alt i et krav. Last siden på nytt."))

    def faglig(self) -> dict[str, Any]:
        """What krav_apne takes."""
        valgte = {UUID(ett) for ett in self.cleaned_data["differanser"]}
        return {"differanser": valgte - self._doble, "dobbelt": valgte & self._doble}


class Arsakskjema(Skjema):
    """How it happened."""

    arsak = forms.ChoiceField(
        label=_("Hvordan skjedde det?"),
        choices=[valg for valg in Kravarsak.choices if valg[0]],
        widget=forms.RadioSelect,
    )
    arsak_ord = Tekstfelt(
        label=_("Med egne ord"),
        help_text=_("Det står i brevet. Skriv til deltakeren, for eksempel «Barnet flyttet i mars»."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "ds-input"}),
    )


class Planskjema(Skjema):
    """So much a month from a month on."""

    per_maned = Kronefelt(label=_("Kroner hver måned"))
    fra = Manedsfelt(label=_("Fra og med stønaden for"))

    def __init__(self, *args: Any, forste: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["fra"]
        assert isinstance(felt, Manedsfelt)  # noqa: S101 - tells the type checker
        felt.sett(kommende_maneder(forste))


class Varselskjema(Planskjema):
    """The notice: the plan, and until when to answer."""

    uttalefrist = Datofelt(label=_("Svarfrist"))


class Sendeskjema(Planskjema):
    """The plan and the reasons, for the beslutter."""

    begrunnelse = Tekstfelt(
        label=_("Dette har vi lagt vekt på"),
        help_text=_("Hvorfor dere krever det, og hvorfor planen passer for deltakeren. Det står i brevet (fvl § 25)."),
    )


class Endreskjema(Planskjema):
    """Another plan for what is left."""

    deltakeren_vil = forms.BooleanField(
        label=_("Deltakeren har selv bedt om det"),
        required=False,
        help_text=_("Må til for å trekke mer enn det som er bestemt."),
    )


class Svarskjema(Skjema):
    """What the participant answered, written down."""

    betingede = frozenset({"belop", "ord_"})

    dato = Datofelt(label=_("Dagen svaret kom"))
    svar = forms.ChoiceField(label=_("Svaret"), choices=Kravsvar.choices, widget=forms.RadioSelect)
    belop = Kronefelt(label=_("Kroner hver måned, hvis deltakeren vil ha en annen plan"), required=False)
    ord_ = Tekstfelt(
        label=_("Dette sa deltakeren"), required=False, widget=forms.Textarea(attrs={"rows": 3, "class": "ds-input"})
    )


class Ordskjema(Skjema):
    """A few words: why, what must be mended, what came of it."""

    ord_ = Tekstfelt(label=_("Skriv hvorfor"), widget=forms.Textarea(attrs={"rows": 3, "class": "ds-input"}))

    def __init__(self, *args: Any, felt: str = "ord_", ledetekst: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ledetekst:
            self.fields["ord_"].label = ledetekst
            self.fields["ord_"].error_messages["required"] = str(_("Fyll ut «%(felt)s».")) % {"felt": ledetekst}
        if felt != "ord_":
            self.fields[felt] = self.fields.pop("ord_")


class Trekkfriskjema(Skjema):
    """The month nothing is to be taken in."""

    maned = Manedsfelt(label=_("Måneden uten trekk"))

    def __init__(self, *args: Any, maneder: Iterable[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["maned"]
        assert isinstance(felt, Manedsfelt)  # noqa: S101 - tells the type checker
        felt.sett(maneder)


class Innbetalingsskjema(Skjema):
    """Money that has come in."""

    dato = Datofelt(label=_("Dagen pengene kom"))
    belop = Kronefelt(label=_("Beløp i kroner"))
    referanse = forms.CharField(label=_("Merket med"), max_length=80, help_text=_("Bilagsnummer eller KID."))


class Rettskjema(Skjema):
    """Which entry was wrong, and why."""

    innbetaling = forms.TypedChoiceField(label=_("Innbetalingen som var feil"))
    grunn = forms.CharField(label=_("Hvorfor den tas tilbake"), max_length=80)

    def __init__(self, *args: Any, innbetalinger: Sequence[Innbetaling], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["innbetaling"]
        assert isinstance(felt, forms.TypedChoiceField)  # noqa: S101 - tells the type checker
        felt.coerce = UUID
        felt.choices = [
            (str(rad.pk), f"{rad.dato:%d.%m.%Y}: {kroner_tekst(rad.belop)}, {rad.referanse}")
            for rad in innbetalinger
            if rad.belop > 0 and not hasattr(rad, "rettelse")
        ]


class Tilbakeforingsskjema(Skjema):
    """How much of what the participant has given is paid back, and why."""

    belop = Kronefelt(label=_("Beløp i kroner"))
    grunn = Tekstfelt(
        label=_("Hvorfor det betales tilbake"), widget=forms.Textarea(attrs={"rows": 3, "class": "ds-input"})
    )


class Angreskjema(Skjema):
    """Which of what was to be paid back is not, while it waits."""

    tilbakeforing = forms.TypedChoiceField(label=_("Det som ikke skal betales tilbake"))

    def __init__(self, *args: Any, tilbakeforinger: Iterable[Tilbakeforing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["tilbakeforing"]
        assert isinstance(felt, forms.TypedChoiceField)  # noqa: S101 - tells the type checker
        felt.coerce = UUID
        felt.choices = [
            (str(rad.pk), f"{klokke.dagen(rad.opprettet):%d.%m.%Y}: {kroner_tekst(rad.belop)}")
            for rad in tilbakeforinger
            if not rad.levende  # type: ignore[attr-defined]
        ]


class Refusjonsskjema(Skjema):
    """Another benefit is paid for days we have paid for."""

    ytelse = forms.ChoiceField(label=_("Ytelsen"), choices=Refusjonsytelse.choices)
    fra = Datofelt(label=_("Etterbetalingen gjelder fra og med"))
    til = Datofelt(label=_("Til og med"))
    etterbetalt = Kronefelt(label=_("Det NAV etterbetaler for disse dagene, i kroner"))
    krevd = Kronefelt(
        label=_("Det vi krever, i kroner"),
        required=False,
        help_text=_("Tomt felt: alt vi har betalt for de samme dagene, innenfor etterbetalingen."),
    )


def i_dag() -> dict[str, date]:
    """Today, as the first value of a day."""
    return {"dato": klokke.i_dag()}
