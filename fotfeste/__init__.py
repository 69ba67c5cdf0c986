"""Fotfeste: one case system for the Qualification Programme, from candidate to the second year in a job."""
