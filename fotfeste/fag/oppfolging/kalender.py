"""A meeting as a calendar file. It leaves the system, so it names the case and never the participant."""

from __future__ import annotations

from datetime import UTC, datetime

from fotfeste.fag.oppfolging.models import Mote


def som_ics(mote: Mote) -> str:
    """RFC 5545 with one event. ValueError when the meeting has no time."""
    if mote.start is None or mote.slutt is None:
        raise ValueError("The meeting has no time yet")
    linjer = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fotfeste//NO",
        "BEGIN:VEVENT",
        f"UID:{mote.pk}@fotfeste",
        f"SEQUENCE:{mote.versjon}",
        f"DTSTAMP:{_utc(mote.opprettet)}",
        f"DTSTART:{_utc(mote.start)}",
        f"DTEND:{_utc(mote.slutt)}",
        f"SUMMARY:{_tekst(f'{mote.get_type_display()}, sak {mote.sak.saksnummer}')}",
        f"LOCATION:{_tekst(mote.get_kanal_display())}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "\r\n".join(linjer) + "\r\n"


def _utc(tid: datetime) -> str:
    return tid.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _tekst(verdi: str) -> str:
    for tegn, ut in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"), ("\r", "")):
        verdi = verdi.replace(tegn, ut)
    return verdi
