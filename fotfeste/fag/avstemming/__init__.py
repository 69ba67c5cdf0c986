"""What the bank answered, held against what was sent: every payment to the øre, and a person's word for the rest.

The bank's messages are kept as they came and read once. What a payment has come to follows from the set of things the
bank has said of it, whatever the order (`utledning`). Files and formats lie outside (`kobling/betaling`).
"""
