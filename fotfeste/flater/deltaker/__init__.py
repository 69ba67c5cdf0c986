"""The participant: one thing at a time, on a phone, in plain words."""
