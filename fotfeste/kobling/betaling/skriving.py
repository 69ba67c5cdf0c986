"""Writing elements: what pain.001 and the trial bank share."""

from html import escape


def e(navn: str, *barn: str) -> str:
    """An element with others in it."""
    return f"<{navn}>{''.join(barn)}</{navn}>"


def t(navn: str, tekst: str) -> str:
    """An element with text in it."""
    return f"<{navn}>{escape(tekst, quote=False)}</{navn}>"
