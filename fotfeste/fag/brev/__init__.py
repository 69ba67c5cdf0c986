"""Letters: one structured content, shown as a web page and archived as an accessible PDF.

A letter is built by a typed function in `maler` from plain values, held as a `Brev` (innhold.py), checked for
plain language (klarsprak.py), and rendered by html.py and pdf.py from the same content, so that the screen
and the archived file never say different things. The room knows wording, layout and what has been sent: it
may not change a case, decide anything, compute a deadline or an amount, or ask for today's date. Dates, amounts and
the length of legal deadlines come in from the caller, who has them from `regelverk`.
"""
