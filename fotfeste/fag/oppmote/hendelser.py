"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "timeliste.levert": _("{hvem} sendte timelisten for {maned:maned}."),
        "timeliste.godkjent": _("{hvem} godkjente timelisten for {maned:maned}."),
        "timeliste.returnert": _("{hvem} sendte timelisten for {maned:maned} tilbake: «{grunn}»"),
        "timeliste.arrangor": _("{hvem} brukte arrangørens føring på timelisten for {maned:maned}: «{grunn}»"),
        "arrangor.fort": _("{hvem} hos {arrangor} førte oppmøte for {maned:maned}."),
        "timeliste.rettet": _("{hvem} åpnet den godkjente timelisten for {maned:maned} for retting: «{grunn}»"),
        "timeliste.feil_meldt": _("{hvem} sa fra at timelisten for {maned:maned} ikke stemmer: «{grunn}»"),
        "timeliste.feil_besvart": _("{hvem} svarte om timelisten for {maned:maned}: «{grunn}»"),
        "fravaer.registrert": _("{hvem} registrerte fravær fra {fra:dato} til {til:dato}."),
        "fravaer.fjernet": _("{hvem} tok bort fraværet fra {fra:dato} til {til:dato}."),
        "fravaer.dokumentert": _("{hvem} la ved et papir om fraværet fra {fra:dato} til {til:dato}."),
        "lonnsslipp.lagt_til": _("{hvem} la ved en lønnsslipp for {maned:maned}."),
        "lonnsslipp.fjernet": _("{hvem} tok bort en lønnsslipp for {maned:maned}."),
        "legeerklaering.lagt_til": _("{hvem} la ved legeerklæring for {fra:dato} til {til:dato}."),
    }
)
