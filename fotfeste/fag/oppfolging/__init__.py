"""Following up: contact with the participant, and how the programme ended.

Evaluations, meetings and the time after grow here as their own work.
"""
