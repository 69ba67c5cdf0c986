"""The commands on a meeting, what was agreed in it, a concern and an evaluation."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppfolging.enums import Avtalestatus, Bekymringsstatus, Evalueringsstatus, Motestatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_M, _A, _B, _E = Motestatus, Avtalestatus, Bekymringsstatus, Evalueringsstatus
_SKRIV, _EGEN = Handling.OPPFOLGING_SKRIV, Handling.OPPFOLGING_EGEN

MOTE = Overgangstabell(
    "mote",
    (
        Overgang("book", frozenset({_M.ONSKET}), _M.AVTALT, _SKRIV, _("Sett tid"), "tolkeloven § 6"),
        Overgang("forbered", frozenset({_M.AVTALT}), None, _SKRIV, _("Lagre forberedelsen")),
        Overgang("flytt", frozenset({_M.AVTALT}), None, _SKRIV, _("Flytt møtet")),
        Overgang("avlys", frozenset({_M.AVTALT}), _M.AVLYST, _SKRIV, _("Avlys møtet")),
        Overgang("skriv", frozenset({_M.AVTALT}), None, _SKRIV, _("Lagre notatene")),
        Overgang("lukk", frozenset({_M.AVTALT}), _M.HOLDT, _SKRIV, _("Lukk møtet og send avtalen"), "sotjl § 42"),
        Overgang("ikke_mott", frozenset({_M.AVTALT}), _M.IKKE_MOTT, _SKRIV, _("Deltakeren kom ikke")),
        Overgang("svar", frozenset({_M.AVTALT}), None, _EGEN, _("Send svaret")),
        Overgang("trekk", frozenset({_M.ONSKET, _M.AVTALT}), _M.TRUKKET, _EGEN, _("Jeg trenger ikke møtet lenger")),
        Overgang("vurder", frozenset({_M.HOLDT}), None, _EGEN, _("Send svarene")),
    ),
)

AVTALEPUNKT = Overgangstabell(
    "avtalepunkt",
    (
        Overgang("merk_gjort", frozenset({_A.APEN}), _A.GJORT, _SKRIV, _("Gjort")),
        Overgang("kryss_av", frozenset({_A.APEN}), _A.GJORT, _EGEN, _("Jeg har gjort det")),
        Overgang("gjenapne", frozenset({_A.GJORT}), _A.APEN, _SKRIV, _("Ikke gjort likevel")),
        Overgang("fjern", frozenset({_A.APEN}), _A.FALT_BORT, _SKRIV, _("Ikke aktuelt lenger")),
    ),
)

BEKYMRING = Overgangstabell(
    "bekymring",
    (
        Overgang("folg_opp", frozenset({_B.AKTIV}), None, _SKRIV, _("Skriv hva som er gjort")),
        Overgang("loft", frozenset({_B.AKTIV}), None, _SKRIV, _("Si fra til leder")),
        Overgang("avslutt", frozenset({_B.AKTIV}), _B.AVSLUTTET, _SKRIV, _("Avslutt bekymringen")),
    ),
)

EVALUERING = Overgangstabell(
    "evaluering",
    (
        Overgang("forbered", frozenset({_E.FORBEREDES}), None, _EGEN, _("Send svarene mine"), "forskriften § 1"),
        Overgang("lagre", frozenset({_E.FORBEREDES}), None, _SKRIV, _("Lagre uten å avslutte")),
        Overgang("hold", frozenset({_E.FORBEREDES}), _E.HOLDT, _SKRIV, _("Avslutt evalueringen"), "forskriften § 1"),
    ),
)
