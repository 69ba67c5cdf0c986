"""The commands on a version of the programme."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.program.enums import Aktivitetstatus, Malstatus, Programstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Programstatus

PROGRAM = Overgangstabell(
    "program",
    (
        Overgang("lagre", frozenset({_S.UTKAST}), None, Handling.PROGRAM_SKRIV, _("Lagre")),
        Overgang("foresla", frozenset({_S.UTKAST}), _S.FORESLATT, Handling.PROGRAM_SKRIV, _("Send til deltakeren")),
        Overgang("trekk_tilbake", frozenset({_S.FORESLATT}), _S.UTKAST, Handling.PROGRAM_SKRIV, _("Endre forslaget")),
        Overgang("avtal", frozenset({_S.FORESLATT}), _S.AVTALT, Handling.PROGRAM_AVTAL, _("Jeg er enig"), "sotjl § 42"),
        Overgang(
            "be_om_endring",
            frozenset({_S.FORESLATT}),
            _S.UTKAST,
            Handling.PROGRAM_AVTAL,
            _("Jeg vil endre noe"),
            "sotjl § 42",
        ),
        Overgang(
            "avtal_i_mote",
            frozenset({_S.FORESLATT}),
            _S.AVTALT,
            Handling.PROGRAM_SKRIV,
            _("Avtalt i møte"),
            "sotjl § 42",
        ),
        Overgang(
            "begynn_uenig",
            frozenset({_S.FORESLATT}),
            _S.AVTALT,
            Handling.PROGRAM_AVTAL,
            _("Jeg er ikke enig, men vi begynner"),
            "sotjl § 42",
        ),
        Overgang(
            "gjelder_uten_enighet",
            frozenset({_S.FORESLATT}),
            _S.AVTALT,
            Handling.PROGRAM_SKRIV,
            _("La planen gjelde uten enighet"),
            "sotjl § 42",
        ),
    ),
)

_M = Malstatus

DELMAL = Overgangstabell(
    "delmal",
    (
        Overgang("nadd", frozenset({_M.UNDERVEIS}), _M.NADD, Handling.PROGRAM_SKRIV, _("Målet er nådd")),
        Overgang("endre", frozenset({_M.UNDERVEIS}), _M.ENDRET, Handling.PROGRAM_SKRIV, _("Endre målet")),
        Overgang("legg_bort", frozenset({_M.UNDERVEIS}), _M.LAGT_BORT, Handling.PROGRAM_SKRIV, _("Legg bort målet")),
        Overgang(
            "ta_opp_igjen", frozenset({_M.LAGT_BORT}), _M.UNDERVEIS, Handling.PROGRAM_SKRIV, _("Ta opp målet igjen")
        ),
    ),
)

_A = Aktivitetstatus

AKTIVITET = Overgangstabell(
    "aktivitet",
    (
        Overgang("tilby", frozenset({_A.VENTER}), _A.TILBUDT, Handling.PROGRAM_SKRIV, _("Plassen er tilbudt")),
        Overgang("begynn", frozenset({_A.VENTER, _A.TILBUDT}), _A.I_GANG, Handling.PROGRAM_SKRIV, _("Er i gang")),
        Overgang("fullfor", frozenset({_A.I_GANG}), _A.FERDIG, Handling.PROGRAM_SKRIV, _("Er ferdig")),
        Overgang(
            "avbryt", frozenset({_A.VENTER, _A.TILBUDT, _A.I_GANG}), _A.AVBRUTT, Handling.PROGRAM_SKRIV, _("Er avbrutt")
        ),
        Overgang(
            "vurder_alternativer", frozenset({_A.AVBRUTT}), None, Handling.PROGRAM_SKRIV, _("Alternativer er vurdert")
        ),
    ),
)
