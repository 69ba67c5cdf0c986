"""The commands on a candidate. None of them takes money or places as a reason: the programme is a right."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kandidat.enums import APNE, Kandidatstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Kandidatstatus
_VURDER = Handling.KANDIDAT_VURDER

KANDIDAT = Overgangstabell(
    "kandidat",
    (
        Overgang("kall_inn", frozenset({_S.MELDT, _S.INNKALT, _S.SENERE}), _S.INNKALT, _VURDER, _("Kall inn")),
        Overgang("informer", APNE, _S.INFORMERT, _VURDER, _("Noter samtalen om programmet"), "sotjl § 17"),
        Overgang("kartlegg", frozenset({_S.INFORMERT}), _S.KARTLEGGES, _VURDER, _("Begynn å kartlegge")),
        Overgang("sok", APNE, _S.SOKT, Handling.SOKNAD_REGISTRER, _("Før inn søknaden"), "sotjl § 29"),
        Overgang("se_igjen", APNE, _S.SENERE, _VURDER, _("Se igjen senere")),
        Overgang("onsker_ikke", APNE, _S.ONSKER_IKKE, _VURDER, _("Ønsker ikke å søke")),
        Overgang("ikke_i_malgruppen", APNE, _S.IKKE_I_MALGRUPPEN, _VURDER, _("Ikke i målgruppen"), "sotjl § 29"),
        Overgang("annet_tilbud", APNE, _S.ANNET_TILBUD, _VURDER, _("Har fått et annet tilbud")),
        Overgang("ta", APNE, None, _VURDER, _("Jeg følger opp")),
        Overgang("droft", APNE, None, _VURDER, _("Vi har snakket om det")),
        Overgang("rett", APNE, None, _VURDER, _("Rett opplysningene")),
        Overgang("slett", frozenset(_S) - {_S.SLETTET}, _S.SLETTET, _VURDER, _("Slett opplysningene")),
    ),
)
