from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from fotfeste.fag.person.models import Person
from fotfeste.fag.plan.enums import APNE, Planstatus, Plansvar, Samtykkegjelder, Tilbudskanal, Tilbudt
from fotfeste.fag.sak.models import Sak, Saksdel
from fotfeste.grunnmur.historie import spores
from fotfeste.grunnmur.logg.models import KUN_TILLEGG
from fotfeste.grunnmur.organisasjon.models import Bruker, periode_uttrykk
from fotfeste.grunnmur.tilgang import Eier


@spores()
class Plantilbud(Saksdel):
    """The plan was offered: when, how, by whom. It may be offered again."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="plantilbud")
    dato = models.DateField()
    kanal = models.CharField(max_length=10, choices=Tilbudskanal.choices)
    tolk = models.BooleanField(default=False)
    notat = models.TextField(blank=True)
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["dato", "opprettet"]

    def __str__(self) -> str:
        return f"tilbudt {self.dato:%d.%m.%Y}"


@spores()
class Plansvaret(Saksdel):
    """What the participant answered to the offer. The newest is what they say now; they may change it any day."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="plansvar")
    dato = models.DateField()
    svar = models.CharField(max_length=12, choices=Plansvar.choices)
    begrunnelse = models.TextField(blank=True)
    vil_ikke_si = models.BooleanField(default=False)
    av_deltaker = models.BooleanField(default=False)

    class Meta:
        ordering = ["dato", "opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(svar=Plansvar.IKKE_ONSKET) | ~Q(begrunnelse="") | Q(vil_ikke_si=True),
                name="nei_til_plan_har_grunn",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_svar_display()} {self.dato:%d.%m.%Y}"


@spores()
class IndividuellPlan(Saksdel):
    """The person's one individual plan. `sak` is the case it was begun in; the plan may outlive it.

    The text fields are what forskriften § 9 asks for and the programme does not already say.
    """

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="individuelle_planer")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="individuelle_planer")
    status = models.CharField(max_length=15, choices=Planstatus.choices, default=Planstatus.UTKAST)
    nummer = models.PositiveIntegerField(default=0)
    ansvarlig_tjeneste = models.CharField(max_length=160, blank=True)
    ressurser = models.TextField(blank=True)
    behov = models.TextField(blank=True)
    hensyn = models.TextField(blank=True)
    deltakers_bidrag = models.TextField(blank=True)
    parorendes_bidrag = models.TextField(blank=True)
    gjennomforing = models.TextField(blank=True)
    samarbeid = models.TextField(blank=True)
    koordinator_helse = models.CharField(max_length=12, choices=Tilbudt.choices, blank=True)
    barnekoordinator = models.CharField(max_length=12, choices=Tilbudt.choices, blank=True)
    kontaktlege = models.CharField(max_length=12, choices=Tilbudt.choices, blank=True)
    fra = models.DateField(null=True, blank=True)
    til = models.DateField(null=True, blank=True)
    neste_revisjon = models.DateField(null=True, blank=True)
    godtatt = models.DateField(null=True, blank=True)
    godtatt_hvordan = models.CharField(max_length=200, blank=True)
    i_kraft_fra = models.DateField(null=True, blank=True)
    avsluttet = models.DateField(null=True, blank=True)
    avslutningsgrunn = models.TextField(blank=True)

    class Meta:
        ordering = ["opprettet"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(status__in=sorted(APNE)), name="en_individuell_plan_per_person"
            ),
            models.CheckConstraint(
                condition=Q(fra__isnull=True) | Q(til__isnull=True) | Q(til__gte=F("fra")), name="planperiode"
            ),
            models.CheckConstraint(
                condition=~Q(status=Planstatus.I_KRAFT)
                | Q(godtatt__isnull=False, i_kraft_fra__isnull=False, fra__isnull=False, neste_revisjon__isnull=False),
                name="plan_i_kraft_er_godtatt",
            ),
            models.CheckConstraint(
                condition=~Q(status=Planstatus.AVSLUTTET) | (Q(avsluttet__isnull=False) & ~Q(avslutningsgrunn="")),
                name="avsluttet_plan_har_grunn",
            ),
        ]

    def __str__(self) -> str:
        return f"individuell plan, versjon {self.nummer}"

    def tilgang_eier(self) -> Eier:
        return self.hjemme().tilgang_eier()

    def hjemme(self) -> Sak:
        """The case the plan belongs to today: it goes with the person to a new one, but not to another municipality.

        There the participant brings it themselves (sotjl § 44).
        """
        na = self.person.gjeldende_sak()
        return na if na and na.kommune_id == self.sak.kommune_id else self.sak


class Plandel(Saksdel):
    """A part of a plan: it belongs where the plan does."""

    class Meta:
        abstract = True

    def tilgang_eier(self) -> Eier:
        plan: IndividuellPlan = self.plan  # type: ignore[attr-defined]
        return plan.tilgang_eier()


@spores()
class Planpart(Plandel):
    """Someone who takes part in the work with the plan, and what they will contribute."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="parter")
    navn = models.CharField(max_length=120)
    tjeneste = models.CharField(max_length=160)
    kontakt = models.CharField(max_length=160, blank=True)
    bidrag = models.TextField(blank=True)
    parorende = models.BooleanField(default=False)

    class Meta:
        ordering = ["opprettet"]

    def __str__(self) -> str:
        return f"{self.navn}, {self.tjeneste}"


@spores()
class Koordinator(Plandel):
    """Who sees to it that the plan moves on. One at a time; by default the fixed contact."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="koordinatorer")
    bruker = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    navn = models.CharField(max_length=120)
    tjeneste = models.CharField(max_length=160)
    kontakt = models.CharField(max_length=160)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["fra"]
        constraints = [
            models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="koordinator_periode"),
            ExclusionConstraint(
                name="en_koordinator_om_gangen",
                expressions=[("plan", RangeOperators.EQUAL), (periode_uttrykk(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.navn} fra {self.fra}"


@spores()
class Plantjeneste(Plandel):
    """A service or measure beside the programme: what, how much, who answers for it, how it is carried out."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="tjenester")
    navn = models.CharField(max_length=160)
    omfang = models.CharField(max_length=160)
    ansvarlig = models.CharField(max_length=160)
    hvordan = models.TextField(blank=True)
    delmal = models.ForeignKey("program.Delmal", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["opprettet"]

    def __str__(self) -> str:
        return self.navn


@spores()
class Plansamtykke(Plandel):
    """What the participant has agreed to: that the plan is made (§ 5), or that one party is told something."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="samtykker")
    gjelder = models.CharField(max_length=10, choices=Samtykkegjelder.choices)
    part = models.ForeignKey(Planpart, on_delete=models.PROTECT, null=True, blank=True, related_name="samtykker")
    omfang = models.CharField(max_length=300, blank=True)
    gitt = models.DateField()
    hvordan = models.CharField(max_length=200, blank=True)
    trukket = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["gitt", "opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gjelder=Samtykkegjelder.PLAN, part__isnull=True)
                | (Q(gjelder=Samtykkegjelder.DELING, part__isnull=False) & ~Q(omfang="")),
                name="samtykke_til_deling_sier_hva",
            ),
            models.UniqueConstraint(
                fields=["plan", "part"],
                condition=Q(trukket__isnull=True),
                nulls_distinct=False,
                name="ett_samtykke_om_gangen",
            ),
            models.CheckConstraint(
                condition=Q(trukket__isnull=True) | Q(trukket__gte=F("gitt")), name="trukket_etter_gitt"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_gjelder_display()} {self.gitt:%d.%m.%Y}"

    def gjaldt(self, dag: date) -> bool:
        """Whether it was given and not withdrawn on the day."""
        return self.gitt <= dag and (self.trukket is None or self.trukket > dag)


@spores()
class Plankommentar(Plandel):
    """The participant's own words about the plan, or about one service in it."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="kommentarer")
    om = models.CharField(max_length=160, blank=True)
    tekst = models.TextField()

    class Meta:
        ordering = ["opprettet"]

    def __str__(self) -> str:
        return self.tekst[:60]


class Planversjon(Plandel):
    """The plan as it was when it came into force: every word of it, kept as it stood that day."""

    sak = models.ForeignKey(Sak, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="versjoner")
    nummer = models.PositiveIntegerField()
    fra = models.DateField()
    nytt = models.TextField(blank=True)
    innhold = models.JSONField()
    av = models.ForeignKey(Bruker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-nummer"]
        constraints = [models.UniqueConstraint(fields=["plan", "nummer"], name="planversjon_unik")]
        triggers = [KUN_TILLEGG]

    def __str__(self) -> str:
        return f"versjon {self.nummer} fra {self.fra:%d.%m.%Y}"
