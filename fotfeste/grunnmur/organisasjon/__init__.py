"""Municipalities, offices, the people who log in, the roles they hold from day to day, and the municipal choices.

Knows nothing of cases or participants; a participant's login is a Bruker that fag/person points to.
"""
