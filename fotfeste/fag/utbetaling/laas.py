"""The lock of those who prepare, release and take apart the payments of one municipality."""

from __future__ import annotations

from uuid import UUID

from fotfeste.grunnmur.organisasjon.models import Kommune


def las_kommunen(kommune_id: UUID) -> None:
    """Let those who do the same for the municipality stand in line: the second sees what the first has done.

    Taken before the lock of a run or of a case.
    """
    Kommune.objects.select_for_update(no_key=True).only("pk").get(pk=kommune_id)
