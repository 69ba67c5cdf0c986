"""What everything stands on: who works here, who may do what, the two logs, the clock, documents, jobs and drafts.

Knows nothing of subjects (fag) or pages (flater).
"""
