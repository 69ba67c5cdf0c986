"""The parts of the docs that are drawn from the code, so that they cannot lag behind it.

`python -m konfig.dokumentasjon` writes what stands between the marks in docs/tilstander.md, docs/kommunale-valg.md and
docs/roller/; the rest of those pages is written by hand. tests/test_docs.py fails when a page and the code differ.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from django.db.models import Choices

    from fotfeste.grunnmur.organisasjon.enums import Rolle
    from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

ROT = Path(__file__).resolve().parents[1]
DOCS, PAKKE = ROT / "docs", ROT / "fotfeste"
KOMMANDO = "python -m konfig.dokumentasjon"
FOR, ETTER = f"<!-- Laget av {KOMMANDO}: rett i koden, ikke her. -->", "<!-- Slutt på det som er laget. -->"

# States that no command of the record's own leads to: what does.
SATT_AV_ANDRE = {
    ("soknad", "avgjort"): "set when the decision that answers the application is taken (`vedtak_fatt`)",
    ("program", "erstattet"): "set when a later version is agreed to, by either command",
    ("aktivitet", "venter"): "chosen when the activity is planned (`aktivitet_lagre`)",
    ("utbetaling", "frigitt"): "set with its run (`kjoring_frigi`)",
    ("utbetaling", "sendt"): "set with its run (`kjoring_send`)",
    ("utbetaling", "forkastet"): "set with its run (`kjoring_forkast`), or when the one it was to replace came through",
    ("utbetaling", "utbetalt"): "the bank's word (`fag/avstemming`)",
    ("utbetaling", "avvist"): "the bank's word (`fag/avstemming`)",
    ("utbetaling", "returnert"): "the bank's word (`fag/avstemming`)",
    ("klage", "til_oversendelse"): "set by `klage_beslutt` when the office holds fast, in whole or in part",
    ("klage", "omgjort"): "set by `klage_beslutt` when the complainant gets all of it",
    ("klage", "avvist"): "set by `klage_beslutt` when the complaint is turned away",
    ("krav", "nedbetalt"): "set when nothing is left of the claim (`krav_rull_videre`), whatever took the last krone",
    ("krav", "refusjon"): "set the same way when NAV's refusjon took all of it",
    ("krav", "tilbakebetaling"): (
        "set when the decision on repayment is taken (`vedtak_fatt`), and left when it falls (`tilbakebetaling_falt`)"
    ),
    ("kostnadskrav", "innvilget"): "set by `kostnadskrav_avgjor` when all of it is covered",
    ("kostnadskrav", "delvis"): "set by `kostnadskrav_avgjor` when a part of it is covered",
    ("kostnadskrav", "avslatt"): "set by `kostnadskrav_avgjor` when none of it is covered",
}

HANDLING_I_ORD = {
    "person.sok": "søke etter personer",
    "person.registrer": "registrere en ny person",
    "person.endre": "rette personopplysninger (deltakeren selv bare kontakt, språk og konto)",
    "sak.les": "åpne saken",
    "sak.fordel": "velge fast kontakt i saken",
    "soknad.les": "lese søknaden",
    "soknad.send": "sende søknad på nett, svare på det vi ber om, og trekke søknaden",
    "soknad.registrer": "føre inn en søknad som kom på papir eller muntlig",
    "soknad.behandle": "be om det som mangler, gi foreløpig svar og gjøre søknaden klar",
    "aev.les": "lese arbeidsevnevurderingen",
    "aev.skriv": "skrive og fullføre arbeidsevnevurderingen",
    "aev.eget_syn": "skrive sitt eget syn i arbeidsevnevurderingen",
    "vedtak.les": "lese vedtak",
    "vedtak.forbered": "forberede vedtak og sende dem til beslutter",
    "vedtak.beslutt": "fatte vedtak, eller sende dem tilbake",
    "program.les": "se programmet",
    "program.skriv": "lage og endre programmet, og registrere permisjon",
    "program.avtal": "si ja til programmet, eller be om endring",
    "timeliste.les": "se timelister",
    "timeliste.fyll": "fylle ut timelisten og føre fravær",
    "timeliste.godkjenn": "godkjenne timelister, eller sende dem tilbake",
    "timeliste.fyll_arrangor": "føre hvem som kom til egen aktivitet, for deltakere som har den nå",
    "stonad.les": "se stønaden regnet ut rad for rad",
    "dodsfall.registrer": "registrere at en deltaker er død, og dødsboets konto",
    "stonad.etterregn": "regne betalte måneder på nytt",
    "forskudd.bestem": "bestemme et forskudd på stønaden",
    "ytelse.skriv": "registrere dagpenger, sykepenger og foreldrepenger",
    "endring.svar": "svare på det deltakeren melder fra om",
    "endring.egen": "melde fra om barn, familie og andre penger",
    "kjoring.les": "se månedens utbetalingskjøring",
    "kjoring.forbered": "forberede utbetalingen for måneden",
    "kjoring.frigi": "frigi utbetalingen og lage filene til banken og lønn",
    "krav.les": "se hva som er utbetalt for mye, og planen for det",
    "krav.behandle": "vurdere for mye utbetalt, varsle, endre planen og la være å kreve",
    "krav.bestem": "bestemme trekk i stønaden, eller sende det tilbake",
    "krav.egen": "svare på varsel om trekk, og si fra når det blir for lite å leve av",
    "krav.innbetaling": "registrere penger som er betalt tilbake, og refusjon fra NAV",
    "regulering.les": "se reguleringen når grunnbeløpet øker",
    "regulering.forbered": "prøvekjøre en regulering",
    "regulering.gjennomfor": "gjennomføre en regulering en annen har prøvekjørt",
    "regulering.vurder": "ta med en måned i reguleringen som noen må se på først",
    "brev.les": "lese brev som er sendt",
    "oppfolging.les": "se møter, samtaler og evalueringer",
    "oppfolging.skriv": "holde møter, logge samtaler og evaluere programmet",
    "oppfolging.egen": "forberede møter og evalueringer selv, og se avtalene",
    "vedtak.uttal": "svare på et forhåndsvarsel",
    "kandidat.meld": "melde fra om noen som kan trenge programmet",
    "kandidat.les": "se kandidatlisten",
    "kandidat.vurder": "vurdere og følge opp kandidater",
    "kandidat.eksport": "hente ut kandidatlisten som fil",
    "plan.les": "se den individuelle planen",
    "plan.skriv": "tilby og skrive individuell plan",
    "plan.samtykke": "gi og trekke samtykke til individuell plan, eller skrive det ned",
    "plan.egen": "svare på tilbudet om individuell plan, og være med på å skrive den",
    "klage.les": "lese klager",
    "klage.behandle": "registrere klager og forberede svaret",
    "klage.beslutt": "omgjøre vedtaket, eller sende klagen til Statsforvalteren",
    "klage.egen": "klage på et vedtak, og trekke klagen",
    "henvendelse.les": "se henvendelser",
    "henvendelse.skriv": "registrere, fordele og besvare henvendelser",
    "henvendelse.egen": "skrive til kontoret, og lese svarene",
    "vakt.skriv": "sette opp hvem som har vakttelefonen",
    "sak.overfor": "overføre saken til et annet kontor eller en annen kommune",
    "mappe.les": "hente ut hele saksmappen",
    "rutine.skriv": "skrive kontorets felles rutiner",
    "portefolje.les": "se hvor mange saker hver veileder har",
    "simulering.les": "regne ut hva en annen sats eller regel ville betydd",
    "internkontroll.les": "se internkontrollen",
    "kostra.les": "se og hente KOSTRA-filen for året",
    "sporing.les": "se hvem som har sett saken",
    "organisasjon.les": "se kontorer, roller og kommunale valg",
    "organisasjon.endre": "gi og avslutte roller, og sette kommunale valg",
}


def tilstander() -> str:
    """Each transition table as a diagram and as rows, for docs/tilstander.md."""
    deler = []
    for tabell in _tabeller():
        deler.append(f"## {tabell.navn}\n\n{_diagram(tabell)}\n\n{_rader(tabell)}")
        deler += [f"*{navn}* is {hva}." for navn, hva in _satt_av_andre(tabell)]
    return "\n\n".join(deler)


def kommunale_valg() -> str:
    """Every choice of organisasjon/valg.py and whether any code asks for it yet, for docs/kommunale-valg.md."""
    from fotfeste.grunnmur.organisasjon.valg import VALG

    rader = ["| key | what it decides | default | why there is a choice | in use |", "|---|---|---|---|---|"]
    for valg in sorted(VALG.values(), key=lambda valg: valg.nokkel):
        lest = "yes" if _brukes(valg.nokkel) else "not yet"
        rader.append(f"| `{valg.nokkel}` | {valg.hva} | {_verdi_i_ord(valg.standard)} | {valg.hvorfor} | {lest} |")
    return "\n".join(rader)


def rettigheter(rolle: Rolle) -> str:
    """What the table of actions lets the role do, for its page in docs/roller/."""
    from fotfeste.grunnmur.tilgang import HANDLINGER

    linjer = [f"- {HANDLING_I_ORD[handling]}" for handling, roller in HANDLINGER.items() if rolle in roller]
    return "\n".join(linjer) or "- ingenting i deltakernes saker"


def alle() -> Iterator[tuple[Path, str]]:
    """Every page that is drawn, with what it should hold."""
    from django.utils import translation

    from fotfeste.grunnmur.organisasjon.enums import Rolle

    with translation.override("nb"):
        yield _med(DOCS / "tilstander.md", tilstander())
        yield _med(DOCS / "kommunale-valg.md", kommunale_valg())
        for rolle in Rolle:
            yield _med(DOCS / "roller" / f"{rolle}.md", rettigheter(rolle))


def _med(fil: Path, laget: str) -> tuple[Path, str]:
    """The page with what is drawn set between its marks. ValueError when the page has no marks."""
    foran, _, resten = fil.read_text(encoding="utf-8").partition(FOR)
    _, merke, bak = resten.partition(ETTER)
    if not merke:
        raise ValueError(f"{fil.name} lacks the marks «{FOR}» and «{ETTER}»")
    return fil, f"{foran}{FOR}\n\n{laget}\n\n{ETTER}{bak}"


def _brukes(nokkel: str) -> bool:
    filer = (fil for fil in PAKKE.rglob("*.py") if fil.name != "valg.py")
    return any(f'"{nokkel}"' in fil.read_text(encoding="utf-8") for fil in filer)


def _tabeller() -> list[Overgangstabell]:
    from django.apps import apps

    from fotfeste.grunnmur.tilstand import TABELLER

    # In the order of the work, as the apps stand in the settings.
    funnet = [
        vars(importlib.import_module(f"{app.name}.overganger"))
        for app in apps.get_app_configs()
        if app.name.startswith("fotfeste.fag.") and (Path(app.path) / "overganger.py").exists()
    ]
    return [verdi for modul in funnet for verdi in modul.values() if verdi in TABELLER.values()]


def _tilstandene(tabell: Overgangstabell) -> type[Choices]:
    return type(next(iter(tabell.overganger[0].fra)))  # type: ignore[return-value]


def _forste(tabell: Overgangstabell) -> str:
    """The state a new record has: the default of the model whose states these are."""
    from django.apps import apps

    valg = list(_tilstandene(tabell).choices)
    felter = chain.from_iterable(modell._meta.fields for modell in apps.get_models())
    return str(
        next(f.default for f in felter if f.name == "status" and f.has_default() and list(f.choices or ()) == valg)
    )


def _diagram(tabell: Overgangstabell) -> str:
    navn = _navn(tabell)
    linjer = [f'    state "{ord}" as {verdi}' for verdi, ord in navn.items()]
    linjer.append(f"    [*] --> {_forste(tabell)}")
    for overgang in tabell.overganger:
        fra_og_til = [(fra, overgang.til) for fra in _ordnet(overgang, navn) if overgang.til and fra != overgang.til]
        linjer += [f"    {fra} --> {til} : {overgang.knapp}" for fra, til in fra_og_til]
    return "\n".join(["```mermaid", "stateDiagram-v2", *linjer, "```"])


def _rader(tabell: Overgangstabell) -> str:
    from fotfeste.grunnmur.tilgang import HANDLINGER

    navn = _navn(tabell)
    rader = ["| command | button | from | to | who | provision |", "|---|---|---|---|---|---|"]
    for o in tabell.overganger:
        fra = ", ".join(navn[tilstand] for tilstand in _ordnet(o, navn))
        til = navn[o.til] if o.til else "–"
        hvem = ", ".join(sorted(str(rolle.label).lower() for rolle in HANDLINGER[o.handling]))
        rader.append(f"| `{o.kommando}` | {o.knapp} | {fra} | {til} | {hvem} | {o.hjemmel or '–'} |")
    return "\n".join(rader)


def _satt_av_andre(tabell: Overgangstabell) -> list[tuple[str, str]]:
    nadd = {o.til for o in tabell.overganger} | {_forste(tabell)}
    return [(ord, SATT_AV_ANDRE[tabell.navn, verdi]) for verdi, ord in _navn(tabell).items() if verdi not in nadd]


def _navn(tabell: Overgangstabell) -> dict[str, str]:
    return {str(verdi): str(ord) for verdi, ord in _tilstandene(tabell).choices}


def _ordnet(overgang: Overgang, navn: Mapping[str, str]) -> list[str]:
    return [verdi for verdi in navn if verdi in overgang.fra]


def _verdi_i_ord(verdi: object) -> str:
    return {True: "ja", False: "nei"}[verdi] if isinstance(verdi, bool) else str(verdi)


def main() -> None:
    """Write every page that is drawn."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "konfig.innstillinger.test")
    django.setup()
    for fil, innhold in alle():
        fil.write_text(innhold, encoding="utf-8")


if __name__ == "__main__":
    main()
