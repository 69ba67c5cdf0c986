from __future__ import annotations

from datetime import date

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.regulering.enums import APNE, Grunn, Reguleringsstatus, Utfall
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.models import Beregning, Differanse
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.modell import Grunnmodell
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune
from fotfeste.grunnmur.tilgang import Eier
from fotfeste.regelverk.regulering import Endring, finn_endring


@spores()
class Regulering(Grunnmodell):
    """A change of a parameter that came late, for one municipality. Started any number of times, it ends up once.

    `forberedt_av` made the dry run (nobody yet, when the night proposed it); `godkjent_av` had it carried out.
    """

    kommune = models.ForeignKey(Kommune, on_delete=models.PROTECT, related_name="reguleringer")
    parameter = models.CharField(max_length=30)
    gjelder_fra = models.DateField()
    kunngjort = models.DateField()
    verdi = models.DecimalField(max_digits=12, decimal_places=4)
    kilde = models.CharField(max_length=100)
    nummer = models.PositiveIntegerField(default=1)
    status = models.CharField(max_length=12, choices=Reguleringsstatus.choices, default=Reguleringsstatus.FORBEREDES)
    forberedt_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    godkjent_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    provd = models.DateTimeField(null=True, blank=True)
    godkjent = models.DateTimeField(null=True, blank=True)
    ferdig = models.DateTimeField(null=True, blank=True)
    antall_i_alt = models.PositiveIntegerField(default=0)
    antall_ferdig = models.PositiveIntegerField(default=0)
    # How far the dry run has come: cases are answered in order of id, so a stopped one goes on after this.
    siste_sak = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["-kunngjort", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["kommune", "parameter", "gjelder_fra"],
                condition=Q(status__in=sorted(APNE)),
                name="en_apen_regulering_per_endring",
            ),
            models.UniqueConstraint(
                fields=["kommune", "parameter", "gjelder_fra", "nummer"], name="reguleringen_har_sitt_nummer"
            ),
            models.CheckConstraint(condition=Q(kunngjort__gt=F("gjelder_fra")), name="regulering_er_av_noe_sent"),
            models.CheckConstraint(
                condition=Q(godkjent_av__isnull=True)
                | (Q(forberedt_av__isnull=False) & ~Q(godkjent_av=F("forberedt_av"))),
                name="regulering_fire_oyne",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Reguleringsstatus.GJENNOMFORES, Reguleringsstatus.FERDIG])
                | Q(godkjent_av__isnull=False, godkjent__isnull=False),
                name="gjennomfort_regulering_har_hvem",
            ),
        ]

    def __str__(self) -> str:
        return f"regulering av {self.parameter} fra {self.gjelder_fra} nr. {self.nummer}"

    def tilgang_eier(self) -> Eier:
        return Eier(self.kommune_id, None)

    @property
    def endring(self) -> Endring:
        """The change as the rules have it."""
        return finn_endring(self.parameter, self.gjelder_fra)

    @property
    def forste_maned(self) -> date:
        return self.gjelder_fra.replace(day=1)


@spores()
class Reguleringsvurdering(Saksdel):
    """Somebody looked at a month the run would not take by itself, and took it along, with this amount and why.

    It outlives a new dry run as long as the reason and the amount are the same.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    regulering = models.ForeignKey(Regulering, on_delete=models.PROTECT, related_name="vurderinger")
    maned = models.DateField()
    grunn = models.CharField(max_length=20, choices=Grunn.choices)
    belop = models.IntegerField()
    begrunnelse = models.TextField()
    vurdert_av = models.ForeignKey(Bruker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regulering", "sak", "maned", "grunn", "belop"], name="en_vurdering_per_svar"
            ),
            models.CheckConstraint(condition=~Q(begrunnelse=""), name="reguleringsvurdering_sier_hvorfor"),
        ]

    def __str__(self) -> str:
        return f"{self.belop} for {self.maned:%Y-%m} tas med"


# Two people behind every krone: who took a month along that the run would not, is not the one who carries it out.
TATT_MED_AV_EN_ANNEN = pgtrigger.Trigger(
    name="tatt_med_av_en_annen",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__differanse__isnull=False, new__vurdering__isnull=False),
    func="""
        IF EXISTS (
            SELECT 1 FROM regulering_reguleringsvurdering v, regulering_regulering r
            WHERE v.id = NEW.vurdering_id AND r.id = NEW.regulering_id AND v.vurdert_av_id = r.godkjent_av_id
        ) THEN
            RAISE EXCEPTION 'tatt_med_av_en_annen' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'tatt_med_av_en_annen';
        END IF;
        RETURN NEW;
    """,
)


class Reguleringslinje(Saksdel):
    """One paid month in the run: the dry run's answer, made anew each time, and what was done with it.

    `ny_brutto` and `belop` are empty when the month cannot be reckoned now. `kontroll_brutto` is the month reckoned
    another way. `varslet` is when the participant was told, by `brev` or by a line in the timeline.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    regulering = models.ForeignKey(Regulering, on_delete=models.PROTECT, related_name="linjer")
    maned = models.DateField()
    forrige = models.ForeignKey(Beregning, on_delete=models.PROTECT, related_name="+")
    forrige_brutto = models.IntegerField()
    ny_brutto = models.IntegerField(null=True)
    kontroll_brutto = models.IntegerField(null=True)
    belop = models.IntegerField(null=True)
    utfall = models.CharField(max_length=20, choices=Utfall.choices)
    grunn = models.CharField(max_length=20, choices=Grunn.choices, blank=True)
    arsaker = ArrayField(models.CharField(max_length=25, choices=Endringsarsak.choices), default=list)
    # The lines of the reckoning differ, though perhaps not their sum: then the new one is kept.
    nye_linjer = models.BooleanField(default=False)
    vurdering = models.ForeignKey(Reguleringsvurdering, on_delete=models.PROTECT, null=True, related_name="linjer")
    differanse = models.OneToOneField(Differanse, on_delete=models.PROTECT, null=True, related_name="reguleringslinje")
    brev = models.ForeignKey(Brev, on_delete=models.PROTECT, null=True, related_name="+")
    varslet = models.DateTimeField(null=True)

    class Meta:
        ordering = ["maned"]
        constraints = [
            models.UniqueConstraint(fields=["regulering", "sak", "maned"], name="en_reguleringslinje_per_maned"),
            models.CheckConstraint(
                condition=Q(belop__isnull=True, ny_brutto__isnull=True) | Q(belop=F("ny_brutto") - F("forrige_brutto")),
                name="reguleringens_belop_stemmer",
            ),
            models.CheckConstraint(
                condition=Q(utfall=Utfall.TRENGER_PERSON) & ~Q(grunn="")
                | ~Q(utfall=Utfall.TRENGER_PERSON) & Q(grunn=""),
                name="trenger_person_har_grunn",
            ),
            models.CheckConstraint(
                condition=Q(differanse__isnull=True)
                | Q(utfall__in=[Utfall.ETTERBETALES, Utfall.INGEN_ENDRING])
                | Q(utfall=Utfall.TRENGER_PERSON, vurdering__isnull=False),
                name="bare_det_som_er_tatt_med",
            ),
            models.CheckConstraint(
                condition=Q(brev__isnull=True) | Q(varslet__isnull=False), name="varslet_med_brev_har_dato"
            ),
            models.CheckConstraint(
                condition=Q(varslet__isnull=True) | Q(differanse__isnull=False), name="varsles_om_det_som_er_gjort"
            ),
        ]
        triggers = [TATT_MED_AV_EN_ANNEN]

    def __str__(self) -> str:
        return f"{self.maned:%Y-%m}: {self.get_utfall_display()}"


TIL_GJENNOMFORING = Q(differanse__isnull=True) & (
    Q(utfall=Utfall.ETTERBETALES)
    | Q(utfall=Utfall.INGEN_ENDRING, nye_linjer=True)
    | Q(utfall=Utfall.TRENGER_PERSON, vurdering__isnull=False)
)
"""Lines that are to be carried out and are not yet."""
TIL_VARSLING = Q(differanse__isnull=False, varslet__isnull=True, belop__gt=0)
"""Lines that have given money nobody has told the participant of."""
