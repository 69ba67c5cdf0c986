"""Who it is about: the person, their children, how to reach them. Entered once, used everywhere.

Knows nothing of cases. Nobody browses persons: they are found by searching, and every search is logged.
"""
