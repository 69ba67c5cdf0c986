"""Guidance on preparing and taking a decision. Each condition's stands with the rule it guides (regelverk/vilkar)."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.vilkar import VILKAR, Vilkar


def _vilkaret(vilkar: Vilkar) -> Steg:
    rader = (Rad(v.styrke, v.tekst, str(v.hjemmel) if v.hjemmel else "") for v in vilkar.veiledning)
    return Steg(f"vilkar.{vilkar.kode.value}", vilkar.navn, tuple(rader))


STEG = (
    Steg(
        "vedtak.begrunnelse",
        _("Begrunn vedtaket"),
        (
            Rad(Styrke.SKAL, _("Vis til reglene, fakta og hvilke hensyn som har vært avgjørende."), "fvl §§ 24, 25"),
            Rad(Styrke.SKAL, _("La søkeren uttale seg før noe tas bort."), "fvl § 16"),
            Rad(Styrke.SKAL, _("Fullt program eller få plasser er ingen grunn til avslag."), "sotjl § 29"),
            Rad(Styrke.BOR, _("Skriv det søkeren selv har sagt, og hva det har betydd.")),
            Rad(Styrke.BOR, _("Skriv så søkeren forstår det ved første lesing.")),
            Rad(Styrke.KAN, _("Ta opp vanskelige vurderinger med en kollega før du sender.")),
        ),
        _(
            "Du har vært uten jobb i tre år og prøvd to tiltak. Vi mener programmet kan hjelpe deg, fordi du får tett "
            "oppfølging på en arbeidsplass."
        ),
    ),
    Steg(
        "vedtak.send",
        _("Send til beslutter"),
        (
            Rad(Styrke.SKAL, _("En annen enn den som har forberedt vedtaket, beslutter det.")),
            Rad(Styrke.BOR, _("Les brevet slik søkeren får det, før du sender.")),
            Rad(Styrke.BOR, _("Avtal tolk eller samtale når brevet bør forklares muntlig."), "fvl § 11"),
        ),
    ),
    *(_vilkaret(vilkar) for vilkar in VILKAR.values()),
)
