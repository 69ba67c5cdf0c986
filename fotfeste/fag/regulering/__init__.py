"""A number of the law that came late (the grunnbeløp in May): what has been paid by the old one is reckoned again.

One run a change and municipality: a dry run by one, carried out by another, and a letter to each who gets money.
"""
