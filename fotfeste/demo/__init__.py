"""A synthetic municipality to try everything in: invented people, real rules, built by the services the pages use.

Exists only where FOTFESTE_DEMO is set.
"""
