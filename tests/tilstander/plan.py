"""The individual plan, with everything it must hold and a coordinator."""

from __future__ import annotations

from fotfeste.fag.plan import services
from fotfeste.fag.plan.enums import Planstatus, Samtykkegjelder
from fotfeste.fag.plan.models import IndividuellPlan
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.plan.test_individuell_plan import hel_plan
from tests.grunnlag import I_DAG
from tests.tilstander.scene import Fag, Scene


def _utkast(scene: Scene) -> IndividuellPlan:
    return services.plan_godta(scene[Rolle.DELTAKER], plan=hel_plan(scene[Rolle.VEILEDER], scene.sak))


def _i_kraft(scene: Scene) -> IndividuellPlan:
    return services.plan_sett_i_kraft(scene[Rolle.VEILEDER], plan=_utkast(scene))


PLAN = Fag(
    "plan",
    {
        Planstatus.UTKAST: _utkast,
        Planstatus.I_KRAFT: _i_kraft,
        Planstatus.UNDER_REVISJON: lambda scene: services.plan_revider(scene[Rolle.VEILEDER], plan=_i_kraft(scene)),
        Planstatus.AVSLUTTET: lambda scene: services.plan_avslutt(
            scene[Rolle.VEILEDER], plan=_i_kraft(scene), grunn="Trengs ikke lenger."
        ),
    },
    {
        "lagre": lambda a, p: services.plan_lagre(a, plan=p, ressurser="Kan mye om mat."),
        "godta": lambda a, p: services.plan_godta(a, plan=p),
        "godta_i_mote": lambda a, p: services.plan_godta_i_mote(a, plan=p, dato=I_DAG, hvordan="i møte, med tolk"),
        "sett_i_kraft": lambda a, p: services.plan_sett_i_kraft(a, plan=p),
        "revider": lambda a, p: services.plan_revider(a, plan=p),
        "kommenter": lambda a, p: services.plan_kommenter(a, plan=p, tekst="Jeg vil ha kortere dager."),
        "samtykk": lambda a, p: services.plan_samtykk(a, plan=p, hvordan="i møte, med tolk"),
        "trekk_samtykke": lambda a, p: services.plan_trekk_samtykke(
            a, samtykke=p.samtykker.get(gjelder=Samtykkegjelder.DELING)
        ),
        "avslutt": lambda a, p: services.plan_avslutt(a, plan=p, grunn="Trengs ikke lenger."),
    },
)
