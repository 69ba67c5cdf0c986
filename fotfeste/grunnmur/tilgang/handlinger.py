"""Every action there is, and the roles that may do it. One table, read by pages, commands and tests."""

from __future__ import annotations

from enum import StrEnum

from fotfeste.grunnmur.organisasjon.enums import Rolle


class Handling(StrEnum):
    """Something a person does to a record. Named by the subject, then the verb."""

    PERSON_SOK = "person.sok"
    PERSON_REGISTRER = "person.registrer"
    PERSON_ENDRE = "person.endre"
    SAK_LES = "sak.les"
    SAK_FORDEL = "sak.fordel"
    SOKNAD_LES = "soknad.les"
    SOKNAD_SEND = "soknad.send"
    SOKNAD_REGISTRER = "soknad.registrer"
    SOKNAD_BEHANDLE = "soknad.behandle"
    AEV_LES = "aev.les"
    AEV_SKRIV = "aev.skriv"
    AEV_EGET_SYN = "aev.eget_syn"
    VEDTAK_LES = "vedtak.les"
    VEDTAK_FORBERED = "vedtak.forbered"
    VEDTAK_BESLUTT = "vedtak.beslutt"
    PROGRAM_LES = "program.les"
    PROGRAM_SKRIV = "program.skriv"
    PROGRAM_AVTAL = "program.avtal"
    TIMELISTE_LES = "timeliste.les"
    TIMELISTE_FYLL = "timeliste.fyll"
    TIMELISTE_GODKJENN = "timeliste.godkjenn"
    TIMELISTE_FYLL_ARRANGOR = "timeliste.fyll_arrangor"
    STONAD_LES = "stonad.les"
    DODSFALL_REGISTRER = "dodsfall.registrer"
    STONAD_ETTERREGN = "stonad.etterregn"
    FORSKUDD_BESTEM = "forskudd.bestem"
    YTELSE_SKRIV = "ytelse.skriv"
    ENDRING_SVAR = "endring.svar"
    ENDRING_EGEN = "endring.egen"
    KJORING_LES = "kjoring.les"
    KJORING_FORBERED = "kjoring.forbered"
    KJORING_FRIGI = "kjoring.frigi"
    KRAV_LES = "krav.les"
    KRAV_BEHANDLE = "krav.behandle"
    KRAV_BESTEM = "krav.bestem"
    KRAV_EGEN = "krav.egen"
    KRAV_INNBETALING = "krav.innbetaling"
    REGULERING_LES = "regulering.les"
    REGULERING_FORBERED = "regulering.forbered"
    REGULERING_GJENNOMFOR = "regulering.gjennomfor"
    REGULERING_VURDER = "regulering.vurder"
    BREV_LES = "brev.les"
    OPPFOLGING_LES = "oppfolging.les"
    OPPFOLGING_SKRIV = "oppfolging.skriv"
    OPPFOLGING_EGEN = "oppfolging.egen"
    VEDTAK_UTTAL = "vedtak.uttal"
    KANDIDAT_MELD = "kandidat.meld"
    KANDIDAT_LES = "kandidat.les"
    KANDIDAT_VURDER = "kandidat.vurder"
    KANDIDAT_EKSPORT = "kandidat.eksport"
    PLAN_LES = "plan.les"
    PLAN_SKRIV = "plan.skriv"
    PLAN_EGEN = "plan.egen"
    PLAN_SAMTYKKE = "plan.samtykke"
    KLAGE_LES = "klage.les"
    KLAGE_BEHANDLE = "klage.behandle"
    KLAGE_BESLUTT = "klage.beslutt"
    KLAGE_EGEN = "klage.egen"
    HENVENDELSE_LES = "henvendelse.les"
    HENVENDELSE_SKRIV = "henvendelse.skriv"
    HENVENDELSE_EGEN = "henvendelse.egen"
    VAKT_SKRIV = "vakt.skriv"
    SAK_OVERFOR = "sak.overfor"
    MAPPE_LES = "mappe.les"
    RUTINE_SKRIV = "rutine.skriv"
    PORTEFOLJE_LES = "portefolje.les"
    SIMULERING_LES = "simulering.les"
    INTERNKONTROLL_LES = "internkontroll.les"
    KOSTRA_LES = "kostra.les"
    SPORING_LES = "sporing.les"
    ORGANISASJON_LES = "organisasjon.les"
    ORGANISASJON_ENDRE = "organisasjon.endre"


_V, _J, _B, _O, _F, _L, _R, _D, _S = (
    Rolle.VEILEDER,
    Rolle.JOBBSPESIALIST,
    Rolle.BESLUTTER,
    Rolle.OKONOMI,
    Rolle.FAGANSVARLIG,
    Rolle.LEDER,
    Rolle.REVISOR,
    Rolle.DELTAKER,
    Rolle.SYSTEMANSVARLIG,
)

HANDLINGER: dict[Handling, frozenset[Rolle]] = {
    Handling.PERSON_SOK: frozenset({_V, _J, _B, _F, _L, _O, _R}),
    Handling.PERSON_REGISTRER: frozenset({_V, _F, _L}),
    Handling.PERSON_ENDRE: frozenset({_V, _F, _D}),
    Handling.SAK_LES: frozenset({_V, _J, _B, _F, _L, _O, _R, _D}),
    Handling.SAK_FORDEL: frozenset({_F, _L}),
    # In an application people tell of health and family in their own words: økonomi has no need of it.
    Handling.SOKNAD_LES: frozenset({_V, _J, _B, _F, _L, _R, _D}),
    Handling.SOKNAD_SEND: frozenset({_D}),
    Handling.SOKNAD_REGISTRER: frozenset({_V, _F}),
    Handling.SOKNAD_BEHANDLE: frozenset({_V, _F}),
    # The work-ability assessment says things about health: økonomi has no need of it.
    Handling.AEV_LES: frozenset({_V, _J, _B, _F, _L, _R, _D}),
    Handling.AEV_SKRIV: frozenset({_V, _F}),
    Handling.AEV_EGET_SYN: frozenset({_D}),
    Handling.VEDTAK_LES: frozenset({_V, _J, _B, _F, _L, _R, _D}),
    Handling.VEDTAK_FORBERED: frozenset({_V, _F}),
    Handling.VEDTAK_BESLUTT: frozenset({_B}),
    Handling.PROGRAM_LES: frozenset({_V, _J, _B, _F, _L, _R, _D}),
    Handling.PROGRAM_SKRIV: frozenset({_V, _J, _F}),
    Handling.PROGRAM_AVTAL: frozenset({_D}),
    Handling.TIMELISTE_LES: frozenset({_V, _J, _B, _F, _L, _O, _R, _D}),
    Handling.TIMELISTE_FYLL: frozenset({_V, _J, _F, _D}),
    Handling.TIMELISTE_GODKJENN: frozenset({_V, _F}),
    # A provider says who came to its own activity, and reads nothing else.
    Handling.TIMELISTE_FYLL_ARRANGOR: frozenset({Rolle.ARRANGOR}),
    Handling.STONAD_LES: frozenset({_V, _J, _B, _F, _L, _O, _R, _D}),
    Handling.DODSFALL_REGISTRER: frozenset({_V, _F}),
    Handling.STONAD_ETTERREGN: frozenset({_V, _F, _O}),
    # Who knows that somebody cannot wait decides it; økonomi, who pays, does not.
    Handling.FORSKUDD_BESTEM: frozenset({_V, _F}),
    Handling.YTELSE_SKRIV: frozenset({_V, _F}),
    # What people tell of their family in their own words is for those who follow it up.
    Handling.ENDRING_SVAR: frozenset({_V, _F}),
    Handling.ENDRING_EGEN: frozenset({_D}),
    Handling.KJORING_LES: frozenset({_O, _L, _R}),
    Handling.KJORING_FORBERED: frozenset({_O}),
    Handling.KJORING_FRIGI: frozenset({_O}),
    Handling.KRAV_LES: frozenset({_V, _B, _O, _F, _L, _R, _D}),
    Handling.KRAV_BEHANDLE: frozenset({_V, _F}),
    Handling.KRAV_BESTEM: frozenset({_B}),
    Handling.KRAV_EGEN: frozenset({_D}),
    # Who keeps the accounts says what has come in, and decides nothing of what is claimed.
    Handling.KRAV_INNBETALING: frozenset({_O}),
    Handling.REGULERING_LES: frozenset({_O, _L, _R}),
    Handling.REGULERING_FORBERED: frozenset({_O}),
    Handling.REGULERING_GJENNOMFOR: frozenset({_O}),
    # Fagansvarlig looks where økonomi may not know whose case it is.
    Handling.REGULERING_VURDER: frozenset({_O, _F}),
    Handling.BREV_LES: frozenset({_V, _J, _B, _F, _L, _R, _D}),
    Handling.OPPFOLGING_LES: frozenset({_V, _J, _B, _F, _L, _R, _D}),
    Handling.OPPFOLGING_SKRIV: frozenset({_V, _J, _F}),
    Handling.OPPFOLGING_EGEN: frozenset({_D}),
    Handling.VEDTAK_UTTAL: frozenset({_D}),
    # Any colleague may say that somebody could need the programme; who reads the list is fewer.
    Handling.KANDIDAT_MELD: frozenset({_V, _J, _B, _O, _F, _L}),
    Handling.KANDIDAT_LES: frozenset({_V, _J, _F, _L, _R}),
    Handling.KANDIDAT_VURDER: frozenset({_V, _J, _F}),
    # A list that has left the system is out of our hands: few may take it out, and each time is logged.
    Handling.KANDIDAT_EKSPORT: frozenset({_F, _L}),
    Handling.PLAN_LES: frozenset({_V, _J, _B, _F, _L, _R, _D}),
    Handling.PLAN_SKRIV: frozenset({_V, _J, _F}),
    Handling.PLAN_EGEN: frozenset({_D}),
    # The participant's own yes or no, written down by the office when it was said in a meeting.
    Handling.PLAN_SAMTYKKE: frozenset({_V, _J, _F, _D}),
    Handling.KLAGE_LES: frozenset({_V, _B, _F, _L, _R, _D}),
    Handling.KLAGE_BEHANDLE: frozenset({_V, _F}),
    Handling.KLAGE_BESLUTT: frozenset({_B}),
    Handling.KLAGE_EGEN: frozenset({_D}),
    Handling.HENVENDELSE_LES: frozenset({_V, _J, _B, _F, _L, _R}),
    Handling.HENVENDELSE_SKRIV: frozenset({_V, _J, _B, _F, _L}),
    Handling.HENVENDELSE_EGEN: frozenset({_D}),
    Handling.VAKT_SKRIV: frozenset({_F, _L}),
    Handling.SAK_OVERFOR: frozenset({_F, _L}),
    Handling.MAPPE_LES: frozenset({_F, _L, _R, _D}),
    Handling.RUTINE_SKRIV: frozenset({_F, _L}),
    Handling.PORTEFOLJE_LES: frozenset({_L, _F, _R}),
    # Sums of groups and nobody's case, so an office's leder sees them for the whole municipality.
    Handling.SIMULERING_LES: frozenset({_L, _O, _F}),
    Handling.INTERNKONTROLL_LES: frozenset({_L, _F, _R}),
    # The year's file is about persons, and who runs the system has no need of it.
    Handling.KOSTRA_LES: frozenset({_L, _F, _R}),
    Handling.SPORING_LES: frozenset({_L, _R, _D}),
    Handling.ORGANISASJON_LES: frozenset({_L, _S, _R}),
    Handling.ORGANISASJON_ENDRE: frozenset({_S}),
}
"""A state employee (STATLIG_VEILEDER) stands in no row: municipal social-service records are closed to them unless an
explicit rule opens one (sotjl § 44)."""
