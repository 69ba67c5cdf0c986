"""What the participant has been through here before that is like an activity planned now, in any of their cases."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.program.enums import Aktivitetstype, Programstatus
from fotfeste.fag.program.models import Aktivitet, Programversjon

_KURS = frozenset({Aktivitetstype.JOBBKURS, Aktivitetstype.KORT_KURS, Aktivitetstype.FAGKURS, Aktivitetstype.NORSK})
"""Forms of which a second one is a question by itself; the others are alike when their names are."""


def tidligere_lignende(versjon: Programversjon) -> defaultdict[UUID, list[str]]:
    """What came before each of the version's activities, in words, by the activity's id. One query.

    The same activity carried from version to version (`linje`) is not something earlier.
    """
    egne = list(versjon.aktiviteter.all())
    linjer = {aktivitet.linje for aktivitet in egne}
    for_ = (
        Aktivitet.objects.filter(
            sak__person=versjon.sak.person_id,
            sak__kommune=versjon.sak.kommune_id,
            programversjon__status__in=[Programstatus.AVTALT, Programstatus.ERSTATTET],
        )
        .exclude(linje__in=linjer)
        .select_related("programversjon")
        .order_by("programversjon__fra")
    )
    ut: defaultdict[UUID, list[str]] = defaultdict(list)
    siste = {tidligere.linje: tidligere for tidligere in for_}
    for aktivitet in egne:
        ut[aktivitet.pk] = [_i_ord(tidligere) for tidligere in siste.values() if _ligner(aktivitet, tidligere)]
    return ut


def _ligner(aktivitet: Aktivitet, tidligere: Aktivitet) -> bool:
    samme_slags = aktivitet.type in _KURS and aktivitet.type == tidligere.type
    return samme_slags or " ".join(aktivitet.navn.lower().split()) == " ".join(tidligere.navn.lower().split())


def _i_ord(tidligere: Aktivitet) -> str:
    fra = tidligere.fra or tidligere.programversjon.fra
    return _("%(navn)s fra %(maned)s (%(status)s)") % {
        "navn": tidligere.navn,
        "maned": f"{fra:%m.%Y}",
        "status": tidligere.get_status_display().lower(),
    }
