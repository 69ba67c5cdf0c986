"""The run as a job: it goes on though the page is closed, and again after the worker was stopped."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fotfeste.fag.utbetaling.enums import Kjoringsstatus
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.fag.utbetaling.services import kjoring_forbered
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.jobber.ko import jobb, start
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, aktor_for


@jobb("utbetaling.forbered")
def forbered(*, kjoring_id: str, bruker_id: str, dag: str, pa_nytt: bool) -> None:
    """Prepare the run as the user who ordered it, on that day. A repeat of a finished order does nothing."""
    with klokke.still_til(date.fromisoformat(dag)):
        kjoring = Kjoring.objects.select_related("kommune").get(pk=UUID(kjoring_id))
        if kjoring.status == Kjoringsstatus.FORBEREDES or (pa_nytt and kjoring.status == Kjoringsstatus.KLAR):
            kjoring_forbered(aktor_for(Bruker.objects.get(pk=UUID(bruker_id))), kjoring)


def forbered_i_bakgrunnen(aktor: Aktor, kjoring: Kjoring) -> bool:
    """Queue the preparation. False when it waits in the queue already."""
    return start(
        forbered,
        nokkel=f"kjoring-{kjoring.pk}",
        kjoring_id=str(kjoring.pk),
        bruker_id=str(aktor.bruker_id),
        dag=klokke.i_dag().isoformat(),
        pa_nytt=kjoring.status == Kjoringsstatus.KLAR,
    )
