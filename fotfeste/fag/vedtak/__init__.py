"""Decisions (enkeltvedtak): conditions assessed one by one, prepared by one person, decided by another, returned with
reasons and a conversation, frozen with the facts, the parameters and the letter they rest on.
"""
