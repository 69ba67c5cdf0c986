"""A case's life as a whole, its moves, and the time after: how it went at 6, 12 and 24 months, who came back."""
