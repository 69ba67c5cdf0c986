"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "klage.registrert": _("{hvem} registrerte en klage på {vedtak}, mottatt {mottatt:dato}."),
        "klage.sendt": _("{hvem} klaget på {vedtak}."),
        "klage.vurderes": _("{hvem} tok klagen til ny vurdering."),
        "klage.rettefrist": _("{hvem} ba om at klagen blir rettet innen {frist:dato}."),
        "klage.rettet": _("Klagen ble rettet {dato:dato}."),
        "klage.fristvurdert": _("{hvem} vurderte klagefristen: {grunn}."),
        "klage.vedlegg": _("{hvem} la ved {navn} i klagen."),
        "klage.tilfoyd": _("{hvem} la til noe i klagen."),
        "klage.forelopig_svar": _("{hvem} sendte foreløpig svar på klagen. Svar er ventet {ventet:dato}."),
        "klage.motpart_varslet": _("{hvem} varslet motparten om klagen {dato:dato}."),
        "klage.hos_beslutter": _("{hvem} sendte svaret på klagen til beslutter."),
        "klage.hentet_tilbake": _("{hvem} hentet svaret på klagen tilbake fra beslutter."),
        "klage.returnert": _("{hvem} sendte svaret på klagen tilbake: «{tekst}»"),
        "klage.besluttet": _("{hvem} bestemte svaret på klagen: {innstilling}."),
        "klage.oversendt": _("{hvem} sendte klagen til Statsforvalteren med {antall} papirer."),
        "klage.ettersendt": _("{hvem} sendte det nye i klagen videre til Statsforvalteren."),
        "klage.utsetting_bedt": _("Klageren ba om at vedtaket ikke gjennomføres før klagen er avgjort."),
        "klage.utsatt": _("{hvem} bestemte at vedtaket venter til klagen er avgjort."),
        "klage.ikke_utsatt": _("{hvem} bestemte at vedtaket ikke venter på klagen."),
        "klage.avgjort": _("Statsforvalteren avgjorde klagen {dato:dato}: {utfall}."),
        "klage.nytt_vedtak": _("{hvem} begynte på et nytt vedtak etter klagen: {type}."),
        "klage.gjennomfort": _("{hvem} gjennomførte utfallet av klagen: {tiltak}."),
        "klage.fulgt_opp": _("{hvem} fulgte opp utfallet av klagen."),
        "klage.trukket": _("Klagen ble trukket {dato:dato}."),
        "klage.kostnadskrav": _("{hvem} registrerte et krav om å få dekket {belop:kr} i sakskostnader."),
        "klage.kostnader_avgjort": _("{hvem} avgjorde kravet om sakskostnader: {belop:kr} dekkes."),
        "klage.kostnader_oversendt": _("{hvem} sendte kravet om sakskostnader til Statsforvalteren."),
        "klage.omgjoring": _("{hvem} tok opp {vedtak} på nytt av eget tiltak: {grunn}."),
    }
)
