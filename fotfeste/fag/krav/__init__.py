"""Too much was paid: how it happened, what is done about it, and what has been given back (sotjl §§ 23, 38 and 40)."""
