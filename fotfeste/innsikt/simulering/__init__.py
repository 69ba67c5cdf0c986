"""What a change of rule or rate would mean for the municipality's own participants: worked out, never decided.

The facts are those the released payments were reckoned from, frozen in each `Beregning`. They are reckoned twice by
`regelverk/vektor`, with the law's numbers and with others, and only sums of groups leave this room. Nothing is stored.
"""
