"""Files as they came and letters as they went: bytes that never change, with their checksum.

Who may read a document follows from the record it hangs on; this room only keeps it.
"""
