"""After the programme: how it went at 6, 12 and 24 months, and who came back."""
