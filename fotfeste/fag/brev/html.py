"""A letter as a fragment of semantic HTML: headings, lists, tables and definition lists, everything escaped.

The fragment carries no style and no script; class names are for the surface's own stylesheet. Names and other
text in unknown script get `dir="auto"`, a summary in another language its own `lang` and `dir`.
"""

from collections.abc import Iterable
from html import escape
from typing import assert_never

from django.utils.safestring import SafeString

from fotfeste.fag.brev.innhold import (
    Avsnitt,
    Blokk,
    Brev,
    Del,
    Nokkelliste,
    Oppgaver,
    Punktliste,
    Regel,
    Sammendrag,
    Tabell,
    retning,
)
from fotfeste.fag.brev.tekst import dato_tekst


def som_html(brev: Brev, *, niva: int = 1) -> SafeString:
    """Return the letter as one <article>. `niva` (1–4) is the heading level its title gets on the page."""
    deler = (
        _hode(brev),
        f"<h{niva}>{escape(brev.tittel)}</h{niva}>",
        _kortversjon(brev, niva + 1),
        _sammendrag(brev.sammendrag, niva + 1) if brev.sammendrag else "",
        *(_del(del_, niva + 1) for del_ in brev.alle_deler),
        _avslutning(brev, niva + 1),
    )
    apning = f'<article class="brev" lang="{brev.sprak}" dir="{retning(brev.sprak)}">'
    return SafeString(f"{apning}{''.join(deler)}</article>")


def _hode(brev: Brev) -> str:
    avsender = f"<strong>{escape(brev.avsender.kontor)}</strong><br>{escape(brev.avsender.kommune)}"
    mottaker = _linjer((brev.mottaker.navn, *brev.mottaker.adresse))
    dato = f'<time datetime="{brev.dato.isoformat()}">{dato_tekst(brev.dato)}</time>'
    return (
        '<header class="brev-hode">'
        f'<p class="brev-avsender">{avsender}</p>'
        f'<p class="brev-mottaker" dir="auto">{mottaker}</p>'
        f'<p class="brev-dato">{dato}<br>Saksnummer {escape(brev.saksnummer)}</p></header>'
    )


def _kortversjon(brev: Brev, niva: int) -> str:
    frist = ""
    if brev.frist:
        tid = f'<time datetime="{brev.frist.dato.isoformat()}">{dato_tekst(brev.frist.dato)}</time>'
        frist = f'<p class="brev-frist"><strong>{escape(brev.frist.hva)} {tid}</strong></p>'
    return f'<section class="brev-kort"><h{niva}>Kort fortalt</h{niva}>{_avsnitt(brev.kortversjon)}{frist}</section>'


def _sammendrag(sammendrag: Sammendrag, niva: int) -> str:
    return (
        f'<section class="brev-sammendrag" lang="{sammendrag.sprak}" dir="{retning(sammendrag.sprak)}">'
        f"<h{niva}>{escape(sammendrag.overskrift)}</h{niva}>{_avsnitt(sammendrag.avsnitt)}</section>"
    )


def _del(del_: Del, niva: int) -> str:
    blokker = "".join(_blokk(blokk) for blokk in del_.blokker)
    under = "".join(_del(underdel, niva + 1) for underdel in del_.underdeler)
    overskrift = f"<h{niva}>{escape(del_.overskrift)}</h{niva}>"
    return f'<section class="brev-{del_.slag}">{overskrift}{blokker}{under}</section>'


def _blokk(blokk: Blokk) -> str:
    match blokk:
        case Avsnitt(tekst):
            return f'<p dir="auto">{escape(tekst)}</p>'
        case Punktliste(punkter, nummerert):
            return _liste(punkter, "ol" if nummerert else "ul")
        case Regel(innhold, hjemmel):
            return f'<p class="brev-regel">{escape(innhold)} <small>{escape(hjemmel)}</small></p>'
        case Nokkelliste(rader):
            par = "".join(f"<div><dt>{escape(r.navn)}</dt><dd>{escape(r.verdi)}</dd></div>" for r in rader)
            return f'<dl class="brev-nokkel">{par}</dl>'
        case Tabell():
            return _tabell(blokk)
        case Oppgaver(du, nav):
            return (
                '<div class="brev-oppgaver">'
                f"<div><p><strong>Dette gjør du</strong></p>{_liste(du, 'ul')}</div>"
                f"<div><p><strong>Dette gjør vi i NAV</strong></p>{_liste(nav, 'ul')}</div></div>"
            )
        case _:
            assert_never(blokk)


def _tabell(tabell: Tabell) -> str:
    tall = [' class="tall"' if kolonne.tall else "" for kolonne in tabell.kolonner]
    hode = "".join(
        f'<th scope="col"{klasse}>{escape(kolonne.navn)}</th>'
        for kolonne, klasse in zip(tabell.kolonner, tall, strict=True)
    )
    rader = [_rad(rad, tall) for rad in tabell.rader]
    fot = f"<tfoot>{rader.pop()}</tfoot>" if tabell.sumrad and rader else ""
    return (
        f"<table><caption>{escape(tabell.tittel)}</caption><thead><tr>{hode}</tr></thead>"
        f"<tbody>{''.join(rader)}</tbody>{fot}</table>"
    )


def _rad(rad: tuple[str, ...], tall: list[str]) -> str:
    resten = "".join(f"<td{klasse}>{escape(c)}</td>" for c, klasse in zip(rad[1:], tall[1:], strict=True))
    return f'<tr><th scope="row"{tall[0]}>{escape(rad[0])}</th>{resten}</tr>'


def _avslutning(brev: Brev, niva: int) -> str:
    kontakt = brev.kontakt
    tid = f" {escape(kontakt.apningstid)}" if kontakt.apningstid else ""
    vedlegg = f"<h{niva}>Dette ligger ved</h{niva}>{_liste(brev.vedlegg, 'ul')}" if brev.vedlegg else ""
    return (
        f'<footer class="brev-slutt"><h{niva}>Spør oss når du lurer på noe</h{niva}>'
        f'<p><span dir="auto">{escape(kontakt.navn)}</span> er {escape(kontakt.rolle)}. '
        f"Telefon {escape(kontakt.telefon)}.{tid}</p>"
        f"<p>{escape(brev.tolketekst)}</p>"
        f'<p class="brev-underskrift" dir="auto">Hilsen<br>{_linjer(brev.underskrift)}</p>{vedlegg}</footer>'
    )


def _avsnitt(tekster: Iterable[str]) -> str:
    return "".join(f"<p>{escape(tekst)}</p>" for tekst in tekster)


def _liste(punkter: Iterable[str], merke: str) -> str:
    return f"<{merke}>{''.join(f'<li>{escape(punkt)}</li>' for punkt in punkter)}</{merke}>"


def _linjer(linjer: Iterable[str]) -> str:
    return "<br>".join(escape(linje) for linje in linjer)
