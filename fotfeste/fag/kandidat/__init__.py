"""Candidates: who may need the programme, what was considered, and when somebody looks again (002 § 3.1)."""
