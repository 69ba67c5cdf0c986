"""Letters: one structured content, shown as a web page and archived as an accessible PDF.

A letter is built by a typed function in `maler` from plain values, held as a `Brev` (innhold.py), checked for
plain language (klarsprak.py), and rendered by html.py and pdf.py from the same content, so that the screen
and the archived file never say different things. The wording and layout decide nothing and compute no deadline or
amount: dates, amounts and the length of legal deadlines come in from the caller, who has them from `regelverk`.

services.py sends: `brev_ramme` takes the sender, the receiver, today's date and the one to ask from the case, and
`brev_send` archives the PDF, puts the letter in the case and adds a line to its timeline. Neither moves the case.
"""
