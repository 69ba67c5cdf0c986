"""What the office has agreed on beside the law: a few common routines, and what one office says more."""

from __future__ import annotations

from datetime import date, timedelta

from fotfeste.fag.veiledning.services import rutine_lagre, rutine_sjekk
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import aktor_for
from fotfeste.regelverk.tid import legg_til_maneder, neste_virkedag

FELLES: dict[str, str] = {
    "kandidat.meld": (
        "Spør deg selv ved hver sosialhjelpssak: kunne dette vært programmet?\n\n"
        "Alle kan melde. Du trenger ikke vite om vilkårene er oppfylt."
    ),
    "kontakt.samtale": (
        "Ring minst hver fjortende dag de tre første månedene.\n\n"
        "Skriv én setning om hva dere ble enige om. Deltakeren leser den."
    ),
    "mote.ikke_mott": (
        "Ring samme dag. Spør hvordan det går før du spør hvorfor.\n\n"
        "Får du ikke svar, sender du melding og prøver igjen neste dag.\n\n"
        "Tredje gang på rad tar du det opp med fagansvarlig."
    ),
    "evaluering.hold": (
        "Avtal tid to uker før, og be deltakeren se på spørsmålene hjemme.\n\n"
        "Begynn med det som har gått bra. Spør hver arrangør før møtet, ikke etter."
    ),
    "vedtak.begrunnelse": (
        "Skriv til deltakeren, ikke om deltakeren.\n\nTa med det som taler imot. La en kollega lese før du sender."
    ),
}
UTDYPET = ("mote.ikke_mott", 2, "Hos oss: får du ikke svar på to dager, drar jobbspesialisten innom praksisplassen.")
SKREVET_FOR, NY_VERSJON_FOR = 70, 15
"""Days ago the routines were written, and the one about talks was written anew."""


def rutiner_skriv(kontor: Kontor, i_dag: date) -> None:
    """The routines, each with an owner and a day to look again, and the first check of one."""
    fagansvarlig = Bruker.objects.get(medlemskap__rolle=Rolle.FAGANSVARLIG)
    vurderes = neste_virkedag(legg_til_maneder(i_dag, 6))
    with klokke.still_til(i_dag - timedelta(days=SKREVET_FOR)):
        aktor = aktor_for(fagansvarlig)
        for steg, tekst in FELLES.items():
            rutine_lagre(aktor, kommune=kontor.kommune, steg=steg, tekst=tekst, eier=fagansvarlig, vurderes=vurderes)
        steg, avsnitt, tekst = UTDYPET
        rutine_lagre(
            aktor,
            kommune=kontor.kommune,
            kontor=kontor,
            steg=steg,
            avsnitt=avsnitt,
            tekst=tekst,
            eier=fagansvarlig,
            vurderes=vurderes,
        )
    with klokke.still_til(i_dag - timedelta(days=NY_VERSJON_FOR)):
        ny = rutine_lagre(
            aktor_for(fagansvarlig),
            kommune=kontor.kommune,
            steg="kontakt.samtale",
            tekst=f"{FELLES['kontakt.samtale']}\n\nKan deltakeren lite norsk, bestiller du tolk også til telefonen.",
            eier=fagansvarlig,
            vurderes=vurderes,
            versjon=1,
        )
        rutine_sjekk(aktor_for(fagansvarlig), rutine=ny, folges=True)
