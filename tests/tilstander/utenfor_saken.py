"""What is not in a case, or not yet: the enquiry and the candidate."""

from __future__ import annotations

from fotfeste.fag.henvendelse import services as henvendelser
from fotfeste.fag.henvendelse.enums import Henvendelsesstatus
from fotfeste.fag.henvendelse.models import Henvendelse
from fotfeste.fag.kandidat import services as kandidater
from fotfeste.fag.kandidat.enums import Kandidatstatus
from fotfeste.fag.kandidat.models import Kandidat
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.grunnlag import I_DAG
from tests.tilstander.scene import Fag, Scene


def _ny(scene: Scene) -> Henvendelse:
    return henvendelser.henvendelse_registrer(
        scene[Rolle.VEILEDER],
        kontor=scene.kontor,
        person=scene.sak.person,
        kanal="telefon",
        tema="penger",
        tekst="Når kommer pengene?",
    )


HENVENDELSE = Fag(
    "henvendelse",
    {
        Henvendelsesstatus.NY: _ny,
        Henvendelsesstatus.FORDELT: lambda scene: henvendelser.henvendelse_ta(
            scene[Rolle.VEILEDER], henvendelse=_ny(scene)
        ),
        Henvendelsesstatus.VIDERESENDT: lambda scene: henvendelser.henvendelse_videresend(
            scene[Rolle.VEILEDER], henvendelse=_ny(scene), til="Skatteetaten"
        ),
        Henvendelsesstatus.BESVART: lambda scene: henvendelser.henvendelse_besvar(
            scene[Rolle.VEILEDER], henvendelse=_ny(scene), svar="Den 25."
        ),
    },
    {
        "besvar": lambda a, h: henvendelser.henvendelse_besvar(a, henvendelse=h, svar="Den 25."),
        "forsok": lambda a, h: henvendelser.henvendelse_forsok(a, henvendelse=h),
        "ta": lambda a, h: henvendelser.henvendelse_ta(a, henvendelse=h),
        "fordel": lambda a, h: henvendelser.henvendelse_fordel(a, henvendelse=h, til=a.krev_bruker()),
        "videresend": lambda a, h: henvendelser.henvendelse_videresend(a, henvendelse=h, til="Skatteetaten"),
    },
)


def _meldt(scene: Scene) -> Kandidat:
    return kandidater.kandidat_meld(
        scene[Rolle.VEILEDER],
        kontor=scene.kontor,
        kilde="kollega",
        fnr=scene.sak.person.fodselsnummer,
        grunner=["uten_aktivitet"],
    )


def _informert(scene: Scene, svar: str = "vil_soke") -> Kandidat:
    kandidat = _meldt(scene)
    kandidater.kandidat_informer(
        scene[Rolle.VEILEDER], kandidat=kandidat, sagt_frivillig=True, svar=svar, egne_ord="Jeg vil jobbe."
    )
    return Kandidat.objects.get(pk=kandidat.pk)


def _sokt(scene: Scene) -> Kandidat:
    kandidat = _informert(scene)
    kandidater.kandidat_sok(scene[Rolle.VEILEDER], kandidat=kandidat)
    return Kandidat.objects.get(pk=kandidat.pk)


KANDIDAT = Fag(
    "kandidat",
    {
        Kandidatstatus.MELDT: _meldt,
        Kandidatstatus.INNKALT: lambda scene: kandidater.kandidat_kall_inn(
            scene[Rolle.VEILEDER], kandidat=_meldt(scene), dato=I_DAG
        ),
        Kandidatstatus.INFORMERT: _informert,
        Kandidatstatus.KARTLEGGES: lambda scene: kandidater.kandidat_kartlegg(
            scene[Rolle.VEILEDER], kandidat=_informert(scene)
        ),
        Kandidatstatus.SENERE: lambda scene: kandidater.kandidat_se_igjen(
            scene[Rolle.VEILEDER], kandidat=_meldt(scene), neste_gang=I_DAG, hvorfor_ikke_na="Har små barn hjemme."
        ),
        Kandidatstatus.SOKT: _sokt,
        Kandidatstatus.ONSKER_IKKE: lambda scene: kandidater.kandidat_onsker_ikke(
            scene[Rolle.VEILEDER], kandidat=_informert(scene, "vil_ikke")
        ),
        Kandidatstatus.IKKE_I_MALGRUPPEN: lambda scene: kandidater.kandidat_ikke_i_malgruppen(
            scene[Rolle.VEILEDER], kandidat=_meldt(scene), utfall_grunn="Har fått jobb."
        ),
        Kandidatstatus.ANNET_TILBUD: lambda scene: kandidater.kandidat_annet_tilbud(
            scene[Rolle.VEILEDER], kandidat=_meldt(scene), utfall_grunn="Introduksjonsprogrammet."
        ),
        Kandidatstatus.SLETTET: lambda scene: kandidater.kandidat_slett(scene[Rolle.VEILEDER], kandidat=_meldt(scene)),
    },
    {
        "kall_inn": lambda a, k: kandidater.kandidat_kall_inn(a, kandidat=k, dato=I_DAG),
        "informer": lambda a, k: kandidater.kandidat_informer(
            a, kandidat=k, sagt_frivillig=True, svar="vil_tenke", egne_ord="Jeg må tenke."
        ),
        "kartlegg": lambda a, k: kandidater.kandidat_kartlegg(a, kandidat=k),
        "sok": lambda a, k: kandidater.kandidat_sok(a, kandidat=k),
        "se_igjen": lambda a, k: kandidater.kandidat_se_igjen(
            a, kandidat=k, neste_gang=I_DAG, hvorfor_ikke_na="Har små barn hjemme."
        ),
        "onsker_ikke": lambda a, k: kandidater.kandidat_onsker_ikke(a, kandidat=k),
        "ikke_i_malgruppen": lambda a, k: kandidater.kandidat_ikke_i_malgruppen(
            a, kandidat=k, utfall_grunn="Har fått jobb."
        ),
        "annet_tilbud": lambda a, k: kandidater.kandidat_annet_tilbud(
            a, kandidat=k, utfall_grunn="Introduksjonsprogrammet."
        ),
        "ta": lambda a, k: kandidater.kandidat_ta(a, kandidat=k),
        "droft": lambda a, k: kandidater.kandidat_droft(a, kandidat=k),
        "rett": lambda a, k: kandidater.kandidat_rett(a, kandidat=k, telefon="98 76 54 32"),
        "slett": lambda a, k: kandidater.kandidat_slett(a, kandidat=k),
    },
)
