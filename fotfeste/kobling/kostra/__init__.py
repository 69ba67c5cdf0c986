"""KOSTRA 11CF: the yearly file of everyone in the programme, its layouts and its controls.

Pure Python but for the extract from the case data, so that `fotfeste kostra-kontroll` answers without Django.
"""
