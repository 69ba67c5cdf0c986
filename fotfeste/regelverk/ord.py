"""Dates as one writes them in Norwegian, for the rows of a trace."""

from datetime import date

MANEDSNAVN = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def dato_i_ord(dag: date) -> str:
    """«3. mars 2026»."""
    return f"{dag.day}. {MANEDSNAVN[dag.month - 1]} {dag.year}"


def periode_i_ord(fra: date, til: date) -> str:
    """«3. mars 2026», or «3. mars 2026 til og med 5. mars 2026»; both ends included."""
    return dato_i_ord(fra) if fra == til else f"{dato_i_ord(fra)} til og med {dato_i_ord(til)}"
