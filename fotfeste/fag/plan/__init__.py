"""The individual plan (sotjl § 33): offered in a conversation, made together, one for each person, in versions.

It is wider than the programme and may outlive the case. Goals and activities are read from the programme, never copied.
"""
