"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "soknad.registrert": _("{hvem} registrerte søknaden, som kom {mottatt:dato} ({kanal})."),
        "soknad.sendt": _("{hvem} sendte søknaden på nett {mottatt:dato}."),
        "soknad.bedt_om": _("{hvem} ba om {hva}, med frist {frist:dato}. Søknaden beholder plassen i køen."),
        "soknad.opplysning_kom": _("«{hva}» kom {mottatt:dato}. {hvem} registrerte det."),
        "soknad.svart": _("{hvem} svarte på «{hva}»."),
        "soknad.lagt_ved": _("{hvem} la ved {navn}."),
        "soknad.forelopig_svar": _("{hvem} sendte foreløpig svar. Svar er ventet innen {ventet_svar:dato}."),
        "soknad.klar": _("{hvem} gjorde søknaden klar til vurdering."),
        "soknad.klar_uten": _("{hvem} gjorde søknaden klar til vurdering uten {mangler}, fordi: {grunn}"),
        "soknad.trukket": _("Søkeren trakk søknaden {trukket:dato}. {hvem} registrerte det."),
        "soknad.trukket_selv": _("{hvem} trakk søknaden {trukket:dato}."),
    }
)
