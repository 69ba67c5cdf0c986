"""Forms of the reconciliation with the bank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.avstemming.dobbelt import dobbelt_med
from fotfeste.fag.avstemming.enums import Avklaringsutfall
from fotfeste.fag.avstemming.models import Bankpost
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.flater.felles.filer import Filfelt
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.kobling.betaling.bankfil import MAKS_BYTES

MAKS_FILER = 40
MAKS_SAMLET = 100 * 1024 * 1024
_GRUNN = {"max_length": 300, "widget": forms.Textarea(attrs={"rows": 2, "class": "ds-input"})}


class Bankfilfelt(Filfelt):
    """The bank's files as (name, bytes); what they are is judged where they are read."""

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, bytes]]:
        filer = [fil for fil in data or [] if fil] if isinstance(data, list | tuple) else []
        if not filer:
            raise ValidationError(_("Velg minst én fil fra banken."), code="required")
        if len(filer) > MAKS_FILER:
            raise ValidationError(_("Velg høyst %(antall)s filer om gangen."), params={"antall": MAKS_FILER})
        for_store = [fil.name for fil in filer if (fil.size or 0) > MAKS_BYTES]
        if for_store:
            raise ValidationError(
                _("«%(navn)s» er større enn 25 MB. Be banken dele den opp."), params={"navn": for_store[0]}
            )
        if sum(fil.size or 0 for fil in filer) > MAKS_SAMLET:
            raise ValidationError(_("Filene er til sammen større enn 100 MB. Les noen av dem om gangen."))
        return [(fil.name or "", fil.read()) for fil in filer]


class BankfilSkjema(Skjema):
    """The bank's answers, and whose they are for one who pays for several municipalities."""

    kommune = forms.ChoiceField(label=_("Kommune"))
    filer = Bankfilfelt(
        label=_("Filer fra banken"),
        help_text=_(
            "Velg eller slipp filene her: svar på betalingsfilen (pain.002) og bevegelser på kontoen (camt.054)."
        ),
    )

    def __init__(self, *args: Any, kommuner: Sequence[Kommune], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["filer"].widget.attrs["accept"] = ".xml"
        self._kommuner = {str(kommune.pk): kommune for kommune in kommuner}
        valg = self.fields["kommune"]
        assert isinstance(valg, forms.ChoiceField)  # noqa: S101 - tells the type checker
        valg.choices = [(nokkel, kommune.navn) for nokkel, kommune in self._kommuner.items()]
        if len(kommuner) == 1:
            del self.fields["kommune"]  # nothing to choose

    def faglig(self) -> dict[str, Any]:
        """What `bankfiler_les` takes."""
        eneste = next(iter(self._kommuner))
        return {
            "kommune": self._kommuner[self.cleaned_data.get("kommune", eneste)],
            "filer": self.cleaned_data["filer"],
        }


class AvklarSkjema(Skjema):
    """What a post that did not fit was."""

    betingede = frozenset({"ende_til_ende"})

    utfall = forms.ChoiceField(label=_("Hva er dette?"), widget=forms.RadioSelect)
    ende_til_ende = forms.CharField(
        label=_("Betalingens kjennetegn"),
        max_length=35,
        required=False,
        help_text=_("Begynner med KV. Du finner det under betalingen i avstemmingen av kjøringen."),
    )
    grunn = Tekstfelt(label=_("Hvorfor"), **_GRUNN)

    def __init__(self, *args: Any, post: Bankpost, forslag: Sequence[Utbetaling] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        utfall = self.fields["utfall"]
        assert isinstance(utfall, forms.ChoiceField)  # noqa: S101 - tells the type checker
        mulige = utfall_for(post)
        utfall.choices = [(ett.value, ett.label) for ett in mulige]
        self.kan_vaere_dobbelt = Avklaringsutfall.DOBBELT in mulige
        if Avklaringsutfall.KOBLET not in mulige:
            del self.fields["ende_til_ende"]
        elif len(forslag) == 1:
            self.fields["ende_til_ende"].initial = forslag[0].ende_til_ende

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("utfall") == Avklaringsutfall.KOBLET and not data.get("ende_til_ende"):
            self.add_error("ende_til_ende", _("Skriv kjennetegnet til betalingen den hører til."))
        return data


def utfall_for(post: Bankpost) -> list[Avklaringsutfall]:
    """What a post can be said to be: one about a payment of ours is never «not ours»."""
    if post.utbetaling_id is None:
        return [Avklaringsutfall.KOBLET, Avklaringsutfall.IKKE_KVP] if post.antall is None else [*_BUNT]
    if post.slag in {"retur", "inn_snudd"} and post.samsvar == "belop_stemmer_ikke":
        return [Avklaringsutfall.KOBLET, Avklaringsutfall.ORDNET]
    dobbelt = [Avklaringsutfall.DOBBELT] if dobbelt_med(post) else []
    return [Avklaringsutfall.ORDNET, *dobbelt]


_BUNT = (Avklaringsutfall.ORDNET, Avklaringsutfall.IKKE_KVP)


class GrunnSkjema(Skjema):
    """Why, in a sentence."""

    grunn = Tekstfelt(label=_("Hva har skjedd?"), **_GRUNN)


class AvstemSkjema(Skjema):
    """A word to go with the reconciliation."""

    merknad = Tekstfelt(label=_("Merknad"), required=False, **_GRUNN)
