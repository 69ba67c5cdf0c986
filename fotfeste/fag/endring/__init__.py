"""What changes beside the programme and moves the money: the participant tells, the office makes it so.

A message is never applied by itself: someone at the office reads it, and the command that belongs to it does the rest.
"""
