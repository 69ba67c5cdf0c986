"""The office's figures: what people went on to, how long things took, what waits. Reckoned from the case files.

Every figure says its N and what is missing, and a share always says of what. Nothing here knows the database: it is
given case files (fag/mappe), so history read in from elsewhere counts as what was made here does.
"""
