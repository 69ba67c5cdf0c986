from __future__ import annotations

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from fotfeste.fag.avstemming.enums import Avklaringsutfall, Meldingstype, Postslag, Samsvar
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.logg.models import KUN_TILLEGG
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune
from fotfeste.grunnmur.tilgang import Eier


class Bankmelding(Grunnmodell):
    """A file from the bank, kept as it came and read once. `lest_av` is empty when the nightly job read it."""

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="bankmeldinger")
    type = models.CharField(max_length=10, choices=Meldingstype.choices)
    melding_id = models.CharField(max_length=35)
    sha256 = models.CharField(max_length=64)
    konto = models.CharField(max_length=34, blank=True)
    dokument = models.ForeignKey(Dokument, on_delete=models.PROTECT, related_name="+")
    mottatt = models.DateTimeField(default=klokke.na)
    lest_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-mottatt"]
        constraints = [
            models.UniqueConstraint(fields=["kommune", "sha256"], name="bankfil_lest_en_gang"),
            models.UniqueConstraint(fields=["kommune", "type", "melding_id"], name="bankmelding_lest_en_gang"),
        ]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"{self.type} {self.melding_id}"

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, None)


class Bankpost(Grunnmodell):
    """One thing the bank has said, and how it fitted with what was sent. Amounts in øre. Never changed.

    `nokkel` is what makes two of them the same thing: the bank's reference where there is one. A batch has `antall` and
    the run it is for (`kjoring`); when it is known which payments are in it, each gets a post of its own (`bunt`).
    """

    melding = models.ForeignKey(Bankmelding, on_delete=models.PROTECT, related_name="poster")
    nummer = models.PositiveIntegerField()
    slag = models.CharField(max_length=10, choices=Postslag.choices)
    ende_til_ende = models.CharField(max_length=35, blank=True)
    belop_ore = models.BigIntegerField(null=True, blank=True)
    valuta = models.CharField(max_length=3, default="NOK")
    dato = models.DateField(null=True, blank=True)
    arsak_kode = models.CharField(max_length=35, blank=True)
    arsak_tekst = models.CharField(max_length=300, blank=True)
    bankreferanse = models.CharField(max_length=35, blank=True)
    motpart = models.CharField(max_length=140, blank=True)
    antall = models.PositiveIntegerField(null=True, blank=True)
    kjoring = models.ForeignKey(Kjoring, on_delete=models.PROTECT, null=True, blank=True, related_name="bankbunter")
    bunt = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="deler")
    utbetaling = models.ForeignKey(
        Utbetaling, on_delete=models.PROTECT, null=True, blank=True, related_name="bankposter"
    )
    samsvar = models.CharField(max_length=20, choices=Samsvar.choices)
    nokkel = models.CharField(max_length=64)

    class Meta:
        ordering = ["melding", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["nokkel"], condition=~Q(samsvar=Samsvar.ALLEREDE), name="bankpost_sagt_en_gang"
            ),
            models.CheckConstraint(
                condition=Q(samsvar__in=[Samsvar.UKJENT, Samsvar.ALLEREDE]) | Q(utbetaling__isnull=False),
                name="bankpost_med_samsvar_har_betaling",
            ),
            models.CheckConstraint(
                condition=Q(belop_ore__isnull=True) | Q(belop_ore__gte=0), name="bankpost_ikke_under_null"
            ),
        ]
        indexes = [models.Index(fields=["ende_til_ende"], name="bankpost_ende_til_ende")]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"{self.slag} {self.ende_til_ende}"

    def tilgang_eier(self) -> Eier:
        return self.melding.tilgang_eier()


class Postavklaring(Grunnmodell):
    """What a person made of a post that did not fit, and why. One a post, never changed.

    `av` is empty where the bank itself has put it right since.
    """

    post = models.OneToOneField(Bankpost, on_delete=models.PROTECT, related_name="avklaring")
    utfall = models.CharField(max_length=10, choices=Avklaringsutfall.choices)
    utbetaling = models.ForeignKey(Utbetaling, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    grunn = models.CharField(max_length=300)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tid = models.DateTimeField(default=klokke.na)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(utfall=Avklaringsutfall.KOBLET, utbetaling__isnull=False)
                | (~Q(utfall=Avklaringsutfall.KOBLET) & Q(utbetaling__isnull=True)),
                name="koblet_post_har_betaling",
            ),
            models.CheckConstraint(condition=~Q(grunn=""), name="postavklaring_har_grunn"),
        ]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"{self.utfall}: {self.grunn}"

    def tilgang_eier(self) -> Eier:
        return self.post.tilgang_eier()


@spores()
class Dobbeltbetaling(Saksdel):
    """The same money has reached the participant twice: by a payment that was held not to have come, and by `ny`.

    A person says so of what the bank says (`post`), once of a payment. `belop` is what was paid twice, in whole kroner,
    and `dato` the day the bank let the first one go. `falt` is the day it was so no more, because the money came back
    or `ny` did not arrive: then there is nothing to claim.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="dobbeltbetalinger")
    utbetaling = models.OneToOneField(Utbetaling, on_delete=models.PROTECT, related_name="dobbeltbetaling")
    ny = models.ForeignKey(Utbetaling, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Bankpost, on_delete=models.PROTECT, related_name="+")
    belop = models.PositiveIntegerField()
    dato = models.DateField()
    sagt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    falt = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.CheckConstraint(condition=Q(belop__gt=0), name="dobbeltbetaling_over_null"),
            models.CheckConstraint(condition=~Q(utbetaling=F("ny")), name="dobbeltbetaling_mellom_to"),
        ]
        triggers = [pgtrigger.Protect(name="dobbeltbetaling_slettes_ikke", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"betalt to ganger: {self.belop}"

    @property
    def maned(self) -> date:
        return self.utbetaling.maned

    @property
    def ny_dato(self) -> date:
        """The day the money came by the other payment, or is to."""
        return self.ny.utbetalt or self.ny.kjoring.utbetalingsdato

    @property
    def arsaksord(self) -> str:
        """What happened, in words."""
        return _("betalt to ganger")


def _gar_opp(endelse: str) -> Q:
    """What was sent is what became of it, and nothing is outstanding."""
    deler = F(f"bokfort{endelse}") + F(f"avvist{endelse}") + F(f"returnert{endelse}") + F(f"feilsendt{endelse}")
    return Q(**{f"sendt{endelse}": deler})


class Avstemming(Grunnmodell):
    """A person has held a run against the bank, and it came out even. The figures as they were then, in whole kroner.

    A run that is changed by the bank afterwards (money comes back) can be reconciled again; the newest one holds when
    its figures are those that stand.
    """

    kjoring = models.ForeignKey(Kjoring, on_delete=models.PROTECT, related_name="avstemminger")
    avstemt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    frigitt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")
    avstemt = models.DateTimeField(default=klokke.na)
    sendt_antall = models.PositiveIntegerField()
    sendt = models.PositiveBigIntegerField()
    bokfort_antall = models.PositiveIntegerField()
    bokfort = models.PositiveBigIntegerField()
    avvist_antall = models.PositiveIntegerField()
    avvist = models.PositiveBigIntegerField()
    returnert_antall = models.PositiveIntegerField()
    returnert = models.PositiveBigIntegerField()
    feilsendt_antall = models.PositiveIntegerField()
    feilsendt = models.PositiveBigIntegerField()
    forklart_ore = models.BigIntegerField(default=0)
    merknad = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-avstemt"]
        constraints = [
            models.CheckConstraint(condition=_gar_opp("") & _gar_opp("_antall"), name="avstemming_gar_opp"),
            models.CheckConstraint(condition=~Q(avstemt_av=F("frigitt_av")), name="avstemming_fire_oyne"),
        ]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"avstemt {self.kjoring}"

    def tilgang_eier(self) -> Eier:
        return self.kjoring.tilgang_eier()


class Lonnskorreksjon(Grunnmodell):
    """A payment was taken out of the payroll basis, or put in again, in the basis of this run.

    The first (`nummer` 1) takes out one that never arrived; when it arrived all the same, the second puts it in again,
    and so on: the odd ones take out, the even ones put in.
    """

    utbetaling = models.ForeignKey(Utbetaling, on_delete=models.PROTECT, related_name="lonnskorreksjoner")
    kjoring = models.ForeignKey(Kjoring, on_delete=models.PROTECT, related_name="lonnskorreksjoner")
    nummer = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["utbetaling", "nummer"], name="en_lonnskorreksjon_om_gangen"),
        ]
        triggers = [pgtrigger.Protect(name="uforanderlig", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"korreksjon av {self.utbetaling}"

    def tilgang_eier(self) -> Eier:
        return self.kjoring.tilgang_eier()
