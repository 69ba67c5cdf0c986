"""What each kind of decision rests on, what it takes to begin one, and the rule in words the reader knows.

Frames only: the conditions and limits themselves stand in regelverk.
"""

from __future__ import annotations

from collections.abc import Mapping

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.regelverk.livslop import GRUNNER, Grunn
from fotfeste.regelverk.rettskilde import Rettskilde, fk, sotjl
from fotfeste.regelverk.vilkar import AVSLAGSGRUNNER, Avslagsgrunn

_S, _T = Saksstatus, Vedtakstype
_LOPENDE = frozenset({_S.INNVILGET, _S.I_PROGRAM, _S.AVBRUTT})

KAN_BEGYNNE: Mapping[str, frozenset[str]] = {
    _T.INNVILGELSE: frozenset({_S.SOKNAD}),
    _T.AVSLAG: frozenset({_S.SOKNAD}),
    _T.FORLENGELSE: _LOPENDE,
    _T.SAERLIG_FORLENGELSE: _LOPENDE,
    _T.AVBRUDD: frozenset({_S.INNVILGET, _S.I_PROGRAM}),
    _T.GJENOPPTAK: frozenset({_S.AVBRUTT}),
    _T.AVSLUTNING: _LOPENDE,
    _T.ENDRING: _LOPENDE,
    _T.FRAVAERSTREKK: _LOPENDE | {_S.AVSLUTTET},
    _T.TILBAKEBETALING: frozenset(_S),
}
"""The states of the case in which each kind of decision can be begun."""

IKKE_ETTER_SLUTTEN = frozenset({_T.FORLENGELSE, _T.SAERLIG_FORLENGELSE, _T.AVSLUTNING})
"""Kinds that make no sense once an ending has been decided, though the case is open until its last day."""

FRA_KRAVET = frozenset({_T.TILBAKEBETALING})
"""Kinds begun from a claim, never from the list of decisions: without one there is nothing to pay back."""

SVARER_PA_SOKNAD = frozenset({_T.INNVILGELSE, _T.AVSLAG})

_HJEMLER: Mapping[str, tuple[Rettskilde, ...]] = {
    _T.INNVILGELSE: (sotjl(29, 1), sotjl(29, 2)),
    _T.AVSLAG: (sotjl(29),),
    _T.FORLENGELSE: (sotjl(32, 1, 1), fk(2, 1)),
    _T.SAERLIG_FORLENGELSE: (sotjl(32, 1, 2), fk(2, 2)),
    _T.AVBRUDD: (sotjl(34, 1),),
    _T.GJENOPPTAK: (sotjl(34, 1),),
    _T.AVSLUTNING: (sotjl(34, 1),),
    _T.ENDRING: (sotjl(30),),
    _T.FRAVAERSTREKK: (sotjl(36, 1),),
    _T.TILBAKEBETALING: (sotjl(40, 2), sotjl(23)),
}

REGEL_I_ORD: Mapping[str, str] = {
    _T.INNVILGELSE: (
        "Du kan få plass i kvalifiseringsprogrammet når du er mellom 18 og 67 år. Evnen din til å arbeide og tjene "
        "penger må være vesentlig nedsatt. Du må ha svært begrensede ytelser å leve av, eller ingen. Vi må ha vurdert "
        "arbeidsevnen din, og programmet må være hensiktsmessig og nødvendig for at du skal komme i arbeid."
    ),
    _T.AVSLAG: (
        "Du kan få plass i kvalifiseringsprogrammet når du er mellom 18 og 67 år. Evnen din til å arbeide og tjene "
        "penger må være vesentlig nedsatt. Du må ha svært begrensede ytelser å leve av, eller ingen. Programmet må "
        "være hensiktsmessig og nødvendig for at du skal komme i arbeid. Alle kravene må være oppfylt."
    ),
    _T.FORLENGELSE: (
        "Programmet varer så lenge du oppfyller vilkårene, i høyst to år. Hvert vedtak gjelder i høyst ett år."
    ),
    _T.SAERLIG_FORLENGELSE: (
        "Når det er særlige grunner, kan programmet vare i inntil ett år til. Da må det være nødvendig for å nå målet "
        "om arbeid, og du må ha hatt framgang."
    ),
    _T.AVBRUDD: "Vi kan sette programmet på pause når forhold hos deg gir en saklig grunn til det.",
    _T.GJENOPPTAK: "Et program som står på pause, kan tas opp igjen. Har pausen vart i ett år, må det avsluttes.",
    _T.AVSLUTNING: (
        "Vi kan avslutte programmet når forhold hos deg gir en saklig grunn til det. Vi skal avslutte det når du "
        "trolig ikke kommer tilbake, eller når pausen har vart i ett år."
    ),
    _T.ENDRING: "Programmet skal være tilpasset deg, og vi kan endre det når situasjonen din endrer seg.",
    _T.FRAVAERSTREKK: (
        "Når du er borte fra programmet, blir stønaden mindre. Det gjelder ikke når du er syk eller har andre "
        "tvingende grunner, og vi har godtatt fraværet etter reglene."
    ),
    _T.TILBAKEBETALING: (
        "Stønad kan kreves tilbake når den ble utbetalt fordi noen med vilje eller grovt uaktsomt ga uriktige "
        "opplysninger, eller lot være å fortelle noe vi måtte vite. Vi kan velge å ikke kreve den tilbake."
    ),
}
"""A first draft of «the rule» in the reasons; the caseworker makes it fit the person."""


def hjemler_for(vedtak: Vedtak) -> tuple[Rettskilde, ...]:
    """The provisions the decision rests on: by its ground for a refusal, a pause and an ending, by its length for a
    completed programme."""
    if vedtak.type == _T.AVSLAG and vedtak.avslagsgrunn:
        return (AVSLAGSGRUNNER[Avslagsgrunn(vedtak.avslagsgrunn)].hjemmel,)
    if vedtak.type == _T.AVSLUTNING and vedtak.avslutningsmate == Avslutningsmate.FULLFORT:
        return (sotjl(32, 1, 1), fk(2, 1))
    if vedtak.type in {_T.AVBRUDD, _T.AVSLUTNING} and vedtak.grunn:
        return (GRUNNER[Grunn(vedtak.grunn)].hjemmel,)
    return _HJEMLER[vedtak.type]
