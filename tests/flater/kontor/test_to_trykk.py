"""From the case page everything about the case is at most two clicks away."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Medlemskap
from fotfeste.grunnmur.tilgang import SYSTEM
from tests import grunnlag
from tests.akseptanse import folk, saker

pytestmark = pytest.mark.django_db
_LENKE = re.compile(r'<(?:a|form)\b[^>]*?\b(?:href|action)="(/kontor/[^"#?]*)')


def _om_saken(resolver: URLResolver, sti: str = "") -> set[str]:
    """The names of the office's pages whose address takes the case alone: `sak/<sak_id>/…`."""
    navn: set[str] = set()
    for del_ in resolver.url_patterns:
        hele = f"{sti}{del_.pattern}"
        if isinstance(del_, URLResolver):
            navn |= _om_saken(del_, hele)
        elif isinstance(del_, URLPattern) and _bare_saken(hele) and del_.name:
            navn.add(del_.name)
    return navn


def _bare_saken(sti: str) -> bool:
    return sti.startswith("kontor/sak/<uuid:sak_id>/") and sti.count("<") == 1


def _lenker(client: Client, adresse: str) -> set[str]:
    svar = client.get(adresse)
    return set(_LENKE.findall(svar.content.decode())) if svar.status_code == 200 and not svar.streaming else set()


PA_VEIEN = frozenset(
    {"overlevering_lest", "aev_kollegablikk_be", "evaluering_lagre", "mote_neste", "plan_ny", "krav_apne"}
)
"""What is only there for one person at a moment of the case, on the page it belongs to."""


def test_alt_om_saken_er_hoyst_to_trykk_unna() -> None:
    """Walked by someone who holds every role, through a case at each place along the way."""
    alt = saker.en_av_hver()
    alle = grunnlag.lag_aktor(Rolle.VEILEDER, alt.huset.kontor)
    for rolle in (Rolle.FAGANSVARLIG, Rolle.LEDER, Rolle.BESLUTTER, Rolle.JOBBSPESIALIST):
        Medlemskap.objects.create(
            bruker=alle.krev_bruker(),
            rolle=rolle,
            kommune=alt.huset.kommune,
            kontor=alt.huset.kontor,
            fra=date(2020, 1, 1),
        )
    fast_kontakt_sett(SYSTEM, alt.i_program, bruker=alt.huset.folk[folk.VEILEDER].krev_bruker())
    client = Client()
    client.force_login(alle.krev_bruker())
    naadd: set[str] = set()
    langs_veien = (alt.i_program, alt.soker, alt.forslag, alt.vedtak_utkast, alt.vedtak_sendt, alt.program_utkast.sak)
    for sak in (*langs_veien, alt.innlest, alt.avsluttet):
        forside = f"/kontor/sak/{sak.pk}/"
        forste = {forside} | _lenker(client, forside)
        andre = {lenke for ett in forste if "/sak/" in ett for lenke in _lenker(client, ett)}
        naadd |= {str(resolve(ett).url_name) for ett in forste | andre}
    assert sorted(_om_saken(get_resolver()) - naadd - PA_VEIEN) == []
