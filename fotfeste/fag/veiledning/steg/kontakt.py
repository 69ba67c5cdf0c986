"""Guidance on talking together, choosing a fixed contact, and handing a case over."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "kontakt.samtale",
        _("Snakk sammen"),
        (
            Rad(Styrke.SKAL, _("Gi tett og koordinert oppfølging gjennom hele programmet."), "sotjl § 29"),
            Rad(Styrke.SKAL, _("Bruk tolk når dere ellers ikke forstår hverandre."), "tolkeloven § 6"),
            Rad(Styrke.BOR, _("Ta kontakt selv: de som ikke ringer, skal ha like god oppfølging.")),
            Rad(Styrke.BOR, _("Skriv hva dere ble enige om, ikke alt som ble sagt.")),
            Rad(Styrke.KAN, _("Møtes et annet sted enn på kontoret.")),
        ),
        _("Enige om at han ringer butikken mandag, og at vi snakkes igjen onsdag."),
    ),
    Steg(
        "kontakt.fast",
        _("Velg fast kontakt"),
        (
            Rad(Styrke.BOR, _("La deltakeren ha én person å vende seg til hele veien.")),
            Rad(Styrke.BOR, _("Spør deltakeren før dere bytter, og si hvorfor.")),
            Rad(Styrke.BOR, _("Se på hvor mange hver har fra før, og hvor krevende sakene er.")),
            Rad(Styrke.KAN, _("Velg en som snakker deltakerens språk.")),
        ),
    ),
    Steg(
        "overlevering",
        _("Overlever en sak"),
        (
            Rad(
                Styrke.BOR,
                _("Skriv hva aktivitetene har gitt, hvor langt mot målet, og når dere evaluerer igjen."),
            ),
            Rad(Styrke.BOR, _("Ta et kort møte med deltakeren og den nye kontakten.")),
            Rad(Styrke.BOR, _("Gå gjennom hele programmet når saken kommer uten notat.")),
        ),
        _("Praksisen på lageret har gitt henne trygghet og truckbevis. Målet er fast jobb der: hun mangler norsk A2."),
    ),
)
