"""Guidance where the work is: for every step what the law demands, what good practice is, and what is allowed.

The steps stand in `steg/`, one module a subject. The office adds its common routine; a departure from what should be
done is told in a sentence, and is something to learn from.
"""
