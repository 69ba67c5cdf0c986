"""The case file: one case, whole, in one form (docs/algoritmer/saksmappe.md).

`form` holds the types, `lesing` reads a line of JSON into them and says what is wrong with it: both are plain Python,
so that a file can be read where there is no database.
"""
