"""Saksmapper in and out: a file with one case a line, checked against its schema (saksmappe.schema.json)."""
