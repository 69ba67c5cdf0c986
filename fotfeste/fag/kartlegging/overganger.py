"""The commands on a work-ability assessment."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kartlegging.enums import AevStatus, Blikkstatus, Egenstatus, Innhentingsstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_UTKAST = frozenset({AevStatus.UTKAST})

AEV = Overgangstabell(
    "arbeidsevnevurdering",
    (
        Overgang("lagre", _UTKAST, None, Handling.AEV_SKRIV, _("Lagre")),
        Overgang("velg_variant", _UTKAST, None, Handling.AEV_SKRIV, _("Velg forenklet eller full")),
        Overgang("bekreft", _UTKAST, None, Handling.AEV_SKRIV, _("Det stemmer fortsatt")),
        Overgang("ta_inn", _UTKAST, None, Handling.AEV_SKRIV, _("Ta inn i teksten")),
        Overgang("lever_eget_syn", _UTKAST, None, Handling.AEV_EGET_SYN, _("Send til veilederen")),
        Overgang(
            "fullfor", _UTKAST, AevStatus.FULLFORT, Handling.AEV_SKRIV, _("Fullfør vurderingen"), "NAV-loven § 14 a"
        ),
        Overgang("forkast", _UTKAST, AevStatus.FORKASTET, Handling.AEV_SKRIV, _("Legg bort utkastet")),
        Overgang(
            "send_brev",
            frozenset({AevStatus.FULLFORT}),
            None,
            Handling.AEV_SKRIV,
            _("Send vurderingen til deltakeren"),
            "NAV-loven § 14 a",
        ),
        Overgang(
            "si_imot",
            frozenset({AevStatus.FULLFORT}),
            None,
            Handling.AEV_EGET_SYN,
            _("Dette stemmer ikke"),
            "sotjl § 42",
        ),
    ),
)

_NAR_SOM_HELST = frozenset(Egenstatus)

EGENVURDERING = Overgangstabell(
    "egenvurdering",
    (
        Overgang("svar", _NAR_SOM_HELST, None, Handling.AEV_EGET_SYN, _("Neste")),
        Overgang("send", _NAR_SOM_HELST, Egenstatus.SENDT, Handling.AEV_EGET_SYN, _("Send til veilederen")),
        Overgang("for_inn", _NAR_SOM_HELST, Egenstatus.SENDT, Handling.AEV_SKRIV, _("Lagre svarene")),
    ),
)

_S = Innhentingsstatus
_IKKE_TRUKKET = frozenset({_S.KLAR, _S.BEDT, _S.MOTTATT})

INNHENTING = Overgangstabell(
    "innhenting",
    (
        Overgang("samtykk", frozenset({_S.FORESPURT}), _S.KLAR, Handling.AEV_EGET_SYN, _("Ja, dere kan spørre")),
        Overgang("avsla", frozenset({_S.FORESPURT}), _S.AVSLATT, Handling.AEV_EGET_SYN, _("Nei, ikke spør")),
        Overgang("registrer_ja", frozenset({_S.FORESPURT}), _S.KLAR, Handling.AEV_SKRIV, _("Deltakeren sa ja")),
        Overgang("registrer_nei", frozenset({_S.FORESPURT}), _S.AVSLATT, Handling.AEV_SKRIV, _("Deltakeren sa nei")),
        Overgang("be_om", frozenset({_S.KLAR}), _S.BEDT, Handling.AEV_SKRIV, _("Vi har bedt om det"), "sotjl § 43"),
        Overgang("motta", frozenset({_S.KLAR, _S.BEDT}), _S.MOTTATT, Handling.AEV_SKRIV, _("Før inn svaret")),
        Overgang("avslutt", frozenset({_S.KLAR, _S.BEDT}), _S.UTEN_SVAR, Handling.AEV_SKRIV, _("Avslutt uten svar")),
        Overgang("trekk", _IKKE_TRUKKET, _S.TRUKKET, Handling.AEV_EGET_SYN, _("Jeg trekker det tilbake")),
        Overgang("registrer_trekk", _IKKE_TRUKKET, _S.TRUKKET, Handling.AEV_SKRIV, _("Deltakeren trekker seg")),
    ),
)

KOLLEGABLIKK = Overgangstabell(
    "kollegablikk",
    (
        Overgang(
            "gi_kollegablikk",
            frozenset({Blikkstatus.BEDT}),
            Blikkstatus.GITT,
            Handling.AEV_SKRIV,
            _("Jeg har lest den"),
        ),
    ),
)
