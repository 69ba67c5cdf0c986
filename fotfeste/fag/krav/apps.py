from django.apps import AppConfig


class KravConfig(AppConfig):
    name = "fotfeste.fag.krav"
    label = "krav"

    def ready(self) -> None:
        from fotfeste.fag.avstemming.dobbelt import sett_folger
        from fotfeste.fag.krav import hendelser  # noqa: F401 - registers the sentences of the timeline
        from fotfeste.fag.krav.motregning import motregn, natt_motregn
        from fotfeste.fag.krav.tilbakebetaling import KILDE
        from fotfeste.fag.krav.trekkplan import kravene_folg_banken, natt_rull_videre
        from fotfeste.fag.utbetaling.motregning import sett_motregner
        from fotfeste.fag.vedtak.tilbakebetaling import sett_kravkilde
        from fotfeste.grunnmur.jobber.natt import NATTLIG

        sett_motregner(motregn)
        sett_kravkilde(KILDE)
        sett_folger(kravene_folg_banken)
        NATTLIG.extend((natt_motregn, natt_rull_videre))
