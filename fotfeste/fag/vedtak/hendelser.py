"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "vedtak.startet": _("{hvem} begynte på et vedtak: {type}."),
        "vedtak.varslet": _("{hvem} varslet om et mulig vedtak, med svarfrist {frist:dato}: {type}."),
        "vedtak.uttalelse": _("{hvem} registrerte svaret på varselet {dato:dato}: «{svar}»"),
        "vedtak.uttalelse_avslatt": _("{hvem} registrerte at deltakeren ikke vil uttale seg om varselet, {dato:dato}."),
        "vedtak.uttalelse_egen": _("{hvem} svarte på varselet: «{svar}»"),
        "vedtak.uttalelse_egen_avslatt": _("{hvem} vil ikke si noe om varselet."),
        "vedtak.mer_tid_onsket": _("{hvem} ba om mer tid til å svare på varselet: «{ord}»"),
        "vedtak.mer_tid_gitt": _("{hvem} ga mer tid til å svare på varselet. Ny frist er {frist:dato}."),
        "vedtak.pausen_begynte": _("Pausen i programmet begynte {dag:dato}."),
        "vedtak.pausen_sluttet": _("Pausen er over. Programmet gikk videre {dag:dato}."),
        "vedtak.opphoret_falt": _("Programmet går videre. Vedtaket om å stanse det falt etter en klage."),
        "vedtak.programmet_sluttet": _("Programmet sluttet. Siste dag var {dag:dato}."),
        "vedtak.sendt_til_beslutter": _("{hvem} sendte vedtaket til beslutter: {type}."),
        "vedtak.hentet_tilbake": _("{hvem} hentet vedtaket tilbake fra beslutter."),
        "vedtak.returnert": _("{hvem} sendte vedtaket tilbake: {arsak}."),
        "vedtak.fattet": _("{hvem} fattet vedtak: {type}."),
        "vedtak.fattet_fra": _("{hvem} fattet vedtak: {type}, fra {fra:dato}."),
        "vedtak.fattet_slutt": _("{hvem} fattet vedtak: {type}. Siste dag er {fra:dato}."),
        "vedtak.fattet_periode": _("{hvem} fattet vedtak: {type}, fra {fra:dato} til {til:dato}."),
        "vedtak.forkastet": _("{hvem} la bort utkastet til vedtak."),
        "vedtak.underrettet": _("Deltakeren fikk vite om vedtaket {dato:dato}."),
        "vedtak.muntlig_forklart": _("{hvem} forklarte vedtaket muntlig {dato:dato}."),
    }
)
