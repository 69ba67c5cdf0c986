"""The case: the thread that holds a person's way through the programme, its office, fixed contact and background facts.

Other subjects point here; this room points at none of them.
"""
