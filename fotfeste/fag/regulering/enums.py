from django.db import models
from django.utils.translation import gettext_lazy as _


class Reguleringsstatus(models.TextChoices):
    """Where the run stands. A dry run changes nothing in the cases; another than who made it carries it out."""

    FORBEREDES = "forberedes", _("Prøvekjøres")
    PROVEKJORT = "provekjort", _("Prøvekjørt")
    GJENNOMFORES = "gjennomfores", _("Gjennomføres")
    FERDIG = "ferdig", _("Gjennomført")
    FORKASTET = "forkastet", _("Lagt bort")


APNE = frozenset({Reguleringsstatus.FORBEREDES, Reguleringsstatus.PROVEKJORT, Reguleringsstatus.GJENNOMFORES})
"""States in which somebody has something to do; one such run for a change at a time."""


class Utfall(models.TextChoices):
    """What comes of one paid month."""

    ETTERBETALES = "etterbetales", _("Etterbetales")
    INGEN_ENDRING = "ingen_endring", _("Ingen endring")
    TRENGER_PERSON = "trenger_person", _("Noen må se på den")
    ALLEREDE = "allerede", _("Er regulert fra før")


class Grunn(models.TextChoices):
    """Why a month is not carried out by itself, in the order they are looked for; each has its next step."""

    TIMELISTE_RETTES = "timeliste_rettes", _("Timelisten for måneden rettes nå")
    FAKTA_ENDRET = "fakta_endret", _("Noe annet er også endret siden måneden ble betalt")
    KONTROLL = "kontroll", _("De to måtene å regne på gir ikke samme beløp")
    ENDRET = "endret", _("Noe er endret etter prøvekjøringen")
    DOD = "dod", _("Deltakeren er død")
    LAVERE = "lavere", _("Det nye beløpet er lavere enn det som er betalt")
    KLAGE = "klage", _("Det er en åpen klage på vedtaket måneden hører til")
    YTELSE = "ytelse", _("Deltakeren har en annen ytelse, som også kan bli regulert")
    KONTO = "konto", _("Kontonummeret mangler, eller pengene har kommet i retur")
    STOR = "stor", _("Beløpet er større enn kommunen lar gå av seg selv")


NESTE_STEG = {
    Grunn.TIMELISTE_RETTES: _("Vent til timelisten er godkjent. Prøvekjør så på nytt."),
    Grunn.FAKTA_ENDRET: _("Se på måneden i saken og etterregn den først. Prøvekjør så på nytt."),
    Grunn.KONTROLL: _("Meld fra til den som drifter Fotfeste. Ingenting betales før det er funnet ut av."),
    Grunn.ENDRET: _("Prøvekjør på nytt, så ser du hva det er blitt."),
    Grunn.DOD: _("Finn ut hvem som har rett på pengene, før du tar den med."),
    Grunn.LAVERE: _("Vurder om det skal kreves tilbake (§ 40). Tas den med, må kravet vurderes for seg."),
    Grunn.KLAGE: _("Spør den som har klagen. Ta den med hvis klagen ikke handler om beløpet."),
    Grunn.YTELSE: _("Sjekk hva den andre ytelsen er nå. Ta den med hvis beløpet i saken fortsatt er riktig."),
    Grunn.KONTO: _("Spør deltakeren om kontonummer. Tar du den med, venter pengene til kontoen er i orden."),
    Grunn.STOR: _("Se på måneden i saken. Ta den med hvis beløpet er riktig."),
}

KAN_IKKE_TAS_MED = frozenset({Grunn.TIMELISTE_RETTES, Grunn.FAKTA_ENDRET, Grunn.KONTROLL, Grunn.ENDRET})
"""What nobody can settle by looking: the amount itself is not known."""
