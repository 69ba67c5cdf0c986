"""Letter templates: typed functions from plain values to a `Brev`. No template is text with holes in it."""

from fotfeste.fag.brev.maler.avslag import Avslag, avslag
from fotfeste.fag.brev.maler.bekreftelse import Bekreftelse, bekreftelse
from fotfeste.fag.brev.maler.deltakerbevis import Bevisaktivitet, Deltakerbevis, deltakerbevis
from fotfeste.fag.brev.maler.etterlysning import Etterlysning, Opplysning, etterlysning
from fotfeste.fag.brev.maler.felles import Begrunnelse, Gjoremal, Klagerett, Ramme
from fotfeste.fag.brev.maler.forelopig_svar import ForelopigSvar, forelopig_svar
from fotfeste.fag.brev.maler.forhandsvarsel import Forhandsvarsel, forhandsvarsel
from fotfeste.fag.brev.maler.innvilgelse import Innvilgelse, Ukeblokk, innvilgelse
from fotfeste.fag.brev.maler.krav import (
    Refusjonsbrev,
    Tilbakebetaling,
    Trekkavgjorelse,
    Trekkvarsel,
    refusjonskrav_til_nav,
    refusjonsmelding,
    tilbakebetaling,
    trekkavgjorelse,
    trekkvarsel,
)
from fotfeste.fag.brev.maler.kvittering import Kvittering, kvittering
from fotfeste.fag.brev.maler.mote import Avlysning, Innkalling, Moteavtale, avlysning, innkalling, moteavtale
from fotfeste.fag.brev.maler.paminnelse import Paminnelse, paminnelse
from fotfeste.fag.brev.maler.regulering import (
    Linjeendring,
    Reguleringsbrev,
    Reguleringsmaned,
    Satsbit,
    reguleringsbrev,
)
from fotfeste.fag.brev.maler.utbetaling import Regnerad, Utbetalingsmelding, utbetalingsmelding

__all__ = [
    "Avlysning",
    "Avslag",
    "Begrunnelse",
    "Bekreftelse",
    "Bevisaktivitet",
    "Deltakerbevis",
    "Etterlysning",
    "ForelopigSvar",
    "Forhandsvarsel",
    "Gjoremal",
    "Innkalling",
    "Innvilgelse",
    "Klagerett",
    "Kvittering",
    "Linjeendring",
    "Moteavtale",
    "Opplysning",
    "Paminnelse",
    "Ramme",
    "Refusjonsbrev",
    "Regnerad",
    "Reguleringsbrev",
    "Reguleringsmaned",
    "Satsbit",
    "Tilbakebetaling",
    "Trekkavgjorelse",
    "Trekkvarsel",
    "Ukeblokk",
    "Utbetalingsmelding",
    "avlysning",
    "avslag",
    "bekreftelse",
    "deltakerbevis",
    "etterlysning",
    "forelopig_svar",
    "forhandsvarsel",
    "innkalling",
    "innvilgelse",
    "kvittering",
    "moteavtale",
    "paminnelse",
    "refusjonskrav_til_nav",
    "refusjonsmelding",
    "reguleringsbrev",
    "tilbakebetaling",
    "trekkavgjorelse",
    "trekkvarsel",
    "utbetalingsmelding",
]
