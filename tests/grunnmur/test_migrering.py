"""The database from nothing, and one that was made by an edition before this."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from fotfeste.grunnmur.migrering import fra_en_eldre_utgave, uten_omlasting

pytestmark = pytest.mark.django_db


def test_en_database_fra_en_eldre_utgave_sier_hva_som_kan_gjores() -> None:
    assert fra_en_eldre_utgave() == []
    MigrationRecorder(connection).record_applied("vedtak", "0002_horing")
    assert fra_en_eldre_utgave() == ["vedtak.0002_horing"]
    with pytest.raises(CommandError, match="fotfeste eksport"):
        call_command("migrate", verbosity=0)


def test_den_raske_veien_ender_i_de_samme_modellene() -> None:
    """Made one by one on the way or all at the end: the models have the same fields, pointing at the same models."""
    plan = MigrationLoader(connection).graph
    rask, vanlig = ProjectState(), plan.make_state()
    with uten_omlasting():
        assert rask.apps is not None
        for nokkel in plan._generate_plan(plan.leaf_nodes(), at_end=True):
            rask = plan.nodes[nokkel].mutate_state(rask, preserve=False)
    rask.__dict__.pop("apps", None)
    assert _felter(rask) == _felter(vanlig)


def _felter(tilstand: ProjectState) -> dict[str, list[tuple[str, str, str]]]:
    return {
        modell._meta.label: sorted(
            (felt.name, type(felt).__name__, felt.related_model._meta.label if felt.related_model else "")
            for felt in modell._meta.get_fields()
        )
        for modell in tilstand.apps.get_models()
    }
