"""A candidate's row in a list. No queries here."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.kandidat.models import Kandidat
from fotfeste.fag.kandidat.selectors import farge, grunner_i_ord
from fotfeste.grunnmur import klokke

register = template.Library()


@register.simple_tag
def kandidatfarge(kandidat: Kandidat) -> str:
    """The colour of the state's mark."""
    return farge(kandidat)


@register.simple_tag
def kandidatgrunner(kandidat: Kandidat) -> str:
    """The first two ticks, or the sentence when there are none."""
    grunner = list(grunner_i_ord(kandidat))
    return " · ".join(grunner[:2]) or kandidat.hvorfor


@register.simple_tag
def kandidatlinje(kandidat: Kandidat) -> str:
    """«24 år · 7 måneder på sosialhjelp»; what is not known is left out."""
    i_dag = klokke.i_dag()
    alder, maneder = kandidat.alder(i_dag), kandidat.sosialhjelp_maneder(i_dag)
    deler = [
        _("%(alder)s år") % {"alder": alder} if alder is not None else "",
        ngettext("%(n)s måned på sosialhjelp", "%(n)s måneder på sosialhjelp", maneder) % {"n": maneder}
        if maneder
        else "",
    ]
    return " · ".join(del_ for del_ in deler if del_)
