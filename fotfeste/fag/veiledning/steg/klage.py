"""Guidance on complaints."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "klage.mottak",
        _("Når en klage kommer"),
        (
            Rad(Styrke.SKAL, _("Veilede og hjelpe klageren. En klage trenger ikke å hete klage."), "fvl § 11"),
            Rad(Styrke.SKAL, _("Sette en kort frist når noe mangler, i stedet for å avvise."), "fvl § 32"),
            Rad(Styrke.BOR, _("Skrive ned en muntlig klage sammen med klageren, og la henne eller ham lese den.")),
            Rad(Styrke.KAN, _("Ta imot klagen på alle måter: papir, e-post, på nett og i samtale.")),
        ),
        _("Du sier at du vil ha plass i programmet fordi legen nå mener du kan arbeide to dager i uken."),
    ),
    Steg(
        "klage.frist",
        _("Når klagen kommer for sent"),
        (
            Rad(Styrke.SKAL, _("Vurdere begge grunnene før klagen avvises."), "fvl § 31"),
            Rad(Styrke.SKAL, _("Legge vekt på om en endring kan skade andre."), "fvl § 31"),
            Rad(Styrke.BOR, _("Spørre klageren hvorfor klagen kom sent, før du bestemmer deg.")),
        ),
        _("Du var innlagt da brevet kom, og leverte klagen uken etter at du kom hjem."),
    ),
    Steg(
        "klage.vurdering",
        _("Slik vurderer du en klage"),
        (
            Rad(Styrke.SKAL, _("Gjøre de undersøkelsene klagen gir grunn til."), "fvl § 33"),
            Rad(Styrke.SKAL, _("Svare på det klageren sier, punkt for punkt."), "fvl §§ 24 og 25"),
            Rad(Styrke.SKAL, _("La en annen bestemme enn den som forbereder.")),
            Rad(Styrke.BOR, _("La en annen se på klagen enn den som fattet vedtaket.")),
            Rad(Styrke.KAN, _("Endre vedtaket til gunst. Klagen gir ikke grunn til å gjøre det verre."), "fvl § 33"),
        ),
        _("Du skriver at legen er enig med deg. Vi har lest erklæringen. Den sier at du kan prøve to dager i uken."),
    ),
    Steg(
        "klage.oversendelse",
        _("Slik sender du en klage videre"),
        (
            Rad(Styrke.SKAL, _("Sende alle dokumentene så snart saken er tilrettelagt."), "fvl § 33"),
            Rad(Styrke.SKAL, _("Gi klageren kopi av det vi skriver."), "fvl § 33"),
            Rad(
                Styrke.BOR,
                _("Tenke på at Statsforvalteren bare endrer fritt skjønn når det er åpenbart urimelig."),
                "sotjl § 48",
            ),
        ),
        _("Journalen for 2024 er utelatt fordi den gjelder en annen sak."),
    ),
    Steg(
        "klage.kostnader",
        _("Sakskostnader"),
        (
            Rad(Styrke.SKAL, _("Si fra om retten når vedtaket er endret."), "fvl § 36"),
            Rad(Styrke.SKAL, _("Dekke vesentlige kostnader som var nødvendige for å få vedtaket endret."), "fvl § 36"),
            Rad(Styrke.KAN, _("Si nei når endringen skyldes klagerens eget forhold."), "fvl § 36"),
        ),
        _("Fem timer hos advokat var nødvendig, fordi saken var vanskelig å forstå."),
    ),
)
