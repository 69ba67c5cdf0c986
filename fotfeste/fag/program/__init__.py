"""The programme: a full week of blocks, with purpose, place and provider, in versions both sides agree to (sotjl § 30).

Also leave (permisjon), which moves the programme's end. The rules themselves stand in regelverk/program.
"""
