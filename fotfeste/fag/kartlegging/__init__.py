"""Mapping and the work-ability assessment (AEV) of NAV-loven § 14 a: five points, the participant's own view beside.

A completed assessment is a frozen version; a new one is made instead of changing it.
"""
