"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "program.startet_utkast": _("{hvem} begynte på versjon {nummer} av programmet."),
        "program.foreslatt": _("{hvem} sendte versjon {nummer} av programmet til deltakeren."),
        "program.trukket_tilbake": _("{hvem} tok tilbake forslaget til program for å endre det."),
        "program.avtalt": _("{hvem} sa ja til versjon {nummer} av programmet. Den gjelder fra {fra:dato}."),
        "program.avtalt_i_mote": _(
            "{hvem} og deltakeren ble enige om versjon {nummer} av programmet ({hvordan}). Den gjelder fra {fra:dato}."
        ),
        "program.endring_onsket": _("{hvem} vil endre noe i programmet: «{merknad}»"),
        "program.begynte": _("Programmet begynte {start:dato}."),
        "program.permisjon": _("{hvem} registrerte permisjon fra {fra:dato} til {til:dato}: {grunn}."),
        "program.permisjon_uten_stonad": _(
            "{hvem} registrerte permisjon uten stønad fra {fra:dato} til {til:dato}: {grunn}."
        ),
        "program.permisjon_avkortet": _(
            "{hvem} avsluttet permisjonen som begynte {fra:dato}. Siste dag er {til:dato}: {grunn}."
        ),
        "program.permisjon_trukket": _("{hvem} tok tilbake permisjonen fra {fra:dato} til {til:dato}: {grunn}."),
        "program.begynner_uenig": _(
            "{hvem} er ikke enig i versjon {nummer} av programmet, men lar den gjelde fra {fra:dato}: «{uenighet}»"
        ),
        "program.gjelder_uten_enighet": _(
            "{hvem} lot versjon {nummer} av programmet gjelde fra {fra:dato} uten enighet. Deltakeren: «{uenighet}»"
        ),
        "program.fylt_fra_forbilde": _("{hvem} begynte på uken ut fra «{navn}»."),
        "program.veivalg": _("{hvem} skrev ned et valg: {hva}. Det ble {valgt}."),
        "delmal.opprettet": _("{hvem} skrev ned et mål: {tekst}"),
        "delmal.nadd": _("Målet er nådd: {tekst}"),
        "delmal.endret": _("{hvem} endret et mål fra «{for_}» til «{tekst}»: {hvorfor}"),
        "delmal.lagt_bort": _("{hvem} la bort målet «{tekst}»: {hvorfor}"),
        "delmal.tatt_opp_igjen": _("{hvem} tok opp igjen målet «{tekst}»."),
        "aktivitet.tilbudt": _("Det er kommet et tilbud om plass: {navn}."),
        "aktivitet.begynt": _("{navn} begynte {dato:dato}."),
        "aktivitet.fullfort": _("{navn} er ferdig. Siste dag var {dato:dato}."),
        "aktivitet.avbrutt": _("{navn} ble avbrutt {dato:dato}: {grunn}"),
        "aktivitet.avbrutt_uten_varsel": _("Arrangøren avsluttet {navn} {dato:dato} uten varsel: {grunn}"),
        "aktivitet.alternativer_vurdert": _("{hvem} vurderte hva som kan komme i stedet for {navn}: {tekst}"),
        "aktivitet.tilbakemelding": _("{hvem} skrev ned en tilbakemelding om {navn}."),
        "aktivitet.jobbsoknad": _("{hvem} skrev ned en jobbsøknad i {navn}."),
        "aktivitet.uke_bekreftet": _("{hvem} bekreftet {navn} for uken fra {uke:dato}."),
        "arbeidsforhold.registrert": _(
            "{hvem} registrerte jobb hos {arbeidsgiver}, {prosent} prosent, fra {fra:dato}."
        ),
        "arbeidsforhold.over_halv": _("{hvem} tok stilling til jobben på {prosent} prosent: {svar}."),
    }
)
