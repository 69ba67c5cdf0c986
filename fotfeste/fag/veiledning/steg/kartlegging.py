"""Guidance for mapping and the work-ability assessment."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

_SKAL, _BOR, _KAN = Styrke.SKAL, Styrke.BOR, Styrke.KAN
_14A, _42, _43 = "NAV-loven § 14 a", "sotjl § 42", "sotjl § 43"

STEG = (
    Steg(
        "aev.a",
        _("Slik svarer du på punkt a"),
        (
            Rad(_SKAL, _("Svar på hvilke muligheter deltakeren har for å komme i arbeid."), f"{_14A} bokstav a"),
            Rad(_BOR, _("Begynn med ressursene: erfaring, utdanning, språk, nettverk og interesser.")),
            Rad(_KAN, _("Spør om arbeid og ansvar utenfor arbeidslivet, også i et annet land.")),
        ),
        _("Har fem års erfaring fra kjøkken og snakker fire språk. Mulighetene er gode når norsken er sterkere."),
    ),
    Steg(
        "aev.b",
        _("Slik svarer du på punkt b"),
        (
            Rad(_SKAL, _("Si hva slags arbeid som skal være målet."), f"{_14A} bokstav b"),
            Rad(_BOR, _("Ta utgangspunkt i hva deltakeren selv vil, og i hva som finnes av jobber her."), _42),
            Rad(_BOR, _("Hold minst ett yrke opp mot personen: hva krever det, hva har hun, hva mangler?")),
        ),
        _("Målet er arbeid som kokk. Veien dit er assistent først, så fagbrev."),
    ),
    Steg(
        "aev.c",
        _("Slik svarer du på punkt c"),
        (
            Rad(
                _SKAL,
                _("Si hva deltakeren trenger hjelp til. Dette punktet blir lettest glemt."),
                f"{_14A} bokstav c",
            ),
            Rad(_BOR, _("Si hvor ofte og hvor tett. Det avgjør om programmet er nødvendig."), "sotjl § 29"),
        ),
        _("Trenger en fast kontakt hver uke, norsk på arbeidsplassen og hjelp til å finne barnepass."),
    ),
    Steg(
        "aev.d",
        _("Slik svarer du på punkt d"),
        (
            Rad(
                _SKAL,
                _("Ta stilling til om arbeidsevnen er nedsatt, og eventuelt hvor mye."),
                f"{_14A} bokstav d",
            ),
            Rad(_BOR, _("Si hva hindringen betyr i arbeid, ikke bare hva den heter.")),
            Rad(_BOR, _("Vis hva du bygger det på: samtale, lege, tiltak, praksis.")),
        ),
        _("Nedsatt med om lag halvparten: kan stå i lett arbeid tre til fire timer om dagen."),
    ),
    Steg(
        "aev.e",
        _("Slik svarer du på punkt e"),
        (
            Rad(_SKAL, _("Nevn hvilken type bistand som kan være aktuell."), f"{_14A} bokstav e"),
            Rad(_BOR, _("Se hva deltakeren har gått på før. Foreslå ikke et kurs som ikke hjalp sist.")),
            Rad(_KAN, _("Pek på andre ordninger hvis de passer bedre enn programmet.")),
        ),
        _("Praksis på et kjøkken tre dager, norsk én dag og oppfølging av jobbspesialist."),
    ),
    Steg(
        "aev.egenvurdering",
        _("Om egenvurderingen"),
        (
            Rad(_SKAL, _("La deltakeren si hva hun mener, og legg stor vekt på det."), _42),
            Rad(_BOR, _("La deltakeren svare alene først. Fyll ut sammen når språk eller lesing gjør det vanskelig.")),
            Rad(_BOR, _("Les svarene høyt før du lagrer dem for noen, og bruk tolk. Barn skal ikke tolke.")),
            Rad(_KAN, _("Ta det på papir og før det inn etterpå.")),
        ),
    ),
    Steg(
        "aev.samtale",
        _("Om kartleggingssamtalen"),
        (
            Rad(_BOR, _("Snakk om ressursene før det som er vanskelig. Bruk temaene, ikke skjemaet.")),
            Rad(_BOR, _("Si hva du skriver ned, og hvem som kan lese det.")),
            Rad(_KAN, _("Ta flere korte samtaler i stedet for én lang.")),
        ),
        _("Vi snakket først om kjøkkenet hun drev. Da kom det fram at hun har ført regnskap i seks år."),
    ),
    Steg(
        "aev.observasjon",
        _("Om det andre ser"),
        (
            Rad(_BOR, _("Før inn det tiltaket eller arbeidsplassen ser, også når det er bedre enn ventet.")),
            Rad(_BOR, _("Lag en ny versjon når det endrer svaret på et av punktene."), _14A),
        ),
        _("På datastua viste det seg at han er svært rask på data. Da ble punkt a og b skrevet på nytt."),
    ),
    Steg(
        "aev.innhenting",
        _("Om opplysninger fra andre"),
        (
            Rad(
                _SKAL,
                _("Hent opplysninger i samarbeid med deltakeren, eller slik at hun vet om det, så langt som mulig."),
                f"{_43} første ledd",
            ),
            Rad(
                _SKAL,
                _("Uten samtykke avgjør reglene om taushetsplikt hos den du spør, om du får svar."),
                f"{_43} andre ledd",
            ),
            Rad(_BOR, _("Spør om det du trenger til vurderingen, ikke om alt.")),
        ),
        _("Fastlegen: Hvor mange timer kan hun stå i butikk nå, og hva blir bedre av behandlingen?"),
    ),
    Steg(
        "aev.internt",
        _("Om det som bare er for kontoret"),
        (
            Rad(_SKAL, _("Husk at deltakeren kan be om å få se dette også."), "fvl §§ 18–19"),
            Rad(_BOR, _("Holder du en bekymring utenfor teksten, skriv hvorfor, og ta den opp med deltakeren senere.")),
            Rad(_KAN, _("Se teksten slik deltakeren leser den, før du fullfører.")),
        ),
        _("Luktet alkohol i to samtaler. Tas opp når vi kjenner hverandre bedre, senest ved første evaluering."),
    ),
    Steg(
        "aev.forenklet",
        _("Når en forenklet vurdering er nok"),
        (
            Rad(_SKAL, _("Svar på alle fem punktene også i en forenklet vurdering."), _14A),
            Rad(_BOR, _("Bruk den bare når utsiktene er klare, eller når en fersk vurdering fortsatt stemmer.")),
            Rad(_BOR, _("Bytt til full vurdering når det dukker opp noe som må avklares.")),
        ),
    ),
    Steg(
        "aev.kollegablikk",
        _("Om kollegablikket"),
        (
            Rad(_BOR, _("La en kollega med kompetanse lese når du ikke har den selv.")),
            Rad(_KAN, _("Be om et blikk når du er i tvil, også når du har kompetansen.")),
        ),
    ),
)
