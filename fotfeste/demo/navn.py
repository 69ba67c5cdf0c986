"""Invented names. The surnames say that nobody is called this."""

from __future__ import annotations

from fotfeste.fag.person.enums import Kjonn, Sprak

ETTERNAVN = (
    "Testdal", "Prøvedal", "Demosen", "Eksempelvik", "Liksomdal", "Øvelund", "Skissemo", "Utkastad", "Modellvik",
    "Prøvestad", "Testås", "Fiktivsen", "Eksempelrud", "Mønsterhaug", "Tenkelund", "Påfunnsen", "Øvingstad",
    "Dummyvik", "Forsøksen", "Varianthagen",
)  # fmt: skip

FORNAVN: dict[tuple[Sprak, Kjonn], tuple[str, ...]] = {
    (Sprak.BOKMAL, Kjonn.KVINNE): ("Linn", "Ida", "Marte", "Åse", "Turid", "Camilla", "Ingrid", "Rønnaug", "Silje"),
    (Sprak.BOKMAL, Kjonn.MANN): ("Tomas", "Jonas", "Ørjan", "Kåre", "Henrik", "Stian", "Håkon", "Odd", "Marius"),
    (Sprak.NYNORSK, Kjonn.KVINNE): ("Solveig", "Gunnhild", "Åshild"),
    (Sprak.NYNORSK, Kjonn.MANN): ("Eirik", "Sjur", "Leiv"),
    (Sprak.UKRAINSK, Kjonn.KVINNE): ("Olena", "Iryna", "Natalia", "Oksana"),
    (Sprak.UKRAINSK, Kjonn.MANN): ("Andrij", "Taras", "Bohdan"),
    (Sprak.ARABISK, Kjonn.KVINNE): ("Amal", "Rania", "Hiba", "Layla"),
    (Sprak.ARABISK, Kjonn.MANN): ("Yusuf", "Karim", "Samir", "Omar"),
    (Sprak.SOMALI, Kjonn.KVINNE): ("Hodan", "Ayaan", "Fadumo"),
    (Sprak.SOMALI, Kjonn.MANN): ("Abdi", "Mahad", "Liban"),
    (Sprak.TIGRINJA, Kjonn.KVINNE): ("Samira", "Selam", "Feven"),
    (Sprak.TIGRINJA, Kjonn.MANN): ("Yonas", "Filmon", "Robel"),
    (Sprak.POLSK, Kjonn.KVINNE): ("Agnieszka", "Ewa"),
    (Sprak.POLSK, Kjonn.MANN): ("Piotr", "Marek"),
}

SPRAK_ANDELER: tuple[tuple[Sprak, int], ...] = (
    (Sprak.BOKMAL, 44),
    (Sprak.NYNORSK, 4),
    (Sprak.UKRAINSK, 16),
    (Sprak.ARABISK, 13),
    (Sprak.SOMALI, 9),
    (Sprak.TIGRINJA, 9),
    (Sprak.POLSK, 5),
)
"""How many of a hundred speak each language best: invented, chosen so that every surface is seen in use."""

ANSATTE = (
    "Mari Lund", "Jon Eide", "Kari Vik", "Per Moen", "Anne Dahl", "Nina Strand", "Ola Haug", "Siri Berg", "Lars Nes",
    "Tone Fjeld", "Arne Lie", "Hege Myhre", "Rolf Aas", "Bente Krog", "Geir Sand", "Unni Foss", "Terje Holm",
    "Randi Voll", "Knut Brekke", "Eva Tangen", "Morten Sletten", "Grete Lien", "Dag Hovland", "Astrid Rud",
    "Pål Engen",
)  # fmt: skip
