"""The application: received (which starts the clocks), completed by asking for what is missing, decided or withdrawn.

Decides nothing: that is vedtak.
"""
