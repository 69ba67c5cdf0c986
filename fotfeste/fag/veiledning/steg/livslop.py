"""Guidance for pauses, extensions, endings, moves and the time after."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "livslop.pause",
        _("Slik vurderer du en pause"),
        (
            Rad(
                Styrke.SKAL, _("Grunnen skal være saklig og ligge i forhold hos deltakeren."), "sotjl § 34 første ledd"
            ),
            Rad(Styrke.SKAL, _("Varsle før dere bestemmer, og gi tid til å svare."), "fvl § 16"),
            Rad(
                Styrke.SKAL,
                _("Er grunnen arbeid, fødsel eller adopsjon, kan deltakeren komme tilbake det første året."),
                "sotjl § 34 andre ledd",
            ),
            Rad(Styrke.BOR, _("Avtal når dere snakker sammen i pausen, og hvem som tar kontakt.")),
            Rad(Styrke.KAN, _("Sett en siste dag når dere vet den. Da går programmet videre av seg selv.")),
        ),
        _("Du skal opereres 3. juni og er sykmeldt i to måneder. Vi snakkes 15. juli om når du kan begynne igjen."),
    ),
    Steg(
        "livslop.slutt",
        _("Slik avslutter du et program"),
        (
            Rad(
                Styrke.SKAL, _("Ved utløpet av perioden: fatt vedtak om å forlenge eller avslutte."), "forskriften § 2"
            ),
            Rad(Styrke.SKAL, _("Avslutt når deltakeren trolig ikke kommer tilbake."), "sotjl § 34 første ledd"),
            Rad(Styrke.SKAL, _("Lag deltakerbevis."), "forskriften § 1 femte ledd"),
            Rad(Styrke.SKAL, _("Si hva deltakeren går til. «Ukjent» er lov, men telles."), "KOSTRA 11CF, 38 og 39"),
            Rad(Styrke.BOR, _("Avtal hvem deltakeren kan ringe etterpå, og hvor lenge.")),
            Rad(Styrke.BOR, _("Prøv flere måter å få kontakt på før dere avslutter fordi noen uteblir.")),
        ),
        _("Du har fått fast jobb i 80 prosent fra 1. mai. Målet er nådd, og vi ringes en gang i måneden til høsten."),
    ),
    Steg(
        "livslop.forleng",
        _("Slik vurderer du en forlengelse"),
        (
            Rad(Styrke.SKAL, _("Vilkårene i § 29 skal fortsatt være oppfylt."), "sotjl § 32 første ledd"),
            Rad(Styrke.SKAL, _("Et vedtak gjelder i høyst ett år."), "forskriften § 2 første ledd"),
            Rad(
                Styrke.SKAL,
                _("Ut over to år: nødvendig for målet om arbeid, framgang, og sannsynlig arbeid til slutt."),
                "forskriften § 2 andre ledd",
            ),
            Rad(Styrke.BOR, _("Gå gjennom planen sammen først, så vedtaket bygger på den nye.")),
        ),
        _("Praksisplassen vil ansette deg når truckførerbeviset er tatt. Kurset er i mars."),
    ),
    Steg(
        "livslop.flytting",
        _("Når deltakeren flytter"),
        (
            Rad(Styrke.SKAL, _("Kommunen der personen oppholder seg, har ansvaret for programmet."), "sotjl § 3"),
            Rad(Styrke.BOR, _("Snakk med det nye kontoret sammen med deltakeren før programmet avsluttes her.")),
            Rad(Styrke.SKAL, _("Gi saken videre bare når deltakeren har sagt ja."), "sotjl § 44"),
            Rad(Styrke.BOR, _("Spør etterpå hva den nye kommunen kom til. Flytting er ikke frafall.")),
        ),
        _("Vi snakket med NAV Sjøvik 4. mai. De tar imot deg 1. juni og bygger videre på planen du har."),
    ),
    Steg(
        "livslop.etterpa",
        _("Når du spør hvordan det går"),
        (
            Rad(Styrke.KAN, _("Det er frivillig å svare. Si det, og si hvorfor vi spør.")),
            Rad(Styrke.BOR, _("Prøv på to måter før du noterer at du ikke fikk tak i personen.")),
            Rad(Styrke.BOR, _("Trenger personen hjelp nå, avtal en samtale med en gang.")),
        ),
        _("Hei, det er et halvt år siden du sluttet. Vi lurer på om jobben holder, og om du trenger noe fra oss."),
    ),
)
